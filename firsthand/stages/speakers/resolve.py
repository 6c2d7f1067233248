"""Speakers: the full name behind ``він``, ``міністр``, ``Мас``, ``авіакомпанія``, as this report gives it.

Rules in order; each answers or passes on. Where none can tell, the source's own words stand in the nominative, and a
pronoun without an antecedent stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firsthand.records import Attribution, Mention, Report, Sentence, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.bodies import from_body
from firsthand.stages.speakers.cast import Cast, surname_of
from firsthand.stages.speakers.casting import make_cast
from firsthand.stages.speakers.documents import from_document, from_medium
from firsthand.stages.speakers.people import from_person, from_pronoun, from_role
from firsthand.stages.speakers.sources import has_plural_verb, is_singular_person, plain_name, verb_gender
from firsthand.stages.speakers.titles import holds_another

RULES: tuple[tuple[str, Callable[[Cast, Attribution, Span], str | bool | None]], ...] = (
    ("pronoun", from_pronoun),
    ("medium", from_medium),
    ("document", from_document),
    ("person", from_person),
    ("body", from_body),
    ("role", from_role),
)


def resolve_speakers(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Attribution, ...]:
    """The attributions with their speakers, in the same order."""
    cast = make_cast(report, mentions, attributions)
    found = []
    for attribution in attributions:
        named = replace(attribution, speaker=speaker_of(cast, attribution))
        cast.note(named)
        found.append(named)
    people = [(at, name) for at, name, kind in sorted(cast.spoken) if kind == "person"]
    if not people:
        return tuple(found)
    alone = len({name for _, name in people}) == 1
    return tuple(introduced_later(cast, attribution, people[0], alone) for attribution in found)


def speaker_of(cast: Cast, attribution: Attribution) -> str | None:
    """The speaker of one attribution: the first rule that knows, else the source in the nominative."""
    source = attribution.source
    if source is None:
        return None
    for _, rule in RULES:
        name = rule(cast, attribution, source)
        if name is not False:
            return name if isinstance(name, str) else None
    return plain_name(cast, attribution, source.of(cast.report.text))


def introduced_later(cast: Cast, attribution: Attribution, first: tuple[int, str], alone: bool) -> Attribution:
    """A post before its holder is named (``Експерт: ...``, ``Глава МЗС``): the person who speaks first below.

    ``alone``: nobody else speaks; where others do, only the headline is about the first.
    """
    source, (at, person) = attribution.source, first
    if source is None or attribution.speaker is None or has_plural_verb(cast, attribution):
        return attribution
    language = cast.report.language
    words = WORD.findall(source.of(cast.report.text))
    if source.start >= at or not words or not is_singular_person(words, language):
        return attribution
    if not alone and "\n" in cast.report.text[: source.start]:
        return attribution
    if attribution.speaker in cast.persons or not cast.may_be(person, verb_gender(cast, attribution)):
        return attribution
    holder = cast.people.get(surname_of(person))
    if holder is not None and holds_another(holder, source.of(cast.report.text), language):
        return attribution
    if any(m.type == "PER" or m.span.start <= source.start for m in cast.over(source)):
        return attribution
    nameless = group(language, "anonymous") | group(language, "relational") | group(language, "reporters")
    return attribution if lemmas(words[0], language) & nameless else replace(attribution, speaker=person)
