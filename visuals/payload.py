"""A picture as the page's script reads it: plain JSON, labels in both languages, places for a wide and a tall frame."""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from graph.kinds import EDGES, NODES
from graph.vocabulary import Confidence, Force, Form, Status, Word
from visuals.large.tree import Tree, large_tree
from visuals.layout import HOME, RING, WIDE, Area, Layout, Region, places
from visuals.picture import Dot, Link, Passage, Picture, Text
from visuals.style import bend_of, line_of, rim_of, shape_of
from visuals.words import WORDS, caption

JSON = dict[str, Any]
TALL = 0.62
LONG = 0.4  # lines of an arrangement are long, and so would their bows be
COLUMN, BOW = 60.0, 0.2  # nodes no further apart than this stand in one column; how far lines between them bow
PASSAGE = ("id", "gloss", "gloss_th", "source", "address", "date", "speaker", "confidence", "locator")
TABLES = ("nodes", "links", "evidence")  # what is packed by columns


def packed(data: JSON) -> bytes:
    """The data as compressed JSON, its long tables by columns: a third less than records, which repeat their names.

    What is long is packed at a low level: a tenth larger, and many times faster.
    """
    columns = {name: _columns(data[name]) for name in TABLES if name in data}
    text = json.dumps(data | columns, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8"), 9 if len(text) < 1_000_000 else 4)


def unpacked(pack: bytes) -> JSON:
    """The data of a pack, as the page's script has them."""
    data: JSON = json.loads(zlib.decompress(pack))
    return data | {name: _records(data[name]) for name in TABLES if name in data}


def _columns(records: list[JSON]) -> JSON:
    """Each name with the values of all records, null where a record has none."""
    names = dict.fromkeys(chain.from_iterable(records))
    return {name: [record.get(name) for record in records] for name in names}


def _records(columns: JSON) -> list[JSON]:
    return [
        {name: value for name, value in zip(columns, row, strict=True) if value is not None}
        for row in zip(*columns.values(), strict=True)
    ]


class Layouts(NamedTuple):
    """The layout for a wide frame, for one that is higher than wide, and the groups of a large picture."""

    wide: Layout
    tall: Layout
    tree: Tree | None = None


def layouts_of(picture: Picture) -> Layouts:
    """Both layouts of a picture; one of very many nodes is laid out by groups."""
    tree = large_tree(picture)
    wide, tall = places(picture, (WIDE, TALL), tree)
    return Layouts(wide, tall, tree)


def nodes_of(picture: Picture, layouts: Layouts) -> list[JSON]:
    """The nodes: key, kind, label, place (wide), place (tall), radius, group, facts, count of links, room of names.

    In a picture with groups also the number of the innermost one as `q`.
    """
    degree: Counter[str] = Counter()
    for link in picture.links.values():
        degree[link.source] += 1
        if link.target != link.source:
            degree[link.target] += 1
    number = {id: index for index, id in enumerate(layouts.tree.groups)} if layouts.tree else {}
    records: list[JSON] = []
    for dot in picture.dots.values():
        wide, tall = layouts.wide.spots[dot.key], layouts.tall.spots[dot.key]
        record: JSON = {"id": dot.key, "k": dot.kind, "l": _pair(dot.label)}
        record |= {"x": wide.x, "y": wide.y, "u": tall.x, "v": tall.y, "r": wide.r}
        for name, value in (
            ("g", dot.group),
            ("f", dot.facts),
            ("n", degree[dot.key]),
            ("m", dot.muted),
            ("w", wide.room),
            ("h", tall.room),
        ):
            if value:
                record[name] = value
        if layouts.tree:
            record["q"] = number[layouts.tree.home[dot.key]]
        records.append(record)
    return records


def folds_of(layouts: Layouts) -> list[list[Any]]:
    """The groups of a large picture: id, id of the group around it, label, country, circle (wide) and circle (tall)."""
    if not layouts.tree:
        return []
    return [
        [id, group.parent, _pair(group.label), group.country, layouts.wide.groups[id][:3], layouts.tall.groups[id][:3]]
        for id, group in layouts.tree.groups.items()
    ]


def bends_of(picture: Picture, layout: Layout) -> dict[tuple[str, str, str, str], float]:
    """How far each link bows, so that parallel ones lie beside each other; seen from the end whose key sorts first.

    One between two rows of an arranged column bows away from their names, for it would run through the nodes between.
    """
    pairs: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for place_, link in picture.links.items():
        low, high = (link.source, link.target) if link.source <= link.target else (link.target, link.source)
        pairs[low, high].append(place_)
    if picture.arrangement is None:
        return {place_: bend_of(index, len(beside)) for beside in pairs.values() for index, place_ in enumerate(beside)}
    return {
        place_: round(bend_of(index, len(beside)) * LONG + _beside_column(pair, layout), 4)
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
        record: JSON = {"id": link.id, "k": link.kind, "from": link.source, "to": link.target}
        if any(link.label):
            record["l"] = _pair(link.label)
        for name, value in (
            ("s", link.status),
            ("f", link.form),
            ("a", link.since),
            ("z", link.until),
            ("c", link.confidence),
            ("o", link.on_line),
        ):
            if value:
                record[name] = value
        if link.sectors:
            record["t"] = [_pair(sector) for sector in link.sectors]
        if link.evidence:
            record["e"] = link.evidence
        if bends[place_]:
            record["b"] = bends[place_] * (1 if link.source <= link.target else -1)
        links.append(record)
    return links


def rest_of(picture: Picture, language: str, layouts: Layouts) -> JSON:
    """What the page shows around them: title, legend, regions, caption and its own words."""
    return {
        "language": language,
        "title": _pair(picture.title),
        "answer": _pair(picture.answer),
        "caption": [caption(len(picture.dots), picture.link_count(), picture.stamp, code) for code in ("en", "th")],
        "kinds": {kind: _kind(kind) for kind in _in_order(NODES, (dot.kind for dot in picture.dots.values()))},
        "relations": {
            kind: [EDGES[kind].en, EDGES[kind].th]
            for kind in _in_order(EDGES, (link.kind for link in picture.links.values()))
        },
        "statuses": {word: _status(word) for word in used(Status, statuses_of(picture.links.values()))},
        "forms": {word: list(label_of(Form, word)) for word in used(Form, (k.form for k in picture.links.values()))},
        "confidences": {word.value: [word.en, word.th] for word in Confidence},
        "groups": {code: _pair(text) for code, text in groups_of(picture.dots.values()).items()},
        "folds": folds_of(layouts),
        "home": HOME,
        "opening": opening_of(picture),
        "stamp": list(picture.stamp) if picture.stamp else None,
        "regions": {"wide": _regions(layouts.wide.regions), "tall": _regions(layouts.tall.regions)},
        "areas": {"wide": _areas(layouts.wide.areas), "tall": _areas(layouts.tall.areas)},
        "words": {name: list(words) for name, words in WORDS.items()},
    }


def evidence_of(picture: Picture) -> JSON:
    """The passages behind the links, apart from the rest: the page needs them only once a link is opened."""
    return {"evidence": [_passage(passage) for passage in picture.passages.values()]}


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
    return _labels(words).get(value, Text(value))


@cache
def _labels(words: type[Word]) -> dict[str, Text]:
    """The labels of a closed list by value."""
    return {word.value: Text(word.en, word.th) for word in _listed(words)}


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
    return [node.en, node.th, node.colour, shape_of(kind), rim_of(node.colour, "light"), rim_of(node.colour, "dark")]


def _status(word: str) -> list[Any]:
    label, line = label_of(Status, word), line_of(word)
    return [label.en, label.th, line.light, line.dark, line.width, list(line.dash), line.mark]


def _regions(regions: Sequence[Region]) -> list[list[Any]]:
    return [list(region) for region in regions]


def _areas(areas: Sequence[Area]) -> list[list[Any]]:
    return [[_pair(area.heading), *area[1:6], list(area.counted)] for area in areas]


def _passage(passage: Passage) -> JSON:
    """What is known of a passage."""
    return {name: value for name in PASSAGE if (value := getattr(passage, name))}


def _pair(text: Text) -> list[str]:
    """English and Thai; one entry where the second is empty."""
    return [text.en, text.th] if text.th else [text.en]


def _in_order(declared: Iterable[str], found: Iterable[str]) -> list[str]:
    occurring = set(found)
    return [name for name in declared if name in occurring]
