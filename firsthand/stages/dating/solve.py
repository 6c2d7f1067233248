"""Bounds of days held against each other until nothing changes.

Variables are reports ("report:<id>") and happenings ("event:<report>:<n>"). Each constraint only ever narrows, so the
outcome of a set of constraints is one, whatever their order. The surest are taken first; one that leaves a variable
without a day is left out and reported as a conflict.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from firsthand.stages.dating.bounds import ANY, Bounds, days_of, unit_of

Domains = Mapping[str, Bounds]
MOST_STEPS = 400  # narrowings of one variable by one constraint; more is two constraints chasing each other
MOST_REASONS = 8


class Constraint(Protocol):
    """What narrows variables: ``tier`` is 0 for the surest, ``reason`` says why in words, of which ``report``."""

    @property
    def tier(self) -> int:
        """How sure it is."""

    @property
    def reason(self) -> str:
        """Why it holds."""

    @property
    def report(self) -> str:
        """The report whose words are the reason."""

    @property
    def variables(self) -> tuple[str, ...]:
        """What it is about."""

    @property
    def chooses(self) -> bool:
        """Whether it only chooses among days that something else bounds, as a weekday does."""

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """New bounds of its variables, None where no day is left."""


@dataclass(frozen=True, slots=True, order=True)
class Lies:
    """A variable lies in one of the stretches: a year, the June of some year, the fourth year of one war or another.

    ``endless`` if the stretches go on before the first and after the last.
    """

    tier: int
    variable: str
    options: tuple[Bounds, ...]
    reason: str
    report: str
    endless: bool = False

    @property
    def chooses(self) -> bool:
        """Whether there is a choice."""
        return len(self.options) > 1

    @property
    def variables(self) -> tuple[str, ...]:
        """The one variable."""
        return (self.variable,)

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """From the first to the last stretch that is possible."""
        known = domains[self.variable]
        left = [both for option in self.options if (both := option.meet(known))]
        if not left:
            yield self.variable, None
            return
        first, last = min(b.first for b in left), max(b.last for b in left)
        if self.endless:
            first = first if known.begins else known.first
            last = last if known.ends else known.last
        yield self.variable, Bounds(first, last)


@dataclass(frozen=True, slots=True, order=True)
class OnWeekday:
    """A variable is a Monday (1) to Sunday (7)."""

    tier: int
    variable: str
    weekday: int
    reason: str
    report: str

    @property
    def chooses(self) -> bool:
        """It always does."""
        return True

    @property
    def variables(self) -> tuple[str, ...]:
        """The one variable."""
        return (self.variable,)

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """From the first to the last such day."""
        known = domains[self.variable]
        first = known.first + (self.weekday - 1 - (known.first - 1) % 7) % 7
        last = known.last - ((known.last - 1) % 7 - (self.weekday - 1)) % 7
        yield self.variable, Bounds(first, last) if first <= last else None


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """``right`` is between ``low`` and ``high`` days after ``left``; None for no bound."""

    tier: int
    left: str
    right: str
    low: int | None
    high: int | None
    reason: str
    report: str

    @property
    def chooses(self) -> bool:
        """It bounds."""
        return False

    @property
    def variables(self) -> tuple[str, ...]:
        """Both."""
        return self.left, self.right

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """Either side by the other."""
        left, right = domains[self.left], domains[self.right]
        yield self.right, right.meet(self._moved(left, self.low, self.high))
        yield (
            self.left,
            left.meet(
                self._moved(right, None if self.high is None else -self.high, None if self.low is None else -self.low)
            ),
        )

    def _moved(self, other: Bounds, low: int | None, high: int | None) -> Bounds:
        moved = other.wider(low or 0, high or 0)
        return Bounds(ANY.first if low is None else moved.first, ANY.last if high is None else moved.last)


@dataclass(frozen=True, slots=True, order=True)
class Counted:
    """``right`` lies so many calendar weeks, months, quarters or years after ``left``."""

    tier: int
    left: str
    right: str
    unit: str
    amount: int
    reason: str
    report: str

    @property
    def chooses(self) -> bool:
        """It bounds."""
        return False

    @property
    def variables(self) -> tuple[str, ...]:
        """Both."""
        return self.left, self.right

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """Either side by the other."""
        left, right = domains[self.left], domains[self.right]
        yield self.right, right.meet(self._moved(left, self.amount))
        yield self.left, left.meet(self._moved(right, -self.amount))

    def _moved(self, other: Bounds, amount: int) -> Bounds:
        first = days_of(unit_of(other.first, self.unit) + amount, self.unit).first
        last = days_of(unit_of(other.last, self.unit) + amount, self.unit).last
        return Bounds(first if other.begins else ANY.first, last if other.ends else ANY.last)


@dataclass(frozen=True, slots=True, order=True)
class OneOf:
    """A variable is one of the others, within so many days."""

    tier: int
    variable: str
    others: tuple[str, ...]
    slack: int
    reason: str
    report: str

    @property
    def chooses(self) -> bool:
        """It bounds."""
        return False

    @property
    def variables(self) -> tuple[str, ...]:
        """The variable and the others."""
        return (self.variable, *self.others)

    def narrow(self, domains: Domains) -> Iterator[tuple[str, Bounds | None]]:
        """From the first to the last of the others that is possible."""
        known = domains[self.variable]
        options = (domains[other].wider(-self.slack, self.slack) for other in self.others)
        left = [both for option in options if (both := option.meet(known))]
        yield self.variable, Bounds(min(b.first for b in left), max(b.last for b in left)) if left else None


Side = tuple[str, str]


@dataclass(slots=True)
class Solution:
    """The bounds of each variable, what set each end, and the constraints that could not hold."""

    domains: dict[str, Bounds]
    causes: dict[Side, tuple[Constraint, ...]] = field(default_factory=dict)
    conflicts: list[tuple[Constraint, Constraint | None]] = field(default_factory=list)

    def reasons(self, variable: str) -> tuple[str, ...]:
        """In words, what set the ends of a variable, and what set those, the nearest first."""
        found: list[str] = []
        seen: set[Side] = set()
        waiting = deque([(variable, "first"), (variable, "last")])
        while waiting:
            side = waiting.popleft()
            if side in seen:
                continue
            seen.add(side)
            for cause in self._causes(side):
                if cause.reason and cause.reason not in found:
                    found.append(cause.reason)
                waiting.extend((other, side[1]) for other in cause.variables if other != side[0])
        return tuple(found[:MOST_REASONS])

    def _causes(self, side: Side) -> Iterator[Constraint]:
        """What set an end last, and what bounded it before where that only chose."""
        for cause in reversed(self.causes.get(side, ())):
            yield cause
            if not cause.chooses:
                return


def solve(given: Domains, constraints: Iterable[Constraint]) -> Solution:
    """The widest bounds that fit all constraints, or all that can be met, the surest first."""
    solution = Solution(dict(given))
    accepted: dict[str, list[Constraint]] = defaultdict(list)
    for constraint in sorted(constraints, key=_order):
        for variable in constraint.variables:
            solution.domains.setdefault(variable, ANY)
        _add(constraint, accepted, solution)
    return solution


def _order(constraint: Constraint) -> tuple[int, str, str]:
    return constraint.tier, type(constraint).__name__, repr(constraint)


def _add(constraint: Constraint, accepted: dict[str, list[Constraint]], solution: Solution) -> None:
    before: dict[str, Bounds] = {}
    causes: dict[Side, tuple[Constraint, ...]] = {}
    for variable in constraint.variables:
        accepted[variable].append(constraint)
    clash = _spread(constraint, accepted, solution, before, causes)
    if clash is None:
        return
    for variable in constraint.variables:
        accepted[variable].remove(constraint)
    solution.domains.update(before)
    solution.causes.update(causes)
    solution.conflicts.append((constraint, clash if clash is not constraint else None))


def _spread(
    start: Constraint,
    accepted: Mapping[str, Sequence[Constraint]],
    solution: Solution,
    before: dict[str, Bounds],
    causes: dict[Side, tuple[Constraint, ...]],
) -> Constraint | None:
    """Narrows until nothing changes; notes what was before. Gives the constraint under which no day is left."""
    waiting: deque[Constraint] = deque([start])
    steps: dict[str, int] = defaultdict(int)
    while waiting:
        constraint = waiting.popleft()
        for variable, bounds in constraint.narrow(solution.domains):
            known = solution.domains[variable]
            if bounds == known:
                continue
            steps[variable] += 1
            if bounds is None or steps[variable] > MOST_STEPS:
                return constraint
            before.setdefault(variable, known)
            _note(variable, known, bounds, constraint, solution, causes)
            waiting.extend(other for other in accepted[variable] if other not in waiting)
    return None


def _note(
    variable: str,
    known: Bounds,
    bounds: Bounds,
    constraint: Constraint,
    solution: Solution,
    causes: dict[Side, tuple[Constraint, ...]],
) -> None:
    solution.domains[variable] = bounds
    for side, changed in (("first", bounds.first != known.first), ("last", bounds.last != known.last)):
        if changed:
            earlier = solution.causes.get((variable, side), ())
            causes.setdefault((variable, side), earlier)
            solution.causes[variable, side] = (*(c for c in earlier if c is not constraint), constraint)
