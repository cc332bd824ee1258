"""Codes of classifications as data files write them: single codes, spans such as 02-05, remarks in brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.errors import one_line
from graph.kinds import Ref
from graph.model import Product
from loaders.row import CellError, Row

HS_ROOT = "TOTAL"
HS_CHAPTER = 2
_REMARK = re.compile(r"\(([^()]*)\)")
_SPAN = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_NO_CODE = "none"


class Codes(NamedTuple):
    """What a cell of codes holds: codes written singly, codes from spans, and the remark in brackets."""

    single: tuple[str, ...]
    spanned: tuple[str, ...]
    remark: str

    @property
    def every(self) -> tuple[str, ...]:
        """All codes, those written singly first."""
        return self.single + self.spanned


def codes(row: Row, column: str) -> Codes:
    """The codes of a cell such as "01;06-10;2105" or "10 (cuts across)"; spans are written out code by code."""
    text = row.optional(column)
    single: list[str] = []
    spanned: list[str] = []
    for part in (p.strip() for p in _REMARK.sub("", text).split(";")):
        if part in ("", _NO_CODE):
            continue
        span = _SPAN.fullmatch(part)
        if not span:
            raise CellError(column, f"expected codes as 01;06-10;2105, found {one_line(part)!r}")
        first, last = span[1], span[2]
        if last is None:
            single.append(first)
        elif len(first) != len(last) or first > last:
            raise CellError(column, f"expected a span from low to high as 06-10, found {one_line(part)!r}")
        else:
            spanned += [f"{code:0{len(first)}d}" for code in range(int(first), int(last) + 1)]
    return Codes(tuple(single), tuple(spanned), "; ".join(_REMARK.findall(text)))


def hs_code(row: Row, column: str) -> str:
    """The digits of a cell's HS code or tariff line, without its dots and blanks."""
    printed = row.text(column)
    digits = printed.replace(".", "").replace(" ", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) < HS_CHAPTER:
        raise CellError(column, f"expected an HS code as 0201.10, found {one_line(printed)!r}")
    return digits


def nearest_product(row: Row, column: str, code: str) -> Ref[Product]:
    """The product with the longest code that the given one begins with: its subheading, heading or chapter."""
    for length in range(len(code), HS_CHAPTER - 1, -1):
        ref = Product.at(code[:length])
        if row.names.knows(ref):
            return ref
    raise CellError(
        column,
        f"no HS chapter {one_line(code[:HS_CHAPTER])} is known for {one_line(code)}; correct the code or add the "
        "chapter to taxonomy/hs_chapters_th_en.csv",
    )
