"""What looks told and is nobody's word: offers to come, what nobody did, quarrels, who learned of something."""

from __future__ import annotations

from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.cues import lexicon
from firsthand.stages.attribution.scene import Found, Scene


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
    told = lexicon(line.language).nouns.keys() | line.group("told_things") | line.group("judged_things")
    return not any(w.lemmas & told or w.low in line.group("pronouns.this") for w in inside)


def is_learned(scene: Scene, found: Found) -> bool:
    """``сусіди дізналися про вибух``: who learns of something tells nothing, but for a medium."""
    line, subject = scene.line, found.subject
    if not found.nominal or not line.words[found.cue.verb].lemmas & line.group("learning"):
        return False
    return subject is None or not means_medium(line, subject)


NOBODYS = (is_to_be_offered, is_done_by_nobody, is_quarrel, is_learned)
