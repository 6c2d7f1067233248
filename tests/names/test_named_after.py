"""Bodies with whom they are named after."""

from __future__ import annotations

import pytest

from firsthand.names.named_after import with_honoured
from tests.names.spaced import name, words


@pytest.mark.parametrize("body", ["Інститут моря", "Інститут моря імені"])
def test_a_body_is_one_with_whom_it_is_named_after(body: str) -> None:
    text = "Інститут моря імені Петра Ковтуна відкрив залу"
    found = with_honoured([name(text, body, "ORG"), name(text, "Петра Ковтуна", "PER", 0.6)], [words(text)], "uk")
    assert [(text[n.start : n.stop], n.type, n.score) for n in found] == [
        ("Інститут моря імені Петра Ковтуна", "ORG", 0.6)
    ]


def test_a_stop_behind_the_mark_is_passed_over() -> None:
    text = "Музей флота им . Белова закрыт"
    found = with_honoured([name(text, "Музей флота", "ORG"), name(text, "Белова", "PER")], [words(text)], "ru")
    assert [text[n.start : n.stop] for n in found] == ["Музей флота им . Белова"]


def test_a_person_beside_a_body_or_behind_a_place_stays() -> None:
    text = "Інститут моря Петро Ковтун та Рівне імені Ковтуна"
    names = [name(text, "Інститут моря", "ORG"), name(text, "Петро Ковтун", "PER"), name(text, "Рівне", "LOC")]
    assert with_honoured(names, [words(text)], "uk") == names


def test_words_in_small_letters_between_the_body_and_the_mark_are_its_name() -> None:
    text = "Институт моря и рек имени Белова открыт"
    found = with_honoured([name(text, "Институт моря", "ORG"), name(text, "Белова", "PER")], [words(text)], "ru")
    assert [text[n.start : n.stop] for n in found] == ["Институт моря и рек имени Белова"]


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ru", "В центре имени Белова открыли залу", "центре имени Белова"),
        ("uk", "У лікарні швидкої допомоги імені Ковтуна чекають", "лікарні швидкої допомоги імені Ковтуна"),
    ],
)
def test_a_body_in_small_letters_is_a_body_and_no_person(language: str, text: str, body: str) -> None:
    honoured = text.split()[-3] if language == "ru" else text.split()[-2]
    [found] = with_honoured([name(text, honoured, "PER")], [words(text)], language)
    assert (text[found.start : found.stop], found.type) == (body, "ORG")


def test_a_street_named_after_somebody_leaves_the_person() -> None:
    text = "На улице имени Белова тихо"
    names = [name(text, "Белова", "PER")]
    assert with_honoured(names, [words(text)], "ru") == names
