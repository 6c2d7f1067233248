"""The date that a report states or implies of itself, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.records import Published, Report, TimeExpression
from firsthand.stages.times.days import (
    DATE_RULES,
    LEAD,
    as_moment,
    because,
    comparable,
    has_weekday,
    is_coming,
    is_past,
    named_days,
    with_year,
)
from firsthand.stages.times.inferred import (
    month_ahead,
    month_between,
    month_of_weekday,
    named_year,
    results_year,
    rights_year,
    settled_year,
    told_year,
    turned_year,
    weekday_year,
)
from firsthand.stages.times.lexicon import fold, lexicon
from firsthand.stages.times.meaning import Draft, plus_days, plus_months, timex
from firsthand.stages.times.near import month_just_past, month_to_come
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import is_main_news, is_said, is_scheduled, recalls, speaks_about
from firsthand.stages.times.years import partial

FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{2,8})?")
WORD = re.compile(r"[^\W\d_]+")
HEAD, FORE, PARAGRAPH, OPENING, AGENCY_REACH = 400, 1500, 60, 300, 20
AGENCY_CLOCK = re.compile(r"[\s,]{0,5}\d{1,2}:\d\d\s{1,3}[A-ZА-ЯІЇЄҐЁ]{3,20}\b")
# "Name (@name)" before the date of a post
POSTED = re.compile(r"\(@\w{1,30}\)[,:]?\s{1,2}$")
POSTER = 40
YEAR = re.compile(r"\d{4}")
APPOSED = frozenset({"today_date", "eve_date"})
DOTTED = frozenset({"dotted_day_clock"})
SIGNED = frozenset({"date", "date_weekday"})
STAMPS = frozenset({"numeric_date", "numeric_date_clock", "clock_numeric_date", "iso_date", "clock_date", "date_clock"})

Rule = Callable[[Report, Sequence[TimeExpression]], Published | None]


def find_published(report: Report, times: tuple[TimeExpression, ...]) -> Published:
    """The report's date as its metadata or its words have it, or ``Published(None, None)``."""
    if report.published:
        return Published(report.published.partition("T")[0], "given with the report")
    found = (rule(report, times) for rule in RULES)
    first = next((published for published in found if published), Published(None, None))
    return _in_told_year(first, report, times) if (first.value or "").startswith("XXXX-") else first


def _in_told_year(first: Published, report: Report, times: Sequence[TimeExpression]) -> Published:
    """A day or month without a year in the year that the report implies in other words, if any."""
    years = (rule(report, times) for rule in YEAR_RULES)
    year = next((published for published in years if published), None)
    if year is None:
        return first
    return Published(f"{year.value}{(first.value or '')[4:]}", f"{first.why}; {year.why}")


def page_line(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A line of the page that begins or consists of a date with its year."""
    for time in times[:4]:
        if FULL_DAY.fullmatch(time.value) and time.rule in DATE_RULES and _opens_line(report.text, time):
            return because(time, report, "date line of the page")
    return None


def _opens_line(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.span.start - 40) : time.span.start].rpartition("\n")[2]
    after = text[time.span.stop : time.span.stop + 30].partition("\n")[0]
    if before.strip(" ,|•·"):
        return False
    return "T" in time.value or not after.strip(" ,|•·.0123456789")


def stamp(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A date at the head of the page that no preposition makes part of a sentence: "Headline 03.05.2020 Lead"."""
    for time in times[:6]:
        near = time.span.start < HEAD or (time.span.start < FORE and _ends_paragraph(report.text, time))
        if near and _is_stamp(report, time):
            return because(time, report, "date at the head of the page")
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


def lone_day(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A day without a year that is all of one line of the head, with its weekday or time: "12 марта, четверг".

    Of several such lines each heads a part of a chronicle.
    """
    days = [t for t in times if t.value[10:11] in ("", "T") and t.value.count("-") == 2 and _is_lone(report.text, t)]
    dated = len(days) == 1 and days[0].rule in DATE_RULES | DOTTED and days[0].span.start < HEAD
    return because(days[0], report, "date line of the page") if dated else None


def _is_lone(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.span.start - 40) : time.span.start].rpartition("\n")[2]
    after = text[time.span.stop : time.span.stop + 30].partition("\n")[0]
    return not before.strip(" ,|•·") and not after.strip(" ,|•·.")


def signed_line(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A short line that ends with a date and its year, behind an author or a rubric: "Иван Гай, 12 марта 2020"."""
    for time in times[:4]:
        if time.rule in SIGNED and FULL_DAY.fullmatch(time.value) and _ends_short_line(report.text, time):
            return because(time, report, "date line of the page")
    return None


def _ends_short_line(text: str, time: TimeExpression) -> bool:
    before = text[max(0, time.span.start - PARAGRAPH) : time.span.start]
    line, whole = before.rpartition("\n")[2], "\n" in before or len(before) < PARAGRAPH
    parted = line.rstrip().endswith((",", "|", "•", "·", ":")) and not re.search(r"[.!?…]\s", line)
    return parted and whole and text[time.span.stop : time.span.stop + 3].strip(" .")[:1] in ("", "\n")


def dateline(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "КИЇВ. 2 липня. УНН.", "МОСКВА, 15 янв — РИА Новости."."""
    time = next((t for t in times[:4] if t.rule == "dateline"), None)
    return because(time, report, "dateline") if time else None


def today_named(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """A date in apposition to "today"."""
    for time in times:
        if time.rule in APPOSED and time.value.count("-") == 2 and (away := _days_away(report, time)) is not None:
            day = plus_days(as_moment(time.value), -away)
            return Published(timex(replace(day, weekday=None)), f'the report names: "{time.span.of(report.text)}"')
    return None


def _days_away(report: Report, time: TimeExpression) -> int | None:
    """How far from today the first word of an expression is: "yesterday, 10 January"."""
    words = time.span.of(report.text)
    if time.rule == "today_date":
        return _value(report, WORD.findall(words)[0], "today") or 0
    if any(_value(report, word, "today") == 0 for word in WORD.findall(words.partition(",")[0])):
        return 0
    return (
        -1
        if time.span.start < LEAD and words[0].isupper() and _value(report, words.partition(",")[0], "eve") == -1
        else None
    )


def _value(report: Report, word: str, kind: str) -> int | None:
    entry = lexicon(report.language).words.get(fold(word))
    return int(entry.values[kind]) if entry and kind in entry.values else None


def says_published(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "published on 22 September" of the report's own news."""
    coming = {draft.start for draft in read(report.text, report.language) if is_coming(draft)}
    stated = (t for t in times if t.rule == "published_date" and t.value.count("-") == 2)
    dates = (t for t in stated if t.span.start < LEAD or begins_line(report.text, t.span.start))
    time = next((t for t in dates if not recalls(report, t.span) and t.span.start not in coming), None)
    return because(time, report, "the news was published on") if time else None


def begins_line(text: str, at: int) -> bool:
    """Whether nothing stands before a place in its line: "Опубліковано 29 січня 2024 о 22:41" below the news."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def earlier_today(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """ "Ранее 7 февраля стало известно" at the head of a sentence: earlier on the day of the report."""
    named = (t for t in times if t.rule == "before_date" and report.text[t.span.start].isupper())
    days = (t for t in named if t.value.count("-") == 2 and not YEAR.search(t.span.of(report.text)))
    time = next(days, None)
    return because(time, report, "the report recalls what came earlier on its day") if time else None


def posted(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The stamp of a post that the report shows, if nothing later is told: "Name (@name) 28 сентября 2018 г."."""
    days = named_days(report, times)
    stamped = [
        t
        for t in times
        if FULL_DAY.fullmatch(t.value) and POSTED.search(report.text[max(0, t.span.start - POSTER) : t.span.start])
    ]
    last = max(stamped, key=lambda t: t.value, default=None)
    return because(last, report, "a post is of") if last and not _is_outdated(last.value[:10], days) else None


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
    named = [t for t in days if t.span.start < LEAD and not recalls(report, t.span)]
    named = [t for t in named if has_weekday(report, t) or _opens_news(report, t)]
    return because(named[0], report, "the report speaks of today and of") if todays and named else None


def _opens_news(report: Report, time: TimeExpression) -> bool:
    """Whether the first sentences tell of the day in the past: "The minister resigned on 9 July"."""
    draft = next((d for d in read(report.text, report.language) if d.start == time.span.start), None)
    told = draft is not None and draft.tense < 0 and not draft.onto and is_main_news(report, time.span)
    return told and time.span.start < OPENING


def night(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The first sentences tell of the night to a day: "On the night of 10 August the strike began"."""
    nights = (t for t in times if t.rule == "night_date" and t.value.count("-") == 2)
    return next((because(t, report, "the lead tells of") for t in nights if _opens_news(report, t)), None)


def agency_clock(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The first paragraph opens with a clock time and the agency, and tells of a day in the past: "11:10 REGNUM".

    Or tells what was said on it, if no later day is told.
    """
    clock = next((t for t in times[:2] if t.rule == "clock"), None)
    line = report.text[: clock.span.stop + AGENCY_REACH].rpartition("\n")[2] if clock else ""
    if clock is None or not AGENCY_CLOCK.match(line):
        return None
    days = [t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start > clock.span.stop]
    named = named_days(report, times)
    said = (t for t in days if t.span.start < FORE and is_said(report, t.span, far=True))
    latest = (t for t in said if not _is_outdated(with_year(t.value[:10], named), named))
    news = (t for t in days if _opens_news(report, t))
    return next((because(t, report, "the agency tells of") for t in (*news, *latest)), None)


def lead_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The lead tells the news of a weekday with its date."""
    dated = (t for t in _told_days(report, times) if t.span.start < LEAD and has_weekday(report, t))
    near = (t for t in dated if not recalls(report, t.span))
    news = (t for t in near if not speaks_about(report, t.span) and not is_scheduled(report, t.span))
    time = next(news, None)
    return because(time, report, "the lead tells the news of") if time else None


def latest_weekday(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """After the lead, the news of a weekday with its date, if nothing later is told: "on Friday, 3 May, it flew"."""
    days = named_days(report, times)
    begun = {draft.start for draft in read(report.text, report.language) if draft.start_of}
    late = (t for t in _told_days(report, times) if LEAD <= t.span.start < FORE and t.span.start not in begun)
    dated = (t for t in late if has_weekday(report, t))
    news = (t for t in dated if is_main_news(report, t.span) and not speaks_about(report, t.span))
    time = next((t for t in news if not _is_outdated(with_year(t.value[:10], days), days)), None)
    return because(time, report, "the report tells the news of") if time else None


def _told_days(report: Report, times: Sequence[TimeExpression], *, planned: bool = False) -> list[TimeExpression]:
    """The dates that are not told as still to come; ``planned`` lets those pass that something was planned for."""
    told = {draft.start: draft for draft in read(report.text, report.language)}
    days = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2)
    return [t for t in days if t.span.start in told and _is_told(told[t.span.start], planned=planned)]


def _is_told(draft: Draft, *, planned: bool) -> bool:
    told = planned or (draft.tense <= 0 and not draft.onto)
    return told and not draft.since and not draft.bound and not _is_of_paper(draft)


def _is_of_paper(draft: Draft) -> bool:
    """Whether it is the full date of a law or letter: "сослался на закон от 12 мая 2015 года"."""
    return draft.document and partial(draft) is None


def said_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """On which date the news was said, if nothing later is told: "he told reporters on 3 May" in the lead.

    After the lead the date has to name its weekday, as that of news does and that of background does not.
    """
    days = named_days(report, times)
    dated = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and has_weekday(report, t))
    told = [*_told_days(report, times), *(t for t in dated if _may_be_told(report, t))]
    near = (t for t in told if t.span.start < LEAD or (t.span.start < FORE and has_weekday(report, t)))
    said = (t for t in near if is_said(report, t.span))
    time = next(
        (t for t in sorted(said, key=lambda t: t.span.start) if not _is_outdated(with_year(t.value[:10], days), days)),
        None,
    )
    return because(time, report, "the report tells what was said on") if time else None


def _may_be_told(report: Report, time: TimeExpression) -> bool:
    """Whether nothing but the tense says that it is still to come: "plans to strike, it said on Friday, 3 May"."""
    draft = next((d for d in read(report.text, report.language) if d.start == time.span.start), None)
    return draft is not None and not (draft.onto or draft.since or draft.bound or _is_of_paper(draft))


def _is_outdated(value: str, days: Sequence[tuple[str, Draft]]) -> bool:
    """Whether a later day of the same year is told as past."""
    days = comparable(days)
    return any(other[:4] == value[:4] and other > value and is_past(draft) for other, draft in days)


def as_of(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The report tells how things stood on a day, and nothing later is told."""
    days = named_days(report, times)
    latest = max((value for value, draft in days if is_past(draft)), default="")
    stood = (draft.start for value, draft in days if draft.as_of and value == latest)
    time = next((time for start in stood for time in times if time.span.start == start), None)
    return because(time, report, "the report tells how things stood on") if time else None


def paper_date(report: Report, times: Sequence[TimeExpression]) -> Published | None:
    """The day of a paper that the lead tells of, if nothing later is told: "свідчить рішення суду від 18 квітня"."""
    drafts = (draft for draft in read(report.text, report.language) if draft.document and draft.start < LEAD)
    papers = {draft.start for draft in drafts if partial(draft)}  # one with its year may be of any law
    dated = (t for t in times if t.span.start in papers and FULL_DAY.fullmatch(t.value))
    time = next((t for t in dated if not recalls(report, t.span)), None)
    days = named_days(report, times)
    return because(time, report, "the paper is of") if time and not _is_outdated(time.value[:10], days) else None


YEAR_RULES: tuple[Rule, ...] = (named_year, results_year, turned_year, weekday_year, rights_year)
RULES: tuple[Rule, ...] = (
    page_line,
    dateline,
    today_named,
    stamp,
    signed_line,
    lone_day,
    says_published,
    today_beside,
    lead_date,
    said_date,
    as_of,
    latest_weekday,
    night,
    agency_clock,
    earlier_today,
    posted,
    month_ago,
    month_between,
    month_of_weekday,
    month_ahead,
    month_to_come,
    month_just_past,
    paper_date,
    named_year,
    results_year,
    turned_year,
    told_year,
    rights_year,
    settled_year,
)
