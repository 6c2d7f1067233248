"""The bundle: the format other programs rely on, and that all it names is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from firsthand.answer.build import build
from firsthand.export.bundle import bundle
from firsthand.records import Answer
from firsthand.store import Store

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "bundle.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def sample(sample_answer: Answer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(bundle(sample_answer), ensure_ascii=False))
    return found


@pytest.fixture(scope="module")
def texts(sample_answer: Answer) -> dict[str, str]:
    return {analysis.report.id: analysis.report.text for analysis in sample_answer.analyses}


def ids(rows: list[dict[str, Any]]) -> set[str]:
    return {row["id"] for row in rows}


def test_has_the_format_of_its_schema(sample: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(sample)


def test_of_no_reports_has_the_format_too() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(bundle(build([], [], [])))


def test_holds_something_of_every_kind(sample: dict[str, Any]) -> None:
    kinds = ("reports", "entities", "attributions", "claims", "contradictions", "reuse", "novelty", "stories")
    assert [kind for kind in kinds if not sample[kind]] == []


def test_spans_are_the_words_of_their_report(sample: dict[str, Any], texts: dict[str, str]) -> None:
    for row in sample["attributions"]:
        for span in (row["source"], row["cue"], *row["content"]):
            assert span is None or texts[row["report"]][span["start"] : span["stop"]] == span["text"]


def test_names_only_what_it_holds(sample: dict[str, Any]) -> None:
    reports, entities, said = ids(sample["reports"]), ids(sample["entities"]), ids(sample["attributions"])
    claims = ids(sample["claims"])
    assert {row["claim"] for row in sample["attributions"]} == claims
    assert {row["speaker"] for row in sample["attributions"]} - {None} <= entities
    assert {p["attribution"] for row in sample["claims"] for p in row["positions"]} <= said
    assert {p["actor"] for row in sample["claims"] for p in row["positions"]} <= entities
    assert {side for row in sample["contradictions"] for side in (row["left"], row["right"])} <= said
    assert {side for row in sample["reuse"] for side in (row["report"], row["from"])} <= reports
    assert {row["report"] for row in sample["novelty"]} <= reports
    assert {id_ for row in sample["entities"] for id_ in row["reports"]} <= reports


def test_every_attribution_is_of_one_claim_and_every_report_of_one_story(sample: dict[str, Any]) -> None:
    members = [id_ for claim in sample["claims"] for id_ in claim["attributions"]]
    assert sorted(members) == sorted(ids(sample["attributions"]))
    told = [id_ for story in sample["stories"] for id_ in story["reports"]]
    assert sorted(told) == sorted(ids(sample["reports"]))


def test_reuse_is_of_another_report_and_within_it(sample: dict[str, Any], texts: dict[str, str]) -> None:
    for row in sample["reuse"]:
        assert row["report"] != row["from"]
        assert 0 <= row["start"] < row["stop"] <= len(texts[row["report"]])
        assert 0 <= row["from_start"] < row["from_stop"] <= len(texts[row["from"]])


def test_is_the_same_for_every_order_of_reports_and_links(sample_store: Store, sample: dict[str, Any]) -> None:
    analyses = list(sample_store.analyses())[::-1]
    links = [link for kind in ("claim", "reuse") for link in sample_store.links(kind)][::-1]
    assert json.loads(json.dumps(bundle(build(analyses, links, [])), ensure_ascii=False)) == sample
