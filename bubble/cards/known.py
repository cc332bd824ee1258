"""What the graph knows of the links an answer names: how far each has come, when it was last heard of, its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bubble.linked import links_of_row, naming_columns
from graph.store import Answer, Reader

_LINKS = """
UNWIND $ids AS id
MATCH (p:Partnership {id: id})
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(e:Evidence)
WITH p, e ORDER BY p.id, e.dated
WITH p, max(left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)) AS dated
RETURN p.id AS link, p.status AS status, p.evidence AS evidence, dated,
       left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since,
       left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
"""


@dataclass(frozen=True)
class Link:
    """A link: its status, the ids of its evidence, and the day of the last word on it, empty where there is none."""

    id: str
    status: str
    evidence: tuple[str, ...]
    heard: str


def links_of(store: Reader, answer: Answer, data_date: str) -> dict[str, Link]:
    """The links an answer names that the graph holds, in the order in which it first names them."""
    naming = naming_columns(answer)
    ids = list(dict.fromkeys(id for row in answer for id in links_of_row(row, naming)))
    rows = {row["link"]: row for row in store.ask(_LINKS, {"ids": ids})} if ids else {}
    found: dict[str, Link] = {}
    for id in ids:
        if id in rows:
            row = rows[id]
            ended = row["until"] if row["until"] and row["until"] <= data_date else None
            heard = row["dated"] or ended or row["since"] or ""
            found[id] = Link(id, row["status"] or "", tuple(row["evidence"] or ()), heard)
    return found


def evidence_of(links: Iterable[Link]) -> Sequence[str]:
    """The ids of the evidence of links, each once."""
    return list(dict.fromkeys(id for link in links for id in link.evidence))
