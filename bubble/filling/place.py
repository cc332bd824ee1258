"""A place in a document that is, or was, a placeholder; every format finds its own and fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bubble.filling.content import Content
from bubble.filling.placeholder import Memory


@dataclass(frozen=True)
class Place:
    """One place: where a reader finds it, what the placeholder says, and what it remembers if it was filled before.

    is_block: whether a figure, table or list can stand there; only words go into the middle of a sentence.
    size: the sheet of a figure that suits the place, for a placeholder that names none.
    """

    where: str
    inside: str
    memory: Memory | None
    is_block: bool
    size: str


@dataclass(frozen=True)
class Filled:
    """A document with its places filled, and the files that stand beside it, by their names."""

    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


class Fillable(Protocol):
    """An opened document and its places."""

    @property
    def places(self) -> Sequence[Place]:
        """The places, in the order of reading."""
        ...

    def filled(self, contents: Mapping[int, Content], stem: str) -> Filled:
        """The document with these places filled, by their index; everything else byte for byte as it was."""
        ...

    def beside(self, contents: Sequence[Content], stem: str) -> Mapping[str, bytes]:
        """The files that must stand beside the filled document, which is called `stem`."""
        ...
