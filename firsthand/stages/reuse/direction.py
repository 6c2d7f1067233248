"""Who had a passage first: by dates, by what one report says of the other, by which of them gives the credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from firsthand.lang.outlets import find_outlet, fold
from firsthand.records import Analysis, Dating, Link, Reuse, Span
from firsthand.stages.attribution.media import is_medium


def directed(
    links: Iterable[Link], analyses: Iterable[Analysis], dates: Mapping[str, Dating | str | None]
) -> tuple[Reuse, ...]:
    """The reuses whose direction is known: by date, else by a chain that names the other's outlet."""
    known = {analysis.report.id: analysis for analysis in analyses}
    pairs: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.kind == "reuse" and link.left_report in known and link.right_report in known:
            pairs[link.left_report, link.right_report].append(link)
    found = []
    for (left, right), shared in pairs.items():
        order = which_is_later(known[left], known[right], dates) or credits_less(known[left], known[right], shared)
        if order:
            found += [reuse_of(link, left_is_later=order > 0) for link in shared]
    return tuple(sorted(found, key=lambda r: (r.report, r.span, r.source, r.source_span)))


def which_is_later(left: Analysis, right: Analysis, dates: Mapping[str, Dating | str | None]) -> int:
    """1 if the left report is the later one, -1 if the right one is, 0 if nobody can tell."""
    left_bounds = bounds(dates.get(left.report.id) or left.published.value)
    right_bounds = bounds(dates.get(right.report.id) or right.published.value)
    by_date = later(left_bounds, right_bounds)
    return by_date or int(cites(left, right)) - int(cites(right, left))


def later(left: tuple[str, str] | None, right: tuple[str, str] | None) -> int:
    """Compares two dates with bounds: only what does not overlap has an order."""
    if left is None or right is None:
        return 0
    if left[0] > right[1] and not left[0].startswith(right[1]):
        return 1
    if right[0] > left[1] and not right[0].startswith(left[1]):
        return -1
    return 0


def bounds(dating: Dating | str | None) -> tuple[str, str] | None:
    """The earliest and latest date, as ISO prefixes; None where the year is not known."""
    if dating is None or isinstance(dating, str):
        return interval(dating)
    whole = interval(dating.value)
    earliest, latest = dating.earliest or (whole and whole[0]), dating.latest or (whole and whole[1])
    if not earliest or not latest or "X" in earliest[:4] or "X" in latest[:4]:
        return None
    return earliest, latest


def interval(value: str | None) -> tuple[str, str] | None:
    """A TIMEX3 date or ``from/to`` as two ISO prefixes."""
    if not value:
        return None
    first, _, last = value.partition("/")
    last = last or first
    return None if "X" in first or "X" in last else (first, last)


def cites(report: Analysis, other: Analysis) -> bool:
    """Whether a report says that its news came through the other's outlet, which is not its own."""
    outlet = other.report.outlet
    if not outlet or same_outlet(outlet, report.report.outlet):
        return False
    return any(same_outlet(outlet, hop) for chain in report.chains for hop in chain.hops)


def credits_less(left: Analysis, right: Analysis, shared: Sequence[Link]) -> int:
    """As ``which_is_later``: what one tells as a medium's words ("the agency recalls that") the later one tells."""
    ours = sum(is_credited(left, Span(*link.data["left"])) for link in shared)
    theirs = sum(is_credited(right, Span(*link.data["right"])) for link in shared)
    return (theirs > ours) - (ours > theirs)


def is_credited(analysis: Analysis, passage: Span) -> bool:
    """Whether most of a passage is a medium's words."""
    half = 0.5 * (passage.stop - passage.start)
    return any(
        sum(shared_length(content, passage) for content in found.content) > half  # Asked first: few attributions do.
        and _is_medium(found.speaker or "", analysis.report.language)
        for found in analysis.attributions
    )


# One name is asked for with every report that shares a passage: in the order of the links, never soon again.
_is_medium = lru_cache(maxsize=10_000)(is_medium)


def shared_length(left: Span, right: Span) -> int:
    """Code points that two spans share."""
    return max(0, min(left.stop, right.stop) - max(left.start, right.start))


@lru_cache(maxsize=10_000)
def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names are of one outlet."""
    if not left or not right:
        return False
    a, b = find_outlet(left), find_outlet(right)
    return a.id == b.id if a and b else fold(left) == fold(right)


def reuse_of(link: Link, left_is_later: bool) -> Reuse:
    """A link as a reuse, the later report first."""
    left, right = Span(*link.data["left"]), Span(*link.data["right"])
    how = str(link.data["how"])
    if left_is_later:
        return Reuse(link.left_report, left, link.right_report, right, link.score, how)
    return Reuse(link.right_report, right, link.left_report, left, link.score, how)


def shares(reuse: Sequence[Reuse], left: str, right: str) -> bool:
    """Whether one of two reports reuses the other."""
    return any({r.report, r.source} == {left, right} for r in reuse)
