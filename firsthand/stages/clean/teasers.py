"""Headlines of other news on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from firsthand.lang.morphology import parses
from firsthand.records import Span
from firsthand.stages.clean.learnt import line_key
from firsthand.stages.clean.news import has_finite_verb, tells
from firsthand.stages.clean.page import BRACKET, Page, marks, read_words
from firsthand.stages.clean.readers import late_lines

LISTED = re.compile(r"\d{1,2}\.\d\d(?:\.(?:20)?\d\d)?,?\s\d{1,2}:\d\d\s[^\W_a-zа-яіїєґё]")
LINKED = re.compile(r"[^,]\s(?:\(\d\d?\.\d\d\.20\d\d\)|\d\d?\.\d\d\.20\d\d)$")
# "- 18:43 30.01.2031", "30.01.2031, 18:43", "18:43"
TIMED = re.compile(
    r"(?:[-–—•]\s)?(?:(?:\d{1,2}:\d\d,?\s)?\d{1,2}\.\d\d\.(?:20)?\d\d(?:,?\s\d{1,2}:\d\d)?|\d{1,2}:\d\d)"
)
LEAST_NEWS = 300
HEADLINE_LENGTH = 160
LEAST_TURNS = 3
LONGEST_ARROWED, LEAST_ARROWED, LEAST_BEHIND = 250, 4, 20
MOST_IN_LINK = 6  # words
MOST_STRAY, MOST_IN_CALL, LONGEST_OPENING = 8, 20, 20
OPENING = '«“„"'
DASHES = "-–—"


def headline_list(page: Page) -> Iterator[Span]:
    """Headlines of other news in one line, parted by semicolons, each with its capital."""
    for index, line in enumerate(page.lines):
        items = [item.strip() for item in page.line(index).split(";")]
        if len(items) >= 3 and all(
            3 <= len(item.split()) <= 20 and (item[0].isupper() or item[0] in OPENING) for item in items
        ):
            yield line


def dated_links(page: Page) -> Iterator[Span]:
    """Headlines of other news after the news, each a line with its date: "30.01, 18:43 ..." or "... (15.10.2020)".

    With its text in the line below it is a feed of news, and all of it told.
    """
    late = list(late_lines(page, page.lines[-1].stop / 3 if page.lines else 0))
    listed = [index for index in late if LISTED.match(page.line(index)[:40])]
    linked = [index for index in late if LINKED.search(page.line(index)[-14:])]
    for index in (*(listed if len(listed) >= 2 else ()), *linked):
        short = len(page.sentences[index]) <= 2 and len(page.line(index)) <= HEADLINE_LENGTH
        if len(page.words[index]) >= 7 and short and not heads_text(page, index):
            yield page.lines[index]


def dated_pairs(page: Page) -> Iterator[Span]:
    """Other news after the news, each a line with its time and one with its headline: "18:43 30.01.2031"."""
    late = list(late_lines(page, page.lines[-1].stop / 3 if page.lines else 0))
    timed = [index for index in late if TIMED.fullmatch(page.line(index)[:40])]
    if len(timed) < 2:
        return
    for index in timed:
        yield page.lines[index]
        if index + 1 < len(page.lines) and is_short_title(page, index + 1):
            yield page.lines[index + 1]


def is_short_title(page: Page, index: int) -> bool:
    """Whether a line is as short as a headline and no full stop ends it."""
    return len(page.line(index)) <= HEADLINE_LENGTH and not page.line(index).endswith(".")


def foot_headlines(page: Page) -> Iterator[Span]:
    """Headlines of other news below the last paragraph: no full stop, and about something else than the page."""
    everywhere = stem_counts(page)
    told = [index for index in range(len(page.lines)) if closes_paragraph(page.line(index))]
    for index in range(told[-1] + 1, len(page.lines)) if told and told[-1] else ():
        first, last = page.line(index)[0], page.line(index)[-1]
        marked = last in ".!?:;,*»”" or last == OPENING[-1] or not (first.isalnum() or first in OPENING)
        foreign = page.line(index).isascii() and page.language != "en"  # a post that the news quotes
        titled = 6 <= len(page.words[index]) <= 22 and is_one_sentence(page.line(index)) and not marked and not foreign
        goes_on = titled and page.words[index][0].fold in marks("going_on")
        if not titled or goes_on or not is_alien(page.stems[index], everywhere):
            continue
        if not opens_with_verb(page, index) and (last == "…" or not tells(page, page.lines[index])):
            yield page.lines[index]


def is_one_sentence(line: str) -> bool:
    """Whether no mark that ends a sentence stands within a line."""
    return re.search(r"[.!?…]\s", line) is None


def opens_with_verb(page: Page, index: int) -> bool:
    """Whether a line opens with a verb, as the news does when it recalls something: "Нагадаємо, що ..."."""
    first = parses(page.words[index][0].fold, page.language)[:1]
    return any(reading.pos == "VERB" for reading in first)


def heads_text(page: Page, index: int) -> bool:
    """Whether the line after it is a paragraph, longer than a headline."""
    return index + 1 < len(page.lines) and len(page.line(index + 1)) > HEADLINE_LENGTH


def foreign_foot(page: Page) -> Iterator[Span]:
    """Teasers of other reports after the news: one stands there twice, and none is about what the headline says."""
    head = next((index for index, stems in enumerate(page.stems) if len(stems) >= 3), len(page.words))
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
    headline = page.stems[head]
    alien = [len(stems & headline) <= 1 for stems in page.stems]
    if not all(alien[index] for index in range(first + 1, last)):
        return first, first
    while first > head + 2 and alien[first - 1] and not takes_turns(page):
        first -= 1
    while last + 1 < len(alien) and alien[last + 1]:
        last += 1
    return first, last + 1


def takes_turns(page: Page) -> bool:
    """Whether the page is an interview, whose answers leave the words of the headline behind."""
    return sum(page.line(index)[0] in DASHES for index in range(len(page.lines))) >= LEAST_TURNS


def arrowed_headlines(page: Page) -> Iterator[Span]:
    """Headlines of other news before an arrow at the beginning of the page, the page's own behind it: "... » Мер"."""
    first = page.lines[0] if page.lines else Span(0, 0)
    head = page.text[first.start : min(first.stop, first.start + LONGEST_ARROWED)]
    at = head.find(" » ")
    closed = at > 0 and head.count("«", 0, at) == head.count("»", 0, at)
    if closed and len(head[:at].split()) >= LEAST_ARROWED and first.stop - first.start > at + LEAST_BEHIND:
        yield Span(first.start, first.start + at + len(" »"))


def told_elsewhere(page: Page) -> Iterator[Span]:
    """A sentence without a verb that says where there is more: "Докладніше про міст — у матеріалі «Вісника»."."""
    for sentences in page.sentences:
        for sentence in sentences:
            opening = sentence.of(page.text)[:LONGEST_OPENING].casefold()
            words = tuple(read_words(page.text, sentence)) if opening.startswith(marks("more_openings")) else ()
            more = 3 <= len(words) <= MOST_IN_CALL and words[0].fold in marks("more_openings")
            there = {(first.fold, second.fold) for first, second in pairwise(words)} if more else set()
            if there & places_of_more() and not has_finite_verb(page, words):
                yield sentence


def bracketed_links(page: Page) -> Iterator[Span]:
    """``(тут про це докладніше)``: a few words in brackets that point to another page."""
    for found in BRACKET.finditer(page.text):
        words = tuple(read_words(page.text, Span(*found.span())))
        pointed = 2 <= len(words) <= MOST_IN_LINK and words[0].fold in marks("here_words")
        about = any(word.fold in marks("about_words") for word in words[1:])
        if pointed and about and not has_finite_verb(page, words):
            yield Span(*found.span())


@cache
def places_of_more() -> frozenset[tuple[str, str]]:
    """The preposition and noun that say where there is more to read."""
    return frozenset((before, noun) for before in ("в", "у") for noun in marks("more_places"))


def section_cards(page: Page) -> Iterator[Span]:
    """A headline of other news below a paragraph, with the name of its section in the next line."""
    for index in range(1, len(page.lines) - 1):
        title, section = page.line(index), page.line(index + 1)
        below = closes_paragraph(page.line(index - 1)) and section.casefold() in marks("sections")
        if below and 5 <= len(page.words[index]) <= 22 and title[-1] not in ".!?…:;,*":
            yield Span(page.lines[index].start, page.lines[index + 1].stop)


def stray_headlines(page: Page) -> Iterator[Span]:
    """Three to eight headlines of other news in a row between two paragraphs, none about what the page is about."""
    everywhere: Counter[str] = Counter()  # counted where it is needed first
    index = 1
    while index < len(page.lines) - 1:
        last = index
        while last < len(page.lines) - 1 and is_title(page, last):
            last += 1
        between = closes_paragraph(page.line(index - 1)) and closes_paragraph(page.line(last))
        row = 3 <= last - index <= MOST_STRAY and between
        if row:
            everywhere = everywhere or stem_counts(page)
        if row and are_alien(page, range(index, last), everywhere):
            yield Span(page.lines[index].start, page.lines[last - 1].stop)
        index = last + 1


def is_title(page: Page, index: int) -> bool:
    """Whether a line is one sentence of four to 22 words that opens with a capital and has no mark at its end."""
    opens = page.line(index)[0].isupper() or page.line(index)[0] in OPENING
    single = 4 <= len(page.words[index]) <= 22 and len(page.sentences[index]) == 1
    return single and opens and page.line(index)[-1] not in ".!?…:;,*"


def are_alien(page: Page, lines: range, everywhere: Counter[str]) -> bool:
    """Whether most of the lines are about something else than the page, and no line has two of its words."""
    own = [page.stems[index] for index in lines]
    inner = Counter(stem for found in own for stem in found)
    shared = [sum(everywhere[stem] > inner[stem] for stem in found) for found in own]
    return max(shared) <= 1 and sum(not count for count in shared) * 2 > len(own)


def stray_headline(page: Page) -> Iterator[Span]:
    """An advertising headline between two paragraphs: no full stop, and about something else than the page."""
    everywhere = stem_counts(page)
    for index in range(1, len(page.lines) - 1):
        around = closes_paragraph(page.line(index - 1)) and closes_paragraph(page.line(index + 1))
        if around and is_markless(page, index) and is_alien(page.stems[index], everywhere):
            yield page.lines[index]


def is_markless(page: Page, index: int) -> bool:
    """Whether a line is one sentence of six to 22 words without a mark at its end."""
    single = 6 <= len(page.words[index]) <= 22 and len(page.sentences[index]) == 1
    return single and page.line(index)[-1] not in ".!?…:;,*"


def closes_paragraph(line: str) -> bool:
    """Whether a line is a paragraph of sentences."""
    return len(line) > 100 and re.search(r"[.!?…]\W{0,3}$", line[-5:]) is not None


def stem_counts(page: Page) -> Counter[str]:
    """In how many lines of the page each stem stands."""
    return Counter(stem for stems in page.stems for stem in stems)


def is_alien(own: frozenset[str], everywhere: Counter[str]) -> bool:
    """Whether hardly any stem of a line stands in another line of the page."""
    return len(own) >= 4 and sum(everywhere[stem] > 1 for stem in own) <= len(own) / 4
