"""Statements out of marked sentences: ``{{Литва}} <<заперечує>>, що [[купила зброю]]``: source, cue, content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.answer.collect import of_report
from firsthand.names.linking import link_report
from firsthand.records import Analysis, Attribution, Dating, Origins, Report, Said, Span
from firsthand.stages.claims import Meaning, find_claims, link, meanings
from firsthand.stages.claims.actors import sides
from firsthand.stages.mentions import find_mentions
from firsthand.stages.quantities import find_quantities
from firsthand.stages.segment import split
from firsthand.stages.times import find_times

MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]|<<|>>")


def spans(marked: str, opening: str, closing: str) -> list[Span]:
    """The spans between two marks, in the text without any."""
    at, found, start = 0, [], 0
    for piece in re.split(f"({MARK.pattern})", marked):
        if piece == opening:
            start = at
        elif piece == closing:
            found.append(Span(start, at))
        elif not MARK.fullmatch(piece):
            at += len(piece)
    return found


def analysed(marked: str, acts: Sequence[str], language: str = "uk", report: str = "r") -> Analysis:
    """A report whose n-th source (or ``{{}}``), cue (``<<заявив>>``) and content are one attribution."""
    text = MARK.sub("", marked)
    sources, cues, contents = (spans(marked, a, b) for a, b in (("{{", "}}"), ("<<", ">>"), ("[[", "]]")))
    attributions = tuple(
        Attribution(
            source if source.of(text) else None, cue, (content,), act, "indirect", "test", source.of(text) or None
        )
        for source, cue, content, act in zip(sources, cues, contents, acts, strict=True)
    )
    found = Report(report, f"{report}.txt", text, language)
    sentences = split(found, ())
    times = find_times(found, sentences)
    quantities = find_quantities(found, sentences, times)
    return Analysis(
        found,
        (),
        sentences,
        find_mentions(found, sentences, False),
        times,
        quantities=quantities,
        attributions=attributions,
    )


def keys_of(analysis: Analysis) -> tuple[str, ...]:
    return link_report(analysis.mentions, analysis.report.id, analysis.report.language)


def told(analysis: Analysis) -> tuple[Said, ...]:
    """The statements of a report; entities are the keys of its names."""
    return of_report(analysis, keys_of(analysis))


def meant(marked: str, act: str = "assert", language: str = "uk", report: str = "r") -> Meaning:
    """The one statement of a marked sentence, as it is compared; source and cue may be left out."""
    if "{{" not in marked:
        marked = "{{}}<<>>" + marked
    if "<<" not in marked:
        marked = "<<>>" + marked
    analysis = analysed(marked, [act], language, report)
    return meanings(told(analysis), analysis, keys_of(analysis))[0]


class Story:
    """Reports read together: their statements, meanings, claims and sides."""

    def __init__(self, *reports: tuple[Analysis, str | None]) -> None:
        analyses = [analysis for analysis, _ in reports]
        keys = {a.report.id: keys_of(a) for a in analyses}
        self.said = {s.id: s for a in analyses for s in told(a)}
        self.meanings = {m.said: m for a in analyses for m in meanings(told(a), a, keys[a.report.id])}
        self.datings = {a.report.id: Dating(a.report.id, published) for a, published in reports}
        self.sides = sides(analyses, keys)
        self.links = link(self.meanings.values())
        self.claims = find_claims(
            list(self.said.values()), self.meanings, self.links, self.datings, lambda _: Origins(1, 1, ())
        )
