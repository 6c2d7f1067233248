"""What a tagger takes for organisations though it is none: an organisation may speak, be a side, and be linked.

A name in quotation marks behind ``вакцина``, ``газопровод`` or ``самолёт`` is that of a thing: in SlavicNER 285 of 292
such names are products. Abbreviations such as ``ДНК`` and ``ВВП`` have the look of a body's and no body behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.lang import table
from firsthand.names.consistency import stem
from firsthand.names.words import Name, Word, is_one_of

BODY, THING, HAPPENING = "ORG", "PRO", "EVT"
OPENING = frozenset("«“„\"'")


def with_products(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, those that a noun calls things typed PRO; a body of the very same name in the report is one too."""
    things = set(called_things(sentences, language))
    if not things:
        return list(names)
    keys = stems_of(names, sentences, language)
    known = {key for name, key in zip(names, keys, strict=True) if name.start in things and name.type != HAPPENING}
    return [
        replace(name, type=THING)
        if name.type != HAPPENING and (name.start in things or (name.type == BODY and key in known))
        else name
        for name, key in zip(names, keys, strict=True)
    ]


def without_abbreviations(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> list[Name]:
    """The names without those bodies that are abbreviations of something else."""
    others = frozenset(table(f"{language}/names").get("no_bodies", ()))
    alone = {(word.start, word.stop) for words in sentences for word in words if word.text in others}
    return [name for name in names if name.type != BODY or (name.start, name.stop) not in alone]


def called_things(sentences: Iterable[Sequence[Word]], language: str) -> Iterator[int]:
    """Where a quoted name may begin behind the noun of a thing: at the mark and at the word behind it."""
    for words in sentences:
        for (noun, mark), (_, first) in pairwise(pairwise(words)):
            if mark.text in OPENING and is_one_of(noun, "things", language):
                yield mark.start
                yield first.start


def stems_of(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> list[tuple[str, ...]]:
    """What the cases of each name share, word by word, without quotation marks."""
    words = [word for sentence in sentences for word in sentence]
    found, at = [], 0
    for name in names:
        while at < len(words) and words[at].start < name.start:
            at += 1
        own = []
        for word in words[at:]:
            if word.start >= name.stop:
                break
            if any(letter.isalnum() for letter in word.text):
                own.append(stem(word.text, language) or word.text.lower())
        found.append(tuple(own))
    return found
