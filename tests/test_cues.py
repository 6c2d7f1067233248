"""Every cue of Ukrainian and Russian is a word that the morphology knows, and counts in its example."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

import pytest

from firsthand.lang.morphology import parses
from firsthand.records import Attribution, Report
from firsthand.stages.attribution.cues import Lexicon, lexicon
from firsthand.stages.attribution.find import find_attributions
from firsthand.stages.segment import split

Row = tuple[str, str, dict[str, Any]]

EACH = pytest.mark.parametrize("language", ["uk", "ru"])
KEYS = {
    "alone",
    "act",
    "frames",
    "case",
    "negated",
    "negated_frames",
    "weak",
    "object",
    "tense",
    "subject",
    "needs",
    "example",
    "not",
}
NOMINAL = {
    "obj",
    "rest",
    "ins",
    "about",
    "on",
    "to",
    "in",
    "with",
    "for",
    "against",
    "from",
    "owing",
    "per",
    "unsaid",
    "carried",
}
ACTS = {"assert", "deny", "doubt", "direct", "commit"}
FRAMES = {*NOMINAL, "that", "quote", "paren", "impersonal", "inf", "question"}
PHRASE_CASES = {"gent", "datv", "ablt", "clause", "inf"}
OBJECT_CASES = {"gent", "datv"}
POS = {
    "verbs": {"VERB", "INFN"},
    "nouns": {"NOUN"},
    "predicates": {"ADJF", "ADJS", "PRED", "PRTS", "VERB", "INFN"},
}
WORD = re.compile(r"[\w'’-]+")
AT_LEAST = 250
SHARE = 0.9


@cache
def table(language: str) -> dict[str, dict[str, dict[str, Any]]]:
    file = resources.files("firsthand.lang") / "data" / language / "cues.toml"
    return tomllib.loads(file.read_text("utf-8"))


def rows(language: str) -> Iterator[Row]:
    for section, found in table(language).items():
        for cue, row in found.items():
            yield section, cue, row


def words(text: str) -> list[str]:
    return [word.lower().replace("ё", "е") for word in WORD.findall(text)]


@cache
def lemmas(word: str, language: str) -> frozenset[str]:
    return frozenset(reading.lemma.replace("ё", "е") for reading in parses(word, language))


def holds(section: str, cue: str, text: str, language: str) -> bool:
    """Whether a text holds a form of the cue; a part of a group with ``=`` stands for all its forms."""
    found = words(text)
    if section not in ("phrases", "groups"):
        cue = f"={cue}"
    return all(
        part in found if part[0] != "=" else any(part[1:] in lemmas(word, language) for word in found)
        for part in cue.split()
    )


@cache
def attributions(text: str, language: str) -> tuple[Attribution, ...]:
    report = Report("example", "example.txt", text, language)
    return find_attributions(report, split(report, ()), (), ())


def counts(section: str, cue: str, row: dict[str, Any], language: str) -> bool:
    """Whether the example yields an attribution with this cue and its act."""
    text = row["example"]
    return any(
        holds(section, cue, found.cue.of(text), language) and found.act == row["act"]
        for found in attributions(text, language)
    )


@EACH
def test_there_are_enough_cues(language: str) -> None:
    assert len(list(rows(language))) >= AT_LEAST


@EACH
def test_keys_acts_and_frames_are_known(language: str) -> None:
    for section, cue, row in rows(language):
        assert set(row) <= KEYS, cue
        assert row["act"] in ACTS, cue
        assert set(row.get("frames", ())) <= FRAMES, cue
        assert row.get("negated", "") in ACTS | {""}, cue
        assert row.get("object", "inan") == "inan", cue
        assert row.get("tense", "pres") in ("pres", "past"), cue
        assert row.get("subject", "anim") == "anim", cue
        assert set(row.get("negated_frames", ())) <= FRAMES, cue
        assert row.get("case", "gent") in (PHRASE_CASES if section == "phrases" else OBJECT_CASES), cue
        assert ("case" if section == "phrases" else "frames") in row, cue


@EACH
def test_a_cue_is_its_dictionary_form(language: str) -> None:
    wrong = []
    for section, cue, _ in rows(language):
        if section == "phrases":
            continue
        heads = [part[1:] for part in cue.split() if part[0] == "="] if section == "groups" else [cue]
        kinds = POS["verbs"] | POS["nouns"] if section == "groups" else POS[section]
        known = (
            any(r.lemma.replace("ё", "е") == head and r.pos in kinds for r in parses(head, language)) for head in heads
        )
        if not heads or not all(known):
            wrong.append(cue)
    assert wrong == []


@EACH
def test_no_cue_stands_in_two_sections(language: str) -> None:
    seen = [cue for _, cue, _ in rows(language)]
    assert len(seen) == len(set(seen))


@EACH
def test_an_example_is_a_sentence_that_holds_its_cue(language: str) -> None:
    for section, cue, row in rows(language):
        text = row["example"]
        assert holds(section, cue, text, language), cue
        assert text[-1] in ".!?»", cue
        assert 3 <= len(words(text)) <= 20, cue


def test_russian_letters_stay_out_of_ukrainian_and_the_reverse() -> None:
    for language, foreign in (("uk", "ыэъё"), ("ru", "іїєґ")):
        for _, cue, row in rows(language):
            assert not set(foreign) & set(cue + row["example"] + row.get("not", "")), cue


@EACH
def test_cues_count_in_their_examples(language: str) -> None:
    known = [row for row in rows(language) if row[0] in Lexicon.__dataclass_fields__]
    failed = [f"{cue}: {row['example']}" for section, cue, row in known if not counts(section, cue, row, language)]
    assert len(failed) <= (1 - SHARE) * len(known), failed


@EACH
def test_the_lexicon_reads_the_table(language: str) -> None:
    known = lexicon(language)
    assert known.verbs.keys() == {cue.replace("ё", "е") for cue in table(language)["verbs"]}
    assert known.nouns.keys() == {cue.replace("ё", "е") for cue in table(language)["nouns"]}
