"""A whole report: a template of text with placeholders, filled with answers and figures of one state of the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bubble.documents.blocks import Document
    from bubble.documents.record import Record
    from graph.store import Reader


def rebuilt(store: Reader, record: Record, template: Path | None = None) -> Document:
    """The report of a record made again, of the graph as it is now; `template` is the folder of a team's own.

    Raises GraphError where the template that it was made from is not here.
    """
    from bubble.reports.making import rebuilt as made_again
    from bubble.reports.template import read

    return made_again(store, record, read(template) if template else None)
