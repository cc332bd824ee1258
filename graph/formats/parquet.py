"""Parquet: a folder with a typed file for each kind, for pandas, DuckDB, Spark and R."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.cells import Column, columns
from graph.errors import GraphError, one_line
from graph.facts import Fact, Place
from graph.format import Format, Row, cells_of
from graph.kinds import EngineType
from graph.layout import by_kind, file_of, is_laid_out, kind_files, make_folders

if TYPE_CHECKING:
    import pyarrow as pa

ENDING = ".parquet"
ROWS = 20_000
"""Facts of a kind that are in memory at a time."""


def write(facts: Iterable[Fact], place: Path) -> None:
    """A file for each kind that has facts; dates are dates, lists are lists, pages carry their checksums."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    make_folders(place)
    for kind, each in by_kind(facts):
        schema = pa.schema([pa.field(column.name, _type(column)) for column in columns(kind).values()])
        file = file_of(place, kind, ENDING)
        with pq.ParquetWriter(file, schema, compression="zstd", write_page_checksum=True) as out:
            while rows := [cells_of(fact) for fact in islice(each, ROWS)]:
                out.write_batch(pa.RecordBatch.from_pylist(rows, schema=schema))


def read(place: Path) -> Iterator[Row]:
    """The facts of a folder; the line of a place is the number of the row. See `Format.read`."""
    for kind, path, shown in kind_files(place, ENDING):
        for number, cells in enumerate(_rows(path, shown), 1):
            yield Row(Place(shown, number), kind, cells)


def _rows(path: Path, shown: str) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            batches: Iterator[pa.RecordBatch] = file.iter_batches(batch_size=ROWS)  # pyright: ignore[reportUnknownMemberType]
            for batch in batches:
                yield from batch.to_pylist()
    # ValueError and OverflowError: bytes that are no text, and days before the year 1.
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        told = one_line(" ".join(str(error).split()))
        raise GraphError(f"{shown}: not readable as Parquet ({told}); copy it again or export anew") from None


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    made: dict[EngineType, Callable[[], pa.DataType]] = {
        EngineType.STRING: pa.string,
        EngineType.INTEGER: pa.int64,
        EngineType.FLOAT: pa.float64,
        EngineType.BOOLEAN: pa.bool_,
        EngineType.DATE: pa.date32,
    }
    return pa.list_(made[column.item]()) if column.type is EngineType.LIST else made[column.type]()


FORMAT = Format("parquet", ENDING, write, read, lambda place: is_laid_out(place, ENDING), is_folder=True)
