"""Finds attributions in English reports by word order: for each cue the first frame that fits gives content and source.

English tells by position what Ukrainian and Russian tell by case, so it has geometry of its own (``phrases.py``) over
words without morphology (``words.py``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from firsthand.records import Attribution, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.english.contents import CueAt, Found, Scene, is_speech, span_of
from firsthand.stages.attribution.english.cues import find_cues, noun_cue
from firsthand.stages.attribution.english.frames import (
    addressed_frame,
    clause_frame,
    infinitive_frame,
    nominal_frame,
    noun_frame,
    quote_behind_frame,
)
from firsthand.stages.attribution.english.lexicon import lexicon
from firsthand.stages.attribution.english.quotes import joined_quotes, quotes_of
from firsthand.stages.attribution.english.tails import about_this_frame, as_frame, headline, phrase_frame, tail_frame
from firsthand.stages.attribution.english.voices import (
    fronted_frame,
    participle_frame,
    passive_frame,
    quoted_as_frame,
    saying_frame,
)
from firsthand.stages.attribution.english.words import Words, group, in_title_case, make_words

FRAMES: tuple[tuple[str, Callable[[Scene, CueAt], Found | None]], ...] = (
    ("about-this", about_this_frame),
    ("phrase", phrase_frame),
    ("saying", saying_frame),
    ("quoted", quoted_as_frame),
    ("as", as_frame),
    ("passive", passive_frame),
    ("quote and parenthesis", tail_frame),
    ("fronted participle", fronted_frame),
    ("participle", participle_frame),
    ("infinitive", infinitive_frame),
    ("clause", clause_frame),
    ("colon", quote_behind_frame),
    ("addressed", addressed_frame),
    ("nominal", nominal_frame),
    ("noun", noun_frame),
)


def apply_frames(scene: Scene, cue: CueAt) -> Found | None:
    """The first frame that fits the cue; a form that may be a noun gets a second look as one."""
    for _, frame in FRAMES:
        found = frame(scene, cue)
        if found is not None and found.content:
            return found
    low = scene.words[cue.verb].low
    if cue.cue.kind == "verb" and low in lexicon().nouns:
        again = noun_cue(scene.words, cue.verb)
        return noun_frame(scene, again) if again is not None else None
    return None


def paragraphs(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """Sentences that stand on one line of the page."""
    together: list[Sentence] = []
    for sentence in sentences:
        if together and "\n" in report.text[together[-1].span.stop : sentence.span.start]:
            yield together
            together = []
        together.append(sentence)
    if together:
        yield together


def scenes(report: Report, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]) -> Iterator[Scene]:
    """Every sentence that may hold a cue, with its paragraph's quotations and its neighbours."""
    previous: Span | None = None
    groups = list(paragraphs(report, sentences))
    places = [Span(group[0].span.start, group[-1].span.stop) for group in groups]
    quoted = quotes_of(report.text, places)
    before, behind = joined_quotes(report.text, places, quoted)
    for number, (together, quotes) in enumerate(zip(groups, quoted, strict=True)):
        for at, sentence in enumerate(together):
            near = tuple(q for q in quotes if q.overlaps(sentence.span)) if len(quotes) > 20 else quotes
            words = make_words(sentence, near, times)
            following = whole_quote(report.text, quotes, together, at + 1)
            if at + 1 == len(together):
                following = orphan(places, quoted, number + 1)
            title = number == 0 and len(together) == 1
            if title and in_title_case(words):
                words = as_in_text(words)
            yield Scene(report.text, words, quotes, previous, following, title, before, behind)
            previous = span_of(words, 0, len(words))


@cache
def small_in_text() -> frozenset[str]:
    """Words that only a title gives a capital: those that may begin a cue or a phrase."""
    return lexicon().words | group("prepositions") | group("determiners") | group("auxiliaries") | group("modals")


def as_in_text(words: Words) -> Words:
    """The words of a title in capitals as a sentence has them; the first keeps its capital."""
    small = small_in_text()
    return tuple(w if at == 0 or w.low not in small else replace(w, text=w.low) for at, w in enumerate(words))


def whole_quote(text: str, quotes: tuple[Span, ...], together: list[Sentence], at: int) -> Span | None:
    """The quotation that opens the next sentence and leaves no room there for a cue of its own."""
    if at >= len(together):
        return None
    start = together[at].span.start
    quote = next((q for q in quotes if q.start == start), None)
    if quote is None:
        return None
    stop = next((s.span.stop for s in together[at:] if s.span.stop >= quote.stop), quote.stop)
    return quote if not text[quote.stop : stop].strip(" .,") else None


def orphan(places: list[Span], quoted: list[tuple[Span, ...]], number: int) -> Span | None:
    """A paragraph that is one quotation and names nobody: whoever spoke last in the one before goes on."""
    found = quoted[number] if number < len(quoted) else ()
    return found[0] if found and found[0] == places[number] else None


def in_speech(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands inside quoted speech, where the speaker's own verbs do not count."""
    at = scene.words[cue.verb].start
    return any(q.start < at < q.stop - 1 and is_speech(scene.text, q) for q in scene.quotes)


def find_english(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> tuple[Attribution, ...]:
    """All attributions of an English report in the order of their cues; the speaker is left to the next stage.

    ``mentions`` are not asked: names are told by their capitals, which hold for English.
    """
    found: list[Attribution] = []
    for scene in scenes(report, sentences, times):
        top = headline(scene)
        cues = (cue for cue in find_cues(scene.words) if not in_speech(scene, cue))
        here = [f for f in (apply_frames(scene, cue) for cue in cues) if f is not None and not stipulates(scene, f)]
        here = with_cited(without_echoes(here))
        found += [to_attribution(scene, f, here) for f in ([top] if top else []) + here]
    return tuple(found)


def without_echoes(found: list[Found]) -> list[Found]:
    """``said in its report that ...``: the noun on the way to a verb's clause is no cue of its own."""
    told = {f.content[0].start for f in found if f.cue.cue.kind == "verb"}
    return [f for f in found if f.rule != "noun" or f.content[0].start not in told]


def stipulates(scene: Scene, found: Found) -> bool:
    """``The law says``: what a law lays down is nobody's word."""
    return found.source is not None and found.source.of(scene.text).lower().rpartition(" ")[2] in group("stipulating")


def with_cited(found: list[Found]) -> list[Found]:
    """``wrote X, citing Y``: what Y is cited for is the content that X tells."""
    told = [f for f in found if f.rule in ("parenthesis", "clause", "quote")]
    return [cited(f, told) if told and is_citation(f) else f for f in found]


def is_citation(found: Found) -> bool:
    """A source cited for what somebody else tells."""
    return "cite" in found.cue.cue.frames and found.rule not in ("reason", "nominal")


def cited(found: Found, told: list[Found]) -> Found:
    """``citing Y`` with the content of the nearest telling before it, else behind it."""
    before = [f for f in told if f.cue.first < found.cue.first]
    return Found(found.cue, (before[-1] if before else told[0]).content, "citing", found.source, found.act, found.hole)


def to_attribution(scene: Scene, found: Found, others: list[Found]) -> Attribution:
    """The record: contents without the parentheses of other cues, act and form decided."""
    content = found.content
    for other in others:
        if other is not found and other.hole is not None and not same_parenthesis(scene, found, other):
            content = cut_out(scene.text, content, other.hole)
    words = scene.words
    cue = Span(words[found.cue.first].start, words[found.cue.last - 1].stop)
    form = form_of(scene, content)
    return Attribution(found.source, cue, over_paragraphs(scene, content), act_of(found), form, found.rule)


def over_paragraphs(scene: Scene, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content with the paragraphs over which its quotation reaches."""
    return (*scene.before.get(content[0].start, ()), *content, *scene.behind.get(content[-1].stop, ()))


def same_parenthesis(scene: Scene, found: Found, other: Found) -> bool:
    """Whether one tells the other: then the outer content keeps the inner parenthesis."""
    own = scene.words[found.cue.verb].start
    hole = other.hole
    return hole is not None and (
        hole.start <= own < hole.stop
        or (
            found.hole is not None
            and found.hole.start > hole.start
            and found.rule != "citing"
            and "cite" not in other.cue.cue.frames
        )
    )


def cut_out(text: str, content: tuple[Span, ...], hole: Span) -> tuple[Span, ...]:
    """Contents without a parenthesis that tells who reports them."""
    parts: list[Span] = []
    for span in content:
        if not span.overlaps(hole):
            parts.append(span)
            continue
        parts += [trimmed(text, Span(span.start, hole.start))] if hole.start > span.start else []
        parts += [trimmed(text, Span(hole.stop, span.stop))] if hole.stop < span.stop else []
    return tuple(p for p in parts if p.start < p.stop) or content


def trimmed(text: str, span: Span) -> Span:
    """A span without spaces, commas and dashes at its ends."""
    start, stop = span.start, span.stop
    while start < stop and text[start] in " ,;–—-\n\u00a0":
        start += 1
    while stop > start and text[stop - 1] in " ,;–—-\n\u00a0":
        stop -= 1
    return Span(start, stop)


def act_of(found: Found) -> str:
    """The act: the frame's or the cue's own, changed by its negation."""
    cue = found.cue
    act = found.act or cue.cue.act
    if cue.group.negated and cue.first < cue.verb:
        return cue.cue.negated or {"assert": "doubt", "deny": "assert"}.get(act, act)
    return act


def form_of(scene: Scene, content: tuple[Span, ...]) -> str:
    """direct: all of it in quotation marks; mixed: part of it is; indirect: none."""
    if content and all(any(q.start <= c.start and c.stop <= q.stop for q in scene.quotes) for c in content):
        return "direct"
    partly = [q for q in scene.quotes if any(c.contains(q) for c in content) and quotes_words(scene.text, q)]
    return "mixed" if partly else "indirect"


def quotes_words(text: str, quote: Span) -> bool:
    """Whether a quotation inside a content quotes words, rather than setting off a name."""
    inner = quote.of(text).strip('«»“”„"‘’ ')
    return bool(inner) and (inner[0].islower() or len(inner.split()) > 3)
