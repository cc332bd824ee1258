"""Numbered sources: each source that evidence was read in gets a number, and its passages stand under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bubble.documents.blocks import Passage, Source, Sources
from bubble.documents.words import readable_address
from bubble.passages import passages
from graph.store import Reader, Record
from graph.vocabulary import Confidence
from visuals.picture import shown

_OF_LINKS = """
UNWIND $ids AS id
MATCH (p:Partnership {id: id})
RETURN p.id AS link, p.evidence AS evidence
"""
_WEB = ("https://", "http://")
_SOME = 6
"""Rows of a data file named one by one; beyond them only the first are."""
_CONFIDENCE = {str(word.value): word for word in Confidence}
_ROWS = {"en": "{count:,} rows of this source", "th": "{count:,} แถวของแหล่งข้อมูลนี้"}
_ROW = {"en": "a row of this source", "th": "หนึ่งแถวของแหล่งข้อมูลนี้"}
_MORE = {"en": "{some} and {count:,} more", "th": "{some} และอีก {count:,} แถว"}


@dataclass(frozen=True)
class Cited:
    """The block of sources, and by the id of a piece of evidence the number of the source it was read in."""

    sources: Sources
    numbers: Mapping[str, tuple[int, ...]]

    def of(self, evidence: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the sources of some evidence, each once, the lowest first: what a cell or a caption cites."""
        return tuple(sorted({number for id in evidence for number in self.numbers.get(id, ())}))

    @property
    def passages(self) -> int:
        """How many pieces of evidence are numbered."""
        return len(self.numbers)


def evidence_of_links(store: Reader, links: Iterable[str]) -> dict[str, list[str]]:
    """The ids of the evidence of each link, by the id of the link; a link that the graph does not hold has none."""
    wanted = list(dict.fromkeys(links))
    rows = store.ask(_OF_LINKS, {"ids": wanted}) if wanted else ()
    return {str(row["link"]): [*(row["evidence"] or ())] for row in rows}


def sources_of(store: Reader, evidence: Iterable[str], language: str = "en") -> Cited:
    """The sources of evidence, numbered in the order in which the evidence first names them.

    Evidence that has words is a passage; that which is only a row of a data file is counted with its likes.
    """
    order = {id: place for place, id in enumerate(dict.fromkeys(evidence))}
    rows = sorted(passages(store, order), key=lambda row: order[row["id"]])
    by_source: dict[str, list[Record]] = {}
    number_of: dict[str, int] = {}
    numbers: dict[str, tuple[int, ...]] = {}
    for row in rows:
        number = number_of.setdefault(row["source_id"], len(number_of) + 1)
        by_source.setdefault(row["source_id"], []).append(row)
        numbers[row["id"]] = (*numbers.get(row["id"], ()), number)
    entries = [_source(number, read, language) for number, read in enumerate(by_source.values(), 1)]
    return Cited(Sources(tuple(entries)), numbers)


def _source(number: int, rows: Sequence[Record], language: str) -> Source:
    first = rows[0]
    address = first["address"] or ""
    name = (first["source_th"] if language == "th" else "") or first["source"] or first["source_id"]
    if name == address:
        # A page without a headline goes by its site; the whole address stands beside it anyway.
        name = (address.split("/")[2].removeprefix("www.") or name) if address.startswith(_WEB) else name
    return Source(number, shown(name), readable_address(shown(address)), tuple(_passages(rows, language)))


def _passages(rows: Sequence[Record], language: str) -> list[Passage]:
    """What is said, each once; then the rows without words as one passage that counts them."""
    told: dict[Passage, None] = {}
    silent: list[Record] = []
    for row in rows:
        if not row["gloss"] and not row["quote"]:
            silent.append(row)
        gist = (row["gloss_th"] if language == "th" else None) or row["gloss"]
        for text, is_quote in ((gist, False), (row["quote"], True)):
            if text:
                told.setdefault(_passage(row, text, language, is_quote=is_quote))
    return [*told, *_of_rows(silent, language)]


def _passage(row: Record, text: str, language: str, *, is_quote: bool = False) -> Passage:
    return Passage(
        shown(text),
        date=shown(row["dated"] or ""),
        speaker=shown(row["speaker"] or ""),
        locator=shown(row["locator"] or ""),
        confidence=_confidence(row["confidence"], language),
        is_quote=is_quote,
    )


def _of_rows(rows: Sequence[Record], language: str) -> list[Passage]:
    """One passage for all rows of a data file, with where the first of them stand and how sure each is."""
    if not rows:
        return []
    places = [*dict.fromkeys(filter(None, (shown(row["locator"] or row["recorded_in"] or "") for row in rows)))]
    some = _joined(places[:_SOME])
    if len(places) > _SOME:
        some = _MORE[language].format(some=some, count=len(places) - _SOME)
    sure = dict.fromkeys(_confidence(row["confidence"], language) for row in rows)
    text = _ROW[language] if len(rows) == 1 else _ROWS[language].format(count=len(rows))
    return [Passage(text, locator=some, confidence="; ".join(filter(None, sure)))]


def _joined(places: Sequence[str]) -> str:
    """Places in files, the name of a file once: "rates.csv:124, 125; names.csv:7"."""
    of_file: dict[str, list[str]] = {}
    for place in places:
        file, colon, line = place.rpartition(":")
        is_line = bool(colon) and line.isdecimal()
        of_file.setdefault(file if is_line else place, []).extend([line] if is_line else [])
    return "; ".join(f"{file}:{', '.join(lines)}" if lines else file for file, lines in of_file.items())


def _confidence(value: str | None, language: str) -> str:
    word = _CONFIDENCE.get(value or "")
    return word.label(language) if word else shown(value or "")
