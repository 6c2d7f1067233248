"""The table of outlets: known keys, kinds and countries, no name twice, and the names that the press uses are there."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from importlib import resources
from typing import Any

import pytest
from babel import Locale

from firsthand.lang import LANGUAGES, table
from firsthand.lang.outlets import find_outlet

Outlet = dict[str, Any]

BUNDLED: list[Outlet] = table("outlets")["outlet"]
SAMPLE_FILE = resources.files("firsthand.sample").joinpath("outlets.toml")
SAMPLE: list[Outlet] = tomllib.loads(SAMPLE_FILE.read_text("utf-8"))["outlet"]
TABLES = pytest.mark.parametrize("outlets", [BUNDLED, SAMPLE], ids=["bundled", "sample"])

REQUIRED = {"id", "kind", "country", "state", "owner", "domain", "names"}
OPTIONAL = {"ambiguous", "clear"}
KINDS = {"agency", "broadcaster", "newspaper", "magazine", "online", "platform", "investigative", "official"}
COUNTRIES = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", code)} - {"ZZ", "EU", "UN"}
DOMAIN = re.compile(r"(?!www\.)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,12}")
MARKS = '«»“”"’ʼ()|;'
CONFUSABLE = set("аеорсухіАВЕКМНОРСТУХІ")
CYRILLIC_ONLY = re.compile("[бвгґджзийклмнптфцчшщьюяБГДЖЗИЙЛПФЦЧШЩЮЯ]")
LATIN = re.compile("[A-Za-z]")


def names(outlet: Outlet, language: str) -> list[str]:
    return outlet["names"][language]


def by_id(outlets: list[Outlet]) -> dict[str, Outlet]:
    return {outlet["id"]: outlet for outlet in outlets}


def bearers(name: str, language: str, outlets: list[Outlet]) -> list[str]:
    return [outlet["id"] for outlet in outlets if name in names(outlet, language)]


def test_covers_enough_outlets_of_enough_countries() -> None:
    assert len(BUNDLED) >= 250
    assert len({outlet["country"] for outlet in BUNDLED}) >= 50
    assert set(Counter(outlet["kind"] for outlet in BUNDLED)) == KINDS


@TABLES
def test_entries_have_the_known_keys_of_the_known_types(outlets: list[Outlet]) -> None:
    for outlet in outlets:
        assert set(outlet) >= REQUIRED, outlet["id"]
        assert set(outlet) <= REQUIRED | OPTIONAL, outlet["id"]
        assert isinstance(outlet["state"], bool), outlet["id"]
        assert set(outlet["names"]) == set(LANGUAGES), outlet["id"]


@TABLES
def test_ids_are_stable_looking_and_given_once(outlets: list[Outlet]) -> None:
    ids = [outlet["id"] for outlet in outlets]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    assert [i for i in ids if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", i)] == []


@TABLES
def test_kinds_and_countries_are_known(outlets: list[Outlet]) -> None:
    assert {outlet["kind"] for outlet in outlets} <= KINDS
    # the sample's two states are invented: XA to XZ are free for such use in ISO 3166-1
    assert {o["country"] for o in BUNDLED} <= COUNTRIES | {""}
    assert all(re.fullmatch("[A-Z]{2}", o["country"]) for o in SAMPLE)


@TABLES
def test_domains_are_well_formed_and_given_once(outlets: list[Outlet]) -> None:
    domains = [outlet["domain"] for outlet in outlets if outlet["domain"]]
    assert [domain for domain in domains if not DOMAIN.fullmatch(domain)] == []
    assert [domain for domain, n in Counter(domains).items() if n > 1] == []


@TABLES
def test_names_are_clean(outlets: list[Outlet]) -> None:
    for outlet in outlets:
        for language in LANGUAGES:
            assert names(outlet, language), (outlet["id"], language)
            for name in names(outlet, language):
                assert name == unicodedata.normalize("NFC", name).strip(), name
                assert "  " not in name, name
                assert set(name).isdisjoint(MARKS), name


@pytest.mark.parametrize("language", LANGUAGES)
@TABLES
def test_a_name_is_one_outlets_unless_all_that_bear_it_are_ambiguous(outlets: list[Outlet], language: str) -> None:
    bearing: dict[str, list[Outlet]] = defaultdict(list)
    for outlet in outlets:
        assert len(names(outlet, language)) == len(set(names(outlet, language))), outlet["id"]
        for name in {name.casefold() for name in names(outlet, language)}:
            bearing[name].append(outlet)
    shared = {name: found for name, found in bearing.items() if len(found) > 1}
    assert [name for name, found in shared.items() if not all(o.get("ambiguous") for o in found)] == []
    clear = {name.casefold() for o in outlets for name in o.get("clear", {}).get(language, [])}
    assert set(shared) & clear == set()


@TABLES
def test_clear_names_are_some_of_the_names_of_an_ambiguous_outlet(outlets: list[Outlet]) -> None:
    for outlet in outlets:
        for language, clear in outlet.get("clear", {}).items():
            assert outlet["ambiguous"] is True, outlet["id"]
            assert set(clear) <= set(names(outlet, language)), outlet["id"]


@TABLES
def test_an_owner_has_more_than_one_outlet(outlets: list[Outlet]) -> None:
    owners = Counter(outlet["owner"] for outlet in outlets if outlet["owner"])
    assert [owner for owner, n in owners.items() if n == 1] == []


def test_plain_words_are_marked_ambiguous() -> None:
    outlets = by_id(BUNDLED)
    for word, language in [
        ("Факти", "uk"),
        ("Тиждень", "uk"),
        ("День", "uk"),
        ("Суспільне", "uk"),
        ("Известия", "ru"),
        ("Звезда", "ru"),
        ("Страна", "ru"),
        ("Агентство", "ru"),
        ("Дождь", "ru"),
        ("Time", "en"),
        ("The Sun", "en"),
        ("X", "en"),
        ("Х", "uk"),
    ]:
        found = bearers(word, language, BUNDLED)
        assert found, word
        for i in found:
            assert outlets[i]["ambiguous"], word
            assert word not in outlets[i].get("clear", {}).get(language, []), word


def test_no_latin_name_hides_a_cyrillic_letter() -> None:
    """One Cyrillic letter in a Latin name is a slip of the keyboard that no reader sees and no text matches."""
    mixed = [
        name
        for outlet in BUNDLED
        for language in LANGUAGES
        for name in names(outlet, language)
        for word in re.split(r"[\s./-]+", name)
        if LATIN.search(word) and CONFUSABLE & set(word) and not CYRILLIC_ONLY.search(word)
    ]
    assert mixed == []


@pytest.mark.parametrize(
    ("language", "name", "outlet"),
    [
        ("uk", "Укрінформ", "ukrinform"),
        ("uk", "УНІАН", "unian"),
        ("uk", "УНН", "unn"),
        ("uk", "Інтерфакс-Україна", "interfax-ukraine"),
        ("uk", "Рейтер", "reuters"),
        ("uk", "Франс Прес", "afp"),
        ("uk", "Ренхап", "yonhap"),
        ("uk", "ЦТАК", "kcna"),
        ("uk", "Кіодо", "kyodo"),
        ("uk", "Сіньхуа", "xinhua"),
        ("uk", "Українська правда", "ukrainska-pravda"),
        ("uk", "Дзеркало тижня", "dzerkalo-tyzhnia"),
        ("uk", "Радіо Свобода", "rferl"),
        ("uk", "Твіттер", "twitter"),
        ("uk", "Фейсбук", "facebook"),
        ("ru", "Интерфакс", "interfax"),
        ("ru", "РИА Новости", "ria-novosti"),
        ("ru", "ТАСС", "tass"),
        ("ru", "Ассошиэйтед Пресс", "ap"),
        ("ru", "Франс Пресс", "afp"),
        ("ru", "Ёнхап", "yonhap"),
        ("ru", "Россия 24", "rossiya-24"),
        ("ru", "Говорит Москва", "govorit-moskva"),
        ("ru", "Эхо Москвы", "ekho-moskvy"),
        ("ru", "Коммерсантъ", "kommersant"),
        ("ru", "Би-би-си", "bbc"),
        ("ru", "Немецкая волна", "dw"),
        ("ru", "Телеграм", "telegram"),
        ("en", "Associated Press", "ap"),
        ("en", "Reuters", "reuters"),
        ("en", "Yonhap", "yonhap"),
        ("en", "KCNA", "kcna"),
        ("en", "Bellingcat", "bellingcat"),
        ("en", "The Insider", "the-insider"),
    ],
)
def test_the_press_finds_its_names(language: str, name: str, outlet: str) -> None:
    assert bearers(name, language, BUNDLED) == [outlet]


def test_outlets_of_one_owner_share_it() -> None:
    outlets = by_id(BUNDLED)
    for family in [
        ("ria-novosti", "sputnik", "inosmi"),
        ("ukrainska-pravda", "yevropeiska-pravda", "ekonomichna-pravda"),
        ("rferl", "krym-realii", "nastoyashchee-vremya"),
        ("bbc", "bbc-ukrainian", "bbc-russian"),
        ("rossiya-1", "rossiya-24", "vesti-ru"),
        ("twitter", "x"),
    ]:
        owners = {outlets[member]["owner"] for member in family}
        assert len(owners) == 1, family
        assert owners != {""}, family
    assert outlets["interfax-ukraine"]["owner"] != outlets["interfax"]["owner"] == outlets["finmarket"]["owner"]


def test_the_sample_names_no_real_outlet() -> None:
    real = {name.casefold() for o in BUNDLED for language in LANGUAGES for name in names(o, language)}
    invented = {name.casefold() for o in SAMPLE for language in LANGUAGES for name in names(o, language)}
    assert real & invented == set()
    assert {o["domain"].rsplit(".", 1)[-1] for o in SAMPLE if o["domain"]} <= {"example", "test"}


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("РИА «Новости»", "ria-novosti"),
        ("Коммерсантъ", "kommersant"),
        ("1+1", "1plus1"),
        ("n-tv", "n-tv"),
        ("НТВ", "ntv-ru"),
        ("NTV", "ntv-ru"),
        ("Interfax-Ukraine", "interfax-ukraine"),
        ("ukrinform.ua", "ukrinform"),
        ("Ардпресс", "ardpress"),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names(name: str, outlet: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.id == outlet


@pytest.mark.parametrize("name", ["11", "", "Олесь Гнатюк", "новости"])
def test_what_is_no_outlet_is_not_found(name: str) -> None:
    assert find_outlet(name) is None


def test_clear_names_of_an_ambiguous_outlet_stand_alone() -> None:
    sun, tyzhden = find_outlet("The Sun"), find_outlet("Тиждень")
    assert sun is not None
    assert tyzhden is not None
    assert sun.stands_alone("The Sun", "uk")
    assert not sun.stands_alone("The Sun", "en")
    assert not tyzhden.stands_alone("Тиждень", "uk")
    assert tyzhden.stands_alone("Український тиждень", "uk")
