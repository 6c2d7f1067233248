"""When reports without a date were published, by what they and the reports around them tell."""

from __future__ import annotations

import pickle
import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from pace import grows_evenly, repeated

from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Answer, Dating, Link, Report
from firsthand.stages.dating import date_reports, keys, resolve_value
from firsthand.stages.dating.bounds import Bounds, bounds_of, value_of
from firsthand.stages.dating.solve import Apart, Counted, Lies, OnWeekday, solve
from firsthand.stages.entities import entity_ids
from firsthand.stages.reuse import compare_all


@cache
def report(id_: str, language: str, text: str, published: str | None = None) -> Analysis:
    return analyse_fast(Report(id_, f"{id_}.txt", text, language, published=published))


def dated(*analyses: Analysis) -> Mapping[str, Dating]:
    return date_reports(analyses, compare_all(analyses), (), entity_ids(analyses))


VISIT = report(
    "visit",
    "uk",
    "Президент Ардонії Петро Дорошук 13 вересня зустрівся з прем'єром Марком Стельмахом у порту Галмар. "
    "Сторони обговорили торгівлю зерном.",
    "2023-09-14",
)
RECALLED = report(
    "recalled",
    "uk",
    "Делегація Ардонії прибула до столиці. Домовленості уклали під час зустрічі Петра Дорошука з Марком Стельмахом "
    "минулого місяця.",
)


# --- its own words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "Экспорт упал из-за войны на Украине, которая длится четвертый год. Заводы стоят.", None),
        ("uk", "На 600-й день повномасштабної війни в Україні ввімкнули опалення.", "2023-10-15/2023-10-17"),
        ("ru", "Такого не было, заявили на 1000-й день войны на Украине.", None),
    ],
)
def test_counts_from_the_beginning_of_a_war(language: str, text: str, value: str | None) -> None:
    found = dated(report("own", language, text))["own"]
    assert found.value == value
    assert any("invasion of Ukraine began on 24 February 2022" in reason for reason in found.why)


def test_the_fourth_year_of_a_war_bounds_but_dates_nothing() -> None:
    found = dated(report("own", "ru", "Спецоперация на Украине длится четвертый год, заявил министр."))["own"]
    assert found.value is None
    assert (found.earliest, found.latest) == ("2025-02-21", "2026-02-26")


def test_two_wars_that_fit_are_both_kept_open() -> None:
    found = dated(report("own", "uk", "В Україні третій рік триває війна, нагадав посол."))["own"]
    assert (found.earliest or "")[:4] == "2016"
    assert (found.latest or "")[:4] == "2025"


def test_a_report_is_later_than_the_past_and_earlier_than_what_is_to_come() -> None:
    text = "Міст відкрили 12 травня 2024 року. Ремонт дороги завершать 3 серпня 2024 року."
    found = dated(report("own", "uk", text))["own"]
    assert (found.earliest, found.latest, found.value) == ("2024-05-12", "2024-08-03", "2024-05-12/2024-08-03")
    assert any("Міст відкрили 12 травня 2024 року" in reason for reason in found.why)


def test_a_date_after_since_or_until_is_no_bound() -> None:
    found = dated(report("own", "uk", "Завод працював з 2019 року."))["own"]
    assert found.earliest is None


def test_a_numbered_forum_has_its_day() -> None:
    text = "Міністр прибув із Пекіна після третього форуму «Один пояс, один шлях»."
    assert dated(report("own", "uk", text))["own"].earliest == "2023-10-17"


# --- other reports -------------------------------------------------------------------------------------


def test_last_months_meeting_dates_a_report_to_the_month_after() -> None:
    found = dated(VISIT, RECALLED)["recalled"]
    assert found.value == "2023-10"
    assert any("минулого місяця" in reason for reason in found.why)
    assert any("13 вересня" in reason for reason in found.why)


def test_a_month_after_the_trip() -> None:
    later = report(
        "later",
        "uk",
        "Триденний візит міністра відбувається через місяць після зустрічі Петра Дорошука з Марком Стельмахом.",
    )
    found = dated(VISIT, later)["later"]
    assert (found.earliest or "") >= "2023-09-25"
    assert (found.latest or "9") <= "2023-11-05"
    assert found.value is not None


def test_last_week_across_languages() -> None:
    russian = report(
        "russian",
        "ru",
        "На прошлой неделе президент Ардонии Пётр Дорошук встретился в порту Галмар с премьером Марком Стельмахом.",
    )
    assert dated(VISIT, russian)["russian"].value == "2023-09-18/2023-09-24"


def test_a_happening_told_without_a_time_only_makes_a_report_later() -> None:
    later = report(
        "later",
        "uk",
        "Експерти оцінили наслідки. Ціни на зерно падають. Раніше Петро Дорошук зустрівся з Марком Стельмахом "
        "у порту Галмар. Торгівля зростає.",
    )
    found = dated(VISIT, later)["later"]
    assert found.latest is None
    assert found.earliest in (None, "2023-09-12", "2023-09-13")


def test_a_meeting_of_others_dates_nothing() -> None:
    other = report(
        "other",
        "uk",
        "Домовленості уклали під час зустрічі Петра Дорошука з Іваном Ковальчуком минулого місяця.",
    )
    assert dated(VISIT, other)["other"].value is None


def test_bounds_pass_from_report_to_report() -> None:
    passage = (
        "У понеділок Інститут морської безпеки оприлюднив десятки супутникових знімків двох суден, "
        "які перевозили зерно між портами Галмар і Нерита."
    )
    first = report("first", "uk", f"Міністр прибув із Пекіна після третього форуму «Один пояс, один шлях». {passage}")
    second = report(
        "second",
        "uk",
        f"Домовленості уклали на зустрічі Петра Дорошука з Марком Стельмахом минулого місяця. Рейсів багато. {passage}",
    )
    found = dated(VISIT, first, second)
    assert found["second"].earliest == "2023-10-16"
    assert (found["first"].latest or "9") <= "2023-11-05"


def test_a_report_is_later_than_the_one_it_recalls() -> None:
    told = "міністерство оборони Ардонії заявило, що порт Галмар відправив до Нерити двісті контейнерів"
    first = analyse_fast(
        Report("first", "", f"У порту людно. {told[0].upper()}{told[1:]}.", "uk", None, None, "Укрінформ", "2023-10-17")
    )
    later = report("later", "uk", f"Ціни на зерно падають. Як повідомляв Укрінформ, {told}.")
    ours = next(n for n, a in enumerate(later.attributions) if "кр" in (a.speaker or "").lower())
    links = [Link("claim", "later", ours, "first", 0, 1.0, "the same words")]
    found = date_reports([first, later], links)["later"]
    assert (found.earliest, found.latest) == ("2023-10-17", None)
    assert "recalls" in found.why[0]


def test_the_order_of_reports_changes_nothing() -> None:
    analyses = [VISIT, RECALLED, report("own", "uk", "На 600-й день повномасштабної війни в Україні йшов дощ.")]
    expected = dated(*analyses)
    for seed in range(4):
        shuffled = random.Random(seed).sample(analyses, len(analyses))  # noqa: S311 - no secret
        assert dated(*shuffled) == expected


def test_a_stated_date_stands() -> None:
    found = dated(VISIT, RECALLED)["visit"]
    assert (found.value, found.earliest, found.latest) == ("2023-09-14",) * 3
    assert found.why == ("given with the report",)


def test_a_report_that_nothing_dates_stays_undated() -> None:
    found = dated(report("bare", "uk", "Погода буде доброю, кажуть синоптики."))["bare"]
    assert (found.value, found.earliest, found.latest, found.why) == (None, None, None, ())


def test_datings_pickle() -> None:
    found = dated(VISIT, RECALLED)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_reports_that_may_date_each_other_share_keys() -> None:
    assert {key for key, _ in keys(VISIT)} & {key for key, _ in keys(RECALLED)}


def test_conflicts_are_reported_not_hidden() -> None:
    text = "Тунель відкрили 12 травня 2024 року. Виставку покажуть 3 серпня 2021 року."
    found = dated(report("odd", "uk", text))["odd"]
    assert found.conflicts
    assert any("2021" in reason or "2024" in reason for reason in found.conflicts)


def test_hostile_text_takes_time_by_its_length() -> None:
    piece = "Кім зустрівся в понеділок минулого року четвертий рік війни "
    assert grows_evenly(lambda size: dated(VISIT, report("hostile", "uk", repeated(piece, size))))


# --- filling in values ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "published", "resolved"),
    [
        ("XXXX-WXX-1", "2023-10-19", "2023-10-16"),
        ("XXXX-WXX-1", "2023-10", "XXXX-WXX-1"),
        ("XXXX-09-15", "2023-10", "2023-09-15"),
        ("XXXX-12-20", "2024-01-05", "2023-12-20"),
        ("XXXX-02-29", "2023-03-01", "XXXX-02-29"),
        ("XXXX-09", "2023-10-16/2023-10-30", "2023-09"),
        ("XXXX-06", "2023", "XXXX-06"),
        ("XXXX-05-01", None, "XXXX-05-01"),
        ("2019", "2023-10", "2019"),
    ],
)
def test_fills_a_value_where_that_is_safe(value: str, published: str | None, resolved: str) -> None:
    assert resolve_value(value, Dating("r", published)) == resolved


# --- bounds --------------------------------------------------------------------------------------------


def days(value: str) -> Bounds:
    found = bounds_of(value)
    assert found is not None
    return found


@pytest.mark.parametrize("value", ["2023-10-16", "2023-10", "2023", "2023-10-16/2023-10-20"])
def test_a_value_has_the_precision_of_its_bounds(value: str) -> None:
    assert value_of(days(value)) == value


def test_last_week_and_a_day_give_a_week() -> None:
    told = Counted(1, "report", "event", "week", -1, "last week", "r")
    found = solve({"event": days("2025-03-05")}, [told])
    assert value_of(found.domains["report"]) == "2025-03-10/2025-03-16"


def test_a_weekday_narrows_to_its_days() -> None:
    told = [OnWeekday(1, "event", 1, "on Monday", "r"), Lies(1, "event", (days("2023-10-12/2023-10-21"),), "", "r")]
    assert value_of(solve({}, told).domains["event"]) == "2023-10-16"


def test_the_surest_constraint_stands_against_a_weaker_one() -> None:
    told = [
        Apart(5, "a", "b", 0, 3, "weak", "r"),
        Lies(1, "a", (days("2023-01"),), "sure", "r"),
        Lies(1, "b", (days("2023-06"),), "sure too", "r"),
    ]
    found = solve({}, told)
    assert value_of(found.domains["a"]) == "2023-01"
    assert [conflict.reason for conflict, _ in found.conflicts] == ["weak"]


def test_constraints_that_chase_each_other_end() -> None:
    told = [Apart(1, "a", "b", 1, None, "b after a", "r"), Apart(1, "b", "a", 1, None, "a after b", "r")]
    found = solve({}, [*told, Lies(0, "a", (days("2023"),), "", "r")])
    assert len(found.conflicts) == 1


def test_reasons_lead_back_to_what_is_known() -> None:
    told = [
        Apart(2, "event", "report", 0, 6, "the Monday before", "r"),
        Lies(1, "event", (days("2023-10-16"),), "dated by another", "s"),
    ]
    assert solve({}, told).reasons("report") == ("the Monday before", "dated by another")


def test_dates_the_undated_reports_of_the_sample(sample_answer: Answer) -> None:
    undated = {
        Path(a.report.path).name[:2]: sample_answer.datings[a.report.id]
        for a in sample_answer.analyses
        if a.report.published is None
    }
    assert {number: dating.value for number, dating in undated.items()} == {
        "06": "2025-03-10/2025-03-16",
        "16": "2025-09-29/2025-10-05",
    }
    assert not any(dating.conflicts for dating in sample_answer.datings.values())
