"""The days that a report names, with how it tells them: what its own date is read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from firsthand.records import Published, Report, Span, TimeExpression
from firsthand.stages.times.meaning import Draft, Moment
from firsthand.stages.times.reader import read
from firsthand.stages.times.said import recalls

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

MOST_DAYS = 60
LEAD = 700
VALUE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?:T(?:\d\d:\d\d|MO|AF|EV|NI))?")


def as_moment(value: str | None) -> Moment:
    """A TIMEX3 date as a moment; an empty one for anything else."""
    match = VALUE.match(value or "")
    if match is None:
        return Moment(year=int(value)) if value and re.fullmatch(r"\d{4}", value) else Moment()
    year, month, day = match.groups()
    return Moment(None if year == "XXXX" else int(year), int(month), int(day) if day else None)


def because(time: TimeExpression, report: Report, how: str) -> Published:
    """The day of an expression as the report's date, with the words that say so."""
    return Published(time.value.partition("T")[0], f'{how}: "{time.span.of(report.text)}"')


def named_days(report: Report, times: Sequence[TimeExpression]) -> list[tuple[str, Draft]]:
    """The days that the report names, each with how it is told; those of documents, offices, births are left out."""
    read_drafts = read(report.text, report.language)
    drafts = {draft.start: draft for draft in read_drafts if not (draft.document or draft.background)}
    named = (t for t in times if t.rule in DATE_RULES and t.value.count("-") == 2 and t.span.start in drafts)
    return [(t.value[:10], drafts[t.span.start]) for t in islice(named, MOST_DAYS)]


def comparable(days: Sequence[tuple[str, Draft]]) -> list[tuple[str, Draft]]:
    """The days, one without a year in that of the other days of its month, if these agree."""
    return [(with_year(value, days), draft) for value, draft in days]


def with_year(value: str, days: Sequence[tuple[str, Draft]]) -> str:
    """A day in the year of the other days of its month, if it has none and these agree."""
    years = {other[:4] for other, _ in days if other[4:7] == value[4:7]} - {"XXXX"}
    return f"{min(years)}{value[4:]}" if value[0] == "X" and len(years) == 1 else value


def is_past(draft: Draft) -> bool:
    """Whether it is told as past, and not as a day that something was planned for or lasts until."""
    return draft.as_of or (draft.tense < 0 and not draft.onto and not draft.bound)


def is_recalled(report: Report, draft: Draft) -> bool:
    """Whether its sentence recalls it, with no verb that says when: "Нагадаємо, 5 липня ..."."""
    return draft.tense == 0 and not draft.onto and recalls(report, Span(draft.start, draft.stop))


def is_coming(draft: Draft) -> bool:
    """Whether it is told as still to come."""
    return not draft.as_of and (draft.tense > 0 or draft.onto)


def has_weekday(report: Report, time: TimeExpression) -> bool:
    """Whether a date names its weekday."""
    return bool(re.match(r"(?:\D{0,4}\d{1,2}[:.]\d\d)?\D*,", time.span.of(report.text)))
