"""How well names are found: exact span and type, only names that start with a capital, PER, LOC and ORG.

``python eval/names.py ../shared/ner --topics brexit --every 8 [--models DIR] [--fast]``; ``--every 1`` for all reports.
Only models trained with the same ``--topics-out`` and ``--every-out`` give honest figures.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pycrfsuite

from firsthand.names import crf, encoder
from firsthand.names.corpus import Gold, KeptOut, gold, news
from firsthand.names.tagger import Models, find_names, models
from firsthand.records import Report

TYPES = ("PER", "LOC", "ORG")
Found = tuple[int, int, str]
MARK = re.compile(r"\[([A-Z]{3}): ([^\]\n]{1,80})\]")
ENGLISH = Path(__file__).parent / "names_en.txt"
Finder = Callable[[Gold], list[Found]]


def counted(names: Iterable[Found], text: str) -> set[Found]:
    """The names that are measured."""
    return {n for n in names if n[2] in TYPES and text[n[0] : n[0] + 1].isupper()}


def compared(documents: list[Gold], finder: Finder) -> Counter[tuple[str, str, str]]:
    """Right, wrong and missed names by language and type, words and seconds by language."""
    found: Counter[tuple[str, str, str]] = Counter()
    for document in documents:
        language, text = document.report.language, document.report.text
        began = time.process_time()
        predicted = counted(finder(document), text)
        found[language, "time", "ms"] += round(1e6 * (time.process_time() - began))
        found[language, "time", "words"] += sum(map(len, document.sentence_words))
        gold = counted(document.names, text)
        found.update((language, name[2], "right" if name in gold else "wrong") for name in predicted)
        found.update((language, name[2], "missed") for name in gold - predicted)
    return found


def measures(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1, in hundredths."""
    precision, recall = 100 * right / max(1, right + wrong), 100 * right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def line(found: Counter[tuple[str, str, str]], language: str) -> str:
    """One line: F1 with precision and recall, of all and of each type, and words a second."""
    parts = []
    for name, types in (("all", TYPES), *((t, (t,)) for t in TYPES)):
        counts = [sum(found[language, t, kind] for t in types) for kind in ("right", "wrong", "missed")]
        precision, recall, both = measures(*counts)
        parts.append(f"{name} {both:.1f} (P {precision:.1f} R {recall:.1f} n {counts[0] + counts[2]})")
    speed = 1e6 * found[language, "time", "words"] / max(1, found[language, "time", "ms"])
    return "  ".join(parts) + f"  {speed:.0f} words/s"


def marked(file: Path, language: str) -> Iterator[Gold]:
    """Sentences of our own, a line each, names as ``[PER: Helen Marsh]``; each is a report of its own."""
    for number, written in enumerate(file.read_text("utf-8").splitlines()):
        if not written or written.startswith("#"):
            continue
        text, names, at = "", [], 0
        for mark in MARK.finditer(written):
            text += written[at : mark.start()]
            names.append((len(text), len(text) + len(mark[2]), mark[1]))
            text, at = text + mark[2], mark.end()
        yield gold(Report(str(number), file.name, text + written[at:], language), file.stem, "slavic", names)


def models_in(folder: Path | None, fast: bool) -> Models:
    """The models of a folder, or those of the package."""
    if folder is None:
        return models(fast)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(folder / crf.MODEL))
    return Models(tagger, None if fast else encoder.load(folder / encoder.MODEL))


def finder(using: Models) -> Finder:
    """A function that finds the names of a report with these models."""

    def find(document: Gold) -> list[Found]:
        sentences = [words for words in document.sentence_words if words]
        return [(n.start, n.stop, n.type) for n in find_names(sentences, document.report.language, using)]

    return find


def outside_events(find: Finder) -> Finder:
    """The finder without what it finds in names of events (a topic's own word may be most of its mistakes)."""

    def kept(document: Gold) -> list[Found]:
        events = [name for name in document.names if name[2] == "EVT"]
        return [n for n in find(document) if not any(e[0] < n[1] and n[0] < e[1] for e in events)]

    return kept


def main() -> None:
    """Prints a line a topic and language, then the topics kept out together, and the others."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--topics", default="", help="all reports of these topics, with commas")
    options.add_argument("--every", type=int, default=0, help="every so many-th report of the others; 1 for all")
    options.add_argument("--models", type=Path)
    options.add_argument("--fast", action="store_true")
    options.add_argument(
        "--without-events", action="store_true", help="pass over what is found in the name of an event"
    )
    given = options.parse_args()
    topics = defaultdict(list)
    wanted = KeptOut(frozenset(given.topics.split(",")), given.every)
    for number, document in news(given.data):
        if wanted.takes(number, document):
            topics[document.topic].append(document)
    find = finder(models_in(given.models, given.fast))
    find = outside_events(find) if given.without_events else find
    total: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for topic, documents in topics.items():
        found = compared(documents, find)
        total["unseen" if topic in wanted.topics else "seen"] += found
        for language in sorted({d.report.language for d in documents}):
            print(f"{topic} {language}: {line(found, language)}", flush=True)
    for kind, found in total.items():
        print(f"{kind} uk: {line(found, 'uk')}\n{kind} ru: {line(found, 'ru')}")
    if not given.fast:
        print("own sentences en:", line(compared(list(marked(ENGLISH, "en")), find), "en"))


if __name__ == "__main__":
    main()
