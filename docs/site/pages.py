"""Which pages the site has, in which order, and under which heading of its contents they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

ELSEWHERE = {
    DOCS / "README.md": "index",
    ROOT / "README.md": "overview",
    ROOT / "CHANGELOG.md": "changes",
    ROOT / "loaders/data/README.md": "sources",
}
"""Pages that are not named after their file in docs/."""

RENAMED = {"overview": "Overview"}
"""Pages whose heading is that of another page."""

CONTENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Begin", ("overview", "thai", "gallery")),
    ("How to", ("how-to/strategist", "how-to/analyst", "how-to/report-writer", "how-to/maintainer")),
    ("Tutorials", ("tutorials/strategist", "tutorials/analyst", "tutorials/report-writer", "tutorials/*")),
    ("Use", ("pictures", "*", "what-if", "indicators", "for-analysts", "exporting", "neo4j", "adding")),
    ("Look up", ("questions", "commands", "dictionary", "data", "sources", "changes", "decisions")),
)
"""The headings of the contents with their pages; a star stands for the pages of that folder which are named nowhere.

A page in a folder that has no star, here or below, fails the build.
"""

BELOW = {"decisions": "decisions/*"}
"""Pages whose own pages stand below them, by pattern."""


def files() -> dict[str, Path]:
    """Every page by name with the file it is read from."""
    found = {name: path for path, name in ELSEWHERE.items()}
    for path in (*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")):
        if path not in ELSEWHERE and ".ipynb_checkpoints" not in path.parts:
            found[path.relative_to(DOCS).with_suffix("").as_posix()] = path
    return dict(sorted(found.items()))


def headings() -> Iterator[tuple[str, list[str]]]:
    """Each heading of the contents with the names of its pages; one without any is left out."""
    every = files()
    named = {"index", *(name for _, names in CONTENTS for name in names)}
    for heading, names in CONTENTS:
        inside: list[str] = []
        for name in names:
            if name.endswith("*"):
                folder = name.rpartition("/")[0]
                inside += (page for page in every if page.rpartition("/")[0] == folder and page not in named)
            else:
                inside.append(name)
        if inside:
            yield heading, inside


def contents(*names: str, heading: str = "") -> str:
    """A list of pages for the contents, as MyST has it; it does not show on the page itself."""
    told = ["```{toctree}", ":hidden:", *([f":caption: {heading}"] if heading else []), ":glob:", "", *names, "```"]
    return "\n".join(told) + "\n"
