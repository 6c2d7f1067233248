"""The marked sentences are well formed, cover every act and form, and are not said twice."""

from __future__ import annotations

import pytest
from marked import attributions, chains, unmark

from firsthand.lang import LANGUAGES
from firsthand.records import Span

EACH = pytest.mark.parametrize("language", LANGUAGES)


def test_marks_become_spans() -> None:
    text, spans = unmark("По словам <s>Петрова</s>, <q>мост</q> <q>откроют</q>.")
    assert text == "По словам Петрова, мост откроют."
    assert spans == {"s": [Span(10, 17)], "c": [], "q": [Span(19, 23), Span(24, 31)]}


def test_marks_may_stand_in_one_another() -> None:
    text, spans = unmark("<c>За <s>його</s> словами</c>, <q>дощ</q>.")
    assert (spans["c"][0].of(text), spans["s"][0].of(text)) == ("За його словами", "його")


@EACH
def test_every_act_and_form_has_a_case(language: str) -> None:
    cases = attributions(language)
    assert {case.act for case in cases} == {"assert", "deny", "doubt", "direct", "commit", "none"}
    assert {case.form for case in cases} == {"direct", "indirect", "mixed", ""}


@EACH
def test_an_attribution_has_cue_and_content_and_nothing_else_has(language: str) -> None:
    for case in attributions(language):
        assert bool(case.cue) == bool(case.content) == (case.act != "none"), case.text
        assert all(span.of(case.text).strip() == span.of(case.text) for span in case.content), case.text


def is_quoted(text: str, span: Span) -> bool:
    """Whether words hold quotation marks, stand inside a quotation or behind the dash of a dialogue."""
    before = text[: span.start]
    marked = any(mark in span.of(text) for mark in '«»“”"') or before.count("«") > before.count("»")
    return marked or before.strip() in ("—", "–", "-")


@EACH
def test_direct_speech_is_in_quotation_marks(language: str) -> None:
    for case in attributions(language):
        quoted = [is_quoted(case.text, span) for span in case.content]
        assert all(quoted) if case.form == "direct" else True, case.text
        assert any(quoted) == (case.form in ("direct", "mixed")), case.text


@EACH
def test_no_sentence_stands_twice_with_the_same_cue(language: str) -> None:
    keys = [(case.text, case.cue) for case in attributions(language)]
    assert len(keys) == len(set(keys))


@EACH
def test_chains_say_how_far_they_reach(language: str) -> None:
    cases = chains(language)
    assert {case.scope for case in cases} == {"report", "passage", ""}
    assert all(bool(case.hops) == bool(case.scope) for case in cases)
    assert max(len(case.hops) for case in cases) >= 2
