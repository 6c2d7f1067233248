"""The type of a name where the reference data knows what bears it: a country is a place, a company no person.

Counted in SlavicNER on what taggers say that never saw the topic: of 43 countries and regions that the fast one takes
for something else 40 are places; of 57 companies and media taken for products in Ukrainian 46 are bodies (networks such
as Telegram left out); of 7 companies taken for places in Ukrainian 7 are bodies, of 29 in Russian (pipelines) none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from firsthand.lang.morphology import is_known
from firsthand.names.consistency import stem
from firsthand.names.nominative import nominative
from firsthand.names.products import called_things
from firsthand.names.reference import organisation_id, place_id, references
from firsthand.names.transliteration import plain
from firsthand.names.words import Name, Word, words_of

PERSON, PLACE, BODY, THING = "PER", "LOC", "ORG", "PRO"
NETWORK = "platform"
# (type by the tagger, kind by the reference data) -> type, by the language of the report.
TYPES = {
    "uk": {
        (THING, "company"): BODY,
        (THING, "agency"): BODY,
        (THING, "broadcaster"): BODY,
        (THING, "newspaper"): BODY,
        (PLACE, "company"): BODY,
        (PERSON, "company"): BODY,
        (PERSON, "agency"): BODY,
        (PERSON, "broadcaster"): BODY,
    },
    "ru": {
        (PLACE, "company"): THING,
        (PLACE, "parliament"): BODY,
        (PLACE, "international"): BODY,
        (PERSON, "company"): BODY,
        (PERSON, "agency"): BODY,
        (PERSON, "broadcaster"): BODY,
    },
}


def with_known_types(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, each of the type that the reference data speaks for, unless the noun of a thing stands before it."""
    if language not in TYPES:
        return list(names)
    things = set(called_things(sentences, language))
    read = [(name, own) for name, (own, _) in zip(names, words_of(names, sentences), strict=True)]
    people = {stem(own[-1].text, language) for name, own in read if name.type == PERSON and len(own) > 1}
    found = []
    for name, own in read:
        text = " ".join(word.text for word in own).replace(" - ", "-")
        type_ = name.type if name.start in things else type_of(text, name.type, language)
        is_namesake = name.type == PERSON and stem(own[-1].text, language) in people
        found.append(name if is_namesake else replace(name, type=type_))
    return found


@lru_cache(maxsize=50_000)
def type_of(text: str, type_: str, language: str) -> str:
    """The type of what bears the name, or the one that the tagger gave."""
    body = nominative(text, BODY, language)
    if plain(body) in networks():
        return type_
    reference = references().get(organisation_id(body) or "")
    if reference is None:
        return PLACE if type_ in (PERSON, BODY, THING) and is_certain_place(text, type_, language) else type_
    if type_ in (THING, PERSON) and is_known(body, language):  # "Спутник" is an agency and much else.
        return type_
    return TYPES[language].get((type_, reference.kind), type_)


def is_certain_place(text: str, type_: str, language: str) -> bool:
    """Whether it is a country or a region; of cities only a capital, where a tagger takes it for a person."""
    if text.isascii():  # "Urals" is a mark of oil.
        return False
    reference = references().get(place_id(nominative(text, PLACE, language)) or "")
    kinds = ("country", "place", "capital") if type_ == PERSON else ("country", "place")
    return reference is not None and reference.kind in kinds


@cache
def networks() -> frozenset[str]:
    """The names of all networks, in any language."""
    found = (reference for reference in references().values() if reference.kind == NETWORK)
    return frozenset(plain(name) for reference in found for names in reference.names.values() for name in names)
