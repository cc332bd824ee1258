"""The path data of SVG as lines and cubic curves, which is all that PDF draws."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.errors import GraphError, one_line

NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
FLAG = re.compile(r"[\s,]*([01])")
COMMAND = re.compile(r"[\s,]*([MmLlHhVvCcSsQqTtAaZz])")
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class Step(NamedTuple):
    """One step of a path: "m" go, "l" line, "c" curve or "h" back to the start, and its points."""

    kind: str
    points: tuple[float, ...] = ()


class Ellipse(NamedTuple):
    """An ellipse whose axes are turned by so many radians."""

    middle: complex
    rx: float
    ry: float
    turn: float

    def at(self, unit: complex) -> complex:
        """A point of the unit circle on this ellipse."""
        turned = complex(math.cos(self.turn), math.sin(self.turn))
        return self.middle + complex(unit.real * self.rx, unit.imag * self.ry) * turned


def steps_of(data: str) -> Iterator[Step]:
    """The steps of path data, with absolute points. Raises GraphError where the data can't be read."""
    here = start = 0j
    handle: complex | None = None  # where the last curve's second handle was, for S and T
    last = ""
    for letter, values in _commands(data):
        name = letter.upper()
        base = here if letter.islower() else 0j
        points = [base + complex(values[i], values[i + 1]) for i in range(0, len(values) - 1, 2)]
        bent: complex | None = None
        if name == "Z":
            here = start
            yield Step("h")
        elif name == "M":
            here = start = points[0]
            yield Step("m", _flat(here))
        elif name in "LHV":
            here = _line_end(letter, values, here)
            yield Step("l", _flat(here))
        elif name in "CS":
            first = points[0] if name == "C" else _mirrored(here, handle if last in "CS" else None)
            bent, end = points[-2:]
            yield Step("c", _flat(first, bent, end))
            here = end
        elif name in "QT":
            bent = points[0] if name == "Q" else _mirrored(here, handle if last in "QT" else None)
            end = points[-1]
            yield Step("c", _flat(here + (bent - here) * 2 / 3, end + (bent - end) * 2 / 3, end))
            here = end
        else:
            end = base + complex(values[5], values[6])
            yield from _arc(here, end, values)
            here = end
        handle, last = bent, name


def ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Step]:
    """A whole ellipse."""
    yield Step("m", (x + rx, y))
    yield from _quarters(Ellipse(complex(x, y), rx, ry, 0.0), 0.0, 2 * math.pi)
    yield Step("h")


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    at = 0
    letter: str = ""
    while data[at:].strip(" \t\r\n,"):
        found = COMMAND.match(data, at)
        if found:
            letter, at = str(found[1]), found.end()
        elif not letter or letter in "Zz":
            raise _unread(data, at)
        else:
            letter = "L" if letter == "M" else "l" if letter == "m" else letter  # points after the first are lines
        values: list[float] = []
        for index in range(TAKES[letter.upper()]):
            part = (FLAG if letter in "Aa" and index in (3, 4) else NUMBER).match(data, at)
            if part is None:
                raise _unread(data, at)
            values.append(float(part[1]))
            at = part.end()
        yield letter, values


def _line_end(letter: str, values: list[float], here: complex) -> complex:
    value = values[0]
    if letter in "Hh":
        return complex(value + (here.real if letter == "h" else 0), here.imag)
    if letter in "Vv":
        return complex(here.real, value + (here.imag if letter == "v" else 0))
    return complex(value, values[1]) + (here if letter == "l" else 0)


def _mirrored(here: complex, handle: complex | None) -> complex:
    return here if handle is None else 2 * here - handle


def _arc(start: complex, end: complex, values: list[float]) -> Iterator[Step]:
    """An arc by its ends, as SVG gives it, over its middle and angles (SVG 2, appendix B.2.4)."""
    rx, ry, turn = abs(values[0]), abs(values[1]), math.radians(values[2])
    if start == end:
        return
    if not rx or not ry:
        yield Step("l", _flat(end))
        return
    back = complex(math.cos(turn), -math.sin(turn))
    half = (start - end) / 2 * back
    reach = (half.real / rx) ** 2 + (half.imag / ry) ** 2
    if reach > 1:
        rx, ry, reach = rx * math.sqrt(reach), ry * math.sqrt(reach), 1.0
    far = math.sqrt(max(0.0, 1 / reach - 1)) * (-1 if bool(values[3]) == bool(values[4]) else 1)
    offset = far * complex(rx * half.imag / ry, -ry * half.real / rx)
    units = [complex((p.real - offset.real) / rx, (p.imag - offset.imag) / ry) for p in (half, -half)]
    first, last = (math.atan2(unit.imag, unit.real) for unit in units)
    swept = (last - first) % (2 * math.pi)
    if not values[4] and swept:
        swept -= 2 * math.pi
    middle = offset * back.conjugate() + (start + end) / 2
    yield from _quarters(Ellipse(middle, rx, ry, turn), first, swept)


def _quarters(of: Ellipse, first: float, swept: float) -> Iterator[Step]:
    """A part of an ellipse in curves of at most a quarter each."""
    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        a, b = (
            complex(math.cos(angle), math.sin(angle)) for angle in (first + index * step, first + (index + 1) * step)
        )
        yield Step("c", _flat(of.at(a + a * 1j * reach), of.at(b - b * 1j * reach), of.at(b)))


def _flat(*points: complex) -> tuple[float, ...]:
    return tuple(value for point in points for value in (point.real, point.imag))


def _unread(data: str, at: int) -> GraphError:
    return GraphError(f"pdf: path: expected commands and numbers as in SVG, found {one_line(data[at : at + 20])!r}")
