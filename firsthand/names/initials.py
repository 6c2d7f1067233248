"""``С. Дорофеева``: an initial and a surname are a person, found whole wherever no name reaches beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.lang import table
from firsthand.names.roles import is_shaped, may_be_surname
from firsthand.names.words import Name, Word

PERSON, PLACE = "PER", "LOC"
RULE, SCORE = "names.initials", 0.85


def with_initials(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the surnames behind initials that are in no name or alone."""
    if language not in ("uk", "ru"):
        return list(names)
    found = list(names)
    for words in sentences:
        for first, surname in initialled(words, language):
            touched = [name for name in names if name.start < surname.stop and first.start < name.stop]
            if all(name.type == PERSON and first.start <= name.start <= surname.start for name in touched):
                stop = max([surname.stop, *(name.stop for name in touched)])
                if any((name.start, name.stop) == (first.start, stop) for name in touched):
                    continue
                found = [name for name in found if name not in touched]
                found.append(Name(first.start, stop, PERSON, SCORE, RULE))
    return sorted(found, key=lambda name: name.start)


def initialled(words: Sequence[Word], language: str) -> Iterator[tuple[Word, Word]]:
    """Each first initial and the surname that it stands before."""
    at = 0
    while at + 2 < len(words):
        stop = at
        if len(words[at].text) > 1:
            at += 1
            continue
        while stop + 2 < len(words) and is_initial(words[stop], words[stop + 1]) and stop < at + 4:
            stop += 2
        honours = any(word.text.lower() in table("bodies")["named_after"] for word in words[max(0, at - 2) : at])
        if stop > at and not honours and is_shaped(words[stop]) and may_be_surname(words[stop].text, language):
            yield words[at], words[stop]
        at = stop + 1


def is_initial(letter: Word, point: Word) -> bool:
    """Whether a word is one Cyrillic capital with a full stop right behind."""
    text = letter.text
    return len(text) == 1 and text.isupper() and not text.isascii() and point.text == "." and point.glued
