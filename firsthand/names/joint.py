"""``Альфа/Бета`` names two firms, and ``Альфа-Бета`` does where one of them is known, or named alone in the report."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.names.reference import organisation_id
from firsthand.names.words import Word

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
        and any(half[0].text.lower() in alone or is_known_firm(half[0], words[first:last], type_) for half in halves)
    )
    return [(first, joint, type_), (joint + 1, last, type_)] if words[joint].text == SLASH or pair else [run]


def is_known_firm(half: Word, whole: Sequence[Word], type_: str) -> bool:
    """Whether one half is a firm of the reference data, and the whole none; ``Газпром-медиа`` is one firm's daughter."""
    joined = "".join(word.text for word in whole)
    firm = organisation_id(half.text) if type_ == "ORG" and joined.isascii() else None
    return firm is not None and firm.startswith("org:") and organisation_id(joined) is None
