"""How far two images are apart, and the parts that read PDFs and images, which a machine may lack."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

from tests.parts import require


def module(name: str) -> Any:
    """A package that only these tests need."""
    package = name.split(".", maxsplit=1)[0]
    found = importlib.util.find_spec(package) is not None
    require(package, found, f"what is drawn is read back; pip install {package.replace('PIL', 'pillow')}")
    return importlib.import_module(name)


def histogram(first: Any, second: Any) -> list[int]:
    """How many pixels of two images of one size differ in grey by 0, 1, … 255."""
    assert first.size == second.size
    counts: list[int] = module("PIL.ImageChops").difference(first.convert("L"), second.convert("L")).histogram()
    return counts


def mean_difference(first: Any, second: Any) -> float:
    """The mean difference in grey, 0 to 255."""
    counts = histogram(first, second)
    return sum(level * count for level, count in enumerate(counts)) / sum(counts)


def share_apart(first: Any, second: Any, level: int) -> float:
    """The share of pixels that differ by more than the level."""
    counts = histogram(first, second)
    return sum(counts[level + 1 :]) / sum(counts)
