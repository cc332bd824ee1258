"""The Chromium of the tests of pages, for documents too."""

from __future__ import annotations

from tests.visuals.conftest import browser, chromium

__all__ = ["browser", "chromium"]
