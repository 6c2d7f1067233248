"""Plain sentences of the press, every source with every pattern: who speaks, to what medium and on what occasion."""

from __future__ import annotations

from itertools import product

import pytest
from marked import said
from readings import is_read

# The nominative, the accusative and the ending of the verb in the past.
SOURCES = {
    "uk": [
        ("Ігор Ковальчук", "Ігоря Ковальчука", ""),
        ("Анна Бергман", "Анну Бергман", "а"),
        ("голова міста Марина Соколова", "голову міста Марину Соколову", "а"),
        ("експерти", "експертів", "и"),
        ("міністерство оборони Латвії", "міністерство оборони Латвії", "о"),
        ("джерела в уряді", "джерела в уряді", "и"),
    ],
    "ru": [
        ("Игорь Ковальчук", "Игоря Ковальчука", ""),
        ("Анна Бергман", "Анну Бергман", "а"),
        ("глава города Марина Соколова", "главу города Марину Соколову", "а"),
        ("эксперты", "экспертов", "и"),
        ("министерство обороны Латвии", "министерство обороны Латвии", "о"),
        ("источники в правительстве", "источники в правительстве", "и"),
    ],
}
PATTERNS = {
    "uk": [
        "indirect | <s>{0}</s> <c>{1}</c> газеті «Північний кур’єр», що <q>порт закриють</q>.",
        "indirect | <s>{0}</s> в інтерв’ю Reuters <c>{1}</c>, що <q>порт закриють</q>.",
        "indirect | <s>{0}</s> у розмові з телеканалом «Схід» <c>{1}</c>, що <q>порт закриють</q>.",
        "indirect | <s>{0}</s> у Facebook <c>{1}</c>, що <q>порт закриють</q>.",
        "indirect | У Facebook <c>{1}</c> <s>{0}</s>, що <q>порт закриють</q>.",
        "indirect | На засіданні уряду <s>{0}</s> <c>{1}</c>, що <q>порт закриють</q>.",
        "indirect | Як в ефірі телеканалу «Схід» <c>{1}</c> <s>{0}</s>, <q>порт закриють</q>.",
        "indirect | Як <c>{1}</c> <s>{0}</s>, <q>школи й дитячі садки працюватимуть</q>.",
        "indirect | <s>Укрінформ</s> з посиланням на {2} <c>повідомляє</c>, що <q>порт закриють</q>.",
        "indirect | З посиланням на {2} <s>радіо «Зоря»</s> <c>повідомляє</c>, що <q>порт закриють</q>.",
        "direct | <q>«Ми чекали</q>, – <c>{1}</c> <s>{0}</s>, – <q>цілих два роки»</q>.",
        "indirect | Про <q>плани на 2020 рік</q> <c>{1}</c> <s>{0}</s>.",
    ],
    "ru": [
        "indirect | <s>{0}</s> <c>{1}</c> газете «Северный курьер», что <q>порт закроют</q>.",
        "indirect | <s>{0}</s> в интервью Reuters <c>{1}</c>, что <q>порт закроют</q>.",
        "indirect | <s>{0}</s> в беседе с телеканалом «Восток» <c>{1}</c>, что <q>порт закроют</q>.",
        "indirect | <s>{0}</s> в Facebook <c>{1}</c>, что <q>порт закроют</q>.",
        "indirect | На заседании правительства <s>{0}</s> <c>{1}</c>, что <q>порт закроют</q>.",
        "indirect | Как в эфире телеканала «Восток» <c>{1}</c> <s>{0}</s>, <q>порт закроют</q>.",
        "indirect | Как <c>{1}</c> <s>{0}</s>, <q>школы и детские сады будут работать</q>.",
        "indirect | <s>Интерфакс</s> со ссылкой на {2} <c>сообщает</c>, что <q>порт закроют</q>.",
        "indirect | Со ссылкой на {2} <s>радио «Заря»</s> <c>сообщает</c>, что <q>порт закроют</q>.",
        "direct | <q>«Мы ждали</q>, – <c>{1}</c> <s>{0}</s>, – <q>целых два года»</q>.",
        "indirect | О <q>планах на 2020 год</q> <c>{1}</c> <s>{0}</s>.",
    ],
}
# The verb of the patterns: of a man; of others, without its ending.
VERB = {"uk": ("повідомив", "повідомил"), "ru": ("сообщил", "сообщил")}


def filled(language: str) -> list[str]:
    """Every pattern with every source."""
    his, stem = VERB[language]
    texts = []
    for (name, whom, ending), pattern in product(SOURCES[language], PATTERNS[language]):
        first = name[0].upper() + name[1:] if "| <s>{0}" in pattern else name
        texts.append("assert " + pattern.format(first, stem + ending if ending else his, whom))
    return texts


@pytest.mark.parametrize("language", SOURCES)
def test_who_speaks_is_told_from_what_stands_beside(language: str) -> None:
    lines = filled(language)
    assert len(lines) > 60
    assert [line for line in lines if not is_read(said(line), language)] == []
