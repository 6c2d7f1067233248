"""Expressions of time of a report, with their TIMEX3 values, and the report's own date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Report, Sentence, Span, TimeExpression
from firsthand.stages.times.days import LEAD, as_moment
from firsthand.stages.times.meaning import Draft, Fixed, Moment, Shift, calendar_day, is_day, weekday_of
from firsthand.stages.times.published import find_published
from firsthand.stages.times.reader import read
from firsthand.stages.times.resolve import place
from firsthand.stages.times.said import follows_speech
from firsthand.stages.times.years import carry, implied_year, named_weekdays, own_year, retracted, settle, sure_year

__all__ = ["find_published", "find_times"]

DATELINE_REACH = 200
COUNTED_DAYS = 45


def find_times(report: Report, sentences: tuple[Sentence, ...] = ()) -> tuple[TimeExpression, ...]:
    """Every expression of time of the whole text, in order; relative ones placed by the report's date."""
    given = as_moment(report.published)
    drafts = [d for d in read(report.text, report.language) if not sentences or _counts(d, sentences)]
    settled = drafts if given.year else settle(drafts)
    first = _expressions(settled, place(settled, given))
    known = _with_weekday(as_moment(find_published(report, first).value), settled, report)
    locus = known if is_day(known) else _event_day(settled)
    if known.year and (known.month or given.year):
        return _expressions(drafts, place(carry(drafts, known), known, locus))
    settled = retracted(drafts, settled, known)
    report_day = known if known.month or known.year else Moment(implied_year(drafts))
    years = (known.year or own_year(drafts), sure_year(drafts))
    return _expressions(settled, place(settled, report_day, locus, years))


def _counts(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether an expression stands in the news text, or is a date or a clock time, by which a page is dated."""
    meaning = draft.meaning
    if isinstance(meaning, Moment) and ((meaning.year and is_day(meaning)) or meaning.clock):
        return True
    if isinstance(meaning, Shift) and meaning.clock:
        return True
    at = bisect_right(sentences, draft.start, key=lambda sentence: sentence.span.start) - 1
    return at >= 0 and draft.start < sentences[at].span.stop


def _with_weekday(known: Moment, drafts: Sequence[Draft], report: Report) -> Moment:
    """The report's date with its weekday: named beside it, or in the lead after its dateline."""
    at = next((i for i, d in enumerate(drafts) if _same_day(d, known)), None)
    if at is None or not is_day(known):
        return known
    named = next((d.meaning.weekday for d in drafts if _same_day(d, known) and isinstance(d.meaning, Moment)), None)
    if named is None and at + 1 < len(drafts) and drafts[at + 1].start - drafts[at].stop < DATELINE_REACH:
        named = _weekday_alone(drafts[at + 1])
    if named is None and drafts[at].rule == "dateline":
        named = _weekday_of_speech(drafts[at + 1 :], report)
    return replace(known, weekday=named or _counted_weekday(known, drafts))


def _weekday_of_speech(drafts: Sequence[Draft], report: Report) -> int | None:
    """The weekday on which the lead says that something was said: "he told reporters on Tuesday"."""
    lead = (draft for draft in drafts if draft.start < LEAD and _weekday_alone(draft))
    said = (draft for draft in lead if follows_speech(report, Span(draft.start, draft.stop)))
    return next(map(_weekday_alone, said), None)


def _weekday_alone(draft: Draft) -> int | None:
    """The weekday of an expression that names no day of a month, not told as still to come or of another week."""
    meaning = draft.meaning
    if not isinstance(meaning, Moment) or meaning.day or meaning.week_shift is not None or draft.tense > 0:
        return None
    return meaning.weekday


def _counted_weekday(known: Moment, drafts: Sequence[Draft]) -> int | None:
    """The weekday of a day, counted from a near one that names its own: "Wednesday, 12 September" for the 11th."""
    for named in named_weekdays(drafts):
        day = calendar_day(named)
        here = calendar_day(replace(known, year=day.year, weekday=None)) if day else None
        if day and here and abs((here - day).days) < COUNTED_DAYS:
            return here.isoweekday()
    return None


def _same_day(draft: Draft, known: Moment) -> bool:
    meaning = draft.meaning
    return isinstance(meaning, Moment) and (meaning.month, meaning.day) == (known.month, known.day)


def _event_day(drafts: Sequence[Draft]) -> Moment:
    """The day that a report of unknown date tells of: the first past one of its lead that gives a weekday away."""
    lead = (d for d in drafts if d.start < LEAD and d.tense < 0)
    days = (d.meaning for d in lead if isinstance(d.meaning, Moment) and is_day(d.meaning))
    return next((day for day in days if weekday_of(day)), Moment())


def _expressions(drafts: Sequence[Draft], values: Sequence[str]) -> tuple[TimeExpression, ...]:
    return tuple(
        TimeExpression(Span(draft.start, draft.stop), value, _relative(draft), draft.rule)
        for draft, value in zip(drafts, values, strict=True)
    )


def _relative(draft: Draft) -> bool:
    meaning = draft.meaning
    if isinstance(meaning, Fixed):
        return meaning.relative
    if isinstance(meaning, Moment):
        return draft.rule == "today_date" or meaning.year_shift is not None or not (meaning.day or meaning.year)
    return isinstance(meaning, Shift)
