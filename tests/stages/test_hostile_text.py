"""Text that means harm: 100,000 characters of one piece take each stage a few seconds at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest
from readings import read

from firsthand.records import Mention, Report, Sentence, Span
from firsthand.stages.attribution.find import find_attributions
from firsthand.stages.chains import find_chains, without_chain_only
from firsthand.stages.segment import split
from firsthand.stages.speakers import make_cast, resolve_speakers

T = TypeVar("T")
LENGTH = 100_000
SECONDS = 5.0
PIECES = (
    "Кім Чен Ин ",  # capitals
    "голови ради міста ",  # genitives
    ", ",
    "«",
    "«слово «слово ",
    "слово (слово ",
    "заявив, що міністр ",  # a sentence that never ends
    "закликав припинити заборону та дозволив ",
    "як повідомляє, ",
    "пише УНІАН із посиланням на Reuters, ",
    "який, у якому, ",
    "Пхеньян, Москва і Київ, ",
    "С. С. ",
    "X: ",
    "Він сказав: «Так\n",
    "Він заявив, що вона сказала. ",
    "Про це повідомляє він. ",
    "Іван Коваль сказав\n",
    "Виробник заявив, що товару досить. ",
    "Виробник «Базис» заявив, що ні. ",
    "Фірма Skyline заявила, що ні. У релізі сказано, що так. ",
    "закликав до миру: так ",
)  # fmt: skip


def named(sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Every capitalised word as a name, of a type in turn."""
    capitals = [token for sentence in sentences for token in sentence.tokens if token.text[0].isupper()]
    kinds = ("PER", "ORG", "LOC")
    return tuple(Mention(Span(t.start, t.stop), kinds[i % 3], t.text) for i, t in enumerate(capitals))


def timed(run: Callable[[], T]) -> T:
    begin = time.process_time()
    found = run()
    assert time.process_time() - begin < SECONDS
    return found


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    report = Report("x", "x.txt", text, "uk")
    sentences = split(report, ())
    names = named(sentences)
    cues = timed(lambda: find_attributions(report, sentences, names, ()))
    cast = timed(lambda: make_cast(report, names, cues))
    reportings = timed(lambda: resolve_speakers(cast, cues))
    timed(lambda: find_chains(report, sentences, names, (), cast, reportings))
    timed(lambda: without_chain_only(report, reportings))


@pytest.mark.parametrize(
    ("text", "language"),
    [("Мер наполягає на помилці:", "uk"), ("Мэр настаивает на ошибке:", "ru")],
)
def test_a_sentence_cut_off_behind_a_colon_is_read(text: str, language: str) -> None:
    assert [a.content[0].of(text) for a in read(text, language).attributions] == [text.split()[-1].rstrip(":")]
