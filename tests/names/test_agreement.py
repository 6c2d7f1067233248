"""The nominative of a name by the verb, the post or the preposition beside it."""

from __future__ import annotations

import pytest

from firsthand.names.agreement import standings
from firsthand.names.nominative import nominatives
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("language", "text", "form", "nominative"),
    [
        ("ru", "С. Дорофеева осмотрела мост", "С. Дорофеева", "С. Дорофеева"),
        ("ru", "Министр транспорта Литвы С. Дорофеева ответила", "С. Дорофеева", "С. Дорофеева"),
        ("ru", "Эколог Арбана Красничи против", "Арбана Красничи", "Арбана Красничи"),
        ("ru", "Об этом сказала Арбана Красничи вчера", "Арбана Красничи", "Арбана Красничи"),
        ("ru", "Встречу с Арбаной Красничи отменили", "Арбаной Красничи", "Арбана Красничи"),
        ("ru", "Арбана Красничи , эколог , против", "Арбана Красничи", "Арбана Красничи"),
        ("uk", "Екологиня Арбана Краснічі заявила про це", "Арбана Краснічі", "Арбана Краснічі"),
        ("uk", "Директор порту Хосров Надері проти", "Хосров Надері", "Хосров Надері"),
        ("uk", "За словами Ламберта Десмета , міст закрито", "Ламберта Десмета", "Ламберт Десмет"),
        ("ru", "До смертного приговора Асия Биби молчала", "Асия Биби", "Асия Биби"),
        # What is beside settles nothing where the form is another case's.
        ("ru", "Адвокат Ковальчука осмотрел мост", "Ковальчука", "Ковальчук"),
        ("ru", "Поблагодарила Игоря Ткача вчера", "Игоря Ткача", "Игорь Ткач"),
    ],
)
def test_what_is_beside_a_name_speaks_for_its_case(language: str, text: str, form: str, nominative: str) -> None:
    person = name(text, form, "PER")
    standing = standings([person], [words(text)], language)
    assert nominatives(((form, "PER"),), language, standing) == (nominative,)


def test_a_place_and_english_have_none() -> None:
    assert standings([name("Литва приняла закон", "Литва", "LOC")], [words("Литва приняла закон")], "ru") == (None,)
    assert standings([name("Anna said", "Anna", "PER")], [words("Anna said")], "en") == (None,)
