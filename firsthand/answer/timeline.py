"""What happened and what was reported, in order of time, each with the precision that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from firsthand.answer.dates import not_before, sort_key
from firsthand.answer.lookup import Lookup
from firsthand.records import Span


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline: ``kind`` is event or report; ``passages`` are the words that tell it, by report."""

    when: str | None
    kind: str
    what: str
    reports: tuple[str, ...]
    passages: tuple[tuple[str, Span], ...] = ()
    where: str | None = None
    who: tuple[str, ...] = ()
    id: str = ""


def timeline(lookup: Lookup, reports: Iterable[str], since: str | None = None) -> tuple[Moment, ...]:
    """The events and reports of these reports, earliest first, those of unknown time last."""
    chosen = set(reports)
    moments = [*_events(lookup, chosen), *_reports(lookup, chosen)]
    kept = (m for m in moments if since is None or (m.when and not_before(m.when, since)))
    return tuple(sorted(kept, key=_order))


def _order(moment: Moment) -> tuple[tuple[date, date], str, str]:
    return sort_key(moment.when), moment.kind, moment.what


def _events(lookup: Lookup, chosen: set[str]) -> Iterator[Moment]:
    for event in lookup.answer.events:
        if chosen & set(event.reports):
            where = lookup.name(event.where) if event.where in lookup.entities else event.where
            yield Moment(event.when, "event", event.what, event.reports, event.passages, where, event.who, event.id)


def _reports(lookup: Lookup, chosen: set[str]) -> Iterator[Moment]:
    for id_ in sorted(chosen):
        yield Moment(lookup.dating(id_).value, "report", lookup.title(id_), (id_,), id=id_)
