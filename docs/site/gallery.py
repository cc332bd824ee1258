"""What the gallery shows, drawn from the graph: views as figures and pages in each language, cards and a report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

from bubble.drawing import picture_of, write_picture
from bubble.making import make_graph
from bubble.places import open_store
from docs.site.papers import papers
from graph.store import Reader
from visuals.canvas import Canvas
from visuals.view import View, views

FIRST = "links-serving-sector"
"""The view that stands at the head of the gallery as a page one can use there."""


def draw(folder: Path, graph: Path | None) -> dict[str, str]:
    """Write figures and pages into the folder; returns the HTML that shows each, by name."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if graph is None:
        graph = folder.parent / "graph.kgl"
        make_graph(graph, [], [], keep_going=False, tell=lambda step: None)
    with open_store(graph) as store:
        shown = dict(_view(store, view, folder) for view in views().values()) | papers(store, folder)
    return {**shown, "page": _page(FIRST), "home": _home(FIRST)}


def _view(store: Reader, view: View, folder: Path) -> tuple[str, str]:
    picture = picture_of(store, view, {})
    for language in ("en", "th"):
        write_picture(picture, folder / f"{view.name}-{language}.svg", language, "web")
        write_picture(picture, folder / f"{view.name}-{language}.html", language)
    return view.name, "\n".join(_figure(view.name, picture))


def _figure(name: str, picture: Canvas) -> Iterator[str]:
    """The figure, leading to the page, with the sentence that answers and the ways to the Thai ones."""
    at = f"drawn/{name}"
    alt = escape(f"{picture.title.en} {picture.answer.en}", quote=True)
    yield '<figure class="drawn">'
    yield f'<a href="{at}-en.html"><img src="{at}-en.svg" alt="{alt}" width="900" height="600" loading="lazy"></a>'
    yield f"<figcaption><p>{escape(picture.answer.en)}</p>"
    yield f'<p lang="th">{escape(picture.answer.th)}</p>' * bool(picture.answer.th)
    yield f'<p><a href="{at}-en.html">Open the page</a> · <a href="{at}-en.svg">the figure</a> · '
    yield f'<span lang="th"><a href="{at}-th.html">เปิดหน้าโต้ตอบภาษาไทย</a> · '
    yield f'<a href="{at}-th.svg">ภาพภาษาไทย</a></span></p>'
    yield "</figcaption></figure>"


def _page(name: str) -> str:
    """A page to be used where it stands; what runs in it can reach nothing outside its frame."""
    return (
        f'<iframe class="drawn" sandbox="allow-scripts" loading="lazy" src="drawn/{name}-en.html" '
        f'title="The links, to be used here"></iframe>'
    )


def _home(name: str) -> str:
    """The figure that the front page shows, leading to the page."""
    at, alt = f"drawn/{name}-en", "The members of RCEP and the links between them that serve food and agro-industry"
    return (
        f'<figure class="drawn"><a href="{at}.html">'
        f'<img src="{at}.svg" alt="{alt}" width="900" height="600" loading="lazy"></a></figure>'
    )
