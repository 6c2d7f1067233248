"""Contradictions: what doesn't go together, with time and speaker looked at first."""

from __future__ import annotations

import pytest

from firsthand.stages.contradictions import days_between, find
from tests.stages.claim_cases import Story, analysed


def kinds(*reports: tuple[str, list[str], str | None]) -> list[str]:
    """The kinds of contradictions that are found in marked reports."""
    read = [(analysed(text, acts, report=f"r{n}"), date) for n, (text, acts, date) in enumerate(reports)]
    story = Story(*read)
    found = find(story.claims, story.said.values(), story.meanings, story.datings, story.sides)
    assert all(c.reason for c in found)
    return [c.kind for c in found]


def test_asserted_by_one_and_denied_by_another() -> None:
    assert kinds(
        ("{{Сирія}} <<заявила>>, що [[Ірак постачає їй ракети]].", ["assert"], "2024-03-01"),
        ("{{Ірак}} <<заперечує>>, що [[постачає Сирії ракети]].", ["deny"], "2024-03-02"),
    ) == ["contradiction"]


def test_the_same_side_half_a_year_later_is_an_update() -> None:
    assert kinds(
        ("{{Сербія}} <<заперечує>>, що [[продала Кіпру гармати]].", ["deny"], "2024-03-01"),
        ("{{Сербія}} <<визнала>>, що [[продала Кіпру гармати]].", ["assert"], "2024-09-02"),
    ) == ["update"]


def test_the_same_side_at_an_unknown_time_contradicts_nobody() -> None:
    assert (
        kinds(
            ("{{Сербія}} <<заперечує>>, що [[продала Кіпру гармати]].", ["deny"], None),
            ("{{Сербія}} <<визнала>>, що [[продала Кіпру гармати]].", ["assert"], None),
        )
        == []
    )


def test_the_sender_says_what_the_receiver_denies() -> None:
    assert kinds(
        ("{{Туреччина}} <<заявила>>, що [[відправила до Лівії боєприпаси]].", ["assert"], "2024-03-01"),
        ("{{Лівія}} <<заперечує>>, що [[отримувала з Туреччини будь-яку зброю]].", ["deny"], "2024-03-02"),
    ) == ["contradiction"]


def test_two_counts_side_by_side_are_two_figures() -> None:
    text = (
        "{{Литва}} <<повідомила>>, що [[судно привезло до порту вісімдесят контейнерів]]. "
        "{{Польща}} <<повідомила>>, що [[судно привезло до порту понад триста контейнерів]]."
    )
    assert kinds((text, ["assert", "assert"], "2024-03-01")) == ["figure"]


@pytest.mark.parametrize("second", ["понад двадцять контейнерів", "вісімдесят контейнерів"])
def test_counts_that_may_both_hold_are_no_two_figures(second: str) -> None:
    text = (
        "{{Литва}} <<повідомила>>, що [[судно привезло до порту вісімдесят контейнерів]]. "
        f"{{{{Польща}}}} <<повідомила>>, що [[судно привезло до порту {second}]]."
    )
    assert kinds((text, ["assert", "assert"], "2024-03-01")) == []


def test_counts_of_another_month_are_no_two_figures() -> None:
    assert (
        kinds(
            ("{{Литва}} <<повідомила>>, що [[через страйк скасували сто рейсів]].", ["assert"], "2024-03-01"),
            ("{{Польща}} <<повідомила>>, що [[через страйк скасували триста рейсів]].", ["assert"], "2024-06-01"),
        )
        == []
    )


def test_a_part_of_a_whole_is_no_other_figure() -> None:
    text = (
        "{{Литва}} <<повідомила>>, що [[скасували 150 із 400 рейсів]]. "
        "{{Польща}} <<повідомила>>, що [[скасували 250 рейсів]]."
    )
    assert kinds((text, ["assert", "assert"], "2024-03-01")) == []


def test_a_wish_is_not_denied_by_a_fact() -> None:
    assert (
        kinds(
            ("{{Литва}} <<заявила>>, що [[хоче купити в Данії кораблі]].", ["assert"], "2024-03-01"),
            ("{{Данія}} <<заперечує>>, що [[продала Литві кораблі]].", ["deny"], "2024-03-02"),
        )
        == []
    )


def test_a_quality_is_not_denied_by_another() -> None:
    assert (
        kinds(
            ("{{Литва}} <<заявила>>, що [[проєкт «Балтика» є комерційним]].", ["assert"], "2024-03-01"),
            ("{{Данія}} <<заявила>>, що [[проєкт «Балтика» не є політичним]].", ["assert"], "2024-03-02"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("2024-03-01", "2024-03-05", 4),
        ("2024-02-30", "2024-03-01", 2),
        (None, "2024-01-01", None),
        ("XXXX-01-01", "2024", None),
    ],
)
def test_days_between(left: str | None, right: str | None, days: int | None) -> None:
    assert days_between(left, right) == days
