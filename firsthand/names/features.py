"""What the CRF sees of a word and its neighbours: form, affixes, shape, morphology, and the word elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from firsthand.lang.morphology import parses

OPENING, CLOSING = frozenset("«“„"), frozenset("»”")
REPEATED = re.compile(r"(.)\1+")
CYRILLIC = re.compile("[\u0400-\u052f]")
TELLING = ("Surn", "Name", "Patr", "Geox", "Orgn", "Abbr", "Fixd", "anim")
FAR = ("w=", "s=", "l=", "m=", "x3")
NEAR_NOT = ("p3", "p4", "p5")


@lru_cache(maxsize=100_000)
def shape(word: str) -> str:
    """``Лавров`` is ``Xx+``, ``КНДР`` is ``X+``, ``COVID-19`` is ``X+-d+``."""
    letters = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return REPEATED.sub(r"\1+", "".join(letters))


def morphology(word: str, language: str) -> list[str]:
    """Lemmas and the grammemes that tell names from other words; a Latin word has none."""
    if not CYRILLIC.search(word):
        return ["l=" + word, "m=LATN"]
    found = parses(word, language)[:6]
    if not found:
        return ["l=" + word]
    lemmas = list(dict.fromkeys(p.lemma for p in found))[:2]
    grammemes = {g for p in found for g in TELLING if g in p.grammemes}
    first = found[0]
    case = next((g for g in ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct") if g in first.grammemes), "none")
    known = [f"P={first.pos}", f"C={case}", "S=" + "|".join(sorted({p.pos for p in found}))]
    return ["l=" + lemma for lemma in lemmas] + ["m=" + g for g in [*sorted(grammemes), *known]]


def own(word: str, language: str) -> list[str]:
    """The features of a word by itself."""
    low = word.lower()
    found = ["w=" + low, "s=" + shape(word)]
    if not word[0].isalpha():
        return found
    found += [f"p{size}={low[:size]}" for size in (3, 4, 5)]
    found += [f"x{size}={low[-size:]}" for size in (2, 3, 4) if len(low) > size]
    found += morphology(low, language)
    if word.isupper() and len(word) > 1:
        found.append("UP")
    elif word[0].isupper():
        found.append("TI")
    return found


@lru_cache(maxsize=200_000)
def placed(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The word's features as seen from itself and from two words right, one right, one left, two left of it."""
    mine = own(word, language)
    near = [f for f in mine if f[:2] not in NEAR_NOT]
    far = [f for f in mine if f[:2] in FAR]
    seen = (("-2:", far), ("-1:", near), ("+1:", near), ("+2:", far))
    return (tuple(mine), *(tuple(place + f for f in kept) for place, kept in seen))


def inside_quotes(words: Sequence[str]) -> list[bool]:
    """Whether each word stands between quotation marks; a straight one opens and closes in turn."""
    inside, found = False, []
    for word in words:
        if word in OPENING or word in CLOSING:
            inside = word in OPENING
        elif word == '"':
            inside = not inside
        found.append(inside)
    return found


def pair_features(words: Sequence[str], at: int) -> list[str]:
    """The word with its left and with its right neighbour, as forms and as shapes."""
    here, found = words[at], []
    if at:
        before = words[at - 1]
        found += [f"w-|{before.lower()}_{here.lower()}", f"s-|{shape(before)}_{shape(here)}"]
    if at + 1 < len(words):
        after = words[at + 1]
        found += [f"w+|{here.lower()}_{after.lower()}", f"s+|{shape(after)}_{shape(here)}"]
    return found


def elsewhere(sentences: Sequence[Sequence[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Words, in lower case, that the report also writes small, and that it writes with a capital inside a sentence."""
    small, capital = set(), set()
    for words in sentences:
        for at, word in enumerate(words):
            if word[0].islower():
                small.add(word)
            elif at and word[0].isupper() and words[at - 1][0].isalnum():
                capital.add(word.lower())
    return frozenset(small), frozenset(capital)


def document_features(word: str, known: tuple[frozenset[str], frozenset[str]]) -> list[str]:
    """How the report writes this capitalised word in other places."""
    if not word[0].isupper():
        return []
    low = word.lower()
    return ["small"] * (low in known[0]) + ["capital"] * (low in known[1])


def sentence_features(
    words: Sequence[str], language: str, known: tuple[frozenset[str], frozenset[str]], corpus: str
) -> list[list[str]]:
    """One list of features a word; ``known`` comes from ``elsewhere``, ``corpus`` names the guideline to follow."""
    seen = [placed(word, language) for word in words]
    quoted, last = inside_quotes(words), len(words) - 1
    found = []
    for at, word in enumerate(words):
        row = ["b", "c=" + corpus, *seen[at][0], *pair_features(words, at), *document_features(word, known)]
        row += ["first"] * (at == 0) + ["quoted"] * quoted[at]
        for step, place in ((-2, 1), (-1, 2), (1, 3), (2, 4)):
            if 0 <= at + step <= last:
                row += seen[at + step][place]
        found.append(row)
    return found
