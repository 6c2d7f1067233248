"""Reuse: passages that stand in another report, literally or nearly, in the same language or translated.

keys(analysis)                      fingerprints for the store's index: reports that share one are worth comparing
compare(left, right)                links of kind ``reuse``, symmetric, one a passage with both spans
compare_all(analyses)               the same for many reports at once
directed(links, analyses, dates)    links whose direction is known, as later report and earlier source
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator

from firsthand.records import Analysis, Link
from firsthand.stages.reuse.compare import KIND, Seen, compare_prepared, is_worth_it, links_between
from firsthand.stages.reuse.direction import directed
from firsthand.stages.reuse.fingerprints import Printed, printed
from firsthand.stages.reuse.words import Prepared
from firsthand.stages.reuse.words import prepare as words_of

__all__ = [
    "KIND",
    "Prepared",
    "Printed",
    "Seen",
    "candidates",
    "compare",
    "compare_all",
    "compare_prepared",
    "directed",
    "is_worth_it",
    "keys",
    "links_between",
    "prepare",
    "words_of",
]

_KEPT = 256
_prepared: OrderedDict[int, tuple[Analysis, Printed]] = OrderedDict()


def prepare(analysis: Analysis) -> Printed:
    """A report made ready to be held against others."""
    return printed(words_of(analysis))


def _prepare_once(analysis: Analysis) -> Printed:
    """The same, kept for the reports last asked for: one new report is held against many."""
    known = _prepared.get(id(analysis))
    if known is None or known[0] is not analysis:
        known = analysis, prepare(analysis)
        _prepared[id(analysis)] = known
        while len(_prepared) > _KEPT:
            _prepared.popitem(last=False)
    return known[1]


def keys(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """Fingerprints of a report: (key, sentence number)."""
    for key, numbers in _prepare_once(analysis).prints.items():
        yield from ((key, number) for number in numbers)


def compare(left: Analysis, right: Analysis) -> tuple[Link, ...]:
    """The passages that stand in both reports; ``compare(b, a)`` is the mirror of ``compare(a, b)``.

    ``data``: left and right ([start, stop] each), how (literal, edited, reordered, translated), changed (numbers do).
    """
    return compare_prepared(_prepare_once(left), _prepare_once(right))


def candidates(reports: Iterable[Printed]) -> Iterator[tuple[Printed, Printed]]:
    """Pairs of reports that share a fingerprint, each pair once."""
    index: dict[str, list[int]] = defaultdict(list)
    known: list[Printed] = []
    for number, report in enumerate(reports):
        found: set[int] = set()
        for key in report.prints:
            found.update(index[key])
            index[key].append(number)
        known.append(report)
        yield from ((known[other], report) for other in sorted(found))


def compare_all(analyses: Iterable[Analysis]) -> tuple[Link, ...]:
    """The links among many reports; what ``compare`` gives for the pairs that share a fingerprint."""
    return tuple(link for left, right in candidates(map(prepare, analyses)) for link in compare_prepared(left, right))
