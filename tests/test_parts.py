"""A missing part is told, and fails the run where every part must be there."""

from __future__ import annotations

import pytest

from tests.parts import require


def test_a_part_that_is_present_lets_the_test_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUBBLE_REQUIRE_ALL", "1")
    require("python", present=True, why="the tests are written in it")


@pytest.mark.parametrize("value", [None, "", "0", "false", "No"])
def test_a_missing_part_skips_with_its_reason(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("BUBBLE_REQUIRE_ALL", raising=False)
    if value is not None:
        monkeypatch.setenv("BUBBLE_REQUIRE_ALL", value)
    with pytest.raises(pytest.skip.Exception, match=r"^chromium is missing: to look at pages$"):
        require("chromium", present=False, why="to look at pages")


def test_a_missing_part_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUBBLE_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match=r"^chromium is missing: to look at pages \(BUBBLE_REQUIRE_ALL"):
        require("chromium", present=False, why="to look at pages")
