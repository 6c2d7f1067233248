"""One name, one type in a report: each capitalised word leans towards what it is in the rest of the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from firsthand.lang.morphology import parses
from firsthand.names.labels import TYPES, Floats
from firsthand.names.words import Word

# Measured on topics kept out: +0.3 F1 in Russian, nothing lost in Ukrainian; from 0.8 on it does harm.
PULL = np.float32(0.4)
# Of a name's type, half is said by the other places of the same name; measured: +0.1 in Russian, -0.1 in Ukrainian, and
# no city is a person in the next sentence.
VOTE = np.float32(0.5)
FAINT = np.float32(1e-3)
SHORTEST, LONGEST_ABBREVIATION = 3, 6
Place = tuple[int, int]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """What the cases of a word share, or nothing for one that is no candidate: the lemma less its last letter."""
    if len(word) < SHORTEST or not word[0].isupper():
        return ""
    if word.isupper() and len(word) <= LONGEST_ABBREVIATION:
        return word
    readings = parses(word.lower(), language)
    lemma = readings[0].lemma if readings else word.lower()
    return lemma[: max(SHORTEST + 1, len(lemma) - 1)]


def same_words(sentences: Sequence[Sequence[Word]], language: str) -> list[list[Place]]:
    """Places (sentence, word) of the capitalised words that come more than once, word by word."""
    found: dict[str, list[Place]] = defaultdict(list)
    for number, words in enumerate(sentences):
        for at, word in enumerate(words):
            found[stem(word.text, language)].append((number, at))
    return [places for word, places in found.items() if word and len(places) > 1]


def pulled(row: Floats, mean: Floats) -> Floats:
    """Probabilities leaning to the mean in type; where in a name the word stands (B or I) it alone tells."""
    begin, inside = row[1::2] + FAINT * mean[1::2], row[2::2] + FAINT * mean[2::2]
    share = begin / (begin + inside + np.float32(1e-9))
    types = (1 - PULL) * (row[1::2] + row[2::2]) + PULL * (mean[1::2] + mean[2::2])
    found = np.empty_like(row)
    found[0] = (1 - PULL) * row[0] + PULL * mean[0]
    found[1::2], found[2::2] = types * share, types * (1 - share)
    return found


def agreed(tables: list[Floats], sentences: Sequence[Sequence[Word]], language: str) -> list[Floats]:
    """The probabilities of shape (words, labels) for each sentence, with the same words pulled together."""
    found = [table.copy() for table in tables]
    for places in same_words(sentences, language):
        mean = np.mean([tables[number][at] for number, at in places], axis=0)
        for number, at in places:
            found[number][at] = pulled(tables[number][at], mean)
    return found


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name found: its words, type, the probability of each type, and the least probability of its labels."""

    words: tuple[Word, ...]
    type: str
    types: Floats
    score: float


def voted(found: list[Candidate], language: str) -> list[Candidate]:
    """The names, of one type where the report has the same name as several; the order stays."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, candidate in enumerate(found):
        places[tuple(stem(w.text, language) or w.text.lower() for w in candidate.words)].append(number)
    settled = list(found)
    for numbers in places.values():
        same = [found[number] for number in numbers]
        if len({candidate.type for candidate in same}) > 1:
            mean = np.mean([candidate.types for candidate in same], axis=0)
            for number in numbers:
                settled[number] = retyped(found[number], mean)
    return settled


def retyped(candidate: Candidate, mean: Floats) -> Candidate:
    """The name with the type that it and its like speak for together."""
    types = (1 - VOTE) * candidate.types + VOTE * mean
    best = int(types.argmax())
    if TYPES[best] == candidate.type:
        return candidate
    return replace(candidate, type=TYPES[best], score=float(types[best]))
