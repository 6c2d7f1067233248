"""Where somebody spoke, whatever the verb: ``На своїй сторінці у Facebook Z згадала``, ``Про це в інтерв'ю X``."""

from __future__ import annotations

from firsthand.records import Chain, Mention, Span
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Word
from firsthand.stages.chains.names import is_nameless
from firsthand.stages.chains.scene import Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.venues import venue_at
from firsthand.stages.speakers.cast import full_name

# Words between "своїй" and the page that it tells of.
NEAR = 2
# Words at the start of a sentence among which "про це", "таку заяву" point back.
MOST_OPENING = 3


def unread_venue(scene: Scene) -> Chain | None:
    """``На своїй сторінці у Facebook Z згадала``, ``Про це в інтерв'ю X розповів Z``: told there, whatever the verb."""
    line = scene.line
    opening = {word.low for word in line.words[:MOST_OPENING]}
    back = (opening & line.group("about") and opening & line.group("pronouns.this")) or opening & line.group("such")
    owned = [w.at for w in line.words if w.lemmas & line.group("pronouns.reflexive")]
    for word in line.words if back or owned else ():
        near = any(abs(at - word.at) <= NEAR for at in owned)
        place = word.low in line.group("place_prepositions") or word.lemmas & line.group("venues")
        hop = venue_at(scene, word.at) if place and (back or near) else None
        if hop is None or is_nameless(hop.name, line.language):
            continue
        person = subject_person(scene, hop)
        if person is not None:
            names = distinct(iter((full_name(scene.cast, person), hop.name)))
            return Chain(
                names, scope_of(scene, None), evidence(scene, [word_span(word), hop.span, person.span]), "venue"
            )
    return None


def subject_person(scene: Scene, venue: Hop) -> Mention | None:
    """The one person that stands in the nominative in a sentence."""
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
