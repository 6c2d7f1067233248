"""What a tagger takes into a name though it is none of it, and common words that it takes for a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lang.morphology import is_known, parses
from firsthand.names.consistency import stem
from firsthand.names.nominative import nominative
from firsthand.names.reference import place_id
from firsthand.names.words import Name, Word, is_one_of, words_of

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
DASHES = frozenset("–—-")
NAMELIKE = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"})


def with_trimmed(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, without ``країни`` or a preposition at the end, and no common word that opens a sentence."""
    if language not in ("uk", "ru"):
        return list(names)
    read = [(name, *own) for name, own in zip(names, words_of(names, sentences), strict=True)]
    people = {stem(w.text, language) for name, own, _ in read if name.type == PERSON and len(own) > 1 for w in own}
    return [
        trimmed(name, own, language)
        for name, own, before in read
        if not (len(own) == 1 and is_common_opening(name, own[0], before, people, language))
    ]


def is_common_opening(name: Name, word: Word, before: Word | None, people: set[str], language: str) -> bool:
    """Whether a person or place is but a common word with the capital of a sentence (``Христианка``)."""
    if name.type not in (PERSON, PLACE) or not (before is None or before.text in DASHES):
        return False
    readings = parses(word.text.lower(), language)
    if not is_known(word.text, language) or word.text.isupper() or any(NAMELIKE & r.grammemes for r in readings):
        return False
    if place_id(nominative(word.text, PLACE, language)) is not None:
        return False
    return name.type == PLACE or stem(word.text, language) not in people


def trimmed(name: Name, words: Sequence[Word], language: str) -> Name:
    """The name without the last word where that is a preposition, or ``страны`` behind a body."""
    if name.type != BODY or len(words) < 2:
        return name
    last = words[-1]
    loose = is_one_of(last, "lands", language) or all(r.pos == "PREP" for r in parses(last.text, language))
    return replace(name, stop=words[-2].stop) if last.text.islower() and loose else name
