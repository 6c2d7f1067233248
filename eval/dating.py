"""How well undated reports are dated: is the day inside the bounds, how wide are they, how far off is their middle.

    python -m eval.dating [--reports FOLDER] [--rounds 6] [--show]

The sample: its undated reports; then each dated one with its date hidden, one at a time and many at once. FOLDER holds
the reports whose bounds are in ``eval/gold/dating_reports.json``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.across import SAMPLE, analysed, held, read, undated
from firsthand.records import Analysis, Dating
from firsthand.stages.dating.bounds import Bounds, bounds_of

GOLD = Path(__file__).parent / "gold" / "dating_reports.json"
EXPECTED = SAMPLE.parent / "expected.json"
HIDDEN = (4, 8, 12, 16)  # dates hidden at once


@dataclass(frozen=True, slots=True)
class Outcome:
    """A report's true day, or bounds, against what was found."""

    report: str
    truth: Bounds
    found: Bounds
    dating: Dating

    @property
    def inside(self) -> bool:
        """Whether the true day may be the one, or the bounds found lie in the true ones."""
        if self.truth.first == self.truth.last:
            return self.found.first <= self.truth.first <= self.found.last
        return self.truth.first <= self.found.first and self.found.last <= self.truth.last

    @property
    def width(self) -> int | None:
        """Days between the bounds; None for an open end."""
        return self.found.last - self.found.first if self.found.known else None

    @property
    def error(self) -> float | None:
        """Days from the middle of the bounds to the true day."""
        middle = (self.truth.first + self.truth.last) / 2
        return abs((self.found.first + self.found.last) / 2 - middle) if self.found.known else None


def outcome(report: str, truth: str, dating: Dating) -> Outcome:
    """A dating beside the truth."""
    first, last = bounds_of(dating.earliest), bounds_of(dating.latest)
    found = Bounds(first.first if first else Bounds().first, last.last if last else Bounds().last)
    return Outcome(report, bounds_of(truth) or Bounds(), found, dating)


def of_reports(folder: Path) -> list[Outcome]:
    """The reports of a folder against the gold bounds of those in it."""
    gold = json.loads(GOLD.read_text("utf-8"))
    datings = held(analysed(read(folder))).dated()
    return [outcome(id_, gold[id_]["within"], datings[id_]) for id_ in sorted(datings) if id_ in gold]


def of_sample() -> list[Outcome]:
    """The sample's undated reports against the bounds outside of which an answer is wrong."""
    expected = json.loads(EXPECTED.read_text("utf-8"))
    reports = {Path(r.path).name[:2]: r for r in read()}
    datings = held(analysed(read())).dated()
    return [outcome(r["report"], r["within"], datings[reports[r["report"]].id]) for r in expected["dated"]]


class Hiding:
    """The sample with dates hidden."""

    def __init__(self) -> None:
        reports = read()
        self.truth = {r.id: r.published.partition("T")[0] for r in reports if r.published}
        self.dated = {a.report.id: a for a in analysed(reports)}
        self.undated = {a.report.id: a for a in analysed([undated(r) for r in reports])}

    def without(self, hidden: Iterable[str]) -> list[Outcome]:
        """The outcomes for reports whose dates are hidden together."""
        chosen = set(hidden)
        analyses: list[Analysis] = [self.undated[i] if i in chosen else a for i, a in self.dated.items()]
        datings = held(analyses).dated()
        return [outcome(id_, self.truth[id_], datings[id_]) for id_ in sorted(chosen)]

    def one_by_one(self) -> list[Outcome]:
        """Each date hidden alone."""
        return [found for id_ in sorted(self.truth) for found in self.without([id_])]

    def many(self, rounds: int) -> list[Outcome]:
        """Some dates hidden together, chosen by a fixed seed."""
        chance = random.Random(1)  # noqa: S311 - no secret
        chosen = [chance.sample(sorted(self.truth), n) for n in HIDDEN for _ in range(rounds)]
        return [found for hidden in chosen for found in self.without(hidden)]


def scores(outcomes: Sequence[Outcome]) -> Mapping[str, float]:
    """Share inside, share with both bounds, median width and median error in days of those."""
    widths = sorted(o.width for o in outcomes if o.width is not None)
    errors = sorted(o.error for o in outcomes if o.error is not None)
    return {
        "inside": sum(o.inside for o in outcomes) / len(outcomes),
        "bounded": len(widths) / len(outcomes),
        "width": widths[len(widths) // 2] if widths else -1,
        "error": errors[len(errors) // 2] if errors else -1,
    }


def main() -> None:
    """Prints the scores."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    hiding = Hiding()
    parts = {"sample": of_sample(), "one hidden": hiding.one_by_one(), "many hidden": hiding.many(options.rounds)}
    if options.reports:
        parts["reports"] = of_reports(options.reports)
    for name, outcomes in parts.items():
        found = scores(outcomes)
        print(f"{name:12} {len(outcomes):4}  " + "  ".join(f"{key} {value:.2f}" for key, value in found.items()))
        for one in outcomes:
            if not one.inside or options.show:
                print("   ", "inside" if one.inside else "WRONG", one.report, one.truth, one.dating)


if __name__ == "__main__":
    main()
