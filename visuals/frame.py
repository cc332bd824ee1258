"""What every figure shares: the sheet of a size, the heading that asks and answers, the document around it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import GraphError, nearest, one_line
from visuals.labels import LEADING, lines_of
from visuals.picture import Text
from visuals.sheet import ANSWER, MARGIN, SIZES, SOFT, TITLE, TRIMMED
from visuals.svg import block, number, tag, text_of
from visuals.vendored import FAMILY, font_faces

PX = 96 / 72  # the outer size is in px without a unit, which every renderer takes, and is the sheet's true size


def measures(size: str) -> tuple[float, float]:
    """Width and height of a sheet in points, with all its margins. Raises GraphError for a size that is none."""
    if size not in SIZES:
        raise GraphError(
            f"figure: size: expected one of {', '.join(SIZES)}, found {one_line(size)}"
            f"{nearest(size, SIZES)}; choose one of these"
        )
    wide, high = SIZES[size]
    return wide + 2 * TRIMMED.get(size, 0.0), high


def heading(title: Text, answer: Text, language: str, size: str) -> tuple[str, float]:
    """Title and answer, and how far down they reach; nothing where the text around the figure says both."""
    if size in TRIMMED:
        return "", MARGIN / 2
    room = measures(size)[0] - 2 * MARGIN
    y = MARGIN + TITLE * 0.8
    asked = lines_of(title.of(language), TITLE, room, 2, 700)
    parts = block(asked, MARGIN, y, TITLE, weight=700)
    y += len(asked) * TITLE * LEADING - 3
    if answer.of(language):
        lines = lines_of(answer.of(language), ANSWER, room, 4)
        parts += block(lines, MARGIN, y, ANSWER, fill=SOFT)
        y += len(lines) * ANSWER * LEADING
    return tag("g", parts), y - 2


def document(parts: Sequence[str], title: str, description: str, *, text: str, language: str, size: str) -> str:
    """The whole SVG: what it says for who cannot see it, the font for all its text, a white ground, then the parts."""
    wide, high = SIZES[size]
    left = TRIMMED.get(size, 0.0)
    body = "\n".join(
        [
            tag("title", text_of(title), id="title"),
            tag("desc", text_of(description), id="desc"),
            tag("style", font_faces(text)),
            tag("rect", x=left or None, width=wide, height=high, fill="#ffffff"),
            *parts,
        ]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        + tag(
            "svg",
            "\n",
            body,
            "\n",
            xmlns="http://www.w3.org/2000/svg",
            width=wide * PX,
            height=high * PX,
            viewBox=f"{number(left)} 0 {number(wide)} {number(high)}",
            role="img",
            lang=language,
            aria_labelledby="title desc",
            font_family=f"{FAMILY}, 'Noto Sans Thai', sans-serif",
        )
        + "\n"
    )
