"""Search over all: reports by words in whatever form, claims by their gist, actors by name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.store import Store, fulltext
from firsthand.web.contents import Contents, shown
from firsthand.web.views.actor import ActorLine, actor_lines
from firsthand.web.views.shared import ClaimLine, Listed, ReportLine, Wanted, claim_line, listed, report_line

MOST_HITS = 1000
LONGEST = 500  # code points of a query that are looked at
_SEARCHED = 50_000  # code points of a report in which the passage to show is looked for


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words, with the passage that holds most of them."""

    report: ReportLine
    passage: str
    start: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found."""

    q: str
    reports: Listed[Found]
    actors: tuple[ActorLine, ...]
    claims: tuple[ClaimLine, ...]


def search(contents: Contents, store: Store, q: str, wanted: Wanted) -> SearchPage:
    """What holds the words of a query."""
    q = shown(q, LONGEST)
    hits = [id_ for id_ in store.matching(q, MOST_HITS) if id_ in contents.analyses] if q else []
    asked = fulltext.query_terms(q)
    named = actor_lines(contents, q, Wanted(1, 8)).items if q else ()
    return SearchPage(
        q, listed(hits, wanted, lambda id_: _found(contents, id_, asked)), named, _claims(contents, hits, q)
    )


def _found(contents: Contents, id_: str, asked: list[fulltext.Terms]) -> Found:
    report = contents.report(id_)
    near = fulltext.snippet(replace(report, text=report.text[:_SEARCHED]), asked)
    return Found(report_line(contents, id_), shown(near.of(report.text)), near.start)


def _claims(contents: Contents, hits: list[str], q: str) -> tuple[ClaimLine, ...]:
    """Claims of the reports found, whose gist holds a word of the query by its beginning."""
    stems = [word[: max(4, len(word) - 2)] for word in q.casefold().split() if len(word) > 2]
    near = dict.fromkeys(claim for hit in hits[:100] for claim in contents.claims_of.get(hit, ()))
    found = [c for c in near if stems and all(stem in c.gist.casefold() for stem in stems)]
    ranked = sorted(found, key=lambda c: (not c.contested, -len(c.said), c.id))
    return tuple(claim_line(contents, claim) for claim in ranked[:10])


def reports_with(store: Store, q: str) -> frozenset[str] | None:
    """The reports that hold all words of a query; None for no query."""
    q = shown(q, LONGEST)
    return frozenset(store.matching(q, MOST_HITS)) if q else None
