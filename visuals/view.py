"""What a view is, and how the views are found: one file each in the folder `views`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from graph.errors import GraphError, nearest, one_line
from visuals.canvas import Canvas
from visuals.picture import Picture, Text, shown

FOLDER = Path(__file__).parent / "views"

Answers = Mapping[str, Sequence[Mapping[str, Any]]]
Draw = Callable[[Any, Answers], None]
"""A function that fills a canvas from answers keyed by the names of their questions."""


@dataclass(frozen=True)
class View:
    """A picture that can be drawn: its title, the questions whose answers it needs, their fixed parameters."""

    name: str
    title: Text
    asks: tuple[str, ...]
    draw: Draw
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    canvas: type[Canvas] = Picture

    def picture(self, answers: Answers) -> Canvas:
        """The canvas filled from the answers, keyed by the names of the questions; every text in them safe to show."""
        canvas = self.canvas.titled(self.title)
        self.draw(canvas, {name: [_shown(row) for row in rows] for name, rows in answers.items()})
        return canvas


def _shown(value: Any) -> Any:
    """An answer's row, list or text as `shown` has texts: once, here, so that no view can forget it."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, Mapping):
        return {name: _shown(each) for name, each in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list):
        return [_shown(each) for each in cast("Sequence[Any]", value)]
    return value


_VIEWS: dict[str, View] = {}


def view(
    name: str,
    *,
    en: str,
    th: str,
    asks: Sequence[str],
    params: Mapping[str, Any] | None = None,
    canvas: type[Canvas] = Picture,
) -> Callable[[Draw], Draw]:
    """Make a function that fills a canvas from answers a view under that name."""

    def register(draw: Draw) -> Draw:
        known = _VIEWS.get(name)
        if known is not None and known.draw.__module__ != draw.__module__:
            raise ValueError(f"view {name!r} is declared in {known.draw.__module__} and in {draw.__module__}")
        _VIEWS[name] = View(name, Text(en, th), tuple(asks), draw, dict(params or {}), canvas)
        return draw

    return register


def views() -> dict[str, View]:
    """Every view of the folder by name, in the order of their names."""
    for module in sorted(m.name for m in pkgutil.iter_modules([str(FOLDER)])):
        importlib.import_module(f"visuals.views.{module}")
    return dict(sorted(_VIEWS.items()))


def named(name: str) -> View:
    """The view of that name; an unknown one is an error that tells the nearest."""
    known = views()
    if name not in known:
        raise GraphError(
            f"view: expected one of {', '.join(known) or 'none yet'}, found {one_line(name)}"
            f"{nearest(name, known)}; bubble draw lists them"
        )
    return known[name]
