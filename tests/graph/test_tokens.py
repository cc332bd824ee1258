"""Cypher in pieces: nothing is lost, and whatever could be read in two ways is refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.cypher.tokens import LONGEST_QUERY, Kind, enclosing, tokens
from graph.errors import GraphError


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_a_query_comes_apart_into_its_pieces() -> None:
    assert texts("MATCH (a:`A``b`)-[r*1..3]->(b)\n// end\nWHERE a.x =~ 'it\\'s' RETURN $p, $`q r`, 1.5e3") == [
        *("MATCH", "(", "a", ":", "`A``b`", ")", "-", "[", "r", "*", "1", "..", "3", "]", "-", ">", "(", "b", ")"),
        *("// end", "WHERE", "a", ".", "x", "=~", "'it\\'s'", "RETURN", "$p", ",", "$`q r`", ",", "1.5e3"),
    ]


def test_a_piece_knows_its_kind_and_its_place() -> None:
    found = [(token.kind, token.text, token.line, token.column) for token in tokens("a\r\n  `b` 'c\nd' 1 $e <>\n/*f*/")]
    assert found == [
        (Kind.WORD, "a", 1, 1),
        (Kind.NAME, "`b`", 2, 3),
        (Kind.STRING, "'c\nd'", 2, 7),
        (Kind.NUMBER, "1", 3, 4),
        (Kind.PARAMETER, "$e", 3, 6),
        (Kind.SYMBOL, "<>", 3, 9),
        (Kind.COMMENT, "/*f*/", 4, 1),
    ]


def test_a_name_is_given_without_its_marks() -> None:
    assert [token.name for token in tokens("a `b``c` $d $`e f`")] == ["a", "b`c", "d", "e f"]


def test_only_a_bare_word_is_a_keyword() -> None:
    assert [token.keyword for token in tokens("match `match` 'match' $match")] == ["MATCH", "", "", ""]


@pytest.mark.parametrize("disguised", ["\uff23\uff32\uff25\uff21\uff34\uff25", "\u017fET", "\u212aEY"])
def test_letters_that_fold_to_a_keyword_count_as_one(disguised: str) -> None:
    assert tokens(disguised)[0].keyword in {"CREATE", "SET", "KEY"}


def test_thai_words_and_every_white_space_of_cypher_are_read() -> None:
    assert texts("RETURN\u00a0ประเทศ\u3000ที่") == ["RETURN", "ประเทศ", "ที่"]


def test_slashes_in_strings_and_names_start_no_comment() -> None:
    assert texts("'a//b' \"/*\" `c//d`") == ["'a//b'", '"/*"', "`c//d`"]


def test_brackets_know_what_they_stand_in() -> None:
    assert enclosing(tokens("a ( b [ c ] ) d )")) == [-1, -1, 1, 1, 3, 3, 1, -1, -1]


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("RETURN 'abc", "line 1, column 8", "a string without an end"),
        ('RETURN\n "abc', "line 2, column 2", "a string without an end"),
        ("RETURN `abc``", "line 1, column 8", "a name in backticks without an end"),
        ("RETURN 1\n/* abc", "line 2, column 1", "a comment without an end"),
        ("\\u0043REATE (n)", "line 1, column 1", "found '\\'"),
        ("CR\\u0045ATE (n)", "line 1, column 3", "found '\\'"),
        ("RETURN `a\\u0060 SET`", "line 1, column 10", "a backslash in a name"),
        ("RETURN $`a\\u0060`", "line 1, column 11", "a backslash in a name"),
        ("RETURN 'a\\u0027 SET'", "line 1, column 10", "\\u0027 in a string"),
        ("RETURN 'a\\u005c'", "line 1, column 10", "\\u005c in a string"),
        ("RETURN 'a\\\\u0027 SET'", "line 1, column 10", "\\\\u in a string"),
        ("RETURN 'a\\uu0027'", "line 1, column 10", "\\u in a string"),
        ("RETURN 'a\\q'", "line 1, column 10", "\\q in a string"),
        ("RETURN 1 // \\u000a SET", "line 1, column 13", "an escape in a comment"),
        ("RETURN 1 // a\rSET n.x = 1", "line 1, column 14", "a carriage return"),
        ("RETURN 1 // a\u2028SET n.x = 1", "line 1, column 14", "in a comment"),
        ("RETURN 'a\x00b'", "line 1, column 10", "the control character '\\u0000'"),
        ("RETURN 1\x0bAS x", "line 1, column 9", "the control character"),
        ("RETURN '\u202eabc'", "line 1, column 9", "the direction character"),
        ("RETURN '\ud800'", "line 1, column 9", "the control character"),
        ("\ufeffRETURN 1", "line 1, column 1", "U+FEFF"),
        ("CRE\u200bATE (n)", "line 1, column 4", "U+200B"),
        ("RETURN 1 # a", "line 1, column 10", "found '#'"),
        ("RETURN 12a", "line 1, column 10", "the end of a number"),
        ("RETURN 1_SET", "line 1, column 10", "the end of a number"),
    ],
)
def test_what_could_hide_something_is_refused(text: str, place: str, why: str) -> None:
    with pytest.raises(GraphError) as caught:
        tokens(text)
    assert f"Cypher, {place}: " in str(caught.value)
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_text_that_is_too_long_is_refused() -> None:
    assert texts("a" * LONGEST_QUERY) == ["a" * LONGEST_QUERY]
    with pytest.raises(GraphError, match="at most 50,000 characters, found 1,000,000"):
        tokens("a" * 1_000_000)


PIECES = st.lists(
    st.sampled_from([*"'\"`/*\\$.:|({[]})-<>=;#_019aé \n\r\t", "//", "/*", "*/", "\\u0041", "\u2003", "ก", "ี", "\x00"])
).map("".join)


@given(st.text() | PIECES)
@example("0x")
@example("1e")
@example("$")
def test_any_text_is_refused_or_kept_whole(text: str) -> None:
    try:
        found = tokens(text)
    except GraphError:
        return
    end = 0
    for token in found:
        assert token.text
        assert not text[end : token.start].strip("\u180e \t\r\n\u00a0\u1680\u2028\u2029\u202f\u205f\u3000").strip()
        assert text[token.start : token.end] == token.text
        assert token.line == text.count("\n", 0, token.start) + 1
        assert token.column == token.start - text.rfind("\n", 0, token.start)
        end = token.end
    assert not text[end:].strip("\u180e").strip()
