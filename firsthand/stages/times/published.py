"""The date that a report states or implies of itself, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from firsthand.records import Published, Report, Span, TimeExpression
from firsthand.stages.times.lexicon import fold, lexicon
from firsthand.stages.times.meaning import (
    Draft,
    Moment,
    Shift,
    as_day,
    calendar_day,
    in_year,
    plus_days,
    plus_months,
    timex,
)
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import is_main_news, is_said, is_scheduled, recalls, speaks_about
from firsthand.stages.times.years import stated

VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?")
FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{2,8})?")
YEAR = re.compile(r"\d{4}")
RIGHTS = re.compile(r"(?:©|\(c\))\s?(?:19|20)\d\d\s?[-–—]\s?(20\d\d)(?!\d)")
# what is told of a later month may be told in the next year
LATE_MONTH = "09"
# a day that is named with its weekday is at most a week away
EARLY_DAY, LATE_DAY = "07", "29"
WORD = re.compile(r"[^\W\d_]+")
MOST_DAYS = 60
LEAD = 700
HEAD, FORE, PARAGRAPH = 400, 1500, 60
STAMPS = frozenset({"numeric_date", "numeric_date_clock", "clock_numeric_date", "iso_date", "clock_date", "date_clock"})
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


def stamp(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A date at the head of the page that no preposition makes part of a sentence: "Headline 03.05.2020 Lead"."""
    for time in times[:6]:
        near = time.span.start < HEAD or (time.span.start < FORE and _ends_paragraph(report.text, time))
        if near and _is_stamp(report, time):
            return _because(time, report, "date at the head of the page")
    return None


def _ends_paragraph(text: str, time: TimeExpression) -> bool:
    """Whether it is the last word of a line of text: "... the ministry says. Agency, 07.12.2020"."""
    before = text[max(0, time.span.start - PARAGRAPH) : time.span.start]
    return text[time.span.stop :][:2].strip(" ")[:1] == "\n" and "\n" not in before and before.endswith(", ")


def _is_stamp(report: Report, time: TimeExpression) -> bool:
    if time.rule not in STAMPS or not (FULL_DAY.fullmatch(time.value) or _opens_line(report.text, time)):
        return False
    before = report.text[max(0, time.span.start - 40) : time.span.start].rpartition("\n")[2].rstrip()
    in_words = [before.rpartition(" ")[2], *re.findall(r"[^\W\d_]+", time.span.of(report.text))]
    known = lexicon(report.language).words
    kinds = {kind for word in in_words if (entry := known.get(fold(word))) for kind in entry.kinds}
    return not before.endswith(("(", "№", "/")) and not kinds & {"in", "from", "to", "at"}


def dateline(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "КИЇВ. 2 липня. УНН.", "МОСКВА, 15 янв — РИА Новости."."""
    time = next((t for t in times[:4] if t.rule == "dateline"), None)
    return _because(time, report, "dateline") if time else None


def today_named(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A date in apposition to "today"."""
    for time in times:
        if time.rule == "today_date" and time.value.count("-") == 2:
            day = plus_days(as_moment(time.value), -_days_away(report, time))
            return Published(timex(replace(day, weekday=None)), f'the report names: "{time.span.of(report.text)}"')
    return None


def _days_away(report: Report, time: TimeExpression) -> int:
    """How far from today the first word of an expression is: "yesterday, 10 January"."""
    entry = lexicon(report.language).words.get(fold(WORD.findall(time.span.of(report.text))[0]))
    return int(entry.values.get("today", 0)) if entry else 0


def says_published(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "published on 22 September" of the report's own news."""
    dates = (t for t in times if t.rule == "published_date" and t.span.start < LEAD and t.value.count("-") == 2)
    time = next((t for t in dates if not recalls(report, t.span)), None)
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
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    todays = [t for t in times if t.rule == "today" and t.span.start < LEAD and t.value != "PRESENT_REF"]
    planned = any(drafts[t.span.start].onto for t in todays if t.span.start in drafts)
    days = _told_days(report, times, planned=planned)
    named = [t for t in days if t.span.start < LEAD and _has_weekday(report, t)]
    return _because(named[0], report, "the report speaks of today and of") if todays and named else None


def lead_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The lead tells the news of a weekday with its date."""
    dated = (t for t in _told_days(report, times) if t.span.start < LEAD and _has_weekday(report, t))
    news = (t for t in dated if not speaks_about(report, t.span) and not is_scheduled(report, t.span))
    time = next(news, None)
    return _because(time, report, "the lead tells the news of") if time else None


def _told_days(report: Report, times: Sequence[TimeExpression], *, planned: bool = False) -> list[TimeExpression]:
    """The dates that are not told as still to come; ``planned`` lets those pass that something was planned for."""
    told = {draft.start: draft for draft in read(report.text, report.language)}
    days = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2)
    return [t for t in days if t.span.start in told and _is_told(told[t.span.start], planned=planned)]


def _is_told(draft: Draft, *, planned: bool) -> bool:
    return (planned or (draft.tense <= 0 and not draft.onto)) and not draft.since and not draft.bound


def said_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """On which date the news was said, if nothing later is told: "he told reporters on 3 May" in the lead.

    After the lead the date has to name its weekday, as that of news does and that of background does not.
    """
    days = _days(report, times)
    told = _told_days(report, times)
    near = (t for t in told if t.span.start < LEAD or (t.span.start < FORE and _has_weekday(report, t)))
    said = (t for t in near if is_said(report, t.span))
    time = next((t for t in said if not _is_outdated(_with_year(t.value[:10], days), days)), None)
    return _because(time, report, "the report tells what was said on") if time else None


def _is_outdated(value: str, days: Sequence[tuple[str, Draft]]) -> bool:
    """Whether a later day of the same year is told as past."""
    days = _comparable(days)
    return any(other[:4] == value[:4] and other > value and _is_past(draft) for other, draft in days)


def as_of(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The report tells how things stood on a day, and nothing later is told."""
    days = _days(report, times)
    latest = max((value for value, draft in days if _is_past(draft)), default="")
    stood = (draft.start for value, draft in days if draft.as_of and value == latest)
    time = next((time for start in stood for time in times if time.span.start == start), None)
    return _because(time, report, "the report tells how things stood on") if time else None


def _is_past(draft: Draft) -> bool:
    """Whether it is told as past, and not as a day that something was planned for or lasts until."""
    return draft.as_of or (draft.tense < 0 and not draft.onto and not draft.bound)


def month_between(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The last day that the report tells as past and the next that is to come share a month."""
    days = _comparable(_days(report, times))
    past = max((value for value, draft in days if _is_past(draft) or _is_recalled(report, draft)), default="")
    coming = [value for value, draft in days if _is_coming(draft) and value[:4] == past[:4]]
    ahead = min(coming, default="")
    if not past < ahead or past[:7] != ahead[:7]:
        return None
    month = _in_its_year(as_moment(past[:7]), read(report.text, report.language))
    return Published(timex(month), f"{past} is told as past, {ahead} as to come")


def _is_recalled(report: Report, draft: Draft) -> bool:
    return draft.tense == 0 and not draft.onto and recalls(report, Span(draft.start, draft.stop))


def _is_coming(draft: Draft) -> bool:
    return not draft.as_of and (draft.tense > 0 or draft.onto)


def _in_its_year(month: Moment, drafts: Sequence[Draft]) -> Moment:
    """A month of no year in the only one that puts it between what is past and what is to come."""
    told = [(calendar_day(as_day(full)), draft) for draft in drafts if (full := stated(draft)) and not draft.document]
    lowest = max((day for day, draft in told if day and _is_past(draft)), default=None)
    highest = min((day for day, draft in told if day and _is_coming(draft)), default=None)
    if month.year or lowest is None or highest is None:
        return month
    days = {year: calendar_day(as_day(in_year(month, year))) for year in range(lowest.year, highest.year + 1)}
    years = [year for year, day in days.items() if day and lowest <= day <= highest]
    return in_year(month, years[0]) if len(years) == 1 else month


def month_of_weekday(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The month of a day of the lead that is named with its weekday, as only near days are, and not early in it."""
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    dated = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start < LEAD)
    near = (t for t in dated if _has_weekday(report, t) and not recalls(report, t.span))
    late = (t for t in near if t.span.start in drafts and EARLY_DAY < t.value[8:10] < LATE_DAY)
    time = next(late, None)
    return Published(time.value[:7], f'the lead speaks of: "{time.span.of(report.text)}"') if time else None


def month_ahead(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The report speaks of "this month" and of days of one month only, which are to come."""
    drafts = read(report.text, report.language)
    days = _days(report, times)
    months = {value[:7] for value, _ in days}
    if len(months) > 1 or not any(draft.meaning == Shift("month", 0) for draft in drafts):
        return None
    ahead = next((value for value, draft in days if _is_coming(draft)), None)
    return Published(ahead[:7], f'"this month", of which {ahead} is to come') if ahead else None


def _days(report: Report, times: Sequence[TimeExpression]) -> list[tuple[str, Draft]]:
    """The days that the report names, each with how it is told; the dates of documents are left out."""
    drafts = {draft.start: draft for draft in read(report.text, report.language) if not draft.document}
    named = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start in drafts)
    return [(t.value[:10], drafts[t.span.start]) for t in islice(named, MOST_DAYS)]


def _comparable(days: Sequence[tuple[str, Draft]]) -> list[tuple[str, Draft]]:
    """The days, one without a year in that of the other days of its month, if these agree."""
    return [(_with_year(value, days), draft) for value, draft in days]


def _with_year(value: str, days: Sequence[tuple[str, Draft]]) -> str:
    years = {other[:4] for other, _ in days if other[4:7] == value[4:7]} - {"XXXX"}
    return f"{min(years)}{value[4:]}" if value[0] == "X" and len(years) == 1 else value


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
    past = [value for value, draft in _days(report, times) if _is_past(draft)]
    latest = max((value for value in past if value[0] != "X"), default="")
    lead = [t for t in times if t.span.start < LEAD and t.value[:10] == latest and is_main_news(report, t.span)]
    if not lead or latest[5:7] > LATE_MONTH or any(value[0] == "X" for value in past):
        return None
    return Published(latest[:4], f'the lead tells of: "{lead[0].span.of(report.text)}"')


def rights_year(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The last year of the line of rights at the foot, if nothing told is later: "© 2000-2018"."""
    match = RIGHTS.search(report.text)
    if match is None or any(time.value[:4].isdigit() and time.value[:4] > match[1] for time in times):
        return None
    return Published(match[1], f'the rights are of: "{match[0].strip()}"')


def _has_weekday(report: Report, time: TimeExpression) -> bool:
    return bool(re.match(r"(?:\D{0,4}\d{1,2}[:.]\d\d)?\D*,", time.span.of(report.text)))


RULES: tuple[Rule, ...] = (
    page_line,
    dateline,
    today_named,
    stamp,
    says_published,
    today_beside,
    lead_date,
    said_date,
    as_of,
    month_ago,
    month_between,
    month_of_weekday,
    month_ahead,
    named_year,
    told_year,
    rights_year,
)
