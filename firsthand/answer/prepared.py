"""What is made of each report alone when it is read, and kept in the store: neither comparing nor answering repeats it.

What the store lacks (made by another version, or damaged) is made anew from the report's analysis.
"""

from __future__ import annotations

import gc
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from firsthand.answer.collect import of_report
from firsthand.records import Analysis
from firsthand.stages import claims, happenings, reuse, stories
from firsthand.stages.entities import find_keys
from firsthand.store import Store
from firsthand.store.codec import from_json
from firsthand.store.rows import unpacked

Made = TypeVar("Made")
# Reports whose prepared forms a reader keeps: while a folder is read, those of one story meet again and again.
_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Kind(Generic[Made]):
    """Something made of a report: its name in the store, the record it is, and what makes it."""

    name: str
    record: type[Made]
    make: Callable[[Analysis], Made]


@dataclass(frozen=True, slots=True)
class Names:
    """The key of each mention of a report, in order, as far as its own report settles it."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """The telling words of a report's first sentences, each by one key."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """What a report's statements mean, in order: by what the report itself tells, the same whatever else is read."""

    meanings: Sequence[claims.Meaning]


def names(analysis: Analysis) -> Names:
    """The keys of one report's mentions."""
    return Names(find_keys(analysis.report, analysis.mentions))


def lead(analysis: Analysis) -> Lead:
    """The telling words with which one report begins."""
    return Lead(stories.words_of_lead(analysis))


def statements(analysis: Analysis, known: Names | None = None) -> Statements:
    """What one report's statements mean; ``known`` are its names, where they are made already."""
    keys = (known or names(analysis)).keys
    return Statements(claims.meanings(of_report(analysis, keys), analysis, keys))


def words(analysis: Analysis) -> reuse.Prepared:
    """One report's words for comparison, without its text, which the store has."""
    return replace(reuse.words_of(analysis), text="")


NAMES = Kind("names", Names, names)
LEAD = Kind("lead", Lead, lead)
WORDS = Kind("words", reuse.Prepared, words)
STATEMENTS = Kind("statements", Statements, statements)
TELLINGS = Kind("tellings", happenings.Tellings, happenings.tellings)
# Given a kind and reports, finds what was made of one of them, by its id.
Finder = Callable[[Kind[Made], Iterable[Analysis]], Callable[[str], Made]]


def made_anew(kind: Kind[Made], analyses: Iterable[Analysis]) -> Callable[[str], Made]:
    """A finder for reports that no store has."""
    known = {analysis.report.id: analysis for analysis in analyses}
    return lambda report: kind.make(known[report])


def kept_in(store: Store) -> Finder[Any]:
    """A finder for the reports of a store; read at once, decoded when asked for."""

    def find(kind: Kind[Made], analyses: Iterable[Analysis]) -> Callable[[str], Made]:
        known = {analysis.report.id: analysis for analysis in analyses}
        kept = store.prepared(kind.name, known)
        return lambda report: decoded(kind, kept.get(report), lambda: known[report])

    return find


def decoded(kind: Kind[Made], body: bytes | None, analysis: Callable[[], Analysis]) -> Made:
    """What the store has of a report; made anew where that is nothing, or damaged."""
    try:
        return kind.make(analysis()) if body is None else from_json(unpacked(body), kind.record)
    except (ValueError, zlib.error):
        return kind.make(analysis())


@contextmanager
def no_collection() -> Iterator[None]:
    """Keeps the garbage collector from going over millions of new records again and again: none of them are garbage."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Shelf(Generic[Made]):
    """What was made of the reports met last."""

    def __init__(self, kind: Kind[Made], store: Store) -> None:
        self._kind, self._store = kind, store
        self._kept: OrderedDict[str, Made] = OrderedDict()

    def put(self, report: str, made: Made) -> Made:
        """Keeps what was made of a report, in the place of what is outdated."""
        self._kept[report] = made
        self._kept.move_to_end(report)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def load(self, reports: Iterable[str]) -> Mapping[str, Made]:
        """What was made of reports of the store, by report, in the order given."""
        wanted = list(reports)
        found = {report: self._kept[report] for report in wanted if report in self._kept}
        bodies = self._store.prepared(self._kind.name, [report for report in wanted if report not in found])
        return {report: self.put(report, self._made(report, found, bodies)) for report in wanted}

    def _made(self, report: str, found: Mapping[str, Made], bodies: Mapping[str, bytes]) -> Made:
        if report in found:
            return found[report]
        return decoded(self._kind, bodies.get(report), lambda: self._store.analysis(report))
