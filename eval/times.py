"""Measures expressions of time on TIMEX3-marked texts (WikiWars), beside dateparser's search.

    python eval/times.py FOLDER [--language uk] [--first 8] [--points] [--rival]

FOLDER holds ``*.key.xml`` documents with inline ``<TIMEX3 type value>`` marks. Counted over all documents: spans that
are equal (strict), that overlap (relaxed), and that overlap with the same value. WikiWars marks the two ends of an
interval each on its own and leaves the word for "year" outside; ``--points`` brings ours into that shape.
``--rival`` needs ``pip install dateparser``.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import NamedTuple

from firsthand.records import Report
from firsthand.stages.times import find_times

BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.S)
MARK = re.compile(r"<TIMEX3\b([^>]{0,300})>(.*?)</TIMEX3>", re.S)
VALUE = re.compile(r'\bvalue="([^"]*)"')
TAG = re.compile(r"<[^>]{1,200}>")


class Timed(NamedTuple):
    """An expression of time: its place and its value."""

    start: int
    stop: int
    value: str


class Scores(NamedTuple):
    """F1 of equal spans, of overlapping spans, and of overlapping spans with equal values."""

    strict: float
    relaxed: float
    value: float


def marked(xml: str) -> tuple[str, list[Timed]]:
    """The plain text of a document and its marked expressions."""
    body = (BODY.search(xml) or re.search(r"(?s)(.*)", xml))[1]  # type: ignore[index]
    text, gold, at = "", [], 0
    for mark in MARK.finditer(body):
        text += unescape(TAG.sub("", body[at : mark.start()]))
        words = unescape(TAG.sub("", mark[2]))
        value = VALUE.search(mark[1])
        gold.append(Timed(len(text), len(text) + len(words), value[1] if value else ""))
        text, at = text + words, mark.end()
    return text + unescape(TAG.sub("", body[at:])), gold


def firsthand_times(text: str, language: str) -> list[Timed]:
    """What firsthand finds, the report's date unknown."""
    found = find_times(Report("", "", text, language))
    return [Timed(time.span.start, time.span.stop, time.value) for time in found]


JOINT = re.compile(r"\s{0,3}[-–—−]\s{0,3}|\s(?:по|до|та|і|и)\s")
YEAR_WORD = re.compile(r"\s(?:рок\w{1,3}|рік|рр?|год\w{0,2}|гг?)\Z")


def points(text: str, times: Sequence[Timed]) -> list[Timed]:
    """Intervals as their two ends, and no word for "year" at the end of an expression."""
    return [_without_year_word(text, end) for time in times for end in _ends(text, time)]


def _ends(text: str, time: Timed) -> list[Timed]:
    first, _, last = time.value.partition("/")
    joint = JOINT.search(text, time.start, time.stop) if last else None
    if joint is None:
        return [time]
    return [Timed(time.start, joint.start(), first), Timed(joint.end(), time.stop, last)]


def _without_year_word(text: str, time: Timed) -> Timed:
    word = YEAR_WORD.search(text[time.start : time.stop])
    return Timed(time.start, time.start + word.start(), time.value) if word and word.start() else time


def dateparser_times(text: str, language: str) -> list[Timed]:
    """What dateparser's search finds; its value is cut to the precision that its words state."""
    from dateparser.search import search_dates

    out, at = [], 0
    for paragraph in text.splitlines(keepends=True):
        here = at
        for words, moment in search_dates(paragraph, languages=[language]) or []:
            start = text.find(words, here)
            if start < 0:
                continue
            here = start + len(words)
            out.append(Timed(start, here, _stated(words, moment.strftime("%Y-%m-%d"))))
        at += len(paragraph)
    return out


def _stated(words: str, date: str) -> str:
    if re.search(r"\b\d{1,2}\b", words):
        return date
    return date[:7] if re.search(r"[^\W\d]{4,}", words.replace("року", "")) else date[:4]


def scores(gold: Sequence[Sequence[Timed]], found: Sequence[Sequence[Timed]]) -> Scores:
    """The three measures over documents; each gold expression is matched once, an equal value first."""
    most = sum(map(len, gold)) + sum(map(len, found))
    hits = [_hits(g, f) for g, f in zip(gold, found, strict=True)]
    return Scores(*(round(2 * sum(hit[i] for hit in hits) / most, 3) if most else 0.0 for i in range(3)))


def _hits(gold: Sequence[Timed], found: Sequence[Timed]) -> tuple[int, int, int]:
    strict = len({(g.start, g.stop) for g in gold} & {(f.start, f.stop) for f in found})
    free, relaxed, value = list(found), 0, 0
    for g in gold:
        near = [f for f in free if f.start < g.stop and g.start < f.stop]
        if near:
            best = max(near, key=lambda f: f.value == g.value)
            free.remove(best)
            relaxed, value = relaxed + 1, value + (best.value == g.value)
    return strict, relaxed, value


def main() -> None:
    """Prints a line for firsthand and, on demand, one for dateparser."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--language", default="uk")
    options.add_argument("--first", type=int, default=None)
    options.add_argument("--points", action="store_true")
    options.add_argument("--rival", action="store_true")
    given = options.parse_args()
    documents = [marked(path.read_text("utf-8")) for path in sorted(given.folder.glob("*.key.xml"))[: given.first]]
    finders: list[tuple[str, Callable[[str, str], list[Timed]]]] = [("firsthand", firsthand_times)]
    finders += [("dateparser", dateparser_times)] if given.rival else []
    for name, find in finders:
        begun = time.perf_counter()
        found = [find(text, given.language) for text, _ in documents]
        seconds = time.perf_counter() - begun
        if given.points:
            found = [points(text, times) for (text, _), times in zip(documents, found, strict=True)]
        measured = scores([gold for _, gold in documents], found)
        print(f"{name:12}", *(f"{key} {value:.3f}" for key, value in measured._asdict().items()), f"{seconds:.1f} s")


if __name__ == "__main__":
    main()
