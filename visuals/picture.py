"""A picture as plain data: nodes, links and the evidence behind them, in both languages. It knows no renderer."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, Self

from graph.errors import GraphError, nearest, one_line
from graph.kinds import EDGES, NODES, Edge, Ref

if TYPE_CHECKING:
    from visuals.layout import Layout

JOINERS = frozenset("\u200b\u200c\u200d\u00ad")  # they break or join words rightly; Thai text needs the first


class Text(NamedTuple):
    """The same words in English and in Thai; either may be empty."""

    en: str
    th: str = ""

    def of(self, language: str) -> str:
        """The words in that language, else in the other one."""
        return (self.th or self.en) if language == "th" else (self.en or self.th)


NONE = Text("")


class Fact(NamedTuple):
    """One line of a node's panel: its name and its value, each in both languages."""

    label: str
    label_th: str
    value: str
    value_th: str = ""


@dataclass(frozen=True)
class Dot:
    """A node as drawn. `size` is a count, 1 or less where it was not said; `group` an alpha-3 code, or empty.

    seat: the group's name, for a picture in which no node of the country's own tells it.
    """

    key: str
    kind: str
    id: str
    label: Text
    size: float
    group: str
    facts: tuple[Fact, ...]
    fixed: tuple[float, float] | None
    muted: bool
    seat: Text = NONE


@dataclass(frozen=True)
class Link:
    """An edge as drawn; `source` and `target` are keys of dots, `evidence` ids of passages, `on_line` a word on it."""

    id: str
    kind: str
    source: str
    target: str
    label: Text
    status: str
    form: str
    since: str
    until: str
    confidence: str
    sectors: tuple[Text, ...]
    evidence: tuple[str, ...]
    on_line: str = ""


@dataclass(frozen=True)
class Passage:
    """A piece of evidence as shown: our gloss of it, the source it was read in, and who said it when."""

    id: str
    gloss: str
    source: str
    address: str
    date: str
    speaker: str
    confidence: str
    locator: str
    gloss_th: str = ""


class Stamp(NamedTuple):
    """What the picture was drawn from: nodes and links in the data, the data's date and content hash."""

    nodes: int
    links: int
    date: str
    hash: str


class Arrangement(Protocol):
    """What places the nodes of a picture by what they mean rather than by force; visuals/arrangements has some."""

    def place(self, picture: Picture, ratio: float) -> Layout:
        """Where everything stands, for a frame of that width to height; the same picture always gets the same."""
        ...


class Opening(NamedTuple):
    """How a picture opens: groups drawn as one node each, and nodes of them drawn by themselves all the same."""

    folded: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class Picture:
    """Nodes and links under a title that asks and a sentence that answers; a view fills it."""

    writers: ClassVar[Mapping[str, str]] = {".html": "visuals.page:page_of", ".svg": "visuals.figure:figure_of"}

    def __init__(self, title: str, title_th: str, *, answer: str = "", answer_th: str = "") -> None:
        """An empty picture with its title and, where it is known, its answer."""
        self.title = Text(shown(title), shown(title_th))
        self.answer = Text(shown(answer), shown(answer_th))
        self.dots: dict[str, Dot] = {}
        self.links: dict[tuple[str, str, str, str], Link] = {}
        self.passages: dict[str, Passage] = {}
        self.stamp: Stamp | None = None
        self.arrangement: Arrangement | None = None
        self.opening = Opening()

    @classmethod
    def titled(cls, title: Text) -> Self:
        """An empty picture with its title."""
        return cls(title.en, title.th)

    def ask(self, title: str, title_th: str) -> None:
        """Set the title that asks, where it depends on what was asked for."""
        self.title = Text(shown(title), shown(title_th))

    def say(self, answer: str, answer_th: str = "") -> None:
        """Set the sentence that answers the title."""
        self.answer = Text(shown(answer), shown(answer_th))

    def arrange(self, arrangement: Arrangement) -> None:
        """Set what places the nodes; without it they stand by country, or by force."""
        self.arrangement = arrangement

    def drawn_from(self, *, nodes: int, links: int, date: str = "", content_hash: str = "") -> None:
        """Say how much there is in the data and which state of it was drawn; the caption tells it."""
        self.stamp = Stamp(nodes, links, shown(date), shown(content_hash))

    def open_folded(self, groups: Iterable[str], *, apart: Iterable[str] = ()) -> None:
        """Open with these groups folded into one node each; the nodes `apart` (keys) are drawn by themselves.

        The reader opens and folds groups at will; nothing of a folded group is lost, its links are bundled.
        """
        self.opening = Opening(tuple(dict.fromkeys(map(shown, groups))), tuple(dict.fromkeys(apart)))

    def node(
        self,
        ref: Ref[Any],
        label: str,
        label_th: str = "",
        *,
        size: float = 1,
        group: str = "",
        facts: Sequence[Fact] = (),
        fixed: tuple[float, float] | None = None,
        muted: bool = False,
        seat: Text | None = None,
    ) -> str:
        """Draw a node and get its key. Called twice, the first words stay, the larger size and all facts count.

        A node is drawn by its size, or by how many links it has where no size above 1 is given. `seat` names its group.
        """
        kind = _known(ref.kind, NODES, "node kind")
        key = shown(str(ref))
        told = tuple(Fact(*(shown(part) for part in fact)) for fact in facts)
        new = Dot(
            key,
            kind,
            shown(ref.id),
            Text(shown(label) or shown(ref.id), shown(label_th)),
            max(float(size), 0.0),
            shown(group),
            told,
            fixed,
            muted,
            Text(shown(seat.en), shown(seat.th)) if seat else NONE,
        )
        old = self.dots.get(key)
        self.dots[key] = new if old is None else _merged(old, new)
        return key

    def weights(self) -> dict[str, float]:
        """How large each node counts: its size where one was given, else the number of its links."""
        degree = Counter(end for link in self.links.values() for end in {link.source, link.target})
        return {key: dot.size if dot.size > 1 else max(dot.size, degree[key]) for key, dot in self.dots.items()}

    def link_count(self) -> int:
        """How many links there are; lines of one kind and id are one link, between more than two."""
        return len({(link.kind, link.id) for link in self.links.values()})

    def told(self) -> str:
        """What was drawn, in a few words."""
        nodes, links = len(self.dots), self.link_count()
        return f"{nodes} {'node' if nodes == 1 else 'nodes'} and {links} {'link' if links == 1 else 'links'}"

    def edge(
        self,
        kind: type[Edge] | str,
        source: str,
        target: str,
        *,
        id: str,
        label: str = "",
        label_th: str = "",
        status: str = "",
        form: str = "",
        since: str = "",
        until: str = "",
        confidence: str = "",
        sectors: Iterable[str | tuple[str, str]] = (),
        evidence: Sequence[str] = (),
        on_line: str = "",
    ) -> None:
        """Draw a link between two keys. Links of one pair are told apart by id, so parallel ones are kept.

        A sector is its name, or a pair of its English and Thai names. Dates are shown as given. `on_line` is a word or
        figure that stands on the line itself, as "51%".
        """
        name = _known(kind if isinstance(kind, str) else kind.kind, EDGES, "edge kind")
        for end in (source, target):
            if end not in self.dots:
                raise GraphError(
                    f"picture: link {one_line(id)}: expected the key of a node drawn before, "
                    f"found {one_line(end)}{nearest(end, self.dots)}; draw the node first"
                )
        link = Link(
            shown(id),
            name,
            source,
            target,
            Text(shown(label), shown(label_th)),
            shown(status),
            shown(form),
            shown(since),
            shown(until),
            shown(confidence),
            tuple(map(_text, sectors)),
            tuple(map(shown, evidence)),
            shown(on_line),
        )
        place = (name, link.id, source, target)
        known = self.links.setdefault(place, link)
        if known is not link and known != link:
            raise GraphError(
                f"picture: link {one_line(id)}: expected one meaning for one id, found two between "
                f"{one_line(source)} and {one_line(target)}; give the second its own id"
            )

    def evidence(
        self,
        id: str,
        *,
        gloss: str,
        source: str,
        address: str = "",
        date: str = "",
        speaker: str = "",
        confidence: str = "",
        locator: str = "",
    ) -> None:
        """Give a passage that links name by its id; the first telling of an id stays."""
        if (known := shown(id)) not in self.passages:
            rest = map(shown, (gloss, source, address, date, speaker, confidence, locator))
            self.passages[known] = Passage(known, *rest)


def shown(text: object) -> str:
    """Text as a reader may safely see it: control, direction and broken characters stand as escapes."""
    value = text if type(text) is str else str(text)
    if value.isprintable():
        return value
    return "".join(c if c.isprintable() or c in JOINERS else _escape(c) for c in value)


def _escape(character: str) -> str:
    """Line breaks and other white space become a space, everything else its code point."""
    if unicodedata.category(character) in ("Zs", "Zl", "Zp") or character in "\t\n\r":
        return " "
    return f"\\u{ord(character):04x}"


def _known(kind: str, kinds: dict[str, Any], what: str) -> str:
    if kind not in kinds:
        raise GraphError(
            f"picture: {what}: expected a declared one, found {one_line(kind)}{nearest(kind, kinds)}; see graph/model"
        )
    return kind


def _text(words: str | tuple[str, str]) -> Text:
    return Text(shown(words)) if isinstance(words, str) else Text(shown(words[0]), shown(words[1]))


def _merged(old: Dot, new: Dot) -> Dot:
    """What two tellings of one node say together."""
    return replace(
        old,
        label=Text(old.label.en, old.label.th or new.label.th),
        size=max(old.size, new.size),
        group=old.group or new.group,
        facts=old.facts + tuple(f for f in new.facts if f not in old.facts),
        fixed=old.fixed or new.fixed,
        muted=old.muted and new.muted,
        seat=old.seat if any(old.seat) else new.seat,
    )
