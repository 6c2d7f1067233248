"""Names taken with what is no part of them, or without a part: ``Оману Саїд``, ``Граф`` of ``Саскія де Граф``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.nominative import nominative
from firsthand.names.person import known_names
from firsthand.names.reference import organisation_id, place_id
from firsthand.records import Mention, Report, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.cast import is_inflected, surname_of
from firsthand.stages.speakers.firms import is_short_office
from firsthand.stages.speakers.mistaken import is_post

PAIR = 2  # words of a surname with the body before it
POST_REACH = 80  # code points before a body in which the post of it stands
MOST_LEADING = 4  # words: "представник генерального директорату"
ANIMATE = frozenset(("anim", "Name", "Surn", "Patr", "Geox"))
LEAST = 3  # words of a name with one that is not of it
NOUN_REACH = 30  # code points before a name in which its noun stands
GENITIVES = ("а", "ы", "ів", "ов")  # how a place in the genitive may end
GIVEN_REACH = 40  # code points before a surname in which a given name with particles stands
GIVEN = re.compile(r"(?:^|[^.!?\n]\s)([А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{2,20})((?:\s[а-яёєіїґ]{2,4}){1,2})\s$")


def with_lead_apart(
    report: Report, mention: Mention, surnames: frozenset[str] = frozenset(), clients: frozenset[str] = frozenset()
) -> tuple[Mention, ...]:
    """A person's name without the place, the other's name or the title that was taken as its beginning.

    ``surnames``, ``clients``: of those whom the report names in full elsewhere, and how these names are written there.
    """
    words = mention.span.of(report.text).split(" ")
    if report.language != "en" and is_behind_its_body(report, mention, words):
        return cut_behind_body(report, mention, words)
    if mention.type != "PER" or report.language == "en" or len(words) != len(mention.name.split()):
        return (mention,)
    titled = words_of_title(words, report.language)
    if titled:
        return (cut(report, mention, words, titled),)
    if (client := words_of_client(report, mention, words, clients)) > 0:
        theirs = Span(mention.span.start, mention.span.start + len(" ".join(words[:client])))
        return replace(mention, span=theirs, name=" ".join(words[:client])), cut(report, mention, words, client)
    if len(words) < LEAST or not (is_apart(report, mention, words) or is_of_known(report, mention, words, surnames)):
        return (mention,)
    lead = replace(mention, span=Span(mention.span.start, mention.span.start + len(words[0])), name=words[0])
    place = is_place_in_genitive(words[0], report.language)
    return replace(lead, type="LOC") if place else lead, cut(report, mention, words, 1)


def cut(report: Report, mention: Mention, words: list[str], at: int) -> Mention:
    """A name from one of its words on, as it is written where that word stands as in the nominative."""
    start = mention.span.start + len(" ".join(words[:at])) + 1
    rest, name = words[at:], mention.name.split()[at:]
    given = rest[0].lower() in known_names(report.language)
    return replace(mention, span=Span(start, mention.span.stop), name=" ".join(rest if given else name))


def is_behind_its_body(report: Report, mention: Mention, words: list[str]) -> bool:
    """``речник Мінлісу Дудар``, ``голова МАГАТЕ Гроссі``: a surname taken together with the body behind a post."""
    language = report.language
    if len(words) != PAIR or mention.type not in ("PER", "ORG") or not WORD.fullmatch(words[1]):
        return False
    body, surname = words
    letters = body.isupper() and organisation_id(body) is not None
    if not (letters or (mention.type == "PER" and is_body_in_genitive(body, language))):
        return False
    if body.lower() in known_names(language) or organisation_id(mention.span.of(report.text)) is not None:
        return False
    known = [r for r in readings(surname.lower(), language) if r.known]
    named = surname.istitle() and (not known or any("Surn" in r.tags for r in known)) and place_id(surname) is None
    return named and is_led_by_post(report, mention)


def is_body_in_genitive(word: str, language: str) -> bool:
    """``Мінлісу``, ``Єврокомісії``: whether a word can only be a body's noun, joined or not, in the genitive."""
    known = [r for r in readings(word.lower(), language) if r.known]
    if not word.istitle() or any(r.pos != "NOUN" or r.tags & ANIMATE for r in known):
        return False
    # "Мінекономіки" has one form.
    genitive = any((r.case, r.number) == ("gent", "sing") for r in known)
    plain = any((r.case, r.number) == ("nomn", "sing") and "Fixd" not in r.tags for r in known)
    if genitive and plain:
        return False
    bodies = tuple(group(language, "bodies|offices"))
    joined = genitive and any("Orgn" in r.tags or r.lemma.endswith(bodies) for r in known)
    return joined or ((genitive or not known) and is_short_office(word, language))


def is_led_by_post(report: Report, mention: Mention) -> bool:
    """Whether a noun for who holds a post leads to a name, at most with nouns of things in the genitive between."""
    before = report.text[max(0, mention.span.start - POST_REACH) : mention.span.start]
    if not before.endswith(" "):
        return False
    for word in reversed(WORD.findall(re.split(r"[^\w\s’'ʼ-]", before)[-1])[-MOST_LEADING:]):
        if is_post(word, report.language):
            return True
        known = [r for r in readings(word.lower(), report.language) if r.known]
        if not any(r.case == "gent" for r in known) or not word.islower():
            return False
    return False


def cut_behind_body(report: Report, mention: Mention, words: list[str]) -> tuple[Mention, Mention]:
    """A body's name and the surname behind it."""
    stop = mention.span.start + len(words[0])
    body = replace(
        mention,
        type="ORG",
        span=Span(mention.span.start, stop),
        name=words[0] if words[0].isupper() else nominative(words[0], "ORG", report.language),
    )
    return body, replace(mention, type="PER", span=Span(stop + 1, mention.span.stop), name=words[1])


def words_of_title(words: list[str], language: str) -> int:
    """``В'єтнамський блогер Нгуєн Ван Лонг``: how many words up to the last in small letters, no particle, lead."""
    particles = table(f"{language}/names")["particles"]
    small = [at for at, word in enumerate(words) if word.islower() and word not in particles and "-" not in word]
    named = len(words) - small[-1] - 1 if small else 0
    return small[-1] + 1 if named > 1 and all(word[:1].isupper() for word in words[small[-1] + 1 :][:1]) else 0


def is_apart(report: Report, mention: Mention, words: list[str]) -> bool:
    """Whether the first word is a place's behind a title, or the surname of whom the one named next defends."""
    language = report.language
    before = WORD.findall(report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    if not before or words[0].lower() in known_names(language) or report.text[mention.span.start - 1] != " ":
        return False
    if is_place_in_genitive(words[0], language) or is_place_of_office(before[0], words, language):
        return True
    given = words[1].lower() in known_names(language)
    return given and bool(lemmas(before[0], language) & group(language, "relational"))


def is_place_of_office(before: str, words: list[str], language: str) -> bool:
    """``порту Лероса Такіс Мавріс``: an unknown word that ends as a genitive, behind a noun of things in that case."""
    nouns = [r for r in readings(before, language) if r.known and r.pos == "NOUN"] if before.islower() else []
    things = any(r.case == "gent" for r in nouns) and not any("anim" in r.tags for r in nouns)
    plain = len(words) == LEAST and not any(word.islower() or "-" in word for word in words)
    if not things or not plain or not words[0].endswith(GENITIVES) or words[0].isascii():
        return False
    patronymic = any("Patr" in r.tags for word in words[1:] for r in readings(word.lower(), language))
    return not patronymic and not any(r.known for r in readings(words[0].lower(), language))


def is_of_known(report: Report, mention: Mention, words: list[str], surnames: frozenset[str]) -> bool:
    """``Адвокат Кунцевича Рута Янкаускайте``: behind who acts for another, the surname of one named elsewhere."""
    before = WORD.findall(report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    others = group(report.language, "relational|kin")
    endings = group(report.language, "surname_endings")
    first = words[0].lower()
    known = any(first != surname and is_inflected(first, surname, endings) for surname in surnames)
    return known and any(lemmas(word, report.language) & others for word in before)


def words_of_client(report: Report, mention: Mention, words: list[str], clients: frozenset[str]) -> int:
    """``Захисник Сари Назарі Юсуф Мансур``: how many words in front, behind who acts for another, name that one."""
    before = WORD.findall(report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    others = group(report.language, "relational|kin")
    if not any(lemmas(word, report.language) & others for word in before):
        return 0
    return next((at for at in (2, 3) if len(words) > at and " ".join(words[:at]) in clients), 0)


def is_place_in_genitive(word: str, language: str) -> bool:
    """``Фландрії``: whether the dictionary has a word as a place's name in the genitive, and not as it stands."""
    known = [r for r in readings(word.lower(), language) if r.known and r.number == "sing"]
    found = [r for r in known if "Geox" in r.tags]
    # "Вестфалії" is in no dictionary; "Марії" is, as a woman's.
    guessed = word.endswith(("ии", "ії")) and not any("Name" in r.tags for r in known)
    return guessed or (any(r.case == "gent" for r in found) and not any(r.case == "nomn" for r in found))


def surnames_in(mentions: Iterable[Mention]) -> frozenset[str]:
    """The surnames of people named with a given name and no more."""
    return frozenset(surname_of(m.name) for m in mentions if m.type == "PER" and len(m.name.split()) == LEAST - 1)


def with_given_before(report: Report, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names with the given name and particles before a surname taken alone: ``Саскія де Граф``."""
    found: list[Mention] = []
    for named in mentions:
        mention = as_surname(report, found[-1], named) if found else named
        whole = whole_name(report, mention)
        # "Саскія" was found as a place.
        while whole is not None and found and found[-1].span.start >= whole.span.start:
            found.pop()
        if whole is not None and found and (body := without_given(report, found[-1], whole)) is not None:
            found[-1] = body
        over = whole is not None and bool(found) and found[-1].span.stop > whole.span.start
        found.append(mention if whole is None or over else whole)
    return tuple(found)


def as_surname(report: Report, before: Mention, place: Mention) -> Mention:
    """``Лейден`` that was taken for a place, right behind what ends in ``ван``: somebody's surname."""
    if place.type != "LOC" or not ends_in_particle(report, before) or before.span.stop + 1 != place.span.start:
        return place
    return replace(place, type="PER", name=place.span.of(report.text))


def ends_in_particle(report: Report, mention: Mention) -> bool:
    """Whether a name breaks off at a particle: ``Йост ван``."""
    particles = table(f"{report.language}/names").get("particles", ())
    return mention.span.of(report.text).rsplit(" ", 1)[-1] in particles


def without_given(report: Report, body: Mention, person: Mention) -> Mention | None:
    """``Єврогрупи Йост ван`` that was taken for a body: the body before whose name goes on behind the particle."""
    stop = person.span.start - 1
    if body.type == "PER" or not ends_in_particle(report, body) or not body.span.start < stop < body.span.stop:
        return None
    span = Span(body.span.start, stop)
    return replace(body, span=span, name=nominative(span.of(report.text), "ORG", report.language))


def whole_name(report: Report, mention: Mention) -> Mention | None:
    """A surname in the nominative with the given name and particles before it."""
    text, language = mention.span.of(report.text), report.language
    if mention.type != "PER" or " " in text or text != mention.name or language == "en":
        return None
    reach = max(0, mention.span.start - GIVEN_REACH)
    before = GIVEN.search(report.text[reach : mention.span.start])
    particles = table(f"{language}/names")["particles"]
    if before is None or not all(word in particles for word in before.group(2).split()):
        return None
    start = reach + before.start(1)
    return replace(mention, span=Span(start, mention.span.stop), name=report.text[start : mention.span.stop])
