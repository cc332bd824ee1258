"""What a partnership p is on the day $as_of, in Cypher, for the questions in Python: one place for the rule.

The rule is that of docs/decisions/0002-status-and-disagreement.md; the questions in Cypher write it out.
"""

from __future__ import annotations

UNTIL = "left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until"
"""Its end, no finer than it is known; to stand in a WITH before STATUS."""
SINCE = "left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since"
STATUS = """CASE WHEN p.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0))
            THEN 'ended'
            WHEN p.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0))
            THEN 'active'
            ELSE p.status END AS status"""
"""Running while its end has not passed, ended after it; needs `until`."""
