"""Reuse: passages that stand in another report, literally or nearly, in the same language or translated.

keys(analysis)                      fingerprints for the store's index: reports that share one are worth comparing
compare(left, right)                links of kind ``reuse``, symmetric, one a passage with both spans
compare_all(analyses)               the same for many reports at once
directed(links, analyses, dates)    links whose direction is known, as later report and earlier source
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from firsthand.records import Analysis, Link
from firsthand.stages.reuse.compare import KIND, compare_prepared
from firsthand.stages.reuse.direction import directed
from firsthand.stages.reuse.fingerprints import fingerprints
from firsthand.stages.reuse.words import Prepared, prepare

__all__ = ["KIND", "candidates", "compare", "compare_all", "compare_prepared", "directed", "keys", "prepare"]


def keys(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """Fingerprints of a report: (key, sentence number)."""
    return fingerprints(prepare(analysis))


def compare(left: Analysis, right: Analysis) -> tuple[Link, ...]:
    """The passages that stand in both reports; ``compare(b, a)`` is the mirror of ``compare(a, b)``.

    ``data``: left and right ([start, stop] each), how (literal, edited, reordered, translated), changed (numbers differ).
    """
    return compare_prepared(prepare(left), prepare(right))


def candidates(prepared: Iterable[Prepared]) -> Iterator[tuple[Prepared, Prepared]]:
    """Pairs of reports that share a fingerprint, each pair once."""
    index: dict[str, list[int]] = defaultdict(list)
    known: list[Prepared] = []
    for number, report in enumerate(prepared):
        found: set[int] = set()
        for key in {key for key, _ in fingerprints(report)}:
            found.update(index[key])
            index[key].append(number)
        known.append(report)
        yield from ((known[other], report) for other in sorted(found))


def compare_all(analyses: Iterable[Analysis]) -> tuple[Link, ...]:
    """The links among many reports; what ``compare`` gives for the pairs that share a fingerprint."""
    return tuple(link for left, right in candidates(map(prepare, analyses)) for link in compare_prepared(left, right))
