"""A body's noun with a capital and what it is in charge of are one name."""

from __future__ import annotations

import pytest

from firsthand.names.headed import with_headed
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("uk", "Скаргу читає Комітет лісового нагляду , а не суд", "Комітет лісового нагляду"),
        ("uk", "Так вирішила Рада з питань забудови", "Рада з питань забудови"),
        ("uk", "Лист надіслав Союз овочівників учора", "Союз овочівників"),
        ("uk", "Звіт склало Управління праці та зайнятості", "Управління праці та зайнятості"),
        ("uk", "Працює в Управлінні освіти міста Дубна", "Управлінні освіти міста Дубна"),
        ("ru", "Жалобу читает Комитет лесного надзора , а не суд", "Комитет лесного надзора"),
        ("ru", "Так решил Совет по вопросам застройки", "Совет по вопросам застройки"),
        ("ru", "Письмо прислал Союз овощеводов вчера", "Союз овощеводов"),
        ("ru", "Отчет составило Управление труда и занятости", "Управление труда и занятости"),
        ("ru", "Работает в Управлении образования города Шатры", "Управлении образования города Шатры"),
    ],
)
def test_a_noun_with_a_capital_leads_the_name_of_a_body(language: str, text: str, body: str) -> None:
    for found in ([], [name(text, body.split()[0], "ORG")]):
        [whole] = with_headed(found, [words(text)], language)
        assert (text[whole.start : whole.stop], whole.type) == (body, "ORG")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Управління трамвая мовчить"),
        ("uk", "Звіт читає комітет лісового нагляду"),
        ("uk", "Звіт читає Комітет"),
        ("uk", "Помер Центр імені Гнатюка"),
        ("ru", "Управление трамвая молчит"),
        ("ru", "Отчет читает комитет лесного надзора"),
        ("ru", "Отчет читает Комитет"),
        ("en", "The Committee of trees is silent"),
    ],
)
def test_a_noun_that_opens_a_sentence_or_stands_alone_leads_none(language: str, text: str) -> None:
    assert with_headed([], [words(text)], language) == []


def test_a_longer_name_stays_as_it_was_found() -> None:
    text = "Так вирішив Союз рибалок Литви"
    found = [name(text, "Союз рибалок Литви", "ORG")]
    assert with_headed(found, [words(text)], "uk") == found


def test_a_noun_that_was_found_as_a_name_grows_where_it_opens_a_sentence() -> None:
    text = "Союз рибалок мовчить"
    [whole] = with_headed([name(text, "Союз", "ORG")], [words(text)], "uk")
    assert text[whole.start : whole.stop] == "Союз рибалок"


@pytest.mark.parametrize(
    ("language", "text", "found", "body"),
    [
        (
            "uk",
            "Лист надіслала Крайова комісія з лісових питань учора",
            "Крайова комісія",
            "Крайова комісія з лісових питань",
        ),
        ("uk", "Голова Приморського центру нагляду мовчить", "Приморського центру", "Приморського центру нагляду"),
        ("uk", "Крайова комісія з метою огляду закрила міст", "Крайова комісія", "Крайова комісія"),
        ("uk", "Крайова комісія минулого тижня закрила міст", "Крайова комісія", "Крайова комісія"),
        ("uk", "Крайова комісія у відповіді згадала міст", "Крайова комісія", "Крайова комісія"),
        (
            "ru",
            "Письмо прислала Краевая комиссия по лесным вопросам",
            "Краевая комиссия",
            "Краевая комиссия по лесным вопросам",
        ),
        ("ru", "Краевая комиссия по итогам осмотра закрыла мост", "Краевая комиссия", "Краевая комиссия"),
        ("ru", "Краевая комиссия прошлого созыва закрыла мост", "Краевая комиссия", "Краевая комиссия"),
    ],
)
def test_a_name_that_ends_in_such_a_noun_takes_the_charge_behind_it(
    language: str, text: str, found: str, body: str
) -> None:
    [whole] = with_headed([name(text, found, "ORG")], [words(text)], language)
    assert text[whole.start : whole.stop] == body


def test_a_noun_that_was_taken_for_a_place_is_a_body_with_its_charge() -> None:
    text = "У Раді з питань забудови мовчать"
    [whole] = with_headed([name(text, "Раді", "LOC")], [words(text)], "uk")
    assert (text[whole.start : whole.stop], whole.type) == ("Раді з питань забудови", "ORG")
