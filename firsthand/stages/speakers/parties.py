"""The one firm that a noun for a part in business means: ``виробник``, ``оператор``, ``інвестор``, ``позивач``."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, MOST, OPENING, Cast
from firsthand.stages.speakers.crowds import NEAR, sentences_before
from firsthand.stages.speakers.firms import noun_before
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.issuers import issuer
from firsthand.stages.speakers.sole import borne, business_nouns, key_of, quoted_alike, sole_firm
from firsthand.stages.speakers.sources import has_plural_verb
from firsthand.stages.speakers.told import heads_of_bodies, is_of_country

NOUN_REACH = 40  # code points before a name in which its noun stands
SUIT_REACH = 1000  # code points back to the sentence that tells who went to court


def as_quoted(report: Report, mention: Mention) -> Mention:
    """``фірми «Базис»``: in quotation marks behind its noun a name stands as it is called."""
    text, start, stop = report.text, mention.span.start, mention.span.stop
    marked = start > 0 and text[start - 1] in OPENING and text[stop : stop + 1] in CLOSING
    if mention.type not in ("ORG", "PRO") or not marked:
        return mention
    before = WORD.findall(text[max(0, start - NOUN_REACH) : start - 1])[-1:]
    nouns = business_nouns(report.language) | group(report.language, "bearers") | heads_of_bodies(report.language)
    borne = before and lemmas(before[0], report.language) & nouns
    return replace(mention, name=mention.span.of(text)) if borne else mention


def from_party(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``Виробник``, ``турецький забудовник``: the firm so called anywhere in the report, else the only one in it."""
    language = cast.report.language
    words = without_field(WORD.findall(source.of(cast.report.text)), language)
    kinds = group(language, "makers|parties") - group(language, "offices")
    nouns = lemmas(words[-1], language) & kinds
    claims = lemmas(words[-1], language) & group(language, "claimants")
    if (
        not (nouns or claims)
        or not 1 <= len(words) <= 2
        or (len(words) > 1 and not is_adjective_of_country(words[0], language))
    ):
        return False
    if has_plural_verb(cast, attribution) or is_plural(words[-1], language) or cast.over(source):
        return False
    if is_titled(cast, nouns | claims) or follows_person(cast, source.start, nouns):
        return False
    if claims:
        return claimant(cast, source.start) or False
    described = quoted_alike(cast, words[0]) if len(words) > 1 else None
    return described or named_with(cast, nouns) or sole_firm(cast, source.start) or False


def without_field(words: list[str], language: str) -> list[str]:
    """``розробник додатка``: the words of a source without the genitives in small letters that are a firm's field."""
    last = len(words)
    while last > 1 and words[last - 1].islower():
        known = word_forms(words[last - 1], language)
        if "gent" not in cases_in(known.nouns | known.adjectives) or lemmas(words[last - 1], language) & business_nouns(
            language
        ):
            break
        last -= 1
    return words[:last]


def is_plural(word: str, language: str) -> bool:
    """``виробники``, ``виробників``: whether a noun is of several in the nominative, or in all cases that it may be."""
    nouns = word_forms(word, language).nouns
    nominative = {number for case, number, _ in nouns if case == "nomn"}
    return (nominative or {number for _, number, _ in nouns}) == {"plur"}


def is_adjective_of_country(word: str, language: str) -> bool:
    """Whether a word is the adjective of a country: ``турецький``."""
    return bool(word_forms(word, language).adjectives) and is_of_country(word, language)


def is_titled(cast: Cast, nouns: frozenset[str]) -> bool:
    """Whether a person of the report is called by such a noun: ``інвестор Олесь Гнатюк``."""
    return any(not nouns.isdisjoint(person.title.words) for person in cast.people.values())


def follows_person(cast: Cast, at: int, nouns: frozenset[str]) -> bool:
    """Whether a noun that may be a person's follows upon the words of one."""
    last = [spoken for spoken in cast.spoken[-MOST:] if at - NEAR < spoken[0] < at][-1:]
    return bool(nouns & group(cast.report.language, "parties")) and any(kind == "person" for _, _, kind in last)


def claimant(cast: Cast, at: int) -> str | None:
    """``Базис подав позов. Позивач ...``: who is told to have gone to court."""
    suits = group(cast.report.language, "lawsuits")
    starts = sentences_before(cast, at, SUIT_REACH)
    found = (issuer(cast, start, stop, suits) for start, stop in reversed(list(pairwise(starts))))
    return next((name for name in found if name is not None), None)


def named_with(cast: Cast, nouns: frozenset[str]) -> str | None:
    """``дилера «Базис»``: the one body behind one of these nouns anywhere in the report."""
    if nouns in cast.named:
        return cast.named[nouns]
    mentions = [m for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and noun_before(cast, m) & nouns]
    found = {key_of(m.name): m.name for m in mentions}
    found |= {key_of(name): name for _, noun, name in borne(cast) if noun & nouns}
    cast.named[nouns] = fullest_body(cast, found.popitem()[1]) if len(found) == 1 else None
    return cast.named[nouns]
