"""What stands at a placeholder: a figure, table, sentence or list of sources as a plain block, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from bubble import __version__
from bubble.cards.lead import lead
from bubble.cards.tabled import table
from bubble.catalogue import find
from bubble.documents.blocks import Block, Figure, Paragraph, Sources, Table, words
from bubble.documents.record import Record
from bubble.documents.sources import Cited, evidence_of_links, sources_of
from bubble.drawing import picture_of
from bubble.filling.drawing import Drawing
from bubble.filling.placeholder import Placeholder, view_of
from bubble.linked import NAMING
from bubble.present import headings
from bubble.thai_names import named, names_for
from graph.dates import BUDDHIST_OFFSET
from graph.store import Answer, Reader
from queries import Question, ask
from visuals.canvas import Canvas
from visuals.picture import Text, shown

_BUILD = "MATCH (b:Build) RETURN toString(b.data_date) AS day, b.content_hash AS hash LIMIT 1"
_IDS = ("link", "link_ids", "own_links", "initiative", "ids", "id")
"""Columns of ids, which say nothing to who reads a report."""
_WORDS = {
    "data": Text("Data of {day}.", "ข้อมูล ณ วันที่ {day}"),
    "sources": Text("Sources {numbers}.", "แหล่งข้อมูล {numbers}"),
    "counted": Text("{count} sources.", "แหล่งข้อมูล {count} แห่ง"),
    "cut": Text("{some} of {count} rows.", "แสดง {some} จาก {count} แถว"),
    "no_rows": Text("No rows.", "ไม่มีรายการ"),
    "heading": Text("Sources", "แหล่งข้อมูล"),
}
_MONTHS = (
    "January February March April May June July August September October November December".split(),
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(),
)


@dataclass(frozen=True)
class Made:
    """What stands at a placeholder; evidence are the ids it relies on, count says how much it shows (370 links)."""

    placeholder: Placeholder
    block: Block
    count: str
    evidence: tuple[str, ...] = ()


class Maker:
    """Makes what placeholders ask for of one graph: each view and question is asked once, whoever needs it again."""

    def __init__(self, store: Reader) -> None:
        self._store = store
        self._canvases: dict[object, Canvas] = {}
        self._drawings: dict[object, Drawing] = {}
        self._answers: dict[object, Answer] = {}
        self._named: dict[str, Mapping[str, str]] = {}
        rows = store.ask(_BUILD)
        self.day = str(rows[0]["day"] or "") if rows else ""
        self.content_hash = str(rows[0]["hash"] or "") if rows else ""

    def canvas(self, name: str, params: Mapping[str, str]) -> Canvas:
        """The view of that name, drawn once for the same parameters."""
        view = view_of(name)
        key = view.name, *sorted(params.items())
        if key not in self._canvases:
            self._canvases[key] = picture_of(self._store, view, params)
        return self._canvases[key]

    def made(self, asked: Placeholder) -> Made:
        """What the placeholder asks for; a list of sources is empty until it is known what the document cites.

        Raises GraphError for a value of a parameter that the graph does not know.
        """
        if asked.kind == "figure":
            return self._figure(asked)
        if asked.kind == "sources":
            return Made(asked, Sources(()), "0 sources")
        return self._table(asked) if asked.kind == "table" else self._sentence(asked)

    def cited(self, made: Iterable[Made], language: str) -> Cited:
        """The sources of all of these, numbered in the order in which they are first relied on."""
        return sources_of(self._store, [id for each in made for id in each.evidence], language)

    def drawing(self, made: Made, size: str) -> Drawing:
        """The drawing of a figure on a sheet of that size, the same one wherever it stands."""
        asked = made.placeholder
        key = asked.name, asked.language, size, *sorted(asked.params.items())
        if key not in self._drawings:
            record = Record(
                "figure",
                asked.name,
                asked.language,
                self.content_hash,
                self.day,
                __version__,
                dict(asked.params),
                {"for": size},
            )
            self._drawings[key] = Drawing(cast("Figure", made.block), size, record)
        return self._drawings[key]

    def _figure(self, asked: Placeholder) -> Made:
        canvas = self.canvas(asked.name, asked.params)
        links, passages = (cast("Mapping[str, Any]", getattr(canvas, name, {})) for name in ("links", "passages"))
        counter = cast("Callable[[], int] | None", getattr(canvas, "link_count", None))
        count = counter() if counter else len(links)
        caption = shown(asked.caption) or canvas.title.of(asked.language)
        alt = " ".join(filter(None, (canvas.title.of(asked.language), canvas.answer.of(asked.language))))
        return Made(
            asked,
            Figure(canvas, asked.language, caption, alt),
            f"{count:,} {'link' if count == 1 else 'links'}",
            tuple(passages),
        )

    def _answer(self, asked: Question, params: Mapping[str, str]) -> Answer:
        key = asked.name, *sorted(params.items())
        if key not in self._answers:
            self._answers[key] = ask(self._store, asked, params)
        return self._answers[key]

    def _sentence(self, asked: Placeholder) -> Made:
        question = find(asked.name)
        answer = self._answer(question, asked.params)
        opening = find(question.opening) if question.opening else None
        taken = {param.name for param in opening.params} if opening else set[str]()
        first = (
            self._answer(opening, {k: v for k, v in asked.params.items() if k in taken}) if opening else Answer((), ())
        )
        told = lead(question, answer, first, asked.language)
        return Made(asked, Paragraph(words(told)), _rows(len(answer)), self._evidence(answer))

    def _table(self, asked: Placeholder) -> Made:
        question = find(asked.name)
        answer = self._answer(question, asked.params)
        some = answer[: asked.rows]
        note = ""
        if len(answer) > len(some):
            note = rows_told(len(some), _rows(len(answer)), asked.language)
        elif not answer:
            note = _WORDS["no_rows"].of(asked.language)
        caption = shown(asked.caption) or question.heading(asked.language)
        told = named(Answer(some, answer.columns), self._names(asked.language))
        whole = table(told, question, asked.language, note=note)
        return Made(
            asked, replace(_without_ids(whole, question), caption=caption), _rows(len(answer)), self._evidence(some)
        )

    def _names(self, language: str) -> Mapping[str, str]:
        """The names for readers of a language, asked once."""
        if language not in self._named:
            self._named[language] = names_for(self._store, language)
        return self._named[language]

    def _evidence(self, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
        """The ids of evidence that rows name, else that of the links they name."""
        listed = [*rows]
        found = [id for row in listed for id in _ids(row.get("evidence"))]
        if not found:
            links = [id for row in listed for column in NAMING for id in _ids(row.get(column))]
            found = [id for ids in evidence_of_links(self._store, links).values() for id in ids]
        return tuple(dict.fromkeys(found))


def cites_of(cited: Cited, made: Made) -> tuple[int, ...]:
    """The numbers of the sources that it relies on."""
    return cited.of(made.evidence)


def credit(made: Made, day: str, numbers: tuple[int, ...], *, is_listed: bool) -> str:
    """What follows a caption: the date of the data, and the numbers of sources, or how many where none are listed."""
    language = made.placeholder.language
    parts: list[str] = []
    if day:
        parts.append(_WORDS["data"].of(language).format(day=day_of(day, language)))
    if numbers:
        told = {"numbers": ranges(numbers), "count": f"{len(numbers):,}"}
        parts.append(_WORDS["sources" if is_listed else "counted"].of(language).format(**told))
    return " ".join(parts)


def with_cites(made: Made, numbers: tuple[int, ...]) -> Made:
    """The same, its figure citing these sources."""
    if isinstance(made.block, Figure):
        return replace(made, block=replace(made.block, cites=numbers))
    return made


def full(caption: str, credit_: str, language: str) -> str:
    """A caption with what follows it; in English a full stop parts them where the caption has no sign of its own."""
    if not caption or not credit_:
        return caption or credit_
    stop = "" if language == "th" or caption.rstrip()[-1:] in ".?!…:" else "."
    return f"{caption}{stop} {credit_}"


def rows_told(some: int, count: str, language: str) -> str:
    """How many rows are shown of how many ("19 rows") there are."""
    return _WORDS["cut"].of(language).format(some=some, count=count.partition(" ")[0])


def sources_word(language: str) -> str:
    """The heading over a list of sources."""
    return _WORDS["heading"].of(language)


def ranges(numbers: Iterable[int]) -> str:
    """Numbers as a reader has them: 1–3, 5."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def day_of(day: str, language: str) -> str:
    """A day in words: 22 November 2026, and in Thai in the Buddhist era."""
    year, month, number = (int(part) for part in day[:10].split("-"))
    name = _MONTHS[language == "th"][month - 1]
    return f"{number} {name} {year + BUDDHIST_OFFSET if language == 'th' else year}"


def _rows(count: int) -> str:
    return f"{count:,} {'row' if count == 1 else 'rows'}"


def _without_ids(block: Table, asked: Question) -> Table:
    """The table without its columns of ids; one with a column for each of something has none."""
    if asked.pivot:
        return block
    heads = headings(Answer((), tuple(column.name for column in asked.columns)), asked)
    kept = [n for n, head in enumerate(heads) if not set(head.columns) <= set(_IDS)]
    if len(heads) != len(block.columns) or not kept:
        return block
    rows = tuple(tuple(row[n] for n in kept) for row in block.rows)
    return replace(block, columns=tuple(block.columns[n] for n in kept), rows=rows)


def _ids(value: object) -> list[str]:
    """The ids in a cell: one, or a list of them."""
    cells = cast("list[object]", value) if isinstance(value, list) else [value]
    return [each for each in cells if isinstance(each, str)]
