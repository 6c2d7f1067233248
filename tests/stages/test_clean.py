"""Debris on a page, marked in sentences of our own: ``[[kind: words]]``."""

from __future__ import annotations

import pickle
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pace import grows_evenly, repeated

from firsthand.lang import LANGUAGES
from firsthand.records import Report
from firsthand.stages.clean import KINDS, find_regions, learn_repeated
from firsthand.stages.clean.page import read_page
from firsthand.stages.clean.phrases import WHERE, phrased, phrases
from firsthand.stages.clean.reach import REACHES
from firsthand.stages.clean.shapes import SHAPES, shaped

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[([a-z-]+): (.+?)\]\](?!\])", re.DOTALL)


def read_cases() -> list[tuple[str, str]]:
    """Each case file's cases: pages between lines of dashes."""
    found = []
    for path in sorted(CASES.glob("junk_*.txt")):
        for number, case in enumerate(re.split(r"\n-{4,}\n", path.read_text("utf-8").strip("\n"))):
            found.append((f"{path.stem}-{number}", case))
    return found


def unmark(case: str) -> tuple[str, list[tuple[str, str]]]:
    """The bare page and its marked spans as kind and words."""
    return MARK.sub(r"\2", case), [(m[1], m[2]) for m in MARK.finditer(case)]


def page(text: str, language: str = "uk") -> Report:
    return Report(id="x", path="x.txt", text=text, language=language)


@pytest.mark.parametrize(("name", "case"), read_cases())
def test_debris_is_found_and_named_and_news_is_left(name: str, case: str) -> None:
    text, expected = unmark(case)
    regions = find_regions(page(text, name[5:7]))
    assert [(region.kind, region.span.of(text)) for region in regions] == expected


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b", "...", "*", "([", "\ufeff", "\r", "Слово"])
def test_nothing_to_clean(text: str) -> None:
    assert find_regions(page(text)) == ()


def test_regions_are_in_order_and_apart_and_pickle() -> None:
    text = "Заголовок про одну річ\nФото: Агенція\nЧитайте також: Фото: Інша річ\nПідписуйтесь на наш канал."
    regions = find_regions(page(text))
    spans = [region.span for region in regions]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert pickle.loads(pickle.dumps(regions)) == regions  # noqa: S301 - just dumped


def test_windows_of_a_language_speak_on_pages_of_another() -> None:
    text = "Завод выпустил трактор\n\nТрактор синий, сказал мастер.\nЗалишити коментар\nГарний."
    assert [region.kind for region in find_regions(page(text, "ru"))] == ["comments"]


HOSTILE = (
    *(
        ".",
        "(",
        '"',
        '"а." а. ',
        "\n",
        " / А",
        "\u200b",
        "аБ",
        "а.",
        "а ",
        "а,",
        "$1.1 ",
        "1 1\n",
        "1 1. Аа",
        "*реестр. ",
        "© 2019 ",
    ),
    *("Фото: ", "Фото: а. ", "підписуйтесь на ", "Читайте також: ", "Подробнее Он ", "читайте новости ", "источник: "),
    "10 мая 2018 10:10. а\n",
    "Гость, 5 мая 2020 10:12\n",
    "меню\nслово два\n",
    "Підписуйтесь на нас\nслово два\n",
    "30.01, 18:43 А\n",
    "(а - ред. ",
    "а (слева). ",
    "Читайте також А Основною умовою ",
    *(
        "Читайте також: а\n",
        "Останні новини\n- а\n",
        "аФото: а\n",
        "Аа Аа\n",
        "UA | RU\n",
        "Аа бб вв гг\n",
        "(а б в - ВВ) ",
    ),
    *("а - а.ua\n", "Докладніше у статті. ", "11.01.2031 [«А»]\n", "Вісник №1 (1)\n", "<img "),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_pages_take_time_by_their_length(piece: str) -> None:
    headline = "Заголовок про щось дуже важливе\n\n"
    find_regions(page(headline + piece))  # loads the tables
    assert grows_evenly(lambda length: find_regions(page(headline + repeated(piece, length))))


# --- lines that an outlet repeats


def pages_of_outlet(count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        yield (
            "Вісник",
            f"Новина номер {number}{'а' * number}\n\nЛюди купили {number} яблук.\nНаш підвал, кімната {number}",
        )


def test_repeated_lines_are_learnt_from_five_reports_on() -> None:
    assert learn_repeated(pages_of_outlet(4)) == {}
    assert "наш підвал, кімната 0" in learn_repeated(pages_of_outlet(6))["Вісник"]


def test_learnt_lines_are_labelled_in_a_new_report() -> None:
    learnt = learn_repeated(pages_of_outlet(6))["Вісник"]
    text = "Інша новина\n\nТрамвай їде.\nНаш підвал, кімната 77"
    assert [region.span.of(text) for region in find_regions(page(text), learnt)] == ["Наш підвал, кімната 77"]


def test_versions_of_one_article_teach_nothing() -> None:
    same = [("Вісник", f"Та сама новина\n\nРядок, що є в усіх версіях\nверсія {'і' * n}") for n in range(9)]
    assert learn_repeated(same) == {}


def test_repeated_background_is_news() -> None:
    background = "Нагадаємо, міст через річку закрили на ремонт ще торік узимку."
    pages = [("Вісник", f"Новина {'а' * n}\n\nСталося щось.\n{background}") for n in range(9)]
    assert not any("нагадаємо" in line for line in learn_repeated(pages)["Вісник"])


# --- the data


def tables() -> list[tuple[str, dict[str, Any]]]:
    data = resources.files("firsthand.lang").joinpath("data")
    return [(code, tomllib.loads(data.joinpath(code, "junk.toml").read_text("utf-8"))) for code in LANGUAGES]


@pytest.mark.parametrize(("code", "table"), tables())
def test_groups_say_what_they_may(code: str, table: dict[str, Any]) -> None:
    for group in table["group"]:
        assert set(group) == {"name", "kind", "where", "reach", "phrases"}, group["name"]
        assert group["kind"] in KINDS
        assert group["where"] in WHERE
        assert group["reach"] in REACHES
    names = [group["name"] for group in table["group"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("code", "table"), tables())
def test_phrases_are_folded_normal_and_single(code: str, table: dict[str, Any]) -> None:
    listed = [(group["where"], phrase) for group in table["group"] for phrase in group["phrases"]]
    words = [word for key, value in table.items() if key != "group" for word in value]
    assert len(listed) == len(set(listed)), sorted(p for p in listed if listed.count(p) > 1)
    for phrase in [phrase for _, phrase in listed] + words:
        assert phrase == unicodedata.normalize("NFC", phrase).casefold().strip()
        assert "’" not in phrase


def test_every_group_and_every_shape_has_a_case() -> None:
    fired: set[str] = set()
    for name, case in read_cases():
        bare = read_page(unmark(case)[0], name[5:7])
        fired |= {region.rule for region in [*phrased(bare), *shaped(bare)]}
    groups = {phrase.name for found in phrases().values() for phrase in found}
    assert groups | {shape for shape, _, _ in SHAPES} == fired


UNKNOWN = """Мост через Ясную открыли после ремонта

Мост через реку Ясная открыли во вторник, сообщил мэр Остап Верес. Ремонт шел два года и обошелся недешево.

Что изменилось

По словам мэра, на мосту положили новое покрытие и поставили фонари. Троллейбусы пойдут через неделю, добавил он.

мост Ясная ремонт Остап Верес дороги мост Ясная

В Кедрове назвали имя лучшего пекаря
Почему кукушка молчит осенью
"""


def test_lines_that_no_rule_knows_are_told_by_what_stands_around_them() -> None:
    found = [region for region in find_regions(page(UNKNOWN, "ru")) if region.rule == "unlikely-line"]
    taken = [region.span.of(UNKNOWN) for region in found]
    assert taken == UNKNOWN.strip().split("\n")[-4:-3] + UNKNOWN.strip().split("\n")[-2:]


def test_neither_the_headline_nor_a_page_of_items_alone_is_taken_by_the_model() -> None:
    feed = "\n".join(f"Власти района {name} починили мост" for name in ("Заречный", "Лесной", "Южный", "Дальний"))
    assert [region for region in find_regions(page(feed, "ru")) if region.rule == "unlikely-line"] == []
