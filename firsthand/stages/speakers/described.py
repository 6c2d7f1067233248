"""What stood beside a bare noun for a body before: ``у департаменті`` after ``міграційний департамент``."""

from __future__ import annotations

import re
from itertools import islice

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.crowds import belonging, closed
from firsthand.stages.speakers.told import before_person, heads_of_bodies, is_one

MOST_WORDS = 3_000  # of a report that are looked through
LONGEST = 5  # words of a description
# "цей", "другий", "новий": what tells nothing of the body itself.
TELLING_NOTHING = frozenset(("Apro", "Anum", "PRTF", "Qual", "Supr"))


def described_before(cast: Cast, at: int, noun: str) -> str | None:
    """The one description, in small letters, with which a noun for a body stood before a place."""
    language = cast.report.language
    own = lemmas(noun, language) & (heads_of_bodies(language) - group(language, "firms") - group(language, "of_states"))
    if not own or not is_one(noun, language):
        return None
    if own not in cast.described:
        cast.described[own] = descriptions(cast, own)
    names = {name for stop, name in cast.described[own] if stop <= at}
    return names.pop() if len(names) == 1 else None


def descriptions(cast: Cast, nouns: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """Where a noun stands with a description in the report, and that."""
    words = list(islice(WORD.finditer(cast.report.text), MOST_WORDS))
    alike = (n for n, word in enumerate(words) if lemmas(word.group(), cast.report.language) & nouns)
    found = ((words[n].end(), description_at(cast, words, n)) for n in alike)
    return tuple((stop, name) for stop, name in found if name is not None)


def description_at(cast: Cast, words: list[re.Match[str]], at: int) -> str | None:
    """A noun with its adjectives and genitives in the nominative, "" where it has any that may be others'."""
    text, language = cast.report.text, cast.report.language
    first, last = belonging(words, at, language)
    last = before_person(cast, words, at, last)
    if first == last or not is_one(words[at].group(), language):
        return None
    named = any(word.group()[:1].isupper() for word in (*words[first + 1 : at], *words[at + 1 : last + 1]))
    if last - first >= LONGEST or named or cast.over(span_of(words, first, last)):
        return ""
    if any(tells_nothing(word.group(), language) for word in words[first:at]):
        return None
    oblique = "nomn" not in cases_in(word_forms(words[at].group(), language).nouns)
    return small_first(phrase_nominative(closed(text, words[first].start(), words[last].end()), language, oblique))


def span_of(words: list[re.Match[str]], first: int, last: int) -> Span:
    """From one word to another."""
    return Span(words[first].start(), words[last].end())


def tells_nothing(word: str, language: str) -> bool:
    """Whether an adjective says only which or what like a body is: ``этот``, ``новый``."""
    return any(reading.grammemes & TELLING_NOTHING for reading in word_forms(word, language).readings)
