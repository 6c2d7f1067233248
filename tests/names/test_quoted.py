"""Names in quotation marks."""

from __future__ import annotations

import pytest

from firsthand.names.quoted import with_quoted
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("uk", "Партія « Чесний вибір » зібрала підписи", "Чесний вибір"),
        ("uk", "Голова руху « За чистий Дніпро » прийшов", "За чистий Дніпро"),
        ("uk", "Про це пише газета « Північний кур’єр »", "Північний кур’єр"),
        ("ru", "Юрист компании « Голден Ридж » ответил", "Голден Ридж"),
        ("ru", "Сторонники движения „ За чистый Днепр “ вышли", "За чистый Днепр"),
    ],
)
def test_a_body_is_its_marks_whole_whatever_was_found_inside(language: str, text: str, body: str) -> None:
    part = body.split()[-1]
    for names in ([], [name(text, part, "LOC")], [name(text, body, "PRO")]):
        [found] = with_quoted(names, [words(text)], language)
        assert (text[found.start : found.stop], found.type) == (body, "ORG")


@pytest.mark.parametrize(("language", "type_"), [("uk", "ORG"), ("ru", "PRO")])
def test_what_is_quoted_is_no_place(language: str, type_: str) -> None:
    text = "« Альфа » выросла"
    [found] = with_quoted([name(text, "Альфа", "LOC")], [words(text)], language)
    assert found.type == type_


@pytest.mark.parametrize("text", ["Аэропорт « Альфа » закрыт", "Раздел « Италия » закрыт", "Район « Альфа » закрыт"])
def test_an_airport_a_district_and_a_country_stay_places(text: str) -> None:
    names = [name(text, text.split()[2], "LOC")]
    assert with_quoted(names, [words(text)], "ru") == names


def test_a_name_that_reaches_out_of_the_marks_and_a_sentence_in_marks_stay() -> None:
    text = "Концерн « Альфа » и партия « Выбор сделан . Мы победим »"
    names = [name(text, "Концерн « Альфа »", "ORG")]
    assert with_quoted(names, [words(text)], "ru") == names
