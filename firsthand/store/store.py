"""The store: reports in all their versions, what is known of each, and what people decided. One small method a need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from firsthand import __version__
from firsthand.errors import NotFoundError, StoreError
from firsthand.records import Analysis, Failure, Judgement, Link, Posting, Report, Span
from firsthand.store import fulltext
from firsthand.store.connection import connect, shown
from firsthand.store.rows import (
    analysis_of,
    batches,
    bump_revision,
    compressed,
    current_version,
    equal,
    failures_of_file,
    forget_comparisons,
    insert_rows,
    link_row,
    links_of,
    links_of_rows,
    mapped,
    now,
    packed,
    posting_row,
    put_judgement,
    replace_report,
    report_of,
    same_version,
    unique_links,
    upsert,
    with_analysis,
)
from firsthand.store.tables import (
    ANALYSES,
    FAILURES,
    FILES,
    JUDGEMENTS,
    LINKS,
    META,
    PLACES,
    POSTINGS,
    PREPARED,
    REPORTS,
    RUNS,
    VERSIONS,
)

NEW, SAME, CHANGED = "new", "same", "changed"
_PAGE = 200

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it was at one reading; ``id`` comes from the content."""

    report: Report
    number: int
    digest: str
    read_at: str

    @property
    def id(self) -> str:
        """Report and content: ``<report>.<first 8 of the digest>``."""
        return f"{self.report.id}.{self.digest[:8]}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A report found by a search; the span of its text to show is empty if only title or outlet match."""

    report: Report
    snippet: Span


@dataclass(frozen=True, slots=True)
class Known:
    """What the store has of a report that was found: its id there, and whether the content is the same."""

    report: str
    same: bool


def _one_line_errors(method: Callable[Concatenate[Store, P], R]) -> Callable[Concatenate[Store, P], R]:
    """Turns what the database complains of (locked, full, damaged) into a StoreError."""

    @wraps(method)
    def guarded(self: Store, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(self, *args, **kwargs)
        except SQLAlchemyError as error:
            cause = " ".join(str(getattr(error, "orig", None) or error).split())
            raise StoreError(f"store {shown(self.url)}: {cause[:200]}") from error

    return guarded  # type: ignore[return-value]


class Store:
    """A store that is open. All writes are whole or not at all, and each can be repeated without harm."""

    def __init__(self, engine: Engine, url: str, made_by: str) -> None:
        """``made_by`` names who makes the analyses: one made by another is made anew."""
        self._engine = engine
        self.url = url
        self.made_by = made_by

    @classmethod
    def open(cls, url: str | Path, made_by: str = __version__) -> Store:
        """Opens a file (made if there is none), ``:memory:`` or a PostgreSQL address. Raises StoreError."""
        return cls(connect(str(url)), str(url), made_by)

    def close(self) -> None:
        """Closes all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    # What is read

    @_one_line_errors
    def known(self, report: str, digest: str, place: str) -> Known | None:
        """The report that this place or this id stands for, if the store has it.

        A place (a file's full path) stands for one report, whatever its content becomes; a file met at a new place
        with an id that is known is that report, moved or copied.
        """
        with self._reading() as connection:
            row = connection.execute(select(PLACES.c.report, PLACES.c.digest).where(PLACES.c.place == place)).first()
            if row is not None:
                return Known(row.report, row.digest == digest and self._up_to_date(connection, row.report, digest))
            if connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == report)).first() is None:
                return None
            return Known(report, self._up_to_date(connection, report, digest))

    def _up_to_date(self, connection: Connection, report: str, digest: str) -> bool:
        """Whether the report has a version of this content, analysed by the same maker."""
        query = select(ANALYSES.c.number).join_from(VERSIONS, ANALYSES, same_version())
        query = query.where(
            VERSIONS.c.report == report, VERSIONS.c.digest == digest, ANALYSES.c.made_by == self.made_by
        )
        return connection.execute(query.limit(1)).first() is not None

    @_one_line_errors
    def put(
        self,
        analysis: Analysis,
        digest: str,
        postings: Iterable[Posting] = (),
        place: str | None = None,
        links: Iterable[Link] = (),
        prepared: Mapping[str, str] | None = None,
    ) -> str:
        """Takes a report in, in one transaction: ``new``, ``changed`` (a further version) or ``same``.

        ``digest`` stands for the content; ``place`` for where it was found (the report's path, if not given).
        ``links`` are what its comparison with reports of the store gave, ``prepared`` what else was made of it, by
        kind. A new version takes the current one's place: its postings, links and what was prepared go, the version
        itself stays.
        """
        report = analysis.report
        with self._writing() as connection:
            outcome = self._take_in(connection, analysis, digest)
            upsert(connection, PLACES, {"place": place or report.path, "report": report.id, "digest": digest})
            if outcome != SAME:
                forget_comparisons(connection, report.id)
                insert_rows(connection, POSTINGS, map(posting_row, {replace_report(p, report.id) for p in postings}))
                insert_rows(connection, LINKS, unique_links(links))
                insert_rows(connection, PREPARED, self._prepared_rows(report.id, prepared or {}))
                bump_revision(connection)
        return outcome

    def _prepared_rows(self, report: str, prepared: Mapping[str, str]) -> list[dict[str, Any]]:
        made = {"report": report, "made_by": self.made_by}
        return [{**made, "kind": kind, "body": compressed(body)} for kind, body in prepared.items()]

    def _take_in(self, connection: Connection, analysis: Analysis, digest: str) -> str:
        report, body = analysis.report, packed(analysis)
        row = connection.execute(current_version().where(REPORTS.c.id == report.id)).first()
        if row is None:
            connection.execute(insert(REPORTS).values(id=report.id, current=0))
        elif row.digest == digest and report_of(row) == report:
            if self._body(connection, report.id, row.number) == body:
                return SAME
            self._put_analysis(connection, report.id, row.number, body)
            return CHANGED
        self._add_version(connection, analysis, digest, body)
        return NEW if row is None else CHANGED

    def _body(self, connection: Connection, report: str, number: int) -> bytes | None:
        query = select(ANALYSES.c.body).where(
            ANALYSES.c.report == report, ANALYSES.c.number == number, ANALYSES.c.made_by == self.made_by
        )
        return connection.execute(query).scalar()

    def _put_analysis(self, connection: Connection, report: str, number: int, body: bytes) -> None:
        upsert(connection, ANALYSES, {"report": report, "number": number, "made_by": self.made_by, "body": body})

    def _add_version(self, connection: Connection, analysis: Analysis, digest: str, body: bytes) -> None:
        report = analysis.report
        last = select(func.coalesce(func.max(VERSIONS.c.number), 0)).where(VERSIONS.c.report == report.id)
        number = connection.execute(last).scalar_one() + 1
        row = {**asdict(report), "report": report.id, "number": number, "digest": digest, "read_at": now()}
        row.pop("id")
        connection.execute(insert(VERSIONS).values(row))
        self._put_analysis(connection, report.id, number, body)
        connection.execute(update(REPORTS).where(REPORTS.c.id == report.id).values(current=number))
        serial = connection.execute(select(REPORTS.c.serial).where(REPORTS.c.id == report.id)).scalar_one()
        fulltext.index(connection, serial, report)

    @_one_line_errors
    def note_place(self, place: str, report: str, digest: str) -> None:
        """Remembers that a report that is known was found at this place too."""
        row = {"place": place, "report": report, "digest": digest}
        with self._reading() as connection:
            noted = connection.execute(select(PLACES).where(*equal(PLACES, row))).first()
        if noted is None:
            with self._writing() as connection:
                upsert(connection, PLACES, row)

    # Files and runs

    @_one_line_errors
    def read_before(self, stamps: Mapping[str, str]) -> dict[str, int]:
        """Of files with their stamps (size, times, options) those read to the end with that stamp: reports by path."""
        found: dict[str, int] = {}
        with self._reading() as connection:
            for some in batches(sorted(stamps)):
                rows = connection.execute(select(FILES).where(FILES.c.path.in_(some)))
                found.update((row.path, row.reports) for row in rows if row.stamp == stamps[row.path])
        return found

    @_one_line_errors
    def note_file(self, path: str, stamp: str, reports: int) -> None:
        """Remembers that a file was read to its end without a failure."""
        with self._writing() as connection:
            upsert(connection, FILES, {"path": path, "stamp": stamp, "reports": reports})

    @_one_line_errors
    def set_failures(self, path: str, failures: Sequence[Failure]) -> None:
        """Puts what failed in a file in the place of what failed in it before; without any, it is forgotten."""
        fresh = {(failure.path, failure.reason) for failure in failures}
        with self._reading() as connection:
            old = mapped(connection, select(FAILURES).where(or_(*failures_of_file(path))))
        if {(row["path"], row["reason"]) for row in old} == fresh:
            return
        with self._writing() as connection:
            connection.execute(delete(FAILURES).where(or_(*failures_of_file(path))))
            insert_rows(connection, FAILURES, [{"path": p, "reason": r, "at": now()} for p, r in sorted(fresh)])
            bump_revision(connection)

    @_one_line_errors
    def failures(self) -> list[Failure]:
        """What could not be read when last tried, by path."""
        with self._reading() as connection:
            rows = connection.execute(select(FAILURES).order_by(FAILURES.c.path, FAILURES.c.reason))
            return [Failure(row.path, row.reason) for row in rows]

    @_one_line_errors
    def start_run(self) -> int:
        """The number of a run that begins now."""
        with self._writing() as connection:
            key = connection.execute(insert(RUNS).values(started=now())).inserted_primary_key
            return int(key[0])  # type: ignore[index]

    @_one_line_errors
    def end_run(self, run: int, counts: Mapping[str, int]) -> None:
        """Notes the end of a run; ``counts`` are read, same, changed, failed."""
        with self._writing() as connection:
            connection.execute(update(RUNS).where(RUNS.c.id == run).values(ended=now(), **counts))

    @_one_line_errors
    def runs(self) -> list[dict[str, Any]]:
        """All runs, latest first; one that was killed has no end."""
        with self._reading() as connection:
            return mapped(connection, select(RUNS).order_by(RUNS.c.id.desc()))

    # Reports and analyses

    def reports(self) -> Iterator[Report]:
        """The current version of every report, in the order of their ids."""
        return (report_of(row) for row in self._pages(current_version()))

    @_one_line_errors
    def report(self, id: str) -> Report:
        """The current version of a report by its id or an unmistakable beginning of it. Raises NotFoundError."""
        query = current_version().where(REPORTS.c.id.startswith(id, autoescape=True)).order_by(REPORTS.c.id).limit(2)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        if not id or not rows or (len(rows) > 1 and rows[0].report != id):
            raise NotFoundError(f"no report {id!r}" if not id or not rows else f"{id!r} may be several reports")
        return report_of(rows[0])

    @_one_line_errors
    def analysis(self, id: str) -> Analysis:
        """What is known of the current version of a report. Raises NotFoundError."""
        query = with_analysis().where(REPORTS.c.id == self.report(id).id)
        with self._reading() as connection:
            return analysis_of(connection.execute(query).one())

    def analyses(self) -> Iterator[Analysis]:
        """The analysis of every report's current version, in the order of their ids, some at a time."""
        return (analysis_of(row) for row in self._pages(with_analysis()))

    @_one_line_errors
    def versions(self, id: str) -> list[Version]:
        """All versions of a report, oldest first."""
        query = select(VERSIONS).where(VERSIONS.c.report == self.report(id).id).order_by(VERSIONS.c.number)
        with self._reading() as connection:
            rows = connection.execute(query)
            return [Version(report_of(row), row.number, row.digest, row.read_at) for row in rows]

    @_one_line_errors
    def count(self) -> int:
        """How many reports there are."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(REPORTS)).scalar_one())

    @_one_line_errors
    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Reports that hold all the words of a query in whatever form, best first, each with a passage to show."""
        wanted = fulltext.query_terms(query)
        with self._reading() as connection:
            serials = fulltext.find(connection, wanted, limit)
            rows = connection.execute(current_version().where(REPORTS.c.serial.in_(serials)))
            found = {row.serial: report_of(row) for row in rows}
        return [Hit(found[serial], fulltext.snippet(found[serial], wanted)) for serial in serials]

    @_one_line_errors
    def matching(self, query: str, limit: int = 1000) -> list[str]:
        """The ids of the reports that ``search`` finds, without their texts."""
        with self._reading() as connection:
            serials = fulltext.find(connection, fulltext.query_terms(query), limit)
            rows = connection.execute(select(REPORTS.c.serial, REPORTS.c.id).where(REPORTS.c.serial.in_(serials)))
            found = {row.serial: row.id for row in rows}
        return [str(found[serial]) for serial in serials]

    def _pages(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """All rows, a page at a time, so that no reader holds a transaction open while the store is written."""
        after = ""
        while rows := self._page(query.where(REPORTS.c.id > after).order_by(REPORTS.c.id).limit(_PAGE)):
            yield from rows
            after = rows[-1].report

    @_one_line_errors
    def _page(self, query: Select[Any]) -> Sequence[Row[Any]]:
        with self._reading() as connection:
            return connection.execute(query).all()

    # Across reports

    @_one_line_errors
    def prepared(self, kind: str, reports: Iterable[str]) -> dict[str, bytes]:
        """What was prepared of reports when they were read, compressed; without those that another maker prepared."""
        found: dict[str, bytes] = {}
        with self._reading() as connection:
            for some in batches(sorted(set(reports))):
                query = select(PREPARED.c.report, PREPARED.c.body).where(
                    PREPARED.c.kind == kind, PREPARED.c.report.in_(some), PREPARED.c.made_by == self.made_by
                )
                found.update((row.report, row.body) for row in connection.execute(query))
        return found

    @_one_line_errors
    def texts(self, reports: Iterable[str]) -> dict[str, str]:
        """The texts of reports, by report."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            for some in batches(sorted(set(reports))):
                rows = connection.execute(current_version().where(REPORTS.c.id.in_(some)))
                found.update((row.report, row.text) for row in rows)
        return found

    @_one_line_errors
    def find_postings(self, kind: str, keys: Iterable[str], reports: Collection[str] | None = None) -> list[Posting]:
        """All entries of a kind under the keys, sorted; of all reports or of some, who are a few hundred at most."""
        found: list[Posting] = []
        with self._reading() as connection:
            for some in batches(sorted(set(keys))):
                query = select(POSTINGS).where(POSTINGS.c.kind == kind, POSTINGS.c.key.in_(some))
                if reports is not None:
                    query = query.where(POSTINGS.c.report.in_(sorted(reports)))
                found += (Posting(*row) for row in connection.execute(query))
        return sorted(found)

    @_one_line_errors
    def count_postings(self, kind: str, keys: Iterable[str]) -> dict[str, int]:
        """How many entries each key has, for those that have any: common keys tell little and cost much."""
        counts: dict[str, int] = {}
        with self._reading() as connection:
            for some in batches(sorted(set(keys))):
                query = select(POSTINGS.c.key, func.count()).where(POSTINGS.c.kind == kind, POSTINGS.c.key.in_(some))
                counts.update((row[0], row[1]) for row in connection.execute(query.group_by(POSTINGS.c.key)))
        return counts

    @_one_line_errors
    def put_links(self, links: Iterable[Link]) -> None:
        """Adds outcomes of comparisons; one between the same items replaces the older one."""
        rows = [link_row(link) for link in links]
        if rows:
            with self._writing() as connection:
                upsert(connection, LINKS, *rows)
                bump_revision(connection)

    @_one_line_errors
    def drop_links(self, kind: str, report: str | None = None) -> None:
        """Removes the outcomes of a kind of comparison, of one report or all, so that it can be made anew."""
        with self._writing() as connection:
            if connection.execute(delete(LINKS).where(*links_of(kind, report))).rowcount:
                bump_revision(connection)

    @_one_line_errors
    def links(self, kind: str, report: str | None = None) -> list[Link]:
        """The outcomes of a kind of comparison, of one report (on either side) or all, in a fixed order."""
        query = select(LINKS).where(*links_of(kind, report)).order_by(*LINKS.primary_key.columns)
        with self._reading() as connection:
            return list(links_of_rows(connection.execute(query)))

    # Judgements

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Adds a decision and gives it back with its id; the same decision again is the one that stands."""
        return self.add_judgements([judgement])[0]

    @_one_line_errors
    def add_judgements(self, judgements: Iterable[Judgement]) -> list[Judgement]:
        """Adds decisions, all or none; one without a time is dated now."""
        with self._writing() as connection:
            added = [put_judgement(connection, judgement) for judgement in judgements]
            if any(fresh for _, fresh in added):
                bump_revision(connection)
        return [judgement for judgement, _ in added]

    @_one_line_errors
    def judgements(self, subject: str | None = None, undone: bool = False) -> list[Judgement]:
        """The decisions that stand, oldest first; with ``undone`` also those taken back."""
        query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.id)
        query = query if subject is None else query.where(JUDGEMENTS.c.subject == subject)
        query = query if undone else query.where(JUDGEMENTS.c.undone_at.is_(None))
        with self._reading() as connection:
            return [Judgement(**row) for row in mapped(connection, query)]

    @_one_line_errors
    def undo(self, id: int, at: str | None = None) -> Judgement:
        """Takes a decision back; it stays in the list with the time. Raises NotFoundError."""
        with self._writing() as connection:
            found = mapped(connection, select(JUDGEMENTS).where(JUDGEMENTS.c.id == id))
            if not found:
                raise NotFoundError(f"no judgement {id}")
            if found[0]["undone_at"] is None:
                found[0]["undone_at"] = at or now()
                connection.execute(
                    update(JUDGEMENTS).where(JUDGEMENTS.c.id == id).values(undone_at=found[0]["undone_at"])
                )
                bump_revision(connection)
        return Judgement(**found[0])

    @_one_line_errors
    def revision(self) -> int:
        """A number that grows with every change of what the store says; whoever caches compares it."""
        with self._reading() as connection:
            return int(connection.execute(select(META.c.value).where(META.c.name == "revision")).scalar_one())
