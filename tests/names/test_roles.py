"""People behind the noun that says what they are, whoever bears the name; a small filling of a larger grid."""

from __future__ import annotations

from itertools import product

import pytest

from firsthand.names.roles import with_people
from tests.names.spaced import name, names, words

ROLES = {
    "ru": ["директор порта", "эколог", "адвокат компании", "представитель ЕК", "посол Литвы", "консультант Rystad"],
    "uk": ["директор порту", "еколог", "адвокат компанії", "представник ЄК", "посол Литви", "консультант Rystad"],
}
PEOPLE = {
    "ru": ["Ламберт Десмет", "Хосров Надери", "Арбана Красничи", "Рута Казлаускайте", "Жак Дюбуа"],
    "uk": ["Ламберт Десмет", "Хосров Надері", "Арбана Краснічі", "Рута Казлаускайте", "Жак Дюбуа"],
}
FILLED = [(language, *pair) for language in ROLES for pair in product(ROLES[language], PEOPLE[language])]


def found(text: str, language: str, *typed: tuple[str, str]) -> list[tuple[str, str]]:
    """The names behind the rule, of those that a tagger found."""
    return [(text[n.start : n.stop], n.type) for n in with_people(names(text, *typed), [words(text)], language)]


@pytest.mark.parametrize(("language", "role", "person"), FILLED)
def test_two_words_behind_what_somebody_is_are_a_person(language: str, role: str, person: str) -> None:
    assert found(f"Вчора {role} {person} уехал", language) == [(person, "PER")]


@pytest.mark.parametrize(
    ("language", "text", "person", "tagged", "left"),
    [
        ("ru", "Вчера эколог Ламберт Десмет уехал", "Ламберт Десмет", ("Ламберт Десмет", "LOC"), []),
        ("ru", "Вчера эколог Арбана Красничи ушла", "Арбана Красничи", ("Красничи", "PER"), []),
        ("ru", "Вчера посол ЕК Ламберт Десмет ушёл", "Ламберт Десмет", ("ЕК Ламберт Десмет", "ORG"), [("ЕК", "ORG")]),
        ("uk", "Лист передали послу Литви Ламберту Десмету", "Ламберту Десмету", ("Литви Ламберту Десмету", "LOC"),
         [("Литви", "LOC")]),
        ("ru", "Ламберт Десмет , эколог , уехал", "Ламберт Десмет", ("Десмет", "PER"), []),
        ("uk", "Мер , Рута Казлаускайте , поїхала", "Рута Казлаускайте", ("Казлаускайте", "LOC"), []),
        ("ru", "Об этом сообщил Ламберт Десмет вечером", "Ламберт Десмет", ("Ламберт Десмет", "ORG"), []),
    ],
)  # fmt: skip
def test_what_a_tagger_found_there_is_mended(
    language: str, text: str, person: str, tagged: tuple[str, str], left: list[tuple[str, str]]
) -> None:
    assert found(text, language, tagged) == [*left, (person, "PER")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Депутат Жогорку Кенеша уехал"),
        ("ru", "Перевозчик Ламберт Десмет продаёт флот"),
        ("ru", "Директор Хьюстон Энерджи уехал"),
        ("uk", "Мій сусід Центр Десмета не бачив"),
        ("uk", "Лист лежав поруч із Ламбертом Десметом"),
    ],
)
def test_what_is_no_persons_stays(language: str, text: str) -> None:
    assert found(text, language) == []


def test_a_person_of_three_words_stays_whole() -> None:
    text = "Вчера лидер Мухаммед Афзал Кадри уехал"
    person = name(text, "Мухаммед Афзал Кадри", "PER")
    assert with_people([person], [words(text)], "ru") == [person]
