"""Numbers in digits and words, ranges of them, and numbers that are blurred."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.stages.quantities.words import Line

NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,6})?")
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,4}")
SUFFIXED = re.compile(r"(\d{1,9})[-‑](\w{1,4})")
DASHES = frozenset("-–—−")
SEVERAL = (2.0, 9.0)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, ending before token ``after``."""

    low: float
    high: float
    after: int
    modifier: str | None = None


def read_amount(line: Line, at: int, exact: bool = False) -> Amount | None:
    """A number, a range, or a blurred number at a token; ``exact`` takes "тисячі" for one thousand."""
    if at >= len(line.tokens):
        return None
    bounded = line.forms[at] in line.words.range["from"]
    first = _single(line, at + 1 if bounded else at, exact)
    if first is None:
        return None
    last = _second(line, first, bounded)
    if last is None:
        return None if bounded else first
    scale = last.high / (_bare(line, last) or last.high) if last.high else 1
    low = first.low * scale if first.low < last.high / max(scale, 1) * 1.0001 and scale > 1 else first.low
    return Amount(low, last.high, last.after, "between") if low < last.high else (None if bounded else first)


def _second(line: Line, first: Amount, bounded: bool) -> Amount | None:
    at = first.after
    if at >= len(line.tokens) - 1:
        return None
    form = line.forms[at]
    joins = form in DASHES or form in line.words.range["or"] or (bounded and form in line.words.range["to"])
    return _single(line, at + 1) if joins else None


def _bare(line: Line, amount: Amount) -> float | None:
    """The number before its multiplier: in "від 20 до 50 млн" both ends are millions."""
    for at in range(amount.after - 1, -1, -1):
        value = _digits(line, at)
        if value is not None:
            return value[0]
        if line.forms[at] not in line.words.multiplier and line.forms[at] != ".":
            return None
    return None


def _single(line: Line, at: int, exact: bool = False) -> Amount | None:
    if at >= len(line.tokens):
        return None
    blurred = None if exact and line.forms[at] in line.words.multiplier else _blurred(line, at)
    if blurred is not None:
        return blurred
    found = _digits(line, at) or _in_words(line, at)
    if found is None:
        return None
    value, after = found
    value, after = _multiplied(line, value, after)
    more, after = _rest(line, value, after)
    return Amount(value + more, value + more, after)


def _rest(line: Line, value: float, at: int) -> tuple[float, int]:
    """What goes on after hundreds or thousands: "дві тисячі п'ятсот", "two hundred and forty"."""
    here = at + 1 if at < len(line.forms) and line.forms[at] in line.words.joint else at
    found = _in_words(line, here) if value >= 100 and here < len(line.forms) and not value % 100 else None
    if found is None or found[1] == here:
        return 0.0, at
    more, after = _multiplied(line, *found)
    return (more, after) if more < value else (0.0, at)


def _blurred(line: Line, at: int) -> Amount | None:
    """ "сотні", "кілька сотень", "кілька": a power of ten, or units, several times."""
    some = line.phrase(at, line.words.some)
    here = some[1] if some else at
    many = line.phrase(here, line.words.many) or (some and line.phrase(here, line.words.multiplier))
    if many:
        power = line.words.many.get(many[0]) or line.words.multiplier[many[0]]
        power, after = _multiplied(line, power, line.past_stop(many[1], many[0]))
        return Amount(SEVERAL[0] * power, SEVERAL[1] * power, after, "several")
    if some is None or some[0] in line.words.not_amount:
        return None
    return Amount(*SEVERAL, some[1], "several")


def _digits(line: Line, at: int) -> tuple[float, int] | None:
    """Digits, with their groups of three: 50 000, 2,4, 70,000 (English), 5-ти."""
    text = line.tokens[at].text
    suffixed = SUFFIXED.fullmatch(text)
    if suffixed and suffixed[2] in line.words.suffix:
        return float(suffixed[1]), at + 1
    if line.language == "en" and GROUPED.fullmatch(text) and "," in text:
        return float(text.replace(",", "")), at + 1
    if not NUMBER.fullmatch(text):
        return None
    after, digits = at + 1, text
    while len(digits) <= 12 and text.isdigit() and len(text) <= 3 and _is_group(line, after):
        digits, after = digits + line.tokens[after].text, after + 1
    return float(digits.replace(",", ".")), after


def _is_group(line: Line, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    token, before = line.tokens[at], line.tokens[at - 1]
    return len(token.text) == 3 and token.text.isdigit() and token.start - before.stop == 1


def _in_words(line: Line, at: int) -> tuple[float, int] | None:
    """ "двадцять п'ять", "двісті сорок", "тисяча", "півмільйона": falling parts are added."""
    whole = line.phrase(at, line.words.amount)
    if whole:
        return line.words.amount[whole[0]], whole[1]
    total, after, last = 0.0, at, float("inf")
    while after < len(line.forms) and (value := numeral(line, after)) is not None and _adds(value, last):
        total, last, after = total + value, value, after + 1
    if after == at:
        return (1.0, at) if line.forms[at] in line.words.multiplier else None
    mere = after == at + 1 and line.forms[at] in line.words.not_amount and not _times(line, after)
    return None if mere else (total, after)


def numeral(line: Line, at: int) -> float | None:
    """The value of a number word: "двадцять", and in one word "twenty-five"."""
    parts = [line.words.numeral.get(part) for part in line.forms[at].split("-", 2)]
    values = [part for part in parts if part is not None]
    return sum(values) if len(values) == len(parts) else None


def _adds(value: float, last: float) -> bool:
    """Whether a number word goes on the one before it: hundreds, tens, ones."""
    return value < last and last >= 20 and not (last < 100 and value >= 10)


def _times(line: Line, at: int) -> bool:
    return at < len(line.forms) and line.forms[at] in line.words.multiplier


def _multiplied(line: Line, value: float, at: int) -> tuple[float, int]:
    for _ in range(2):
        if not _times(line, at):
            break
        value = round(value * line.words.multiplier[line.forms[at]], 6)
        at = line.past_stop(at + 1, line.forms[at]) if line.forms[at] in line.words.short else at + 1
    return value, at
