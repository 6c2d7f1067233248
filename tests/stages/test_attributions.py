"""Who said what in Ukrainian and Russian: the marked sentences, and what the rules must never do."""

from __future__ import annotations

import pickle

import pytest
from marked import Said, attributions, failing
from readings import is_read, read

from firsthand.stages.attribution.find import FRAMES

CASES = [(language, case) for language in ("uk", "ru") for case in attributions(language)]
MARKED = {text for _, case in CASES for text in [case.text]}


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=lambda value: value.text if isinstance(value, Said) else value
)
def test_attributions_are_found_as_marked(language: str, case: Said) -> None:
    assert is_read(case, language)


@pytest.mark.parametrize(("language", "case"), failing("attributions"))
def test_what_is_still_read_wrongly_is_known(language: str, case: Said) -> None:
    assert not is_read(case, language), "it is read rightly now: move it to the cases of its language"


def test_little_is_found_that_is_not_marked() -> None:
    wanted = {(case.text, case.cue) for _, case in CASES}
    found = [(case.text, a.cue) for language, case in CASES for a in read(case.text, language).attributions]
    assert [f"{cue.of(text)}: {text}" for text, cue in found if (text, cue) not in wanted] == []


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_frame_has_a_sentence(language: str) -> None:
    used = {a.rule for code, case in CASES if code == language for a in read(case.text, language).attributions}
    assert {name for name, _ in FRAMES} | {"headline"} <= used


def test_a_phrase_may_stand_before_its_cue() -> None:
    (found,) = read("О необходимости ремонта заявил мэр.", "ru").attributions
    assert found.rule == "fronted"


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "ru",
            "Мост закрыли. С подобным заявлением выступила официальный представитель порта Ольга Речная.",
            "официальный представитель порта Ольга Речная",
        ),
        (
            "uk",
            "Міст закрили. З відповідною заявою виступила офіційний представник порту Ольга Річна.",
            "офіційний представник порту Ольга Річна",
        ),
    ],
)
def test_whoever_comes_out_with_such_words_said_the_sentence_before(language: str, text: str, source: str) -> None:
    (found,) = read(text, language).attributions
    assert found.rule == "about-this"
    assert found.source is not None
    assert found.source.of(text) == source
    assert found.content[0].of(text) == text[: text.index(".")]


def test_a_quotation_may_lose_its_closing_mark() -> None:
    text = "«Ми чекали на цей день дуже довго, - сказала вчителька."
    (found,) = read(text, "uk").attributions
    assert [span.of(text) for span in found.content] == ["«Ми чекали на цей день дуже довго"]


def test_contents_leave_out_the_parenthesis_that_tells_who_reports_them() -> None:
    text = "Мер, повідомляє газета, заявив, що міст закриють."
    for found in read(text, "uk").attributions:
        assert all("повідомляє" not in span.of(text) for span in found.content if found.cue.of(text) == "заявив")


def test_every_attribution_says_its_rule_and_travels() -> None:
    found = read("Мер заявив, що колодязь висох, а пекар це заперечив.", "uk").attributions
    assert found
    assert all(a.rule for a in found)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_an_empty_report_says_nothing() -> None:
    for language in ("uk", "ru", "en"):
        assert read("", language).attributions == ()
