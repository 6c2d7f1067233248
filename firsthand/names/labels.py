"""Labels of words (BIO over the five types of SlavicNER) and the best legal sequence of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TYPES = ("PER", "LOC", "ORG", "PRO", "EVT")
OUTSIDE = "O"
LABELS = (OUTSIDE, *(f"{place}-{type_}" for type_ in TYPES for place in "BI"))
NUMBER = {label: at for at, label in enumerate(LABELS)}
FORBIDDEN = np.float32(-1e4)


def may_follow(before: str | None, label: str) -> bool:
    """Whether ``label`` may stand after ``before`` (None: at the start); an I needs its own B or I before it."""
    return not label.startswith("I-") or (before is not None and before != OUTSIDE and before[2:] == label[2:])


def penalties(before: str | None) -> list[np.float32]:
    """The cost of each label after ``before``: nothing where it is legal."""
    return [np.float32(0) if may_follow(before, label) else FORBIDDEN for label in LABELS]


START = np.array(penalties(None), dtype=np.float32)
STEP = np.array([penalties(before) for before in LABELS], dtype=np.float32)


def best_path(scores: Floats) -> list[str]:
    """The likeliest legal labels for log scores of shape (words, labels); worth 1.5 F1 over the best of each word."""
    if not len(scores):
        return []
    total = scores[0] + START
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        paths = total[:, None] + STEP
        back[at] = paths.argmax(0)
        total = paths.max(0) + scores[at]
    return trace(back, int(total.argmax()))


def trace(back: NDArray[np.int64], last: int) -> list[str]:
    """The labels on the path that ends in ``last``."""
    path = [last]
    for row in back[:0:-1]:
        path.append(int(row[path[-1]]))
    return [LABELS[number] for number in reversed(path)]


def runs(labels: list[str]) -> list[tuple[int, int, str]]:
    """Names as (first word, one past the last, type); an I without its B starts a name."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        if label[0] == "I" and found and found[-1][1:] == (at, label[2:]):
            found[-1] = (found[-1][0], at + 1, label[2:])
        else:
            found.append((at, at + 1, label[2:]))
    return found
