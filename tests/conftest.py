"""What holds for every test: how hypothesis tries values."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.neo4j_server import Server, running

# No deadline: a slow machine is not a wrong answer. In CI the same values each time, so that a red run can be repeated.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` writes the golden answers anew."""
    parser.addoption(
        "--golden", action="store_true", help="write the golden answers anew, to be read before they are kept"
    )


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Server]:
    """A real Neo4j server; tests that use it carry the mark `xdist_group`: see tests/neo4j_server.py."""
    with running() as server:
        yield server


@pytest.fixture(scope="session", autouse=True)
def no_folder_of_the_developer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A user's data and own questions are looked for in an empty folder, never in that of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.setenv("BUBBLE_QUESTIONS", str(folder / "questions"))
        yield
