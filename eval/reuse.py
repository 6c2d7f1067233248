"""Reuse against our own passages and the bundled sample: ``python eval/reuse.py [--show] [--reports DIR]``.

Passages: what editors do to a sentence (literal, edited, inflected, reordered, translated), set among other sentences
on the same matter. Sample: the sentences that ``expected.json`` calls repeated, and those it calls new.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from firsthand.ingest.run import read_reports
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Link, Report, Span
from firsthand.stages.reuse import compare, compare_all

GOLD = Path(__file__).parent / "gold"
SAMPLE = Path(__file__).parents[1] / "firsthand" / "sample"
KINDS = ("literal", "edited", "inflected", "reordered", "translated")
MARK = re.compile(r"\[\[|\]\]")


@dataclass
class Tally:
    """Characters found, wanted, and both."""

    both: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[int], wanted: set[int]) -> None:
        """Counts one report."""
        self.both += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def line(self) -> str:
        """Precision, recall and F1."""
        p, r = self.both / max(1, self.found), self.both / max(1, self.wanted)
        return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}"


@cache
def analysed(text: str, language: str, name: str) -> Analysis:
    """A report of our own."""
    return analyse_fast(Report(name, name, text, language))


def groups(gold: str) -> Iterator[list[dict]]:
    """Items by topic."""
    found: dict[str, list[dict]] = defaultdict(list)
    for item in json.loads((GOLD / gold).read_text("utf-8"))["items"]:
        found[item["topic"]].append(item)
    yield from found.values()


def page(sentences: list[tuple[str, bool]]) -> tuple[str, list[Span]]:
    """A text, and the spans of the sentences that are reused."""
    text, spans = "", []
    for sentence, reused in sentences:
        bare = MARK.sub("", sentence)
        if reused:
            first = sentence.find("[[")
            inside = sentence[first + 2 : sentence.find("]]")] if first >= 0 else bare
            start = len(text) + bare.find(inside)
            spans.append(Span(start, start + len(inside)))
        text += bare + "\n"
    return text, spans


def pairs(kind: str, gold: str) -> Iterator[tuple[str, list, str, list, str]]:
    """Two pages of each topic: sources, and what became of them; what they are about stands in both."""
    for items in groups(gold):
        language = items[0]["language"]
        source = [row for i in items for row in ((i["other"][0], False), (i["source"], True))]
        if kind != "translated":
            other = [row for i in items for row in ((i.get(kind, i["source"]), True), (i["other"][1], False))]
            yield language, page(source), language, page(other), kind
            continue
        for code in ("uk", "ru", "en"):
            some = [i for i in items if code in i["translated"]]
            if some:
                left = [(i["source"], i in some) for i in items]
                yield language, page(left), code, page([(i["translated"][code], True) for i in some]), kind


def spans_of(links: tuple[Link, ...], side: str) -> list[Span]:
    """The passages of one side."""
    return [Span(*link.data[side]) for link in links]


def letters(text: str, spans: list[Span]) -> set[int]:
    """The places of letters and digits inside spans: whether a full stop is in is nobody's concern."""
    return {at for span in spans for at in range(span.start, span.stop) if text[at].isalnum()}


def passages(gold: str, show: bool) -> None:
    """The table of kinds."""
    print(gold)
    for kind in KINDS:
        tallies: dict[str, Tally] = defaultdict(Tally)
        for code, (left, wanted_left), other, (right, wanted_right), _ in pairs(kind, gold):
            links = compare(analysed(left, code, "a"), analysed(right, other, "b"))
            name = "-".join(sorted({code, other})) if kind == "translated" else code
            for text, side, wanted in ((left, "left", wanted_left), (right, "right", wanted_right)):
                found_letters, wanted_letters = letters(text, spans_of(links, side)), letters(text, wanted)
                for key in (name, "all"):
                    tallies[key].add(found_letters, wanted_letters)
                if show:
                    tell(kind, text, spans_of(links, side), wanted)
        for name, tally in sorted(tallies.items()):
            print(f"{kind:11} {name:6} {tally.line()}")


def tell(kind: str, text: str, found: list[Span], wanted: list[Span]) -> None:
    """What was missed, and what was found wrongly."""
    for span in wanted:
        share = len(letters(text, found) & letters(text, [span])) / max(1, len(letters(text, [span])))
        if share < 0.85:
            print(f"  {kind} missed {1 - share:.2f}: {span.of(text)}")
    for span in found:
        share = len(letters(text, wanted) & letters(text, [span])) / max(1, len(letters(text, [span])))
        if share < 0.85:
            print(f"  {kind} wrong {1 - share:.2f}: {span.of(text)}")


# --- the sample and other reports -----------------------------------------------------------------------


def sample(show: bool) -> None:
    """Repeated sentences that are covered, and new ones that are not."""
    expected = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
    files = {row["file"]: number for number, row in expected["reports"].items()}
    by_number: dict[str, Analysis] = {}
    for report in read_reports([SAMPLE / "reports"]):
        if not isinstance(report, Report):
            raise SystemExit(report.reason)
        name = Path(report.path).name
        number = files.get(name) or ("14" if name.endswith(":1") else "15")
        by_number[number] = analyse_fast(report)
    links = compare_all(by_number.values())
    hit = miss = false = 0
    for row in expected["repeated"]:
        sources = {by_number[n].report.id for n in row["from"]}
        share = coverage(by_number[row["report"]], row["sentence"], sources, links)
        hit, miss = hit + (share >= 0.6), miss + (share < 0.6)
        if show and share < 0.6:
            print(f"  missed {share:.2f}: {row}")
    for number, words in expected["new"]:
        earlier = {a.report.id for n, a in by_number.items() if n < number}
        share = coverage(by_number[number], words, earlier, links)
        false += share >= 0.5
        if show and share >= 0.5:
            print(f"  not new {share:.2f}: {number} {words}")
    print(
        f"sample: {hit} of {hit + miss} repeated sentences found, "
        f"{false} of {len(expected['new'])} new ones called repeated"
    )


def coverage(analysis: Analysis, words: str, sources: set[str], links: tuple[Link, ...]) -> float:
    """How much of the sentence that begins with the words stands in one of the sources."""
    at = analysis.report.text.find(words)
    sentence = next((s.span for s in analysis.sentences if s.span.start <= at < s.span.stop), None)
    if at < 0 or sentence is None:
        return 0.0
    best = 0.0
    wanted = letters(analysis.report.text, [sentence])
    for source in sources:
        spans = [s for link in links for s in side_of(link, analysis.report.id, source)]
        best = max(best, len(letters(analysis.report.text, spans) & wanted) / max(1, len(wanted)))
    return best


def side_of(link: Link, report: str, source: str) -> Iterator[Span]:
    """The passage of a report that stands in the source."""
    if (link.left_report, link.right_report) == (report, source):
        yield Span(*link.data["left"])
    if (link.right_report, link.left_report) == (report, source):
        yield Span(*link.data["right"])


def reports(folder: Path) -> None:
    """The passages known of real reports, by offsets: ``gold/reuse_reports.json``."""
    rows = json.loads((GOLD / "reuse_reports.json").read_text("utf-8"))["passages"]
    known = {a.report.id: a for a in (analyse_fast(r) for r in read_reports([folder]) if isinstance(r, Report))}
    links, tally = compare_all(known.values()), Tally()
    sides = defaultdict(list)
    for link in links:
        sides[link.left_report].append(Span(*link.data["left"]))
        sides[link.right_report].append(Span(*link.data["right"]))
    wanted = defaultdict(list)
    for row in rows:
        for side in ("left", "right"):
            wanted[row[side]["report"]].append(Span(row[side]["start"], row[side]["stop"]))
    for report, analysis in known.items():
        text = analysis.report.text
        tally.add(letters(text, sides[report]), letters(text, wanted[report]))
    print(f"reports: {tally.line()}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    passages("reuse_passages.json", options.show)
    passages("reuse_held_out.json", options.show)
    sample(options.show)
    if options.reports:
        reports(options.reports)
