"""What looks told and is nobody's word: offers to come, what nobody did, quarrels, who learned of something."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.cues import lexicon
from firsthand.stages.attribution.heads import CLOSING, OPENING
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import Line


def is_to_be_offered(scene: Scene, found: Found) -> bool:
    """``пасажирам запропонують обмін квитків``: what people in general will do, nobody says so."""
    verb = scene.line.words[found.cue.verb]
    coming = verb.finite and verb.has("futr") and not verb.has("pres")
    return found.nominal and found.source is None and coming and found.cue.cue.act == "direct"


def is_done_by_nobody(scene: Scene, found: Found) -> bool:
    """``компенсації ніхто не пропонував``: a deed that nobody did is no word of anybody's."""
    subject, cue = found.subject, found.cue
    alone = subject is not None and subject.last - subject.first == 1
    if not alone or subject is None or not cue.negated or cue.cue.act not in ("direct", "commit"):
        return False
    return bool(scene.line.words[subject.head].lemmas & scene.line.group("nobody"))


def is_quarrel(scene: Scene, found: Found) -> bool:
    """``мешканці сперечаються із заводом``: with whom one quarrels; with what is told one disagrees."""
    line = scene.line
    if not found.nominal or not found.content or not line.words[found.cue.verb].lemmas & line.group("quarrelling"):
        return False
    inside = line.inside(found.content[0])
    told = lexicon(line.language).nouns.keys() | line.group("told_things|judged_things")
    return not any(w.lemmas & told or w.low in line.group("pronouns.this") for w in inside)


def is_learned(scene: Scene, found: Found) -> bool:
    """``сусіди дізналися про вибух``: who learns of something tells nothing, but for a medium."""
    line, subject = scene.line, found.subject
    if not found.nominal or not line.words[found.cue.verb].lemmas & line.group("learning"):
        return False
    return subject is None or not means_medium(line, subject)


def is_fetched(scene: Scene, found: Found) -> bool:
    """``звернеться до короля за [згодою] закрити сесію``: for whose consent somebody comes, nobody has given it."""
    line, cue = scene.line, found.cue
    led = any(w.low in line.group("fetching") for w in line.between(cue.first - 1, cue.first))
    return led and cue.cue.kind == "noun" and cue.cue.act == "commit" and found.rule == "infinitive"


def is_a_duty(scene: Scene, found: Found) -> bool:
    """``міністр зобов'язана переглянути рішення``: what somebody has to do, and nobody orders."""
    line, cue = scene.line, found.cue
    verb = line.words[cue.verb]
    bound = verb.lemmas & line.group("binding") and "PRTS" in verb.pos and not verb.finite
    own = found.subject is not None and "nomn" in found.subject.cases()
    return bool(bound) and own and found.rule == "infinitive"


def is_written_alone(scene: Scene, found: Found) -> bool:
    """``рейс позначено як "очікується"``: a cue that is all of a quotation is only what is written there."""
    words, cue = scene.line.words, found.cue
    if not cue.first or cue.last >= len(words) or words[cue.first].quote < 0:
        return False
    opening, closing = words[cue.first - 1], words[cue.last]
    touches = closing.start == words[cue.last - 1].stop  # "Інформація "Сходу" про те": the mark opens a name
    marks = opening.text in OPENING and closing.text in CLOSING and touches
    return marks and opening.quote == words[cue.first].quote == closing.quote


def is_event(scene: Scene, found: Found) -> bool:
    """``падіння цін вказує на кризу``, ``тон свідчить, що``: of what an event is a sign; a study and data tell it."""
    line, subject = scene.line, found.subject
    pointing = line.words[found.cue.verb].lemmas & line.group("signs")
    if subject is None or not pointing or found.rule not in ("nominal", "clause"):
        return False
    if found.rule == "clause" and "nomn" not in subject.cases():
        return False  # "у роздруківці вказано, що": where it stands
    if can_speak(line, subject) and not is_plain(line, subject):
        return False
    told = line.group("studies|findings|told_data|papers|documents|releases|extracts|evidence")
    return not line.words[subject.head].lemmas & told


def is_plain(line: Line, phrase: Phrase) -> bool:
    """``тон [міністра]``: a thing in small letters, whosever it is."""
    head = line.words[phrase.head]
    small = head.mention < 0 and head.text.islower() and head.nouns and not head.has("anim")
    acting = line.group("bodies|acting|media|firms|makers|states|collectives|percent")
    return bool(small) and not (phrase.animate or head.lemmas & acting)


def is_not_put(scene: Scene, found: Found) -> bool:
    """``не зробив заяви, щоб засудити образи``: to what end somebody did not speak."""
    line, cue = scene.line, found.cue
    ended = any(w.low in line.group("so_that") for w in line.between(cue.last + 1, cue.last + 2))
    return found.rule == "clause" and cue.negated and cue.cue.act == "assert" and ended


NOBODYS = (
    is_to_be_offered,
    is_done_by_nobody,
    is_quarrel,
    is_learned,
    is_fetched,
    is_a_duty,
    is_written_alone,
    is_event,
    is_not_put,
)
