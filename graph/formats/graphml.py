"""GraphML: one file that yEd, Gephi, Cytoscape, NetworkX and igraph open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import GraphError, one_line
from graph.facts import Fact, Place
from graph.format import Format, Row
from graph.kinds import EngineType
from graph.markup import DECLARATION, MARK, Drawn, attributes_of, drawn, escaped, is_ours, row, seen
from graph.swap import begins

_HEAD = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
# Dates and lists are text: the format has no word for them.
_TYPES = {EngineType.INTEGER: "long", EngineType.FLOAT: "double", EngineType.BOOLEAN: "boolean"}


def write(facts: Iterable[Fact], place: Path) -> None:
    """Every property is declared up front, so that a fact is written as it comes; see `graph.markup.drawn`."""
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{DECLARATION}{MARK}\n{_HEAD}")
        for tag in ("node", "edge"):
            for name, type in attributes_of(tag).items():
                typed = f'attr.name="{name}" attr.type="{_TYPES.get(type, "string")}"'
                file.write(f'<key id="{tag}-{name}" for="{tag}" {typed}/>\n')
        file.write('<graph id="bubble" edgedefault="directed">\n')
        for fact in facts:
            each = drawn(fact)
            attributes = "".join(f' {name}="{escaped(text)}"' for name, text in each.attributes.items())
            data = "".join(
                f'<data key="{each.tag}-{name}">{escaped(text)}</data>' for name, text in each.values.items()
            )
            file.write(f"<{each.tag}{attributes}>{data}</{each.tag}>\n")
        file.write("</graph>\n</graphml>\n")


def read(place: Path) -> Iterator[Row]:
    """The facts of a file; see `Format.read`."""
    names: dict[str, str] = {}
    held: Drawn | None = None
    file = place.name
    key = ""
    for tag, is_open, attributes, text, line in seen(place):
        if is_open and tag == "key":
            names[attributes.get("id", "")] = attributes.get("attr.name", "")
        elif is_open and tag in ("node", "edge"):
            if held is not None:
                raise GraphError(
                    f"{Place(file, line)}: found a {tag} inside a {held.tag}; expected them one after the other"
                )
            held = Drawn(tag, attributes, {})
        elif is_open and tag == "data":
            key = attributes.get("key", "")
        elif tag == "data" and held is not None:
            if key not in names or names[key] in held.values:
                raise GraphError(
                    f"{Place(file, line)}: expected data with a key of its own, found {one_line(key)!r}; export anew"
                )
            held.values[names[key]] = text
        elif tag in ("node", "edge") and held is not None:
            yield row(held, Place(file, line))
            held = None
        elif is_open and tag not in ("graphml", "graph"):
            raise GraphError(
                f"{Place(file, line)}: found <{one_line(tag)}>, which no graph of ours has; remove it or export anew"
            )


FORMAT = Format("graphml", ".graphml", write, read, lambda place: begins(place, is_ours))
