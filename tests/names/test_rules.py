"""The smaller rules behind the taggers, and the order of all."""

from __future__ import annotations

from itertools import product

import pytest

from firsthand.names.described import with_described
from firsthand.names.kinds import with_known_types
from firsthand.names.known import with_known
from firsthand.names.particles import with_particles
from firsthand.names.rules import RULES, with_rules
from firsthand.names.trimmed import with_trimmed
from firsthand.names.whole import with_ends
from firsthand.names.words import Name
from tests.names.spaced import name, names, words

Typed = list[tuple[str, str]]


def read(text: str, found: list[Name], language: str) -> Typed:
    """The names of a text behind all rules, as (name, type)."""
    return [(text[n.start : n.stop], n.type) for n in with_rules(found, [words(text)], language)]


@pytest.mark.parametrize(
    ("language", "found", "whole"),
    [
        ("ru", "Мохаммеда", "Мохаммеда аль-Фаиза"),
        ("ru", "Люсия", "Люсия де Оливейра"),
        ("uk", "Томасом", "Томасом ван дер Лінденом"),
    ],
)
def test_a_particle_joins_a_person(language: str, found: str, whole: str) -> None:
    text = f"{whole} тут"
    for more in ([], [(whole.split()[-1], "PER")]):
        [person] = with_particles(names(text, (found, "PER"), *more), [words(text)], language)
        assert text[person.start : person.stop] == whole


@pytest.mark.parametrize("text", ["Олег , де Київ", "Олег і Марія", "Олег аль тут", "Олег та фон"])
def test_other_words_in_small_letters_join_nothing(text: str) -> None:
    [person] = with_particles([name(text, "Олег", "PER")], [words(text)], "uk")
    assert text[person.start : person.stop] == "Олег"


@pytest.mark.parametrize(
    ("language", "text", "found", "left"),
    [
        ("uk", "Верховний суд країни мовчить", "Верховний суд країни", "Верховний суд"),
        ("ru", "Верховный суд страны молчит", "Верховный суд страны", "Верховный суд"),
        ("uk", "Скарга до Окружного суду в Білині", "Окружного суду в", "Окружного суду"),
    ],
)
def test_what_is_no_part_of_a_body_is_left_out(language: str, text: str, found: str, left: str) -> None:
    [body] = with_trimmed([name(text, found, "ORG")], [words(text)], language)
    assert text[body.start : body.stop] == left


@pytest.mark.parametrize(("text", "type_"), [("Толпа ушла", "PER"), ("Деньги – потом", "LOC")])
def test_a_common_word_that_opens_a_sentence_is_no_name(text: str, type_: str) -> None:
    assert with_trimmed([name(text, text.split()[0], type_)], [words(text)], "ru") == []


def test_a_common_word_that_is_a_surname_here_stays() -> None:
    text = "Мясник ушёл – за Петром Мясником"
    found = names(text, ("Мясник", "PER"), ("Петром Мясником", "PER"))
    assert with_trimmed(found, [words(text)], "ru") == found


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ru", "Решение Стокгольмского арбитража отменено", "Стокгольмского арбитража"),
        ("ru", "Глава Восточного комитета морской торговли ушёл", "Восточного комитета морской торговли"),
        ("ru", "Член Северного совета по этике ушёл", "Северного совета по этике"),
        ("ru", "Решение Окружного суда Амстердама отменено", "Окружного суда Амстердама"),
        ("uk", "Лідер Ліберальної партії пішов", "Ліберальної партії"),
        ("uk", "Навчався в Кельнському університеті й пішов", "Кельнському університеті"),
    ],
)
def test_an_adjective_and_the_noun_of_a_body_are_its_name(language: str, text: str, body: str) -> None:
    for found in ([], [name(text, body.split()[0], "LOC")]):
        [whole] = with_described(found, [words(text)], language)
        assert (text[whole.start : whole.stop], whole.type) == (body, "ORG")


@pytest.mark.parametrize(
    ("text", "found", "left"),
    [
        ("Живе в Гірській області", "Гірській", [("Гірській області", "LOC")]),
        ("Кажуть , що Обмежувальні заходи зникли", "Обмежувальні", []),
        ("Кажуть , що Ігор Гірський суд програв", "Ігор Гірський", [("Ігор Гірський", "PER")]),
    ],
)
def test_an_adjective_with_another_noun_is_a_district_or_no_name(text: str, found: str, left: Typed) -> None:
    type_ = "PER" if " " in found else "LOC"
    described = with_described([name(text, found, type_)], [words(text)], "uk")
    assert [(text[n.start : n.stop], n.type) for n in described] == left


def test_a_sentence_may_begin_with_the_adjective_of_any_party() -> None:
    assert with_described([], [words("Правляча партія мовчить")], "uk") == []


@pytest.mark.parametrize(
    ("language", "text", "type_", "settled"),
    [
        ("uk", "Пакистан", "PER", "LOC"),
        ("uk", "Невади", "ORG", "LOC"),
        ("ru", "Исламабадом", "PER", "LOC"),
        ("uk", "Pfizer", "PRO", "ORG"),
        ("uk", "Reuters", "PRO", "ORG"),
        ("uk", "Telegram", "PRO", "PRO"),
        ("ru", "Бундестага", "LOC", "ORG"),
        ("ru", "Спутник", "PRO", "PRO"),
        ("ru", "Urals", "PRO", "PRO"),
        ("uk", "Альфа", "PRO", "PRO"),
    ],
)
def test_what_is_known_of_a_name_settles_its_type(language: str, text: str, type_: str, settled: str) -> None:
    [found] = with_known_types([name(text, text, type_)], [words(text)], language)
    assert found.type == settled


def test_a_noun_before_and_a_full_name_elsewhere_count_more_than_what_is_known() -> None:
    text = "Вакцина « Pfizer » і Леся Київ , а Київ мовчить"
    found = names(text, ("Pfizer", "PRO"), ("Леся Київ", "PER"), ("Київ", "PER"))
    assert with_known_types(found, [words(text)], "uk") == found


@pytest.mark.parametrize("text", ["У Боснії і Герцеговині тихо", "У Південній Африці тихо"])
def test_a_place_of_several_words_is_whole(text: str) -> None:
    place = text[2 : -len(" тихо")]
    for found in ([], [name(text, place.split()[0], "LOC")], names(text, *((p, "LOC") for p in place.split()[::2]))):
        [whole] = with_known(found, [words(text)], "uk")
        assert (text[whole.start : whole.stop], whole.type) == (place, "LOC")


@pytest.mark.parametrize(("body", "place"), [("МИД", "Гамбии"), ("Минздрав", "РФ"), ("Союз юристов", "Новой Зеландии")])
def test_a_body_is_one_with_its_country_in_russian(body: str, place: str) -> None:
    text = f"{body} {place} отвечает"
    [found] = with_ends(names(text, (body, "ORG"), (place, "LOC")), [words(text)], "ru")
    assert text[found.start : found.stop] == f"{body} {place}"


@pytest.mark.parametrize(
    ("body", "place"), [("REGNUM", "Киев"), ("Правительство", "Гамбии"), ("ГТС", "Украины"), ("ЕС", "Францией")]
)
def test_a_network_a_common_word_and_another_case_stay_apart(body: str, place: str) -> None:
    text = f"{body} {place} отвечает"
    found = names(text, (body, "ORG"), (place, "LOC"))
    assert with_ends(found, [words(text)], "ru") == found


PERSONS = {
    "ru": ["Игорь Ковальчук", "Анна Бергман", "Томас фон Риттер", "Д. Мельник"],
    "uk": ["Ігор Ковальчук", "Анна Бергман", "Томас фон Ріттер", "Д. Мельник"],
}
BODIES = {
    "ru": ["Интерфаксу", "Reuters", "Минюсту", "Сенату", "Либеральной партии", "ЦИК"],
    "uk": ["Укрінформу", "Reuters", "Мін'юсту", "Сенату", "Ліберальній партії", "ЦВК"],
}
ADDRESSED = {"ru": "Об этом рассказал {} {} вчера", "uk": "Про це розповів {} {} вчора"}


@pytest.mark.parametrize(
    ("language", "person", "body"), [(k, p, b) for k in ADDRESSED for p, b in product(PERSONS[k], BODIES[k])]
)
def test_whom_a_person_told_something_is_no_part_of_the_person(language: str, person: str, body: str) -> None:
    text = ADDRESSED[language].format(person, body)
    joined = [name(text, f"{person} {body.split()[0]}", "PER")]
    wanted = [(person, "PER"), (body, "ORG")]
    assert read(text, joined, language) == wanted


def test_rules_come_once_each() -> None:
    assert len(set(RULES)) == len(RULES)
