"""What every store must do; a new engine is one more entry of STORES."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import PartialDate, read_date
from graph.errors import GraphError
from graph.model import Agency, Bloc, Country, Event, Exports, Firm, Joins, MemberOf, Partnership
from graph.store import Store
from graph.stores.embedded import EmbeddedStore
from graph.vocabulary import Form, Status
from tests.neo4j_server import Server

ENGINES = ["embedded", *(pytest.param(name, marks=pytest.mark.xdist_group("neo4j")) for name in ("server", "py2neo"))]
THAI = "กสอ. \"ผนึก\"\nสมาชิก'อาร์เซป' \\ $x {y} `z`"
THA, JPN = Country(id="THA", name="Thailand"), Country(id="JPN", name="Japan")
ODD = Partnership(
    id="p'1",
    name=THAI,
    form=Form.TALKS,
    status=Status.ACTIVE,
    start=read_date("2020-07"),
    stake_pct=12.5,
    sector_words=("rice", "ข้าว"),
)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of each engine that knows the model."""
    if request.param == "embedded":
        made: Store = EmbeddedStore()
    else:
        server: Server = request.getfixturevalue("neo4j_server")
        made = server.store() if request.param == "server" else server.py2neo_store()
    with made:
        made.declare()
        made.replace([], [])
        yield made


def test_a_store_keeps_the_protocol(store: Store) -> None:
    assert isinstance(store, Store)


def test_text_dates_lists_and_numbers_come_back_as_they_went(store: Store) -> None:
    store.write([ODD], [])
    answer = store.ask("MATCH (p:Partnership) RETURN p")
    assert answer.columns == ("p",)
    assert answer[0]["p"] == {"_labels": ["Partnership"], **ODD.encode()}


def test_parallel_edges_are_kept_and_writing_again_changes_nothing(store: Store) -> None:
    flows = [
        Exports(source=THA.ref, target=JPN.ref, product="10", year=year, unit="US$", dataset="d", value=value)
        for year, value in ((2018, 1.0), (2019, None), (2020, 0.0))
    ]
    for _ in range(2):
        store.write([THA, JPN], flows)
    answer = store.ask(
        "MATCH (:Country {id: 'THA'})-[r:EXPORTS]->(b) RETURN r.year AS year, r.value AS value ORDER BY year"
    )
    assert list(answer) == [{"year": 2018, "value": 1.0}, {"year": 2019, "value": None}, {"year": 2020, "value": 0.0}]


def test_an_edge_knows_its_kind_and_properties(store: Store) -> None:
    store.write([THA, ODD], [Joins(source=THA.ref, target=ODD.ref, named_as="Siam", side=1)])
    assert store.ask("MATCH ()-[r:JOINS]->() RETURN r")[0]["r"] == {
        "_type": "JOINS",
        "id": "Country:THA|Partnership:p'1",
        "role": "party",
        "named_as": "Siam",
        "side": 1,
    }


def test_an_edge_may_join_several_kinds(store: Store) -> None:
    bloc = Bloc(id="asean")
    store.write(
        [THA, bloc, Agency(id="a"), ODD],
        [MemberOf(source=THA.ref, target=bloc.ref), Joins(source=bloc.ref, target=ODD.ref)],
    )
    answer = store.ask("MATCH (x)-[:JOINS]->(:Partnership) RETURN labels(x)[0] AS kind")
    assert list(answer) == [{"kind": "Bloc"}]


def test_a_kind_that_has_no_nodes_yet_can_be_asked_for(store: Store) -> None:
    answer = store.ask("MATCH (e:Event) RETURN e.held AS held")
    assert (list(answer), answer.columns) == ([], ("held",))


def test_rows_are_limited_and_it_is_said(store: Store) -> None:
    store.write([Firm(id=f"f{i}") for i in range(20)], [])
    answer = store.ask("MATCH (f:Firm) RETURN f.id AS id ORDER BY id", rows=5)
    assert (len(answer), answer.cut) == (5, True)
    whole = store.ask("MATCH (f:Firm) RETURN f.id AS id", rows=20)
    assert (len(whole), whole.cut) == (20, False)


def test_time_is_limited(store: Store) -> None:
    store.write([Firm(id=f"f{i}") for i in range(400)], [])
    with pytest.raises(GraphError, match=r"took longer than 0.05 s"):
        store.ask(
            "MATCH (a:Firm), (b:Firm), (c:Firm) WHERE a.id + b.id + c.id = 'x' RETURN count(*) AS n", seconds=0.05
        )


@pytest.mark.parametrize("text", ["RETURN $nothing", "RETUR 1", "MATCH (n:Firm) RETURN n.id.x.y("])
def test_what_the_engine_refuses_is_one_plain_line(store: Store, text: str) -> None:
    with pytest.raises(GraphError, match=r"^the query can't be answered: .+") as told:
        store.ask(text)
    assert "\n" not in str(told.value)


@given(
    text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    numbers=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=3),
)
def test_any_text_and_number_comes_back(text: str, numbers: list[float]) -> None:
    for store in [EmbeddedStore()]:
        store.declare()
        events = [Event(id=str(i), name=text, held=read_date("1999")) for i in range(len(numbers))]
        flows = [
            Exports(source=THA.ref, target=JPN.ref, product=text, year=i, unit="u", dataset="d", value=number)
            for i, number in enumerate(numbers)
        ]
        store.write([THA, JPN, *events], flows)
        assert [r["n"] for r in store.ask("MATCH (e:Event) RETURN e.name AS n")] == [text] * len(numbers)
        kept = store.ask("MATCH ()-[r:EXPORTS]->() RETURN r.product AS p, r.value AS v ORDER BY r.year")
        assert [(r["p"], r["v"]) for r in kept] == [(text, number) for number in numbers]


PARTIAL_DATES = st.builds(
    lambda day, length: read_date(day.isoformat()[:length]),
    st.dates(date(1800, 1, 1), date(2199, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(start=PARTIAL_DATES, words=st.lists(WORDS, min_size=1, max_size=4), stake=st.floats(0, 100))
def test_any_date_list_and_share_comes_back(start: PartialDate, words: list[str], stake: float) -> None:
    store = EmbeddedStore()
    store.declare()
    told = Partnership(
        id="p", name="x", form=Form.EQUITY, status=Status.ENDED, start=start, sector_words=tuple(words), stake_pct=stake
    )
    edge = Joins(source=THA.ref, target=told.ref, named_as=words[0], evidence=tuple(words))
    store.write([told, THA], [edge])
    assert store.ask("MATCH (p:Partnership) RETURN p")[0]["p"] == {"_labels": ["Partnership"], **told.encode()}
    assert store.ask("MATCH ()-[r:JOINS]->() RETURN r")[0]["r"] == {"_type": "JOINS", "id": edge.id, **edge.encode()}


def test_a_saved_graph_opens_for_reading_only(tmp_path: Path) -> None:
    made = EmbeddedStore()
    made.declare()
    made.write([THA], [])
    path = tmp_path / "โฟลเดอร์ ใหม่" / "g.kgl"
    made.save(path)
    opened = EmbeddedStore(path)
    assert opened.ask("MATCH (c:Country) RETURN c.name AS n")[0]["n"] == "Thailand"
    with pytest.raises(GraphError):
        opened.ask("CREATE (:Country {id: 'X'})")
    assert list(tmp_path.rglob("*")) == [path.parent, path]


def wrong_places(folder: Path) -> dict[str, Path]:
    text, cut = folder / "text.kgl", folder / "cut.kgl"
    text.write_text("not a graph")
    whole = folder / "whole.kgl"
    made = EmbeddedStore()
    made.write([THA], [])
    made.save(whole)
    cut.write_bytes(whole.read_bytes()[:-20])
    return {"long": folder / ("x" * 300), "nothing": folder / "none.kgl", "folder": folder, "text": text, "cut": cut}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("long", "can't be read; choose another --graph"),
        ("nothing", "no graph here yet; make one with: bubble build"),
        ("folder", "expected a graph file, found a folder"),
        ("text", "is not a graph of this product, or is damaged"),
        ("cut", "is not a graph of this product, or is damaged"),
    ],
)
def test_a_file_that_is_no_graph_is_told(case: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=said):
        EmbeddedStore(wrong_places(tmp_path)[case])


def test_a_place_that_cant_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(GraphError, match="the graph can't be written"):
        EmbeddedStore().save(tmp_path / "file" / "g.kgl")
