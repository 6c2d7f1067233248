"""Reports analysed and held against each other, for the measurements of what is found across reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.answer.collect import collect
from firsthand.ingest.run import read_reports
from firsthand.pipeline import analyse
from firsthand.records import Analysis, Dating, Failure, Link, Report, Said
from firsthand.stages.claims import Meaning, link, meanings
from firsthand.stages.dating import date_reports
from firsthand.stages.entities import entity_ids, find_keys
from firsthand.stages.reuse import compare_all

SAMPLE = Path(__file__).parents[1] / "firsthand" / "sample" / "reports"


@dataclass(frozen=True, slots=True)
class Held:
    """Reports with what comparing them gives."""

    analyses: tuple[Analysis, ...]
    entities: dict[str, tuple[str, ...]]
    said: tuple[Said, ...]
    links: tuple[Link, ...]

    def dated(self) -> dict[str, Dating]:
        """The datings of the reports."""
        return date_reports(self.analyses, self.links, self.said, self.entities)


def read(folder: Path = SAMPLE) -> list[Report]:
    """The reports of a folder."""
    return [report for report in read_reports([folder]) if not isinstance(report, Failure)]


def undated(report: Report) -> Report:
    """The report without the date that its metadata state."""
    return replace(report, published=None)


def analysed(reports: Sequence[Report]) -> list[Analysis]:
    """Each report on its own."""
    return [analyse(report) for report in reports]


def held(analyses: Sequence[Analysis]) -> Held:
    """The reports compared with each other."""
    entities = entity_ids(analyses)
    said = collect(analyses, entities)
    found: list[Meaning] = []
    for analysis in analyses:
        own = [s for s in said if s.report == analysis.report.id]
        found += meanings(own, analysis, find_keys(analysis.report, analysis.mentions))
    return Held(tuple(analyses), entities, said, (*compare_all(analyses), *link(found)))
