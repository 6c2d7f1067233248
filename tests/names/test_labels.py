"""Labels: only legal sequences come out, and names are read off them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from firsthand.names.labels import LABELS, NUMBER, best_path, may_follow, runs


def scores(*rows: dict[str, float]) -> np.ndarray:
    table = np.full((len(rows), len(LABELS)), 0.001, dtype=np.float32)
    for at, row in enumerate(rows):
        for label, probability in row.items():
            table[at, NUMBER[label]] = probability
    return np.log(table)


def test_a_name_does_not_begin_inside() -> None:
    assert best_path(scores({"I-PER": 0.6, "B-PER": 0.4}, {"I-PER": 0.9})) == ["B-PER", "I-PER"]


def test_types_do_not_mix_inside_a_name() -> None:
    found = best_path(scores({"B-ORG": 0.9}, {"I-LOC": 0.5, "I-ORG": 0.4}))
    assert found == ["B-ORG", "I-ORG"]


def test_no_words_have_no_labels() -> None:
    assert best_path(np.zeros((0, len(LABELS)), dtype=np.float32)) == []


def test_any_path_is_legal() -> None:
    table = np.random.default_rng(1).normal(size=(200, len(LABELS))).astype(np.float32)
    path = [None, *best_path(table)]
    assert all(may_follow(before, label) for before, label in pairwise(path))


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["B-PER", "I-PER", "O", "B-LOC"], [(0, 2, "PER"), (3, 4, "LOC")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["O", "I-ORG", "I-LOC"], [(1, 2, "ORG"), (2, 3, "LOC")]),
        ([], []),
    ],
)
def test_names_are_read_off_labels(labels: list[str], names: list[tuple[int, int, str]]) -> None:
    assert runs(labels) == names
