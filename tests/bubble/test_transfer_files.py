"""What goes out with bubble export comes back with bubble import, and whatever is wrong leaves things as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.cli import run
from graph.format import facts_of, formats, in_order
from graph.stores.embedded import EmbeddedStore
from graph.writer import complete, content_hash, write
from tests.graph.formats.nasty import gathered_from, nasty

PLACES = ["g.jsonl", "g.graphml", "g.gexf", "g.cypher", "p --as parquet", "c --as csv"]
every = pytest.mark.parametrize("place", PLACES)


@pytest.fixture(autouse=True)
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small built graph, the user's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", "graph.kgl")
    facts = nasty()
    complete(facts, version="0")
    store = EmbeddedStore()
    write(facts, store)
    store.save(tmp_path / "graph.kgl")
    return tmp_path / "graph.kgl"


def hash_of(path: Path) -> str:
    return content_hash(gathered_from(facts_of(EmbeddedStore(path))))


@every
def test_there_and_back(place: str, graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = place.split(" ", maxsplit=1)[0]
    before = hash_of(graph)
    assert run(["export", *place.split()]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Wrote ")
    assert f" to {name} as " in said
    assert run(["import", name, "--graph", "new/other.kgl"]) == 0
    assert capsys.readouterr().out.endswith(" into new/other.kgl\nThe content is as it was built.\n")
    assert hash_of(Path("new/other.kgl")) == before
    assert sorted(p.name for p in Path("new").iterdir()) == ["other.kgl"]


@every
def test_a_former_export_is_replaced_and_nothing_else(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = place.split(" ", maxsplit=1)[0]
    assert run(["export", *place.split()]) == 0
    assert run(["export", *place.split()]) == 0
    path = Path(name)
    if path.is_dir():
        (path / "my notes.txt").write_text("keep", "utf-8")
    else:
        path.write_text("keep", "utf-8")
    capsys.readouterr()
    assert run(["export", *place.split()]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"bubble: {name}: is no ")
    assert told.endswith(" export, so it is left as it is; choose another place or remove it\n")
    assert (path / "my notes.txt" if path.is_dir() else path).read_text("utf-8") == "keep"
    assert sorted(p.name for p in Path().iterdir()) == sorted(["graph.kgl", name])


def test_a_changed_export_says_so(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "g.jsonl"]) == 0
    path = Path("g.jsonl")
    path.write_text(path.read_text("utf-8").replace('"name": "Japan"', '"name": "Nippon"'), "utf-8")
    assert run(["import", "g.jsonl"]) == 0
    assert capsys.readouterr().out.endswith("into graph.kgl\nThe content was changed since it was built.\n")
    assert EmbeddedStore(graph).ask("MATCH (c:Country {name: 'Nippon'}) RETURN count(c) AS n") == [{"n": 1}]


def test_a_graph_without_a_build_is_taken_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    facts = nasty()
    formats()["jsonl"].write(in_order(n for n in facts.nodes.values() if n.kind != "Build"), Path("g.jsonl"))
    assert run(["import", "g.jsonl"]) == 0
    assert "It holds no record of a build" in capsys.readouterr().out


def test_what_is_wrong_is_told_line_by_line_and_the_graph_stays(
    graph: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graph.read_bytes()
    Path("g.jsonl").write_text(
        '{"id": "THA", "kind": "Country", "latitude": "north"}\n'
        '{"id": "JPN", "kind": "Country"}\n'
        '{"kind": "BASED_IN", "source": "a", "source_kind": "Agency", "target": "JPN", "target_kind": "Country"}\n',
        "utf-8",
    )
    assert run(["import", "g.jsonl"]) == 1
    assert capsys.readouterr().err == (
        "bubble: g.jsonl:1: latitude: expected a number as 12.5, found 'north'\n"
        "g.jsonl:3: no Agency has the id a; correct it or add that Agency; nothing was imported, the graph is as it was\n"
    )
    assert graph.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nowhere.jsonl"], "nowhere.jsonl: no such file or folder; an export is made with: bubble export"),
        (["import", "."], ".: expected a folder with files as nodes/Agency.parquet or nodes/Agency.csv, found none"),
        (
            ["import", "graph.kgl"],
            "graph.kgl: expected a file's ending of .cypher, .gexf, .graphml, .jsonl; for a folder",
        ),
        (["import", "empty.jsonl"], "empty.jsonl: expected a graph, found no node in it; the graph is as it was"),
        (["export", "g.jsonl", "--graph", "no.kgl"], "no.kgl: no graph here yet; make one with: bubble build"),
        (
            ["export", "g.xlsx"],
            "g.xlsx: expected a file's ending of .cypher, .gexf, .graphml, .jsonl; for a folder say",
        ),
        (["export", "g", "--as", "csv", "--for", "neo4j-admin"], "expected --as or --for, found both"),
        (["export", "empty.jsonl/g.jsonl"], "empty.jsonl/g.jsonl: can't be written: "),
        (["export", "graph.kgl", "--as", "parquet"], "graph.kgl: is no parquet export, so it is left as it is; choose"),
    ],
)
def test_a_misuse_is_one_line(arguments: list[str], said: str, graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = graph.read_bytes()
    Path("empty.jsonl").touch()
    assert run(arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"bubble: {said}")
    assert told.count("\n") == 1
    assert graph.read_bytes() == before


def test_the_importer_s_folder_comes_with_the_line_that_runs_it(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["export", "n", "--for", "neo4j-admin"]) == 0
    assert capsys.readouterr().out.endswith("Import them with the database stopped: sh n/import.sh\n")
    script = Path("n/import.sh").read_text("utf-8")
    assert "--relationships=PARTNERS_WITH=data/PARTNERS_WITH.Bloc.Country.header.csv," in script
    assert {p.name for p in Path("n").iterdir()} == {"import.sh", "schema.cypher", "data"}
    assert run(["import", "n"]) == 1


def test_a_link_is_written_through() -> None:
    Path("real").mkdir()
    Path("g.jsonl").symlink_to("real/g.jsonl")
    for _ in range(2):
        assert run(["export", "g.jsonl"]) == 0
        assert Path("g.jsonl").is_symlink()
    assert Path("real/g.jsonl").stat().st_size > 1000
