"""What the words that sources use for sectors mean."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.model import NamedIn, Sector
from graph.vocabulary import Reach
from loaders.loader import loader
from loaders.names import Meaning
from loaders.row import CellError, Row
from loaders.sources.sectors import sector_id

_NAMES_SECTORS = "sector"
_READINGS = (_NAMES_SECTORS, Reach.EVERY.en, Reach.OUTSIDE.en)


@loader(
    "taxonomy/sector_words*.csv",
    columns=("word", "sectors", "reading"),
    optional=("mapping",),
    key=("word",),
    after=("sectors",),
)
def sector_words(row: Row) -> Iterator[Fact | Meaning]:
    """One word a row: the sectors it names, or how it is read where it names none of ours."""
    word, reading = row.text("word"), row.text("reading")
    if reading not in _READINGS:
        hint = nearest(reading, _READINGS)
        raise CellError("reading", f"expected one of {'; '.join(_READINGS)}; found {one_line(reading)!r}{hint}")
    named = tuple(row.known("sectors", Sector.at(sector_id(row, "sectors", text))) for text in row.parts("sectors"))
    if bool(named) != (reading == _NAMES_SECTORS):
        raise CellError("sectors", f"expected sectors where the reading is {_NAMES_SECTORS!r}, and none elsewhere")
    yield Meaning(word, named, of="sector", reading=reading)
    for sector in named:
        yield NamedIn(source=sector, target=row.evidence, named_as=word)
