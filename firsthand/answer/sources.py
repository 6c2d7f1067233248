"""Whom the news goes back to: first hops of chains, speakers, and who carried their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.answer.lookup import Lookup
from firsthand.lang.outlets import find_outlet, fold


@dataclass(frozen=True, slots=True)
class Source:
    """One that news goes back to: what it said, the reports in which it is the first hop, and who carried it."""

    id: str
    name: str
    kind: str
    said: tuple[str, ...]
    first: tuple[str, ...]
    carriers: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """A source while it is put together."""

    names: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    first: set[str] = field(default_factory=set)
    carriers: dict[str, str] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)


def sources(lookup: Lookup, reports: Iterable[str] | None = None) -> tuple[Source, ...]:
    """All sources of the reports (of all, if none are named), those behind most reports first."""
    chosen = set(lookup.analyses if reports is None else reports)
    found: dict[str, _Open] = defaultdict(_Open)
    for report in sorted(chosen):
        _from_chains(lookup, report, found)
        _from_said(lookup, report, found)
    closed = (_closed(id_, one, lookup) for id_, one in found.items())
    return tuple(sorted(closed, key=lambda s: (-len(s.reports), -len(s.said), s.name, s.id)))


def _from_chains(lookup: Lookup, report: str, found: dict[str, _Open]) -> None:
    for chain in lookup.analyses[report].chains:
        ids = [identity(lookup, report, hop) for hop in chain.hops]
        one = found[ids[0]]
        one.names[chain.hops[0]] += 1
        one.first.add(report)
        one.reports.add(report)
        one.carriers.update({id_: hop for id_, hop in zip(ids[1:], chain.hops[1:], strict=True) if id_ != ids[0]})


def _from_said(lookup: Lookup, report: str, found: dict[str, _Open]) -> None:
    for said in lookup.said_in.get(report, ()):
        name = lookup.who_said(said) if said.speaker else said.attribution.speaker
        if name:
            one = found[said.speaker or identity(lookup, report, name)]
            one.names[name] += 1
            one.said.append(said.id)
            one.reports.add(report)


def _closed(id_: str, one: _Open, lookup: Lookup) -> Source:
    name = min(one.names.items(), key=lambda item: (-item[1], item[0]))[0]
    entity = lookup.entities.get(id_)
    carriers = tuple(sorted(one.carriers.values()))
    return Source(
        id_, name, kind(name, entity.type if entity else ""), tuple(one.said), tuple(lookup.by_date(one.first)),
        carriers, tuple(lookup.by_date(one.reports)),
    )  # fmt: skip


def identity(lookup: Lookup, report: str, name: str) -> str:
    """What stands for a name: an entity of the report, an outlet of the table, or the bare name."""
    mentioned = entity_in(lookup, report, name)
    if mentioned:
        return mentioned
    outlet = find_outlet(name)
    return f"outlet:{outlet.id}" if outlet else fold(name)


def entity_in(lookup: Lookup, report: str, name: str) -> str | None:
    """The entity that a report mentions by that name."""
    wanted = fold(name)
    pairs = zip(lookup.analyses[report].mentions, lookup.answer.mentions.get(report, ()), strict=False)
    return next((entity for mention, entity in pairs if fold(mention.name) == wanted), None)


_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "country or place", "PRO": "work", "EVT": "event"}


def kind(name: str, type_: str) -> str:
    """What kind of source it is, in a word."""
    outlet = find_outlet(name)
    if outlet is not None:
        return f"{outlet.kind}{', state-owned' if outlet.state else ''}"
    return _KINDS.get(type_, "not named")


def in_story(lookup: Lookup, words: str | None) -> Sequence[str]:
    """The reports of a story, or all."""
    return lookup.by_date(lookup.find_story(words).reports if words else lookup.analyses)
