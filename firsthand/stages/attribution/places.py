"""Spans that are looked up by place: long reports hold thousands of names and of sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from firsthand.records import Span


class Places:
    """Spans by number, found again by where they stand."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = tuple(spans)
        self.order = sorted(range(len(self.spans)), key=lambda number: self.spans[number].start)
        self.starts = [self.spans[number].start for number in self.order]
        self.longest = max((span.stop - span.start for span in self.spans), default=0)

    def over(self, span: Span) -> list[int]:
        """The numbers of those that overlap a span, in the order in which they were given."""
        if not self.starts:
            return []
        first = bisect_left(self.starts, span.start - self.longest)
        last = bisect_left(self.starts, span.stop)
        if first == last:
            return []
        return sorted(number for number in self.order[first:last] if self.spans[number].overlaps(span))

    def between(self, start: int, stop: int) -> list[int]:
        """The numbers of those that start in ``[start, stop)``, by place."""
        return self.order[bisect_left(self.starts, start) : bisect_left(self.starts, stop)]
