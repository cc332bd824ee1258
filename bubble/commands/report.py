"""bubble report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bubble.options import graph_option, language_option, pairs, param_option
from bubble.places import open_store
from graph.errors import GraphError, one_line


@click.command("report")
@click.argument("name", required=False, metavar="[NAME|FOLDER]")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write: .docx, .pptx, .pdf, .html or .md.",
)
@click.option("--since", metavar="DATE", help="Tell what changed after this day; else three months before the data.")
@click.option(
    "--last",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The last report: tell what changed after the date of its data.",
)
@click.option("--list", "listed", is_flag=True, help="List the templates.")
@click.option(
    "--copy-to", "copy_to", type=click.Path(path_type=Path), metavar="FOLDER", help="Copy the template, to change it."
)
@param_option
@language_option
@graph_option
def command(
    *,
    name: str | None,
    to: Path | None,
    since: str | None,
    last: Path | None,
    listed: bool,
    copy_to: Path | None,
    params: Sequence[str],
    lang: str,
    graph: str | None,
) -> None:
    """Make the report NAME, or that of a template's FOLDER, or list the templates.

    Every number in it is asked of the graph when it is made; the file tells which state of the graph that was.
    """
    if listed or name is None:
        click.echo(_list(lang), nl=False)
        return
    from bubble.documents.formats import content, ending_of
    from bubble.reports.making import PAGES, SLIDES, made
    from bubble.reports.template import copy_to as copied
    from bubble.reports.template import find

    if since is not None and last is not None:
        raise click.UsageError("expected --since DATE or --last FILE, found both")
    if (to is None) == (copy_to is None):
        raise click.UsageError("expected --to FILE or --copy-to FOLDER, found " + ("none" if to is None else "both"))
    template = find(name)
    if copy_to is not None:
        files = copied(template, copy_to)
        click.echo(f"Copied {', '.join(path.name for path in files)} to {copy_to}")
    elif to is not None:
        ending = ending_of(to)
        first = since or _date_of(last)
        with open_store(graph) as store:
            document = made(
                store, template, lang, pairs(params), since=first, form=SLIDES if ending == ".pptx" else PAGES
            )
        _write(to, content(document, ending))
        held = f"{len(document.blocks)} parts, changes since {document.record.options['since']}"
        click.echo(f"Wrote {document.title} ({held}) to {to}; check it with: bubble verify {to}")


def _write(path: Path, data: bytes) -> None:
    """Write the whole file. A file that was there stays until then."""
    from visuals.files import write_whole

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the report can't be written: {error.strerror}") from None
    write_whole(path, data)


def _date_of(last: Path | None) -> str:
    """The date of the data of an earlier report; nothing where none is given."""
    if last is None:
        return ""
    from bubble.documents.formats import ending_of, record_in

    ending = ending_of(last)
    try:
        record = record_in(last.read_bytes(), ending)
    except OSError as error:
        raise GraphError(f"--last: {one_line(last)} can't be read: {error.strerror}") from None
    except GraphError as error:
        raise GraphError(f"--last: {one_line(last)}: {error}; give the day instead, with --since") from None
    if record.what != "report":
        raise GraphError(f"--last: {one_line(last)}: expected a report, found a {one_line(record.what)}")
    return record.data_date


def _list(language: str) -> str:
    """The templates with their titles, languages and parameters."""
    from bubble.present import as_table
    from bubble.reports.template import bundled
    from graph.store import Answer

    rows = [
        {
            "name": template.name,
            "title": template.titles[language],
            "languages": list(template.languages),
            "params": [f"{name}={value}" for name, value in template.params.items()],
        }
        for template in bundled().values()
    ]
    return as_table(Answer(rows, ("name", "title", "languages", "params")))
