"""Morphology of Ukrainian and Russian words by pymorphy3's dictionaries (offline, in the packages)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from firsthand.lang import table

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
# What the dictionaries mark the names of people with.
PERSONAL = frozenset({"Name", "Surn", "Patr"})
DECLINED = ("NOUN", "ADJF")
APOSTROPHES = str.maketrans("’ʼ′", "'''")


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading of a word: ``lemma`` in lower case, ``pos`` and ``grammemes`` of OpenCorpora, ``score`` 0 to 1."""

    lemma: str
    pos: str
    grammemes: frozenset[str]
    score: float

    def has(self, *grammemes: str) -> bool:
        """Whether the reading carries all of the grammemes."""
        return self.grammemes.issuperset(grammemes)


@cache
def analyzer(language: str) -> Any:
    """The pymorphy3 analyzer of ``uk`` or ``ru``; made once, about 0.3 s."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


def look_up(word: str, language: str) -> list[Any]:
    """What pymorphy3 says of a word of ``uk`` or ``ru``, likeliest first, seldom words last; any apostrophe."""
    try:
        found: list[Any] = analyzer(language).parse(with_plain_apostrophe(word))
    except ValueError:  # A letter that has no name yet (𗧒) stops pymorphy3 when it looks for the script.
        return []
    return sorted(found, key=lambda parse: parse.tag.POS in DECLINED and parse.normal_form in seldom(language))


def with_plain_apostrophe(word: str) -> str:
    """A word with the apostrophe of the dictionaries, whichever mark stands for it."""
    return word.translate(APOSTROPHES)


@cache
def seldom(language: str) -> frozenset[str]:
    """Words that the press hardly uses, whose forms are those of one that it does: ``листі`` is no foliage."""
    return frozenset(table(f"{language}/names")["seldom"])


@lru_cache(maxsize=100_000)
def is_known(word: str, language: str) -> bool:
    """Whether the dictionary of a language holds a word; where it has none (English), every word passes for known."""
    if language not in ("uk", "ru"):
        return True
    return bool(analyzer(language).word_is_known(with_plain_apostrophe(word.lower())))


@lru_cache(maxsize=200_000)
def parses(word: str, language: str) -> tuple[Parse, ...]:
    """All readings of a word, likeliest first; empty for a language without a dictionary (English)."""
    if language not in ("uk", "ru"):
        return ()
    return tuple(Parse(p.normal_form, str(p.tag.POS or ""), p.tag.grammemes, p.score) for p in look_up(word, language))
