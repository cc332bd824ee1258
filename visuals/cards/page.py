"""A page with cards: a drawing with template, script and style of its own, a heading above it, the panel beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from visuals.cards.payload import words
from visuals.payload import JSON, block
from visuals.picture import Text
from visuals.policy import policy, raw
from visuals.vendored import font_faces

TEMPLATE = Path(__file__).parent / "template"


def page(own: Path, data: JSON, told: Mapping[str, Text], *, look: str, language: str, **values: Any) -> str:
    """The page as text, opening in that language.

    own: what the drawing's template, script and style are called, without their endings. data: what the script reads
    besides the words `told`. look: more of the style. values: what the template needs.
    """
    every = words(told)
    data = {"language": language, "words": {name: list(text) for name, text in every.items()}, **data}
    held, code = block(data), _script(own)
    style, fonts = _style(own) + look, font_faces(held)
    environment = Environment(loader=FileSystemLoader([str(own.parent), str(TEMPLATE)]), autoescape=True)
    return environment.get_template(f"{own.name}.html").render(
        language=language,
        words={name: text.of(language) for name, text in every.items()},
        policy=policy([code], [style, fonts]),
        style=raw(style),
        fonts=raw(fonts),
        script=raw(code),
        data=raw(held),
        **values,
    )


@cache
def _script(own: Path) -> str:
    """The script of cards and the drawing's as one, in a function so that they share names with nobody."""
    parts = (path.read_text("utf-8") for path in (TEMPLATE / "cards.js", own.with_suffix(".js")))
    return '(function () {\n"use strict";\n' + "\n".join(parts) + "}());\n"


@cache
def _style(own: Path) -> str:
    return "".join(path.read_text("utf-8") for path in (TEMPLATE / "cards.css", own.with_suffix(".css")))
