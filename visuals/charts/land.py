"""The land of the Asia-Pacific as one path, and where a place lies on it.

The projection is Lambert's azimuthal equal-area one around the middle of the RCEP, so that states compare by true size.
"""

from __future__ import annotations

import json
import math
from functools import cache

from visuals.vendored import VENDOR

MIDDLE = (130.0, 3.0)
"""Degrees east and north."""
SCALE = 1250.0
"""Units of the path to the radius of the globe: one unit is about five kilometres."""
WINDOW = (-960.0, -1010.0, 960.0, 1130.0)
"""Left, top, right and bottom of what is shown, in these units."""


def projected(east: float, north: float) -> tuple[float, float]:
    """Degrees as units right of and below the middle."""
    turn, up, middle = math.radians(east - MIDDLE[0]), math.radians(north), math.radians(MIDDLE[1])
    cosine = math.sin(middle) * math.sin(up) + math.cos(middle) * math.cos(up) * math.cos(turn)
    k = SCALE * math.sqrt(2 / (1 + cosine))
    across = math.cos(up) * math.sin(turn)
    along = math.cos(middle) * math.sin(up) - math.sin(middle) * math.cos(up) * math.cos(turn)
    return k * across, -k * along


@cache
def land() -> str:
    """The land as the data of a path, in these units."""
    told: dict[str, str] = json.loads((VENDOR / "land.json").read_text("utf-8"))
    return told["path"]
