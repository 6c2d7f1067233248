"""Entities: the key of every mention out of its own report, and the ids of all mentions of many reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.names.linking import Row, link_report, resolve, rows_of
from firsthand.records import Analysis, Judgement, Mention, Report


def find_keys(report: Report, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The key of each mention, in order: a per-report stage, to be kept so that linking reads no report again."""
    return link_report(mentions, report.id, report.language)


def rows(analysis: Analysis, keys: Sequence[str] | None = None) -> tuple[Row, ...]:
    """One report's mentions as rows for linking; ``keys`` are what ``find_keys`` gives, where that is known."""
    return rows_of(analysis.mentions, analysis.report.id, analysis.report.language, keys)


def entity_ids(analyses: Iterable[Analysis], judgements: Iterable[Judgement] = ()) -> dict[str, tuple[str, ...]]:
    """Report id -> the entity id of each of its mentions, in order; ids hold across the reports given."""
    analyses = tuple(analyses)
    return ids_of(analyses, [row for analysis in analyses for row in rows(analysis)], judgements)


def ids_of(
    analyses: Iterable[Analysis], found_rows: Iterable[Row], judgements: Iterable[Judgement] = ()
) -> dict[str, tuple[str, ...]]:
    """The same, of reports whose rows are known."""
    found = resolve(found_rows, judgements)
    return {a.report.id: tuple(found[a.report.id, i] for i in range(len(a.mentions))) for a in analyses}
