"""A picture as one HTML file that opens offline: pyvis with a template of our own. No other file knows pyvis.

Of pyvis this uses its data model, its options and its way out for templates (`set_template_dir`). Its own templates
load scripts from other hosts and put titles in as HTML; ours asks nothing of anybody and treats all data as text.
"""

from __future__ import annotations

import gc
import json
import os
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

from graph.vocabulary import Confidence, Form, Status
from visuals.files import write_whole
from visuals.payload import JSON, Layouts, evidence_of, label_of, layouts_of, links_of, nodes_of, packed, rest_of
from visuals.picture import Picture
from visuals.policy import policy, raw
from visuals.vendored import font_faces, in_base64, vis_network, vis_network_text
from visuals.words import WORDS

TEMPLATE = Path(__file__).parent / "template"
SCRIPTS = (
    "state.js",
    "time.js",
    "scene.js",
    "canvas.js",
    "plate.js",
    "stage.js",
    "labels.js",
    "areas.js",
    "legend.js",
    "path.js",
    "explore.js",
    "panel.js",
    "search.js",
    "table.js",
    "address.js",
    "history.js",
    "paper.js",
    "export.js",
    "keys.js",
    "start.js",
)
# a large picture has a drawing of its own in place of vis-network, which it then lacks
RENDERERS = ("surface.js", "painter_gl.js", "painter_2d.js", "pointer.js", "discs.js")
LARGE_SCRIPTS = tuple(
    part for name in SCRIPTS if name != "plate.js" for part in (RENDERERS if name == "canvas.js" else (name,))
)
MOST_ROWS = 400
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 0, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1},
    "edges": {"chosen": False, "hoverWidth": 1, "selectionWidth": 1},
}


def write_page(picture: Picture, path: str | os.PathLike[str], language: str = "en") -> None:
    """Write the picture as one self-contained page that opens in that language ("en" or "th").

    The same picture always gives the same bytes.
    """
    write_whole(path, page_of(picture, language))


def page_of(picture: Picture, language: str = "en") -> str:
    """The page as text."""
    with _uncollected():
        return _page(picture, language)


@contextmanager
def _uncollected() -> Generator[None]:
    """No search for garbage meanwhile: it would go through every node and link many times and find none."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _page(picture: Picture, language: str) -> str:
    network = _network()
    layouts = layouts_of(picture)
    # pyvis's own add_node looks each node up in a list (quadratic) and adds keys to every record; its lists are public
    network.nodes = nodes_of(picture, layouts)
    network.edges = links_of(picture, layouts)
    network.set_options(json.dumps(OPTIONS))
    network.set_template_dir(str(TEMPLATE), "page.html")
    network.templateEnv = _environment(_around(picture, language, layouts))
    page: str = network.generate_html("picture.html")
    return page


def _network() -> Any:
    """A pyvis network, which has no types; directed, since otherwise pyvis drops parallel links."""
    return Network(directed=True, cdn_resources="in_line")


def _environment(around: JSON) -> Any:
    """Our template's folder, with everything escaped that is not said to be markup."""
    environment: Any = Environment(loader=FileSystemLoader(str(TEMPLATE)), autoescape=True)
    environment.globals.update(around)
    return environment


def _around(picture: Picture, language: str, layouts: Layouts) -> JSON:
    """What the template needs besides pyvis's own variables: the rest of the data, script, style, policy and words."""
    style, starter = _style(), _starter()
    script = _script(LARGE_SCRIPTS if layouts.tree else SCRIPTS)
    rest = rest_of(picture, language, layouts)
    library = None if layouts.tree else vis_network()
    scripts = [starter, script, vis_network_text()] if library else [starter, script]

    def data(nodes: list[JSON], edges: list[JSON], options: str) -> Markup:
        return raw(in_base64(packed(rest | {"nodes": nodes, "links": edges, "options": json.loads(options)})))

    evidence = evidence_of(picture)
    fonts = font_faces(json.dumps([rest, evidence, [dot.label for dot in picture.dots.values()]], ensure_ascii=False))
    return {
        "language": language,
        "words": {name: text.of(language) for name, text in WORDS.items()},
        "title": picture.title.of(language),
        "answer": picture.answer.of(language),
        "caption": rest["caption"][1 if language == "th" else 0],
        "rows": _rows(picture, language),
        "more_rows": WORDS["more_rows"].of(language).format(count=len(picture.links) - MOST_ROWS),
        "has_more_rows": len(picture.links) > MOST_ROWS,
        "data": data,
        "evidence": raw(in_base64(packed(evidence))),
        "style": raw(style),
        "fonts": raw(fonts),
        "starter": raw(starter),
        "program": raw(in_base64(_packed_script(script))),
        "library": raw(in_base64(library)) if library else "",
        "policy": policy(scripts, [style, fonts]),
    }


def _rows(picture: Picture, language: str) -> list[list[str]]:
    """The links as rows of text, at most `MOST_ROWS`, for the table that is there without scripts."""
    dots = picture.dots
    rows: list[list[str]] = []
    for link in islice(picture.links.values(), MOST_ROWS):
        sources = [picture.passages[e].source for e in link.evidence if e in picture.passages]
        rows.append(
            [
                dots[link.source].label.of(language),
                dots[link.target].label.of(language),
                label_of(Form, link.form).of(language) if link.form else "",
                label_of(Status, link.status).of(language) if link.status else "",
                link.since,
                ", ".join(sector.of(language) for sector in link.sectors),
                label_of(Confidence, link.confidence).of(language) if link.confidence else "",
                "; ".join(dict.fromkeys(sources)),
            ]
        )
    return rows


@cache
def _script(names: Sequence[str]) -> str:
    """The page's scripts as one, in a function of their own so that they share names with nobody."""
    parts = ((TEMPLATE / name).read_text("utf-8") for name in names)
    return '(function () {\n"use strict";\n' + "\n".join(parts) + "}());\n"


@cache
def _packed_script(script: str) -> bytes:
    return zlib.compress(script.encode("utf-8"), 9)


@cache
def _starter() -> str:
    """The one script that stands in the page as it is: it unpacks and starts the others."""
    return (TEMPLATE / "unpack.js").read_text("utf-8")


@cache
def _style() -> str:
    return (TEMPLATE / "page.css").read_text("utf-8")
