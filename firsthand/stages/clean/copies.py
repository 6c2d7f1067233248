"""Copies of the headline or of the text: what a page prints twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from firsthand.records import Span
from firsthand.stages.clean.learnt import line_key
from firsthand.stages.clean.page import CLOCK, HEAD_LINES, Page, has_letters, marks
from firsthand.stages.clean.teasers import closes_paragraph

LONGEST_COPY = 500
HEADLINE_LENGTH = 160
MOST_COPIED = 4
# in the middle of a line only a headline with its time is a copy: a lead may well open with the headline's words
TIME_FOLLOWS = re.compile(r"\s{1,3}(?:\d{1,2}:\d\d|\d{1,2}\.\d\d\.(?:19|20)\d\d)")
CUT = re.compile(
    r"(?:\.{3}|…)\s{0,3}(?:$|[^\n]{0,40}\d\.(?:19|20)\d\d\s{0,3}$)|[.!?]\s[^\n.!?]{3,40},\s\d\d?\.\d\d\.(?:19|20)\d\d$"
)


def doubled_headline(page: Page) -> Iterator[Span]:
    """Copies of an early line in the lines after it: alone, with a caption or before the lead."""
    heads = [index for index, words in enumerate(page.words[:8]) if len(words) >= 4][:3]
    for index in heads:
        head = without_clock(without_mark([word.fold for word in page.words[index]]))
        if index and page.line(index)[-1] in ".!?:":
            continue
        for later in range(index + 1, min(len(page.lines), index + 6)):
            yield from copies(page, later, head, 1 if index or len(head) < 5 else 60)


def without_mark(folds: list[str]) -> list[str]:
    """A headline without the word behind it that says what the page shows: "... отменяет рейсы (видео)"."""
    return folds[:-1] if len(folds) > 5 and folds[-1] in marks("shown_words") else folds


def copies(page: Page, index: int, head: list[str], reach: int) -> Iterator[Span]:
    """Copies of a headline that begin within the first words of a line and end before something new."""
    words = page.words[index]
    for at in range(min(reach, len(words) - len(head) + 1)):
        if words[at].fold != head[0] or [word.fold for word in words[at : at + len(head)]] != head:
            continue
        stop, line = words[at + len(head) - 1].stop, page.lines[index]
        rest = page.text[stop : min(line.stop, stop + 200)]
        runs_on = has_letters(page.text, stop, line.stop)
        if at == 0 and is_whole_copy(rest) and not (runs_on and news_between(page, index)):
            yield copy_of_headline(page, index, stop)
        elif at and TIME_FOLLOWS.match(rest):
            yield Span(words[at].start, stop)


def news_between(page: Page, index: int) -> bool:
    """Whether two paragraphs of news stand above a line, so that what it repeats is told in its turn."""
    return sum(closes_paragraph(page.line(above)) or ends_sentence(page, above) for above in range(1, index)) >= 2


def ends_sentence(page: Page, index: int) -> bool:
    """Whether a line of six words or more ends with a full stop."""
    return len(page.words[index]) >= 6 and page.line(index).endswith(".")


def part_of_headline(page: Page) -> Iterator[Span]:
    """A line below the headline that is its end once more, without the words before its colon or stop."""
    for index in range(min(HEAD_LINES, len(page.lines) - 1)):
        head, words = [word.fold for word in page.words[index]], [word.fold for word in page.words[index + 1]]
        start = len(head) - len(words)
        unfinished = page.line(index + 1)[-1] not in ".!?…"  # with a full stop it is the lead
        if start > 0 and len(words) >= 6 and unfinished and head[start:] == words and opens_part(page, index, start):
            yield page.lines[index + 1]


def opens_part(page: Page, index: int, at: int) -> bool:
    """Whether a colon, stop or dash stands right before a word of a line."""
    before, word = page.words[index][at - 1], page.words[index][at]
    return re.search(r"[:.!?|—–]", page.text[before.stop : word.start]) is not None


def titles_of_slides(page: Page) -> Iterator[Span]:
    """The title of a gallery, again above each picture: a line without a stop that stands three times or more."""
    longer = [len(words) >= 4 for words in page.words]
    titles = [index for index, long in enumerate(longer) if long and page.line(index)[-1] not in '.!?:;,…»"']
    if len(titles) < 3:
        return
    keys = [line_key(page.line(index)) if long else "" for index, long in enumerate(longer)]
    counts = Counter(keys[index] for index in titles)
    first: set[str] = set()
    for index, key in enumerate(keys):
        if counts[key] >= 3 and key in first:
            yield page.lines[index]
        first.add(key)


def turned_headline(page: Page) -> Iterator[Span]:
    """The headline once more as the first sentence, its words in another order."""
    if len(page.lines) < 2 or len(page.words[0]) < 5:
        return
    first = page.sentences[1][0]
    words = [word for word in page.words[1] if word.stop <= first.stop]
    if sorted(word.fold for word in words) == sorted(word.fold for word in page.words[0]):
        yield first


def trailing_headline(page: Page) -> Iterator[Span]:
    """A copy of the headline that closes one of the lines after it: what stands before it there is a teaser."""
    head = without_clock([word.fold for word in page.words[0]]) if page.words else []
    for index in range(1, min(len(page.words), 4)):
        words = [word.fold for word in page.words[index]]
        if len(head) >= 5 and len(head) < len(words) <= len(head) + 25 and words[-len(head) :] == head:
            yield after_clock(page, index)


def without_clock(folds: list[str]) -> list[str]:
    """A headline without the time of day before or behind it ("21:46 Міст відкрили")."""
    if len(folds) > 2 and is_clock(folds[:2]):
        return folds[2:]
    return folds[:-2] if len(folds) > 6 and is_clock(folds[-2:]) else folds


def is_clock(folds: list[str]) -> bool:
    """Whether two words are the hours and minutes of a time of day."""
    return all(fold.isdigit() and len(fold) == 2 for fold in folds)


def after_clock(page: Page, index: int) -> Span:
    """A line from behind its date and time, which tell when the report came out."""
    line = page.lines[index]
    clock = CLOCK.search(page.text, line.start, min(line.stop, line.start + 60))
    return Span(clock.end() if clock else line.start, line.stop)


def is_whole_copy(rest: str) -> bool:
    """Whether what follows a copy begins anew; a lead that merely opens with the headline's words runs on."""
    return re.match(r"[\"»”)]{0,2}(?:\s{0,3}$|\s{0,2}[.!?…:|]|\s{1,3}[\"«“(]?[^\W_a-zа-яіїєґё])", rest) is not None


def copy_of_headline(page: Page, index: int, stop: int) -> Span:
    """The copy with its closing mark; with the rest of the line if that is a caption and no sentence."""
    line = page.lines[index]
    rest = page.text[stop : line.stop]
    if len(rest) <= 80 and not re.search(r"[.!?…]\W{0,3}$", rest[3:]):
        return line
    closing = re.match(r"[\"»”)]{0,2}[.!?…]{0,3}", rest)
    return Span(line.start, stop + (closing.end() if closing else 0))


def doubled_sentence(page: Page) -> Iterator[Span]:
    """A sentence of the first lines that stands twice in a row: its first copy was the page's own summary."""
    for sentences in page.sentences[:HEAD_LINES]:
        for first, second in pairwise(sentences):
            words = first.of(page.text)[:LONGEST_COPY].split()
            if len(words) >= 6 and first.of(page.text) == second.of(page.text):
                yield first


def doubled_lead(page: Page) -> Iterator[Span]:
    """Several sentences of the first lines once more right behind them, as a lead with its dateline is printed."""
    for sentences in page.sentences[:HEAD_LINES]:
        told = [sentence.of(page.text) for sentence in sentences]
        for run in range(2, MOST_COPIED + 1):
            for at in range(run, len(told) - run + 1):
                words = sum(len(sentence[:LONGEST_COPY].split()) for sentence in told[at : at + run])
                if words >= 6 * run and told[at - run : at] == told[at : at + run]:
                    yield Span(sentences[at].start, sentences[at + run - 1].stop)


def copied_lead(page: Page) -> Iterator[Span]:
    """A line under the headline that stands again, word for word, where the next line opens: the page's own summary."""
    for index in range(1, min(HEAD_LINES, len(page.lines) - 1)):
        line, following = page.line(index), page.line(index + 1)
        whole = line[-1] in ".!?…" and len(page.words[index]) >= 6
        if whole and len(following) > len(line) and following.startswith(line):
            yield page.lines[index]


def cut_copy(page: Page) -> Iterator[Span]:
    """A line that quotes the opening of a later line and breaks off: a preview, or in the first one a cut headline."""
    for index, line in enumerate(page.lines[:HEAD_LINES]):
        if not index and line.stop - line.start <= HEADLINE_LENGTH:
            continue
        cut = CUT.search(line.of(page.text)[-60:])
        words = [w.fold for w in page.words[index] if cut and w.stop <= max(line.start, line.stop - 60) + cut.start()]
        if len(words) >= 7 and any(repeats(page, later, words[:-1]) for later in range(index + 1, index + 6)):
            yield line


def previews(page: Page) -> Iterator[Span]:
    """A preview of the text in one line with the headline: sentences that a later line repeats, and "read on"."""
    for index, sentences in enumerate(page.sentences[:HEAD_LINES]):
        if len(sentences) < 2 or sentences[-1].of(page.text).casefold().rstrip(" .…>»") not in marks("more_words"):
            continue
        later = page.text[page.lines[index].stop :]
        first = len(sentences) - 1
        while first and sentences[first - 1].of(page.text) in later:
            first -= 1
        start = repeated_end(page.text, sentences[first - 1], later) if first else sentences[0].start
        if start < sentences[-1].start:
            yield Span(start, page.lines[index].stop)


def repeated_end(text: str, sentence: Span, later: str) -> int:
    """Where the end of a sentence begins that stands in a later text too; its stop where none of six words does.

    A headline without a full stop and the first sentence of the preview look like one sentence.
    """
    starts = [sentence.start + m.start() for m in re.finditer(r"\S+", sentence.of(text)[:LONGEST_COPY])]
    return next((at for at in starts[:-5] if text[at : sentence.stop] in later), sentence.stop)


def repeats(page: Page, index: int, words: list[str]) -> bool:
    """Whether a line of the page holds the words in a row, near its start."""
    if index >= len(page.words):
        return False
    folds = [word.fold for word in page.words[index][: len(words) + 80]]
    return any(folds[at : at + len(words)] == words for at in range(0, 60))
