"""Events: what happened, with time, place and participants, joined from the reports that tell it.

An event is anchored on a verb or noun of happening that a date stands by; the same happening told in other words,
another language or another report joins it if the names beside it and the day agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.lang.outlets import find_outlet
from firsthand.records import Analysis, Claim, Dating, Event, Said, Span
from firsthand.stages.claims.words import fold
from firsthand.stages.dating.bounds import ANY, Bounds, bounds_of, value_of
from firsthand.stages.dating.own import is_open, tense_of
from firsthand.stages.dating.relations import Told, in_order, placed, variable
from firsthand.stages.dating.resolve import resolve_value
from firsthand.stages.dating.solve import solve
from firsthand.stages.happenings import (
    UNTIMED,
    Happening,
    HappeningsOf,
    alike,
    drafts_of,
    happenings,
)
from firsthand.stages.times.meaning import Draft

RECENT_DAYS = 45  # a report tells without a date what happened so lately
LASTING_DAYS, POINT_DAYS = 5, 1  # by how much the days of two tellings may differ
CLEAR = (40, 240)  # code points of a passage that tells enough and not too much
SAME_WORDS, FEWEST_WORDS = 0.6, 5  # share of the words of two sentences that tell the same
MOST_NAMED = 150  # happenings under one name that are held against each other


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an event, with the days that it may have happened on."""

    happening: Happening
    bounds: Bounds
    value: str | None
    said: tuple[str, ...]
    claim: str | None
    speaker: str | None
    words: frozenset[str]


def find(
    analyses: Iterable[Analysis],
    said: Sequence[Said],
    claims: Sequence[Claim],
    datings: Mapping[str, Dating],
    entities: Mapping[str, Sequence[str]],
    told: HappeningsOf | None = None,
) -> tuple[Event, ...]:
    """The events that the reports tell, earliest first; the same for every order of the reports.

    ``told`` finds what a report tells as having happened (read here if left out).
    """
    known = {analysis.report.id: analysis for analysis in analyses}
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.report].append(one)
    claim = {id_: c.id for c in claims for id_ in c.said}
    reports = (
        _Report(known[id_], entities.get(id_, ()), datings.get(id_), by_report[id_], claim) for id_ in sorted(known)
    )
    found_in = told or (lambda id_: happenings(known[id_], entities.get(id_, ())))
    tellings = (telling for report in reports for telling in report.tellings(found_in(report.analysis.report.id)))
    groups = joined(list(tellings))
    found = (_event(group, known, entities) for group in groups if any(t.value for t in group))
    placed_ = (event for event in found if event.who or event.where)
    return tuple(sorted(placed_, key=lambda e: (bounds_of(e.when) or ANY, e.id)))


# --- the tellings of one report ------------------------------------------------------------------------


class _Report:
    """Reads the tellings of one report."""

    def __init__(
        self,
        analysis: Analysis,
        entities: Sequence[str],
        dating: Dating | None,
        said: Sequence[Said],
        claim: Mapping[str, str],
    ) -> None:
        self.analysis, self.entities, self.dating = analysis, entities, dating
        self.said = {s.number: s for s in said}
        self.claim = claim
        self.published = _published(dating)

    def tellings(self, told: Iterable[Happening]) -> Iterator[Telling]:
        """What it tells as having happened (all is ``told``): dated, or late news without a date."""
        for happening in told:
            if is_told_as_fact(happening, self.analysis):
                value, bounds = self.when(happening)
                late = not happening.times and not happening.saying and self.published.known
                if value is not None or late:
                    yield self.telling(happening, value, bounds)

    def telling(self, happening: Happening, value: str | None, bounds: Bounds) -> Telling:
        """A happening with its time, the attributions that tell it, and its claim where it is a saying."""
        own = self.said.get(happening.told) if happening.told is not None else None
        around = [s for s in self.said.values() if any(c.contains(happening.clause) for c in s.attribution.content)]
        ids = tuple(sorted({s.id for s in [*around, *([own] if own else [])]}))
        return Telling(
            happening,
            bounds,
            value,
            ids,
            self.claim.get(own.id) if own else None,
            own.speaker if own else None,
            happening.words if value is not None else frozenset(),
        )

    def when(self, happening: Happening) -> tuple[str | None, Bounds]:
        """The date that stands by a happening, and its days; without one, the days before the report."""
        for number in happening.times:
            time = self.analysis.times[number]
            if is_open(time.span, self.analysis):
                continue
            value = resolve_value(time.value.partition("T")[0], self.dating or _undated(self))
            bounds = bounds_of(value)
            if bounds is None:
                bounds = self.reckoned(happening, number)
                value = value_of(bounds) or ""
            if value and bounds.first <= self.published.last:
                return value, bounds
            return None, ANY
        return None, self.published.wider(-RECENT_DAYS, 0)

    @cached_property
    def drafts(self) -> Mapping[int, Draft]:
        """The times as read; looked at only where they were not placed."""
        return drafts_of(self.analysis)

    def reckoned(self, happening: Happening, number: int) -> Bounds:
        """The days of a happening by an expression counted from the report, whose date has bounds."""
        id_, draft = self.analysis.report.id, self.drafts.get(number)
        if draft is None:
            return ANY
        told = Told("event", id_, tense_of(draft, self.analysis, happening) or -1, "")
        constraints = [*placed(told, draft), *in_order(told)]
        if not self.published.known or len(constraints) < 2:
            return ANY
        return solve({variable(id_): self.published}, constraints).domains.get("event", ANY)


def _undated(report: _Report) -> Dating:
    return Dating(report.analysis.report.id, report.analysis.published.value)


def _published(dating: Dating | None) -> Bounds:
    if dating is None:
        return ANY
    whole = bounds_of(dating.value)
    first, last = bounds_of(dating.earliest), bounds_of(dating.latest)
    return whole or Bounds(first.first if first else ANY.first, last.last if last else ANY.last)


def is_told_as_fact(happening: Happening, analysis: Analysis) -> bool:
    """Whether a clause tells that something happened: in the past, not denied, not only wished or possible."""
    if happening.tense >= 0 or not happening.names:
        return False
    text, language = analysis.report.text, analysis.report.language
    before = [fold(w.strip('.,;:«»"“”()')) for w in text[happening.clause.start : happening.place].split()[-4:]]
    inside = [fold(w.strip('.,;:«»"“”()')) for w in happening.clause.of(text).split()]
    return not set(before) & _words("denied", language) and not set(inside) & _words("unreal", language)


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(map(fold, table("datable")[name]["words"][language]))


# --- the same event ------------------------------------------------------------------------------------


def joined(tellings: Sequence[Telling]) -> list[tuple[Telling, ...]]:
    """Groups of tellings of one event; the surest pairs first, a group only as long as all its days agree."""
    of: dict[str, list[Telling]] = {t.happening.id: [t] for t in tellings}
    days: dict[int, Bounds] = {id(group): group[0].bounds for group in of.values()}
    for _, left, right in sorted(_pairs(tellings), key=lambda p: (-p[0], p[1].happening.id, p[2].happening.id)):
        ours, theirs = of[left.happening.id], of[right.happening.id]
        if ours is theirs:
            continue
        both = _agree(days[id(ours)], days[id(theirs)], _slack(left, right))
        if both is None:
            continue
        ours.extend(theirs)
        days[id(ours)] = both
        of.update({t.happening.id: ours for t in theirs})
    unique = {id(group): group for group in of.values()}
    return [tuple(sorted(group, key=lambda t: t.happening.id)) for group in unique.values()]


def _agree(left: Bounds, right: Bounds, slack: int) -> Bounds | None:
    """The days that two tellings share, the narrower's where they only lie near each other."""
    both = left.meet(right)
    if both is not None:
        return both
    near = left.wider(-slack, slack).meet(right)
    return min((left, right), key=lambda b: (b.last - b.first, b)) if near else None


def _slack(left: Telling, right: Telling) -> int:
    lasting = left.happening.lasting and right.happening.lasting
    return LASTING_DAYS if lasting else POINT_DAYS


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[float, Telling, Telling]]:
    by_name: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: (t.bounds, t.happening.id)):
        for entity in sorted({n.entity for n in telling.happening.names if n.worth >= 0.5}):
            by_name[entity].append(telling)
        if telling.value is not None:
            by_name[telling.value].append(telling)
            by_name[min(telling.happening.head)].append(telling)
    seen: set[tuple[str, str]] = set()
    for crowd in by_name.values():
        for at, left in enumerate(crowd):
            for right in crowd[at + 1 : at + 1 + MOST_NAMED]:
                if right.bounds.first > left.bounds.last + LASTING_DAYS:
                    break  # the crowd is in order of time
                pair = (left.happening.id, right.happening.id)
                if pair not in seen:
                    seen.add(pair)
                    score = same(left, right)
                    if score:
                        yield score, left, right


def same(left: Telling, right: Telling) -> float:
    """How surely two tellings are of one event; 0 for two."""
    if left.value is None and right.value is None:
        return 0.0
    if left.happening.saying or right.happening.saying:
        told = left.claim is not None and left.claim == right.claim and left.speaker == right.speaker
        return 3.0 if told and left.value and right.value else 0.0
    alone = left.value == right.value and _is_day(left)
    if (alone or left.happening.head & right.happening.head) and _overlap(left.words, right.words) >= SAME_WORDS:
        return 4.0
    weight = alike(left.happening, right.happening)
    if not left.happening.head & right.happening.head and not (left.value and right.value):
        return 0.0
    return weight if left.value and right.value else weight if weight >= UNTIMED else 0.0


def _is_day(telling: Telling) -> bool:
    return telling.bounds.first == telling.bounds.last


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of words that two sentences have in common; 0 for short ones."""
    return len(left & right) / max(len(left), len(right)) if min(len(left), len(right)) >= FEWEST_WORDS else 0.0


# --- the record ----------------------------------------------------------------------------------------


def _event(group: Sequence[Telling], known: Mapping[str, Analysis], entities: Mapping[str, Sequence[str]]) -> Event:
    clearest = min(group, key=lambda t: _clarity(t, known))
    passages = tuple(sorted({(t.happening.report, passage(t.happening)) for t in group}))
    where = place_of(group, known, entities)
    return Event(
        id=event_id(t.happening.id for t in group),
        what=passage(clearest.happening).of(known[clearest.happening.report].report.text),
        when=min((t for t in group if t.value), key=lambda t: (_width(t), t.value or "", t.happening.id)).value,
        where=where,
        who=participants(group, where, outlets_among(group, known, entities)),
        said=tuple(sorted({id_ for t in group for id_ in t.said})),
        reports=tuple(sorted({t.happening.report for t in group})),
        passages=passages,
    )


def event_id(happenings_: Iterable[str]) -> str:
    """The id of an event, out of the first of its tellings."""
    return "e" + blake2b(min(happenings_).encode(), digest_size=7).hexdigest()


def passage(happening: Happening) -> Span:
    """The sentence that tells a happening; of a long one the clause."""
    whole = happening.span.stop - happening.span.start <= CLEAR[1] * 2
    return happening.span if whole else happening.clause


def _width(telling: Telling) -> int:
    return telling.bounds.last - telling.bounds.first


def _clarity(telling: Telling, known: Mapping[str, Analysis]) -> tuple[bool, int, int, int, str]:
    """Puts first the passage that dates best, is in the reporter's own words, and of middling length."""
    span = passage(telling.happening)
    length = span.stop - span.start
    off = max(CLEAR[0] - length, length - CLEAR[1], 0)
    own = len(telling.said) - (telling.happening.told is not None)
    return telling.value is None, _width(telling), own, off, telling.happening.id


def outlets_among(
    group: Sequence[Telling], known: Mapping[str, Analysis], entities: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """The entities that are outlets by any of their names."""
    reports = {t.happening.report for t in group}
    named = ((m, e) for id_ in reports for m, e in zip(known[id_].mentions, entities.get(id_, ()), strict=False))
    return frozenset(e for m, e in named if e.startswith("outlet:") or find_outlet(m.name) is not None)


def participants(group: Sequence[Telling], where: str | None, outlets: frozenset[str]) -> tuple[str, ...]:
    """The entities beside the happening, those that most tellings name first; outlets and the place left out."""
    counts: Counter[str] = Counter()
    for telling in group:
        counts.update({n.entity for n in telling.happening.names} | ({telling.speaker} - {None}))  # type: ignore[operator]
    kept = [e for e in counts if e != where and e not in outlets]
    return tuple(sorted(kept, key=lambda e: (-counts[e], e)))


def place_of(
    group: Sequence[Telling], known: Mapping[str, Analysis], entities: Mapping[str, Sequence[str]]
) -> str | None:
    """The place that "in" or "at" stands before in the clause of a telling, the one most name; None for none."""
    counts: Counter[str] = Counter()
    for telling in group:
        analysis = known[telling.happening.report]
        named = zip(analysis.mentions, entities.get(telling.happening.report, ()), strict=False)
        for mention, entity in named:
            inside = telling.happening.clause.contains(mention.span) and not entity.startswith("org:")
            if mention.type == "LOC" and inside and _is_in(mention.span, analysis):
                counts[entity] += 1
    return min(counts, key=lambda e: (-counts[e], e.startswith("country:"), e), default=None)


def _is_in(span: Span, analysis: Analysis) -> bool:
    """Whether a name of a place is told as where: "у Пхеньяні", "in Kyiv"; in Slavic by its case too."""
    text, language = analysis.report.text, analysis.report.language
    words = text[max(0, span.start - 30) : span.start].split()
    if not words or fold(words[-1]) not in _words("where", language):
        return False
    if language == "en":
        return True
    last = span.of(text).split()[-1] if span.of(text).split() else ""
    return any(reading.has("loct") for reading in parses(last, language)[:3])
