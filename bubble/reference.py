"""The reference pages of docs/, written from the code: dictionary, questions, commands, data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bubble.present import escaped
from graph.kinds import Edge, Node, Property
from graph.model import EDGES, NODES
from graph.vocabulary import Word
from loaders.loader import loaders
from loaders.run import BUNDLED
from loaders.sidecar import read_sidecar
from queries import catalogue
from queries.header import TOPICS


def dictionary() -> str:
    """Every kind of node and edge, its properties and the words they may take, as Markdown."""
    lines = ["## Nodes", ""]
    for node in NODES.values():
        lines += _kind(node)
    lines += ["## Edges", ""]
    for edge in EDGES.values():
        lines += _kind(edge)
    return "\n".join(lines)


def _kind(kind: type[Node] | type[Edge]) -> Iterator[str]:
    yield f"### {kind.kind}"
    yield ""
    yield f"{kind.en} · {kind.th}"
    yield ""
    yield " ".join((kind.__doc__ or "").split())
    yield ""
    if issubclass(kind, Edge):
        source, target = (_listed(end) for end in kind.joins())
        yield f"`({source})-[:{kind.kind}]->({target})`" + (" — derived, never written by a loader" * kind.derived)
        yield ""
    yield "| property | type | English | ไทย | |"
    yield "| --- | --- | --- | --- | --- |"
    for p in kind.properties():
        for name, stored in p.stored_as():
            yield f"| `{name}` | {stored.value} | {escaped(p.en)} | {p.th} | {_remark(p, name)} |"
    yield ""


def _listed(kinds: tuple[str, ...]) -> str:
    return "any" if len(kinds) == len(NODES) else ", ".join(kinds)


def _remark(p: Property, name: str) -> str:
    if name != p.name:
        return "day, month or year: how much of the date is known"
    told = ["key" if p.is_key else "needed" if p.required else ""]
    told += [_words(p.words)] if p.words else []
    return "; ".join(filter(None, told))


def _words(words: type[Word]) -> str:
    return "one of " + ", ".join(f"`{word.value}`" for word in words)


def questions() -> str:
    """Every question of the catalogue with its parameters and columns, as Markdown."""
    lines: list[str] = []
    topic = ""
    for q in catalogue().values():
        if q.topic != topic:
            topic = q.topic
            lines += [f"## {' · '.join(TOPICS[topic])}", ""]
        lines += [f"### {q.name}", "", f"{q.title}  ", q.title_th, "", q.asks, ""]
        if q.params:
            lines += ["| parameter | type | default | meaning |", "| --- | --- | --- | --- |"]
            lines += [
                f"| `{p.name}` | {p.type} | {f'`{p.default}`' if p.default else ''} | {p.en} · {p.th} |"
                for p in q.params
            ]
            lines.append("")
        lines.append("Columns: " + ", ".join(f"`{c.name}` ({c.en})" for c in q.columns))
        lines.append("")
    return "\n".join(lines)


def commands() -> str:
    """The help of every command, as Markdown."""
    import click

    from bubble.cli import commands as group

    context = click.Context(group, info_name="bubble", terminal_width=100, max_content_width=100)
    lines: list[str] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, info_name=f"bubble {name}", terminal_width=100, max_content_width=100)
        lines += [f"## bubble {name}", "", "```text", command.get_help(inner), "```", ""]
    return "\n".join(lines)


def data() -> str:
    """Every bundled file: what it is, its licence, and the loader that reads it, as Markdown."""
    lines = ["| file | title | licence | loader | what a row is |", "| --- | --- | --- | --- | --- |"]
    for each in loaders():
        for path in sorted(BUNDLED.glob(each.files)):
            shown = path.relative_to(BUNDLED).as_posix()
            source: Any = read_sidecar(path, shown, bundled=True).source
            cells = (f"`{shown}`", source.name, source.licence or "none stated", f"`{each.name}`", each.doc)
            lines.append("| " + " | ".join(" ".join(str(c).replace("|", "\\|").split()) for c in cells) + " |")
    return "\n".join(lines)
