"""Opening a store: made where there is none, refused untouched where there is something else, whole after a kill."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from firsthand.errors import StoreError
from firsthand.records import Analysis, Posting, Report
from firsthand.store import Store
from firsthand.store.connection import shown
from firsthand.store.migrations import MIGRATIONS, migrate
from firsthand.store.tables import METADATA


def report(number: int) -> Analysis:
    return Analysis(Report(f"r{number:04}", f"{number}.txt", f"Звіт номер {number}.", "uk"))


def test_a_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.db"
    with Store.open(path) as store:
        assert store.count() == 0
    assert [file.name for file in tmp_path.iterdir()] == ["firsthand.db"]


def test_it_keeps_a_write_ahead_log_and_its_foreign_keys(tmp_path: Path) -> None:
    with Store.open(tmp_path / "firsthand.db") as store, store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.db"
    path.touch()
    with Store.open(path) as store:
        assert store.put(report(1), "d") == "new"


@pytest.mark.parametrize("content", [b"a letter to the editor", b"\x00" * 200, b"SQLite format 3\x00", b"x"])
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"is no firsthand store; it was left as it is"):
        Store.open(path)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE meta (name TEXT, value INTEGER)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no firsthand store"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.db"
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE meta SET value = 999 WHERE name = 'schema'")
    raw.close()
    with pytest.raises(StoreError, match=r"newer firsthand \(schema 999\): upgrade"):
        Store.open(path)


def test_a_damaged_store_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.db"
    Store.open(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("name", ["no/such/folder/firsthand.db", "."])
def test_a_place_where_no_store_can_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        Store.open(tmp_path / name)


def test_a_server_that_is_not_there_is_a_store_error_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as caught:
        Store.open("postgresql://reader:secret@127.0.0.1:1/news?connect_timeout=2")
    assert "secret" not in str(caught.value)
    assert shown("postgresql://a:b@c/d") == "postgresql://a:***@c/d"


def test_the_migrations_make_the_tables_that_the_code_knows() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection, 0)
        made = inspect(connection)
        for table in METADATA.sorted_tables:
            keys = set(made.get_pk_constraint(table.name)["constrained_columns"])
            assert keys == {column.name for column in table.primary_key}, table.name
            # SQLite calls a numbered key nullable.
            empty = {
                found["name"]: found["nullable"] and found["name"] not in keys for found in made.get_columns(table.name)
            }
            assert empty == {column.name: bool(column.nullable) for column in table.columns}, table.name
        assert connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'schema'").scalar() == len(MIGRATIONS)


WRITER = """
import sys
from firsthand.records import Analysis, Posting, Report
from firsthand.store import Store
with Store.open(sys.argv[1]) as store:
    for number in range(100_000):
        report = Report(f"r{number:05}", f"{number}.txt", "Порт. " * 300, "uk")
        postings = [Posting("word", str(key), report.id) for key in range(50)]
        store.put(Analysis(report), "d", postings)
        print(number, flush=True)
"""


def _killed_after(path: Path, reports: int) -> int:
    """Writes reports in another process, kills it and returns how many it said were done."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert writer.stdout
    for _ in range(reports):
        writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()
    writer.stdout.close()
    writer.wait()
    return reports + len(rest.splitlines())


@pytest.mark.parametrize("reports", [1, 7])
def test_a_kill_leaves_whole_reports_and_a_store_that_goes_on(tmp_path: Path, reports: int) -> None:
    path = tmp_path / "firsthand.db"
    done = _killed_after(path, reports)
    with Store.open(path) as store:
        assert done <= store.count() <= done + 1
        found = [analysis.report.id for analysis in store.analyses()]
        assert found == [f"r{number:05}" for number in range(store.count())]
        assert store.count_postings("word", ["0", "49"]) == {"0": store.count(), "49": store.count()}
        assert store.put(report(1), "d", [Posting("word", "0", "r0001")]) == "new"
        assert len(store.search("номер")) == 1


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "firsthand.db"
    troubles: list[Exception] = []

    def write(first: int) -> None:
        try:
            with Store.open(path) as store:
                for number in range(first, first + 20):
                    store.put(report(number), "d")
        except StoreError as error:
            troubles.append(error)

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 100, 200)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert troubles == []
    with Store.open(path) as store:
        assert store.count() == 60
        assert store.revision() == 60


def test_the_store_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "firsthand.db") as store:
        for number in range(5):
            store.put(report(number), "d")
        reading = store.reports()
        first = next(reading)
        store.put(report(99), "d")
        assert first.id == "r0000"
        assert [found.id for found in reading][:4] == ["r0001", "r0002", "r0003", "r0004"]
