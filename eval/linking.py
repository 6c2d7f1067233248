"""How well mentions are linked: gold mentions of SlavicNER, Ukrainian and Russian together, one topic at a time.

    python -m eval.linking ../shared/ner/slavicner [--errors TOPIC]

Pairs: precision, recall and F1 over all pairs of mentions; B-cubed the same per mention. Nominatives are predicted.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from itertools import groupby
from pathlib import Path

from eval.slavicner import Gold, mentions
from firsthand.names.linking import Row, resolve, rows_of
from firsthand.names.nominative import nominatives
from firsthand.records import Mention, Span

Score = tuple[float, float, float]


def rows(golds: Sequence[Gold]) -> list[Row]:
    """Gold mentions with predicted nominatives as the store would keep them."""
    out: list[Row] = []
    for report, group in groupby(golds, key=lambda g: g.report):
        found = list(group)
        names = nominatives(tuple((g.text, g.type) for g in found), found[0].language)
        marked = [Mention(Span(g.start, g.stop), g.type, name) for g, name in zip(found, names, strict=True)]
        out += rows_of(marked, report, found[0].language)
    return out


def pairs(labels: Sequence[Hashable]) -> int:
    """Pairs of mentions with one label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def score(precision: float, recall: float) -> Score:
    """Precision, recall and F1."""
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairwise(gold: Sequence[str], found: Sequence[str]) -> Score:
    """Over all pairs of mentions."""
    both = pairs(list(zip(gold, found, strict=True)))
    return score(both / max(pairs(found), 1), both / max(pairs(gold), 1))


def b_cubed(gold: Sequence[str], found: Sequence[str]) -> Score:
    """The mean over mentions."""
    in_gold, in_found, in_both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(n * n / in_found[f] for (_, f), n in in_both.items()) / len(gold)
    recall = sum(n * n / in_gold[g] for (g, _), n in in_both.items()) / len(gold)
    return score(precision, recall)


def line(name: str, gold: Sequence[str], found: Sequence[str]) -> str:
    """One row of the table."""
    values = [*pairwise(gold, found), *b_cubed(gold, found)]
    return f"{name:28}{len(gold):6}" + "".join(f"{100 * value:7.1f}" for value in values)


def errors(golds: Sequence[Gold], kept: Sequence[Row], found: Sequence[str]) -> None:
    """The worst splits and merges of a topic."""
    split: dict[str, Counter[str]] = defaultdict(Counter)
    merged: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for gold, row, id_ in zip(golds, kept, found, strict=True):
        split[gold.id][id_] += 1
        merged[id_][gold.id] += 1
        names[gold.id, id_][row.name] += 1
    print("SPLIT")
    for gold_id, parts in sorted(split.items(), key=lambda item: max(item[1].values()) - sum(item[1].values()))[:40]:
        print(gold_id, [(n, id_, names[gold_id, id_].most_common(1)[0][0]) for id_, n in parts.most_common(6)])
    print("MERGED")
    for id_, parts in sorted(merged.items(), key=lambda item: max(item[1].values()) - sum(item[1].values()))[:25]:
        print(id_, [(n, gold_id, names[gold_id, id_].most_common(2)) for gold_id, n in parts.most_common(4)])


def main() -> None:
    """Print a row a topic and type."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--errors")
    options = parser.parse_args()
    golds = list(mentions(options.root))
    print(f"{'topic':28}{'n':>6}{'pairP':>7}{'pairR':>7}{'pairF':>7}{'b3P':>7}{'b3R':>7}{'b3F':>7}")
    for topic in sorted({gold.topic for gold in golds}):
        of_topic = [gold for gold in golds if gold.topic == topic]
        start = time.process_time()
        kept = rows(of_topic)
        ids = resolve(kept)
        seconds = time.process_time() - start
        found = [ids[row.report, row.index] for row in kept]
        print(line(topic, [g.id for g in of_topic], found), f"{seconds:.1f} s")
        for type_ in ("PER", "LOC", "ORG"):
            at = [i for i, gold in enumerate(of_topic) if gold.type == type_]
            print(line("   " + type_, [of_topic[i].id for i in at], [found[i] for i in at]))
        if options.errors == topic:
            errors(of_topic, kept, found)


if __name__ == "__main__":
    main()
