"""Every attribution of every report as a ``Said``: with its speaker's entity, the day of saying and its chain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from firsthand.records import Analysis, Attribution, Chain, Said, Sentence, Span, TimeExpression
from firsthand.stages.claims.actors import speakers_of

CUE_REACH = 60  # code points between a cue and the day of saying: "заявили 15 вересня", "on Thursday said"
GAP = " … "  # between the parts of a content that the source cuts in two


def collect(analyses: Iterable[Analysis], entity_ids: Mapping[str, Sequence[str]]) -> tuple[Said, ...]:
    """All attributions in order of reports and places; ``entity_ids`` are the entities of each report's mentions."""
    return tuple(said for analysis in analyses for said in of_report(analysis, entity_ids.get(analysis.report.id, ())))


def of_report(analysis: Analysis, entities: Sequence[str]) -> tuple[Said, ...]:
    """One report's attributions."""
    return tuple(_said(number, found, analysis, entities) for number, found in enumerate(analysis.attributions))


def _said(number: int, found: Attribution, analysis: Analysis, entities: Sequence[str]) -> Said:
    report = analysis.report
    speakers = speakers_of(found, analysis, entities)
    return Said(
        id=f"{report.id}:{number}",
        report=report.id,
        number=number,
        language=report.language,
        attribution=found,
        content=content_of(found, report.text),
        speaker=speakers[0] if speakers else None,
        said=said_on(found, analysis),
        chain=chain_of(found, analysis),
        also=speakers[1:],
    )


def content_of(found: Attribution, text: str) -> str:
    """The words of the content; parts that touch are joined by a space, others by dots."""
    parts = [span.of(text).strip() for span in found.content]
    if not parts:
        return ""
    joins = [" " if b.start - a.stop <= 1 else GAP for a, b in pairwise(found.content)]
    return " ".join("".join(x + y for x, y in zip(parts, [*joins, ""], strict=True)).split())


# --- date of saying -----------------------------------------------------------------------------------


def said_on(found: Attribution, analysis: Analysis) -> str | None:
    """The day (month, year) of saying: a time beside the cue, in its sentence and outside the content."""
    sentence = sentence_of(found.cue, analysis.sentences)
    if sentence is None:
        return None
    near = [t for t in analysis.times if sentence.span.contains(t.span) and _gap(t.span, found.cue) <= CUE_REACH]
    near = [t for t in near if _is_date(t) and not _in_content(t.span, found)]
    near = [t for t in near if not _cut_off(t.span, found, analysis.report.text)]
    nearest = min(near, key=lambda t: (_gap(t.span, found.cue), t.span), default=None)
    return nearest.value if nearest else None


def _is_date(time: TimeExpression) -> bool:
    return time.value[:1].isdigit() and "X" not in time.value[:4] and len(time.value) >= 4


def _in_content(span: Span, found: Attribution) -> bool:
    return any(content.overlaps(span) for content in found.content)


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.stop, right.start - left.stop, 0)


def _cut_off(span: Span, found: Attribution, text: str) -> bool:
    """Whether another content or clause stands between a time and the cue."""
    between = text[min(span.stop, found.cue.stop) : max(span.start, found.cue.start)]
    return any(mark in between for mark in ".;:")


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence in which a span begins."""
    return next((s for s in sentences if s.span.start <= span.start < s.span.stop), None)


# --- chain --------------------------------------------------------------------------------------------


def chain_of(found: Attribution, analysis: Analysis) -> tuple[str, ...]:
    """The hops behind an attribution: of the passage, if it states them, else of the report; () where neither does."""
    sentence = sentence_of(found.cue, analysis.sentences)
    passages = [c for c in analysis.chains if c.scope == "passage" and sentence and sentence.span.overlaps(c.evidence)]
    passage = min(passages, key=lambda c: (_gap(c.evidence, found.cue), -len(c.hops), c.evidence), default=None)
    return passage.hops if passage else _of_report(analysis.chains)


def _of_report(chains: Sequence[Chain]) -> tuple[str, ...]:
    whole = [c for c in chains if c.scope == "report"]
    # a dateline says who publishes, whom the others have it from
    first = max(whole, key=lambda c: (len(c.hops), c.rule != "dateline", -c.evidence.start), default=None)
    return first.hops if first is not None else ()
