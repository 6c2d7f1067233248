"""Whose word ``Про це ...`` is: a press service's and a paper's too; no medium's, and none where a medium tells it."""

from __future__ import annotations

import pytest

from firsthand.pipeline import analyse_fast
from firsthand.records import Report

LEAD = {"uk": "Причал закриють навесні. ", "ru": "Причал закроют весной. "}
SAID = [
    ("uk", "Про це повідомляє пресслужба порту.", "пресслужба порту"),
    ("uk", "Про це йдеться в заяві міністерства транспорту.", "заяві міністерства транспорту"),
    ("uk", "Про це йдеться в розпорядженні міського голови.", "розпорядженні міського голови"),
    ("uk", "Про це повідомляє прикордонна служба.", "прикордонна служба"),
    ("ru", "Об этом сообщает пресс-служба порта.", "пресс-служба порта"),
    ("ru", "Об этом говорится в отчёте министерства транспорта.", "отчёте министерства транспорта"),
]
TOLD = [
    ("uk", "Про це повідомляє Укрінформ."),
    ("uk", "Про це йдеться в заяві міністерства транспорту, передає Укрінформ."),
    ("uk", "Про це повідомляють місцеві ЗМІ."),
    ("ru", "Об этом сообщает Интерфакс."),
    ("ru", "Об этом говорится в отчёте министерства транспорта, передаёт Интерфакс."),
    ("ru", "Об этом сообщается в «Вестнике торгов»."),
]


def said_there(text: str, language: str) -> list[str]:
    """The sources of what is said under ``Про це``."""
    report = Report("x", "x.txt", LEAD[language] + text, language)
    found = analyse_fast(report).attributions
    return [a.source.of(report.text) for a in found if a.rule == "about-this" and a.source is not None]


@pytest.mark.parametrize(("language", "text", "source"), SAID)
def test_it_is_the_word_of_whom_it_names(language: str, text: str, source: str) -> None:
    assert said_there(text, language) == [source]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_what_a_medium_tells_is_a_chain_alone(language: str, text: str) -> None:
    assert said_there(text, language) == []


def contents_of(text: str, language: str) -> list[str]:
    """What is said under ``Про це`` in a text."""
    found = analyse_fast(Report("x", "x.txt", text, language)).attributions
    return [span.of(text) for a in found if a.rule == "about-this" for span in a.content]


def test_what_somebody_told_before_he_says_no_second_time() -> None:
    uk = "Мер Олесь Гнатюк заявив, що причал закриють. Про це він сказав в ефірі радіо."
    ru = "Мэр Олег Рогов объяснил закрытие причала. Об этом он написал в своем блоге."
    assert contents_of(uk, "uk") == contents_of(ru, "ru") == []
    assert contents_of("Причал закриють. Про це мер сказав в ефірі радіо.", "uk") == ["Причал закриють"]


def test_both_sentences_of_a_lead_are_told_of() -> None:
    lead = "Причал закрили. Рух пустили в об'їзд."
    assert contents_of(f"{lead}\n\nПро це повідомив мер Олесь Гнатюк.", "uk") == [lead[:-1]]
    assert contents_of(f"КИЇВ, 5 травня. {lead} Про це повідомив мер Олесь Гнатюк.", "uk") == ["Рух пустили в об'їзд"]


def test_who_says_so_too_says_what_the_first_one_said() -> None:
    text = "Причал закриють. Про це повідомила капітанка порту. Про це сказав і мер Олесь Гнатюк."
    assert contents_of(text, "uk") == ["Причал закриють", "Причал закриють"]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Анджей Дуда приехал. Дуда опроверг слухи.", "ru", "Дуда"),
        ("Слова Яноша Боки услышали. В среду Бока опроверг слухи.", "ru", "Бока"),
        ("Майя Санду прилетела. Санду опровергла слухи.", "ru", "Санду"),
    ],
)
def test_a_surname_that_looks_like_another_case_or_noun_is_who_speaks(text: str, language: str, source: str) -> None:
    last = analyse_fast(Report("x", "x.txt", text, language)).attributions[-1]
    assert last.source is not None
    assert last.source.of(text) == source
