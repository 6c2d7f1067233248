"""FollowTheMoney entities as JSON lines; what stands for what is written down in docs/exports.md."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from firsthand.answer.lookup import Lookup
from firsthand.export.texts import address, neat, whole
from firsthand.records import Analysis, Answer, Claim, Entity, Event, Said

_SCHEMATA = {"PER": "Person", "ORG": "Organization", "LOC": "Address", "PRO": "Asset", "EVT": "Event"}
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGES = {"uk": "ukr", "ru": "rus", "en": "eng"}
_NAME = 2000  # code points of a name or gist: FtM takes names for something to compare


def write_ftm(answer: Answer) -> dict[str, bytes]:
    """One file, one entity a line."""
    lines = (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in ftm_entities(answer))
    return {"entities.ftm.json": "".join(f"{line}\n" for line in lines).encode("utf-8")}


def ftm_entities(answer: Answer) -> Iterator[dict[str, Any]]:
    """Articles, actors, mentions, claims, statements and events."""
    lookup = Lookup(answer)
    yield from (_article(lookup, analysis) for analysis in answer.analyses)
    yield from (_actor(entity) for entity in answer.entities)
    for analysis in answer.analyses:
        yield from _mentions(lookup, analysis)
    yield from (_claim(lookup, claim) for claim in answer.claims)
    yield from (_statement(lookup, said) for said in answer.said)
    yield from (_event(lookup, event) for event in answer.events)


def key(kind: str, id_: str) -> str:
    """An id that FtM takes: letters and digits, the same for the same thing."""
    return f"firsthand-{kind}-{hashlib.sha256(whole(id_).encode('utf-8')).hexdigest()[:24]}"


def _entity(kind: str, id_: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    kept = {name: [whole(value) for value in values if value] for name, values in properties.items()}
    return {"id": key(kind, id_), "schema": schema, "properties": neat(kept)}


def day(value: str | None) -> str | None:
    """A date as FtM writes it: a year, month or day; what is less certain than that is left out."""
    return value[:10] if value and _ISO.fullmatch(value[:10]) else None


def _article(lookup: Lookup, analysis: Analysis) -> dict[str, Any]:
    report = analysis.report
    return _entity(
        "report", report.id, "Article", title=[lookup.title(report.id)[:_NAME]],
        publisher=[(report.outlet or "")[:_NAME]],
        publishedAt=[day(lookup.dating(report.id).value)], sourceUrl=[address(report.url)],
        language=[_LANGUAGES.get(report.language)], bodyText=[report.text],
        fileName=[report.path.rsplit("/", 1)[-1][:200]],
    )  # fmt: skip


def _actor(entity: Entity) -> dict[str, Any]:
    names: list[str | None] = list(dict.fromkeys(name[:_NAME] for _, name in entity.names))
    schema = _SCHEMATA.get(entity.type, "Organization")
    country = re.fullmatch(r"country:([A-Z]{2})", entity.id)
    full = names[:1] if schema == "Address" else []
    return _entity(
        "entity", entity.id, schema, name=names[:1], alias=names[1:], full=full,
        country=[country[1].lower()] if country else [],
    )  # fmt: skip


def _mentions(lookup: Lookup, analysis: Analysis) -> Iterator[dict[str, Any]]:
    report, seen = analysis.report.id, set()
    for mention, entity in zip(analysis.mentions, lookup.answer.mentions.get(report, ()), strict=False):
        if entity in lookup.entities and (entity, mention.name) not in seen:
            seen.add((entity, mention.name))
            yield _entity(
                "mention", f"{report} {entity} {mention.name}", "Mention", document=[key("report", report)],
                resolved=[key("entity", entity)], name=[mention.name[:_NAME]],
                detectedSchema=[_SCHEMATA.get(mention.type, "Organization")],
            )  # fmt: skip


def _claim(lookup: Lookup, claim: Claim) -> dict[str, Any]:
    actors = dict.fromkeys(p.actor for p in claim.positions if p.actor in lookup.entities)
    origins = claim.origins
    bounds = f"{origins.low}" if origins.low == origins.high else f"{origins.low} to {origins.high}"
    return _entity(
        "claim", claim.id, "Note", name=[claim.gist[:_NAME]], entity=[key("entity", id_) for id_ in actors],
        summary=[f"independent origins: {bounds}{'; contested' if claim.contested else ''}"],
        proof=list(dict.fromkeys(key("report", lookup.said[id_].report) for id_ in claim.said)),
    )  # fmt: skip


def _statement(lookup: Lookup, said: Said) -> dict[str, Any]:
    """Who says what: a link from the actor to the claim; without a known actor, a note."""
    report, claim = lookup.report(said.report), lookup.claim_of.get(said.id)
    common: dict[str, list[str | None]] = {
        "summary": [said.content], "proof": [key("report", said.report)], "sourceUrl": [address(report.url)],
    }  # fmt: skip
    if said.speaker in lookup.entities and claim:
        return _entity(
            "said", said.id, "UnknownLink", subject=[key("entity", said.speaker or "")],
            object=[key("claim", claim.id)], role=[said.attribution.act], date=[day(lookup.date_of(said))], **common,
        )  # fmt: skip
    return _entity("said", said.id, "Note", name=[lookup.who_said(said)[:_NAME]], **common)


def _event(lookup: Lookup, event: Event) -> dict[str, Any]:
    return _entity(
        "event", event.id, "Event", name=[event.what[:_NAME]], date=[day(event.when)],
        location=[event.where[:_NAME] if event.where else None],
        involved=[key("entity", id_) for id_ in event.who if id_ in lookup.entities],
        proof=[key("report", id_) for id_ in event.reports],
    )  # fmt: skip
