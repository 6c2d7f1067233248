"""Expressions of time of a report, with their TIMEX3 values, and the report's own date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.records import Report, Sentence, Span, TimeExpression
from firsthand.stages.times.meaning import Draft, Fixed, Moment, Shift
from firsthand.stages.times.published import as_moment, find_published
from firsthand.stages.times.reader import read
from firsthand.stages.times.resolve import place
from firsthand.stages.times.years import own_year

__all__ = ["find_published", "find_times"]


def find_times(report: Report, sentences: tuple[Sentence, ...] = ()) -> tuple[TimeExpression, ...]:
    """Every expression of time of the whole text, in order; relative ones placed by the report's date."""
    drafts = read(report.text, report.language)
    year = own_year(drafts, as_moment(report.published))
    first = _expressions(drafts, place(drafts, Moment(year=year.year, month=year.month, day=year.day)))
    known = as_moment(find_published(report, first).value)
    return _expressions(drafts, place(drafts, _anchor(known, year, drafts)))


def _anchor(known: Moment, year: Moment, drafts: Sequence[Draft]) -> Moment:
    """The report's date with the weekday that it names; without a date what is known of its year."""
    if known.month is None:
        return year
    named = (d.meaning for d in drafts if isinstance(d.meaning, Moment) and d.meaning.weekday)
    same = (m.weekday for m in named if (m.month, m.day) == (known.month, known.day))
    return replace(known, weekday=next(same, None))


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
