"""The path across reports, step by step: read this page second, after ``firsthand/pipeline.py``.

Each step is a pure function; ``needs`` names what it takes, ``makes`` what it gives. Comparisons of two reports are
made while reading (``firsthand/answer/reading.py``) and come in as links, so that building compares no two texts again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from weakref import WeakKeyDictionary

from firsthand.answer.collect import collect
from firsthand.answer.prepared import (
    LEAD,
    NAMES,
    STATEMENTS,
    TELLINGS,
    Finder,
    Lead,
    Names,
    Statements,
    kept_in,
    made_anew,
    no_collection,
)
from firsthand.answer.reading import CLAIM, REUSE
from firsthand.names.linking import Row, entities
from firsthand.records import Analysis, Answer, Dating, Judgement, Link, Origins, Reuse, Said
from firsthand.stages import claims, contradictions, dating, events, novelty, origins, reuse, stories
from firsthand.stages.claims.actors import sides
from firsthand.stages.entities import ids_of, rows
from firsthand.stages.happenings import HappeningsOf, Tellings, happenings
from firsthand.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One step across reports: a function from what it needs to what it makes."""

    makes: str
    needs: tuple[str, ...]
    run: Callable[..., Any]


def find_rows(analyses: Sequence[Analysis], prepared: Finder[Names]) -> tuple[Row, ...]:
    """The mentions of all reports, each with the key that its own report gives it."""
    found = prepared(NAMES, analyses)
    return tuple(row for analysis in analyses for row in rows(analysis, found(analysis.report.id).keys))


def find_leads(analyses: Sequence[Analysis], prepared: Finder[Lead]) -> Callable[[str], Sequence[str]]:
    """A function that finds the telling words with which a report begins."""
    found = prepared(LEAD, analyses)
    return lambda report: found(report).words


def find_meanings(analyses: Sequence[Analysis], prepared: Finder[Statements]) -> dict[str, claims.Meaning]:
    """What each statement means, by its id."""
    found = prepared(STATEMENTS, analyses)
    return {meaning.said: meaning for analysis in analyses for meaning in found(analysis.report.id).meanings}


def find_happenings(
    analyses: Sequence[Analysis], mentions: Mapping[str, Sequence[str]], prepared: Finder[Tellings]
) -> HappeningsOf:
    """A function that finds what a report tells as having happened; kept by nobody, for they are many."""
    known = {analysis.report.id: analysis for analysis in analyses}
    told = prepared(TELLINGS, analyses)
    return lambda report: happenings(known[report], mentions[report], told(report))


def counter_of_origins(
    analyses: Sequence[Analysis], reuse: Sequence[Reuse], datings: Mapping[str, Dating]
) -> Callable[[Sequence[Said]], Origins]:
    """A function that counts the origins of one claim's statements, given only what bears on them."""
    known = {analysis.report.id: analysis for analysis in analyses}
    between: dict[str, list[Reuse]] = defaultdict(list)
    for one in reuse:
        between[one.report].append(one)

    def count(said: Sequence[Said]) -> Origins:
        reports = sorted({one.report for one in said})
        near = [one for report in reports for one in between[report] if one.source in reports]
        return origins.count(said, [known[report] for report in reports], near, datings)

    return count


STEPS: tuple[Step, ...] = (
    Step("rows", ("analyses", "prepared"), find_rows),
    Step("mentions", ("analyses", "rows", "judgements"), ids_of),
    Step("entities", ("rows", "judgements"), entities),
    Step("said", ("analyses", "mentions"), collect),
    Step("happenings", ("analyses", "mentions", "prepared"), find_happenings),
    Step("datings", ("analyses", "links", "said", "mentions", "happenings"), dating.date_reports),
    Step("reuse", ("reuse_links", "analyses", "datings"), reuse.directed),
    Step("meanings", ("analyses", "prepared"), find_meanings),
    Step("count_origins", ("analyses", "reuse", "datings"), counter_of_origins),
    Step("claims", ("said", "meanings", "claim_links", "datings", "count_origins", "judgements"), claims.find_claims),
    Step("sides", ("analyses", "mentions"), sides),
    Step("contradictions", ("claims", "said", "meanings", "datings", "sides"), contradictions.find),
    Step("novelty", ("analyses", "reuse", "datings", "said", "links"), novelty.label),
    Step("leads", ("analyses", "prepared"), find_leads),
    Step("stories", ("analyses", "links", "mentions", "datings", "judgements", "leads"), stories.group),
    Step("events", ("analyses", "said", "claims", "datings", "mentions", "happenings"), events.find),
)

# What is there before the first step.
GIVEN = ("analyses", "links", "reuse_links", "claim_links", "judgements", "prepared")


def build(
    analyses: Iterable[Analysis],
    links: Iterable[Link],
    judgements: Iterable[Judgement],
    prepared: Finder[Any] = made_anew,
) -> Answer:
    """All that is known across the reports; the same for every order of the reports and links."""
    sorted_links = tuple(sorted(links, key=_link_key))
    records: dict[str, Any] = {
        "analyses": tuple(sorted(analyses, key=lambda a: a.report.id)),
        "links": sorted_links,
        "reuse_links": tuple(link for link in sorted_links if link.kind == REUSE),
        "claim_links": tuple(link for link in sorted_links if link.kind == CLAIM),
        "judgements": tuple(judgements),
        "prepared": prepared,
    }
    for step in STEPS:
        records[step.makes] = step.run(*(records[name] for name in step.needs))
    return Answer(**{field.name: records.get(field.name, ()) for field in fields(Answer)})


def _link_key(link: Link) -> tuple[str, str, int, str, int]:
    return link.kind, link.left_report, link.left_item, link.right_report, link.right_item


_ANSWERS: WeakKeyDictionary[Store, tuple[int, Answer]] = WeakKeyDictionary()


def answer_of(store: Store) -> Answer:
    """The answer over all that an open store holds; built anew only if the store changed."""
    revision = store.revision()
    known = _ANSWERS.get(store)
    if known is None or known[0] != revision:
        with no_collection():
            answer = build(store.analyses(), _links(store), store.judgements(), kept_in(store))
        known = revision, answer
        _ANSWERS[store] = known
    return known[1]


def _links(store: Store) -> list[Link]:
    return [link for kind in (REUSE, CLAIM) for link in store.links(kind)]
