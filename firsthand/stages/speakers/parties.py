"""The one firm that a noun for a part in business means: ``виробник``, ``оператор``, ``інвестор``, ``позивач``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from firsthand.names.keys import notions
from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.media import known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, MOST, OPENING, Cast
from firsthand.stages.speakers.crowds import NEAR, sentences_before
from firsthand.stages.speakers.firms import is_office, is_public, noun_before
from firsthand.stages.speakers.fullest import MOST_TEXT, fullest_body, has_capitals
from firsthand.stages.speakers.issuers import issuer
from firsthand.stages.speakers.sources import has_plural_noun
from firsthand.stages.speakers.told import heads_of_bodies

NOUN_REACH = 40  # code points before a name in which its noun stands
SUIT_REACH = 1000  # code points back to the sentence that tells who went to court
KEY = 5  # letters by which two forms of one name are told to be one
HEAD_WORDS = 3  # of a name among which its noun stands
QUOTED = re.compile(r"([^\W\d_][\w’'ʼ-]{2,30}) [«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]")
# "FlyBus скасовує": a name in Latin letters that opens a sentence before a word in other letters.
OPENING_LATIN = re.compile(r"(?:^|[.!?…\n]\s?)([A-Z][A-Za-z0-9&-]{2,20}) ([а-яёіїєґ’'ʼ-]{3,25})")
NAME = r"(?:[«“„\"][^«»“”„\"\n]{2,40}[»”“\"]|[A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,20}){0,2})"
LISTED = re.compile(rf"{NAME}(?:, {NAME}){{0,5}},? (?:і|й|та|и) {NAME}")


def as_quoted(report: Report, mention: Mention) -> Mention:
    """``фірми «Базис»``: in quotation marks behind its noun a name stands as it is called."""
    text, start, stop = report.text, mention.span.start, mention.span.stop
    marked = start > 0 and text[start - 1] in OPENING and text[stop : stop + 1] in CLOSING
    if mention.type not in ("ORG", "PRO") or not marked:
        return mention
    before = WORD.findall(text[max(0, start - NOUN_REACH) : start - 1])[-1:]
    nouns = business_nouns(report.language) | group(report.language, "bearers") | heads_of_bodies(report.language)
    borne = before and before[0].islower() and lemmas(before[0], report.language) & nouns
    return replace(mention, name=mention.span.of(text)) if borne else mention


def business_nouns(language: str) -> frozenset[str]:
    """The nouns for firms, for what they do and for their parts in business."""
    return group(language, "firms") | group(language, "makers") | group(language, "parties")


def from_party(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``Виробник``, ``турецький забудовник``: the firm so called anywhere in the report, else the only one in it."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    nouns = lemmas(words[-1], language) & (group(language, "makers") | group(language, "parties"))
    claims = lemmas(words[-1], language) & group(language, "claimants")
    if not (nouns or claims) or not 1 <= len(words) <= 2 or (len(words) > 1 and not is_of_country(words[0], language)):
        return False
    if has_plural_noun(cast, attribution) or cast.over(source):
        return False
    if is_titled(cast, nouns | claims) or follows_person(cast, source.start, nouns):
        return False
    if claims:
        return claimant(cast, source.start) or False
    return named_with(cast, nouns) or sole_firm(cast, source.start) or False


def is_of_country(word: str, language: str) -> bool:
    """Whether a word is the adjective of a country: ``турецький``."""
    adjective = bool(word_forms(word, language).adjectives)
    return adjective and any(notion.startswith("@") for notion in notions(word, language))


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
    mentions = [m for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and noun_before(cast, m) & nouns]
    found = {key_of(m.name): m.name for m in mentions}
    found |= {key_of(name): name for _, noun, name in quoted(cast) if noun & nouns}
    return fullest_body(cast, found.popitem()[1]) if len(found) == 1 else None


def sole_firm(cast: Cast, at: int) -> str | None:
    """The only body before a place that can be a firm; where none is, the only one that is called a firm behind it."""
    before = {key_of(name): name for start, name in may_be_firms(cast, at) if start < at}
    found = before or {key_of(name): name for start, name in called_firms(cast) if start >= at}
    return fullest_body(cast, found.popitem()[1]) if len(found) == 1 else None


def may_be_firms(cast: Cast, at: int) -> list[tuple[int, str]]:
    """Names before a place that may be a firm's, those in quotation marks behind their noun last."""
    text, language = cast.report.text[: min(at, MOST_TEXT)], cast.report.language
    named = [(m.span.start, m.name) for m in cast.before(at) if m.type == "ORG" and may_be_firm(cast, m)]
    opening = [
        (match.start(1), match.group(1))
        for match in OPENING_LATIN.finditer(text)
        if "VERB" in word_forms(match.group(2), language).pos and known_outlet(match.group(1), language) is None
    ]
    return [*opening, *named, *called_firms(cast)]


def may_be_firm(cast: Cast, mention: Mention) -> bool:
    """Whether a body can be a firm: no outlet, no office, no union, no letters that may be an office's."""
    name, language = mention.name, cast.report.language
    others = (group(language, "bearers") | group(language, "offices") | heads_of_bodies(language)) - group(
        language, "firms"
    )
    head = frozenset(lemma for word in WORD.findall(name)[:HEAD_WORDS] for lemma in lemmas(word, language))
    letters = has_capitals(name) and not name.isascii()
    if letters or known_outlet(name, language) is not None or is_office(name, language) or is_public(name):
        return False
    return not others & (noun_before(cast, mention) | head)


def called_firms(cast: Cast) -> list[tuple[int, str]]:
    """Names in quotation marks behind a noun for a firm."""
    kinds = business_nouns(cast.report.language)
    return [(start, name) for start, noun, name in quoted(cast) if noun & kinds]


def quoted(cast: Cast) -> list[tuple[int, frozenset[str], str]]:
    """Names in quotation marks with the nouns before them."""
    text, language = cast.report.text[:MOST_TEXT], cast.report.language
    return [(m.start(2), lemmas(m.group(1), language), m.group(2)) for m in QUOTED.finditer(text)]


def key_of(name: str) -> str:
    """The first letters of a name, which no case changes."""
    return "".join(letter for letter in name.lower() if letter.isalnum())[:KEY]


def from_list(cast: Cast, at: int, reach: int) -> str | None:
    """``«Базис», Skyline та Anchor``: names joined before a place, as they stand, if none of them is an outlet's."""
    text, language = cast.report.text, cast.report.language
    found = list(LISTED.finditer(text, max(0, at - reach), at))[-1:]
    outlets = (known_outlet(name, language) for match in found for name in re.findall(NAME, match.group()))
    return found[0].group() if found and not any(outlets) else None
