"""Words and names of a text whose tokens stand between spaces."""

from __future__ import annotations

from firsthand.names.words import Name, Word


def words(text: str) -> list[Word]:
    found, at = [], 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        found.append(Word(start, at, part, False))
    return found


def name(text: str, part: str, type_: str, score: float = 0.9) -> Name:
    """The first such part of the text as a name."""
    start = text.index(part)
    return Name(start, start + len(part), type_, score, "names.mixed")


def names(text: str, *typed: tuple[str, str]) -> list[Name]:
    """Names in their order, each sought behind the one before."""
    found, at = [], 0
    for part, type_ in typed:
        start = text.index(part, at)
        at = start + len(part)
        found.append(Name(start, at, type_, 0.9, "names.mixed"))
    return found
