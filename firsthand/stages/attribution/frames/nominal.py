"""``заперечують угоду``, ``закликав до миру``: the content is a phrase behind the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import last_word, span_of, spans
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.fronted import fronted, fronted_object
from firsthand.stages.attribution.objects import nominal_start
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line


def nominal_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заперечують угоду``, ``закликав до миру``, ``назвав це помилкою``: the content is a phrase."""
    if cue.cue.kind not in ("verb", "predicate"):
        return None
    line = scene.line
    subject = verb_subject(scene, cue, False)
    skip = subject if subject and subject.first >= cue.last else None
    first = nominal_start(line, cue, skip)
    front = fronted_object(line, cue, subject)
    if front is not None:
        rest = (
            span_of(line, first, content_end(line, first, cue, nominal=True))
            if first is not None
            else named_rest(line, cue, skip)
        )
        if "rest" not in cue.cue.frames and first is None:
            return Found(cue, (front,), "nominal", source_span(line, subject), subject, nominal=True)
        if rest is not None and "rest" in cue.cue.frames:
            content = spans(front, rest)
            return Found(cue, content, "nominal", source_span(line, subject), subject, nominal=True)
    if first is None:
        return fronted(scene, cue, subject)
    content = span_of(line, first, content_end(line, first, cue, nominal=True))
    return Found(cue, (content,), "nominal", source_span(line, subject), subject, nominal=True) if content else None


def named_rest(line: Line, cue: CueAt, skip: Phrase | None) -> Span | None:
    """What a fronted object is called: ``назвав "успішним"``, an instrumental or a quotation behind the cue."""
    if "rest" not in cue.cue.frames:
        return None
    at = skip.last if skip is not None and skip.first >= cue.last else cue.last
    if at >= last_word(line):
        return None
    phrase = phrase_at(line, at)
    if line.words[at].quote < 0 and (phrase is None or "ablt" not in phrase.cases()):
        return None
    return span_of(line, at, content_end(line, at, cue, nominal=True))
