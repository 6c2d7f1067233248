"""``поклав відповідальність на мера``, ``приніс «щирі вибачення»``: the verb says something with its own noun only."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import chunks, clause_start, span_of, spans
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.fronted import contiguous
from firsthand.stages.attribution.heads import OPENING
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line

REACH = 5


def carried(line: Line, cue: CueAt, subject: Phrase | None) -> tuple[Span, ...]:
    """The noun with what belongs to it, behind the verb, or before it with what stands behind; () without one."""
    for at in range(cue.last, min(cue.last + REACH, len(line.words))):
        if line.words[at].finite or line.words[at].text == ",":
            break
        if is_carried(line, at):
            quoted = at > cue.last and line.words[at - 1].text in OPENING
            return spans(span_of(line, at - quoted, content_end(line, at, cue, nominal=True)))
    return carried_before(line, cue, subject)


def carried_before(line: Line, cue: CueAt, subject: Phrase | None) -> tuple[Span, ...]:
    """``[Відповідальність за аварію] мер поклав [на водія]``."""
    for kind, phrase in chunks(line, clause_start(line, cue.first), cue.first):
        if kind != "np" or not is_carried(line, phrase.first):
            continue
        stop = subject.first if subject is not None and phrase.first < subject.first < cue.first else cue.first
        front = span_of(line, phrase.first, contiguous(line, phrase.last, stop))
        return spans(front, span_of(line, cue.last, content_end(line, cue.last, cue, nominal=True)))
    return ()


def is_carried(line: Line, at: int) -> bool:
    """Whether the phrase at a word is of a noun that such a verb carries: ``всю відповідальність``."""
    phrase = phrase_at(line, at)
    return phrase is not None and bool(line.words[phrase.head].lemmas & line.group("carried"))
