"""What ends a name and is none of it."""

from __future__ import annotations

import pytest

from firsthand.names.trimmed import with_trimmed
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "tagged", "found"),
    [
        ("uk", "Банк « Північний » закрито", "Північний »", ["Північний"]),
        ("ru", "Об этом МИД Литвы после совещания", "МИД Литвы после совещания", ["МИД Литвы"]),
        ("ru", "Сказал Десмет журналистам", "Десмет журналистам", ["Десмет"]),
        ("ru", "МИД Литвы и Минобороны Эстонии против", "МИД Литвы и Минобороны Эстонии",
         ["МИД Литвы", "Минобороны Эстонии"]),
        ("ru", "Вчера Министерство труда и занятости Литвы", "Министерство труда и занятости Литвы",
         ["Министерство труда и занятости Литвы"]),
        ("ru", "Фонд « Маяк » закрыт", "Фонд « Маяк »", ["Фонд « Маяк »"]),
    ],
)  # fmt: skip
def test_a_body_ends_where_its_name_does(language: str, text: str, tagged: str, found: list[str]) -> None:
    named = with_trimmed([name(text, tagged, "ORG")], [words(text)], language)
    assert [text[n.start : n.stop] for n in named] == found
