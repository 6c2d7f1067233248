"""Two names side by side that were taken for one person."""

from __future__ import annotations

import pytest

from firsthand.names.beside import with_neighbours
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "one", "other"),
    [
        ("ru", "Рассказал Игорь Ковальчук Интерфаксу", ("Игорь Ковальчук", "PER"), ("Интерфаксу", "ORG")),
        ("ru", "Рассказал Reuters Ковальчук", ("Reuters", "ORG"), ("Ковальчук", "PER")),
        ("ru", "Спикер Сената Томас фон Риттер ушёл", ("Сената", "ORG"), ("Томас фон Риттер", "PER")),
        ("ru", "Адвокат Ковальчука Олег Дорош ушёл", ("Ковальчука", "PER"), ("Олег Дорош", "PER")),
        ("ru", "Губернатор Невады Анна Бергман ушла", ("Невады", "LOC"), ("Анна Бергман", "PER")),
        ("uk", "Розповів Ігор Ковальчук Укрінформу", ("Ігор Ковальчук", "PER"), ("Укрінформу", "ORG")),
        ("uk", "Розповіла Bloomberg Бергман", ("Bloomberg", "ORG"), ("Бергман", "PER")),
        ("uk", "Адвокат Ковальчука Олег Дорош пішов", ("Ковальчука", "PER"), ("Олег Дорош", "PER")),
        ("ru", "Мэру Клайпеды Ольге Дорош звонили", ("Клайпеды", "LOC"), ("Ольге Дорош", "PER")),
        ("ru", "Мэр Клайпеды А . Бергман уехала", ("Клайпеды", "LOC"), ("А . Бергман", "PER")),
        ("uk", "Посол Литви Ламберт Десмет пішов", ("Литви", "LOC"), ("Ламберт Десмет", "PER")),
    ],
)
def test_two_names_are_told_apart_by_their_cases(
    language: str, text: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    found = with_neighbours([name(text, f"{one[0]} {other[0]}", "PER")], [words(text)], language)
    assert [(text[n.start : n.stop], n.type) for n in found] == [one, other]


@pytest.mark.parametrize(
    ("language", "text", "one", "other"),
    [
        ("ru", "Сообщил Reuters МИД Польши", ("Reuters", "ORG"), ("МИД Польши", "ORG")),
        ("ru", "Сообщил Bloomberg Ларсен", ("Bloomberg", "ORG"), ("Ларсен", "PER")),
        ("uk", "Повідомило BBC Міноборони", ("BBC", "ORG"), ("Міноборони", "ORG")),
    ],
)
def test_a_medium_is_told_from_who_told_it(
    language: str, text: str, one: tuple[str, str], other: tuple[str, str]
) -> None:
    found = with_neighbours([name(text, f"{one[0]} {other[0]}", "ORG")], [words(text)], language)
    assert [(text[n.start : n.stop], n.type) for n in found] == [one, other]


@pytest.mark.parametrize("body", ["Forbes Україна", "Голос Америки", "Інтерфакс-Україна", "BBC Україна"])
def test_a_medium_of_several_words_stays_whole(body: str) -> None:
    names = [name(body, body, "ORG")]
    assert with_neighbours(names, [words(body)], "uk") == names


@pytest.mark.parametrize(
    ("text", "tagged", "person"),
    [
        ("Мер Ігор Ткач поїхав", "Мер Ігор Ткач", "Ігор Ткач"),
        ("Депутат Ковальчук поїхав", "Депутат Ковальчук", "Ковальчук"),
        ("Ткач Ігор Петрович поїхав", "Ткач Ігор Петрович", "Ткач Ігор Петрович"),
        ("Коваль Ігор поїхав", "Коваль Ігор", "Коваль Ігор"),
    ],
)
def test_a_post_at_the_beginning_of_a_sentence_is_no_name(text: str, tagged: str, person: str) -> None:
    found = with_neighbours([name(text, tagged, "PER")], [words(text)], "uk")
    assert [text[n.start : n.stop] for n in found] == [person]


@pytest.mark.parametrize(
    ("language", "person"),
    [
        ("ru", "Игоря Ковальчука"),
        ("ru", "Генри Форда"),
        ("ru", "Ковальчука Игоря Петровича"),
        ("ru", "Х. Маас"),
        ("ru", "Люсии де Оливейра"),
        ("uk", "Джорджа Вашингтона"),
        ("uk", "Ігореві Ковальчуку"),
        ("uk", "ІГОР КОВАЛЬЧУК ТАСС"),
    ],
)
def test_a_person_of_one_case_stays_whole(language: str, person: str) -> None:
    names = [name(person, person, "PER")]
    assert with_neighbours(names, [words(person)], language) == names
