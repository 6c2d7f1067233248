"""A sentence with what is reported in it, and what every chain found there has: scope and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.records import Attribution, Mention, Report, Sentence, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.places import Places
from firsthand.stages.attribution.quotes import find_quotes
from firsthand.stages.attribution.scene import paragraphs
from firsthand.stages.attribution.words import WORD, Context, Line, make_line
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.casting import make_cast

LEAD = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the reportings whose cue stands in it; ``number`` counts the body's from 0, -1 is the title."""

    line: Line
    reportings: tuple[Attribution, ...]
    number: int
    cast: Cast


@dataclass(frozen=True, slots=True)
class Hop:
    """A name in a chain and the words that state it."""

    name: str
    span: Span


def scenes(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], reportings: tuple[Attribution, ...]
) -> Iterator[Scene]:
    """The sentences with what is reported in them."""
    cast = make_cast(report, mentions, reportings)
    for reporting in reportings:
        cast.note(reporting)
    context = Context(report, mentions)
    cues = Places(reporting.cue for reporting in reportings)
    number = 0
    for at, paragraph in enumerate(paragraphs(report, sentences)):
        quotes = find_quotes(report.text, paragraph[0].span.start, paragraph[-1].span.stop)
        title = at == 0 and len(paragraph) == 1
        for sentence in paragraph:
            inside = tuple(reportings[i] for i in cues.over(sentence.span) if sentence.span.contains(cues.spans[i]))
            line = make_line(sentence, context, quotes)
            yield Scene(line, inside, -1 if title else number, cast)
            number += not title and any(w.finite for w in line.words)


def scope_of(scene: Scene, reporting: Attribution) -> str:
    """report where the evidence stands in the lead or under ``Про це``; passage for background and what comes later."""
    if is_background(scene, reporting):
        return "passage"
    if any(r.rule == "about-this" for r in scene.reportings):
        return "report" if scene.number < LEAD * 3 else "passage"
    return "report" if scene.number < LIMITS.get(reporting.rule, LEAD) else "passage"


# How far into the body a chain covers the report; what is said "за даними X" carries its own piece at most.
LIMITS = {"phrase": 1}


def is_background(scene: Scene, reporting: Attribution) -> bool:
    """``Як повідомляв X``, ``раніше X писав``: told before this report."""
    return (
        earlier(scene, reporting) or recalls(scene, reporting) or (reporting.rule == "as" and is_past(scene, reporting))
    )


def recalls(scene: Scene, reporting: Attribution) -> bool:
    """``як нагадує X``."""
    words = WORD.findall(reporting.cue.of(scene.line.text))
    return bool(words) and bool(lemmas(words[-1], scene.line.language) & scene.line.group("recall_verbs"))


def is_past(scene: Scene, reporting: Attribution) -> bool:
    """``Як повідомляв X``: told before, so background."""
    cue = reporting.cue.of(scene.line.text).split()[-1]
    return any("past" in w.grammemes for word in scene.line.words if word.text == cue for w in word.readings)


def earlier(scene: Scene, reporting: Attribution) -> bool:
    """Whether it was told earlier: ``раніше`` opens the sentence or stands right before the cue."""
    words = scene.line.group("earlier")
    cue = next((w.at for w in scene.line.words if w.start >= reporting.cue.start), 0)
    near = {*range(min(2, cue)), *range(max(0, cue - 3), cue)}
    return any(scene.line.words[at].low in words for at in near)


def evidence(scene: Scene, spans: list[Span]) -> Span:
    """The stretch of the sentence that states the chain."""
    inside = [s for s in spans if s.start >= scene.line.words[0].start]
    return Span(min(s.start for s in inside), max(s.stop for s in inside))


def distinct(names: Iterator[str]) -> tuple[str, ...]:
    """Names in order, each once; without quotation marks around, and without an English article."""
    plain = (name.strip('«»“”„" ') if name.count('"') != 1 else name for name in names)
    return tuple(dict.fromkeys(name.removeprefix("the ") for name in plain))
