"""Trains the model of debris on pages and writes it to ``firsthand/stages/clean/model/``.

``python scripts/train_lines.py FOLDER ...``; each folder has ``texts/*.txt`` and ``gold/*.json`` (annotations as
``firsthand annotate`` writes them). The rules that know a line are hidden by chance in copies of each page, so that
the model learns to do without them on pages of which they know little.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from firsthand.stages.clean import ruled_regions
from firsthand.stages.clean.edges import covered_lines
from firsthand.stages.clean.lines import MODEL, NEWS, page_features
from firsthand.stages.clean.page import Page, read_page

FILE = Path(__file__).parent.parent / "firsthand" / "stages" / "clean" / "model" / MODEL
CRF = {"c1": 0.3, "c2": 0.2, "max_iterations": 150, "feature.possible_transitions": True, "feature.minfreq": 2}
HIDDEN = (0.0, 0.35, 0.7)  # of the lines that rules know, in the copies of a page
SEED = 0


def labels(page: Page, junk: list[dict[str, object]]) -> list[str]:
    """The kind of debris that at least half of each line is marked as, else news."""
    kinds: dict[int, str] = {}
    for mark in junk:
        start = place(page.text, str(mark["text"]), int(str(mark.get("n", 1))))
        kinds |= dict.fromkeys(range(start, start + len(str(mark["text"]))), str(mark["kind"]))
    found = []
    for line in page.lines:
        own = [kinds.get(at, NEWS) for at in range(line.start, line.stop) if not page.text[at].isspace()]
        debris = Counter(kind for kind in own if kind != NEWS)
        found.append(debris.most_common(1)[0][0] if debris.total() * 2 >= len(own) else NEWS)
    return found


def place(text: str, part: str, number: int) -> int:
    """Where a part stands for the n-th time; raises ValueError where it does not."""
    at = -1
    for _ in range(number):
        at = text.index(part, at + 1)
    return at


def pages(folder: Path) -> Iterator[tuple[Page, list[str]]]:
    """The pages of a folder with a label for each line."""
    for file in sorted((folder / "gold").glob("*.json")):
        text = (folder / "texts" / f"{file.stem}.txt").read_text("utf-8").replace("\r\n", "\n").lstrip("\ufeff")
        gold = json.loads(file.read_text("utf-8"))
        page = read_page(text, gold["language"])
        yield page, labels(page, gold["junk"])


def main() -> None:
    """Trains from the command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--out", type=Path, default=FILE)
    given = options.parse_args()
    chance, counts = random.Random(SEED), Counter[str]()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(CRF)
    for folder in given.folders:
        for page, kinds in pages(folder):
            covered = covered_lines(page, ruled_regions(page, frozenset()))
            counts.update(kinds)
            for share in HIDDEN:
                seen = {index: rule for index, rule in covered.items() if chance.random() >= share}
                trainer.append(pycrfsuite.ItemSequence(page_features(page, seen)), kinds)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(given.out))
    print(dict(counts))


if __name__ == "__main__":
    main()
