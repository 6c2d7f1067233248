"""Where somebody spoke, whatever the verb: ``На своїй сторінці у Facebook Z згадала``, ``Про це в інтерв'ю X``."""

from __future__ import annotations

from firsthand.records import Attribution, Chain, Mention, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import is_platform
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.joint import joint_media
from firsthand.stages.chains.names import is_nameless
from firsthand.stages.chains.scene import Hop, Scene, distinct, evidence, ones_own, scope_of
from firsthand.stages.chains.venues import venue_at
from firsthand.stages.speakers.cast import full_name
from firsthand.stages.speakers.resolve import speaker_of

# Words between "своїй" and the page that it tells of.
NEAR = 2
# Words at the start of a sentence among which "про це", "таку заяву" point back.
MOST_OPENING = 3


def unread_venue(scene: Scene) -> Chain | None:
    """``На своїй сторінці у Facebook Z згадала``, ``Про це в інтерв'ю X розповів Z``: told there, whatever the verb."""
    line = scene.line
    opening = {word.low for word in line.words[:MOST_OPENING]}
    back = (opening & line.group("about") and opening & line.group("pronouns.this")) or opening & line.group("such")
    owned = [
        w.at
        for w in line.meaning("pronouns.reflexive|owning")
        if w.lemmas & line.group("pronouns.reflexive") or is_own_place(line, w)
    ]
    beside = {at + past for at in owned for past in range(-NEAR, NEAR + 1)}
    talks = speaks_there(line)
    for word in line.words if back or owned or talks else ():
        near = word.at in beside
        venue = bool(word.lemmas & line.group("venues"))
        place = word.low in line.group("place_prepositions") or venue
        hop = venue_at(scene, word.at) if place and (back or near or (talks and venue)) else None
        if hop is None or is_nameless(hop.name, line.language):
            continue
        if not back and not near and is_platform(hop.name, line.language):
            continue
        hop = joint_media(line, hop.span) or hop
        person = subject_person(scene, hop) or subject_meant(scene, hop)
        if person is not None and not is_told_of(scene, hop, person):
            names = distinct(iter((person.name, hop.name)))
            return Chain(
                names, scope_of(scene, None), evidence(scene, [word_span(word), hop.span, person.span]), "venue"
            )
    return None


def is_own_place(line: Line, word: Word) -> bool:
    """``на власній сторінці``; who ``відкрив власну сторінку`` has said nothing there."""
    return bool(word.lemmas & ones_own(line)) and "loct" in cases_in(word.adjectives)


def is_told_of(scene: Scene, venue: Hop, person: Hop) -> bool:
    """``«Він вестиме трансляцію на своєму каналі», - сказав Z``: whether what Z says tells of both."""
    parts = ((part, r.rule) for r in scene.reportings for part in r.content)
    # "Z сказав, що у своєму звіті порт помилився"
    return any(part.contains(venue.span) and (part.contains(person.span) or rule == "clause") for part, rule in parts)


def speaks_there(line: Line) -> bool:
    """``Подробиці вона розкрила в розмові з X``: whether the one verb of a sentence is of telling."""
    verbs = [w for w in line.words if w.finite]
    telling = line.group("speaking_verbs|voicing_verbs|stating_verbs|news_verbs|naming_verbs")
    return len(verbs) == 1 and bool(verbs[0].lemmas & telling)


def subject_meant(scene: Scene, venue: Hop) -> Hop | None:
    """``вона``, ``речниця``: the person meant by the subject of a sentence, named before."""
    line = scene.line
    for word in line.words:
        phrase = phrase_at(line, word.at, coordinate=False) if not venue.span.contains(word_span(word)) else None
        if phrase is None or "nomn" not in phrase.cases() or not (phrase.pronoun or phrase.animate):
            continue
        if not phrase.pronoun and not is_who(line.words[phrase.head]):
            continue
        span = phrase_span(line, phrase)
        name = speaker_of(scene.cast, Attribution(span, span, (), "assert", "indirect", "clause"))
        return Hop(name, span) if name in scene.cast.persons else None
    return None


def is_who(word: Word) -> bool:
    """Whether a word may name somebody in the nominative; ``політика`` does in the genitive alone."""
    readings = [r for r in word.readings if r.has("anim")]
    return not readings or any(r.has("nomn") for r in readings)


def subject_person(scene: Scene, venue: Hop) -> Hop | None:
    """The one person that stands in the nominative in a sentence."""
    named = person_named(scene, venue)
    return Hop(full_name(scene.cast, named), named.span) if named is not None else None


def person_named(scene: Scene, venue: Hop) -> Mention | None:
    """The one person that a sentence names in the nominative."""
    line = scene.line
    found: list[Mention] = []
    for word in line.words:
        if word.mention_type != "PER" or venue.span.contains(word_span(word)):
            continue
        phrase = phrase_at(line, word.at, coordinate=False)
        if phrase is not None and "nomn" in phrase.cases() and not any(m.span.contains(word_span(word)) for m in found):
            found += [m for m in scene.cast.over(word_span(word)) if m.type == "PER"][:1]
    return found[0] if len(found) == 1 else None


def word_span(word: Word) -> Span:
    """Where a word stands."""
    return Span(word.start, word.stop)
