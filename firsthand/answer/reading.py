"""What is compared when a report is read: with the few that share a key with it, never with all.

Whether two are compared depends on the two alone (they share a fingerprint), and so does the outcome; so the links are
the same for every order of reading.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeVar

from firsthand.answer.collect import of_report
from firsthand.ingest.run import Options, Progress, Summary, read
from firsthand.ingest.work import Analyse
from firsthand.records import Analysis, Link, Posting
from firsthand.stages import claims, reuse
from firsthand.stages.claims.compare import mirrored
from firsthand.stages.entities import rows
from firsthand.store import Store

CLAIM, REUSE = "claim", "reuse"
# Under a key that more statements have than this, nobody is looked up: such words tell nothing, and cost most.
CROWD = {CLAIM: 150, REUSE: 1000}
# Of two statements, in keys: on the sample and on reports 2 % of the links share but one band, 65 % of the others do.
ENOUGH = 2
# Reports whose prepared forms are kept: while a folder is read, those of one story meet again and again.
_KEPT = 1000

Made = TypeVar("Made")


def read_and_compare(
    paths: Iterable[Path], store: Store, analyse: Analyse, options: Options, progress: Progress | None = None
) -> Summary:
    """Reads as ``ingest.run.read`` does, and compares each report that is new or changed, in the same transaction."""
    comparer = Comparer(store)
    return read(paths, store, analyse, replace(options, postings=comparer.postings, links=comparer.links), progress)


def statements(analysis: Analysis) -> tuple[claims.Meaning, ...]:
    """What one report's statements mean, by what the report itself tells: the same whatever else is read."""
    keys = [row.key for row in rows(analysis)]
    return claims.meanings(of_report(analysis, keys), analysis, keys)


class Comparer:
    """Compares each report that is read with those of a store that share a key with it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prepared = _Kept(reuse.prepare)
        self._meanings = _Kept(statements)

    def postings(self, analysis: Analysis) -> tuple[Posting, ...]:
        """What the report is found by: fingerprints of its sentences and keys of its statements."""
        report = analysis.report.id
        self._prepared.forget(report)
        self._meanings.forget(report)
        prints = self._prepared.of(analysis).prints
        found = {Posting(REUSE, key, report, item) for key, items in prints.items() for item in items}
        for meaning in self._meanings.of(analysis):
            found |= {Posting(CLAIM, key, report, meaning.number) for key, _ in claims.keys(meaning)}
        return tuple(sorted(found))

    def links(self, analysis: Analysis, postings: Iterable[Posting]) -> tuple[Link, ...]:
        """The outcomes of all comparisons that the report takes part in."""
        keys: dict[str, dict[str, set[int]]] = {CLAIM: defaultdict(set), REUSE: defaultdict(set)}
        for posting in postings:
            keys[posting.kind][posting.key].add(posting.item)
        return (*self._reuse_links(analysis, keys[REUSE]), *self._claim_links(analysis, keys[CLAIM]))

    def _hits(self, kind: str, keys: Iterable[str], report: str) -> list[Posting]:
        counts = self._store.count_postings(kind, keys)
        few = [key for key, count in counts.items() if count <= CROWD[kind]]
        return [posting for posting in self._store.find_postings(kind, few) if posting.report != report]

    def _reuse_links(self, analysis: Analysis, keys: dict[str, set[int]]) -> Iterator[Link]:
        own = self._prepared.of(analysis)
        for other in sorted({hit.report for hit in self._hits(REUSE, keys, analysis.report.id)}):
            yield from reuse.compare_prepared(own, self._prepared.load(other, self._store))

    def _claim_links(self, analysis: Analysis, keys: dict[str, set[int]]) -> Iterator[Link]:
        own = {meaning.number: meaning for meaning in self._meanings.of(analysis)}
        shared: Counter[tuple[str, int, int]] = Counter()
        for hit in self._hits(CLAIM, keys, analysis.report.id):
            for item in keys[hit.key]:
                shared[hit.report, hit.item, item] += _weight(hit.key)
        for report, number, item in sorted(pair for pair, weight in shared.items() if weight >= ENOUGH):
            others = {meaning.number: meaning for meaning in self._meanings.load(report, self._store)}
            yield from _link(own[item], others.get(number))
        inside = {(a, b) for items in keys.values() for a in items for b in items if a < b}
        for a, b in sorted(inside):
            yield from _link(own[a], own[b])


def _weight(key: str) -> int:
    """What a shared key tells: a band of a MinHash is shared by chance now and then, whole contents and denials not."""
    return ENOUGH if "=" in key or key.startswith("denied ") else 1


def _link(left: claims.Meaning, right: claims.Meaning | None) -> Iterator[Link]:
    """The link between two statements, if any; the report with the lesser id on the left."""
    link = claims.compare(left, right) if right is not None else None
    if link is not None:
        yield link if (link.left_report, link.left_item) < (link.right_report, link.right_item) else mirrored(link)


class _Kept(Generic[Made]):
    """Prepared forms of the reports met last."""

    def __init__(self, make: Callable[[Analysis], Made]) -> None:
        self._make = make
        self._kept: OrderedDict[str, Made] = OrderedDict()

    def of(self, analysis: Analysis) -> Made:
        """The prepared form of a report at hand."""
        return self._keep(analysis.report.id, lambda: analysis)

    def load(self, report: str, store: Store) -> Made:
        """The prepared form of a report in the store."""
        return self._keep(report, lambda: store.analysis(report))

    def forget(self, report: str) -> None:
        """The report may have changed."""
        self._kept.pop(report, None)

    def _keep(self, report: str, analysis: Callable[[], Analysis]) -> Made:
        if report not in self._kept:
            self._kept[report] = self._make(analysis())
        self._kept.move_to_end(report)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[report]
