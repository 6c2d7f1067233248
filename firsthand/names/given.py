"""``Азія Біллі`` is a person though ``Азія`` is a place: a report that declines both together says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.names.consistency import stem
from firsthand.names.words import Name, Word

# "премьер Японии Абэ" comes in one form only, a given name in several.
LEAST_FORMS = 2
Pair = tuple[str, str]


def with_given_names(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, a place and a person right behind it in one where the place is the person's given name."""
    words = {word.start: word.text for sentence in sentences for word in sentence}
    forms: dict[Pair, set[str]] = defaultdict(set)
    pairs = [(place, person) for place, person in pairwise(names) if is_pair(place, person, words)]
    for place, person in pairs:
        forms[pair_of(place, person, words, language)].add(words[place.start].lower())
    people = {
        place.start: replace(person, start=place.start, score=min(place.score, person.score))
        for place, person in pairs
        if len(forms[pair_of(place, person, words, language)]) >= LEAST_FORMS
    }
    taken = {person.stop for person in people.values()}
    return [people.get(name.start, name) for name in names if name.start in people or name.stop not in taken]


def is_pair(place: Name, person: Name, words: dict[int, str]) -> bool:
    """Whether a place of one word stands right before a person."""
    alone = place.type == "LOC" and place.start + len(words.get(place.start, "")) == place.stop
    return alone and person.type == "PER" and person.start == place.stop + 1


def pair_of(place: Name, person: Name, words: dict[int, str], language: str) -> Pair:
    """What the cases of both share."""
    return stem(words[place.start], language), stem(words[person.start], language)
