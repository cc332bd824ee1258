"""A file named after a kind: columns and checks come from the model."""

from __future__ import annotations

import pytest

from graph.dates import read_date
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES, Agency, Country, Enquiry, Firm, Joins, Partnership, PartyTo
from graph.vocabulary import Form, Found, Role, Status
from loaders.kind_files import columns_of, fact_of, kind_named
from loaders.row import CellError, Row
from tests.loaders.literal import row


def named(file: str, **cells: str) -> Row:
    given = row(cells)
    return Row(f"mine/kinds/{file}", 2, cells, given.names)


def test_columns_are_the_properties_with_both_labels() -> None:
    assert list(columns_of(Country))[:3] == ["id", "name", "name_th"]
    assert columns_of(Country)["iso2"] == ("ISO 3166-1 alpha-2", "รหัสสองอักษร")
    assert list(columns_of(Joins)) == ["source", "target", "status", "note", "role", "named_as", "side"]


def test_what_is_stamped_on_is_no_column() -> None:
    kinds: list[type[Node] | type[Edge]] = [*NODES.values(), *EDGES.values()]
    assert [kind.kind for kind in kinds if "evidence" in columns_of(kind)] == []


@pytest.mark.parametrize(
    ("kind", "cells", "fact"),
    [
        (
            Firm,
            {"id": "f", "name": "F", "aliases": "G; H", "delisted": "yes"},
            Firm(id="f", name="F", aliases=("G", "H"), delisted=True),
        ),
        (Country, {"id": "XXA", "latitude": "-1.5"}, Country(id="XXA", latitude=-1.5)),
        (
            Enquiry,
            {"id": "q", "searched_on": "2026-11", "found": "no", "results_read": "8"},
            Enquiry(id="q", searched_on=read_date("2026-11"), found=Found.NO, results_read=8),
        ),
        (
            Partnership,
            {"id": "p", "form": "talks", "status": "in talks", "start": "พ.ศ. 2563"},
            Partnership(id="p", form=Form.TALKS, status=Status.IN_TALKS, start=read_date("2020")),
        ),
        (
            Joins,
            {"source": "Agency:a", "target": "Partnership:p", "role": "place"},
            Joins(source=Agency.at("a"), target=Partnership.at("p"), role=Role.PLACE),
        ),
    ],
)
def test_a_row_is_a_fact(kind: type[Node] | type[Edge], cells: dict[str, str], fact: Node | Edge) -> None:
    assert fact_of(kind, row(cells)) == fact
    assert fact_of(kind, row(cells)).wrong() == ""


@pytest.mark.parametrize(
    ("kind", "cells", "said"),
    [
        (Firm, {"name": "F"}, "id: expected a value, found an empty cell"),
        (Partnership, {"id": "p", "form": "talks"}, "status: expected a value, found an empty cell"),
        (PartyTo, {"source": "Country:THA"}, "target: expected a value, found an empty cell"),
        (
            PartyTo,
            {"source": "Contry:THA", "target": "Agreement:rcep"},
            "source: expected Kind:id as Country:THA, found 'Contry:THA'",
        ),
        (Country, {"id": "X", "latitude": "north"}, "latitude: expected a number as 12.5, found 'north'"),
        (Enquiry, {"id": "q", "searched_on": "2026", "found": "no", "results_read": "9223372036854775808"}, "results_read: expected a whole number, found '9223372036854775808'"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_told(kind: type[Node] | type[Edge], cells: dict[str, str], said: str) -> None:
    with pytest.raises(CellError) as refused:
        fact_of(kind, row(cells))
    assert str(refused.value) == said


def test_the_files_name_is_the_kind() -> None:
    assert kind_named(named("Agency.csv")) is Agency
    assert kind_named(named("JOINS.csv")) is Joins


@pytest.mark.parametrize("file", ["agency.csv", "Joins.csv", "PARTNERS_WITH.csv", "Build.csv", "Node.csv"])
def test_what_is_derived_or_no_kind_has_no_file(file: str) -> None:
    with pytest.raises(CellError, match=r"^file name: expected the name of a kind as Agency.csv or JOINS.csv, found "):
        kind_named(named(file))
