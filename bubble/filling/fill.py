"""Filling a document: its places read, all they ask for made of one graph, what differs written and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bubble.documents.blocks import Paragraph
from bubble.filling.content import Content, contents_of
from bubble.filling.made import Made, Maker
from bubble.filling.place import Fillable, Place
from bubble.filling.placeholder import Placeholder, read
from graph.errors import GraphError, one_line
from visuals.files import write_whole

ENDINGS = (".docx", ".pptx", ".md", ".qmd")
MOST_BYTES = 300_000_000


@dataclass(frozen=True)
class Change:
    """What a place showed before and shows now; `before` is empty for one that was not filled yet."""

    where: str
    kind: str
    number: int
    placeholder: str
    before: str
    now: str
    is_changed: bool

    def told(self, day: str) -> str:
        """The change in a line."""
        said = f"{self.kind} {self.number} ({one_line(self.placeholder)}), {self.where}"
        if not self.is_changed:
            return f"{said}: unchanged"
        if not self.before:
            return f"{said}: filled, {self.now}"
        if self.before == self.now:
            return f"{said}: {self.now} as before, drawn anew from the data of {day or 'today'}"
        first, _, unit = self.before.partition(" ")
        return f"{said}: {first if unit == self.now.partition(' ')[2] else self.before} → {self.now}"


@dataclass(frozen=True)
class Outcome:
    """What filling a document changes: a change for each place, and the files to write, by their path."""

    changes: tuple[Change, ...]
    files: Mapping[Path, bytes]
    day: str


def fill(path: Path, maker: Maker, to: Path | None = None) -> Outcome:
    """What the document becomes at `to`, or at its own place; nothing is written yet.

    Raises GraphError, which says file and place, for a document that is none and a placeholder that can't be filled.
    """
    target = to or path
    name = one_line(path.name)
    if path.suffix.casefold() not in ENDINGS or target.suffix.casefold() != path.suffix.casefold():
        wanted = path.suffix.casefold() if path.suffix.casefold() in ENDINGS else ", ".join(ENDINGS)
        raise GraphError(f"{one_line(target.name)}: expected a name that ends in {wanted}, found {name}")
    data = _read(path)
    try:
        document = _opened(data, path.suffix.casefold())
    except GraphError as error:
        raise GraphError(f"{name}: {error}") from None
    places = document.places
    if not places:
        raise GraphError(f"{name}: expected a placeholder as {{{{bubble: headline sector=food}}}}, found none")
    made = [made_at(name, place, maker) for place in places]
    contents = contents_of(maker, made, [place.size for place in places])
    beside = document.beside(contents, target.stem)
    stale = {n for n, content in enumerate(contents) if _differs(places[n], content)}
    files: dict[Path, bytes] = {}
    if stale:
        filled = document.filled({n: contents[n] for n in stale}, target.stem)
        files[target] = filled.data
    elif target != path:
        files[target] = data
    files |= {target.parent / file: held for file, held in beside.items() if _is_new(target.parent / file, held)}
    return Outcome(_changes(places, contents, stale), files, maker.day)


def write(outcome: Outcome) -> None:
    """Write the files, those beside the document first."""
    write_files(dict(reversed([*outcome.files.items()])))


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files in their order, each whole, and make the folders they need."""
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GraphError(f"{one_line(path)}: can't be written: {error.strerror}") from None
        write_whole(path, data)


def _opened(data: bytes, ending: str) -> Fillable:
    if ending == ".docx":
        from bubble.filling.word import WordFile

        return WordFile(data)
    if ending == ".pptx":
        from bubble.filling.slides import SlidesFile

        return SlidesFile(data)
    from bubble.filling.markdown import MarkdownFile

    return MarkdownFile(data, is_quarto=ending == ".qmd")


def made_at(name: str, place: Place, maker: Maker) -> Made:
    """What stands at a place of the document of that name. Raises GraphError, which says where, for what can't."""
    try:
        asked = read(place.inside)
        made = maker.made(asked)
    except GraphError as error:
        raise GraphError(f"{name}: {place.where}: {{{{bubble: {one_line(place.inside)}}}}}: {error}") from None
    if not place.is_block and not isinstance(made.block, Paragraph):
        kind = {"sources": "list of sources"}.get(asked.kind, asked.kind)
        raise GraphError(
            f"{name}: {place.where}: {{{{bubble: {one_line(place.inside)}}}}}: expected a {kind} in a paragraph "
            "of its own, found other words beside it"
        )
    return made


def _differs(place: Place, content: Content) -> bool:
    return place.memory is None or place.memory.print != content.print


def _is_new(path: Path, held: bytes) -> bool:
    try:
        return path.read_bytes() != held
    except OSError:
        return True


def _changes(places: Sequence[Place], contents: Sequence[Content], stale: set[int]) -> tuple[Change, ...]:
    counted: dict[str, int] = {}
    changes: list[Change] = []
    for n, (place, content) in enumerate(zip(places, contents, strict=True)):
        asked: Placeholder = content.asked
        counted[asked.kind] = counted.get(asked.kind, 0) + 1
        before = place.memory.count if place.memory else ""
        changes.append(
            Change(place.where, asked.kind, counted[asked.kind], asked.text, before, content.count, n in stale)
        )
    return tuple(changes)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GraphError(f"{one_line(path.name)}: expected at most {MOST_BYTES:,} bytes, found more")
        return path.read_bytes()
    except OSError as error:
        raise GraphError(f"{one_line(path)}: can't be read: {error.strerror}") from None
