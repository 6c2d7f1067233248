"""News that a medium put out is its own, however the sentence calls it; its insiders are named with it."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

NEWS = {
    "uk": ("Новину", "Цю інформацію", "Такі відомості", "Відповідне повідомлення", "Подробиці", "Повідомлення про це"),
    "ru": (
        "Новость",
        "Эту информацию",
        "Такие сведения",
        "Соответствующее сообщение",
        "Подробности",
        "Сообщение об этом",
    ),
}
VERBS = {
    "uk": ("поширило", "оприлюднило", "опублікувало", "передало", "навело"),
    "ru": ("распространило", "обнародовало", "опубликовало", "передало", "привело"),
}
WHEN = {"uk": ("", "у вівторок увечері "), "ru": ("", "во вторник вечером ")}
TELLERS = {"uk": "видання «Вісник порту»", "ru": "издание «Вестник порта»"}
NAMES = {"uk": "Вісник порту", "ru": "Вестник порта"}
BEFORE = {"uk": "Причал закриють. ", "ru": "Причал закроют. "}
WITH = {
    "uk": ("З такою новиною вийшло", "Цими даними поділилося", "На це звернуло увагу", "Це з'ясувало"),
    "ru": ("С такой новостью вышло", "Этими данными поделилось", "На это обратило внимание", "Это выяснило"),
}


@pytest.mark.parametrize("language", NEWS)
def test_who_puts_out_the_news_tells_it(language: str) -> None:
    called = product(NEWS[language], WHEN[language], VERBS[language])
    openings = [f"{news} {when}{verb}" for news, when, verb in called] + list(WITH[language])
    texts = [f"{BEFORE[language]}{opening} {TELLERS[language]}." for opening in openings]
    assert [text for text in texts if told(text, language) != [("report", (NAMES[language],))]] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Причал закриють. Новину поширило подружжя з Одеси."),
        ("uk", "Причал закриють. Цю інформацію підтвердило міністерство транспорту."),
        ("ru", "Причал закроют. Новость распространило объединение жителей."),
        ("ru", "Причал закроют. На это обратило внимание министерство транспорта."),
    ],
)
def test_who_is_no_medium_puts_out_nothing(language: str, text: str) -> None:
    assert told(text, language) == []


INSIDERS = {
    "uk": ("Співрозмовники агентства вважають", "Співрозмовник агентства в мерії вважає"),
    "ru": ("Собеседники агентства считают", "Собеседник агентства в мэрии считает"),
}
SAY = {
    "uk": "Причал закриють, пише Reuters. {}, що ремонт затягнеться.",
    "ru": "Причал закроют, пишет Reuters. {}, что ремонт затянется.",
}


@pytest.mark.parametrize(("language", "who"), [(code, who) for code in INSIDERS for who in INSIDERS[code]])
def test_insiders_whom_nobody_named_are_of_the_medium(language: str, who: str) -> None:
    source, _, *where = who.split()[:-1]
    found = told(SAY[language].format(who), language)
    assert ("passage", (" ".join((source.lower(), *where)), "Reuters")) in found


def told(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The chains of a text."""
    return [(chain.scope, chain.hops) for chain in read(text, language).chains]
