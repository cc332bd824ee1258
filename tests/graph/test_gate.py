"""The gate lets through what reads and nothing else, judged by the engine itself where it can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import kglite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.cypher.allowed import DEEPEST, LONGEST_CHAIN, MOST_UNIONS
from graph.cypher.gate import admit
from graph.cypher.tokens import LONGEST_QUERY
from graph.errors import GraphError

PARAMETERS = {"id": "a", "names": ["a"], "q": "a", "a": 1}

# Run on both engines.
PLAIN = [
    "MATCH (n) RETURN n LIMIT 10",
    "match (n) return n;",
    "MATCH (n:A {id: $id})-[r:R|S*1..3]->(m:A) WHERE n.name =~ 'a.*' AND NOT (n)--(m) RETURN DISTINCT n.name AS name",
    "MATCH (n) RETURN n.name AS name, count(*) AS k ORDER BY k DESC, name ASC SKIP 1 LIMIT 5",
    "MATCH (a)<-[:R]-(b)-->(c)--(d)<--(e) RETURN a",
    "OPTIONAL MATCH p = shortestPath((a:A)-[*..3]-(b:A)) RETURN length(p) AS n, [x IN nodes(p) | x.name] AS l",
    "MATCH (n) WITH * WHERE true RETURN *, 1 AS x",
    "MATCH (n) WITH DISTINCT n RETURN count(DISTINCT n) AS c",
    "MATCH (n) WITH n WHERE n.set = 1 OR n.`load` = 2 RETURN n.create, {delete: 1, `LOAD`: 2}.delete AS x",
    "MATCH (n:Create)-[:SET|DELETE]->() RETURN n.merge AS remove",
    "MATCH (a) WHERE EXISTS { MATCH (a)-->(b) WHERE b.x > 1 } AND COUNT { (a)--() } > 2 RETURN a {.x, .*, y: 1} AS z",
    "CALL { MATCH (n) RETURN n UNION ALL MATCH (m) RETURN m AS n } RETURN n",
    "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
    "MATCH (n) CALL (n) { MATCH (n)--(m) RETURN count(m) AS c } RETURN n, c",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.propertyKeys()",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE MATCH (n) RETURN n",
    "WITH 1 AS x RETURN CASE x WHEN 1 THEN 'a' ELSE 'b' END AS y, CASE WHEN x IS NOT NULL THEN 1 END AS z",
    "RETURN reduce(s = 0, x IN [1, 2] | s + x) AS t, [(a:A)-[:R]->(b:A|B) | b.name] AS u",
    "WITH [[1, 2], [3]] AS l RETURN l[0], l[..2], l[1..], l[0][1..2], -1 + 2 - -3, 2 * 3 ^ 4 % 5 / 6 AS q",
    "MATCH (n) WHERE ANY(x IN $names WHERE x STARTS WITH 'a' OR x ENDS WITH 'b' XOR x IS NULL) RETURN n:A AS b",
    "RETURN date('2020-01-01') + duration({days: 1}) AS d, date.truncate('month', date()) AS e, `date`() AS f",
    "MATCH (start)-->(stop) RETURN start.name AS filter, stop.name AS show",
    "RETURN 1 AS x // ; CREATE (n) ' \" `",
    "RETURN 'CREATE (n)' AS a, \"; LOAD CSV // \" AS b, 'it\\'s' AS c",
    "UNWIND [1, 2] AS x WITH x WHERE x > 1 RETURN size(collect(x)) AS n UNION RETURN 2 AS n",
    "MATCH ()-[]-() RETURN count(*) AS n",
    "MATCH (a)--(b) WHERE (a.x) + (b.x) * (2) > 1 RETURN a",
]
# Read only, though the embedded engine has no word for some of it.
READING = [
    "UNWIND range(1, 1000000000) AS x RETURN x",
    "RETURN 1 /* CREATE (n) */ AS x",
    "MATCH (n:A&!B) RETURN n",
    "MATCH (n WHERE n.x + 1 > 2) RETURN n",
    "CALL db.index.fulltext.queryNodes('x', $q) YIELD node, score WHERE score > 1 RETURN node ORDER BY score",
    "CALL (*) { RETURN 1 AS x } RETURN x",
    "RETURN\u00a01\u2003AS x",
    "RETURN $`a b` AS `MERGE`",
]
# What the embedded engine would run, changing the graph or reading a file of the machine.
HARMFUL = [
    "CREATE (:New {id: 'n'})",
    "create(:New{id:'n'})",
    "\n\t CrEaTe\n(:New {id: 'n'})",
    "// only reading\nCREATE (:New {id: 'n'})",
    "MATCH (n) // read\nSET n.x = 1",
    "MATCH (n:A) SET n.x = 1",
    "MATCH (n:A) SET n += {x: 1} RETURN n",
    "MATCH (n:A) WITH * SET n.x = 1",
    "MATCH (n:A) WITH n AS `set` SET `set`.x = 1",
    "MATCH (n:A) WHERE n.set IS NULL SET n.set = 1",
    "MATCH (n:A) RETURN n.x AS x; CREATE (:New {id: 'n'})",
    "RETURN 1 AS x;;CREATE (:New {id: 'n'})",
    "MATCH (n:A) REMOVE n.name",
    "MATCH (n:A) REMOVE n:A",
    "MATCH (n:A) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MERGE (:New {id: 'n'})",
    "MATCH (a:A {id: 'a'}) MERGE (a)-[:NEW]->(a)",
    "UNWIND [1] AS x CREATE (:New {id: x})",
    "UNWIND [1] AS x MERGE (n:New {id: x}) ON CREATE SET n.x = 1",
    "INSERT (:New {id: 'n'})",
    "PROFILE CREATE (:New {id: 'n'})",
    "CYPHER 5 CREATE (:New {id: 'n'})",
    "CYPHER 5 MATCH (n:A) SET n.x = 1",
    "MATCH (n:A) WITH n ORDER BY n.id DESC SET n.x = 1",
    "MATCH (n:A) WITH n LIMIT 1 SET n.x = 1",
    "MATCH (n:A) WITH n, [x IN [1] | x] AS l SET n.x = l",
    "MATCH (n:A) WHERE n:A SET n.x = 1",
    "MATCH (n:A {id: 'a'}) CREATE (n)-[:NEW]->(n)",
    "CREATE INDEX FOR (n:A) ON (n.x)",
    "CREATE CONSTRAINT FOR (n:A) REQUIRE n.id IS UNIQUE",
    "CALL db.cdc.enable({})",
    "CALL `db.cdc.enable`({})",
    "CALL `db`.`cdc` . `enable`({})",
    "CALL\ndb. // a\ncdc.enable({})",
    "CALL db.ontology.clear()",
    "LOAD CSV FROM '{file}' AS row RETURN row",
    "load // a\ncsv from '{file}' AS row RETURN row",
    "LOAD CSV WITH HEADERS FROM '{file}' AS row RETURN row",
    "PROFILE LOAD CSV FROM '{file}' AS row RETURN row",
    "CYPHER 5 LOAD CSV FROM '{file}' AS row RETURN row",
    "CYPHER 5 PROFILE LOAD CSV FROM '{file}' AS row RETURN row",
]
# What only the shared engine would run, or what nobody should.
REFUSED = [
    "FOREACH (x IN [1] | CREATE (:New))",
    "MATCH ((a)--(b))+ SET a.x = 1",
    "MATCH ((a)--(b)){1,3} SET a.x = 1",
    "MATCH (a)-->+ SET a.x = 1",
    "MATCH (a)-->(b)* RETURN a",
    "MATCH ((a)--(b))+ (c) RETURN a",
    "MATCH (a)-->+(b) RETURN a",
    "RETURN [x IN [1] MATCH (n) RETURN n]",
    "CALL { CREATE (n) }",
    "CALL { MATCH (n) SET n.x = 1 RETURN n } RETURN n",
    "MATCH (n) CALL { WITH n DELETE n } RETURN 1",
    "MATCH (n) CALL (n) { CALL { CREATE (m) RETURN m } RETURN m } RETURN m",
    "CALL { RETURN 1 AS x } IN TRANSACTIONS RETURN x",
    "CALL { MATCH (n) RETURN n } IN 2 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN n",
    "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n",
    "RETURN COUNT { MATCH (n) DELETE n } AS x",
    "RETURN COLLECT { MATCH (n) RETURN n } AS x",
    "RETURN 1 AS x UNION CREATE (n) RETURN 1 AS x",
    "RETURN 1 AS x UNION ALL LOAD CSV FROM 'x' AS row RETURN row",
    "EXPLAIN CREATE (n)",
    "EXPLAIN LOAD CSV FROM 'x' AS row RETURN row",
    "EXPLAIN PROFILE CREATE (n)",
    "CYPHER runtime=slotted RETURN 1",
    "CYPHER 25 RETURN 1",
    "\\u0043REATE (n)",
    "MATCH (n) \\u0053ET n.x = 1",
    "RETURN 'a\\u0027 + n CREATE (n) //'",
    "RETURN 'a\\\\u0027 CREATE (n) //'",
    "RETURN 1 AS `a\\u0060 CREATE (n) //`",
    "RETURN 1 // a\\u000aCREATE (n)",
    "RETURN 1 // a\rCREATE (n)",
    "RETURN 1 // a\u2028CREATE (n)",
    "\uff23\uff32\uff25\uff21\uff34\uff25 (n)",
    "MATCH (n) \u017fET n.x = 1",
    "MATCH (n) RETURN n + \u017fET",
    "CRE\u200bATE (n)",
    "CRE\x00ATE (n)",
    "RETURN 1\x00",
    "\ufeffCREATE (n)",
    "\ufeffRETURN 1",
    "RETURN 'a",
    'RETURN "a',
    "RETURN `a",
    "RETURN 1 /* a",
    "RETURN '\\' CREATE (n)",
    "`CREATE` (n)",
    "CALL dbms.listConfig()",
    "CALL dbms . // a\n listConfig()",
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('x')",
    "CALL tx.setMetaData({a: 1})",
    "CALL apoc.load.json('http://localhost')",
    "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()",
    "CALL `db.labels()` SET n.x = 1",
    "CALL db.labels() YIELD label SET label.x = 1",
    "RETURN apoc.load.json('x')",
    "RETURN `apoc.load.json`('x')",
    "RETURN apoc /* a */ . load.json('x')",
    "RETURN genai.vector.encode('x', 'OpenAI', {})",
    "RETURN file('x')",
    "RETURN linenumber()",
    "RETURN text_score(n, 'x', 'y')",
    "RETURN n.x(1)",
    "SHOW USERS",
    "SHOW DATABASES YIELD name RETURN name",
    "TERMINATE TRANSACTIONS 'a'",
    "USE system RETURN 1",
    "DROP INDEX a",
    "ALTER USER neo4j SET PASSWORD 'a'",
    "GRANT ROLE admin TO a",
    "DENY READ {*} ON GRAPH * TO a",
    "REVOKE ROLE admin FROM a",
    "START n = node(*) RETURN n",
    "STOP DATABASE neo4j",
    "MATCH (n) FINISH",
    "MATCH (n) FILTER n.x RETURN n",
    "RETURN 1 AS x INTERSECT RETURN 1 AS x",
    "RETURN 1 AS x EXCEPT RETURN 1 AS x",
    "RETURN count(*) AS c HAVING c > 1",
    "FOR VALID_TIME AS OF '2020-01-01' MATCH (n) RETURN n",
    "RETURN 1 AS x FORMAT CSV",
    "MATCH (n:$(x)) RETURN n",
    ":use system",
    "RETURN 1; RETURN 2",
    ";",
    "",
    "  // nothing",
    "EXPLAIN",
    "RETURN",
    "RETURN 1 +",
    "RETURN (1",
    "RETURN 1)",
    "RETURN [1)",
    "MATCH (n) RETURN n,",
    "RETURN 'a' 'b'",
    "RETURN [x IN [1] | SET]",
    "RETURN {a: 1, CREATE (n)}",
    "RETURN 1 AS x CREATE",
]


def run(text: str) -> list[object]:
    """The rows the embedded engine answers with, from a small graph that may not change."""
    locked = kglite.KnowledgeGraph()
    engine = cast(Any, locked)  # its types name pandas, which is not needed
    engine.cypher("CREATE (:A {id: 'a', name: 'a', x: 0, set: 0})-[:R {id: 'r'}]->(:A {id: 'b', name: 'b', x: 2})")
    locked.read_only(True)
    return list(engine.cypher(text, params=PARAMETERS, timeout_ms=10_000))


@pytest.mark.parametrize("text", [*PLAIN, *READING])
def test_a_query_that_reads_is_admitted_as_it_is(text: str) -> None:
    assert admit(text) == text


@pytest.mark.parametrize("text", PLAIN)
def test_the_engine_runs_what_is_admitted_on_a_graph_that_may_not_change(text: str) -> None:
    rows = run(text)
    assert rows or text.startswith(("CALL", "MATCH", "OPTIONAL"))


@pytest.mark.parametrize("text", HARMFUL)
def test_what_the_engine_would_have_done_harm_with_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("name\nsecret\n", encoding="utf-8")
    text = text.replace("{file}", (tmp_path / "secret.csv").as_uri())
    with pytest.raises(GraphError, match="Cypher, line") as refused:
        admit(text)
    assert "\n" not in str(refused.value)
    if "secret" in text:
        assert "secret" in str(run(text))
    else:
        with pytest.raises(kglite.ReadOnlyError):
            run(text)


@pytest.mark.parametrize("text", REFUSED)
def test_whatever_is_not_known_to_read_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(GraphError, match="Cypher, line") as refused:
        admit(text)
    assert "\n" not in str(refused.value)
    assert "; " in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (n)\nSET n.x = 1", "line 2, column 1: expected an operator or a clause that reads, found SET; "),
        (
            "CREATE (n)",
            "line 1, column 1: expected a clause that reads, found CREATE; a query may only",
        ),
        ("RETURN siez([])", 'line 1, column 8: expected a function of Cypher itself, found siez.*"size"'),
        ("CALL db.lables()", 'line 1, column 6: .*only these may be called: db.labels.*mean "db.labels"'),
        ("MATCH (set) RETURN set", "line 1, column 8: expected an expression, found set; put it in backticks"),
        ("RETURN 1; RETURN 2", "line 1, column 9: expected one statement"),
    ],
)
def test_a_refusal_says_where_what_and_the_way_out(text: str, message: str) -> None:
    with pytest.raises(GraphError, match=message):
        admit(text)


def nested(n: int) -> str:
    return "RETURN " + "(" * n + "1" + ")" * n


def called(n: int) -> str:
    return "CALL {" * n + "RETURN 1 AS x" + "} RETURN x" * n


def stepped(n: int) -> str:
    return "WITH {a: 1} AS m RETURN m" + ".a" * n + " AS x"


def indexed(n: int) -> str:
    return "WITH [[]] AS m RETURN m" + "[0].a" * (n // 2) + ".a" * (n % 2) + " AS x"


def united(n: int) -> str:
    return "RETURN 1 AS x" + " UNION RETURN 1 AS x" * n


def long(n: int) -> str:
    return "RETURN 1".ljust(n)


@pytest.mark.parametrize(
    ("made", "most"),
    [
        *((nested, DEEPEST), (called, DEEPEST), (stepped, LONGEST_CHAIN), (indexed, LONGEST_CHAIN)),
        *((united, MOST_UNIONS), (long, LONGEST_QUERY)),
    ],
)
def test_what_would_bring_the_engine_down_is_refused(made: Callable[[int], str], most: int) -> None:
    assert admit(made(most)) == made(most)
    with pytest.raises(GraphError, match="expected at most"):
        admit(made(most + 1))


def test_a_megabyte_is_refused() -> None:
    with pytest.raises(GraphError, match="found 1,000,009"):
        admit("RETURN '" + "a" * 1_000_000 + "'")


FRAGMENTS = """MATCH;(n);(n:A);();-[r]->;--;-[*..2]-;WITH;*;n;WHERE;RETURN;SET;n.x = 1;n.x;=;1;CREATE;(:New);DELETE
REMOVE;DETACH DELETE;MERGE;FOREACH;CALL;{;};(;);[;];,;UNION;ALL;AS;x;LOAD CSV FROM 'nowhere' AS row;UNWIND;[1, 2]
ORDER BY;LIMIT 1;EXISTS;COUNT;:;A;|;+;-;.;set;YIELD;db.labels();table.upsert({});`a`;'s';$a;NOT;CASE;WHEN;THEN;END
DISTINCT;count(*);EXPLAIN;PROFILE;CYPHER 5;FILTER;FINISH;INSERT (:New);<;>;IS NULL;IN;// c""".replace("\n", ";").split(
    ";"
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([*PLAIN, "MATCH (n) ", "RETURN 1 AS x "]),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([*FRAGMENTS, ";"])), max_size=4),
)
def test_no_mixture_of_fragments_gets_a_write_through(text: str, added: list[tuple[int, str]]) -> None:
    words = text.split(" ")
    for place, fragment in added:
        words.insert(place % (len(words) + 1), fragment + "\n" * fragment.startswith("//"))
    mixed = " ".join(words)
    try:
        admit(mixed)
    except GraphError:
        return
    try:
        run(mixed)
    except kglite.ReadOnlyError:
        pytest.fail(f"the engine would have written: {mixed}")
    except kglite.KgError as error:
        if "cannot open" in str(error):
            pytest.fail(f"the engine would have read a file: {mixed}")
