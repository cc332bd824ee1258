"""What holds for every test: how hypothesis tries values."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# No deadline: a slow machine is not a wrong answer. In CI the same values each time, so that a red run can be repeated.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` writes the golden answers anew."""
    parser.addoption(
        "--golden", action="store_true", help="write the golden answers anew, to be read before they are kept"
    )
