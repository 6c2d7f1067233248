"""What readers wrote below the news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.records import Span
from firsthand.stages.clean.learnt import line_key
from firsthand.stages.clean.page import Page, marks, read_words

COMMENT = re.compile(r"\d{1,2}\s[^\W\d]{3,9}\s20\d\d,?\s\d{1,2}:\d\d\.?\s+(?=\D)")
NAMED_COMMENT = re.compile(COMMENT.pattern + r"[\w.-]{2,25}:\s")
# a reader's name and when the comment was sent, under or above the comment: "Гость, 5 мая 2020 10:12"
SIGNATURE = re.compile(r"(\w[\w.-]{1,24}(?:\s[\w.-]{1,24})?),?\s\d{1,2}\s[^\W\d]{3,9}\s20\d\d,?\s(?:\w\s)?\d{1,2}:\d\d")
LATE = 0.4  # of a page: comments come behind the news


def comments(page: Page) -> Iterator[Span]:
    """A reader's comment: it opens with its date and time, after the news.

    Right under the headline and without a reader's name it is the text of its page, be it one of a forum.
    """
    dated = ((index, COMMENT.match(page.line(index)[:40])) for index in range(1, len(page.lines)))
    written = [index for index, m in dated if m and is_written(page.line(index)[m.end() :])]
    if written and (written[0] > 1 or NAMED_COMMENT.match(page.line(written[0])[:80])):
        yield from (page.lines[index] for index in written)


def is_written(text: str) -> bool:
    """Whether there are words behind a date: behind the page's own stand its counters or source ("• 6114 views")."""
    if text.startswith("["):
        return False
    words = [word.fold for word in read_words(text, Span(0, min(len(text), 80))) if not word.fold.isdigit()]
    return not all(word in marks("counted_words") for word in words)


def signatures(page: Page) -> Iterator[Span]:
    """Readers' comments, each signed with a name and a time in a line of its own, and what stands below them."""
    late = LATE * page.lines[-1].stop if page.lines else 0
    signed = [(index, m) for index in late_lines(page, late) if (m := SIGNATURE.fullmatch(page.line(index)[:80]))]
    if len(signed) >= 2 or any(m[1].casefold() in marks("reader_names") for _, m in signed):
        first = signed[0][0]
        first -= starts_with_small(page.line(first - 1))
        yield Span(page.lines[first].start, page.lines[-1].stop)


def late_lines(page: Page, start: float) -> Iterator[int]:
    """The lines, not the first two, that begin after a place."""
    return (index for index in range(2, len(page.lines)) if page.lines[index].start > start)


def starts_with_small(line: str) -> bool:
    """Whether a line opens with a small letter, as no paragraph of news does."""
    return line[:1].islower()


def threads(page: Page) -> Iterator[Span]:
    """Readers' comments without a heading: they quote each other, line by line."""
    first: dict[str, int] = {}
    quoted = []
    for index in range(3, len(page.lines)):
        key = line_key(page.line(index))[:60]
        # "The director of the museum:" again and again: people take turns
        if len(key.split()) >= 4 and key in first and page.line(index)[-1] != ":":
            quoted.append(first[key])
        first.setdefault(key, index)
    # earlier on a page it is a forum, and what is written there its text
    if len(quoted) >= 2 and page.lines[min(quoted)].start > LATE * page.lines[-1].stop:
        yield Span(page.lines[min(quoted)].start, page.lines[-1].stop)
