"""The whole way from statements to claims, for reports read together; the store goes the same way step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.records import Claim, Dating, Judgement, Link, Said
from firsthand.stages.claims.compare import compare, keys
from firsthand.stages.claims.group import group
from firsthand.stages.claims.meaning import Meaning
from firsthand.stages.claims.positions import CountOrigins, make_claims

# Statements under one key that each is compared with: more of them say the same words, and meet under other keys.
CROWD = 40


def candidates(found: Iterable[Meaning]) -> Iterator[tuple[Meaning, Meaning]]:
    """Pairs that share a key, each once, whatever the order of reading."""
    under: dict[str, list[Meaning]] = defaultdict(list)
    for meaning in sorted(found, key=lambda m: m.said):
        for key, _ in keys(meaning):
            under[key].append(meaning)
    seen: set[tuple[str, str]] = set()
    for crowd in under.values():
        for i, left in enumerate(crowd):
            for right in crowd[i + 1 : i + 1 + CROWD]:
                if left.said != right.said and (left.said, right.said) not in seen:
                    seen.add((left.said, right.said))
                    yield left, right


def link(found: Iterable[Meaning]) -> tuple[Link, ...]:
    """The links between all statements that share a key, in order."""
    links = (compare(left, right) for left, right in candidates(found))
    return tuple(sorted(filter(None, links), key=_place))


def _place(link: Link) -> tuple[str, int, str, int]:
    return link.left_report, link.left_item, link.right_report, link.right_item


def find_claims(
    said: Sequence[Said],
    found: Mapping[str, Meaning],
    links: Iterable[Link],
    datings: Mapping[str, Dating],
    count_origins: CountOrigins,
    judgements: Iterable[Judgement] = (),
) -> tuple[Claim, ...]:
    """The claims of statements whose meanings and links are known."""
    by_id = {s.id: s for s in said}
    carried = {m.said: m.through for m in found.values() if m.through is not None}
    groups = group(by_id, links, carried, judgements)
    return make_claims(groups, by_id, found, datings, count_origins)
