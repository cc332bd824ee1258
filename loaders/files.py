"""Reading a data file as rows of text, whoever wrote it: every refusal names file, line and the way out."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from graph.errors import GraphError, one_line
from graph.facts import Place

LONGEST_LINE = 1_000_000
LARGEST_FILE = 2_000_000_000
# Escapes of JSON can spell what no UTF-8 file holds: NUL and halves of a character.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_GUESSES = (("cp874", "\u0e00", "\u0e7f"), ("gb18030", "\u4e00", "\u9fff"))


class ReadError(GraphError):
    """A file that can't be read, with the place and what is wrong there."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{Place(file, line)}: {message}")
        self.place = Place(file, line)
        self.message = message


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def records(path: Path, shown: str, encoding: str = "utf-8") -> Iterator[tuple[int, dict[str, str]]]:
    """Each record of a CSV or JSON file as its line number and its cells as text.

    JSON files hold named lists of objects; the list's name is given as the cell "_section", and objects within
    objects are flattened to "locator.paragraph". `shown` is how messages name the file. Raises GraphError.
    """
    if path.suffix == ".json":
        yield from _json_records(path, shown, encoding)
    else:
        yield from _csv_records(path, shown, encoding)


def _csv_records(path: Path, shown: str, encoding: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(_lines(path, shown, encoding), strict=True, skipinitialspace=True)
    header: list[str] | None = None
    while True:
        started = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise ReadError(shown, started, f"not readable as CSV ({error}); check the quotes") from None
        if header is None:
            header = [cell.strip() for cell in cells]
            _check_header(header, shown)
        elif len(cells) == 0:
            continue
        elif len(cells) != len(header):
            raise ReadError(
                shown,
                started,
                f"expected {len(header)} cells as in the header, found {len(cells)}; "
                "put text that holds commas in double quotes",
            )
        else:
            yield started, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    if header is None:
        raise ReadError(shown, 0, "the file is empty; expected a header line and rows")


def _check_header(header: list[str], shown: str) -> None:
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        raise ReadError(shown, 1, f"the column {one_line(twice[0])} stands twice; every column needs its own name")
    if not any(header):
        raise ReadError(shown, 1, "expected column names, found none")


def _lines(path: Path, shown: str, encoding: str) -> Iterator[str]:
    """The file's lines as text; an over-long line or a foreign encoding is told with its number."""
    if path.stat().st_size > LARGEST_FILE:
        raise ReadError(shown, 0, f"larger than {LARGEST_FILE} bytes; split the file")
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise ReadError(
                    shown,
                    number,
                    f"line longer than {LONGEST_LINE:,} bytes; a quote may be missing at its end, "
                    "or this is not a CSV file",
                )
            if b"\0" in line:
                raise ReadError(shown, number, "holds NUL bytes; save the file as UTF-8 text")
            try:
                text = line.decode(encoding)
            except UnicodeDecodeError as error:
                raise ReadError(shown, number, _wrong_encoding(line, error, shown, encoding)) from None
            except (LookupError, ValueError):  # a name no codec has, or a codec that is none for text
                raise ReadError(shown, 0, f"unknown encoding {one_line(encoding)} in its .toml file") from None
            yield text.removeprefix("\ufeff") if number == 1 else text


def _wrong_encoding(line: bytes, error: UnicodeDecodeError, shown: str, encoding: str) -> str:
    """The refusal of bytes that are not in the encoding, with a guess at what they are."""
    guess = ""
    for name, first, last in _GUESSES:
        try:
            letters = [c for c in line.decode(name) if ord(c) > 127]
        except UnicodeDecodeError:
            continue
        if letters and sum(first <= c <= last for c in letters) > 0.8 * len(letters):
            guess = name
            break
    looks = f", looks like {guess.upper()}" if guess else ""
    way = f'save it as UTF-8 or write encoding = "{guess or "..."}" in {Path(shown).name}.toml beside it'
    column = line[: error.start].count(b",") + 1
    byte = line[error.start]
    return f"column {column}: expected {encoding.upper()}, found byte 0x{byte:02x}{looks}; {way}"


def _json_records(path: Path, shown: str, encoding: str) -> Iterator[tuple[int, dict[str, str]]]:
    text = "".join(_lines(path, shown, encoding))
    reached = 0
    for section, items in _json_object(text, shown).items():
        for item in _objects(items):
            if not isinstance(item, dict):
                raise ReadError(shown, 0, f"{one_line(section)}: expected objects, found {one_line(item)}")
            cells = dict(_flat(cast("dict[str, Any]", item)))
            written = re.escape(json.dumps(cells.get("id", ""), ensure_ascii=False))
            found = re.compile(rf'"id"\s*:\s*{written}').search(text, reached)
            reached = found.end() if found else reached
            line = text.count("\n", 0, reached) + 1 if found else 0
            for name, value in cells.items():
                if _NO_TEXT.search(f"{section}{name}{value}"):
                    raise ReadError(shown, line, f"{one_line(name)}: holds what is no character of text; remove it")
            yield line, {"_section": str(section), **cells}


def _json_object(text: str, shown: str) -> dict[str, Any]:
    """The object a JSON text holds; anything else is told."""
    if not text.strip():
        raise ReadError(shown, 0, "the file is empty; expected a JSON object of lists")
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(shown, error.lineno, f"not readable as JSON: {error.msg}") from None
    except RecursionError:
        raise ReadError(shown, 0, "JSON nested too deeply") from None
    except ValueError:
        raise ReadError(shown, 0, "not readable as JSON: a number of thousands of digits") from None
    if not isinstance(whole, dict):
        raise ReadError(shown, 1, f"expected a JSON object of named lists, found {type(whole).__name__}")
    return cast("dict[str, Any]", whole)


def _objects(items: Any) -> list[Any]:
    """The objects of a section: those of a list, the one object it is, or none for anything else."""
    if isinstance(items, list):
        return items  # pyright: ignore[reportUnknownVariableType]  # each is looked at by the caller
    return [items] if isinstance(items, dict) else []


def _flat(item: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in item.items():
        if isinstance(value, dict):
            yield from _flat(cast("dict[str, Any]", value), f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", "" if value is None else str(value)


def write_csv(header: list[str], rows: Sequence[Mapping[str, str]]) -> str:
    """Rows as CSV text with these columns."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
