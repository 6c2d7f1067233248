"""Which files are to be read, and their bytes: bounded, regular files only, each problem one clear line."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from firsthand.errors import ReportError, UsageError

ENDINGS = (".txt", ".html", ".htm", ".jsonl", ".json")
SIDECAR = ".meta.json"
# The longest reports run to 100 KB; a dump of many reports is a .jsonl, which is read line by line.
MAX_REPORT_BYTES = 5_000_000


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those named, and those of a known ending in folders named, each once, in order.

    Raises UsageError for a path that is not there.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(f"no file or folder {path}")
        found = _walk(path, frozenset()) if path.is_dir() else iter([path])
        yield from (file for file in found if _first_time(file, seen))


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    """Files below a folder; a link that leads back to a folder above is not followed."""
    here = _identity(folder)
    if here is None or here in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # Reading it gives the failure.
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {here})
        elif _is_report(entry):
            yield entry


def _is_report(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(ENDINGS) and not name.endswith(SIDECAR)


def _first_time(path: Path, seen: set[tuple[int, int]]) -> bool:
    """Whether the file was not yet given under this or another name (links)."""
    identity = _identity(path)
    if identity is None:
        return True
    first = identity not in seen
    seen.add(identity)
    return first


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def stamp(path: Path) -> str | None:
    """Changes whenever the file or its sidecar does (size, time, time of change of name or rights); None if gone."""
    return _stat_line(path) and f"{_stat_line(path)} {_stat_line(sidecar(path))}"


def _stat_line(path: Path) -> str | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}"


def sidecar(path: Path) -> Path:
    """Where the metadata of a file stand: ``<stem>.meta.json`` beside it."""
    return path.with_name(path.stem + SIDECAR)


def read_bytes(path: Path, limit: int = MAX_REPORT_BYTES) -> bytes:
    """All bytes of a file. Raises ReportError if it cannot be read, is empty, no regular file or over the limit."""
    try:
        size = regular_size(path)
        if size > limit:
            raise ReportError(f"too long for one report: {size / 1e6:.1f} MB, the limit is {limit / 1e6:.0f} MB")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ReportError(explain(error)) from error
    if len(data) > limit:
        raise ReportError(f"too long for one report: over {limit / 1e6:.0f} MB")
    if not data:
        raise ReportError("empty file")
    return data


def regular_size(path: Path) -> int:
    """The size of a regular file; a pipe or device could be read without end."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise ReportError("folder cannot be listed")
    if not stat.S_ISREG(found.st_mode):
        raise ReportError("no regular file (a device, pipe or socket)")
    return found.st_size


def explain(error: OSError) -> str:
    """A line for what the system says of a file."""
    if isinstance(error, FileNotFoundError):
        return "vanished before it was read"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return f"cannot be read: {error.strerror or error}"
