"""Spans as W3C Web Annotations (JSON-LD): words, what stands around them, and their place in code points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from firsthand.answer.lookup import Lookup
from firsthand.export.texts import address, neat, urn, whole
from firsthand.records import Analysis, Answer, Said, Span

_AROUND = 40  # code points of text before and after, so that a span is found again in a text that moved


def write_annotation(answer: Answer) -> dict[str, bytes]:
    """One annotation page."""
    return {"annotations.jsonld": (json.dumps(page(answer), ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def page(answer: Answer) -> dict[str, Any]:
    """An AnnotationPage with every source, cue, content and name."""
    lookup = Lookup(answer)
    items = [item for analysis in answer.analyses for item in _of_report(lookup, analysis)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:firsthand:annotations", "type": "AnnotationPage",
        "items": items,
    }  # fmt: skip


def _of_report(lookup: Lookup, analysis: Analysis) -> Iterator[dict[str, Any]]:
    for said in lookup.said_in.get(analysis.report.id, ()):
        yield from _of_said(lookup, analysis, said)
    ids = lookup.answer.mentions.get(analysis.report.id, ())
    for number, (mention, entity) in enumerate(zip(analysis.mentions, ids, strict=False)):
        id_ = urn("mention", f"{analysis.report.id}:{number}")
        body = [_tag(mention.type), _link("identifying", urn("entity", entity))] if entity else [_tag(mention.type)]
        yield _annotation(analysis, id_, mention.span, body)


def _of_said(lookup: Lookup, analysis: Analysis, said: Said) -> Iterator[dict[str, Any]]:
    found, claim = said.attribution, lookup.claim_of.get(said.id)
    spans = [("source", found.source), ("cue", found.cue), *((f"content-{n}", s) for n, s in enumerate(found.content))]
    for name, span in spans:
        if span is not None:
            body = [_tag(name.split("-")[0]), _tag(found.act), _link("linking", urn("attribution", said.id))]
            body += [_link("linking", urn("claim", claim.id))] if claim else []
            yield _annotation(analysis, f"{urn('attribution', said.id)}:{name}", span, body)


def _tag(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": whole(value), "purpose": "tagging"}


def _link(purpose: str, target: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": target, "purpose": purpose}


def _annotation(analysis: Analysis, id_: str, span: Span, body: list[dict[str, Any]]) -> dict[str, Any]:
    text = analysis.report.text
    quote = {
        "type": "TextQuoteSelector", "exact": whole(span.of(text)),
        "prefix": whole(text[max(0, span.start - _AROUND) : span.start]),
        "suffix": whole(text[span.stop : span.stop + _AROUND]),
    }  # fmt: skip
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.stop}
    source = address(analysis.report.url) or urn("report", analysis.report.id)
    return {
        "id": id_, "type": "Annotation", "body": body,
        "target": neat({"source": source, "selector": [quote, position]}),
    }  # fmt: skip
