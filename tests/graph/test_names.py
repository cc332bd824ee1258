"""Names that the graph lacks are told with the nearest one; what can't be known is let be."""

from __future__ import annotations

import pytest

from graph.cypher.names import columns, parameters, unknown_names

LABELS = ["Country", "Agency", "Firm", "Partnership"]
TYPES = ["JOINS", "SERVES", "PARTNERS_WITH"]
PROPERTIES = {
    "Country": ["id", "name", "iso3"],
    "Agency": ["id", "name", "kind"],
    "Firm": ["id", "name"],
    "Partnership": ["id", "name", "status"],
    "JOINS": ["id", "role"],
    "SERVES": ["id", "share"],
    "PARTNERS_WITH": ["id", "since"],
}


def unknown(text: str) -> list[str]:
    return unknown_names(text, LABELS, TYPES, PROPERTIES)


def test_labels_types_and_properties_are_told_in_order_with_the_nearest_name() -> None:
    assert unknown("MATCH (c:Contry)-[:JOIN|SERVES]->(p:Partnership {statos: 1})\nRETURN p.nme") == [
        'line 1, column 10: there is no label "Contry" (did you mean "Country"?)',
        'line 1, column 20: there is no relationship type "JOIN" (did you mean "JOINS"?)',
        'line 1, column 50: there is no property "statos" in Partnership (did you mean "status"?)',
        'line 2, column 10: there is no property "nme" in Partnership (did you mean "name"?)',
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MATCH (c) WHERE c:Firn OR c:JOINS RETURN c", ["Firn"]),
        ("MATCH (c) RETURN c.iso3, c.iso4, c.role", ["iso4"]),
        ("MATCH ()-[{role: 1}]-({rol: 2}) RETURN 1", ["rol"]),
        ("MATCH (b:Firm|Agency) RETURN b.kind, b.iso3", ["iso3"]),
        ("MATCH (c:Country) RETURN c {.name, .iso, extra: c.nam, x: 1, .*} AS z", ["iso", "nam"]),
        ("MATCH (c:Country) WHERE (c)-[:SERVE]-(:Frm) AND exists((c)-[:JOIN]-()) RETURN c", ["SERVE", "Frm", "JOIN"]),
        ("MATCH (a:Country) RETURN a.iso3 AS x UNION MATCH (a:Firm) RETURN a.iso3 AS x", ["iso3"]),
        ("MATCH (c) CALL { WITH c MATCH (c)-[s:SERVES]->() RETURN s.shar AS t } RETURN t", ["shar"]),
        ("MATCH (c:`Country`) RETURN `c`.`na me`, c['other']", ["na me"]),
        ("RETURN size([(c:Country)--(d:Fir) | d.other]) AS n", ["Fir"]),
        ("MATCH (c:Country) WHERE c.nam IN $names RETURN c", ["nam"]),
    ],
)
def test_what_the_graph_lacks_is_told(text: str, names: list[str]) -> None:
    found = unknown(text)
    assert [sentence.split('"')[1] for sentence in found] == names


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:Country) WITH a.name AS a, {x: 1} AS m, a AS b RETURN a.foo, m.y, b.zzz, [x IN [1] | x.foo]",
        "MATCH p = (:Country)--(), (c:Country)-[r:JOINS*1..3]->() RETURN p.foo, r.foo, date().year, date.truncate()",
        "UNWIND $rows AS row MATCH (c:Country {id: row.foo}) RETURN row.bar, reduce(s = 0, x IN [1] | s.a + x.b)",
        "MATCH (c:Country) RETURN {foo: 1, bar: c.iso3}.foo AS x, {a: c, b: [1][0..2]} AS y, c.name.foo AS z",
        "MATCH (a:Country) RETURN a.iso3 AS x UNION MATCH (a) RETURN a.kind AS x",
        "MATCH (n:Country) WHERE n:Agency RETURN n.kind, n['anything'], 'n.text' // n.comment :Label",
        "CALL db.labels() YIELD label AS l RETURN l.foo",
        "MATCH (c:Country) RETURN CASE WHEN c:Firm THEN c.name ELSE c.iso3 END AS x",
    ],
)
def test_what_cannot_be_known_is_let_be(text: str) -> None:
    assert unknown(text) == []


def test_a_label_without_listed_properties_has_any() -> None:
    assert unknown_names("MATCH (n:New) RETURN n.anything", ["New"], [], {"Other": ["id"]}) == []


def test_parameters_are_those_outside_strings_and_comments() -> None:
    assert parameters("RETURN $a, '$b', $`c d`, $a // $e") == {"a", "c d"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MATCH (n) RETURN n.name, count(*) AS k, [x IN l | x, 1], `a b`, n.x + 1 ORDER BY k", None),
        ("RETURN DISTINCT n.limit AS `x y`, n.order SKIP 1", ["x y", "n.order"]),
        ("CALL { RETURN 1 AS z } RETURN z, {return: 1} AS r LIMIT 2", ["z", "r"]),
        ("RETURN 1 AS a UNION RETURN 2 AS a;", ["a"]),
        ("RETURN 1 AS a // , b\n, 2 AS b /* , c */", ["a", "b"]),
        ("RETURN CASE WHEN a THEN b END, 1 AS return", ["CASE WHEN a THEN b END", "return"]),
        ("RETURN *", ["*"]),
        ("MATCH (n)", []),
    ],
)
def test_columns_are_those_of_the_last_return(text: str, names: list[str] | None) -> None:
    assert columns(text) == (["n.name", "k", "[x IN l | x, 1]", "a b", "n.x + 1"] if names is None else names)
