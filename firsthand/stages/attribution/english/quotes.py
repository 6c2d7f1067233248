"""Quotations of an English paragraph: curly, straight, angular and single marks."""

from __future__ import annotations

from firsthand.records import Span

MAX_QUOTES = 300


# A quotation in single marks reaches no further, in code points.
MAX_SINGLE = 3_000


CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def find_quotes(text: str, start: int, stop: int) -> tuple[Span, ...]:
    """The outermost quotations of a paragraph, with their marks; an opening mark that is never closed is left."""
    found: list[Span] = []
    at = start
    lost: set[str] = set()
    while at < stop and len(found) < MAX_QUOTES:
        end = closing(text, at, start, stop) if text[at] in CLOSING and text[at] not in lost else None
        if end is not None:
            found.append(Span(at, end))
            at = end
            continue
        if text[at] in CLOSING and text[at] != "‘" and opens(text, at, start):
            lost.add(text[at])  # no closing mark to the paragraph's end: no use to look again
        at += 1
    return tuple(found)


def opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at ``at`` opens: only white space or an opening bracket before it, none behind it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return text[at] in "“«„" or ((before.isspace() or before in "([—–-:,") and not after.isspace())


def closing(text: str, at: int, start: int, stop: int) -> int | None:
    """One past the mark that closes the one at ``at``; None where it does not open or is never closed."""
    if not opens(text, at, start):
        return None
    mark = CLOSING[text[at]]
    if mark != "’":
        end = text.find(mark, at + 1, stop)
        return end + 1 if end > at else None
    end = at
    for _ in range(50):  # an apostrophe looks the same: one that closes stands behind a stop or before white space
        end = text.find(mark, end + 1, min(stop, at + MAX_SINGLE))
        if end < 0:
            return None
        if text[end - 1] in ",.!?" or not (text[end + 1 : end + 2].isalpha()):
            return end + 1
    return None
