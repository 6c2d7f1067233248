"""The rules of Ukrainian and Russian expressions of time."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.times.meaning import Fixed, Interval, Meaning, Moment, Shift
from firsthand.stages.times.rules import Found, Rule, clock, days_in, has, hour_clock, moment

YEAR = "(?:Y=year (?:dash ordinal_suffix)? year_word?)"
WHICH_YEAR = "(?:G=which unit_year)"
DATE = f"(?:W=weekday (?:PW=part)? comma? in?)? D=day (?:dash? ordinal_suffix)? M=month (?:{YEAR}|{WHICH_YEAR})?"
CALENDAR = ("day", "week", "month", "year", "quarter", "weekend", "season", "half", "century", "decade")
LETTER = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"}
ADJECTIVE_ENDINGS = ("і", "их", "ими", "ые", "ых", "ыми", "ий", "ый", "ой", "ую", "у", "ного", "ного")
RECENT_YEARS = range(1900, 2051)


def numeric(text: str) -> Moment | None:
    """27.12.2020 or 27/12/20 as a date, None for a number of that shape that is none."""
    day, month, year = (int(part) for part in text.replace("/", ".").split("."))
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
    if found.value("A") is not None and (date.day or 0) - first > 1:
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
    if not plain and not has(word, "strong_month") and not _after_preposition(found, "M"):
        return None
    return moment(found)


def _after_preposition(found: Found, name: str) -> bool:
    at = next(i for i in range(found.first, found.after) if found.words[i] is found.named[name][0])
    return at > 0 and has(found.words[at - 1], "in", "to", "from", "edge", "which")


def season(found: Found) -> Meaning | None:
    """A season, unless its bare form may be another word."""
    word = found.named["S"][0]
    sure = has(word, "adverb") or found.value("Y") or found.value("G") is not None
    if not sure and not _after_preposition(found, "S"):
        return None
    date = moment(found)
    return replace(date, period=found.text("S")) if date else None


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
    return Interval(Moment(year=first), Moment(year=last)) if first and last and first < last else None


def short_years(found: Found) -> Meaning | None:
    """Two digits for the second year: 2018-19 or 2018/19."""
    first, short = found.whole("Y1") or 0, found.whole("N") or 0
    last = first // 100 * 100 + short
    return Interval(Moment(year=first), Moment(year=last)) if first < last else None


def decade(found: Found) -> Meaning | None:
    """1990-х роках, 90-х, дев'яностих."""
    number = found.whole("N") or 0
    start = number if number > 99 else 1900 + number if number >= 20 else 2000 + number
    return Fixed(f"{start // 10}X") if number % 10 == 0 else None


def century(found: Found) -> Meaning | None:
    """XX століття: the years 1900 to 1999."""
    number = found.whole("O") or 0
    return Fixed(f"{number - 1:02d}XX") if 1 <= number <= 21 else None


def today(found: Found) -> Meaning | None:
    """Yesterday, today, tomorrow, with the part of the day."""
    time = clock(found.text("T")) if found.value("T") else None
    return Shift("day", found.whole("X") or 0, part=found.text("P") or found.text("P2"), clock=time)


def today_date(found: Found) -> Meaning | None:
    """"сегодня, 9 июля": the date says which day today is."""
    return moment(found)


def night(found: Found) -> Meaning | None:
    """The night to a day: "в ночь на вторник"."""
    date = moment(found)
    return replace(date, part="NI") if date else None


def weekday(found: Found) -> Meaning | None:
    """A weekday, alone or with which week, part of day or clock time."""
    if not has(found.named["W"][0], "strong_weekday") and not _after_preposition(found, "W"):
        return None
    date = moment(found)
    return replace(date, year_shift=None, week_shift=found.whole("G")) if date else None


def which(found: Found) -> Meaning | None:
    """Last month, this year, next week."""
    unit, amount = found.text("U") or "", found.whole("G") or 0
    if unit not in CALENDAR[:6]:
        return None
    return Shift(unit, amount, "previous" if unit == "day" else "report")


def edge(found: Found) -> Meaning | None:
    """The end of the month, the beginning of the year: of those that the report stands in."""
    unit = found.text("U") or ""
    return Shift(unit, found.whole("G") or 0) if unit in CALENDAR[1:5] else None


def same(found: Found) -> Meaning | None:
    """The same month: that of the expression before."""
    unit = found.text("U") or ""
    return Shift(unit, 0, "previous") if unit in CALENDAR[:4] else None


def which_year(found: Found) -> Meaning | None:
    """"торік", "цьогоріч"."""
    return Shift("year", found.whole("G") or 0)


def eve(found: Found) -> Meaning | None:
    """The day before or after that of the expression before."""
    return Shift("day", found.whole("X") or 0, "eve")


def ago(found: Found) -> Meaning | None:
    """So many units before the report."""
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if found.value("S") is not None:
        return Fixed("PAST_REF", relative=True)
    if unit not in CALENDAR[:4] or isinstance(number, str) or number is None:
        return None
    return Shift(unit, -round(number)) if unit != "year" or number < 100 else None


def ahead(found: Found) -> Meaning | None:
    """So many units after the report; after something else it is a duration."""
    if has(found.next(), "after") or found.value("S") is not None:
        return duration(found)
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if unit not in CALENDAR[:4] or not isinstance(number, int):
        return duration(found)
    return Shift(unit, number, "narrative")


def recent(found: Found) -> Meaning | None:
    """The last weeks, the coming days: a reference; with a number a duration."""
    if found.value("N") is not None:
        return duration(found)
    return Fixed("FUTURE_REF" if found.value("R") == "future" else "PAST_REF", relative=True)


def oclock(found: Found) -> Meaning | None:
    """"до 16 години": an hour of the day, for a number of hours would stand in the plural."""
    time = hour_clock(found.whole("H") or 0, None)
    return Moment(clock=time) if time else None


def recent_one(found: Found) -> Meaning | None:
    """The last year, the coming month: as long as the unit."""
    unit = found.text("U") or ""
    return Fixed(period(1, unit)) if unit in ("week", "month", "year", "decade", "century") else None


def earlier(found: Found) -> Meaning | None:
    """A month earlier than what was told before."""
    return Shift(found.text("U") or "", -1, "previous")


def duration(found: Found) -> Meaning | None:
    """A number of units, X for "several", perhaps with an adjective between; an age is none."""
    unit = found.text("U") or ""
    if "A" in found.named and not _is_adjective(found.named["A"][0].form):
        return None
    if unit not in (*LETTER, "decade", "century", "quarter") or _is_age(found, unit):
        return None
    return Fixed(period(_amount(found, "N", "N2"), unit))


def _amount(found: Found, *names: str) -> float | None:
    numbers = [value for name in names if isinstance(value := found.value(name), int | float)]
    if found.value("S") is not None:
        return None
    return sum(numbers) if numbers else 1


def period(amount: float | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, PXD for an unknown number."""
    times = {"decade": 10, "century": 100, "quarter": 3}.get(unit, 1)
    letter = LETTER.get({"decade": "year", "century": "year", "quarter": "month"}.get(unit, unit), "Y")
    number = "X" if amount is None else f"{amount * times:g}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{number}{letter}"


def _is_adjective(form: str) -> bool:
    return form.endswith(ADJECTIVE_ENDINGS) and len(form) > 4


def _is_age(found: Found, unit: str) -> bool:
    if unit not in ("year", "month"):
        return False
    before = [word for distance in range(1, 6) if (word := found.before(distance)) is not None]
    return any(has(word, "age") for word in before) or has(found.next(), "not_after")


def duration_range(found: Found) -> Meaning | None:
    """From 8 to 12 months."""
    unit, low, high = found.text("U") or "", found.value("N"), found.value("N2")
    if unit not in LETTER or _is_age(found, unit) or isinstance(low, str) or isinstance(high, str):
        return None
    return Fixed(f"{period(low, unit)}/{period(high, unit)}") if low and high and low < high else None


def spanning(found: Found) -> Meaning | None:
    """One unit after a word that says it is a span: "за год", "протягом тижня"."""
    unit = found.text("U") or ""
    return Fixed(period(1, unit)) if unit in (*LETTER, "decade", "century") else None


def fixed(found: Found) -> Meaning | None:
    """A duration written in one word."""
    return Fixed(found.text("V") or "")


def reference(found: Found) -> Meaning | None:
    """The past, the present, the future at large."""
    return Fixed(found.text("V") or "", relative=True)


def bare_clock(found: Found) -> Meaning | None:
    """A clock time with no date beside it."""
    time = clock(found.text("T"))
    return Moment(clock=time) if time else None


NUMBER = "(?:N=number N2=numeral?|S=some)"
SLAVIC: tuple[Rule, ...] = (
    Rule("nothing", "nothing", lambda found: None),
    Rule("clock_date", f"T=clock zone? comma? in? {DATE}", moment),
    Rule("clock_numeric_date", "T=clock zone? comma? N=dmy", numeric_date),
    Rule("hour_date", f"H=hour (?:dash ordinal_suffix)? oclock? P=part zone? comma? in? {DATE}", hour),
    Rule("date_range", f"D1=day M1=month (?:Y1=year year_word?)? (?:dash|to) D=day M=month {YEAR}?", date_range),
    Rule("day_range", f"F=day (?:dash ordinal_suffix)? (?:A=and|dash|to) D=day (?:dash ordinal_suffix)? M=month {YEAR}?", day_range),
    Rule("date_clock", f"{DATE} comma? in? T=clock zone?", moment),
    Rule("night_date", "part onto D=day (?:dash ordinal_suffix)? M=month", night),
    Rule("published_date", f"published in? {DATE}", moment),
    Rule("today_date", f"today comma? open? in? {DATE} close?", today_date),
    Rule("date_part", f"{DATE} comma? P=part", moment),
    Rule("part_date", f"P=part comma? in? {DATE}", moment),
    Rule("date", DATE, moment),
    Rule("numeric_date_clock", "N=dmy comma? in? T=clock", numeric_date),
    Rule("numeric_date", "N=dmy", numeric_date),
    Rule("iso_date", "N=iso T=clock?", iso_date),
    Rule("month_range", f"edge? M1=month (?:dash|to) edge? M=month {YEAR}?", date_range),
    Rule("month", f"edge? M=month (?:{YEAR}|{WHICH_YEAR})?", month),
    Rule("season", f"edge? S=season (?:{YEAR}|{WHICH_YEAR})?", season),
    Rule("which_season", "G=which S=season", season),
    Rule("quarter", f"O=ordinal Q=unit_quarter (?:{YEAR}|{WHICH_YEAR})?", quarter),
    Rule("half", f"O=ordinal (?:unit_half|half_word) (?:{YEAR}|{WHICH_YEAR})", quarter),
    Rule("half_year", "O=ordinal unit_half", quarter),
    Rule("decade", "N=year dash decade_suffix year_word?", decade),
    Rule("short_decade", "N=short_decade dash decade_suffix year_word?", decade),
    Rule("decade_word", "N=decade year_word?", decade),
    Rule("years", "Y1=year (?:dash ordinal_suffix)? (?:dash|to|slash) Y=year (?:dash ordinal_suffix)? year_word?", years),
    Rule("short_years", "Y1=year (?:dash|slash) N=number year_word", short_years),
    Rule("year", "edge? Y=year (?:dash ordinal_suffix)? year_word", year),
    Rule("year_suffix", "edge? Y=year dash ordinal_suffix", year),
    Rule("year_list", "Y=year (?=(?:and|comma) year (?:dash ordinal_suffix)? year_word)", year),
    Rule("bare_year", "(?:in|to|from|edge) Y=year", bare_year),
    Rule("century", "O=roman unit_century", century),
    Rule("today", "(?:P=part|before)? X=today comma? (?:P2=part|in? T=clock)?", today),
    Rule("hour_weekday", "H=hour (?:dash ordinal_suffix)? oclock? P=part zone? in? W=weekday?", hour),
    Rule("night_weekday", "part onto W=weekday", night),
    Rule("which_weekday", "G=which W=weekday P=part?", weekday),
    Rule("weekday_which", "P=part? in? W=weekday in? G=which unit_week", weekday),
    Rule("weekday", "(?:P=part comma? in?)? W=weekday (?:comma? P2=part|comma? in T=clock)?", weekday),
    Rule("hour", "(?:in|to|from) H=hour (?:dash ordinal_suffix)? O=oclock", oclock),
    Rule("edge_which", "before? in? edge? G=which U=unit", which),
    Rule("edge_unit", "edge U=unit", edge),
    Rule("same", "same U=unit", same),
    Rule("which_year", "G=which_year", which_year),
    Rule("eve", "X=eve", eve),
    Rule("ago", f"{NUMBER} U=unit ago", ago),
    Rule("unit_ago", "U=unit ago", ago),
    Rule("ahead", f"through {NUMBER} U=unit", ahead),
    Rule("unit_ahead", "through U=unit (?=after)", ahead),
    Rule("recent_one", "during? R=recent_one U=unit", recent_one),
    Rule("unit_before", "U=unit_instrumental before", earlier),
    Rule("recent", "during? R=recent (?:N=number|some)? U=unit", recent),
    Rule("several_recent", "during? (?:N=number|some) R=recent U=unit", recent),
    Rule("duration_range", "from? N=number (?:dash|to|or) N2=number U=unit", duration_range),
    Rule("duration_adjective", "N=number dash U=unit_adjective", duration),
    Rule("duration", f"{NUMBER} (?:dash ordinal_suffix)? A=other? U=unit", duration),
    Rule("spanning", "spanning U=unit", spanning),
    Rule("whole_duration", "V=whole_duration", fixed),
    Rule("reference", "V=reference", reference),
    Rule("clock", "T=clock zone?", bare_clock),
)  # fmt: skip
