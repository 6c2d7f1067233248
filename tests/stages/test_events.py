"""What happened, when, where and with whom, out of several reports."""

from __future__ import annotations

import pickle
import random
from collections.abc import Sequence
from functools import cache

import pytest

from firsthand.answer.collect import collect
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Answer, Event, Report
from firsthand.stages.dating import date_reports
from firsthand.stages.entities import entity_ids
from firsthand.stages.events import find
from firsthand.stages.reuse import compare_all


@cache
def report(id_: str, language: str, text: str, published: str | None = "2023-09-18") -> Analysis:
    return analyse_fast(Report(id_, f"{id_}.txt", text, language, published=published))


def events(*analyses: Analysis) -> tuple[Event, ...]:
    entities = entity_ids(analyses)
    datings = date_reports(analyses, compare_all(analyses), (), entities)
    return find(analyses, collect(analyses, entities), (), datings, entities)


MEETING = "Президент Ардонії Петро Дорошук 13 вересня зустрівся в Києві з прем'єром Марком Стельмахом."
UK = report("uk", "uk", f"{MEETING} Про торгівлю не говорили.")
RU = report(
    "ru",
    "ru",
    "Рынок молчит. Пётр Дорошук встретился с Марком Стельмахом 13 сентября, а зерно подешевело.",
    "2023-09-20",
)


def test_an_event_has_words_time_place_and_participants() -> None:
    (event,) = events(UK)
    assert event.what == MEETING
    assert event.when == "2023-09-13"
    assert event.where == "city:kyiv"
    assert sum(entity.startswith("per:") for entity in event.who) == 2
    assert event.reports == ("uk",)
    assert [span.of(UK.report.text) for _, span in event.passages] == [MEETING]


def test_two_languages_tell_one_event() -> None:
    found = [event for event in events(UK, RU) if event.when == "2023-09-13"]
    assert [event.reports for event in found] == [("ru", "uk")]
    assert len(found[0].passages) == 2


def test_the_day_keeps_two_meetings_of_the_same_two_apart() -> None:
    later = report("later", "uk", "Петро Дорошук 5 жовтня знову зустрівся з Марком Стельмахом.", "2023-10-06")
    assert [event.when for event in events(UK, later)] == ["2023-09-13", "2023-10-05"]


def test_other_participants_make_another_event() -> None:
    other = report("other", "uk", "Іван Ковальчук 13 вересня зустрівся з Юхимом Гайдуком.")
    assert len(events(UK, other)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Петро Дорошук 13 вересня не зустрівся з Марком Стельмахом."),
        ("uk", "Петро Дорошук 20 вересня зустрінеться з Марком Стельмахом."),
        ("uk", "Якби Петро Дорошук 13 вересня зустрівся з Марком Стельмахом, мир настав би."),
        ("uk", "Петро Дорошук працює з 13 вересня. Погода гарна."),
        ("ru", "Пётр Дорошук якобы встретился 13 сентября с Марком Стельмахом."),
        ("en", "Petro Doroshuk will meet Marko Stelmakh on September 20."),
    ],
)
def test_what_did_not_surely_happen_is_no_event(language: str, text: str) -> None:
    assert events(report("no", language, text)) == ()


def test_precision_is_what_the_report_gives() -> None:
    month = report("month", "uk", "У серпні Петро Дорошук відвідав порт Галмар.")
    assert [event.when for event in events(month)] == ["2023-08"]


def test_an_undated_report_gives_bounds_by_its_dating() -> None:
    week = report(
        "week",
        "ru",
        "На прошлой неделе Пётр Дорошук встретился с Марком Стельмахом. В понедельник Марк Стельмах посетил завод "
        "«Рубин» в Киеве.",
        None,
    )
    found = {event.when for event in events(UK, week)}
    assert "2023-09-13" in found
    assert any("2023-09-18" in (when or "") for when in found)


def test_a_dated_saying_is_an_event_with_its_attribution() -> None:
    said = report("said", "uk", "Петро Дорошук заявив 15 вересня, що угод із Марком Стельмахом не підписували.")
    (event,) = events(said)
    assert event.when == "2023-09-15"
    assert event.said
    assert all(id_.startswith("said:") for id_ in event.said)


def test_a_chain_tag_is_no_event() -> None:
    tag = report("tag", "uk", "Про це 13 вересня повідомляє Укрінформ із посиланням на KCNA. Погода гарна.")
    assert events(tag) == ()


def test_the_order_of_reports_changes_nothing() -> None:
    analyses: Sequence[Analysis] = [UK, RU, report("said", "uk", "Петро Дорошук заявив 15 вересня, що угод не було.")]
    expected = events(*analyses)
    for seed in range(4):
        assert events(*random.Random(seed).sample(analyses, len(analyses))) == expected  # noqa: S311 - no secret


def test_events_pickle() -> None:
    found = events(UK, RU)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_joins_the_events_of_the_sample(sample_answer: Answer) -> None:
    images = [event for event in sample_answer.events if event.when == "2025-03-03"]
    assert len(images) == 1
    assert len(images[0].reports) >= 3
    told = {analysis.report.id: analysis.report.text for analysis in sample_answer.analyses}
    for event in sample_answer.events:
        assert event.what in {span.of(told[report]) for report, span in event.passages}
        assert event.who or event.where
