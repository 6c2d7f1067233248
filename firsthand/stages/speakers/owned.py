"""Whose a document is by the words behind its noun: ``заява НАК``, ``звіт литовської компанії``."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import bare_name, first_noun, is_platform, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.bare_bodies import only_firm
from firsthand.stages.speakers.cast import CLOSING, OPENING, Cast, full_name
from firsthand.stages.speakers.firms import is_short_office
from firsthand.stages.speakers.fullest import fullest_body, with_capital
from firsthand.stages.speakers.roles import from_role
from firsthand.stages.speakers.sources import is_singular_person
from firsthand.stages.speakers.told import heads_of_bodies

OFFICE_REACH = 4  # code points before "посту" in which its preposition stands
GENITIVES = ("ы", "и", "я", "і", "ї", "о")  # how a word joined with a genitive ends: "Мінекономіки"
LONGEST_LATIN = 3  # words of a name in Latin letters
PUNCTUATION = re.compile(r"[^\w\s«“\"-]")
PLACED = re.compile(r"\s(?:у|в|во|на|о|об|про)\s")
BY_RULE = re.compile(r"\s(?:по|про|о|об|за|щодо|против|проти)\s$")
# "звіт компанії за рік": what a report is about or for.
AFTERTHOUGHT = re.compile(r"\s(?:от|від|по|за|про|о|об|щодо|для|на)\s[^«»“”\"]{1,200}$")


def owner_within(cast: Cast, source: Span) -> str | None:
    """``план литовського уряду``, ``опитування агентства «Базис»``: a body by its common noun behind the document's."""
    text, language = source.of(cast.report.text), cast.report.language
    rest = behind_documents(text, language)
    words = WORD.findall(rest)
    if not words or not is_genitive(words[0], language):
        return None
    named = [m for m in cast.over(Span(source.stop - len(rest), source.stop)) if m.type == "ORG"]
    if rest[:1].isupper():
        whole = len(named) == 1 and named[0].span.stop == source.stop and len(words) > 1
        name = phrase_nominative(rest, language, True)
        return fullest_body(cast, name[:1].upper() + name[1:]) if whole else None
    bodies = (group(language, "bodies|bearers") | heads_of_bodies(language)) - group(language, "owning_nothing")
    body = first_noun(rest, language) & bodies
    # "сайт аеропорту" tells no more than the site.
    alone = len(words) == 1 and not first_noun(text, language) & group(language, "works")
    if are_authors(rest, language):
        return phrase_nominative(rest, language, True)
    if not body or alone or len(named) > 1:
        return None
    rest = AFTERTHOUGHT.sub("", rest)
    if rest[0] in OPENING:
        # "сторінці «Спілки рибалок»"
        return fullest_body(
            cast, with_capital(phrase_nominative(rest.strip("".join((OPENING, *CLOSING))), language, True))
        )
    bare = bare_name(rest, language, "bearers") or bare_name(rest, language, "makers")
    bare = bare or only_firm(cast, Span(source.stop - len(rest), source.stop), words)
    return fullest_body(cast, bare or phrase_nominative(rest, language, True))


def owner_by_post(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``заява речника уряду``, ``лист прем'єра``: who is meant by the person behind the document's noun."""
    text, language = source.of(cast.report.text), cast.report.language
    rest = behind_documents(text, language)
    words = WORD.findall(rest)
    letters = any(word.isupper() for word in words[1:])
    if letters and is_in_office(cast, source):
        return None
    if (
        not words
        or not all(word.islower() or (at and word.isupper()) for at, word in enumerate(words))
        or not is_singular_person(words, language, True)
        or not is_genitive(words[0], language)
    ):
        return None
    behind = Span(source.stop - len(rest), source.stop)
    author = from_role(cast, replace(attribution, source=behind, rule="phrase"), behind)
    # "допис очільниці РВА" is hers only where she is named.
    return author if isinstance(author, str) and (not letters or author in cast.persons) else None


def is_in_office(cast: Cast, source: Span) -> bool:
    """``на посту глави МЗС``: whether what may be a post on a page is one that somebody holds."""
    first = WORD.match(source.of(cast.report.text))
    before = WORD.findall(cast.report.text[max(0, source.start - OFFICE_REACH) : source.start])[-1:]
    held = group(cast.report.language, "in_office")
    return first is not None and any(f"{word.lower()} {first.group().lower()}" in held for word in before)


def are_authors(text: str, language: str) -> bool:
    """``звернення скаржників``, ``заява авіакомпаній``: several people or firms in the genitive, who put it out."""
    words = WORD.findall(text)
    head = next((word for word in words if not word_forms(word, language).adjectives), "")
    if not head.islower() or any(word in group(language, "where_prepositions") for word in words):
        return False
    readings = [r for r in word_forms(head, language).readings if r.pos == "NOUN"]
    several = bool(readings) and all("plur" in r.grammemes for r in readings)
    people = all("anim" in r.grammemes for r in readings)
    return several and (people or bool(lemmas(head, language) & group(language, "firms")))


def behind_documents(text: str, language: str) -> str:
    """What stands behind the noun for a document, or behind several: ``уряду`` of ``результати опитування уряду``."""
    kinds = group(language, "works|documents|replies")
    words = list(WORD.finditer(text))
    found = [bool(lemmas(word.group(), language) & kinds) for word in words]
    found[:1] = [found[0] or is_platform(words[0].group(), language)] if found else []
    if True not in found:
        return ""
    first = found.index(True)
    last = next((at for at in range(first, len(words) - 1) if not found[at + 1]), len(words) - 1)
    return text[words[last].end() :].strip()


def is_genitive(word: str, language: str) -> bool:
    """Whether a word may stand in the genitive; one that the dictionary does not know may."""
    known = word_forms(word, language)
    cases = cases_in(known.nouns | known.adjectives)
    return "gent" in cases if cases else "PREP" not in known.pos


def behind_first(cast: Cast, source: Span) -> Span:
    """A source without its first word: ``дипломатів`` of ``коментар дипломатів``."""
    first = WORD.search(source.of(cast.report.text))
    return Span(source.stop if first is None else min(source.stop, source.start + first.end() + 1), source.stop)


def is_genitive_chain(text: str, language: str) -> bool:
    """Whether only genitives stand between a noun and a name."""
    return not PUNCTUATION.search(text) and all(is_genitive(word, language) for word in WORD.findall(text))


def owner_of(cast: Cast, source: Span) -> str | None:
    """``заява НАК``: whose name stands in the source behind its noun."""
    inside = [m for m in cast.over(source) if source.contains(m.span) and m.span.start > source.start]
    owner = next((m for m in inside if m.type in ("ORG", "PER", "LOC", "PRO")), None)
    if inside and inside[-1].type == "PER" and inside[-1].span.stop == source.stop:
        # "сообщение директора Skyline Олеся Гнатюка"
        owner = inside[-1]
    # "звіт компанії за МСФО" is by no such owner.
    if owner is None or BY_RULE.search(cast.report.text[source.start : owner.span.start]):
        return None
    # "Дослідження в Литві та Естонії"
    if owner.type == "LOC" and PLACED.search(cast.report.text[source.start : owner.span.start]):
        return None
    if owner.type == "LOC" and owner.span.stop == source.stop and (body := body_of_place(cast, source)) is not None:
        return body
    return full_name(cast, owner) if owner.type == "PER" else fullest_body(cast, owner.name)


def body_of_place(cast: Cast, source: Span) -> str | None:
    """``уведомление королевского двора Дании``: what stands in the genitive between a document and a place."""
    rest = behind_documents(source.of(cast.report.text), cast.report.language)
    words = WORD.findall(rest)
    body = bool(first_noun(rest, cast.report.language) & group(cast.report.language, "of_states"))
    lead = [word for at, word in enumerate(words[:-1]) if word.islower() or (at == 0 and body)]
    nouns = any(word_forms(word, cast.report.language).nouns for word in lead)
    if not lead or len(lead) != len(words) - 1 or not nouns or not is_genitive_chain(rest, cast.report.language):
        return None
    name = phrase_nominative(rest, cast.report.language, True)
    return with_capital(name) if rest[:1].isupper() else name


def latin_owner(cast: Cast, source: Span) -> str | None:
    """``сайт Volanta``, ``опитування ЦСМ``, ``лист Мінлісу``: Latin letters, capitals, a joined word, not yet found."""
    rest = behind_documents(source.of(cast.report.text), cast.report.language)
    words = rest.split()
    latin = 1 <= len(words) <= LONGEST_LATIN and all(w[:1].isupper() and w.isascii() and w.isalnum() for w in words)
    latin = latin or (len(words) == 1 and len(rest) > 1 and rest.isalpha() and rest.isupper())
    if latin and not is_platform(rest, cast.report.language):
        return fullest_body(cast, rest)
    if len(words) != 1 or not is_short_office(rest, cast.report.language):
        return None
    # "Мінекономіки" is a genitive already.
    fixed = rest.endswith(GENITIVES)
    return fullest_body(cast, rest if fixed else with_capital(phrase_nominative(rest, cast.report.language, True)))
