"""What the match of a rule means: one small function a kind of expression, shared by the languages."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.stages.times.durations import fitting
from firsthand.stages.times.meaning import CALENDAR, Fixed, Interval, Meaning, Moment, Shift
from firsthand.stages.times.rules import Found, clock, days_in, has, hour_clock, moment

EDGES_OF_WORK = {"start": 1, "end": 5}
RECENT_YEARS = range(1900, 2051)
LATEST_CENTURY, OLD_DECADE, MONTHS = 21, 50, 12


def numeric(text: str) -> Moment | None:
    """27.12.2020 or 27/12/20 as a date, None for a number of that shape that is none."""
    day, month, year = (int(part) for part in re.split(r"[./-]", text))
    if not (1 <= month <= 12 and 1 <= day <= days_in(month)):
        return None
    return Moment(year=year if year > 99 else 2000 + year, month=month, day=day)


def numeric_date(found: Found) -> Meaning | None:
    """A date in digits, with or without a clock time."""
    date = numeric(found.text("N") or "")
    return replace(date, clock=clock(found.text("T")) if found.value("T") else None) if date else None


def iso_date(found: Found) -> Meaning | None:
    """2020-12-27, 2020-6-9 or 2020/12/27, with or without T04:42."""
    day, _, time = (found.text("N") or "").partition("T")
    year, month, number = (int(part) for part in day.replace("/", "-").split("-"))
    if not (1 <= month <= 12 and 1 <= number <= days_in(month)):
        return None
    return Moment(year=year, month=month, day=number, clock=clock(time or found.text("T")))


def dotted_day(found: Found) -> Meaning | None:
    """31.01, 20:56: a day of a month without its year, and the clock time that shows it to be one."""
    day, month = (int(part) for part in (found.text("N") or "").split("."))
    time = clock(found.text("T"))
    return Moment(month=month, day=day, clock=time) if day <= days_in(month) and time else None


def hour(found: Found) -> Meaning | None:
    """An hour in words: "шести утра воскресенья", "о 10 годині ранку"."""
    date = moment(found)
    time = hour_clock(found.whole("H") or 0, date.part if date else None)
    return replace(date, clock=time, part=None) if date and time else None


def day_range(found: Found) -> Meaning | None:
    """From one day to another of one month; "25 та 26" is a range because the days touch."""
    date, first = moment(found), found.whole("F")
    if date is None or first is None or not first < (date.day or 0):
        return None
    if found.value("A") is not None and (date.day or 0) - first > 1 and not has(found.before(), "between"):
        return None
    return Interval(replace(date, day=first, weekday=None), replace(date, weekday=None))


def date_range(found: Found) -> Meaning | None:
    """From a day of one month to a day of another."""
    last = moment(found)
    first = Moment(year=found.whole("Y1"), month=found.whole("M1"), day=found.whole("D1"))
    return Interval(first, last) if last else None


def month(found: Found) -> Meaning | None:
    """A month alone; a short or ambiguous word needs its year or a preposition."""
    plain = has(found.words[found.first], "edge") or found.value("Y") or found.value("G") is not None
    word = found.named["M"][0]
    if not plain and not has(word, "strong_month") and not (_after_preposition(found, "M") or _goes_on_list(found)):
        return None
    return moment(found)


def month_pair(found: Found) -> Meaning | None:
    """Two months that follow each other, after one preposition: "у жовтні та листопаді"."""
    first, last = Moment(month=found.whole("M1")), moment(found)
    following = last is not None and (first.month or 0) % 12 + 1 == last.month
    return Interval(first, last) if last and following and has(found.before(), "in") else None


def months_of_year(found: Found) -> Meaning | None:
    """ "за девять месяцев 2018 года": from its first month."""
    number = found.whole("N") or 0
    if not 1 < number < MONTHS:
        return None
    return Interval(Moment(month=1), Moment(year=found.whole("Y"), month=number))


def weekday_pair(found: Found) -> Meaning | None:
    """Two days of a week that follow each other, after one preposition: "у середу і четвер"."""
    week = found.whole("G")
    first, last = (Moment(weekday=found.whole(day), week_shift=week) for day in ("W1", "W"))
    following = (first.weekday or 0) + 1 == last.weekday
    return Interval(first, last) if following and has(found.before(), "in") else None


def which_month(found: Found) -> Meaning | None:
    """ "last January": the nearest one, as the tense of the clause has it."""
    return moment(found)


def _after_preposition(found: Found, name: str) -> bool:
    return _after(found, name, "in", "to", "from", "edge", "which")


def _bounded(found: Found, name: str) -> bool:
    """Whether "до" or "со" stands before: "до среды" is a day, "в среде" surroundings."""
    return _after(found, name, "to", "from", "edge", "which")


def _after(found: Found, name: str, *kinds: str) -> bool:
    at = next(i for i in range(found.first, found.after) if found.words[i] is found.named[name][0])
    return at > 0 and has(found.words[at - 1], *kinds)


def _goes_on_list(found: Found) -> bool:
    """Whether another month stands before it: "у січні, лютому"."""
    return has(found.before(), "comma", "and") and has(found.before(2), "strong_month")


def season(found: Found) -> Meaning | None:
    """A season, unless its bare form may be another word."""
    word = found.named["S"][0]
    sure = has(word, "adverb") or found.value("Y") or found.value("G") is not None
    if not sure and not _after_preposition(found, "S"):
        return None
    date = moment(found)
    return replace(date, period=found.text("S")) if date else None


def season_pair(found: Found) -> Meaning | None:
    """Two seasons of one year: "до осені/зими наступного року"."""
    date = moment(found)
    if date is None or found.text("S1") == found.text("S"):
        return None
    return Interval(replace(date, period=found.text("S1")), replace(date, period=found.text("S")))


def quarter(found: Found) -> Meaning | None:
    """The second quarter, the first half of a year."""
    number, date = found.whole("O"), moment(found)
    letter, most = ("Q", 4) if found.value("Q") else ("H", 2)
    return replace(date, period=f"{letter}{number}") if date and number and number <= most else None


def year(found: Found) -> Meaning | None:
    """A year with its word."""
    return Moment(year=found.whole("Y"))


def bare_year(found: Found) -> Meaning | None:
    """A year after a preposition, without its word: of our age, and not the number of something."""
    return year(found) if found.whole("Y") in RECENT_YEARS and not has(found.next(), "decimal", "number") else None


def years(found: Found) -> Meaning | None:
    """From one year to another."""
    first, last = found.whole("Y1"), found.whole("Y")
    if has(found.before(), "copyright"):
        return Fixed("")
    return Interval(Moment(year=first), Moment(year=last)) if first and last and first < last else None


def short_years(found: Found) -> Meaning | None:
    """Two digits for the second year: 2018-19 or 2018/19."""
    first, short = found.whole("Y1") or 0, found.whole("N") or 0
    last = first // 100 * 100 + short
    return Interval(Moment(year=first), Moment(year=last)) if first < last else None


def decade(found: Found) -> Meaning | None:
    """1990-х роках, 90-х, дев'яностих, 20-х роках XX століття."""
    number = found.whole("N") or 0
    if (known := _century(found)) is not None:
        return Fixed(f"{known:02d}{number // 10}X")
    if has(found.words[found.after - 1], "zero_decade") and not has(found.before(), "in", "edge"):
        return None
    start = number if number > 99 else 1900 + number if number > 20 else 2000 + number
    return Fixed(f"{start // 10}X") if number % 10 == 0 else None


def last_decade(found: Found) -> Meaning | None:
    """ "в 90-е": of the last century; smaller numbers may count other things."""
    return decade(found) if (found.whole("N") or 0) >= OLD_DECADE else None


def century(found: Found) -> Meaning | None:
    """XX століття: the years 1900 to 1999."""
    number = found.whole("O") or 0
    return Fixed(f"{number - 1:02d}XX") if 1 <= number <= LATEST_CENTURY else None


def which_century(found: Found) -> Meaning | None:
    """ "в прошлом веке": the years 1900 to 1999."""
    return Fixed(f"{_century(found)}XX")


def _century(found: Found) -> int | None:
    """The first two digits of the years of a century that is named by its number, or as the last or this one."""
    shift, number = found.whole("G"), found.whole("O")
    return LATEST_CENTURY - 1 + shift if shift is not None else number - 1 if number else None


def counted_century(found: Found) -> Meaning | None:
    """ "13 века": behind a number of centuries the word would stand in the plural."""
    return century(found) if (found.whole("O") or 0) in range(5, 21) else None


def today(found: Found) -> Meaning | None:
    """Yesterday, today, tomorrow, with the part of the day."""
    time = clock(found.text("T")) if found.value("T") else None
    return Shift("day", found.whole("X") or 0, part=found.text("P") or found.text("P2"), clock=time)


def today_hour(found: Found) -> Meaning | None:
    """ "tomorrow at nine in the morning"."""
    time = hour_clock(found.whole("H") or 0, found.text("P"))
    return Shift("day", found.whole("X") or 0, clock=time) if time else None


def today_weekday(found: Found) -> Meaning | None:
    """ "yesterday, on Thursday": the weekday says which day today is."""
    return Moment(weekday=found.whole("W"), part=found.text("P"))


def part_of_today(found: Found) -> Meaning | None:
    """ "this morning", "tonight", "last night"."""
    return Shift("day", min(found.whole("G") or 0, 0), part=found.text("V") or found.text("P"))


def weekend(found: Found) -> Meaning | None:
    """ "at the weekend", of the report's week; "on the past weekend" of the one before."""
    return Shift("weekend", -1 if found.value("R") == "past" else 0)


def weekly(found: Found) -> Meaning | None:
    """ "on Fridays": of every week."""
    return Fixed(f"XXXX-WXX-{found.whole('W')}")


def today_date(found: Found) -> Meaning | None:
    """ "сегодня, 9 июля": the date says which day today is."""
    return moment(found)


def night(found: Found) -> Meaning | None:
    """The night to a day: "в ночь на вторник"."""
    date = moment(found)
    return replace(date, part="NI") if date else None


def weekday(found: Found) -> Meaning | None:
    """A weekday, alone or with which week, part of day or clock time."""
    if not has(found.named["W"][0], "strong_weekday") and not _bounded(found, "W"):
        return None
    date = moment(found)
    return replace(date, year_shift=None, week_shift=found.whole("G")) if date else None


def which(found: Found) -> Meaning | None:
    """Last month, this year, next week."""
    unit, amount = found.text("U") or "", found.whole("G") or 0
    if unit not in CALENDAR[:6] or not fitting(found):
        return None
    earlier_today = has(found.words[found.first], "before")
    return Shift(unit, amount, "previous" if unit == "day" and not earlier_today else "report")


def edge(found: Found) -> Meaning | None:
    """The end of the month, the beginning of the year: of those that the report stands in."""
    unit = found.text("U") or ""
    dated = has(found.next(), "comma") and has(found.next(1), "day")
    return Shift(unit, 0) if unit in CALENDAR[1:5] and fitting(found) and not dated else None


def working_day(found: Found) -> Meaning | None:
    """ "at the end of the working week, 10 August": a Friday."""
    date = moment(found)
    weekday = EDGES_OF_WORK.get(found.text("E") or "")
    return replace(date, weekday=date.weekday or weekday) if date and date.day else None


def working_week(found: Found) -> Meaning | None:
    """ "at the end of the working week": its Friday, as far as it is known which week that is."""
    weekday = EDGES_OF_WORK.get(found.text("E") or "")
    dated = has(found.next(), "comma") and has(found.next(1), "day")
    return Shift("working_week", weekday) if weekday and not dated else None


def same(found: Found) -> Meaning | None:
    """The same month: that of the expression before."""
    unit = found.text("U") or ""
    return Shift(unit, 0, "previous", part=found.text("P")) if unit in CALENDAR[:4] else None


def these_days(found: Found) -> Meaning | None:
    """ "in these two days": those told before, if they are as many."""
    number = found.value("N") or 0
    return Shift("days", number, "previous") if isinstance(number, int) else None


def same_time(found: Found) -> Meaning | None:
    """ "тоді ж": the very time of the expression before."""
    return Shift("time", 0, "previous")


def part(found: Found) -> Meaning | None:
    """ "вранці": of the day told before, or of the report's."""
    return Shift("day", 0, "previous", part=found.text("P"))


def which_year(found: Found) -> Meaning | None:
    """ "торік", "цьогоріч"."""
    return Shift("year", found.whole("G") or 0)


def eve(found: Found) -> Meaning | None:
    """The day before or after that of the expression before."""
    return Shift("day", found.whole("X") or 0, "eve", part=found.text("P"))


def ago(found: Found) -> Meaning | None:
    """So many units before the report."""
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if found.value("S") is not None or found.value("S2") is not None:
        return Fixed("PAST_REF", relative=True)
    if unit not in CALENDAR[:4] or isinstance(number, str) or number is None:
        return None
    return Shift(unit, -round(number)) if unit != "year" or number < 100 else None


def half_year_ago(found: Found) -> Meaning | None:
    """ "півроку тому": six months before the report."""
    return Shift("month", -6, "now") if found.text("V") == "P6M" else None


def over_ago(found: Found) -> Meaning | None:
    """More than a unit before the report: nobody can tell when."""
    return Fixed("PAST_REF", relative=True)


def new_year(found: Found) -> Meaning | None:
    """The last day of the year, or its night."""
    return Moment(month=12, day=31, part="NI" if found.value("N") == "night" else None)


def oclock(found: Found) -> Meaning | None:
    """ "о 16 годині", "до 16 години": an hour of the day, for a number of hours would stand in the plural."""
    number = found.whole("H") or 0
    time = hour_clock(number, None) if number < 24 and (number > 4 or "AT" in found.named) else None
    return Fixed(f"XXXX-XX-XXT{time}") if time else None


def hour_minute(found: Found) -> Meaning | None:
    """ "в 7 часов 30 минут"."""
    return Moment(clock=clock(f"{found.whole('H')}:{found.whole('N')}"))


def noon(found: Found) -> Meaning | None:
    """ "в полдень", "опівночі"."""
    return Moment(clock=clock(found.text("T")))


def dotted_clock(found: Found) -> Meaning | None:
    """8.00 with a date or after a preposition; a price or a share is none."""
    time = clock((found.text("T") or "").replace(".", ":"))
    sure = found.value("D") is not None or (time or "").endswith(("00", "15", "30", "45"))
    sure = sure or has(found.words[found.after - 1], "zone")
    if time is None or not sure or has(found.next(), "mark", "number"):
        return None
    date = moment(replace(found, named={name: word for name, word in found.named.items() if name != "T"}))
    return replace(date, clock=time) if date else None


def dotted_hours(found: Found) -> Meaning | None:
    """From 8.00 to 20.00, on any day."""
    first, last = (clock((found.text(name) or "").replace(".", ":")) for name in ("T1", "T"))
    return Fixed(f"T{first}/T{last}") if first and last else None


def clock_range(found: Found) -> Meaning | None:
    """From 10:00 to 18:00, of the day beside it or of the one told before."""
    last, first = moment(found), clock(found.text("T1"))
    return Interval(replace(last, clock=first), last) if last and first and last.clock else None


def hours(found: Found) -> Meaning | None:
    """From 10 to 18 o'clock."""
    parts = (("T1", "P1"), ("T", "P"))
    first, last = (hour_clock(found.whole(name) or 0, found.text(part)) for name, part in parts)
    return Interval(Moment(clock=first), Moment(clock=last)) if first and last and first < last else None


def earlier(found: Found) -> Meaning | None:
    """A month, two days earlier than what was told before."""
    return Shift(found.text("U") or "", -(found.whole("N") or 1), "previous")


def reference(found: Found) -> Meaning | None:
    """The past, the present, the future at large."""
    return Fixed(found.text("V") or "", relative=True)


def bare_clock(found: Found) -> Meaning | None:
    """A clock time with no date beside it; after "video" it is a length."""
    if has(found.before(), "length_of"):
        return Fixed("")
    time = clock(found.text("T"))
    return Moment(clock=time) if time else None


def nothing(found: Found) -> Meaning:
    """Words that look like an expression of time and are none; the reader drops the empty value."""
    return Fixed("")
