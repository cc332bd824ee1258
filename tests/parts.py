"""Parts a machine may lack (a browser, a server, a font): their tests skip, or fail where every part must be there."""

from __future__ import annotations

import os

import pytest


def all_parts_required() -> bool:
    """Whether this run may skip nothing: BUBBLE_REQUIRE_ALL is set to anything but nothing, 0, no or false."""
    return os.environ.get("BUBBLE_REQUIRE_ALL", "").strip().casefold() not in {"", "0", "no", "false"}


def require(part: str, present: bool, why: str) -> None:
    """Go on where the part is present; else skip the test with one line, or fail it under BUBBLE_REQUIRE_ALL.

    `part` is what is missing ("chromium"), `why` says what the test needs it for and how to get it.
    """
    __tracebackhide__ = True
    if present:
        return
    missing = f"{part} is missing: {why}"
    if all_parts_required():
        pytest.fail(f"{missing} (BUBBLE_REQUIRE_ALL is set, so nothing may be skipped)", pytrace=False)
    pytest.skip(missing)
