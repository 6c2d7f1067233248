"""The only firm that a report names, and names that stand joined: what a bare ``компанія`` or ``компанії`` may mean."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Mention, Span
from firsthand.stages.attribution.media import known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast
from firsthand.stages.speakers.firms import JOINED_REACH, is_office, is_public, noun_before
from firsthand.stages.speakers.fullest import MOST_TEXT, fullest_body, has_capitals, is_country, with_capital
from firsthand.stages.speakers.sources import begins_sentence
from firsthand.stages.speakers.told import heads_of_bodies

NOUN_REACH = 40  # code points before a name in which its noun stands
NOUN = 3  # letters of the shortest noun: "у" is a preposition
KEY = 5  # letters by which two forms of one name are told to be one
HEAD_WORDS = 3  # of a name among which its noun stands
# A name in quotation marks or in Latin letters behind a noun, at most with its country between.
BORNE = re.compile(
    r"([^\W\d_][\w’'ʼ-]{2,30})(?: ([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{3,20}))?"
    r" (?:[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]|([A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,20}){0,3}))"
)
# A name of at most three words in quotation marks behind any word.
LONE = re.compile(r"([^\W\d_]{1,30}) [«“„\"]([А-ЯЁЄІЇҐ][\w’'ʼ-]{2,20}(?: [\w’'ʼ-]{2,20}){0,2})[»”“\"]")
# "FlyBus скасовує": a name in Latin letters that opens a sentence before a word in other letters.
OPENING_LATIN = re.compile(r"(?:^|[.!?…\n]\s?)([A-Z][A-Za-z0-9&-]{2,20}) ([а-яёіїєґ’'ʼ-]{3,25})")
OPENING_QUOTED = re.compile(
    r"(?:^|[.!?…\n]\s?)[«“„\"]([А-ЯЁЄІЇҐ][\w’'ʼ-]{2,20}(?: [\w’'ʼ-]{2,20}){0,2})[»”“\"] ([а-яёіїєґ’'ʼ-]{3,25})"
)
NAME = (
    r"(?:[«“„\"][^«»“”„\"\n]{2,40}[»”“\"]|\b[a-z]{0,5}[A-Z][\w&-]{1,20}(?: [A-Z][\w&-]{1,20}){0,2}(?: \([A-Z]{2,6}\))?)"
)
LISTED = re.compile(rf"{NAME}(?:\s?, {NAME}){{0,5}},? (?:і|й|та|и) {NAME}")


def business_nouns(language: str) -> frozenset[str]:
    """The nouns for firms, for what they do and for their parts in business."""
    return group(language, "firms|makers|parties")


def sole_firm(cast: Cast, at: int) -> str | None:
    """The only body before a place that can be a firm; where none is, the only one that is called a firm behind it."""
    before = {key_of(name): name for start, name in may_be_firms(cast, at) if start < at}
    found = before or {key_of(name): name for start, name in called_firms(cast) if start >= at}
    return fullest_body(cast, found.popitem()[1]) if len(found) == 1 else None


def sole_or_quoted(cast: Cast, at: int) -> str | None:
    """The only firm before a place; where none is found, the only name in quotation marks behind no noun."""
    firm = sole_firm(cast, at)
    quoted = lone_quoted(cast, at) if firm is None and not may_be_firms(cast, at) else {}
    return quoted.popitem()[1] if len(quoted) == 1 else firm


def lone_quoted(cast: Cast, at: int) -> dict[str, str]:
    """``наклали на «Базис»``: names in quotation marks before a place behind no noun, which were not found as names."""
    language = cast.report.language
    lone = (entry for entry in lone_in(cast.report.text[:MOST_TEXT]) if entry[0] <= at)
    found = (name for _, noun, name in lone if len(noun) < NOUN or not word_forms(noun, language).nouns)
    names = [with_capital(phrase_nominative(name, language)) for name in found]
    media = group(language, "media")
    plain = (name for name in names if not any(lemmas(word, language) & media for word in WORD.findall(name)))
    return {key_of(name): name for name in plain if known_outlet(name, language) is None}


def quoted_alike(cast: Cast, adjective: str) -> str | None:
    """``турецька «Базис»``: the one name in quotation marks behind an adjective."""
    language = cast.report.language
    own, lone = lemmas(adjective, language), lone_in(cast.report.text[:MOST_TEXT])
    names = {key_of(name): name for _, word, name in lone if lemmas(word, language) & own}
    return with_capital(phrase_nominative(names.popitem()[1], language)) if len(names) == 1 else None


@lru_cache(maxsize=4)
def lone_in(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where names in quotation marks end, the words right before them and the names, of a text with many the first."""
    return tuple((m.end(), m.group(1), m.group(2)) for m in islice(LONE.finditer(text), MOST))


def may_be_firms(cast: Cast, at: int) -> list[tuple[int, str]]:
    """Names before a place that may be a firm's, those behind their noun last."""
    named = [firm for firm in named_firms(cast) if firm[0] < at]
    opening = [firm for firm in opening_firms(cast.report.text[:MOST_TEXT], cast.report.language) if firm[0] < at]
    return [*opening, *spoken_firms(cast, at), *named, *called_firms(cast)]


def named_firms(cast: Cast) -> tuple[tuple[int, str], ...]:
    """The bodies of a report that can be firms, with their places."""
    if cast.firms is None:
        bodies = (m for m in cast.mentions[:MOST] if m.type == "ORG" and may_be_firm(cast, m))
        cast.firms = tuple((m.span.start, m.name) for m in bodies)
    return cast.firms


@lru_cache(maxsize=4)
def opening_firms(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """``FlyBus скасовує``, ``«Базис-Авіа» припиняє польоти``: names that open a sentence before a verb."""
    kinds = ((OPENING_LATIN, {"VERB", "ADVB", "PRCL"}), (OPENING_QUOTED, {"VERB"}))
    found = (
        (m.start(1), m.group(1))
        for pattern, behind in kinds
        for m in islice(pattern.finditer(text), MOST)
        if word_forms(m.group(2), language).pos & behind
    )
    return tuple((start, name) for start, name in found if known_outlet(name, language) is None)


def spoken_firms(cast: Cast, at: int) -> list[tuple[int, str]]:
    """Bodies that have spoken under a name that was not found as one: ``у «Базисі» назвали``."""
    found = {m.name for m in cast.mentions[:MOST]}
    spoken = [entry for entry in cast.spoken[-MOST:] if entry[0] < at and entry[2] == "body" and entry[1] not in found]
    return [(start, name) for start, name, _ in spoken if name[:1].isupper() and may_bear(name, cast.report.language)]


@lru_cache(maxsize=20_000)
def may_bear(name: str, language: str) -> bool:
    """Whether a name may be a firm's: no letters, no office, no noun for another body in it."""
    others = (group(language, "bearers|offices") | heads_of_bodies(language)) - group(language, "firms")
    words = WORD.findall(name)[:HEAD_WORDS]
    known = known_outlet(name, language) is not None or is_office(name, language) or is_public(name)
    return not known and not name.isupper() and not any(lemmas(word, language) & others for word in words)


def may_be_firm(cast: Cast, mention: Mention) -> bool:
    """Whether a body can be a firm: no outlet, no office, no union, no letters that may be an office's."""
    name, language = mention.name, cast.report.language
    others = (group(language, "bearers|offices") | heads_of_bodies(language)) - group(language, "firms")
    head = frozenset(lemma for word in WORD.findall(name)[:HEAD_WORDS] for lemma in lemmas(word, language))
    # Letters may be an office's; "Супутник V" is a product.
    mixed = not name.isascii() and any(word.isascii() for word in WORD.findall(name))
    letters = mixed or (has_capitals(name) and (not name.isascii() or " " not in name))
    # "Держпродспоживслужба"
    letters = letters or (WORD.fullmatch(name) is not None and name.lower().endswith(tuple(group(language, "offices"))))
    if letters or known_outlet(name, language) is not None or is_office(name, language) or is_public(name):
        return False
    if head & group(language, "media"):
        return False
    # "лінію в Генті" that was found as a body is no firm's.
    alone = name.isalpha() and not name.isascii()
    placed = alone and (behind_place(cast, mention.span.start) or opens_as_noun(cast, mention))
    return not placed and not others & (noun_before(cast, mention) | head)


def opens_as_noun(cast: Cast, mention: Mention) -> bool:
    """``Дрон`` that opens a sentence and was found as a name."""
    known = word_forms(mention.name, cast.report.language)
    return begins_sentence(cast, mention.span.start) and bool(known.nouns) and not known.grammemes & {"Geox", "Orgn"}


def behind_place(cast: Cast, at: int) -> bool:
    """Whether a preposition of place stands right before a place."""
    before = WORD.findall(cast.report.text[max(0, at - NOUN_REACH) : at])[-1:]
    spaced = cast.report.text[at - 1 : at] == " "
    return spaced and any(word.lower() in group(cast.report.language, "where_prepositions") for word in before)


def called_firms(cast: Cast) -> tuple[tuple[int, str], ...]:
    """Names in quotation marks or Latin letters behind a noun for a firm."""
    return called_in(cast.report.text[:MOST_TEXT], cast.report.language)


@lru_cache(maxsize=4)
def called_in(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The firms of a text that are called so."""
    kinds = business_nouns(language)
    return tuple((start, name) for start, noun, name in borne_in(text, language) if noun & kinds)


def borne(cast: Cast) -> tuple[tuple[int, frozenset[str], str], ...]:
    """Names in quotation marks or Latin letters with the words right before them."""
    return borne_in(cast.report.text[:MOST_TEXT], cast.report.language)


@lru_cache(maxsize=4)
def borne_in(text: str, language: str) -> tuple[tuple[int, frozenset[str], str], ...]:
    """Names of a text with the words right before them, of very many the first."""
    # In "розробник вакцини «Базис»" the name is the product's.
    found = (
        (m.start(3) - 1 if m.group(3) else m.start(4), noun_of(m, language), m.group(3) or m.group(4))
        for m in islice(BORNE.finditer(text), MOST)
    )
    return tuple((start, lemmas(noun, language), name) for start, noun, name in found if is_called(name, language))


def noun_of(borne: re.Match[str], language: str) -> str:
    """``оператор`` of ``оператор Польщі «Базис»``: the noun behind which a name stands, past its country."""
    noun, between = borne.group(1), borne.group(2)
    return noun if between is None or is_country(between, language) else between


def is_called(name: str, language: str) -> bool:
    """Whether a name may stand in the nominative: in ``виробник «Супутника»`` it is what is made."""
    first = WORD.search(name)
    known = word_forms(first.group(), language) if first is not None else None
    forms = {(case, number) for case, number, _ in known.nouns | known.adjectives} if known is not None else set()
    return ("gent", "sing") not in forms or any(case == "nomn" for case, _ in forms)


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """The first letters of a name, which no case changes."""
    return "".join(letter for letter in name.lower() if letter.isalnum())[:KEY]


def from_listed(cast: Cast, source: Span) -> str | None:
    """``«Базис», Skyline та Anchor ... Перевізники``: names joined before a place, as they stand; no outlets."""
    text, language = cast.report.text, cast.report.language
    words = WORD.findall(source.of(text))
    kinds = business_nouns(language) | group(language, "claimants|traders")
    if len(words) != 1 or not lemmas(words[0], language) & kinds:
        return None
    found = list(LISTED.finditer(text, max(0, source.start - JOINED_REACH), source.start))[-1:]
    outlets = (known_outlet(name, language) for match in found for name in re.findall(NAME, match.group()))
    return found[0].group() if found and not any(outlets) else None
