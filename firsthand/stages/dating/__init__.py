"""When each report was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.records import Analysis, Dating, Link, Said


def date_reports(
    analyses: Iterable[Analysis],
    links: Iterable[Link] = (),
    said: Sequence[Said] = (),
    entities: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, Dating]:
    """The date or bounds of every report, with the reasons."""
    return {
        a.report.id: Dating(a.report.id, a.published.value, why=(a.published.why,) if a.published.why else ())
        for a in analyses
    }


def resolve_value(value: str, dating: Dating) -> str:
    """A time expression's value with its unknown parts filled by the report's date where that is safe."""
    return value
