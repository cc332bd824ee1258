"""Words from data as they may stand in Markdown or HTML: nothing in them is markup for any reader of it."""

from __future__ import annotations

import re
from html import escape

from bubble.documents.blocks import Source

_SIGNS = re.compile(r"[\\`*_\[\]<>|{}$@^~#!&\"]")
_STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_SAFE = re.compile(r"https?://[^\s<>()\[\]\"'`\\{}|^]+", re.IGNORECASE)


def inert(text: str) -> str:
    """Words in Markdown of whichever kind, on one line: what could be markup is written by its number."""
    told = _SIGNS.sub(_by_number, " ".join(text.split()))
    return _STARTS.sub(lambda found: found[1] + found[2][:-1] + f"&#{ord(found[2][-1])};", told)


def is_safe(address: str) -> bool:
    """Whether an address is one of the web that can stand between angle brackets."""
    return _SAFE.fullmatch(address) is not None


def source_line(source: Source) -> str:
    """A numbered source as a line of a list in Markdown."""
    if is_safe(source.address):
        told = f"<{source.address}>"
        return f"{source.number}. {told if source.name == source.address else f'{inert(source.name)} {told}'}"
    return f"{source.number}. {inert(f'{source.name} {source.address}'.strip())}"


def source_item(source: Source) -> str:
    """A numbered source as an item of a list in HTML."""
    name = escape(source.name)
    if is_safe(source.address):
        address = escape(source.address)
        name = f'<a href="{address}" rel="noopener">{name}</a>'
    return f'<li value="{source.number}">{name}</li>'


def _by_number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
