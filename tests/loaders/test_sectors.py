"""Policy sectors and what falls in them."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Activity, FallsIn, PartOf, Product, Programme, Sector, Serves
from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.sources import sectors as source
from loaders.sources.sectors import sectors
from tests.loaders.literal import edges, everything, nodes, row

KNOWN = (
    *(Product(id=id) for id in ("04", "05", "19", "1901", "21", "2105")),
    *(Activity(id=id) for id in ("10", "1050", "1101", "1102")),
)
CELLS = {
    "id": "sec:dairy",
    "name_en": "Dairy products",
    "name_th": "ผลิตภัณฑ์นม",
    "parent": "sec:foodproc",
    "isic": "10",
    "hs_chapters": "04;19;21",
    "source": "our mapping",
    "isic_detail": "1050",
    "hs_detail": "04;1901;2105",
}


def members(**changes: str) -> list[str]:
    return [e.source.id for e in edges(sectors, row({**CELLS, **changes}, KNOWN)) if isinstance(e, FallsIn)]


def test_a_sector_keeps_its_codes_and_its_place_in_the_tree() -> None:
    sector = nodes(sectors, row(CELLS, KNOWN))[0]
    assert isinstance(sector, Sector)
    assert (sector.id, sector.isic, sector.hs_chapters) == ("dairy", ("10", "1050"), ("04", "19", "21"))
    assert sector.basis == "our mapping; ISIC: 1050; HS: 04;1901;2105"
    tree = [e for e in edges(sectors, row(CELLS, KNOWN)) if isinstance(e, PartOf)]
    assert [(e.source.id, e.target.id) for e in tree] == [("dairy", "foodproc")]


def test_products_and_activities_fall_in_it() -> None:
    assert members() == ["04", "1901", "2105", "1050"]
    assert members(hs_detail="04-05", isic_detail="1101-1102") == ["04", "05", "1101", "1102"]


def test_codes_outside_the_tree_are_told_and_kept() -> None:
    outside = row({**CELLS, "hs_detail": "8432-8438"}, KNOWN)
    assert not [e for e in edges(sectors, outside) if isinstance(e, FallsIn) and e.source.kind == "Product"]
    assert outside.notices == [("hs_detail", "no product for 8432 to 8438 in the graph; kept in the sector's basis")]


def test_a_remark_makes_no_members_but_is_told_and_kept() -> None:
    remarked = row({**CELLS, "isic_detail": "10 (cuts across)"}, KNOWN)
    found = list(sectors(remarked))
    assert not [f for f in found if isinstance(f, FallsIn) and f.source.kind == "Activity"]
    assert [column for column, _ in remarked.notices] == ["isic_detail"]
    assert isinstance(found[0], Sector)
    assert "10 (cuts across)" in found[0].basis


def test_a_programme_is_no_sector() -> None:
    programme = row({**CELLS, "id": "prog:foodvalley", "name_en": "Thailand Food Valley (programme)"}, KNOWN)
    assert [(type(n), n.id, n.name) for n in nodes(sectors, programme)] == [
        (Programme, "foodvalley", "Thailand Food Valley")
    ]
    assert [(type(e), e.target.id) for e in edges(sectors, programme)] == [(Serves, "foodproc")]


def test_a_mapping_from_general_knowledge_says_so() -> None:
    assert source._basis(row(CELLS)).confidence is Confidence.INFERRED
    assert source._basis(row({**CELLS, "source": "x (general knowledge: HS)"})).confidence is Confidence.GENERAL


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", "dairy"),
        ("parent", "foodproc"),
        ("hs_detail", "1999"),
        ("isic_detail", "1059"),
        ("hs_chapters", "4-2"),
        ("isic", "ten"),
        ("name_th", ""),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(sectors(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_the_bundled_file_gives_one_tree_below_agriculture_and_food() -> None:
    facts = everything().facts
    found = {n.id for n in facts.nodes.values() if isinstance(n, Sector)}
    up = {e.source.id: e.target.id for e in facts.edges_of(PartOf) if e.source.kind == "Sector"}
    assert {"agrifood", "food", "agri-machinery", "plantprotein"} <= found
    for sector in ("food", "agri-machinery", "plantprotein"):
        above = [sector]
        while above[-1] in up:
            above.append(up[above[-1]])
        assert "agrifood" in above
    assert Ref("Programme", "foodvalley") in facts.nodes
