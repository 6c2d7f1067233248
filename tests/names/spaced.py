"""Words and names of a text whose tokens stand between spaces."""

from __future__ import annotations

from firsthand.names.tagger import Name
from firsthand.names.words import Word


def words(text: str) -> list[Word]:
    found, at = [], 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        found.append(Word(start, at, part, False))
    return found


def names(text: str, *typed: tuple[str, str]) -> list[Name]:
    """Names in their order, each sought behind the one before."""
    found, at = [], 0
    for part, type_ in typed:
        start = text.index(part, at)
        at = start + len(part)
        found.append(Name(start, at, type_, 0.9, "names.mixed"))
    return found
