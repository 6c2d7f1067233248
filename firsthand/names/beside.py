"""Two names side by side that a tagger takes for one person: ``Игорь Ковальчук Интерфаксу``.

What tells them apart is the case: a whole person stands in one, and a body, a place or whom somebody serves in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.lang.morphology import parses
from firsthand.names.again import known_type
from firsthand.names.described import NOUNS, are_one_phrase
from firsthand.names.nominative import nominative
from firsthand.names.person import known_names, reconstruct
from firsthand.names.reference import is_place, organisation_id
from firsthand.names.words import Name, Word, is_one_of

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
RULE = "names.beside"
# "Государственной думе": so many words at most has the body beside a person.
LONGEST_BODY = 3
# Words of a person's name that are looked at.
LONGEST = 12
# "Х. Маас": an initial is no body.
SHORTEST = 2
Parts = tuple[tuple[int, int, str], tuple[int, int, str]]


def with_neighbours(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, each person without the name that stands right beside."""
    if language not in ("uk", "ru"):
        return list(names)
    words = [word for sentence in sentences for word in sentence]
    places = {word.start: at for at, word in enumerate(words)}
    found: list[Name] = []
    for name in names:
        first = places[name.start]
        inside = [word for word in words[first : first + LONGEST] if word.stop <= name.stop]
        behind = words[first + len(inside) : first + len(inside) + 1]
        if name.type == PERSON and len(inside) > 1 and behind and is_described(inside[-1], behind[0], language):
            inside = inside[:-1]
            name = replace(name, stop=inside[-1].stop)
        found += apart(name, inside, words[first - 1] if first else None, language)
    return found


def is_described(adjective: Word, noun: Word, language: str) -> bool:
    """``Либеральной партии``: an adjective and the noun of a body, in small letters, which a person cannot be."""
    is_body = noun.text.islower() and any(is_one_of(noun, key, language) for key in NOUNS)
    return is_body and are_one_phrase(adjective.text, noun.text, language)


def apart(name: Name, words: Sequence[Word], before: Word | None, language: str) -> list[Name]:
    """The name, or the two that it is."""
    if name.type != PERSON or len(words) < 2 or all(word.text.isupper() for word in words):
        return [name]
    parts = next(neighbours(words, before, language), None)
    if parts is None:
        return [name]
    return [replace(name, start=words[a].start, stop=words[b - 1].stop, type=type_, rule=RULE) for a, b, type_ in parts]


def neighbours(words: Sequence[Word], before: Word | None, language: str) -> Iterator[Parts]:
    """The ways to read the words as two names."""
    for at in range(1, len(words)):
        left, right, end = words[:at], words[at:], len(words)
        if len(right) <= LONGEST_BODY and is_body_beside(right, language) and is_person(left, language):
            yield (0, at, PERSON), (at, end, BODY)
        if len(left) <= LONGEST_BODY and is_body_beside(left, language) and is_person(right, language):
            yield (0, at, BODY), (at, end, PERSON)
        if is_full_name(right, language):
            if at == 1 and is_place_beside(words[0], before, language):
                yield (0, at, PLACE), (at, end, PERSON)
            if is_owner(left, right, language):
                yield (0, at, PERSON), (at, end, PERSON)


def is_body_beside(words: Sequence[Word], language: str) -> bool:
    """Whether the words are a known body in Latin letters, in capitals or in a case that is not the nominative."""
    text = " ".join(word.text for word in words)
    if sum(letter.isalpha() for letter in text) < SHORTEST or is_given(words[0].text, language):
        return False
    form = nominative(text, BODY, language)
    known = organisation_id(form) is not None or (len(words) == 1 and is_single_body(words[0], language))
    return known and (text.isascii() or text.isupper() or form.lower() != text.lower())


def is_single_body(word: Word, language: str) -> bool:
    """Whether one word names a body: ``Сенату``, ``ЦИК``."""
    return is_one_of(word, "chambers", language) or known_type(word.text, language) == BODY


def is_person(words: Sequence[Word], language: str) -> bool:
    """Whether the words may be a person by themselves: more than a given name, and of Cyrillic letters."""
    if words[0].text.isascii() or not words[-1].text[0].isupper():
        return False
    return len(words) > 1 or not is_given(words[0].text, language)


def is_full_name(words: Sequence[Word], language: str) -> bool:
    """Whether the words are a given name or an initial and a surname, in the nominative."""
    if len(words) < 2 or not words[-1].text[0].isupper() or len(words[-1].text) < SHORTEST:
        return False
    if words[0].text in known_names(language) or words[0].text.lower() in known_names(language):
        return True
    return len(words) > 2 and len(words[0].text) == 1 and words[1].text == "."


def is_given(word: str, language: str) -> bool:
    """Whether a word may be a form of a given name."""
    return any(found.has("Name") or found.lemma in known_names(language) for found in parses(word.lower(), language))


def is_place_beside(word: Word, before: Word | None, language: str) -> bool:
    """``провинции Пенджаб`` or ``Невады``: a known place behind the noun of a district, or in another case."""
    form = nominative(word.text, PLACE, language)
    if not is_place(form, language) or is_given(word.text, language):
        return False
    return form.lower() != word.text.lower() or (before is not None and is_one_of(before, "districts", language))


def is_owner(left: Sequence[Word], right: Sequence[Word], language: str) -> bool:
    """Whether a person in the genitive stands before one in the nominative."""
    owner, person = (reconstruct(tuple(word.text for word in words), language) for words in (left, right))
    if owner is None or person is None or person.case != "nomn" or owner.case not in ("gent", "accs"):
        return False
    return is_person(left, language) and owner.words[-1] != left[-1].text.lower()
