"""A report made: a template's text filled from one state of the graph, and made again from the record of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bubble import __version__
from bubble.about import state_of
from bubble.catalogue import find as find_question
from bubble.documents.blocks import Document, Paragraph
from bubble.documents.record import Record
from bubble.documents.sources import sources_of
from bubble.drawing import params_of
from bubble.reports.answers import Answers
from bubble.reports.filling import Filling
from bubble.reports.grammar import FORMS, OF_QUESTION
from bubble.reports.template import SETTINGS, Template
from bubble.reports.template import find as find_template
from bubble.reports.terms import wording_of
from bubble.reports.text import Script, script_of
from bubble.reports.told import Told
from bubble.reports.values import MEANT, quarter_before
from graph.errors import GraphError, nearest, one_line
from graph.store import Reader
from visuals.view import named

PAGES, SLIDES = FORMS
_DIGEST = 12
"""Letters of a digest that tell one template from another in a message."""


def made(
    store: Reader,
    template: Template,
    language: str,
    params: Mapping[str, str] | None = None,
    *,
    since: str = "",
    form: str = PAGES,
) -> Document:
    """The report that a template makes of the graph, for pages or for slides.

    params: in the place of the template's own; since: the day after which changes are told, three months before the
    date of the data where none is given. Raises GraphError, with file and line, for a template that can't be filled.
    """
    scripts = {each: script_of(template.text_file(each), template.text(each)) for each in template.languages}
    template.text(language)
    given = dict(params or {})
    _check_params(template, scripts.values(), given)
    until, content_hash = _build(store)
    first = _since(since, until)
    record = Record(
        "report",
        template.name,
        language,
        content_hash,
        until.isoformat(),
        __version__,
        given,
        {"form": form, "since": first.isoformat(), "template": template.digest},
    )
    answers = Answers(store, {**template.params, **given, "since": first.isoformat()})
    filling = Filling(scripts[language], Told(record, answers, wording_of(store, language)))
    filling.blocks()
    # The sources are numbered in the order in which the text cites them; then it is filled again with the numbers.
    filling.cited = sources_of(store, filling.evidence, language)
    blocks = filling.blocks()
    place = next((at for at, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
    if place is not None and isinstance(lead := blocks[place], Paragraph):
        # The text begins with what it comes to.
        blocks[place] = replace(lead, look="lead")
    title, subtitle = (filling.title(each[language]) for each in (template.titles, template.subtitles))
    return Document(title, language, tuple(blocks), record, subtitle)


def rebuilt(store: Reader, record: Record, template: Template | None = None) -> Document:
    """The report of a record made again, of the graph as it is now.

    Raises GraphError where its template is not here: a team's own must be given.
    """
    if template is None:
        try:
            template = find_template(record.name)
        except GraphError:
            raise GraphError(
                f"the template {one_line(record.name)} of this report is not among those that come with Bubble; "
                f"give its folder with --template FOLDER"
            ) from None
    digest = record.options.get("template", "")
    if template.digest != digest:
        raise GraphError(
            f"{one_line(template.folder)}: expected the template that this report was made from "
            f"({one_line(digest[:_DIGEST])}…), found another "
            f"({template.digest[:_DIGEST]}…); give the folder it was made from with --template FOLDER"
        )
    return made(
        store,
        template,
        record.language,
        record.params,
        since=record.options.get("since", ""),
        form=record.options.get("form", PAGES),
    )


def _build(store: Reader) -> tuple[date, str]:
    state = state_of(store)
    if not state.get("data_date"):
        raise GraphError("expected a graph that Bubble built, with the date of its data, found none; bubble build")
    return date.fromisoformat(state["data_date"]), state["content_hash"]


def _since(told: str, until: date) -> date:
    if not told:
        return quarter_before(until)
    try:
        first = date.fromisoformat(told)
    except ValueError:
        raise GraphError(f"since: expected a date as {quarter_before(until)}, found {one_line(told)!r}") from None
    if first >= until:
        raise GraphError(
            f"since: expected a day before {until}, the date of the data, found {first}; no time lies between them"
        )
    return first


def _check_params(template: Template, scripts: Iterable[Script], given: Mapping[str, str]) -> None:
    """Raise GraphError for a parameter that the template has not, and for one of its own that nothing takes."""
    for name in given:
        if name not in template.params:
            raise GraphError(
                f"{template.name} has no parameter {one_line(name)}{nearest(name, template.params)}; "
                f"it takes {', '.join(template.params) or 'none'}"
            )
    taken = {*MEANT}
    for part in (part for script in scripts for part in script.parts):
        if part.kind == "figure":
            taken.update(param.name for param in params_of(named(part.name)))
        elif part.kind in OF_QUESTION and part.name not in FORMS:
            taken.update(param.name for param in find_question(part.name).params)
    for name in template.params:
        if name not in taken:
            raise GraphError(
                f"{one_line(template.folder / SETTINGS)}: {one_line(name)}: expected a parameter that a placeholder "
                f"takes, found one that none does{nearest(name, taken)}"
            )
