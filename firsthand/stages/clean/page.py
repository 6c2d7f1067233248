"""A page as the rules of cleaning see it: its lines, their sentences, their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.lang import LANGUAGES, load
from firsthand.names.words import mended
from firsthand.records import Span

WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
# "такожУкраїна" is two words whose space is lost, and so is "15:13Фото"
GLUED = re.compile(r"(?<=[а-яіїєґё][а-яіїєґё])(?=[А-ЯІЇЄҐЁ](?![А-ЯІЇЄҐЁ]))|(?<=^\d\d)(?=[А-ЯІЇЄҐЁ][а-яіїєґё]{2})")
LINE = re.compile(r"[^\n]+")
# bounded on both sides: a page of 100,000 dots must not be tried from every dot to the end
STOP = re.compile(
    r"[.!?…]{1,5}[\"»”)\]]{0,3}(?=\s{1,4}[\"«„“(\[]?[^\W_a-zа-яіїєґё]|\s{1,4}[*|©—–-]|[А-ЯІЇЄҐЁ*]|\s{0,4}&)"
)
# a line that is only a number or two, a clock time, a stretch in brackets; the lines at the head of a page
NUMBERS = re.compile(r"[\d\s,+|()-]{1,20}")
CLOCK = re.compile(r"\d{1,2}:\d\d")
BRACKET = re.compile(r"\([^()\n]{0,400}\)")
HEAD_LINES = 6
LETTER = re.compile(r"[^\W_]")


class Word(NamedTuple):
    """A word of the page, folded for comparison."""

    start: int
    stop: int
    fold: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its lines (blank ones left out), and of each line its text, its sentences, words and stems."""

    text: str
    language: str
    lines: tuple[Span, ...]
    texts: tuple[str, ...]
    sentences: tuple[tuple[Span, ...], ...]
    words: tuple[tuple[Word, ...], ...]
    stems: tuple[frozenset[str], ...]

    def line(self, index: int) -> str:
        """The text of a line."""
        return self.texts[index]


def read_page(text: str, language: str) -> Page:
    """Split a text into lines, sentences and words, by code points."""
    lines = tuple(span for span in (strip(text, *m.span()) for m in LINE.finditer(text)) if span.start < span.stop)
    sentences = tuple(tuple(split_sentences(text, line)) for line in lines)
    words = tuple(tuple(read_words(text, line)) for line in lines)
    texts = tuple(line.of(text) for line in lines)
    return Page(text, language, lines, texts, sentences, words, tuple(stems(found) for found in words))


def stems(words: tuple[Word, ...]) -> frozenset[str]:
    """The first five letters of the longer words."""
    return frozenset(word.fold[:5] for word in words if len(word.fold) >= 5)


def strip(text: str, start: int, stop: int) -> Span:
    """The stretch without white space and invisible marks at its ends."""
    while start < stop and is_blank(text[start]):
        start += 1
    while stop > start and is_blank(text[stop - 1]):
        stop -= 1
    return Span(start, stop)


def is_blank(char: str) -> bool:
    """White space, or a mark of no width (zero-width space, joiners, direction marks, byte order mark)."""
    return char.isspace() or char in "\u200b\u200c\u200d\u200e\u200f\ufeff"


def split_sentences(text: str, line: Span) -> Iterator[Span]:
    """The sentences of a line, roughly: a full stop before a capital, also where the space between is lost."""
    start = line.start
    for mark in STOP.finditer(text, line.start, line.stop):
        if not is_abbreviation(text, start, mark.start()) and not is_title(text, start, mark.end(), line.stop):
            yield strip(text, start, mark.end())
            start = mark.end()
    if start < line.stop:
        yield strip(text, start, line.stop)


def is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the word before a full stop is an initial or a known short form, so that the sentence goes on."""
    tail = re.search(r"\w{1,12}$", text[max(start, stop - 12) : stop])
    if text[stop] != "." or tail is None:
        return False
    return (len(tail[0]) == 1 and tail[0].isupper()) or tail[0].casefold() in marks("abbreviations")


def is_title(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a full stop stands within a short quoted name ("УП. Кляті питання") and ends nothing."""
    start = max(start, stop - 300)
    opened = text.rfind('"', max(start, stop - 30), stop)
    if opened < 0 or text.count('"', start, stop) % 2 == 0:
        return False
    return '"' in text[stop : min(end, stop + 30)]


def read_words(text: str, line: Span) -> Iterator[Word]:
    """The words of a line, folded, apostrophes alike, and each in one script ("видiлiть" is typed with a Latin i)."""
    for m in WORD.finditer(text, line.start, line.stop):
        at, found = m.start(), parts(m[0])
        if len(found) == 1:
            yield Word(at, m.end(), found[0].fold)
            continue
        for part in found:
            yield Word(at + part.start, at + part.stop, part.fold)


@lru_cache(maxsize=50_000)
def parts(word: str) -> tuple[Word, ...]:
    """The words of one that may have lost the spaces between them, by their places in it."""
    found: list[Word] = []
    for part in GLUED.split(word):
        at = found[-1].stop if found else 0
        found.append(Word(at, at + len(part), folded(part)))
    return tuple(found)


def folded(part: str) -> str:
    """A word as it is compared: in one case, with one apostrophe, in one script."""
    return mended(part).casefold().replace("’", "'").replace("ʼ", "'")


def has_letters(text: str, start: int, stop: int) -> bool:
    """Whether there is a letter or digit in a stretch of the text."""
    return LETTER.search(text, start, stop) is not None


def sentence_at(page: Page, index: int, at: int) -> Span:
    """The sentence of a line in which a place lies; the line if none does."""
    sentences = page.sentences[index]
    found = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    return sentences[found] if found >= 0 and at < sentences[found].stop else page.lines[index]


def same(part: str, fold: str) -> bool:
    """Whether a folded word fits a part of a phrase or word list, in which a last ``*`` is any ending."""
    return fold.startswith(part[:-1]) if part[-1] == "*" else fold == part


@cache
def marks(name: str) -> tuple[str, ...]:
    """A word list of ``junk.toml``, of all languages."""
    return tuple(sorted({word for code in LANGUAGES for word in load(code).table("junk").get(name, ())}))
