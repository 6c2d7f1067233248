"""Two names side by side that a tagger takes for one person: ``Игорь Ковальчук Интерфаксу``.

What tells them apart is the case: a whole person stands in one, and a body, a place or whom somebody serves in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from firsthand.lang.morphology import parses
from firsthand.names.again import is_common, is_short_body, known_type
from firsthand.names.described import NOUNS, are_one_phrase
from firsthand.names.kinds import networks
from firsthand.names.nominative import nominative
from firsthand.names.person import known_names, reconstruct
from firsthand.names.reference import is_place, organisation_id, references
from firsthand.names.roles import is_role, is_shaped, is_unknown, may_be_given, may_be_surname
from firsthand.names.transliteration import plain
from firsthand.names.whole import is_genitive
from firsthand.names.words import Name, Word, is_one_of

PERSON, PLACE, BODY, THING = "PER", "LOC", "ORG", "PRO"
# Behind these a capital may be that of a sentence.
OPENING = frozenset('.!?:«“„"–—-')
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
        before = words[first - 1] if first else None
        if name.type == PERSON and opens_with_role(inside, before, language):
            before, inside = inside[0], inside[1:]
            name = replace(name, start=inside[0].start)
        found += apart(name, inside, before, language)
    return found


def opens_with_role(words: Sequence[Word], before: Word | None, language: str) -> bool:
    """``Мер Ігор Ткач``: whether the capital of the first word is a sentence's, and it says what somebody is."""
    if len(words) < 2 or not (before is None or before.text in OPENING) or not is_role(words[0], language):
        return False
    # "Ткач Игорь Петрович" is a surname and the names behind it.
    last = words[-1].text
    if any("Patr" in found.grammemes for found in parses(last.lower(), language)):
        return False
    if not words[1].text[0].isupper() or (words[1].text.isupper() and len(words[1].text) > 1):
        return False
    return len(words) > 2 or not may_be_given(last, language)


def is_described(adjective: Word, noun: Word, language: str) -> bool:
    """``Либеральной партии``: an adjective and the noun of a body, in small letters, which a person cannot be."""
    is_body = noun.text.islower() and any(is_one_of(noun, key, language) for key in NOUNS)
    return is_body and are_one_phrase(adjective.text, noun.text, language)


def apart(name: Name, words: Sequence[Word], before: Word | None, language: str) -> list[Name]:
    """The name, or the two that it is."""
    parts = None
    if name.type in (BODY, THING) and len(words) > 1:
        parts = told(words, name.type, language)
    elif name.type == PERSON and len(words) > 1 and not all(word.text.isupper() for word in words):
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
        if at == 1 and end > 2 and is_named(right, language):
            is_ruled_place = before is not None and is_ruled(words[0], before, language)
            if is_ruled_place or is_place_beside(words[0], before, language):
                yield (0, at, PLACE), (at, end, PERSON)
        if is_full_name(right, language) and is_owner(left, right, language):
            # "мер Галмара Йонас Брандіс": what somebody with a post rules
            rules = at == 1 and before is not None and is_one_of(before, "rulers", language)
            yield (0, at, PLACE if rules else PERSON), (at, end, PERSON)


def told(words: Sequence[Word], type_: str, language: str) -> Parts | None:
    """``Reuters МИД Польши``, ``Bloomberg Ларсен``: a medium and who told it something."""
    first, rest = words[0], words[1:]
    if any(word.text.isascii() for word in rest) or not rest[0].text[0].isupper() or rest[0].glued:
        return None
    if not is_medium(first.text, language) or organisation_id(" ".join(word.text for word in words)) is not None:
        return None
    end = len(words)
    if is_single_body(rest[0], language) or is_short_body(rest[0].text, language):
        return (0, 1, type_), (1, end, BODY)
    if len(rest) == 1 and not rest[0].text.isupper() and may_be_surname(rest[0].text, language):
        return (0, 1, type_), (1, end, PERSON)
    return None


@lru_cache(maxsize=10_000)
def is_medium(word: str, language: str) -> bool:
    """Whether a word is the name of a medium or a network, in any case."""
    form = nominative(word, BODY, language)
    found = references().get(organisation_id(form) or "")
    if found is None or not found.id.startswith("outlet:"):
        return plain(form) in networks()
    return word.isascii() or word.isupper() or not is_common(word, language) or is_body_only(word, language)


def is_body_only(word: str, language: str) -> bool:
    """Whether the dictionary has the word as a body: ``Интерфакс``."""
    return all("Orgn" in found.grammemes for found in parses(word.lower(), language))


def is_body_beside(words: Sequence[Word], language: str) -> bool:
    """Whether the words are a known body in Latin letters, in capitals or in a case that is not the nominative."""
    text = " ".join(word.text for word in words)
    if sum(letter.isalpha() for letter in text) < SHORTEST or may_be_given(words[0].text, language):
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
    return len(words) > 1 or not may_be_given(words[0].text, language)


def is_full_name(words: Sequence[Word], language: str) -> bool:
    """Whether the words are a given name or an initial and a surname, in the nominative."""
    if len(words) < 2 or not words[-1].text[0].isupper() or len(words[-1].text) < SHORTEST:
        return False
    if words[0].text in known_names(language) or words[0].text.lower() in known_names(language):
        return True
    return len(words) > 2 and len(words[0].text) == 1 and words[1].text == "."


def is_named(words: Sequence[Word], language: str) -> bool:
    """Whether the words are a full name in any case, or two that no dictionary knows."""
    if is_full_name(words, language):
        return True
    if len(words) != 2 or not all(is_shaped(word) for word in words):
        return False
    first, last = words[0].text, words[1].text
    return (may_be_given(first, language) or is_unknown(first, language)) and may_be_surname(last, language)


def is_ruled(word: Word, before: Word, language: str) -> bool:
    """``мэру Клайпеды Ольге Ткач``: whether a word is what the noun before it rules; a full name follows."""
    if not is_one_of(before, "rulers", language) or may_be_given(word.text, language):
        return False
    place = nominative(word.text, PLACE, language)
    return place.lower() != word.text.lower() or is_genitive(word.text, language)


def is_place_beside(word: Word, before: Word | None, language: str) -> bool:
    """``провинции Пенджаб`` or ``Невады``: a known place behind the noun of a district, or in another case."""
    form = nominative(word.text, PLACE, language)
    if not is_place(form, language) or may_be_given(word.text, language):
        return False
    return form.lower() != word.text.lower() or (before is not None and is_one_of(before, "districts", language))


def is_owner(left: Sequence[Word], right: Sequence[Word], language: str) -> bool:
    """Whether a person in the genitive stands before one in the nominative."""
    owner, person = (reconstruct(tuple(word.text for word in words), language) for words in (left, right))
    if owner is None or person is None or person.case != "nomn" or owner.case not in ("gent", "accs"):
        return False
    return is_person(left, language) and owner.words[-1] != left[-1].text.lower()
