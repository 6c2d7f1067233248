"""Names that a tagger misses and the report or the reference data knows."""

from __future__ import annotations

import pytest

from firsthand.names.again import with_names_again
from tests.names.spaced import name, names, words


@pytest.mark.parametrize(
    ("language", "first", "again", "surname"),
    [
        ("ru", "Приехал Томас Хардинг", "Тогда Хардингу ответили", "Хардингу"),
        ("uk", "Приїхав Емека Гардінг", "Гардінг відповів", "Гардінг"),
    ],
)
def test_a_surname_is_the_person_named_in_full_elsewhere(language: str, first: str, again: str, surname: str) -> None:
    text = f"{first} . {again}"
    person = " ".join(first.split()[1:])
    for more in ([], [(surname, "LOC")]):
        found = with_names_again(names(text, (person, "PER"), *more), [words(text)], language)
        assert [(text[n.start : n.stop], n.type) for n in found] == [(person, "PER"), (surname, "PER")]


@pytest.mark.parametrize(
    ("language", "text", "known", "type_"),
    [
        ("uk", "Уряд Пакистану відповів", "Пакистану", "LOC"),
        ("uk", "Критерії ВООЗ змінили", "ВООЗ", "ORG"),
        ("uk", "Лист Мін'юсту загубили", "Мін'юсту", "ORG"),
        ("ru", "Власти Нидерландов ответили", "Нидерландов", "LOC"),
        ("ru", "Сенатор от Невады ответил", "Невады", "LOC"),
        ("ru", "Депутаты Европарламента ушли", "Европарламента", "ORG"),
    ],
)
def test_countries_and_bodies_are_known(language: str, text: str, known: str, type_: str) -> None:
    [found] = with_names_again([], [words(text)], language)
    assert (text[found.start : found.stop], found.type) == (known, type_)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сегодня тихо . – Сегодня тоже"),  # a newspaper, and a common word
        ("ru", "Концерн Альфа Нидерланды закрыт"),  # a part of a name that was missed
        ("uk", "Просить Захід про притулок"),
        ("uk", "Сенат порожній"),
    ],
)
def test_what_may_be_something_else_stays_out(language: str, text: str) -> None:
    assert with_names_again([], [words(text)], language) == []


def test_a_known_place_is_no_surname() -> None:
    text = "Играл Дензел Вашингтон . Поехал в Вашингтон"
    found = names(text, ("Дензел Вашингтон", "PER"), ("Вашингтон", "LOC"))
    assert with_names_again(found, [words(text)], "ru") == found


def test_an_abbreviation_is_no_surname() -> None:
    text = "Малук ТЛП . Тем не менее ТЛП"
    found = [name(text, "Малук ТЛП", "PER")]
    assert with_names_again(found, [words(text)], "ru") == found
