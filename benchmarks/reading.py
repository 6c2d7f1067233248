"""How long one more report takes in a store of many, and the answer.

``python -m benchmarks.reading [REPORTS [STORE [--unlinked]]]``

The store is filled with copies of the analysed sample, a story a copy: in each all names and most longer words are
spelled anew, so that the reports of a story repeat each other as the sample's do, and stories share a few words. What
is timed for the one more report is all of ``firsthand read``: analysis, look-up, comparison, writing. A STORE that is
named is kept and filled up, so that thousands of reports need be written only once. ``--unlinked`` writes them without
comparing them with each other, which takes minutes where comparing takes hours: one more report is compared all the
same, but there is no answer to time.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

from firsthand.answer.build import answer_of
from firsthand.answer.reading import Comparer, read_and_compare
from firsthand.ingest.run import Options, read_reports
from firsthand.pipeline import analyse, analyse_fast
from firsthand.records import Analysis, Report
from firsthand.store import Store
from firsthand.store.codec import from_json, to_json

SAMPLE = Path(str(resources.files("firsthand.sample"))) / "reports"
_WORD = re.compile(r"(?<!\\)\b(?:[А-ЯЄІЇҐЁ][а-яєіїґё]{3,}|[A-Z][a-z]{4,}|[а-яєіїґё]{6,}|[a-z]{7,})")
_CONSONANTS = {True: "bcdfgklmnprstvz", False: "бвгджзклмнпрстфхцчш"}
_VOWELS = {True: "aeiou", False: "аеиоу"}
_KEPT_SHARE = 0.3  # of the lower-case words: stories are told with some words in common


def copies(analyses: list[Analysis], stories: int) -> Iterator[Analysis]:
    """The analyses of each story, its names respelled."""
    for number in range(stories):
        letters = random.Random(number)  # noqa: S311 - the same copies at every run
        known: dict[str, str] = {}
        for analysis in analyses:
            yield _respelled(analysis, number, letters, known)


def _respelled(analysis: Analysis, story: int, letters: random.Random, known: dict[str, str]) -> Analysis:
    """The analysis with the first two letters of words replaced, so that all spans stay where they are."""

    def spell(match: re.Match[str]) -> str:
        word = match.group()
        start = word[:4].lower()
        if start not in known:
            kept = word.islower() and letters.random() < _KEPT_SHARE
            known[start] = start[:2] if kept else _syllable(letters, start.isascii())
        return (known[start].title() if word[0].isupper() else known[start]) + word[2:]

    layout, mark, body = to_json(analysis).partition('"analysis":')
    copy = from_json(layout + mark + _WORD.sub(spell, body), Analysis)
    return replace(copy, report=replace(copy.report, id=f"{analysis.report.id[:6]}{story:06d}"))


def _syllable(letters: random.Random, latin: bool) -> str:
    return letters.choice(_CONSONANTS[latin]) + letters.choice(_VOWELS[latin])


def fill(store: Store, count: int, linked: bool = True) -> None:
    """Compares (if ``linked``) and writes as many reports; goes on where it was stopped."""
    originals = [analyse_fast(r) for r in read_reports([SAMPLE]) if isinstance(r, Report)]
    there = {report.id for report in store.reports()}
    comparer, started = Comparer(store), time.perf_counter()
    for analysis in copies(originals, -(-count // len(originals))):
        if analysis.report.id not in there:
            postings = comparer.postings(analysis)
            links = comparer.links(analysis, postings) if linked else ()
            prepared = comparer.prepared(analysis)
            store.put(analysis, "d", postings, analysis.report.id, links, prepared)
    written, spent = store.count() - len(there), time.perf_counter() - started
    if written:
        print(f"{written} reports {'compared and ' if linked else ''}written: {1000 * spent / written:.0f} ms each")


def measure(url: Path, answered: bool = True) -> None:
    """Times one more report (in a copy, so that the store stays as it is), models loaded, and the answer if asked."""
    analyse(next(r for r in read_reports([SAMPLE]) if isinstance(r, Report)))
    for name in ("04-novyi-obrii.txt", "16-vostochnyy-telegraf.txt", "01-northline.html"):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(shutil.copy(url, folder))
            with Store.open(copy) as store:
                started = time.perf_counter()
                read_and_compare([SAMPLE / name], store, analyse, Options())
                print(f"one more report ({name}): {time.perf_counter() - started:.2f} s")
    if not answered:
        return
    with Store.open(url) as store:
        started = time.perf_counter()
        answer = answer_of(store)
        spent = time.perf_counter() - started
        print(f"the answer to {len(answer.analyses)} reports: {spent:.1f} s")
        print(f"{len(answer.claims)} claims, {len(answer.stories)} stories")


def main() -> None:
    """Fills a store, then times one more report and the answer."""
    linked = "--unlinked" not in sys.argv
    arguments = [argument for argument in sys.argv[1:] if argument != "--unlinked"]
    count = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory() as folder:
        url = Path(arguments[1]) if len(arguments) > 1 else Path(folder) / "bench.db"
        with Store.open(url) as store:
            fill(store, count, linked)
        measure(url, answered=linked)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
