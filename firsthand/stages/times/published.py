"""The date that a report states or implies of itself, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from firsthand.records import Published, Report, TimeExpression
from firsthand.stages.times.lexicon import fold, lexicon
from firsthand.stages.times.meaning import Draft, Moment, Shift, plus_months, timex
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import is_said, recalls, speaks_about

VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?")
FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{2,8})?")
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
        if time.rule == "today_date" and time.value.count("-") == 2 and _says_today(report, time):
            return _because(time, report, "the report names today")
    return None


def _says_today(report: Report, time: TimeExpression) -> bool:
    return time.relative


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
    time = next((t for t in dated if not speaks_about(report, t.span)), None)
    return _because(time, report, "the lead tells the news of") if time else None


def _told_days(report: Report, times: Sequence[TimeExpression], *, planned: bool = False) -> list[TimeExpression]:
    """The dates that are not told as still to come; ``planned`` lets those pass that something was planned for."""
    told = {draft.start: draft for draft in read(report.text, report.language)}
    days = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2)
    return [t for t in days if t.span.start in told and _is_told(told[t.span.start], planned=planned)]


def _is_told(draft: Draft, *, planned: bool) -> bool:
    return (planned or (draft.tense <= 0 and not draft.onto)) and not draft.since and not draft.bound


def said_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The lead says on which date its news was said: "he told reporters on 3 May", if nothing later is told."""
    days = _told_days(report, times)
    said = (t for t in days if t.span.start < LEAD and is_said(report, t.span))
    time = next((t for t in said if not any(_later(other, t) for other in days)), None)
    return _because(time, report, "the lead tells what was said on") if time else None


def _later(other: TimeExpression, time: TimeExpression) -> bool:
    return as_moment(other.value).year == as_moment(time.value).year and other.value[:10] > time.value[:10]


def this_month(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The report speaks of "this month", and what it tells as past and as to come shares one."""
    drafts = {draft.start: draft for draft in read(report.text, report.language)}
    if not any(draft.meaning == Shift("month", 0) for draft in drafts.values()):
        return None
    days = [t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start in drafts]
    past = max((t.value[:10] for t in days if drafts[t.span.start].tense < 0), default="")
    ahead = min((t.value[:10] for t in days if drafts[t.span.start].tense > 0), default="")
    if past[:7] != ahead[:7] or not past or past >= ahead:
        return None
    return Published(past[:7], f'"this month" lies between {past} and {ahead}')


def _has_weekday(report: Report, time: TimeExpression) -> bool:
    return bool(re.match(r"\D*,", time.span.of(report.text)))


RULES: tuple[Rule, ...] = (
    page_line,
    dateline,
    today_named,
    stamp,
    says_published,
    today_beside,
    lead_date,
    said_date,
    month_ago,
    this_month,
)
