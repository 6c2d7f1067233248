"""Opening a store: SQLite files and PostgreSQL addresses through one layer, and refusing what is no store."""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from firsthand.errors import StoreError
from firsthand.store.migrations import MIGRATIONS, migrate

# "fhst" in SQLite's header (offset 68) tells a store from any other SQLite file.
APPLICATION_ID = 0x66687374
BUSY_SECONDS = 30
_SQLITE_MAGIC = b"SQLite format 3\0"
_MEMORY = ("sqlite://", ":memory:")


def connect(url: str) -> Engine:
    """An engine on a store that exists and is of this schema; makes or migrates it if need be. Raises StoreError."""
    try:
        return _server(url) if re.match(r"postgres(ql)?(\+\w+)?://", url) else _sqlite(url)
    except (SQLAlchemyError, sqlite3.Error, OSError, ImportError) as error:
        raise StoreError(f"store {shown(url)} cannot be opened: {_one_line(error)}") from error


def shown(url: str) -> str:
    """The address without its password."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:***@", url)


def _one_line(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    return " ".join(str(cause).split())[:200]


def _server(url: str) -> Engine:
    engine = create_engine(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url), pool_pre_ping=True)
    _bring_up_to_date(engine, url)
    return engine


def _sqlite(url: str) -> Engine:
    if url in _MEMORY:
        engine = _listen(create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}))
        _bring_up_to_date(engine, url)
        return engine
    path = Path(url.removeprefix("sqlite:///"))
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        _create(path)
    _refuse_foreign(path)
    engine = _listen(create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS}))
    _bring_up_to_date(engine, url)
    return engine


def _create(path: Path) -> None:
    """Makes an empty store beside and moves it into place, so that a kill never leaves half a store."""
    if not path.parent.is_dir():
        raise StoreError(f"store {path} cannot be made: no folder {path.parent}")
    draft = path.with_name(f"{path.name}.new-{secrets.token_hex(4)}")
    try:
        _fill(draft)
        _move_unless_there(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _fill(draft: Path) -> None:
    """Writes an empty store: all tables in one transaction, then the write-ahead log, which stays switched on."""
    with closing(sqlite3.connect(draft)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    engine = _listen(create_engine(f"sqlite:///{draft}"))
    _bring_up_to_date(engine, str(draft))
    engine.dispose()
    with closing(sqlite3.connect(draft)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")


def _move_unless_there(draft: Path, path: Path) -> None:
    """Another process may have made the store meanwhile: then that one stays."""
    if path.exists() and path.stat().st_size:
        return
    with suppress(FileExistsError):
        if path.exists():
            draft.replace(path)
        else:
            _link(draft, path)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # A file system without links (FAT, some network drives).
        draft.replace(path)


def _refuse_foreign(path: Path) -> None:
    """Looks at the header only, so that a file that is no store is not touched."""
    if not path.is_file():
        raise StoreError(f"store {path} is no file")
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_SQLITE_MAGIC) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(f"{path} is no firsthand store; it was left as it is")


def _listen(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(driver: Any, _: object) -> None:
    # Without this the driver begins transactions by itself, and only at the first change.
    driver.isolation_level = None
    for pragma in ("foreign_keys = ON", f"busy_timeout = {BUSY_SECONDS * 1000}", "synchronous = NORMAL"):
        driver.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first and writes later may find its view outdated and fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, url: str) -> None:
    with engine.connect() as connection:
        present = _schema(connection)
    if present > len(MIGRATIONS):
        raise StoreError(f"store {shown(url)} was made by a newer firsthand (schema {present}): upgrade firsthand")
    if present < len(MIGRATIONS):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            migrate(connection, _schema(connection))  # Asked again: another process may have been faster.


def _schema(connection: Connection) -> int:
    """The schema version; 0 where there are no tables yet."""
    if not inspect(connection).has_table("meta"):
        return 0
    return int(connection.execute(text("SELECT value FROM meta WHERE name = 'schema'")).scalar_one())
