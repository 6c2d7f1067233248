"""Sources crossed with what stands between them and their verb, and with what a verb judges before a colon."""

from __future__ import annotations

from itertools import product

import pytest
from marked import said
from readings import is_read

# Sources, with the ending of the verb that goes with them.
SOURCES = {
    "uk": [
        ("Мер Луцька Андрій Коваль", ""),
        ("Експертка Марія Лозова", "а"),
        ("Компанія «ЕкоВектор»", "а"),
        ("Міністерство соціальної політики", "о"),
        ("Ще один пасажир", ""),
        ("Виробник, компанія Farmaluz", ""),
        ("Її суперник, колишній депутат Віктор Гросул", ""),
        ("Спілка водіїв і машиністів", "а"),
    ],
    "ru": [
        ("Мэр Пскова Андрей Ковалев", ""),
        ("Эксперт Мария Лозовая", "а"),
        ("Компания «ЭкоВектор»", "а"),
        ("Министерство социальной политики", "о"),
        ("Еще один пассажир", ""),
        ("Производитель, компания Farmaluz", ""),
        ("Ее соперник, бывший депутат Виктор Гросул", ""),
        ("Союз водителей и машинистов", ""),
    ],
}
INSETS = {
    "uk": [
        "",
        ", чию думку наводить «Новий час»,",
        ", виступаючи в ефірі радіо «Хвиля»,",
        ", у свою чергу,",
    ],
    "ru": [
        "",
        ", чье мнение приводит «Новое время»,",
        ", выступая в эфире радио «Волна»,",
        ", в свою очередь,",
    ],
}
OCCASIONS = {
    "uk": [
        "",
        " у п'ятницю, 5 травня,",
        " у розмові з «Новим часом»",
        " у коментарі Port.Today",
        " на брифінгу в Житомирі",
    ],
    "ru": ["", " в пятницу, 5 мая,", " в разговоре с «Новым временем»", " в комментарии 24.kg", " на брифинге в Перми"],
}
# The verb of the patterns: of a man; of others, without its ending.
VERB = {"uk": ("припустив", "припустил"), "ru": ("предположил", "предположил")}
CLAUSE = {"uk": ", що <q>міст закриють</q>.", "ru": ", что <q>мост закроют</q>."}
JUDGED = {
    "uk": [
        "deny indirect | <s>{}</s> <c>відкидає</c> <q>звинувачення</q>: у місті на це немає коштів.",
        "doubt indirect | <s>{}</s> <c>сумнівається</c> в <q>такому розрахунку</q>: раніше цього не було.",
    ],
    "ru": [
        "deny indirect | <s>{}</s> <c>отвергает</c> <q>обвинения</q>: деньги выделили еще весной.",
        "doubt indirect | <s>{}</s> <c>сомневается</c> в <q>таком расчете</q>: раньше этого не было.",
    ],
}


def filled(language: str) -> list[str]:
    """Every source with every inset and occasion before its verb."""
    slots = product(SOURCES[language], INSETS[language], OCCASIONS[language])
    his, stem = VERB[language]
    return [
        f"assert indirect | <s>{name}</s>{inset or ',' * (',' in name)}{occasion} "
        f"<c>{stem + ending if ending else his}</c>{CLAUSE[language]}"
        for (name, ending), inset, occasion in slots
        if not ("," in name and inset)
    ]


@pytest.mark.parametrize("language", SOURCES)
def test_who_speaks_is_found_past_what_is_put_in(language: str) -> None:
    lines = filled(language)
    assert len(lines) > 120
    assert [line for line in lines if not is_read(said(line), language)] == []


@pytest.mark.parametrize("language", JUDGED)
def test_what_is_judged_before_a_colon_is_told(language: str) -> None:
    lines = [pattern.format(name) for pattern, (name, _) in product(JUDGED[language], SOURCES[language][:4])]
    assert [line for line in lines if not is_read(said(line), language)] == []
