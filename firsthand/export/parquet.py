"""Parquet tables: one file a table, with typed columns; the same tables as CSV."""

from __future__ import annotations

import io
from typing import Any

from firsthand.errors import UsageError
from firsthand.export.tables import TABLES, Value, tables
from firsthand.records import Answer


def write_parquet(answer: Answer) -> dict[str, bytes]:
    """A file for each table. Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as error:
        raise UsageError("pyarrow is not installed; get it with: pip install 'firsthand[exports]'") from error
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    return {
        f"{name}.parquet": _file(pyarrow, {c: types[t] for c, t in TABLES[name].columns.items()}, rows)
        for name, rows in tables(answer).items()
    }


def _file(pyarrow: Any, types: dict[str, Any], rows: list[dict[str, Value]]) -> bytes:
    schema = pyarrow.schema([pyarrow.field(column, type_) for column, type_ in types.items()])
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), out)
    return out.getvalue()
