"""Passages: whole sentences of a report, with the source, the cue and the content in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from firsthand.answer.dates import spoken
from firsthand.answer.lookup import Lookup
from firsthand.answer.wording import plain
from firsthand.brief.records import Passage, Piece
from firsthand.records import Analysis, Said, Span

Marked = Sequence[tuple[str, Span]]


def passage_of(lookup: Lookup, said: Said) -> Passage:
    """What somebody said, in the sentences in which the report tells it."""
    found = said.attribution
    marks = [("content", span) for span in found.content] + [("cue", found.cue)]
    marks += [("source", found.source)] if found.source else []
    pieces = marked(lookup.analyses[said.report], marks)
    passage = _passage(lookup, said.report, pieces)
    who, words = plain(lookup.who_said(said)), plain(said.content)
    return replace(passage, chain=said.chain, act=found.act, who=who, words=words)


def passage_at(lookup: Lookup, report: str, span: Span) -> Passage:
    """Any stretch of a report, in its sentences."""
    return _passage(lookup, report, marked(lookup.analyses[report], [("sentence", span)]))


def _passage(lookup: Lookup, report: str, pieces: tuple[Piece, ...]) -> Passage:
    date, language = spoken(lookup.dating(report).value), lookup.report(report).language
    words = "".join(piece.text for piece in pieces).strip()
    return Passage(report, lookup.outlet(report), lookup.title(report), date, language, pieces, words=words)


def marked(analysis: Analysis, marks: Marked) -> tuple[Piece, ...]:
    """The sentences that the marks touch, cut into pieces; where marks overlap, the later one shows."""
    around = _sentences(analysis, [span for _, span in marks])
    roles = [""] * (around.stop - around.start)
    for role, span in marks:
        roles[span.start - around.start : span.stop - around.start] = [role] * (span.stop - span.start)
    return tuple(_pieces(around.of(analysis.report.text), roles))


def _pieces(text: str, roles: Sequence[str]) -> Iterator[Piece]:
    """Runs of one role; white space in a row becomes one space, and what cannot be shown is left out."""
    at = 0
    for role, run in groupby(roles):
        length = len(list(run))
        words = text[at : at + length]
        at += length
        shown = plain(words)
        if shown:
            yield Piece((" " if words[:1].isspace() else "") + shown + (" " if words[-1:].isspace() else ""), role)
        elif words.strip(" ") != words:
            yield Piece(" ", role)


def _sentences(analysis: Analysis, spans: Iterable[Span]) -> Span:
    """The stretch from the first to the last sentence that any of the spans touches."""
    spans = list(spans)
    start, stop = min(span.start for span in spans), max(span.stop for span in spans)
    for sentence in analysis.sentences:
        if any(sentence.span.overlaps(span) for span in spans):
            start, stop = min(start, sentence.span.start), max(stop, sentence.span.stop)
    return Span(start, stop)
