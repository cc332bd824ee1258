"""A report made: a template's text filled from one state of the graph, and made again from the record of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from bubble import __version__
from bubble.about import state_of
from bubble.cards.words import day
from bubble.catalogue import find as find_question
from bubble.documents.blocks import Block, Document, Figure, Inline, Items, Paragraph, Run, Sources
from bubble.documents.record import Record
from bubble.documents.sources import Cited, evidence_of_links, sources_of
from bubble.drawing import params_of, picture_of
from bubble.reports.answers import Answers
from bubble.reports.grammar import BLOCKS, FORMS, Part
from bubble.reports.markup import NotTakenError, blocks_of
from bubble.reports.tables import evidence_in, links_in, table_of
from bubble.reports.template import SETTINGS, Template
from bubble.reports.template import find as find_template
from bubble.reports.terms import Wording, wording_of
from bubble.reports.text import TOKEN, Script, branched, script_of
from bubble.reports.values import number, quarter_before, series
from graph.errors import GraphError, nearest, one_line
from graph.store import Reader
from graph.store import Record as Row
from queries.ask import read_named
from queries.sentences import sentence
from visuals.canvas import Canvas
from visuals.picture import shown
from visuals.view import named

_ROWS, _SLIDE_ROWS = 25, 8
_MEANT = {"sector": "Sector", "country": "Country", "programme": "Programme"}


def made(
    store: Reader,
    template: Template,
    language: str,
    params: Mapping[str, str] | None = None,
    *,
    since: str = "",
    form: str = "pages",
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
    maker = _Maker(store, template, scripts[language], record)
    return maker.document()


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
            f"{one_line(template.folder)}: expected the template this report was made from ({one_line(digest[:12])}…), "
            f"found another ({template.digest[:12]}…); give the folder it was made from with --template FOLDER"
        )
    return made(
        store,
        template,
        record.language,
        record.params,
        since=record.options.get("since", ""),
        form=record.options.get("form", "pages"),
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
    taken = {"since", *_MEANT}
    for part in (part for script in scripts for part in script.parts):
        if part.kind == "figure":
            taken.update(param.name for param in params_of(named(part.name)))
        elif part.kind not in ("value", "sources", "else", "end") and part.name not in FORMS:
            taken.update(param.name for param in find_question(part.name).params)
    for name in template.params:
        if name not in taken:
            raise GraphError(
                f"{one_line(template.folder / SETTINGS)}: {one_line(name)}: expected a parameter that a placeholder "
                f"takes, found one that none does{nearest(name, taken)}"
            )


@dataclass
class _Maker:
    store: Reader
    template: Template
    script: Script
    record: Record
    answers: Answers = field(init=False)
    wording: Wording = field(init=False)
    evidence: dict[str, None] = field(default_factory=dict[str, None])
    of_link: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    canvases: dict[str, Canvas] = field(default_factory=dict[str, Canvas])
    cited: Cited | None = None

    def __post_init__(self) -> None:
        params = {**self.template.params, **self.record.params}
        self.answers = Answers(self.store, {**params, "since": self.record.options["since"]})
        self.wording = wording_of(self.store, self.language)

    @property
    def language(self) -> str:
        return self.record.language

    @property
    def is_slides(self) -> bool:
        return self.record.options["form"] == "slides"

    def document(self) -> Document:
        text = branched(self.script, self._holds)
        self._blocks(text)
        # The sources are numbered as the text first names them; then it is filled again with the numbers.
        self.cited = sources_of(self.store, self.evidence, self.language)
        blocks = self._blocks(text)
        heads = [self._plain(each[self.language]) for each in (self.template.titles, self.template.subtitles)]
        first = next((place for place, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
        if first is not None:
            # The text begins with what it comes to.
            blocks[first] = replace(cast("Paragraph", blocks[first]), look="lead")
        return Document(heads[0], self.language, tuple(blocks), self.record, heads[1])

    def _blocks(self, text: str) -> list[Block]:
        try:
            return blocks_of(text, self._fill, self._whole)
        except NotTakenError as error:
            raise self.script.wrong(error.line, error) from None

    def _plain(self, text: str) -> str:
        """A title, its placeholders filled."""
        script = script_of(self.template.folder / SETTINGS, text)
        return "".join(self._inline(script.parts[int(each)]) if i % 2 else each for i, each in _split(script.text))

    def _holds(self, part: Part) -> bool:
        if part.name in FORMS:
            return part.name == self.record.options["form"]
        return bool(self._told(part, self.answers.of))

    def _fill(self, text: str, line: int, look: Run) -> Inline:
        runs: list[Run] = []
        for place, each in _split(text):
            if place % 2 == 0:
                runs.append(replace(look, text=each))
                continue
            part = self.script.parts[int(each)]
            if part.kind in BLOCKS:
                raise self.script.wrong(line, f"{part.kind}: expected a paragraph of its own, found more text in it")
            runs.append(replace(look, text=self._told(part, self._inline)))
        return tuple(run for run in runs if run.text)

    def _whole(self, text: str, line: int) -> list[Block] | None:
        part = self.script.part(text)
        if part is None or part.kind not in BLOCKS:
            return None
        return self._told(part, self._block)

    def _told(self, part: Part, make: Any) -> Any:
        """What is made of a part; an error of it names its line."""
        try:
            return make(part)
        except GraphError as error:
            at = [index for index, each in enumerate(self.script.parts) if each is part]
            raise (self.script.wrong(self.script.lines[at[0]], error) if at else error) from None

    def _block(self, part: Part) -> list[Block]:
        if part.kind == "sources":
            return [self.cited.sources if self.cited else Sources(())]
        if part.kind == "figure":
            return [self._figure(part)]
        rows = self.answers.of(part)
        if part.kind == "list":
            items = tuple((Run(word),) for word in self._names(part, rows))
            return [Items(items)] if items else []
        most = int(part.options.get("rows", _ROWS))
        if self.is_slides:
            most = int(part.options.get("slide-rows", min(most, _SLIDE_ROWS)))
        cites = self._cites(rows[:most]) if part.options.get("cites") != "no" else lambda row: ()
        return [table_of(find_question(part.name), rows, part, self.wording, most, cites)]

    def _figure(self, part: Part) -> Figure:
        if part.text not in self.canvases:
            view = named(part.name)
            given = self.answers.given((param.name for param in params_of(view)), part.params)
            self.canvases[part.text] = picture_of(self.store, view, given)
        canvas = self.canvases[part.text]
        title, answer = canvas.title.of(self.language), canvas.answer.of(self.language)
        caption = part.figure.caption if part.figure and part.figure.caption else title
        size = part.figure.size if part.figure else ""
        return Figure(canvas, self.language, caption, f"{title} {answer}".strip(), size=size)

    def _cites(self, rows: list[Row]) -> Any:
        """Gives the numbers of a row's sources, and remembers its evidence on the way that comes before the numbers."""
        links = [link for row in rows for link in links_in(row) if link not in self.of_link]
        self.of_link.update({link: [] for link in links} | evidence_of_links(self.store, links))

        def numbers(row: Row) -> tuple[int, ...]:
            found = evidence_in(row, self.of_link)
            self.evidence.update(dict.fromkeys(found))
            return self.cited.of(found) if self.cited else ()

        return numbers

    def _inline(self, part: Part) -> str:
        if part.kind == "value":
            return shown(self._value(part.name))
        if part.kind == "sentence":
            return self._sentence(part)
        rows = self.answers.of(part)
        if part.kind == "count":
            return number(len(rows))
        column = part.options["column"]
        if part.kind == "sum":
            held = [row[column] for row in rows if row[column] is not None]
            if not all(isinstance(each, int | float) for each in held):
                raise GraphError(f"sum {part.name}: {column}: expected a column of numbers, found words")
            return number(sum(held))
        return series(self._names(part, rows), self.language)

    def _names(self, part: Part, rows: list[Row]) -> list[str]:
        """The values of a column, each once."""
        words = dict.fromkeys(word for row in rows for word in self.wording.of(row, part.options["column"]))
        return list(words)[: int(part.options.get("rows", len(words) or 1))]

    def _sentence(self, part: Part) -> str:
        """The sentence with which the answer opens. Raises GraphError for a question that has none."""
        asked = find_question(part.name)
        rows = self.answers.whole(asked, part.params)
        opening = find_question(asked.opening) if asked.opening else None
        first = self.answers.whole(opening, part.params) if opening else []
        told = sentence(asked.name, rows, first, self.language)
        if not told:
            raise GraphError(f"sentence: {asked.name} has no sentence of its own; take a table, or count and names")
        return shown(told)

    def _value(self, name: str) -> str:
        record = self.record
        if name in ("data-date", "since"):
            return day(record.data_date if name == "data-date" else record.options["since"], self.language)
        if name in _MEANT:
            return self._named(name)
        plain = {
            "content-hash": record.content_hash,
            "version": f"Bubble {record.version}",
            "template": f"{record.name} ({record.options['template'][:12]})",
            "command": " ".join(
                [
                    f"bubble report {record.name} --lang {record.language} --since {record.options['since']}",
                    *(f"--param {key}={value}" for key, value in sorted(record.params.items())),
                ]
            ),
        }
        return plain[name]

    def _named(self, name: str) -> str:
        """The name of the sector, country or programme that the report is about."""
        value = self.answers.params.get(name)
        if value is None:
            raise GraphError(f"value: {name}: expected it among [params] of {SETTINGS}, found none")
        kind = _MEANT[name]
        id = read_named(self.store, name, kind, value)
        row = self.store.ask(f"MATCH (n:{kind} {{id: $id}}) RETURN n.name AS name, n.name_th AS name_th", {"id": id})[0]
        return str((row["name_th"] if self.language == "th" else "") or row["name"])


def _split(text: str) -> list[tuple[int, str]]:
    """Text and tokens' numbers in turn: even places are text."""
    return list(enumerate(TOKEN.split(text)))
