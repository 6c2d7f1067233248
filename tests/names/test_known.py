"""Bodies of the reference data, found whole."""

from __future__ import annotations

import pytest

from firsthand.names.known import with_known
from firsthand.names.words import Name
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("uk", "У Палаті представників відклали розгляд", "Палаті представників"),
        ("uk", "Позицію Республіканської партії не розкрили", "Республіканської партії"),
        ("ru", "По словам Лейбористской партии , отсрочки нет", "Лейбористской партии"),
        ("ru", "Совету ООН по правам человека вручили доклад", "Совету ООН по правам человека"),
        ("en", "The House of Representatives met at noon", "House of Representatives"),
    ],
)
def test_a_known_body_is_found_whole_where_no_tagger_saw_it(language: str, text: str, body: str) -> None:
    [found] = with_known([], [words(text)], language)
    assert (text[found.start : found.stop], found.type) == (body, "ORG")


def test_parts_and_other_types_give_way_to_the_body() -> None:
    text = "Шотландська національна партія збереться"
    for part, type_ in (("Шотландська", "LOC"), ("Шотландська національна партія", "PRO")):
        [found] = with_known([name(text, part, type_)], [words(text)], "uk")
        assert (text[found.start : found.stop], found.type) == ("Шотландська національна партія", "ORG")


def test_a_longer_name_and_one_found_just_so_stay() -> None:
    text = "Верхня Палата представників Альфи не голосувала"
    for whole in ("Палата представників Альфи", "Палата представників"):
        names = [name(text, whole, "ORG", 0.6)]
        assert with_known(names, [words(text)], "uk") == names


@pytest.mark.parametrize(
    "text",
    [
        "палата представників завмерла",  # no name: it starts small
        "Республіканські партії Європи радились",  # several parties, not the one
        "Білий дім на пагорбі продали",  # a house as often as an office
        "Палата громадських представників",  # a word between
    ],
)
def test_what_is_not_the_body_is_left(text: str) -> None:
    assert with_known([], [words(text)], "uk") == []


def test_the_longest_of_the_bodies_at_one_word_is_taken() -> None:
    text = "Палата представників Конгресу США проголосувала"
    assert [text[n.start : n.stop] for n in with_known([], [words(text)], "uk")] == [
        "Палата представників Конгресу США"
    ]


def test_names_stay_in_order() -> None:
    text = "Ковтун і Палата представників Рівного"
    found: list[Name] = with_known([name(text, "Ковтун", "PER"), name(text, "Рівного", "LOC")], [words(text)], "uk")
    assert [n.type for n in found] == ["PER", "ORG", "LOC"]
