"""The list of stories, with filters and full-text search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.answer.dates import not_before, sort_key
from firsthand.lang.outlets import find_outlet, fold
from firsthand.records import Said, Story
from firsthand.web.contents import ALL, Contents, shown
from firsthand.web.views.shared import Dated, Listed, Wanted, dated, listed

_FEW = 6
SORTS = ("newest", "reports", "origins", "repeated")


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list; ``repeated`` is the share of its news text that stood in an earlier report, 0 to 1."""

    id: str
    title: str
    reports: int
    outlets: int
    outlet_names: tuple[str, ...]
    languages: dict[str, int]
    origins: int
    claims: int
    contested: int
    newest: Dated
    repeated: float | None


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """What stories are asked for; each empty field asks for nothing."""

    q: str = ""
    language: str = ""
    outlet: str = ""
    since: str = ""
    contested: bool = False
    sort: str = "newest"


def story_lines(
    contents: Contents, asked: StoryFilter, wanted: Wanted, hits: frozenset[str] | None = None
) -> Listed[StoryLine]:
    """The stories that pass a filter; ``hits`` are the reports that hold the words searched for."""
    stories = [contents.stories[id_] for id_ in contents.stories if id_ != ALL]
    chosen = [story for story in stories if _passes(contents, story, asked, hits)]
    lines = sorted((story_line(contents, story) for story in chosen), key=lambda line: _order(line, asked.sort))
    return listed(lines, wanted, lambda line: line)


def _passes(contents: Contents, story: Story, asked: StoryFilter, hits: frozenset[str] | None) -> bool:
    line = story_line(contents, story)
    if asked.contested and not line.contested:
        return False
    reports = [contents.report(id_) for id_ in story.reports]
    if asked.language:
        reports = [report for report in reports if report.language == asked.language]
    if asked.outlet:
        reports = [report for report in reports if fold(report.outlet or "") == fold(asked.outlet)]
    if asked.since:
        reports = [report for report in reports if not_before(contents.dating(report.id).value, asked.since)]
    if hits is not None:
        reports = [report for report in reports if report.id in hits]
    return bool(reports)


def _order(line: StoryLine, sort: str) -> tuple[float, str]:
    by = {
        "reports": -line.reports,
        "origins": -line.origins,
        "repeated": -(line.repeated or 0.0),
        "newest": -sort_key(line.newest.value)[0].toordinal() if line.newest.first else 0,
    }
    return by.get(sort, by["newest"]), line.id


def story_line(contents: Contents, story: Story) -> StoryLine:
    """A story in a list; made once for each state of the store."""
    cache: dict[str, StoryLine] = contents.__dict__.setdefault("_story_lines", {})
    if story.id not in cache:
        cache[story.id] = _story_line(contents, story)
    return cache[story.id]


def _story_line(contents: Contents, story: Story) -> StoryLine:
    reports = [contents.report(id_) for id_ in story.reports]
    outlets = Counter(shown(report.outlet, 60) for report in reports if report.outlet)
    claims = contents.claims_by_story.get(story.id, ())
    dates = [value for id_ in story.reports if (value := contents.dating(id_).value)]
    return StoryLine(
        story.id, shown(story.title, 200), len(reports), len(outlets),
        tuple(name for name, _ in outlets.most_common(_FEW)),
        dict(sorted(Counter(report.language for report in reports).items())),
        len(origin_keys(one for id_ in story.reports for one in contents.said_in.get(id_, ()))),
        len(claims), sum(claim.contested for claim in claims), dated(max(dates, key=_known_first, default=None)),
        repeated_share(contents, story.reports),
    )  # fmt: skip


def _known_first(value: str) -> tuple[bool, object]:
    key = sort_key(value)
    return key[0].year < 9999, key


def origin_keys(said: Iterable[Said]) -> set[str]:
    """Those whom words go back to: speakers, else the first hop of the chain, an outlet whatever its spelling."""
    return {key for one in said if (key := _origin_key(one))}


def _origin_key(said: Said) -> str:
    if said.speaker:
        return said.speaker
    first = said.chain[0] if said.chain else said.attribution.speaker or ""
    outlet = find_outlet(first[:200]) if first else None
    return f"outlet:{outlet.id}" if outlet else fold(first[:200])


def repeated_share(contents: Contents, reports: Iterable[str]) -> float | None:
    """The share of labelled news text that repeats an earlier report; None where nothing is labelled."""
    total = repeated = 0
    for report in reports:
        for one in contents.novelty_of.get(report, ()):
            length = one.sentence.stop - one.sentence.start
            total += length
            repeated += length if one.label == "repeated" else 0
    return round(repeated / total, 3) if total else None


def outlet_names(contents: Contents, limit: int = 200) -> list[str]:
    """The outlets that there are to choose from, those with most reports first."""
    found = Counter(shown(a.report.outlet, 60) for a in contents.answer.analyses if a.report.outlet)
    return [name for name, _ in found.most_common(limit)]
