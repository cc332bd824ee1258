"""Words of a Word document as markup: their look, links out, and links to the sources they rely on."""

from __future__ import annotations

from collections.abc import Callable, Set
from html import escape

from bubble.documents.blocks import Inline, Run
from bubble.documents.words import link_of
from visuals.picture import shown
from visuals.thai import has_thai


class Runs:
    """Writes words as runs; knows which numbers of sources stand in the document, and relates addresses to it."""

    def __init__(self, numbers: Set[int], related: Callable[[str], str]) -> None:
        """`related` takes an address and gives the name of the document's relation to it."""
        self.numbers = numbers
        self.related = related

    def inline(self, inline: Inline, size: float = 0) -> str:
        """Words of several looks after each other; a size in points only where it is not that of the paragraph."""
        return "".join(self._run(run, size) + self.cites(run.cites, size) for run in inline)

    def cites(self, numbers: tuple[int, ...], size: float = 0) -> str:
        """Numbers of sources, each a link to its place in the list."""
        return "".join(
            f'<w:hyperlink w:anchor="source-{number}" w:history="1">{said}</w:hyperlink>'
            if number in self.numbers
            else said
            for number, said in ((number, words(f"[{number}]", style="Citation", size=size)) for number in numbers)
        )

    def link(self, address: str) -> str:
        """An address as a link that leads there, or as mere words where it is none that one may follow."""
        target = link_of(address)
        return self._linked(target, words(address, style="Hyperlink")) if target else words(address)

    def _run(self, run: Run, size: float) -> str:
        target = link_of(run.address) if run.address else ""
        style = "Hyperlink" if target else "CodeText" if run.code else ""
        said = words(run.text, style=style, bold=run.bold, italic=run.italic, size=size)
        return self._linked(target, said) if target and said else said

    def _linked(self, target: str, said: str) -> str:
        return f'<w:hyperlink r:id="{self.related(target)}" w:history="1">{said}</w:hyperlink>'


def words(text: str, *, style: str = "", bold: bool = False, italic: bool = False, size: float = 0) -> str:
    """A run of one look; lines of the text stay lines. Thai is told to be complex script, else Word may guess."""
    if not text:
        return ""
    look = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/><w:bCs/>" if bold else "",
        "<w:i/><w:iCs/>" if italic else "",
        f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else "",
        "<w:cs/>" if has_thai(text) else "",
    )
    lines = text.replace("\r\n", "\n").split("\n")
    told = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(shown(line))}</w:t>' for line in lines)
    return f"<w:r><w:rPr>{''.join(look)}</w:rPr>{told}</w:r>"


def field(code: str, result: str, *, bold: bool = False) -> str:
    """A field that a program works out anew, such as a page number, with what it shows until then."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(result)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return "".join(f"<w:r>{look}{part}</w:r>" for part in parts)


def paragraph(style: str, inner: str, *, extra: str = "") -> str:
    """A paragraph of a style; `extra` is more of its properties, in the order the schema asks for."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'
