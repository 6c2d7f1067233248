"""Novelty by sentence: ``python eval/novelty.py [--show] [--reports DIR]``.

The gold is ours: every sentence of the bundled sample, and of five real reports by offsets. Dates of publication are
taken as known, so that what is measured is the labels. Several labels are right where several can be defended; the
figure for the strict ones is of the sentences that have one label.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from firsthand.answer.collect import collect
from firsthand.ingest.run import read_reports
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Dating, Novelty, Report, Span
from firsthand.stages.entities import entity_ids
from firsthand.stages.novelty import label
from firsthand.stages.reuse import compare_all, directed

GOLD = Path(__file__).parent / "gold"
SAMPLE = Path(__file__).parents[1] / "firsthand" / "sample"
LETTER = {"new": "n", "update": "u", "repeated": "r", "background": "b"}
Gold = Mapping[tuple[str, Span], str]


def read(folder: Path) -> list[Analysis]:
    """The analyses of a folder."""
    return [analyse_fast(report) for report in read_reports([folder]) if isinstance(report, Report)]


def labels(analyses: list[Analysis], datings: Mapping[str, Dating]) -> tuple[Novelty, ...]:
    """What firsthand says, without claim links, which have a measure of their own."""
    links = compare_all(analyses)
    reuse = directed(links, analyses, datings)
    return label(analyses, reuse, datings, collect(analyses, entity_ids(analyses)), links)


def sample() -> tuple[list[Analysis], dict[str, Dating], dict[tuple[str, Span], str]]:
    """The bundled sample with its gold; sentences are found by their first words."""
    gold = json.loads((GOLD / "novelty_sample.json").read_text("utf-8"))
    files = {row["file"]: n for n, row in json.loads((SAMPLE / "expected.json").read_text("utf-8"))["reports"].items()}
    analyses, datings, wanted = read(SAMPLE / "reports"), {}, {}
    for analysis in analyses:
        report = analysis.report
        name = Path(report.path).name
        number = files.get(name) or ("14" if name.endswith(":1") else "15")
        datings[report.id] = Dating(report.id, gold["dates"].get(number, analysis.published.value))
        for words, allowed in gold["reports"][number]:
            at = report.text.find(words)
            span = next((s.span for s in analysis.sentences if s.span.start <= at < s.span.stop), Span(at, at))
            wanted[report.id, span] = allowed
    return analyses, datings, wanted


def reports(folder: Path) -> tuple[list[Analysis], dict[str, Dating], dict[tuple[str, Span], str]]:
    """Real reports with their gold, by offsets."""
    rows = json.loads((GOLD / "novelty_reports.json").read_text("utf-8"))["reports"]
    datings = {row["report"]: Dating(row["report"], row["published"]) for row in rows}
    wanted = {(row["report"], Span(a, b)): allowed for row in rows for a, b, allowed in row["sentences"]}
    return [a for a in read(folder) if a.report.id in datings], datings, wanted


def measure(name: str, analyses: list[Analysis], datings: dict[str, Dating], wanted: Gold, show: bool) -> None:
    """Prints accuracy, and with ``show`` what is wrong."""
    found = {(n.report, n.sentence): n for n in labels(analyses, datings)}
    texts = {a.report.id: a.report.text for a in analyses}
    right = strict = strict_all = 0
    confused: Counter[str] = Counter()
    for key, allowed in wanted.items():
        novelty = found.get(key)
        letter = LETTER[novelty.label] if novelty else "-"
        right += letter in allowed
        strict_all += len(allowed) == 1
        strict += letter == allowed
        if letter not in allowed:
            confused[f"{allowed}>{letter}"] += 1
            if show:
                print(f"  {allowed} > {letter}: {key[1].of(texts[key[0]])[:100]!r} {novelty.reason if novelty else ''}")
    print(
        f"{name}: {right / len(wanted):.3f} of {len(wanted)}; "
        f"with one label only: {strict / max(1, strict_all):.3f} of {strict_all}"
    )
    print("   ", dict(confused.most_common()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    measure("sample", *sample(), options.show)
    if options.reports:
        measure("reports", *reports(options.reports), options.show)
