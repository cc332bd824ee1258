"""What the gallery shows of cards and reports: each in all its formats, and its pages as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import pypdfium2

from bubble.cards.card import card
from bubble.documents.blocks import Document
from bubble.documents.formats import content
from bubble.reports.making import made
from bubble.reports.template import find
from graph.store import Reader

CARDS = (("links-serving-sector", "en"), ("white-space-matrix", "th"))
REPORT = "rcep-food"
REPORTS = {"en": (".pdf", ".docx"), "th": (".pdf", ".html")}
"""The formats shown in each language; slides are made of the first."""
OF_CARD = (".html", ".pdf", ".docx")
SHOWN = 4
"""So many pages of a paper are shown; the file holds the rest."""
SHARP = 640
"""The width of a page's picture in pixels, twice that at which it stands."""


def papers(store: Reader, folder: Path) -> dict[str, str]:
    """Write cards and the report into the folder; returns the HTML that shows them, by name."""
    cards = [
        _paper(card(store, name, {}, language), f"card-{name}-{language}", folder, OF_CARD) for name, language in CARDS
    ]
    return {"cards": "\n".join(cards), "reports": "\n".join(_reports(store, folder))}


def _reports(store: Reader, folder: Path) -> Iterator[str]:
    template = find(REPORT)
    for language, endings in REPORTS.items():
        stem = f"report-{REPORT}-{language}"
        document = made(store, template, language, {}, form="pages")
        if language == "en":
            slides = made(store, template, language, {}, form="slides")
            (folder / f"{stem}.pptx").write_bytes(content(slides, ".pptx"))
            yield _paper(document, stem, folder, endings, (".pptx",))
        else:
            yield _paper(document, stem, folder, endings)


def _paper(document: Document, stem: str, folder: Path, endings: Sequence[str], beside: Sequence[str] = ()) -> str:
    for ending in endings:
        (folder / f"{stem}{ending}").write_bytes(content(document, ending))
    return "\n".join(_shown(document, stem, _pages(folder / f"{stem}.pdf"), (*endings, *beside)))


def _pages(path: Path) -> list[str]:
    """The first pages of a PDF as pictures beside it; returns their names."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        names = [f"{path.stem}-{number}.png" for number in range(1, min(len(pdf), SHOWN) + 1)]
        for page, name in zip(pdf, names, strict=False):
            page.render(scale=SHARP / page.get_width()).to_pil().convert("P", palette=1).save(path.with_name(name))
        return names
    finally:
        pdf.close()


def _shown(document: Document, stem: str, pictures: Sequence[str], endings: Sequence[str]) -> Iterator[str]:
    title = escape(document.title, quote=True)
    yield f'<figure class="drawn" lang="{document.language}"><div class="pages-drawn">'
    for number, name in enumerate(pictures, 1):
        yield f'<a href="drawn/{stem}.pdf"><img src="drawn/{name}" alt="{title}, {number}" loading="lazy"></a>'
    yield f"</div><figcaption><p>{title}</p><p>"
    yield " · ".join(f'<a href="drawn/{stem}{ending}">{ending}</a>' for ending in endings)
    yield "</p></figcaption></figure>"
