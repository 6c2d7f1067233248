"""Reading folders into a store: only what is new or changed, a report a transaction, stoppable at any moment."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from firsthand.errors import ReportError, UsageError
from firsthand.ingest.documents import read_documents
from firsthand.ingest.files import find_files, stamp
from firsthand.ingest.metadata import published as understood_date
from firsthand.ingest.reports import content_digest, make_report, overridden, place
from firsthand.ingest.work import Analyse, Outcome, in_order
from firsthand.lang import LANGUAGES
from firsthand.records import Analysis, Document, Failure, Link, Posting, Report
from firsthand.store import CHANGED, SAME, Store

Progress = Callable[[int, int, str], None]
PostingsOf = Callable[[Analysis], Iterable[Posting]]
LinksOf = Callable[[Analysis, Iterable[Posting]], Iterable[Link]]
PreparedOf = Callable[[Analysis], Mapping[str, str]]
# A file that changed so lately may change again within the same tick of the file system's clock.
_SETTLED_SECONDS = 2.0
# Asked of the store together: one by one, 10,000 known files take 3 s to pass over.
_FILES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: what is stated for all reports, by how many processes, what goes into the store."""

    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    workers: int = 1
    postings: PostingsOf | None = None
    links: LinksOf | None = None
    prepared: PreparedOf | None = None

    def understood(self) -> Options:
        """The options in their plain forms. Raises UsageError for a date or language that cannot be."""
        if self.language is not None and self.language not in LANGUAGES:
            raise UsageError(f"language {self.language!r} is not read; choose one of {', '.join(LANGUAGES)}")
        try:
            return replace(self, published=self.published and understood_date(self.published))
        except ReportError as error:
            raise UsageError(str(error)) from error

    def of(self, document: Document) -> Document:
        """The document with what the options state for it."""
        return overridden(document, self.published, self.outlet, self.language)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: reports read in all, those the store had as they are, those with a new version, and failures."""

    read: int = 0
    same: int = 0
    changed: int = 0
    failed: tuple[Failure, ...] = ()
    interrupted: bool = False

    @property
    def new(self) -> int:
        """How many reports the store did not have."""
        return self.read - self.same - self.changed


@dataclass(frozen=True, slots=True)
class _Known:
    """Reports that the store has as they are."""

    count: int = 1


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A report to analyse."""

    report: Report
    digest: str
    place: str


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a file; ``stamp`` is None for one that was passed over."""

    file: Path
    stamp: str | None


_Step = _Known | _Fresh | Failure | _End


def read_reports(paths: Iterable[Path], options: Options | None = None) -> Iterator[Report | Failure]:
    """The reports of files and folders, in order, without a store. Raises UsageError as ``read`` does."""
    understood = (options or Options()).understood()
    for file in find_files(paths):
        for found in read_documents(file):
            yield make_report(understood.of(found)) if isinstance(found, Document) else found


def read(
    paths: Iterable[Path],
    store: Store,
    analyse: Analyse,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Reads files and folders into the store; can be stopped (Ctrl-C) and repeated at any point.

    ``progress`` is called with files done, files in all and the path now read. Raises UsageError for a path that is
    not there or an option that cannot be, StoreError if the store fails; all else is a failure of one report.
    """
    understood = (options or Options()).understood()
    files = list(find_files(paths))
    run = _Run(store, understood, len(files), progress or (lambda done, total, path: None))
    return run.read(files, analyse)


@dataclass(slots=True)
class _Run:
    """One run under way: where it writes to, and its counts."""

    store: Store
    options: Options
    total: int
    progress: Progress
    done: int = 0
    counts: dict[str, int] = field(default_factory=lambda: {"read": 0, "same": 0, "changed": 0})
    failed: list[Failure] = field(default_factory=list)
    file_read: int = 0
    file_failed: list[Failure] = field(default_factory=list)

    def read(self, files: list[Path], analyse: Analyse) -> Summary:
        number, interrupted = self.store.start_run(), False
        outcomes = in_order(self._steps(files), _report_of, analyse, self.options.workers)
        try:
            with closing(outcomes):
                for step, outcome in outcomes:
                    self._take(step, outcome)
        except KeyboardInterrupt:
            interrupted = True
        self.store.end_run(number, {**self.counts, "failed": len(self.failed)})
        return Summary(**self.counts, failed=tuple(self.failed), interrupted=interrupted)

    def _steps(self, files: list[Path]) -> Iterator[_Step]:
        for first in range(0, len(files), _FILES_AT_ONCE):
            some = files[first : first + _FILES_AT_ONCE]
            stamps = {_key(file): mark for file in some if (mark := self._stamp(file))}
            before = self.store.read_before(stamps)
            for file in some:
                if _key(file) in before:
                    yield from (_Known(before[_key(file)]), _End(file, None))
                else:
                    yield from self._open(file, stamps.get(_key(file)))

    def _open(self, file: Path, mark: str | None) -> Iterator[_Step]:
        for found in read_documents(file):
            yield found if isinstance(found, Failure) else self._step(self.options.of(found))
        yield _End(file, mark)

    def _stamp(self, file: Path) -> str | None:
        """What a file that was read need not be read again by: itself, our version, what the options state."""
        own, stated = stamp(file), self.options
        return own and f"{own} {self.store.made_by} {stated.published} {stated.outlet} {stated.language}"

    def _step(self, document: Document) -> _Step:
        report = make_report(document)
        if isinstance(report, Failure):
            return report
        digest, where = content_digest(document), place(document)
        known = self.store.known(report.id, digest, where)
        if known is None:
            return _Fresh(report, digest, where)
        if known.same:
            self.store.note_place(where, known.report, digest)
            return _Known()
        return _Fresh(replace(report, id=known.report), digest, where)

    def _take(self, step: _Step, outcome: Outcome) -> None:
        """Writes down what came of a step."""
        if isinstance(step, _End):
            self._end_file(step)
        elif isinstance(step, _Known):
            self._count(SAME, step.count)
        elif isinstance(step, Failure):
            self._fail(step)
        elif isinstance(outcome, Failure):
            self._fail(outcome)
        elif isinstance(outcome, Analysis):
            self._put(step, outcome)

    def _put(self, step: _Fresh, analysis: Analysis) -> None:
        postings = tuple(self.options.postings(analysis)) if self.options.postings else ()
        links = self.options.links(analysis, postings) if self.options.links else ()
        prepared = self.options.prepared(analysis) if self.options.prepared else None
        self._count(self.store.put(analysis, step.digest, postings, step.place, links, prepared))
        self.progress(self.done, self.total, step.report.path)

    def _count(self, outcome: str, reports: int = 1) -> None:
        self.counts["read"] += reports
        self.file_read += reports
        if outcome in (SAME, CHANGED):
            self.counts[outcome] += reports

    def _fail(self, failure: Failure) -> None:
        self.failed.append(failure)
        self.file_failed.append(failure)

    def _end_file(self, end: _End) -> None:
        if end.stamp is not None or self.file_failed:
            self.store.set_failures(str(end.file), self.file_failed)
        if end.stamp is not None and not self.file_failed and _settled(end.file):
            self.store.note_file(_key(end.file), end.stamp, self.file_read)
        self.file_read, self.file_failed = 0, []
        self.done += 1
        self.progress(self.done, self.total, str(end.file))


def _report_of(step: _Step) -> Report | None:
    return step.report if isinstance(step, _Fresh) else None


def _key(file: Path) -> str:
    """What a file is remembered by, wherever we were started."""
    return os.path.abspath(file)


def _settled(file: Path) -> bool:
    try:
        return time.time() - file.stat().st_mtime > _SETTLED_SECONDS
    except OSError:
        return False
