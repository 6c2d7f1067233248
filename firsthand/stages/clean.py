"""What on the page is no news text: menus, teasers, credits, calls to subscribe, comments, labels, notes.

Rules come in two sorts: phrases, which are data (``lang/data/<code>/junk.toml``, all languages at once, since the
debris of a page often speaks another language than its article), and shapes, which are the functions in ``SHAPES``.
News text marked as debris is lost for all that follows, so a rule that is not sure leaves the text alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from firsthand.lang import LANGUAGES, load
from firsthand.records import Region, Report, Span

KINDS = ("menu", "teaser", "caption", "credit", "promo", "comments", "label", "editor-note", "duplicate-headline")
WHERE = ("line", "line-start", "sentence", "sentence-start", "anywhere")
REACH = ("phrase", "sentence", "line", "headline", "rest")

WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
LINE = re.compile(r"[^\n]+")
# bounded on both sides: a page of 100,000 dots must not be tried from every dot to the end
STOP = re.compile(r"[.!?…]{1,5}[\"»”)\]]{0,3}(?=\s{1,4}[\"«„“(\[]?[^\W_a-zа-яіїєґё]|\s{1,4}[*|—–-]|[А-ЯІЇЄҐЁ*])")
GAP = ".."
GAP_WORDS = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the page, folded for comparison."""

    start: int
    stop: int
    fold: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its lines (blank ones left out), the sentences of each line, and the words of each sentence."""

    text: str
    lines: tuple[Span, ...]
    sentences: tuple[tuple[Span, ...], ...]
    words: tuple[tuple[Word, ...], ...]

    def line(self, index: int) -> str:
        """The text of a line."""
        return self.lines[index].of(self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that betray debris, where they have to stand, and how far the debris reaches from them."""

    words: tuple[str, ...]
    kind: str
    where: str
    reach: str
    name: str


def find_regions(report: Report, learnt: frozenset[str] = frozenset()) -> tuple[Region, ...]:
    """The parts of the report's page that are no news text, in order, without overlap.

    ``learnt`` holds lines of the report's outlet as ``learn_repeated`` gives them.
    """
    page = read_page(report.text)
    found = [*shaped(page), *phrased(page), *repeated(page, learnt)]
    return settle(page, found)


def read_page(text: str) -> Page:
    """Split a text into lines, sentences and words, by code points."""
    lines = tuple(span for span in (strip(text, *m.span()) for m in LINE.finditer(text)) if span.start < span.stop)
    sentences = tuple(tuple(split_sentences(text, line)) for line in lines)
    words = tuple(tuple(read_words(text, line)) for line in lines)
    return Page(text, lines, sentences, words)


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
        if not is_abbreviation(text, start, mark.start()):
            yield strip(text, start, mark.end())
            start = mark.end()
    if start < line.stop:
        yield strip(text, start, line.stop)


def is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Whether the word before a full stop is an initial or a known short form, so that the sentence goes on."""
    tail = re.search(r"\w{1,12}$", text[max(start, stop - 12) : stop])
    if text[stop] != "." or tail is None:
        return False
    return (len(tail[0]) == 1 and tail[0].isupper()) or tail[0].casefold() in abbreviations()


def read_words(text: str, line: Span) -> Iterator[Word]:
    """The words of a line, folded, apostrophes alike."""
    for m in WORD.finditer(text, line.start, line.stop):
        yield Word(m.start(), m.end(), m[0].casefold().replace("’", "'").replace("ʼ", "'"))


# --- phrases


@cache
def abbreviations() -> frozenset[str]:
    """Short forms after which a sentence goes on."""
    return frozenset(word for code in LANGUAGES for word in load(code).table("junk")["abbreviations"])


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """All phrases of all languages by the first letters of their first word."""
    index: dict[str, list[Phrase]] = defaultdict(list)
    for code in LANGUAGES:
        for group in load(code).table("junk")["group"]:
            for text in group["phrases"]:
                index[key_of(text)].append(make_phrase(code, group, text))
    return {key: tuple(sorted(found, key=lambda p: -len(p.words))) for key, found in index.items()}


def make_phrase(code: str, group: Mapping[str, str], text: str) -> Phrase:
    """A phrase of a group of ``junk.toml``."""
    name = f"{code}/{group['name']}"
    return Phrase(tuple(text.split()), group["kind"], group["where"], group["reach"], name)


def key_of(text: str) -> str:
    """The index key of a phrase or word: its first three letters at most."""
    return text.split()[0].rstrip("*")[:3]


def phrased(page: Page) -> Iterator[Region]:
    """Every phrase that stands where its group wants it."""
    for index, words in enumerate(page.words):
        for at in range(len(words)):
            yield from phrases_at(page, index, at)


def phrases_at(page: Page, index: int, at: int) -> Iterator[Region]:
    """The phrases that begin at a word of a line."""
    words = page.words[index]
    for length in (3, 2, 1):
        for phrase in phrases().get(words[at].fold[:length], ()) if len(words[at].fold) >= length else ():
            end = match(phrase.words, words, at)
            if end and stands(page, index, phrase, words[at].start, words[end - 1].stop):
                yield Region(reach(page, index, phrase, words[at].start, words[end - 1].stop), phrase.kind, phrase.name)


def match(pattern: tuple[str, ...], words: tuple[Word, ...], at: int) -> int:
    """The index after the last word matched from ``at`` on, 0 if none; ``*`` is any ending, ``..`` up to six words."""
    for step, part in enumerate(pattern):
        if part == GAP:
            ends = (match(pattern[step + 1 :], words, at + skip) for skip in range(GAP_WORDS + 1))
            return next((end for end in ends if end), 0)
        if at >= len(words) or not same(part, words[at].fold):
            return 0
        at += 1
    return at


def same(part: str, fold: str) -> bool:
    """Whether a word fits a part of a phrase."""
    return fold.startswith(part[:-1]) if part[-1] == "*" else fold == part


def stands(page: Page, index: int, phrase: Phrase, start: int, stop: int) -> bool:
    """Whether the phrase stands where its group wants it, and within one sentence."""
    line, sentence = page.lines[index], sentence_at(page, index, start)
    unit = line if phrase.where.startswith("line") else sentence
    if phrase.where == "anywhere":
        return stop <= sentence.stop
    opens = not has_letters(page.text[unit.start : start])
    closes = not has_letters(page.text[stop : unit.stop])
    return opens and (closes or phrase.where.endswith("start"))


def has_letters(text: str) -> bool:
    """Whether there is a letter or digit in the text."""
    return any(char.isalnum() for char in text)


def sentence_at(page: Page, index: int, at: int) -> Span:
    """The sentence of a line in which a place lies."""
    return next((s for s in page.sentences[index] if s.start <= at < s.stop), page.lines[index])


def reach(page: Page, index: int, phrase: Phrase, start: int, stop: int) -> Span:
    """How far the debris goes from a phrase."""
    sentence, line = sentence_at(page, index, start), page.lines[index]
    if phrase.reach == "phrase":
        return Span(start, sentence.stop)
    if phrase.reach == "sentence":
        return sentence
    if phrase.reach == "line":
        return line
    if phrase.reach == "rest":
        return Span(start, page.lines[-1].stop)
    return with_headline(page, index, sentence, stop)


def with_headline(page: Page, index: int, sentence: Span, stop: int) -> Span:
    """The call "read also" with the headline it points to, which may be the next line."""
    line = page.lines[index]
    if has_letters(page.text[stop : line.stop]) or index + 1 >= len(page.lines):
        return Span(sentence.start, max(sentence.stop, stop))
    following = page.lines[index + 1]
    if following.stop - following.start > HEADLINE_LENGTH or page.text[following.stop - 1] in ".;":
        return sentence
    return Span(sentence.start, following.stop)


HEADLINE_LENGTH = 160


# --- shapes

PRICE = re.compile(r"[$€₴₽£]\s?\d{1,6}[.,]\d{1,4}|\d{1,6}[.,]\d{1,4}\s?[$€₴₽£]")
DEGREES = re.compile(r"(?<!\w)[+−-]\d{1,2}(?:\s?°\s?[CС]?)?(?!\w)")
NOTE = re.compile(r"\([^()\n]{0,400}\)")
AGENCY = re.compile(r"[/|©]\s{0,3}(?:(?i:фото|photo)\s{0,2}:?\s{0,2})?[\w.\s'’«»\"-]{2,40}$")
COMMENT = re.compile(r"\d{1,2}\s+[^\W\d]{3,9}\s+20\d\d,?\s+\d{1,2}:\d\d\.?\s")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-zа-яіїє]{2,6}", re.IGNORECASE)
NUMBERS = re.compile(r"[\d\s.,:+|/()-]{1,20}")


def shaped(page: Page) -> Iterator[Region]:
    """What the rules of shape find."""
    for rule, kind, find in SHAPES:
        for span in find(page):
            yield Region(span, kind, rule)


def doubled_headline(page: Page) -> Iterator[Span]:
    """A copy of an early line that opens one of the lines after it, alone, with a caption or before the lead."""
    heads = [[word.fold for word in words] for words in page.words[:12]]
    for index, head in enumerate(heads[:6]):
        for later in range(index + 1, min(len(heads), index + 6)):
            if len(head) >= 4 and heads[later][: len(head)] == head:
                yield copy_of_headline(page, later, page.words[later][len(head) - 1].stop)
                return


def copy_of_headline(page: Page, index: int, stop: int) -> Span:
    """The copy with its closing mark; with the rest of the line if that is a caption and no sentence."""
    line = page.lines[index]
    rest = page.text[stop : line.stop]
    if len(rest) <= 80 and not re.search(r"[.!?…]\W{0,3}$", rest[3:]):
        return line
    closing = re.match(r"[\"»”)]{0,2}[.!?…]{0,3}", rest)
    return Span(line.start, stop + (closing.end() if closing else 0))


def prices(page: Page) -> Iterator[Span]:
    """A line of exchange rates or of the weather."""
    for line, words in zip(page.lines, page.words, strict=True):
        text = line.of(page.text)
        letters = sum(len(word.fold) for word in words if not word.fold.isdigit())
        if len(text) < 60 and letters < 20 and (PRICE.search(text) or DEGREES.search(text)):
            yield line


def counters(page: Page) -> Iterator[Span]:
    """A line of nothing but numbers: views, comments, shares."""
    for line in page.lines:
        text = line.of(page.text)
        if len(text) <= 12 and NUMBERS.fullmatch(text) and any(char.isdigit() for char in text):
            yield line


def tags(page: Page) -> Iterator[Span]:
    """Keywords at the end of the page: a line of short items between commas and no sentence."""
    for line in page.lines[1:][-4:]:
        text = line.of(page.text)
        items = [item.strip() for item in text.split(",")]
        if len(items) >= 4 and text[-1] not in ".!?…" and all(len(item.split()) <= 7 for item in items):
            small = sum(not item[:1].isupper() for item in items)
            if small >= 0.6 * len(items):
                yield line


def notes(page: Page) -> Iterator[Span]:
    """A note that an editor put in brackets into the text."""
    for m in NOTE.finditer(page.text):
        words = [word.fold for word in read_words(page.text, Span(*m.span()))]
        if any(same(mark, word) for word in (words[:1] + words[-2:]) for mark in marks("editor_marks")):
            yield Span(*m.span())


def captions(page: Page) -> Iterator[Span]:
    """A line under a picture that ends with its source: "/ Reuters"."""
    for index, line in enumerate(page.lines):
        text = line.of(page.text)
        if index and len(text) < 300 and AGENCY.search(text[-60:]):
            yield line


def lone_domain(page: Page) -> Iterator[Span]:
    """A line that is nothing but a web address."""
    for index, line in enumerate(page.lines):
        if index and len(line.of(page.text)) < 60 and DOMAIN.fullmatch(line.of(page.text)):
            yield line


def comments(page: Page) -> Iterator[Span]:
    """A reader's comment: it opens with its date and time, after the news."""
    for line in page.lines[1:]:
        if COMMENT.match(line.of(page.text)[:40]):
            yield line


def labels(page: Page) -> Iterator[Span]:
    """A mandated label: a sentence that opens with an asterisk and names a register or a ban."""
    for sentences in page.sentences:
        for sentence in sentences:
            if page.text[sentence.start] == "*" and has_mark(page, sentence, "label_marks"):
                yield sentence


def has_mark(page: Page, span: Span, name: str) -> bool:
    """Whether one of the words of a list stands in the span."""
    return any(same(mark, word.fold) for word in read_words(page.text, span) for mark in marks(name))


@cache
def marks(name: str) -> tuple[str, ...]:
    """A word list of ``junk.toml``, of all languages."""
    return tuple(sorted({word for code in LANGUAGES for word in load(code).table("junk")[name]}))


SHAPES: tuple[tuple[str, str, Callable[[Page], Iterator[Span]]], ...] = (
    ("doubled-headline", "duplicate-headline", doubled_headline),
    ("prices", "menu", prices),
    ("counters", "menu", counters),
    ("tags", "menu", tags),
    ("notes", "editor-note", notes),
    ("captions", "caption", captions),
    ("lone-domain", "credit", lone_domain),
    ("comments", "comments", comments),
    ("labels", "label", labels),
)


# --- lines learnt from an outlet's other reports


def repeated(page: Page, learnt: frozenset[str]) -> Iterator[Region]:
    """Lines that the outlet prints again and again."""
    for line in page.lines if learnt else ():
        if line_key(line.of(page.text)) in learnt:
            yield Region(line, "menu", "repeated-line")


def line_key(line: str) -> str:
    """A line as compared across reports: folded, every number alike."""
    return re.sub(r"\d+", "0", " ".join(line.casefold().split()))[:300]


def learn_repeated(reports: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Per outlet, the lines that its pages repeat, from pairs of outlet and text.

    An outlet needs at least five reports; those with the same first line count once, as versions of one article.
    """
    by_outlet: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for outlet, text in reports:
        keys = [line_key(line) for line in text.split("\n") if line.strip()]
        if keys:
            by_outlet[outlet].setdefault(keys[0], set()).update(edge_lines(keys))
    return {outlet: common_lines(list(pages.values())) for outlet, pages in by_outlet.items() if len(pages) >= 5}


def edge_lines(keys: list[str]) -> list[str]:
    """The lines at the head and foot of a page, where repeated ones are debris and not the headings of an article."""
    return keys[:6] + keys[6:][-10:]


def common_lines(pages: list[set[str]]) -> frozenset[str]:
    """Lines on at least three pages, and on one in fifty, that don't read as news."""
    counts = Counter(key for page in pages for key in page)
    enough = max(3, len(pages) // 50)
    return frozenset(key for key, count in counts.items() if count >= enough and not reads_as_news(key))


def reads_as_news(key: str) -> bool:
    """A whole sentence: background that an outlet adds to many reports is news all the same."""
    return len(key.split()) >= 8 and key[-1] in '.!?…»"'


# --- outcome


def settle(page: Page, found: Iterable[Region]) -> tuple[Region, ...]:
    """The regions in order, each cut where the one before ends; what is left of a region is kept."""
    settled: list[Region] = []
    for region in sorted(found, key=lambda r: (r.span.start, -r.span.stop)):
        start = max(region.span.start, settled[-1].span.stop) if settled else region.span.start
        if start < region.span.stop:
            span = strip(page.text, start, region.span.stop)
            if has_letters(span.of(page.text)):
                settled.append(Region(span, region.kind, region.rule))
    return tuple(settled)
