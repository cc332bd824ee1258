"""Which sheet a figure is drawn on where it stands in running text: half a page if that can be read, else a page."""

from __future__ import annotations

from visuals.canvas import Canvas
from visuals.figure import opened
from visuals.layout import WIDE
from visuals.matrix.figure import MOST_ON_HALF
from visuals.matrix.matrix import Matrix
from visuals.picture import Picture

MOST_UNITS = 40
"""Nodes and folded groups whose names are still read on half a page."""


def size_in_text(canvas: Canvas) -> str:
    """The size, one of `visuals.sheet.SIZES`."""
    if isinstance(canvas, Picture):
        is_small = len(canvas.dots) <= MOST_UNITS or len(opened(canvas, WIDE).units) <= MOST_UNITS
    else:
        is_small = not isinstance(canvas, Matrix) or len(canvas.rows) <= MOST_ON_HALF
    return "half" if is_small else "column"
