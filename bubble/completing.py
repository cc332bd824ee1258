"""What may stand at the cursor of %bubble and %%cypher: names of questions and views, parameters, words of Cypher."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from click import Context
from IPython.core.completer import (
    CompletionContext,
    SimpleCompletion,
    SimpleMatcherResult,
    context_matcher,  # pyright: ignore[reportUnknownVariableType]
)

from bubble.catalogue import find, questions
from bubble.cli import commands
from bubble.desk.completion import candidates
from bubble.drawing import params_of
from bubble.options import LANGUAGES
from graph.errors import GraphError
from visuals.view import named, views

_LINE = re.compile(r"%bubble(?P<words>(?:\s+\S+)*?)\s+(?P<word>\S*)\Z")
_CELL = re.compile(r"\s*%%cypher\b[^\n]*\n")
_INLINE = re.compile(r"%cypher\s+(?P<text>.*)\Z")


def _completed(context: CompletionContext) -> SimpleMatcherResult:
    """What IPython offers at the cursor; nothing outside of our magics, where it goes on as ever."""
    before, line = _before(context), context.text_until_cursor
    if cell := _CELL.match(before):
        word, found = candidates(before[cell.end() :])
    elif inline := _INLINE.search(line):
        word, found = candidates(inline["text"])
    elif called := _LINE.search(line):
        word = called["word"]
        found = [each for each in _words(called["words"].split(), word) if each.startswith(word)]
    else:
        return {"completions": [], "suppress": False}
    return {
        "completions": [SimpleCompletion(text=each, type="bubble") for each in found],
        "suppress": bool(found),
        "matched_fragment": word,
        "ordered": True,
    }


completed: Any = cast("Any", context_matcher)(identifier="bubble")(_completed)
"""The same, marked as IPython wants it."""


def _before(context: CompletionContext) -> str:
    """The cell's text up to the cursor."""
    lines = context.full_text.split("\n")[: context.cursor_line + 1]
    lines[-1] = context.text_until_cursor
    return "\n".join(lines)


def _words(former: list[str], word: str) -> Iterable[str]:
    """What may follow these words."""
    if not former:
        return commands.list_commands(Context(commands))
    try:
        if len(former) == 1:
            return questions() if former[0] in ("ask", "card") else views() if former[0] == "draw" else ()
        params = find(former[1]).params if former[0] in ("ask", "card") else params_of(named(former[1]))
    except GraphError:
        return ()
    if word.startswith("lang="):
        return [f"lang={language}" for language in LANGUAGES]
    return [*(f"{param.name}=" for param in params), "lang="]
