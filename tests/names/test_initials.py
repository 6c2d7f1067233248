"""An initial and a surname are one person."""

from __future__ import annotations

import pytest

from firsthand.names.initials import with_initials
from firsthand.names.words import Name, Word
from tests.names.spaced import names, words


def glued(text: str) -> list[Word]:
    """The words of a text, each full stop glued to the one before it."""
    return [Word(w.start, w.stop, w.text, w.text == ".") for w in words(text)]


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("С . Дорофеева уехала", [], ["С . Дорофеева"]),
        ("Н . В . Дорофеева уехала", ["Дорофеева"], ["Н . В . Дорофеева"]),
        ("Н . В . Дорофеева уехала", ["Н . В . Дорофеева"], ["Н . В . Дорофеева"]),
        ("Витамин А . Вчера уехали", [], []),
        ("Центр им . Н . Дорофеева закрыт", [], []),
    ],
)
def test_initials_belong_to_a_surname(text: str, tagged: list[str], found: list[str]) -> None:
    people: list[Name] = names(text, *((part, "PER") for part in tagged))
    assert [text[n.start : n.stop] for n in with_initials(people, [glued(text)], "ru")] == found
