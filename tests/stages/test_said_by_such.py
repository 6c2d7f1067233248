"""``Такий прогноз озвучила X``: with a noun for words or a pointer, in any order, X says the sentence before."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

SAID = {"uk": "Ціни зростуть восени. ", "ru": "Цены вырастут осенью. "}
TAKES_UP = {
    "uk": (
        "Таку думку {} висловила на форумі",
        "Такий прогноз озвучила на форумі {}",
        "Таким прогнозом у програмі «Гроші дня» поділилася {}",
        "Такі цифри {} навела в ефірі",
        "Із цією пропозицією {} звернулася до уряду",
        "На цьому наголосила {}",
        "У цьому переконана {}",
        "Так ситуацію оцінила {}",
    ),
    "ru": (
        "Такое мнение {} высказала на форуме",
        "Такой прогноз озвучила на форуме {}",
        "Таким прогнозом в программе «Деньги дня» поделилась {}",
        "Такие цифры {} привела в эфире",
        "С этим предложением {} обратилась к правительству",
        "На это обратила внимание {}",
        "В этом убеждена {}",
        "Так ситуацию оценила {}",
    ),
}
WHO = {
    "uk": ("економістка Лусія Ферейра", "вона", "очільниця банку Олена Гай"),
    "ru": ("экономист Лусия Феррейра", "она", "глава банка Елена Гай"),
}
TAGS = {
    "uk": ("Про ситуацію інформує Reuters.", "Це випливає з ухвали суду."),
    "ru": ("О ситуации сообщает Reuters.", "Это следует из решения суда."),
}


@pytest.mark.parametrize("language", SAID)
def test_whoever_takes_up_the_sentence_before_says_it(language: str) -> None:
    texts = [(who, SAID[language] + form.format(who) + ".") for form, who in product(TAKES_UP[language], WHO[language])]
    assert [text for who, text in texts if not says_before(who, text, language)] == []


@pytest.mark.parametrize("language", SAID)
def test_a_tag_that_names_the_matter_says_nothing(language: str) -> None:
    texts = [SAID[language] + tag for tag in TAGS[language]]
    assert [text for text in texts if read(text, language).attributions] == []


def says_before(who: str, text: str, language: str) -> bool:
    """Whether one attribution gives the first sentence to somebody."""
    found = read(text, language).attributions
    said = SAID[language].rstrip(" .")
    return (
        len(found) == 1
        and found[0].source is not None
        and found[0].source.of(text) == who
        and (found[0].content[0].of(text) == said)
    )
