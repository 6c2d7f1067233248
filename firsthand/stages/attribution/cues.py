"""The cue lexicon of a language, from ``cues.toml``, and where its cues stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from firsthand.lang import load
from firsthand.stages.attribution.words import Line, Word


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its act, the frames that may follow, and what a negation makes of it ("" : it counts no more)."""

    lemma: str
    kind: str
    act: str
    frames: frozenset[str] = frozenset()
    case: str = ""
    negated: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and predicatives by lemma; word groups by their first word."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    predicates: Mapping[str, Cue]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue in a line: words ``first`` up to ``last`` (not included); ``verb`` is the word that governs."""

    first: int
    last: int
    verb: int
    cue: Cue
    negated: bool = False


def make_cue(lemma: str, kind: str, row: Mapping[str, Any]) -> Cue:
    """A cue from its row in the table."""
    return Cue(
        lemma, kind, row.get("act", "assert"), frozenset(row.get("frames", ())), row.get("case", ""), row.get("negated"), row.get("weak", False)
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The cues of a language."""
    table = load(language).table("cues")
    by_first: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for text, row in table.get("phrases", {}).items():
        words = tuple(text.replace("ё", "е").split())
        by_first.setdefault(words[0], []).append((words, make_cue(text, "phrase", row)))
    kinds = ((name, {k.replace("ё", "е"): make_cue(k, name[:-1], v) for k, v in table.get(name, {}).items()}) for name in ("verbs", "nouns", "predicates"))
    return Lexicon(**dict(kinds), phrases={k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in by_first.items()})


def find_cues(line: Line) -> Iterator[CueAt]:
    """Every cue word of the line, left to right; word groups win over single words."""
    known = lexicon(line.language)
    at = 0
    while at < len(line.words):
        found = phrase_cue(line, at, known) or word_cue(line, at, known)
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def phrase_cue(line: Line, at: int, known: Lexicon) -> CueAt | None:
    """A word group of the lexicon at ``at``; a possessive or an adjective may stand inside: ``за її словами``."""
    for pattern, cue in known.phrases.get(line.words[at].low, ()):
        last = match_group(line, at, pattern)
        if last is not None:
            return CueAt(at, last, last - 1, cue)
    return None


def match_group(line: Line, at: int, pattern: tuple[str, ...]) -> int | None:
    """One past the last word of the group, or None; up to three modifiers may stand before its last word."""
    here = at
    for number, part in enumerate(pattern):
        if number:
            here += 1
        slack = 3 if number and number == len(pattern) - 1 else 0
        while slack and here < len(line.words) and line.words[here].low != part and is_modifier(line, line.words[here]):
            here, slack = here + 1, slack - 1
        if here >= len(line.words) or line.words[here].low != part:
            return None
    return here + 1


def is_modifier(line: Line, word: Word) -> bool:
    """A possessive or adjective: ``за його словами``, ``по предварительным данным``."""
    return word.low in line.group("pronouns.possessive") or bool(word.adjectives)


def word_cue(line: Line, at: int, known: Lexicon) -> CueAt | None:
    """A verb, noun or predicative of the lexicon at ``at``, with its negation."""
    word = line.words[at]
    if word.kind != "word" or (word.mention >= 0 and word.capital and at > 0):
        return None
    for kind, table in (("VERB", known.verbs), ("NOUN", known.nouns), ("", known.predicates)):
        for reading in word.readings:
            if not fits(kind, reading.pos, word):
                continue
            cue = table.get(reading.lemma.replace("ё", "е"))
            if cue is not None:
                return with_negation(line, CueAt(at, at + 1, at, cue))
    return None


VERBAL = frozenset(("VERB", "INFN", "GRND", "PRTS"))


def fits(kind: str, pos: str, word: Word) -> bool:
    """Whether a reading is of the kind; participles count as verbs only where they are predicates."""
    if kind == "VERB":
        return pos in VERBAL
    if kind == "NOUN":
        return pos == "NOUN"
    return pos in ("ADJF", "ADJS", "PRED", "PRTS", "ADVB", "VERB", "NOUN")


def with_negation(line: Line, found: CueAt) -> CueAt:
    """The cue with ``не`` before it taken in."""
    before = line.words[found.first - 1] if found.first else None
    if before is not None and before.low in line.group("negation"):
        return replace(found, first=found.first - 1, negated=True)
    return found
