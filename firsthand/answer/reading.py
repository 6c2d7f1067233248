"""What is compared when a report is read: with the few that share a key with it, never with all.

Whether two are compared depends on the two alone (they share a fingerprint), and so does the outcome; so the links are
the same for every order of reading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from firsthand.answer.prepared import LEAD, NAMES, STATEMENTS, TELLINGS, WORDS, Names, Shelf, Statements, no_collection
from firsthand.answer.prepared import statements as make_statements
from firsthand.ingest.run import Options, Progress, Summary, read
from firsthand.ingest.work import Analyse
from firsthand.records import Analysis, Link, Posting
from firsthand.stages import claims, reuse
from firsthand.stages.claims.compare import mirrored
from firsthand.store import Store
from firsthand.store.codec import to_json

CLAIM, REUSE = "claim", "reuse"
# Under a key that more statements have than this, nobody is looked up: such words tell nothing, and cost most.
CROWD = {CLAIM: 150, REUSE: 1000}
# Of two statements, in keys: on the sample and on reports 2 % of the links share but one band, 65 % of the others do.
ENOUGH = 2
# Reports that are looked at together: what is prepared of one takes some tens of kilobytes.
_AT_ONCE = 500


def read_and_compare(
    paths: Iterable[Path], store: Store, analyse: Analyse, options: Options, progress: Progress | None = None
) -> Summary:
    """Reads as ``ingest.run.read`` does, and compares each report that is new or changed, in the same transaction."""
    comparer = Comparer(store)
    options = replace(options, postings=comparer.postings, links=comparer.links, prepared=comparer.prepared)
    return read(paths, store, analyse, options, progress)


@dataclass(frozen=True, slots=True)
class _Own:
    """What is made of the report at hand."""

    analysis: Analysis
    printed: reuse.Printed
    names: Names
    statements: Statements


class Comparer:
    """Compares each report that is read with those of a store that share a key with it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words = Shelf(WORDS, store)
        self._statements = Shelf(STATEMENTS, store)
        self._own: _Own | None = None

    def postings(self, analysis: Analysis) -> tuple[Posting, ...]:
        """What the report is found by: fingerprints of its sentences and keys of its statements."""
        report, own = analysis.report.id, self._made_of(analysis)
        found = {Posting(REUSE, key, report, item) for key, items in own.printed.prints.items() for item in items}
        for meaning in own.statements.meanings:
            found |= {Posting(CLAIM, key, report, meaning.number) for key, _ in claims.keys(meaning)}
        return tuple(sorted(found))

    def prepared(self, analysis: Analysis) -> dict[str, str]:
        """What the store keeps of the report, by kind, for the comparisons and answers to come."""
        own = self._made_of(analysis)
        made: dict[str, Any] = {
            WORDS.name: replace(own.printed.words, text=""),
            NAMES.name: own.names,
            STATEMENTS.name: own.statements,
            **{kind.name: kind.make(analysis) for kind in (LEAD, TELLINGS)},
        }
        return {kind: to_json(record) for kind, record in made.items()}

    def _made_of(self, analysis: Analysis) -> _Own:
        """What is made of the report at hand, once; what was known of it may be outdated."""
        if self._own is None or self._own.analysis is not analysis:
            names = NAMES.make(analysis)
            self._own = _Own(analysis, reuse.prepare(analysis), names, make_statements(analysis, names))
            self._words.put(analysis.report.id, self._own.printed.words)
            self._statements.put(analysis.report.id, self._own.statements)
        return self._own

    def links(self, analysis: Analysis, postings: Iterable[Posting]) -> tuple[Link, ...]:
        """The outcomes of all comparisons that the report takes part in."""
        keys: dict[str, dict[str, set[int]]] = {CLAIM: defaultdict(set), REUSE: defaultdict(set)}
        for posting in postings:
            keys[posting.kind][posting.key].add(posting.item)
        own = self._made_of(analysis)
        words, meanings = own.printed.words, own.statements.meanings
        with no_collection():
            claim_links = self._claim_links(meanings, keys[CLAIM], words.report)
            return (*self._reuse_links(words, keys[REUSE]), *claim_links)

    def _hits(self, kind: str, keys: Iterable[str], report: str) -> tuple[list[Posting], list[str]]:
        """The entries of other reports under the keys, and the keys that are too common to be looked up."""
        counts = self._store.count_postings(kind, keys)
        few = [key for key, count in counts.items() if count <= CROWD[kind]]
        hits = [posting for posting in self._store.find_postings(kind, few) if posting.report != report]
        return hits, [key for key, count in counts.items() if count > CROWD[kind]]

    def _reuse_links(self, own: reuse.Prepared, keys: Mapping[str, set[int]]) -> Iterator[Link]:
        hits, common = self._hits(REUSE, keys, own.report)
        pairs = _pairs(keys, hits)
        for some in _batches(sorted(pairs)):
            more = _pairs(keys, self._store.find_postings(REUSE, common, some)) if common else {}
            seen: dict[str, reuse.Seen] = {report: {} for report in some}
            worthy = [
                other
                for report, other in self._words.load(some).items()
                if reuse.is_worth_it(own, other, _there(pairs[report] | more.get(report, set()), other), seen[report])
            ]
            texts = self._store.texts(other.report for other in worthy)
            for other in worthy:
                yield from reuse.links_between(own, replace(other, text=texts[other.report]), seen[other.report])

    def _claim_links(self, own: Sequence[claims.Meaning], keys: Mapping[str, set[int]], report: str) -> Iterator[Link]:
        shared: Counter[tuple[str, int, int]] = Counter()
        for hit in self._hits(CLAIM, keys, report)[0]:
            for item in keys[hit.key]:
                shared[hit.report, hit.item, item] += _weight(hit.key)
        met: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for other, number, item in sorted(pair for pair, weight in shared.items() if weight >= ENOUGH):
            met[other].append((number, item))
        for some in _batches(list(met)):
            for other, statements in self._statements.load(some).items():
                for number, item in met[other]:
                    if number < len(statements.meanings):
                        yield from _link(own[item], statements.meanings[number])
        inside = {(a, b) for items in keys.values() for a in items for b in items if a < b}
        for a, b in sorted(inside):
            yield from _link(own[a], own[b])


def _batches(reports: Sequence[str]) -> Iterator[Sequence[str]]:
    """Reports to be looked at together."""
    return (reports[first : first + _AT_ONCE] for first in range(0, len(reports), _AT_ONCE))


def _pairs(keys: Mapping[str, set[int]], hits: Iterable[Posting]) -> Mapping[str, set[tuple[int, int]]]:
    """Report -> the pairs of a sentence of ours and one of its that share a fingerprint."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for hit in hits:
        found[hit.report].update((item, hit.item) for item in keys[hit.key])
    return found


def _there(pairs: Iterable[tuple[int, int]], other: reuse.Prepared) -> set[tuple[int, int]]:
    """The pairs without sentences that another process has just taken away with the version they stood in."""
    return {(i, j) for i, j in pairs if j < len(other.lines)}


def _weight(key: str) -> int:
    """What a shared key tells: a band of a MinHash is shared by chance now and then, whole contents and denials not."""
    return ENOUGH if "=" in key or key.startswith("denied ") else 1


def _link(left: claims.Meaning, right: claims.Meaning) -> Iterator[Link]:
    """The link between two statements, if any; the report with the lesser id on the left."""
    link = claims.compare(left, right)
    if link is not None:
        yield link if (link.left_report, link.left_item) < (link.right_report, link.right_item) else mirrored(link)
