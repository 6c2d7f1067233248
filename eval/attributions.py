"""How good the attributions are, by the rule that made them, on a folder annotated by the guide.

    python -m eval.attributions GOLD TEXTS [GOLD TEXTS ...] [--write]

GOLD holds one ``<id>.json`` a report in the format of the annotation guide, TEXTS one ``<id>.txt``. For each rule:
how many findings, how many have the cue right, how many cue, source and content (Jaccard of words >= 0.5, as the
guide's scorer counts). ``--write`` puts the share of right ones into ``firsthand/lang/data/rule_scores.toml``, from
which every attribution takes its score; few findings are pulled towards the share of all.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.pipeline import analyse_fast
from firsthand.records import Attribution, Report, Span
from firsthand.stages.language import identify

SCORES = Path(__file__).parents[1] / "firsthand" / "lang" / "data" / "rule_scores.toml"
WORD = re.compile(r"[\w’'ʼ-]+")
PRIOR = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One finding: its rule, whether a gold cue is there, whether source and content agree, whether it is ignored."""

    rule: str
    score: float
    cue: bool
    whole: bool
    optional: bool


def place(text: str, span: dict[str, Any] | None) -> Span | None:
    """Where a gold span lies: the n-th occurrence of its words."""
    if span is None:
        return None
    at = -1
    for _ in range(span.get("n", 1)):
        at = text.find(span["text"], at + 1)
    return Span(at, at + len(span["text"])) if at >= 0 else None


def bag(text: str, spans: list[Span | None]) -> frozenset[int]:
    """The places of the words that the spans cover."""
    return frozenset(m.start() + s.start for s in spans if s is not None for m in WORD.finditer(s.of(text)))


def alike(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether two bags share at least half of their joined words."""
    return (not left and not right) or len(left & right) * 2 >= len(left | right) > 0


def outcomes(gold: Path, texts: Path) -> Iterator[Outcome]:
    """Every finding of every report that has a gold annotation."""
    for path in sorted(gold.glob("*.json")):
        text = (texts / f"{path.stem}.txt").read_text("utf-8").replace("\r\n", "\n").lstrip("\ufeff")
        rows = json.loads(path.read_text("utf-8"))["attributions"]
        report = Report(path.stem, str(path), text, identify(text) or "uk")
        for attribution in analyse_fast(report).attributions:
            yield judge(text, rows, attribution)


def judge(text: str, rows: list[dict[str, Any]], attribution: Attribution) -> Outcome:
    """One finding beside the gold rows whose cue it overlaps."""
    near = [row for row in rows if (at := place(text, row["cue"])) is not None and at.overlaps(attribution.cue)]
    whole = any(
        alike(bag(text, [place(text, row["source"])]), bag(text, [attribution.source]))
        and alike(bag(text, [place(text, c) for c in row["content"]]), bag(text, list(attribution.content)))
        for row in near
    )
    optional = bool(near) and all(row.get("optional") for row in near)
    return Outcome(attribution.rule, attribution.score, bool(near), whole, optional)


def table(found: list[Outcome]) -> list[tuple[str, int, float, float]]:
    """Rule, findings, share with the cue right, share with all right; most findings first."""
    counted = [f for f in found if not f.optional]
    rules = Counter(f.rule for f in counted)
    rows = []
    for rule, number in rules.most_common():
        own = [f for f in counted if f.rule == rule]
        rows.append((rule, number, sum(f.cue for f in own) / number, sum(f.whole for f in own) / number))
    return rows


def smoothed(rows: list[tuple[str, int, float, float]]) -> dict[str, float]:
    """The share of right findings a rule, pulled towards the share of all by as much as ten findings weigh."""
    total = sum(number for _, number, _, _ in rows)
    overall = sum(number * whole for _, number, _, whole in rows) / total
    return {rule: round((number * whole + PRIOR * overall) / (number + PRIOR), 2) for rule, number, _, whole in rows}


def write(scores: dict[str, float], number: int) -> None:
    """The scores as a table that ``firsthand show --why`` explains."""
    lines = [
        "# Share of an attribution rule's findings that had cue, source and content right when measured.",
        f"# Made by: python -m eval.attributions ... --write, over {number} findings; do not edit by hand.",
        "",
        "[scores]",
        *(f'"{rule}" = {score}' for rule, score in sorted(scores.items())),
    ]
    SCORES.write_text("\n".join(lines) + "\n", "utf-8")


def bands(found: list[Outcome]) -> Iterator[str]:
    """How many findings of each band of score were right: what the score means."""
    counted = [f for f in found if not f.optional]
    for low, high in ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        own = [f for f in counted if low <= f.score < high]
        if own:
            right = sum(f.whole for f in own) / len(own)
            yield f"score {low:.1f} to {min(high, 1.0):.1f}: {len(own):4} findings, {right:.2f} right"


def main() -> None:
    """Prints the table; writes the scores if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pairs = zip(arguments.folders[::2], arguments.folders[1::2], strict=True)
    found = [outcome for gold, texts in pairs for outcome in outcomes(gold, texts)]
    rows = table(found)
    for rule, number, cue, whole in rows:
        print(f"{rule:14} {number:5}  cue {cue:.2f}  all {whole:.2f}")
    print(*bands(found), sep="\n")
    if arguments.write:
        write(smoothed(rows), len(found))


if __name__ == "__main__":
    main()
