"""What the match of a rule means: one small function a kind of expression, shared by the languages."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.stages.times.meaning import LETTER, Fixed, Interval, Meaning, Moment, Shift, period
from firsthand.stages.times.rules import Found, clock, days_in, has, hour_clock, moment
from firsthand.stages.times.words import Word

CALENDAR = ("day", "week", "month", "year", "quarter", "weekend", "season", "half", "century", "decade")
ADJECTIVE_ENDINGS = (
    "і",
    "их",
    "ими",
    "ые",
    "ых",
    "ыми",
    "ий",
    "ый",
    "ій",
    "ой",
    "ої",
    "ую",
    "у",
    "ого",
    "ому",
    "ом",
    "ей",
    "е",
)
RECENT_YEARS = range(1900, 2051)
MOST_UNITS, MOST_INVERTED = 1000, 60
EVERY = ("P1D", "P1W", "P1M", "P1Y")
OPENING, CLOSING = frozenset('"«“„'), frozenset('"»”“')


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
    """2020-12-27 or 2020-12-27T04:42."""
    day, _, time = (found.text("N") or "").partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    if not (1 <= month <= 12 and 1 <= number <= days_in(month)):
        return None
    return Moment(year=year, month=month, day=number, clock=clock(time or found.text("T")))


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
    """1990-х роках, 90-х, дев'яностих."""
    number = found.whole("N") or 0
    if has(found.words[found.after - 1], "zero_decade") and not has(found.before(), "in", "edge"):
        return None
    start = number if number > 99 else 1900 + number if number > 20 else 2000 + number
    return Fixed(f"{start // 10}X") if number % 10 == 0 else None


def century(found: Found) -> Meaning | None:
    """XX століття: the years 1900 to 1999."""
    number = found.whole("O") or 0
    return Fixed(f"{number - 1:02d}XX") if 1 <= number <= 21 else None


def today(found: Found) -> Meaning | None:
    """Yesterday, today, tomorrow, with the part of the day."""
    time = clock(found.text("T")) if found.value("T") else None
    return Shift("day", found.whole("X") or 0, part=found.text("P") or found.text("P2"), clock=time)


def today_weekday(found: Found) -> Meaning | None:
    """ "yesterday, on Thursday": the weekday says which day today is."""
    return Moment(weekday=found.whole("W"), part=found.text("P"))


def part_of_today(found: Found) -> Meaning | None:
    """ "this morning", "tonight"."""
    return Shift("day", 0, part=found.text("V"))


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
    if unit not in CALENDAR[:6] or not _fitting(found):
        return None
    earlier_today = has(found.words[found.first], "before")
    return Shift(unit, amount, "previous" if unit == "day" and not earlier_today else "report")


def edge(found: Found) -> Meaning | None:
    """The end of the month, the beginning of the year: of those that the report stands in."""
    unit = found.text("U") or ""
    dated = has(found.next(), "comma") and has(found.next(1), "day")
    return Shift(unit, 0) if unit in CALENDAR[1:5] and _fitting(found) and not dated else None


def same(found: Found) -> Meaning | None:
    """The same month: that of the expression before."""
    unit = found.text("U") or ""
    return Shift(unit, 0, "previous", part=found.text("P")) if unit in CALENDAR[:4] else None


def same_time(found: Found) -> Meaning | None:
    """ "тоді ж": the very time of the expression before."""
    return Shift("time", 0, "previous")


def part(found: Found) -> Meaning | None:
    """ "вранці": of the day told before, or of the report's."""
    return Shift("day", 0, "previous", part=found.text("P"))


def which_year(found: Found) -> Meaning | None:
    """ "торік", "цьогоріч"."""
    return Shift("year", found.whole("G") or 0)


def ordinal_day(found: Found) -> Meaning | None:
    """ "вторые сутки подряд": how long something has gone on, in days."""
    return Fixed(f"P{found.whole('O')}D")


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


def ahead(found: Found) -> Meaning | None:
    """So many units after the report; after something else it is a duration."""
    if has(found.next(), "after") or "S" in found.named or "S2" in found.named:
        return duration(found)
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if unit not in CALENDAR[:4] or not isinstance(number, int):
        return duration(found)
    return Shift(unit, number, "narrative")


def recent(found: Found) -> Meaning | None:
    """The last weeks, the coming days: a reference; with a number a duration."""
    if found.value("N") is not None:
        return duration(found)
    if has(found.words[found.after - 1], "one_in_plural"):
        return Fixed(period(1, found.text("U") or ""))
    return Fixed("FUTURE_REF" if found.value("R") == "future" else "PAST_REF", relative=True)


def oclock(found: Found) -> Meaning | None:
    """ "о 16 годині", "до 16 години": an hour of the day, for a number of hours would stand in the plural."""
    number = found.whole("H") or 0
    time = hour_clock(number, None) if number < 24 and (number > 4 or "AT" in found.named) else None
    return Fixed(f"XXXX-XX-XXT{time}") if time else None


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
    """From 10 to 18 o'clock, on any day."""
    first, last = (hour_clock(found.whole(name) or 0, None) for name in ("T1", "T"))
    return Fixed(f"T{first}/T{last}") if first and last and first < last else None


def recent_one(found: Found) -> Meaning | None:
    """The last year, the coming month: as long as the unit."""
    unit = found.text("U") or ""
    return Fixed(period(1, unit)) if unit in ("week", "month", "year", "decade", "century") else None


def earlier(found: Found) -> Meaning | None:
    """A month, two days earlier than what was told before."""
    return Shift(found.text("U") or "", -(found.whole("N") or 1), "previous")


def duration(found: Found) -> Meaning | None:
    """A number of units, X for "several", perhaps with an adjective between; an age is none."""
    unit = found.text("U") or ""
    if not _fitting(found) or _number(found) >= MOST_UNITS or _is_title(found):
        return None
    if unit not in (*LETTER, "decade", "century", "quarter") or _is_age(found, unit):
        return None
    return Fixed(period(_amount(found, "N", "N2", "S3"), unit))


def _amount(found: Found, *names: str) -> float | None:
    numbers = [value for name in names if isinstance(value := found.value(name), int | float)]
    if found.value("S") is not None or found.value("S2") is not None:
        return None
    return sum(numbers) if numbers else 1


def _number(found: Found) -> float:
    value = found.value("N")
    return value if isinstance(value, int | float) else 0


def _fitting(found: Found) -> bool:
    """Whether the word between a number and its unit, if any, is an adjective: "прошлом финансовом году"."""
    if "A" not in found.named:
        return True
    form = found.named["A"][0].form
    return form.endswith(ADJECTIVE_ENDINGS) and len(form) > 4


def _is_age(found: Found, unit: str) -> bool:
    if unit not in ("year", "month"):
        return False
    before = [word for distance in range(1, 6) if (word := found.before(distance)) is not None]
    old = has(found.next(), "not_after") or (has(found.next(), "dash") and has(found.next(1), "not_after"))
    return old or has(found.before(), "was") or any(has(word, "age") for word in before) or _of_somebody(found)


def _of_somebody(found: Found) -> bool:
    """Whether only small words stand between somebody and the number: "йому вже 45 років", "люди 40-50 років"."""
    between = (word for distance in range(1, 7) if (word := found.before(distance)) is not None)
    first = next((word for word in between if not _passed_over(word)), None)
    return has(first, "somebody")


def _passed_over(word: Word) -> bool:
    return has(word, "about_age", "number", "and", "dash", "year_word")


def _is_title(found: Found) -> bool:
    """Whether quotation marks stand on both sides: the name of a programme, a book."""
    before, after = found.before(), found.next()
    return before is not None and after is not None and before.form in OPENING and after.form in CLOSING


def duration_range(found: Found) -> Meaning | None:
    """From 8 to 12 months."""
    unit, low, high = found.text("U") or "", found.value("N"), found.value("N2")
    if unit not in LETTER or _is_age(found, unit) or isinstance(low, str) or isinstance(high, str):
        return None
    return Fixed(f"{period(low, unit)}/{period(high, unit)}") if low and high and low < high else None


def inverted(found: Found) -> Meaning | None:
    """ "років десять": about ten years."""
    number = found.value("N")
    small = isinstance(number, int | float) and number <= MOST_INVERTED
    return Fixed(period(number, found.text("U") or "")) if small and not isinstance(number, str) else None


def spanning(found: Found) -> Meaning | None:
    """One unit after a word that says it is a span: "за год", "протягом тижня"."""
    if "L" in found.named:
        return Fixed(period(None, found.text("L") or ""))
    unit = found.text("U") or ""
    return Fixed(period(1, unit)) if unit in (*LETTER, "decade", "century") else None


def fixed(found: Found) -> Meaning | None:
    """A duration written in one word; "1200 євро щомісяця" is a rate."""
    if has(found.before(2), "number") and found.text("V") in EVERY:
        return Fixed("")
    return Fixed(found.text("V") or "")


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
