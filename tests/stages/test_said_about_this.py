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
