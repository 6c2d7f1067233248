"""Words as the name models read them: what a reader does not see is gone, offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.words import reading, words
from firsthand.records import Report, Sentence, Span
from firsthand.stages.segment import split, tokenize


def sentence(text: str) -> Sentence:
    return Sentence(Span(0, len(text)), tuple(tokenize(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Зелен\u00adський", "Зеленський"),
        ("Зеле\u0301нський", "Зеленський"),
        ("Зеленcький", "Зеленський"),  # a Latin c
        ("Kиїв", "Київ"),  # a Latin K
        ("Rеutеrs", "Reuters"),  # two Cyrillic letters
        ("Лук’янов", "Лук'янов"),
        ("COVID-вакцина", "COVID-вакцина"),  # two scripts, and meant
        ("IT-компанія", "IT-компанія"),
        ("Apple", "Apple"),
        ("ОOН", "ООН"),  # a Latin O between two Cyrillic letters, of which one has no double
    ],
)
def test_the_word_that_is_meant(typed: str, meant: str) -> None:
    assert reading(typed) == meant


def test_a_word_cut_by_a_soft_hyphen_is_one_word() -> None:
    found = words(sentence("Володимир Зелен\u00adський приїхав."))
    assert [w.text for w in found] == ["Володимир", "Зеленський", "приїхав", "."]
    assert (found[1].start, found[1].stop) == (10, 21)


def test_a_word_knows_what_it_touches() -> None:
    assert [w.glued for w in words(sentence("«Газета» пише."))] == [False, True, True, False, True]


def test_a_sentence_of_invisible_marks_has_no_words() -> None:
    assert words(sentence("\u00ad\u200b")) == []


@given(st.text(alphabet="аАiіIcс'’-\u00ad\u200b\u0301 .«»\"1", max_size=60))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    for found in split(Report("x", "x", text, "uk"), ()):
        at = found.span.start
        for word in words(found):
            assert at <= word.start < word.stop <= found.span.stop
            assert word.text
            at = word.stop
