"""Keys by which a report finds the few others worth holding it against, kept in the store's index.

Two families over neutral keys, both made of three words, since two of a topic's words meet in every report on it:
``w`` the words of a window in any order, thinned by their hash, which a copied half of a sentence keeps; ``m`` a
min-hash of the whole sentence, which survives another order and a translation; ``x`` the same of the words that
meet across all three languages (names, numbers, notions), for English beside Ukrainian and Russian; ``s`` all words of
a short sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations

import numpy as np

from firsthand.stages.reuse.words import Line, Prepared, Word

WINDOW = 4  # content words out of which triples are made
KEEP = 4  # one triple in so many is kept
BANDS = {"m": 10, "x": 16}  # a sentence and its translation into English share fewer words
ROWS = 3
ABROAD = ("=", "@", "#", "country:", "city:", "org:", "place:", "outlet:")
LEAST = 3  # content words of a sentence that is worth finding
FEW = 6  # content words below which a sentence is found as a whole
REPEATS = 4  # of one key in a report: a sentence said over and over is found by the first ones
_HASHES = max(BANDS.values()) * ROWS
_PRIME = (1 << 61) - 1
_SEED = np.random.default_rng(20251123)
_A = _SEED.integers(1, 1 << 31, _HASHES, dtype=np.uint64)
_B = _SEED.integers(0, 1 << 31, _HASHES, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Printed:
    """A report's words with its fingerprints: key -> the sentences that have it."""

    words: Prepared
    prints: Mapping[str, tuple[int, ...]]


def printed(report: Prepared) -> Printed:
    """A report with its fingerprints."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in report.lines:
        for key in sorted(set(line_keys(line))):
            found[key].append(line.number)
    return Printed(report, {key: tuple(numbers[:REPEATS]) for key, numbers in found.items()})


def line_keys(line: Line) -> Iterator[str]:
    """The keys of one sentence."""
    words = [word for word in line.words if word.content]
    if len(words) < LEAST:
        return
    hashes = [hashed(word.keys[0]) for word in words]
    if len(words) < FEW:
        yield f"s{hashed(' '.join(map(str, sorted(hashes)))):x}"
    if len(words) < FEW - 1:
        return
    yield from windows(hashes)
    yield from bands("m", hashes)
    abroad = [hashed(key) for word in words for key in shared_abroad(word)]
    if len(set(abroad)) >= FEW - 2:
        yield from bands("x", abroad)


def shared_abroad(word: Word) -> Iterator[str]:
    """The keys of a word that are the same in all three languages; both notions of an ambiguous one."""
    if word.keys[0].startswith(ABROAD):
        yield from (key for key in word.keys[:2] if key.startswith(ABROAD))


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
    rows = BANDS[family] * ROWS
    some = np.fromiter(set(hashes), dtype=np.uint64)
    lowest = ((np.outer(some, _A[:rows]) + _B[:rows]) % np.uint64(_PRIME)).argmin(axis=0)
    for band in some[lowest].reshape(BANDS[family], ROWS).tolist():
        a, b, c = sorted(band)
        if a != b != c:
            yield f"{family}{a:x}.{b:x}.{c:x}"
