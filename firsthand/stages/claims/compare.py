"""Whether two statements have the same content, in whatever words and language, and why.

Depends on the two meanings alone, so links can be kept: nothing that is read later changes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product

from firsthand.records import Link
from firsthand.stages.claims.meaning import Amount, Meaning
from firsthand.stages.claims.words import NAME, VERB, Term, are_related

KIND = "claim"
SAME = 0.62  # of likeness; see eval/claims.py
SAME_SPEAKER = 0.55  # the same speaker repeats himself sooner than another says the same
NEAR_WORTH = 0.6  # of a pair of words that are near ("weapon", "ammunition")
BANDS = 16  # with two rows each: statements that share a third of their terms meet in 9 of 10 cases
BLUR = 0.25  # share by which the bounds of two blurred amounts may differ
FEW = 2.5  # weight of terms below which all have to meet


@dataclass(frozen=True, slots=True)
class Match:
    """How the terms of two statements meet: pairs, their weight, and what is left on either side."""

    pairs: tuple[tuple[Term, Term, float], ...]
    weight: float
    left: float
    right: float

    @property
    def likeness(self) -> float:
        """Between the share of both and the share of the shorter one, 0 to 1."""
        if not self.left or not self.right:
            return 0.0
        both = 2 * self.weight / (self.left + self.right)
        shorter = self.weight / min(self.left, self.right)
        return 0.7 * both + 0.3 * min(1.0, shorter)


def compare(left: Meaning, right: Meaning) -> Link | None:
    """A link between two statements of one content, with its reasons; None where they differ or nobody can tell."""
    if left.said == right.said or left.family != right.family:
        return None
    if left.said > right.said:
        found = compare(right, left)
        return None if found is None else mirrored(found)
    match = matched(left.terms, right.terms)
    if conflicts(left, right, match):
        return None
    score, reasons = scored(left, right, match)
    if score < threshold(left, right, match):
        return None
    return Link(
        KIND, left.report, left.number, right.report, right.number, round(min(score, 1.0), 3), "; ".join(reasons),
        {"opposite": left.negative != right.negative},
    )  # fmt: skip


def mirrored(link: Link) -> Link:
    """The same link seen from the other side."""
    sides = link.right_report, link.right_item, link.left_report, link.left_item
    return Link(link.kind, *sides, link.score, link.reason, link.data)


def threshold(left: Meaning, right: Meaning, match: Match) -> float:
    """How alike the two have to be: all but the same words where there are few."""
    if min(match.left, match.right) < FEW:
        return 0.85
    same = left.speaker is not None and left.speaker == right.speaker
    return SAME_SPEAKER if same else SAME


def scored(left: Meaning, right: Meaning, match: Match) -> tuple[float, list[str]]:
    """The likeness with what speaks for and against, and the reasons in words."""
    if left.words == right.words and left.words:
        return 1.0, ["the same words"]
    score, reasons = match.likeness, [f"shared: {', '.join(_shown(pair) for pair in match.pairs[:6])}"]
    if amounts_agree(left.amounts, right.amounts):
        score, reasons = score + 0.1, [*reasons, "the same amount"]
    elif bool(left.amounts) != bool(right.amounts):
        score, reasons = score - 0.15, [*reasons, "only one counts"]
    if left.times and left.times & right.times:
        score, reasons = score + 0.05, [*reasons, "the same time"]
    if not _predicates_meet(left.terms, right.terms, match):
        score, reasons = score - 0.12, [*reasons, "other verbs"]
    if left.speaker and left.speaker == right.speaker:
        reasons.append("the same speaker")
    return score, reasons


def _shown(pair: tuple[Term, Term, float]) -> str:
    shared = sorted(pair[0].keys & pair[1].keys) or sorted(pair[0].keys)
    return shared[0].lstrip("=@")


def _predicates_meet(left: Sequence[Term], right: Sequence[Term], match: Match) -> bool:
    """Whether a verb of the one meets a word of the other; a side without a verb can't tell."""
    verbs = [{id(t) for t in terms if t.kind == VERB} for terms in (left, right)]
    if not verbs[0] or not verbs[1]:
        return True
    return any(id(a) in verbs[0] or id(b) in verbs[1] for a, b, _ in match.pairs)


# --- terms --------------------------------------------------------------------------------------------


def matched(left: Sequence[Term], right: Sequence[Term]) -> Match:
    """Pairs of terms, the surest first, each term once; a word said twice counts once."""
    ours, theirs = _once(left), _once(right)
    candidates = sorted(
        ((worth, i, j) for (i, a), (j, b) in product(enumerate(ours), enumerate(theirs)) if (worth := meet(a, b))),
        key=lambda c: (-c[0], abs(c[1] - c[2]), c[1], c[2]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for worth, i, j in candidates:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        pairs.append((ours[i], theirs[j], worth))
    weight = sum(worth * (a.weight + b.weight) / 2 for a, b, worth in pairs)
    return Match(tuple(pairs), weight, sum(t.weight for t in ours), sum(t.weight for t in theirs))


def _once(terms: Sequence[Term]) -> list[Term]:
    seen: dict[frozenset[str], Term] = {}
    for term in terms:
        seen.setdefault(term.keys, term)
    return list(seen.values())


def meet(left: Term, right: Term) -> float:
    """How far two terms are one: 1 with a key in common, less for near words, 0 for others."""
    if left.keys & right.keys:
        return 1.0
    if NAME in (left.kind, right.kind):
        return 1.0 if _names_meet(left.keys, right.keys) else 0.0
    return NEAR_WORTH if are_related(left.keys, right.keys, "near") else 0.0


def _names_meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two names begin alike: cases and adjectives of a name differ at the end."""
    return any(_begin_alike(a[1:], b[1:]) for a in left for b in right if a[0] == b[0] == "@")


def _begin_alike(left: str, right: str) -> bool:
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 4 and longer.startswith(shorter) and len(longer) - len(shorter) <= 3


# --- what keeps two statements apart -------------------------------------------------------------------


def conflicts(left: Meaning, right: Meaning, match: Match) -> str | None:
    """What makes two statements different however alike their words; None for nothing."""
    if amounts_differ(left.amounts, right.amounts):
        return "other amounts"
    if times_differ(left.times, right.times):
        return "other times"
    if _is_swapped(match):
        return "from and to are swapped"
    if is_opposed(left.terms, right.terms, match):
        return "opposite words"
    return None


def amounts_agree(left: Sequence[Amount], right: Sequence[Amount]) -> bool:
    """Whether both count, and every amount of the one has its equal in the other."""
    return bool(left) and bool(right) and all(any(_equal(a, b) for b in right) for a in left)


def _equal(left: Amount, right: Amount) -> bool:
    same_unit = not left.unit or not right.unit or bool(left.unit & right.unit)
    return same_unit and _bound(left.low) == _bound(right.low) and _bound(left.high) == _bound(right.high)


def _bound(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def amounts_differ(left: Sequence[Amount], right: Sequence[Amount]) -> bool:
    """Whether the two count the same thing and come to other bounds."""
    for a, b in product(left, right):
        counted = not a.unit or not b.unit or a.unit & b.unit
        if counted and not _equal(a, b) and not _blurred_alike(a, b):
            return not any(_equal(a, other) for other in right) or not any(_equal(other, b) for other in left)
    return False


def _blurred_alike(left: Amount, right: Amount) -> bool:
    """ "Several dozen" is 20 to 90 in one language's table and 24 to 108 in another's."""
    if not (left.low and left.high and right.low and right.high):
        return False
    blurred = left.low < left.high and right.low < right.high
    return blurred and abs(left.low / right.low - 1) <= BLUR and abs(left.high / right.high - 1) <= BLUR


def times_differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both name days (or months, or years) and none is the same."""
    for length in (10, 7, 4):
        ours, theirs = {t for t in left if len(t) == length}, {t for t in right if len(t) == length}
        if ours and theirs and not any(_may_be_one(a, b) for a in ours for b in theirs):
            return True
    return False


def _may_be_one(left: str, right: str) -> bool:
    return all(a == b or "X" in (a, b) for a, b in zip(left, right, strict=True))


def _is_swapped(match: Match) -> bool:
    """Whether two shared names stand the other way round: from A to B, from B to A."""
    ways = {(a.role, b.role) for a, b, _ in match.pairs if a.kind == NAME}
    return ("from", "to") in ways and ("to", "from") in ways


def is_opposed(left: Sequence[Term], right: Sequence[Term], match: Match) -> bool:
    """Whether what is left of the one is the opposite of what is left of the other."""
    ours, theirs = {id(a) for a, _, _ in match.pairs}, {id(b) for _, b, _ in match.pairs}
    rest = [t for t in left if id(t) not in ours], [t for t in right if id(t) not in theirs]
    return any(are_related(a.keys, b.keys, "opposite") for a, b in product(*rest))


# --- candidates ----------------------------------------------------------------------------------------


def keys(meaning: Meaning) -> Iterator[tuple[str, int]]:
    """Keys for the look-up of candidates: bands of a MinHash over the terms, and the words themselves."""
    marks = sorted({_mark(term) for term in meaning.terms})
    if not marks:
        return
    if len(marks) <= 3:
        yield f"{meaning.family}={'|'.join(marks)}", meaning.number
    for band in range(BANDS):
        low = [min(_hash(mark, 2 * band + row) for mark in marks) for row in (0, 1)]
        yield f"{meaning.family}{band}:{low[0]:08x}{low[1]:08x}", meaning.number


def _mark(term: Term) -> str:
    """One key to stand for a term in look-ups: near words and forms of a name share it."""
    key = min(term.keys)
    return key[:6] if key[0] == "@" else key


def _hash(mark: str, seed: int) -> int:
    digest = blake2b(mark.encode(), digest_size=4, salt=seed.to_bytes(2, "big")).digest()
    return int.from_bytes(digest, "big")
