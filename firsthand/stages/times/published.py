"""The date that a report states or implies of itself, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from firsthand.records import Published, Report, TimeExpression
from firsthand.stages.times.meaning import Moment, plus_months, timex
from firsthand.stages.times.reader import read

VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?")
FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{2,8})?")
LEAD = 700
DATE_RULES = frozenset(
    {
        "date",
        "date_weekday",
        "date_clock",
        "date_half_day_clock",
        "date_dotted_clock",
        "date_part",
        "part_date",
        "clock_date",
        "numeric_date",
        "numeric_date_clock",
        "clock_numeric_date",
        "iso_date",
        "today_date",
        "dateline",
    }
)

Rule = Callable[[Report, Sequence[TimeExpression]], Published | None]


def find_published(report: Report, times: tuple[TimeExpression, ...]) -> Published:
    """The report's date as its metadata or its words have it, or ``Published(None, None)``."""
    if report.published:
        return Published(report.published.partition("T")[0], "given with the report")
    found = (rule(report, times) for rule in RULES)
    return next((published for published in found if published), Published(None, None))


def as_moment(value: str | None) -> Moment:
    """A TIMEX3 date as a moment; an empty one for anything else."""
    match = VALUE.match(value or "")
    if match is None:
        return Moment(year=int(value)) if value and re.fullmatch(r"\d{4}", value) else Moment()
    year, month, day = match.groups()
    return Moment(None if year == "XXXX" else int(year), int(month), int(day) if day else None)


def _because(time: TimeExpression, report: Report, how: str) -> Published:
    return Published(time.value.partition("T")[0], f'{how}: "{time.span.of(report.text)}"')


def page_line(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A line of the page that begins or consists of a date with its year."""
    for time in times[:4]:
        if FULL_DAY.fullmatch(time.value) and time.rule in DATE_RULES and _opens_line(report.text, time):
            return _because(time, report, "date line of the page")
    return None


def _opens_line(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.span.start - 40) : time.span.start].rpartition("\n")[2]
    after = text[time.span.stop : time.span.stop + 30].partition("\n")[0]
    if before.strip(" ,|•"):
        return False
    return "T" in time.value or not after.strip(" ,|•.0123456789")


def dateline(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "КИЇВ. 2 липня. УНН.", "МОСКВА, 15 янв — РИА Новости."."""
    time = next((t for t in times[:4] if t.rule == "dateline"), None)
    return _because(time, report, "dateline") if time else None


def today_named(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A date in apposition to "today"."""
    for time in times:
        if time.rule == "today_date" and time.value.count("-") == 2 and _says_today(report, time):
            return _because(time, report, "the report names today")
    return None


def _says_today(report: Report, time: TimeExpression) -> bool:
    return time.relative


def says_published(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "published on 22 September" of the report's own news."""
    dates = (t for t in times if t.rule == "published_date" and t.span.start < LEAD and t.value.count("-") == 2)
    time = next(dates, None)
    return _because(time, report, "the news was published on") if time else None


def month_ago(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "a month ago, at the June meeting": the report stands in July."""
    for time, after in pairwise(times):
        if time.rule == "unit_ago" and after.rule == "month" and 0 < after.span.start - time.span.stop < 25:
            month = plus_months(as_moment(after.value), 1)
            if time.value.count("-") == 1 and "W" not in time.value and month.month:
                words = report.text[time.span.start : after.span.stop]
                return Published(timex(month), f'counted from: "{words}"')
    return None


def today_beside(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "today" in the headline or lead, and the first date of the lead with its weekday."""
    todays = [t for t in times if t.rule == "today" and t.span.start < LEAD]
    dates = [t for t in times if t.rule in DATE_RULES and t.span.start < LEAD and t.value.count("-") == 2]
    named = [t for t in dates if _has_weekday(report, t)]
    return _because(named[0], report, "the report speaks of today and of") if todays and named else None


def lead_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The lead tells the news of a weekday with its date."""
    told = {draft.start for draft in read(report.text, report.language) if draft.tense <= 0}
    for time in times:
        if time.span.start > LEAD:
            return None
        dated = time.rule in DATE_RULES and time.value.count("-") == 2 and _has_weekday(report, time)
        if dated and time.span.start in told:
            return _because(time, report, "the lead tells the news of")
    return None


def _has_weekday(report: Report, time: TimeExpression) -> bool:
    return bool(re.match(r"\D*,", time.span.of(report.text)))


RULES: tuple[Rule, ...] = (page_line, dateline, today_named, says_published, today_beside, lead_date, month_ago)
