"""What the README and the docs show is run: commands, queries, links."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bubble.cli import run
from graph.cypher.dialect import complaints
from graph.cypher.gate import admit
from tests.built import bundled

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "loaders/data/README.md", *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
NOT_FOR_USERS = ("session", "helper session", "this workplace", "the lead", "colleague", " agent ", " agents ")


def blocks(language: str, *pages: Path) -> list[str]:
    return [text for page in pages for found, text in BLOCK.findall(page.read_text("utf-8")) if found == language]


def commands() -> list[str]:
    lines = [line for text in blocks("", ROOT / "README.md") for line in text.splitlines()]
    return [line for line in lines if line.startswith("bubble ")]


def test_the_readme_shows_commands() -> None:
    assert len(commands()) >= 15


@pytest.mark.parametrize("line", commands())
def test_every_command_of_the_readme_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "graph.kgl" if " build" in line else bundled().path
    monkeypatch.setenv("BUBBLE_GRAPH", str(own))
    assert run(shlex.split(line)[1:]) == 0


@pytest.mark.parametrize("text", blocks("cypher", *PAGES))
def test_every_query_of_the_docs_answers_on_both_dialects(text: str) -> None:
    assert complaints(text) == []
    answer = bundled().store.ask(admit(text))
    assert len(answer) > 0
    assert answer.warnings == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pages_speak_to_users(page: Path) -> None:
    text = page.read_text("utf-8").casefold()
    assert [word for word in NOT_FOR_USERS if word in text] == []
