"""Lone words that tell what somebody does or went through: ``дипломат`` is the ambassador, ``засуджена`` the woman."""

from __future__ import annotations

from firsthand.lang import load
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, MOST_PEOPLE, Cast, Person, full_name, surname_of
from firsthand.stages.speakers.sources import has_plural_verb, is_governed, is_nominative

LEAST_DESCRIBED, MOST_DESCRIBED = 3, 8  # words of "осужденная за богохульство христианка"


def called_by_calling(language: str) -> frozenset[str]:
    """All nouns for whoever is of a calling: ``дипломат``, ``політик``."""
    return frozenset(word for row in load(language).table("grammar")["professions"].values() for word in row["called"])


def titles_of_calling(nouns: frozenset[str], language: str) -> frozenset[str]:
    """What stands in the title of one who is called by such a noun: ``посол``, ``МИД`` for ``дипломат``."""
    callings = load(language).table("grammar")["professions"].values()
    meant = (row for row in callings if nouns & frozenset(row["called"]))
    return frozenset(word for row in meant for word in (*row["titled"], *row["called"]))


def of_calling(cast: Cast, nouns: frozenset[str], at: int, nearest: str | None, people: list[Person]) -> str | None:
    """``дипломат`` where the person named last is a president: the one diplomat who spoke or was named last."""
    titled = titles_of_calling(nouns, cast.report.language)
    before = cast.people.get(surname_of(nearest)) if nearest is not None else None
    vague = not nouns & group(cast.report.language, "exact_callings")
    if not titled or (before is not None and ((vague and not before.title.roles) or before.name != nearest)):
        return None
    if before is not None and before.title.words & titled:
        return before.name
    such = {p.name for p in people if p.first < at and p.title.words & titled}
    spoken = (name for place, name, _ in reversed(cast.spoken[-MOST:]) if place < at and name in such)
    return next(spoken, None) or (such.pop() if len(such) == 1 else None)


def from_accused(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``Засуджена``, ``Осужденная за богохульство христианка``: the one woman or man of whom the report can tell so."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    if not words or not lemmas(words[0], language) & group(language, "on_trial") or cast.over(source):
        return False
    gender = gender_of_accused(words, language, is_governed(cast, attribution))
    if not gender or has_plural_verb(cast, attribution) or not (is_nominative(cast, attribution) or len(words) == 1):
        return False
    return only_of_gender(cast, source.start, gender, lemmas(words[0], language)) or False


def gender_of_accused(words: list[str], language: str, governed: bool) -> str:
    """The gender of a participle that stands alone, or for whose noun the last word is; "" where it is another's."""
    first = word_forms(words[0], language)
    singular = {(case, gender) for case, number, gender in first.adjectives | first.nouns if number == "sing"}
    genders = {gender for case, gender in singular if governed or case == "nomn"}
    if len(words) > 1:
        if not LEAST_DESCRIBED - 1 <= len(words) <= MOST_DESCRIBED:
            return ""
        last = word_forms(words[-1], language)
        people = any(r.pos == "NOUN" and "anim" in r.grammemes for r in last.readings)
        genders &= {gender for case, number, gender in last.nouns if (case, number) == ("nomn", "sing") and people}
    return genders.pop() if len(genders) == 1 else ""


def only_of_gender(cast: Cast, at: int, gender: str, called: frozenset[str]) -> str | None:
    """The one person of a gender named before a place, else anywhere; a man must be called so."""
    people = [m for m in cast.mentions[:MOST_PEOPLE] if m.type == "PER"]
    before = {full_name(cast, m) for m in people if m.span.start < at}
    everybody = {full_name(cast, m) for m in people}
    for named in (before, everybody):
        fitting = {name for name in named if cast.gender(name) == gender}
        if gender != "femn":
            fitting = {name for name in fitting if is_called(cast, name, called)}
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def is_called(cast: Cast, name: str, called: frozenset[str]) -> bool:
    """Whether the title of a person has one of these words."""
    person = cast.people.get(surname_of(name))
    return person is not None and bool(person.title.words & called)
