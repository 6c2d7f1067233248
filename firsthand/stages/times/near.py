"""The month that a report implies by one of the days that it names, for news is told of days that are near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.records import Published, Report, TimeExpression
from firsthand.stages.times.days import DATE_RULES, is_coming, is_past, is_recalled, with_year
from firsthand.stages.times.lexicon import fold, lexicon
from firsthand.stages.times.meaning import Draft
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import follows_infinitive, is_main_news

# Days named by their place in the report's own week or day: what stands beside them is told while it happens.
FRESH_RULES = frozenset(
    {
        "weekday",
        "weekday_pair",
        "which_weekday",
        "weekday_which",
        "which_week_day",
        "before_weekday",
        "clock_weekday",
        "hour_weekday",
        "weekday_hour",
        "today_weekday",
        "part_of_today",
        "weekend",
        "today",
    }
)
WEEK_RULES = frozenset({"edge_which", "edge_unit"})
RANGES = frozenset({"day_range", "date_range", "night_date", "eve_date", "hour_date", "clock_range"})
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
FORE, FAR, HEAD, OPENING = 1500, 3000, 400, 300
MOST_DAYS = 60
# A day that is to come is near: the report stands in its month unless the day is among the first of it; a day that is
# past, unless it is among the last.
FIRST_TO_COME, LAST_TO_COME = 8, 28
LAST_PAST, LAST_ALONE = 24, 20
AGO_RULES = frozenset({"ago", "unit_ago", "half_year_ago"})
MONTH = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)")
# a day that is named with its year is seldom near
YEAR = re.compile(r"\d{4}")
TURN_OF_YEAR = frozenset({"01", "12"})


class Day(NamedTuple):
    """A day that a report names (the last one of several), how it is told, and the expression that names it."""

    value: str
    draft: Draft
    time: TimeExpression

    @property
    def month(self) -> str:
        """The number of the month, two digits."""
        return self.value[5:7]

    @property
    def number(self) -> int:
        """The day of the month."""
        return int(self.value[8:10])


def month_to_come(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The lead tells of a day still to come, which is near: the report speaks of its own week, or of several days."""
    days = all_days(report, times)
    ahead = next((day for day in days if day.draft.start < HEAD and _is_ahead(day)), None)
    ahead = ahead or _only_month(report, times, days)
    if ahead is None or not FIRST_TO_COME <= ahead.number <= LAST_TO_COME:
        return None
    if "/" not in ahead.time.value and not is_fresh(report, times):
        return None
    earlier = {day.month for day in days if day.value < ahead.value and not is_recalled(report, day.draft)}
    return _month_of(ahead, report, "the report looks ahead to") if earlier <= {ahead.month} else None


def _only_month(report: Report, times: Sequence[TimeExpression], days: Sequence[Day]) -> Day | None:
    """The first of the days that a report names, if they are of one month and nothing says when they are told."""
    untold = not any(day.draft.tense or day.draft.as_of or is_recalled(report, day.draft) for day in days)
    plain = not any(day.draft.document or day.draft.bound or _states_year(report, day) for day in days)
    alone = len({day.month for day in days}) == 1 and days[0].draft.start < FORE
    return days[0] if alone and untold and plain and is_fresh(report, times) else None


def _states_year(report: Report, day: Day) -> bool:
    return YEAR.search(day.time.span.of(report.text)) is not None


def month_just_past(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The last day told as past, if others of its month are too, or the report speaks of its own week."""
    days = all_days(report, times)
    told = (day for day in days if is_past(day.draft) or is_recalled(report, day.draft))
    past = [day for day in told if not follows_infinitive(report, day.time.span)]
    last = max(past, key=lambda day: day.value, default=None)
    if last is None or last.number > LAST_PAST or _is_unsure(last, days, times) or _states_year(report, last):
        return None
    beside = any(day.value[:7] == last.value[:7] and day.value != last.value for day in past)
    if last.draft.start > (FAR if beside else FORE):
        return None
    alone = last.number <= LAST_ALONE and last.draft.start < OPENING and is_main_news(report, last.time.span)
    sure = beside or alone or is_fresh(report, times)
    return _month_of(last, report, "nothing later is told as past than") if sure else None


def _month_of(day: Day, report: Report, how: str) -> Published:
    return Published(day.value[:7], f'{how}: "{day.time.span.of(report.text)}"')


def all_days(report: Report, times: Sequence[TimeExpression]) -> list[Day]:
    """The days that a report names, of several the last, each in the year of the others of its month."""
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    named = (
        Day(time.value.rpartition("/")[2][:10], drafts[time.span.start], time)
        for time in times
        if time.rule in DATE_RULES | RANGES and time.span.start in drafts
    )
    days = [day for day in named if DAY.fullmatch(day.value) and not _is_office(report, day)][:MOST_DAYS]
    values = [(day.value, day.draft) for day in days]
    return [day._replace(value=with_year(day.value, values)) for day in days]


def _is_office(report: Report, day: Day) -> bool:
    """Whether it is the day since when somebody held an office: "since 13 July 2016"."""
    return day.draft.start_of and day.draft.tense < 0 and _states_year(report, day)


def _is_ahead(day: Day) -> bool:
    return is_coming(day.draft) and not day.draft.document and not day.draft.bound


def _is_unsure(last: Day, days: Sequence[Day], times: Sequence[TimeExpression]) -> bool:
    """Whether a later month is told, or how many months ago it was, or the turn of a year makes it unclear."""
    if last.month == max(TURN_OF_YEAR) and any(
        time.rule in AGO_RULES and MONTH.fullmatch(time.value) for time in times
    ):
        return True
    of_year = (time for time in times if time.rule == "month" and time.value[:4] in (last.value[:4], "XXXX"))
    named = {day.month for day in days} | {time.value[5:7] for time in of_year}
    return any(month > last.month for month in named) or named >= TURN_OF_YEAR


def is_fresh(report: Report, times: Sequence[TimeExpression]) -> bool:
    """Whether the report speaks of its own week or day: "on Friday", "next week", "today"."""
    return any(
        _is_days_ago(report, time)
        or (time.rule in FRESH_RULES and time.value != "PRESENT_REF")
        or (time.rule in WEEK_RULES and "W" in time.value)
        for time in times
    )


def _is_days_ago(report: Report, time: TimeExpression) -> bool:
    """Whether it is "several days ago"."""
    words = lexicon(report.language).words
    entries = (words.get(fold(word)) for word in time.span.of(report.text).split())
    return time.rule == "ago" and any(entry is not None and entry.values.get("unit") == "day" for entry in entries)
