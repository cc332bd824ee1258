"""What a query may call and how deep it may go: the lists that the gate lets through."""

from __future__ import annotations

DEEPEST = 50
"""Brackets that may stand in one another; the embedded engine dies of a few thousand."""

LONGEST_CHAIN = 30
"""Steps of one `a.b.c[0]`; the embedded engine dies of a few thousand."""

MOST_UNIONS = 100
"""UNIONs in one query; the embedded engine dies of a few thousand."""

PROCEDURES = (
    *("db.labels", "db.relationshipTypes", "db.propertyKeys"),
    *("db.schema.nodeTypeProperties", "db.schema.relTypeProperties"),
    *("db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships"),
)
"""The procedures that may be called: they read, and both engines have them."""

FUNCTIONS = frozenset(
    """
    all any exists isEmpty none single shortestPath allShortestPaths
    char_length character_length coalesce elementId endNode head id last length nullIf properties randomUUID size
    startNode timestamp toBoolean toBooleanOrNull toFloat toFloatOrNull toInteger toIntegerOrNull type valueType
    avg collect count max min percentileCont percentileDisc stDev stDevP sum
    keys labels nodes range reduce relationships reverse tail toBooleanList toFloatList toIntegerList toStringList
    abs ceil floor isNaN rand round sign e exp log log10 sqrt acos asin atan atan2 cos cot degrees haversin pi
    radians sin tan
    btrim left lower lTrim normalize replace right rTrim split substring toLower toString toStringOrNull toUpper
    trim upper
    date datetime localdatetime localtime time duration duration.between duration.inMonths duration.inDays
    duration.inSeconds datetime.fromEpoch datetime.fromEpochMillis
    date.truncate datetime.truncate localdatetime.truncate localtime.truncate time.truncate
    date.realtime datetime.realtime localdatetime.realtime localtime.realtime time.realtime
    date.statement datetime.statement localdatetime.statement localtime.statement time.statement
    date.transaction datetime.transaction localdatetime.transaction localtime.transaction time.transaction
    point point.distance point.withinBBox vector.similarity.cosine vector.similarity.euclidean
    """.split()
)
"""The functions that may be called: openCypher's and Neo4j 5's own, which compute and touch nothing else."""
