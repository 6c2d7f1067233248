"""``firsthand export --format bundle``: all that is known across the reports as one JSON object (docs/records.md)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import Any

from firsthand.answer.lookup import Lookup
from firsthand.export.annotate import span_json
from firsthand.lang import LANGUAGES
from firsthand.records import Analysis, Answer, Claim, Entity, Event, Novelty, Reuse, Said

Json = dict[str, Any]


def bundle(answer: Answer) -> Json:
    """The whole answer, in a fixed order, so that the same store gives the same bytes."""
    lookup = Lookup(answer)
    return {
        "reports": [_report(lookup, analysis) for analysis in answer.analyses],
        "entities": [_entity(lookup, entity) for entity in answer.entities],
        "attributions": [_attribution(lookup, said) for said in answer.said],
        "claims": [_claim(claim) for claim in answer.claims],
        "contradictions": [asdict(found) for found in answer.contradictions],
        "reuse": [_reuse(found) for found in answer.reuse],
        "novelty": [_novelty(found) for found in answer.novelty],
        "stories": [asdict(story) for story in answer.stories],
        "events": [_event(event) for event in answer.events],
        "judgements": [asdict(judgement) for judgement in answer.judgements],
    }


def _report(lookup: Lookup, analysis: Analysis) -> Json:
    report, dating = analysis.report, lookup.dating(analysis.report.id)
    return {
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "outlet": report.outlet,
        "language": report.language,
        "published": dating.value,
        "published_why": "; ".join(dating.why) or None,
        "published_conflicts": list(dating.conflicts),
    }


def _entity(lookup: Lookup, entity: Entity) -> Json:
    names: dict[str, list[str]] = defaultdict(list)
    for code, name in entity.names:
        names[code].append(name)
    return {
        "id": entity.id,
        "type": entity.type,
        "names": {code: names[code] for code in LANGUAGES if code in names},
        "reports": list(lookup.reports_of.get(entity.id, ())),
    }


def _attribution(lookup: Lookup, said: Said) -> Json:
    text, found = lookup.report(said.report).text, said.attribution
    claim = lookup.claim_of.get(said.id)
    return {
        "id": said.id,
        "report": said.report,
        "source": span_json(text, found.source),
        "cue": span_json(text, found.cue),
        "content": [span_json(text, span) for span in found.content],
        "act": found.act,
        "form": found.form,
        "speaker": said.speaker,
        "claim": claim.id if claim else None,
        "said": said.said,
        "chain": list(said.chain),
    }


def _claim(claim: Claim) -> Json:
    origins = claim.origins
    return {
        "id": claim.id,
        "gist": claim.gist,
        "attributions": list(claim.said),
        "origins": {"low": origins.low, "high": origins.high, "names": list(origins.names), "why": origins.why},
        "positions": [{"actor": p.actor, "act": p.act, "date": p.date, "attribution": p.said} for p in claim.positions],
        "contested": claim.contested,
    }


def _reuse(found: Reuse) -> Json:
    return {
        "report": found.report,
        "start": found.span.start,
        "stop": found.span.stop,
        "from": found.source,
        "from_start": found.source_span.start,
        "from_stop": found.source_span.stop,
        "similarity": found.similarity,
        "how": found.how,
    }


def _novelty(found: Novelty) -> Json:
    return {
        "report": found.report,
        "sentence": {"start": found.sentence.start, "stop": found.sentence.stop},
        "label": found.label,
        "earlier": found.earlier,
        "reason": found.reason,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "what": event.what,
        "when": event.when,
        "where": event.where,
        "who": list(event.who),
        "attributions": list(event.said),
        "reports": list(event.reports),
    }
