"""Whether two statements have the same content, in whatever words and language, and why.

Depends on the two meanings alone, so links can be kept: nothing that is read later changes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product

from firsthand.records import Link
from firsthand.stages.claims.meaning import AGAINST, STATES, Amount, Meaning
from firsthand.stages.claims.words import NAME, NOUN, VERB, Term, are_related, is_known

KIND = "claim"
SAME = 0.7  # of likeness; see eval/claims.py
SAME_SPEAKER = 0.62  # the same speaker repeats himself sooner than another says the same
DENIED = 5  # things, and names, of a denial that it is looked up by
FEW = 2.8  # weight of terms below which nearly all have to meet
FEW_SAME, FEW_SAME_SPEAKER = 0.82, 0.66
OPPOSED = 0.05  # more is asked of two that are to contradict each other
OTHER_THING = -0.15
TELLING = 5  # from which on equal numbers are hardly chance
LEAST_SHARED = 0.3  # of the terms of the shorter one, before near words are looked for
NEVER = 2.0  # one word is no statement: "богохульство", "страйк"
COVERED = 0.9
SUBSUMED = 0.8
WAY = {"from": "out", "agent": "out", "to": "in", "object": "in", "against": "in"}
NEAR_WORTH = 0.6  # of a pair of words that are near ("weapon", "ammunition")
BANDS = 16  # with two rows each: statements that share a third of their terms meet in 9 of 10 cases
BLUR = 0.25  # share by which the bounds of two blurred amounts may differ


@dataclass(frozen=True, slots=True)
class Match:
    """How the terms of two statements meet: pairs, their weight, and the weight of either side."""

    pairs: tuple[tuple[Term, Term, float], ...]
    weight: float
    left: float
    right: float

    @property
    def likeness(self) -> float:
        """Twice what is shared by what both have, 0 to 1."""
        return 2 * self.weight / (self.left + self.right) if self.left and self.right else 0.0

    @property
    def covered(self) -> float:
        """The share of the shorter one that the other has."""
        return min(1.0, self.weight / min(self.left, self.right)) if self.left and self.right else 0.0


def compare(left: Meaning, right: Meaning) -> Link | None:
    """A link between two statements of one content, with its reasons; None where they differ or nobody can tell."""
    if left.said == right.said or left.family != right.family:
        return None
    if left.said > right.said:
        found = compare(right, left)
        return None if found is None else mirrored(found)
    if not may_meet(left, right):
        return None
    match = matched(left, right)
    if conflicts(left, right, match):
        return None
    score, reasons = scored(left, right, match)
    if score < threshold(left, right, match):
        return None
    sides = left.report, left.number, right.report, right.number
    return Link(
        KIND, *sides, round(min(score, 1.0), 3), "; ".join(reasons), {"opposite": left.negative != right.negative}
    )


def may_meet(left: Meaning, right: Meaning) -> bool:
    """Whether enough words are shared for a closer look; quick, for most candidates have too few."""
    shared = sum(not term.keys.isdisjoint(right.marks) for term in left.terms)
    return shared >= LEAST_SHARED * min(len(left.terms), len(right.terms))


def mirrored(link: Link) -> Link:
    """The same link seen from the other side."""
    sides = link.right_report, link.right_item, link.left_report, link.left_item
    return Link(link.kind, *sides, link.score, link.reason, link.data)


def threshold(left: Meaning, right: Meaning, match: Match) -> float:
    """How alike the two have to be: all but the same words where there are few."""
    same = same_speaker(left, right)
    counted = amounts_agree(left.amounts, right.amounts)
    if min(len(left.terms), len(right.terms)) < 2 and not (counted or (same and left.words == right.words)):
        return NEVER
    against = OPPOSED if holds(left) != holds(right) else 0.0
    if min(match.left, match.right) < FEW and not counted:
        return against + (FEW_SAME_SPEAKER if same else FEW_SAME)
    return against + (SAME_SPEAKER if same else SAME)


def same_speaker(left: Meaning, right: Meaning) -> bool:
    """Whether both are known and one, or are people whose names sound alike (Ельза, Elsa)."""
    if left.speaker is None or right.speaker is None:
        return False
    if left.speaker == right.speaker:
        return True
    one, other = left.speaker.split(" "), right.speaker.split(" ")
    return one[-1] == other[-1] and one[0][:5] == other[0][:5] and one[0].startswith("per:")


def holds(meaning: Meaning) -> bool:
    """Whether the content without its negation is said to be so; a doubt counts as a denial."""
    return (meaning.act in AGAINST) == meaning.negative


def scored(left: Meaning, right: Meaning, match: Match) -> tuple[float, list[str]]:
    """The likeness with what speaks for and against, and the reasons in words."""
    if left.words == right.words and left.words:
        return 1.0, ["the same words"]
    reasons = [f"shared: {', '.join(_shown(pair) for pair in match.pairs[:6])}"]
    if is_subsumed(left, right, match) or is_subsumed(right, left, match):
        return 0.9, [*reasons, "a denial of every kind, and one kind"]
    score = match.likeness
    for holds, worth, reason in remarks(left, right, match):
        if holds:
            score, reasons = score + worth, [*reasons, reason]
    return score, reasons


def remarks(left: Meaning, right: Meaning, match: Match) -> Iterator[tuple[bool, float, str]]:
    """What speaks for or against two statements being one, with its weight."""
    agree = amounts_agree(left.amounts, right.amounts)
    yield agree, 0.15, "the same amount"
    yield agree and match.covered >= COVERED, 0.15, "the shorter one is wholly in the longer"
    yield bool(left.amounts) != bool(right.amounts), -0.25, "only one counts"
    yield bool(left.amounts) and bool(right.amounts) and not agree, -0.25, "they count other things"
    yield bool(left.times & right.times), 0.05, "the same time"
    yield not predicates_meet(left.terms, right.terms, match), -0.2, "other verbs"
    yield bool(verbs(left)) != bool(verbs(right)), -0.06, "only one has a verb"
    yield left.modal != right.modal, -0.12, "one is wanted or possible only"
    yield not names_agree(match, left, right), -0.2, "each names another"
    yield names_other_things(match, left, right), OTHER_THING, "each is of another thing"
    yield same_speaker(left, right), 0.0, "the same speaker"


def is_subsumed(broad: Meaning, narrow: Meaning, match: Match) -> bool:
    """Whether one denies every such thing and the other is of one such thing: "no deals", "the arms deal"."""
    denied = broad.universal and (broad.negative or broad.act == "deny")
    if not denied or len(match.pairs) < 2 or narrow.amounts or narrow.universal or not _share_name(broad, narrow):
        return False
    own = sum(term.weight for term in once(narrow.terms))
    shared = sum(worth * (a.weight if narrow.said < broad.said else b.weight) for a, b, worth in match.pairs)
    return shared >= SUBSUMED * own


def _share_name(left: Meaning, right: Meaning) -> bool:
    """Whether a name of the one, or of its source, is the other's."""
    ours, theirs = ([t for t in (*m.terms, *m.implied) if is_named(t)] for m in (left, right))
    return any(meet(a, b) for a, b in product(ours, theirs))


def _shown(pair: tuple[Term, Term, float]) -> str:
    shared = sorted(pair[0].keys & pair[1].keys) or sorted(pair[0].keys)
    return shared[0].lstrip("=@")


def predicates_meet(left: Sequence[Term], right: Sequence[Term], match: Match) -> bool:
    """Whether a verb of the one meets a word of the other; a side without a verb can't tell."""
    told = [{id(t) for t in terms if t.kind == VERB and not t.aside} for terms in (left, right)]
    if not told[0] or not told[1]:
        return True
    return any(id(a) in told[0] or id(b) in told[1] for a, b, _ in match.pairs)


def verbs(meaning: Meaning) -> list[Term]:
    """The terms of a content that tell what is done."""
    return [term for term in meaning.terms if term.kind == VERB and not term.aside]


def names_other_things(match: Match, left: Meaning, right: Meaning) -> bool:
    """Whether a thing is left on both sides, and no gap between languages explains it: oil here, arms there."""
    used = {id(t) for pair in match.pairs for t in pair[:2]}
    rest = [[t for t in once(m.terms) if t.kind == NOUN and not t.aside and id(t) not in used] for m in (left, right)]
    if left.language == right.language:
        return bool(rest[0]) and bool(rest[1])
    return all(any(is_known(term) for term in terms) for terms in rest)


def names_agree(match: Match, left: Meaning, right: Meaning) -> bool:
    """Whether no two names are left that stand for each other: what happened in one town did not in another."""
    ours, theirs = {id(a) for a, _, _ in match.pairs}, {id(b) for _, b, _ in match.pairs}
    rest = [t for t in left.terms if t.kind == NAME and not t.aside and id(t) not in ours]
    other = [t for t in right.terms if t.kind == NAME and not t.aside and id(t) not in theirs]
    return not (rest and other)


# --- terms --------------------------------------------------------------------------------------------


def matched(left: Meaning, right: Meaning) -> Match:
    """Pairs of terms, the surest first, each once; what one implies may meet what the other says."""
    ours, theirs = once(left.terms), once(right.terms)
    pairs = _paired(ours, theirs)
    used = {id(t) for a, b, _ in pairs for t in (a, b)}
    free = [[t for t in terms if id(t) not in used and t.kind in (NAME, NOUN)] for terms in (ours, theirs)]
    extra = [*_paired(free[0], once(right.implied)), *_paired(once(left.implied), free[1])]
    weight = sum(worth * (a.weight + b.weight) / 2 for a, b, worth in pairs) + sum(_least(a, b) for a, b, _ in extra)
    lent = [sum(_least(a, b) for a, b, _ in extra if id(a) not in {id(t) for t in ours})]
    lent.append(sum(_least(a, b) for a, b, _ in extra if id(b) not in {id(t) for t in theirs}))
    whole = sum(t.weight for t in ours) + lent[0], sum(t.weight for t in theirs) + lent[1]
    return Match((*pairs, *extra), weight, *whole)


def _least(left: Term, right: Term) -> float:
    return min(left.weight, right.weight)


def _paired(ours: Sequence[Term], theirs: Sequence[Term]) -> list[tuple[Term, Term, float]]:
    candidates = sorted(
        ((worth, i, j) for (i, a), (j, b) in product(enumerate(ours), enumerate(theirs)) if (worth := meet(a, b))),
        key=lambda c: (-c[0], abs(c[1] - c[2]), c[1], c[2]),
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for worth, i, j in candidates:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((ours[i], theirs[j], worth))
    return pairs


def once(terms: Sequence[Term]) -> list[Term]:
    """Terms without those said again: the weightier one stays."""
    seen: dict[frozenset[str], Term] = {}
    for term in terms:
        if term.keys not in seen or seen[term.keys].weight < term.weight:
            seen[term.keys] = term
    return list(seen.values())


def meet(left: Term, right: Term) -> float:
    """How far two terms are one: 1 with a key in common, less for near words, 0 for others."""
    if left.keys & right.keys:
        return 1.0
    if (left.side and left.side in right.keys) or (right.side and right.side in left.keys):
        return NEAR_WORTH
    if NAME in (left.kind, right.kind):
        return 1.0 if _names_meet(left.keys, right.keys) else 0.0
    return NEAR_WORTH if are_related(left.keys, right.keys, "near") else 0.0


def _names_meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two names begin alike: cases and adjectives of a name differ at the end."""
    return any(begin_alike(a[1:], b[1:]) for a in left for b in right if a[0] == b[0] == "@")


def begin_alike(left: str, right: str) -> bool:
    """Whether two names differ by an ending of a few sounds only."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= 4 and longer.startswith(shorter) and len(longer) - len(shorter) <= 3


# --- what keeps two statements apart -------------------------------------------------------------------


def conflicts(left: Meaning, right: Meaning, match: Match) -> str | None:
    """What makes two statements different however alike their words; None for nothing."""
    if amounts_differ(left.amounts, right.amounts):
        return "other amounts"
    if times_differ(left.times, right.times):
        return "other times"
    if is_swapped((a, b) for a, b, _ in match.pairs):
        return "from and to are swapped"
    if is_opposed(left.terms, right.terms, match):
        return "opposite words"
    return None


def amounts_agree(left: Sequence[Amount], right: Sequence[Amount]) -> bool:
    """Whether both count, and every amount of the one has its equal in the other."""
    return bool(left) and bool(right) and all(any(_equal(a, b) for b in right) for a in left)


def _equal(left: Amount, right: Amount) -> bool:
    same_unit = not left.unit or not right.unit or bool(left.unit & right.unit) or _untold(left, right)
    return same_unit and _bound(left.low) == _bound(right.low) and _bound(left.high) == _bound(right.high)


def _untold(left: Amount, right: Amount) -> bool:
    """Whether the unit of one is no listed word, so that it may be the other's; small numbers are common."""
    listed = [any(key.startswith("=") for key in amount.unit) for amount in (left, right)]
    return not all(listed) and min(left.low or left.high or 0, right.low or right.high or 0) >= TELLING


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


def is_swapped(pairs: Iterable[tuple[Term, Term]]) -> bool:
    """Whether two shared names stand the other way round: from A to B, from B to A; A strikes B, B strikes A."""
    ways = {(WAY.get(a.role, ""), WAY.get(b.role, "")) for a, b in pairs if is_named(a)}
    return ("out", "in") in ways and ("in", "out") in ways


def is_named(term: Term) -> bool:
    """Whether a term is a name, or a country by its adjective."""
    return term.kind == NAME or any(key.startswith("country:") for key in term.keys)


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
    yield from ((key, meaning.number) for key in _denials(meaning))
    for band in range(BANDS):
        low = [min(_hash(mark, 2 * band + row) for mark in marks) for row in (0, 1)]
        yield f"{meaning.family}{band}:{low[0]:08x}{low[1]:08x}", meaning.number


def _denials(meaning: Meaning) -> Iterator[str]:
    """Keys of a denial: what is denied beside a name of it or its source, so that a broad one meets a narrow one."""
    if meaning.family != STATES or not (meaning.negative or meaning.act in AGAINST):
        return
    named = [t for t in (*meaning.terms, *meaning.implied) if is_named(t)][:DENIED]
    names = {name for t in named for name in (_mark(t), t.side) if name}
    things = {_mark(t) for t in meaning.terms if not is_named(t) and t.kind in (NOUN, VERB) and not t.aside}
    yield from (f"denied {thing}~{name}" for thing in sorted(things)[:DENIED] for name in sorted(names))


def _mark(term: Term) -> str:
    """One key to stand for a term in look-ups: near words and forms of a name share it."""
    key = min(term.keys, key=lambda key: (not key.startswith("country:"), key))
    return key[:6] if key[0] == "@" else key


def _hash(mark: str, seed: int) -> int:
    digest = blake2b(mark.encode(), digest_size=4, salt=seed.to_bytes(2, "big")).digest()
    return int.from_bytes(digest, "big")
