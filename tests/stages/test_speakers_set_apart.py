"""People by names that stay as written, set against who spoke before, and by posts that another cannot hold."""

from __future__ import annotations

from itertools import product

import pytest
from readings import misread, read

# Names whose endings look like a case, behind what shows that they stand in none.
UNDECLINED = {
    "uk": (
        ("Дору Станчу", "Александру Мунтяну", "Корнеліу Мунтяну", "Марселу Ребелу"),
        (
            "{} заявив, що порт закриють.",
            "Прем'єр Молдови {} заявив, що порт закриють.",
            "За словами {}, порт закриють.",
        ),
    ),
    "ru": (
        ("Дору Станчу", "Думитру Чебан", "Филипе Гоув", "Паулу Рангел"),
        ("{} заявил, что порт закроют.", "Посол Бразилии {} заявил, что порт закроют.", "По словам {}, порт закроют."),
    ),
}


@pytest.mark.parametrize("language", UNDECLINED)
def test_a_name_that_looks_declined_stays_as_its_place_shows(language: str) -> None:
    names, said = UNDECLINED[language]
    assert misread(((frame.format(name), name) for name, frame in product(names, said)), language) == []


# Who spoke, who is told of beside, and how the second is set against the first.
APART = {
    "uk": (
        ("За словами мера Ігоря Ломаченка, порушень немає.", "Прем'єр Ігор Ломаченко заявив, що порушень немає."),
        ("Засновницею фірми є сестра депутата Павла Буряка.", "Перевіряють депутата Павла Буряка."),
        ("Сам він заявив, що не винен.", "Сам чиновник заявив, що не винен.", "Сам депутат заявив, що не винен."),
        "Павло Буряк",
    ),
    "ru": (
        ("По словам мэра Игоря Ломаченко, нарушений нет.", "Премьер Игорь Ломаченко заявил, что нарушений нет."),
        ("Основательница фирмы — сестра депутата Павла Буряка.", "Проверяют депутата Павла Буряка."),
        (
            "Сам он заявил, что не виноват.",
            "Сам чиновник заявил, что не виноват.",
            "Сам депутат заявил, что не виноват.",
        ),
        "Павел Буряк",
    ),
}


@pytest.mark.parametrize("language", APART)
def test_one_set_apart_is_not_who_spoke_last(language: str) -> None:
    spoke, told, answers, meant = APART[language]
    assert misread(((" ".join(sentences), meant) for sentences in product(spoke, told, answers)), language) == []


# People by what no head of a state or town is called, and a post told before or behind them.
UNFIT = {
    "uk": (
        ("Лікар Іван Буряк", "Депутат Іван Буряк", "Голова комітету Іван Буряк", "Сестра загиблого Марта Соловій"),
        ("Президент країни", "Прем'єр", "Міський голова"),
        ("{post} підтримує ремонт порту.\n\n{person} вважає, що порт потрібен.",),
    ),
    "ru": (
        ("Врач Иван Буряк", "Депутат Иван Буряк", "Глава комитета Иван Буряк", "Сестра погибшего Марта Соловей"),
        ("Президент страны", "Премьер", "Глава города"),
        ("{post} поддерживает ремонт порта.\n\n{person} считает, что порт нужен.",),
    ),
}


@pytest.mark.parametrize("language", UNFIT)
def test_a_post_is_not_given_to_who_is_called_otherwise(language: str) -> None:
    people, posts, frames = UNFIT[language]
    wrong = []
    for person, post, frame in product(people, posts, frames):
        found = read(frame.format(person=person, post=post), language).attributions
        if found[0].speaker is not None and found[0].speaker in person:
            wrong.append((person, post, found[0].speaker))
    assert wrong == []


# Names found with a place, another's surname or a title before them, or without what belongs to them.
SPLIT = {
    "uk": (
        ("Адвокатка Абашидзе Ніно Гелашвілі наполягає, що доказів немає.", "Ніно Гелашвілі"),
        ("Міністр портів Вестфалії Анке Шмідт наполягає, що доказів немає.", "Анке Шмідт"),
        ("Речниця порту Саскія де Граф наполягає, що доказів немає.", "Саскія де Граф"),
    ),
    "ru": (
        ("Мэр Марселя Софи Ламбер настаивает, что доказательств нет.", "Софи Ламбер"),
        ("Министр портов Вестфалии Анке Шмидт настаивает, что доказательств нет.", "Анке Шмидт"),
        ("Пресс-секретарь порта Саския де Граф настаивает, что доказательств нет.", "Саския де Граф"),
    ),
}


@pytest.mark.parametrize("language", SPLIT)
def test_a_name_is_told_from_what_stands_before_it(language: str) -> None:
    assert misread(SPLIT[language], language) == []
