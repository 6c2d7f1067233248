"""Latin words behind the noun of a body, and addresses."""

from __future__ import annotations

import pytest

from firsthand.names.addresses import with_addresses
from firsthand.names.latin import with_latin
from firsthand.names.words import Word
from tests.names.spaced import names, words


@pytest.mark.parametrize(
    ("language", "text", "tagged", "found"),
    [
        ("ru", "Компания Nordwind Shipping продаёт флот", [], [("Nordwind Shipping", "ORG")]),
        ("ru", "По данным фирмы Martin Keller", [("Martin Keller", "PER")], [("Martin Keller", "ORG")]),
        ("uk", "Як пише видання Harbour Post , міст закрито", [("Post", "LOC")], [("Harbour Post", "PRO")]),
        ("uk", "Агентству Harbour це підтвердили", [], [("Harbour", "ORG")]),
        ("uk", "Радіостанція Europe 1 , за її словами", [], [("Europe 1", "PRO")]),
        ("ru", "Компания Skyline 5 мая закрылась", [], [("Skyline", "ORG")]),
        ("ru", "Банк Bank of Harbour закрыт", [], [("Bank of Harbour", "ORG")]),
        ("ru", "Консультант Rystad Energy Анна Ткач против", [("Анна Ткач", "PER")],
         [("Rystad Energy", "ORG"), ("Анна Ткач", "PER")]),
        ("ru", "Вчера приехал Martin Keller", [("Martin Keller", "PER")], [("Martin Keller", "PER")]),
    ],
)  # fmt: skip
def test_latin_words_behind_a_bodys_noun_are_its_name(
    language: str, text: str, tagged: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    named = with_latin(names(text, *tagged), [words(text)], language)
    assert [(text[n.start : n.stop], n.type) for n in named] == found


def address(text: str) -> list[Word]:
    """The words of a text: letters and figures apart from full stops, with nothing between."""
    found, at = [], 0
    for part in text.replace(".", " . ").split():
        start = text.index(part, at)
        found.append(Word(start, start + len(part), part, start == at and start > 0))
        at = start + len(part)
    return found


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("Об этом пишет 24.kg", [], ["24.kg"]),
        ("Об этом пишет Лента.ру вчера", [("Лента", "LOC")], ["Лента.ру"]),
        ("Об этом пишет Harbour.Today", [("Harbour", "ORG")], ["Harbour.Today"]),
        ("Мост закрыт.Лента стоит", [], []),
        ("Об этом пишет harbour.com", [], []),
    ],
)
def test_an_address_is_one_name(text: str, tagged: list[tuple[str, str]], found: list[str]) -> None:
    named = with_addresses(names(text, *tagged), [address(text)], "ru")
    assert [(text[n.start : n.stop], n.type) for n in named] == [(part, "ORG") for part in found]
