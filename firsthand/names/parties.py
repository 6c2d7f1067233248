"""Who speaks or acts by a name: metonyms (Москва, Кремль), adjectives (російська сторона), posts (глава МЗС)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from firsthand.lang import load, table
from firsthand.names.keys import name_key, notions
from firsthand.names.reference import references


def party(name: str, type: str, language: str, role: str) -> tuple[str, str]:
    """The entity that a name stands for in a role (``speaker`` or ``place``), and why; its own key where for itself."""
    key = name_key(name, type, language)
    if role == "place":
        return key, "the place itself"
    seat = table("metonyms")["stands_for"].get(key)
    if seat is not None:
        return seat, f"metonym: {name} stands for {seat}"
    reference = references().get(key)
    if reference is not None and reference.kind == "capital":
        return f"country:{reference.country}", f"metonym: {name} is the capital of {reference.country}"
    return key, "the party itself"


def post(phrase: str, language: str) -> str | None:
    """The post that a nominative phrase names, with its country: ``post:foreign-minister@RU``; None if none.

    Whose an ambassador is comes before where: ``посол США в Німеччині``.
    """
    tokens = notions(of_whom(phrase, language), language)
    countries = sorted(token for token in tokens if token.startswith("@"))
    found = _posts(language).get(tokens) or _posts(language).get(tokens - set(countries))
    return None if found is None else f"post:{found}" + "".join(countries[:1])


def of_whom(phrase: str, language: str) -> str:
    """A post without the place behind it, where a country stands before: ``посол США`` of ``посол США в Литві``."""
    words, prepositions = phrase.split(), load(language).table("grammar")["place_prepositions"]
    at = next((here for here, word in enumerate(words) if word in prepositions), len(words))
    whose = " ".join(words[:at])
    return whose if any(token.startswith("@") for token in notions(whose, language)) else phrase


@cache
def _posts(language: str) -> Mapping[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for key, row in table("posts")["posts"].items():
        for name in row[language]:
            found.setdefault(notions(name, language), key)
    return found
