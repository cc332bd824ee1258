"""bubble draw: views, queries and questions; whatever the answer holds is drawn, no more and no less."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from bubble.catalogue import find
from bubble.cli import run
from bubble.drawing import params_of
from bubble.notebook import Graph
from bubble.linked import NothingToDrawError
from bubble.results import picture_of_answer, picture_of_question
from graph.errors import GraphError
from graph.store import Answer
from graph.stores.embedded import EmbeddedStore
from queries import ask, catalogue
from tests.built import bundled
from visuals.canvas import endings
from visuals.picture import Picture
from visuals.view import views

LINKS = "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a, r, b"
FORMS = {
    "columns": LINKS,
    "the other way": "MATCH (b:Agency)<-[r:PARTNERS_WITH]-(a:Agency) RETURN b, a, r",
    "twice": "MATCH (a:Agency)-[r:PARTNERS_WITH]-(b:Agency) RETURN a, r, b",
    "a path": "MATCH p = (a:Agency)-[:PARTNERS_WITH]->(b:Agency) RETURN nodes(p) AS n, relationships(p) AS r",
    "lists": "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a, collect([r, b]) AS all",
    "maps": "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN {link: r, ends: [a, b]} AS all",
    "one row": "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN collect(a) AS a, collect(r) AS r, collect(b) AS b",
}
NAMING = ("link", "links", "link_ids", "initiative", "own_links")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and the bundled graph as the usual one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))


@cache
def edges_of(text: str) -> list[tuple[str, str, str]]:
    """Ends and ids of the edges, as plain values say."""
    told = bundled().store.ask(text)
    return sorted((f"Agency:{row['a']}", row["id"], f"Agency:{row['b']}") for row in told)


def of_query(text: str) -> Picture:
    return picture_of_answer(bundled().store, bundled().store.ask(text), "t", "")


@pytest.mark.parametrize("form", FORMS)
def test_edges_drawn_are_the_edges_of_the_answer_in_whatever_form_it_comes(form: str) -> None:
    wanted = edges_of("MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a.id AS a, r.id AS id, b.id AS b")
    drawn = of_query(FORMS[form]).links.values()
    assert sorted((link.source, link.id, link.target) for link in drawn) == wanted
    assert len({(a, b) for a, _, b in wanted}) < len(wanted), "some are parallel"


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (c:Country)-[r:PARTY_TO]->(a:Agreement) RETURN c, r, a",
        "MATCH (p:Programme)-[r]->(x) WHERE NOT x:Evidence RETURN p, r, x",
        "MATCH (x)-[r:JOINS]->(p:Partnership) RETURN x, r, p LIMIT 300",
        "MATCH (s:Sector)-[r:PART_OF]->(t:Sector) RETURN s, r, t",
        "MATCH (e:Evidence)-[r:READ_IN]->(s:Source) RETURN e, r, s LIMIT 200",
    ],
)
def test_every_kind_of_node_and_edge_can_be_drawn(text: str) -> None:
    answer = bundled().store.ask(text)
    picture = picture_of_answer(bundled().store, answer, "t", "")
    held = [value for row in answer for value in row.values() if "_type" in value]
    assert sorted(link.kind for link in picture.links.values()) == sorted(value["_type"] for value in held)
    assert len(picture.dots) == len({value.handle for row in answer for value in row.values() if "_labels" in value})


def test_what_is_drawn_of_a_query_shows_passages_countries_and_facts() -> None:
    picture = of_query(LINKS)
    named = {id for link in picture.links.values() for id in link.evidence}
    assert named
    assert set(picture.passages) == named
    assert all(passage.source for passage in picture.passages.values())
    jetro = picture.dots["Agency:jetro"]
    assert (jetro.group, jetro.seat.en, jetro.seat.th) == ("JPN", "Japan", "ญี่ปุ่น")
    assert {fact.label_th: fact.value for fact in jetro.facts}["ชื่อย่อ"] == "JETRO"
    assert any(sector.en for link in picture.links.values() for sector in link.sectors)
    assert picture.stamp is not None


def links_named(answer: Answer) -> set[str]:
    """The ids of links in an answer, by the columns that hold some."""
    found: set[str] = set()
    for row in answer:
        for column in NAMING if "link_ids" not in answer.columns else ("link", "link_ids"):
            value: Any = row.get(column)
            cells = value if isinstance(value, list) else [value]
            found |= {each.partition(" ")[0] for each in cells if isinstance(each, str)}
    return found


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_links_of_every_question_are_drawn_or_it_says_why_not(name: str) -> None:
    store = bundled().store
    ids = links_named(ask(store, name))
    parties: dict[str, set[str]] = {}
    for row in store.ask("MATCH (x)-[:JOINS]->(p:Partnership) RETURN p.id AS link, labels(x)[0] + ':' + x.id AS key"):
        parties.setdefault(row["link"], set()).add(row["key"])
    if not ids & set(parties):
        with pytest.raises(NothingToDrawError, match=rf"^{name}: its answer names no links by their ids; .+") as why:
            picture_of_question(store, find(name), {})
        assert "\n" not in str(why.value)
        return
    picture = picture_of_question(store, find(name), {})
    drawable = {id for id in ids if len(parties.get(id, ())) > 1}
    assert {link.id for link in picture.links.values()} == drawable
    if len(ids) > len(drawable):
        assert f"Not drawn: {len(ids) - len(drawable)} link" in picture.answer.en
    if name not in ("evidence-of-link", "neighbourhood"):
        return
    pairs = {(id, frozenset(pair)) for id in drawable for pair in combinations(sorted(parties[id]), 2)}
    assert {(k.id, frozenset({k.source, k.target})) for k in picture.links.values()} == pairs


def test_a_question_is_drawn_under_its_title_and_sentence() -> None:
    picture = picture_of_question(bundled().store, find("neighbourhood"), {"of": "JETRO"})
    assert picture.title.th == catalogue()["neighbourhood"].title_th
    assert picture.answer.en.startswith("Japan External Trade Organization has ")
    named = picture_of_question(bundled().store, find("neighbourhood"), {}, title="Mine")
    assert (named.title.en, named.title.th) == ("Mine", "")


def test_few_nodes_stand_in_boxes_by_country_and_many_in_their_fixed_places() -> None:
    few = of_query(LINKS + " LIMIT 30")
    assert few.arrangement is not None
    assert picture_of_question(bundled().store, find("links-serving-sector"), {}).arrangement is None


def test_a_view_a_query_and_a_question_are_drawn_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draw", "neighbourhood", "--param", "of=JETRO", "--lang", "th", "--to", "n.html"]) == 0
    assert run(["draw", "--cypher", LINKS, "--title", "Who & whom", "--to", "c.svg"]) == 0
    assert run(["draw", "--question", "overlapping-links", "--param", "sector=halal", "--to", "q.html"]) == 0
    assert capsys.readouterr().out.count("Drew ") == 3
    assert "องค์การส่งเสริมการค้าต่างประเทศของญี่ปุ่น" in Path("n.html").read_text("utf-8")
    assert "Who &amp; whom" in Path("c.svg").read_text("utf-8")


def test_parameters_of_a_query_are_typed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) WHERE a.id IN $ids RETURN a, r, b"
    assert run(["draw", "--cypher", text, "--param", 'ids=["diprom"]', "--to", "c.html"]) == 0
    held = len(bundled().store.ask(text, {"ids": ["diprom"]}))
    assert f"and {held} links" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--cypher", "MATCH (n) DELETE n", "--to", "x.svg"], "Cypher, line 1, column 11: expected an operator"),
        (["--cypher", "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r", "--to", "x.svg"], "Cypher, line 1"),
        (["--cypher", "RETURN 1 AS n", "--to", "x.svg"], "the answer holds nothing to draw; return nodes and edges"),
        (["--cypher", "RETURN 1 AS n"], "expected --to FILE.html or --to FILE.svg, found none"),
        (["firms", "--cypher", LINKS, "--to", "x.svg"], "expected the name of a view, --cypher or --question"),
        (["firms", "--title", "Mine", "--to", "x.svg"], "--title goes with --cypher or --question"),
        (["--question", "trade-structure", "--to", "x.svg"], "trade-structure: its answer names no links by their ids"),
        (["--question", "behind-programmes", "--to", "x.svg"], "behind-programmes: its answer names no links"),
        (["--question", "links", "--to", "x.svg"], "no question is called links"),
        (
            ["neighbourhood", "--param", "off=JETRO", "--to", "x.svg"],
            "neighbourhood has no parameter off (did you mean",
        ),
        (["neighbourhood", "--param", "of=JETROO", "--to", "x.svg"], "party: of: expected the id, short name"),
        (["firm", "--help"], "view: expected one of"),
        (
            ["--cypher", "MATCH (a), (b), (c) RETURN count(*) AS n", "--seconds", "0.2", "--to", "x.svg"],
            "the query took longer than 0.2 s and was stopped",
        ),
    ],
)
def test_each_mistake_is_one_line_and_writes_nothing(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["draw", *line]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"bubble: {said}")
    assert err.count("\n") == 1
    assert list(Path().iterdir()) == []


def test_an_answer_that_was_cut_is_not_drawn_as_if_it_were_whole(capsys: pytest.CaptureFixture[str]) -> None:
    text = "MATCH (a)-[r:TRADES_IN]->(b) RETURN a, r, b"
    assert run(["draw", "--cypher", text, "--to", "x.html"]) == 1
    assert "the answer has more than 10,000 rows" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "th"])
def test_the_list_has_every_view_with_title_parameters_and_files(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert run(["draw", "--lang", language]) == 0
    lines = {line.split(" ")[0]: line for line in capsys.readouterr().out.splitlines()}
    for name, view in views().items():
        assert view.title.of(language) in lines[name]
        for param in params_of(view):
            assert f"{param.name}={param.default}" in lines[name]
        assert all(ending in lines[name] for ending in endings(view.canvas))


def test_help_of_a_view_tells_what_it_takes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draw", "neighbourhood", "--help"]) == 0
    told = capsys.readouterr().out
    assert "Who is linked with one party" in told
    assert "of=DIPROM" in told
    assert "short name" in told
    assert run(["draw", "neighbourhood", "--lang", "th", "--help"]) == 0
    assert "หน่วยงานหนึ่งเชื่อมโยงกับใคร" in capsys.readouterr().out
    assert run(["draw", "--help"]) == 0
    assert "Usage: bubble draw" in capsys.readouterr().out


def test_a_notebook_draws_views_and_answers() -> None:
    with Graph(EmbeddedStore(bundled().path)) as g:
        assert g.draw("neighbourhood", "a/n.html", of="JETRO", steps=2) == Path("a/n.html")
        assert "JETRO" in Path("a/n.html").read_text("utf-8")
        g.draw(g.cypher(LINKS), "c.svg", title="Mine", language="th", size="column")
        assert ">Mine<" in Path("c.svg").read_text("utf-8")
        g.draw(g.ask("overlapping-links"), "q.html")
        assert catalogue()["overlapping-links"].title in Path("q.html").read_text("utf-8")
        with pytest.raises(GraphError, match="holds nothing to draw"):
            g.draw(g.cypher("RETURN 1 AS n"), "x.svg")
