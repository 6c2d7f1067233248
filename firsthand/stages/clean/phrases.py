"""Phrases that betray debris: data of all languages, found word by word, each with how far its debris reaches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.lang import LANGUAGES, load
from firsthand.records import Region, Span
from firsthand.stages.clean.news import acts, has_finite_verb, is_infinitive, tells, tells_at_once
from firsthand.stages.clean.page import HEAD_LINES, Page, Word, has_letters, read_words, same, sentence_at
from firsthand.stages.clean.reach import REACHES, Place, whole_phrase

WHERE = ("line", "line-start", "short-line", "sentence", "start", "end", "seam", "anywhere")

GAP = ".."
GAP_WORDS = 12
LONGEST_CALL = 70
LONGEST_SENTENCE = 1000
SHORT_LINE = 9
LONGEST_TAG, LONGEST_TOLD = 7, 150
OPENING = frozenset('«"“„')
BEHIND_CLOCK = re.compile(r"\d{1,2}:\d\d\s{1,3}$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that betray debris, where they have to stand, and how far the debris reaches from them."""

    words: tuple[str, ...]
    mark: str
    kind: str
    where: str
    reach: str
    name: str


@cache
def phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """All phrases of all languages by the first letters of their first word."""
    index: dict[str, list[Phrase]] = defaultdict(list)
    for code in LANGUAGES:
        for group in load(code).table("junk")["group"]:
            for text in group["phrases"]:
                index[text.split()[0].rstrip("*:).")[:3]].append(make_phrase(code, group, text))
    return {key: tuple(sorted(found, key=lambda p: -len(p.words))) for key, found in index.items()}


def make_phrase(code: str, group: Mapping[str, str], text: str) -> Phrase:
    """A phrase of a group of ``junk.toml``; a colon, bracket or stop at its end has to stand on the page too."""
    words, mark = tuple(text.rstrip(":).").split()), text[-1] if text[-1] in ":)." else ""
    return Phrase(words, mark, group["kind"], group["where"], group["reach"], f"{code}/{group['name']}")


def phrased(page: Page) -> Iterator[Region]:
    """Every phrase that stands where its group wants it."""
    for number, words in enumerate(page.words):
        for at, word in enumerate(words):
            following = words[at + 1].fold if at + 1 < len(words) else ""
            for phrase in phrases_from(word.fold, following):
                yield from phrase_at(page, number, phrase, at)


@lru_cache(maxsize=50_000)
def phrases_from(fold: str, following: str) -> tuple[Phrase, ...]:
    """The phrases that a folded word can begin before the one that follows it: for most words none."""
    lengths = sorted({1, min(2, len(fold)), min(3, len(fold))})
    near = [phrase for length in lengths for phrase in phrases().get(fold[:length], ())]
    return tuple(phrase for phrase in near if same(phrase.words[0], fold) and goes_on(phrase, following))


def goes_on(phrase: Phrase, following: str) -> bool:
    """Whether a folded word may be the second of a phrase, or the phrase has but one."""
    second = phrase.words[1:2]
    return not second or second[0] == GAP or (bool(following) and same(second[0], following))


def phrase_at(page: Page, index: int, phrase: Phrase, at: int) -> Iterator[Region]:
    """The region of a phrase if it begins at a word of a line and stands as its group wants it."""
    words = page.words[index]
    end = match(phrase.words, words, at)
    if not end:
        return
    start, stop = words[at].start, words[end - 1].stop
    place = Place(index, sentence_at(page, index, start), start, stop, end)
    if not page.text[stop : stop + 3].lstrip().startswith(phrase.mark):
        return
    if stands(page, phrase, place):
        yield Region(REACHES[phrase.reach](page, place), phrase.kind, phrase.name)
    elif phrase.where == "line" and closes_line(page, phrase, place):
        yield Region(whole_phrase(page, place), phrase.kind, phrase.name)


def match(pattern: tuple[str, ...], words: tuple[Word, ...], at: int) -> int:
    """The index after the last word matched from ``at`` on, 0 if none; ``*`` is any ending, ``..`` some words."""
    for step, part in enumerate(pattern):
        if part == GAP:
            ends = (match(pattern[step + 1 :], words, at + skip) for skip in range(GAP_WORDS + 1))
            return next((end for end in ends if end), 0)
        if at >= len(words) or not same(part, words[at].fold):
            return 0
        at += 1
    return at


def stands(page: Page, phrase: Phrase, place: Place) -> bool:
    """Whether the phrase stands where its group wants it, and within one sentence."""
    text, line, sentence = page.text, page.lines[place.index], place.sentence
    if place.stop > (line if phrase.where == "line-start" else sentence).stop:
        return False
    if sentence.stop - sentence.start > LONGEST_SENTENCE or is_told(page, phrase, place):
        return False
    if phrase.where == "anywhere":
        return len(text[sentence.start : sentence.stop].split()) <= LONGEST_CALL
    if phrase.where == "seam":
        return is_seam(page, place)
    if phrase.reach == "headline" and starts_small(text, place.stop):
        return False
    if phrase.where == "line":
        return is_all_of(text, line, place)
    unit = line if "line" in phrase.where else sentence
    opens = not has_letters(text, unit.start, place.start)
    closes = not has_letters(text, place.stop, unit.stop)
    if phrase.where == "start":
        return opens or (text[place.start].isupper() and (phrase.mark == ":" or len(phrase.words) > 1))
    if phrase.where == "short-line":
        return opens and is_short(page, place.index) and not is_news(page, phrase, Span(place.stop, line.stop))
    return closes if phrase.where == "end" else opens and (closes or phrase.where == "line-start")


def is_news(page: Page, phrase: Phrase, rest: Span) -> bool:
    """Whether the rest of a short line tells what somebody says, or behind a credit or link has any verb."""
    verbs = phrase.kind in ("credit", "promo") and has_finite_verb(page, tuple(read_words(page.text, rest)))
    return verbs or tells(page, rest)


def is_told(page: Page, phrase: Phrase, place: Place) -> bool:
    """Whether news tells it: what a photo shows, somebody insists; a call, somebody makes or plans to answer."""
    if phrase.kind not in ("caption", "promo", "menu") or phrase.where not in ("start", "anywhere", "line-start"):
        return False
    text, sentence = page.text, place.sentence
    before = text[sentence.start : place.start]
    quoted = before.count("«") > before.count("»") or before.lstrip()[:1] in OPENING
    tail = text.rfind(",", place.stop, sentence.stop)
    if phrase.kind == "caption" or quoted:
        return tells(page, Span(place.stop, sentence.stop))
    tag = text[max(tail, place.stop) + 1 : sentence.stop].split()
    whole = sentence.stop - sentence.start <= LONGEST_TOLD  # longer, news has run on behind a lost full stop
    if whole and tail >= 0 and len(tag) <= LONGEST_TAG and tells_at_once(page, Span(tail + 1, sentence.stop)):
        return True
    return is_infinitive(phrase.words[0], page.language) and acts(page, Span(place.stop, sentence.stop))


def closes_line(page: Page, phrase: Phrase, place: Place) -> bool:
    """Whether a phrase of several words that is a line of other pages is the last sentence of a line of this one.

    Before the last line it has no stop, as a button has none. A single word is one behind the clock time of the page.
    """
    text, sentence, line = page.text, place.sentence, page.lines[place.index]
    button = place.index == len(page.lines) - 1 or text[line.stop - 1].isalpha()
    if not text[place.start].isupper() or has_letters(text, place.stop, line.stop):
        return False
    if BEHIND_CLOCK.search(text[max(line.start, place.start - 10) : place.start]):
        return place.index < HEAD_LINES
    last = button and sentence.start > line.start and len(phrase.words) > 1
    return last and not has_letters(text, sentence.start, place.start)


def is_all_of(text: str, line: Span, place: Place) -> bool:
    """Whether a line is the phrase alone, or with a count: "Коментарі (12)"."""
    around = text[line.start : place.start][:20] + text[place.stop : line.stop][:20]
    digits = sum(char.isdigit() for char in around)
    return digits <= 5 and len(around) < 20 and not any(char.isalpha() for char in around)


def starts_small(text: str, at: int) -> bool:
    """Whether a small letter follows: "read also the small print" calls for no headline."""
    return text[at : at + 4].strip(" :")[:1].islower()


def is_short(page: Page, index: int) -> bool:
    """Whether a line has few words and no number; a number would make it a date line, which tells when."""
    line = page.lines[index]
    return len(page.words[index]) <= SHORT_LINE and not any(char.isdigit() for char in line.of(page.text))


def is_seam(page: Page, place: Place) -> bool:
    """Whether a capital word in the middle of a sentence is followed by another: two texts run together."""
    after = page.text[place.stop : place.stop + 4].lstrip(' :"«“')
    return page.text[place.start].isupper() and after[:1].isupper() and place.start > place.sentence.start
