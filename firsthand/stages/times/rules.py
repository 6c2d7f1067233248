"""Rules of expressions of time: small patterns over kinds of words, each with a function that says what is meant.

A pattern is a regular expression whose lower-case words are kinds (``day``, ``month``), and ``D=day`` a kind under a
name. Each token is one character, so a pattern is bounded by a handful of tokens. The first rule in the list that
matches and does not refuse (returns None) wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.stages.times.lexicon import Value
from firsthand.stages.times.meaning import Meaning, Moment
from firsthand.stages.times.words import Alphabet, Word

ATOM = re.compile(r"(?:([A-Z][A-Z0-9]*)=)?([a-z][a-z_]*)")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match: the words it covers, and the named ones with the kind they were found as."""

    words: Sequence[Word]
    first: int
    after: int
    named: Mapping[str, tuple[Word, str]]

    def value(self, name: str) -> Value | None:
        """The value of a named word, None if the pattern did without it."""
        if name not in self.named:
            return None
        word, kind = self.named[name]
        return word.entry.values[kind]

    def whole(self, name: str) -> int | None:
        """The value of a named word as a whole number."""
        value = self.value(name)
        return int(value) if value is not None else None

    def text(self, name: str) -> str | None:
        """The value of a named word as text."""
        value = self.value(name)
        return str(value) if value is not None else None

    def before(self, distance: int = 1) -> Word | None:
        """The word so far before the match."""
        return self.words[self.first - distance] if self.first >= distance else None

    def next(self, distance: int = 0) -> Word | None:
        """The word so far after the match."""
        return self.words[self.after + distance] if self.after + distance < len(self.words) else None


Build = Callable[[Found], Meaning | None]


class Rule(NamedTuple):
    """A named pattern and what its match means."""

    name: str
    pattern: str
    build: Build


class Compiled(NamedTuple):
    """A rule over the letters of one language."""

    name: str
    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    build: Build


def compiled(rule: Rule, letters: Alphabet) -> Compiled:
    """The rule's pattern over a language's letters."""
    kinds = {match[1]: match[2] for match in ATOM.finditer(rule.pattern) if match[1]}

    def atom(match: re.Match[str]) -> str:
        letter = letters.having(match[2])
        return f"(?P<{match[1]}>{letter})" if match[1] else letter

    return Compiled(rule.name, re.compile(ATOM.sub(atom, rule.pattern).replace(" ", "")), kinds, rule.build)


def has(word: Word | None, *kinds: str) -> bool:
    """Whether a word is of one of the kinds."""
    return word is not None and any(kind in word.entry.values for kind in kinds)


def moment(found: Found) -> Moment | None:
    """The date that the named words state: Y, M, D, W (weekday), P (part of day), T (clock), G (which year)."""
    day, month = found.whole("D"), found.whole("M")
    if day and month and day > days_in(month):
        return None
    return Moment(
        year=found.whole("Y"),
        month=month,
        day=day,
        weekday=found.whole("W"),
        part=found.text("P") or found.text("P2") or found.text("PW"),
        clock=clock(found.text("T")) if found.value("T") else None,
        year_shift=found.whole("G"),
    )


def days_in(month: int) -> int:
    """The most days that a month can have."""
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def clock(text: str | None) -> str | None:
    """``3:00`` as ``03:00``; None for what is no time of day."""
    hour, minute = (int(part) for part in (text or "99:99").split(":")[:2])
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def hour_clock(hour: int, part: str | None) -> str | None:
    """An hour with its part of day, as HH:00: seven in the evening is 19:00."""
    late = (part in ("EV", "AF", "PM") and hour < 12) or (part == "NI" and 6 <= hour < 12)
    return f"{hour + 12 if late else hour:02d}:00" if hour <= 24 else None
