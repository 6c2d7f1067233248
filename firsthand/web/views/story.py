"""One story: timeline, who says what, origins, claims, changes of position, what is new since a date."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.answer.dates import not_before, reach, sort_key
from firsthand.answer.timeline import Moment, timeline
from firsthand.records import Analysis, Claim, Novelty, Position, Story
from firsthand.stages import origins
from firsthand.web.contents import ALL, Contents, shown
from firsthand.web.views.shared import (
    ClaimLine,
    Dated,
    Listed,
    ReportLine,
    Wanted,
    claim_line,
    dated,
    listed,
    report_line,
)  # fmt: skip

CLAIM_SORTS = ("contested", "newest", "repeated")
_ACTORS, _ROWS = 6, 30
_MOST_DRAWN = 60
_MOST_CHANGES = 100
_NAME = 200


@dataclass(frozen=True, slots=True)
class MomentLine:
    """Something that happened or was reported; ``kind`` is event or report."""

    when: Dated
    kind: str
    what: str
    where: str | None
    reports: tuple[ReportLine, ...]
    told: int
    place: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor says on one claim at one date."""

    stance: str
    date: Dated
    said: str
    report: str
    start: int


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by its id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim, with what each actor of the matrix says on it, oldest first."""

    claim: ClaimLine
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what: actors across, claims down."""

    actors: tuple[Actor, ...]
    rows: tuple[MatrixRow, ...]
    claims_left_out: int


@dataclass(frozen=True, slots=True)
class Change:
    """An actor's stance on a claim, before and after."""

    actor: Actor
    claim: ClaimLine
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A hop: ``column`` is 0 for those who said it, 1 for agencies and others on the way, 2 for who published it."""

    id: str
    name: str
    kind: str
    column: int
    reports: int


@dataclass(frozen=True, slots=True)
class TreeEdge:
    """News went from one hop to the next in so many reports; ``how`` is chain or reuse (without credit)."""

    source: str
    target: str
    how: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginTree:
    """Who had it first and who carried it on; ``left_out`` hops with few reports are not drawn."""

    nodes: tuple[TreeNode, ...]
    edges: tuple[TreeEdge, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class NewSentence:
    """A sentence that no earlier report had, or that updates one."""

    text: str
    start: int
    label: str
    earlier: ReportLine | None
    reason: str


@dataclass(frozen=True, slots=True)
class NewIn:
    """What one report brings."""

    report: ReportLine
    sentences: tuple[NewSentence, ...]
    total: int


# --- claims ---------------------------------------------------------------------------------------------


def claim_lines(
    contents: Contents, story: str, sort: str, wanted: Wanted, contested: bool = False
) -> Listed[ClaimLine]:
    """The claims of a story, sorted by contested, newest or most repeated."""
    chosen = [c for c in claims_of_story(contents, story) if c.contested or not contested]
    keys = {
        "contested": lambda c: (not c.contested, -len(c.said), c.id),
        "newest": lambda c: (-_day(contents.newest_of_claim[c.id]), -len(c.said), c.id),
        "repeated": lambda c: (-len({contents.said[id_].report for id_ in c.said}), -len(c.said), c.id),
    }
    return listed(sorted(chosen, key=keys.get(sort, keys["contested"])), wanted, lambda c: claim_line(contents, c))


def claims_of_story(contents: Contents, story: str) -> Sequence[Claim]:
    """The claims that reports of a story take part in."""
    return contents.claims_by_story.get(contents.story(story).id, ())


def _day(value: str | None) -> int:
    found = reach(value)
    return found.first.toordinal() if found else 0


# --- reports and timeline -------------------------------------------------------------------------------


def report_lines(contents: Contents, story: str, wanted: Wanted) -> Listed[ReportLine]:
    """The reports of a story, earliest first."""
    reports = contents.by_date(contents.story(story).reports)
    return listed(reports, wanted, lambda id_: report_line(contents, id_))


def moments(contents: Contents, story: str, since: str = "", until: str = "") -> list[Moment]:
    """What happened and what was reported between two dates; with dates given, those without a date are left out."""
    whole = contents.kept(("moments", story), lambda: timeline(contents, contents.story(story).reports))
    if not until and not since:
        return list(whole)
    found = [m for m in whole if not since or (m.when and not_before(m.when, since))]
    return [m for m in found if reach(m.when) and (not until or _not_after(m.when, until))]


def _not_after(value: str | None, until: str) -> bool:
    found, end = reach(value), reach(until)
    return found is None or end is None or found.first <= end.last


def moment_lines(contents: Contents, found: Sequence[Moment], wanted: Wanted) -> Listed[MomentLine]:
    """A page of a timeline."""
    return listed(found, wanted, lambda moment: moment_line(contents, moment))


def moment_line(contents: Contents, moment: Moment) -> MomentLine:
    """One line of a timeline."""
    reports = tuple(report_line(contents, id_) for id_ in moment.reports[:5])
    place = moment.passages[0][1].start if moment.passages and moment.passages[0][0] == moment.reports[0] else None
    dating = contents.dating(moment.id) if moment.kind == "report" else None
    when = dated(moment.when, dating.why, dating.conflicts) if dating else dated(moment.when)
    where = shown(moment.where, 80) if moment.where else None
    return MomentLine(when, moment.kind, shown(moment.what), where, reports, len(moment.reports), place)


# --- who says what --------------------------------------------------------------------------------------


def matrix(contents: Contents, story: str) -> Matrix:
    """The claims that several actors or reports speak on, against the actors that speak most on them."""
    return contents.kept(("matrix", story), lambda: _matrix(contents, story))


def _matrix(contents: Contents, story: str) -> Matrix:
    claims = [claim for claim in claims_of_story(contents, story) if claim.positions]
    claims.sort(key=lambda c: (not c.contested, -len({p.actor for p in c.positions}), -len(c.said), c.id))
    rows = claims[:_ROWS]
    count = Counter(actor for claim in rows for actor in {p.actor for p in claim.positions})
    actors = [actor for actor, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_ACTORS]]
    rows = [claim for claim in rows if any(position.actor in actors for position in claim.positions)]
    return Matrix(
        tuple(actor_of(contents, actor) for actor in actors),
        tuple(_row(contents, claim, actors) for claim in rows),
        len(claims) - len(rows),
    )


def actor_of(contents: Contents, id_: str) -> Actor:
    """An actor with its name."""
    return Actor(id_, shown(contents.name(id_), 80))


def _row(contents: Contents, claim: Claim, actors: Sequence[str]) -> MatrixRow:
    by_actor: dict[str, list[Position]] = defaultdict(list)
    for position in claim.positions:
        by_actor[position.actor].append(position)
    return MatrixRow(claim_line(contents, claim), tuple(_cells(contents, by_actor[actor]) for actor in actors))


def _cells(contents: Contents, positions: Sequence[Position]) -> tuple[Cell, ...]:
    """One cell for each stance and date, oldest first."""
    seen = {(position.act, position.date): position for position in reversed(in_order(positions))}
    return tuple(cell(contents, position) for position in in_order(list(seen.values()))[:6])


def in_order(positions: Sequence[Position]) -> list[Position]:
    """Positions, oldest first, those without a date last."""
    return sorted(positions, key=lambda p: (*sort_key(p.date), p.said))


def cell(contents: Contents, position: Position) -> Cell:
    """A position and where it stands."""
    said = contents.said[position.said]
    return Cell(position.act, dated(position.date), said.id, said.report, said.attribution.cue.start)


def changes(contents: Contents, story: str, limit: int = _MOST_CHANGES) -> tuple[Change, ...]:
    """Where an actor's stance on a claim changed from one certain date to a later one, latest first."""
    found = contents.kept(("changes", story), lambda: _all_changes(contents, story))
    return found[:limit]


def _all_changes(contents: Contents, story: str) -> tuple[Change, ...]:
    found = [(claim, *pair) for claim in claims_of_story(contents, story) for pair in _changes(claim)]
    found.sort(key=lambda row: (*sort_key(row[2].date), row[0].id), reverse=True)
    return tuple(_change(contents, *row) for row in found[:_MOST_CHANGES])


def _change(contents: Contents, claim: Claim, before: Position, after: Position) -> Change:
    return Change(
        actor_of(contents, after.actor), claim_line(contents, claim), cell(contents, before), cell(contents, after)
    )


def _changes(claim: Claim) -> Iterator[tuple[Position, Position]]:
    """Where an actor took another stance than before."""
    last: dict[str, Position] = {}
    for position in in_order([p for p in claim.positions if reach(p.date)]):
        before = last.get(position.actor)
        if before is not None and before.act != position.act and _earlier(before.date, position.date):
            yield before, position
        last[position.actor] = position


def _earlier(left: str | None, right: str | None) -> bool:
    one, two = reach(left), reach(right)
    return one is not None and two is not None and one.last < two.first


# --- origins --------------------------------------------------------------------------------------------


def origin_tree(contents: Contents, story: str, most: int = _MOST_DRAWN) -> OriginTree:
    """The hops of a story's reports; of many, those behind most reports."""
    found = _tree(contents, contents.story(story))
    reports: dict[str, set[str]] = defaultdict(set)
    for edge in found.edges:
        reports[edge.source].update(edge.reports)
        reports[edge.target].update(edge.reports)
    linked = [node for node in found.nodes if reports[node.id]]
    ranked = sorted(linked, key=lambda node: (-len(reports[node.id]), node.id))[:most]
    kept = {node.id for node in ranked}
    sources, targets = {edge.source for edge in found.edges}, {edge.target for edge in found.edges}
    return OriginTree(
        tuple(
            TreeNode(_short(n.id), shown(n.name, 60), n.kind, _column(n, sources, targets), len(reports[n.id]))
            for n in ranked
        ),
        tuple(
            TreeEdge(_short(e.source), _short(e.target), e.how, e.reports)
            for e in found.edges
            if {e.source, e.target} <= kept
        ),
        len(linked) - len(ranked),
    )


def _short(id_: str) -> str:
    """The id of a hop; a number made from it where a name has got into it that is no name."""
    if len(id_) <= 120 and id_.isprintable():
        return id_
    return f"hop:{hashlib.sha256(id_.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _tree(contents: Contents, story: Story) -> origins.Tree:
    cache: dict[str, origins.Tree] = contents.__dict__.setdefault("_trees", {})
    if story.id not in cache:
        reports = () if story.id == ALL else story.reports
        chosen = [_with_short_names(contents.analyses[id_]) for id_ in story.reports]
        reuse = [one for id_ in story.reports for one in contents.reuse_of.get(id_, ())]
        cache[story.id] = origins.tree(chosen, reuse, contents.answer.datings, reports)
    return cache[story.id]


def _with_short_names(analysis: Analysis) -> Analysis:
    """A report whose outlet and hops are cut to what may be a name: telling names apart costs by their length."""
    outlet = analysis.report.outlet
    chains = tuple(replace(chain, hops=tuple(hop[:_NAME] for hop in chain.hops[:20])) for chain in analysis.chains)
    return replace(analysis, report=replace(analysis.report, outlet=outlet and outlet[:_NAME]), chains=chains)


def _column(node: origins.Node, sources: set[str], targets: set[str]) -> int:
    """Agencies and others on the way stand in the middle, who only says on the left, who prints on the right."""
    if node.kind == "agency":
        return 1
    if node.kind in ("origin", "hop"):
        return 1 if node.id in sources and node.id in targets else 0
    return 2


# --- what is new ----------------------------------------------------------------------------------------


def new_since(contents: Contents, story: str, since: str, wanted: Wanted) -> Listed[NewIn]:
    """The reports of a story that may be of that date or later, each with what it brings, latest first."""
    reports = [id_ for id_ in contents.by_date(contents.story(story).reports) if _since(contents, id_, since)]
    return listed(reports[::-1], wanted, lambda id_: new_in(contents, id_))


def _since(contents: Contents, report: str, since: str) -> bool:
    return not since or not_before(contents.dating(report).value, since)


def new_in(contents: Contents, report: str, most: int = 12) -> NewIn:
    """The sentences of a report that are new or an update."""
    fresh = [one for one in contents.novelty_of.get(report, ()) if one.label in ("new", "update")]
    return NewIn(report_line(contents, report), tuple(_sentence(contents, one) for one in fresh[:most]), len(fresh))


def _sentence(contents: Contents, found: Novelty) -> NewSentence:
    text = contents.report(found.report).text[
        found.sentence.start : min(found.sentence.stop, found.sentence.start + 2400)
    ]
    earlier = report_line(contents, found.earlier) if found.earlier and found.earlier in contents.analyses else None
    return NewSentence(shown(text, 600), found.sentence.start, found.label, earlier, shown(found.reason))
