"""What the score of an attribution says: shapes that mislead score low, plain ones high."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from eval.attributions import logistic
from firsthand.lang import table
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Attribution, Report, Span
from firsthand.stages.scores import UNSURE, beside, probability, shapes, with_scores

PLAIN = {
    "uk": "Міністр транспорту Олесь Гнатюк заявив, що міст відкриють навесні.",
    "ru": "Министр транспорта Олег Гнатюк заявил, что мост откроют весной.",
}


def read(text: str, language: str) -> Analysis:
    """All that a text says."""
    return analyse_fast(Report("x", "x.txt", text, language))


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_a_plain_sentence_scores_high(language: str) -> None:
    (found,) = read(PLAIN[language], language).attributions
    assert found.score >= 0.9


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_a_content_that_ends_within_a_word_scores_lower(language: str) -> None:
    text = PLAIN[language]
    analysis = read(text, language)
    (right,) = analysis.attributions
    (content,) = right.content
    cut = replace(right, content=(Span(content.start, content.stop - 3),))
    (wrong,) = with_scores(analysis.report, analysis.sentences, (cut,))
    assert wrong.score < right.score


def test_english_has_the_share_that_was_measured() -> None:
    (found,) = read("The minister said that the bridge will open.", "en").attributions
    assert found.score == table("attribution_scores")["english"] >= UNSURE


def test_every_weight_is_of_a_feature_that_can_be() -> None:
    known = {feature.partition("=")[0] for text in PLAIN.values() for feature in features(text)}
    named = {feature.partition("=")[0] for feature in table("attribution_scores")["weights"]}
    assert named <= known | {"source", "content"}


def features(text: str) -> list[str]:
    """The features of the one attribution of a text."""
    analysis = read(text, "uk" if "міст" in text else "ru")
    (found,) = shapes(analysis.report, analysis.sentences, analysis.attributions)
    return found


def test_an_attribution_without_source_and_content_has_a_shape() -> None:
    report = Report("x", "x.txt", "заявив", "uk")
    bare = Attribution(None, Span(0, 6), (), "assert", "indirect", "clause")
    (found,) = with_scores(report, (), (bare,))
    assert 0 <= found.score <= 1


def test_the_character_beside_is_looked_for_past_blanks() -> None:
    assert [beside("а , б", 1, 1), beside("а", 1, 1), beside("5 ", 1, -1)] == [",", "end", "digit"]


def test_the_probability_is_logistic() -> None:
    assert (probability(0), probability(math.log(3))) == (0.5, 0.75)


def test_the_fit_finds_which_feature_tells() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0]] * 200)
    weights = logistic(rows, np.array([0.0, 1.0] * 200))
    assert weights[0] < 0 < weights[1]
