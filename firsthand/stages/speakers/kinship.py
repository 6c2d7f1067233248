"""Relatives by their surname: ``дружина пастора Олеся Гнатюка`` is the one woman called Гнатюк beside him."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.words import group, word_forms
from firsthand.stages.speakers.cast import Cast, Person, full_name, surname_of

LEAST = 3  # letters of a surname that two forms of it share
ENDING = 2  # letters in which the forms for a man and a woman differ


def relative_of(cast: Cast, source: Span, noun: frozenset[str]) -> str | None:
    """The one person of the noun's gender who shares the surname of whose relative a source tells."""
    named = [full_name(cast, m) for m in cast.over(source) if m.type == "PER"]
    genders = {gender for word in noun for _, _, gender in word_forms(word, cast.report.language).nouns}
    gender = genders.pop() if len(genders) == 1 else ""
    if len(named) != 1 or not gender:
        return None
    known = {p.name for p in cast.people.values() if p.name != named[0] and may_be_relative(cast, p, named[0], gender)}
    return known.pop() if len(known) == 1 else None


def may_be_relative(cast: Cast, person: Person, whose: str, gender: str) -> bool:
    """Whether a person shares a surname with somebody and is of a gender."""
    return " " in whose and person.gender == gender and share_surname(person.name, whose, cast.report.language)


def share_surname(left: str, right: str, language: str) -> bool:
    """Whether two surnames are one, or its forms for a man and a woman: ``Буряков`` and ``Бурякова``."""
    first, second = surname_of(left), surname_of(right)
    stem = min(len(first), len(second)) - ENDING
    women = tuple(group(language, "feminine_surnames"))
    alike = first[:stem] == second[:stem] and stem >= LEAST
    return first == second or (alike and first.endswith(women) != second.endswith(women))
