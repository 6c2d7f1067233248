"""How many independent origins stand behind a claim, and through whom news reached its reports.

Two attributions are independent if their origins differ and neither reuses the other. An origin is whoever spoke; if
only media are named, the first of them. What cannot be told apart (an unnamed source, a country beside its minister,
no origin stated) does not add to the lower bound, only to the upper one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.lang.outlets import find_outlet, fold
from firsthand.names.keys import name_key
from firsthand.names.parties import party
from firsthand.records import Analysis, Dating, Origins, Reuse, Said, Span

NAMED, MEDIUM, UNNAMED, UNSTATED = "named", "medium", "unnamed", "unstated"
NONE = Origins(0, 0, ())


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one attribution comes from: ``key`` tells origins apart, ``party`` is the country or body it belongs to."""

    key: str
    kind: str
    name: str
    party: frozenset[str]
    said: Said


@dataclass(frozen=True, slots=True)
class Node:
    """A hop of the tree: origin, agency, outlet or platform."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """News went from one hop to the next in these reports; ``how`` is chain or reuse (without credit)."""

    source: str
    target: str
    reports: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Tree:
    """Who had it first and who carried it on, for drawing."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


# --- counting -------------------------------------------------------------------------------------------


def count(
    said: Sequence[Said], analyses: Iterable[Analysis], reuse: Iterable[Reuse], datings: Mapping[str, Dating]
) -> Origins:
    """The independent origins of one claim's attributions: bounds, names, and why they differ."""
    if not said:
        return NONE
    known = {analysis.report.id: analysis for analysis in analyses}
    origins = [origin_of(one, known) for one in said]
    groups = Groups(len(origins))
    for i, left in enumerate(origins):
        for j in range(i):
            if same(left, origins[j]) or reuses(left.said, origins[j].said, reuse):
                groups.join(i, j)
    return bounded(origins, groups.sets())


def same(left: Origin, right: Origin) -> bool:
    """Whether two origins are one for certain."""
    return left.kind != UNSTATED and left.key == right.key


def reuses(left: Said, right: Said, reuse: Iterable[Reuse]) -> bool:
    """Whether one attribution stands in a passage that its report took from the other's."""
    return any(
        (carries(r.report, r.span, left) and carries(r.source, r.source_span, right))
        or (carries(r.report, r.span, right) and carries(r.source, r.source_span, left))
        for r in reuse
    )


def carries(report: str, span: Span, said: Said) -> bool:
    """Whether a passage of a report holds an attribution's content."""
    return report == said.report and any(span.overlaps(part) for part in said.attribution.content)


def bounded(origins: Sequence[Origin], sets: Sequence[Sequence[int]]) -> Origins:
    """The bounds over the sets of attributions that have one origin."""
    heads = [head([origins[i] for i in members]) for members in sets]
    apart = Groups(len(heads))
    for i, left in enumerate(heads):
        for j in range(i):
            if may_be_one(left, heads[j]):
                apart.join(i, j)
    named = sorted((h for h in heads if h.kind in (NAMED, MEDIUM)), key=lambda h: h.said.id)
    low, high = len(apart.sets()), len(heads)
    names = tuple(dict.fromkeys(h.name for h in named)) or tuple(dict.fromkeys(h.name for h in heads if h.name))
    return Origins(low, high, names, reason(low, high, heads))


def head(members: Sequence[Origin]) -> Origin:
    """The origin that stands for a set: a named one before others, the most frequent name of it."""
    order = {NAMED: 0, MEDIUM: 1, UNNAMED: 2, UNSTATED: 3}
    best = min(order[m.kind] for m in members)
    chosen = [m for m in members if order[m.kind] == best]
    names = Counter(m.name for m in chosen)
    first = max(chosen, key=lambda m: (names[m.name], m.said.id))
    party_ = frozenset().union(*(m.party for m in chosen))
    return Origin(first.key, first.kind, first.name, party_, first.said)


def may_be_one(left: Origin, right: Origin) -> bool:
    """Whether two origins that are not the same for certain may be: nobody can tell."""
    if UNSTATED in (left.kind, right.kind) or UNNAMED in (left.kind, right.kind):
        return True
    return left.key in right.party or right.key in left.party


def reason(low: int, high: int, heads: Sequence[Origin]) -> str:
    """Why the bounds are what they are."""
    if low == high:
        return ""
    reasons = []
    for kind, words in ((UNSTATED, "the origin is not stated"), (UNNAMED, "the source is not named")):
        reports = {h.said.report for h in heads if h.kind == kind}
        if reports:
            reasons.append(f"for {len(reports)} report{'s' if len(reports) > 1 else ''} {words}")
    if any(left.key in right.party for left in heads for right in heads if left is not right):
        reasons.append("one speaks for another")
    return f"{low} to {high}: " + "; ".join(reasons)


class Groups:
    """Sets of numbers that grow together."""

    def __init__(self, size: int) -> None:
        self.leader = list(range(size))

    def find(self, at: int) -> int:
        """The number that leads a set."""
        while self.leader[at] != at:
            self.leader[at] = self.leader[self.leader[at]]
            at = self.leader[at]
        return at

    def join(self, left: int, right: int) -> None:
        """Makes two sets one."""
        a, b = self.find(left), self.find(right)
        self.leader[max(a, b)] = min(a, b)

    def sets(self) -> list[list[int]]:
        """All sets, by their first number."""
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self.leader)):
            found[self.find(at)].append(at)
        return list(found.values())


# --- the origin of one attribution --------------------------------------------------------------------------


def origin_of(said: Said, known: Mapping[str, Analysis]) -> Origin:
    """The speaker; else the first medium of the chain; else the medium that had the unnamed source; else unstated."""
    name = said.attribution.speaker or ""
    if said.speaker is not None and not is_medium(name):
        return Origin(said.speaker, NAMED, name, parties(said, known), said)
    if name and not is_medium(name):
        medium = first_medium(said, known)
        return Origin(f"unnamed:{medium}", UNNAMED, name, frozenset(), said)
    first = said.chain[0] if said.chain else name
    if first:
        return of_hop(first, said)
    return Origin(said.id, UNSTATED, "", frozenset(), said)


def of_hop(name: str, said: Said) -> Origin:
    """A hop of a chain as an origin: a medium by its owner, anything else by its name."""
    outlet = find_outlet(name)
    if outlet is not None:
        return Origin(f"medium:{outlet.owner or outlet.id}", MEDIUM, name, frozenset(), said)
    return Origin(name_key(name, "ORG", said.language), NAMED, name, frozenset(), said)


def is_medium(name: str) -> bool:
    """Whether a name is an outlet, agency or platform of the table."""
    return bool(name) and find_outlet(name) is not None


def first_medium(said: Said, known: Mapping[str, Analysis]) -> str:
    """The owner of the medium that first had an unnamed source's words."""
    for hop in said.chain:
        if is_medium(hop):
            return medium_id(hop)
    report = known.get(said.report)
    outlet = report.report.outlet if report else None
    return medium_id(outlet) if outlet else said.report


def medium_id(name: str) -> str:
    """What a medium counts as: its owner, else itself."""
    outlet = find_outlet(name)
    return (outlet.owner or outlet.id) if outlet else fold(name)


def parties(said: Said, known: Mapping[str, Analysis]) -> frozenset[str]:
    """Countries and bodies that the words of the source name beside the speaker: "глава МЗС Росії Сергій Лавров"."""
    report = known.get(said.report)
    if report is None or said.attribution.source is None:
        return frozenset()
    inside = [m for m in report.mentions if said.attribution.source.contains(m.span) and m.type != "PER"]
    return frozenset(party(m.name, m.type, said.language, "speaker")[0] for m in inside) - {said.speaker or ""}


# --- the tree -------------------------------------------------------------------------------------------------


def tree(
    analyses: Iterable[Analysis], reuse: Iterable[Reuse], datings: Mapping[str, Dating], reports: Iterable[str] = ()
) -> Tree:
    """The hops of the reports' chains, joined with reuse that gives no credit; ``reports`` keeps to some of them."""
    only = frozenset(reports)
    chosen = {a.report.id: a for a in analyses if not only or a.report.id in only}
    nodes: dict[str, Node] = {}
    ways: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for analysis in chosen.values():
        for path in paths(analysis):
            for node in path:
                nodes.setdefault(node.id, node)
            for source, target in pairwise(path):
                ways[source.id, target.id, "chain"].add(analysis.report.id)
    for one in uncredited(tuple(reuse), chosen, ways):
        source, target = outlet_node(chosen[one.source]), outlet_node(chosen[one.report])
        if source.id != target.id:
            nodes.setdefault(source.id, source)
            nodes.setdefault(target.id, target)
            ways[source.id, target.id, "reuse"].add(one.report)
    edges = tuple(Edge(a, b, tuple(sorted(found)), how) for (a, b, how), found in sorted(ways.items()))
    return Tree(tuple(sorted(nodes.values(), key=lambda n: n.id)), edges)


def paths(analysis: Analysis) -> Iterable[tuple[Node, ...]]:
    """The chains of a report as nodes, its own outlet last."""
    own = outlet_node(analysis)
    for chain in analysis.chains:
        path = [hop_node(hop, analysis.report.language, at == 0) for at, hop in enumerate(chain.hops)]
        distinct = [node for at, node in enumerate(path) if node.id not in {n.id for n in path[:at]}]
        yield tuple(
            distinct if distinct and distinct[-1].id == own.id else [*(n for n in distinct if n.id != own.id), own]
        )


def hop_node(name: str, language: str, first: bool) -> Node:
    """A hop as a node: a known outlet by its id, anything else by its name's key."""
    outlet = find_outlet(name)
    if outlet is not None:
        return Node(f"outlet:{outlet.id}", name, outlet.kind)
    kind = "PER" if len(name.split()) in (2, 3) and name[:1].isupper() else "ORG"
    return Node(name_key(name, kind, language), name, "origin" if first else "hop")


def outlet_node(analysis: Analysis) -> Node:
    """The outlet of a report; the report itself where the outlet is not known."""
    name = analysis.report.outlet
    if not name:
        return Node(f"report:{analysis.report.id}", analysis.report.path.rsplit("/", 1)[-1], "report")
    outlet = find_outlet(name)
    return Node(f"outlet:{outlet.id if outlet else fold(name)}", name, outlet.kind if outlet else "outlet")


def uncredited(
    reuse: Sequence[Reuse], chosen: Mapping[str, Analysis], ways: Mapping[tuple[str, str, str], set[str]]
) -> Iterable[Reuse]:
    """For each report the one earlier report that it takes most from, where no chain of it leads there already."""
    most: dict[str, Counter[str]] = defaultdict(Counter)
    rows: dict[tuple[str, str], Reuse] = {}
    for one in reuse:
        if one.report in chosen and one.source in chosen:
            most[one.report][one.source] += one.span.stop - one.span.start
            rows[one.report, one.source] = one
    for report, sources in sorted(most.items()):
        source = max(sorted(sources), key=lambda s: sources[s])
        pair = (outlet_node(chosen[source]).id, outlet_node(chosen[report]).id, "chain")
        if report not in ways.get(pair, set()):
            yield rows[report, source]
