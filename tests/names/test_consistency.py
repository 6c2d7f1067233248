"""A doubtful name takes the type that it has in the rest of the report; a sure one stays."""

from __future__ import annotations

import numpy as np

from firsthand.names.consistency import Candidate, agreed, stem, voted
from firsthand.names.labels import LABELS, NUMBER, TYPES, Floats
from firsthand.names.words import Word


def table(**probabilities: float) -> Floats:
    row = np.zeros((1, len(LABELS)), dtype=np.float32)
    for label, probability in probabilities.items():
        row[0, NUMBER[label.replace("_", "-")]] = probability
    return row


def best(found: Floats) -> str:
    return LABELS[int(found[0].argmax())]


def agree(words: list[str], tables: list[Floats]) -> list[str]:
    return [best(t) for t in agreed(tables, [[Word(0, 1, word, False)] for word in words], "uk")]


def test_cases_of_a_name_share_a_stem() -> None:
    assert stem("Коваленком", "uk") == stem("Коваленко", "uk") == stem("Коваленкові", "uk")


def test_a_doubtful_name_follows_the_sure_ones() -> None:
    doubtful, sure = table(B_LOC=0.5, B_PER=0.45), table(B_PER=0.98, O=0.02)
    assert agree(["Коваленком", "Коваленко", "Коваленко"], [doubtful, sure, sure]) == ["B-PER"] * 3


def test_a_sure_name_stays() -> None:
    surname, city = table(B_PER=0.95), table(B_LOC=0.97)
    assert agree(["Київ", "Київ"], [surname, city]) == ["B-PER", "B-LOC"]


def test_other_words_are_left_alone() -> None:
    alone, small = table(B_LOC=0.5, B_PER=0.45), table(B_PER=0.98)
    assert agree(["Коваленком", "коваленко"], [alone, small]) == ["B-LOC", "B-PER"]


def test_probabilities_stay_probabilities() -> None:
    rows = [table(B_LOC=0.5, I_PER=0.5), table(O=1.0)]
    found = agreed(rows, [[Word(0, 1, "Рада", False)], [Word(0, 1, "Рада", False)]], "uk")
    assert np.allclose([t.sum() for t in found], 1, atol=1e-4)


def candidate(text: str, **types: float) -> Candidate:
    likely = np.array([types.get(t, 0.0) for t in TYPES], dtype=np.float32)
    words = tuple(Word(0, 1, word, False) for word in text.split())
    return Candidate(words, TYPES[int(likely.argmax())], likely, float(likely.max()))


def test_a_city_is_no_person_in_the_next_sentence() -> None:
    found = [candidate("Пхеньян", LOC=0.9), candidate("Пхеньяна", LOC=0.9), candidate("Пхеньян", PER=0.6, LOC=0.4)]
    assert [c.type for c in voted(found, "uk")] == ["LOC", "LOC", "LOC"]


def test_other_names_with_the_word_keep_their_type() -> None:
    found = [candidate("Шевченко", PER=0.9), candidate("Фонд Шевченко", ORG=0.9)]
    assert voted(found, "uk") == found


def test_two_sure_types_stand_side_by_side() -> None:
    found = [candidate("Вашингтон", LOC=0.98), candidate("Вашингтон", PER=0.97)]
    assert voted(found, "uk") == found
