"""Lines that one outlet prints on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from firsthand.records import Region
from firsthand.stages.clean.page import Page


def repeated(page: Page, learnt: frozenset[str]) -> Iterator[Region]:
    """Lines that the outlet prints again and again."""
    for line in page.lines if learnt else ():
        if line_key(line.of(page.text)) in learnt:
            yield Region(line, "menu", "repeated-line")


def line_key(line: str) -> str:
    """A line as compared across reports: folded, every number alike."""
    return re.sub(r"\d+", "0", " ".join(line.casefold().split()))[:300]


def learn_repeated(reports: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Per outlet, the lines that its pages repeat, from pairs of outlet and text.

    An outlet needs at least five reports; those with the same first line count once, as versions of one article.
    """
    by_outlet: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for outlet, text in reports:
        keys = [line_key(line) for line in text.split("\n") if line.strip()]
        if keys:
            by_outlet[outlet].setdefault(keys[0], set()).update(edge_lines(keys))
    return {outlet: common_lines(list(pages.values())) for outlet, pages in by_outlet.items() if len(pages) >= 5}


def edge_lines(keys: list[str]) -> list[str]:
    """The lines at the head and foot of a page, where repeated ones are debris and not the headings of an article."""
    return keys[:6] + keys[6:][-10:]


def common_lines(pages: list[set[str]]) -> frozenset[str]:
    """Lines on at least three pages, and on one in fifty, that don't read as news."""
    counts = Counter(key for page in pages for key in page)
    enough = max(3, len(pages) // 50)
    return frozenset(key for key, count in counts.items() if count >= enough and not reads_as_news(key))


def reads_as_news(key: str) -> bool:
    """A whole sentence: background that an outlet adds to many reports is news all the same."""
    return len(key.split()) >= 8 and key[-1] in '.!?…»"'
