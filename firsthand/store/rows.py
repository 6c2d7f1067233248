"""Between rows and records, and the statements that the store is written with."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from firsthand.errors import StoreError
from firsthand.records import Analysis, Judgement, Link, Posting, Report
from firsthand.store.codec import from_json, to_json
from firsthand.store.tables import (
    ANALYSES,
    FAILURES,
    JUDGEMENTS,
    LINKS,
    META,
    POSTINGS,
    PREPARED,
    REPORTS,
    VERSIONS,
)

# SQLite takes at most 32,766 values in one statement.
_KEYS_AT_ONCE = 1000


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def replace_report(posting: Posting, report: str) -> Posting:
    """The posting under the id that the report has in the store."""
    return posting if posting.report == report else replace(posting, report=report)


# Of postings and links there are hundreds a report: asdict would take a tenth of the time in which it is written.
def posting_row(posting: Posting) -> dict[str, Any]:
    return {"kind": posting.kind, "key": posting.key, "report": posting.report, "item": posting.item}


def current_version() -> Select[Any]:
    is_current = and_(VERSIONS.c.report == REPORTS.c.id, VERSIONS.c.number == REPORTS.c.current)
    return select(VERSIONS, REPORTS.c.serial).join_from(REPORTS, VERSIONS, is_current)


def with_analysis() -> Select[Any]:
    return current_version().add_columns(ANALYSES.c.body).join(ANALYSES, same_version())


def same_version() -> Any:
    return and_(ANALYSES.c.report == VERSIONS.c.report, ANALYSES.c.number == VERSIONS.c.number)


def report_of(row: Row[Any]) -> Report:
    return Report(row.report, row.path, row.text, row.language, row.title, row.url, row.outlet, row.published)


def analysis_of(row: Row[Any]) -> Analysis:
    try:
        bare = from_json(unpacked(row.body), Analysis)
    except (ValueError, zlib.error) as error:
        raise StoreError(f"the analysis of report {row.report} is damaged; read its file again") from error
    return replace(bare, report=report_of(row))


def packed(analysis: Analysis) -> bytes:
    """The analysis as compressed JSON (a seventh of the size), without the report, which has columns of its own."""
    bare = replace(analysis, report=Report("", "", "", ""))
    return compressed(to_json(bare))


def compressed(source: str) -> bytes:
    return zlib.compress(source.encode("utf-8", "surrogatepass"), 6)


def unpacked(body: bytes) -> str:
    """What was compressed; raises zlib.error or ValueError if it is damaged."""
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def json_of(data: Mapping[str, Any]) -> str:
    return json.dumps(dict(data), ensure_ascii=False, sort_keys=True)


def link_row(link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind,
        "left_report": link.left_report,
        "left_item": link.left_item,
        "right_report": link.right_report,
        "right_item": link.right_item,
        "score": link.score,
        "reason": link.reason,
        "data": json_of(link.data),
    }


def links_of_rows(rows: Iterable[Any]) -> Iterator[Link]:
    """The links, of which there may be millions: a text that many have is kept once."""
    once: dict[str, str] = {}
    for kind, left, left_item, right, right_item, score, reason, data in rows:
        kind, left, right = once.setdefault(kind, kind), once.setdefault(left, left), once.setdefault(right, right)
        yield Link(kind, left, left_item, right, right_item, score, once.setdefault(reason, reason), json.loads(data))


def unique_links(links: Iterable[Link]) -> list[dict[str, Any]]:
    """The rows of links, the last one of those between the same items."""
    keys = [column.name for column in LINKS.primary_key]
    return list({tuple(getattr(link, key) for key in keys): link_row(link) for link in links}.values())


def forget_comparisons(connection: Connection, report: str) -> None:
    for table in (POSTINGS, PREPARED):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(LINKS).where(or_(LINKS.c.left_report == report, LINKS.c.right_report == report)))


def links_of(kind: str, report: str | None) -> list[Any]:
    either = or_(LINKS.c.left_report == report, LINKS.c.right_report == report)
    return [LINKS.c.kind == kind] if report is None else [LINKS.c.kind == kind, either]


def failures_of_file(path: str) -> list[Any]:
    """Failures of a file and of its parts (``path:12`` is its line 12)."""
    return [FAILURES.c.path == path, FAILURES.c.path.startswith(f"{path}:", autoescape=True)]


def equal(table: Table, row: Mapping[str, Any]) -> list[Any]:
    return [table.c[name] == value for name, value in row.items()]


def mapped(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query).mappings()]


def upsert(connection: Connection, table: Table, *rows: Mapping[str, Any]) -> None:
    """Writes rows in the place of those with the same keys; delete and insert are what every database knows."""
    keys = [column.name for column in table.primary_key]
    same_keys = (table.c[name] == bindparam(f"old_{name}") for name in keys)
    connection.execute(delete(table).where(*same_keys), [{f"old_{name}": row[name] for name in keys} for row in rows])
    insert_rows(connection, table, rows)


def put_judgement(connection: Connection, judgement: Judgement) -> tuple[Judgement, bool]:
    """The decision as it stands, and whether it was not there before."""
    names = ("subject", "left", "right", "verdict", "reason", "by")
    same = equal(JUDGEMENTS, {name: getattr(judgement, name) for name in names})
    if found := mapped(connection, select(JUDGEMENTS).where(JUDGEMENTS.c.undone_at.is_(None), *same).limit(1)):
        return Judgement(**found[0]), False
    added = replace(judgement, id=None, at=judgement.at or now(), undone_at=None)
    row = {name: value for name, value in asdict(added).items() if name != "id"}
    key = connection.execute(insert(JUDGEMENTS).values(row)).inserted_primary_key
    return replace(added, id=int(key[0])), True  # type: ignore[index]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Any]) -> None:
    """Writes rows, given as mappings or as pairs."""
    if values := [dict(row) for row in rows]:
        connection.execute(insert(table), values)


def bump_revision(connection: Connection) -> None:
    connection.execute(update(META).where(META.c.name == "revision").values(value=META.c.value + 1))


def batches(keys: list[str]) -> Iterator[list[str]]:
    rest = iter(keys)
    while some := list(islice(rest, _KEYS_AT_ONCE)):
        yield some
