"""``firsthand read`` and ``firsthand annotate``: run, show how far it has come, and say what failed and why."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.answer.reading import read_and_compare
from firsthand.answer.wording import counted
from firsthand.cli.progress import progress
from firsthand.cli.stores import place
from firsthand.cli.terminal import err, failures, say
from firsthand.errors import ReportError, UsageError
from firsthand.ingest.files import find_files
from firsthand.ingest.run import Options, Summary
from firsthand.ingest.work import Analyse
from firsthand.store import Store

INTERRUPTED = 130
# Below this many files a second process costs more to start (2 to 3 s each) than it saves.
_FILES_WORTH_PROCESSES = 60
_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Stated:
    """What the caller states for all reports, and how they are to be analysed."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    names: str = "best"
    workers: int = 0

    def options(self, paths: Sequence[Path]) -> Options:
        """The options of a run over these paths."""
        return Options(self.published, self.outlet, self.language, self.workers or _processes(paths))

    def analyse(self) -> Analyse:
        """The per-report path. Raises UsageError for an unknown way to find names."""
        from firsthand import pipeline

        ways: dict[str, Analyse] = {"best": pipeline.analyse, "fast": pipeline.analyse_fast}
        if self.names not in ways:
            raise UsageError(f"--names {self.names!r} is not known; choose best or fast")
        return ways[self.names]


def _processes(paths: Sequence[Path]) -> int:
    files = sum(1 for _ in find_files(paths))
    return 1 if files < _FILES_WORTH_PROCESSES else max(1, min(_MOST_PROCESSES, os.cpu_count() or 1))


def read_into(store: str | None, paths: Sequence[Path], stated: Stated) -> int:
    """Reads into a store and gives the exit code."""
    analyse, options = stated.analyse(), stated.options(paths)
    with Store.open(place(store)) as opened, progress() as report:
        summary = read_and_compare(paths, opened, analyse, options, report)
        total = opened.count()
    told = f"{summary.new} new, {summary.changed} changed, {summary.same} as before"
    read = counted(summary.read, "report")
    return _end(summary, f"read {read}: {told}; {counted(total, 'report')} in {place(store)}")


def annotate_into(folder: Path, paths: Sequence[Path], stated: Stated) -> int:
    """Writes the annotations into a folder and gives the exit code."""
    from firsthand.export.annotations import annotate

    analyse, options = stated.analyse(), stated.options(paths)
    with progress() as report:
        summary = annotate(paths, folder, analyse, options, report)
    return _end(summary, f"wrote {counted(summary.read, 'report')} to {folder}")


def _end(summary: Summary, told: str) -> int:
    failures((failure.path, failure.reason) for failure in summary.failed)
    if summary.interrupted:
        say(f"stopped; {told}. Run it again to go on.", to=err())
        return INTERRUPTED
    say(told + (f"; {len(summary.failed)} failed" if summary.failed else ""), to=err())
    return ReportError.exit_code if summary.failed else 0
