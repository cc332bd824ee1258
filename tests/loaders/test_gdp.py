"""Figures of gross domestic product."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Measures, Observation
from loaders.row import CellError
from loaders.run import gather
from loaders.sources.gdp import gdp
from tests.loaders.literal import COUNTRIES, edges, everything, folder_of, nodes, row, written

CELLS = {"Country Name": "Thailand", "Country Code": "THA", "Year": "2020", "Value": "500.5"}
FILE = "countries/gdp_current_usd_2005_on.csv"


def test_a_row_is_a_figure_about_its_country() -> None:
    figure = nodes(gdp, row(CELLS))[0]
    assert isinstance(figure, Observation)
    assert (figure.measure, figure.unit, figure.period) == ("GDP, current US$", "US$", "2020")
    assert (figure.value, figure.name) == (500.5, "GDP of Thailand, 2020")
    assert edges(gdp, row(CELLS))[0].target.id == "THA"


def test_an_empty_cell_is_no_data() -> None:
    figure = nodes(gdp, row({**CELLS, "Value": ""}))[0]
    assert isinstance(figure, Observation)
    assert figure.value is None


@pytest.mark.parametrize(
    ("column", "cell"),
    [("Value", "n/a"), ("Value", "-1"), ("Value", "0"), ("Year", "20200"), ("Year", ""), ("Country Code", "TAH")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(gdp(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_gives_a_figure_for_each_member_and_year() -> None:
    found = [e for e in everything().facts.edges_of(Measures) if e.source.id.startswith("gdp_")]
    assert len(found) == 285
    assert len({e.target.id for e in found}) == 15


def test_the_figure_of_another_file_stands_beside_it(tmp_path: Path) -> None:
    bundle = folder_of(tmp_path / "data", COUNTRIES, FILE)
    mine = written(tmp_path / "mine", FILE, "Country Code,Year,Value\nTHA,2020,1\n")
    told = gather([mine], bundled=bundle)
    assert not told.errors
    same = [n for n in told.facts.nodes.values() if isinstance(n, Observation) and n.id.endswith("/THA-2020")]
    assert len(same) == 2
