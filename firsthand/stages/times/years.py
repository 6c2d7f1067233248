"""The year that a report lends to its dates without one."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.stages.times.meaning import Draft, Moment, calendar_day, in_year


def own_year(drafts: Sequence[Draft], given: Moment) -> Moment:
    """A moment near which the report was written, as far as its own words tell: the metadata, or its latest full date."""
    if given.year:
        return given
    moments = [d for d in drafts if isinstance(d.meaning, Moment)]
    dated = [d.meaning for d in moments if d.meaning.year and d.meaning.month]
    if dated:
        latest = max(dated, key=lambda m: (m.year or 0, m.month or 0, m.day or 0))
        return latest if _agrees(latest.year or 0, moments) else Moment()
    ahead = [d.meaning.year for d in moments if d.meaning.year and d.tense > 0]
    plain = [d.meaning.year for d in moments if d.meaning.year]
    for year in (*ahead[:1], *([max(plain)] if plain and _named_weekdays(moments) else [])):
        if year and _agrees(year, moments):
            return Moment(year=year)
    return Moment()


def _named_weekdays(moments: Sequence[Draft]) -> list[Moment]:
    found = [d.meaning for d in moments if isinstance(d.meaning, Moment)]
    return [m for m in found if m.weekday and m.day and m.month and not m.year]


def _agrees(year: int, moments: Sequence[Draft]) -> bool:
    """Whether the dates that name their weekday fall on it in that year or beside it."""
    days = [calendar_day(in_year(m, year)) for m in _named_weekdays(moments)]
    named = [m.weekday for m in _named_weekdays(moments)]
    return all(day is None or day.isoweekday() == weekday for day, weekday in zip(days, named, strict=True))
