"""schema.org Claim as JSON-LD, ready to be the ``itemReviewed`` of a fact-checker's ClaimReview.

No ClaimReview of our own is written: it asks for a rating, and firsthand gives no verdict on truth.
"""

from __future__ import annotations

import json
from typing import Any

from firsthand.answer.lookup import Lookup
from firsthand.export.ftm import day
from firsthand.export.texts import address, neat, urn, whole
from firsthand.records import Answer, Claim, Said

_TYPES = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "PRO": "CreativeWork", "EVT": "Event"}


def write_claimreview(answer: Answer) -> dict[str, bytes]:
    """One JSON-LD file."""
    return {"claims.jsonld": (json.dumps(claims(answer), ensure_ascii=False, indent=1) + "\n").encode("utf-8")}


def claims(answer: Answer) -> dict[str, Any]:
    """The graph of claims, articles and those who speak."""
    lookup = Lookup(answer)
    return {"@context": {"@vocab": "https://schema.org/"}, "@graph": [_claim(lookup, claim) for claim in answer.claims]}


def _claim(lookup: Lookup, claim: Claim) -> dict[str, Any]:
    said = [lookup.said[id_] for id_ in claim.said]
    order = lookup.by_date(dict.fromkeys(one.report for one in said))
    return neat({
        "@type": "Claim",
        "@id": urn("claim", claim.id),
        "text": whole(claim.gist),
        "inLanguage": next((one.language for one in said if one.content == claim.gist), None),
        "author": [_actor(lookup, one) for one in _speakers(lookup, said)],
        "appearance": [_article(lookup, id_) for id_ in order],
        "firstAppearance": _article(lookup, order[0]) if order and day(lookup.dating(order[0]).value) else None,
    })  # fmt: skip


def _speakers(lookup: Lookup, said: list[Said]) -> list[Said]:
    """One thing said for each who asserts the claim."""
    return list({lookup.who_said(one): one for one in said if one.attribution.act == "assert"}.values())


def _actor(lookup: Lookup, said: Said) -> dict[str, Any]:
    entity = lookup.entities.get(said.speaker or "")
    type_ = _TYPES.get(entity.type, "Organization") if entity else "Organization"
    return neat({
        "@type": type_, "@id": urn("entity", entity.id) if entity else None, "name": whole(lookup.who_said(said)),
    })  # fmt: skip


def _article(lookup: Lookup, id_: str) -> dict[str, Any]:
    report = lookup.report(id_)
    outlet = {"@type": "NewsMediaOrganization", "name": whole(report.outlet)} if report.outlet else None
    return neat({
        "@type": "NewsArticle", "@id": urn("report", id_), "headline": whole(lookup.title(id_)),
        "url": address(report.url), "publisher": outlet, "datePublished": day(lookup.dating(id_).value),
        "inLanguage": report.language,
    })  # fmt: skip
