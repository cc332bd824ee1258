"""What goes into any format comes out of it; what was not written by it is refused in one line."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from graph.cells import ENDS
from graph.errors import GraphError
from graph.facts import Facts
from graph.format import Format, format_at, format_for, formats, gathered, in_order
from graph.model import EDGES, NODES, Agency, Country
from graph.writer import content_hash
from tests.built import bundled
from tests.graph.formats.nasty import gathered_from, graphs, nasty

READ = [each for each in formats().values() if each.read]
every = pytest.mark.parametrize("form", READ, ids=lambda form: form.name)


def put(facts: Facts, form: Format, folder: Path) -> Path:
    place = folder / ("g" if form.is_folder else f"g{form.ending}")
    form.write(in_order([*facts.nodes.values(), *facts.edges.values()]), place)
    return place


def got(form: Format, place: Path) -> Facts:
    assert form.read is not None
    return gathered(form.read(place))


def files(place: Path) -> dict[str, bytes]:
    found = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


def test_there_is_a_format_for_every_use() -> None:
    assert list(formats()) == ["csv", "cypher", "gexf", "graphml", "jsonl", "neo4j-admin", "parquet"]


def test_no_property_has_a_name_that_formats_use_themselves() -> None:
    own = {*ENDS, "kind", "label", "props"} - {"id"}
    assert [(k.kind, own & set(k.stored())) for k in (*NODES.values(), *EDGES.values()) if own & set(k.stored())] == []
    assert [k.kind for k in EDGES.values() if "id" in k.stored()] == []


@every
def test_a_nasty_graph_comes_back_as_it_was(form: Format, tmp_path: Path) -> None:
    facts = nasty()
    back = got(form, put(facts, form, tmp_path))
    assert [str(problem) for problem in back.problems] == []
    assert {place: edge.encode() for place, edge in back.edges.items()} == {
        place: edge.encode() for place, edge in facts.edges.items()
    }
    assert {ref: node.encode() for ref, node in back.nodes.items()} == {
        ref: node.encode() for ref, node in facts.nodes.items()
    }
    assert content_hash(back) == content_hash(facts)


@every
@given(facts=graphs())
@settings(max_examples=60)
def test_any_graph_comes_back_as_it_was(form: Format, facts: Facts) -> None:
    with TemporaryDirectory() as folder:
        back = got(form, put(facts, form, Path(folder)))
    assert [str(problem) for problem in back.problems] == []
    assert content_hash(back) == content_hash(facts)
    assert (len(back.nodes), len(back.edges)) == (len(facts.nodes), len(facts.edges))


@every
def test_the_bundled_graph_comes_back_as_it_was(form: Format, tmp_path: Path) -> None:
    place = put(bundled().made.gathered.facts, form, tmp_path)
    back = got(form, place)
    assert back.problems == []
    assert content_hash(back) == bundled().made.build.content_hash
    assert format_at(place).name == form.name
    assert form.is_ours(place)


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
def test_the_same_graph_is_the_same_bytes_in_whatever_order_it_came(form: Format, tmp_path: Path) -> None:
    facts = nasty()
    other = gathered_from([*reversed(facts.nodes.values()), *reversed(facts.edges.values())])
    places = [tmp_path / name for name in ("one", "two")]
    for each, folder in zip((facts, other), places, strict=True):
        folder.mkdir()
        put(each, form, folder)
    assert files(places[0]) == files(places[1])


@every
def test_an_empty_graph_is_an_empty_export(form: Format, tmp_path: Path) -> None:
    assert got(form, put(Facts(), form, tmp_path)).nodes == {}


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
@pytest.mark.parametrize(
    ("node", "said"),
    [
        (Country(id="x", note="a\0b"), "Country x: note: expected text, found the character U[+]0000 in it; remove it"),
        (
            Country(id="x", note="\ud800"),
            "Country x: note: expected text, found the character U[+]D800 in it; remove it",
        ),
        (Country(id="x", latitude=float("nan")), "Country x: latitude: expected a number as 12.5, found 'nan'"),
        (Agency(id="x", aliases=("a\0",)), "Agency x: aliases: expected text, found the character U[+]0000"),
    ],
    ids=["nul", "half a character", "nan", "nul in a list"],
)
def test_what_is_no_value_is_refused_by_all(form: Format, node: Country, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=f"^{said}"):
        put(gathered_from([node]), form, tmp_path)


@pytest.mark.parametrize("name", ["graphml", "gexf", "cypher"])
def test_what_one_format_cannot_hold_is_told_with_those_that_can(name: str, tmp_path: Path) -> None:
    facts = gathered_from([Agency(id="x\n", duty="b\x01")])
    with pytest.raises(
        GraphError, match=r"^Agency x\\u000a: duty: holds the character U\+0001.*export as jsonl or parquet$"
    ):
        put(facts, formats()[name], tmp_path)
    for other in ("jsonl", "parquet", "csv"):
        (tmp_path / other).mkdir()
        back = got(formats()[other], put(facts, formats()[other], tmp_path / other))
        assert content_hash(back) == content_hash(facts)


def test_a_place_tells_its_format(tmp_path: Path) -> None:
    assert format_for(tmp_path / "G.JSONL").name == "jsonl"
    assert format_for(tmp_path / "x", "parquet").name == "parquet"
    with pytest.raises(GraphError, match=r"x.xlsx: expected a file's ending of .cypher, .gexf, .graphml, .jsonl; for"):
        format_for(tmp_path / "x.xlsx")
    with pytest.raises(GraphError, match=r"x.json: expected a name that ends in .jsonl for jsonl"):
        format_for(tmp_path / "x.json", "jsonl")
    with pytest.raises(GraphError, match=r'found jsnl \(did you mean "jsonl"\?\)'):
        format_for(tmp_path / "x", "jsnl")
    with pytest.raises(GraphError, match="no such file or folder"):
        format_at(tmp_path / "x")
