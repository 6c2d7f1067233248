"""Two names joined by a mark."""

from __future__ import annotations

import pytest

from firsthand.names.joint import apart
from tests.names.spaced import words


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
        ("Siemens - Medvia будують", [(0, 3, "ORG")], [(0, 1, "ORG"), (2, 3, "ORG")]),
        ("Газпром - медиа молчит", [(0, 3, "ORG")], [(0, 3, "ORG")]),
        ("Газпром - Медиа молчит", [(0, 3, "ORG")], [(0, 3, "ORG")]),
        ("Reuters - Medvia мовчить", [(0, 3, "ORG")], [(0, 3, "ORG")]),
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
