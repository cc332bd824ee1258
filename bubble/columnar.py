"""An answer column by column, typed: for Parquet files and data frames."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from bubble.about import About
from bubble.present import plain
from graph.store import Answer
from graph.swap import beside
from queries import Question

if TYPE_CHECKING:
    import pyarrow as pa

# What the header of a question says of a column, for one whose cells are all empty.
_TOLD = {"integer": int, "number": float, "date": date, "boolean": bool, "list": list, "text": str}


def column_type(values: Iterable[Any]) -> type:
    """The one type that holds every value of a column; `object` where only text in the end does."""
    found: set[type[Any]] = {type(value) for value in values if value is not None}
    if len(found) == 1:
        return found.pop()
    return float if found == {int, float} else object if found else type(None)


def arrow_table(answer: Answer, asked: Question | None = None, told: About | None = None) -> pa.Table:
    """A table of Arrow with a typed column for each of the answer; maps and what is mixed become JSON text."""
    import pyarrow as pa

    labels = {c.name: c for c in asked.columns} if asked else {}
    fields: list[pa.Field[Any]] = []
    arrays: list[pa.Array[Any]] = []
    for name in answer.columns:
        values = [row[name] for row in answer]
        kind = column_type(values)
        if kind is type(None):
            kind = _TOLD[labels[name].type] if name in labels else str
        type_ = _arrow_type(kind, values)
        arrays.append(pa.array(_cells(values, type_), type=type_))
        words = {"en": labels[name].en, "th": labels[name].th} if name in labels else None
        fields.append(pa.field(name, type_, metadata=words))
    about: dict[bytes | str, bytes | str] = {}
    if told:
        about.update({f"bubble.{key}": value for key, value in told.values.items()})
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=about or None))


def write_parquet(answer: Answer, path: Path, told: About) -> None:
    """One typed Parquet file; what was asked of which graph is in its metadata, under keys that begin with bubble."""
    import pyarrow.parquet as pq

    table = arrow_table(answer, told.asked, told)
    with (
        beside(path) as written,
        pq.ParquetWriter(written, table.schema, compression="zstd", write_page_checksum=True) as out,
    ):
        out.write_table(table)


def _arrow_type(kind: type, values: list[Any]) -> pa.DataType:
    import pyarrow as pa

    simple: Mapping[type, pa.DataType] = {
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
        date: pa.date32(),
        str: pa.string(),
    }
    if kind is list:
        item = column_type(each for value in values if value for each in value)
        return pa.list_(simple.get(item, pa.string()))
    if kind is datetime and len({value.tzinfo is None for value in values if value}) == 1:
        aware = any(value and value.tzinfo for value in values)
        return pa.timestamp("us", tz="UTC") if aware else pa.timestamp("us")
    return simple.get(kind, pa.string())


def _cells(values: list[Any], type_: pa.DataType) -> list[Any]:
    """The values as the type takes them."""
    import pyarrow as pa

    if pa.types.is_string(type_):
        return [_text(value) for value in values]
    if pa.types.is_list(type_) and pa.types.is_string(type_.value_type):
        return [None if value is None else [_text(each) for each in value] for value in values]
    return values


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(cast("Any", value), ensure_ascii=False, default=str)
    return plain(value) if not isinstance(value, float) else repr(value)
