"""How far debris goes from the words that betray it, also where the line breaks and full stops are lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from firsthand.lang import month_forms
from firsthand.lang.morphology import Parse, parses
from firsthand.records import Span
from firsthand.stages.clean.news import tells
from firsthand.stages.clean.page import HEAD_LINES, Page, Word, has_letters, marks, stems, strip
from firsthand.stages.clean.teasers import closes_paragraph

HEADLINE_LENGTH = 160
FOOT_LENGTH = 2500
LONGEST_BLOCK = 15
LONGEST_LABEL = 60
LEAST_TOLD = 4

TAIL = re.compile(r"[\s.!?…:»\")]{0,4}")
CREDITED = re.compile(r"[\s:©]{0,5}[^\s]{1,40}(?:\s[A-Z/][\w./]{1,30}){0,3}")
# "Фото:Вісник.TVБрюссель": the first word of the news right behind the name of the owner
NEWS_GLUED = re.compile(r"(?<=[A-Za-z])(?=[А-ЯІЇЄҐЁ][а-яіїєґё]{2})")
LIST_MARKS = ("- ", "– ", "— ", "• ")
SHORT_FIGURE = 3  # words
# "31.01, 20:56" before a headline
STAMPED = re.compile(r"\d{1,2}\.\d\d(?:\.(?:20)?\d\d)?,?\s\d{1,2}:\d\d\s")
BREAK = re.compile(r"[-–—:/&,(]")
LEADING = ("CONJ", "VERB", "INFN")
CLOSING = ("»", "”", '"')
# a quoted name closes soon, a quoted sentence does not
CLOSED = re.compile(r"[^\"»”\n]{0,40}[\"»”]")
# the Ukrainian dictionary does not mark places, the Russian one does, and most names differ in these letters alone
TO_RUSSIAN = (str.maketrans("іїєґ", "ииег"), str.maketrans("іїєґи", "ииегы"))


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase found: the index of its line, the sentence it stands in, its stretch, the index of the word after it."""

    index: int
    sentence: Span
    start: int
    stop: int
    after: int


def whole_phrase(page: Page, place: Place) -> Span:
    """The phrase itself with the marks after it."""
    tail = TAIL.match(page.text, place.stop, place.sentence.stop)
    return strip(page.text, place.start, tail.end() if tail else place.stop)


def whole_sentence(page: Page, place: Place) -> Span:
    """From the phrase, if a capital opens it, to the end of its sentence, or to where news runs on without a stop."""
    start = place.sentence.start
    if page.text[place.start].isupper() and len(page.text[start : place.start].split()) > 4:
        start = place.start
    return Span(start, seam_after(page, place, 6))


def up_to(page: Page, place: Place) -> Span:
    """From the start of the sentence to the phrase: "HEADLINE More ..."."""
    return Span(place.sentence.start, whole_phrase(page, place).stop)


def whole_line(page: Page, place: Place) -> Span:
    """The line."""
    return page.lines[place.index]


def rest_of_page(page: Page, place: Place) -> Span:
    """From the phrase to the end of the page; at the head of the page it is only a link to what stands below."""
    end = page.lines[-1].stop
    return Span(place.start, end) if place.start > end / 5 else page.lines[place.index]


def with_credit(page: Page, place: Place) -> Span:
    """A credit: the sentence if it is short, else the name after the colon, as news runs on behind it."""
    if len(page.text[place.stop : place.sentence.stop].split()) <= 7:
        return Span(place.start, place.sentence.stop)
    name = CREDITED.match(page.text, place.stop)
    end = min(name.end() if name else place.stop, place.sentence.stop)
    glued = NEWS_GLUED.search(page.text, place.stop, end)
    return Span(place.start, glued.start() if glued else end)


def with_block(page: Page, place: Place) -> Span:
    """A heading such as "latest news" with the headlines and dates under it: short lines without a full stop."""
    last = place.index
    while last + 1 < len(page.lines) and last - place.index < LONGEST_BLOCK:
        if not reads_as_headline(page.text, page.lines[last + 1]) and not is_figure(page, last + 1):
            break
        last += 1
    last = max(last, end_of_list(page, place.index + 1) - 1)
    if last == place.index + 1 < len(page.lines) - 1 and STAMPED.match(page.line(last)[:40]):
        last = place.index  # a feed: the headline's text follows
    return Span(place.start, page.lines[last].stop)


def with_headline(page: Page, place: Place) -> Span:
    """The call "read also" with the headline it points to, which may be the next line."""
    line = page.lines[place.index]
    if is_line_of_its_own(page, place):
        return line
    if has_letters(page.text, place.stop, line.stop):
        return Span(place.start, seam_after(page, place, 4))
    following = page.lines[place.index + 1 : place.index + 3]
    if not following or not reads_as_headline(page.text, following[0]):
        return Span(place.start, line.stop)
    last = following[-1]
    closes_page = last == page.lines[-1] and reads_as_headline(page.text, last)
    return Span(place.start, last.stop if closes_page else following[0].stop)


def reads_as_headline(text: str, line: Span) -> bool:
    """Whether a line is short and has no full stop."""
    return line.stop - line.start <= HEADLINE_LENGTH and text[line.stop - 1] not in ".;"


def is_figure(page: Page, index: int) -> bool:
    """Whether a line is a number and a short form with its stop: "20,4 тис."."""
    words = page.words[index]
    short = 2 <= len(words) <= SHORT_FIGURE and page.line(index)[:1].isdigit()
    return short and words[-1].fold in marks("abbreviations")


def end_of_list(page: Page, first: int) -> int:
    """The index behind the items that close the page from a line on, each opened by a dash; the line's own if none."""
    last = first
    while last < len(page.lines) and page.line(last).startswith(LIST_MARKS):
        last += 1
    closed = last == len(page.lines) or (last == len(page.lines) - 1 and reads_as_headline(page.text, page.lines[last]))
    return last if closed and last - first >= 2 else first


def is_line_of_its_own(page: Page, place: Place) -> bool:
    """Whether a call and all behind it is a short line without full stops: no news can run on in it."""
    line = page.lines[place.index]
    opens = not has_letters(page.text, line.start, place.start) and has_letters(page.text, place.stop, line.stop)
    if not opens or not reads_as_headline(page.text, line):
        return False
    stops = any(page.text[sentence.stop - 1] == "." for sentence in page.sentences[place.index])
    glued = any(first.stop == second.start for first, second in pairwise(page.words[place.index]))
    goes_on = place.index + 1 < len(page.lines) and page.line(place.index + 1)[0].islower()
    return not stops and not glued and not goes_on


def seam_after(page: Page, place: Place, least: int) -> int:
    """Where, after a phrase, news of at least so many words runs on without a full stop; else the sentence's end."""
    words = words_after(page, place)
    places = range(1, len(words) - least + 1)
    glued = [i for i in places if words[i].start == words[i - 1].stop]
    seams = glued[:1] or [i for i in places if opens_sentence(page, words, i)][:1]
    if not seams:
        return place.sentence.stop
    at = words[seams[0]].start
    return strip(page.text, place.start, at - len(opening_quote(page.text, at))).stop


def whole_call(page: Page, place: Place) -> Span:
    """A call to the reader, to where news runs on without a stop, be it right behind its words or with a name."""
    line = page.lines[place.index]
    single = len(page.sentences[place.index]) == 1 and is_line_of_its_own(page, place)
    if single and not tells(page, Span(place.stop, line.stop)):
        return line
    sentence = whole_sentence(page, place)
    if page.text[place.start : place.stop].isupper():
        return sentence  # capitals say nothing of where a sentence begins
    words = [word for word in page.words[place.index] if place.start <= word.start < sentence.stop]
    behind = sum(word.start < place.stop for word in words)
    starts = range(behind, len(words) - LEAST_TOLD + 1)
    told = (i for i in starts if opens_sentence(page, words, i) or opens_with_name(page, words, i))
    at = next((words[i].start for i in told), sentence.stop)
    return strip(page.text, sentence.start, at - len(opening_quote(page.text, at)))


def opens_with_name(page: Page, words: list[Word], index: int) -> bool:
    """Whether a capital word and its verb begin a sentence behind a call without a clause: "на канал Рябко додала"."""
    between = page.text[words[index - 1].stop : words[index].start]
    if not page.text[words[index].start].isupper() or not between.isspace():
        return False
    before = [reading_of(word, page.language) for word in words[1:index]]
    after = [reading_of(word, page.language) for word in words[index + 1 : index + 4]]
    clause = "," in page.text[words[0].start : words[index].start] or any(r and r.pos in LEADING for r in before)
    verb = next((r for r in after if r is None or r.pos not in ("ADVB", "PRCL", "CONJ")), None)
    ends = before[-1] if before else None
    return not clause and verb is not None and verb.pos == "VERB" and not (ends is not None and ends.pos == "PREP")


def reading_of(word: Word, language: str) -> Parse | None:
    """The likeliest reading of a word."""
    return next(iter(parses(word.fold, language)), None)


def words_after(page: Page, place: Place) -> list[Word]:
    """The words from a phrase to the end of its sentence."""
    words = page.words[place.index]
    stop = place.after
    while stop < len(words) and words[stop].stop <= place.sentence.stop:
        stop += 1
    return list(words[place.after : stop])


def opening_quote(text: str, at: int) -> str:
    """The opening quotation mark before a place, if any."""
    return text[at - 1] if text[at - 1 : at] in ('"', "«", "“", "„") and text[at - 2 : at - 1].isspace() else ""


def opens_sentence(page: Page, words: list[Word], index: int) -> bool:
    """Whether a word after no full stop begins a sentence of its own: a capital that is no name, or a date."""
    word, before = words[index], words[index - 1]
    between = page.text[before.stop : word.start]
    if index < 2 or BREAK.search(between):
        return False
    if word.fold.isdigit():
        return is_date(words, index) and not any(r.pos == "PREP" for r in parses(before.fold, page.language)[:2])
    if not page.text[word.start].isupper():
        return False
    if opening_quote(page.text, word.start):
        return not CLOSED.match(page.text, word.start) and not closes_with_quote(page.text, words, index)
    return is_opener(word.fold, page, word.start) or is_predicate(words, index, page.language)


def closes_with_quote(text: str, words: list[Word], index: int) -> bool:
    """Whether what a quotation mark opens before a word is closed at the end of the sentence: a long title."""
    inner = text[words[index].start : words[-1].stop]
    return text[words[-1].stop : words[-1].stop + 1] in CLOSING and not any(mark in inner for mark in CLOSING)


def is_predicate(words: list[Word], index: int, language: str) -> bool:
    """Whether an adjective and its noun in the instrumental open a sentence: "ЄС Основною темою стане ..."."""
    before, word, noun = words[index - 1], words[index], words[index + 1] if index + 1 < len(words) else None
    adjective = any(r.pos == "ADJF" and r.has("ablt") for r in parses(word.fold, language)[:2])
    if not adjective or noun is None or not any(r.has("NOUN", "ablt") for r in parses(noun.fold, language)[:2]):
        return False
    return not any(
        r.pos in ("PREP", "VERB", "INFN", "PRTS", "PRTF", "ADJF", "CONJ") for r in parses(before.fold, language)[:2]
    )


def is_date(words: list[Word], index: int) -> bool:
    """Whether a number and the word after it are a day and a month."""
    return index + 1 < len(words) and len(words[index].fold) <= 2 and words[index + 1].fold in months()


@cache
def months() -> frozenset[str]:
    """The forms of the names of months, in all languages, without short ones."""
    return frozenset(form for form in month_forms() if len(form) >= 4)


def is_opener(fold: str, page: Page, at: int) -> bool:
    """Whether a word in capitals is no name: a preposition, adverb, verb, or a common noun in the nominative."""
    if len(fold) > 1 and page.text[at : at + len(fold)].isupper():
        return False
    readings = parses(fold, page.language)[:3]
    if not readings or any(r.has("Name") or r.has("Surn") for r in readings):
        return False
    if readings[0].pos == "NOUN":
        return any(reading.has("nomn") for reading in readings) and not is_place(fold, page.language)
    return readings[0].pos in ("PREP", "ADVB", "CONJ", "PRCL", "NPRO", "VERB", "GRND", "NUMR", "COMP", "PRED")


def is_place(fold: str, language: str) -> bool:
    """Whether a dictionary knows the word as a place or organisation."""
    spellings = (fold, *(fold.translate(letters) for letters in TO_RUSSIAN)) if language == "uk" else (fold,)
    return any(r.has("Geox") or r.has("Orgn") for spelling in spellings for r in parses(spelling, "ru")[:2])


def whole_foot(page: Page, place: Place) -> Span:
    """An imprint: to the end of the page if it stands at its foot, else its sentence.

    A few words in a line of their own part the news, as an advertisement does, where the news goes on below them.
    """
    end, line = page.lines[-1].stop, page.lines[place.index]
    if line.stop - line.start <= LONGEST_LABEL and news_goes_on(page, place.index + 1):
        return line
    if place.start > 0.4 * end and end - place.start < FOOT_LENGTH:
        return Span(place.sentence.start, end)
    return whole_sentence(page, place)


def news_goes_on(page: Page, index: int) -> bool:
    """Whether a line is a paragraph with a word of the headline."""
    if index >= len(page.lines) or not closes_paragraph(page.line(index)):
        return False
    headline = next((words for words in page.words[:HEAD_LINES] if len(words) >= LEAST_TOLD), ())
    return bool(stems(headline) & page.stems[index])


REACHES: Mapping[str, Callable[[Page, Place], Span]] = {
    "phrase": whole_phrase,
    "sentence": whole_sentence,
    "call": whole_call,
    "back": up_to,
    "line": whole_line,
    "credit": with_credit,
    "headline": with_headline,
    "block": with_block,
    "rest": rest_of_page,
    "foot": whole_foot,
}
