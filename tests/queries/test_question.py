"""A header that disagrees with its body is an error with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.errors import GraphError
from graph.store import Answer
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


def test_a_question_in_python_answers(tmp_path: Path) -> None:
    path = tmp_path / "who_else.py"
    path.write_text(PYTHON, encoding="utf-8")
    answer = ask(bundled().store, read_question(path), {"country": "Japan"})
    assert list(answer) == [{"who": "JAPAN"}]
    assert answer.columns == ("who",)
    with pytest.raises(GraphError, match=r"^the question took longer than 0 s and was stopped"):
        ask(bundled().store, read_question(path), seconds=0)


class Switching:
    """A reader whose graph is another one at each of these questions, as on a server that is loaded anew."""

    def __init__(self, *places: int) -> None:
        self.asked, self.places = 0, places

    def ask(self, text: str, params: Any = None, *, seconds: float = 30, rows: int | None = None) -> Answer:
        self.asked += 1
        answer = bundled().store.ask(text, params, seconds=seconds, rows=rows)
        if "content" in answer.columns:
            return Answer([{"content": sum(self.asked >= place for place in self.places)}], ("content",))
        return answer


def test_a_question_that_asks_often_is_asked_again_when_the_graph_was_replaced_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "who_else.py"
    path.write_text(PYTHON, encoding="utf-8")
    once, always = Switching(3), Switching(*range(100))
    answer = ask(once, read_question(path), {"country": "JPN"})
    assert (list(answer), answer.of_one_graph, answer.warnings) == ([{"who": "JAPAN"}], True, ())
    answer = ask(always, read_question(path), {"country": "JPN"})
    assert (answer.of_one_graph, answer.warnings) == (False, ("another graph was put in place meanwhile: ask again",))
