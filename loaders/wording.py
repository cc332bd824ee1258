"""Our English words for links and passages, put into Thai by the rows that say how they read."""

from __future__ import annotations

from dataclasses import replace

from graph.errors import one_line
from graph.facts import Facts
from graph.model import Evidence, Partnership
from loaders.names import Names, folded

WORDING = "wording"
"""What a decision is of that says how an English wording reads in Thai."""


def word_in_thai(facts: Facts, names: Names) -> None:
    """Give links and passages their Thai words where a row has them; tell of rows that no link or passage needs."""
    used: set[str] = set()
    for ref, node in list(facts.nodes.items()):
        text = node.name if isinstance(node, Partnership) else node.gloss if isinstance(node, Evidence) else ""
        known = names.approved(text, WORDING) if text else None
        if known is None:
            continue
        used.add(folded(text))
        if isinstance(node, Partnership) and not node.name_th:
            facts.nodes[ref] = replace(node, name_th=known.reading)
        elif isinstance(node, Evidence) and not node.gloss_th:
            facts.nodes[ref] = replace(node, gloss_th=known.reading)
    for meaning in names.decided(WORDING):
        if folded(meaning.name) not in used and meaning.place:
            told = f"no link is called so and no passage is worded so: {one_line(meaning.name)!r}; see the English"
            facts.problem(meaning.place, told)
