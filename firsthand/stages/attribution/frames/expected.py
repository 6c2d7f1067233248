"""``Постачання очікується в січні``: the clause around the cue is what is expected, of nobody by name."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import chunks, clause_start, span_of, spans
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt, find_cues
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import is_in_relative, verb_subject
from firsthand.stages.attribution.subjects import agrees, can_speak
from firsthand.stages.attribution.words import Line

THING_REACH = 6


def expected_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Постачання очікується в січні``, ``Результатів очікують до осені``."""
    line, verb = scene.line, scene.line.words[cue.verb]
    if cue.negated or not (verb.has("pres") and verb.lemmas & line.group("expecting")) or is_in_relative(line, cue):
        return None
    if not (is_expected(line, cue) if cue.impersonal else is_awaited(line, cue)):
        return None
    start, end = behind_source(line, clause_start(line, cue.first)), content_end(line, cue.last, cue)
    content = spans(span_of(line, start, cue.first), span_of(line, cue.last, end))
    return Found(cue, content, "expected") if content else None


def behind_source(line: Line, start: int) -> int:
    """``За словами мера, [постачання очікується]``: the word behind who says it; ``start`` if nobody does."""
    said = next((c for c in find_cues(line) if c.first == start and c.cue.kind == "phrase"), None)
    comma = next((w.at for w in line.words[said.last :] if w.text == ","), None) if said is not None else None
    return comma + 1 if comma is not None else start


def is_expected(line: Line, cue: CueAt) -> bool:
    """Whether a subject stands before the verb in its clause or right behind it."""
    before = chunks(line, clause_start(line, cue.first), cue.first)
    behind = chunks(line, cue.last, min(len(line.words), cue.last + THING_REACH))
    things = (phrase for kind, phrase in (*before, *behind) if kind == "np")
    return any(agrees(thing.forms, line.words[cue.verb], False) for thing in things)


def is_awaited(line: Line, cue: CueAt) -> bool:
    """Whether a verb in the plural has an object before it and no subject."""
    subject = verb_subject(line, cue, False)
    if not line.words[cue.verb].has("plur") or (subject is not None and not is_thing(line, cue, subject)):
        return False
    before = chunks(line, clause_start(line, cue.first), cue.first)
    return any(kind == "np" and phrase.cases() & {"accs", "gent"} for kind, phrase in before)


def is_thing(line: Line, cue: CueAt, subject: Phrase) -> bool:
    """``[Поставки] очікують у лютому``: what looks like a subject there is what others expect."""
    return subject.last <= cue.first and "accs" in subject.cases() and not can_speak(line, subject)
