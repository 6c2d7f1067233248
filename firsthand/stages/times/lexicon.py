"""Words of time by what they mean: a language's table as one dictionary from a word's form to its kinds.

Sections of ``lang/data/<code>/times.toml`` are kinds and their keys are values: ``[month] 1 = ["січень", ...]`` gives
``січень`` the kind ``month`` with the value 1. A form may be of several kinds and may be a phrase. ``[numeral]`` and
``[some]`` are shared with ``quantities.toml``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from firsthand.lang import load

Value = int | float | str
SHARED = ("numeral", "some")
WORD = re.compile(r"\w+(?:['’ʼ`]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form can mean: its kinds, each with a value; tokens of equal ``kinds`` are alike to the grammar."""

    values: Mapping[str, Value]
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kinds", frozenset(self.values))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All forms of a language: single words, and phrases by their first word (longest first); made once."""

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    stems: tuple[tuple[str, str], ...]
    capital: frozenset[str]
    prefixes: Mapping[str, int | None]
    compound: re.Pattern[str] | None
    names: frozenset[str]
    month_adjectives: frozenset[str]


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The form under which a word is looked up: lower case, one apostrophe, е for the Russian ё."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("ё", "е")


@cache
def lexicon(language: str) -> Lexicon:
    """The words of time of a language; raises FileNotFoundError if it has none."""
    times, numbers = load(language).table("times"), load(language).table("quantities")
    values: dict[tuple[str, ...], dict[str, Value]] = defaultdict(dict)
    for section in times:
        if section not in (
            "capital",
            "weak",
            "name",
            "adverb",
            "unit_adjective",
            "number_prefix",
            "tense",
            "month_adjective",
        ):
            _gather(values, section, times[section])
    for section in SHARED:
        _gather(values, section, numbers[section])
    _derive(values, times)
    words = {key[0]: Entry(kinds) for key, kinds in values.items() if len(key) == 1}
    stems = tuple((stem, unit) for unit, forms in times["unit_adjective"].items() for stem in forms)
    prefixes = {
        form: None if key == "X" else int(key) for key, forms in times["number_prefix"].items() for form in forms
    }
    capital = frozenset(times.get("capital", {}).get("sections", ()))
    compound = _compound(prefixes, stems)
    adjectives = _month_adjectives(times)
    return Lexicon(words, _by_first_word(values), stems, capital, prefixes, compound, _names(times), adjectives)


def _month_adjectives(times: Mapping[str, Mapping[str, list[str]]]) -> frozenset[str]:
    stems = tuple(times.get("month_adjective", {}).get("stems", ()))
    forms = (fold(form) for forms in times["month"].values() for form in forms)
    return frozenset(form for form in forms if stems and re.search(rf"(?:{'|'.join(stems)})\w{{1,4}}\Z", form))


def _names(times: Mapping[str, Mapping[str, list[str]]]) -> frozenset[str]:
    return frozenset(fold(form) for forms in times.get("name", {}).values() for form in forms)


def _compound(prefixes: Mapping[str, int | None], stems: tuple[tuple[str, str], ...]) -> re.Pattern[str] | None:
    if not prefixes:
        return None
    longest = sorted(prefixes, key=len, reverse=True)
    return re.compile(f"({'|'.join(longest)})({'|'.join(stem for stem, _ in stems)})")


def _gather(values: dict[tuple[str, ...], dict[str, Value]], section: str, table: Mapping[str, list[str]]) -> None:
    for key, forms in table.items():
        for form in forms:
            values[tuple(WORD.findall(fold(form)))][section] = _value(key)


def _value(key: str) -> Value:
    if re.fullmatch(r"-?\d+", key):
        return int(key)
    return float(key) if re.fullmatch(r"\d+\.\d+", key) else key


def _derive(values: dict[tuple[str, ...], dict[str, Value]], times: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Add the kinds that follow from others: an ordinal may be a day, a numeral an hour, a month word may be weak."""
    weak = {kind: {fold(form) for form in forms} for kind, forms in times.get("weak", {}).items()}
    adverbs = {fold(form) for forms in times.get("adverb", {}).values() for form in forms}
    for key, kinds in values.items():
        for kind, value in list(kinds.items()):
            kinds.update(_derived(kind, value))
            if kind in ("month", "weekday") and " ".join(key) not in weak.get(kind, ()):
                kinds[f"strong_{kind}"] = value
        if " ".join(key) in adverbs:
            kinds["adverb"] = ""


def _derived(kind: str, value: Value) -> Iterator[tuple[str, Value]]:
    if kind == "unit":
        yield f"unit_{value}", value
    if kind == "numeral":
        yield "number", value
    if kind == "ordinal" and isinstance(value, int) and value <= 31:
        yield "day", value
    if kind in ("numeral", "ordinal") and isinstance(value, int) and 0 < value <= 24:
        yield "hour", value


def _by_first_word(
    values: Mapping[tuple[str, ...], dict[str, Value]],
) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    for key, kinds in values.items():
        if len(key) > 1:
            phrases[key[0]].append((key, Entry(kinds)))
    return {word: tuple(sorted(found, key=lambda item: -len(item[0]))) for word, found in phrases.items()}
