"""The fast tagger: a linear-chain CRF over forms, affixes and morphology (python-crfsuite)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from firsthand.names.features import elsewhere, sentence_features
from firsthand.names.labels import LABELS, NUMBER, Floats
from firsthand.trained import tagger as tagger_of

MODEL = "tagger.crfsuite"
NEWS = "slavic"
Tagged = list[tuple[str, float]]


def model() -> Any:
    """The trained model out of the package; raises FileNotFoundError where it was not installed."""
    return tagger_of(__package__, MODEL)


def prepared(sentences: Sequence[Sequence[str]], language: str) -> list[list[list[str]]]:
    """The features of all words of a report, sentence by sentence."""
    known = elsewhere(sentences)
    return [sentence_features(words, language, known, NEWS) for words in sentences]


def tag(sentences: Sequence[Sequence[str]], language: str, tagger: Any | None = None) -> list[Tagged]:
    """For each sentence the likeliest label of each word with its probability (of names only; else 1)."""
    tagger = tagger or model()
    found = []
    for features in prepared(sentences, language):
        labels = tagger.tag(features)
        found.append([(label, 1.0 if label == "O" else tagger.marginal(label, at)) for at, label in enumerate(labels)])
    return found


def probabilities(sentences: Sequence[Sequence[str]], language: str, tagger: Any | None = None) -> list[Floats]:
    """For each sentence the probabilities of shape (words, labels)."""
    tagger = tagger or model()
    columns = [(NUMBER[label], label) for label in tagger.labels() if label in NUMBER]
    found = []
    for features in prepared(sentences, language):
        tagger.set(features)
        table = np.zeros((len(features), len(LABELS)), dtype=np.float32)
        for at in range(len(features)):
            for column, label in columns:
                table[at, column] = tagger.marginal(label, at)
        found.append(table)
    return found
