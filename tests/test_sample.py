"""The bundled sample and its expected answer: what is named in the answer stands in the reports, word for word."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from firsthand.ingest.documents import read_documents
from firsthand.records import Document

FOLDER = Path(str(resources.files("firsthand.sample")))
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
REPORTS: dict[str, dict[str, Any]] = EXPECTED["reports"]

ACTS = {"assert", "deny", "doubt", "direct", "commit"}
FORMS = {"direct", "indirect", "mixed"}
SCOPES = {"report", "passage"}
JUNK = {"menu", "teaser", "caption", "credit", "promo", "comments", "label", "editor-note", "duplicate-headline"}
KINDS = {"contradiction", "update", "narrower", "figure"}


def read_sample() -> dict[str, Document]:
    """The documents by file name (and line, in JSON lines)."""
    files = [path for path in sorted((FOLDER / "reports").iterdir()) if not path.name.endswith(".meta.json")]
    found = [document for path in files for document in read_documents(path)]
    assert all(isinstance(document, Document) for document in found)
    return {Path(document.path).name: document for document in found if isinstance(document, Document)}


DOCUMENTS = read_sample()
EACH = pytest.mark.parametrize("number", REPORTS)


def text_of(number: str) -> str:
    return DOCUMENTS[REPORTS[number]["file"]].text


def attribution(ref: list[str]) -> dict[str, Any]:
    number, cue, content = ref
    found = [a for a in REPORTS[number]["attributions"] if (a["cue"], a["content"]) == (cue, content)]
    assert len(found) == 1, ref
    return found[0]


def references() -> list[list[str]]:
    members = [member for claim in EXPECTED["claims"] for member in claim["members"]]
    pairs = [side for pair in EXPECTED["claims_apart"] for side in pair]
    found = EXPECTED["contradictions"] + EXPECTED["no_contradictions"]
    return members + pairs + [pair[side] for pair in found for side in ("left", "right")]


def test_every_report_has_its_answer() -> None:
    assert {report["file"] for report in REPORTS.values()} == set(DOCUMENTS)


def test_has_three_languages_and_three_kinds_of_file() -> None:
    languages = [report["language"] for report in REPORTS.values()]
    assert (languages.count("uk"), languages.count("ru"), languages.count("en")) == (9, 6, 4)
    assert {path.suffix for path in (FOLDER / "reports").iterdir()} == {".txt", ".html", ".json", ".jsonl"}


def test_spreads_over_eight_months_with_two_reports_undated() -> None:
    dates = [date.fromisoformat(report["published"]) for report in REPORTS.values() if report["published"]]
    assert (max(dates) - min(dates)).days >= 240
    assert [number for number, report in REPORTS.items() if not report["published"]] == ["06", "16"]


@EACH
def test_reports_are_of_a_press_reports_length(number: str) -> None:
    assert 120 <= len(text_of(number).split()) <= 300


@EACH
def test_metadata_are_as_expected(number: str) -> None:
    report, document = REPORTS[number], DOCUMENTS[REPORTS[number]["file"]]
    assert document.outlet == report["outlet"]
    assert (document.published or "")[:10] == (report["published"] or "")
    assert document.language in (report["language"], None)


@EACH
def test_expected_words_stand_in_the_report(number: str) -> None:
    report, text = REPORTS[number], text_of(number)
    spans = [a.get(key) for a in report["attributions"] for key in ("source", "cue", "content")]
    spans += [item["text"] for key in ("junk", "quantities", "times") for item in report[key]]
    assert [span for span in spans if span and span not in text] == []


@EACH
def test_expected_labels_are_known(number: str) -> None:
    report = REPORTS[number]
    assert {a["act"] for a in report["attributions"] if "act" in a} <= ACTS
    assert {a["form"] for a in report["attributions"]} <= FORMS
    assert {chain["scope"] for chain in report["chains"]} <= SCOPES
    assert {junk["kind"] for junk in report["junk"]} <= JUNK


def test_every_act_and_form_is_expected_somewhere() -> None:
    found = [a for report in REPORTS.values() for a in report["attributions"]]
    assert {a["act"] for a in found if "act" in a} == ACTS
    assert {a["form"] for a in found} == FORMS
    assert {kind for pair in EXPECTED["contradictions"] for kind in pair["kind"]} == KINDS


@pytest.mark.parametrize("ref", references(), ids=lambda ref: f"{ref[0]}-{ref[1]}")
def test_a_reference_names_one_attribution(ref: list[str]) -> None:
    attribution(ref)


def test_claims_share_no_attribution_and_say_how_many_origins() -> None:
    members = [tuple(member) for claim in EXPECTED["claims"] for member in claim["members"]]
    assert len(members) == len(set(members))
    for claim in EXPECTED["claims"]:
        assert 1 <= claim["origins"]["low"] <= claim["origins"]["high"], claim["what"]


def test_repeated_and_new_sentences_stand_in_their_reports() -> None:
    for row in EXPECTED["repeated"]:
        assert row["sentence"] in text_of(row["report"]), row
        assert all(earlier < row["report"] for earlier in row["from"]), row
    for number, sentence in EXPECTED["new"]:
        assert sentence in text_of(number), sentence


def test_undated_reports_are_bounded_by_what_they_mention() -> None:
    for row in EXPECTED["dated"]:
        low, best_low, best_high, high = sorted([*row["within"].split("/"), *row["best"].split("/")])
        assert row["best"] == f"{best_low}/{best_high}"
        assert row["within"] == f"{low}/{high}"


def test_stories_hold_every_report_once() -> None:
    numbers = [number for story in EXPECTED["stories"] for number in story["reports"]]
    assert sorted(numbers) == sorted(REPORTS)


def test_entities_stand_in_reports_of_their_language() -> None:
    texts = {
        code: " ".join(text_of(n) for n in REPORTS if REPORTS[n]["language"] == code) for code in ("uk", "ru", "en")
    }
    for entity in EXPECTED["entities_one"]:
        for code, text in texts.items():
            name = entity[code]
            # the stem is enough: the report may never use the nominative
            assert name is None or re.search(re.escape(name[: max(3, len(name) - 3)]), text), (code, name)
