"""What only one engine takes is told, with the way out; what both take is left in peace."""

from __future__ import annotations

import pytest

from graph.cypher.dialect import Complaint, complaints
from graph.errors import GraphError


@pytest.mark.parametrize(
    ("text", "column", "why", "way_out"),
    [
        ("MATCH (n:A&B) RETURN n", 11, "labels with &", ":A:B"),
        ("MATCH (n:!B) RETURN n", 10, "labels with !", "NOT n:A"),
        ("MATCH (n) WHERE n.x != 1 RETURN n", 21, "!=", "<>"),
        ("RETURN 1 IS :: INTEGER AS x", 13, "a type test", "test the value"),
        ("MATCH (a)-[*]->(b) RETURN a", 12, "any length", "upper bound"),
        ("MATCH (a)-[r:T*2..]->(b) RETURN a", 15, "any length", "upper bound"),
        ("MATCH (a)-[:T*..]->(b) RETURN a", 14, "any length", "upper bound"),
        ("MATCH (a)-[* {x: 1}]->(b) RETURN a", 12, "any length", "upper bound"),
        ("RETURN COLLECT { MATCH (n) RETURN n } AS x", 8, "COLLECT { }", "pattern comprehension"),
        ("LOAD CSV FROM 'x' AS r RETURN r", 1, "LOAD CSV", "loaders"),
        ("CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x", 27, "IN TRANSACTIONS", "leave it out"),
        ("CALL { RETURN 1 AS x } IN 2 CONCURRENT TRANSACTIONS RETURN x", 40, "IN TRANSACTIONS", "leave it out"),
        ("MATCH ((a)-->(b)){1,3} RETURN a", 18, "quantified", "*1..3"),
        ("MATCH ((a)-->(b))+ RETURN a", 18, "quantified", "*1..3"),
        ("MATCH (a)-->+(b) RETURN a", 13, "quantified", "*1..3"),
        ("MATCH (n WHERE n.x = 1) RETURN n", 10, "WHERE inside a pattern", "behind the pattern"),
        ("MATCH (a) WHERE 1 < a.x <= 3 RETURN a", 25, "chained comparison", "a < b AND b < c"),
        ("RETURN 1 /* c */ AS x", 10, "/* and */", "//"),
        ("RETURN apoc.text.join(['a'], ',') AS x", 8, "APOC", "plain Cypher"),
        ("CALL apoc.help('x') YIELD name RETURN name", 6, "APOC", "plain Cypher"),
        ("RETURN duration.between(date(), date()) AS d", 17, "duration.between", "duration.inDays"),
        ("MATCH (n) RETURN n.title", 20, "title", "otherwise"),
        ("MATCH (n {type: 1}) RETURN n", 11, "type", "otherwise"),
        ("MATCH ()-[r:T {title: 1}]-() RETURN r", 16, "title", "otherwise"),
        ("MATCH (n) RETURN n {.title} AS x", 22, "title", "otherwise"),
        ("MATCH ()-[r]->() RETURN startNode(r)", 25, "a string", "the pattern binds"),
        ("MATCH ()-[r]->() RETURN 1, endNode(r) AS x", 28, "a string", "the pattern binds"),
        ("MATCH (n) FILTER n.x RETURN n", 11, "FILTER", "WHERE"),
        ("RETURN count(*) AS c HAVING c > 1", 22, "HAVING", "WHERE"),
        ("MATCH (n) RETURN n OFFSET 2", 20, "OFFSET", "SKIP"),
        ("RETURN 1 AS x INTERSECT RETURN 1 AS x", 15, "INTERSECT", "EXISTS"),
        ("RETURN 1 AS x EXCEPT RETURN 1 AS x", 15, "EXCEPT", "NOT EXISTS"),
        ("RETURN 1 AS x FORMAT CSV", 15, "FORMAT", "output format"),
        ("MATCH (n) RETURN rank() OVER (ORDER BY n.x) AS k", 25, "OVER", "window"),
        ("CYPHER 5 RETURN 1", 1, "CYPHER prefix", "leave it out"),
        ("RETURN isEmpty([]) AS x", 8, "isEmpty()", "other functions"),
        ("RETURN text_score(n, 'a', 'b') AS x", 8, "text_score()", "use another"),
        ("RETURN 1 AS ประเทศ", 13, "ประเทศ", "backticks"),
        ("RETURN $`a b` AS x", 8, "$`a b`", "ASCII"),
        ("RETURN 1_000 AS x", 8, "1_000", "without _"),
    ],
)
def test_what_one_engine_lacks_is_told(text: str, column: int, why: str, way_out: str) -> None:
    found = [complaint for complaint in complaints(text) if why in complaint.message]
    assert [(complaint.line, complaint.column) for complaint in found] == [(1, column)]
    assert way_out in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a:A:B|C)-[r:T|U*1..4 {x: 1}]->(b), (b)-[*..3]-(), (b)-[:T*2]-() RETURN 2 * 3 + (4) * 5",
        "MATCH p = shortestPath((a)-[*..5]-(b)) WHERE NOT (a)-[:T]->(b) RETURN length(p) AS steps",
        "MATCH (a) WHERE 1 < a.x AND a.x <= 3 AND a.y > -1 AND (a)<-[:T]-() RETURN a.x = 1 AS p, a.y = 2 AS q",
        "MATCH (a) RETURN CASE WHEN a.x = 1 THEN a.y = 2 ELSE a.z > 3 END AS b ORDER BY a.x < 1",
        "MATCH (a) WHERE EXISTS { MATCH (a)--(b) WHERE b.x = 1 } AND COUNT { (a)--() } > 2 RETURN a",
        "MATCH (a) CALL { WITH a MATCH (a)--(b) RETURN count(b) AS c } RETURN a {.name, c} AS x",
        "MATCH (a)-[r]->(b) RETURN type(r) AS kind, startNode(r).name AS x, startNode(r) = a AS y, {type: 1} AS z",
        "MATCH (filter) WITH filter AS offset RETURN offset.having AS x, {let: 1} AS search",
        "MATCH (n:Filter {except: 1}) RETURN n.finish AS finish",
        "RETURN [x IN $list WHERE x > 1 | x] AS l, reduce(s = 0, x IN $list | s + x) AS t",
        "RETURN any(x IN $list WHERE x = 1) AS b, exists((:A)--(:B)) AS c, count(*) AS d",
        "MATCH (n) WHERE n.name STARTS WITH 'a' RETURN n.`ชื่อ` AS `ชื่อ`  // title && != /* type",
        "CALL db.labels() YIELD label RETURN label UNION CALL db.propertyKeys() YIELD propertyKey AS label RETURN 1",
    ],
)
def test_what_both_engines_take_is_left_in_peace(text: str) -> None:
    assert complaints(text) == []


def test_complaints_stand_in_the_order_of_the_text() -> None:
    found = complaints("MATCH (n)\nWHERE n.x != 1 /* a */\nRETURN n.title")
    assert [(complaint.line, complaint.column) for complaint in found] == [(2, 11), (2, 16), (3, 10)]
    assert found[0] == Complaint(2, 11, "!= does not run on Neo4j; write <>")


def test_a_text_that_is_no_cypher_is_an_error() -> None:
    with pytest.raises(GraphError, match="without an end"):
        complaints("RETURN 'a")
