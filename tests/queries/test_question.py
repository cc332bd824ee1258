"""A header that disagrees with its body is an error with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from queries.question import Column, Param, Question, Shown, question, read_question

GOOD = """\
// title     Who?
// title_th  ใคร
// asks      Who is there?
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
        (' = "THA"', "", "who.cypher:4: the parameter country needs a default"),
        ("country: country", "country: land", "who.cypher:4: expected // param name:"),
        (" -- ชื่อ", "", "who.cypher:5: expected // column name:"),
        ("// title_th  ใคร\n", "", "who.cypher:1: expected a header line // title_th, found none"),
        ("// asks ", "// aks ", 'who.cypher:3: unknown header aks (did you mean "asks"?)'),
        ("-- who, n", "-- who, m", "who.cypher: // show Who: no column m"),
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
