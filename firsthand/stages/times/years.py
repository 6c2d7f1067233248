"""The years that a report lends to its dates without one (pass one of the resolution).

A date takes its year from the full date told before it, for a narrative goes on in its year; or from those told after
it, if they agree and stand near. A weekday that does not fall on the date in that year refutes the year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from firsthand.stages.times.meaning import Draft, Interval, Moment, Shift, as_day, calendar_day, in_year

NEAR_DAYS = 165
NEWS_DAYS = 270
CARRY = 1500
CARRY_CLOSE = 150
NEWS_RULES = ("published_date", "today_date", "dateline")


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a year for each date whose year the report's other dates tell."""
    settled, told = list(drafts), {at: full for at, draft in enumerate(drafts) if (full := stated(draft))}
    for at, draft in enumerate(drafts):
        moment = partial(draft)
        if moment is None:
            continue
        before = _told_before(drafts, told, at)
        year = _year(drafts, at, moment, before)
        if year is not None:
            settled[at] = replace(draft, meaning=_dated(draft, year))
            if before:
                told[at] = in_year(moment, year)
    return settled


def carry(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a year only where a full date stands just before; for reports whose own date is known."""
    settled, told = list(drafts), {at: full for at, draft in enumerate(drafts) if (full := stated(draft))}
    for at, draft in enumerate(drafts):
        moment, full = partial(draft), told.get(at - 1)
        if moment and full and draft.start - drafts[at - 1].stop < CARRY_CLOSE:
            year = _if_fits(moment, nearest_year(moment, full))
            settled[at] = replace(draft, meaning=_dated(draft, year)) if year else draft
    return settled


def own_year(drafts: Sequence[Draft]) -> int | None:
    """The year that the report stands in where its date is not known: that of its "next year", of its latest past date,
    or the one whose end is to come."""
    following = _next_year(drafts) or _contrasted(drafts)
    if following:
        return min(following)
    past = [full.year or 0 for full in _past(drafts)]
    ahead = [
        d.meaning.year for d in drafts if d.edge and d.tense > 0 and isinstance(d.meaning, Moment) and d.meaning.year
    ]
    return max(past) if past else min(ahead) if ahead else None


def _told_before(drafts: Sequence[Draft], told: Mapping[int, Moment], at: int) -> Moment | None:
    near = (told[i] for i in range(at - 1, -1, -1) if i in told and drafts[at].start - drafts[i].stop < CARRY)
    return next(near, None)


def partial(draft: Draft) -> Moment | None:
    """The draft's date if it has a month and no year."""
    meaning = draft.meaning.last if isinstance(draft.meaning, Interval) else draft.meaning
    if isinstance(meaning, Moment) and not meaning.year and meaning.year_shift is None:
        return meaning if meaning.month or meaning.period else None
    return None


def stated(draft: Draft) -> Moment | None:
    """The draft's date if it has a year and a month."""
    meaning = draft.meaning.last if isinstance(draft.meaning, Interval) else draft.meaning
    return meaning if isinstance(meaning, Moment) and meaning.year and meaning.month else None


def _dated(draft: Draft, year: int) -> Moment | Interval:
    if isinstance(draft.meaning, Interval):
        return replace(draft.meaning, last=in_year(draft.meaning.last, year))
    assert isinstance(draft.meaning, Moment)  # noqa: S101 - partial() let nothing else through
    return in_year(draft.meaning, year)


def _year(drafts: Sequence[Draft], at: int, moment: Moment, before: Moment | None) -> int | None:
    draft = drafts[at]
    if draft.rule in NEWS_RULES:
        return _news_year(drafts, moment)
    if before:
        return _if_fits(moment, nearest_year(moment, before))
    after = [later for later in drafts[at + 1 :] if stated(later) and not later.bound]
    years = _next_year(drafts) or {year for later in after if (year := _year_beside(moment, draft.tense, later))}
    if len(years) == 1:
        return _if_fits(moment, years.pop())
    return None if after else _by_bare_year(drafts, moment)


def _year_beside(moment: Moment, tense: int, told: Draft) -> int | None:
    """The year near a full date told later, on the side of it that the tenses of the two allow."""
    full = stated(told)
    year = nearest_year(moment, full, NEAR_DAYS) if full else None
    if year is None or full is None or not tense * told.tense < 0:
        return year
    here, there = calendar_day(as_day(in_year(moment, year))), calendar_day(as_day(full))
    return year if here and there and (here - there).days * tense >= 0 else None


def _past(drafts: Sequence[Draft]) -> list[Moment]:
    return [full for draft in drafts if draft.tense < 0 and (full := stated(draft))]


def _news_year(drafts: Sequence[Draft], moment: Moment) -> int | None:
    """The report's own date is neither before what it tells as past nor after what is to come: the nearest year."""
    told = [(draft, full) for draft in drafts if (full := stated(draft)) and draft.tense]
    lowest = max((_first(full) for draft, full in told if draft.tense < 0), default=date.min)
    highest = min((_last(full) for draft, full in told if draft.tense > 0), default=date.max)
    years = {year + shift for _, full in told if (year := full.year) for shift in (-1, 0, 1)}
    days = [day for year in years if fits(moment, year) and (day := calendar_day(in_year(moment, year)))]
    near = {
        day.year: min(abs((day - _first(full)).days) for _, full in told) for day in days if lowest <= day <= highest
    }
    best = min(near, key=lambda year: near[year], default=None)
    if best and near[best] <= NEWS_DAYS:
        return best
    return min(_contrasted(drafts), default=None) or _by_bare_year(drafts, moment)


def _first(full: Moment) -> date:
    return date(full.year or 1, full.month or 1, full.day or 1)


def _last(full: Moment) -> date:
    return date(full.year or 1, full.month or 12, full.day or 28)


def nearest_year(moment: Moment, near: Moment, most: int = 400) -> int | None:
    """The year that brings a date nearest to a full one; None if that is farther than ``most`` days."""
    here = calendar_day(as_day(near))
    if here is None:
        return None
    days = [calendar_day(in_year(as_day(moment), here.year + shift)) for shift in (-1, 0, 1)]
    distance = {day.year: abs((day - here).days) for day in days if day}
    best = min(distance, key=lambda year: distance[year]) if distance else None
    return best if best and distance[best] <= most else None


def _if_fits(moment: Moment, year: int | None) -> int | None:
    return year if year and fits(moment, year) else None


def fits(moment: Moment, year: int) -> bool:
    """Whether the date falls on the weekday that it names in that year; a date without weekday always does."""
    day: date | None = calendar_day(in_year(moment, year))
    return day is None or not moment.weekday or day.isoweekday() == moment.weekday


def _next_year(drafts: Sequence[Draft]) -> set[int]:
    """ "29 марта следующего года" beside "30 марта 2019 года": the report's year is 2018."""
    shifted = [d.meaning for d in drafts if isinstance(d.meaning, Moment) and d.meaning.year_shift and d.meaning.month]
    full = [found for draft in drafts if (found := stated(draft))]
    return {(f.year or 0) - (s.year_shift or 0) for s in shifted for f in full if s.month == f.month}


def _contrasted(drafts: Sequence[Draft]) -> set[int]:
    """ "in 2021 it delivered 28; this year it plans as many": this year is the next."""
    bare = [(d.meaning.year, after) for d, after in pairwise(drafts) if isinstance(d.meaning, Moment) and _is_bare(d)]
    this_year = Shift("year", 0)
    return {year + 1 for year, after in bare if year and after.meaning == this_year and after.rule == "edge_which"}


def _is_bare(draft: Draft) -> bool:
    return draft.rule in ("year", "bare_year") and draft.tense < 0 and not draft.edge


def _by_bare_year(drafts: Sequence[Draft], moment: Moment) -> int | None:
    """A year without month: one that is to come and near its end, or that the date's weekday confirms."""
    bare = [(d, d.meaning.year) for d in drafts if isinstance(d.meaning, Moment) and d.meaning.year]
    if moment.weekday and moment.day:
        likely = [y for d, year in bare for y in ((year, year - 1) if d.tense > 0 else (year,)) if fits(moment, y)]
        return likely[0] if likely else None
    ahead = {year for draft, year in bare if draft.tense > 0 and draft.edge}
    return ahead.pop() if len(ahead) == 1 else None
