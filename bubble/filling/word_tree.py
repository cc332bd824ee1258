"""Changes in the tree of a Word document: a placeholder taken out of its runs, what a field shows set anew."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from bubble.filling.word_markup import ASVG, WP, A, R, W, elements
from bubble.filling.word_places import Slot, paragraph_of

_P, _R, _T, _PROPS, _INSTR, _CHAR = (f"{{{W}}}{name}" for name in ("p", "r", "t", "rPr", "instrText", "fldChar"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut_out(slot: Slot) -> tuple[Any, Any]:
    """Take a placeholder out of its runs: the run behind which something else may stand, and the look of its words."""
    start, end = slot.span
    at = 0
    anchor: Any = None
    for text in slot.texts:
        held = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(held))
        at += len(held)
        if first >= last:
            continue
        run = _alone(text)
        if anchor is None:
            anchor = run
            rest = held[last:]
            _say(text, held[:first])
            if rest:
                tail = deepcopy(run)
                _say(tail.find(_T), rest)
                run.addnext(tail)
        else:
            _say(text, held[last:])
    return anchor, anchor.find(_PROPS)


def put_behind(paragraph: Any, anchor: Any, made: list[Any]) -> None:
    """Put elements behind a run; an emptied run goes. Out of a link or a change they stand behind the whole of it."""
    place = anchor
    for element in reversed(made):
        place.addnext(element)
    for each in [*paragraph.iter(_R)]:
        if paragraph_of(each) is paragraph and all(child.tag in (_PROPS, _T) for child in each):
            words = each.findall(_T)
            if words and not any(word.text for word in words):
                each.getparent().remove(each)


def results_of(slot: Slot) -> tuple[Any, Any]:
    """Take away all that a field holds and the field itself: the empty run left in its place, and its words' look."""
    begin, end = slot.runs
    look = next((each.find(_PROPS) for each in _between(slot) if each.tag == _R and each.find(_T) is not None), None)
    look = deepcopy(look) if look is not None else None
    anchor = elements("<w:r><w:t/></w:r>")[0]
    begin.addprevious(anchor)
    first, last = slot.first, slot.last
    element = first.getnext() if last is not first else None
    while element is not None and element is not last:
        following = element.getnext()
        element.getparent().remove(element)
        element = following
    _clear(first, anchor, end if last is first else None)
    if last is not first:
        _clear(last, None, end)
        kept = [each for each in last if not each.tag == f"{{{W}}}pPr"]
        for each in kept:
            first.append(each)
        last.getparent().remove(last)
    return anchor, look


def set_code(slot: Slot, code: str) -> None:
    """Let a field remember something new."""
    texts: list[Any] = []
    for each in _field_runs(slot):
        if each.find(_CHAR) is not None and each.find(_CHAR).get(f"{{{W}}}fldCharType") == "separate":
            break
        texts += each.findall(_INSTR)
    for n, text in enumerate(texts):
        text.text = f" {code} " if n == 0 else ""
        text.set(_SPACE, "preserve")


def set_words(slot: Slot, words: str) -> bool:
    """Set the words that a field shows, in the look of the first of them."""
    texts = [text for each in _result_runs(slot) for text in each.findall(_T)]
    if not texts or slot.first is not slot.last:
        return False
    for n, text in enumerate(texts):
        _say(text, words if n == 0 else "")
    return True


def replace_figure(slot: Slot, png: str, svg: str, alt: str, told: str) -> bool:
    """Show another picture where one stands, keeping its place, size and wrapping, and set the words of its caption."""
    blips = [each for part in _span(slot) for each in part.iter(f"{{{A}}}blip")]
    frames = [each for part in _span(slot) for each in part.iter(f"{{{WP}}}inline", f"{{{WP}}}anchor")]
    if not blips or not frames:
        return False
    for blip in blips:
        blip.set(f"{{{R}}}embed", png)
        held = blip.find(f".//{{{ASVG}}}svgBlip")
        if held is not None:
            held.set(f"{{{R}}}embed", svg)
        else:
            _give_svg(blip, svg)
    for part in _span(slot):
        for said in part.iter():
            if isinstance(said.tag, str) and said.tag.rpartition("}")[2] in ("docPr", "cNvPr"):
                said.set("descr", alt)
    _set_caption(slot, told)
    return True


def _give_svg(blip: Any, svg: str) -> None:
    from bubble.filling.word_markup import blip as markup

    made = elements(markup("", svg))[0]
    list_ = blip.find(f"{{{A}}}extLst")
    if list_ is None:
        blip.append(made[0])
    else:
        list_.append(made[0][0])


def _set_caption(slot: Slot, told: str) -> None:
    """The words behind the number; label, number and whatever refers to them stay."""
    for paragraph in _span(slot)[1:] or _span(slot):
        runs = [each for each in paragraph.iter(_R) if paragraph_of(each) is paragraph]
        ends = [n for n, each in enumerate(runs) if _kind(each) == "end" and each is not slot.runs[1]]
        behind = runs[ends[-1] + 1 :] if ends else runs
        texts = [text for each in behind for text in each.findall(_T)]
        if texts:
            for n, text in enumerate(texts):
                _say(text, (f" {told}" if ends else told) if n == 0 else "")
            return


def _kind(run: Any) -> str:
    char = run.find(_CHAR)
    return str(char.get(f"{{{W}}}fldCharType")) if char is not None else ""


def _span(slot: Slot) -> list[Any]:
    found = [slot.first]
    while found[-1] is not slot.last and found[-1].getnext() is not None:
        found.append(found[-1].getnext())
    return found


def _field_runs(slot: Slot) -> list[Any]:
    runs = [each for part in _span(slot) for each in part.iter(_R)]
    return runs[runs.index(slot.runs[0]) : runs.index(slot.runs[1]) + 1]


def _result_runs(slot: Slot) -> list[Any]:
    runs = _field_runs(slot)
    at = next((n for n, each in enumerate(runs) if _kind(each) == "separate"), 0)
    return runs[at + 1 : -1]


def _between(slot: Slot) -> list[Any]:
    return _result_runs(slot)


def _clear(paragraph: Any, after: Any, until: Any) -> None:
    """Take away the runs of a paragraph from behind one, or its start, to another and including it, or its end."""
    going = after is None
    for each in [*paragraph.iter(_R)]:
        if paragraph_of(each) is not paragraph:
            continue
        if going:
            each.getparent().remove(each)
            if each is until:
                return
        elif each is after:
            going = True


def _alone(text: Any) -> Any:
    """The run of a piece of text, which then holds nothing else: what stood around it gets runs of its own."""
    run = text.getparent()
    others = [each for each in run if each.tag != _PROPS and each is not text]
    if not others:
        return run
    children = [each for each in run if each.tag != _PROPS]
    at = children.index(text)
    for group, before in ((children[:at], True), (children[at + 1 :], False)):
        if not group:
            continue
        beside = elements("<w:r/>")[0]
        if run.find(_PROPS) is not None:
            beside.append(deepcopy(run.find(_PROPS)))
        beside.extend(group)
        if before:
            run.addprevious(beside)
        else:
            run.addnext(beside)
    return run


def _say(text: Any, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")
