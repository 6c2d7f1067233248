"""``очільник відомства``: the one person named before who heads an office of the state."""

from __future__ import annotations

from firsthand.lang import table
from firsthand.records import Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.cast import Cast, Person
from firsthand.stages.speakers.titles import MINISTER, same_post


def head_of_office(cast: Cast, source: Span, people: list[Person]) -> str | None:
    """The one of these people, named before, who is a minister or heads what the description calls an office."""
    language = cast.report.language
    words = WORD.findall(source.of(cast.report.text))
    first, *rest = [lemmas(word, language) for word in words]
    if not first & group(language, "posts") or len(rest) != 1 or cast.over(source):
        return None
    if not rest[0] & group(language, "departments|offices"):
        return None
    heads = {p.name for p in people if p.first < source.start and heads_office(p, rest[0], language)}
    return heads.pop() if len(heads) == 1 else None


def heads_office(person: Person, noun: frozenset[str], language: str) -> bool:
    """Whether a title is a minister's, or of a post in an office that such a noun may mean."""
    if same_post(person, MINISTER):
        return True
    called = table("called").get(language, {})
    offices = noun | {value for key in noun & called.keys() for value in called[key]}
    return bool(person.title.roles & group(language, "posts")) and bool(person.title.words & offices)
