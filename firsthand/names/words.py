"""Words as the name models read them: invisible marks gone, look-alike letters mended, offsets those of the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.records import Sentence, Token

MAX_LETTERS = 60
HYPHENS = re.compile("([-‑–])")
APOSTROPHES = str.maketrans("’ʼ′`", "''''")


@dataclass(frozen=True, slots=True)
class Word:
    """What a model reads of ``report.text[start:stop]``; ``glued`` says that nothing stands before it on its left."""

    start: int
    stop: int
    text: str
    glued: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, stop)`` of the report, its type, the least probability of its words, and who found it."""

    start: int
    stop: int
    type: str
    score: float
    rule: str


@cache
def invisible() -> frozenset[str]:
    """Marks that are no part of what a word says."""
    return frozenset(table("lookalikes")["invisible"])


@cache
def doubles() -> tuple[dict[int, int], dict[int, int]]:
    """Letter maps of look-alikes: Latin to Cyrillic, Cyrillic to Latin."""
    latin, cyrillic = table("lookalikes")["latin"], table("lookalikes")["cyrillic"]
    return str.maketrans(latin, cyrillic), str.maketrans(cyrillic, latin)


def counts(letters: list[str]) -> tuple[int, int]:
    """How many of the letters are Cyrillic, and how many Latin."""
    return sum("\u0400" <= c <= "\u052f" for c in letters), sum(c < "\u0250" for c in letters)


def meant_script(part: str) -> str | None:
    """``cyrillic`` or ``latin``, by the letters that have no double, or else by most letters; None in doubt."""
    to_cyrillic, to_latin = doubles()
    letters = [c for c in part if c.isalpha()]
    sure = counts([c for c in letters if ord(c) not in to_cyrillic and ord(c) not in to_latin])
    if all(sure):
        return None
    cyrillic, latin = sure if any(sure) else counts(letters)
    return None if cyrillic == latin else "cyrillic" if cyrillic > latin else "latin"


def mended(part: str) -> str:
    """One part of a word in one script, where its other letters leave no doubt which."""
    if part.isascii() or not any(c.isascii() and c.isalpha() for c in part):
        return part
    script, (to_cyrillic, to_latin) = meant_script(part), doubles()
    return part if script is None else part.translate(to_cyrillic if script == "cyrillic" else to_latin)


@lru_cache(maxsize=100_000)
def reading(text: str) -> str:
    """The word that is meant: no invisible marks, one apostrophe, one script in each part; cut at 60 letters."""
    seen = "".join(c for c in text if c not in invisible())[:MAX_LETTERS].translate(APOSTROPHES)
    return seen if seen.isascii() else "".join(mended(part) for part in HYPHENS.split(seen))


def is_invisible(token: Token) -> bool:
    """A token of nothing but invisible marks; the tokens beside it are parts of one word."""
    return all(c in invisible() for c in token.text)


def joins(before: list[Token], token: Token) -> bool:
    """Whether the token carries on the word before it, across an invisible mark or by being one."""
    if not before or before[-1].stop != token.start or before[-1].stop - before[0].start > MAX_LETTERS:
        return False
    return is_invisible(token) or (is_invisible(before[-1]) and token.kind == "word" and before[0].kind == "word")


def groups(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Tokens that make up one word."""
    group: list[Token] = []
    for token in tokens:
        if group and not joins(group, token):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def words(sentence: Sentence) -> list[Word]:
    """The words of a sentence, punctuation among them; never an empty one."""
    found: list[Word] = []
    for group in groups(sentence.tokens):
        while len(group) > 1 and is_invisible(group[-1]):
            group.pop()
        text = reading("".join(token.text for token in group)[: 2 * MAX_LETTERS])
        if text:
            glued = bool(found) and found[-1].stop == group[0].start
            found.append(Word(group[0].start, group[-1].stop, text, glued))
    return found


def is_one_of(word: Word, key: str, language: str) -> bool:
    """Whether a word may be a form of a noun that ``names.toml`` lists under the key."""
    nouns = table(f"{language}/names").get(key, ())
    return any(found.lemma in nouns for found in parses(word.text.lower(), language))


def words_of(
    names: Sequence[Name], sentences: Sequence[Sequence[Word]]
) -> Iterator[tuple[Sequence[Word], Word | None]]:
    """The words of each name, and the word before it in its sentence."""
    places = {word.start: (words, at) for words in sentences for at, word in enumerate(words)}
    for name in names:
        words, at = places[name.start]
        stop = next((number for number in range(at, len(words)) if words[number].stop >= name.stop), len(words) - 1)
        yield words[at : stop + 1], words[at - 1] if at else None


def overlapping(names: Sequence[Name]) -> Callable[[int, int], list[Name]]:
    """Which of the names, given in order, have a code point in common with a stretch of text."""
    starts = [name.start for name in names]
    reached = list(accumulate((name.stop for name in names), max))

    def over(start: int, stop: int) -> list[Name]:
        near = names[bisect_right(reached, start) : bisect_left(starts, stop)]
        return [name for name in near if name.stop > start]

    return over


def replaced(names: Sequence[Name], gone: Iterable[Name], new: Iterable[Name]) -> list[Name]:
    """The names without those that are gone and with the new ones, in order."""
    left = set(gone)
    return sorted((*(name for name in names if name not in left), *new), key=lambda name: name.start)
