"""Stories: reports about one running matter, in whatever language, whatever the order of reading.

Two reports are held against each other by what each names and tells of, by passages and claims that they share, and by
their dates; nothing depends on how many others name the same, so a pair's likeness never changes when more is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, islice
from math import fsum, sqrt

from firsthand.answer.dates import reach
from firsthand.lang.outlets import find_outlet
from firsthand.records import Analysis, Dating, Judgement, Link, Span, Story
from firsthand.stages.happenings import MOST_TOKENS, words_of

SUBJECT = "story"
KIND = "story"
# What sharing a name tells, by what the name stands for: a country is in every report of it, a vessel in one matter.
TELLING = {"country": 0.25, "city": 0.5, "place": 0.4, "org": 0.7, "outlet": 0.0}
TELLING_TYPE = {"PER": 1.0, "ORG": 0.9, "PRO": 1.2, "EVT": 1.2, "LOC": 0.7}
LEAD_SENTENCES = 3
LEAD_NAME, REPEATED_NAME, OTHER_NAME = 1.0, 0.7, 0.35  # worth of a name by its place in the report
MOST_NAMES = 24  # of a report, the weightiest
MOST_TERMS = 40
KEY_NAMES = 7  # the weightiest, by pairs of which reports meet
CROWD = 40  # reports next in time under one pair of names that each is held against
SAME = 0.38  # of likeness; see eval/stories.py
REUSED, CLAIMED = 0.25, 0.12  # what shared passages and claims add, at most
FAR_DAYS, FAR_LOSS = 730, 0.1
LINKED = 0.2  # share of the pairs between two groups of reports that have to be alike
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Matter:
    """What a report is about: weight of each entity and of each word of its title and lead."""

    report: str
    names: Mapping[str, float]
    terms: Mapping[str, float]
    when: tuple[int, int] | None = None


def group(
    analyses: Iterable[Analysis],
    links: Iterable[Link],
    entities: Mapping[str, Sequence[str]],
    datings: Mapping[str, Dating],
    judgements: Iterable[Judgement] = (),
    leads: Callable[[str], Sequence[str]] | None = None,
) -> tuple[Story, ...]:
    """Every report in one story; ``links`` are those of reuse and claims, ``entities`` the ids of mentions by report.

    ``leads`` finds what ``words_of_lead`` gives for a report, by its id (read here if left out). A judgement of two
    reports by a person (subject ``story``) stands against any likeness.
    """
    known = {analysis.report.id: analysis for analysis in analyses}
    words = leads or (lambda id_: words_of_lead(known[id_]))
    matters = [matter(known[id_], entities.get(id_, ()), datings.get(id_), words(id_)) for id_ in sorted(known)]
    alike = likenesses(matters, links)
    groups = grouped(sorted(known), alike, tuple(judgements))
    return tuple(sorted((_story(ids, known, datings) for ids in groups), key=lambda s: s.reports))


# --- what a report is about ----------------------------------------------------------------------------


def matter(
    analysis: Analysis, entities: Sequence[str], dating: Dating | None = None, words: Iterable[str] | None = None
) -> Matter:
    """The telling names and words of one report; of its own text and the ids of its mentions alone."""
    weights: dict[str, float] = defaultdict(float)
    counts = Counter(entities)
    lead = _lead(analysis)
    for mention, entity in zip(analysis.mentions, entities, strict=False):
        worth = LEAD_NAME if mention.span.start < lead.stop else REPEATED_NAME if counts[entity] > 1 else OTHER_NAME
        weights[entity] = max(weights[entity], worth * telling(entity, mention.type, mention.name))
    names = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST_NAMES]
    terms = dict.fromkeys(words_of_lead(analysis) if words is None else words, 1.0)
    return Matter(analysis.report.id, {k: w for k, w in names if w > 0}, terms, _when(analysis, dating))


def telling(entity: str, type_: str, name: str) -> float:
    """What it tells about the matter that a report names an entity, 0 to 1.2."""
    kind = entity.partition(":")[0]
    if find_outlet(name) is not None:
        return 0.0
    return TELLING.get(kind, TELLING_TYPE.get(type_, 0.7))


def _lead(analysis: Analysis) -> Span:
    stop = max((s.span.stop for s in analysis.sentences[:LEAD_SENTENCES]), default=0)
    return Span(0, stop)


def words_of_lead(analysis: Analysis) -> tuple[str, ...]:
    """The words of the lead, by one key each."""
    names = [(m.span.start, m.span.stop) for m in analysis.mentions]
    found: dict[str, None] = {}
    for sentence in analysis.sentences[:LEAD_SENTENCES]:
        for word in words_of(sentence.tokens[:MOST_TOKENS], analysis.report.language, names):
            found[min(word.keys)] = None
    return tuple(islice(found, MOST_TERMS))


def _when(analysis: Analysis, dating: Dating | None) -> tuple[int, int] | None:
    bounds = reach(dating.value if dating else analysis.published.value)
    return (bounds.first.toordinal(), bounds.last.toordinal()) if bounds else None


# --- likeness ------------------------------------------------------------------------------------------


def likenesses(matters: Sequence[Matter], links: Iterable[Link]) -> dict[Pair, float]:
    """The likeness of the pairs that have any, each pair in order of its ids."""
    shared = _shared(links)
    by_id = {m.report: m for m in matters}
    pairs = set(candidates(matters)) | {pair for pair in shared if pair[0] in by_id and pair[1] in by_id}
    found = {pair: likeness(by_id[pair[0]], by_id[pair[1]], shared.get(pair, 0.0)) for pair in sorted(pairs)}
    return {pair: score for pair, score in found.items() if score >= SAME}


def candidates(matters: Sequence[Matter]) -> Iterator[Pair]:
    """Pairs of reports that share two telling names; under names that many share, those next in time."""
    under: dict[Pair, list[Matter]] = defaultdict(list)
    for one in sorted(matters, key=lambda m: (m.when or (0, 0), m.report)):
        for key in keys(one):
            under[key].append(one)
    for crowd in under.values():
        for at, left in enumerate(crowd):
            for right in crowd[at + 1 : at + 1 + CROWD]:
                yield _pair(left.report, right.report)


def keys(of: Matter) -> Iterator[Pair]:
    """The pairs of a report's weightiest names, for look-ups; what a new report can touch shares one of them."""
    weightiest = sorted(of.names.items(), key=lambda item: (-item[1], item[0]))[:KEY_NAMES]
    yield from combinations(sorted(name for name, _ in weightiest), 2)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def likeness(left: Matter, right: Matter, shared: float = 0.0) -> float:
    """How surely two reports are of one running matter, 0 to about 1.3."""
    names = _overlap(left.names, right.names)
    words = _overlap(left.terms, right.terms)
    return 0.65 * names + 0.35 * words + shared - FAR_LOSS * _far(left, right)


def _overlap(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Between the share of both and the share of the smaller, of the weights that two have in common."""
    # Exactly, for the order of a set differs from run to run, and so would the last digit of a sum.
    common = fsum(sqrt(left[key] * right[key]) for key in left.keys() & right.keys())
    ours, theirs = sum(left.values()), sum(right.values())
    if not ours or not theirs:
        return 0.0
    return 0.5 * min(1.0, common / min(ours, theirs)) + 0.5 * min(1.0, 2 * common / (ours + theirs))


def _far(left: Matter, right: Matter) -> bool:
    """Whether more than two years lie between two reports whose dates are known."""
    if left.when is None or right.when is None:
        return False
    return max(left.when[0] - right.when[1], right.when[0] - left.when[1]) > FAR_DAYS


def _shared(links: Iterable[Link]) -> dict[Pair, float]:
    """What the passages and claims that two reports share add to their likeness."""
    found: dict[Pair, Counter[str]] = defaultdict(Counter)
    for link in links:
        found[_pair(link.left_report, link.right_report)][link.kind] += 1
    return {
        pair: min(REUSED, 0.1 * kinds["reuse"]) + min(CLAIMED, 0.06 * kinds["claim"]) for pair, kinds in found.items()
    }


# --- groups --------------------------------------------------------------------------------------------


def grouped(
    ids: Sequence[str], alike: Mapping[Pair, float], judgements: Sequence[Judgement] = ()
) -> list[tuple[str, ...]]:
    """Groups of reports of which enough pairs are alike, the likest first; whatever the order of ``ids``."""
    same, different = judged(judgements)
    of = {id_: frozenset({id_}) for id_ in ids}
    neighbours = _neighbours(alike)

    def join(left: frozenset[str], right: frozenset[str]) -> None:
        whole = left | right
        of.update(dict.fromkeys(whole, whole))

    for left, right in sorted(same):
        if left in of and right in of:
            join(of[left], of[right])
    for left, right in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        a, b = of[left], of[right]
        if a is not b and not _apart(a, b, different) and _between(a, b, neighbours) >= LINKED:
            join(a, b)
    return sorted({tuple(sorted(members)) for members in of.values()})


def _neighbours(alike: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in alike:
        found[left].add(right)
        found[right].add(left)
    return found


def _between(left: frozenset[str], right: frozenset[str], neighbours: Mapping[str, set[str]]) -> float:
    smaller, larger = sorted((left, right), key=len)
    return sum(len(neighbours[id_] & larger) for id_ in smaller) / (len(left) * len(right))


def _apart(left: frozenset[str], right: frozenset[str], different: Iterable[Pair]) -> bool:
    return any((a in left and b in right) or (a in right and b in left) for a, b in different)


def judged(judgements: Iterable[Judgement]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of reports that were judged one story or two; the latest judgement of a pair holds."""
    latest: dict[Pair, str] = {}
    holding = (j for j in judgements if j.subject == SUBJECT and j.undone_at is None)
    for judgement in sorted(holding, key=lambda j: (j.at, j.id or 0, j.left, j.right)):
        latest[_pair(judgement.left, judgement.right)] = judgement.verdict
    return (
        {pair for pair, verdict in latest.items() if verdict == "same"},
        {pair for pair, verdict in latest.items() if verdict == "different"},
    )


# --- stories -------------------------------------------------------------------------------------------


def _story(ids: Sequence[str], known: Mapping[str, Analysis], datings: Mapping[str, Dating]) -> Story:
    ordered = sorted(ids, key=lambda id_: (_when(known[id_], datings.get(id_)) or (10**7, 10**7), id_))
    return Story(story_id(ordered[0]), title_of(known[ordered[0]]), tuple(ordered))


def story_id(first: str) -> str:
    """The id of a story, out of its earliest report, so that it outlives the reports that follow."""
    return "s" + blake2b(first.encode(), digest_size=7).hexdigest()


def title_of(analysis: Analysis) -> str:
    """A report's title, or its first sentence as it stands."""
    if analysis.report.title:
        return " ".join(analysis.report.title.split())
    first = analysis.sentences[0].span.of(analysis.report.text) if analysis.sentences else analysis.report.text[:120]
    return " ".join(first.split())
