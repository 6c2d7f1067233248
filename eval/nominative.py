"""How often a name's nominative is right: gold mention to gold nominative, case ignored, per topic and language.

python -m eval.nominative ../shared/ner/slavicner [--errors TOPIC]
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from eval.slavicner import Gold, mentions
from firsthand.names.nominative import nominative, nominatives


def plain(name: str) -> str:
    """A name for comparison: small letters, one kind of quotation mark, apostrophe and space, ё as е."""
    name = name.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    return re.sub(r"\s+", " ", re.sub(r'[«»“”„"]', "", name)).strip()


@dataclass(frozen=True, slots=True)
class Answer:
    """A gold mention and the nominative found for it."""

    gold: Gold
    name: str

    def is_right(self) -> bool:
        """Whether the nominative found is the one annotated."""
        return plain(self.name) == plain(self.gold.name)


def answers(golds: list[Gold], alone: bool) -> list[Answer]:
    """Nominatives of mentions, each alone or with the others of its report."""
    if alone:
        return [Answer(g, nominative(g.text, g.type, g.language)) for g in golds]
    out = []
    for _, group in groupby(golds, key=lambda g: g.report):
        report = list(group)
        names = nominatives(tuple((g.text, g.type) for g in report), report[0].language)
        out += [Answer(g, name) for g, name in zip(report, names, strict=True)]
    return out


def table(found: list[Answer]) -> list[tuple[str, str, str, int, float]]:
    """Rows of topic, language, type, mentions, share right; type ``all`` for the three together."""
    count: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for answer in found:
        for topic in (answer.gold.topic, "all"):
            for type_ in (answer.gold.type, "all"):
                count[topic, answer.gold.language, type_] += 1
                right[topic, answer.gold.language, type_] += answer.is_right()
    return [(*key, n, right[key] / n) for key, n in sorted(count.items())]


def errors(found: list[Answer], topic: str) -> Counter[tuple[str, str, str, str, str]]:
    """Language, type, text, gold and found nominative of what is wrong in a topic."""
    wrong = (a for a in found if a.gold.topic == topic and not a.is_right())
    return Counter((a.gold.language, a.gold.type, a.gold.text, a.gold.name, a.name) for a in wrong)


def main() -> None:
    """Print the table, or the errors of one topic."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--errors")
    parser.add_argument("--alone", action="store_true", help="each mention without the others of its report")
    options = parser.parse_args()
    golds = list(mentions(options.root))
    start = time.process_time()
    found = answers(golds, options.alone)
    seconds = time.process_time() - start
    for topic, language, type_, n, share in table(found):
        print(f"{topic:24}{language:4}{type_:5}{n:6}{share:8.3f}")
    print(f"{len(golds) / seconds:.0f} names a second")
    if options.errors:
        for error, n in errors(found, options.errors).most_common(150):
            print(n, *error, sep=" | ")


if __name__ == "__main__":
    main()
