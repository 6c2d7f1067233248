"""What an expression of time means before it is known when the report was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

LETTER = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
CALENDAR = ("day", "week", "month", "year", "quarter", "weekend", "season", "half", "century", "decade")
SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or the parts of it that are stated. ``period`` is SP, SU, FA, WI, Q1..Q4, H1, H2 or W with its number.

    ``part`` is MO, AF, EV or NI; ``clock`` is HH:MM. ``year_shift`` is counted from the report's year, ``week_shift``
    from its week.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    period: str | None = None
    part: str | None = None
    clock: str | None = None
    year_shift: int | None = None
    week_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """From one moment to another; what the first leaves out the last may state."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no calendar: a duration, ``PAST_REF``, a decade."""

    value: str
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the report's date (``base`` is ``report``) or from the expression before (``previous``).

    ``now`` is the report's date and nothing else, where that is not known either.
    """

    unit: str
    amount: int
    base: str = "report"
    part: str | None = None
    clock: str | None = None


Meaning = Moment | Interval | Fixed | Shift


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that has been read but not yet placed; ``tense`` is -1 for past, 1 for future, 0 for unknown.

    ``edge`` says that only the middle or the end of the span is meant, ``bound`` that it lasts until then, ``since``
    that something lasts from then, ``onto`` that it is planned for then ("на 5 липня"), ``document`` that it may be the
    date of a law or a licence ("від 5 липня"), ``start_of`` that something begins then, ``as_of`` that it tells how
    things stood then ("станом на 5 липня"), ``background`` that somebody has held an office
    from then, or that it is told of what is long past, as a birth is.
    """

    start: int
    stop: int
    meaning: Meaning
    rule: str
    tense: int = 0
    edge: bool = False
    bound: bool = False
    since: bool = False
    onto: bool = False
    document: bool = False
    start_of: bool = False
    as_of: bool = False
    background: bool = False


def calendar_day(moment: Moment) -> date | None:
    """A day that stands for the moment: its own, or in an unknown year one in which its weekday fits."""
    if moment.month is None or moment.day is None:
        return None
    years = (moment.year,) if moment.year else (2001, *range(2002, 2029)) if moment.weekday else (2001, 2004)
    days = (_day(year, moment.month, moment.day) for year in years)
    fitting = (d for d in days if d and (moment.weekday is None or moment.year or d.isoweekday() == moment.weekday))
    return next(fitting, None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of(moment: Moment) -> int | None:
    """The weekday of a moment, if it is stated or its year is known."""
    day = calendar_day(moment)
    return day.isoweekday() if day and (moment.year or moment.weekday) else None


def plus_days(moment: Moment, days: int) -> Moment:
    """The day so many days later; an unknown year stays unknown, an unknown day gives an unknown moment."""
    day = calendar_day(moment)
    if day is None:
        return Moment(weekday=(moment.weekday - 1 + days) % 7 + 1) if moment.weekday else Moment()
    after = day + timedelta(days)
    weekday = after.isoweekday() if moment.year or moment.weekday else None
    return Moment(after.year if moment.year else None, after.month, after.day, weekday)


def plus_months(moment: Moment, months: int) -> Moment:
    """The month so many months later."""
    if moment.month is None:
        return Moment(moment.year if months == 0 else None)
    years, month = divmod(moment.month - 1 + months, 12)
    return Moment(moment.year + years if moment.year else None, month + 1)


def timex(moment: Moment) -> str:
    """The TIMEX3 value of a moment, X for the digits that are not known."""
    day = _date(moment)
    if moment.clock:
        return f"{_whole(moment, day)}T{moment.clock}"
    return f"{_whole(moment, day)}T{moment.part}" if moment.part else day


def _whole(moment: Moment, day: str) -> str:
    return day if moment.day or moment.weekday else some_day(moment)


def some_day(moment: Moment) -> str:
    """The TIMEX3 value of an unknown day of which the year and the month may be known."""
    year = f"{moment.year:04d}" if moment.year else "XXXX"
    return f"{year}-{moment.month:02d}-XX" if moment.month else f"{year}-XX-XX"


def _date(moment: Moment) -> str:
    year = f"{moment.year:04d}" if moment.year else "XXXX"
    if moment.period:
        return f"{year}-{moment.period}"
    if moment.day:
        return f"{year}-{moment.month:02d}-{moment.day:02d}" if moment.month else f"{year}-XX-{moment.day:02d}"
    if moment.weekday:
        return f"{year}-WXX-{moment.weekday}"
    return f"{year}-{moment.month:02d}" if moment.month else year


def is_day(moment: Moment) -> bool:
    """Whether the moment names a day of a month."""
    return moment.month is not None and moment.day is not None


def in_year(moment: Moment, year: int | None) -> Moment:
    """The moment with its year."""
    return replace(moment, year=year)


def as_day(moment: Moment) -> Moment:
    """A day that stands for the moment, for measuring distance: the middle of a month, a season, a quarter."""
    month = moment.month or SEASON_MONTH.get(moment.period or "") or _period_month(moment.period) or 7
    return Moment(moment.year, month, moment.day or 15)


def _period_month(period: str | None) -> int | None:
    if not period or period[0] not in "QH":
        return None
    return int(period[1]) * (3 if period[0] == "Q" else 6) - (1 if period[0] == "Q" else 3)


def period(amount: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, PXD for an unknown number."""
    times = {"decade": 10, "century": 100, "quarter": 3}.get(unit, 1)
    letter = LETTER.get({"decade": "year", "century": "year", "quarter": "month"}.get(unit, unit), "Y")
    number = "X" if amount is None else f"{amount * times:g}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{number}{letter}"
