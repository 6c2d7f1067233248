"""Reuse over many reports, beside datasketch's MinHashLSH in the same run: ``python benchmarks/reuse.py [REPORTS]``.

The reports are made up out of the words of the language tables: topics of a hundred reports in Ukrainian or Russian,
each of twelve sentences, a third of them taken from earlier reports of the topic, as they were or edited. Time is one
core's, from split text to links; what takes a report apart before (names, attributions) is not in it. MinHashLSH does
less: it names pairs of sentences that share half of their pairs of words as written, in one language, and no spans.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import Any

from firsthand.lang import table
from firsthand.records import Analysis, Report
from firsthand.stages.reuse import candidates, compare_prepared, prepare
from firsthand.stages.segment import split

TOPIC = 100  # reports
SENTENCES = 12
COPIED = 0.33


def made_up(count: int) -> list[Analysis]:
    """Reports with known shares of reuse; the same at every run."""
    chance = random.Random(20251123)  # noqa: S311 - made-up reports, no secrets
    found: list[Analysis] = []
    for first in range(0, count, TOPIC):
        language = ("uk", "ru")[first // TOPIC % 2]
        words = vocabulary(language)
        own = chance.sample(words, 80)
        pool: list[str] = []
        for number in range(first, min(first + TOPIC, count)):
            lines = [copied(pool, words, chance) or fresh(own, words, chance) for _ in range(SENTENCES)]
            pool.extend(lines)
            report = Report(f"r{number:05}", f"r{number:05}.txt", "\n".join(lines), language)
            found.append(Analysis(report, sentences=split(report, ())))
    return found


def vocabulary(language: str) -> list[str]:
    """Words of the tables, the listed ones first: half of all words are taken from the first hundred."""
    column = ("uk", "ru", "en").index(language)
    rows = [word.strip() for row in table("equivalents")["words"] for word in row[column].split(",")]
    rows += [word for row in table("claims")["concepts"].values() for word in row[language]]
    return list(dict.fromkeys(word for word in rows if word and "-" not in word))


def fresh(own: list[str], words: list[str], chance: random.Random) -> str:
    """A sentence of fourteen words, four of the topic's, with a number."""
    drawn = [chance.choice(own) for _ in range(4)] + [words[int(len(words) * chance.random() ** 2)] for _ in range(9)]
    chance.shuffle(drawn)
    return f"{' '.join(drawn).capitalize()} {chance.randint(2, 9000)}."


def copied(pool: list[str], words: list[str], chance: random.Random) -> str | None:
    """An earlier sentence of the topic, half of the time with two words changed."""
    if not pool or chance.random() > COPIED:
        return None
    line = chance.choice(pool[-200:]).split()
    if chance.random() < 0.5:
        for _ in range(2):
            line[chance.randrange(1, len(line) - 1)] = chance.choice(words)
    return " ".join(line)


def ours(analyses: list[Analysis]) -> tuple[int, int]:
    """Pairs of reports that share a passage, and passages."""
    pairs = passages = 0
    for left, right in candidates(map(prepare, analyses)):
        links = compare_prepared(left, right)
        pairs, passages = pairs + bool(links), passages + len(links)
    return pairs, passages


def theirs(analyses: list[Analysis]) -> tuple[int, int]:
    """Pairs of reports, and of sentences, that MinHashLSH takes for alike at a Jaccard similarity of 0.5."""
    from datasketch import MinHash, MinHashLSH

    lsh, found = MinHashLSH(threshold=0.5, num_perm=64), 0
    pairs: set[tuple[str, str]] = set()
    for analysis in analyses:
        for number, sentence in enumerate(analysis.sentences):
            words = [t.text.lower() for t in sentence.tokens if t.kind != "mark"]
            signature = MinHash(num_perm=64)
            signature.update_batch([" ".join(words[at : at + 2]).encode() for at in range(max(1, len(words) - 1))])
            others = [key for key in lsh.query(signature) if key[0] != analysis.report.id]
            found += len(others)
            pairs.update((key[0], analysis.report.id) for key in others)
            lsh.insert((analysis.report.id, number), signature)
    return len(pairs), found


def timed(run: Callable[[list[Analysis]], Any], analyses: list[Analysis]) -> tuple[Any, float]:
    """What a run gives, and its seconds of processor time."""
    start = time.process_time()
    outcome = run(analyses)
    return outcome, time.process_time() - start


def one_more(analyses: list[Analysis]) -> float:
    """Seconds for the last report against an index of all others."""
    prepared = [prepare(a) for a in analyses]
    index: dict[str, list[int]] = {}
    for number, report in enumerate(prepared[:-1]):
        for key in report.prints:
            index.setdefault(key, []).append(number)
    start = time.process_time()
    last = prepare(analyses[-1])
    for number in {n for key in last.prints for n in index.get(key, ())}:
        compare_prepared(prepared[number], last)
    return time.process_time() - start


def main(count: int) -> None:
    """Prints the figures."""
    analyses = made_up(count)
    prepare(analyses[0]), prepare(analyses[min(TOPIC, count - 1)])  # dictionaries are loaded once a process
    (pairs, passages), seconds = timed(ours, analyses)
    print(f"firsthand: {count} reports in {seconds:.1f} s: {passages} passages in {pairs} pairs of reports")
    print(f"firsthand: one more report into {count - 1} in {one_more(analyses):.3f} s")
    try:
        (near, alike), other = timed(theirs, analyses)
    except ImportError:
        print("datasketch is not installed")
        return
    print(f"MinHashLSH: {count} reports in {other:.1f} s: {alike} pairs of sentences in {near} pairs of reports")
    print(f"firsthand takes {seconds / other:.2f} times as long as MinHashLSH alone")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
