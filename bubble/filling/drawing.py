"""A figure as the files that documents take of it, each drawn once, several at a time where there are many."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property

from bubble.documents.blocks import Figure
from bubble.documents.office.outlined import outlined
from bubble.documents.office.pictures import FALLBACK_DPI
from bubble.documents.record import Record
from bubble.filling.marked import marked_png, marked_svg
from visuals.raster import png_of

_ALONE = 3
"""Figures up to which starting other processes takes longer than they save."""


class Drawing:
    """A figure on a sheet of a size, with the record it can be made again from."""

    def __init__(self, figure: Figure, size: str, record: Record) -> None:
        self.size = size
        self.record = record
        self._figure = figure

    @cached_property
    def svg(self) -> str:
        """The figure, its record inside."""
        return marked_svg(self.bare, self.record)

    @cached_property
    def bare(self) -> str:
        """The figure as it is drawn."""
        return self._figure.svg(self.size)

    @cached_property
    def png(self) -> bytes:
        """The same as PNG, its record inside."""
        return marked_png(png_of(self.bare), self.record)

    @cached_property
    def fallback(self) -> bytes:
        """The same for programs that know no SVG."""
        return marked_png(png_of(self.bare, dpi=FALLBACK_DPI), self.record)

    @cached_property
    def outlined(self) -> bytes:
        """The same as Office shows it rightly: SVG with its words as shapes."""
        return outlined(self.svg).encode("utf-8")

    def take(self, png: bytes, shapes: str) -> None:
        """Take what another process has drawn of it."""
        self.__dict__["fallback"] = marked_png(png, self.record)
        self.__dict__["outlined"] = shapes.encode("utf-8")


def draw_ahead(drawings: Iterable[Drawing]) -> None:
    """Draw what Office takes of these, on as many processors as there are."""
    waiting = list({id(each): each for each in drawings if "fallback" not in each.__dict__}.values())
    count = min(len(waiting) // 2, os.cpu_count() or 1)
    if len(waiting) <= _ALONE or count < 2:
        return
    try:
        with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
            drawn = pool.map(_drawn, [(each.bare, each.svg) for each in waiting])
            for each, made in zip(waiting, drawn, strict=True):
                each.take(*made)
    except (BrokenProcessPool, OSError):
        return  # where no other process can be started they are drawn here, one after another


def _drawn(svgs: tuple[str, str]) -> tuple[bytes, str]:
    bare, marked = svgs
    return png_of(bare, dpi=FALLBACK_DPI), outlined(marked)
