"""Chains of bodies that put out news themselves: ``Про це повідомляє прес-служба порту``."""

from __future__ import annotations

from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, Line, group
from firsthand.stages.chains.scene import LEAD, Scene, evidence, scope_of
from firsthand.stages.chains.seats import with_seat
from firsthand.stages.chains.tellers import begins_with_announcer, stands_in, verb_lemmas


def body_chain(scene: Scene) -> Chain | None:
    """``Про це повідомляє прес-служба X``: who speaks for another, or a register that bears a name, is the one hop.

    Any other body that tells it speaks for itself, and that is an attribution.
    """
    for reporting in scene.reportings:
        fronted = reporting.rule == "fronted" and scene.number in range(LEAD)
        if reporting.source is None or not reporting.speaker:
            continue
        announces = is_announcer(reporting.source.of(scene.line.text), scene.line.language)
        tagged = announces and (is_tag(scene, reporting) or tells_this(scene, reporting))
        if reporting.rule != "about-this" and not tagged and not (fronted and speaks_for(scene, reporting)):
            continue
        told = verb_lemmas(scene, reporting) & scene.line.group("media_verbs|put_out_verbs")
        if announces and not told and not is_present(scene.line, reporting.cue):
            continue  # "Про це розповіли у пресслужбі" are its words
        if announces or is_register(scene.line, reporting.source):
            return Chain(
                (*spoke_first(scene, reporting), with_seat(scene.line, reporting.source, reporting.speaker)),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "press-service" if announces else "register",
            )
    return None


def is_announcer(text: str, language: str) -> bool:
    """Whether a source is a ``прес-служба`` or the like, a ``відділ преси``, a ``служба комунікацій``."""
    first, *behind = WORD.findall(text)[:2] or [""]
    office = bool(lemmas(first, language) & group(language, "news_desks")) if first else False
    field = any(lemmas(word, language) & group(language, "press_fields") for word in behind)
    return begins_with_announcer(text, language) or (office and field)


def is_tag(scene: Scene, reporting: Attribution) -> bool:
    """``Як повідомляє прес-служба порту``, ``..., повідомляє прес-служба порту``: in the lead, as media tell it."""
    tells = verb_lemmas(scene, reporting) & scene.line.group("media_verbs")
    return (
        reporting.rule in ("as", "parenthesis")
        and scene.number < LEAD
        and bool(tells)
        and is_present(scene.line, reporting.cue)
    )


def tells_this(scene: Scene, reporting: Attribution) -> bool:
    """``Це повідомили у прес-службі порту``: whether all that is told is what stands above."""
    this = scene.line.group("pronouns.this")
    return any(part.of(scene.line.text).lower() in this for part in reporting.content[:1])


def speaks_for(scene: Scene, reporting: Attribution) -> bool:
    """``Про порушення повідомили у пресслужбі порту``: whether an office tells it that speaks for another."""
    assert reporting.source is not None  # noqa: S101 - asked before
    told = verb_lemmas(scene, reporting) & scene.line.group("media_verbs")
    return bool(told) and begins_with_announcer(reporting.source.of(scene.line.text), scene.line.language)


def is_present(line: Line, cue: Span) -> bool:
    """``повідомляє``: what a body tells as media do; what it ``повідомило`` is its word."""
    return any(w.finite and "pres" in w.grammemes for w in line.inside(cue))


def spoke_first(scene: Scene, passed_on: Attribution) -> list[str]:
    """``Про це [X] сказав на саміті, передає прес-служба Y``: who said what an office passes on."""
    if not verb_lemmas(scene, passed_on) & scene.line.group("press_verbs"):
        return []
    others = (r for r in scene.reportings if r is not passed_on and r.rule == "about-this" and r.speaker)
    return [r.speaker for r in others if r.speaker and r.speaker != passed_on.speaker][:1]


def is_register(line: Line, source: Span) -> bool:
    """``Про це повідомляється в системі «Торги»``: whether the news stands in what bears a name."""
    kinds = line.group("registers")
    return stands_in(line, source) and bool(first_noun(source.of(line.text), line.language) & kinds)
