"""Quotations of a paragraph: outermost marks, over several sentences, nested, or with a mark lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from firsthand.records import Span
from firsthand.stages.segment import INVISIBLE

OPEN = frozenset("«“„")
CLOSE = frozenset("»”")
# Where a quotation lost its closing mark, it ends before the dash that leads to the cue: `..., - сказав`.
LOST_CLOSE = re.compile(r",?\s{0,3}[-–—]\s{1,3}(?=[^\W\d_])")
# Who speaks, put into a quotation without marks of its own: "«Ні, – відповів мер. – Грошей немає»".
INSERTED = re.compile(
    r"(?<=[,!?…])\s{0,2}[–—-]\s(?=[^\W\d_A-ZА-ЯІЇЄҐЁ])(?:[^«»“”„\"\n.!?:;]|«[^«»\n]{2,60}»){3,160}"
    r"\.\s[–—-]\s(?=[^\W\d_a-zа-яіїєґё])"
)
# The same in one sentence: "«Ні, – відповів мер, – грошей немає»"; a verb of saying has to lead it.
TOLD_WITHIN = re.compile(
    r"(?<=[,!?…])\s{0,2}[–—-]\s(?=[^\W\d_A-ZА-ЯІЇЄҐЁ])((?:[^«»“”„\"\n.!?:;–—]|«[^«»\n]{2,60}»){3,160}?)"
    r",\s{0,2}[–—-]\s(?=[^\W_])"
)
# What follows a mark that closes a sentence's last quotation.
ENDS = re.compile(r"\s{0,2}(?:[.!?…]|,\s{0,2}[-–—]\s|$)")
MARK = re.compile(r"[«“„»”\"]")
# Who speaks, behind a quotation: `", – сказав мер`.
TAG = re.compile(r"\s{0,2},\s{0,2}[-–—]\s{1,2}(?=[а-яіїєґёa-z])")
# Within a paragraph another quotation opens a sentence.
REOPENED = re.compile(r"[.!?…][»”\"]?\s{1,3}[«“„\"]")
# A quotation of more than this, or a paragraph with more of them or of marks that nothing closes, is no text.
MAX_QUOTES = 400
MAX_LOST = 50
MAX_LENGTH = 20_000
LEAST_LOST = 20
LONGEST_UNOPENED = 700
# How many words, with the verb of saying, may open what is put into a quotation: "у вівторок сказав".
TELLER_REACH = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; ``closed`` is False where the closing mark is lost."""

    span: Span
    closed: bool = True


@lru_cache(maxsize=64)
def find_quotes(text: str, start: int, stop: int) -> tuple[Quote, ...]:
    """The outermost quotations of ``text[start:stop]``, a paragraph, in order."""
    found: list[Quote] = []
    at, lost = start, 0
    for mark in MARK.finditer(text, start, stop):
        if mark.start() < at:
            continue
        if not opens(text, mark.start(), start):
            if not found and closes_unopened(text, mark.start(), start, stop):
                found.append(Quote(Span(start, mark.end())))
                at = mark.end()
            continue
        if len(found) >= MAX_QUOTES or lost >= MAX_LOST:
            break
        quote = quote_from(text, mark.start(), start, min(stop, mark.start() + MAX_LENGTH))
        if quote is None:
            lost += 1
        else:
            if text[quote.span.start - 1 : quote.span.start] == "\\":
                quote = Quote(Span(quote.span.start - 1, quote.span.stop), quote.closed)  # `\"` of a page's script
            found += around_insertion(text, quote)
            at = quote.span.stop
    return tuple(found)


def closes_unopened(text: str, at: int, start: int, stop: int) -> bool:
    """``Маємо руйнування. Люди цілі", – каже мер``: the mark closes what its paragraph says from the start."""
    told = 0 < at - start <= LONGEST_UNOPENED and not text[at - 1].isspace() and TAG.match(text, at + 1, stop)
    return bool(told) and text[start].isupper() and TAG.search(text, start, at) is None


def around_insertion(text: str, quote: Quote) -> tuple[Quote, ...]:
    """A quotation, in two where its speaker is put in between."""
    inserted = INSERTED.search(text, quote.span.start, quote.span.stop) if quote.closed else None
    if inserted is None:
        return (quote,)
    return halves(text, quote, inserted)


def halves(text: str, quote: Quote, inserted: re.Match[str]) -> tuple[Quote, Quote]:
    """The two parts of a quotation, without the comma before who speaks."""
    first = inserted.start() - (text[inserted.start() - 1] == ",")
    return Quote(Span(quote.span.start, first), closed=False), Quote(Span(inserted.end(), quote.span.stop))


def around_teller(text: str, quote: Quote, is_cue: Callable[[str], bool]) -> tuple[Quote, ...]:
    """``«Ні, – відповів мер, – грошей немає»``: a quotation in two where a verb of saying opens what is put in."""
    within = (
        m for m in TOLD_WITHIN.finditer(text, quote.span.start, quote.span.stop) if opens_with_cue(m.group(1), is_cue)
    )
    inserted = next(within, None) if quote.closed else None
    return (quote,) if inserted is None else halves(text, quote, inserted)


def opens_with_cue(told: str, is_cue: Callable[[str], bool]) -> bool:
    """Whether one of the first words says that somebody speaks."""
    return any(is_cue(word) for word in told.split()[:TELLER_REACH])


def opens(text: str, at: int, start: int) -> bool:
    """Whether a quotation can open at ``at``."""
    return text[at] in OPEN or (text[at] in '"”' and straight_opens(text, at, start))


def opens_after(text: str, at: int) -> bool:
    """Whether a mark that opens in one script and closes in another stands where it opens (``“так“``)."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([«“„—–-:/"


def straight_opens(text: str, at: int, start: int) -> bool:
    """Whether a straight mark opens: nothing, a space or an opening mark before it and no space behind."""
    before = next((mark for mark in reversed(text[max(start, at - 3) : at]) if mark not in INVISIBLE), " ")
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([«“„—–-:/\\") and not after.isspace() and after not in ",.;:!?)"


def quote_from(text: str, at: int, start: int, stop: int) -> Quote | None:
    """The quotation that opens at ``at``; None where it never ends."""
    depth = 1
    shared = None
    for match in MARK.finditer(text, at + 1, stop):
        here, mark = match.start(), match.group()
        if text[at] == '"':
            depth += 0 if mark != '"' else 1 if straight_opens(text, here, start) else -1
        elif mark in CLOSE or (text[at] == "„" and mark in '“"') or (mark == "“" and not opens_after(text, here)):
            depth -= 1
        elif mark in OPEN:
            depth += 1
        if depth == 0:
            return Quote(Span(at, here + 1))
        tagged = depth == 1 and text[at] == '"' and at == start and TAG.match(text, here + 1, stop)
        if tagged and REOPENED.search(text, at + 1, here) is None:
            return Quote(Span(at, here + 1))  # `"... "Зоря". Далі ... "Маяк", – сказав`: told from the start
        if depth == 1 and shared is None and text[at] == '"' and ENDS.match(text, here + 1, stop):
            shared = here + 1
    lost = unclosed(text, at, stop)
    if shared is None or (lost is not None and lost.span.stop < shared):
        return lost
    return Quote(Span(at, shared))  # "... стане "хибним шляхом". Далі ...": one mark closes both


def unclosed(text: str, at: int, stop: int) -> Quote | None:
    """A quotation without its closing mark: up to the dash before the cue."""
    match = LOST_CLOSE.search(text, at + 1, stop)
    if match is None or match.start() - at < LEAST_LOST:
        return None
    return Quote(Span(at, match.start()), closed=False)


def quote_at(quotes: tuple[Quote, ...], at: int) -> int:
    """The number of the quotation that covers the code point ``at``; -1 for none."""
    number = bisect_right(quotes, at, key=lambda quote: quote.span.start) - 1
    return number if number >= 0 and at < quotes[number].span.stop else -1


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name: several words, or a mark that ends a sentence."""
    inner = span.of(text).strip('«»“”„" ')
    if inner.endswith(("!", "?", ".", ",", "…")):
        return True
    words = [word for word in inner.split() if any(map(str.isalpha, word))]
    return len(words) >= (3 if inner[:1].islower() or "," in inner else 4)
