"""Places expressions of time on the calendar: first the report's own date, then what is relative to it.

Pass one (``years.settle``) gives years to dates that the report itself settles; from these ``published.py`` reads the
report's date; pass two (``place``) resolves the rest against it and against the expressions before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from firsthand.stages.times.meaning import (
    Draft,
    Fixed,
    Interval,
    Moment,
    Shift,
    as_day,
    calendar_day,
    in_year,
    is_day,
    period,
    plus_days,
    plus_months,
    some_day,
    timex,
    weekday_of,
)
from firsthand.stages.times.years import CARRY, fits, named_weekdays

CLEARLY_NEARER = 45
NEAR_DAYS = 3
NEAR_TOLD = 600


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days told as from one to another: their value, their ends, how many they are, and where they were told."""

    value: str
    first: Moment
    last: Moment
    days: int
    stop: int


@dataclass(slots=True)
class Context:
    """What is known while reading on: the report's date and the last day, month and year named."""

    report: Moment
    locus: Moment
    own_year: int | None = None
    sure_year: int | None = None
    named: tuple[Moment, ...] = ()
    two_days: Interval | None = None
    day: Moment = field(default_factory=Moment)
    month: Moment = field(default_factory=Moment)
    year: Moment = field(default_factory=Moment)
    past_day: Moment = field(default_factory=Moment)
    past_before: Moment = field(default_factory=Moment)
    last_day: Moment = field(default_factory=Moment)
    day_before: Moment = field(default_factory=Moment)
    last: str = "XXXX-XX-XX"
    stop: int = 0
    stretch: Stretch | None = None

    def note(self, moment: Moment, draft: Draft | None = None) -> None:
        """Remember a moment for the expressions that lean on it."""
        self.last = timex(moment)
        self.stop = draft.stop if draft else self.stop
        ends = draft is not None and draft.bound and moment.clock  # "до 3:59 11 августа": an end is not "that day"
        if (is_day(moment) or moment.weekday) and not ends:
            self.day = replace(moment, part=None, clock=None)
            if draft is not None and self.day != self.last_day:
                self.day_before, self.last_day = self.last_day, self.day
            if draft is None or draft.tense <= 0:
                self.past_day, self.past_before = self.day, self.past_day
        if moment.month:
            self.month = Moment(moment.year, moment.month)
        if moment.year:
            self.year = Moment(moment.year)


def place(
    drafts: Sequence[Draft],
    report: Moment,
    locus: Moment | None = None,
    years: tuple[int | None, int | None] = (None, None),
) -> list[str]:
    """The TIMEX3 value of each expression, given the report's date as far as it is known.

    ``locus`` is the day that weekdays are counted from, where it is not the report's; ``years`` those that "this year"
    and an unknown day stand in where the report's date is not known.
    """
    own, sure = (report.year or year for year in years)
    context = Context(report, locus or report, own, sure, named_weekdays(drafts), _only_two_days(drafts))
    return [_value(draft, context) for draft in drafts]


def _value(draft: Draft, context: Context) -> str:
    meaning = draft.meaning
    if isinstance(meaning, Fixed):
        return meaning.value
    if isinstance(meaning, Shift):
        return _shifted(meaning, draft, context)
    if isinstance(meaning, Interval):
        return _interval(meaning, draft, context)
    moment = _moment(meaning, draft, context)
    context.note(moment, draft)
    return timex(moment)


def _interval(meaning: Interval, draft: Draft, context: Context) -> str:
    if meaning.last.clock and meaning.first.clock and not meaning.last.month:
        return _clocks(meaning, draft, context)
    pair = context.two_days
    if pair and weekday_of(context.locus) is None and _may_be(meaning.last, pair.last):
        return _interval(pair, draft, context)  # "в среду и четверг", where the report says "25 и 26 июля" elsewhere
    last = _moment(meaning.last, draft, context)
    first = _moment(meaning.first, draft, context) if _is_relative(meaning.first) else meaning.first
    if not first.year and last.year and first.month and last.month:
        first = in_year(first, last.year - (first.month > last.month))
    context.note(last, draft)
    value = f"{timex(first)}/{timex(last)}"
    context.stretch = Stretch(value, first, last, _days_between(first, last), draft.stop)
    return value


def _days_between(first: Moment, last: Moment) -> int:
    """How many days an interval has, both ends counted; 0 if it is not one of days."""
    here, there = calendar_day(first), calendar_day(last)
    return (there - here).days + 1 if here and there and not last.clock else 0


def _may_be(weekday: Moment, day: Moment) -> bool:
    """Whether a weekday without its date may be the day: it is, or the day's year is unknown."""
    named = weekday.weekday is not None and not is_day(weekday)
    return named and weekday_of(replace(day, weekday=None)) in (None, weekday.weekday)


def _only_two_days(drafts: Sequence[Draft]) -> Interval | None:
    """The two days in a row that a report names together, if it names no others so: "25 и 26 июля"."""
    named = {d.meaning for d in drafts if d.rule == "day_range" and isinstance(d.meaning, Interval)}
    pair = next(iter(named)) if len(named) == 1 else None
    return pair if pair and (pair.last.day or 0) - (pair.first.day or 0) == 1 else None


def _is_relative(first: Moment) -> bool:
    return first.year_shift is not None or (first.weekday is not None and not first.day)


def _clocks(meaning: Interval, draft: Draft, context: Context) -> str:
    """From one time to another of the day told before, else of the report's; of any day if neither is known.

    Hours alone are those of every day, unless they are told as past: "работает с 10 до 18 часов".
    """
    days = () if draft.rule == "hours" and draft.tense >= 0 else (context.day, context.report)
    day = next((d for d in days if is_day(d) or d.weekday), Moment())
    start = timex(replace(day, weekday=None if is_day(day) else day.weekday)) if day != Moment() else ""
    return f"{start}T{meaning.first.clock}/{start}T{meaning.last.clock}"


def _moment(moment: Moment, draft: Draft, context: Context) -> Moment:
    if moment.year_shift is not None:
        base = context.report.year if moment.year_shift else context.own_year
        return replace(moment, year=base + moment.year_shift if base else None, year_shift=None)
    if moment.weekday and not moment.day:
        return _weekday(moment, draft, context)
    if moment.clock and not moment.month and not moment.year:
        told = context.day if draft.tense > 0 and is_day(context.day) else Moment(context.report.year)
        day = context.report if is_day(context.report) else told
        return replace(day, weekday=None, clock=moment.clock)
    if moment.year or not (moment.month or moment.period):
        return moment
    return in_year(moment, choose_year(moment, context.report, -1 if draft.document else draft.tense))


def choose_year(moment: Moment, near: Moment, tense: int) -> int | None:
    """The year in which a date stands, near the report's: the nearest, unless its clause says past or future."""
    if near.year is None or near.month is None:
        return near.year if near.year and fits(moment, near.year) else None
    here = calendar_day(as_day(near))
    years = (near.year - 1, near.year, near.year + 1)
    days = {year: calendar_day(in_year(as_day(moment), year)) for year in years if fits(moment, year)}
    distance = {year: (day - here).days for year, day in days.items() if day and here}
    if not distance:
        return None
    nearest = min(distance, key=lambda year: abs(distance[year]))
    side = tense or -1
    agreeing = [year for year, away in distance.items() if away * side >= -31 * (near.day is None)]
    if agreeing and abs(distance[nearest]) > CLEARLY_NEARER:
        return min(agreeing, key=lambda year: abs(distance[year]))
    return nearest


def _weekday(moment: Moment, draft: Draft, context: Context) -> Moment:
    locus = context.locus
    here = weekday_of(locus)
    if here is None or moment.weekday is None:
        dated = replace(moment, year=context.report.year)
        same = next((m for m in context.named if m.weekday == moment.weekday and moment.week_shift is None), dated)
        if draft.rule == "before_weekday" and draft.tense < 0 and is_day(context.report):
            same = context.report  # "ранее во вторник": on the report's day
        return replace(same, part=moment.part, clock=moment.clock, week_shift=None)
    if moment.week_shift is not None:
        away = moment.weekday - here + 7 * moment.week_shift
    else:
        away = (moment.weekday - here) % 7
        away -= 7 if draft.tense <= 0 and away else 0
    day = plus_days(locus, away)
    return replace(day, part=moment.part, clock=moment.clock)


def _shifted(shift: Shift, draft: Draft, context: Context) -> str:
    if shift.base == "told":
        return _later_than_told(shift, draft, context)
    if shift.base == "narrative" and (draft.tense <= 0 or not is_day(context.report)):
        return period(shift.amount, shift.unit)
    if shift.unit == "time":
        return context.last
    if shift.unit == "days":
        return _these_days(shift.amount, draft, context)
    if shift.unit == "day":
        if shift.base == "apposed":
            return context.last
        base = _day_base(shift, context, draft.tense)
        day = plus_days(base, shift.amount) if shift.amount else base
        day = replace(day, part=shift.part, clock=shift.clock)
        context.note(day, draft)
        context.past_before = Moment()
        return timex(day) if is_day(day) or day.weekday else _unknown_day(day, context)
    if shift.unit == "week":
        return _week(context, shift)
    if shift.unit == "working_week":
        return _working_day(Moment(weekday=shift.amount, week_shift=0), draft, context)
    if shift.unit == "month":
        month = plus_months(_month_base(shift, context), shift.amount)
        context.note(month)
        return timex(month) if month.month else f"{timex(month)}-XX"
    if shift.unit == "year":
        year = _year_base(shift, context)
        if year and shift.base == "report":
            context.year = Moment(year + shift.amount)
        return str(year + shift.amount) if year else "XXXX"
    return _other_unit(shift, context)


def _later_than_told(shift: Shift, draft: Draft, context: Context) -> str:
    """So many days or years after what was told just before; how long it is where that is not known, or not past."""
    near = draft.tense < 0 and draft.start - context.stop < NEAR_TOLD
    if near and shift.unit == "year" and context.year.year:
        context.year = Moment(context.year.year + shift.amount)
        return timex(context.year)
    if near and shift.unit in ("day", "week") and is_day(context.last_day):
        day = plus_days(context.last_day, shift.amount * (7 if shift.unit == "week" else 1))
        context.note(day, draft)
        return timex(day)
    return _shifted(replace(shift, base="narrative"), draft, context)


def _these_days(number: int, draft: Draft, context: Context) -> str:
    """The days told shortly before as an interval, if they are so many; else how many they are, or the present."""
    told = context.stretch
    if told and told.days > 1 and number in (0, told.days) and draft.start - told.stop < CARRY:
        return told.value
    return period(number, "day") if number else "PRESENT_REF"


def _working_day(weekday: Moment, draft: Draft, context: Context) -> str:
    """The Monday or Friday of the report's week, or the one that the report names; else only some week."""
    day = _weekday(weekday, draft, context)
    if not is_day(day):
        return "XXXX-WXX"
    context.note(day, draft)
    return timex(day)


def _unknown_day(day: Moment, context: Context) -> str:
    """A day, or a time of it, of the report's year and month as far as these are known."""
    tail = f"T{day.clock or day.part}" if day.clock or day.part else ""
    return some_day(Moment(context.sure_year, context.report.month)) + tail


def _day_base(shift: Shift, context: Context, tense: int) -> Moment:
    if shift.base == "event":
        return _event_base(context)
    if shift.base == "eve" and tense < 0 and is_day(context.past_day):
        return _later(context.past_day, context.past_before) if shift.amount > 0 else context.past_day
    if shift.base == "report" or not (is_day(context.day) or context.day.weekday):
        return context.report if is_day(context.report) else Moment()
    if shift.base == "previous" and not shift.part and context.last_day == context.past_day:
        return _meant(context.last_day, context.day_before)
    return context.report if shift.base == "narrative" else context.day


def _event_base(context: Context) -> Moment:
    """The day of the event told last, of several the first."""
    told = context.stretch
    ends = told is not None and is_day(told.last) and replace(told.last, part=None) == context.day
    return told.first if told and ends and told.days > 1 else context.day


def _later(last: Moment, before: Moment) -> Moment:
    """The later of the two days told last, if they are near: "on Wednesday it passed what was agreed on Tuesday"."""
    here, there = calendar_day(last), calendar_day(before)
    near = here is not None and there is not None and last.year == before.year and 0 < (there - here).days <= NEAR_DAYS
    return before if near else last


def _meant(told: Moment, other: Moment) -> Moment:
    """The day that "this day" means: of what was announced on Tuesday for the 12th it is the 12th."""
    return other if is_day(other) and not is_day(told) else _later(told, other)


def _month_base(shift: Shift, context: Context) -> Moment:
    if shift.base == "now":
        return context.report
    known = context.report.month and shift.base != "previous"
    return context.report if known or not context.month.month else context.month


def _year_base(shift: Shift, context: Context) -> int | None:
    if shift.base == "previous":
        return context.year.year
    return context.report.year if shift.amount else context.own_year


def _week(context: Context, shift: Shift) -> str:
    day = calendar_day(plus_days(context.report, 7 * shift.amount)) if context.report.year else None
    if day is None:
        return "XXXX-WXX"
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _other_unit(shift: Shift, context: Context) -> str:
    report, base = context.report, context.report.year
    year = f"{base:04d}" if base else "XXXX"
    if shift.unit == "quarter" and base and report.month:
        index = base * 4 + (report.month - 1) // 3 + shift.amount
        return f"{index // 4}-Q{index % 4 + 1}"
    if shift.unit == "weekend":
        return _week(context, shift) + "-WE"
    return f"{year}-QX" if shift.unit == "quarter" else year
