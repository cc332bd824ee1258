"""What a page may do: a content security policy that lets in only its own scripts and styles."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from markupsafe import Markup


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The policy: only these very scripts and styles, fonts from within, nothing else at all."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(text) for text in scripts),
            "style-src " + " ".join(_hash(text) for text in styles),
            "font-src data:",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def raw(text: str) -> Markup:
    """Text that goes in as it is: our own files, base64, and data blocks, in which nothing of markup is left."""
    return Markup(text)  # noqa: S704


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
