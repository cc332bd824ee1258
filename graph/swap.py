"""Putting a file or folder in the place of the one before, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from graph.errors import GraphError, one_line

ABANDONED = 3600.0
"""Seconds after which what was begun beside a place is taken for abandoned."""


@contextmanager
def beside(place: Path) -> Generator[Path]:
    """A path beside `place` to write a file or folder at: it takes the place at the end, what fails leaves nothing.

    A file is swapped in by one step. For a folder it is two, and whoever is killed between them finds the old folder
    beside the new one, under the name .NAME.former. Raises GraphError where the place can't be written.
    """
    shown = one_line(place)
    place = place.resolve()  # what a link leads to is written, and the link stays
    written = place.with_name(f".{place.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        yield written
        _put(written, place)
        _sweep(place)
    except OSError as error:
        raise GraphError(f"{shown}: can't be written: {error.strerror or error}") from None
    finally:
        _remove(written)


def _put(written: Path, place: Path) -> None:
    if not (written.is_dir() and place.exists()):
        written.replace(place)
        return
    former = place.with_name(f".{place.name}.former")
    _remove(former)
    place.replace(former)
    try:
        written.replace(place)
    except OSError:
        former.replace(place)
        raise
    _remove(former)


def _sweep(place: Path) -> None:
    """Remove what was left beside a place by those who were killed, once nobody can still be writing it."""
    for stray in place.parent.glob(f".{escape(place.name)}.*"):
        with contextlib.suppress(OSError):
            if time.time() - stray.stat().st_mtime > ABANDONED:
                _remove(stray)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def begins(path: Path, is_mark: Callable[[bytes], bool]) -> bool:
    """Whether a file begins as one of a format does; an empty one holds nothing that could be lost."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(4096)
    return not head or is_mark(head)
