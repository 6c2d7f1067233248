"""Whose pages and documents are: in whatever words a page is told, and where a document says not whose it is."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

LEAD = {
    "uk": "Порт «Лиман» закриє причал у березні. Роботи триватимуть до травня. ",
    "ru": "Порт «Лиман» закроет причал в марте. Работы продлятся до мая. ",
}
PERSON = {"uk": ("міністр Олег Коваль", "Олег Коваль"), "ru": ("министр Олег Коваль", "Олег Коваль")}
# How a page is told, and the platform.
PAGES = {
    "uk": [
        ("у Facebook", "Facebook"),
        ("на своїй сторінці в X", "X"),
        ("у соцмережі X", "X"),
        ("у месенджері Telegram", "Telegram"),
        ("в офіційному акаунті в Instagram", "Instagram"),
        ("у своєму каналі в Telegram", "Telegram"),
    ],
    "ru": [
        ("в Facebook", "Facebook"),
        ("на своей странице в X", "X"),
        ("в соцсети X", "X"),
        ("в мессенджере Telegram", "Telegram"),
        ("в официальном аккаунте в Instagram", "Instagram"),
        ("в своем канале в Telegram", "Telegram"),
    ],
}
PUT_THERE = {
    "uk": [
        "Відповідний допис {who} розмістив {page}.",
        "У середу, 5 червня, {who} виклав {page} графік робіт.",
        "Графік робіт {who} опублікував {page}.",
        "Подробиці {page} розкрив {who}.",
        "Про це {page} повідомив {who}.",
    ],
    "ru": [
        "Соответствующую запись {who} разместил {page}.",
        "В среду, 5 июня, {who} выложил {page} график работ.",
        "График работ {who} опубликовал {page}.",
        "Подробности {page} раскрыл {who}.",
        "Об этом {page} сообщил {who}.",
    ],
}
OWNED_PAGES = {
    "uk": ("на сторінці порту «Лиман» у Facebook", "в офіційному акаунті порту «Лиман» у Facebook"),
    "ru": ("на странице порта «Лиман» в Facebook", "в официальном аккаунте порта «Лиман» в Facebook"),
}
APPEARS = {
    "uk": ("У середу {page} з'явився перелік причалів.", "Про це повідомили {page}.", "Графік виклали {page}."),
    "ru": ("В среду {page} появился перечень причалов.", "Об этом сообщили {page}.", "График выложили {page}."),
}
FIRM = {
    "uk": ("Фармкомпанія «Хвиля» відкличе партію сиропу. Препарат приберуть до п'ятниці. ", "Хвиля"),
    "ru": ("Фармкомпания «Волна» отзовет партию сиропа. Препарат уберут до пятницы. ", "Волна"),
}
BARE = {
    "uk": [
        ("«Запасу вистачить», – наголошено в {}.", ("заяві", "заява")),
        ("«Запасу вистачить», – сказано в оприлюдненому {}.", ("листі", "лист")),
        ("«Запасу вистачить», – ідеться в поширеному в середу {}.", ("пресрелізі", "пресреліз")),
        ("Запасу вистачить, зазначається в {}.", ("письмовому коментарі", "письмовий коментар")),
        ("Про це стало відомо із {}.", ("звіту", "звіт")),
        ("У {} читаємо, що запасу вистачить.", ("заяві", "заява")),
        ("{} містить такі строки.", ("Заява", "заява")),
    ],
    "ru": [
        ("«Запаса хватит», — подчеркнуто в {}.", ("заявлении", "заявление")),
        ("«Запаса хватит», — сказано в обнародованном {}.", ("письме", "письмо")),
        ("«Запаса хватит», — говорится в распространенном в среду {}.", ("пресс-релизе", "пресс-релиз")),
        ("Запаса хватит, отмечается в {}.", ("письменном комментарии", "письменный комментарий")),
        ("Об этом стало известно из {}.", ("отчета", "отчет")),
        ("В {} читаем, что запаса хватит.", ("заявлении", "заявление")),
        ("{} содержит такие сроки.", ("Заявление", "заявление")),
    ],
}
# Nobody, or one of several, is told of whose the document could be.
OF_NOBODY = {
    "uk": (
        "Депутати Партії лісу зібрали підписи. «Запасу вистачить», – сказано в заяві.",
        "Мер Ігор Сич виступив проти мосту. Його заступниця Ганна Ткач заявила, що грошей немає. "
        "«Запасу вистачить», – сказано в заяві.",
    ),
    "ru": (
        "Депутаты Партии леса собрали подписи. «Запаса хватит», — сказано в заявлении.",
        "Мэр Игорь Сыч выступил против моста. Его заместитель Анна Ткач заявила, что денег нет. "
        "«Запаса хватит», — сказано в заявлении.",
    ),
}
# Whose words, owners in marks, works in media: the sentence, the hops.
TOLD = [
    (
        "uk",
        "«Завод закриють», – наводить прес-реліз Міносвіти слова заступниці міністра Ганни Ткач.",
        ("Ганна Ткач", "прес-реліз Міносвіти"),
    ),
    (
        "ru",
        "«Завод закроют», — приводит пресс-релиз Минобразования слова заместителя министра Анны Ткач.",
        ("Анна Ткач", "пресс-релиз Минобразования"),
    ),
    ("uk", "Завод закриють. Стаття Наталії Гнатюк вийшла на порталі LB.ua.", ("Наталія Гнатюк", "LB.ua")),
    ("ru", "Завод закроют. Статья Натальи Гнатюк появилась на портале LB.ua.", ("Наталья Гнатюк", "LB.ua")),
    ("uk", "Завод закриють. «Це буря», — ідеться у колонці оглядачки Лусії Ромеро.", ("Лусія Ромеро", "колонка")),
    (
        "ru",
        "Суд арестовал танкеры «Рассвета». Это признает и сам «Рассвет» в квартальном отчете.",
        ("Рассвет", "квартальный отчет"),
    ),
    (
        "uk",
        "Перевізник «Хвиля» скоротить рейси. У листі «Хвилі», датованому 14 лютого, наголошується, що пасажирів мало.",
        ("Хвиля", "лист «Хвилі»"),
    ),
    (
        "ru",
        "Порт закроют. Об этом говорится в уведомлении королевского двора Дании.",
        ("королевский двор Дании", "уведомление"),
    ),
]


def hops(text: str, language: str) -> list[tuple[str, ...]]:
    """The hops of the chains of a text."""
    return [chain.hops for chain in read(text, language).chains]


@pytest.mark.parametrize("language", PAGES)
def test_somebody_puts_it_on_a_page(language: str) -> None:
    who, name = PERSON[language]
    cells = product(PUT_THERE[language], PAGES[language])
    texts = [(LEAD[language] + said.format(who=who, page=page), (name, where)) for said, (page, where) in cells]
    assert [text for text, wanted in texts if wanted not in hops(text, language)] == []


@pytest.mark.parametrize("language", OWNED_PAGES)
def test_it_stands_on_the_page_of_a_body(language: str) -> None:
    cells = product(APPEARS[language], OWNED_PAGES[language])
    texts = [LEAD[language] + said.format(page=page) for said, page in cells]
    assert [text for text in texts if not is_of_port(hops(text, language))] == []


def is_of_port(found: list[tuple[str, ...]]) -> bool:
    """Whether the page is told as the port's."""
    return any(one[0].lower() in ("лиман", "порт «лиман»") and one[1:] == ("Facebook",) for one in found)


@pytest.mark.parametrize(("language", "said", "paper"), [(x, *cell) for x, cells in BARE.items() for cell in cells])
def test_a_bare_document_is_of_whom_the_report_tells(language: str, said: str, paper: tuple[str, str]) -> None:
    lead, firm = FIRM[language]
    assert (firm, paper[1]) in hops(lead + said.format(paper[0]), language)


@pytest.mark.parametrize(("language", "text"), [(x, text) for x, texts in OF_NOBODY.items() for text in texts])
def test_a_bare_document_stays_of_nobody(language: str, text: str) -> None:
    assert [found for found in hops(text, language) if len(found) > 1] == []


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_documents_are_of_whom_they_name(language: str, text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in hops(text, language)
