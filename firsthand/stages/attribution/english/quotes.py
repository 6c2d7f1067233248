"""Quotations of an English paragraph: curly, straight, angular and single marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.records import Span

Spans = tuple[Span, ...]

MAX_QUOTES = 300


# A quotation in single marks reaches no further, in code points.
MAX_SINGLE = 3_000


CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def find_quotes(text: str, start: int, stop: int, open_ended: bool = False) -> tuple[Span, ...]:
    """The outermost quotations of a paragraph, with their marks.

    An opening mark that is never closed is left, unless ``open_ended``: then the quotation goes on in the next
    paragraph, and this part of it reaches to the end.
    """
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
            if open_ended and text[at] in '“"«':
                return (*found, Span(at, stop))
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
    if mark == "”":
        return curly(text, at, stop)
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


def curly(text: str, at: int, stop: int) -> int | None:
    """One past the mark that closes a curly one, which may be straight where keyboards were mixed: ``“Go now."``."""
    end = text.find("”", at + 1, stop)
    again = text.find("“", at + 1, stop)
    if 0 <= end < again or (again < 0 <= end):
        return end + 1
    straight = text.find('"', at + 1, again if again >= 0 else stop)
    if straight > 0 and text[straight - 1] in ",.!?…":
        return straight + 1
    return end + 1 if end >= 0 else None


def quotes_of(text: str, paragraphs: Sequence[Span]) -> list[Spans]:
    """The quotations of each paragraph; one that is left open goes on where the next paragraph opens one too."""
    quoted = [text[p.start] in '“"«' for p in paragraphs]
    return [find_quotes(text, p.start, p.stop, any(quoted[i + 1 : i + 2])) for i, p in enumerate(paragraphs)]


def joined_quotes(
    text: str, paragraphs: Sequence[Span], quotes: Sequence[Spans]
) -> tuple[Mapping[int, Spans], Mapping[int, Spans]]:
    """What a quotation over several paragraphs has before its last part and behind its first.

    The first mapping is by the code point at which a part starts, the second by the one at which it stops.
    """
    whole = [bool(q) and q[0] == p for p, q in zip(paragraphs, quotes, strict=True)]
    ajar = [
        bool(q) and q[-1].stop == p.stop and text[p.stop - 1] not in '”"»'
        for p, q in zip(paragraphs, quotes, strict=True)
    ]
    before: dict[int, Spans] = {}
    behind: dict[int, Spans] = {}
    for at in range(1, len(paragraphs)):
        if ajar[at - 1] and whole[at - 1] and quotes[at]:
            last = paragraphs[at - 1]
            before[quotes[at][0].start] = (*before.get(last.start, ()), last)
    for at in range(len(paragraphs) - 2, -1, -1):
        if ajar[at] and whole[at + 1]:
            following = paragraphs[at + 1]
            behind[paragraphs[at].stop] = (following, *behind.get(following.stop, ()))
    return before, behind
