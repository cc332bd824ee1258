"""A picture as the page's script reads it: plain JSON, labels in both languages, places for a wide and a tall frame."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from graph.kinds import EDGES, NODES
from graph.vocabulary import Confidence, Force, Form, Status, Word
from visuals.layout import HOME, RING, Area, Layout, Region, Spot, place
from visuals.picture import Dot, Link, Passage, Picture, Text
from visuals.style import bend_of, line_of, shape_of
from visuals.words import WORDS, caption

JSON = dict[str, Any]
TALL = 0.62
LONG, COLUMN, BOW = 0.4, 60.0, 0.2
# what could end the block or, in an old parser, a line of script: nothing of it is ever left in the text
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&'\u2028\u2029"}


def block(value: object) -> str:
    """JSON that may stand inside a script element; Thai stays UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


class Layouts(NamedTuple):
    """The layout for a frame that is wider than high, and for one that is higher than wide."""

    wide: Layout
    tall: Layout


def layouts_of(picture: Picture) -> Layouts:
    """Both layouts of a picture."""
    return Layouts(place(picture), place(picture, ratio=TALL))


def nodes_of(picture: Picture, layouts: Layouts) -> list[JSON]:
    """The nodes: key, kind, label, place (wide), place (tall), radius, group, facts, count of links, room of names."""
    wide, tall = layouts
    degree = Counter(end for link in picture.links.values() for end in {link.source, link.target})
    return [
        _slim(
            {
                "id": dot.key,
                "k": dot.kind,
                "l": _pair(dot.label),
                "x": wide.spots[dot.key].x,
                "y": wide.spots[dot.key].y,
                "u": tall.spots[dot.key].x,
                "v": tall.spots[dot.key].y,
                "r": wide.spots[dot.key].r,
                "g": dot.group,
                "f": [list(fact) for fact in dot.facts],
                "n": degree[dot.key],
                "m": dot.muted,
                "w": _room(wide.spots[dot.key]),
                "h": _room(tall.spots[dot.key]),
            }
        )
        for dot in picture.dots.values()
    ]


def bends_of(picture: Picture, layout: Layout) -> dict[tuple[str, str, str, str], float]:
    """How far each link bows, so that parallel ones lie beside each other; seen from the end whose key sorts first.

    One between two rows of a column bows away from their names, for it would run through the nodes between them.
    """
    pairs: dict[tuple[str, ...], list[tuple[str, str, str, str]]] = defaultdict(list)
    for place_, link in picture.links.items():
        pairs[tuple(sorted((link.source, link.target)))].append(place_)
    share = 1.0 if picture.arrangement is None else LONG  # lines of an arrangement are long, and so would their bows be
    return {
        place_: round(bend_of(index, len(beside)) * share + _beside_column(pair, layout), 4)
        for pair, beside in pairs.items()
        for index, place_ in enumerate(beside)
    }


def _beside_column(pair: tuple[str, ...], layout: Layout) -> float:
    first, last = layout.spots[pair[0]], layout.spots[pair[-1]]
    if first.room is None or last.room is None or abs(first.x - last.x) > COLUMN:
        return 0.0
    way = 1 if last.y > first.y else -1
    return BOW * way * (-1 if first.room.side == "left" else 1)


def links_of(picture: Picture, layouts: Layouts) -> list[JSON]:
    """The links, parallel ones each with its own bend `b`, seen from its source."""
    bends = bends_of(picture, layouts.wide)
    links: list[JSON] = []
    for place_, link in picture.links.items():
        bend = bends[place_] * (1 if link.source <= link.target else -1)
        links.append(
            _slim(
                {
                    "id": link.id,
                    "k": link.kind,
                    "from": link.source,
                    "to": link.target,
                    "l": _pair(link.label),
                    "s": link.status,
                    "f": link.form,
                    "a": link.since,
                    "z": link.until,
                    "c": link.confidence,
                    "t": [_pair(sector) for sector in link.sectors],
                    "e": list(link.evidence),
                    "b": bend,
                    "o": link.on_line,
                }
            )
        )
    return links


def rest_of(picture: Picture, language: str, layouts: Layouts) -> JSON:
    """What the page shows around them: title, evidence, legend, regions, caption and its own words."""
    return {
        "language": language,
        "title": _pair(picture.title),
        "answer": _pair(picture.answer),
        "caption": [caption(len(picture.dots), picture.link_count(), picture.stamp, code) for code in ("en", "th")],
        "evidence": {passage.id: _passage(passage) for passage in picture.passages.values()},
        "kinds": {kind: _kind(kind) for kind in _in_order(NODES, (dot.kind for dot in picture.dots.values()))},
        "relations": {
            kind: [EDGES[kind].en, EDGES[kind].th]
            for kind in _in_order(EDGES, (link.kind for link in picture.links.values()))
        },
        "statuses": {word: _status(word) for word in used(Status, statuses_of(picture.links.values()))},
        "forms": {word: list(label_of(Form, word)) for word in used(Form, (k.form for k in picture.links.values()))},
        "confidences": {word.value: [word.en, word.th] for word in Confidence},
        "groups": {code: _pair(text) for code, text in groups_of(picture.dots.values()).items()},
        "home": HOME,
        "opening": opening_of(picture),
        "stamp": list(picture.stamp) if picture.stamp else None,
        "regions": {"wide": _regions(layouts.wide.regions), "tall": _regions(layouts.tall.regions)},
        "areas": {"wide": _areas(layouts.wide.areas), "tall": _areas(layouts.tall.areas)},
        "words": {name: list(words) for name, words in WORDS.items()},
    }


def opening_of(picture: Picture) -> JSON:
    """How the picture opens, without groups and nodes that it does not have."""
    groups = groups_of(picture.dots.values())
    return {
        "fold": [group for group in picture.opening.folded if group in groups],
        "apart": [key for key in picture.opening.apart if key in picture.dots],
    }


def statuses_of(links: Iterable[Link]) -> set[str]:
    """The statuses that links have, and those that a link with an end has on another day."""
    links = list(links)
    found = {link.status for link in links}
    ending = {link.status for link in links if link.until}
    if ending & {Status.ACTIVE, Status.SIGNED}:
        found.add(Status.ENDED.value)
    if ending & {Status.ENDED, Status.COMPLETED}:
        found.add(Status.ACTIVE.value)
    return found


def used(words: type[Word], values: Iterable[str]) -> list[str]:
    """The values that occur, in the order of the closed list; unlisted ones after it, none at the end."""
    found = set(values)
    listed = [word.value for word in _listed(words) if word.value in found]
    return listed + sorted(found - set(listed) - {""}) + ([""] if "" in found else [])


def label_of(words: type[Word], value: str) -> Text:
    """The label of a word of a closed list; an unlisted value is its own, an empty one says so."""
    if not value:
        return WORDS["no_status"] if words is Status else WORDS["no_form"]
    return next((Text(word.en, word.th) for word in _listed(words) if word.value == value), Text(value))


def _listed(words: type[Word]) -> list[Word]:
    """The words of a closed list; what is in force stands before every other status."""
    return [*Force, *words] if words is Status else [*words]


def groups_of(dots: Iterable[Dot]) -> dict[str, Text]:
    """The countries that occur, home first and the others by name; a country's own node names it."""
    dots = list(dots)
    names = {dot.group: dot.seat for dot in dots if any(dot.seat)}
    names |= {dot.group: dot.label for dot in dots if dot.kind == "Country" and dot.id == dot.group}
    known = {dot.group for dot in dots if dot.group in RING or dot.group == HOME}
    rest = {dot.group for dot in dots} - known
    order = sorted(known - {""}, key=lambda code: (code != HOME, names.get(code, Text(code)).en))
    groups = {code: names.get(code, Text(code)) for code in order}
    return groups | ({"": WORDS["outside"]} if groups and (rest or "" in known) else {})


def _kind(kind: str) -> list[str]:
    node = NODES[kind]
    return [node.en, node.th, node.colour, shape_of(kind)]


def _status(word: str) -> list[Any]:
    label, line = label_of(Status, word), line_of(word)
    return [label.en, label.th, line.light, line.dark, line.width, list(line.dash), line.mark]


def _regions(regions: Sequence[Region]) -> list[list[Any]]:
    return [list(region) for region in regions]


def _areas(areas: Sequence[Area]) -> list[list[Any]]:
    return [[_pair(area.heading), *area[1:6], list(area.counted)] for area in areas]


def _room(spot: Spot) -> list[Any]:
    return list(spot.room) if spot.room else []


def _passage(passage: Passage) -> JSON:
    return _slim(
        {
            "gloss": passage.gloss,
            "source": passage.source,
            "address": passage.address,
            "date": passage.date,
            "speaker": passage.speaker,
            "confidence": passage.confidence,
            "locator": passage.locator,
        }
    )


def _pair(text: Text) -> list[str]:
    """English and Thai; one entry where the second is empty."""
    return [text.en, text.th] if text.th else [text.en]


def _slim(record: JSON) -> JSON:
    """Without what is empty, except the ends and places that every record has."""
    return {
        name: value
        for name, value in record.items()
        if value not in ("", [], False, 0) or name in ("id", "k", "x", "y", "u", "v")
    }


def _in_order(declared: Iterable[str], found: Iterable[str]) -> list[str]:
    occurring = set(found)
    return [name for name in declared if name in occurring]
