"""Days as numbers (proleptic ordinals), and stretches of days as TIMEX3 values of the precision that is earned."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.answer.dates import reach

# News is dated between these; a bound that stays here is no bound.
EARLIEST, LATEST = date(1900, 1, 1).toordinal(), date(2099, 12, 31).toordinal()
OPEN = 1000  # days: what lies so near an open end was only counted from it
WIDEST = 366  # days: a wider stretch is no date, only bounds


@dataclass(frozen=True, slots=True, order=True)
class Bounds:
    """The first and the last day that something may have happened on, as ordinals."""

    first: int = EARLIEST
    last: int = LATEST

    def meet(self, other: Bounds) -> Bounds | None:
        """The days in both; None for none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Bounds(first, last) if first <= last else None

    def wider(self, before: int, after: int) -> Bounds:
        """So many days more on either side; an open end stays open."""
        first = max(EARLIEST, self.first + before) if self.begins else EARLIEST
        last = min(LATEST, self.last + after) if self.ends else LATEST
        return Bounds(first, last)

    @property
    def begins(self) -> bool:
        """Whether the first day is known."""
        return self.first > EARLIEST + OPEN

    @property
    def ends(self) -> bool:
        """Whether the last day is known."""
        return self.last < LATEST - OPEN

    @property
    def known(self) -> bool:
        """Whether both ends are known."""
        return self.begins and self.ends


ANY = Bounds()


def bounds_of(value: str | None) -> Bounds | None:
    """The days that a TIMEX3 value or interval may mean; None for one without a year, or that is no date."""
    found = reach((value or "").partition("T")[0])
    if found is None:
        return None
    return Bounds(found.first.toordinal(), found.last.toordinal()).meet(ANY)


def value_of(bounds: Bounds) -> str | None:
    """A day, month, year or interval; None where an end is open or it is wider than a year."""
    if not bounds.known or bounds.last - bounds.first > WIDEST:
        return None
    first, last = date.fromordinal(bounds.first), date.fromordinal(bounds.last)
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and (last + timedelta(1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if whole and first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first:%Y}"
    return f"{first.isoformat()}/{last.isoformat()}"


def iso(day: int) -> str | None:
    """A day as ISO; None for an open end."""
    return date.fromordinal(day).isoformat() if EARLIEST + OPEN < day < LATEST - OPEN else None


def unit_of(day: int, unit: str) -> int:
    """The number of the week, month, quarter or year that a day lies in, counted through."""
    at = date.fromordinal(day)
    if unit == "week":
        return (day - 1) // 7
    return {"month": at.year * 12 + at.month - 1, "quarter": at.year * 4 + (at.month - 1) // 3, "year": at.year}[unit]


def days_of(number: int, unit: str) -> Bounds:
    """The days of a week, month, quarter or year by its number."""
    if unit == "week":
        return _within(number * 7 + 1, number * 7 + 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = number * months
    last = first + months - 1
    year, month = divmod(last, 12)
    year = min(max(year, 1), 9998)
    start = date(min(max(first // 12, 1), 9998), first % 12 + 1, 1)
    return _within(start.toordinal(), date(year, month + 1, monthrange(year, month + 1)[1]).toordinal())


def _within(first: int, last: int) -> Bounds:
    return Bounds(min(max(first, EARLIEST), LATEST), min(max(last, EARLIEST), LATEST))
