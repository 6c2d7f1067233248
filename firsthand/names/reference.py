"""What is known of countries, places, cities, organisations and outlets: their ids by any of their names.

Ids: ``country:KP``, ``place:donbas``, ``city:kyiv``, ``org:unsc``, ``outlet:ukrinform``. All tables are read once and
answer in any of the three languages; a name is looked up as ``transliteration.plain`` leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from firsthand.lang import LANGUAGES, table
from firsthand.names.transliteration import plain

Names = Mapping[str, tuple[str, ...]]  # language -> names, the usual one first


@dataclass(frozen=True, slots=True)
class Reference:
    """A known thing: its id, type (LOC, ORG), country code or "", names by language, kind."""

    id: str
    type: str
    country: str
    names: Names
    kind: str = ""


@cache
def references() -> Mapping[str, Reference]:
    """All known things by id."""
    found: dict[str, Reference] = {}
    for source in (_countries(), _places(), _cities(), _organisations(), _outlets()):
        for reference in source:
            found.setdefault(reference.id, reference)
    return found


def place_id(name: str) -> str | None:
    """The id of a country, region, sea or city; a country before a city of the same name, the larger city first."""
    return _index("LOC").get(_article_off(plain(name)))


def is_place(name: str, language: str) -> bool:
    """Whether it is what a language calls a place; of cities only the usual name, others may be inflected forms."""
    return plain(name) in _usual_places(language)


def names_branch(brand: str, place: str, language: str) -> bool:
    """``Depo``, ``Полтава``: a name in Latin letters, and the place of its branch that a stop joins to it."""
    return brand.isascii() and brand[:1].isupper() and is_place(place, language)


@cache
def _usual_places(language: str) -> frozenset[str]:
    return frozenset(
        plain(name)
        for reference in references().values()
        if reference.type == "LOC"
        for name in reference.names[language][: 1 if reference.id.startswith("city:") else None]
    )


def organisation_id(name: str) -> str | None:
    """The id of an organisation, or of an outlet."""
    return _index("ORG").get(_article_off(plain(name)))


def country_of(word: str, language: str) -> str | None:
    """The code of the country that a word in its dictionary form names or describes ("російський", "Росія")."""
    return _country_words().get((language, plain(word)))


def country_names(language: str) -> frozenset[str]:
    """All that names or describes a country in a language, in small letters."""
    return frozenset(name for of, name in _country_words() if of == language)


@cache
def _index(type_: str) -> Mapping[str, str]:
    index: dict[str, str] = {}
    for reference in references().values():
        if reference.type == type_:
            for names in reference.names.values():
                for name in names:
                    index.setdefault(_article_off(plain(name)), reference.id)
    return index


def _article_off(name: str) -> str:
    return name.removeprefix("the ")


@cache
def _country_words() -> Mapping[tuple[str, str], str]:
    words: dict[tuple[str, str], str] = {}
    for reference in references().values():
        if reference.kind == "country":
            for language, names in reference.names.items():
                for name in names:
                    words.setdefault((language, plain(name)), reference.country)
    for code, row in table("country_names").items():
        for language, adjectives in row.get("adjectives", {}).items():
            for adjective in adjectives:
                words[language, plain(adjective)] = code
    return words


def _countries() -> Iterator[Reference]:
    other = table("country_names")
    for code, row in table("territories")["territories"].items():
        more = other.get(code, {})
        names = {language: _joined([row[language]], more.get(language, [])) for language in LANGUAGES}
        yield Reference(f"country:{code}", "LOC", code, names, "country")


def _places() -> Iterator[Reference]:
    for key, row in table("places")["places"].items():
        country = key[:2] if key[:2].isupper() else ""
        yield Reference(f"place:{key}", "LOC", country, {k: tuple(row[k]) for k in LANGUAGES}, "place")


def _cities() -> Iterator[Reference]:
    more = table("city_names")
    for line in resources.files("firsthand.lang").joinpath("data", "cities.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            id_, country, capital, _, *names = line.split("\t")
            other = more["other"].get(id_, {})
            by_language = {
                language: _joined(other.get(language, []), found.split("|"))
                for language, found in zip(LANGUAGES, names, strict=True)
            }
            yield Reference(f"city:{id_}", "LOC", country, by_language, "capital" if capital else "city")
    for id_, row in more["small"].items():
        yield Reference(f"city:{id_}", "LOC", row["country"], {k: tuple(row[k]) for k in LANGUAGES}, "city")


def _organisations() -> Iterator[Reference]:
    for row in table("organisations")["organisation"]:
        names = {language: tuple(row["names"][language]) for language in LANGUAGES}
        yield Reference(f"org:{row['id']}", "ORG", row["country"], names, row["kind"])


def _outlets() -> Iterator[Reference]:
    for row in table("outlets")["outlet"]:
        names = {language: tuple(row["names"].get(language, ())) for language in LANGUAGES}
        yield Reference(f"outlet:{row['id']}", "ORG", row["country"], names, row["kind"])


def _joined(first: list[str], more: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*first, *more]))
