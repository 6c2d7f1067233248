"""How good the attributions are, by the rule that made them and by score, on a folder annotated by the guide.

    python -m eval.attributions GOLD TEXTS [GOLD TEXTS ...] [--write]

GOLD holds one ``<id>.json`` a report in the format of the annotation guide, TEXTS one ``<id>.txt``. For each rule and
band of score: how many findings, how many have the cue right, how many cue, source and content (Jaccard of words >=
0.5, as the guide's scorer counts). ``--write`` fits the logistic model of ``firsthand/stages/scores.py`` to them (ridge
penalty, Newton's method) and writes its weights.
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

import numpy as np

from firsthand.pipeline import analyse_fast
from firsthand.records import Attribution, Report, Span
from firsthand.stages.language import identify
from firsthand.stages.scores import shapes

SCORES = Path(__file__).parents[1] / "firsthand" / "lang" / "data" / "attribution_scores.toml"
WORD = re.compile(r"[\w’'ʼ-]+")
SELDOM = 20  # a feature of fewer findings has no weight
PENALTY = 10.0
ENGLISH = 0.7  # share right on PolNeAR (eval/README.md): the model was never fitted to English


@dataclass(frozen=True, slots=True)
class Outcome:
    """One finding: its rule, whether a gold cue is there, whether source and content agree, whether it is ignored."""

    rule: str
    score: float
    shape: tuple[str, ...]
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
        found = analyse_fast(report)
        for attribution, shape in zip(
            found.attributions, shapes(report, found.sentences, found.attributions), strict=True
        ):
            yield judge(text, rows, attribution, tuple(shape))


def judge(text: str, rows: list[dict[str, Any]], attribution: Attribution, shape: tuple[str, ...]) -> Outcome:
    """One finding beside the gold rows whose cue it overlaps."""
    near = [row for row in rows if (at := place(text, row["cue"])) is not None and at.overlaps(attribution.cue)]
    whole = any(
        alike(bag(text, [place(text, row["source"])]), bag(text, [attribution.source]))
        and alike(bag(text, [place(text, c) for c in row["content"]]), bag(text, list(attribution.content)))
        for row in near
    )
    optional = bool(near) and all(row.get("optional") for row in near)
    return Outcome(attribution.rule, attribution.score, shape, bool(near), whole, optional)


def table(found: list[Outcome]) -> list[tuple[str, int, float, float]]:
    """Rule, findings, share with the cue right, share with all right; most findings first."""
    counted = [f for f in found if not f.optional]
    rules = Counter(f.rule for f in counted)
    rows = []
    for rule, number in rules.most_common():
        own = [f for f in counted if f.rule == rule]
        rows.append((rule, number, sum(f.cue for f in own) / number, sum(f.whole for f in own) / number))
    return rows


def fitted(found: list[Outcome]) -> dict[str, float]:
    """The weight of each feature that enough findings have, for whether all is right.

    Where nobody marked ``Про це повідомляє X`` it is left out: annotators differ whether that is but a chain.
    """
    counted = [f for f in found if not f.optional and (f.cue or f.rule != "about-this")]
    frequent = Counter(feature for f in counted for feature in f.shape)
    columns = {feature: at for at, feature in enumerate(sorted(f for f, n in frequent.items() if n >= SELDOM))}
    rows = np.zeros((len(counted), len(columns)))
    for row, one in zip(rows, counted, strict=True):
        row[[columns[feature] for feature in one.shape if feature in columns]] = 1
    weights = logistic(rows, np.array([f.whole for f in counted], dtype=float))
    return {feature: round(float(weights[at]), 2) for feature, at in columns.items()}


def logistic(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of shape (columns,) of a ridge logistic regression of ``right`` (rows,) on ``rows`` (rows, columns)."""
    weights = np.zeros(rows.shape[1])
    ridge = PENALTY * np.eye(rows.shape[1])
    for _ in range(25):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - PENALTY * weights
        change = np.linalg.solve((rows.T * (likely * (1 - likely))) @ rows + ridge, slope)
        weights = weights + change
        if np.abs(change).max() < 1e-6:
            break
    return weights


def write(weights: dict[str, float], number: int) -> None:
    """The weights as a table."""
    lines = [
        "# A logistic model of whether cue, source and content of an attribution are right, by their shape.",
        f"# Made by: python -m eval.attributions ... --write, over {number} findings; do not edit by hand.",
        "",
        f"english = {ENGLISH}",
        "",
        "[weights]",
        *(f"{json.dumps(feature)} = {weight}" for feature, weight in weights.items() if weight),
    ]
    SCORES.write_text("\n".join(lines) + "\n", "utf-8")


def bands(found: list[Outcome]) -> Iterator[str]:
    """How many findings of each band of score were right: what the score means."""
    counted = [f for f in found if not f.optional]
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
        own = [f for f in counted if low <= f.score < high]
        if own:
            right = sum(f.whole for f in own) / len(own)
            yield f"score {low:.2f} to {min(high, 1.0):.2f}: {len(own):4} findings, {right:.2f} right"


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
        write(fitted(found), len(found))


if __name__ == "__main__":
    main()
