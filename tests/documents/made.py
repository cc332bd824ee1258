"""The samples as Word files and slides, each made once for all tests of a process."""

from __future__ import annotations

from functools import cache
from typing import Any

from bubble.documents import slides, word
from tests.documents.sample import hostile, sample

FORMATS: dict[str, Any] = {".docx": word, ".pptx": slides}


@cache
def made(ending: str, which: str) -> bytes:
    """The sample in a language, or the hostile one, as a file of that ending."""
    data: bytes = FORMATS[ending].content(hostile() if which == "hostile" else sample(which))
    return data
