"""Quotations of a paragraph: outermost marks, over several sentences, nested, or with a mark lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.records import Span

OPEN = {"«": "»", "“": "”", "„": "“", "‘": "’"}

CLOSE = frozenset("»”")

# Where a quotation lost its closing mark, it ends before the dash that leads to the cue: `..., - сказав`.
LOST_CLOSE = re.compile(r",?\s{0,3}[-–—]\s{1,3}(?=[^\W\d_])")

MAX_QUOTES = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; ``closed`` is False where the closing mark is lost."""

    span: Span
    closed: bool = True


@lru_cache(maxsize=64)
def find_quotes(text: str, start: int, stop: int) -> tuple[Quote, ...]:
    """The outermost quotations of ``text[start:stop]``, a paragraph, in order."""
    found: list[Quote] = []
    at = start
    while at < stop and len(found) < MAX_QUOTES:
        if opens(text, at, start):
            quote = quote_from(text, at, start, stop)
            if quote is not None:
                found.append(quote)
                at = quote.span.stop
                continue
        at += 1
    return tuple(found)


def opens(text: str, at: int, start: int) -> bool:
    """Whether a quotation can open at ``at``."""
    return text[at] in OPEN or (text[at] == '"' and straight_opens(text, at, start))


def straight_opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark opens: nothing, a space or an opening mark before it and no space behind."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([«“„—–-:/") and not after.isspace()


def quote_from(text: str, at: int, start: int, stop: int) -> Quote | None:
    """The quotation that opens at ``at``; None where it never ends."""
    depth = 0
    straight = text[at] == '"'
    low = text[at] == "„"
    for here in range(at, stop):
        mark = text[here]
        if straight and mark == '"':
            depth += 1 if straight_opens(text, here, start) else -1
        elif not straight and here > at and (mark in CLOSE or (low and mark in '“"')):
            depth -= 1
        elif not straight and mark in OPEN and mark not in "‘":
            depth += 1
        if depth == 0 and here > at:
            return Quote(Span(at, here + 1))
    return unclosed(text, at, stop)


def unclosed(text: str, at: int, stop: int) -> Quote | None:
    """A quotation without its closing mark: up to the dash before the cue."""
    match = LOST_CLOSE.search(text, at + 1, stop)
    if match is None or match.start() - at < 20:
        return None
    return Quote(Span(at, match.start()), closed=False)


def quote_at(quotes: tuple[Quote, ...], at: int) -> int:
    """The number of the quotation that covers the code point ``at``; -1 for none."""
    for number, quote in enumerate(quotes):
        if quote.span.start <= at < quote.span.stop:
            return number
    return -1


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name: several words, or a mark that ends a sentence."""
    inner = span.of(text).strip('«»“”„" ')
    if inner.endswith(("!", "?", ".", ",")):
        return True
    return len(inner.split()) >= (3 if inner[:1].islower() or "," in inner else 4)
