"""``компания Nordwind Shipping``: Latin words with capitals behind the noun of a body are its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.names.roles import role_cases
from firsthand.names.words import Name, Word, is_one_of, overlapping, replaced

PERSON, BODY, THING = "PER", "ORG", "PRO"
RULE, SCORE = "names.latin", 0.85
# "Bank of America": words in small letters inside a Latin name.
INNER = frozenset({"of", "and", "the", "for", "de", "la", "du", "des", "der", "&", "-"})
LONGEST = 6


def with_latin(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the Latin names of bodies whole where a noun says what bears them."""
    if language not in ("uk", "ru"):
        return list(names)
    over, gone, new = overlapping(names), list[Name](), list[Name]()
    people = {name.start for name in names if name.type == PERSON}
    for words in sentences:
        for noun, run in called(words, people, language):
            start, stop = run[0].start, run[-1].stop
            touched = over(start, stop)
            if any(name.start < start or name.stop > stop or is_whole(name, start, stop) for name in touched):
                continue
            is_medium = is_one_of(noun, "quoted_media", language) and not is_one_of(noun, "agencies", language)
            type_ = THING if is_medium else BODY
            gone += touched
            new.append(Name(start, stop, type_, SCORE, RULE))
    return replaced(names, gone, new)


def is_whole(name: Name, start: int, stop: int) -> bool:
    """Whether a name is all that is called so, and of a type that may be."""
    return (name.start, name.stop) == (start, stop) and name.type in (BODY, THING)


def called(words: Sequence[Word], people: set[int], language: str) -> Iterator[tuple[Word, Sequence[Word]]]:
    """Each noun of a body, or of a person whose name follows, and the Latin words right behind it."""
    for at in range(len(words) - 1):
        if is_latin(words[at + 1]) and words[at].text.isalpha() and not words[at].text.isascii():
            run = latin_run(words[at + 1 : at + 1 + LONGEST + 2])
            behind = words[at + 1 + len(run) : at + 2 + len(run)]
            is_between = bool(behind) and behind[0].start in people and bool(role_cases(words[at], language))
            if is_between or is_one_of(words[at], "quoted_bodies", language):
                yield words[at], run


def latin_run(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the last with a Latin capital, with nothing but such words and small ones between."""
    last = 0
    for number, word in enumerate(words[:LONGEST]):
        if is_latin(word):
            last = number
        elif word.text not in INNER and not (word.text.isdigit() and len(word.text) == 1):
            break
    behind = words[last + 1 : last + 3]
    # "Europe 1", but "компания Skyline 5 мая"
    if behind and len(behind[0].text) == 1 and behind[0].text.isdigit() and not behind[-1].text.islower():
        last += 1
    return words[: last + 1]


def is_latin(word: Word) -> bool:
    """Whether a word is of Latin letters and has a capital."""
    return word.text.isascii() and word.text[0].isupper()
