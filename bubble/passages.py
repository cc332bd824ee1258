"""What is known of pieces of evidence: our words or a quote, who said it when, and the source it was read in."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store import Reader, Record

_PASSAGES = """
UNWIND $ids AS id
MATCH (e:Evidence {id: id})-[:READ_IN]->(s:Source)
RETURN e.id AS id, e.gloss AS gloss, e.gloss_th AS gloss_th, e.quote AS quote, e.speaker AS speaker,
       e.confidence AS confidence, e.locator AS locator, e.recorded_in AS recorded_in,
       left(toString(e.dated), CASE e.dated_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS dated,
       s.id AS source_id, s.name AS source, s.name_th AS source_th, s.address AS address
ORDER BY id, source
"""


def passages(store: Reader, ids: Iterable[str]) -> list[Record]:
    """A row for each piece of evidence and its source; ids that the graph does not hold have none."""
    wanted = list(dict.fromkeys(ids))
    return list(store.ask(_PASSAGES, {"ids": wanted})) if wanted else []
