"""A time expression's value with its unknown parts filled by the report's date, where that is safe."""

from __future__ import annotations

import re
from datetime import date, timedelta

from firsthand.answer.dates import reach
from firsthand.records import Dating

WEEKDAY = re.compile(r"XXXX-WXX-([1-7])((?:T.{1,8})?)")
OF_SOME_YEAR = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?((?:T.{1,8})?)")
SAFE_DAYS = 150  # from the report's date: farther off, the year before or after is as likely


def resolve_value(value: str, dating: Dating) -> str:
    """ "XXXX-WXX-1" of a report of 2023-10-19 is 2023-10-16, "XXXX-09-15" is 2023-09-15; what is not sure stays."""
    known = reach(dating.value)
    if known is None:
        return value
    if match := WEEKDAY.fullmatch(value):
        return _last_weekday(known.first, known.last, int(match[1])) + match[2] if known.first == known.last else value
    if match := OF_SOME_YEAR.fullmatch(value):
        years = {_year(at, int(match[1]), int(match[2] or 15)) for at in (known.first, known.last)}
        year = years.pop() if len(years) == 1 else None
        return value.replace("XXXX", str(year), 1) if year else value
    return value


def _last_weekday(day: date, _: date, weekday: int) -> str:
    return (day - timedelta((day.isoweekday() - weekday) % 7)).isoformat()


def _year(near: date, month: int, day: int) -> int | None:
    """The year in which a day lies nearest; None if that is too far to be sure."""
    days = [(abs((found - near).days), found.year) for y in (-1, 0, 1) if (found := _day(near.year + y, month, day))]
    distance, year = min(days, default=(SAFE_DAYS + 1, 0))
    return year if distance <= SAFE_DAYS else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
