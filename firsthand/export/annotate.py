"""One report's analysis as the JSON of the annotation guide, with mentions, quantities and sentences added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from firsthand.records import Analysis, Span


def span_json(text: str, span: Span | None) -> dict[str, Any] | None:
    """A span with its words."""
    return None if span is None else {"text": span.of(text), "start": span.start, "stop": span.stop}


def annotation(analysis: Analysis, entities: Sequence[str] = (), name: str | None = None) -> dict[str, Any]:
    """The annotation of one report under a name; ``entities`` are the entity ids of its mentions, in order."""
    report, text = analysis.report, analysis.report.text
    ids = list(entities) or [""] * len(analysis.mentions)
    return {
        "id": name or report.id,
        "report": report.id,
        "path": report.path,
        "language": report.language,
        "published": analysis.published.value,
        "published_why": analysis.published.why,
        "attributions": [
            {
                "source": span_json(text, a.source),
                "cue": span_json(text, a.cue),
                "content": [span_json(text, c) for c in a.content],
                "act": a.act,
                "form": a.form,
                "speaker": a.speaker,
                "rule": a.rule,
                "score": a.score,
            }
            for a in analysis.attributions
        ],
        "chains": [
            {"hops": list(c.hops), "scope": c.scope, "evidence": span_json(text, c.evidence), "rule": c.rule}
            for c in analysis.chains
        ],
        "junk": [{**(span_json(text, r.span) or {}), "kind": r.kind} for r in analysis.regions],
        "times": [
            {**(span_json(text, t.span) or {}), "value": t.value, "relative": t.relative} for t in analysis.times
        ],
        "mentions": [
            {**(span_json(text, m.span) or {}), "type": m.type, "name": m.name, "entity": entity or None}
            for m, entity in zip(analysis.mentions, ids, strict=True)
        ],
        "quantities": [
            {**(span_json(text, q.span) or {}), "low": q.low, "high": q.high, "unit": q.unit, "modifier": q.modifier}
            for q in analysis.quantities
        ],
        "sentences": [{"start": s.span.start, "stop": s.span.stop} for s in analysis.sentences],
    }
