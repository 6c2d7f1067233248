"""CSV tables (RFC 4180, UTF-8), one file each. A cell that a spreadsheet would compute gets an apostrophe before it."""

from __future__ import annotations

import csv
import io

from firsthand.export.tables import TABLES, Value, tables
from firsthand.records import Answer

# Spreadsheets run what begins so: =HYPERLINK(...), +cmd|..., and the full-width forms of the same signs.
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(answer: Answer) -> dict[str, bytes]:
    """A file for each table."""
    return {f"{name}.csv": _file(list(TABLES[name].columns), rows) for name, rows in tables(answer).items()}


def _file(columns: list[str], rows: list[dict[str, Value]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Value) -> str:
    """Text that stays text; numbers stay numbers, truth is true or false, nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    text = value.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{text}" if text.startswith(_COMPUTED) else text
