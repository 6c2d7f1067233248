"""Who said what in English: the marked sentences, the cues' own examples, and text that means harm."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from marked import Said, attributions
from pace import grows_evenly, repeated

from firsthand.lang import load
from firsthand.records import Attribution, Report
from firsthand.stages.attribution.english import find_english
from firsthand.stages.attribution.english.lexicon import lexicon
from firsthand.stages.segment import split
from firsthand.stages.times import find_times

ACTS = {"assert", "deny", "doubt", "direct", "commit"}
FRAMES = {"that", "clause", "quote", "paren", "tell", "inf", "ask", "obj", "rest", "raise", "cite"}
KEYS = {
    *("act", "acts", "frames", "past", "part", "ing", "also", "negated", "needs", "only", "not", "example"),
}
AT_LEAST = 200
CASES: dict[str, list[Said]] = defaultdict(list)
for case in attributions("en"):
    CASES[case.text].append(case)


def found_in(text: str) -> tuple[Attribution, ...]:
    report = Report("x", "x.txt", text, "en")
    sentences = split(report, ())
    return find_english(report, sentences, (), find_times(report, sentences))


def marked(said: Said | Attribution) -> tuple[Any, ...]:
    return said.act, said.form, said.source, said.cue, said.content


def cues() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for section, rows in load("en").table("cues").items():
        for lemma, row in rows.items():
            yield section, lemma, row


@pytest.mark.parametrize("text", CASES)
def test_attributions_are_found_as_marked(text: str) -> None:
    found = {marked(a) for a in found_in(text)}
    assert {marked(case) for case in CASES[text] if case.act != "none"} <= found


@pytest.mark.parametrize("text", [text for text, cases in CASES.items() if cases[0].act == "none"])
def test_nothing_is_found_where_nobody_speaks(text: str) -> None:
    assert found_in(text) == ()


def test_little_is_found_that_is_not_marked() -> None:
    wanted = {(text, case.cue) for text, cases in CASES.items() for case in cases}
    found = [(text, a.cue) for text in CASES for a in found_in(text)]
    assert [f"{cue.of(text)}: {text}" for text, cue in found if (text, cue) not in wanted] == []


@pytest.mark.parametrize(("section", "lemma", "row"), list(cues()))
def test_a_cue_counts_in_its_example(section: str, lemma: str, row: dict[str, Any]) -> None:
    forms = lexicon()
    text = row["example"]
    heads = {a.cue.of(text).lower().split()[-1] for a in found_in(text)} | {
        a.cue.of(text).lower().split()[0] for a in found_in(text)
    }
    if section == "verbs":
        assert any(cue.lemma == lemma for head in heads for cue, _ in forms.verbs.get(head, ())) or lemma == "cite"
    elif section == "nouns":
        assert any(head in forms.nouns and forms.nouns[head].lemma == lemma for head in heads)
    else:
        assert lemma.split()[0] in heads


def test_the_table_of_cues_is_well_formed() -> None:
    rows = list(cues())
    assert len(rows) >= AT_LEAST
    for _, lemma, row in rows:
        assert set(row) <= KEYS, lemma
        assert {row.get("act", "assert"), *row.get("acts", {}).values()} <= ACTS, lemma
        assert row.get("negated", "") in ACTS | {""}, lemma
        assert set(row.get("frames", ())) <= FRAMES, lemma
        assert row["example"][-1] in ".!?”", lemma


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army confirmed the strike.", "assert"),
        ("The army did not confirm the strike.", "doubt"),
        ("The army refused to confirm the strike.", "doubt"),
        ("The army denied the strike.", "deny"),
        ("The army did not deny the strike.", "assert"),
        ("The army promised a strike.", "commit"),
    ],
)
def test_a_negation_changes_the_act(text: str, act: str) -> None:
    assert [found.act for found in found_in(text)] == [act]


def test_the_source_of_this_was_said_is_about_the_sentence_before() -> None:
    text = "The canal will close for a month. This was announced by the port authority."
    (found,) = found_in(text)
    assert found.source is not None
    assert found.source.of(text) == "the port authority"
    assert [span.of(text) for span in found.content] == ["The canal will close for a month"]
    assert found.rule == "about-this"


def test_a_quotation_may_hold_several_sentences() -> None:
    text = "“They told us it was tractors. Tractors do not come with soldiers,” he said."
    (found,) = found_in(text)
    assert [span.of(text) for span in found.content] == [
        "“They told us it was tractors. Tractors do not come with soldiers,”"
    ]


def test_a_headline_names_its_source_before_a_colon_or_behind_a_dash() -> None:
    assert [a.rule for a in found_in("Regulator: airline hid brake failures for years")] == ["headline"]
    assert [a.rule for a in found_in("Border will reopen in June – Reuters")] == ["headline"]
    assert found_in("Cargo ship on embargo route: images released") == ()


def test_every_attribution_says_its_rule_and_travels() -> None:
    found = found_in("The mayor said the well was dry, and the baker denied it.")
    assert all(a.rule for a in found)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


HOSTILE = (
    "said ", "“said ", "‘a", '"a ', ", said X", "that said ", "( said ", ", saying ", "according to ", "who said, ",
    "X said.\n", "– X said ", "A and ", "Claims that he said that. ", "the claim that ", "U.S.", "said: “", "as ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_time_by_its_length(piece: str) -> None:
    def attributed(size: int) -> None:
        report = Report("x", "x.txt", repeated(piece, size), "en")
        find_english(report, split(report, ()), (), ())

    assert grows_evenly(attributed)


def test_a_quotation_may_reach_over_paragraphs_without_closing_marks() -> None:
    text = (
        "“We waited ten years. We had nothing.\n\n“Now we have a school,” the teacher said. “It is small."
        "\n\n“But it is ours.”"
    )
    (found,) = found_in(text)
    assert [span.of(text) for span in found.content] == [
        "“We waited ten years. We had nothing.",
        "“Now we have a school,”",
        "“It is small.",
        "“But it is ours.”",
    ]
    assert found.form == "direct"


def test_a_paragraph_that_is_a_quotation_goes_on_with_who_spoke_last() -> None:
    text = "“We have no money,” Kovach told the board.\n\n“The bridge is old.”\n\nThe board left."
    (found,) = found_in(text)
    assert [span.of(text) for span in found.content] == ["“We have no money,”", "“The bridge is old.”"]


def test_a_title_in_capitals_tells_no_names_by_them() -> None:
    text = "Council Says Bridge Will Close In May\n\nThe sky was blue."
    (found,) = found_in(text)
    assert [span.of(text) for span in (found.source or found.cue, found.cue, *found.content)] == [
        "Council",
        "Says",
        "Bridge Will Close In May",
    ]
