"""A language's words of amount, and a sentence read with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from firsthand.lang import load
from firsthand.records import Token

PIECE = re.compile(r"\w+(?:['’ʼ-]\w+)*|[^\w\s]")
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
    short: frozenset[str]
    suffix: frozenset[str]
    joint: frozenset[str]
    change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as tokens with their folded forms."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    words: Words
    language: str

    def phrase(self, at: int, table: Mapping[str, Any]) -> tuple[str, int] | None:
        """The longest phrase of a table that begins at a token, and the token after it."""
        for length in range(min(LONGEST_PHRASE, len(self.forms) - at), 0, -1):
            phrase = " ".join(self.forms[at : at + length])
            if phrase in table:
                return phrase, at + length
        return None

    def past_stop(self, at: int, word: str) -> int:
        """The token after an abbreviation's full stop: "тис." and "млн." are words with it."""
        short = at < len(self.forms) and self.forms[at] == "." and len(word) <= 5
        return at + 1 if short and at + 1 < len(self.forms) else at


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case with one apostrophe and without ё."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


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
        short=frozenset(names("short")),
        suffix=frozenset(names("suffix")),
        joint=frozenset(names("joint")),
        change=tuple(table["change"]["stems"]),
    )


def _phrase(form: str) -> str:
    return " ".join(PIECE.findall(fold(form)))
