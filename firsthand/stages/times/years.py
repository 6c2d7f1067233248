"""The years that a report lends to its dates without one (pass one of the resolution).

A date takes its year from the full date told before it, for a narrative goes on in its year; or from those told after
it, if they agree and stand near. A weekday that does not fall on the date in that year refutes the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise

from firsthand.stages.times.meaning import Draft, Interval, Moment, Shift, as_day, calendar_day, in_year, is_day

NEAR_DAYS = 165
NEWS_DAYS = 310
# what lasts until a day is told at most a year before it
BOUND_DAYS = 366
# Pages of the web are no older: a price "highest since December 1981" tells nothing of the report's year.
FIRST_NEWS = 1995
NEAR_REPORT = 45
CARRY = 1500
HEAD, LEAD, FORE = 400, 700, 2000
CARRY_CLOSE = 150
NEWS_RULES = ("published_date", "today_date", "dateline")
# Bounds for pages that are lists of dates: what stands later in them settles nothing of the lead.
MOST_EVIDENCE = 60
LEAD_EXPRESSIONS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the report states with its year: which expression it is, and when."""

    at: int
    draft: Draft
    full: Moment


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report says of years: full dates, years alone, the year that "next year" or "this year" implies.

    ``papers`` are the dates of letters and rulings, which lend no year but are none of what is to come.
    """

    told: tuple[Told, ...]
    bare: tuple[tuple[Draft, int], ...]
    following: frozenset[int]
    contrasted: frozenset[int]
    between: frozenset[int]
    named: tuple[Moment, ...]
    papers: tuple[Moment, ...]

    def allows(self, year: int) -> bool:
        """Whether the dates that name their weekday can all stand in the year."""
        return all(fits(moment, year) for moment in self.named)


def evidence(drafts: Sequence[Draft]) -> Evidence:
    """The evidence of years in a report's first expressions that have any."""
    told = (Told(at, draft, full) for at, draft in enumerate(drafts) if (full := stated(draft)) and _lends(draft))
    first = tuple(islice(told, MOST_EVIDENCE))
    bare = ((d, d.meaning.year) for d in drafts if isinstance(d.meaning, Moment) and d.meaning.year)
    years = tuple(islice(bare, MOST_EVIDENCE))
    papers = (full for draft in drafts if draft.document and (full := stated(draft)) and is_day(full))
    return Evidence(
        first,
        years,
        _next_year(drafts, first),
        _contrasted(drafts),
        _between(years),
        named_weekdays(drafts),
        tuple(islice(papers, MOST_EVIDENCE)),
    )


def _until(draft: Draft) -> bool:
    """Whether something lasts or is planned until then: far ahead of what the report tells."""
    return draft.bound and draft.tense >= 0 and not isinstance(draft.meaning, Interval)


def _lends(draft: Draft) -> bool:
    """Whether a date is told, and not that of a law, another page, or an office ("held it since 13 July 2016")."""
    dated = draft.document and isinstance(draft.meaning, Moment) and is_day(draft.meaning)
    background = draft.background or (draft.start_of and not draft.since and draft.tense < 0 and _is_exact_day(draft))
    return not dated and not background and (draft.rule != "numeric_date" or draft.start < HEAD)


def _is_exact_day(draft: Draft) -> bool:
    return isinstance(draft.meaning, Moment) and is_day(draft.meaning)


def named_weekdays(drafts: Sequence[Draft]) -> tuple[Moment, ...]:
    """The dates without a year that name their weekday."""
    found = (moment for draft in drafts if (moment := partial(draft)) and moment.weekday and moment.day)
    return tuple(islice(found, MOST_EVIDENCE))


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a year for each date whose year the report's other dates tell."""
    settled, known, before, past = list(drafts), evidence(drafts), None, None
    for at, draft in enumerate(drafts):
        full, moment = stated(draft), partial(draft)
        if full and not _until(draft) and not draft.background and (full.year or 0) >= FIRST_NEWS:
            before = Told(at, draft, full)
        if moment is None or draft.rule == "which_month":
            continue
        near = before if before and draft.start - before.draft.stop < CARRY else None
        near = past if past and near and draft.tense < 0 < near.draft.tense else near
        year = _year(known, Told(at, draft, moment), near)
        if year is not None:
            settled[at] = replace(draft, meaning=_dated(draft, year))
            before = Told(at, draft, in_year(moment, year)) if near else before
            past = Told(at, draft, in_year(moment, year)) if draft.tense < 0 else past
    return settled


def carry(drafts: Sequence[Draft], report: Moment) -> list[Draft]:
    """The drafts, with a year only where a full date stands just before; for reports whose own date is known.

    From the report's own date the tense of the clause leads to the year.
    """
    settled = list(drafts)
    for at, (before, draft) in enumerate(pairwise(drafts), start=1):
        moment, full = partial(draft), stated(before)
        own = full is not None and (full.year, full.month, full.day) == (report.year, report.month, report.day)
        if moment and full and not own and draft.start - before.stop < CARRY_CLOSE and draft.rule not in NEWS_RULES:
            year = _if_fits(moment, _onward(moment, full, report) or nearest_year(moment, full))
            sound = year and not (draft.tense < 0 and _first(in_year(moment, year)) > _last(report))
            settled[at] = replace(draft, meaning=_dated(draft, year)) if year and sound else draft
    return settled


def _onward(moment: Moment, full: Moment, report: Moment) -> int | None:
    """The year in which the date next comes after the full one, if that is not after the report's date."""
    here, there = calendar_day(as_day(full)), calendar_day(as_day(report))
    days = [calendar_day(in_year(as_day(moment), (full.year or 0) + later)) for later in (0, 1)]
    return next((day.year for day in days if day and here and there and here <= day <= there), None)


def retracted(drafts: Sequence[Draft], settled: Sequence[Draft], report: Moment) -> list[Draft]:
    """The settled drafts, without the years of days near the report's own, whose year no other date tells."""
    if report.year or not is_day(report):
        return list(settled)
    return [draft if _near_report(draft, report) else known for draft, known in zip(drafts, settled, strict=True)]


def _near_report(draft: Draft, report: Moment) -> bool:
    moment = partial(draft)
    here = calendar_day(replace(moment, weekday=None)) if moment and is_day(moment) else None
    there = calendar_day(replace(report, weekday=None))
    return here is not None and there is not None and abs((here - there).days) <= NEAR_REPORT


def own_year(drafts: Sequence[Draft]) -> int | None:
    """The year that a report of unknown date stands in.

    That of its "next year", or of its latest past date, or the one whose end is to come.
    """
    known = evidence(drafts)
    past = [year for told in known.told if _is_news(told) and (year := told.full.year or 0) >= FIRST_NEWS]
    return _implied(known) or max(past, default=None) or _ending(known)


def sure_year(drafts: Sequence[Draft]) -> int | None:
    """That year, if not only what it tells as past says so, after which a year may have turned."""
    known = evidence(drafts)
    year = _implied(known) or _ending(known)
    return year if year == own_year(drafts) else None


def _implied(known: Evidence) -> int | None:
    return min(known.following or known.contrasted or known.between, default=None)


def _ending(known: Evidence) -> int | None:
    """The next year whose middle or end is to come."""
    return min((year for draft, year in known.bare if draft.edge and draft.tense > 0), default=None)


def _is_news(told: Told) -> bool:
    """Whether it is past and told early; since an exact day somebody has held an office, which is background."""
    since_a_day = told.draft.start_of and is_day(told.full)
    return told.draft.tense < 0 and told.draft.start < FORE and not since_a_day


def implied_year(drafts: Sequence[Draft]) -> int | None:
    """The report's year where its "next year" is stated elsewhere with its number."""
    return min(evidence(drafts).following, default=None)


def partial(draft: Draft) -> Moment | None:
    """The draft's date if it has a month and no year."""
    meaning = draft.meaning.last if isinstance(draft.meaning, Interval) else draft.meaning
    if isinstance(meaning, Moment) and not meaning.year and meaning.year_shift is None:
        return meaning if meaning.month or meaning.period else None
    return None


def stated(draft: Draft) -> Moment | None:
    """The draft's date if it has a year and a month, a season, a quarter.

    The months of a year that its number tells are mostly those with which others are compared.
    """
    if draft.rule == "months_of_year":
        return None
    meaning = draft.meaning.last if isinstance(draft.meaning, Interval) else draft.meaning
    return meaning if isinstance(meaning, Moment) and meaning.year and (meaning.month or meaning.period) else None


def _dated(draft: Draft, year: int) -> Moment | Interval:
    if isinstance(draft.meaning, Interval):
        return replace(draft.meaning, last=in_year(draft.meaning.last, year))
    assert isinstance(draft.meaning, Moment)  # noqa: S101 - partial() let nothing else through
    return in_year(draft.meaning, year)


def _year(known: Evidence, this: Told, before: Told | None) -> int | None:
    moment = this.full
    same = _year_of_same_day(known, moment)
    if this.draft.rule in NEWS_RULES and this.at < LEAD_EXPRESSIONS:
        return same or _news_year(known, moment)
    if this.draft.document and this.draft.start < LEAD and is_day(moment) and (year := _paper_year(known, moment)):
        return year
    if before:
        return _if_fits(moment, _year_after(this, before))
    if same:
        return same
    after = [told for told in known.told if told.at > this.at and not told.draft.bound]
    after = [told for told in after if (told.full.year or 0) >= FIRST_NEWS]
    beside = {year for told in after if (year := _if_fits(moment, _year_beside(this, told)))}
    years = (
        known.following or known.between or (frozenset({min(beside)}) if beside and this.draft.tense > 0 else beside)
    )
    if len(years) == 1:
        return _if_fits(moment, min(years))
    if after:
        return None
    return _by_bare_year(known, moment) or _before_bound(known, this)


def _paper_year(known: Evidence, moment: Moment) -> int | None:
    """The year of a paper that is the news ("рішення суду від 18 квітня"): it is of after all that is told as past."""
    past = [_first(told.full) for told in known.told if told.draft.tense <= 0 and not told.draft.bound]
    latest = max((*past, *map(_first, known.papers)), default=None)
    if latest is None:
        return None
    days = [calendar_day(in_year(as_day(moment), latest.year + later)) for later in (0, 1)]
    return next((day.year for day in days if day and 0 <= (day - latest).days <= NEWS_DAYS), None)


def _before_bound(known: Evidence, this: Told) -> int | None:
    """The year of the day that things stood on, next before what the report looks ahead to: "до квітня 2021 року"."""
    if not this.draft.as_of:
        return None
    ahead = (told.full for told in known.told if told.draft.bound and told.draft.tense > 0)
    first = min(ahead, key=_first, default=None)
    there = calendar_day(as_day(first)) if first else None
    days = [calendar_day(in_year(as_day(this.full), there.year - earlier)) for earlier in (0, 1)] if there else []
    return next((day.year for day in days if day and there and 0 < (there - day).days <= NEWS_DAYS), None)


def _year_after(this: Told, before: Told) -> int | None:
    """The year nearest to the full date told before it; what is past lies before what is to come."""
    nearest, tense = nearest_year(this.full, before.full), this.draft.tense
    if before.draft.bound and tense <= 0:
        return _year_until(this.full, before.full)
    if nearest is None or tense * before.draft.tense >= 0:
        return nearest
    here, there = calendar_day(as_day(in_year(this.full, nearest))), calendar_day(as_day(before.full))
    return nearest if not here or not there or (here - there).days * tense >= -NEAR_REPORT else nearest + tense


def _year_of_same_day(known: Evidence, moment: Moment) -> int | None:
    """The year with which the report states the very day elsewhere."""
    days = (told.full for told in known.told if is_day(moment))
    return next((full.year for full in days if (full.month, full.day) == (moment.month, moment.day)), None)


def _year_beside(this: Told, told: Told) -> int | None:
    """The year near a full date told later, on the side of it that the tenses of the two allow."""
    if this.draft.start < LEAD and this.draft.tense <= 0 and is_day(this.full) and told.draft.tense < 0:
        return _year_since(this.full, told.full, 0 if told.draft.start_of else NEAR_REPORT)
    if told.draft.since and not this.draft.since and (later := _year_since(this.full, told.full, 0)):
        return later
    tense = -1 if this.draft.since else this.draft.tense
    if tense < 0 < told.draft.tense:
        return _year_until(this.full, told.full)
    year = nearest_year(this.full, told.full, NEAR_DAYS)
    if year and tense > 0 and told.draft.tense > 0 and _first(in_year(this.full, year)) > _last(told.full):
        return None
    if year is None or not tense * told.draft.tense < 0:
        return year
    here, there = calendar_day(as_day(in_year(this.full, year))), calendar_day(as_day(told.full))
    return year if here and there and (here - there).days * tense >= 0 else None


def _year_since(moment: Moment, since: Moment, early: int) -> int | None:
    """The year of a date after the full one, or at most ``early`` days before it."""
    here = calendar_day(as_day(since))
    days = [calendar_day(in_year(as_day(moment), (since.year or 0) + later)) for later in (0, 1)]
    return next((day.year for day in days if day and here and -early <= (day - here).days <= NEWS_DAYS), None)


def _year_until(moment: Moment, ahead: Moment) -> int | None:
    """The year of a past date next before a full one that is to come."""
    there = calendar_day(as_day(ahead))
    days = [calendar_day(in_year(as_day(moment), (ahead.year or 0) - earlier)) for earlier in (0, 1)]
    return next((day.year for day in days if day and there and 0 <= (there - day).days <= NEWS_DAYS), None)


def _news_year(known: Evidence, moment: Moment) -> int | None:
    """The report's own date is neither before what it tells as past nor after what is to come: the nearest year."""
    told = [t for t in known.told if _exact(t.full) and (t.draft.tense or t.draft.since)]
    lowest = max((_first(t.full) for t in told if t.draft.tense < 0 or t.draft.since), default=date.min)
    lowest = max(
        lowest, *(date(year, 1, 1) for draft, year in known.bare if draft.tense < 0 and not draft.edge), lowest
    )
    highest = min((_last(t.full) for t in told if t.draft.tense > 0), default=date.max)
    years = {year + shift for t in told if (year := t.full.year) for shift in (-1, 0, 1)}
    days = [day for year in years if fits(moment, year) and (day := calendar_day(in_year(moment, year)))]
    within = [day for day in days if lowest <= day <= highest]
    if not told and (alone := _only_near_year(known, moment)):
        return alone
    near = {day.year: min(abs((day - _first(t.full)).days) for t in told) for day in within}
    best = min(near, key=lambda year: near[year], default=None)
    lasts = any(t.draft.bound and t.draft.tense > 0 for t in told)
    if best and near[best] <= (BOUND_DAYS if lasts else NEWS_DAYS):
        return best if best >= FIRST_NEWS else None
    return min(known.contrasted, default=None) or _by_bare_year(known, moment)


def _only_near_year(known: Evidence, moment: Moment) -> int | None:
    """The year near the dates whose tense is not told: the nearest of all."""
    near = (nearest_year(moment, told.full, NEAR_DAYS) for told in known.told if _exact(told.full))
    return min((year for year in near if year), default=None)


def _exact(full: Moment) -> bool:
    """Whether it is more exact than a season, which is told of background."""
    return full.month is not None or (full.period or "")[:1] in ("Q", "H")


def _first(full: Moment) -> date:
    return date(full.year or 1, full.month or 1, min(full.day or 1, 28))


def _last(full: Moment) -> date:
    return date(full.year or 1, full.month or 12, min(full.day or 28, 28))


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


def _next_year(drafts: Sequence[Draft], told: Sequence[Told]) -> frozenset[int]:
    """ "29 марта следующего года" beside "30 марта 2019 года": the report's year is 2018."""
    shifted = (d.meaning for d in drafts if isinstance(d.meaning, Moment) and d.meaning.year_shift and d.meaning.month)
    pairs = ((t.full, s) for s in islice(shifted, MOST_EVIDENCE) for t in told if s.month == t.full.month)
    return frozenset((full.year or 0) - (shift.year_shift or 0) for full, shift in pairs)


def _contrasted(drafts: Sequence[Draft]) -> frozenset[int]:
    """ "in 2021 it delivered 28; this year it plans as many": this year is the next."""
    bare = ((d.meaning.year, after) for d, after in pairwise(drafts) if isinstance(d.meaning, Moment) and _is_bare(d))
    this_year = Shift("year", 0)
    years = (year for year, after in bare if after.meaning == this_year and after.rule == "edge_which")
    months = (
        full.year for before, after in pairwise(drafts) if (full := stated(before)) and _turns(full, before, after)
    )
    return frozenset(year + 1 for year in (*years, *months) if year)


def _turns(full: Moment, before: Draft, after: Draft) -> bool:
    """ "In November 2017 two left; in January of this year a third": the year has turned between."""
    month = after.meaning.month if isinstance(after.meaning, Moment) and after.meaning.year_shift == 0 else None
    told = before.tense < 0 and after.tense < 0 and after.start - before.stop < CARRY
    return told and month is not None and full.month is not None and month < full.month


def _between(bare: Sequence[tuple[Draft, int]]) -> frozenset[int]:
    """ "since June 2017" and "set for March 2019": neither is the report's own year, which is told without."""
    since = max((year for draft, year in bare if draft.since), default=0)
    ahead = min((year for draft, year in bare if draft.tense > 0), default=0)
    return (
        frozenset({since + 1}) if ahead == since + 2 and not any(year == since + 1 for _, year in bare) else frozenset()
    )


def _only_fitting(known: Evidence, moment: Moment) -> int | None:
    """The only year between those told as past and as to come in which the date falls on its weekday."""
    lowest = max((year for draft, year in known.bare if draft.tense < 0), default=None)
    highest = min((year for draft, year in known.bare if draft.tense > 0), default=None)
    if lowest is None or highest is None:
        return None
    years = [year for year in range(lowest, highest + 1) if fits(moment, year)]
    return years[0] if len(years) == 1 else None


def _is_bare(draft: Draft) -> bool:
    return draft.rule in ("year", "bare_year") and draft.tense < 0 and not draft.edge


def _by_bare_year(known: Evidence, moment: Moment) -> int | None:
    """A year without month: one that is to come and near its end, or that the date's weekday confirms."""
    if moment.weekday and moment.day:
        recent = ((draft, year) for draft, year in known.bare if year >= FIRST_NEWS and not draft.background)
        years = ((year, year - 1) if draft.tense > 0 else (year,) for draft, year in recent)
        near = next((year for pair in years for year in pair if fits(moment, year)), None)
        return near or _only_fitting(known, moment)
    ahead = {year for draft, year in known.bare if draft.tense > 0 and draft.edge and known.allows(year)}
    return min(ahead) if len(ahead) == 1 else None
