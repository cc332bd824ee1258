"""A header that disagrees with its body is an error with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from queries import ask
from queries.header import Column, Param, Shown
from queries.question import Question, question, read_question
from tests.built import bundled

GOOD = """\
// title     Who?
// title_th  ใคร
// asks      Who is there?
// topic     partners
// param     country: country = "THA" -- ISO code -- รหัส
// column    who: text -- name -- ชื่อ
// column    n: integer (detail) -- count -- จำนวน
// show      Who -- ใคร -- who, n
MATCH (c:Country {id: $country}) RETURN c.name AS who, count(c) AS n
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "who.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_question_is_its_header_and_its_body(tmp_path: Path) -> None:
    assert read_question(written(tmp_path, GOOD)) == Question(
        name="who",
        title="Who?",
        title_th="ใคร",
        asks="Who is there?",
        text=GOOD,
        params=(Param("country", "country", "THA", "ISO code", "รหัส"),),
        topic="partners",
        columns=(Column("who", "text", "name", "ชื่อ"), Column("n", "integer", "count", "จำนวน", detail=True)),
        shown=(Shown("Who", "ใคร", ("who", "n")),),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("$country", "$land", "who.cypher: the parameter country is declared in the header and not used"),
        (
            "// param     country",
            "// param     x: text = 1 -- a -- b\n// param     country",
            "who.cypher: the parameter x is declared",
        ),
        (
            '// param     country: country = "THA" -- ISO code -- รหัส\n',
            "",
            "who.cypher: the parameter country is used and not declared",
        ),
        ("AS n", "AS m", "who.cypher: the header's columns are who, n; the body returns who, m"),
        (
            "// column    n: integer (detail) -- count -- จำนวน\n",
            "",
            "who.cypher: the header's columns are who; the body returns who, n",
        ),
        (' = "THA"', "", "who.cypher:5: the parameter country needs a default"),
        ("country: country", "country: land", "who.cypher:5: expected param name:"),
        (" -- ชื่อ", "", "who.cypher:6: expected column name:"),
        ("// title_th  ใคร\n", "", "who.cypher:1: expected a header line title_th, found none"),
        ("// asks ", "// aks ", 'who.cypher:3: unknown header aks (did you mean "asks"?)'),
        ("topic     partners", "topic     partner", "who.cypher:4: topic: expected one of links, absence, "),
        ("-- who, n", "-- who, m", "who.cypher: show Who: no column m"),
    ],
)
def test_each_way_to_disagree(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert old in GOOD
    with pytest.raises(GraphError) as refused:
        read_question(written(tmp_path, GOOD.replace(old, new, 1)))
    assert str(refused.value).startswith(said)


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(
        GraphError, match=r'no question is called links-serving-sectr \(did you mean "links-serving-sector"\?\)'
    ):
        question("links-serving-sectr")


PYTHON = """\
# title     Who?
# title_th  ใคร
# asks      Who is there?
# topic     partners
# param     country: country = "THA" -- ISO code -- รหัส
# column    who: text -- name -- ชื่อ
def answer(store, *, country):
    rows = store.ask("MATCH (c:Country {id: $id}) RETURN c.name AS who", {"id": country})
    return [{"who": row["who"].upper()} for row in rows]
"""


def test_a_question_in_python_has_the_same_header_and_is_not_run_to_be_listed(tmp_path: Path) -> None:
    path = tmp_path / "who_else.py"
    path.write_text(PYTHON + "raise RuntimeError\n", encoding="utf-8")
    asked = read_question(path)
    assert (asked.name, asked.path, [p.name for p in asked.params]) == ("who-else", path, ["country"])
    path.write_text(PYTHON.replace("*, country", "*, land"), encoding="utf-8")
    with pytest.raises(GraphError, match=r"^who_else.py: the parameter country is declared in the header and not used"):
        read_question(path)
    path.write_text(PYTHON.replace("def answer", "def answers"), encoding="utf-8")
    with pytest.raises(GraphError, match=r"^who_else.py: expected a function answer"):
        read_question(path)


def test_a_question_in_python_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "who_else.py"
    path.write_text(PYTHON, encoding="utf-8")
    monkeypatch.setattr("queries.ask.question", lambda name: read_question(path))
    answer = ask(bundled().store, "who-else", {"country": "Japan"})
    assert list(answer) == [{"who": "JAPAN"}]
    assert answer.columns == ("who",)
    with pytest.raises(GraphError, match="^the question took longer than 0 s and was stopped"):
        ask(bundled().store, "who-else", seconds=0)
