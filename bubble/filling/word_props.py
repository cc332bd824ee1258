"""Properties of a paragraph in a Word document that somebody else wrote: set one, keep the others."""

from __future__ import annotations

from typing import Any

from bubble.documents.office.package import lxml_etree
from bubble.filling.word_markup import W, elements

_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
"""The order in which Word wants the properties of a paragraph."""


def stand_free(paragraph: Any) -> None:
    """Let a picture stand in full height at the margin, with its caption on the same page."""
    _set_prop(paragraph, "<w:keepNext/>")
    _set_prop(paragraph, '<w:spacing w:line="240" w:lineRule="auto"/>')
    _set_prop(paragraph, '<w:ind w:firstLine="0"/>')
    held = _props(paragraph).find(f"{{{W}}}ind")
    held.attrib.pop(f"{{{W}}}hanging", None)


def keep_with_next(paragraph: Any) -> None:
    """Let the paragraph stand on the page of the one after it."""
    _set_prop(paragraph, "<w:keepNext/>")


def take_props(paragraph: Any, other: Any) -> None:
    """Spacing and indents of another paragraph, where this one has none of its own."""
    for each in other.find(f"{{{W}}}pPr") if other.find(f"{{{W}}}pPr") is not None else ():
        if _props(paragraph).find(each.tag) is None:
            _set_prop(paragraph, lxml_etree().tostring(each, encoding="unicode"))


def move_section(first: Any, last: Any) -> None:
    """The end of a section stays at the end of what stands in the paragraph's place."""
    held = first.find(f"{{{W}}}pPr/{{{W}}}sectPr")
    if held is not None and last is not first:
        _props(last).append(held)


def _props(paragraph: Any) -> Any:
    """The element of a paragraph's properties, made where there is none."""
    props = paragraph.find(f"{{{W}}}pPr")
    if props is None:
        props = elements("<w:pPr/>")[0]
        paragraph.insert(0, props)
    return props


def _set_prop(paragraph: Any, markup: str) -> None:
    """Set a property of a paragraph, in its place among the others, and keep what it said that the new one does not."""
    new = elements(markup)[0]
    props = _props(paragraph)
    held = props.find(new.tag)
    if held is not None:
        held.attrib.update(new.attrib)
        return
    rank = _ORDER.index(new.tag.rpartition("}")[2])
    at = sum(1 for each in props if each.tag.rpartition("}")[2] in _ORDER[:rank])
    props.insert(at, new)
