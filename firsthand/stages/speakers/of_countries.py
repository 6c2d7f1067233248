"""Bodies of countries said otherwise: ``тайваньська розвідка``, ``МЗС республіки``, ``у кабінеті міністрів``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.crowds import are_beside
from firsthand.stages.speakers.fullest import MOST_TEXT
from firsthand.stages.speakers.sources import has_plural_verb
from firsthand.stages.speakers.told import is_one

MOST_WORDS = 5_000  # of a report that are looked through
LONGEST = 4  # words of a source
# Within such a country "республика" is one of its parts.
FEDERATION = "@RU"


def from_body_of_country(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """The one body of that noun that the report names with its country behind it."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    if not 1 < len(words) <= LONGEST or language == "en" or has_plural_verb(cast, attribution):
        return False
    country, rest = country_in(words[0], language), words
    by_adjective = bool(country) and bool(word_forms(words[0], language).adjectives)
    bare = bool(lemmas(words[-1], language) & group(language, "realms")) and words[-1].islower()
    if by_adjective:
        rest = words[1:]
    elif bare:
        rest = words[:-1]
    head, *behind = rest
    if not may_be_body(head, language) or not is_one(head, language) or any(not word.islower() for word in behind):
        return False
    if not (by_adjective or bare) and (not behind or not are_genitives(behind, language)):
        return False
    named = named_with_country(cast.report.text[:MOST_TEXT], language, head, tuple(behind))
    if by_adjective:
        named = {name: theirs for name, theirs in named.items() if not theirs or theirs == country}
    elif FEDERATION in frozenset[str]().union(*named.values()) and bare:
        return False
    # Of a body without a country nobody knows whose it is.
    return next(iter(named)) if len(named) == 1 and all(named.values()) else False


def may_be_body(noun: str, language: str) -> bool:
    """Whether a noun is of a thing that is one of a country's, no firm, paper or medium."""
    others = ("firms", "bearers", "makers", "documents", "releases", "works", "media", "venues", "countries", "states")
    own = lemmas(noun, language)
    known = word_forms(noun, language)
    thing = noun.isupper() or (bool(known.nouns) and not any("anim" in r.grammemes for r in known.readings))
    office = own & group(language, "of_states|offices")
    return thing and (bool(office) or not any(own & group(language, kind) for kind in others))


def are_genitives(words: list[str], language: str) -> bool:
    """Whether all words can stand in the genitive."""
    known = (word_forms(word, language) for word in words)
    return all("gent" in cases_in(forms.nouns | forms.adjectives) for forms in known)


def country_in(word: str, language: str) -> frozenset[str]:
    """The country that a word means or is the adjective of."""
    return frozenset(notion for notion in notions(word, language) if notion.startswith("@"))


@lru_cache(maxsize=64)
def named_with_country(text: str, language: str, head: str, behind: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The names that a noun begins and a country ends, by what they are of: ``президія парламенту Словаччини``.

    What else the noun is said to be of, without a country, is one more body: ``міністерство культури``.
    """
    words = list(islice(WORD.finditer(text), MOST_WORDS))
    own, found = lemmas(head, language), dict[str, frozenset[str]]()
    for at, word in enumerate(words):
        if word.group().lower() != head.lower() and not lemmas(word.group(), language) & own:
            continue
        last = end_of_genitives(words, at, language)
        place, between = words[last].group(), [w.group() for w in words[at + 1 : last]]
        country = country_in(place, language) if last > at and place[:1].isupper() else frozenset[str]()
        if not country and last > at:
            between.append(place)
        if not country and any(lemmas(w, language) & group(language, "realms|states") for w in between[:1]):
            continue  # "МЗС республіки" itself
        if last == at or not is_said(behind, between, language) or is_described(words, at, language):
            continue
        oblique = "nomn" not in cases_in(word_forms(word.group(), language).nouns)
        name = phrase_nominative(text[word.start() : words[last].end()], language, oblique)
        if country or not behind:
            found.setdefault(name if head.isupper() else small_first(name), country)
    return found


def end_of_genitives(words: list[re.Match[str]], at: int, language: str) -> int:
    """Where the genitives behind a noun end: at a country's name, else before what is none."""
    last = at
    while last + 1 < len(words) and last < at + LONGEST and are_beside(*words[last : last + 2]):
        word = words[last + 1].group()
        if not are_genitives([word], language) and not (word.isupper() and country_in(word, language)):
            break
        if word[:1].isupper():
            named = country_in(word, language) and not word_forms(word, language).adjectives
            return last + 1 if named else last
        last += 1
    return last


def is_described(words: list[re.Match[str]], at: int, language: str) -> bool:
    """``Верховний суд Литви``: whether an adjective before a noun makes it one of several."""
    before = words[at - 1] if at else None
    if before is None or not are_beside(before, words[at]):
        return False
    # "та" is a pronoun too.
    known = word_forms(before.group(), language)
    return bool(known.adjectives) and "CONJ" not in known.pos


def is_said(said: tuple[str, ...], words: list[str], language: str) -> bool:
    """Whether what is said behind a noun stands behind it elsewhere too; nothing may stand for all."""
    same = len(said) == len(words) and all(
        lemmas(left, language) & lemmas(right, language) for left, right in zip(said, words, strict=True)
    )
    return not said or same
