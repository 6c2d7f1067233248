"""Text that means harm: 100,000 characters of one piece take each stage no more than their length asks for."""

from __future__ import annotations

import pytest
from pace import repeated, timed, uneven
from readings import read

from firsthand.records import Mention, Report, Sentence, Span
from firsthand.stages.attribution.find import find_attributions
from firsthand.stages.chains import find_chains, without_chain_only
from firsthand.stages.segment import split
from firsthand.stages.speakers import make_cast, resolve_speakers

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
    "Слово і Діло ",  # a name with a conjunction in it, again and again
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
    "Про це пише «Схід». Ткач розповів агентству, що ні. ",
)  # fmt: skip


def named(sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Every capitalised word as a name, of a type in turn."""
    capitals = [token for sentence in sentences for token in sentence.tokens if token.text[0].isupper()]
    kinds = ("PER", "ORG", "LOC")
    return tuple(Mention(Span(t.start, t.stop), kinds[i % 3], t.text) for i, t in enumerate(capitals))


def stage_times(piece: str, length: int) -> dict[str, float]:
    """The seconds that each stage takes for so many characters of a piece."""
    report = Report("x", "x.txt", repeated(piece, length), "uk")
    sentences = split(report, ())
    names = named(sentences)
    took: dict[str, float] = {}
    cues, took["cues"] = timed(lambda: find_attributions(report, sentences, names, ()))
    cast, took["cast"] = timed(lambda: make_cast(report, names, cues))
    reportings, took["speakers"] = timed(lambda: resolve_speakers(cast, cues))
    _, took["chains"] = timed(lambda: find_chains(report, sentences, names, (), cast, reportings))
    _, took["counting"] = timed(lambda: without_chain_only(report, reportings))
    return took


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_takes_time_by_its_length(piece: str) -> None:
    stage_times(piece, len(piece))  # loads the tables
    assert uneven(lambda length: stage_times(piece, length)) == {}


@pytest.mark.parametrize(
    ("text", "language"),
    [("Мер наполягає на помилці:", "uk"), ("Мэр настаивает на ошибке:", "ru")],
)
def test_a_sentence_cut_off_behind_a_colon_is_read(text: str, language: str) -> None:
    assert [a.content[0].of(text) for a in read(text, language).attributions] == [text.split()[-1].rstrip(":")]


def test_a_name_with_a_stop_in_it_is_one_source() -> None:
    text = "Он оплачивал работу движения Fjord.Nord, агитировавшего жителей одобрить выход."
    report = Report("x", "x.txt", text, "ru")
    name = Mention(Span(text.index("Fjord"), text.index(",")), "ORG", "Fjord.Nord")
    assert find_attributions(report, split(report, ()), (name,), ()) == ()
