"""How many independent origins stand behind a claim, and through whom news reached its reports.

Two attributions are independent if their origins differ and neither reuses the other. An origin is whoever spoke; if
only media are named, the first of them. What cannot be told apart (an unnamed source, a country beside its minister,
no origin stated) does not add to the lower bound, only to the upper one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.outlets import Outlet, find_outlet, fold
from firsthand.names.keys import name_key
from firsthand.names.parties import party
from firsthand.names.transliteration import sound
from firsthand.records import Analysis, Dating, Mention, Origins, Reuse, Said, Span
from firsthand.stages.attribution.media import is_medium

NAMED, MEDIUM, UNNAMED, UNSTATED = "named", "medium", "unnamed", "unstated"
ABBREVIATION = 3  # letters: "RUSI"
AGAINST = ("deny", "doubt")
NONE = Origins(0, 0, ())
TITLE_REACH = 40  # code points between a country and the name whose title it is in
TITLE_BREAK = re.compile(r"[.,;:!?()«»\"“”–—\n]")


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
    """A hop of the tree; kind: origin, hop, agency, platform, official, outlet, report (where no outlet is known)."""

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
    origins = [origin_of(one, known) for one in behind(said)]
    groups = Groups(len(origins))
    for i, left in enumerate(origins):
        for j in range(i):
            if same(left, origins[j]) or reuses(left.said, origins[j].said, reuse):
                groups.join(i, j)
    return bounded(origins, groups.sets())


def behind(said: Sequence[Said]) -> Sequence[Said]:
    """Those who stand behind a claim; where all deny or doubt it, those who do."""
    return [one for one in said if one.attribution.act not in AGAINST] or said


def same(left: Origin, right: Origin) -> bool:
    """Whether two origins are one for certain: the same, or a medium and whom the other has through it."""
    if UNSTATED in (left.kind, right.kind):
        return False
    if left.key == right.key or carried_by(left, right) or carried_by(right, left):
        return True
    return left.kind == right.kind == NAMED and are_one_name(left.name, right.name)


def are_one_name(left: str, right: str) -> bool:
    """Whether two names are written alike, or one is the abbreviation that the other carries."""
    if fold(left) == fold(right):
        return True
    one, two = set(left.split()), set(right.split())
    return any(len(word) >= ABBREVIATION and word.isupper() for word in (one & two)) and (one <= two or two <= one)


def carried_by(medium: Origin, other: Origin) -> bool:
    """Whether one is the medium through which the other's words came."""
    if medium.kind != MEDIUM or other.kind == MEDIUM:
        return False
    return any(f"medium:{medium_in(hop, other.said.language)}" == medium.key for hop in other.said.chain)


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
    """The origin that stands for a set: a named one before others, by the fullest of its names."""
    order = {NAMED: 0, MEDIUM: 1, UNNAMED: 2, UNSTATED: 3}
    best = min(order[m.kind] for m in members)
    chosen = [m for m in members if order[m.kind] == best]
    names = Counter(m.name for m in chosen)
    first = max(chosen, key=lambda m: (m.name[:1].isupper(), len(m.name.split()), names[m.name], m.said.id))
    return Origin(first.key, first.kind, first.name, frozenset().union(*(m.party for m in chosen)), first.said)


def may_be_one(left: Origin, right: Origin) -> bool:
    """Whether two origins that are not the same for certain may be: nobody can tell."""
    kinds = {left.kind, right.kind}
    if kinds & {UNSTATED, UNNAMED} or kinds == {NAMED, MEDIUM}:
        return True
    return left.key in right.party or right.key in left.party or are_namesakes(left, right)


def are_namesakes(left: Origin, right: Origin) -> bool:
    """Whether one may be the other, its name read wrongly: the same surname after a word that is no given name."""
    one, two = person(left.key), person(right.key)
    if one is None or two is None or one[1] != two[1]:
        return False
    return not (one[0] in given_names() and two[0] in given_names())


def person(key: str) -> tuple[str, str] | None:
    """Given name and surname of a person's entity, as sounds."""
    if not key.startswith(("per:", "bare:")):
        return None
    words = re.split(r"[-\s]", key.split(":", 1)[1].split("@@")[0])
    return (words[0] if len(words) > 1 else "", words[-1])


@cache
def given_names() -> frozenset[str]:
    """Listed given names, as sounds."""
    return frozenset(table("given_names")["names"])


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
    if {MEDIUM, NAMED} <= {h.kind for h in heads}:
        reasons.append("a medium may have it from the one named")
    if any(are_namesakes(left, right) for left in heads for right in heads if left is not right):
        reasons.append("two names may be one person's")
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
    """The speaker; else the first hop of the chain; else the medium that had the unnamed source; else unstated."""
    name = said.attribution.speaker or ""
    medium = medium_in(name, said.language)
    if said.speaker is not None and medium is None:
        return Origin(said.speaker, NAMED, name, parties(said, known), said)
    if name and medium is None:
        return Origin(f"unnamed:{first_medium(said, known)}", UNNAMED, name, frozenset(), said)
    if said.chain:
        return of_hop(said.chain[0], said, known)
    if medium is not None:
        return Origin(f"medium:{medium}", MEDIUM, name, frozenset(), said)
    return Origin(said.id, UNSTATED, "", frozenset(), said)


def of_hop(name: str, said: Said, known: Mapping[str, Analysis]) -> Origin:
    """A hop of a chain as an origin: a medium by its owner, a name by its key, others as unnamed sources."""
    medium = medium_in(name, said.language)
    if medium is not None:
        return Origin(f"medium:{medium}", MEDIUM, name, frozenset(), said)
    if not name[:1].isupper():
        return Origin(f"unnamed:{first_medium(said, known)}", UNNAMED, name, frozenset(), said)
    return Origin(
        name_key(name, "PER" if is_person(name, said, known) else "ORG", said.language), NAMED, name, frozenset(), said
    )


def is_person(name: str, said: Said, known: Mapping[str, Analysis]) -> bool:
    """Whether the report has a person of that name."""
    report = known.get(said.report)
    return report is not None and any(m.type == "PER" and m.name == name for m in report.mentions)


def medium_in(name: str, language: str) -> str | None:
    """What a medium counts as, its owner or itself, where a name is one's: "the state news agency VelTA"."""
    if not name:
        return None
    outlet = find_outlet(name)
    if outlet is None and is_medium(name, language):
        words = name.split()
        outlet = next((o for size in (1, 2, 3) if (o := find_outlet(" ".join(words[-size:])))), None)
        if outlet is None:
            return fold(name)
    return (outlet.owner or outlet.id) if outlet else None


def first_medium(said: Said, known: Mapping[str, Analysis]) -> str:
    """The medium that first had an unnamed source's words: of the chain, else the report's own."""
    for hop in said.chain:
        medium = medium_in(hop, said.language)
        if medium is not None:
            return medium
    report = known.get(said.report)
    outlet = report.report.outlet if report else None
    return (medium_in(outlet, said.language) or fold(outlet)) if outlet else said.report


def parties(said: Said, known: Mapping[str, Analysis]) -> frozenset[str]:
    """Countries and bodies in whose name the speaker speaks: those of titles before the name, in any of the reports."""
    surname = sound((said.attribution.speaker or "").split(" ")[-1])
    found = {
        party(title.name, title.type, analysis.report.language, "speaker")[0]
        for analysis in known.values()
        for mention in analysis.mentions
        if mention.type == "PER" and sound(mention.name.split(" ")[-1]) == surname
        for title in titles_before(mention, analysis)
    }
    return frozenset(found) - {said.speaker or ""}


def titles_before(mention: Mention, analysis: Analysis) -> Iterable[Mention]:
    """Names of countries and bodies in the words before a person's name: "глава МЗС Ардонії Марта Гольмен"."""
    for other in analysis.mentions:
        gap = analysis.report.text[other.span.stop : mention.span.start]
        near = 0 < mention.span.start - other.span.stop <= TITLE_REACH
        if other.type in ("LOC", "ORG") and near and not TITLE_BREAK.search(gap):
            yield other


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
        return Node(f"outlet:{outlet.id}", name, kind_of(outlet))
    kind = "PER" if len(name.split()) in (2, 3) and name[:1].isupper() else "ORG"
    return Node(name_key(name, kind, language), name, "origin" if first else "hop")


def outlet_node(analysis: Analysis) -> Node:
    """The outlet of a report; the report itself where the outlet is not known."""
    name = analysis.report.outlet
    if not name:
        return Node(f"report:{analysis.report.id}", analysis.report.path.rsplit("/", 1)[-1], "report")
    outlet = find_outlet(name)
    return Node(f"outlet:{outlet.id if outlet else fold(name)}", name, kind_of(outlet))


def kind_of(outlet: Outlet | None) -> str:
    """agency, platform or official as the table says; any newspaper, site or channel is an outlet."""
    return outlet.kind if outlet is not None and outlet.kind in ("agency", "platform", "official") else "outlet"


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
