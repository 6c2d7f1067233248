"""Two names joined by a mark."""

from __future__ import annotations

import pytest

from firsthand.names.joint import apart, with_halves
from tests.names.spaced import name, words


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        ("Lorta / Medvia чекають", [(0, 3, "ORG")], [(0, 1, "ORG"), (2, 3, "ORG")]),
        (
            "Lorta - Medvia чекають , а Lorta мовчить",
            [(0, 3, "ORG"), (6, 7, "ORG")],
            [(0, 1, "ORG"), (2, 3, "ORG"), (6, 7, "ORG")],
        ),
        ("Lorta - Medvia чекають", [(0, 3, "ORG")], [(0, 3, "ORG")]),
        ("AC / DC співають", [(0, 3, "ORG")], [(0, 3, "ORG")]),
        ("Струмінь - 2 будують", [(0, 3, "PRO")], [(0, 3, "PRO")]),
        ("Анна - Марія приїхала , а Анна чекає", [(0, 3, "PER"), (6, 7, "PER")], [(0, 3, "PER"), (6, 7, "PER")]),
        ("Київ - Львів - Одеса", [(0, 5, "LOC")], [(0, 5, "LOC")]),
    ],
)
def test_joint_names_are_told_apart(
    text: str, runs: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    assert apart([words(text)], [runs]) == [expected]


@pytest.mark.parametrize(
    ("text", "joined", "expected"),
    [
        ("Siemens-Medvia чекає", "Siemens-Medvia", ["Siemens", "Medvia"]),
        ("Lorta-Medvia чекає, а Medvia мовчить", "Lorta-Medvia", ["Lorta", "Medvia", "Medvia"]),
        ("Lorta-Medvia чекає", "Lorta-Medvia", ["Lorta-Medvia"]),
        ("Газпром-Медиа ждёт", "Газпром-Медиа", ["Газпром-Медиа"]),
        ("Reuters-Medvia чекає", "Reuters-Medvia", ["Reuters-Medvia"]),
        ("Siemens-2 чекає", "Siemens-2", ["Siemens-2"]),
    ],
)
def test_firms_in_one_word_are_told_apart(text: str, joined: str, expected: list[str]) -> None:
    names = [name(text, joined, "ORG")]
    if " Medvia" in text:
        names.append(name(text.replace(joined, "_" * len(joined)), "Medvia", "ORG"))
    assert [text[n.start : n.stop] for n in with_halves(names, [words(text)])] == expected
