"""Speakers: the full name behind ``він``, ``міністр``, ``Мас``, ``авіакомпанія``, as this report gives it.

Rules in order; each answers or passes on. Where none can tell, the source's own words stand in the nominative, and a
pronoun without an antecedent stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.words import WORD
from firsthand.stages.speakers.bare_bodies import from_bare_body
from firsthand.stages.speakers.behind import with_owner_behind, with_place_behind
from firsthand.stages.speakers.bodies import from_body, from_quoted_name
from firsthand.stages.speakers.callings import from_accused
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.crowds import of_their_body
from firsthand.stages.speakers.documents import from_document, from_inside
from firsthand.stages.speakers.english import from_lone_noun
from firsthand.stages.speakers.fullest import named_body, without_letters, written_for_short
from firsthand.stages.speakers.later import in_hindsight
from firsthand.stages.speakers.of_countries import from_body_of_country
from firsthand.stages.speakers.offers import from_offer
from firsthand.stages.speakers.outlets import from_declined_name, from_medium, from_name_behind
from firsthand.stages.speakers.parties import from_party
from firsthand.stages.speakers.people import from_companions, from_person
from firsthand.stages.speakers.possession import with_owner
from firsthand.stages.speakers.pronouns import from_own_view, from_pronoun
from firsthand.stages.speakers.quoting import from_quoted_behind, from_quoting, without_addressee
from firsthand.stages.speakers.referred import note_referred, referred_to
from firsthand.stages.speakers.roles import from_met, from_role
from firsthand.stages.speakers.selves import with_others_only, without_quoted
from firsthand.stages.speakers.sources import (
    is_nested,
    is_subject,
    plain_name,
    verb_gender,
    without_article,
    without_end,
    without_participle,
    without_pointing,
    without_remark,
    without_self,
)
from firsthand.stages.speakers.together import from_one_of_them, from_together, without_those
from firsthand.stages.speakers.told import told_for_short
from firsthand.stages.speakers.unnamed import (
    from_name_before,
    from_no_subject,
    from_opening_verb,
    from_person_behind,
    from_surname_beside,
    within_words,
)

RULES: tuple[tuple[str, Callable[[Cast, Attribution, Span], str | bool | None]], ...] = (
    ("inside", from_inside),
    ("pronoun", from_pronoun),
    ("quoted-name", from_quoted_name),
    ("one-of-them", from_one_of_them),
    ("companions", from_companions),
    ("together", from_together),
    ("lone-noun", from_lone_noun),
    ("medium", from_medium),
    ("declined-name", from_declined_name),
    ("document", from_document),
    ("person", from_person),
    ("met", from_met),
    ("party", from_party),
    ("body-of-country", from_body_of_country),
    ("bare-body", from_bare_body),
    ("body", from_body),
    ("accused", from_accused),
    ("role", from_role),
)

# Where no source is named.
UNNAMED = (
    from_own_view,
    from_name_before,
    from_name_behind,
    from_quoted_behind,
    from_surname_beside,
    from_no_subject,
    from_opening_verb,
    from_person_behind,
    from_offer,
)

# What is no part of whom a source names, and what is.
MENDED = (
    without_end,
    without_remark,
    without_participle,
    without_article,
    without_self,
    without_pointing,
    with_owner_behind,
    with_place_behind,
    without_addressee,
)


def resolve_speakers(cast: Cast, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with their speakers, in the same order."""
    cast = cast.before_all()
    found, referred = [], referred_to(cast)
    meant: dict[Span, str] = {}
    for attribution in attributions:
        note_referred(cast, referred, (attribution.source or attribution.cue).start)
        # "підтвердила речниця, зазначивши": the same words mean the same one.
        again = meant.get(attribution.source) if attribution.source is not None else None
        named = replace(attribution, speaker=again or speaker_of(cast, attribution))
        if named.source is not None and named.speaker is not None:
            meant.setdefault(named.source, named.speaker)
        if not is_nested(cast, named):
            cast.note(named)
            note_woman(cast, named)
        found.append(named)
    return within_words(cast, in_hindsight(cast, tuple(found)))


def note_woman(cast: Cast, attribution: Attribution) -> None:
    """Remember whom a verb shows to be a woman: ``представник порту розповіла``, who is ``вона`` later."""
    if attribution.speaker and is_subject(cast, attribution) and verb_gender(cast, attribution) == "femn":
        cast.women.add(attribution.speaker)


def speaker_of(cast: Cast, attribution: Attribution) -> str | None:
    """The speaker of one attribution: the first rule that knows, else the source in the nominative."""
    if (medium := from_quoting(cast, attribution)) is not None:
        return medium
    cast = without_quoted(with_others_only(cast, attribution), attribution)
    for changed in MENDED:
        attribution = changed(cast, attribution)
    source = attribution.source
    if source is None or not WORD.search(source.of(cast.report.text)):
        told = (rule(cast, attribution) for rule in UNNAMED)
        return next((name for name in told if name is not None), None)
    for _, rule in RULES:
        name = rule(cast, attribution, source)
        if name is not False:
            break
    else:
        name = named_body(cast, plain_name(cast, attribution, source.of(cast.report.text)))
    if isinstance(name, str) and name not in cast.persons and name[:1].isupper() and WORD.fullmatch(name):
        name = written_for_short(cast, name) or told_for_short(cast, source.start, name) or name
    if not isinstance(name, str):
        return None
    name = without_letters(without_those(name, cast.report.language))
    return of_their_body(cast, attribution, with_owner(cast, attribution, name))
