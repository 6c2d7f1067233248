"""An analysis survives being written and read back, to the last value; older layouts are still read."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.records import (
    Analysis,
    Attribution,
    Chain,
    Published,
    Quantity,
    Region,
    Report,
    Sentence,
    Span,
    Token,
)
from firsthand.store.codec import from_json, to_json

REPORT = Report("id", "a.txt", "Порт відкрито.", "uk")
FULL = Analysis(
    REPORT,
    regions=(Region(Span(0, 4), "menu", "first-line"),),
    sentences=(Sentence(Span(0, 14), (Token(0, 4, "Порт", "word"), Token(13, 14, ".", "mark"))),),
    published=Published("2023-10", "the text says so"),
    quantities=(Quantity(Span(0, 4), 1000, None, "container", "more than"), Quantity(Span(5, 6), 0.1, 2.5, None, None)),
    attributions=(Attribution(None, Span(0, 4), (Span(5, 9), Span(10, 12)), "denies", "mixed", "rule"),),
    chains=(Chain(("KCNA", "Yonhap"), "report", Span(0, 4), "with-reference-to"),),
)


NUMBERS = st.integers(0, 10**6)
FRACTIONS = st.floats(allow_nan=False)
TEXTS = st.text(max_size=12)
SPANS = st.builds(Span, NUMBERS, NUMBERS)


def any_record(kind: type) -> st.SearchStrategy[Any]:
    """Any record of a kind, whatever fields it has."""
    return st.builds(kind, **{name: value_of(hint) for name, hint in get_type_hints(kind).items()})


def value_of(hint: Any) -> st.SearchStrategy[Any]:
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is tuple:
        return st.lists(value_of(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is types.UnionType:
        return st.one_of(*map(value_of, get_args(hint)))
    return any_record(hint)


PLAIN = {int: NUMBERS, float: FRACTIONS, str: TEXTS, bool: st.booleans(), type(None): st.none(), Span: SPANS}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_record(Analysis))
def test_every_analysis_comes_back_exactly(analysis: Analysis) -> None:
    assert from_json(to_json(analysis), Analysis) == analysis


@dataclass(frozen=True, slots=True)
class Shelf:
    """A record with all that what is prepared of a report holds."""

    marks: frozenset[str]
    places: Mapping[str, tuple[int, ...]]
    pairs: tuple[tuple[int, int], ...]
    tokens: Sequence[Token]
    number: int = 1
    spans: Sequence[Span] = ()


SHELF = Shelf(
    frozenset("ба"),
    {"порт": (1, 2), "кран": ()},
    ((0, 4), (4, 9)),
    (Token(0, 4, "Порт\n", "word"), Token(4, 5, '"', "mark")),
    2,
    (Span(0, 4),),
)


def test_sets_mappings_pairs_and_sequences_come_back_exactly() -> None:
    found = from_json(to_json(SHELF), Shelf)
    assert found == SHELF
    assert hash(found.tokens) == hash(SHELF.tokens)
    assert from_json(to_json(found), Shelf) == SHELF
    assert to_json(SHELF) == to_json(replace(SHELF, marks=frozenset("аб")))


def test_the_elements_of_a_sequence_are_read_when_they_are_asked_for() -> None:
    head, *lines = to_json(SHELF).split("\n")
    found = from_json("\n".join([head, "damaged", *lines[1:]]), Shelf)
    assert len(found.tokens) == 2
    assert found.tokens[1] is found.tokens[1]
    assert found.tokens[1:] == SHELF.tokens[1:]
    assert list(found.spans) == [Span(0, 4)]
    with pytest.raises(ValueError, match="Expecting value"):
        found.tokens[0]


def test_a_record_with_a_value_too_few_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Token has 4 fields, not 3"):
        from_json('{"fields": {"Token": ["start", "stop", "text", "kind"]}, "token": [0, 4, "Порт"]}', Token)


def test_whole_and_broken_numbers_keep_their_kind() -> None:
    low = from_json(to_json(FULL), Analysis).quantities[0].low
    assert isinstance(low, int)
    assert isinstance(from_json(to_json(FULL), Analysis).attributions[0].score, float)


def test_what_is_written_is_plain_json_that_names_its_fields() -> None:
    body = json.loads(to_json(FULL))
    assert body["fields"]["Token"] == ["start", "stop", "text", "kind"]
    assert body["analysis"][0][2] == "Порт відкрито."


def test_an_analysis_from_before_a_field_was_added_takes_the_default() -> None:
    body = json.loads(to_json(FULL))
    position = body["fields"]["Attribution"].index("score")
    body["fields"]["Attribution"].pop(position)
    for values in body["analysis"][body["fields"]["Analysis"].index("attributions")]:
        values.pop(position)
    assert from_json(json.dumps(body), Analysis) == FULL


def test_an_analysis_with_a_field_that_is_gone_is_read_without_it() -> None:
    body = json.loads(to_json(FULL))
    body["fields"]["Chain"].insert(0, "colour")
    for values in body["analysis"][body["fields"]["Analysis"].index("chains")]:
        values.insert(0, ["green"])
    assert from_json(json.dumps(body), Analysis) == FULL


def test_an_analysis_from_before_a_whole_kind_of_record_was_added() -> None:
    body = json.loads(to_json(replace(FULL, chains=())))
    position = body["fields"]["Analysis"].index("chains")
    body["fields"]["Analysis"].pop(position)
    body["analysis"].pop(position)
    del body["fields"]["Chain"]
    assert from_json(json.dumps(body), Analysis) == replace(FULL, chains=())


@pytest.mark.parametrize("source", ["", "{}", "[]", "null", '{"fields": {}, "analysis": []}', "not json", "[[[["])
def test_what_is_no_analysis_is_a_value_error(source: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(source, Analysis)
