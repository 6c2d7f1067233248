"""News that stands in a paper, a register or a programme, whatever verb says so: whose it is, then what it is."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

BEFORE = {"uk": "Готель «Дунай» повернули громаді. ", "ru": "Гостиницу «Дунай» вернули общине. "}
OWNER = {
    "uk": ("Полтавського апеляційного суду", "Полтавський апеляційний суд"),
    "ru": ("Рязанского апелляционного суда", "Рязанский апелляционный суд"),
}
# What the paper is called where the verb stands, and by its own name.
READ_IN = {
    "uk": [
        ("Це видно з", "постанови", "постанова"),
        ("Такий висновок випливає з", "ухвали", "ухвала"),
        ("Таке рішення міститься в", "ухвалі", "ухвала"),
        ("Такі строки закладено в", "розпорядженні", "розпорядження"),
        ("Підстави наведено в", "ухвалі", "ухвала"),
        ("Це передбачено", "постановою", "постанова"),
        ("Такий висновок містить", "постанова", "постанова"),
    ],
    "ru": [
        ("Это видно из", "постановления", "постановление"),
        ("Такой вывод следует из", "определения", "определение"),
        ("Такое решение содержится в", "определении", "определение"),
        ("Такие сроки заложены в", "распоряжении", "распоряжение"),
        ("Основания приведены в", "определении", "определение"),
        ("Это предусмотрено", "постановлением", "постановление"),
        ("Такой вывод содержит", "постановление", "постановление"),
    ],
}
DATED = {"uk": ("", " від 7 червня", ", датованої вівторком"), "ru": ("", " от 7 июня", ", вынесенного во вторник")}
# A register and the words around it.
REGISTERS = {
    "uk": {
        "Згідно з {}, завод належить банку.": ("кіпрським реєстром", "витягом з кіпрського реєстру"),
        "Як видно з {}, завод належить банку.": ("кіпрського реєстру", "даних кіпрського реєстру"),
        "Судячи з {}, завод належить банку.": ("кіпрського реєстру", "виписки з кіпрського реєстру"),
        "У {}, що завод належить банку.": ("кіпрському реєстрі вказано", "кіпрському реєстрі говориться"),
        "У {} лише банк.": ("кіпрському реєстрі записаний", "кіпрському реєстрі фігурує"),
        "Кіпрський реєстр {}, що завод належить банку.": ("свідчить", "показує"),
    },
    "ru": {
        "Согласно {}, завод принадлежит банку.": ("кипрскому реестру", "выписке из кипрского реестра"),
        "Как видно из {}, завод принадлежит банку.": ("кипрского реестра", "данных кипрского реестра"),
        "Судя по {}, завод принадлежит банку.": ("кипрскому реестру", "выписке из кипрского реестра"),
        "В {}, что завод принадлежит банку.": ("кипрском реестре указано", "кипрском реестре говорится"),
        "В {} только банк.": ("кипрском реестре записан", "кипрском реестре фигурирует"),
        "Кипрский реестр {}, что завод принадлежит банку.": ("свидетельствует", "показывает"),
    },
}
REGISTER = {"uk": "кіпрський реєстр", "ru": "кипрский реестр"}
PROGRAMMES = {
    "uk": (
        ("йшлося", "розповіли", "повідомляється"),
        ("у програмі «Світанок»", "у випуску програми «Світанок»", "у подкасті «Світанок» 3 березня", "у «Світанку»"),
        "Світанок",
    ),
    "ru": (
        ("говорится", "рассказали", "сообщается"),
        ("в программе «Рассвет»", "в выпуске программы «Рассвет»", "в подкасте «Рассвет» 3 марта", "в «Рассвете»"),
        "Рассвет",
    ),
}

# What the report says before, who owns the letter, and how that is written where the letter stands in the locative.
LETTERS = {
    "uk": (
        [
            ("Авіакомпанія Skyline скасує рейс.", "її листі", "Skyline"),
            ("Авіакомпанія Skyline скасує рейс.", "офіційному листі перевізника", "Skyline"),
            ("Рейс скасують.", "листі авіакомпанії Skyline до пасажирів", "Skyline"),
            ("Рейс скасують.", "оприлюдненому авіакомпанією Skyline листі", "Skyline"),
            ("Рейс скасують.", "тексті листа авіакомпанії Skyline", "Skyline"),
            ("Рейс скасують.", "листі міністра Ігоря Ткача", "Ігор Ткач"),
        ],
        ("Про це йдеться в {}.", "Порт закриють, зазначено у {}.", "У {} сказано, що порт закриють."),
    ),
    "ru": (
        [
            ("Авиакомпания Skyline отменит рейс.", "ее письме", "Skyline"),
            ("Авиакомпания Skyline отменит рейс.", "официальном письме перевозчика", "Skyline"),
            ("Рейс отменят.", "письме авиакомпании Skyline к пассажирам", "Skyline"),
            ("Рейс отменят.", "обнародованном авиакомпанией Skyline письме", "Skyline"),
            ("Рейс отменят.", "тексте письма авиакомпании Skyline", "Skyline"),
            ("Рейс отменят.", "письме министра Игоря Ткача", "Игорь Ткач"),
        ],
        ("Об этом говорится в {}.", "Порт закроют, сказано в {}.", "В {} отмечается, что порт закроют."),
    ),
}


def hops(text: str, language: str) -> list[tuple[str, ...]]:
    """The chains of a text."""
    return [chain.hops for chain in read(BEFORE[language] + text, language).chains]


@pytest.mark.parametrize("language", READ_IN)
def test_a_paper_of_an_office_is_read_out_of_any_verb(language: str) -> None:
    written, owner = OWNER[language]
    wanted = {
        f"{opening} {paper} {written}{date}.": [(owner, name)]
        for (opening, paper, name), date in product(READ_IN[language], DATED[language])
    }
    assert {text: hops(text, language) for text in wanted} == wanted


@pytest.mark.parametrize("language", LETTERS)
def test_the_owner_of_a_letter_is_told_in_any_way(language: str) -> None:
    letters, frames = LETTERS[language]
    wanted = {f"{lead} {frame.format(letter)}": owner for (lead, letter, owner), frame in product(letters, frames)}
    assert {text: [chain[0] for chain in hops(text, language)] for text in wanted} == {
        text: [owner] for text, owner in wanted.items()
    }


@pytest.mark.parametrize("language", REGISTERS)
def test_a_register_is_named_in_any_way(language: str) -> None:
    texts = [frame.format(way) for frame, ways in REGISTERS[language].items() for way in ways]
    read_as = {text: [tuple(name.lower() for name in chain) for chain in hops(text, language)] for text in texts}
    assert read_as == {text: [(REGISTER[language],)] for text in texts}


@pytest.mark.parametrize(("language", "opening"), [("uk", "Про це"), ("ru", "Об этом")])
def test_a_programme_tells_where_nobody_is_named(language: str, opening: str) -> None:
    verbs, places, name = PROGRAMMES[language]
    texts = [f"{opening} {verb} {place}." for verb, place in product(verbs, places)]
    assert {text: hops(text, language) for text in texts} == {text: [(name,)] for text in texts}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "У відповідь міністр Олег Гончар сказав, що грошей немає."),
        ("uk", "Про інші умови у реєстрі не сказано."),
        ("uk", "Сусід свідчить, що реєстр згорів."),
        ("uk", "Законопроєкт передбачає штраф."),
        ("ru", "В ответ министр Олег Гончар сказал, что денег нет."),
        ("ru", "Организм даёт ответ, который содержит антитела."),
        ("ru", "Сосед свидетельствует, что реестр сгорел."),
        ("ru", "Законопроект предусматривает штраф."),
    ],
)
def test_what_looks_like_a_paper_is_none(language: str, text: str) -> None:
    assert hops(text, language) == []
