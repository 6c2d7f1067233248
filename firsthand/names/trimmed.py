"""What a tagger takes into a name though it is none of it, and common words that it takes for a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.morphology import PERSONAL, is_known, parses
from firsthand.names.again import is_ministry, is_short_body
from firsthand.names.consistency import stem
from firsthand.names.nominative import nominative
from firsthand.names.reference import place_id
from firsthand.names.words import Name, Word, is_one_of, words_of

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
QUOTES, CLOSING = frozenset('«»“”„"'), frozenset("»”")
DASHES = frozenset("–—-")
NAMELIKE = PERSONAL | {"Geox", "Orgn", "Abbr"}


def with_trimmed(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, without ``країни`` or a preposition at the end, and no common word that opens a sentence."""
    if language not in ("uk", "ru"):
        return list(names)
    read = [(name, *own) for name, own in zip(names, words_of(names, sentences), strict=True)]
    behind = {word.start: after for words in sentences for word, after in pairwise(words)}
    people = {stem(w.text, language) for name, own, _ in read if name.type == PERSON and len(own) > 1 for w in own}
    return [
        part
        for name, own, before in read
        if not (len(own) == 1 and is_common_opening(name, own[0], before, people, language))
        and not (len(own) == 1 and is_noun_of_body(name, own[0], behind.get(own[0].start), language))
        for part in trimmed(name, own, language)
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


def is_noun_of_body(name: Name, word: Word, after: Word | None, language: str) -> bool:
    """Whether a person is but ``Министерство``, or what describes one before it: ``Всероссийский центр``."""
    if name.type != PERSON or not is_known(word.text, language) or word.text.isupper():
        return False
    found = parses(word.text.lower(), language)
    if any(NAMELIKE & reading.grammemes for reading in found):
        return False
    if any(reading.pos == "ADJF" for reading in found):
        return after is not None and after.text.islower() and is_body_noun(after.text, language)
    return is_body_noun(word.text, language)


def begins_body(word: str, language: str) -> bool:
    """Whether a word with a capital is a noun for a body, and what nobody is called."""
    found = parses(word.lower(), language)
    return is_body_noun(word, language) and not any(NAMELIKE & reading.grammemes for reading in found)


def is_body_noun(word: str, language: str) -> bool:
    """Whether a word may be a noun for a body: ``управління``."""
    return any(reading.lemma in table(f"{language}/grammar")["bodies"] for reading in parses(word.lower(), language))


def trimmed(name: Name, words: Sequence[Word], language: str) -> list[Name]:
    """The name without what ends it and is none of it; two bodies that a conjunction joins each on their own."""
    if name.type == PERSON and len(words) > 1 and begins_body(words[0].text, language):
        name = replace(name, type=BODY)  # "Лікарні Мечникова"
    if len(words) > 1 and words[-1].text in CLOSING and not any(word.text in QUOTES for word in words[:-1]):
        words = words[:-1]
    if name.type == BODY and len(words) > 1:
        when = table(f"{language}/names")["when"]
        words = words[: next((at for at, word in enumerate(words) if at and word.text.lower() in when), len(words))]
        while len(words) > 1 and words[-1].text.islower() and is_loose(words[-1], language):
            words = words[:-1]
        joint = next((at for at in range(1, len(words) - 1) if is_joint(words, at, language)), None)
        if joint is not None:
            second = replace(name, start=words[joint + 1].start, stop=words[-1].stop)
            return [replace(name, stop=words[joint - 1].stop), second]
    return [replace(name, stop=words[-1].stop)]


def is_loose(word: Word, language: str) -> bool:
    """Whether a last word in small letters is no part of a body's name: a preposition, ``страны``, ``журналистам``."""
    readings = parses(word.text, language)
    if is_one_of(word, "lands", language) or all(found.pos == "PREP" for found in readings):
        return True
    return all(found.has("anim", "datv", "plur") for found in readings)


def is_joint(words: Sequence[Word], at: int, language: str) -> bool:
    """``МИД Литвы и Минобороны Эстонии``: whether a conjunction joins two short names of bodies of state."""
    if words[at].text not in table(f"{language}/names")["conjunctions"]:
        return False
    return all(is_of_state(word.text, language) for word in (words[0], words[at + 1]))


def is_of_state(word: str, language: str) -> bool:
    """Whether a word is a ministry's short name or a body's in capitals: ``МИД``, ``Минобороны``."""
    return (word.isupper() or is_ministry(word, language)) and is_short_body(word, language)
