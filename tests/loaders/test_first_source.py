"""The first source stands in the graph without loss, and its traps are read as a careful reader would."""

from __future__ import annotations

import json
from typing import Any

from loaders.run import BUNDLED
from tests.built import bundled

CLAIMS = json.loads((BUNDLED / "partnerships/first_source_claims.json").read_text("utf-8"))
PAGE = CLAIMS["source"]["address"]


def ask(text: str, **params: Any) -> list[dict[str, Any]]:
    return list(bundled().store.ask(text, params))


def test_all_54_nodes_are_named_in_the_graph() -> None:
    rows = ask(
        "MATCH (n)-[r:NAMED_IN]->(e:Evidence)-[:READ_IN]->(:Source {id: $page}) WHERE e.id STARTS WITH 'first_source_claims/nodes' "
        "RETURN r.source_id AS id, r.named_as AS printed, e.locator AS locator, e.confidence AS confidence",
        page=PAGE,
    )
    expected = {
        (
            n["id"],
            n["name_th"] or n["name_en"],
            f"paragraph {n['locator']['paragraph']}, characters {n['locator']['start']}–{n['locator']['end']}",
            n["basis"],
        )
        for n in CLAIMS["nodes"]
    }
    assert {(r["id"], r["printed"], r["locator"], r["confidence"]) for r in rows} == expected
    assert len(rows) == len(CLAIMS["nodes"]) == 54


def test_all_90_relations_are_edges_that_rest_on_their_claim() -> None:
    kinds = {r["kind"] for r in ask("MATCH ()-[r]->() RETURN DISTINCT type(r) AS kind")} - {"READ_IN"}
    backed: set[str] = set()
    for kind in kinds:
        for r in ask(
            f"MATCH ()-[r:{kind}]->() UNWIND r.evidence AS e WITH DISTINCT e WHERE e STARTS WITH 'first_source_claims/edges-' RETURN e"
        ):
            backed.add(r["e"].removeprefix("first_source_claims/edges-"))
    assert backed == {e["id"] for e in CLAIMS["edges"]}
    assert len(backed) == 90
    glosses = {
        r["id"]: r["gloss"]
        for r in ask(
            "MATCH (e:Evidence) WHERE e.id STARTS WITH 'first_source_claims/edges-' RETURN e.id AS id, e.gloss AS gloss"
        )
    }
    assert glosses == {f"first_source_claims/edges-{e['id']}": e["gloss"] for e in CLAIMS["edges"]}


def test_all_9_figures_keep_value_unit_and_comparator() -> None:
    rows = ask(
        "MATCH (o:Observation)-[:MEASURES]->(x) WHERE o.id STARTS WITH 'first-source-' RETURN o.measure AS m, o.value AS v, o.unit AS u, o.comparator AS c"
    )
    expected = sorted((o["measure"], o["value"] or -1, o["unit"], o["comparator"]) for o in CLAIMS["observations"])
    assert sorted((r["m"], r["v"] or -1, r["u"], r["c"]) for r in rows) == expected
    assert len(rows) == 9


def test_over_200_firms_is_more_than_200_and_never_200_nodes() -> None:
    assert ask(
        "MATCH (o:Observation {id: 'first-source-firms'}) RETURN o.value AS v, o.comparator AS c, o.reading AS r"
    ) == [{"v": 200.0, "c": ">", "r": "increase"}]
    assert ask("MATCH (g:Group)-[:TOOK_PART_IN]->(p:Programme {id: 'platform'}) RETURN count(g) AS n") == [{"n": 1}]


def test_the_extension_is_a_plan_and_the_two_legs_are_not() -> None:
    covered = ask(
        "MATCH (p:Programme {id: 'bubble'})-[c:COVERS]->(x) RETURN x.id AS id, c.status AS status ORDER BY id"
    )
    assert covered == [
        {"id": "JPN", "status": "active"},
        {"id": "NZL", "status": "active"},
        {"id": "rcep", "status": "announced"},
    ]
    planned = ask(
        "MATCH (:Agency {id: 'diprom'})-[p:PARTNERS_WITH {status: 'announced'}]->(c:Country) WHERE p.id STARTS WITH 'first-source' RETURN c.id AS id ORDER BY id"
    )
    assert [r["id"] for r in planned] == [
        "AUS",
        "BRN",
        "CHN",
        "IDN",
        "KHM",
        "KOR",
        "LAO",
        "MMR",
        "MYS",
        "PHL",
        "SGP",
        "VNM",
    ]


def test_the_official_keeps_the_title_as_printed() -> None:
    (row,) = ask(
        "MATCH (p:Person {id: 'taketani'})-[h:HOLDS_POST]->(a:Agency) RETURN a.id AS at, h.post AS post, h.evidence AS e"
    )
    assert row == {
        "at": "jetro",
        "post": "เลขาธิการ / secretary-general (as printed)",
        "e": ["first_source_claims/edges-e02"],
    }


def test_the_platform_stays_unnamed() -> None:
    assert ask("MATCH (p:Programme {id: 'platform'}) RETURN p.name AS name, p.aliases AS aliases") == [
        {"name": "online business platform (unnamed)", "aliases": None}
    ]
    assert ask("MATCH (p:Programme) WHERE p.id IN ['t-goodtech', 'j-goodtech'] RETURN count(p) AS n") == [{"n": 2}]


def test_aseans_members_are_inferred_from_the_article_and_its_date_is_not_invented() -> None:
    rows = ask(
        "MATCH (e:Evidence) WHERE e.id IN ['first_source_claims/edges-e24', 'first_source_claims/edges-e33'] RETURN DISTINCT e.confidence AS c"
    )
    assert rows == [{"c": "inferred"}]
    (source,) = ask("MATCH (s:Source {id: $page}) RETURN s.published AS p, toString(s.not_before) AS n", page=PAGE)
    assert source == {"p": None, "n": "2020-11-15"}


def test_the_speaker_is_a_name() -> None:
    rows = ask(
        "MATCH (e:Evidence) WHERE e.id STARTS WITH 'first_source_claims/edges-' RETURN DISTINCT e.speaker AS s ORDER BY s"
    )
    assert {r["s"] for r in rows} == {"Nattapol Rangsitpol", "narrator", "headline", None}
