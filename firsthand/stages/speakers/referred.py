"""Whom a medium refers to: ``Про це пише X із посиланням на дипломата Литви`` makes the diplomat one who has spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.media import first_noun, is_medium, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, full_name
from firsthand.stages.speakers.crowds import (
    are_beside,
    are_people_in_a_case,
    belonging,
    closed,
    genitives_end,
    is_adjective,
)
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.sources import is_singular_person

# "із посиланням на".
REFERENCE = re.compile(r"\b([^\W\d_]{6,16}) ([^\W\d_]{2}) ")
REACH = 160  # code points behind a reference in which whom it is to stands
MOST_REFERENCES = 50  # of a report that are looked at
MOST_WORDS = 10  # words of whom a reference is to
MOST_OFFICES = 2  # nouns before a body to whose office a reference is: "заяву пресслужби"
# What ends whom a reference is to.
BREAK = re.compile(r"[,;:()\n]|[.!?…](?=\s|$)|\s[-–—]\s")


def referred_to(cast: Cast) -> list[tuple[int, str, str]]:
    """Those without a name, and the people, to whom the report refers: where, and as what they are meant later."""
    found = (meant_at(cast, start) for start in islice(references(cast), MOST_REFERENCES))
    return [entry for entry in found if entry is not None]


def references(cast: Cast) -> Iterator[int]:
    """Where the words behind ``із посиланням на`` begin, past ``слова`` and ``дані``."""
    text, language = cast.report.text, cast.report.language
    words, prepositions = group(language, "reference"), group(language, "reference_prepositions")
    for found in REFERENCE.finditer(text):
        if found.group(2) in prepositions and found.group(1).lower() in words:
            yield past_things(text, found.end(), language)


def past_things(text: str, at: int, language: str) -> int:
    """Where whom stands whose ``слова`` are referred to."""
    first = WORD.match(text, at)
    things = first is not None and first.group() in group(language, "reference_things")
    return first.end() + 1 if first is not None and things else at


def meant_at(cast: Cast, at: int) -> tuple[int, str, str] | None:
    """The body or person named behind a place, else the one without a name whom the words there describe."""
    text, language = cast.report.text, cast.report.language
    end = BREAK.search(text, at, min(len(text), at + REACH))
    stop = end.start() if end is not None else min(len(text), at + REACH)
    if (body := body_at(cast, at, stop)) is not None:
        return at, body, "body"
    words = list(islice(WORD.finditer(text, at, stop), MOST_WORDS))
    if not words or words[0].start() != at or not words[0].group().islower():
        return None
    head = next((n for n, word in enumerate(words) if not is_adjective(word.group(), language)), None)
    if head is None or not is_one_to_refer_to(words[head].group(), language):
        return None
    named = [m for m in cast.over(Span(at, stop)) if m.type == "PER" and m.span.start > at]
    if named:
        return (at, full_name(cast, named[-1]), "person") if named[-1].span.stop == stop else None
    last = end_of(words, head, language)
    phrase = closed(text, at, words[last].end())
    if last == 0 or is_medium(phrase, language) or any(m.type == "PER" for m in cast.over(Span(at, stop))):
        return None
    # "на єдине джерело" is written as a nominative.
    oblique = "nomn" not in cases_in(word_forms(words[head].group(), language).nouns)
    return at, phrase_nominative(phrase, language, oblique), "group"


def body_at(cast: Cast, at: int, stop: int) -> str | None:
    """``МЗС Литви``, ``пресслужбу порту «Базис»``: the one body named between two places, at most behind its office."""
    text, language = cast.report.text, cast.report.language
    bodies = [m for m in cast.over(Span(at, stop)) if m.type == "ORG"]
    if len(bodies) != 1 or bodies[0].span.start < at or is_medium(bodies[0].span.of(text), language):
        return None
    kinds = group(language, "press_offices|offices|bearers")
    kinds |= group(language, "documents|releases")
    # "лист голови Євроради" is the head's.
    before = [word for word in WORD.findall(text[at : bodies[0].span.start]) if not is_adjective(word, language)]
    offices = all(lemmas(word, language) & (kinds - group(language, "media")) for word in before)
    return fullest_body(cast, bodies[0].name) if offices and len(before) <= MOST_OFFICES else None


def is_one_to_refer_to(noun: str, language: str) -> bool:
    """``дипломата``, ``джерело``, ``митників``: whether an accusative is of people, or of one who is not named."""
    one = any((case, number) == ("accs", "sing") for case, number, _ in word_forms(noun, language).nouns)
    several = any((case, number) == ("accs", "plur") for case, number, _ in word_forms(noun, language).nouns)
    if several and are_people_in_a_case(noun, language):
        return True
    nameless = bool(lemmas(noun, language) & group(language, "anonymous"))
    return one and (nameless or is_singular_person([noun], language, True))


def end_of(words: list[re.Match[str]], head: int, language: str) -> int:
    """The last of the words that go with a noun, with the place or body that a preposition leads to."""
    last = belonging(words, head, language)[1]
    placed = last + 2 < len(words) and words[last + 1].group() in group(language, "inside")
    if placed and are_beside(words[last], words[last + 1]) and are_beside(words[last + 1], words[last + 2]):
        noun = last + 2
        while noun + 1 < len(words) and is_adjective(words[noun].group(), language):
            noun += 1
        stop = genitives_end(words, noun, language)
        return next(at for at, word in enumerate(words) if word.end() == stop)
    return last


def note_referred(cast: Cast, waiting: list[tuple[int, str, str]], before: int) -> None:
    """Note those referred to before a place as having spoken, each once."""
    while waiting and waiting[0][0] < before:
        entry = waiting.pop(0)
        if entry[2] == "body":
            cast.referred.append(entry[:2])
        elif entry[1:] not in {spoken[1:] for spoken in cast.spoken[-MOST:]}:
            cast.spoken.append(entry)


def is_same_nameless(text: str, name: str, language: str) -> bool:
    """``британський дипломат`` of ``дипломат Британії``: the same noun, and nothing that is new."""
    known = frozenset(lemma for word in WORD.findall(name) for lemma in lemmas(word, language))
    same = bool(first_noun(text, language) & first_noun(name, language))
    return same and all(lemmas(word, language) & known or is_of(word, name, language) for word in WORD.findall(text))


def is_of(adjective: str, name: str, language: str) -> bool:
    """Whether an adjective is of the country that a name has."""
    countries = {notion for notion in notions(adjective, language) if notion.startswith("@")}
    return bool(countries) and countries <= notions(name, language)
