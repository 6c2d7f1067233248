"""Links between statements to claims: groups in which most members are linked with each other, whatever the order.

A chain of likenesses (A like B, B like C) makes no claim: two groups become one only if many links run between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.records import Judgement, Link

SUBJECT = "claim"
LINKED = 0.5  # share of the pairs between two groups that have to be linked
Pair = tuple[str, str]


def group(
    saids: Iterable[str], links: Iterable[Link], carried: Mapping[str, str], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[str, ...], ...]:
    """Groups of ``Said`` ids, each sorted, in order; ``carried`` maps a statement to the one that it repeats.

    A judgement of two statements by a person stands against any link.
    """
    scores = _scores(links)
    same, different = _judged(judgements)
    groups = _Groups(sorted(set(saids)), scores, different)
    for left, right in sorted(same):
        groups.join(left, right)
    for left, right in sorted(carried.items()):
        groups.join(left, right)
    for (left, right), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        groups.propose(left, right)
    return groups.members()


def _scores(links: Iterable[Link]) -> dict[Pair, float]:
    found: dict[Pair, float] = {}
    for link in links:
        left, right = sorted((f"{link.left_report}:{link.left_item}", f"{link.right_report}:{link.right_item}"))
        found[left, right] = max(link.score, found.get((left, right), 0.0))
    return found


def _judged(judgements: Iterable[Judgement]) -> tuple[set[Pair], set[Pair]]:
    """Pairs that a person judged one claim or two; the latest of a pair holds."""
    latest: dict[Pair, str] = {}
    for judgement in sorted((j for j in judgements if _holds(j)), key=lambda j: (j.at, j.id or 0, j.left, j.right)):
        left, right = sorted((judgement.left, judgement.right))
        latest[left, right] = judgement.verdict
    return (
        {pair for pair, verdict in latest.items() if verdict == "same"},
        {pair for pair, verdict in latest.items() if verdict == "different"},
    )


def _holds(judgement: Judgement) -> bool:
    return judgement.subject == SUBJECT and judgement.undone_at is None


class _Groups:
    """Groups under construction, with how many links run between any two of them."""

    def __init__(self, ids: Sequence[str], scores: Mapping[Pair, float], apart: set[Pair]) -> None:
        self.of = {id_: id_ for id_ in ids}
        self.inside = {id_: [id_] for id_ in ids}
        self.between: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.apart: dict[str, set[str]] = defaultdict(set)
        for left, right in scores:
            if left in self.of and right in self.of:
                self.between[left][right] += 1
                self.between[right][left] += 1
        for left, right in apart:
            if left in self.of and right in self.of:
                self.apart[left].add(right)
                self.apart[right].add(left)

    def propose(self, left: str, right: str) -> None:
        """Joins the groups of two linked statements if enough of their pairs are linked."""
        if left not in self.of or right not in self.of:
            return
        a, b = self.of[left], self.of[right]
        pairs = len(self.inside[a]) * len(self.inside[b])
        if a != b and self.between[a][b] >= LINKED * pairs:
            self.join(left, right)

    def join(self, left: str, right: str) -> None:
        """Makes one group of two, unless they were judged different."""
        if left not in self.of or right not in self.of:
            return
        a, b = sorted((self.of[left], self.of[right]))
        if a == b or b in self.apart[a]:
            return
        for id_ in self.inside.pop(b):
            self.of[id_] = a
            self.inside[a].append(id_)
        for other, count in self.between.pop(b, {}).items():
            if other != a:
                self.between[a][other] += count
                self.between[other][a] += count
            self.between[other].pop(b, None)
        for other in self.apart.pop(b, set()):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)

    def members(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each sorted, in the order of their first members."""
        return tuple(sorted(tuple(sorted(ids)) for ids in self.inside.values()))
