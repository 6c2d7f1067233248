"""Chains of bodies that put out news themselves: ``Про це повідомляє прес-служба порту``."""

from __future__ import annotations

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.media import QUOTED, first_noun, lemmas
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import WORD, Line, group
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.scene import LEAD, Scene, evidence, scope_of
from firsthand.stages.chains.tellers import (
    begins_with_announcer,
    has_animate_head,
    names_medium,
    stands_in,
    verb_lemmas,
)


def body_chain(scene: Scene) -> Chain | None:
    """``Про це повідомляє прес-служба X``: a body that puts out news itself is the one hop.

    So does any body that tells it in the present (``Про це повідомляє рада порту``), as media do; what it
    ``повідомила`` is its word, and it is a hop only where the page lost the medium (``Про це повідомила рада, пише``).
    """
    for reporting in scene.reportings:
        fronted = reporting.rule == "fronted" and scene.number in range(LEAD)
        if reporting.source is None or not reporting.speaker:
            continue
        text = reporting.source.of(scene.line.text)
        announces = is_announcer(text, scene.line.language)
        tagged = announces and (is_tag(scene, reporting) or tells_this(scene, reporting))
        if reporting.rule != "about-this" and not tagged and not (fronted and speaks_for(scene, reporting)):
            continue
        lost = has_lost_teller(scene.line) and is_body(scene, reporting)
        named = QUOTED.search(text) is not None or (reporting.rule == "about-this" and len(WORD.findall(text)) > 1)
        tells = named and is_present(scene.line, reporting.cue) and is_body(scene, reporting)
        if announces or lost or tells or is_register(scene.line, reporting.source):
            # "громадська організація «Порт»" is called by all of it
            whole = tells and not announces
            name = cased(phrase_nominative(text, scene.line.language), text) if whole else reporting.speaker
            return Chain(
                (*spoke_first(scene, reporting), name),
                scope_of(scene, reporting),
                evidence(scene, [reporting.cue, reporting.source]),
                "press-service" if announces else "body",
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


def has_lost_teller(line: Line) -> bool:
    """Whether a sentence ends with ``пише`` or ``передає агентство``, and the name behind it is lost."""
    last = [word for word in line.words if word.kind != "mark"][-2:]
    return any(word.low in line.group("trailing_tellers") for word in last)


def is_body(scene: Scene, reporting: Attribution) -> bool:
    """Whether a body tells news as media do: ``Про це повідомляє міністерство``; ``заявляє`` is its own word."""
    assert reporting.source is not None  # noqa: S101 - asked before
    text, language = reporting.source.of(scene.line.text), scene.line.language
    if names_medium(text, language) or has_animate_head(scene, text) or stands_in(scene.line, reporting.source):
        return False
    if not verb_lemmas(scene, reporting) & scene.line.group("media_verbs"):
        return False
    kinds = {m.type for m in scene.cast.over(reporting.source)}
    first = next((w.at for w in scene.line.words if w.start >= reporting.source.start), 0)
    phrase = phrase_at(scene.line, first, coordinate=False)
    if phrase is not None and scene.line.words[phrase.head].lemmas & scene.line.group("bodies"):
        return "PER" not in kinds
    return bool(kinds) and kinds <= {"ORG"}
