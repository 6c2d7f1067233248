"""Text that a page damaged: cut off, without its marks, with marks that it never had; it is read all the same."""

from __future__ import annotations

import pytest
from marked import attributions, chains, speakers

from firsthand.pipeline import analyse_fast
from firsthand.records import Report

MARKS = "«»\"„“,.:;—-()\n !?…'5aZЇ\u00a0"
TEXTS = {code: [c.text for kind in (attributions, chains, speakers) for c in kind(code)] for code in ("uk", "ru")}
# A source of nothing but a mark, an empty side of a headline, words at the end that lead on.
ONCE = [
    ("uk", 'Про це Оксана Лебідь, яка очолює архів, розповіла "Суспільному". Містян вона просить зачекати.'),
    ("ru", "Автобус поедет в город, сообщил директор - (Семёнов. — Прим. ред.)."),
    ("uk", "Міністр праці та"),
    ("uk", "Жінку, звинувачену"),
]


def spot(number: int, size: int) -> int:
    """A place below ``size`` that is another for each number, and the same in each run."""
    return number * 7919 % size


def read(text: str, language: str) -> None:
    """Reads a text; what it says of its names must lie in it."""
    found = analyse_fast(Report("x", "x.txt", text, language))
    assert all(0 <= a.cue.start < a.cue.stop <= len(text) for a in found.attributions)
    assert all(chain.hops and 0 <= chain.evidence.start < chain.evidence.stop <= len(text) for chain in found.chains)


@pytest.mark.parametrize(("language", "text"), ONCE)
def test_what_once_could_not_be_read_is_read(language: str, text: str) -> None:
    read(text, language)


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_that_ends_anywhere_is_read(language: str) -> None:
    for number, text in enumerate(TEXTS[language][::3]):
        words = text.split(" ")
        read(" ".join(words[: 1 + spot(number, len(words))]), language)


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_with_marks_anywhere_is_read(language: str) -> None:
    for number, text in enumerate(TEXTS[language][1::3]):
        at, mark = spot(number, len(text)), MARKS[spot(number, len(MARKS))]
        read(text[: at // 2] + mark + text[at // 2 : at] + mark + text[at:], language)


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_that_lost_words_or_marks_is_read(language: str) -> None:
    for number, text in enumerate(TEXTS[language][2::3]):
        words = text.split(" ")
        read(" ".join(w for at, w in enumerate(words) if at % 4 != spot(number, 4)) or text, language)
        read(text.replace(".", "").replace(",", ""), language)
