"""The figure of an answer: the view that was made for the question, else its links if they can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bubble.documents.blocks import Figure
from bubble.drawing import params_of, picture_of
from bubble.linked import NothingToDrawError
from bubble.results import READABLE, picture_of_answer
from graph.store import Answer, Reader
from queries import Question
from visuals.canvas import Canvas
from visuals.in_text import size_in_text
from visuals.view import View, named, views

FEWEST = 3
"""Nodes from which on a drawn answer says more than its sentence; beyond READABLE ones it can't be read on a page."""
NONE = "none"
"""The name of no view: a card without a figure."""


def view_of(asked: Question) -> View | None:
    """The view made for a question: of its name, else the first that asks it first, else one that asks it at all."""
    every = [view for view in views().values() if asked.name in view.asks]
    every.sort(key=lambda view: (view.name != asked.name, view.asks[0] != asked.name, view.name))
    return every[0] if every else None


def figure(
    store: Reader, asked: Question, values: Mapping[str, Any], answer: Answer, *, language: str, view: str = ""
) -> Figure | None:
    """The figure, drawn with the parameters of the question; `view` names another view, or NONE.

    Raises GraphError for a view that is none.
    """
    if view == NONE:
        return None
    chosen = named(view) if view else view_of(asked)
    canvas: Canvas
    if chosen:
        taken = {param.name for param in params_of(chosen)}
        # what is left empty is left to each question of the view, whose own default may be another
        told = {name: _text(value) for name, value in values.items() if name in taken and value != ""}
        canvas = picture_of(store, chosen, told)
    else:
        try:
            drawn = picture_of_answer(store, answer, asked.title, asked.title_th)
        except NothingToDrawError:
            return None
        if not FEWEST <= len(drawn.dots) <= READABLE:
            return None
        canvas = drawn
    return replace(figure_of(canvas, language), size=size_in_text(canvas))


def figure_of(canvas: Canvas, language: str) -> Figure:
    """A canvas as a figure of a document, captioned by its title and described by the sentence that answers it."""
    title, answer = canvas.title.of(language), canvas.answer.of(language)
    return Figure(canvas, language, title, f"{title} {answer}".strip())


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
