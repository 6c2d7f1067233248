"""Contradictions: two attributed, dated passages that do not go together.

Kinds: ``contradiction`` (one says so, another denies it, or what excludes it), ``update`` (the same side says otherwise
later, or of another time), ``narrower`` (the one covers a part of the other), ``figure`` (other numbers for the same
thing). Precision first: who says it and of what time is looked at before anything is called a contradiction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from firsthand.records import Claim, Contradiction, Dating, Said
from firsthand.stages.claims.compare import (
    begin_alike,
    is_opposed,
    is_swapped,
    matched,
    meet,
    names_agree,
    once,
    predicates_meet,
    times_differ,
    verbs,
)
from firsthand.stages.claims.meaning import AGAINST, STATES, Amount, Meaning
from firsthand.stages.claims.positions import date_of, stance
from firsthand.stages.claims.words import (
    MANNER,
    NAME,
    NOUN,
    QUALITY,
    VERB,
    Term,
    are_related,
    is_done,
    kin,
    opposite_of,
)

LATER_DAYS = 14  # the same side speaking otherwise after that has changed its mind; before, it contradicts itself
SAME_DAYS = 4  # within which two figures for one thing are of the same moment
FIGURE_LIKENESS = 0.45  # of two statements that count the same thing
WHOLE = 0.8  # share of a denial that an assertion has to hold, to be what is denied
OPPOSITE_WEIGHT = 2.5  # that statements with opposite words share besides
CROWD = 30  # statements under two words that are compared with each other
MAX_MARKS = 7
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
PER_PAIR = 6  # pairs that stand for two claims, so that a story told a hundred times is not listed ten thousand times


@dataclass(frozen=True, slots=True)
class Case:
    """What is needed to judge a pair: statements, meanings, dates, sides (the country of a person or body)."""

    said: Mapping[str, Said]
    meanings: Mapping[str, Meaning]
    datings: Mapping[str, Dating]
    sides: Mapping[str, str]

    def date(self, id_: str) -> str | None:
        """When it was said."""
        return date_of(self.said[id_], self.datings)

    def side(self, id_: str) -> str | None:
        """The country or body that a speaker speaks for, else the speaker."""
        speaker = self.said[id_].speaker
        return self.sides.get(speaker, speaker) if speaker else None

    def of_one_side(self, left: str, right: str) -> bool:
        """Whether two speak for the same country or body, or are the same; names that begin alike count as one."""
        sides = self.side(left), self.side(right)
        return sides[0] is not None and sides[1] is not None and (sides[0] == sides[1] or _alike(sides[0], sides[1]))

    def of_two_sides(self, left: str, right: str) -> bool:
        """Whether both speakers are known, and speak for two."""
        known = self.side(left) is not None and self.side(right) is not None
        return known and not self.of_one_side(left, right)


def _alike(left: str, right: str) -> bool:
    """Whether two keys are spellings of one name: ``name:~velmari`` and a mistaken ``bare:velmara@@report``."""
    sounds = [_sounds(key) for key in (left, right)]
    return all(sounds) and begin_alike(*sounds)


def _sounds(key: str) -> str:
    """The sounds of a key of one unknown name, "" for known things and names of several words."""
    kind, _, rest = key.partition(":")
    rest = rest.split("@@")[0].lstrip("~")
    return rest.rstrip("aeious") if kind in ("name", "bare") and rest.isalpha() else ""


def find(
    claims: Sequence[Claim],
    said: Iterable[Said],
    meanings: Mapping[str, Meaning],
    datings: Mapping[str, Dating],
    sides: Mapping[str, str] | None = None,
) -> tuple[Contradiction, ...]:
    """All pairs that do not go together, in order; each pair once, with its kind and reason."""
    case = Case({s.id: s for s in said}, meanings, datings, sides or {})
    found: dict[tuple[str, str], Contradiction] = {}
    for claim in claims:
        for contradiction in _within(claim, case):
            found.setdefault((contradiction.left, contradiction.right), contradiction)
    for pairs in _neighbours(claims, case).values():
        for pair in _foremost(pairs, case):
            between = _between(*pair, case)
            if between is not None:
                found.setdefault((between.left, between.right), between)
    return tuple(found[pair] for pair in sorted(found))


def _foremost(pairs: Sequence[tuple[str, str]], case: Case) -> list[tuple[str, str]]:
    """A few pairs to stand for two claims: side by side in a report, close in time, and the first."""
    ranked = sorted(pairs, key=lambda pair: (*_distance(pair, case), pair))
    first = min(pairs, key=lambda pair: (case.date(pair[0]) or "9", case.date(pair[1]) or "9", pair))
    return list(dict.fromkeys([*ranked[:PER_PAIR], first]))


# --- inside one claim: asserted by one, denied by another ----------------------------------------------


def _within(claim: Claim, case: Case) -> Iterator[Contradiction]:
    gist = _gist(claim, case)
    own = [id_ for id_ in claim.said if _is_own(case.meanings[id_])]
    stances = {id_: stance(case.meanings[id_], gist) for id_ in own}
    told = [id_ for id_ in own if stances[id_] == "assert" and verbs(case.meanings[id_])]
    pairs = [(a, b) for a, b in product(told, own) if stances[b] == "deny"]
    for left, right in _foremost(pairs, case) if pairs else ():
        found = opposed(left, right, case)
        if found is not None:
            yield found


def _gist(claim: Claim, case: Case) -> Meaning:
    return next(case.meanings[id_] for id_ in claim.said if case.said[id_].content == claim.gist)


def _is_own(meaning: Meaning) -> bool:
    """Whether the speaker says it, not only that another has said it; orders and promises contradict nothing."""
    return meaning.family == STATES and not (meaning.through and meaning.why.startswith("the content"))


def _distance(pair: tuple[str, str], case: Case) -> tuple[bool, int]:
    """Pairs of one report first, then those close in time."""
    apart = days_between(case.date(pair[0]), case.date(pair[1]))
    return case.said[pair[0]].report != case.said[pair[1]].report, abs(apart) if apart is not None else 10**6


def opposed(left: str, right: str, case: Case) -> Contradiction | None:
    """What an assertion and a denial of one content make: with time and speaker looked at first."""
    apart = days_between(case.date(left), case.date(right))
    if case.of_one_side(left, right):
        if apart is None or abs(apart) <= LATER_DAYS:
            return None
        return Contradiction(left, right, "update", f"the same side {abs(apart)} days apart")
    asserted, denied = case.meanings[left], case.meanings[right]
    if _described(asserted, denied) and _described(denied, asserted):
        return None
    if share_of(denied, asserted) >= WHOLE:
        return Contradiction(left, right, "contradiction", "asserted by one, denied by the other")
    if share_of(asserted, denied) >= WHOLE:
        return Contradiction(left, right, "narrower", "what is denied is more special than what is said")
    return None


def share_of(one: Meaning, other: Meaning) -> float:
    """How much of what one says the other says too, 0 to 1; words aside don't count."""
    main = [term for term in once(one.terms) if not term.aside]
    met = sum(
        term.weight * max((nearness(term, t) for t in (*other.terms, *other.implied)), default=0.0) for term in main
    )
    return met / sum(term.weight for term in main) if main else 0.0


def _described(one: Meaning, other: Meaning) -> bool:
    """Whether one has a quality beyond the other: "not a political project" doesn't deny "a commercial project"."""
    return any(t.kind == QUALITY and not t.aside and not any(nearness(t, o) for o in other.terms) for t in one.terms)


def nearness(left: Term, right: Term) -> float:
    """How far two terms stand for each other: wholly where they meet, are near, or are the two ends of one thing."""
    if meet(left, right) or are_related(left.keys, right.keys, "converse"):
        return 1.0
    return 0.0


# --- between claims ------------------------------------------------------------------------------------


def _neighbours(claims: Sequence[Claim], case: Case) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Two claims -> pairs of their statements that share two words."""
    of = {id_: claim.id for claim in claims for id_ in claim.said}
    under: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_ in sorted(of):
        meaning = case.meanings[id_]
        if _is_own(meaning):
            for key in _pairs_of_keys(meaning):
                under[key].append(id_)
    met: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for ids in under.values():
        for left, right in combinations(ids[:CROWD], 2):
            if of[left] != of[right] and may_differ(case.meanings[left], case.meanings[right]):
                one, other = sorted((of[left], of[right]))
                met[one, other].add((left, right))
    return {claims_: sorted(pairs) for claims_, pairs in sorted(met.items())}


def may_differ(left: Meaning, right: Meaning) -> bool:
    """Whether two could contradict at all: both count, one denies, or their words are opposite. Quick."""
    if (left.amounts and right.amounts) or _holds(left) != _holds(right):
        return True
    return bool(opposites(left) & frozenset(key for term in right.terms for key in term.keys))


def opposites(meaning: Meaning) -> frozenset[str]:
    """The concepts opposite to those of a content."""
    return frozenset(other for term in meaning.terms for key in term.keys for other in opposite_of(key))


def _pairs_of_keys(meaning: Meaning) -> Iterator[tuple[str, str]]:
    """Two words that statements on one matter share; words near to each other are one here."""
    marks = sorted({kin(term) for term in meaning.terms if term.kind not in (MANNER,)})[:MAX_MARKS]
    yield from combinations(marks, 2)
    yield from ((meaning.report, f"counts {min(amount.unit)}") for amount in meaning.amounts if amount.unit)


def _between(left: str, right: str, case: Case) -> Contradiction | None:
    first, second = sorted((left, right))
    for judge in (other_figure, converse_denied, opposite_words):
        found = judge(first, second, case)
        if found is not None:
            return found
    return None


def other_figure(left: str, right: str, case: Case) -> Contradiction | None:
    """The same thing counted with another outcome: "several hundred containers", "more than a thousand"."""
    ours, theirs = case.meanings[left], case.meanings[right]
    if ours.negative or theirs.negative or AGAINST & {ours.act, theirs.act}:
        return None
    counted = [(a, b) for a, b in product(ours.amounts, theirs.amounts) if disjoint(a, b) is not None]
    if len(counted) != 1 or not disjoint(*counted[0]) or not _of_one_moment(left, right, case):
        return None
    if _in_one_report(left, right, case) and not case.of_two_sides(left, right):
        return None
    match = matched(ours, theirs)
    if not predicates_meet(ours.terms, theirs.terms, match) or ours.modal != theirs.modal:
        return None
    alike = match.likeness >= FIGURE_LIKENESS or (match.covered >= WHOLE and _in_one_report(left, right, case))
    if not alike or not names_agree(match, ours, theirs) or _times_apart(ours, theirs):
        return None
    apart = days_between(case.date(left), case.date(right))
    kind = "update" if case.of_one_side(left, right) and apart else "figure"
    return Contradiction(left, right, kind, " and ".join(_shown(amount) for amount in counted[0]))


def _of_one_moment(left: str, right: str, case: Case) -> bool:
    """Whether a report sets two figures side by side, or they are of the same days: else they count two events."""
    if _in_one_report(left, right, case):
        return True
    apart = days_between(case.date(left), case.date(right))
    return apart is not None and abs(apart) <= SAME_DAYS


def _in_one_report(left: str, right: str, case: Case) -> bool:
    return case.said[left].report == case.said[right].report


def disjoint(left: Amount, right: Amount) -> bool | None:
    """Whether two amounts of one unit have nothing in common; None for other units, False where both may hold."""
    if not left.unit or not right.unit or not left.unit & right.unit:
        return None
    low = max(left.low or 0.0, right.low or 0.0)
    high = min(_or_endless(left.high), _or_endless(right.high))
    return low > high


def _or_endless(bound: float | None) -> float:
    return float("inf") if bound is None else bound


def _shown(amount: Amount) -> str:
    low, high = (f"{bound:g}" if bound is not None else "" for bound in (amount.low, amount.high))
    return low if low == high else f"{low}-{high}"


def converse_denied(left: str, right: str, case: Case) -> Contradiction | None:
    """Denied by one what another says from the other end, or in a near word: "sent", "received no weapons"."""
    stances = [_holds(case.meanings[id_]) for id_ in (left, right)]
    if stances[0] is None or stances[1] is None or stances[0] == stances[1]:
        return None
    asserted, denied = (left, right) if stances[0] else (right, left)
    ours, theirs = case.meanings[asserted], case.meanings[denied]
    if ours.through or theirs.through or ours.modal != theirs.modal or _times_apart(ours, theirs):
        return None
    return opposed(asserted, denied, case) if _denied_in(ours, theirs) else None


def _denied_in(asserted: Meaning, denied: Meaning) -> bool:
    """Whether what is done, to what and by whom in the denial is what the assertion tells; of "any" all but one."""
    pairs = list(loosely_matched(asserted, denied))
    met = {id(b) for _, b in pairs}
    kinds = {b.kind if b.kind in (NAME, VERB) else "thing" for _, b in pairs}
    rest = [t for t in denied.terms if id(t) not in met and t.kind in (NAME, VERB, NOUN)]
    verb = next((t for t in asserted.terms if is_done(t)), None)
    does = any(a is verb and is_done(b) for a, b in pairs)
    left_over = 1 if denied.universal else 0
    return {NAME, VERB, "thing"} <= kinds and len(rest) <= left_over and does and not is_swapped(pairs)


def _holds(meaning: Meaning) -> bool | None:
    """True where the content is asserted, False where it is denied, None where it is doubted."""
    if meaning.act == "doubt":
        return None
    return (meaning.act == "assert") != meaning.negative


def loosely_matched(left: Meaning, right: Meaning) -> Iterator[tuple[Term, Term]]:
    """Terms of the one with those of the other, or names of its source, that meet, or are converse; nothing aside."""
    own = [t for t in (*left.terms, *left.implied) if not t.aside]
    for theirs in (*right.terms, *right.implied):
        for ours in own:
            if meet(ours, theirs) or are_related(ours.keys, theirs.keys, "converse"):
                yield ours, theirs
                break


def opposite_words(left: str, right: str, case: Case) -> Contradiction | None:
    """The same of the same things, with opposite words: "opened the port", "closed the port"."""
    ours, theirs = case.meanings[left], case.meanings[right]
    if _holds(ours) is None or _holds(ours) != _holds(theirs) or ours.amounts or theirs.amounts:
        return None
    match = matched(ours, theirs)
    if not is_opposed(ours.terms, theirs.terms, match) or match.weight < OPPOSITE_WEIGHT:
        return None
    if max(match.left, match.right) - match.weight > 1.6 or not names_agree(match, ours, theirs):
        return None
    apart = days_between(case.date(left), case.date(right))
    if apart is None or _times_apart(ours, theirs):
        return None
    if case.of_one_side(left, right) or abs(apart) > LATER_DAYS:
        return Contradiction(left, right, "update", f"opposite words {abs(apart)} days apart") if apart else None
    return Contradiction(left, right, "contradiction", "opposite words of the same thing")


def _times_apart(left: Meaning, right: Meaning) -> bool:
    return times_differ(left.times, right.times)


# --- days ----------------------------------------------------------------------------------------------


def days_between(left: str | None, right: str | None) -> int | None:
    """Days from the one date to the other, at the middle of a month or year; None where one is not known."""
    days = _day(left), _day(right)
    return None if days[0] is None or days[1] is None else (days[1] - days[0]).days


def _day(value: str | None) -> date | None:
    parts = DATE.match(value or "")
    if parts is None:
        return None
    year, month, day = int(parts[1]), int(parts[2] or 7), int(parts[3] or 15)
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= 28 else date(year, min(max(month, 1), 12), 28)
