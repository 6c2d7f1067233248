"""Claims, positions and contradictions against gold: ``python -m eval.claims [REPORTS] [--fast]``.

Three tables: the bundled sample, the five reports whose gold is ``gold/claims_reports.json`` (given as a folder, for
they are no part of the project), and pairs of sentences of our own. Pairs of statements are counted: precision,
recall, F1. A contradiction is right if its two claims are listed with its kind; those under ``contradictions`` have to
be found.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from firsthand.answer.collect import collect
from firsthand.ingest.run import read_reports
from firsthand.pipeline import analyse, analyse_fast
from firsthand.records import Analysis, Claim, Contradiction, Dating, Link, Origins, Report, Said, Span
from firsthand.stages.claims import Meaning, compare, find_claims, link, meanings
from firsthand.stages.claims.actors import sides
from firsthand.stages.contradictions import find
from firsthand.stages.entities import entity_ids, find_keys

GOLD = Path(__file__).parent / "gold"
SAMPLE = Path(__file__).parents[1] / "firsthand" / "sample"
Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What the stages make of some reports."""

    analyses: Mapping[str, Analysis]
    said: Mapping[str, Said]
    meanings: Mapping[str, Meaning]
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a comparison with gold."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.right}/{self.found}/{self.gold})"


def across(analyses: Sequence[Analysis]) -> Found:
    """Claims and contradictions of reports; dates as each report states its own."""
    ids = entity_ids(analyses)
    said = {s.id: s for s in collect(analyses, ids)}
    own = {s.report: [o for o in said.values() if o.report == s.report] for s in said.values()}
    found = {
        m.said: m
        for a in analyses
        for m in meanings(own.get(a.report.id, []), a, find_keys(a.report, a.mentions))
    }  # fmt: skip
    links = link(found.values())
    datings = {a.report.id: Dating(a.report.id, a.published.value) for a in analyses}
    claims = find_claims(list(said.values()), found, links, datings, lambda _: Origins(0, 0, ()))
    contradictions = find(claims, said.values(), found, datings, sides(analyses, ids))
    return Found({a.report.id: a for a in analyses}, said, found, links, claims, contradictions)


# --- gold ---------------------------------------------------------------------------------------------


def labels(gold: Gold, found: Found, places: Mapping[str, str]) -> tuple[dict[str, str], set[str], int]:
    """``Said`` id -> claim of the gold, the ids that aren't counted, and how many of the gold weren't found at all."""
    label: dict[str, str] = {}
    lost = 0
    for name, items in [*gold["claims"].items(), *((f"alone-{n}", [item]) for n, item in enumerate(gold["alone"]))]:
        for item in items:
            id_ = located(item, found, places)
            lost += id_ is None
            if id_ is not None:
                label[id_] = name
    either = {id_ for item in gold["either"] if (id_ := located(item, found, places))}
    return label, either, lost


def located(item: Sequence[Any], found: Found, places: Mapping[str, str]) -> str | None:
    """The ``Said`` that a gold statement means: by cue and first words, or by offsets."""
    report = places.get(item[0])
    mine = [s for s in found.said.values() if s.report == report]
    if isinstance(item[1], int):
        near = [s for s in mine if s.attribution.cue.start == item[1]]
        return next(
            (s.id for s in near if any(c.start < item[3] and item[2] < c.stop for c in s.attribution.content)), None
        )
    text = found.analyses[report].report.text if report else ""
    near = [s for s in mine if s.attribution.cue.of(text) == item[1]]
    return next((s.id for s in near if _starts_alike(s.content, item[2])), None)


def _starts_alike(content: str, words: str) -> bool:
    return content[:40] == words or words[:20].strip() in content or content[:20].strip() in words


def score_pairs(found: Found, label: Mapping[str, str]) -> tuple[Score, list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs in one claim, with those that are wrong and those that are missed."""
    gold = {pair for pair in combinations(sorted(label), 2) if label[pair[0]] == label[pair[1]]}
    ours = {pair for claim in found.claims for pair in combinations(sorted(set(claim.said) & set(label)), 2)}
    return Score(len(gold & ours), len(ours), len(gold)), sorted(ours - gold), sorted(gold - ours)


def score_contradictions(
    found: Found, gold: Gold, label: Mapping[str, str], either: set[str]
) -> tuple[Score, Score, list[Contradiction]]:
    """How many of those found may stand, and how many of those that have to be found are."""
    must, may = _kinds(gold["contradictions"]), _kinds(gold["defensible"])
    counted = [
        c for c in found.contradictions if c.left in label and c.right in label and not {c.left, c.right} & either
    ]
    right, wrong, met = 0, [], set()
    for contradiction in counted:
        claims = frozenset({label[contradiction.left], label[contradiction.right]})
        if contradiction.kind in must.get(claims, []) or contradiction.kind in may.get(claims, []):
            right += 1
            met |= {claims} & set(must)
        else:
            wrong.append(contradiction)
    for claims in sorted(map(sorted, set(must) - met)) if "-v" in sys.argv else ():
        print("  contradiction not found:", *claims)
    return Score(right, len(counted), len(counted)), Score(len(met), len(met), len(must)), wrong


def _kinds(rows: Iterable[Sequence[Any]]) -> dict[frozenset[str], list[str]]:
    return {frozenset(row[:2]): row[2] for row in rows}


# --- pairs of our own ---------------------------------------------------------------------------------


def own_pairs(gold: Gold) -> Iterator[tuple[Gold, Meaning, Meaning]]:
    """Each pair of sentences, its contents marked by ``[[ ]]``, as two meanings."""
    for number, row in enumerate(gold["pairs"]):
        yield row, *(marked_meaning(row[side], f"{number}{side}") for side in ("a", "b"))


def marked_meaning(marked: Sequence[str], id_: str) -> Meaning:
    """The meaning of ``(language, act, sentence)`` whose content stands between ``[[`` and ``]]``."""
    from firsthand.records import Attribution
    from firsthand.stages.mentions import find_mentions
    from firsthand.stages.quantities import find_quantities
    from firsthand.stages.segment import split
    from firsthand.stages.times import find_times

    language, act, sentence = marked
    content, source = _span(sentence, "[[", "]]"), _span(sentence, "{{", "}}")
    text = re.sub(r"\[\[|\]\]|\{\{|\}\}", "", sentence)
    report = Report(id_, id_, text, language)
    sentences = split(report, ())
    times = find_times(report, sentences)
    mentions = find_mentions(report, sentences, True)
    attribution = Attribution(source, Span(0, 1), (content,) if content else (), act, "indirect", "gold")
    analysis = Analysis(report, (), sentences, mentions, times, quantities=find_quantities(report, sentences, times))
    said = Said(f"{id_}:0", id_, 0, language, attribution, content.of(text) if content else "")
    return meanings([said], analysis, find_keys(report, mentions))[0]


def _span(marked: str, opening: str, closing: str) -> Span | None:
    """The span between two marks, in the sentence without any marks."""
    if opening not in marked:
        return None
    start, stop = marked.index(opening), marked.index(closing)
    return Span(start - _marks(marked[:start]), stop - _marks(marked[:stop]))


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in "[]{}")


def score_own(gold: Gold) -> tuple[Score, list[Gold]]:
    """Pairs called the same, and those judged wrongly."""
    right = called = wanted = 0
    wrong = []
    for row, left, right_meaning in own_pairs(gold):
        linked = compare(left, right_meaning)
        same = linked is not None and linked.data["opposite"] == row.get("opposite", linked.data["opposite"])
        right, called, wanted = right + (same and row["same"]), called + (linked is not None), wanted + row["same"]
        if same != row["same"]:
            wrong.append(row)
    return Score(right, called, wanted), wrong


# --- the whole ----------------------------------------------------------------------------------------


def read(folder: Path, fast: bool) -> list[Analysis]:
    """All reports of a folder, analysed."""
    run = analyse_fast if fast else analyse
    return [run(report) for report in read_reports([folder]) if isinstance(report, Report)]


def sample_places(analyses: Iterable[Analysis]) -> dict[str, str]:
    """Number of a report of the sample -> its id."""
    by_file = {Path(a.report.path).name: a.report.id for a in analyses}
    listed = json.loads((SAMPLE / "expected.json").read_text("utf-8"))["reports"]
    return {number: by_file[row["file"]] for number, row in listed.items() if row["file"] in by_file}


def show(name: str, analyses: Sequence[Analysis], places: Mapping[str, str], gold: Gold) -> None:
    """Prints the scores of one collection, and with ``-v`` what is wrong."""
    found = across(analyses)
    label, either, lost = labels(gold, found, places)
    pairs, wrong, missed = score_pairs(found, label)
    stand, met, bad = score_contradictions(found, gold, label, either)
    print(f"{name:8} claims         {pairs}   statements of the gold not found: {lost}")
    told = f"{len(found.contradictions)} found, precision {stand.precision:.3f}, of those wanted {met.recall:.3f}"
    print(f"{name:8} contradictions {told}")
    if "-v" in sys.argv:
        for kind, rows in (("wrong", wrong), ("missed", missed)):
            for left, right in rows:
                print(f"  {kind}: {left} {found.said[left].content[:90]} | {right} {found.said[right].content[:90]}")
        for c in bad:
            print(f"  {c.kind} ({c.reason}): {found.said[c.left].content[:90]} | {found.said[c.right].content[:90]}")


def main(arguments: Sequence[str]) -> None:
    """Prints the tables."""
    fast = "--fast" in arguments
    sample = read(SAMPLE / "reports", fast)
    show("sample", sample, sample_places(sample), json.loads((GOLD / "claims_sample.json").read_text("utf-8")))
    for folder in (Path(a) for a in arguments if not a.startswith("-")):
        reports = read(folder, fast)
        places = {Path(a.report.path).name: a.report.id for a in reports}
        show("reports", reports, places, json.loads((GOLD / "claims_reports.json").read_text("utf-8")))
    if (GOLD / "claims_pairs.json").exists():
        score, wrong = score_own(json.loads((GOLD / "claims_pairs.json").read_text("utf-8")))
        print(f"pairs    of our own     {score}")
        for row in wrong if "-v" in arguments else ():
            print(f"  {'missed' if row['same'] else 'wrong'}: {row['a'][2]} | {row['b'][2]}")


if __name__ == "__main__":
    main(sys.argv[1:])
