"""Chains as W3C PROV: each report a prov:Entity, what it stands on by wasQuotedFrom, hadPrimarySource, wasDerivedFrom.

Written as PROV-JSON and as PROV-O in Turtle, from the same list of facts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from firsthand.answer.lookup import Lookup
from firsthand.export.texts import for_xml, urn
from firsthand.lang.outlets import find_outlet, fold
from firsthand.records import Answer, Chain

_PREFIX = "urn:firsthand:"


@dataclass(slots=True)
class Facts:
    """What is known: labels of entities and agents, and relations by kind, each pair once."""

    entities: dict[str, str] = field(default_factory=dict)
    agents: dict[str, str] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], None] = field(default_factory=dict)


QUOTED, PRIMARY, DERIVED, ATTRIBUTED = "wasQuotedFrom", "hadPrimarySource", "wasDerivedFrom", "wasAttributedTo"


def write_prov(answer: Answer) -> dict[str, bytes]:
    """The same in two notations."""
    facts = facts_of(answer)
    body = json.dumps(as_json(facts), ensure_ascii=False, indent=1) + "\n"
    return {"chains.prov.json": body.encode("utf-8"), "chains.prov.ttl": as_turtle(facts).encode("utf-8")}


def facts_of(answer: Answer) -> Facts:
    """Reports, hops of chains, and reuse."""
    lookup, facts = Lookup(answer), Facts()
    for analysis in answer.analyses:
        own = urn("report", analysis.report.id)
        facts.entities[own] = lookup.title(analysis.report.id)
        if analysis.report.outlet:
            _attribute(facts, own, analysis.report.outlet)
        for chain in analysis.chains:
            _chain(facts, own, analysis.report.outlet or "", chain)
    for one in answer.reuse:
        facts.relations[DERIVED, urn("report", one.report), urn("report", one.source)] = None
    return facts


def _attribute(facts: Facts, entity: str, name: str) -> None:
    agent = urn("agent", hop_id(name))
    facts.agents.setdefault(agent, name)
    facts.relations[ATTRIBUTED, entity, agent] = None


def _chain(facts: Facts, own: str, outlet: str, chain: Chain) -> None:
    """The words of each hop stand behind those of the next; the report stands at the end."""
    ids = list(dict.fromkeys(_hops(facts, own, chain)))
    if ids and outlet and hop_id(chain.hops[-1]) == hop_id(outlet):
        ids.pop()
    for source, target in pairwise([*ids, own]):
        facts.relations[QUOTED, target, source] = None
    if ids:
        facts.relations[PRIMARY, own, ids[0]] = None


def _hops(facts: Facts, own: str, chain: Chain) -> Iterator[str]:
    """What each hop gave to this report: an entity of its own, for another report may have had other words of it."""
    for hop in chain.hops:
        entity = f"{own}:{urn('words', hop_id(hop)).removeprefix(_PREFIX)}"
        facts.entities.setdefault(entity, hop)
        _attribute(facts, entity, hop)
        yield entity


def hop_id(name: str) -> str:
    """What a hop is known by: an outlet of the table by its id, any other by its folded name."""
    outlet = find_outlet(name[:200])
    return outlet.id if outlet else fold(name[:200]) or "unnamed"


# --- notations ------------------------------------------------------------------------------------------

_JSON_NAMES = {
    QUOTED: ("wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", "prov:Quotation"),
    PRIMARY: ("wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", "prov:PrimarySource"),
    DERIVED: ("wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", None),
    ATTRIBUTED: ("wasAttributedTo", "prov:entity", "prov:agent", None),
}


def as_json(facts: Facts) -> dict[str, Any]:
    """PROV-JSON, where a quotation is a derivation of type prov:Quotation."""
    body: dict[str, Any] = {
        "prefix": {"fh": _PREFIX},
        "entity": {_short(id_): {"prov:label": for_xml(name)} for id_, name in facts.entities.items()},
        "agent": {_short(id_): {"prov:label": for_xml(name)} for id_, name in facts.agents.items()},
    }
    for number, (how, left, right) in enumerate(facts.relations):
        name, one, two, type_ = _JSON_NAMES[how]
        row: dict[str, Any] = {one: _short(left), two: _short(right)}
        if type_:
            row["prov:type"] = {"$": type_, "type": "prov:QUALIFIED_NAME"}
        body.setdefault(name, {})[f"_:r{number}"] = row
    return {key: value for key, value in body.items() if value}


def _short(id_: str) -> str:
    return f"fh:{id_.removeprefix(_PREFIX)}"


def as_turtle(facts: Facts) -> str:
    """PROV-O in Turtle."""
    head = [
        "@prefix prov: <http://www.w3.org/ns/prov#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "",
    ]
    things = [
        f"<{id_}> a prov:{kind} ; rdfs:label {literal(name)} ."
        for kind, table in (("Entity", facts.entities), ("Agent", facts.agents))
        for id_, name in table.items()
    ]
    return "\n".join([*head, *things, *(f"<{a}> prov:{how} <{b}> ." for how, a, b in facts.relations), ""])


def literal(text: str) -> str:
    """A Turtle string that ends where it should, whatever stands in it."""
    out = []
    for c in for_xml(text):
        if c in '"\\':
            out.append(f"\\{c}")
        else:
            out.append(f"\\u{ord(c):04X}" if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else c)
    return f'"{"".join(out)}"'
