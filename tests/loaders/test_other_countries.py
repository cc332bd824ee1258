"""Countries outside RCEP."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Country
from loaders.row import CellError
from loaders.sources.other_countries import other_countries
from tests.loaders.literal import everything, nodes, row

CELLS = {
    "iso3": "HKG",
    "iso2": "HK",
    "name_en": "Hong Kong SAR China",
    "name_th": "เขตปกครองพิเศษฮ่องกง",
    "other_names": "Hong Kong;ฮ่องกง",
}


def test_a_row_is_a_country_with_its_other_names() -> None:
    assert nodes(other_countries, row(CELLS)) == [
        Country(id="HKG", iso2="HK", name=CELLS["name_en"], name_th=CELLS["name_th"], aliases=("Hong Kong", "ฮ่องกง"))
    ]


@pytest.mark.parametrize("column", ["iso3", "iso2", "name_en", "name_th"])
def test_an_empty_cell_is_refused(column: str) -> None:
    with pytest.raises(CellError, match=column):
        list(other_countries(row({**CELLS, column: ""})))


@pytest.mark.parametrize("code", ["HKG", "CHE", "IND", "ITA"])
def test_the_seats_that_other_files_name_are_there(code: str) -> None:
    assert everything().facts.nodes[Ref("Country", code)].name_th
