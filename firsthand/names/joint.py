"""``Альфа/Бета`` names two firms, and ``Альфа-Бета`` does where the report names one of them alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.names.reference import organisation_id
from firsthand.names.words import Name, Word

Run = tuple[int, int, str]
SLASH, HYPHENS = "/", frozenset("-‑–")
# "AC/DC" is one.
SHORTEST = 3


def apart(sentences: Sequence[Sequence[Word]], runs: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """The names of each sentence as (first word, one past the last, type), joint ones each on its own."""
    alone = {
        words[first].text.lower()
        for words, found in zip(sentences, runs, strict=True)
        for first, last, _ in found
        if last == first + 1
    }
    return [
        [part for run in found for part in parts(words, run, alone)]
        for words, found in zip(sentences, runs, strict=True)
    ]


def parts(words: Sequence[Word], run: Run, alone: set[str]) -> list[Run]:
    """The two names of a joint one, or the run itself; ``alone``: the report's names of one word, in small letters."""
    first, last, type_ = run
    joints = [at for at in range(first + 1, last - 1) if words[at].text == SLASH or words[at].text in HYPHENS]
    if len(joints) != 1:
        return [run]
    joint = joints[0]
    halves = [words[first:joint], words[joint + 1 : last]]
    if not all(half[0].text[0].isupper() and len(half[0].text) >= SHORTEST for half in halves):
        return [run]
    pair = (
        type_ != "PER"
        and all(len(half) == 1 for half in halves)
        and any(half[0].text.lower() in alone for half in halves)
    )
    return [(first, joint, type_), (joint + 1, last, type_)] if words[joint].text == SLASH or pair else [run]


def with_halves(names: Sequence[Name], sentences: Iterable[Sequence[Word]]) -> list[Name]:
    """The names, in order, firms that a hyphen joins each on its own: one of them is known, or named alone."""
    words = {(word.start, word.stop): word.text for sentence in sentences for word in sentence}
    alone = {words[name.start, name.stop] for name in names if (name.start, name.stop) in words}
    return [half for name in names for half in halves(name, words.get((name.start, name.stop), ""), alone)]


def halves(name: Name, text: str, alone: set[str]) -> tuple[Name, ...]:
    """Both firms of one word, or the name itself; only Latin ones, since ``Газпром-Медиа`` is a daughter of one."""
    left, hyphen, right = text.partition("-")
    may_be_two = name.type == "ORG" and text.isascii() and name.stop - name.start == len(text)
    shaped = all(len(half) >= SHORTEST and half.isalpha() and half[0].isupper() for half in (left, right))
    if not may_be_two or not shaped or organisation_id(text) is not None:
        return (name,)
    if not any(half in alone or is_firm(half) for half in (left, right)):
        return (name,)
    middle = name.start + len(left)
    return replace(name, stop=middle), replace(name, start=middle + len(hyphen))


def is_firm(name: str) -> bool:
    """Whether it is a company of the reference data, not a medium."""
    return (organisation_id(name) or "").startswith("org:")
