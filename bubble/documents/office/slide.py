"""One slide of ours: its title, what is put on it, its footer and its notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self, cast

from bubble.documents.blocks import Document, Run
from bubble.documents.office.labels import label
from bubble.documents.office.slide_base import (
    EDGE,
    FOOT_SIZE,
    FOOT_TOP,
    ROOM,
    TITLE_SIZE,
    WIDE,
    emu,
)
from bubble.documents.office.slide_table import Part, markup
from bubble.documents.office.slide_text import Line, paragraph, words_of
from bubble.documents.office.word_styles import ACCENT, INK, SOFT
from bubble.documents.words import state
from visuals.labels import lines_of
from visuals.picture import shown

TITLE_SIZES = (TITLE_SIZE, 22.0, 19.0)
COVER_SIZES = (40.0, 34.0, 28.0, 24.0)
BAND = 30.0
"""How high the title stands over a figure, which tells its own question."""
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


class Slide:
    """A slide of a deck, to be filled from its top to its bottom."""

    def __init__(self, deck: Any, document: Document, layout: int) -> None:
        """A new slide at the end of the deck, with the state of the data and its number at its foot."""
        self.made: Any = deck.slides.add_slide(deck.slide_layouts[layout])
        self.document = document
        self._told: list[str] = []
        self._foot()

    @classmethod
    def first(cls, deck: Any, document: Document) -> Self:
        """The title slide: title, subtitle, and what it was made of."""
        slide = cls(deck, document, 0)
        title, subtitle = slide.made.shapes.title, slide.made.placeholders[1]
        slide._name(title, document.title, COVER_SIZES, 3)
        about = label("made", document.language, version=shown(document.record.version))
        lines = [Line((Run(document.subtitle),), 20, before=0, colour=SOFT)] if document.subtitle else []
        lines.append(Line((Run(" · ".join(filter(None, (state(document), about)))),), 14, before=8, colour=SOFT))
        slide._fill(subtitle, lines, most=2)
        slide._rule()
        return slide

    @classmethod
    def titled(cls, deck: Any, document: Document, title: str, part: str = "") -> Self:
        """A slide with a title, and which of how many parts it is."""
        slide = cls(deck, document, 1)
        slide._name(slide.made.shapes.title, title, TITLE_SIZES, 2, part=part)
        return slide

    @classmethod
    def around(cls, deck: Any, document: Document, title: str) -> Self:
        """A slide for a figure, its title in one small line at the top."""
        slide = cls(deck, document, 1)
        holder = slide.made.shapes.title
        holder.left, holder.top, holder.width, holder.height = emu(EDGE), emu(4), emu(ROOM), emu(BAND - 6)
        slide._name(holder, title, (13.0,), 1, colour=ACCENT)
        return slide

    def largest(self) -> tuple[int, int, int, int]:
        """The box that a figure may fill, in the units of Office."""
        return emu(8), emu(BAND), emu(WIDE - 16), emu(FOOT_TOP - BAND - 1)

    def text(self, lines: Sequence[Line], box: tuple[float, float, float, float], *, most: int = 0) -> Any:
        """Paragraphs in a box: left, top, width, height in points; each cut after `most` lines where that is given."""
        shape = self.made.shapes.add_textbox(*(emu(value) for value in box))
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._fill(shape, lines, most=most)
        return shape

    def box(self, lines: Sequence[Line], box: tuple[float, float, float, float], inside: float) -> None:
        """Paragraphs on a shaded ground with a strong left edge: what a reader must know first."""
        left, top, _, height = box
        ground = self.text(lines, box)
        frame = ground.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(inside)
        _coloured(ground, "FFF6E0")
        self._bar((left, top, 4.0, height), "C98A00")

    def table(self, part: Part, corner: tuple[float, float], said: str) -> None:
        """The rows of a part of a table under its headings."""
        from pptx.oxml import parse_xml

        size = (sum(part.widths), sum(part.heights))
        frame = self.made.shapes.add_table(len(part.rows) + 1, len(part.widths), *(emu(v) for v in (*corner, *size)))
        held = frame._element.graphic.graphicData  # noqa: SLF001  cell by cell would take far longer
        held.replace(held.tbl, parse_xml(markup(part, self._related)))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", shown(said))  # noqa: SLF001
        frame.name = shown(said)[:80]

    def notes(self, lines: Sequence[str]) -> None:
        """Add lines to the notes; what they say already is not said again."""
        fresh = [shown(line) for line in lines if shown(line) not in self._told]
        self._told += fresh
        if self._told:
            self.made.notes_slide.notes_text_frame.text = "\n".join(self._told)

    def _name(
        self, holder: Any, title: str, sizes: Sequence[float], most: int, *, part: str = "", colour: str = INK
    ) -> None:
        """The title in the largest size at which it fits; one that fits none is cut, and whole in the notes."""
        text, after = shown(title), f"  {part}" if part else ""
        wide = ROOM / 1.06
        size = next((s for s in sizes if len(lines_of(text + after, s, wide, 99, 700)) <= most), sizes[-1])
        kept = lines_of(text, size, wide - len(after) * size * 0.6, most, 700)
        if "".join(kept).endswith("…") and not text.endswith("…"):
            self.notes([text])
            text = " ".join(kept)
        line = Line((), size, before=0, bold=True, colour=colour)
        told = words_of(text, line) + words_of(after, line, colour=SOFT)
        self._put(holder, f'<a:p><a:pPr algn="l"/>{told}</a:p>')

    def _fill(self, holder: Any, lines: Sequence[Line], *, most: int = 0) -> None:
        told = [paragraph(self._shortened(line, most), self._related) for line in lines]
        self._put(holder, "".join(told))
        holder.text_frame.word_wrap = True

    def _shortened(self, line: Line, most: int) -> Line:
        if not most or line.rows(ROOM) <= most:
            return line
        text = "".join(shown(run.text) for run in line.runs)
        self.notes([text])
        kept = lines_of(text, line.size, ROOM / 1.08, most)
        return Line((Run(" ".join(kept)),), line.size, before=line.before, colour=line.colour)

    def _put(self, holder: Any, paragraphs: str) -> None:
        """Paragraphs in place of those a shape has."""
        from pptx.oxml import parse_xml

        body = holder.text_frame._txBody  # noqa: SLF001  the library sets one paragraph at a time
        for old in list(body.p_lst):
            body.remove(old)
        made = cast("Any", parse_xml(f"<a:txBody {_NAMES}>{paragraphs}</a:txBody>"))
        for new in list(made):
            body.append(new)

    def _foot(self) -> None:
        """The state of the data and the number of the slide, as the placeholders that programs know."""
        from pptx.oxml import parse_xml

        line = Line((), FOOT_SIZE, colour=SOFT)
        number = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            f'<a:rPr lang="en-GB" sz="{FOOT_SIZE * 100:.0f}"><a:solidFill><a:srgbClr val="{SOFT}"/></a:solidFill>'
            "</a:rPr>"
            f"<a:t>{len(self.made.part.package.presentation_part.presentation.slides)}</a:t></a:fld>"
        )
        for id, (kind, place, name, told) in enumerate(
            (
                ("ftr", 11, "Footer", words_of(state(self.document), line)),
                ("sldNum", 12, "Number", number),
            ),
            90,
        ):
            shape = (
                f'<p:sp {_NAMES}><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
                f'</p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{place}"/></p:nvPr></p:nvSpPr><p:spPr/>'
                f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{told}</a:p></p:txBody></p:sp>"
            )
            self.made.shapes._spTree.append(parse_xml(shape))  # noqa: SLF001

    def _rule(self) -> None:
        """A short bar over the title of the title slide."""
        self._bar((EDGE, 136.0, 72.0, 5.0), ACCENT)

    def _bar(self, box: tuple[float, float, float, float], colour: str) -> None:
        from pptx.enum.shapes import MSO_SHAPE

        bar = self.made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(emu(value) for value in box))
        bar.line.fill.background()
        _coloured(bar, colour)

    def _related(self, address: str) -> str:
        return str(self.made.part.relate_to(address, _HYPERLINK, is_external=True))


def _coloured(shape: Any, colour: str) -> None:
    import pptx.dml.color

    colours: Any = pptx.dml.color
    shape.fill.solid()
    shape.fill.fore_color.rgb = colours.RGBColor(*bytes.fromhex(colour))
