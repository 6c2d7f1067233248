"""``За словами X, ...`` and ``стало відомо, що ...``: the cue is a word group."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.clauses import is_comma, last_word, spaced, span_of, spans
from firsthand.stages.attribution.complements import complement
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.parenthesis import is_connector
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line


def phrase_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``За словами X, ...``, ``..., по данным X, ...``."""
    if cue.cue.kind != "phrase" or cue.cue.case in ("clause", "inf"):
        return None
    line = scene.line
    source, after = phrase_source(line, cue)
    if source is None and not (
        cue.last - cue.first > len(cue.cue.lemma.split()) and after < len(line.words) and is_comma(line, after)
    ):
        return None
    begin, end, phrase_stop = cue.first, last_word(line), after
    while after < end and line.words[after].text not in ",)" and not (line.words[after].dash and spaced(line, after)):
        if (
            line.words[after].finite
            or after - cue.last > 25
            or (begin == 0 and not line.words[after].lemmas & PREPOSITION_LEMMAS and after == phrase_stop)
        ):
            break
        after += 1
    if begin == 0 or only_adverbs(line, begin) or is_connector(line, begin):
        first = after + 1 if after < end and line.words[after].text in ",-–—" else after
        content: tuple[Span, ...] = spans(span_of(line, first, content_end(line, first, cue)))
    else:
        start = inner_start(line, begin)
        if (
            start == 0
            and any(w.finite for w in line.between(0, begin))
            and any(w.finite for w in line.between(after, end))
        ):
            start = max((i + 1 for i in range(begin - 1) if is_comma(line, i)), default=0)
        content = spans(
            span_of(line, start, begin), span_of(line, after, content_end(line, after, cue)) if after < end else None
        )
    return (
        Found(cue, content, "phrase", source, None, Span(line.words[begin].start, line.words[after - 1].stop))
        if content
        else None
    )


PREPOSITION_LEMMAS = frozenset(["зі", "із", "з", "со", "с", "у", "в", "на", "від", "от"])


def only_adverbs(line: Line, stop: int) -> bool:
    """Whether only particles, adverbs or conjunctions stand before word ``stop``: ``При этом, по словам``."""
    return stop <= 4 and not any(w.finite or (w.nouns and not w.time) for w in line.between(0, stop))


def inner_start(line: Line, begin: int) -> int:
    """The start of the clause that a phrase interrupts: behind ``що`` if the phrase stands in such a clause."""
    for at in range(begin - 1, 0, -1):
        if line.words[at].low in line.group("that") and is_comma(line, at - 1):
            return at + 1
    return 0


def phrase_source(line: Line, cue: CueAt) -> tuple[Span | None, int]:
    """The source behind a word group and the word after it; a possessive inside the group is the source itself."""
    for word in line.between(cue.first, cue.last):
        if word.low in line.group("pronouns.possessive"):
            return Span(word.start, word.stop), cue.last
    phrase = phrase_at(line, cue.last)
    if phrase is None or cue.cue.case not in phrase.cases():
        return None, cue.last
    return source_span(line, phrase), phrase.last


def known_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``стало відомо, що ...``: a word group that takes a clause and has no source."""
    if cue.cue.kind != "phrase" or cue.cue.case not in ("clause", "inf"):
        return None
    line = scene.line
    found = complement(line, cue, None)
    wanted = ("that", "question") if cue.cue.case == "clause" else ("inf",)
    if found is None or found.kind not in wanted:
        return None
    subject = verb_subject(scene, replace(cue, verb=cue.first), False) if cue.cue.case == "inf" else None
    content = spans(span_of(line, found.first, content_end(line, found.first, cue)))
    return Found(cue, content, "known", source_span(line, subject), subject) if content else None
