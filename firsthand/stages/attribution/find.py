"""Finds attributions: for each cue the first frame that fits gives content and source.

A frame is a small function ``(Scene, CueAt) -> Found | None``. ``FRAMES`` is the ordered list; the name of the frame is
the rule that ``show --why`` prints.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from firsthand.records import Attribution, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.acts import act_of, form_of
from firsthand.stages.attribution.counting import (
    counts,
    without_nested_nouns,
    without_nested_readiness,
    without_phase_verbs,
    without_weak_inside,
)
from firsthand.stages.attribution.cues import CueAt, find_cues
from firsthand.stages.attribution.english import find_english
from firsthand.stages.attribution.frames.about_this import about_this_frame
from firsthand.stages.attribution.frames.apart import apart
from firsthand.stages.attribution.frames.as_says import as_frame
from firsthand.stages.attribution.frames.clause import clause_frame, infinitive_frame
from firsthand.stages.attribution.frames.expected import expected_frame
from firsthand.stages.attribution.frames.headline import headline_frame, speaker_line
from firsthand.stages.attribution.frames.nominal import nominal_frame
from firsthand.stages.attribution.frames.parenthesis import parenthesis_frame
from firsthand.stages.attribution.frames.phrase import known_frame, phrase_frame
from firsthand.stages.attribution.frames.quote import quote_before_frame, quote_behind_frame
from firsthand.stages.attribution.frames.unsaid import unsaid_frame
from firsthand.stages.attribution.frames.words import words_frame
from firsthand.stages.attribution.referred import with_referred
from firsthand.stages.attribution.relayed import with_relayed
from firsthand.stages.attribution.scene import Found, Scene, scenes
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.taken_up import taking_up
from firsthand.stages.attribution.unverified import unverified
from firsthand.stages.attribution.words import Line

# What no content begins or ends with.
EDGES = " ,;–—-\n\u00a0"

FRAMES: tuple[tuple[str, Callable[[Scene, CueAt], Found | None]], ...] = (
    ("words", words_frame),
    ("about-this", about_this_frame),
    ("phrase", phrase_frame),
    ("known", known_frame),
    ("as", as_frame),
    ("quote", quote_before_frame),
    ("clause", clause_frame),
    ("colon", quote_behind_frame),
    ("infinitive", infinitive_frame),
    ("parenthesis", parenthesis_frame),
    ("nominal", nominal_frame),
    ("expected", expected_frame),
    ("unsaid", unsaid_frame),
)


def find_attributions(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> tuple[Attribution, ...]:
    """All attributions of a report in the order of their cues; the speaker is left to the next stage."""
    if report.language == "en":
        return find_english(report, sentences, mentions, times)
    found: list[Attribution] = []
    here: list[Found] = []
    for scene in scenes(report, sentences, mentions, times):
        here = taking_up(scene, find_here(scene), here)
        found += [to_attribution(scene, one, here) for one in here]
    return tuple(found)


def find_here(scene: Scene) -> list[Found]:
    """What the frames find in one sentence, as far as it counts; a title's or a speaker's mark first."""
    fitting = map(partial(apply_frames, scene), find_cues(scene.line))
    found = without_told_twice(scene.line, [f for f in fitting if f is not None])
    for without_nested in (without_nested_nouns, without_nested_readiness, without_weak_inside, without_phase_verbs):
        found = without_nested(scene.line, found)
    found = without_established(scene.line, without_unsaid_inside(scene.line, found))
    found = [over_paragraphs(scene, one) for one in found] if scene.across is not None else found
    found = with_unverified(scene.line, with_referred(scene.line, with_relayed(scene, found)))
    title = (headline_frame(scene.line) if scene.title else None) or speaker_line(scene)
    return [title, *found] if title else found


def over_paragraphs(scene: Scene, found: Found) -> Found:
    """A content that opens or closes a quotation over several paragraphs, as long as that is."""
    whole, content = scene.across, found.content
    if whole is None or not content or found.rule not in ("parenthesis", "quote", "colon"):
        return found
    first, last = content[0], content[-1]
    inside = whole.start < scene.line.words[found.cue.first].start < whole.stop
    if first.start == whole.start and last.stop < whole.stop and not (inside and len(content) == 1):
        return replace(found, content=(*content[:-1], Span(last.start, whole.stop)))
    if whole.start < first.start < whole.stop <= first.stop + 1:
        return replace(found, content=(Span(whole.start, max(first.stop, whole.stop)), *content[1:]))
    return found


def without_told_twice(line: Line, found: list[Found]) -> list[Found]:
    """``такий прогноз озвучила``: without the verb where its noun already says that somebody said it."""
    said = [f.cue for f in found if f.rule == "about-this" and f.cue.cue.kind == "noun"]
    told = [next((w.at for w in line.words[cue.first :] if w.finite), None) for cue in said]
    return [f for f in found if f.cue.cue.kind == "noun" or f.cue.verb not in told]


def without_unsaid_inside(line: Line, found: list[Found]) -> list[Found]:
    """Without what nobody tells inside what somebody tells: ``банк повідомив, що дані не розкриваються``."""
    told = [span for f in found if f.rule in ("clause", "parenthesis") and f.source is not None for span in f.content]
    return [
        f
        for f in found
        if f.rule != "unsaid"
        or f.source is not None
        or not any(span.start < line.words[f.cue.first].start < span.stop for span in told)
    ]


def without_established(line: Line, found: list[Found]) -> list[Found]:
    """``За висновками експертизи, встановлено, що``: once, by whose conclusions it is."""
    starts = {f.content[0].start for f in found if f.rule == "phrase" and f.source is not None and f.content}
    return [
        f for f in found if f.rule != "known" or f.source is not None or line.words[f.cue.first].start not in starts
    ]


def with_unverified(line: Line, found: list[Found]) -> list[Found]:
    """With what could not be verified, where no cue of the lexicon says so."""
    more = unverified(line)
    if more is None or any(f.cue.first < more.cue.last and more.cue.first < f.cue.last for f in found):
        return found
    return sorted((*found, more), key=lambda f: f.cue.first)


def without_itself(found: Found) -> Found:
    """``З'явилися повідомлення, що ...``: a noun that is the subject is no source of its own words."""
    cue, subject = found.cue, found.subject
    if cue.cue.kind != "noun" or subject is None or not subject.first <= cue.verb == subject.head:
        return found
    return replace(found, source=None, subject=None)


def without_object_before(line: Line, found: Found) -> Found:
    """``У партії [вирок] назвали помилкою і закликали``: a source without what the verb before says of something."""
    subject = found.subject
    if subject is None or subject.last > found.cue.first:
        return found
    before = (c for c in find_cues(line) if subject.last <= c.first and c.last <= found.cue.first)
    parted = next((parted for c in before if (parted := apart(line, c, subject)) is not None), None)
    return found if parted is None else replace(found, source=source_span(line, parted[0]), subject=parted[0])


def apply_frames(scene: Scene, cue: CueAt) -> Found | None:
    """What the first frame finds that fits the cue with what counts."""
    found = (found for _, frame in FRAMES if (found := frame(scene, cue)) is not None)
    fitting = (without_object_before(scene.line, without_itself(one)) for one in found)
    return next((found for found in fitting if counts(scene, found)), None)


def to_attribution(scene: Scene, found: Found, others: list[Found]) -> Attribution:
    """The record: contents without the parentheses of other cues, act and form decided."""
    line = scene.line
    content = found.content
    for other in others:
        if other is not found and other.parenthetical is not None and other.rule != "phrase":
            content = cut_out(line, content, found, other.parenthetical)
    cue = found.cue
    span = Span(line.words[cue.first].start, line.words[cue.last - 1].stop)
    content = tuple(with_opening_mark(line, without_closing_mark(scene, span, part)) for part in content)
    return Attribution(found.source, span, content, act_of(scene, found), form_of(scene, content), found.rule)


def without_closing_mark(scene: Scene, cue: Span, content: Span) -> Span:
    """A content inside the quotation in which its cue stands, without the mark that closes both."""
    around = (q.span for q in scene.quotes if q.closed and q.span.contains(cue))
    closes = any(quote.start < content.start and content.stop == quote.stop for quote in around)
    if closes and not is_balanced(content.of(scene.line.text)):
        return Span(content.start, content.stop - 1)
    return content


def with_opening_mark(line: Line, content: Span) -> Span:
    """``пообіцяв [«відмити» підрядників]``: with the mark before it that a mark inside closes."""
    text = content.of(line.text)
    before = line.text[content.start - 1 : content.start]
    lost = (before == "«" and text.count("»") > text.count("«")) or (before == '"' and text.count('"') % 2 == 1)
    return Span(content.start - 1, content.stop) if lost and content.start > line.words[0].start else content


def is_balanced(text: str) -> bool:
    """Whether the mark that ends a text closes one that opens in it: ``у форматі "7/24"``."""
    for opening, closing in ("«»", "“”"):
        if text.endswith(closing):
            return text.count(opening) >= text.count(closing)
    return text.count('"') % 2 == 0


def cut_out(line: Line, content: tuple[Span, ...], found: Found, hole: Span) -> tuple[Span, ...]:
    """Contents without a parenthesis that tells who reports them; its own content keeps what lies before it."""
    own = line.words[found.cue.first].start
    if hole.start <= own < hole.stop or (found.parenthetical is not None and found.parenthetical.start > hole.start):
        return content
    parts = [part for span in content for part in beside(line.text, span, hole)]
    return tuple(part for part in parts if part.start < part.stop) or content


def beside(text: str, span: Span, hole: Span) -> tuple[Span, ...]:
    """What is left of a span without a hole: itself where they do not overlap, else up to two parts."""
    if not span.overlaps(hole):
        return (span,)
    left = trimmed(text, Span(span.start, max(hole.start, span.start)))
    right = trimmed(text, Span(min(hole.stop, span.stop), span.stop))
    return left, right


def trimmed(text: str, span: Span) -> Span:
    """A span without spaces, commas and dashes at its ends."""
    start, stop = span.start, span.stop
    while start < stop and text[start] in EDGES:
        start += 1
    while stop > start and text[stop - 1] in EDGES:
        stop -= 1
    return Span(start, stop)
