"""Counted and measured amounts of the news text: bounds, unit in the nominative singular, modifier in English words.

``modifier`` is one of the keys of ``[modifier]`` in ``quantities.toml`` ("more than", "about", "up to", ...), "several"
for a blurred number ("кілька сотень" is 200 to 900), "between" for a range, or None. The unit is in the report's
language, except signs that all share: "%", "км²" and the like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.lang import load
from firsthand.lang.morphology import Parse, parses
from firsthand.records import Quantity, Report, Sentence, Span, TimeExpression, Token

NUMBER = re.compile(r"\d{1,15}(?:[.,]\d{1,6})?")
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,4}")
SUFFIXED = re.compile(r"(\d{1,9})[-‑](?:х|ти|ох|ма|м|ми|ьох|рьох|и|ть)")
PIECE = re.compile(r"\w+(?:['’ʼ-]\w+)*|[^\w\s]")
DASHES = frozenset("-–—−")
OPEN_ABOVE = frozenset({"more than", "at least"})
OPEN_BELOW = frozenset({"less than", "at most", "up to"})
SEVERAL = (2.0, 9.0)
MAX_ADJECTIVES = 3
LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words of amount: phrases (folded, split) to what they mean."""

    numeral: Mapping[str, float]
    some: Mapping[str, str]
    multiplier: Mapping[str, float]
    many: Mapping[str, float]
    amount: Mapping[str, float]
    modifier: Mapping[str, str]
    unit: Mapping[str, str]
    range: Mapping[str, frozenset[str]]
    not_amount: frozenset[str]
    label: frozenset[str]
    stop: frozenset[str]
    substantive: frozenset[str]
    fraction: frozenset[str]
    change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, ending before token ``after``."""

    low: float
    high: float
    after: int
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as tokens with their folded forms."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    words: Words
    language: str

    def phrase(self, at: int, table: Mapping[str, Any]) -> tuple[str, int] | None:
        """The longest phrase of a table that begins at a token, and the token after it (past an abbreviation's stop)."""
        for length in range(min(LONGEST_PHRASE, len(self.forms) - at), 0, -1):
            phrase = " ".join(self.forms[at : at + length])
            if phrase in table:
                return phrase, at + length
        return None

    def past_stop(self, at: int, word: str) -> int:
        """The token after an abbreviation's full stop: "тис." and "млн." are words with it."""
        short = at < len(self.forms) and self.forms[at] == "." and len(word) <= 5
        return at + 1 if short and at + 1 < len(self.forms) else at


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


def fold(word: str) -> str:
    """Lower case with one apostrophe and without ё."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


@cache
def vocabulary(language: str) -> Words:
    """The words of amount of a language."""
    table = load(language).table("quantities")

    def numbers(name: str) -> dict[str, float]:
        return {form: float(key) for key, forms in table[name].items() for form in map(_phrase, forms)}

    def names(name: str) -> dict[str, str]:
        return {form: key for key, forms in table[name].items() for form in map(_phrase, forms)}

    return Words(
        numeral=numbers("numeral"),
        some=names("some"),
        multiplier=numbers("multiplier"),
        many=numbers("many"),
        amount=numbers("amount"),
        modifier=names("modifier"),
        unit=names("unit"),
        range={name: frozenset(forms) for name, forms in table["range"].items()},
        not_amount=frozenset(names("not_amount")),
        label=frozenset(names("label")),
        stop=frozenset(names("stop")),
        substantive=frozenset(names("substantive")),
        fraction=frozenset(names("fraction")),
        change=tuple(table["change"]["stems"]),
    )


def _phrase(form: str) -> str:
    return " ".join(PIECE.findall(fold(form)))


def _of_line(line: Line) -> list[Quantity]:
    out, at = [], 0
    while at < len(line.tokens):
        found = _quantity(line, at)
        if found is None:
            at += 1
            continue
        quantity, at = found
        out.append(quantity)
    return out


def _quantity(line: Line, at: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at a token: modifier, amount, unit; the unit may stand before ("$5 млн")."""
    if not _may_begin(line, at):
        return None
    modifier, here = _modifier(line, at)
    sign = line.words.unit.get(line.forms[here]) if here < len(line.forms) and _is_sign(line.tokens[here]) else None
    amount = _amount(line, here + 1 if sign else here, exact=modifier is not None)
    if amount is None or _is_label(line, here):
        return None
    unit, after = (sign, amount.after) if sign else _unit(line, amount)
    if unit is None and modifier is None and not _is_large(line, amount):
        return None
    if modifier == "up to" and (at == 0 or _reaches(line, at) or unit is None):
        modifier, at = None, here
    if unit is None and modifier in ("up to", None):
        return None
    low, high = _bounds(amount, modifier)
    span = Span(line.tokens[at].start, line.tokens[after - 1].stop)
    return Quantity(span, low, high, unit, modifier or amount.modifier), after


def _may_begin(line: Line, at: int) -> bool:
    token, form = line.tokens[at], line.forms[at]
    return token.kind == "number" or form[:1].isdigit() or form in _beginnings(line.language)


@cache
def _beginnings(language: str) -> frozenset[str]:
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
    if found is None or found[0] in line.words.some and line.phrase(found[1], line.words.many):
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


def _amount(line: Line, at: int, exact: bool = False) -> Amount | None:
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
    return Amount(value, value, after)


def _blurred(line: Line, at: int) -> Amount | None:
    """"сотні", "кілька сотень", "кілька": a power of ten, or units, several times."""
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
    if suffixed:
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
    """"двадцять п'ять", "двісті сорок", "тисяча", "півмільйона": falling parts are added."""
    whole = line.phrase(at, line.words.amount)
    if whole:
        return line.words.amount[whole[0]], whole[1]
    total, after, last = 0.0, at, float("inf")
    while after < len(line.forms) and (value := line.words.numeral.get(line.forms[after])) is not None and value < last:
        if last < 20 or (last < 100 and value >= 10):
            break
        total, last, after = total + value, value, after + 1
        if line.language == "en" and after < len(line.forms) - 1 and line.forms[after] == "-":
            after += line.forms[after + 1] in line.words.numeral
    if after == at:
        return (1.0, at) if line.forms[at] in line.words.multiplier else None
    return None if after == at + 1 and line.forms[at] in line.words.not_amount and not _times(line, after) else (total, after)


def _times(line: Line, at: int) -> bool:
    return at < len(line.forms) and line.forms[at] in line.words.multiplier


def _multiplied(line: Line, value: float, at: int) -> tuple[float, int]:
    for _ in range(2):
        if not _times(line, at):
            break
        value = round(value * line.words.multiplier[line.forms[at]], 6)
        at = line.past_stop(at + 1, line.forms[at]) if line.forms[at] in SHORT else at + 1
    return value, at


SHORT = frozenset({"тис", "млн", "млрд", "трлн", "тыс", "mln", "bn"})


def _unit(line: Line, amount: Amount) -> tuple[str | None, int]:
    """The unit after an amount and the token after it; (None, the amount's end) if there is none."""
    at = amount.after
    named = line.phrase(at, line.words.unit) if at < len(line.tokens) else None
    if named:
        return line.words.unit[named[0]], named[1]
    found = _english_noun(line, at) if line.language == "en" else _noun(line, at, amount)
    return found or (None, amount.after)


def _noun(line: Line, at: int, amount: Amount) -> tuple[str, int] | None:
    """The counted noun after up to three adjectives; an adjective alone may stand for a noun ("поранених")."""
    adjective = None
    for here in range(at, min(at + MAX_ADJECTIVES + 1, len(line.tokens))):
        token = line.tokens[here]
        if token.kind != "word":
            break
        named = line.phrase(here, line.words.unit)
        if named and here > at:
            return line.words.unit[named[0]], named[1]
        readings = parses(line.forms[here], line.language)
        noun = next((reading for reading in readings[:4] if _is_counted(reading, amount)), None)
        adjectival = next((r for r in readings[:3] if r.pos in ("ADJF", "PRTF") and r.has("plur")), None)
        if noun and noun.lemma in line.words.fraction:
            return None
        if noun and not token.text[:1].isupper() and not (adjectival and _noun_follows(line, here + 1, amount)):
            return noun.lemma, here + 1
        if adjectival is None:
            break
        if adjective is None and adjectival.lemma in line.words.substantive:
            adjective = adjectival.lemma, here + 1
    return adjective


def _noun_follows(line: Line, at: int, amount: Amount) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind != "word" or line.tokens[at].text[:1].isupper():
        return False
    return any(_is_counted(reading, amount) for reading in parses(line.forms[at], line.language)[:2])


def _is_counted(reading: Parse, amount: Amount) -> bool:
    """Whether a noun can stand after the number: plural, or the genitive singular of two to four and of parts."""
    if reading.pos != "NOUN" or reading.has("Abbr") or reading.has("Name") or reading.has("Surn"):
        return False
    return reading.has("plur") or reading.has("gent") or amount.high % 10 == 1


def _english_noun(line: Line, at: int) -> tuple[str, int] | None:
    """The first plural among the next words of the phrase."""
    for here in range(at, min(at + MAX_ADJECTIVES + 1, len(line.tokens))):
        form = line.forms[here]
        named = line.phrase(here, line.words.unit)
        if named:
            return line.words.unit[named[0]], named[1]
        if line.tokens[here].kind != "word" or form in line.words.stop:
            return None
        if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is", "'s")):
            return singular(form), here + 1
    return None


def singular(noun: str) -> str:
    """The singular of an English plural in -s."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zes")) else noun[:-1]
