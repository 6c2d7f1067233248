"""What is found in the bundled sample beside what a careful reader finds there, with floors that never drop silently.

The facts (firsthand/sample/expected.json) were written by hand; the share of each kind that holds is printed with what
fails (``pytest tests/test_golden.py -s``). A floor is raised when the share has grown for good.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from firsthand.answer.dates import reach
from firsthand.answer.lookup import Lookup
from firsthand.records import Analysis, Attribution, Said, Span

EXPECTED: dict[str, Any] = json.loads(resources.files("firsthand.sample").joinpath("expected.json").read_text("utf-8"))
REPORTS: dict[str, dict[str, Any]] = EXPECTED["reports"]

# The share of the facts of a kind that has to hold.
FLOORS = {
    "published": 1.0,
    "junk": 1.0,
    "attributions": 0.93,
    "acts": 0.95,
    "forms": 0.95,
    "speakers": 0.9,
    "chains": 0.68,
    "quantities": 0.9,
    "times": 0.9,
    "entities that are one": 0.85,
    "entities that are two": 1.0,
    "pairs of one claim": 0.95,
    "pairs of two claims": 1.0,
    "origins": 0.83,
    "contested": 0.85,
    "contradictions": 0.8,
    "no contradictions": 1.0,
    "repeated": 0.85,
    "new": 0.9,
    "dated": 1.0,
    "stories": 0.95,
}

Fact = tuple[str, bool]


class Sample:
    """The sample as it was read, found by the numbers of the expected answer."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        by_file = {Path(a.report.path).name: a for a in lookup.answer.analyses}
        self.analyses: dict[str, Analysis] = {number: by_file[r["file"]] for number, r in REPORTS.items()}
        self.numbers = {a.report.id: number for number, a in self.analyses.items()}

    def attribution(self, number: str, cue: str, content: str) -> tuple[int, Attribution] | None:
        """The attribution with that cue whose content holds the first words of the expected one."""
        analysis = self.analyses[number]
        text = analysis.report.text
        wanted = located(text, content)
        for at, found in enumerate(analysis.attributions):
            same_cue = set(words(cue)) & set(words(found.cue.of(text)))
            if same_cue and any(covered(wanted, span) >= 0.5 for span in found.content):
                return at, found
        return None

    def said(self, reference: list[str]) -> Said | None:
        found = self.attribution(*reference)
        if found is None:
            return None
        return self.lookup.said[f"{self.analyses[reference[0]].report.id}:{found[0]}"]

    def claim(self, reference: list[str]) -> str | None:
        said = self.said(reference)
        claim = self.lookup.claim_of.get(said.id) if said else None
        return claim.id if claim else None


def words(text: str | None) -> list[str]:
    return re.findall(r"[\w'’-]+", (text or "").lower())


def located(text: str, piece: str, n: int = 1) -> Span:
    at = -1
    for _ in range(n):
        at = text.index(piece, at + 1)
    return Span(at, at + len(piece))


def covered(wanted: Span, by: Span) -> float:
    """The share of the shorter of two spans that both cover."""
    shared = min(wanted.stop, by.stop) - max(wanted.start, by.start)
    return max(0, shared) / max(1, min(wanted.stop - wanted.start, by.stop - by.start))


# --- each report by itself ----------------------------------------------------------------------------


def published(sample: Sample) -> Iterator[Fact]:
    for number, report in REPORTS.items():
        if report["published"]:
            dating = sample.lookup.dating(sample.analyses[number].report.id)
            yield f"{number}: {report['published']}, not {dating.value}", dating.value == report["published"]


def junk(sample: Sample) -> Iterator[Fact]:
    for number, report in REPORTS.items():
        analysis = sample.analyses[number]
        for item in report["junk"]:
            wanted = located(analysis.report.text, item["text"], item.get("n", 1))
            kinds = [r.kind for r in analysis.regions if covered(wanted, r.span) > 0.8]
            yield f"{number}: {item['kind']} {item['text'][:50]!r} is {kinds}", item["kind"] in kinds


def attributions(sample: Sample) -> Iterator[Fact]:
    for number, expected, found in expected_attributions(sample):
        yield f"{number}: [{expected['cue']}] {expected['content'][:50]!r}", found is not None


def expected_attributions(sample: Sample) -> Iterator[tuple[str, dict[str, Any], Attribution | None]]:
    for number, report in REPORTS.items():
        for expected in report["attributions"]:
            found = sample.attribution(number, expected["cue"], expected["content"])
            yield number, expected, found[1] if found else None


def facet(name: str) -> Callable[[Sample], Iterator[Fact]]:
    """Whether the attributions that are found have the expected act, form or speaker."""

    def facts(sample: Sample) -> Iterator[Fact]:
        for number, expected, found in expected_attributions(sample):
            if found is not None and expected.get(name):
                got = getattr(found, name)
                yield f"{number}: [{expected['cue']}] {expected[name]}, not {got}", words(got) == words(expected[name])

    return facts


def chains(sample: Sample) -> Iterator[Fact]:
    for number, report in REPORTS.items():
        found = {(chain.scope, tuple(map(str.lower, chain.hops))) for chain in sample.analyses[number].chains}
        for expected in report["chains"]:
            ways = [expected["hops"], *expected.get("or", [])]
            holds = any((expected["scope"], tuple(map(str.lower, hops))) in found for hops in ways)
            yield f"{number}: {expected['scope']} {' > '.join(expected['hops'])}, not {sorted(found)}", holds


def quantities(sample: Sample) -> Iterator[Fact]:
    for number, report in REPORTS.items():
        analysis = sample.analyses[number]
        for expected in report["quantities"]:
            wanted = located(analysis.report.text, expected["text"])
            found = [q for q in analysis.quantities if q.span.overlaps(wanted)]
            holds = any((q.low, q.high, q.unit) == (expected["low"], expected["high"], expected["unit"]) for q in found)
            yield f"{number}: {expected['text']!r}, not {[(q.low, q.high, q.unit) for q in found]}", holds


def times(sample: Sample) -> Iterator[Fact]:
    for number, report in REPORTS.items():
        analysis = sample.analyses[number]
        for expected in report["times"]:
            wanted = located(analysis.report.text, expected["text"])
            found = [time.value for time in analysis.times if time.span.overlaps(wanted)]
            yield f"{number}: {expected['text']!r} is {expected['value']}, not {found}", expected["value"] in found


# --- across the reports -------------------------------------------------------------------------------


def entities_one(sample: Sample) -> Iterator[Fact]:
    for expected in EXPECTED["entities_one"]:
        names = [expected[code] for code in ("uk", "ru", "en") if expected[code]]
        for left, right in combinations(names, 2):
            same = entities_named(sample, left) & entities_named(sample, right)
            yield f"{left} = {right}", bool(same)


def entities_named(sample: Sample, name: str) -> set[str]:
    bare = words(name)
    return {e.id for e in sample.lookup.answer.entities if any(words(known) == bare for _, known in e.names)}


def entities_two(sample: Sample) -> Iterator[Fact]:
    for left, right in EXPECTED["entities_two"]:
        yield f"{left} is not {right}", not entities_named(sample, left) & entities_named(sample, right)


def claim_pairs(sample: Sample) -> Iterator[Fact]:
    for claim in EXPECTED["claims"]:
        for left, right in combinations(claim["members"], 2):
            one, other = sample.claim(left), sample.claim(right)
            yield (
                f"{claim['what'][:40]}: {left[0]} [{left[1]}] = {right[0]} [{right[1]}]",
                one is not None and one == other,
            )


def claims_apart(sample: Sample) -> Iterator[Fact]:
    for left, right in EXPECTED["claims_apart"]:
        one, other = sample.claim(left), sample.claim(right)
        if one and other:
            yield f"{left} is not {right}", one != other


def origins(sample: Sample) -> Iterator[Fact]:
    for claim, ids in expected_claims(sample):
        got = [sample.lookup.claims[id_].origins for id_ in ids]
        wanted = claim["origins"]["low"], claim["origins"]["high"]
        holds = len(got) == 1 and (got[0].low, got[0].high) == wanted
        yield f"{claim['what'][:60]}: {wanted}, not {[(o.low, o.high, o.names) for o in got]}", holds


def contested(sample: Sample) -> Iterator[Fact]:
    for claim, ids in expected_claims(sample):
        if claim["contested"] is not None:
            got = any(sample.lookup.claims[id_].contested for id_ in ids)
            yield f"{claim['what'][:60]}: {claim['contested']}, not {got}", got == claim["contested"]


def expected_claims(sample: Sample) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each expected claim with the claims that its members were put into."""
    for claim in EXPECTED["claims"]:
        found = [sample.claim(member) for member in claim["members"]]
        yield claim, sorted({id_ for id_ in found if id_})


def contradictions(sample: Sample) -> Iterator[Fact]:
    for expected in EXPECTED["contradictions"]:
        kinds = kinds_between(sample, expected)
        yield f"{expected['why']} {expected['kind']}, not {sorted(kinds)}", bool(kinds & set(expected["kind"]))


def no_contradictions(sample: Sample) -> Iterator[Fact]:
    for expected in EXPECTED["no_contradictions"]:
        yield f"{expected['why']} no {sorted(kinds_between(sample, expected))}", not kinds_between(sample, expected)


def kinds_between(sample: Sample, pair: dict[str, Any]) -> set[str]:
    """The kinds of contradiction between the two, in whichever report the same speakers say the same."""
    sides = [sample.said(pair["left"]), sample.said(pair["right"])]
    alike = [same_words(sample, said) if said else set() for said in sides]
    return {
        found.kind
        for found in sample.lookup.answer.contradictions
        if (found.left in alike[0] and found.right in alike[1]) or (found.left in alike[1] and found.right in alike[0])
    }


def same_words(sample: Sample, said: Said) -> set[str]:
    claim = sample.lookup.claim_of.get(said.id)
    others = (sample.lookup.said[id_] for id_ in claim.said) if claim else ()
    return {said.id} | {other.id for other in others if other.speaker and other.speaker == said.speaker}


def repeated(sample: Sample) -> Iterator[Fact]:
    for expected in EXPECTED["repeated"]:
        label, earlier = label_of(sample, expected["report"], expected["sentence"])
        holds = label == "repeated" and earlier in expected["from"]
        yield (
            f"{expected['report']}: {expected['sentence'][:40]!r} from {expected['from']}, not {label} {earlier}",
            holds,
        )


def new(sample: Sample) -> Iterator[Fact]:
    for number, sentence in EXPECTED["new"]:
        label, earlier = label_of(sample, number, sentence)
        yield f"{number}: {sentence[:40]!r} is {label} {earlier}", label != "repeated"


def label_of(sample: Sample, number: str, sentence: str) -> tuple[str | None, str | None]:
    report = sample.analyses[number].report
    wanted = located(report.text, sentence)
    for found in sample.lookup.answer.novelty:
        if found.report == report.id and found.sentence.contains(Span(wanted.start, wanted.start + 1)):
            return found.label, sample.numbers.get(found.earlier or "")
    return None, None


def dated(sample: Sample) -> Iterator[Fact]:
    for expected in EXPECTED["dated"]:
        dating = sample.lookup.dating(sample.analyses[expected["report"]].report.id)
        got, within = reach(dating.value), reach(expected["within"])
        assert within is not None
        holds = got is not None and within.first <= got.first and got.last <= within.last
        yield f"{expected['report']}: within {expected['within']}, not {dating.value}", holds


def stories(sample: Sample) -> Iterator[Fact]:
    together = {pair for story in EXPECTED["stories"] for pair in combinations(sorted(story["reports"]), 2)}
    for pair in combinations(sorted(REPORTS), 2):
        one, other = (sample.lookup.story_of.get(sample.analyses[number].report.id) for number in pair)
        yield f"{pair}: together {pair in together}", (one is not None and one is other) == (pair in together)


KINDS: dict[str, Callable[[Sample], Iterator[Fact]]] = {
    "published": published,
    "junk": junk,
    "attributions": attributions,
    "acts": facet("act"),
    "forms": facet("form"),
    "speakers": facet("speaker"),
    "chains": chains,
    "quantities": quantities,
    "times": times,
    "entities that are one": entities_one,
    "entities that are two": entities_two,
    "pairs of one claim": claim_pairs,
    "pairs of two claims": claims_apart,
    "origins": origins,
    "contested": contested,
    "contradictions": contradictions,
    "no contradictions": no_contradictions,
    "repeated": repeated,
    "new": new,
    "dated": dated,
    "stories": stories,
}


@pytest.fixture(scope="module")
def sample(sample_lookup: Lookup) -> Sample:
    return Sample(sample_lookup)


@pytest.mark.parametrize("kind", KINDS)
def test_as_much_holds_as_did(sample: Sample, kind: str) -> None:
    facts = list(KINDS[kind](sample))
    failing = [what for what, holds in facts if not holds]
    share = 1 - len(failing) / len(facts)
    print(f"\n{kind}: {len(facts) - len(failing)} of {len(facts)} ({share:.2f}; floor {FLOORS[kind]})")
    print("".join(f"  fails: {what}\n" for what in failing))
    assert share >= FLOORS[kind], failing
