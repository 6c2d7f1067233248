"""Notes that editors or a law put into a text: in brackets, or after an asterisk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang.outlets import find_outlet
from firsthand.records import Span
from firsthand.stages.clean.page import BRACKET, HEAD_LINES, Page, marks, read_words, same

# "(the old one — from the editors)"; without the dash "editors" may be part of the news
OUTLET_SIGNED = re.compile(r"[—–-]\s?([^—–()-]{2,30})\)$")
INITIALS = re.compile(r"\s[—–-]\s?([А-ЯІЇЄҐЁA-Z]{2,4})\)$")
SIGNED = re.compile(r"[—–-]\s?(?:від\s|от\s)?(?:ред|прим|editor)", re.IGNORECASE)
# its full stop ends the sentence of the news too, and is left there
UNCLOSED = re.compile(r"\([^()\n]{3,120}[—–-]\s?(?i:прим\.\s)?(?i:ред)(?=\.\s{1,3}[А-ЯІЇЄҐЁ])")


def notes(page: Page) -> Iterator[Span]:
    """A note that an editor put in brackets into the text, also where the closing bracket is lost."""
    for m in UNCLOSED.finditer(page.text):
        yield Span(*m.span())
    for m in BRACKET.finditer(page.text):
        words = [word.fold for word in read_words(page.text, Span(*m.span()))]
        signed = SIGNED.search(m[0][-40:]) is not None or is_signed_by_outlet(m[0]) or has_initials(page, m[0])
        if signed or any(same(mark, word) for word in (words[:1] + words[-3:]) for mark in marks("editor_marks")):
            yield Span(*m.span())


def is_signed_by_outlet(bracket: str) -> bool:
    """Whether a note closes with a dash and the outlet that put it in: "(on deliveries – BNS)"."""
    note = OUTLET_SIGNED.search(bracket[-60:])
    return note is not None and len(bracket.split()) >= 4 and find_outlet(note[1]) is not None


def has_initials(page: Page, bracket: str) -> bool:
    """Whether a note closes with a dash and the initials of a name at the edges of the page, its outlet's."""
    note = INITIALS.search(bracket[-12:])
    if note is None or len(bracket.split()) < 4:
        return False
    edges = (*page.words[:HEAD_LINES], *page.words[HEAD_LINES:][-HEAD_LINES:])
    names = ("".join(word.fold[0] for word in words) for words in edges if 2 <= len(words) <= 5)
    return note[1].casefold() in names


def bracketed_labels(page: Page) -> Iterator[Span]:
    """A mandated label in brackets: at least two of the words of a ban or a register."""
    for m in BRACKET.finditer(page.text):
        words = [word.fold for word in read_words(page.text, Span(*m.span()))]
        hits = sum(any(same(mark, word) for mark in marks("label_marks")) for word in words)
        if hits >= 2 and len(words) <= 25:
            yield Span(*m.span())


def labels(page: Page) -> Iterator[Span]:
    """A mandated label: a sentence that opens with an asterisk and names a register or a ban."""
    for sentences in page.sentences:
        for sentence in sentences:
            if page.text[sentence.start] == "*" and has_mark(page, sentence, "label_marks"):
                yield sentence


def has_mark(page: Page, span: Span, name: str) -> bool:
    """Whether one of the words of a list stands in the span."""
    return any(same(mark, word.fold) for word in read_words(page.text, span) for mark in marks(name))
