"""Quotations that run over several paragraphs: opened in one, closed in one below."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.records import Span
from firsthand.stages.attribution.quotes import CLOSE, MARK, OPEN, opens

# How many paragraphs one quotation may cover, and how many marks a paragraph has before it is no text.
PARAGRAPHS = 4
MAX_MARKS = 40


def quotations_across(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """Quotations over more than one paragraph by the numbers of the paragraphs in which they open and close."""
    found: dict[int, Span] = {}
    start = number = -1
    for at, paragraph in enumerate(paragraphs):
        closed, opened = loose_marks(text, paragraph)
        if start >= 0 and closed is not None and at - number < PARAGRAPHS and text[closed] in partners(text[start]):
            found[number] = found[at] = Span(start, closed + 1)
        if closed is not None or opened is not None or at - number >= PARAGRAPHS:
            start, number = (-1 if opened is None else opened), at
    return found


def partners(mark: str) -> frozenset[str]:
    """The marks that close what a mark opens."""
    return frozenset(mark) if mark not in OPEN else CLOSE


def loose_marks(text: str, paragraph: Span) -> tuple[int | None, int | None]:
    """The first mark of a paragraph that closes nothing in it, and the only one that nothing in it closes."""
    closed: int | None = None
    waiting: list[int] = []
    marks = list(MARK.finditer(text, paragraph.start, paragraph.stop))
    for mark in marks if len(marks) <= MAX_MARKS else ():
        if opens(text, mark.start(), paragraph.start):
            waiting.append(mark.start())
        elif waiting:
            waiting.pop()
        elif closed is None:
            closed = mark.start()
    lead = waiting[0] if len(waiting) == 1 else None
    return closed, lead if lead is not None and leads(text, lead, paragraph.start) else None


def leads(text: str, at: int, start: int) -> bool:
    """Whether a mark opens its paragraph, or stands behind a colon or the end of a sentence."""
    before = text[start:at].rstrip()
    return not before or before.endswith((":", ".", "!", "?", "…"))
