"""Organisations with what belongs to them behind."""

from __future__ import annotations

import pytest

from firsthand.names.whole import with_ends
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ('НАК " Альфа', 'НАК " Альфа "'),
        ("концерн « Альфа", "концерн « Альфа »"),
        ("інститут пожеж ( PIP", "інститут пожеж ( PIP )"),
        ("концерн „ Альфа", "концерн „ Альфа “"),
        ('" Альфа', '" Альфа'),  # the marks around a name are not the name
        ('НАК " Альфа "', 'НАК " Альфа "'),
    ],
)
def test_a_mark_opened_inside_a_name_is_closed(found: str, whole: str) -> None:
    text = whole + ("" if whole != found else ' "') + " звітує"
    [result] = with_ends([name(text, found, "ORG")], [words(text)], "uk")
    assert text[result.start : result.stop] == whole


def test_a_mark_that_is_not_behind_the_name_is_not_reached_for() -> None:
    text = "НАК « Альфа і ще дві » звітує"
    names = [name(text, "НАК « Альфа", "ORG")]
    assert with_ends(names, [words(text)], "uk") == names


@pytest.mark.parametrize("found", ["Beta Stream 2 AG", "Beta Stream 2", "Beta Stream"])
def test_a_legal_form_behind_a_latin_name_makes_it_a_company(found: str) -> None:
    text = "Акции Beta Stream 2 AG арестованы"
    [result] = with_ends([name(text, found, "PRO")], [words(text)], "ru")
    assert (text[result.start : result.stop], result.type) == ("Beta Stream 2 AG", "ORG")


@pytest.mark.parametrize("text", ["Рядом с Бета AG стоит склад", "Beta Stream купила AG позже"])
def test_a_form_elsewhere_or_behind_a_cyrillic_name_is_none(text: str) -> None:
    names = [name(text, "Бета" if "Бета" in text else "Beta Stream", "PRO")]
    assert with_ends(names, [words(text)], "ru") == names


@pytest.mark.parametrize(
    ("language", "text", "court"),
    [
        ("uk", "Вищий суд гірського кантону Альфа розглянув скаргу", "Вищий суд гірського кантону Альфа"),
        ("uk", "Верховний суд штату Бета розглянув скаргу", "Верховний суд штату Бета"),
        ("ru", "Апелляционный суд округа Альфа принял жалобу", "Апелляционный суд округа Альфа"),
    ],
)
def test_a_court_is_one_with_its_district(language: str, text: str, court: str) -> None:
    place = court.split()[-1]
    for words_found in range(2, len(court.split())):
        body = " ".join(court.split()[:words_found])
        [found] = with_ends([name(text, body, "ORG"), name(text, place, "LOC")], [words(text)], language)
        assert (text[found.start : found.stop], found.type) == (court, "ORG")


@pytest.mark.parametrize(
    ("text", "body", "place"),
    [
        ("Верховний суд у місті Альфа закрили", "Верховний суд", "Альфа"),
        ("Поліція штату Бета закрила дорогу", "Поліція", "Бета"),
        ("Верховний суд перевірив штат Бета", "Верховний суд", "Бета"),
    ],
)
def test_a_place_where_a_body_merely_is_stays_apart(text: str, body: str, place: str) -> None:
    names = [name(text, body, "ORG"), name(text, place, "LOC")]
    assert with_ends(names, [words(text)], "uk") == names
