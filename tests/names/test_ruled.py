"""Places between a post and the name of who holds it."""

from __future__ import annotations

import pytest

from firsthand.names.ruled import with_ruled
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ru", "Мэр Клайпеды Анна Ткач уехала", ["Клайпеды"]),
        ("uk", "Міністр транспорту Клайпеди Анна Ткач поїхала", ["Клайпеди"]),
        ("uk", "Мер Анни Анна Ткач поїхала", []),
        ("uk", "Голова Правління Анна Ткач поїхала", []),
        ("ru", "Адвокат Клайпеды Анна Ткач уехала", []),
    ],
)
def test_what_a_post_rules_is_a_place(language: str, text: str, places: list[str]) -> None:
    found = with_ruled([name(text, "Анна Ткач", "PER")], [words(text)], language)
    assert [text[n.start : n.stop] for n in found if n.type == "LOC"] == places
