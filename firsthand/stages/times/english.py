"""The rules of English expressions of time; what a match means is told by the same functions as in ``build.py``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.times import build, durations
from firsthand.stages.times.meaning import Fixed, Meaning, Moment
from firsthand.stages.times.rules import Found, Rule, hour_clock, moment

YEAR = "(?:comma? of? Y=year)"
WHICH_YEAR = "(?:of? G=which unit_year)"
WEEKDAY = "(?:W=weekday (?:PW=part)? comma? on? the?)?"
DAY_FIRST = f"{WEEKDAY} D=day ordinal_suffix? of? M=month (?:{YEAR}|{WHICH_YEAR})?"
MONTH_FIRST = f"{WEEKDAY} M=month D=day (?:ordinal_suffix)? (?:{YEAR}|{WHICH_YEAR})?"
TH = "ordinal_suffix?"
NUMBER = "(?:N=number N2=numeral?|S=some|S2=many_times)"


def half_day_clock(found: Found) -> Meaning | None:
    """3 pm, 3:30 p.m., with or without a date."""
    hour, _, minute = (found.text("T") or f"{found.whole('H')}:00").partition(":")
    time = hour_clock(int(hour) % 12 if int(hour) <= 12 else 99, found.text("A"))
    date = moment(found)
    return replace(date, clock=f"{time[:3]}{minute[:2]}") if date and time else None


def decade(found: Found) -> Meaning | None:
    """The 1990s, the early 2000s."""
    number = found.whole("N") or 1
    return Fixed(f"{number // 10}X") if number % 10 == 0 else None


def century(found: Found) -> Meaning | None:
    """The 19th century: the years 1800 to 1899."""
    number = found.whole("N") or 0
    return Fixed(f"{number - 1:02d}XX") if 1 <= number <= 21 else None


def half_or_quarter(found: Found) -> Meaning | None:
    """Q2 2021."""
    number = found.whole("N") or 0
    return Moment(year=found.whole("Y"), period=f"Q{number}") if number <= 4 else None


ENGLISH: tuple[Rule, ...] = (
    Rule("nothing", "nothing", build.nothing),
    Rule("clock_date", f"T=clock zone? comma? on? {DAY_FIRST}", moment),
    Rule("clock_date", f"T=clock zone? comma? on? {MONTH_FIRST}", moment),
    Rule("half_day_clock", f"(?:T=clock|H=hour) A=ampm zone? comma? on? {DAY_FIRST}", half_day_clock),
    Rule("half_day_clock", f"(?:T=clock|H=hour) A=ampm zone? comma? on? {MONTH_FIRST}", half_day_clock),
    Rule("date_range", f"D1=day M1=month (?:Y1=year)? (?:dash|to) D=day M=month {YEAR}?", build.date_range),
    Rule("date_range", f"M1=month D1=day (?:comma? Y1=year)? (?:dash|to) M=month D=day {YEAR}?", build.date_range),
    Rule("day_range", f"F=day {TH} (?:A=and|dash|to) D=day {TH} M=month {YEAR}?", build.day_range),
    Rule("day_range", f"M=month F=day {TH} (?:A=and|dash|to) D=day {TH} {YEAR}?", build.day_range),
    Rule("date_half_day_clock", f"{DAY_FIRST} comma? in? (?:T=clock|H=hour) A=ampm zone?", half_day_clock),
    Rule("date_half_day_clock", f"{MONTH_FIRST} comma? in? (?:T=clock|H=hour) A=ampm zone?", half_day_clock),
    Rule("date_clock", f"{DAY_FIRST} comma? in? T=clock zone?", moment),
    Rule("date_clock", f"{MONTH_FIRST} comma? in? T=clock zone?", moment),
    Rule("published_date", f"published on? the? {DAY_FIRST}", moment),
    Rule("published_date", f"published on? {MONTH_FIRST}", moment),
    Rule("today_date", f"today comma? open? {DAY_FIRST} close?", build.today_date),
    Rule("today_date", f"today comma? open? {MONTH_FIRST} close?", build.today_date),
    Rule("part_date", f"P=part (?:of|on) the? {DAY_FIRST}", moment),
    Rule("part_date", f"P=part (?:of|on) {MONTH_FIRST}", moment),
    Rule("date", DAY_FIRST, moment),
    Rule("date", MONTH_FIRST, moment),
    Rule("numeric_date", "N=dmy", build.numeric_date),
    Rule("iso_date", "N=iso T=clock?", build.iso_date),
    Rule("month_range", f"edge? dash? M1=month (?:Y1=year)? (?:dash|to) edge? dash? M=month {YEAR}?", build.date_range),
    Rule("month", f"edge? dash? M=month (?:{YEAR}|{WHICH_YEAR})?", build.month),
    Rule("which_month", "which M=month", build.which_month),
    Rule("season", f"edge? the? S=season (?:{YEAR}|{WHICH_YEAR})?", build.season),
    Rule("which_season", "before? G=which S=season", build.season),
    Rule("quarter", f"O=ordinal Q=unit_quarter (?:of? the? {YEAR}|{WHICH_YEAR})?", build.quarter),
    Rule("half", f"O=ordinal unit_half of? (?:{YEAR}|{WHICH_YEAR})", build.quarter),
    Rule("quarter_number", "q_letter N=number Y=year?", half_or_quarter),
    Rule("decade", "edge? dash? N=year decade_suffix", decade),
    Rule("century", "N=number ordinal_suffix dash? unit_century", century),
    Rule("years", "(?:in|from)? Y1=year (?:dash|to|slash) Y=year", build.years),
    Rule("years", "between Y1=year and Y=year", build.years),
    Rule("short_years", "(?:in|from|the) Y1=year (?:dash|slash) N=short_year", build.short_years),
    Rule("edge_year", "edge dash? Y=year", build.year),
    Rule("bare_year", "(?:in|to|from) Y=year (?!decade_suffix)", build.bare_year),
    Rule("year_list", "(?<=year and) Y=year", build.bare_year),
    Rule("today", "(?:P=part|before)? X=today comma? (?:P2=part|in? T=clock)?", build.today),
    Rule("today_part", "V=today_part", build.part_of_today),
    Rule("half_day_weekday", "(?:T=clock|H=hour) A=ampm zone? on? W=weekday?", half_day_clock),
    Rule("which_weekday", "G=which W=weekday P=part?", build.weekday),
    Rule("weekday_which", "W=weekday of? G=which unit_week", build.weekday),
    Rule("weekday", "W=weekday (?:P=part|comma? in T=clock)?", build.weekday),
    Rule("edge_which", "(?:before|later)? edge? G=which U=unit", build.which),
    Rule("edge_unit", "edge the U=unit", build.edge),
    Rule("same", "same U=unit", build.same),
    Rule("eve", "X=eve", build.eve),
    Rule("ago", f"{NUMBER} U=unit ago", build.ago),
    Rule("unit_ago", "article U=unit ago", build.ago),
    Rule("units_before", "N=number U=unit before", build.earlier),
    Rule("unit_before", "article U=unit before", build.earlier),
    Rule("recent_number", "during? (?:the? recent|the_recent) N=number U=unit", durations.duration),
    Rule("recent", "during? the? R=recent some? U=unit_plural", durations.recent),
    Rule("recent_one", "during? R=the_recent U=unit", durations.recent_one),
    Rule("duration_range", "from? N=number (?:dash|to|or) N2=number dash? U=unit", durations.duration_range),
    Rule("ahead", f"through {NUMBER} U=unit", durations.ahead),
    Rule("duration_adjective", "N=number dash U=unit", durations.duration),
    Rule("duration", f"{NUMBER} U=unit", durations.duration),
    Rule("spanning", "spanning U=unit", durations.spanning),
    Rule("whole_duration", "V=whole_duration", durations.fixed),
    Rule("reference", "V=reference", build.reference),
    Rule("clock", "T=clock zone?", build.bare_clock),
)  # fmt: skip
