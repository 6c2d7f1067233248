"""What the match of a rule means that tells how long something lasts: spans of units, and what is an age instead."""

from __future__ import annotations

from firsthand.stages.times.meaning import CALENDAR, LETTER, Fixed, Meaning, Shift, period
from firsthand.stages.times.rules import Found, has
from firsthand.stages.times.words import Word

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
CALENDAR_DOWN = ("year", "month", "week", "day", "hour", "minute", "second")
MOST_UNITS, MOST_INVERTED, MOST_LATER = 1000, 60, 30
OPENING, CLOSING = frozenset('"«“„'), frozenset('"»”“')


def ahead(found: Found) -> Meaning | None:
    """So many units after the report; after something else it is a duration."""
    if has(found.next(), "after") or "S" in found.named or "S2" in found.named:
        return duration(found)
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if unit not in CALENDAR[:4] or not isinstance(number, int):
        return duration(found)
    return Shift(unit, number, "narrative")


def later(found: Found) -> Meaning | None:
    """So many units at the head of a sentence, which count from what was told last if that goes on."""
    before = found.before()
    return after_told(found) if before is None or has(before, "end", "newline") else None


def after_told(found: Found) -> Meaning | None:
    """ "год спустя", "двумя днями позже": so many units after what was told last."""
    unit, number = found.text("U") or "", found.value("N") if "N" in found.named else 1
    if unit not in ("day", "week", "month", "year") or not isinstance(number, int) or number > MOST_LATER:
        return None
    return Shift(unit, number, "told")


def recent(found: Found) -> Meaning | None:
    """The last weeks, the coming days: a reference; with a number a duration."""
    if found.value("N") is not None:
        return duration(found)
    if has(found.words[found.after - 1], "one_in_plural"):
        return Fixed(period(1, found.text("U") or ""))
    return Fixed("FUTURE_REF" if found.value("R") == "future" else "PAST_REF", relative=True)


def recent_one(found: Found) -> Meaning | None:
    """The last year, the coming month: as long as the unit."""
    unit = found.text("U") or ""
    return Fixed(period(1, unit)) if unit in ("week", "month", "year", "decade", "century") else None


def duration(found: Found) -> Meaning | None:
    """A number of units, X for "several", perhaps with an adjective between; an age is none."""
    unit = found.text("U") or ""
    if not fitting(found) or _number(found) >= MOST_UNITS or _is_title(found):
        return None
    if unit not in (*LETTER, "decade", "century", "quarter") or _is_age(found, unit):
        return None
    return Fixed(period(_amount(found, "N", "N2", "S3"), unit))


def of_parts(found: Found) -> Meaning | None:
    """Numbers of ever smaller units, which are one span: "три роки, чотири місяці й десять днів" is P3Y4M10D."""
    parts = [(found.value(f"N{mark}"), found.text(f"U{mark}")) for mark in ("1", "2", "") if f"U{mark}" in found.named]
    units = [unit or "" for _, unit in parts]
    known = all(unit in LETTER and isinstance(number, int | float) for number, unit in parts)
    falling = known and sorted(units, key=CALENDAR_DOWN.index) == units and len(set(units)) == len(units)
    if not falling or _is_age(found, units[0]):
        return None
    days, clock = "", ""
    for number, unit in parts:
        piece = period(number if isinstance(number, int | float) else None, unit or "").lstrip("P")
        days, clock = (days, clock + piece.lstrip("T")) if piece.startswith("T") else (days + piece, clock)
    return Fixed(f"P{days}{'T' if clock else ''}{clock}")


def _amount(found: Found, *names: str) -> float | None:
    numbers = [value for name in names if isinstance(value := found.value(name), int | float)]
    if found.value("S") is not None or found.value("S2") is not None:
        return None
    return sum(numbers) if numbers else 1


def _number(found: Found) -> float:
    value = found.value("N")
    return value if isinstance(value, int | float) else 0


def fitting(found: Found) -> bool:
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


def ordinal_day(found: Found) -> Meaning | None:
    """ "вторые сутки подряд": how long something has gone on, in days."""
    return Fixed(f"P{found.whole('O')}D")


def ordinal_unit(found: Found) -> Meaning | None:
    """ "уже вторую неделю", "шестой день продолжается": how long something has gone on."""
    unit = found.text("U") or ""
    return Fixed(period(found.whole("O"), unit)) if unit in ("day", "week", "month") else None


def fixed(found: Found) -> Meaning | None:
    """A duration written in one word."""
    return Fixed(found.text("V") or "")
