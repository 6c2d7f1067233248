"""Names of things in quotation marks."""

from __future__ import annotations

from firsthand.names.products import with_products, without_abbreviations
from tests.names.spaced import names, words


def typed(text: str, given: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    found = with_products(names(text, *given), [words(text)], language)
    return [(text[n.start : n.stop], n.type) for n in found]


def test_what_a_noun_calls_a_thing_is_one_and_so_is_the_same_name_elsewhere() -> None:
    text = "Вакцину « Ромашка » хвалят , но « Ромашкой » привито мало"
    assert typed(text, [("Ромашка", "ORG"), ("Ромашкой", "ORG")], "ru") == [("Ромашка", "PRO"), ("Ромашкой", "PRO")]


def test_a_firm_behind_another_noun_or_without_marks_stays_a_firm() -> None:
    text = "Компанія « Ромашка » везе вакцину Ромашка і літак « Чайка »"
    given = [("Ромашка", "ORG"), ("Ромашка", "ORG"), ("Чайка", "PER")]
    assert typed(text, given, "uk") == [("Ромашка", "ORG"), ("Ромашка", "ORG"), ("Чайка", "PRO")]


def test_a_person_whose_name_a_ship_carries_stays_a_person() -> None:
    text = "Танкер « Иван Белов » встретил Иван Белов"
    assert typed(text, [("Иван Белов", "ORG"), ("Иван Белов", "PER")], "ru") == [
        ("Иван Белов", "PRO"),
        ("Иван Белов", "PER"),
    ]


def test_english_has_no_such_nouns() -> None:
    assert typed("The ship “ Gull ” left", [("Gull", "ORG")], "en") == [("Gull", "ORG")]


def test_an_abbreviation_of_something_else_is_no_body() -> None:
    text = "МОЗ радить здати аналіз на ДНК"
    found = without_abbreviations(names(text, ("МОЗ", "ORG"), ("ДНК", "ORG")), [words(text)], "uk")
    assert [text[n.start : n.stop] for n in found] == ["МОЗ"]
