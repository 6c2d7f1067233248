"""Keys by which a report finds the few others worth holding it against, kept in the store's index.

Two families over neutral keys, both made of three words, since two of a topic's words meet in every report on it:
``w`` the words of a window in any order, thinned by their hash, which a copied half of a sentence keeps; ``m`` a
min-hash of the whole sentence, which survives another order and a translation; ``x`` the same of the words that
meet across all three languages (names, numbers, notions), for English beside Ukrainian and Russian.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np

from firsthand.stages.reuse.words import NAME, Line, Prepared, Word

WINDOW = 4  # content words out of which triples are made
KEEP = 4  # one triple in so many is kept
BANDS = 10
ROWS = 3
LEAST = 5  # content words of a sentence that is worth finding
_PRIME = (1 << 61) - 1
_SEED = np.random.default_rng(20251123)
_A = _SEED.integers(1, 1 << 31, BANDS * ROWS, dtype=np.uint64)
_B = _SEED.integers(0, 1 << 31, BANDS * ROWS, dtype=np.uint64)


def fingerprints(report: Prepared) -> Iterator[tuple[str, int]]:
    """(key, number of the sentence), each pair once."""
    for line in report.lines:
        for key in sorted(set(line_keys(line))):
            yield key, line.number


def line_keys(line: Line) -> Iterator[str]:
    """The keys of one sentence."""
    words = [word for word in line.words if word.content]
    if len(words) < LEAST:
        return
    hashes = [hashed(canonical(word)) for word in words]
    yield from windows(hashes)
    yield from bands("m", hashes)
    abroad = [hashed(canonical(word)) for word in words if is_shared_abroad(word)]
    if len(set(abroad)) >= LEAST - 1:
        yield from bands("x", abroad)


def canonical(word: Word) -> str:
    """The one key that stands for a word: a name's sound rather than what only a tagger knows."""
    if word.kind == NAME:
        return next((key for key in word.keys if key.startswith("@")), word.keys[0])
    return word.keys[0]


def is_shared_abroad(word: Word) -> bool:
    """Whether a word's key is the same in all three languages."""
    return canonical(word).startswith(("=", "@", "#", "country:"))


@lru_cache(maxsize=300_000)
def hashed(key: str) -> int:
    """31 bits of a key."""
    return int.from_bytes(blake2b(key.encode(), digest_size=4).digest(), "big") >> 1


def windows(hashes: Sequence[int]) -> Iterator[str]:
    """Every fourth triple, by its own hash, of the words of each window."""
    for at in range(len(hashes) - 2):
        first = hashes[at]
        for second, third in combinations(hashes[at + 1 : at + WINDOW], 2):
            a, b, c = sorted((first, second, third))
            if a != b != c:
                mixed = (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) & 0xFFFFFFFFFF
                if (mixed * 0x2545F491 >> 20) % KEEP == 0:
                    yield f"w{mixed:x}"


def bands(family: str, hashes: Sequence[int]) -> Iterator[str]:
    """The bands of a min-hash over a sentence's words."""
    some = np.fromiter(set(hashes), dtype=np.uint64)
    lowest = ((np.outer(some, _A) + _B) % np.uint64(_PRIME)).argmin(axis=0)
    found = some[lowest].reshape(BANDS, ROWS)
    for band in found:
        a, b, c = sorted(int(h) for h in band)
        if a != b != c:
            yield f"{family}{a:x}.{b:x}.{c:x}"


def worth_comparing(hits: Iterable[tuple[str, int, str, int]]) -> set[str]:
    """Reports to hold against this one. ``hits``: (key, own sentence, other report, its sentence)."""
    return {report for _, _, report, _ in hits}
