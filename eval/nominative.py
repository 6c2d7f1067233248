"""How often a name's nominative is right: gold mention to gold nominative, case ignored, per topic and language.

python -m eval.nominative ../shared/ner/slavicner [--errors TOPIC]
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from pathlib import Path

from eval.slavicner import Gold, mentions
from firsthand.names.nominative import nominative


def plain(name: str) -> str:
    """A name for comparison: small letters, one kind of quotation mark, apostrophe and space, ё as е."""
    name = name.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    return re.sub(r"\s+", " ", re.sub(r'[«»“”„"]', "", name)).strip()


def is_right(gold: Gold) -> bool:
    """Whether the nominative found is the one annotated."""
    return plain(nominative(gold.text, gold.type, gold.language)) == plain(gold.name)


def table(golds: list[Gold]) -> list[tuple[str, str, str, int, float]]:
    """Rows of topic, language, type, mentions, share right; type ``all`` for the three together."""
    count: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for gold in golds:
        for topic in (gold.topic, "all"):
            for type_ in (gold.type, "all"):
                count[topic, gold.language, type_] += 1
                right[topic, gold.language, type_] += is_right(gold)
    return [(*key, n, right[key] / n) for key, n in sorted(count.items())]


def errors(golds: list[Gold], topic: str) -> Counter[tuple[str, str, str, str, str]]:
    """Language, type, text, gold and found nominative of what is wrong in a topic."""
    return Counter(
        (g.language, g.type, g.text, g.name, nominative(g.text, g.type, g.language))
        for g in golds
        if g.topic == topic and not is_right(g)
    )


def main() -> None:
    """Print the table, or the errors of one topic."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--errors")
    options = parser.parse_args()
    golds = list(mentions(options.root))
    start = time.process_time()
    for topic, language, type_, n, share in table(golds):
        print(f"{topic:24}{language:4}{type_:5}{n:6}{share:8.3f}")
    print(f"{2 * len(golds) / (time.process_time() - start):.0f} a second")
    if options.errors:
        for error, n in errors(golds, options.errors).most_common(150):
            print(n, *error, sep=" | ")


if __name__ == "__main__":
    main()
