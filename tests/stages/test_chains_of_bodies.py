"""Bodies that speak for themselves, media by their noun, pages of one's own and of nobody, and how far they reach."""

from __future__ import annotations

import pytest
from readings import read

LEAD = {
    "uk": "Порт «Лиман» закриє причал у березні. Роботи триватимуть до травня. ",
    "ru": "Порт «Лиман» закроет причал в марте. Работы продлятся до мая. ",
}
WHOLE = [
    ("uk", "Про це у своєму відеоблозі розповідає Данило Крук, власник стайні.", ("Данило Крук", "відеоблог")),
    ("uk", "Про це на своїй сторінці повідомляє архітектор Данило Крук.", ("Данило Крук", "сторінка")),
    ("ru", "Об этом в своем видеоблоге рассказывает Данила Крук.", ("Данила Крук", "видеоблог")),
    ("uk", "Про це сайту «Наш Лиман» повідомили поліцейські.", ("поліцейські", "Наш Лиман")),
    ("uk", "Зал зберегли, — повідомили сайту «Лиман 55» у пресслужбі клубу.", ("пресслужба клубу", "Лиман 55")),
    ("ru", "Причал закрыт, сообщила сайту «Наш Лиман» капитан Анна Крук.", ("Анна Крук", "Наш Лиман")),
    ("uk", "Про це йдеться у зведенні Лиманського порту.", ("Лиманський порт", "зведення")),
    ("ru", "Об этом говорится в сводке Лиманского порта.", ("Лиманский порт", "сводка")),
]
PIECES = [
    ("uk", "Раніше капітан Олег Крук в етері Лиман24 казав, що причал потрібен.", ("Олег Крук", "Лиман24")),
    (
        "uk",
        "На запит «Лиманського життя» в управлінні відповіли, що причал потрібен.",
        ("управління", "Лиманське життя"),
    ),
    ("ru", "На запрос «Лиманской жизни» в управлении ответили, что причал нужен.", ("управление", "Лиманская жизнь")),
    ("uk", "Капітан Олег Крук написав у Facebook, що причал потрібен.", ("Олег Крук", "Facebook")),
    ("ru", "Капитан Олег Крук написал в Facebook, что причал нужен.", ("Олег Крук", "Facebook")),
    ("uk", "У соцмережах поширили відео, на якому видно тріщину.", ("соцмережі",)),
    ("ru", "В социальных сетях распространилось видео, на котором видна трещина.", ("социальные сети",)),
    ("ru", "Информация о ремонте ранее появилась в чатах горожан.", ("чаты горожан",)),
    ("ru", "Telegram-каналы публикуют видео с причала.", ("Telegram-каналы",)),
]
NOBODY = [
    ("uk", "Про це повідомляє Лиманська обласна рада."),
    ("uk", "Про це інформує Асоціація перевізників півдня."),
    ("ru", "Об этом сообщает Ассоциация перевозчиков юга."),
    ("ru", "Об этом сообщают турецкие портовые службы."),
    ("uk", "Про це повідомили в Лиманській обласній раді."),
    ("ru", "Об этом сообщило министерство."),
    ("uk", "Рятувальники поширили в соцмережах відео з причалу."),
    ("ru", "Водитель выложил видео в соцсетях."),
    ("uk", "У соцмережах порту з'явилося фото."),
    ("uk", "На запит «Лиманського життя» в управлінні не відповіли."),
]


def found(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The chains of a text behind the lead, with their scope."""
    return [(chain.scope, chain.hops) for chain in read(LEAD[language] + text, language).chains]


@pytest.mark.parametrize(("language", "text", "wanted"), WHOLE)
def test_the_report_is_from_whom_it_names(language: str, text: str, wanted: tuple[str, ...]) -> None:
    assert ("report", wanted) in [(scope, same_case(hops, wanted)) for scope, hops in found(text, language)]


@pytest.mark.parametrize(("language", "text", "wanted"), PIECES)
def test_a_piece_is_from_whom_it_names(language: str, text: str, wanted: tuple[str, ...]) -> None:
    assert ("passage", wanted) in found(text, language)


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_no_chain_is_made_up(language: str, text: str) -> None:
    assert found(text, language) == []


def same_case(hops: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The wanted hops where only the case of a letter differs."""
    return wanted if tuple(map(str.lower, hops)) == tuple(map(str.lower, wanted)) else hops


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("uk", "Про це повідомляє Лиманська обласна рада.", "Лиманська обласна рада"),
        ("ru", "Об этом сообщает портовая служба.", "портовая служба"),
    ],
)
def test_what_a_body_tells_is_its_word(language: str, text: str, speaker: str) -> None:
    last = read(LEAD[language] + text, language).attributions[-1]
    assert (last.rule, last.speaker) == ("about-this", speaker)
