"""Counted and measured amounts, by the marked sentences of ``tests/cases/quantities.txt``."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from pace import grows_evenly, repeated

from firsthand.lang import LANGUAGES, load
from firsthand.records import Quantity, Report, Span
from firsthand.stages.quantities import find_quantities
from firsthand.stages.segment import split
from firsthand.stages.times import find_times

CASES = Path(__file__).parents[1] / "cases" / "quantities.txt"


class Case(NamedTuple):
    """A marked text and the amounts marked in it."""

    language: str
    text: str
    amounts: tuple[Quantity, ...]


def case(line: str) -> Case:
    language, expected, marked = line.split(" | ")
    text, edges = "", []
    for part in re.split(r"(</?q>)", marked):
        if re.fullmatch(r"</?q>", part):
            edges.append(len(text))
        else:
            text += part
    spans = [Span(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
    stated = [] if expected == "none" else expected.split(" ; ")
    return Case(language, text, tuple(amount(words, span) for words, span in zip(stated, spans, strict=True)))


def amount(words: str, span: Span) -> Quantity:
    counted, modifier = words.split(" / ")
    low, high, unit = counted.split(" ", 2)
    return Quantity(
        span, number(low), number(high), None if unit == "-" else unit, None if modifier == "-" else modifier
    )


def number(digits: str) -> float | None:
    return None if digits == "-" else float(digits)


LINES = [line for line in CASES.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
ALL = [case(line) for line in LINES]


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    report = Report("r", "r.txt", text, language)
    sentences = split(report, ())
    return find_quantities(report, sentences, find_times(report, sentences))


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}: {case.text[:50]}")
def test_amounts_are_as_marked(case: Case) -> None:
    assert quantities(case.text, case.language) == case.amounts


def test_modifiers_are_the_documented_english_words() -> None:
    known = {modifier for language in LANGUAGES for modifier in load(language).table("quantities")["modifier"]}
    assert known == {"more than", "less than", "about", "almost", "at least", "at most", "up to", "exactly"}
    found = {q.modifier for case in ALL for q in quantities(case.text, case.language)}
    assert found - {None} <= known | {"several", "between"}


def test_no_quantity_overlaps_a_time() -> None:
    text = "За 3 дні до 5 липня 2020 року 3 судна привезли 200 тонн за 48 годин."
    report = Report("r", "r.txt", text, "uk")
    times = find_times(report)
    found = find_quantities(report, split(report, ()), times)
    assert [q.span.of(text) for q in found] == ["3 судна", "200 тонн"]
    assert not any(q.span.overlaps(t.span) for q in found for t in times)


def test_no_sentences_no_quantities() -> None:
    report = Report("r", "r.txt", "200 тонн", "uk")
    assert find_quantities(report, (), ()) == ()


def test_results_pickle() -> None:
    found = [quantities(case.text, case.language) for case in ALL]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "unit", ["1 ", "000 ", "сто ", "кілька сотень ", "20 великих ", "від 1 до ", "$", "більше ", "9"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_takes_time_by_its_length(unit: str, language: str) -> None:
    def counted(size: int) -> None:
        report = Report("r", "r.txt", repeated(unit, size), language)
        find_quantities(report, split(report, ()), ())

    assert grows_evenly(counted)
