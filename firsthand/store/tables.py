"""The tables of a store as they are now; ``migrations`` says how they came about, a test keeps the two alike."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

METADATA = MetaData()


def _text(name: str, *, nullable: bool = True, primary_key: bool = False) -> Column[str]:
    return Column(name, String, nullable=nullable and not primary_key, primary_key=primary_key)


REPORTS = Table(
    "reports",
    METADATA,
    Column("serial", Integer, primary_key=True),
    _text("id", nullable=False),
    Column("current", Integer, nullable=False),
    UniqueConstraint("id"),
)

VERSIONS = Table(
    "versions",
    METADATA,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("digest", nullable=False),
    _text("read_at", nullable=False),
    _text("path", nullable=False),
    _text("language", nullable=False),
    _text("title"),
    _text("url"),
    _text("outlet"),
    _text("published"),
    _text("text", nullable=False),
)

ANALYSES = Table(
    "analyses",
    METADATA,
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _text("made_by", nullable=False),
    Column("body", LargeBinary, nullable=False),
)

PREPARED = Table(
    "prepared",
    METADATA,
    _text("kind", primary_key=True),
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    _text("made_by", nullable=False),
    Column("body", LargeBinary, nullable=False),
)

PLACES = Table(
    "places",
    METADATA,
    _text("place", primary_key=True),
    Column("report", String, ForeignKey("reports.id"), nullable=False),
    _text("digest", nullable=False),
)

FILES = Table(
    "files",
    METADATA,
    _text("path", primary_key=True),
    _text("stamp", nullable=False),
    Column("reports", Integer, nullable=False),
)

FAILURES = Table(
    "failures",
    METADATA,
    _text("path", primary_key=True),
    _text("reason", primary_key=True),
    _text("at", nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("started", nullable=False),
    _text("ended"),
    Column("read", Integer),
    Column("same", Integer),
    Column("changed", Integer),
    Column("failed", Integer),
)

POSTINGS = Table(
    "postings",
    METADATA,
    _text("kind", primary_key=True),
    _text("key", primary_key=True),
    Column("report", String, ForeignKey("reports.id"), primary_key=True),
    Column("item", Integer, primary_key=True),
)

LINKS = Table(
    "links",
    METADATA,
    _text("kind", primary_key=True),
    Column("left_report", String, ForeignKey("reports.id"), primary_key=True),
    Column("left_item", Integer, primary_key=True),
    Column("right_report", String, ForeignKey("reports.id"), primary_key=True),
    Column("right_item", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    _text("reason", nullable=False),
    _text("data", nullable=False),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    _text("subject", nullable=False),
    _text("left", nullable=False),
    _text("right", nullable=False),
    _text("verdict", nullable=False),
    _text("reason", nullable=False),
    _text("by", nullable=False),
    _text("at", nullable=False),
    _text("undone_at"),
    Column("score", Float, nullable=False),
)

META = Table("meta", METADATA, _text("name", primary_key=True), Column("value", Integer, nullable=False))
