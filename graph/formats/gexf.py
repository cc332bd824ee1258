"""GEXF: one file that Gephi opens with kinds, labels and typed values in their places."""

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
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Bubble</creator><description>Industrial partnerships between the members of RCEP</description></meta>
<graph defaultedgetype="directed" mode="static">
"""
# Dates and lists are text: Gephi would make moments of the ones and cut the others at every comma.
_TYPES = {EngineType.INTEGER: "long", EngineType.FLOAT: "double", EngineType.BOOLEAN: "boolean"}
_OUTER = frozenset(("gexf", "meta", "creator", "description", "graph", "attributes", "nodes", "edges", "attvalues"))


def write(facts: Iterable[Fact], place: Path) -> None:
    """Every property is declared up front, so that a fact is written as it comes; see `graph.markup.drawn`.

    An edge's kind is its `kind` too, by which Gephi keeps apart edges of several kinds between the same two nodes.
    """
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{DECLARATION}{MARK}\n{_HEAD}")
        for tag in ("node", "edge"):
            file.write(f'<attributes class="{tag}">\n')
            for name, type in attributes_of(tag).items():
                if name != "label":
                    file.write(f'<attribute id="{name}" title="{name}" type="{_TYPES.get(type, "string")}"/>\n')
            file.write("</attributes>\n")
        part = "node"
        file.write("<nodes>\n")
        for fact in facts:
            each = drawn(fact)
            if each.tag != part:
                file.write("</nodes>\n<edges>\n")
                part = each.tag
            label = each.values.pop("label")
            told = {**each.attributes, "label": label} | ({"kind": fact.kind} if part == "edge" else {})
            attributes = "".join(f' {name}="{escaped(text)}"' for name, text in told.items())
            values = "".join(f'<attvalue for="{name}" value="{escaped(text)}"/>' for name, text in each.values.items())
            file.write(f"<{part}{attributes}><attvalues>{values}</attvalues></{part}>\n")
        file.write(f"</{part}s>\n</graph>\n</gexf>\n")


def read(place: Path) -> Iterator[Row]:
    """The facts of a file; see `Format.read`."""
    names: dict[tuple[str, str], str] = {}
    part = ""
    held: Drawn | None = None
    file = place.name
    for tag, is_open, attributes, _, line in seen(place):
        if is_open and tag == "attributes":
            part = attributes.get("class", "")
        elif is_open and tag == "attribute":
            names[part, attributes.get("id", "")] = attributes.get("title", "")
        elif is_open and tag in ("node", "edge"):
            if held is not None:
                raise GraphError(
                    f"{Place(file, line)}: found a {tag} inside a {held.tag}; expected them one after the other"
                )
            held = Drawn(tag, attributes, {})
        elif is_open and tag == "attvalue" and held is not None:
            name = names.get((held.tag, attributes.get("for", "")))
            if name is None or name in held.values:
                shown = one_line(attributes.get("for", ""))
                raise GraphError(
                    f"{Place(file, line)}: expected a value declared and told once, found {shown!r}; export anew"
                )
            held.values[name] = attributes.get("value", "")
        elif tag in ("node", "edge") and held is not None:
            yield row(held, Place(file, line))
            held = None
        elif is_open and tag not in _OUTER:
            raise GraphError(
                f"{Place(file, line)}: found <{one_line(tag)}>, which no graph of ours has; remove it or export anew"
            )


FORMAT = Format("gexf", ".gexf", write, read, lambda place: begins(place, is_ours))
