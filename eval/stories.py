"""How well reports are grouped into stories: pairs of reports in one story, by the topics of SlavicNER and the sample.

    python -m eval.stories [../shared/ner/slavicner] [--reports FOLDER]

SlavicNER's topics are coarse (all reports on Brexit), so precision is what counts; recall says how far a topic falls
apart. Given FOLDER, its reports are mixed in as one topic of their own.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.across import SAMPLE, analysed, held, read
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Report, Story
from firsthand.stages.entities import entity_ids
from firsthand.stages.stories import group

EXPECTED = SAMPLE.parent / "expected.json"


def slavicner(root: Path) -> list[tuple[str, Analysis]]:
    """Topic and analysis of each report."""
    found = []
    for language in ("uk", "ru"):
        for path in sorted((root / language).glob("*.txt")):
            text = path.read_text("utf-8")
            if text.strip():
                report = Report(f"{language}/{path.name}", path.name, text, language)
                found.append((path.name.split("__")[0], analyse_fast(report)))
    return found


def sample() -> tuple[Mapping[str, str], tuple[Story, ...]]:
    """Topic of each report of the sample, and the stories found."""
    everything = held(analysed(read()))
    expected = json.loads(EXPECTED.read_text("utf-8"))["stories"]
    numbers = {number: story["what"] for story in expected for number in story["reports"]}
    ids = {a.report.id: _number(a.report.path) for a in everything.analyses}
    found = group(everything.analyses, everything.links, everything.entities, everything.dated())
    return {id_: numbers[number] for id_, number in ids.items()}, found


def _number(path: str) -> str:
    """ "14-15-velmaria-admits.jsonl:2" is report 15."""
    name, _, line = Path(path).name.partition(":")
    return f"{int(name[:2]) + (int(line) - 1 if line else 0):02}"


def pair_scores(topics: Mapping[str, str], stories: Sequence[Story]) -> tuple[float, float]:
    """Precision and recall over pairs of reports in one story."""
    found = right = 0
    for story in stories:
        size = Counter(topics[id_] for id_ in story.reports)
        found += _pairs(len(story.reports))
        right += sum(map(_pairs, size.values()))
    there = sum(map(_pairs, Counter(topics.values()).values()))
    return right / found if found else 1.0, right / there if there else 1.0


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def main() -> None:
    """Prints the scores."""
    parser = argparse.ArgumentParser()
    parser.add_argument("slavicner", nargs="?", type=Path)
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    topics, stories = sample()
    print("sample     precision {:.3f} recall {:.3f}".format(*pair_scores(topics, stories)), len(stories), "stories")
    if options.slavicner:
        labelled = slavicner(options.slavicner)
        if options.reports:
            labelled += [("reports", analysis) for analysis in analysed(read(options.reports))]
        analyses = [analysis for _, analysis in labelled]
        found = group(analyses, (), entity_ids(analyses), {})
        topics = {analysis.report.id: topic for topic, analysis in labelled}
        print("slavicner  precision {:.4f} recall {:.3f}".format(*pair_scores(topics, found)), len(found), "stories")


if __name__ == "__main__":
    main()
