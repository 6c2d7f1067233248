"""Counted and measured amounts of the news text: bounds, unit in the nominative singular, modifier in English words.

``modifier`` is one of the keys of ``[modifier]`` in ``quantities.toml`` ("more than", "about", "up to", ...), "several"
for a blurred number ("кілька сотень" is 200 to 900), "between" for a range, or None. The unit is in the report's
language, except signs that all share: "%", "км²" and the like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from firsthand.records import Quantity, Report, Sentence, Span, TimeExpression, Token
from firsthand.stages.quantities.amounts import Amount, read_amount
from firsthand.stages.quantities.units import read_unit
from firsthand.stages.quantities.words import Line, fold, vocabulary

__all__ = ["find_quantities"]

OPEN_ABOVE = frozenset({"more than", "at least"})
# What may be below zero, and what says so.
DEGREES = frozenset({"градус", "degree"})
MINUS = frozenset("-\u2013\u2212")
OPEN_BELOW = frozenset({"less than", "at most", "up to"})


def find_quantities(
    report: Report, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]
) -> tuple[Quantity, ...]:
    """The amounts of all sentences, in order; none overlaps a time or another amount."""
    words, taken = vocabulary(report.language), sorted(time.span for time in times)
    found: list[Quantity] = []
    for sentence in sentences:
        line = Line(sentence.tokens, [fold(token.text) for token in sentence.tokens], words, report.language)
        found.extend(quantity for quantity in _of_line(line) if not _overlaps(quantity.span, taken))
    return tuple(found)


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _of_line(line: Line) -> list[Quantity]:
    out, after = [], 0
    for at in _beginnings(line):
        found = _quantity(line, at) if at >= after else None
        if found is not None:
            quantity, after = found
            out.append(quantity)
    return out


def _quantity(line: Line, at: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at a token: modifier, amount, unit; the unit may stand before ("$5 млн")."""
    modifier, here = _modifier(line, at)
    sign = line.words.unit.get(line.forms[here]) if here < len(line.forms) and _is_sign(line.tokens[here]) else None
    amount = read_amount(line, here + 1 if sign else here, exact=modifier is not None)
    if amount is None or _is_label(line, here):
        return None
    unit, after = (sign, amount.after) if sign else read_unit(line, amount)
    if unit is None and modifier is None and not _is_large(line, amount):
        return None
    if modifier == "up to" and (at == 0 or _reaches(line, at) or unit is None):
        modifier, at = None, here
    if unit is None and modifier in ("up to", None):
        return None
    low, high = _bounds(amount, modifier)
    if unit in DEGREES and low == high and low is not None and _is_minus(line, here):
        low = high = -low
        at = min(at, here - 1)
    span = Span(line.tokens[at].start, line.tokens[after - 1].stop)
    return Quantity(span, low, high, unit, modifier or amount.modifier), after


def _is_minus(line: Line, number: int) -> bool:
    """``до −5 градусів``: a dash that touches the number behind it and no word before it."""
    if number < 1 or line.tokens[number - 1].text not in MINUS:
        return False
    mark, before = line.tokens[number - 1], line.tokens[number - 2] if number > 1 else None
    return mark.stop == line.tokens[number].start and (before is None or before.stop < mark.start)


def _beginnings(line: Line) -> list[int]:
    """Where a quantity may begin: at few tokens of a sentence."""
    known = _first_words(line.language)
    return [
        at
        for at, form in enumerate(line.forms)
        if form.partition("-")[0] in known or form[:1].isdigit() or line.tokens[at].kind == "number"
    ]


@cache
def _first_words(language: str) -> frozenset[str]:
    words = vocabulary(language)
    tables: tuple[Mapping[str, Any], ...] = (
        words.numeral, words.some, words.multiplier, words.many, words.amount, words.modifier,
    )  # fmt: skip
    first = {phrase.split(" ")[0] for table in tables for phrase in table}
    signs = {unit for unit in words.unit if len(unit) == 1 and not unit.isalpha()}
    return frozenset(first | signs | words.range["from"])


def _is_sign(token: Token) -> bool:
    return token.kind == "mark" and token.text not in ("%", "°")


def _modifier(line: Line, at: int) -> tuple[str | None, int]:
    found = line.phrase(at, line.words.modifier)
    if found is None or (found[0] in line.words.some and line.phrase(found[1], line.words.many)):
        return None, at
    return line.words.modifier[found[0]], found[1]


def _is_label(line: Line, at: int) -> bool:
    """Whether the number is a name's or a list's: "стаття 5", "№ 7", "Stream 2"."""
    if at == 0:
        return False
    before = line.tokens[at - 1]
    if line.forms[at - 1] == "." and at > 1:
        return line.forms[at - 2] in line.words.label
    latin = before.text[:1].isupper() and before.text.isascii() and line.language != "en"
    return line.forms[at - 1] in line.words.label or latin


def _reaches(line: Line, at: int) -> bool:
    """Whether "до" follows a verb of change, so that it names the value reached."""
    return any(form.startswith(line.words.change) for form in line.forms[max(0, at - 2) : at])


def _is_large(line: Line, amount: Amount) -> bool:
    return amount.modifier == "several" and amount.low >= 200


def _bounds(amount: Amount, modifier: str | None) -> tuple[float | None, float | None]:
    if modifier in OPEN_ABOVE:
        return amount.low, None
    return (None, amount.high) if modifier in OPEN_BELOW else (amount.low, amount.high)
