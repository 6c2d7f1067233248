"""Debris known by its shape: a doubled headline, prices, counters, tags, notes in brackets, captions, comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.records import Region, Span
from firsthand.stages.clean.learnt import line_key
from firsthand.stages.clean.page import LETTER, Page, Word, marks, read_words, same, sentence_at
from firsthand.stages.clean.reach import Place, whole_foot

PRICE = re.compile(r"[$€₴₽£]\s?\d{1,6}[.,]\d{1,4}|\d{1,6}[.,]\d{1,4}\s?[$€₴₽£]")
DEGREES = re.compile(r"(?<!\w)[+−-]\d{1,2}(?:\s?°\s?[CС]?)?(?!\w)")
# "(the old one — from the editors)"; without the dash "editors" may be part of the news
SIGNED = re.compile(r"[—–-]\s?(?:від\s|от\s)?(?:ред|прим|editor)", re.IGNORECASE)
# its full stop ends the sentence of the news too, and is left there
UNCLOSED = re.compile(r"\([^()\n]{3,120}[—–-]\s?(?i:прим\.\s)?(?i:ред)(?=\.\s{1,3}[А-ЯІЇЄҐЁ])")
BRACKET = re.compile(r"\([^()\n]{0,400}\)")
AGENCY = re.compile(
    r"\s[/|©]\s{0,3}(?:(?i:фото|photo|иллюстрация|ілюстрація|скриншот|скріншот)\s{0,2}:?\s{0,2})?"
    r"(?:[A-ZА-ЯІЇЄҐ@][\w.'’-]{1,30}|[\w-]{1,20}\.[a-z]{2,6})(?:[\s/]{1,3}[A-ZА-ЯІЇЄҐ][\w.'’-]{1,30}){0,4}$"
    r"|(?i:фото|photo)\s{0,2}:?\s[\w-]{1,30}(?:/[\w\s-]{1,30}){1,3}\.?$"
)
COMMENT = re.compile(r"\d{1,2}\s[^\W\d]{3,9}\s20\d\d,?\s\d{1,2}:\d\d\.?\s+(?=\D)")
# a reader's name and when the comment was sent, under or above the comment: "Гость, 5 мая 2020 10:12"
SIGNATURE = re.compile(r"(\w[\w.-]{1,24}(?:\s[\w.-]{1,24})?),?\s\d{1,2}\s[^\W\d]{3,9}\s20\d\d,?\s(?:\w\s)?\d{1,2}:\d\d")
LISTED = re.compile(r"\d{1,2}\.\d\d(?:\.(?:20)?\d\d)?,?\s\d{1,2}:\d\d\s[^\W_a-zа-яіїєґё]")
LINKED = re.compile(r"[^,]\s(?:\(\d\d?\.\d\d\.20\d\d\)|\d\d?\.\d\d\.20\d\d)$")
MORE = re.compile(r"[.!?…»\"]\s{1,3}([a-zа-яіїєґё]{3,20}(?:\s[a-zа-яіїєґё]{3,20})?)[\s.…>»]{0,4}$")
DATED = re.compile(
    r"(?:[\d.:/,|-]{4,10}\s{1,2}){1,2}(\d{1,6}(?:\s\d{1,6})?)|\d{1,2}\s\w{3,9}\s\d{4},\s\d\d:\d\d\s(\d{1,6})"
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|(?i:copyright))\s{0,2}(?:[^.\n]{0,60}\b(?:19|20)\d\d|ООО|ТОВ|ЗАО|ПАТ|[Ии]нформ)")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.[a-zа-яіїє]{2,6}", re.IGNORECASE)
NUMBERS = re.compile(r"[\d\s,+|()-]{1,20}")
RUBRIC = re.compile(
    r"\d{1,6}\s\d{1,5}\.\s[^\W\d_a-zа-яіїєґё][a-zа-яіїєґё]{2,20}(?:/[\w'’ʼ-]{2,20}){0,2}(?:\s[a-zа-яіїєґё]{2,20}){0,3}"
    r"(?=\s\W?[^\W_]|\s{0,3}$|\s{0,3}\n)"
)
CLOCK = re.compile(r"\d{1,2}:\d\d")
LICENCE = re.compile(r"CC(?:0|[ -]BY(?:[ -](?:SA|NC|ND)){0,2}(?: \d\.\d)?)")
HEAD_LINES = 6
LONGEST_COPY = 500
LEAST_NEWS = 300
LATE = 0.4  # of a page: comments come behind the news
OPENING = '«“„"'
NAME = re.compile(r"[А-ЯІЇЄҐЁ][а-яіїєґё'’ʼ]{1,20}(?:-[А-ЯІЇЄҐЁ][а-яіїєґё]{1,20})?")
# in the middle of a line only a headline with its time is a copy: a lead may well open with the headline's words
TIME_FOLLOWS = re.compile(r"\s{1,3}(?:\d{1,2}:\d\d|\d{1,2}\.\d\d\.(?:19|20)\d\d)")
CUT = re.compile(
    r"(?:\.{3}|…)\s{0,3}(?:$|[^\n]{0,40}\d\.(?:19|20)\d\d\s{0,3}$)|[.!?]\s[^\n.!?]{3,40},\s\d\d?\.\d\d\.(?:19|20)\d\d$"
)


def shaped(page: Page) -> Iterator[Region]:
    """What the rules of shape find."""
    for rule, kind, find in SHAPES:
        for span in find(page):
            yield Region(span, kind, rule)


def doubled_headline(page: Page) -> Iterator[Span]:
    """Copies of an early line in the lines after it: alone, with a caption or before the lead."""
    heads = [index for index, words in enumerate(page.words[:8]) if len(words) >= 4][:2]
    for index in heads:
        head = [word.fold for word in page.words[index]]
        if index and page.line(index)[-1] in ".!?:":
            continue
        for later in range(index + 1, min(len(page.lines), index + 6)):
            yield from copies(page, later, head, 1 if index or len(head) < 5 else 60)


def copies(page: Page, index: int, head: list[str], reach: int) -> Iterator[Span]:
    """Copies of a headline that begin within the first words of a line and end before something new."""
    words = page.words[index]
    for at in range(min(reach, len(words) - len(head) + 1)):
        if words[at].fold != head[0] or [word.fold for word in words[at : at + len(head)]] != head:
            continue
        stop, line = words[at + len(head) - 1].stop, page.lines[index]
        rest = page.text[stop : min(line.stop, stop + 200)]
        if at == 0 and is_whole_copy(rest):
            yield copy_of_headline(page, index, stop)
        elif at and TIME_FOLLOWS.match(rest):
            yield Span(words[at].start, stop)


def titles_of_slides(page: Page) -> Iterator[Span]:
    """The title of a gallery, again above each picture: a line without a stop that stands three times or more."""
    keys = [line_key(page.line(index)) if len(page.words[index]) >= 4 else "" for index in range(len(page.lines))]
    counts = Counter(key for index, key in enumerate(keys) if key and page.line(index)[-1] not in '.!?:;,…»"')
    first: set[str] = set()
    for index, key in enumerate(keys):
        if counts[key] >= 3 and key in first:
            yield page.lines[index]
        first.add(key)


def turned_headline(page: Page) -> Iterator[Span]:
    """The headline once more as the first sentence, its words in another order."""
    if len(page.lines) < 2 or len(page.words[0]) < 5:
        return
    first = page.sentences[1][0]
    words = [word for word in page.words[1] if word.stop <= first.stop]
    if sorted(word.fold for word in words) == sorted(word.fold for word in page.words[0]):
        yield first


def trailing_headline(page: Page) -> Iterator[Span]:
    """A copy of the headline that closes one of the lines after it: what stands before it there is a teaser."""
    head = without_clock([word.fold for word in page.words[0]]) if page.words else []
    for index in range(1, min(len(page.words), 4)):
        words = [word.fold for word in page.words[index]]
        if len(head) >= 5 and len(head) < len(words) <= len(head) + 25 and words[-len(head) :] == head:
            yield after_clock(page, index)


def without_clock(folds: list[str]) -> list[str]:
    """A headline without the time of day before it ("21:46 Міст відкрили")."""
    timed = len(folds) > 2 and all(fold.isdigit() and len(fold) == 2 for fold in folds[:2])
    return folds[2:] if timed else folds


def after_clock(page: Page, index: int) -> Span:
    """A line from behind its date and time, which tell when the report came out."""
    line = page.lines[index]
    clock = CLOCK.search(page.text, line.start, min(line.stop, line.start + 60))
    return Span(clock.end() if clock else line.start, line.stop)


def is_whole_copy(rest: str) -> bool:
    """Whether what follows a copy begins anew; a lead that merely opens with the headline's words runs on."""
    return re.match(r"[\"»”)]{0,2}(?:\s{0,3}$|\s{0,2}[.!?…:|]|\s{1,3}[\"«“(]?[^\W_a-zа-яіїєґё])", rest) is not None


def copy_of_headline(page: Page, index: int, stop: int) -> Span:
    """The copy with its closing mark; with the rest of the line if that is a caption and no sentence."""
    line = page.lines[index]
    rest = page.text[stop : line.stop]
    if len(rest) <= 80 and not re.search(r"[.!?…]\W{0,3}$", rest[3:]):
        return line
    closing = re.match(r"[\"»”)]{0,2}[.!?…]{0,3}", rest)
    return Span(line.start, stop + (closing.end() if closing else 0))


def doubled_sentence(page: Page) -> Iterator[Span]:
    """A sentence of the first lines that stands twice in a row: its first copy was the page's own summary."""
    for sentences in page.sentences[:HEAD_LINES]:
        for first, second in pairwise(sentences):
            words = first.of(page.text)[:LONGEST_COPY].split()
            if len(words) >= 6 and first.of(page.text) == second.of(page.text):
                yield first


def cut_copy(page: Page) -> Iterator[Span]:
    """A line that quotes the opening of a later line and breaks off: a preview of the text."""
    for index, line in enumerate(page.lines[:6]):
        cut = CUT.search(line.of(page.text)[-60:])
        words = [w.fold for w in page.words[index] if cut and w.stop <= max(line.start, line.stop - 60) + cut.start()]
        if len(words) >= 7 and any(repeats(page, later, words[:-1]) for later in range(index + 1, index + 6)):
            yield line


def previews(page: Page) -> Iterator[Span]:
    """A preview of the text in one line with the headline: sentences that a later line repeats, and "read on"."""
    for index, sentences in enumerate(page.sentences[:HEAD_LINES]):
        if len(sentences) < 2 or sentences[-1].of(page.text).casefold().rstrip(" .…>»") not in marks("more_words"):
            continue
        later = page.text[page.lines[index].stop :]
        first = len(sentences) - 1
        while first and sentences[first - 1].of(page.text) in later:
            first -= 1
        start = repeated_end(page.text, sentences[first - 1], later) if first else sentences[0].start
        if start < sentences[-1].start:
            yield Span(start, page.lines[index].stop)


def repeated_end(text: str, sentence: Span, later: str) -> int:
    """Where the end of a sentence begins that stands in a later text too; its stop where none of six words does.

    A headline without a full stop and the first sentence of the preview look like one sentence.
    """
    starts = [sentence.start + m.start() for m in re.finditer(r"\S+", sentence.of(text)[:LONGEST_COPY])]
    return next((at for at in starts[:-5] if text[at : sentence.stop] in later), sentence.stop)


def repeats(page: Page, index: int, words: list[str]) -> bool:
    """Whether a line of the page holds the words in a row, near its start."""
    if index >= len(page.words):
        return False
    folds = [word.fold for word in page.words[index][: len(words) + 80]]
    return any(folds[at : at + len(words)] == words for at in range(0, 60))


def prices(page: Page) -> Iterator[Span]:
    """A line of exchange rates or of the weather."""
    for line, words in zip(page.lines, page.words, strict=True):
        text = line.of(page.text)
        letters = sum(len(word.fold) for word in words if not word.fold.isdigit())
        if len(text) < 60 and letters < 20 and (PRICE.search(text) or DEGREES.search(text)):
            yield line


def counters(page: Page) -> Iterator[Span]:
    """A line of nothing but a number or two: views, comments, shares."""
    for line in page.lines:
        text = line.of(page.text)
        if len(text) <= 12 and NUMBERS.fullmatch(text) and any(char.isdigit() for char in text):
            yield line


def rubrics(page: Page) -> Iterator[Span]:
    """Counters and the name of a section before the lead: "57 0. Новини туризму"."""
    for line in page.lines[:6]:
        found = RUBRIC.match(page.text, line.start, line.stop)
        if found:
            yield Span(*found.span())


def section_names(page: Page) -> Iterator[Span]:
    """The name of a section of the site in a line of its own around the headline: "Політика"."""
    for index, line in enumerate(page.lines[:4]):
        if len(page.words[index]) <= 2 and line.of(page.text).casefold() in marks("sections"):
            yield line


def tags(page: Page) -> Iterator[Span]:
    """Keywords, as a rule at the end of the page: a line of short items between commas and no sentence."""
    for index, line in enumerate(page.lines[1:], 1):
        items = [item.strip() for item in line.of(page.text).split(",")]
        if len(items) < 4 or items[-1][-1:] in ".!?…:;" or any(len(item.split()) > 7 for item in items):
            continue
        small = sum(starts_small(item) for item in items)
        short = all(len(item.split()) <= 3 for item in items)
        at_foot = index >= len(page.lines) - 4
        if small == len(items) or (at_foot and (short or (small >= 0.6 * len(items) and items[0][:1].islower()))):
            yield line


def starts_small(item: str) -> bool:
    """Whether the first letter of a keyword, quotation marks aside, is small."""
    letter = LETTER.search(item)
    return letter is not None and not letter[0].isupper()


def notes(page: Page) -> Iterator[Span]:
    """A note that an editor put in brackets into the text, also where the closing bracket is lost."""
    for m in UNCLOSED.finditer(page.text):
        yield Span(*m.span())
    for m in BRACKET.finditer(page.text):
        words = [word.fold for word in read_words(page.text, Span(*m.span()))]
        signed = SIGNED.search(m[0][-40:]) is not None
        if signed or any(same(mark, word) for word in (words[:1] + words[-3:]) for mark in marks("editor_marks")):
            yield Span(*m.span())


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


def captions(page: Page) -> Iterator[Span]:
    """A line under a picture that ends with its source: "/ Reuters"."""
    for index, line in enumerate(page.lines):
        text = line.of(page.text)
        if index and len(text) < 300 and AGENCY.search(text[-60:]):
            yield line


def credited_captions(page: Page) -> Iterator[Span]:
    """A short line under a picture that ends with its credit: "The bridge at night. Photo: Agency"."""
    for index, sentences in enumerate(page.sentences):
        line = page.line(index)
        if 2 <= len(sentences) <= 3 and len(line) <= 130:
            last = read_words(page.text, sentences[-1])
            if next((word.fold for word in last), "") in marks("credit_words") and ":" in line[-60:]:
                yield page.lines[index]


def sided_captions(page: Page) -> Iterator[Span]:
    """A sentence without a verb that says who stands where in a picture: "The mayor (left) and the architect."."""
    for sentences in page.sentences:
        for sentence in sentences:
            brackets = BRACKET.finditer(page.text, sentence.start, sentence.stop)
            sides = any(m[0][1:-1].casefold() in marks("picture_sides") for m in brackets)
            if sides and not has_verb(page, sentence):
                yield sentence


def has_verb(page: Page, span: Span) -> bool:
    """Whether one of the words of a stretch reads as a verb first of all."""
    readings = (parses(word.fold, page.language)[:1] for word in read_words(page.text, span))
    return any(first[0].pos in ("VERB", "PRED") for first in readings if first)


def captions_above_credits(page: Page) -> Iterator[Span]:
    """A short line right above a line that is only a photo credit; at the foot a finished sentence is news."""
    for index in range(2, len(page.lines)):
        line = page.line(index - 1)
        if index > len(page.lines) - 3 and line.endswith((".", "!", "?", "…", "»", '"', "”")):
            continue
        credited = is_credit(page, index) or (index < HEAD_LINES and opens_with_credit(page, index))
        if credited and is_caption(page, index - 1):
            yield page.lines[index - 1]


def is_caption(page: Page, index: int) -> bool:
    """Whether a line is short and no heading: it has some words, or two and a full stop ("A mask. The virus.")."""
    words, line = len(page.words[index]), page.line(index)
    return (words >= 4 or (words >= 2 and line.endswith("."))) and len(line) <= 120 and not CLOCK.search(line)


def is_credit(page: Page, index: int) -> bool:
    """Whether a line is a credit and no more: "Photo: Agency", "Still from a video", "CC0"."""
    words, line = page.words[index], page.line(index)
    if LICENCE.fullmatch(line):
        return True
    still = bool(words) and words[0].fold in marks("still_words")
    named = bool(words) and words[0].fold in marks("credit_words") and ":" in line[:25]
    return 2 <= len(words) <= 6 and (still or named)


def opens_with_credit(page: Page, index: int) -> bool:
    """Whether the first sentence of a line is a credit and news follows it: "Photo: Agency. The bridge ..."."""
    if not page.sentences[index]:
        return False
    first, *others = page.sentences[index]
    words = [word for word in page.words[index] if word.stop <= first.stop]
    named = 2 <= len(words) <= 4 and words[0].fold in marks("credit_words")
    return bool(others) and named and ":" in first.of(page.text)[:25]


def captions_below_counters(page: Page) -> Iterator[Span]:
    """A line without a full stop between the counters or credit of a page's head and its lead: a caption."""
    for index in range(2, min(len(page.lines) - 1, HEAD_LINES)):
        line, words = page.line(index), len(page.words[index])
        if closes_paragraph(page.line(index - 1)):
            return
        below = NUMBERS.fullmatch(page.line(index - 1)) is not None or is_credit(page, index - 1)
        unfinished = line[-1] not in ".!?…:" and page.line(index + 1)[-1] in ".!?…"
        if below and unfinished and 4 <= words <= 20 and len(line) <= 120:
            yield page.lines[index]


def licences(page: Page) -> Iterator[Span]:
    """A line that is only the licence of a picture: "CC0"."""
    for line in page.lines[1:]:
        if LICENCE.fullmatch(line.of(page.text)[:40]):
            yield line


def bracketed_credits(page: Page) -> Iterator[Span]:
    """The name of a picture bank in brackets: "(NTB scanpix)"."""
    for m in BRACKET.finditer(page.text):
        words = read_words(page.text, Span(*m.span()))
        folds = [word.fold for word in words]
        if 1 <= len(folds) <= 3 and folds[-1] in marks("picture_banks"):
            yield Span(*m.span())


def stock_pictures(page: Page) -> Iterator[Span]:
    """A line under a picture that ends with the name of a picture bank."""
    for index, line in enumerate(page.lines):
        last = page.words[index][-1] if page.words[index] else None
        short = last is not None and line.stop - line.start <= 250 and len(page.words[index]) <= 35
        if last and short and last.stop == line.stop and last.fold in marks("picture_banks"):
            yield line


def headline_list(page: Page) -> Iterator[Span]:
    """Headlines of other news in one line, parted by semicolons, each with its capital."""
    for index, line in enumerate(page.lines):
        items = [item.strip() for item in page.line(index).split(";")]
        if len(items) >= 3 and all(
            3 <= len(item.split()) <= 20 and (item[0].isupper() or item[0] in OPENING) for item in items
        ):
            yield line


def dated_counters(page: Page) -> Iterator[Span]:
    """The number of views after the date and time of an early line."""
    for line in page.lines[:4]:
        found = DATED.fullmatch(line.of(page.text)) if line.stop - line.start < 50 else None
        if found:
            yield Span(line.start + found.start(found.lastindex or 0), line.start + found.end(found.lastindex or 0))


def copyright_signs(page: Page) -> Iterator[Span]:
    """A copyright line at the foot of the page, and what follows it there."""
    for index, line in enumerate(page.lines):
        for m in COPYRIGHT.finditer(page.text, line.start, line.stop):
            place = Place(index, sentence_at(page, index, m.start()), m.start(), m.end(), len(page.words[index]))
            yield whole_foot(page, place) if m.start() > 0.4 * page.lines[-1].stop else place.sentence


def lone_domain(page: Page) -> Iterator[Span]:
    """A web address that is all of a line, or all of a line's last sentence."""
    for index, sentences in enumerate(page.sentences):
        last = sentences[-1]
        if (index or len(sentences) > 1) and last.stop - last.start < 60 and DOMAIN.fullmatch(last.of(page.text)):
            yield last


def lone_outlet(page: Page) -> Iterator[Span]:
    """A line or closing sentence that is only an outlet's name."""
    for index, sentences in enumerate(page.sentences):
        last = sentences[-1]
        whole = last == page.lines[index]
        alone = index and (whole or index + 1 == len(page.lines))
        if alone and last.of(page.text)[:50].strip(" ·.|").casefold() in outlet_names():
            yield last


@cache
def outlet_names() -> frozenset[str]:
    """The folded names of all known outlets, in all languages."""
    outlets = table("outlets")["outlet"]
    return frozenset(name.casefold() for entry in outlets for names in entry["names"].values() for name in names)


def author_names(page: Page) -> Iterator[Span]:
    """A person's name that is all of an early line or of one of the last, or all of the page's last sentence."""
    lines = page.lines[1:4] + page.lines[4:][-3:] if len(page.lines) > 4 else page.lines[1:]
    last = page.sentences[-1][-1:] if page.sentences else ()
    for span in dict.fromkeys((*lines, *last)):
        if span != page.lines[0] and is_name(span.of(page.text).removesuffix("."), page.language):
            yield span


def is_name(text: str, language: str) -> bool:
    """Whether the text is a given name and a surname, and nothing else."""
    words = text.split()
    written = (word.capitalize() if word.isupper() else word for word in words)
    if len(text) > 50 or not 2 <= len(words) <= 3 or not all(NAME.fullmatch(word) for word in written):
        return False
    return any(reading.has("Name", "nomn") for word in words for reading in parses(word.lower(), language))


def comments(page: Page) -> Iterator[Span]:
    """A reader's comment: it opens with its date and time, after the news."""
    for line in page.lines[1:]:
        if COMMENT.match(line.of(page.text)[:40]):
            yield line


def signatures(page: Page) -> Iterator[Span]:
    """Readers' comments, each signed with a name and a time in a line of its own, and what stands below them."""
    late = LATE * page.lines[-1].stop if page.lines else 0
    signed = [(index, m) for index in late_lines(page, late) if (m := SIGNATURE.fullmatch(page.line(index)[:80]))]
    if len(signed) >= 2 or any(m[1].casefold() in marks("reader_names") for _, m in signed):
        first = signed[0][0]
        first -= starts_with_small(page.line(first - 1))
        yield Span(page.lines[first].start, page.lines[-1].stop)


def late_lines(page: Page, start: float) -> Iterator[int]:
    """The lines, not the first two, that begin after a place."""
    return (index for index in range(2, len(page.lines)) if page.lines[index].start > start)


def starts_with_small(line: str) -> bool:
    """Whether a line opens with a small letter, as no paragraph of news does."""
    return line[:1].islower()


def dated_links(page: Page) -> Iterator[Span]:
    """Headlines of other news after the news, each a line with its date: "30.01, 18:43 ..." or "... (15.10.2020)"."""
    late = list(late_lines(page, page.lines[-1].stop / 3 if page.lines else 0))
    listed = [index for index in late if LISTED.match(page.line(index)[:40])]
    linked = [index for index in late if LINKED.search(page.line(index)[-14:])]
    for index in (*(listed if len(listed) >= 2 else ()), *linked):
        if len(page.words[index]) >= 7 and len(page.sentences[index]) <= 2 and len(page.line(index)) <= 160:
            yield page.lines[index]


def more_links(page: Page) -> Iterator[Span]:
    """The word of a link, with a small letter, after the last full stop of a line: "... the mayor said. more"."""
    for line in page.lines:
        tail = line.of(page.text)[-40:]
        m = MORE.search(tail)
        if m and m[1].casefold() in marks("more_words"):
            yield Span(line.stop - len(tail) + m.start(1), line.stop)


def threads(page: Page) -> Iterator[Span]:
    """Readers' comments without a heading: they quote each other, line by line."""
    first: dict[str, int] = {}
    quoted = []
    for index in range(3, len(page.lines)):
        key = line_key(page.line(index))[:60]
        # "The director of the museum:" again and again: people take turns
        if len(key.split()) >= 4 and key in first and page.line(index)[-1] != ":":
            quoted.append(first[key])
        first.setdefault(key, index)
    # earlier on a page it is a forum, and what is written there its text
    if len(quoted) >= 2 and page.lines[min(quoted)].start > LATE * page.lines[-1].stop:
        yield Span(page.lines[min(quoted)].start, page.lines[-1].stop)


def foreign_foot(page: Page) -> Iterator[Span]:
    """Teasers of other reports after the news: one stands there twice, and none is about what the headline says."""
    head = next((index for index, words in enumerate(page.words) if len(stems(words)) >= 3), len(page.words))
    first: dict[str, int] = {}
    for index in range(head + 2, len(page.lines)):
        key = line_key(page.line(index))
        if len(key.split()) >= 8 and key in first:
            start, stop = alien_lines(page, head, first[key], index)
            told = page.lines[start].start - page.lines[head].stop
            if stop - start >= 4 and told >= LEAST_NEWS:
                yield Span(page.lines[start].start, page.lines[stop - 1].stop)
            return
        first.setdefault(key, index)


def alien_lines(page: Page, head: int, first: int, last: int) -> tuple[int, int]:
    """The lines around and between two that have nothing of the headline; none if one between has."""
    headline = stems(page.words[head])
    alien = [len(stems(words) & headline) <= 1 for words in page.words]
    if not all(alien[index] for index in range(first + 1, last)):
        return first, first
    while first > head + 2 and alien[first - 1]:
        first -= 1
    while last + 1 < len(alien) and alien[last + 1]:
        last += 1
    return first, last + 1


def galleries(page: Page) -> Iterator[Span]:
    """Pictures after the news: a line that calls to see more, and a title that opens line after line."""
    for index in range(len(page.lines) - 2):
        call = page.line(index)[-30:].casefold().rstrip(" :").endswith(marks("gallery_calls"))
        title = [word.fold for word in page.words[index + 1][:4]]
        if call and len(title) >= 3 and any(begins(page, later, title) for later in range(index + 2, index + 6)):
            yield Span(page.lines[index + 1].start, page.lines[-1].stop)
            return


def begins(page: Page, index: int, folds: list[str]) -> bool:
    """Whether a line of the page begins with the words."""
    return index < len(page.words) and [word.fold for word in page.words[index][: len(folds)]] == folds


def stray_headline(page: Page) -> Iterator[Span]:
    """An advertising headline between two paragraphs: no full stop, and about something else than the page."""
    everywhere = Counter(stem for words in page.words for stem in stems(words))
    for index in range(1, len(page.lines) - 1):
        around = closes_paragraph(page.line(index - 1)) and closes_paragraph(page.line(index + 1))
        if around and is_markless(page, index) and is_alien(stems(page.words[index]), everywhere):
            yield page.lines[index]


def is_markless(page: Page, index: int) -> bool:
    """Whether a line is one sentence of six to 22 words without a mark at its end."""
    single = 6 <= len(page.words[index]) <= 22 and len(page.sentences[index]) == 1
    return single and page.line(index)[-1] not in ".!?…:;,*"


def closes_paragraph(line: str) -> bool:
    """Whether a line is a paragraph of sentences."""
    return len(line) > 100 and re.search(r"[.!?…]\W{0,3}$", line[-5:]) is not None


def stems(words: tuple[Word, ...]) -> set[str]:
    """The first five letters of the longer words."""
    return {word.fold[:5] for word in words if len(word.fold) >= 5}


def is_alien(own: set[str], everywhere: Counter[str]) -> bool:
    """Whether hardly any stem of a line stands in another line of the page."""
    return len(own) >= 4 and sum(everywhere[stem] > 1 for stem in own) <= len(own) / 4


SHAPES: tuple[tuple[str, str, Callable[[Page], Iterator[Span]]], ...] = (
    ("doubled-headline", "duplicate-headline", doubled_headline),
    ("doubled-sentence", "duplicate-headline", doubled_sentence),
    ("turned-headline", "duplicate-headline", turned_headline),
    ("trailing-headline", "teaser", trailing_headline),
    ("cut-copy", "duplicate-headline", cut_copy),
    ("prices", "menu", prices),
    ("counters", "menu", counters),
    ("rubrics", "menu", rubrics),
    ("section-names", "menu", section_names),
    ("tags", "menu", tags),
    ("notes", "editor-note", notes),
    ("bracketed-labels", "label", bracketed_labels),
    ("labels", "label", labels),
    ("captions", "caption", captions),
    ("credited-captions", "caption", credited_captions),
    ("sided-captions", "caption", sided_captions),
    ("captions-above-credits", "caption", captions_above_credits),
    ("captions-below-counters", "caption", captions_below_counters),
    ("licences", "credit", licences),
    ("bracketed-credits", "credit", bracketed_credits),
    ("stock-pictures", "caption", stock_pictures),
    ("headline-list", "teaser", headline_list),
    ("dated-counters", "menu", dated_counters),
    ("copyright-signs", "promo", copyright_signs),
    ("lone-domain", "credit", lone_domain),
    ("lone-outlet", "credit", lone_outlet),
    ("author-names", "credit", author_names),
    ("comments", "comments", comments),
    ("signatures", "comments", signatures),
    ("dated-links", "teaser", dated_links),
    ("titles-of-slides", "duplicate-headline", titles_of_slides),
    ("previews", "teaser", previews),
    ("more-links", "menu", more_links),
    ("threads", "comments", threads),
    ("foreign-foot", "teaser", foreign_foot),
    ("galleries", "teaser", galleries),
    ("stray-headline", "teaser", stray_headline),
)
