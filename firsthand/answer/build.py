"""The path across reports, step by step: read this page second, after ``firsthand/pipeline.py``.

Each step is a pure function; ``needs`` names what it takes, ``makes`` what it gives. Comparisons of two reports are
made while reading (``firsthand/answer/reading.py``) and come in as links, so that building compares no two texts again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from firsthand.answer.collect import collect
from firsthand.answer.reading import CLAIM, REUSE, statements
from firsthand.names.linking import entities
from firsthand.records import Analysis, Answer, Dating, Entity, Judgement, Link, Origins, Said
from firsthand.stages import claims, contradictions, reuse
from firsthand.stages.entities import entity_ids, rows
from firsthand.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One step across reports: a function from what it needs to what it makes."""

    makes: str
    needs: tuple[str, ...]
    run: Callable[..., Any]


def find_entities(analyses: Sequence[Analysis], judgements: Sequence[Judgement]) -> tuple[Entity, ...]:
    """What the mentions of all reports stand for."""
    return entities([row for analysis in analyses for row in rows(analysis)], judgements)


def stated_dates(analyses: Sequence[Analysis]) -> dict[str, Dating]:
    """When each report was published as it says itself."""
    return {a.report.id: Dating(a.report.id, a.published.value, why=_reasons(a.published.why)) for a in analyses}


def _reasons(why: str | None) -> tuple[str, ...]:
    return (why,) if why else ()


def find_meanings(analyses: Sequence[Analysis], said: Sequence[Said]) -> dict[str, claims.Meaning]:
    """What each statement means, by its id."""
    return {meaning.said: meaning for analysis in analyses for meaning in statements(analysis)}


def stated_origins(analyses: Sequence[Analysis]) -> Callable[[Sequence[Said]], Origins]:
    """How the origins of a claim are counted: first hops where chains are stated, else speakers."""
    return count_stated


def count_stated(members: Sequence[Said]) -> Origins:
    """First hops and speakers; where neither is known, the lower bound leaves it out."""
    named = {said.speaker or said.attribution.speaker or next(iter(said.chain), None) for said in members}
    known = sorted(name for name in named if name)
    return Origins(max(1, len(known)), max(1, len(named)), tuple(known))


STEPS: tuple[Step, ...] = (
    Step("mentions", ("analyses", "judgements"), entity_ids),
    Step("entities", ("analyses", "judgements"), find_entities),
    Step("said", ("analyses", "mentions"), collect),
    Step("datings", ("analyses",), stated_dates),
    Step("reuse", ("reuse_links", "analyses", "datings"), reuse.directed),
    Step("meanings", ("analyses", "said"), find_meanings),
    Step("origins", ("analyses",), stated_origins),
    Step("claims", ("said", "meanings", "claim_links", "datings", "origins", "judgements"), claims.find_claims),
    Step("contradictions", ("claims", "said", "meanings", "datings"), contradictions.find),
)

# What is there before the first step.
GIVEN = ("analyses", "reuse_links", "claim_links", "judgements")


def build(analyses: Iterable[Analysis], links: Iterable[Link], judgements: Iterable[Judgement]) -> Answer:
    """All that is known across the reports; the same for every order of the reports and links."""
    by_kind = _sorted_by_kind(links)
    records: dict[str, Any] = {
        "analyses": tuple(sorted(analyses, key=lambda a: a.report.id)),
        "reuse_links": by_kind[REUSE],
        "claim_links": by_kind[CLAIM],
        "judgements": tuple(judgements),
    }
    for step in STEPS:
        records[step.makes] = step.run(*(records[name] for name in step.needs))
    return Answer(**{field.name: records.get(field.name, ()) for field in fields(Answer)})


def _sorted_by_kind(links: Iterable[Link]) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {REUSE: [], CLAIM: []}
    for link in sorted(links, key=_link_key):
        found[link.kind].append(link)
    return {kind: tuple(some) for kind, some in found.items()}


def _link_key(link: Link) -> tuple[str, str, int, str, int]:
    return link.kind, link.left_report, link.left_item, link.right_report, link.right_item


_ANSWERS: dict[str, tuple[int, Answer]] = {}


def answer_of(store: Store) -> Answer:
    """The answer over all that a store holds; built anew only if the store changed."""
    revision = store.revision()
    known = _ANSWERS.get(store.url)
    if known is None or known[0] != revision or store.url == ":memory:":
        known = revision, build(store.analyses(), _links(store), store.judgements())
        _ANSWERS[store.url] = known
    return known[1]


def _links(store: Store) -> list[Link]:
    return [link for kind in (REUSE, CLAIM) for link in store.links(kind)]
