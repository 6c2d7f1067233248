"""An expression of time as constraints between the day of what it dates and the day of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from firsthand.stages.dating.bounds import Bounds, bounds_of
from firsthand.stages.dating.solve import Apart, Constraint, Counted, Lies, OnWeekday
from firsthand.stages.times.meaning import Draft, Moment, Shift, timex

YEARS = range(1990, 2061)  # in which a day without a year may lie
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
FUZZ = {"day": 1, "week": 4, "month": 12, "year": 184}  # "a month ago" is three to six weeks


@dataclass(frozen=True, slots=True)
class Told:
    """What is dated (``event``), by which report, in which words; ``tense`` as the clause has it."""

    event: str
    report: str
    tense: int
    reason: str
    tier: int = 1

    @property
    def published(self) -> str:
        """The variable of the report's day."""
        return variable(self.report)


def variable(report: str) -> str:
    """The variable that stands for the day on which a report was published."""
    return f"report:{report}"


def placed(told: Told, draft: Draft) -> Iterator[Constraint]:
    """How the event lies to the report by an expression that the report's unknown date leaves open."""
    meaning = draft.meaning
    if isinstance(meaning, Moment):
        yield from _by_moment(told, meaning)
    elif isinstance(meaning, Shift) and meaning.base == "report":
        yield from _by_shift(told, meaning, "ago" in draft.rule)


def in_order(told: Told) -> Iterator[Constraint]:
    """What is told as past is not later than the report, what is to come not earlier."""
    if told.tense < 0:
        yield Apart(told.tier, told.event, told.published, 0, None, told.reason, told.report)
    if told.tense > 0:
        yield Apart(told.tier, told.published, told.event, 0, None, told.reason, told.report)


def _by_moment(told: Told, moment: Moment) -> Iterator[Constraint]:
    if moment.year_shift is not None:
        yield _counted(told, "year", moment.year_shift)
    elif moment.year:
        bounds = bounds_of(timex(moment))
        if bounds:
            yield Lies(told.tier, told.event, (bounds,), told.reason, told.report)
    elif moment.month or moment.period:
        yield from _of_some_year(told, moment)
    elif moment.weekday:
        yield OnWeekday(told.tier, told.event, moment.weekday, told.reason, told.report)
        yield _near(told, moment.week_shift)


def _near(told: Told, week_shift: int | None) -> Constraint:
    """ "on Monday" is the last one, or the next; "last Monday" may be the one before."""
    if week_shift is None:
        low, high = (0, 6) if told.tense <= 0 else (-7, 0)
    else:
        low, high = {-1: (0, 13), 0: (-6, 6), 1: (-13, 0)}.get(week_shift, (-27, 27))
    return Apart(told.tier, told.event, told.published, low, high, told.reason, told.report)


def _of_some_year(told: Told, moment: Moment) -> Iterator[Constraint]:
    """A day, month or season without its year: the last one, or the next."""
    options = tuple(bounds for year in YEARS if (bounds := _in_year(moment, year)))
    if not options:
        return
    yield Lies(told.tier, told.event, options, told.reason, told.report, endless=True)
    low, high = {-1: (0, 365), 1: (-365, 0)}.get(told.tense, (-366, 366))
    yield Apart(told.tier, told.event, told.published, low, high, told.reason, told.report)


def _in_year(moment: Moment, year: int) -> Bounds | None:
    """The days of the moment in a year; None if its weekday falls on another day there."""
    if moment.period:
        return bounds_of(f"{year}-{moment.period}")
    month = moment.month or 1
    if not moment.day:
        return bounds_of(f"{year}-{month:02d}")
    if moment.day > monthrange(year, month)[1]:
        return None
    day = date(year, month, moment.day)
    if moment.weekday and day.isoweekday() != moment.weekday:
        return None
    return Bounds(day.toordinal(), day.toordinal())


def recurring(value: str) -> tuple[Bounds, ...]:
    """The days that a TIMEX3 value without a year ("XXXX-07", "XXXX-09-15") may mean."""
    parts = value.partition("T")[0].split("-")
    if parts[0] != "XXXX" or len(parts) < 2 or not all(part.isdigit() for part in parts[1:]):
        return ()
    moment = Moment(month=int(parts[1]), day=int(parts[2]) if len(parts) > 2 else None)
    return tuple(bounds for year in YEARS if (bounds := _in_year(moment, year)))


def _by_shift(told: Told, shift: Shift, ago: bool) -> Iterator[Constraint]:
    if shift.unit not in DAYS and shift.unit != "quarter":
        return
    if shift.unit == "day" or ago:
        days = -shift.amount * DAYS.get(shift.unit, 91)
        fuzz = FUZZ.get(shift.unit, 46) if ago else 0
        yield Apart(told.tier, told.event, told.published, days - fuzz, days + fuzz, told.reason, told.report)
    else:
        yield _counted(told, shift.unit, shift.amount)


def _counted(told: Told, unit: str, amount: int) -> Constraint:
    return Counted(told.tier, told.published, told.event, unit, amount, told.reason, told.report)
