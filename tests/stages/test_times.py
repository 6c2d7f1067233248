"""Expressions of time and the report's own date, by marked sentences; see ``tests/cases/times_*.txt``."""

from __future__ import annotations

import pickle
import random
import re
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from pace import LONG, grows_evenly, repeated

from firsthand.lang import LANGUAGES
from firsthand.records import Published, Report, Span
from firsthand.stages.clean import find_regions
from firsthand.stages.segment import split
from firsthand.stages.times import find_published, find_times
from firsthand.stages.times.reader import RULES, grammar
from firsthand.stages.times.rules import Compiled

CASES = Path(__file__).parents[1] / "cases"
MARK = re.compile(r"</?t>")


class Case(NamedTuple):
    """A marked text: the report's date, the words marked, and their values."""

    language: str
    published: str | None
    text: str
    spans: tuple[Span, ...]
    values: tuple[str, ...]


def case(language: str, line: str) -> Case:
    values, published, marked = line.split(" | ")
    text, edges = "", []
    for part in re.split(r"(</?t>)", marked):
        if MARK.fullmatch(part):
            edges.append(len(text))
        else:
            text += part
    spans = tuple(Span(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True))
    expected = () if values == "none" else tuple(values.split(" "))
    return Case(language, None if published == "-" else published, text, spans, expected)


def cases(language: str) -> list[Case]:
    lines = (CASES / f"times_{language}.txt").read_text("utf-8").splitlines()
    return [case(language, line) for line in lines if line.strip() and not line.startswith("#")]


ALL = [case for language in LANGUAGES for case in cases(language)]


def report(text: str, language: str = "uk", published: str | None = None) -> Report:
    return Report("r", "r.txt", text, language, published=published)


def values(text: str, language: str = "uk", published: str | None = None) -> list[str]:
    return [found.value for found in find_times(report(text, language, published))]


def dated(text: str, language: str = "uk") -> Published:
    story = report(text, language)
    return find_published(story, find_times(story))


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}: {case.text[:50]}")
def test_expressions_have_the_marked_values(case: Case) -> None:
    assert tuple(values(case.text, case.language, case.published)) == case.values


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}: {case.text[:50]}")
def test_expressions_lie_where_they_are_marked(case: Case) -> None:
    found = find_times(report(case.text, case.language, case.published))
    assert all(time.span.overlaps(span) for time, span in zip(found, case.spans, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_fires_in_some_case(language: str) -> None:
    # Ukrainian and Russian share their rules, so that either's cases will do.
    shared = ("uk", "ru") if language != "en" else ("en",)
    texts = [report(case.text, case.language, case.published) for code in shared for case in cases(code)]
    fired = {found.rule for text in texts for found in find_times(text)}
    assert {rule.name for rule in RULES[language]} - fired <= UNMARKED


UNMARKED = {"nothing"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "КИЇВ. 2 липня. УНН. Суд скасував рішення.", "XXXX-07-02"),
        ("ru", "МОСКВА, 15 янв — РИА Новости. Вакцинация началась 15 декабря 2020 года.", "2021-01-15"),
        ("uk", "Четвер, 21 січня 2021, 21:03\n\nСпікерка заявила про це в четвер.", "2021-01-21"),
        ("ru", "04:42 27.12.2020\n\nЭксперт дал совет.", "2020-12-27"),
        ("ru", "Об этом он сегодня, 9 июля, заявил в парламенте.", "XXXX-07-09"),
        ("uk", "Прем'єрка у п'ятницю, 16 листопада, призначила міністра.", "XXXX-11-16"),
        ("uk", "У січні 2023 року почалися поставки. Про це йдеться у звіті, опублікованому 22 вересня.", "2023-09-22"),
        ("ru", "Месяц назад, на июньской встрече, стороны договорились.", "XXXX-07"),
        ("en", "A month ago, at the June summit, both sides agreed.", "XXXX-07"),
        ("en", "The minister resigned on Monday, 18 January. She had been elected in 2020.", "XXXX-01-18"),
        ("ru", "Одесса. 31 октября. INTERFAX - Суд оправдал врача.", "XXXX-10-31"),
        ("ru", "Суд оправдал врача 04.11.2018\n\nАдвокат уехал.", "2018-11-04"),
        ("ru", "Отставка в кабинете\n\n20:02, 9 Июль, 2018 Министр ушел.", "2018-07-09"),
        ("uk", "Суд скасував рішення\n\n18 листопада, 23:08\n\nРада збереться знову.", "XXXX-11-18"),
        ("uk", "Про це міністр заявив у ході зустрічі з послами 18 листопада.", "XXXX-11-18"),
        ("ru", "Пилоты начали забастовку, сообщает 12 сентября агентство.", "XXXX-09-12"),
        ("ru", "Адвокат просит гражданства\n\n, 13:54 REGNUM 3 февраля адвокат обратился к послам.", "XXXX-02-03"),
        ("ru", "В область привезли вакцину, сообщает пресс-служба. РИА Новости, 14.01.2021\n\nЕще.", "2021-01-14"),
        ("uk", "Пілоти оголосили про страйк 28 вересня.", None),
        ("uk", "Раніше міністр заявив про це 18 листопада.", None),
        ("ru", "Компания отменила рейсы, забастовка назначена на среду, 12 сентября.", "XXXX-09"),
        ("ru", "Закон принят с поправками (номер 157 от 17.09.1998).", None),
        ("uk", "Страйк відбудеться у п'ятницю, 16 листопада.", "XXXX-11"),
        ("uk", "Напад стався 6 січня у столиці.", None),
        ("ru", "Об этом сообщило агентство.", None),
        ("ru", "Вчера, 10 января, министр выступил в парламенте.", "XXXX-01-11"),
        ("ru", "Тула, 7 февраля - Вестник. Завод остановили.", "XXXX-02-07"),
        ("ru", "Врач, оправданный недавно по делу о взятке, уехал, заявил 12 ноября его адвокат.", "XXXX-11-12"),
        ("uk", "Раніше, у травні, про це 12 червня заявила лікарка.", None),
        ("ru", "Пилоты угрожают начать забастовку 6 августа.", None),
        ("ru", "По данным ведомства, на 14 января в область поступило пять тысяч доз.", "XXXX-01-14"),
        ("uk", "Станом на 14 січня в області зробили тисячу щеплень.", "XXXX-01-14"),
        ("ru", "На 12 сентября они объявили забастовку.", None),
        ("uk", "Компанія скасовує сто рейсів у п'ятницю, 28 вересня.", "XXXX-09"),
        ("uk", "Компанія скасовує сто рейсів у п'ятницю, 5 жовтня.", None),
        ("uk", "Суд скасував вирок 14 листопада. Апеляцію розглянуть 25 листопада.", "XXXX-11"),
        ("uk", "Суд скасував вирок 14 листопада. Апеляцію розглянуть 5 грудня.", None),
        (
            "uk",
            "Влітку 2018 року план схвалили. Уряд пішов 15 листопада. Вибори пройдуть 25 листопада, а нова рада "
            "збереться 29 березня 2019 року.",
            "2018-11",
        ),
        ("uk", "Трубу ремонтуватимуть до кінця місяця. Роботи триватимуть до 31 липня.", "XXXX-07"),
        ("ru", "В минувшем 2018 году завод стоял.", "2019"),
        ("uk", "Цього 2021 року врожай кращий.", "2021"),
        ("uk", "Суд 29 червня 2018 року зупинив продаж акцій.", "2018"),
        (
            "uk",
            "У квітні 2018 року міст закрили. 17 травня його відкрили, другий буде у 2019 році.",
            "2018",
        ),
        ("ru", "Весной 2018 года мост закрыли. Второй откроют 28 октября, сообщил завод.", "2018"),
        ("uk", "У червні 2017 року порт закрили. Страйк, який почався 1 липня, тривав місяць.", None),
        (
            "ru",
            "ТОКИО, 14 апр – Вестник. Пошлины выросли, закон продлят до конца марта 2023 года.",
            "2022-04-14",
        ),
        ("uk", "Водія засудили за аварію, що сталася 5 травня 2019 року.", None),
        ("uk", "Водія засудили за аварію, скоєну 5 травня 2019 року.", None),
        ("ru", "Водителя осудили за аварию, которая произошла 5 мая 2019 года.", None),
        ("uk", "Суд 29 листопада 2018 року зупинив продаж акцій.", None),
        ("uk", "Станом на сьогодні, 14 січня, в області зробили тисячу щеплень.", "XXXX-01-14"),
        ("ru", "Накануне, 8 июля, из-за спора с премьером ушёл министр.", "XXXX-07-09"),
        ("ru", "В ночь на 12 августа началась стачка пекарей.", "XXXX-08-12"),
        ("ru", "Приговор отменён\n\n, 11:10 REGNUM Верховный суд отменил 31 октября приговор.", "XXXX-10-31"),
        (
            "ru",
            "Министр ушёл в отставку 9 июля. «Сегодня днём премьер приняла отставку», сказал секретарь.",
            "XXXX-07-09",
        ),
        ("ru", "Пилоты намерены бастовать 28 сентября, сообщает газета в четверг, 13 сентября.", "XXXX-09-13"),
        ("uk", "Компанія скасує сто рейсів 25 і 26 липня через страйк.", "XXXX-07"),
        ("uk", "Працівники проведуть страйк 12 вересня. У вівторок компанія скасувала рейси.", "XXXX-09"),
        ("uk", "Парламент обере суддю 25 травня.", None),
        ("ru", "На прошлой неделе мэр призвал не ждать 1 ноября.", None),
        ("uk", "Вакцина: що відомо\n\nОлена Кравець\n\n· 26 січня, 15:04\n\nЛікарі дали поради.", "XXXX-01-26"),
        ("ru", "Несколько дней назад пилоты подписали договор. Забастовка прошла 10 августа.", "XXXX-08"),
        ("uk", "Міністр пішов 15 листопада. План схвалили 13 листопада.\n\n© 2000-2018, Вісник.", "2018-11"),
        ("uk", "Міністр пішов у відставку 15 листопада. Уряд схвалив план 13 листопада.", "XXXX-11"),
        (
            "uk",
            "Депутат розповів про план. Його схвалили 11 серпня, а з жовтня почали. Сьогодні він діє, сказав.",
            None,
        ),
        ("uk", "Рада зібралася у вівторок, 15 грудня. Вакцина з'явиться навесні 2021 року.", "2020-12-15"),
        ("ru", "Совет собрался в четверг, 12 марта. Мост откроют летом 2026 года.", "2026-03-12"),
        ("ru", "Совет собрался в четверг, 12 марта. Мост откроют летом 2030 года.", "XXXX-03-12"),
        ("ru", "Совет собрался в четверг, 12 марта. Мост открыли летом 2018 года.", "XXXX-03-12"),
        ("uk", "Завод торік зріс. За підсумками 2017 року він заробив три мільйони.", "2018"),
        ("ru", "В ноябре 2017 года ушли двое министров. В январе этого года ушёл третий.", "2018"),
        ("uk", "Суд зупинив продаж акцій.\n\n© 2000-2018, Вісник міста.", "2018"),
        ("uk", "Угода діє з 1 травня 2020 року.\n\n© 2000-2018, Вісник міста.", None),
        ("ru", "Мэр сохранил пост. Ранее 9 февраля стало известно о споре.", "XXXX-02-09"),
        ("uk", "Мер зберіг посаду. Раніше 7 лютого стало відомо про суперечку.", "XXXX-02-07"),
        ("ru", "Мэр сохранил пост. Ранее 7 февраля 2017 года он судился.", None),
        (
            "ru",
            "Паром отменили. Просим прощения. Паром (@parom_ru) 28 сентября 2018 г. Это второй случай.",
            "2018-09-28",
        ),
        ("ru", "Берлин молчит о планах 20:47 &nbsp 8 Марта 2019 82\n\nБерлин, 8 марта. Мэр ушёл.", "2019-03-08"),
        ("ru", "21 апреля. ВЕСТНИК.RU - Добыча алмазов выросла на четверть.", "XXXX-04-21"),
        (
            "ru",
            "Врачу не запретили выезд\n\n, 21:57 REGNUM Министр рассказал о враче. Ранее, 31 октября, врач был "
            "оправдан. Однако 7 ноября министр транспорта Олег Бондарь сообщил, что тот уедет.",
            "XXXX-11-07",
        ),
        ("ru", "Мэр в понедельник, 9 июля, подал в отставку. Мост откроют в марте 2019 года.", "2018-07-09"),
        (
            "uk",
            "Пекарі почали страйк у шести містах. "
            + "Вони вимагають кращої платні. " * 25
            + "У п'ятницю, 28 вересня, пекарня виконала половину замовлень.",
            "XXXX-09-28",
        ),
        ("ru", "Паром (@parom_ru) 28 сентября 2018 г. Порт закрылся 30 сентября 2018 года и стоит.", "2018"),
    ],
)
def test_a_report_states_its_own_date(language: str, text: str, expected: str | None) -> None:
    published = dated(text, language)
    assert published.value == expected
    assert (published.why is None) == (expected is None)


def test_the_reason_names_the_words() -> None:
    assert dated("КИЇВ. 2 липня. УНН. Суд скасував рішення.").why == 'dateline: "2 липня"'


def test_metadata_come_before_the_text() -> None:
    story = report("КИЇВ. 2 липня. УНН.", published="2018-07-03")
    assert find_published(story, find_times(story)) == Published("2018-07-03", "given with the report")
    assert find_times(story)[0].value == "2018-07-02"


def test_a_dateline_places_what_is_relative_but_not_its_year() -> None:
    assert values("КИЇВ. 5 липня. УНН. Учора суд скасував рішення.") == ["XXXX-07-05", "XXXX-07-04"]


def test_the_weekday_of_the_lead_is_that_of_the_dateline() -> None:
    text = "КИЇВ. 19 липня. УНН. У четвер рейси скасували. У середу рейсів не було."
    assert values(text) == ["XXXX-07-19", "XXXX-07-19", "XXXX-07-18"]


def test_a_named_weekday_near_by_tells_that_of_the_dateline() -> None:
    text = "КИЇВ. 11 вересня. УНН. Страйк оголосили на середу, 12 вересня. Проте у вівторок рейси скасували."
    assert values(text) == ["XXXX-09-11", "XXXX-09-12", "XXXX-09-11"]


def test_days_near_the_report_take_no_year_of_the_background() -> None:
    text = (
        "Уряд повідомив про це в понеділок, 9 липня. На нараді 6 липня сперечалися. У червні 2016 року був референдум."
    )
    assert values(text) == ["XXXX-07-09", "XXXX-07-06", "2016-06"]


def test_what_is_past_takes_no_year_that_puts_it_after_the_report() -> None:
    text = (
        "КИЇВ. 19 листопада 2018 року. УНН. Перехід триватиме до 31 грудня 2020 року. 14 листопада уряд схвалив угоду."
    )
    assert values(text) == ["2018-11-19", "2020-12-31", "2018-11-14"]


def test_a_narrative_goes_on_in_its_year() -> None:
    assert values("У січні 2023 року почали поставки. У березні їх зупинили.") == ["2023-01", "2023-03"]


def test_a_weekday_confirms_or_refutes_a_year() -> None:
    built = "Це сталося в четвер, 10 січня. Роботи планують завершити у 2019 році."
    assert values(built) == ["2019-01-10", "2019"]
    assert values("Це сталося в неділю, 4 листопада. Її засудили у 2010 році.") == ["XXXX-11-04", "2010"]


def test_far_background_lends_no_year() -> None:
    assert values("Чиновник сказав це 6 травня. Країна вийде з союзу 29 березня 2019 року.")[0] == "XXXX-05-06"


def test_next_year_tells_this_year() -> None:
    text = (
        "Посол сказав це 18 листопада. Угода діятиме з 29 березня наступного року, перехід піде з 30 березня 2019 року."
    )
    assert values(text) == ["2018-11-18", "2019-03-29", "2019-03-30"]


def test_times_outside_sentences_count() -> None:
    assert values("меню погода\n\n12:45, 03.02.2022\n\nСуд скасував рішення.") == ["2022-02-03T12:45"]


def test_of_debris_only_dates_and_clock_times_count() -> None:
    text = "Суд зупинив завод.\n\nЧитайте також: Учора стояв і порт\n\n12:45, 03.02.2022\n\nЗавод працював торік."
    story = report(text)
    sentences = split(story, find_regions(story))
    assert [found.value for found in find_times(story, sentences)] == ["2022-02-03T12:45", "2021"]


def test_no_expression_overlaps_another() -> None:
    found = find_times(report("У ніч на 5 липня 2020 року, о 3:00, за два дні до 7 липня, торік, учора ввечері."))
    assert all(first.span.stop <= second.span.start for first, second in pairwise(found))


def test_results_are_spans_of_the_text_and_pickle() -> None:
    for case in ALL:
        found = find_times(report(case.text, case.language))
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
        assert all(time.span.of(case.text).strip() for time in found)


@pytest.mark.parametrize(
    "text", ["", "\n", "   ", "30 лютого 2020 року", "99.99.2020", "29 лютого", "25:99", "31 квітня"]
)
def test_odd_texts_do_not_fail(text: str) -> None:
    assert values(text) in ([], ["XXXX-02-29"], ["2020"], ["2020-02"], ["XXXX-02"], ["XXXX-04"])


def match_everywhere(rule: Compiled, text: str, size: int) -> None:
    for at in range(0, size, 7):
        rule.pattern.match(text, at, size)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_backtracks(language: str) -> None:
    for rule in grammar(language).rules:
        assert grows_evenly(partial(match_everywhere, rule, hostile_letters(rule))), rule.name


def hostile_letters(rule: Compiled) -> str:
    """A hundred thousand of the letters that a rule looks for, in no order."""
    letters = re.findall(r"[\ue000-\uf8ff]", rule.pattern.pattern) or ["\ue000"]
    return "".join(random.Random(1).choices(letters, k=LONG))  # noqa: S311 - no secret


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12:12 ",
        "1.1.",
        "9",
        "1 січня ",
        "у понеділок ",
        "до ",
        "2 роки тому з 1 до 2 ",
        "опублікованому 3 травня ",
    ],
)
def test_hostile_text_takes_time_by_its_length(unit: str) -> None:
    def dated(length: int) -> None:
        story = report(repeated(unit, length))
        find_published(story, find_times(story))

    dated(len(unit))  # compiles the rules
    assert grows_evenly(dated)
