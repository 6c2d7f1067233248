"""``мэр Клайпеды Ольга Ткач``: a word in the genitive between the post and the name of who holds it is a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.lang import table
from firsthand.lang.morphology import is_known, parses
from firsthand.names.nominative import nominative
from firsthand.names.roles import firm_words, is_adjective, is_shaped, is_thing, may_be_given
from firsthand.names.whole import is_genitive
from firsthand.names.words import Name, Word, is_one_of

PERSON, PLACE = "PER", "LOC"
RULE, SCORE = "names.ruled", 0.85
# How the name of a place that no dictionary has ends behind a post.
GENITIVE_ENDS = frozenset("аяиіїыуюей")


def with_ruled(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the places that a post stands before and a person behind."""
    if language not in ("uk", "ru"):
        return list(names)
    people = {name.start for name in names if name.type == PERSON}
    taken = {name.start for name in names} | {name.stop for name in names}
    places = [word for words in sentences for word, behind in ruled(words, language) if behind.start in people]
    found = [
        Name(word.start, word.stop, PLACE, SCORE, RULE)
        for word in places
        if word.start not in taken and word.stop not in taken
    ]
    wrong = {word.start for words in sentences for word in before_people(words, names, language)}
    kept = [replace(name, type=PLACE, rule=RULE) if name.start in wrong else name for name in names]
    return sorted([*kept, *found], key=lambda name: name.start)


def before_people(words: Sequence[Word], names: Sequence[Name], language: str) -> Iterator[Word]:
    """``мер [Галмара] Йонас Ткач``: words that a tagger took for one person beside another of a whole name."""
    persons = {name.start: name.stop for name in names if name.type == PERSON}
    for at in range(1, len(words) - 2):
        word, behind, last = words[at : at + 3]
        alone = persons.get(word.start) == word.stop and persons.get(behind.start, 0) >= last.stop
        oblique = word.text[-1] in GENITIVE_ENDS and not may_be_given(word.text, language)
        if alone and oblique and is_behind_post(words, at, language):
            yield word


def ruled(words: Sequence[Word], language: str) -> Iterator[tuple[Word, Word]]:
    """Words that may name what a post before them rules, and the words behind."""
    for at in range(1, len(words) - 1):
        word, behind = words[at], words[at + 1]
        if not is_shaped(word) or not behind.text[0].isupper() or not is_behind_post(words, at, language):
            continue
        if may_be_ruled(word.text, language):
            yield word, behind


def is_behind_post(words: Sequence[Word], at: int, language: str) -> bool:
    """Whether a post stands right before a word, or what the post is in charge of (``министр транспорта``)."""
    if is_one_of(words[at - 1], "rulers", language):
        return True
    charge = words[at - 1]
    return (
        at > 1
        and charge.text.islower()
        and is_genitive(charge.text, language)
        and is_one_of(words[at - 2], "rulers", language)
    )


def may_be_ruled(word: str, language: str) -> bool:
    """Whether a word is in the genitive, and no person's name or common word that could stand there."""
    if may_be_given(word, language) or is_adjective(word, language) or word.lower() in firm_words(language):
        return False
    found = parses(word.lower(), language)
    if is_known(word, language):
        # The Ukrainian dictionary does not say which nouns are places; "Голова Правління Анна Ткач" has none.
        charges = tuple(table(f"{language}/names")["charge_endings"])
        may_be_place = language == "uk" and is_thing(word, language) and not word.lower().endswith(charges)
        return any("gent" in one.grammemes and ("Geox" in one.grammemes or may_be_place) for one in found)
    return nominative(word, PLACE, language).lower() != word.lower() or is_genitive(word, language)
