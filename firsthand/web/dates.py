"""Dates in the words of a page's language, of no more precision than is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from firsthand.answer.dates import reach
from firsthand.web.contents import shown
from firsthand.web.messages import Messages

_DAY_OF_SOME_YEAR = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?(?:T.*)?")


def spoken(words: Messages, value: str | None) -> str:
    """A TIMEX3 date as people write it; what is no date comes as it is."""
    if not value:
        return words("date.unknown")
    if match := _DAY_OF_SOME_YEAR.fullmatch(value):
        day, month = match[2], _month(words, int(match[1]), of_day=bool(match[2]))
        return words("date.no_year", day=f"{int(day)} {month}" if day else month)
    found = reach(value)
    if found is None:
        return shown(value, 40)
    if found.first == date.min:
        return words("date.until", day=_day(words, found.last))
    if found.last == date.max:
        return words("date.from", day=_day(words, found.first))
    return _stretch(words, found.first, found.last)


def _stretch(words: Messages, first: date, last: date) -> str:
    if first == last:
        return _day(words, first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return words("date.year", year=first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole = first.day == 1 and (last + timedelta(1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return words("date.month", month=_month(words, first.month, of_day=False), year=first.year)
    return words("date.between", first=_day(words, first), last=_day(words, last))


def _day(words: Messages, day: date) -> str:
    return words("date.day", day=day.day, month=_month(words, day.month, of_day=True), year=day.year)


def _month(words: Messages, number: int, of_day: bool) -> str:
    return words(f"{'month_of_day' if of_day else 'month'}.{number}") if 1 <= number <= 12 else str(number)
