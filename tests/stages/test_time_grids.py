"""Kinds of dates by their place in a sentence, lines that date a page, and debris by its place on a page."""

from __future__ import annotations

from itertools import product

import pytest

from firsthand.records import Report
from firsthand.stages.clean import find_regions
from firsthand.stages.times import find_published, find_times

SENTENCES = {
    "uk": (
        "Міст через річку {} закрили, сказав інженер.",
        "Інженер сказав, що дах школи лагодили {}.",
        "За словами інженера, {} порт відкрили, а міст закрили.",
        "«Робітники {} лагодили дах», — сказав інженер.",
    ),
    "ru": (
        "Мост через реку {} закрыли, сказал инженер.",
        "Инженер сказал, что кровлю школы чинили {}.",
        "По словам инженера, {} порт открыли, а мост закрыли.",
        "«Рабочие {} чинили кровлю», — сказал инженер.",
    ),
}
DATES = {
    "uk": {
        "п'ятого березня": "XXXX-03-05",
        "двадцять першого березня": "XXXX-03-21",
        "наприкінці березня 2018 року": "2018-03",
        "з 5 по 9 березня": "XXXX-03-05/XXXX-03-09",
        "у суботу, 5 березня": "XXXX-03-05",
        "5 березня близько 14:30": "XXXX-03-05T14:30",
        "у 1990-ті роки": "199X",
        "у другому півріччі 2018 року": "2018-H2",
        "минулого тижня": "XXXX-WXX",
        "за останні п'ять років": "P5Y",
        "уночі проти 5 березня": "XXXX-03-05TNI",
    },
    "ru": {
        "пятого марта": "XXXX-03-05",
        "двадцать первого марта": "XXXX-03-21",
        "в конце марта 2018 года": "2018-03",
        "с 5 по 9 марта": "XXXX-03-05/XXXX-03-09",
        "в субботу, 5 марта": "XXXX-03-05",
        "5 марта около 14:30": "XXXX-03-05T14:30",
        "в 1990-е годы": "199X",
        "во втором полугодии 2018 года": "2018-H2",
        "на прошлой неделе": "XXXX-WXX",
        "за последние пять лет": "P5Y",
        "в ночь с 4 на 5 марта": "XXXX-03-05TNI",
    },
}
LINES = {
    "12.03.2020 14:05": "2020-03-12",
    "12 марта 2020 г. 14:05": "2020-03-12",
    "12 марта 2020 | 14:05": "2020-03-12",
    "14:05 / 12 марта 2020": "2020-03-12",
    "Иван Бондарь, 12 марта 2020": "2020-03-12",
    "Опубликовано 12 марта 2020 в 14:05": "2020-03-12",
    "12 марта, четверг": "XXXX-03-12",
    "12 марта": "XXXX-03-12",
}
PARAGRAPHS = (
    "Мост через реку закрыли на ремонт, сообщил инженер. По его словам, работы начались вчера.",
    "Мэр поблагодарил рабочих и пообещал премии. Бюджет ремонта вырос вдвое, признал он.",
)
DEBRIS = (
    "Поделитесь этой новостью с друзьями",
    "Читайте также: В порту открыли новый причал",
    "Фото: Олег Бондарь / Вестник",
    "Подписывайтесь на наш канал в Telegram",
    "Нашли ошибку? Выделите текст и нажмите Ctrl+Enter",
    "Підписуйтесь на наш канал у Telegram",
    "Главная » Новости » Общество",
    "Прочитано 1234 раз",
)
NEWS = (
    "На фото видно, что опоры треснули, настаивает эксперт.",
    "«Подпишитесь на рассылку, и мы ответим», — сказал инженер.",
    "Поддержать проект мэр попросил депутатов.",
    "Это интересно: мост построили за год, сказал инженер.",
)


def dates() -> list[tuple[str, str, str, str]]:
    """Every date in every sentence of its language."""
    return [(code, s, *date) for code in SENTENCES for s, date in product(SENTENCES[code], DATES[code].items())]


@pytest.mark.parametrize(("language", "sentence", "date", "value"), dates())
def test_a_date_is_read_wherever_it_stands(language: str, sentence: str, date: str, value: str) -> None:
    found = find_times(Report("r", "r.txt", sentence.format(date), language))
    assert [time.value for time in found] == [value]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "form", ["{t}\n\n{line}\n\n{a}\n\n{b}", "{line}\n\n{t}\n\n{a}\n\n{b}", "{t}\n{line}\n{a}\n{b}"]
)
def test_a_line_dates_its_page_and_what_is_told_from_it(line: str, form: str) -> None:
    text = form.format(t="Мост закрыли на ремонт", line=line, a=PARAGRAPHS[0], b=PARAGRAPHS[1])
    report = Report("r", "r.txt", text, "ru")
    times = find_times(report)
    assert find_published(report, times).value == LINES[line]
    assert LINES[line].replace("-12", "-11") in [time.value for time in times]


@pytest.mark.parametrize("debris", DEBRIS)
def test_debris_is_found_between_and_behind_paragraphs(debris: str) -> None:
    for parts in ((PARAGRAPHS[0], debris, PARAGRAPHS[1]), (*PARAGRAPHS, debris)):
        text = "\n\n".join(("Город начал ремонт моста", *parts))
        regions = find_regions(Report("r", "r.txt", text, "ru"))
        assert "".join(region.span.of(text) for region in regions).replace(" ", "") == debris.replace(" ", "")


@pytest.mark.parametrize("news", NEWS)
def test_news_that_looks_like_debris_is_left(news: str) -> None:
    for parts in (
        (PARAGRAPHS[0], news, PARAGRAPHS[1]),
        (*PARAGRAPHS, news),
        (f"{PARAGRAPHS[0]} {news}", PARAGRAPHS[1]),
    ):
        text = "\n\n".join(("Город начал ремонт моста", *parts))
        assert find_regions(Report("r", "r.txt", text, "ru")) == ()
