"""Well-known agreements keep one id, whatever file names them."""

from __future__ import annotations

import pytest

from graph.dates import read_date
from graph.kinds import Ref
from graph.model import Agreement
from loaders.row import CellError
from loaders.sources.agreement_names import agreement_names
from tests.loaders.literal import everything, nodes, row

CELLS = {
    "id": "jtepa",
    "name_en": "Japan-Thailand Economic Partnership Agreement",
    "name_th": "ความตกลง",
    "other_names": "JTEPA",
    "huggo_id": "JPN-THA[NA]_2007O",
    "in_force": "2007-11-01",
}


def test_a_row_names_an_agreement_and_its_huggo_id() -> None:
    agreement = nodes(agreement_names, row(CELLS))[0]
    assert agreement == Agreement(
        id="jtepa",
        name=CELLS["name_en"],
        name_th="ความตกลง",
        aliases=("JTEPA", "JPN-THA[NA]_2007O"),
        in_force=read_date("2007-11-01"),
    )


@pytest.mark.parametrize(("column", "cell"), [("id", ""), ("name_en", ""), ("in_force", "soon")])
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(agreement_names(row({**CELLS, column: cell})))
    assert refused.value.column == column


@pytest.mark.parametrize("id", ["jtepa", "tnzcep", "tafta", "aanzfta", "cptpp", "afta", "atiga", "ajcep"])
def test_a_bundled_agreement_is_one_node_with_what_huggo_says(id: str) -> None:
    agreement = everything().facts.nodes[Ref("Agreement", id)]
    assert isinstance(agreement, Agreement)
    assert agreement.signed
    assert agreement.name_th
