"""Dates of honest precision, for people and for sorting: "2025-03" is March 2025, from its first day to its last."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# First and last month of what TIMEX3 calls a season, half or quarter; a winter counts to the year it begins in.
_PARTS = {
    "SP": (3, 5, "spring"), "SU": (6, 8, "summer"), "FA": (9, 11, "autumn"), "AU": (9, 11, "autumn"),
    "WI": (12, 12, "winter"), "H1": (1, 6, "first half"), "H2": (7, 12, "second half"),
    "Q1": (1, 3, "first quarter"), "Q2": (4, 6, "second quarter"), "Q3": (7, 9, "third quarter"),
    "Q4": (10, 12, "fourth quarter"),
}  # fmt: skip
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(\d|WE))?")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI|H1|H2|Q[1-4])")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X?")
_DAY_OF_SOME_YEAR = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?(?:T.*)?")


@dataclass(frozen=True, slots=True, order=True)
class Reach:
    """The first and the last day that a date may mean."""

    first: date
    last: date


def reach(value: str | None) -> Reach | None:
    """The days that a TIMEX3 value may mean; None for one without a year, or that is no date."""
    if not value:
        return None
    if "/" in value:
        return _interval(*value.split("/", 1))
    try:
        return _single(value)
    except ValueError:
        return None


def _interval(first: str, last: str) -> Reach | None:
    low, high = reach(first.strip(".")), reach(last.strip("."))
    if low is None and high is None:
        return None
    return Reach(low.first if low else date.min, high.last if high else date.max)


def _single(value: str) -> Reach | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return Reach(day, day)
    if match := _MONTH.fullmatch(value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _WEEK.fullmatch(value):
        return _week(int(match[1]), int(match[2]), match[3])
    if match := _PART.fullmatch(value):
        return _months(int(match[1]), *_PARTS[match[2]][:2])
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    if match := _DECADE.fullmatch(value):
        return Reach(date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31))
    return None


def _months(year: int, first: int, last: int) -> Reach:
    return Reach(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _week(year: int, week: int, day: str | None) -> Reach:
    monday = date.fromisocalendar(year, week, 1)
    if day is None:
        return Reach(monday, monday + timedelta(6))
    if day == "WE":
        return Reach(monday + timedelta(5), monday + timedelta(6))
    one = date.fromisocalendar(year, week, int(day))
    return Reach(one, one)


def sort_key(value: str | None) -> tuple[date, date]:
    """Puts dates in order, what is unknown last."""
    found = reach(value)
    return (found.first, found.last) if found else (date.max, date.max)


def settled_key(value: str | None) -> tuple[date, date]:
    """Puts dates in order by when they had come to pass for certain: "12 March" before "March"."""
    found = reach(value)
    return (found.last, found.first) if found else (date.max, date.max)


def not_before(value: str | None, since: str) -> bool:
    """Whether a date may be on or after another; an unknown one may."""
    found, start = reach(value), reach(since)
    return found is None or start is None or found.last >= start.first


def spoken(value: str | None) -> str:
    """A date as people write it: ``4 March 2025``, ``March 2025``, ``between 12 and 16 March 2025``."""
    if not value:
        return "date unknown"
    if "/" in value:
        return _spoken_interval(value)
    return _spoken_single(value)


def _spoken_single(value: str) -> str:
    if match := _DAY_OF_SOME_YEAR.fullmatch(value):
        day = f"{int(match[2])} " if match[2] else ""
        return f"{day}{_month(int(match[1]))}, year unknown"
    try:
        found = _single(value)
    except ValueError:
        return value
    if found is None:
        return value
    if match := _PART.fullmatch(value):
        return f"{_PARTS[match[2]][2]} of {match[1]}" if match[2][0] in "HQ" else f"{_PARTS[match[2]][2]} {match[1]}"
    if _DECADE.fullmatch(value):
        return f"{found.first.year}s"
    return _stretch(found)


def _month(number: int) -> str:
    return _MONTHS[number - 1] if 1 <= number <= 12 else str(number)


def _stretch(found: Reach) -> str:
    first, last = found.first, found.last
    if first == last:
        return _day(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + timedelta(1)).day == 1:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return _between(first, last)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _spoken_interval(value: str) -> str:
    low, high = (reach(part.strip(".")) for part in value.split("/", 1))
    if low is None and high is None:
        return value
    if low is None or high is None:
        return f"not before {_day(low.first)}" if low else f"not after {_day(high.last)}"  # type: ignore[union-attr]
    return _stretch(Reach(low.first, high.last))


def _between(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {_day(last)}"
    if first.year == last.year:
        return f"between {first.day} {_MONTHS[first.month - 1]} and {_day(last)}"
    return f"between {_day(first)} and {_day(last)}"
