"""Files that were damaged, mended by hand or made to do harm are refused in one line, and nothing of them is run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.format import Format, format_at, formats, gathered, in_order
from graph.model import Agency, BasedIn, Country
from graph.swap import ABANDONED, beside
from tests.graph.formats.nasty import gathered_from
from tests.graph.formats.test_formats import READ, every, files, put

THA = Country(id="THA", name="Thailand")
SMALL = gathered_from([THA, Agency(id="a"), BasedIn(source=Agency.at("a"), target=THA.ref)])
BOMB = """<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<graphml><graph><node id="Country:&b;"><data key="k">&x;</data></node></graph></graphml>
"""


def refused(form: str | Format, place: Path) -> str:
    """What reading tells; problems of single facts and of the whole file alike."""
    chosen = formats()[form] if isinstance(form, str) else form
    assert chosen.read is not None
    try:
        told = [str(problem) for problem in gathered(chosen.read(place)).problems]
    except GraphError as error:
        told = [str(error)]
    assert told, "nothing was refused"
    assert all("\n" not in line and len(line) < 400 for line in told)
    return "\n".join(told)


def written(text: str, name: str, folder: Path) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_document_type_is_refused(name: str, tmp_path: Path) -> None:
    place = written(BOMB, f"g.{name}", tmp_path)
    assert refused(name, place) == f"g.{name}:2: found a DOCTYPE, which no graph file needs; remove it or export anew"


@every
@pytest.mark.parametrize("keep", [0.97, 0.6, 0.3])
def test_half_a_file_is_refused(form: Format, keep: float, tmp_path: Path) -> None:
    place = put(SMALL, form, tmp_path)
    path = place / f"nodes/Country{form.ending}" if form.is_folder else place
    whole = path.read_bytes().rstrip(b"\r\n;")
    path.write_bytes(whole[: int(len(whole) * keep)])
    assert refused(form, place)


@every
@pytest.mark.parametrize("garbage", [b"PK\x03\x04" + b"\xff\xfe\x00" * 50, b"PAR1" + b"\0" * 100 + b"PAR1", b"\0\0\0"])
def test_garbage_is_refused(form: Format, garbage: bytes, tmp_path: Path) -> None:
    place = put(SMALL, form, tmp_path)
    (place / f"nodes/Country{form.ending}" if form.is_folder else place).write_bytes(garbage)
    assert refused(form, place)


@every
def test_any_byte_changed_is_refused_or_read_as_what_stands_there(form: Format, tmp_path: Path) -> None:
    """No trace, whatever byte is damaged."""
    place = put(SMALL, form, tmp_path)
    path = place / f"nodes/Country{form.ending}" if form.is_folder else place
    whole = path.read_bytes()
    assert form.read is not None
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        for damage in (b"\0", b"\xff", b'"', b"'", b"[", b"{"):
            path.write_bytes(whole[:at] + damage + whole[at + 1 :])
            told = ""
            try:
                gathered(form.read(place))
            except GraphError as error:
                told = str(error)
            assert "\n" not in told


HEAD = "UNWIND [\n"
NODE = "\n] AS row MERGE (n:Country {id: row.id}) SET n += row.props;\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CREATE (n);\n", "g.cypher:1: found 'CREATE (n);'; only what bubble export wrote is read, nothing is run"),
        ("MATCH (n) DETACH DELETE n;\n", "g.cypher:1: found 'MATCH (n) DETACH DELETE n;'"),
        (f"{HEAD}{{id: 'x', props: {{}}}}{NODE}CREATE (n);\n", "g.cypher:4: found 'CREATE (n);'"),
        (f"{HEAD}{{id: 'x', props: {{}}}}{NODE[:-2]} CREATE (m);\n", "g.cypher:3: found 'MERGE"),
        (f"{HEAD}{{id: 'x', props: {{}}}}] AS row CREATE (n) WITH [{NODE}", "g.cypher:1: found in the statement"),
        (f"{HEAD}{{id: 'x', props: {{name: apoc.load()}}}}{NODE}", "expected a value, found 'apoc'"),
        (f"{HEAD}{{id: 'x', props: {{name: $p}}}}{NODE}", "expected a value, found '$p'"),
        (f"{HEAD}{{id: 'x', props: {{name: [[[[1]]]]}}}}{NODE}", "expected a value, found '['"),
        (
            f"{HEAD}{{id: 'x', props: {{id: 'y'}}}}{NODE}",
            "g.cypher:2: found a row whose props say otherwise than itself",
        ),
        (f"{HEAD}{{id: 'x', props: 3}}{NODE}", "g.cypher:2: expected a row of id and props, found another"),
        (f"{HEAD}{{id: 'x', more: 1, props: {{}}}}{NODE}", "g.cypher:2: expected a row of id and props, found another"),
        (f"{HEAD}{{id: 'x', props: {{iso_2: 'x'}}}}{NODE}", "g.cypher:2: iso_2: Country has no such property"),
        (f"{HEAD}{{id: 'x', props: {{name: '\\\\u0041'}}}}{NODE}", "found \\\\u in a string"),
        (f"{HEAD}{{id: 'x', props: {{name: 'a\0'}}}}{NODE}", "found the control character"),
        (f"{HEAD}{{id: 'x', props: {{}}}}{NODE}".replace("Country", "User"), "g.cypher:3: found 'MERGE (n:User"),
        (f"{HEAD}{{id: 'x', props: {{latitude: date('x')}}}}{NODE}", "latitude: expected a number as 12.5, found 'x'"),
        (f"{HEAD}{{id: 'x', props: {{", "expected the end of the statement that begins here, found none"),
    ],
)
def test_cypher_is_never_run(text: str, said: str, tmp_path: Path) -> None:
    assert said in refused("cypher", written(text, "g.cypher", tmp_path))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"kind": "Country", "id": "x", "id": "y"}', "a name stands in it twice"),
        ('{"kind": "Country", "id": "x", "latitude": NaN}', "NaN is no number"),
        ('{"kind": "Country", "id": "x", "latitude": 1e999}', "latitude: expected a number as 12.5, found 'inf'"),
        ('{"kind": "Country", "id": "x", "note": "\\ud800"}', "note: expected text, found the character U+D800 in it"),
        ('{"kind": "Country", "id": "x", "note": "\\u0000"}', "note: expected text, found the character U+0000 in it"),
        ('{"kind": "Country", "id": "x", "note": {"a": 1}}', "note: expected text, found 'dict'"),
        ('{"kind": "Country", "id": "x", "aliases": [1]}', "aliases: expected text, found '1'"),
        ('{"kind": "Country", "id": 3}', "id: expected text, found '3'"),
        ('{"kind": "Country"}', "id: expected a value, found none"),
        ('{"kind": "Contry", "id": "x"}', 'no kind is called Contry (did you mean "Country"?)'),
        ('{"kind": ["Country"], "id": "x"}', 'expected "kind" as in'),
        ('{"id": "x"}', 'expected "kind" as in {"id": "THA", "kind": "Country"}, found none'),
        ("[1]", "expected one JSON object, found [1]"),
        ("[" * 100_000, "found deeper nesting"),
        ('{"kind": "Product", "id": "x", "level": ' + "9" * 5000 + "}", "expected one JSON object, found something else"),
        ('{"kind": "Product", "id": "x", "level": 9223372036854775808}', "level: expected a whole number between"),
        ('{"kind": "Product", "id": "x", "level": 1.5}', "level: expected a whole number, found '1.5'"),
        ('{"kind": "Agreement", "id": "x", "signed": "2020-02-30", "signed_precision": "day"}', "signed: expected a date"),
        ('{"kind": "Agreement", "id": "x", "signed": "2020-02-03"}', "signed: expected a date and its precision"),
        ('{"kind": "BASED_IN", "source_kind": "Firm", "source": "f", "target": "THA"}', "target_kind: expected a value"),
        (
            '{"kind": "BASED_IN", "source_kind": "Firms", "source": "f", "target_kind": "Country", "target": "THA"}',
            'source_kind: no kind of node is called Firms (did you mean "Firm"?)',
        ),
        (
            '{"kind": "BASED_IN", "id": "z", "source_kind": "Firm", "source": "f", "target_kind": "Country", "target": "T"}',
            "id: expected Firm:f|Country:T by its ends and keys, found z; leave it empty",
        ),
        (
            '{"kind": "BASED_IN", "source_kind": "Firm", "source": "f", "target_kind": "Country", "target": "THA"}',
            "no Firm has the id f; correct it or add that Firm",
        ),
        ('{"kind": "Country", "id": "THA"}', "Country THA is told twice, first at g.jsonl:1; keep one"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_with_its_place(line: str, said: str, tmp_path: Path) -> None:
    place = written('{"id": "THA", "kind": "Country"}\n' + line + "\n", "g.jsonl", tmp_path)
    told = refused("jsonl", place)
    assert told.startswith("g.jsonl:2: ")
    assert said in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,nmae\nx,y\n", "nodes/Country.csv:1: no column is called 'nmae' here (did you mean \"name\"?)"),
        ("id,id\nx,y\n", "nodes/Country.csv:1: the column id stands twice"),
        ("id,name\nx\n", "nodes/Country.csv:2: expected 2 cells as in the header, found 1"),
        ('id,name\nx,"y\n', "nodes/Country.csv:2: not readable as CSV"),
        ("id,latitude\nx,north\n", "nodes/Country.csv:2: latitude: expected a number as 12.5, found 'north'"),
        ("id,aliases\nx,a;b\n", 'nodes/Country.csv:2: aliases: expected a list as ["a", "b"], found \'a;b\''),
        ("id,name\n,x\n", "nodes/Country.csv:2: id: expected a value, found none"),
    ],
)
def test_a_bad_cell_is_told_with_its_place(text: str, said: str, tmp_path: Path) -> None:
    written(text, "nodes/Country.csv", tmp_path)
    assert said in refused("csv", tmp_path)


def test_what_a_person_adds_in_a_spreadsheet_is_taken(tmp_path: Path) -> None:
    """Columns in any order and left out, the id of an edge left empty, TRUE, an empty line."""
    written("name,id\r\nThailand,THA\r\n\r\n", "nodes/Country.csv", tmp_path)
    written("id,delisted\r\nf,TRUE\r\n", "nodes/Firm.csv", tmp_path)
    text = "id,source_kind,source,target_kind,target\r\n,Firm,f,Country,THA\r\n"
    written(text, "edges/BASED_IN.csv", tmp_path)
    read = formats()["csv"].read
    assert read is not None
    facts = gathered(read(tmp_path))
    assert facts.problems == []
    assert len(facts.edges) == 1


def test_a_formula_is_none_in_the_file(tmp_path: Path) -> None:
    place = put(gathered_from([Country(id="=x", name="'+y", note="=", latitude=-1.5)]), formats()["csv"], tmp_path)
    line = (place / "nodes/Country.csv").read_text("utf-8-sig").splitlines()[1]
    assert line.startswith("'=x,''+y,")
    assert ",=," in line
    assert ",-1.5," in line


@pytest.mark.parametrize("name", ["csv", "parquet"])
def test_only_files_of_the_folder_are_read(name: str, tmp_path: Path) -> None:
    form = formats()[name]
    place = put(SMALL, form, tmp_path)
    (tmp_path / "secret").write_text("id\nsecret\n", "utf-8")
    (place / f"nodes/Firm{form.ending}").symlink_to(tmp_path / "secret")
    assert f"nodes/Firm{form.ending}: expected a file of this folder" in refused(form, place)
    (place / f"nodes/Firm{form.ending}").unlink()
    os.mkfifo(place / f"nodes/Firm{form.ending}")
    assert f"nodes/Firm{form.ending}: expected a file of this folder" in refused(form, place)
    (place / f"nodes/Firm{form.ending}").unlink()
    (place / f"nodes/Firms{form.ending}").touch()
    assert f'no kind has a file of this name (did you mean "Firm{form.ending}"?)' in refused(form, place)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("graphml", '<graphml><graph><node id="Country:x"/></graph></graphml>', "expected a value called kind"),
        (
            "graphml",
            '<graphml><key id="k" attr.name="kind"/><graph><node id="x"><data key="k">Country</data></node></graph></graphml>',
            "id: expected Country:id, found x",
        ),
        ("graphml", '<graphml><graph><node id="a"><node id="b"/></node></graph></graphml>', "found a node inside a node"),
        ("graphml", '<graphml><graph><hyperedge/></graph></graphml>', "found <hyperedge>, which no graph of ours has"),
        ("graphml", '<graphml><graph><node id="a"><data key="z">x</data></node></graph></graphml>', "found 'z'"),
        ("gexf", '<gexf><graph><nodes><node id="a"><attvalues><attvalue for="z"/></attvalues></node></nodes></graph></gexf>', "found 'z'"),
        ("gexf", "<gexf><graph><nodes><node><node/></node></nodes></graph></gexf>", "found a node inside a node"),
        ("gexf", "<gexf><viz/></gexf>", "found <viz>, which no graph of ours has"),
        ("gexf", "<gexf>", "not readable as XML (no element found)"),
    ],
)  # fmt: skip
def test_a_foreign_graph_is_told(name: str, text: str, said: str, tmp_path: Path) -> None:
    told = refused(name, written(text, f"g.{name}", tmp_path))
    assert told.startswith(f"g.{name}:1: ")
    assert said in told


def test_a_folder_of_something_else_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"expected a folder with files as nodes/Agency\.parquet or nodes/Agency\.csv"):
        format_at(tmp_path)


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
def test_only_what_a_format_wrote_is_its_own(form: Format, tmp_path: Path) -> None:
    place = put(SMALL, form, tmp_path)
    assert form.is_ours(place)
    other = tmp_path / "other"
    if form.is_folder:
        other.mkdir()
        assert not form.is_ours(other)
        (place / "my notes.txt").touch()
        assert not form.is_ours(place)
    else:
        other.write_text("Dear diary", "utf-8")
        assert not form.is_ours(other)
    assert [each.name for each in READ if each.is_ours(tmp_path)] == []


@pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
def test_what_breaks_off_leaves_the_old_export(form: Format, tmp_path: Path) -> None:
    place = put(SMALL, form, tmp_path)
    before = files(place)

    def broken() -> None:
        with beside(place) as new:
            form.write(in_order(SMALL.nodes.values()), new)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert files(place) == before
    assert list(tmp_path.iterdir()) == [place]
    with beside(place) as new:
        form.write(in_order(SMALL.nodes.values()), new)
    assert files(place) != before
    assert list(tmp_path.iterdir()) == [place]


def test_what_was_killed_long_ago_is_swept_away(tmp_path: Path) -> None:
    for name in (".g [1].jsonl.1.ab", ".g [1].jsonl.2.cd"):
        (tmp_path / name).touch()
    (tmp_path / ".g 1.jsonl.3.ef").touch()
    long_ago = time.time() - ABANDONED - 60
    os.utime(tmp_path / ".g [1].jsonl.1.ab", (long_ago, long_ago))
    os.utime(tmp_path / ".g 1.jsonl.3.ef", (long_ago, long_ago))
    with beside(tmp_path / "g [1].jsonl") as new:
        new.touch()
    assert sorted(p.name for p in tmp_path.iterdir()) == [".g 1.jsonl.3.ef", ".g [1].jsonl.2.cd", "g [1].jsonl"]
