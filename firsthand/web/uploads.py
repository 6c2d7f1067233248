"""Reports read from a browser: files go to a folder of their own that is gone when they are read."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from firsthand.answer.reading import read_and_compare
from firsthand.answer.wording import plain
from firsthand.errors import FirsthandError, NotFoundError, UsageError
from firsthand.ingest.files import ENDINGS
from firsthand.ingest.run import Options
from firsthand.ingest.work import Analyse
from firsthand.records import Analysis, Report
from firsthand.store import Store
from firsthand.web.contents import shown

MAX_FILES = 200
_KEPT_JOBS = 100
_MOST_FAILURES = 200


@dataclass(frozen=True, slots=True)
class FailureLine:
    """A file that could not be read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class JobLine:
    """How far a reading has come; ``state`` is waiting, reading, done or failed."""

    id: str
    state: str
    files: int
    done: int
    now: str
    read: int
    new: int
    changed: int
    same: int
    failures: tuple[FailureLine, ...]
    reports: tuple[str, ...]


@dataclass(slots=True)
class _Job:
    line: JobLine
    folder: Path
    reports: list[str] = field(default_factory=list)


class Uploads:
    """The readings of this server, one at a time."""

    def __init__(self, store: Store, analyse: Analyse) -> None:
        self._store = store
        self._analyse = analyse
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._turn = threading.Lock()

    def start(self, files: Iterable[tuple[str, BinaryIO]]) -> JobLine:
        """Takes files in and begins to read them. Raises UsageError if there is nothing that could be read."""
        folder = Path(tempfile.mkdtemp(prefix="firsthand-"))
        refused = _save(files, folder)
        count = sum(1 for _ in folder.iterdir())
        if not count and not refused:
            shutil.rmtree(folder, ignore_errors=True)
            raise UsageError("no file was sent")
        job = _Job(JobLine(secrets.token_hex(8), "waiting", count, 0, "", 0, 0, 0, 0, tuple(refused), ()), folder)
        self._jobs[job.line.id] = job
        while len(self._jobs) > _KEPT_JOBS:
            self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job,), daemon=True).start()
        return job.line

    def line(self, id_: str) -> JobLine:
        """How far a reading has come. Raises NotFoundError."""
        job = self._jobs.get(id_)
        if job is None:
            raise NotFoundError(f"no reading {shown(id_, 40)!r}")
        return job.line

    def _run(self, job: _Job) -> None:
        try:
            with self._turn:
                self._read(job)
        except FirsthandError as error:
            failed = FailureLine("", shown(str(error)))
            job.line = replace(job.line, state="failed", failures=(*job.line.failures, failed))
        except Exception as error:  # What nobody foresaw ends this reading, not the server.
            failed = FailureLine("", type(error).__name__)
            job.line = replace(job.line, state="failed", failures=(*job.line.failures, failed))
        finally:
            shutil.rmtree(job.folder, ignore_errors=True)

    def _read(self, job: _Job) -> None:
        job.line = replace(job.line, state="reading")

        def progress(done: int, total: int, path: str) -> None:
            job.line = replace(job.line, done=done, files=total, now=_inside(path, job.folder))

        def analyse(report: Report) -> Analysis:
            job.reports.append(report.id)
            return self._analyse(replace(report, path=f"uploaded/{_inside(report.path, job.folder)}"))

        found = read_and_compare([job.folder], self._store, analyse, Options(workers=1), progress)
        failures = tuple(FailureLine(_inside(f.path, job.folder), shown(f.reason)) for f in found.failed)
        job.line = replace(
            job.line, state="done", done=job.line.files, now="", read=found.read, new=found.new, changed=found.changed,
            same=found.same, failures=(*job.line.failures, *failures)[:_MOST_FAILURES], reports=tuple(job.reports),
        )  # fmt: skip


def _save(files: Iterable[tuple[str, BinaryIO]], folder: Path) -> list[FailureLine]:
    """Writes what may be a report under a plain name; says what was not taken."""
    refused = []
    for number, (name, content) in enumerate(files):
        known = plain_name(name)
        if number >= MAX_FILES:
            refused.append(FailureLine(known, f"more than {MAX_FILES} files at once"))
        elif not known.lower().endswith(ENDINGS):
            refused.append(FailureLine(known, f"not read: only {', '.join(ENDINGS)}"))
        else:
            with _free(folder, known).open("xb") as target:
                shutil.copyfileobj(content, target)
    return refused[:_MOST_FAILURES]


def plain_name(name: str) -> str:
    """The last part of a name, in letters, digits, dots and hyphens: it can lead nowhere and hide nothing."""
    last = plain(re.split(r"[/\\]", name[-1000:])[-1])
    kept = re.sub(r"[^\w.\-]+", "-", last).strip(".-")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:55] or 'report'}.{ending[:10]}" if dot else kept[:55] or "report"


def _free(folder: Path, name: str) -> Path:
    """A path that is not taken; two files of one name both stay."""
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{number}-{name}", number + 1
    return path


def _inside(path: str, folder: Path) -> str:
    """A path as the sender knows it: without the folder that it was put in."""
    return shown(path.removeprefix(str(folder)).lstrip("/\\"), 120)
