"""The month or year that a report implies of itself by what it tells as past and as to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.lang import load
from firsthand.records import Published, Report, TimeExpression
from firsthand.stages.times.days import (
    DATE_RULES,
    LEAD,
    as_moment,
    comparable,
    has_weekday,
    is_coming,
    is_past,
    is_recalled,
    named_days,
)
from firsthand.stages.times.lexicon import fold, lexicon
from firsthand.stages.times.meaning import Draft, Moment, Shift, as_day, calendar_day, in_year, timex
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import is_main_news, recalls
from firsthand.stages.times.years import evidence, partial, stated

RIGHTS = re.compile(r"(?:©|\(c\))\s?(?:19|20)\d\d\s?[-–—]\s?(20\d\d)(?!\d)")
# what is told of a later month may be told in the next year
LATE_MONTH = "09"
# what is to come in an earlier month may be told in the year before
EARLY_MONTH = "04"
# a day that is named with its weekday is at most a week away
EARLY_DAY, LATE_DAY = "07", "29"
YEAR = re.compile(r"\d{4}")


def month_between(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The last day that the report tells as past and the next that is to come share a month."""
    days = comparable(named_days(report, times))
    past = max((value for value, draft in days if is_past(draft) or is_recalled(report, draft)), default="")
    coming = [value for value, draft in days if is_coming(draft) and value[:4] == past[:4]]
    ahead = min(coming, default="")
    if not past < ahead or past[:7] != ahead[:7]:
        return None
    month = _in_its_year(as_moment(past[:7]), read(report.text, report.language))
    return Published(timex(month), f"{past} is told as past, {ahead} as to come")


def _in_its_year(month: Moment, drafts: Sequence[Draft]) -> Moment:
    """A month of no year in the only one that puts it between what is past and what is to come."""
    told = [(calendar_day(as_day(full)), draft) for draft in drafts if (full := stated(draft)) and not draft.document]
    lowest = max((day for day, draft in told if day and is_past(draft)), default=None)
    highest = min((day for day, draft in told if day and is_coming(draft)), default=None)
    if month.year or lowest is None or highest is None:
        return month
    days = {year: calendar_day(as_day(in_year(month, year))) for year in range(lowest.year, highest.year + 1)}
    years = [year for year, day in days.items() if day and lowest <= day <= highest]
    return in_year(month, years[0]) if len(years) == 1 else month


def month_of_weekday(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The month of a day of the lead that is named with its weekday, as only near days are, and not early in it."""
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    dated = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start < LEAD)
    near = (t for t in dated if has_weekday(report, t) and not recalls(report, t.span))
    late = (t for t in near if t.span.start in drafts and EARLY_DAY < t.value[8:10] < LATE_DAY)
    time = next(late, None)
    return Published(time.value[:7], f'the lead speaks of: "{time.span.of(report.text)}"') if time else None


def month_ahead(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The report speaks of "this month" and of days of one month only, which are to come."""
    drafts = read(report.text, report.language)
    days = named_days(report, times)
    months = {value[:7] for value, _ in days}
    if len(months) > 1 or not any(draft.meaning == Shift("month", 0) for draft in drafts):
        return None
    ahead = next((value for value, draft in days if is_coming(draft)), None)
    return Published(ahead[:7], f'"this month", of which {ahead} is to come') if ahead else None


def named_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "in the past year 2018": the report stands in 2019."""
    known = lexicon(report.language).words
    for time in times:
        if YEAR.fullmatch(time.value):
            before = report.text[max(0, time.span.start - 30) : time.span.start].split()
            entry = known.get(fold(before[-1].strip(","))) if before else None
            if entry is not None and "named_year" in entry.values:
                year = int(time.value) - int(entry.values["named_year"])
                return Published(str(year), f'counted from: "{before[-1]} {time.span.of(report.text)}"')
    return None


def told_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The year of the latest day told as past, if it is news of the lead and the year was not about to end."""
    past = [value for value, draft in named_days(report, times) if is_past(draft)]
    latest = max((value for value in past if value[0] != "X"), default="")
    lead = [t for t in times if t.span.start < LEAD and t.value[:10] == latest and is_main_news(report, t.span)]
    if not lead or latest[5:7] > LATE_MONTH or any(value[0] == "X" for value in past):
        return None
    return Published(latest[:4], f'the lead tells of: "{lead[0].span.of(report.text)}"')


def settled_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The year of a date that the report names without it, as dates of its own year are: "17 мая", after April 2018.

    It is a day to come and not soon after a year begins, or the latest date told as past, where the end of that year
    or the next is still to come; without it the date may be of an older story.
    """
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    told = [(t, drafts[t.span.start]) for t in times if t.span.start in drafts and t.value[:4].isdigit()]
    ahead = {int(time.value[:4]) for time, draft in told if draft.tense > 0}
    plain = [(time, draft) for time, draft in told if not (draft.document or draft.bound or draft.background)]
    dated = [(t, draft, moment) for t, draft in plain if (moment := partial(draft) or stated(draft)) and moment.month]
    latest = max((time.value for time, draft, _ in dated if is_past(draft)), default="")
    for time, draft, moment in dated:
        if moment.year or time.value[:4] < latest[:4]:
            continue
        year, month = int(time.value[:4]), moment.month or 0
        past = time.value == latest and month <= int(LATE_MONTH) and ahead & {year, year + 1}
        if past or (is_coming(draft) and moment.day and month >= int(EARLY_MONTH)):
            return Published(time.value[:4], f'the report names, as of its own year: "{time.span.of(report.text)}"')
    return None


def results_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "по итогам 2018 года вырос на десятую": the results of the last year are told in the next."""
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    years = [time for time in times if YEAR.fullmatch(time.value) and time.span.start in drafts]
    latest = max((time.value[:4] for time in times if time.value[:4].isdigit()), default="")
    for time in years:
        draft = drafts[time.span.start]
        before = report.text[max(0, time.span.start - 30) : time.span.start].lower().rstrip()
        told = time.value == latest and draft.tense <= 0 and not draft.edge
        if told and before.endswith(results(report.language)):
            return Published(str(int(time.value) + 1), f'the results are of: "{time.span.of(report.text)}"')
    return None


@cache
def results(language: str) -> tuple[str, ...]:
    """Phrases before a year whose results are told: "по итогам"."""
    return tuple(load(language).table("times").get("results", {}).get("_", ()))


def turned_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "in November 2017 ... in January of this year", "29 March 2019 ... next year": the year that these imply."""
    known = evidence([draft for draft in read(report.text, report.language) if not draft.document])
    years = known.following or known.contrasted or known.between
    return Published(str(min(years)), f"the years it names beside its own imply {min(years)}") if years else None


def weekday_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "понеділок, 14 грудня ... до кінця літа 2021 року": of the next year told as to come and the one before it,
    the only one in which the weekdays are right."""
    known = evidence(read(report.text, report.language))
    told = [(draft, year) for draft, year in known.bare] + [(t.draft, t.full.year or 0) for t in known.told]
    ahead = min((year for draft, year in told if year and draft.tense > 0), default=0)
    years = [year for year in (ahead - 1, ahead) if ahead and known.named and known.allows(year)]
    reason = f"its weekdays are right in {years[0]} only, and {ahead} is to come" if years else ""
    return Published(str(years[0]), reason) if len(years) == 1 else None


def rights_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The last year of the line of rights at the foot, if nothing told is later: "© 2000-2018"."""
    match = RIGHTS.search(report.text)
    if match is None or any(time.value[:4].isdigit() and time.value[:4] > match[1] for time in times):
        return None
    return Published(match[1], f'the rights are of: "{match[0].strip()}"')
