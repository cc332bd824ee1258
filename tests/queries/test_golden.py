"""Answers as they were read and found right; `pytest --golden` writes them anew, to be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.present import as_csv
from queries import ask
from tests.built import bundled

FOLDER = Path(__file__).parents[1] / "golden"
READ = (
    "brokers",
    "communities",
    "comparative-advantage",
    "evidence-of-link",
    "figures-of-programme",
    "links-against-trade",
    "links-by-status",
    "links-serving-sector",
    "members-serving-sector",
    "members-without-link",
    "next-best-back-test",
    "next-best-links",
    "next-best-parts",
    "next-best-sensitivity",
    "programme-legs",
    "single-points",
    "supply-need-match",
    "trade-complementarity",
    "trade-intensity",
    "trade-structure",
    "unrealised-potential",
    "without-party",
)


@pytest.mark.parametrize("name", READ)
def test_the_answer_is_the_one_that_was_read(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}.csv"
    text = as_csv(ask(bundled().store, name))
    if request.config.getoption("--golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text("utf-8")
