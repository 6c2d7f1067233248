"""When each report was published: what it states, or the bounds that it and the other reports imply, with reasons.

date_reports(analyses, links, said, entities)   report id -> Dating
resolve_value(value, dating)                    a time's value with its unknown parts filled where that is safe
keys(analysis)                                  what reports have to share for one to date the other

A new report can change the dating of undated reports that share keys or links with it, and of those that share keys
with these; it never changes that of a report that states its date, but may bring a conflict to light.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.records import Analysis, Dating, Link, Said
from firsthand.stages.dating.across import Across, Known
from firsthand.stages.dating.bounds import ANY, Bounds, bounds_of, iso, value_of
from firsthand.stages.dating.own import is_stated, is_trusted, own_words
from firsthand.stages.dating.relations import variable
from firsthand.stages.dating.resolve import resolve_value
from firsthand.stages.dating.solve import Constraint, Solution, solve
from firsthand.stages.entities import find_keys
from firsthand.stages.happenings import HappeningsOf

__all__ = ["date_reports", "keys", "resolve_value"]


def date_reports(
    analyses: Iterable[Analysis],
    links: Iterable[Link] = (),
    said: Sequence[Said] = (),
    entities: Mapping[str, Sequence[str]] | None = None,
    told: HappeningsOf | None = None,
) -> dict[str, Dating]:
    """The date or bounds of every report, with the reasons; whatever the order of the reports.

    ``links`` are those of reuse and claims, ``entities`` the ids of each report's mentions, ``told`` what each
    tells as having happened (both found here if left out).
    """
    known = {a.report.id: a for a in analyses}
    stated = {id_: bounds_of(known[id_].published.value) for id_ in sorted(known)}
    undated = [id_ for id_ in stated if not is_stated(known[id_])]
    if not undated:
        return {id_: _stated(known[id_]) for id_ in sorted(known)}
    named = {id_: _entities(known[id_], entities) for id_ in known}
    reports = [Known(known[id_], named[id_], stated[id_], told) for id_ in sorted(known)]
    across = Across(reports, links, undated)
    constraints: list[Constraint] = [c for i in undated for c in own_words(known[i], across.reports[i].happenings)]
    constraints.extend(across.constraints())
    given = {variable(id_): b for id_, b in stated.items() if b is not None and id_ not in undated}
    solution = solve(given, constraints)
    clashes = _conflicts(solution)
    found = {id_: _found(known[id_], solution, clashes[id_], across.name(id_)) for id_ in undated}
    return {id_: found.get(id_) or _stated(known[id_], clashes[id_]) for id_ in sorted(known)}


def keys(analysis: Analysis) -> Iterator[tuple[str, int]]:
    """The keys of what a report names: another report that shares two may date it, or be dated by it."""
    for key in sorted(set(find_keys(analysis.report, analysis.mentions))):
        yield key, 0


def _entities(analysis: Analysis, entities: Mapping[str, Sequence[str]] | None) -> Sequence[str]:
    if entities is not None and analysis.report.id in entities:
        return entities[analysis.report.id]
    return find_keys(analysis.report, analysis.mentions)


def _stated(analysis: Analysis, conflicts: tuple[str, ...] = ()) -> Dating:
    published = analysis.published
    bounds = bounds_of(published.value)
    day = (iso(bounds.first), iso(bounds.last)) if bounds else (None, None)
    why = (published.why,) if published.why else ()
    return Dating(analysis.report.id, published.value, *day, why=why, conflicts=conflicts)


def _found(analysis: Analysis, solution: Solution, conflicts: tuple[str, ...], name: str) -> Dating:
    id_ = analysis.report.id
    bounds = solution.domains.get(variable(id_), ANY)
    refuted = not is_trusted(analysis) or any(
        analysis.published.why and analysis.published.why in conflict for conflict in conflicts
    )
    value = value_of(bounds) or (None if refuted else analysis.published.value)
    why = tuple(reason.replace(name, "it") for reason in _why(analysis, solution))
    return Dating(id_, value, iso(bounds.first), iso(bounds.last), why, tuple(c.replace(name, "it") for c in conflicts))


def _why(analysis: Analysis, solution: Solution) -> tuple[str, ...]:
    found = solution.reasons(variable(analysis.report.id))
    own = analysis.published.why
    kept = own and is_trusted(analysis) and own not in found and not any(c.reason == own for c, _ in solution.conflicts)
    return (own, *found) if own and kept else found


def _conflicts(solution: Solution) -> dict[str, tuple[str, ...]]:
    """In words, what could not hold, by the report whose words it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for constraint, against in solution.conflicts:
        reason = f"left out: {constraint.reason}"
        if against is not None and against.reason != constraint.reason:
            reason += f" - against: {against.reason}"
        if reason not in found[constraint.report]:
            found[constraint.report].append(reason)
    return defaultdict(tuple, {report: tuple(reasons) for report, reasons in found.items()})


def bounds_between(dating: Dating) -> Bounds:
    """The days on which a report may have been published."""
    first, last = bounds_of(dating.earliest), bounds_of(dating.latest)
    return Bounds(first.first if first else ANY.first, last.last if last else ANY.last)
