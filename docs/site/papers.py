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
ON_PAPER = (".html", ".pdf", ".docx", ".md")
SHOWN = 4
"""So many pages of a paper are shown; the file holds the rest."""
SHARP = 640
"""The width of a page's picture in pixels, twice that at which it stands."""


def papers(store: Reader, folder: Path) -> dict[str, str]:
    """Write cards and the report into the folder; returns the HTML that shows them, by name."""
    cards = [_paper(card(store, name, {}, language), f"card-{name}-{language}", folder) for name, language in CARDS]
    reports = [_report(store, language, folder) for language in ("en", "th")]
    return {"cards": "\n".join(cards), "reports": "\n".join(reports)}


def _report(store: Reader, language: str, folder: Path) -> str:
    template, stem = find(REPORT), f"report-{REPORT}-{language}"
    slides = made(store, template, language, {}, form="slides")
    (folder / f"{stem}.pptx").write_bytes(content(slides, ".pptx"))
    return _paper(made(store, template, language, {}, form="pages"), stem, folder, (*ON_PAPER, ".pptx"))


def _paper(document: Document, stem: str, folder: Path, endings: Sequence[str] = ON_PAPER) -> str:
    for ending in ON_PAPER:
        (folder / f"{stem}{ending}").write_bytes(content(document, ending))
    return "\n".join(_shown(document, stem, _pages(folder / f"{stem}.pdf"), endings))


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
