"""What each sentence of a report brings against all earlier ones: new, update, repeated (from where) or background.

The first rule that applies decides, and says so: reuse of an earlier passage, a claim known from an earlier report,
words and dates of background; what is left is new.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.lang import table
from firsthand.records import Analysis, Dating, Link, Novelty, Quantity, Reuse, Said, Sentence, Span, TimeExpression

NEW, UPDATE, REPEATED, BACKGROUND = "new", "update", "repeated", "background"
COVERED = 0.5  # of a sentence, without its chain tags, that stands in an earlier report
TOLD = 0.5  # of a sentence that is the content of a statement already known
OPENING = 9  # words before a date that still opens its sentence
LEAD = 2  # sentences that are the report's news whatever they date from
DENY = "deny"
OLD_DAYS = 10  # days before publication from which a dated matter is background


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known across the reports, by report."""

    analyses: Mapping[str, Analysis]
    reuse: Mapping[str, tuple[Reuse, ...]]
    undirected: Mapping[str, tuple[tuple[Span, str], ...]]
    said: Mapping[str, tuple[Said, ...]]
    claims: Mapping[tuple[str, int], tuple[tuple[Said, bool], ...]]
    datings: Mapping[str, Dating]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its report, with what has been said of the sentences before it."""

    analysis: Analysis
    sentence: Sentence
    number: int
    heading: bool
    opened: bool


Rule = Callable[[Place, Known], Novelty | None]


def label(
    analyses: Iterable[Analysis],
    reuse: Iterable[Reuse],
    datings: Mapping[str, Dating],
    said: Iterable[Said],
    links: Iterable[Link],
) -> tuple[Novelty, ...]:
    """One label a sentence, in order of reports and places; ``links`` of kinds ``claim`` and ``reuse``."""
    analyses = tuple(analyses)
    known = gather(analyses, tuple(reuse), datings, tuple(said), tuple(links))
    return tuple(found for analysis in analyses for found in of_report(analysis, known))


def gather(
    analyses: tuple[Analysis, ...],
    reuse: tuple[Reuse, ...],
    datings: Mapping[str, Dating],
    said: tuple[Said, ...],
    links: tuple[Link, ...],
) -> Known:
    """The records by report, so that each sentence looks at few."""
    by_report: dict[str, list[Reuse]] = defaultdict(list)
    for one in reuse:
        by_report[one.report].append(one)
    statements: dict[str, list[Said]] = defaultdict(list)
    for statement in said:
        statements[statement.report].append(statement)
    numbered = {(s.report, s.number): s for s in said}
    return Known(
        {a.report.id: a for a in analyses},
        {report: tuple(found) for report, found in by_report.items()},
        undirected(links, {(r.report, r.source) for r in reuse}),
        {report: tuple(found) for report, found in statements.items()},
        same_claims(links, numbered),
        datings,
    )


def undirected(links: Sequence[Link], directed: set[tuple[str, str]]) -> dict[str, tuple[tuple[Span, str], ...]]:
    """Report -> passages that another has too, where nobody can tell which was first."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for link in links:
        pair = (link.left_report, link.right_report)
        if link.kind == "reuse" and pair not in directed and pair[::-1] not in directed:
            found[pair[0]].append((Span(*link.data["left"]), pair[1]))
            found[pair[1]].append((Span(*link.data["right"]), pair[0]))
    return {report: tuple(rows) for report, rows in found.items()}


def same_claims(
    links: Sequence[Link], said: Mapping[tuple[str, int], Said]
) -> dict[tuple[str, int], tuple[tuple[Said, bool], ...]]:
    """Statement -> statements of the same content elsewhere, and whether with the opposite stance."""
    found: dict[tuple[str, int], list[tuple[Said, bool]]] = defaultdict(list)
    for link in links:
        left, right = (link.left_report, link.left_item), (link.right_report, link.right_item)
        if link.kind == "claim" and left in said and right in said:
            found[left].append((said[right], bool(link.data.get("opposite"))))
            found[right].append((said[left], bool(link.data.get("opposite"))))
    return {key: tuple(rows) for key, rows in found.items()}


def of_report(analysis: Analysis, known: Known) -> tuple[Novelty, ...]:
    """The labels of one report's sentences."""
    found: list[Novelty] = []
    heading = opened = False
    end = 0
    for number, sentence in enumerate(analysis.sentences):
        text = analysis.report.text
        heading = heading or is_heading(text, sentence, end, analysis.report.language)
        opened = opens(sentence, text, analysis.report.language) or (
            opened and "\n" not in text[end : sentence.span.start]
        )
        found.append(of_sentence(Place(analysis, sentence, number, heading, opened), known))
        end = sentence.span.stop
    return tuple(found)


def of_sentence(place: Place, known: Known) -> Novelty:
    """The label by the first rule that applies."""
    for rule in RULES:
        found = rule(place, known)
        if found is not None:
            return found
    return made(place, NEW, None, also_in(place, known))


def made(place: Place, kind: str, earlier: str | None, reason: str) -> Novelty:
    """A label for the sentence."""
    return Novelty(place.analysis.report.id, place.sentence.span, kind, earlier, reason)


def also_in(place: Place, known: Known) -> str:
    """A reason for what stands in another report too, without anybody knowing where first."""
    span = place.sentence.span
    others = {
        other
        for passage, other in known.undirected.get(place.analysis.report.id, ())
        if share(span, passage) >= COVERED
    }
    return (
        f"stands in {', '.join(sorted(others))} too: which was first is not known" if others else "in no earlier report"
    )


# --- known from an earlier report ---------------------------------------------------------------------


def by_reuse(place: Place, known: Known) -> Novelty | None:
    """The sentence, or most of it, stands in an earlier report; with other numbers it is an update."""
    span = told_part(place)
    rows = [r for r in known.reuse.get(place.analysis.report.id, ()) if r.span.overlaps(span)]
    best = max(rows, key=lambda r: (share(span, r.span), r.similarity, r.source), default=None)
    if best is None or covered(span, [r.span for r in rows if r.source == best.source]) < COVERED:
        return None
    if changed_amounts(place, best, known):
        return made(place, UPDATE, best.source, "the same passage with another number")
    if other_stance(place, best, known):
        return made(place, UPDATE, best.source, "the same matter with another stance")
    return made(place, REPEATED, best.source, f"{best.how} passage, similarity {best.similarity:.2f}")


def told_part(place: Place) -> Span:
    """The sentence without a chain tag at its beginning or end (``Як повідомляв Укрінформ, ...``)."""
    start, stop = place.sentence.span.start, place.sentence.span.stop
    for chain in place.analysis.chains:
        tag = chain.evidence
        if start <= tag.start and tag.stop <= stop and chain.rule == "medium":
            if tag.start - start <= 4 and stop - tag.stop > 20:
                start = tag.stop
            elif stop - tag.stop <= 3 and tag.start - start > 20:
                stop = tag.start
    return Span(start, stop)


def share(span: Span, other: Span) -> float:
    """How much of a span another covers, 0 to 1."""
    return max(0, min(span.stop, other.stop) - max(span.start, other.start)) / max(1, span.stop - span.start)


def covered(span: Span, others: Sequence[Span]) -> float:
    """How much of a span several cover together."""
    total, reached = 0, span.start
    for other in sorted(others):
        start, stop = max(other.start, reached), min(other.stop, span.stop)
        if stop > start:
            total, reached = total + stop - start, stop
    return total / max(1, span.stop - span.start)


def changed_amounts(place: Place, reuse: Reuse, known: Known) -> bool:
    """Whether the passage and its source count the same things and come to other numbers."""
    source = known.analyses.get(reuse.source)
    if source is None:
        return False
    ours = amounts(place.analysis.quantities, place.sentence.span)
    theirs = amounts(source.quantities, reuse.source_span)
    if not ours or len(ours) != len(theirs):
        return False
    return any(are_apart(a, b) for a, b in zip(ours, theirs, strict=True))


Bounds = tuple[float, float]


def amounts(quantities: Sequence[Quantity], span: Span) -> list[Bounds]:
    """Bounds of the amounts inside a span, sorted."""
    return sorted(bounds(q) for q in quantities if span.contains(q.span))


def bounds(quantity: Quantity) -> Bounds:
    """Both bounds of an amount; an open one is 0 or infinite."""
    low = 0.0 if quantity.low is None else quantity.low
    return low, math.inf if quantity.high is None else quantity.high


def are_apart(left: Bounds, right: Bounds) -> bool:
    """Whether two amounts cannot be one: "several dozen" and "20 to 90" can, "90" and "more than 200" cannot."""
    return left[0] > right[1] or right[0] > left[1] or (left[0] != right[0] and math.inf in (left[1], right[1]))


def other_stance(place: Place, reuse: Reuse, known: Known) -> bool:
    """Whether one denies what the other asserts, as far as both say whose words the passage is."""
    source = known.analyses.get(reuse.source)
    span = Span(max(reuse.span.start, place.sentence.span.start), min(reuse.span.stop, place.sentence.span.stop))
    ours = acts(place.analysis, span)
    theirs = acts(source, reuse.source_span) if source else set()
    return bool(ours and theirs) and (DENY in ours) != (DENY in theirs)


def acts(analysis: Analysis, span: Span) -> set[str]:
    """The acts towards what stands in a span."""
    return {a.act for a in analysis.attributions if any(content.overlaps(span) for content in a.content)}


def by_claim(place: Place, known: Known) -> Novelty | None:
    """The sentence tells no more than a statement known from an earlier report; another stance makes an update."""
    for statement in known.said.get(place.analysis.report.id, ()):
        if covered(told_part(place), whole_statement(statement)) < TOLD:
            continue
        earlier = [
            (other, opposite)
            for other, opposite in known.claims.get((statement.report, statement.number), ())
            if is_before(other.report, statement.report, known.datings) and may_be_one(other, statement)
        ]
        if earlier:
            other, opposite = min(
                earlier, key=lambda pair: (pair[1], sort_date(pair[0].report, known.datings), pair[0].id)
            )
            if opposite:
                return made(place, UPDATE, other.report, f"another stance than in {other.id}")
            return made(place, REPEATED, other.report, f"the same claim as {other.id}")
    return None


def whole_statement(statement: Said) -> list[Span]:
    """All spans of a statement."""
    found = statement.attribution
    return [*found.content, found.cue, *([found.source] if found.source else [])]


def may_be_one(left: Said, right: Said) -> bool:
    """Whether two statements may be of one speaker: what another says is new."""
    return left.speaker == right.speaker or left.speaker is None or right.speaker is None


def is_before(report: str, other: str, datings: Mapping[str, Dating]) -> bool:
    """Whether a report is known to be the earlier one."""
    one, two = datings.get(report), datings.get(other)
    latest = one and (one.latest or one.value)
    earliest = two and (two.earliest or two.value)
    if not latest or not earliest or "X" in latest or "X" in earliest:
        return False
    return latest < earliest


def sort_date(report: str, datings: Mapping[str, Dating]) -> str:
    """A date to sort by."""
    dating = datings.get(report)
    return (dating and (dating.earliest or dating.value)) or "9999"


# --- background -----------------------------------------------------------------------------------------


def by_section(place: Place, known: Known) -> Novelty | None:
    """The sentence stands under a heading such as "Контекст"."""
    return made(place, BACKGROUND, None, "under a heading of background") if place.heading else None


def by_opener(place: Place, known: Known) -> Novelty | None:
    """The sentence begins with "Раніше", "Напомним", or goes on after one that does."""
    return made(place, BACKGROUND, None, "told as known before") if place.opened else None


def by_date(place: Place, known: Known) -> Novelty | None:
    """The sentence tells of a day well before publication; what is said of the past now is news."""
    published = published_day(place.analysis, known.datings)
    times = [t for t in place.analysis.times if place.sentence.span.contains(t.span)]
    values = [value for t in times if (value := dated(t, published)) and not in_content(t, place.analysis)]
    if place.number < LEAD or not published or not values or not places_in_time(place, times):
        return None
    if not all(is_old(value, published) for value in values):
        return None
    return made(place, BACKGROUND, None, f"dated {', '.join(values)}")


def published_day(analysis: Analysis, datings: Mapping[str, Dating]) -> str | None:
    """The first day on which the report may have been published."""
    dating = datings.get(analysis.report.id)
    value = (dating and (dating.earliest or dating.value)) or analysis.published.value
    value = value.split("/")[0] if value else None
    return value[:10] if value and "X" not in value[:7] else None


def dated(time: TimeExpression, published: str | None) -> str | None:
    """A date with a year; one without takes the last that was before publication. None for what is no date."""
    value = time.value.split("/")[-1]
    if value[:4].isdigit() or (value[:2].isdigit() and value[2:4] == "XX"):
        return value
    if published is None or value[:4] != "XXXX" or not value[5:7].isdigit():
        return None
    year = int(published[:4])
    return f"{year if value[4:] <= published[4:] else year - 1}{value[4:]}"


def places_in_time(place: Place, times: Sequence[TimeExpression]) -> bool:
    """Whether a date says when the sentence's own event was: near its beginning, or at its very end."""
    span, text = place.sentence.span, place.analysis.report.text
    for time in times:
        before, after = text[span.start : time.span.start], text[time.span.stop : span.stop]
        if "," not in before and len(before.split()) <= OPENING and not after.startswith(","):
            return True
        if not any(c.isalnum() for c in after) and "," not in before:
            return True
    return False


def in_content(time: TimeExpression, analysis: Analysis) -> bool:
    """Whether the date belongs to what somebody says."""
    return any(span.contains(time.span) for found in analysis.attributions for span in found.content)


def is_old(value: str, published: str) -> bool:
    """Whether a date of any precision ends ten days or more before the publication."""
    if not value[:4].isdigit():
        return value[:2] < published[:2]
    return day_number(value, last=True) + OLD_DAYS <= day_number(published, last=False)


def day_number(value: str, last: bool) -> int:
    """A rough day number of an ISO prefix: the first or last day that it may mean."""
    month = int(value[5:7]) if value[5:7].isdigit() else (12 if last else 1)
    day = int(value[8:10]) if value[8:10].isdigit() else (31 if last else 1)
    return int(value[:4]) * 372 + month * 31 + day


# --- how sentences begin ----------------------------------------------------------------------------------


def opens(sentence: Sentence, text: str, language: str) -> bool:
    """Whether a sentence begins with words of background."""
    words = " ".join(token.text.lower() for token in sentence.tokens[:6] if token.kind != "mark") + " "
    return any(words.startswith(opener + " ") for opener in openers(language))


def is_heading(text: str, sentence: Sentence, end: int, language: str) -> bool:
    """Whether a heading of background stands between the last sentence and this one, or is this one."""
    lines = [*text[end : sentence.span.start].split("\n"), sentence.span.of(text)]
    return any(line.strip(" :.\t").lower() in headings(language) for line in lines[-8:] if len(line) < 40)


@cache
def openers(language: str) -> tuple[str, ...]:
    """Beginnings of sentences of background."""
    return tuple(table("novelty")["openers"][language])


@cache
def headings(language: str) -> frozenset[str]:
    """Headings over background."""
    return frozenset(table("novelty")["headings"][language])


RULES: tuple[Rule, ...] = (by_reuse, by_claim, by_section, by_opener, by_date)
