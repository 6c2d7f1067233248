"""Every export read back by a library or a schema of its format, on the sample and on hostile texts."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import networkx
import pyarrow.parquet
import pytest
import rdflib
from followthemoney import model
from hostile import FORMULA
from prov.model import ProvDocument
from rdflib.namespace import PROV, SDO

from firsthand.export.formats import FORMATS
from firsthand.export.tables import TABLES
from firsthand.export.texts import whole
from firsthand.records import Answer


def files(name: str, answer: Answer) -> dict[str, bytes]:
    return dict(FORMATS[name].files(answer))


def only(name: str, answer: Answer) -> Any:
    return json.loads(next(iter(files(name, answer).values())))


@pytest.mark.parametrize("name", FORMATS)
def test_same_answer_same_bytes(name: str, sample: Answer) -> None:
    assert files(name, sample) == files(name, sample)


@pytest.mark.parametrize("name", FORMATS)
def test_files_are_named_plainly_and_hold_utf_8(name: str, answer: Answer) -> None:
    for file, content in files(name, answer).items():
        assert file == file.strip("./\\")
        assert "/" not in file
        if not file.endswith(".parquet"):
            content.decode("utf-8")


# --- tables ---------------------------------------------------------------------------------------------


def test_csv_is_read_back_with_as_many_rows_as_there_are_things(answer: Answer) -> None:
    found = files("csv", answer)
    assert set(found) == {f"{name}.csv" for name in TABLES}
    for name, count in (
        ("reports", len(answer.analyses)),
        ("attributions", len(answer.said)),
        ("claims", len(answer.claims)),
    ):
        rows = list(csv.DictReader(io.StringIO(found[f"{name}.csv"].decode("utf-8"), newline=""), strict=True))
        assert len(rows) == count
        assert all(list(row) == list(TABLES[name].columns) for row in rows)


def test_no_cell_is_computed_by_a_spreadsheet(answer: Answer) -> None:
    for content in files("csv", answer).values():
        for row in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
            assert not [cell for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r") or cell.startswith(FORMULA)]


def test_parquet_has_the_tables_of_csv_with_types(answer: Answer) -> None:
    for name, content in files("parquet", answer).items():
        table = pyarrow.parquet.read_table(io.BytesIO(content))
        assert table.column_names == list(TABLES[name.removesuffix(".parquet")].columns)
    claims = pyarrow.parquet.read_table(io.BytesIO(files("parquet", answer)["claims.parquet"])).to_pylist()
    assert [row["origins_low"] for row in claims] == [claim.origins.low for claim in answer.claims]
    assert [row["gist"] for row in claims] == [whole(claim.gist) for claim in answer.claims]


# --- journalists' and fact-checkers' formats ------------------------------------------------------------


def test_followthemoney_takes_every_entity(answer: Answer) -> None:
    lines = files("ftm", answer)["entities.ftm.json"].decode("utf-8").split("\n")[:-1]
    entities = [json.loads(line) for line in lines]
    for entity in entities:
        proxy = model.get_proxy(entity)
        model.get(entity["schema"]).validate(entity)
        assert proxy.schema.name == entity["schema"]
        for name, values in entity["properties"].items():
            kept = proxy.get(name)
            assert len(kept) >= 1, (entity["schema"], name, values)
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        schema = model.get(entity["schema"])
        for name, values in entity["properties"].items():
            if schema.get(name).type.name == "entity":
                assert set(values) <= ids
    assert sum(entity["schema"] == "Article" for entity in entities) == len(answer.analyses)


def test_claims_use_words_of_schema_org_only(answer: Answer) -> None:
    body = only("claimreview", answer)
    graph = rdflib.Graph().parse(data=json.dumps(body), format="json-ld")
    claims, known = list(graph.subjects(rdflib.RDF.type, SDO.Claim)), set(dir(SDO))
    assert len(claims) == len(answer.claims)
    for claim in claims:
        assert list(graph.objects(claim, SDO.text))
        assert list(graph.objects(claim, SDO.appearance))
    for _, predicate, obj in graph:
        if predicate == rdflib.RDF.type:
            assert obj in known
        else:
            assert predicate in known


def test_only_web_addresses_are_given(answer: Answer) -> None:
    body = json.dumps(only("claimreview", answer)) + json.dumps(only("annotation", answer))
    assert '"url": "javascript:' not in body
    assert '"source": "javascript:' not in body


# --- chains ---------------------------------------------------------------------------------------------


def test_prov_json_is_read_by_the_library(answer: Answer) -> None:
    document = ProvDocument.deserialize(
        content=files("prov", answer)["chains.prov.json"].decode("utf-8"), format="json"
    )
    kinds = {type(record).__name__ for record in document.get_records()}
    assert {"ProvEntity", "ProvDerivation", "ProvAttribution"} <= kinds
    assert document.get_provn()


def test_prov_turtle_says_who_was_quoted_and_who_was_first(answer: Answer) -> None:
    graph = rdflib.Graph().parse(data=files("prov", answer)["chains.prov.ttl"], format="turtle")
    chains = [chain for analysis in answer.analyses for chain in analysis.chains]
    assert chains
    assert list(graph.subject_objects(PROV.wasQuotedFrom))
    assert list(graph.subject_objects(PROV.hadPrimarySource))
    assert all(str(p).startswith((str(PROV), str(rdflib.RDFS), str(rdflib.RDF))) for p in graph.predicates())
    entities = set(graph.subjects(rdflib.RDF.type, PROV.Entity))
    assert {s for s, _ in graph.subject_objects(PROV.wasQuotedFrom)} <= entities


@pytest.mark.parametrize(
    ("file", "read"), [("origins.graphml", networkx.read_graphml), ("origins.gexf", networkx.read_gexf)]
)
def test_the_origin_tree_is_read_by_a_graph_program(file: str, read: Any, answer: Answer) -> None:
    from firsthand.stages.origins import tree

    expected = tree(answer.analyses, answer.reuse, answer.datings)
    graph = read(io.BytesIO(files("graph", answer)[file]))
    assert graph.is_directed()
    assert graph.number_of_nodes() == len(expected.nodes)
    weights = sorted(float(data["weight"]) for _, _, data in graph.edges(data=True))
    pairs = {(edge.source, edge.target) for edge in expected.edges}
    assert len({(a, b) for a, b in graph.edges()}) == len(pairs)
    assert sum(weights) > 0


# --- spans ----------------------------------------------------------------------------------------------


def test_annotations_are_found_again_by_place_and_by_words(answer: Answer) -> None:
    page = only("annotation", answer)
    assert page["type"] == "AnnotationPage"
    validator = jsonschema.Draft202012Validator(ANNOTATION)
    by_source = {f"urn:firsthand:report:{a.report.id}": a.report.text for a in answer.analyses}
    by_source |= {a.report.url: a.report.text for a in answer.analyses if a.report.url}
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        validator.validate(item)
        text = by_source.get(item["target"]["source"])
        quote, position = item["target"]["selector"]
        if text is not None:
            assert whole(text[position["start"] : position["end"]]) == quote["exact"]
            assert whole(text).count(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 1


# https://www.w3.org/TR/annotation-model/
ANNOTATION: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type", "target", "body"],
    "properties": {
        "id": {"type": "string", "pattern": "^(urn|https?):[!-~]+$"},
        "type": {"const": "Annotation"},
        "body": {"type": "array", "items": {"oneOf": [
            {"type": "object", "required": ["value", "purpose"], "properties": {"type": {"const": "TextualBody"}}},
            {"type": "object", "required": ["type", "source"], "properties": {"type": {"const": "SpecificResource"}}},
        ]}},
        "target": {"type": "object", "required": ["source", "selector"], "properties": {"selector": {"type": "array"}}},
    },
    "additionalProperties": False,
}  # fmt: skip


def test_brat_files_are_read_back_to_the_words_they_mark(answer: Answer) -> None:
    found = files("brat", answer)
    assert b"[entities]" in found["annotation.conf"]
    texts = {name.removesuffix(".txt"): body.decode("utf-8") for name, body in found.items() if name.endswith(".txt")}
    assert len(texts) == len(answer.analyses)
    sources = 0
    for name, text in texts.items():
        ids = set()
        for line in found[f"{name}.ann"].decode("utf-8").split("\n")[:-1]:
            id_, middle, *words = line.split("\t", 2)
            assert id_ not in ids
            ids.add(id_)
            if id_.startswith("T"):
                type_, _, places = middle.partition(" ")
                sources += type_ == "Source"
                pieces = [text[int(a) : int(b)] for a, b in (place.split(" ") for place in places.split(";"))]
                assert " ".join(pieces) == words[0]
            elif id_.startswith("R"):
                assert {part.split(":")[1] for part in middle.split(" ")[1:]} <= ids
    assert sources == sum(said.attribution.source is not None for said in answer.said)


# https://timeline.knightlab.com/docs/json-format.html
DATE = {
    "type": "object", "required": ["year"], "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
}  # fmt: skip
TEXT = {"type": "object", "required": ["headline", "text"], "properties": {"headline": {}, "text": {"type": "string"}}}
TIMELINE = {
    "type": "object", "required": ["events"], "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": TEXT}},
        "events": {"type": "array", "items": {
            "type": "object", "required": ["start_date", "text", "unique_id"], "additionalProperties": False,
            "properties": {
                "start_date": DATE, "end_date": DATE, "display_date": {"type": "string"}, "text": TEXT,
                "unique_id": {"type": "string"}, "group": {"type": "string"},
            },
        }},
    },
}  # fmt: skip


def test_timelinejs_takes_the_dates_and_its_texts_are_escaped(answer: Answer) -> None:
    body = only("timelinejs", answer)
    jsonschema.validate(body, TIMELINE)
    assert body["events"]
    for event in body["events"]:
        assert "<script" not in event["text"]["headline"] + event["text"]["text"]
        assert "<img" not in event["text"]["headline"] + event["text"]["text"]
        assert "<" not in event["text"]["headline"]


def test_the_bundle_is_json(answer: Answer) -> None:
    assert len(only("bundle", answer)["claims"]) == len(answer.claims)
