"""Arrangements that a view may choose: `Around` one or more nodes, `Layers` from left to right."""

from visuals.arrangements.around import Around
from visuals.arrangements.free import Free
from visuals.arrangements.layers import Band, Layers
from visuals.arrangements.stack import Stack

__all__ = ["Around", "Band", "Free", "Layers", "Stack"]
