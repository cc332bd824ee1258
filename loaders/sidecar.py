"""What is known about a data file: the TOML beside it, or the file itself where there is none."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from graph.dates import PartialDate, read_date
from graph.errors import nearest, one_line
from graph.model import Source
from loaders.files import ReadError, digest

_TEXTS = (
    "title",
    "title_th",
    "publisher",
    "published",
    "accessed",
    "licence",
    "licence_class",
    "licence_file",
    "address",
    "origin",
    "language",
    "group",
    "sha256",
    "encoding",
    "notice",
)
DEFAULT_RANK = 50


@dataclass(frozen=True)
class Sidecar:
    """A data file's source, the encoding it is in, the group by which a build can leave it out, and its rank."""

    source: Source
    encoding: str = "utf-8"
    group: str = ""
    rank: int = DEFAULT_RANK
    changed: bool = False


def read_sidecar(path: Path, shown: str, bundled: bool) -> Sidecar:
    """What `FILE.toml` says of FILE; for a user's own file without one, a source that is the file itself."""
    beside = path.with_name(path.name + ".toml")
    name = shown if bundled else path.name
    known = _read(beside, f"{shown}.toml") if beside.is_file() else {}
    texts = {k: str(known.get(k, "")) for k in _TEXTS}
    rank = known.get("rank", DEFAULT_RANK)
    if not isinstance(rank, int):
        raise ReadError(f"{shown}.toml", 0, f"rank: expected a whole number, found {one_line(rank)}")
    actual = digest(path)
    source = Source(
        id=shown,
        name=texts["title"] or name,
        name_th=texts["title_th"],
        publisher=texts["publisher"],
        published=_date(texts["published"], f"{shown}.toml", "published"),
        accessed=_date(texts["accessed"], f"{shown}.toml", "accessed"),
        address=texts["address"],
        licence=texts["licence"],
        notice=texts["notice"],
        language=texts["language"],
        sha256=actual,
        rank=rank,
        note=texts["origin"],
    )
    changed = bool(texts["sha256"]) and texts["sha256"] != actual
    return Sidecar(source, texts["encoding"] or "utf-8", texts["group"], rank, changed)


def _read(path: Path, shown: str) -> dict[str, object]:
    try:
        known = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReadError(shown, 0, f"not readable as TOML: {one_line(error)}") from None
    for key in known:
        if key not in _TEXTS and key != "rank":
            raise ReadError(shown, 0, f"unknown key {one_line(key)}{nearest(key, [*_TEXTS, 'rank'])}")
    return known


def _date(text: str, shown: str, key: str) -> PartialDate | None:
    if not text:
        return None
    try:
        return read_date(text)
    except ValueError:
        raise ReadError(shown, 0, f"{key}: expected a date as 2026-11-22, found {one_line(text)!r}") from None
