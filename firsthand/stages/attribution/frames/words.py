"""``приводит слова мэра``: a medium quotes (cue: its verb), and somebody is quoted (cue: the noun); one content."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import phrase_ending
from firsthand.stages.attribution.clauses import is_comma, span_of, spans
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.parenthesis import parenthetical_start
from firsthand.stages.attribution.frames.quote import leads_over
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import DASHES, Line

REACH = 5
GAP = 60


def words_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``"...", – приводит слова мэра агентство``, ``наводить слова мера: "..."``."""
    line = scene.line
    noun, verb = quoting(line, cue)
    if noun is None or verb is None:
        return None
    if cue.cue.kind == "noun":
        subject = quoted(line, noun)
    else:
        begin = parenthetical_start(line, cue) or 0
        subject = verb_subject(line, cue, right_first=False)
        if subject is not None and subject.first < begin:
            subject = verb_subject(line, cue, right_first=True)  # "Порт закриють, передає газета слова мера"
    if subject is None:
        return None
    content = around(scene, cue, (noun, verb))
    if not content and line.words[noun].low in line.group("quoted_words"):
        content = unmarked(line, replace(cue, first=min(noun, verb)), noun)
    return Found(cue, content, "words", source_span(line, subject), subject) if content else None


def quoting(line: Line, cue: CueAt) -> tuple[int | None, int | None]:
    """The word ``слова`` and the verb that quotes it, close together; the cue is one of the two."""
    near = line.between(cue.first - REACH, cue.last + REACH)
    known = line.group("quoted_words|quoted_opinions")
    noun = next((w.at for w in near if w.low in known), None)
    verb = next((w.at for w in near if w.finite and w.lemmas & line.group("cite_verbs")), None)
    if verb is None and noun is not None and not any(w.low in line.group("relatives") for w in near):
        verb = next((w.at for w in near if w.finite and w.lemmas & line.group("passing_verbs")), None)
    return (noun, verb) if cue.verb in (noun, verb) else (None, None)


def quoted(line: Line, noun: int) -> Phrase | None:
    """Whose words they are: a possessive before them, the genitive behind, or whom the relative clause is about."""
    for word in line.between(noun - 1, noun):
        if word.low in line.group("pronouns.possessive"):
            return Phrase(word.at, word.at + 1, word.at, word.adjectives, pronoun=True)
    for word in line.between(noun + 1, noun + 2):
        if word.low in line.group("relatives"):
            return phrase_ending(line, noun - 1) if is_comma(line, noun - 1) else None
        if word.low in line.group("pronouns.possessive"):
            return Phrase(word.at, word.at + 1, word.at, word.adjectives, pronoun=True)
    return phrase_at(line, noun + 1)


def around(scene: Scene, cue: CueAt, clause: tuple[int, int]) -> tuple[Span, ...]:
    """The quotation before the clause and how it goes on, or the one behind its colon."""
    line, first = scene.line, min(clause)
    begin = parenthetical_start(line, cue)
    at = line.words[first if begin is None else min(begin, first)].start
    before = next((q.span for q in reversed(scene.quotes) if q.span.stop <= at), None)
    if before is not None and leads_over(line.text, before, at):
        return spans(trimmed(line.text, before), going_on(scene, line.words[max(clause)].stop))
    colon = next((w for w in line.words[first:] if w.text == ":"), None)
    behind = next((q.span for q in scene.quotes if colon is not None and 0 < q.span.start - colon.start <= 3), None)
    return spans(behind)


def unmarked(line: Line, cue: CueAt, noun: int) -> tuple[Span, ...]:
    """``Газ подорожчає, наводить слова міністра газета``: words that lost their marks."""
    begin = parenthetical_start(line, cue)
    if not begin or any(w.low in line.group("relatives") for w in line.between(noun + 1, noun + 2)):
        return ()
    return spans(span_of(line, 0, begin)) if any(w.finite for w in line.between(0, begin)) else ()


def trimmed(text: str, span: Span) -> Span:
    """A quotation that is cut in two, without the comma before its cut."""
    stop = span.stop
    while stop > span.start and text[stop - 1] in ", ":
        stop -= 1
    return Span(span.start, stop)


def going_on(scene: Scene, at: int) -> Span | None:
    """The rest of a quotation behind who is quoted: ``"...", – приводить його слова газета. – "..."``."""
    nxt = next((quote.span for quote in scene.quotes if quote.span.start >= at), None)
    gap = scene.line.text[at : nxt.start] if nxt is not None else ""
    # "...", – наводить слова мера телеграм-канал "Степ"
    return nxt if gap and len(gap) <= GAP and gap.rstrip()[-1:] in DASHES else None
