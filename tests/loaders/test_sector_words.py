"""What sector words mean."""

from __future__ import annotations

import pytest

from graph.model import NamedIn, Sector
from loaders.names import Meaning
from loaders.row import CellError
from loaders.sources.sector_words import sector_words
from tests.loaders.literal import edges, everything, meanings, row

KNOWN = (Sector(id="halal"), Sector(id="meat"))
CELLS = {"word": "halal meat", "sectors": "sec:halal;sec:meat", "reading": "sector", "mapping": "ours"}


def test_a_word_means_its_sectors_and_they_are_named_in_the_row() -> None:
    refs = (Sector.at("halal"), Sector.at("meat"))
    assert meanings(sector_words, row(CELLS, KNOWN)) == [Meaning("halal meat", refs, of="sector", reading="sector")]
    named = edges(sector_words, row(CELLS, KNOWN))
    assert [(e.source, e.target.id) for e in named] == [(refs[0], "x/2"), (refs[1], "x/2")]
    assert isinstance(named[0], NamedIn)
    assert named[0].named_as == "halal meat"


@pytest.mark.parametrize("reading", ["every sector, food among them", "outside food and agro-industry"])
def test_a_word_that_names_no_sector_keeps_its_reading(reading: str) -> None:
    cells = {**CELLS, "sectors": "", "reading": reading}
    assert meanings(sector_words, row(cells, KNOWN)) == [Meaning("halal meat", (), of="sector", reading=reading)]


@pytest.mark.parametrize(
    ("column", "cell"),
    [("sectors", "sec:hala"), ("sectors", "halal"), ("sectors", ""), ("reading", "all"), ("word", "")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(sector_words(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_an_outside_word_must_not_name_sectors() -> None:
    with pytest.raises(CellError, match=r"^sectors"):
        list(sector_words(row({**CELLS, "reading": "outside food and agro-industry"}, KNOWN)))


def test_every_bundled_word_is_taken() -> None:
    report = next(r for r in everything().reports if r.loader == "sector_words")
    assert (sum(report.rows.values()), report.refused) == (165, 0)
