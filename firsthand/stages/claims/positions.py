"""Claims out of groups of statements: the clearest wording, who takes which position when, what is contested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise

from firsthand.records import Claim, Dating, Origins, Position, Said
from firsthand.stages.claims.meaning import AGAINST, STATES, Meaning
from firsthand.stages.claims.words import NAME

TURNED = {"assert": "deny", "deny": "assert"}
NAMED = 2  # names that a clear wording has
CLEAR = (20, 200)  # code points of a wording that says enough and not too much
CountOrigins = Callable[[Sequence[Said]], Origins]


def make_claims(
    groups: Iterable[Sequence[str]],
    said: Mapping[str, Said],
    meanings: Mapping[str, Meaning],
    datings: Mapping[str, Dating],
    count_origins: CountOrigins,
) -> tuple[Claim, ...]:
    """A claim for every group, in the order of the groups."""
    return tuple(_claim(ids, said, meanings, datings, count_origins) for ids in groups)


def _claim(
    ids: Sequence[str],
    said: Mapping[str, Said],
    meanings: Mapping[str, Meaning],
    datings: Mapping[str, Dating],
    count_origins: CountOrigins,
) -> Claim:
    clearest = gist(ids, said, meanings)
    positions = tuple(
        Position(actor, stance(meanings[id_], meanings[clearest]), date_of(said[id_], datings), id_)
        for id_ in sorted(ids)
        for actor in _actors(said[id_])
        if not _only_carries(meanings[id_])
    )
    members = tuple(sorted(ids))
    return Claim(
        claim_id(members), said[clearest].content, members, count_origins([said[id_] for id_ in members]),
        tuple(sorted(positions, key=lambda p: (p.date or "9", p.actor, p.said))), is_contested(ids, meanings, clearest),
    )  # fmt: skip


def _actors(said: Said) -> tuple[str, ...]:
    return (said.speaker, *said.also) if said.speaker else ()


def claim_id(members: Sequence[str]) -> str:
    """The id of a claim, out of the statements that it is made of."""
    return "c" + blake2b("\n".join(members).encode(), digest_size=7).hexdigest()


def _only_carries(meaning: Meaning) -> bool:
    """Whether the speaker passes on another's words without a word of his own on them."""
    return meaning.through is not None and meaning.why.startswith("the content")


def gist(ids: Sequence[str], said: Mapping[str, Said], meanings: Mapping[str, Meaning]) -> str:
    """The ``Said`` whose words tell the claim best: its own, affirmative, of middling length, with names."""
    terms = {id_: frozenset(t.keys for t in meanings[id_].terms) for id_ in ids}

    def rank(id_: str) -> tuple[bool, bool, bool, int, float, str]:
        meaning, length = meanings[id_], len(said[id_].content)
        common = sum(len(terms[id_] & terms[other]) / (len(terms[id_] | terms[other]) or 1) for other in ids)
        fits = CLEAR[0] <= length <= CLEAR[1]
        names = min(sum(term.kind == NAME for term in meaning.terms), NAMED)
        own = meaning.through is None
        return not own, meaning.negative or meaning.act in AGAINST, not fits, -names, -round(common, 6), id_

    return min(ids, key=rank)


def stance(meaning: Meaning, gist: Meaning) -> str:
    """The act towards the gist: denying its opposite is asserting it."""
    if meaning.negative == gist.negative:
        return meaning.act
    return TURNED.get(meaning.act, meaning.act)


def is_contested(ids: Iterable[str], meanings: Mapping[str, Meaning], clearest: str) -> bool:
    """Whether one says so and another, or the same at another time, denies or doubts it."""
    stances = {stance(meanings[id_], meanings[clearest]) for id_ in ids if meanings[id_].family == STATES}
    return "assert" in stances and bool(stances & AGAINST)


def date_of(said: Said, datings: Mapping[str, Dating]) -> str | None:
    """When it was said: as the text tells, else when the report was published."""
    if said.said:
        return said.said
    dating = datings.get(said.report)
    return dating.value if dating else None


def changes(claim: Claim) -> tuple[tuple[str, Position, Position], ...]:
    """Where an actor denies what he said or says what he denied: (actor, from, to), in order of time."""
    found: list[tuple[str, Position, Position]] = []
    for actor in sorted({position.actor for position in claim.positions}):
        own = [p for p in claim.positions if p.actor == actor and p.date and p.act in TURNED]
        dated = sorted(own, key=lambda p: (p.date or "", p.said))
        found.extend((actor, a, b) for a, b in pairwise(dated) if a.act != b.act and a.date != b.date)
    return tuple(sorted(found, key=lambda change: (change[2].date or "", change[0])))
