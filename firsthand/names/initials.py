"""``С. Дорофеева``: an initial and a surname are a person, found whole wherever no name reaches beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.lang import table
from firsthand.names.roles import is_shaped, may_be_surname
from firsthand.names.words import Name, Word, overlapping, replaced

PERSON = "PER"
RULE, SCORE = "names.initials", 0.85


def with_initials(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the surnames behind initials that are in no name or alone."""
    if language not in ("uk", "ru"):
        return list(names)
    over, gone, new = overlapping(names), list[Name](), list[Name]()
    for words in sentences:
        for first, surname in initialled(words, language):
            touched = over(first.start, surname.stop)
            if all(name.type == PERSON and first.start <= name.start <= surname.start for name in touched):
                stop = max([surname.stop, *(name.stop for name in touched)])
                if any((name.start, name.stop) == (first.start, stop) for name in touched):
                    continue
                gone += touched
                new.append(Name(first.start, stop, PERSON, SCORE, RULE))
    return replaced(names, gone, new)


def initialled(words: Sequence[Word], language: str) -> Iterator[tuple[Word, Word]]:
    """Each first initial and the surname that it stands before."""
    at = 0
    while at + 2 < len(words):
        stop = at
        while stop + 2 < len(words) and is_initial(words[stop], words[stop + 1]) and stop < at + 4:
            stop += 2
        is_name = stop > at and is_shaped(words[stop]) and may_be_surname(words[stop].text, language)
        if is_name and not any(honours(word) for word in words[max(0, at - 2) : at]):
            yield words[at], words[stop]
        at = stop + 1


def honours(word: Word) -> bool:
    """``имени``: whether what follows is whom a body is named after."""
    return word.text.lower() in table("bodies")["named_after"]


def is_initial(letter: Word, point: Word) -> bool:
    """Whether a word is one Cyrillic capital with a full stop right behind."""
    text = letter.text
    return len(text) == 1 and text.isupper() and not text.isascii() and point.text == "." and point.glued
