"""The formats of ``firsthand export``: a name, a line on it, and the function that makes its files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from firsthand.export.annotation import write_annotation
from firsthand.export.brat import write_brat
from firsthand.export.bundle import bundle
from firsthand.export.claimreview import write_claimreview
from firsthand.export.csv import write_csv
from firsthand.export.ftm import write_ftm
from firsthand.export.graph import write_graph
from firsthand.export.parquet import write_parquet
from firsthand.export.prov import write_prov
from firsthand.export.timelinejs import write_timelinejs
from firsthand.records import Answer

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format; ``files`` gives names and contents."""

    what: str
    files: Callable[[Answer], Files]


def write_bundle(answer: Answer) -> dict[str, bytes]:
    """All in one JSON object."""
    return {"bundle.json": (json.dumps(bundle(answer), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")}


FORMATS: Mapping[str, Format] = {
    "bundle": Format("all in one JSON object", write_bundle),
    "csv": Format("tables for spreadsheets", write_csv),
    "parquet": Format("tables with types", write_parquet),
    "ftm": Format("FollowTheMoney entities", write_ftm),
    "claimreview": Format("schema.org Claim, JSON-LD", write_claimreview),
    "prov": Format("chains as W3C PROV, JSON and Turtle", write_prov),
    "annotation": Format("spans as W3C Web Annotations", write_annotation),
    "graph": Format("the origin tree as GraphML and GEXF", write_graph),
    "timelinejs": Format("TimelineJS", write_timelinejs),
    "brat": Format("brat standoff", write_brat),
}
