"""A matrix as one HTML file that opens offline: a table whose every cell opens on its links, trade and search."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from visuals.cards.page import page
from visuals.cards.payload import cards_of, facts_of
from visuals.matrix.figure import caption_of
from visuals.matrix.marks import DARK_FROM, MARKS, SHADES, STANDS_OUT, WORDS, hatch_of, ranges
from visuals.matrix.matrix import Matrix, Square
from visuals.payload import JSON
from visuals.picture import Text

TEMPLATE = Path(__file__).parent / "template" / "matrix"


def page_of(matrix: Matrix, language: str = "en") -> str:
    """The page as text, opening in that language; the same matrix always gives the same bytes."""
    return page(
        TEMPLATE,
        _data(matrix),
        WORDS,
        look=_look(),
        language=language,
        title=matrix.title.of(language),
        answer=matrix.answer.of(language),
        caption=caption_of(matrix, language),
        columns=[(head.key, head.label.of(language)) for head in matrix.columns],
        rows=[
            (
                head.label.of(language),
                head.depth,
                head.leads,
                [_cell(square, language) for square in matrix.of_row(head.key)],
            )
            for head in matrix.rows
        ],
        marks={state: mark for state, mark in MARKS.items() if mark.filled or mark.lines},
        legend=_legend(matrix, language),
    )


def _cell(square: Square, language: str) -> JSON:
    """A cell for who has no script: its classes, mark, count, and what it says in words."""
    said = MARKS[square.state].words.of(language)
    if square.links:
        said += f": {', '.join(square.links)}"
    classes = [f"s{square.shade}"]
    classes += ["sum"] if square.is_sum else []
    classes += ["hatched"] if square.state == "not researched" else []
    classes += ["out"] if square.stands_out else []
    return {"classes": " ".join(classes), "state": square.state, "count": square.count, "said": said}


def _legend(matrix: Matrix, language: str) -> list[JSON]:
    told = [WORDS["no_figure"], *(Text(each) for each in ranges())]
    used = {square.state for square in matrix.squares.values()}
    return [
        *({"classes": f"s{i}", "said": each.of(language), "key": f"shade{i}"} for i, each in enumerate(told)),
        *(
            {"state": state, "said": mark.words.of(language), "key": state}
            for state, mark in MARKS.items()
            if state in used and (mark.filled or mark.lines)
        ),
        {"classes": "s0 hatched", "said": WORDS["unsearched"].of(language), "key": "unsearched"},
        {"classes": "s0 out", "said": WORDS["stands_out"].of(language), "key": "stands_out"},
    ]


def _data(matrix: Matrix) -> JSON:
    """What the script reads: everything in both languages, as pairs."""
    return {
        "title": list(matrix.title),
        "answer": list(matrix.answer),
        "caption": [caption_of(matrix, each) for each in ("en", "th")],
        "states": {state: list(mark.words) for state, mark in MARKS.items()},
        "legend": {
            e["key"]: [e["said"], t["said"]] for e, t in zip(_legend(matrix, "en"), _legend(matrix, "th"), strict=True)
        },
        "rows": [list(head.label) for head in matrix.rows],
        "columns": [list(head.label) for head in matrix.columns],
        "cells": [[_opened(square) for square in matrix.of_row(head.key)] for head in matrix.rows],
        **cards_of(matrix.links, matrix.passages),
    }


def _opened(square: Square) -> list[Any]:
    return [square.state, list(square.links), facts_of(square.facts), facts_of(square.searches), list(square.unknowns)]


@cache
def _look() -> str:
    """The colours of cells, from the one place where they stand."""
    lines: list[str] = []
    for i, shade in enumerate(SHADES):
        ink = "#ffffff" if i >= DARK_FROM else "#17212b"
        lines.append(
            f".s{i}{{background-color:{shade};color:{ink}}}"
            f".s{i}.hatched{{background-image:"
            f"repeating-linear-gradient(135deg,{hatch_of(i)} 0 1px,transparent 1px 6px)}}"
        )
    drawn = [mark for mark in MARKS.values() if mark.filled or mark.lines]
    lines += [f".m{i}{{color:{mark.colour}}}" for i, mark in enumerate(drawn, 1)]
    dark = ",".join(f".s{i} .mark" for i in range(DARK_FROM, len(SHADES)))
    lines.append(f"{dark}{{color:#ffffff}}")
    lines.append(f".out{{box-shadow:inset 0 0 0 2.5px {STANDS_OUT}}}")
    return "\n".join(lines) + "\n"
