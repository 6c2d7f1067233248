"""``О необходимости ... заявил X``: the content is a phrase before the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import chunks, is_break, is_comma, joins, span_of
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.objects import PREPOSITIONS
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.words import Line


def fronted_object(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """An object before the cue: ``КНДР [це] заперечує``, ``[Сам візит] X назвав "успішним"``."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if not frames & {"obj", "rest"} or (cue.cue.weak and not cue.negated):
        return None
    start = max((i + 1 for i in range(cue.first) if is_comma(line, i) or is_break(line.words[i])), default=0)
    for kind, phrase in chunks(line, start, cue.first):
        if (
            kind != "np"
            or (subject is not None and subject.first <= phrase.first < subject.last)
            or "accs" not in phrase.cases()
        ):
            continue
        stop = subject.first if subject is not None and subject.first > phrase.first else cue.first
        between = line.between(phrase.last, stop)
        if len(between) > 4 or any(w.kind == "mark" or w.finite or joins(line, w.at) for w in between):
            continue
        head = line.words[phrase.head]
        if (phrase.cases() >= {"nomn"} and subject is None) or head.time:
            continue
        end = contiguous(line, phrase.last, stop)
        return Span(line.words[phrase.first].start, line.words[end - 1].stop)
    return None


def fronted(scene: Scene, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``О необходимости ... заявил X``: the phrase stands before the cue."""
    line = scene.line
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if subject is None or subject.first < cue.last:
        return None
    start = fronted_start(line, cue, frames)
    phrase = phrase_at(line, start) if start is not None else None
    if (
        start is None
        or phrase is None
        or phrase.last > cue.first
        or line.words[start].low in line.group("pronouns.this")
    ):
        return None
    content = span_of(line, start, contiguous(line, phrase.last, cue.first))
    return Found(cue, (content,), "fronted", source_span(line, subject), subject, nominal=True) if content else None


def fronted_start(line: Line, cue: CueAt, frames: frozenset[str]) -> int | None:
    """The word behind a preposition that the cue takes, near the start of its clause."""
    for at in range(max(0, cue.first - 20), cue.first - 1):
        word = line.words[at]
        if any(f in frames and word.low in PREPOSITIONS[f] for f in ("about", "with", "to")) and (
            at == 0 or line.words[at - 1].text == "," or at <= 2
        ):
            return at + 1
    return None


def contiguous(line: Line, at: int, stop: int) -> int:
    """One past the infinitive, objects and prepositional phrases that follow a phrase without a gap."""
    while at < stop:
        word = line.words[at]
        if word.infinitive and not word.finite:
            at += 1
            continue
        step = next(chunks(line, at, stop), None)
        if (
            step is None
            or step[1].first != at
            or word.time
            or (step[0] == "np" and "nomn" in step[1].cases() and not step[1].cases() & {"accs", "gent"})
        ):
            break
        if step[0] == "np" and not line.words[at - 1].infinitive:
            break
        at = step[1].last
    return at
