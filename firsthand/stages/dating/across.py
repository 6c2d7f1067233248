"""What reports tell of each other's dates: a happening that both tell, news that both lead with."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from firsthand.lang import table
from firsthand.lang.outlets import find_outlet
from firsthand.records import Analysis, Link, Span
from firsthand.stages.claims.words import best_reading
from firsthand.stages.dating.bounds import Bounds, bounds_of
from firsthand.stages.dating.own import is_open, quote, sentence_of, tense_of
from firsthand.stages.dating.relations import DAYS, FUZZ, Told, in_order, placed, variable
from firsthand.stages.dating.solve import Apart, Constraint, Lies, OneOf
from firsthand.stages.happenings import (
    ENOUGH,
    PLACE,
    UNTIMED,
    Happening,
    HappeningsOf,
    alike,
    drafts_of,
    happenings,
    heads_meet,
    verb_tense,
    worth,
)
from firsthand.stages.times.meaning import Draft

CLAIMED = 0.72  # score of a claim link for two sayings to be one
LASTING_DAYS, POINT_DAYS = 5, 1  # by how much two reports may differ on the day of a happening
NEWS_DAYS = 7  # reports that lead with the same news are not farther apart
NOW_DAYS = 3  # between what goes on and the report that tells it
PERIOD = re.compile(r"P(\d{1,3})([DWMY])")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
NEWS_SENTENCES = 2
OLD = re.compile(r"XXXX-(?:XX$|WXX$|\d\d)|\d{4}$|\d{4}-\d\d$")  # last month, last week: no news of today
FRESH_DAYS = 4  # what a lead tells without a time is not older
MOST_OF_LEAD = 25  # happenings
MOST_CANDIDATES = 60  # reports that one undated report is held against
MOST_MATCHES = 12  # of one happening


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings of one happening and why they are taken for one."""

    ours: Happening
    theirs: Happening
    weight: float
    why: str
    tier: int


@dataclass
class Known:
    """One report with what dating needs of it, found when asked for."""

    analysis: Analysis
    entities: Sequence[str]
    bounds: Bounds | None
    told: HappeningsOf | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The report's id."""
        return self.analysis.report.id

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What it tells as having happened."""
        return self.told(self.id) if self.told else happenings(self.analysis, self.entities)

    @cached_property
    def by_name(self) -> Mapping[str, list[Happening]]:
        """Its happenings by the telling names beside them."""
        found: dict[str, list[Happening]] = defaultdict(list)
        for happening in self.happenings:
            for entity in {name.entity for name in happening.names if name.worth > PLACE}:
                found[entity].append(happening)
        return dict(found)

    @cached_property
    def lengths(self) -> Mapping[str, tuple[tuple[int, int], Span]]:
        """The happenings since which it tells how long it is, with days, fuzz and the words."""
        found = ((h.id, length_before(h, self.analysis)) for h in self.happenings)
        return {id_: length for id_, length in found if length is not None}

    @cached_property
    def drafts(self) -> Mapping[int, Draft]:
        """Its times as read."""
        return drafts_of(self.analysis)

    @cached_property
    def telling(self) -> dict[str, float]:
        """The entities it names that tell what it is about."""
        return {entity: worth(entity) for entity in self.entities if worth(entity) >= 0.6}


class Across:
    """All reports, held against each other for the dates of some: links between others are not looked at."""

    def __init__(self, reports: Sequence[Known], links: Iterable[Link], undated: Iterable[str]) -> None:
        self.reports = {known.id: known for known in reports}
        self.undated = frozenset(undated)
        self.reused: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
        self.claimed: dict[tuple[str, int, str, int], float] = {}
        self.linked: dict[str, set[str]] = defaultdict(set)
        self.by_pair: dict[tuple[str, str], list[tuple[tuple[str, int, str, int], float]]] = defaultdict(list)
        for link in links:
            if link.left_report in self.undated or link.right_report in self.undated:
                self._note(link)
        self.naming: dict[str, list[str]] = defaultdict(list)
        for known in reports:
            for entity in sorted(known.telling):
                self.naming[entity].append(known.id)

    def _note(self, link: Link) -> None:
        if link.left_report not in self.reports or link.right_report not in self.reports:
            return
        self.linked[link.left_report].add(link.right_report)
        self.linked[link.right_report].add(link.left_report)
        if link.kind == "reuse" and "left" in link.data and "right" in link.data:
            left, right = Span(*link.data["left"]), Span(*link.data["right"])
            self.reused[link.left_report, link.right_report].append((left, right))
            self.reused[link.right_report, link.left_report].append((right, left))
        if link.kind == "claim":
            ours, theirs = (link.left_report, link.left_item), (link.right_report, link.right_item)
            self.claimed[*ours, *theirs] = self.claimed[*theirs, *ours] = link.score
            self.by_pair[ours[0], theirs[0]].append(((*ours, *theirs), link.score))
            self.by_pair[theirs[0], ours[0]].append(((*theirs, *ours), link.score))

    def constraints(self) -> Iterator[Constraint]:
        """All constraints that happenings and news in common give."""
        seen: set[tuple[str, str]] = set()
        matches: dict[str, list[Match]] = defaultdict(list)
        for id_ in sorted(self.undated):
            for other in self.candidates(id_):
                pair = (min(id_, other), max(id_, other))
                if pair in seen:
                    continue
                seen.add(pair)
                yield from self.same_news(id_, other)
                yield from self.recalls(id_, other)
                yield from self.recalls(other, id_)
                for match in self.matches(self.reports[id_], self.reports[other]):
                    matches[match.ours.id].append(match)
        yield from self.of_matches(matches)

    def candidates(self, id_: str) -> list[str]:
        """The reports linked with one, and those that name enough of what it names, the likest first."""
        shared: Counter[str] = Counter()
        for entity, weight in sorted(self.reports[id_].telling.items()):
            for other in self.naming[entity]:
                shared[other] += weight  # type: ignore[assignment]
        found = {other for other, weight in shared.items() if weight >= ENOUGH} | self.linked[id_]
        found.discard(id_)
        return sorted(found, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]

    # --- news ---------------------------------------------------------------------------------------

    def same_news(self, left: str, right: str) -> Iterator[Constraint]:
        """Two reports whose leads share a passage."""
        for ours, theirs in sorted(self.reused[left, right]):
            if self._is_lead(left, ours) and self._is_lead(right, theirs):
                text = self.reports[left].analysis.report.text
                reason = f"it leads with the same news as {self.name(right)}: {quote(text, ours)}"
                yield Apart(5, variable(right), variable(left), -NEWS_DAYS, NEWS_DAYS, reason, left)
                return
        for (_, our, _, their), score in sorted(self.by_pair[left, right]):
            leads = self._leads_with(left, our) and self._leads_with(right, their)
            if leads and score >= CLAIMED and self._tell_alike(self.reports[left], self.reports[right]):
                cue = self.reports[left].analysis.attributions[our].cue
                reason = f"it leads with the same news as {self.name(right)}: {self.quoted(left, cue)}"
                yield Apart(6, variable(right), variable(left), -NEWS_DAYS, NEWS_DAYS, reason, left)
                return

    def quoted(self, report: str, span: Span) -> str:
        """The sentence around a span, in quotation marks."""
        analysis = self.reports[report].analysis
        return quote(analysis.report.text, span, sentence_of(analysis, span))

    def _leads_with(self, report: str, number: int) -> bool:
        return self._is_lead(report, self.reports[report].analysis.attributions[number].cue)

    def _tell_alike(self, left: Known, right: Known) -> bool:
        """Whether two reports tell a happening in common among their first."""
        ours = [h for h in left.happenings[:MOST_OF_LEAD] if not h.saying]
        theirs = [h for h in right.happenings[:MOST_OF_LEAD] if not h.saying]
        return any(a.head & b.head and alike(a, b) for a in ours for b in theirs)

    def _is_lead(self, report: str, span: Span) -> bool:
        """Whether a passage stands in the first sentences and tells of today or no time at all."""
        analysis = self.reports[report].analysis
        first = [s.span for s in analysis.sentences[:NEWS_SENTENCES] if s.span.overlaps(span)]
        old = (t for t in analysis.times if any(s.contains(t.span) for s in first) and OLD.match(t.value))
        return bool(first) and not any(old)

    def name(self, report: str) -> str:
        """How a reason names a report: its outlet or id, and its date where that is known."""
        known = self.reports[report]
        called = f"{known.analysis.report.outlet or 'report'} {known.id}"
        return f"{called} ({known.analysis.published.value or 'undated'})"

    def recalls(self, left: str, right: str) -> Iterator[Constraint]:
        """ "As X reported": the report is later than the one in which X reported it."""
        for (_, our, _, their), score in sorted(self.by_pair[left, right]):
            outlet = self.recalled_outlet(left, our) if score >= CLAIMED else None
            if outlet and outlet == self.publisher(right) and self.recalled_outlet(right, their) is None:
                cue = self.reports[left].analysis.attributions[our].cue
                reason = f"it recalls what {self.name(right)} told: {self.quoted(left, cue)}"
                yield Apart(3, variable(right), variable(left), 0, None, reason, left)
                return

    def recalled_outlet(self, report: str, number: int) -> str | None:
        """The outlet that an attribution says has reported before; None for other attributions."""
        analysis = self.reports[report].analysis
        found = analysis.attributions[number]
        outlet = find_outlet(found.speaker) if found.speaker else None
        words = found.cue.of(analysis.report.text).split()
        past = any(verb_tense(word, analysis.report.language) == -1 for word in words)
        return outlet.id if outlet and past else None

    def publisher(self, report: str) -> str | None:
        """The outlet that published a report, as stated or as its own chain ends."""
        analysis = self.reports[report].analysis
        ends = [chain.hops[-1] for chain in analysis.chains if chain.scope == "report"]
        named = (find_outlet(name) for name in [analysis.report.outlet or "", *ends] if name)
        return next((outlet.id for outlet in named if outlet), None)

    # --- happenings ---------------------------------------------------------------------------------

    def matches(self, left: Known, right: Known) -> Iterator[Match]:
        """The happenings that both tell, each with the one it is likest."""
        for ours in left.happenings:
            found = (self.match(ours, theirs) for theirs in self.near(ours, right))
            best = max((m for m in found if m), key=lambda m: (-m.tier, m.weight, m.theirs.id), default=None)
            if best is not None:
                yield best

    def near(self, ours: Happening, right: Known) -> list[Happening]:
        """The happenings of another report that may be one: with a telling name, a passage or a claim in common."""
        found = {h.id: h for name in ours.names if name.worth > PLACE for h in right.by_name.get(name.entity, ())}
        for a, b in self.reused.get((ours.report, right.id), ()):
            if a.start <= ours.place < a.stop:
                found |= {h.id: h for h in right.happenings if b.start <= h.place < b.stop}
        if ours.told is not None:
            told = {
                their for (_, our, _, their), _ in self.by_pair.get((ours.report, right.id), ()) if our == ours.told
            }
            found |= {h.id: h for h in right.happenings if h.told in told}
        return [found[id_] for id_ in sorted(found)]

    def match(self, ours: Happening, theirs: Happening) -> Match | None:
        """Why two tellings are one, if they are."""
        if not heads_meet(ours.head, theirs.head):
            return None
        timed = ours.times or ours.id in self.reports[ours.report].lengths
        if not (timed or theirs.times) or ours.tense * theirs.tense < 0:
            return None
        if self._copied(ours, theirs):
            return Match(ours, theirs, 9.0, "in a passage that both share", 2)
        if ours.saying or theirs.saying:
            return self._said(ours, theirs)
        weight = alike(ours, theirs)
        both = timed and theirs.times
        if weight >= (ENOUGH if both else UNTIMED):
            return Match(ours, theirs, weight, "the same happening", 3 if both else 4)
        return None

    def _copied(self, ours: Happening, theirs: Happening) -> bool:
        pairs = self.reused.get((ours.report, theirs.report), ())
        return any(
            a.start <= ours.place < a.stop and b.start <= theirs.place < b.stop and ours.head & theirs.head
            for a, b in pairs
        )

    def _said(self, ours: Happening, theirs: Happening) -> Match | None:
        if ours.told is None or theirs.told is None:
            return None
        score = self.claimed.get((ours.report, ours.told, theirs.report, theirs.told), 0.0)
        speakers = self.reports[ours.report].analysis.attributions[ours.told].speaker, ours
        if score < CLAIMED or speakers[0] is None or not self._same_speaker(ours, theirs):
            return None
        return Match(ours, theirs, score, "the same words of the same speaker", 3)

    def _same_speaker(self, ours: Happening, theirs: Happening) -> bool:
        return bool(self._speakers(ours) & self._speakers(theirs))

    def _speakers(self, happening: Happening) -> set[str]:
        """The entities in the source of a saying, or of the mentions that bear the speaker's name."""
        known = self.reports[happening.report]
        found = known.analysis.attributions[happening.told or 0]
        named = zip(known.analysis.mentions, known.entities, strict=False)
        return {
            entity
            for mention, entity in named
            if mention.name == found.speaker or (found.source and found.source.contains(mention.span))
        }

    # --- constraints of matches ----------------------------------------------------------------------

    def of_matches(self, matches: Mapping[str, Sequence[Match]]) -> Iterator[Constraint]:
        """The days of all happenings that matched, and which are one."""
        used: dict[str, Happening] = {}
        for found in matches.values():
            for match in found:
                used.setdefault(match.ours.id, match.ours)
                used.setdefault(match.theirs.id, match.theirs)
        for id_ in sorted(used):
            yield from self.placed(used[id_])
            yield from self.after(used[id_])
        for id_ in sorted(matches):
            yield from self.joined(sorted(matches[id_], key=lambda m: (m.tier, -m.weight, m.theirs.id))[:MOST_MATCHES])

    def placed(self, happening: Happening) -> Iterator[Constraint]:
        """How the day of a happening lies to the day of its report."""
        known = self.reports[happening.report]
        text = known.analysis.report.text
        told = Told(event(happening), known.id, happening.tense, self.telling(happening), 2)
        timed = False
        for number in happening.times:
            draft, time = known.drafts.get(number), known.analysis.times[number]
            if draft is None or "/" in time.value or is_open(time.span, known.analysis):
                continue
            timed = True
            mine = replace(told, tense=tense_of(draft, known.analysis, happening) or told.tense)
            bounds = bounds_of(time.value) if known.id not in self.undated else None
            if bounds is not None:
                reason = f"{self.name(known.id)} dates it {time.value}: {quote(text, time.span, happening.clause)}"
                yield Lies(2, told.event, (bounds,), reason, known.id)
            else:
                yield from placed(mine, draft)
            yield from in_order(mine)
        if not timed:
            yield from in_order(told)
            if happening.lead and happening.tense < 0 and not happening.times:
                reason = f"{self.name(known.id)} leads with it: {quote(text, happening.clause)}"
                yield Apart(4, told.event, told.published, None, FRESH_DAYS, reason, known.id)

    def after(self, happening: Happening) -> Iterator[Constraint]:
        """ "The visit takes place a month after the trip": how far the report is from the trip."""
        known = self.reports[happening.report]
        found = known.lengths.get(happening.id) if happening.report in self.undated else None
        if found is None:
            return
        (days, fuzz), span = found
        reason = f"{self.name(known.id)}: {quote(known.analysis.report.text, span, happening.span)}"
        high = days + fuzz + NOW_DAYS
        yield Apart(2, event(happening), variable(known.id), days - fuzz, high, reason, known.id)

    def telling(self, happening: Happening) -> str:
        """The words of a happening, as a reason gives them."""
        known = self.reports[happening.report]
        tells = "tells" if happening.tense <= 0 else "announces"
        return f"{self.name(known.id)} {tells}: {quote(known.analysis.report.text, happening.clause)}"

    def joined(self, found: Sequence[Match]) -> Iterator[Constraint]:
        """One happening in several reports; one of several where those that may be it lie on other days."""
        ours = found[0].ours
        slack = max(self.slack(match) for match in found)
        reason = f"{self.telling(ours)} - {found[0].why} as in: {self.telling(found[0].theirs)}"
        days = [days for match in found if (days := self.day(match.theirs))]
        apart = days and max(d.first for d in days) - min(d.last for d in days) > 2 * slack
        if apart:
            others = tuple(sorted(event(m.theirs) for m in found if self.day(m.theirs)))
            yield OneOf(max(m.tier for m in found), event(ours), others, slack, reason, ours.report)
            return
        for match in found:
            reason = f"{self.telling(ours)} - {match.why} as in: {self.telling(match.theirs)}"
            yield Apart(match.tier, event(match.theirs), event(ours), -slack, slack, reason, ours.report)

    def slack(self, match: Match) -> int:
        """By how many days two tellings may differ."""
        lasting = match.ours.lasting or match.theirs.lasting or not match.ours.head & match.theirs.head
        return LASTING_DAYS if lasting else POINT_DAYS

    def day(self, happening: Happening) -> Bounds | None:
        """The day of a happening where its report dates it."""
        known = self.reports[happening.report]
        values = (v for n in happening.times if "/" not in (v := known.analysis.times[n].value))
        return next((bounds for value in values if (bounds := bounds_of(value))), None)


def length_before(happening: Happening, analysis: Analysis) -> tuple[tuple[int, int], Span] | None:
    """Days and fuzz of "a month after", where it stands right before and the clause tells what goes on now."""
    language, text = analysis.report.language, analysis.report.text
    words = table("datable")["after"]["words"][language]
    for time in analysis.times:
        between = text[time.span.stop : happening.place].lower().split() if time.span.stop < happening.place else []
        if 1 <= len(between) <= 3 and between[0] in words and happening.span.contains(time.span):
            length = PERIOD.fullmatch(time.value)
            if length and (happening.lead or goes_on(analysis, happening.span, language)):
                days, fuzz = DAYS[UNITS[length[2]]] * int(length[1]), FUZZ[UNITS[length[2]]]
                return (days, fuzz), Span(time.span.start, happening.clause.stop)
    return None


def goes_on(analysis: Analysis, span: Span, language: str) -> bool:
    """Whether the first verb of a sentence stands in the present."""
    sentence = next((s for s in analysis.sentences if s.span == span), None)
    tokens = [t.text for t in sentence.tokens if t.kind == "word"] if sentence else []
    readings = (best_reading(word, language) for word in tokens)
    first = next((r for r in readings if r is not None and r.pos == "VERB"), None)
    return first is not None and first.has("pres")


def event(happening: Happening) -> str:
    """The variable that stands for the day of a happening."""
    return f"event:{happening.id}"
