"""What the debris around it shows to be debris: the name of the site, what stands between the news and the foot."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from firsthand.lang.morphology import parses
from firsthand.records import Region
from firsthand.stages.clean.page import HEAD_LINES, Page, has_letters, marks
from firsthand.stages.clean.reach import months

MOST_IN_NAME, MOST_IN_TITLE, MOST_AT_FOOT = 4, 8, 5  # words
LEAST_IN_HEADLINE, LEAST_IN_SENTENCE = 5, 8
STOPS = ".!?…:;,*"
VERBS = ("VERB", "INFN", "PRED", "PRTS", "ADJS")


def edges(page: Page, regions: Sequence[Region]) -> Iterator[Region]:
    """What the regions found show of the lines at the head and foot of a page."""
    covered = covered_lines(page, regions)
    for index in site_lines(page, covered):
        yield Region(page.lines[index], "menu", "site-name")
    for index in left_at_foot(page, covered):
        yield Region(page.lines[index], "credit", "left-at-foot")
    for index in dates_of_teasers(page, covered):
        yield Region(page.lines[index], "teaser", "date-of-teaser")


def covered_lines(page: Page, regions: Sequence[Region]) -> dict[int, str]:
    """The lines that are debris as a whole, each with the rule that found it."""
    covered: dict[int, str] = {}
    at = 0
    for index, line in enumerate(page.lines):
        while at < len(regions) and regions[at].span.stop <= line.start:
            at += 1
        inner = [region for region in regions[at : at + 8] if region.span.start < line.stop]
        ends = [line.start, *(region.span.stop for region in inner)]
        starts = [*(region.span.start for region in inner), line.stop]
        gaps = zip(ends, starts, strict=True)
        if not any(start < stop and has_letters(page.text, start, stop) for start, stop in gaps):
            covered[index] = inner[0].rule if inner else ""
    return covered


def site_lines(page: Page, covered: dict[int, str]) -> Iterator[int]:
    """The first line and the next if they name the site: debris or a date parts them from the headline.

    No word of a name stands elsewhere on the page, as one of a short headline would.
    """
    titles = [index for index in range(min(2, len(page.lines))) if index not in covered and entitles(page, index)]
    yield from titles
    between = 1 in titles or 1 in covered or (len(page.lines) > 1 and is_date(page, 1))
    if 0 in covered or 0 in titles or not between or not is_bare(page, 0, MOST_IN_NAME):
        return
    rest = range(2, min(len(page.lines), HEAD_LINES + 4))
    again = [index for index in rest if page.line(index) == page.line(0)]
    news = [index for index in rest if index not in covered and index not in again and not is_date(page, index)]
    headed = len(news) >= 2 and is_headline(page, news[0]) and any(is_sentence(page, index) for index in news[1:4])
    if headed and not is_told(page, 0, {*covered, *titles, *again}):
        yield from (index for index in (0, *again) if index not in covered)


def entitles(page: Page, index: int) -> bool:
    """Whether a line says of whom this is the site: "Офіційна сторінка єпархії"."""
    opens = page.line(index).casefold().startswith(marks("site_openings"))
    return opens and is_bare(page, index, MOST_IN_TITLE) and len(page.lines) > index + 2


def is_bare(page: Page, index: int, most: int) -> bool:
    """Whether a line has few words, no verb among them, no number and no mark at its end."""
    line, words = page.line(index), page.words[index]
    if not 1 <= len(words) <= most or line[-1] in STOPS or ":" in line or any(char.isdigit() for char in line):
        return False
    common = (word for word in words if word is words[0] or page.text[word.start].islower())
    readings = (parses(word.fold, page.language)[:1] for word in common)
    return not any(first[0].pos in VERBS for first in readings if first)


def is_date(page: Page, index: int) -> bool:
    """Whether a line has no words but those of a date and clock time."""
    return all(len(word.fold) <= 2 or word.fold.isdigit() or is_of_calendar(word.fold) for word in page.words[index])


def is_of_calendar(fold: str) -> bool:
    """Whether a word is the name of a month or of a day of the week."""
    return fold in months() or fold in marks("weekdays")


def is_headline(page: Page, index: int) -> bool:
    """Whether a line has some words and no stop."""
    return len(page.words[index]) >= LEAST_IN_HEADLINE and page.line(index)[-1] not in ".:;,"


def is_sentence(page: Page, index: int) -> bool:
    """Whether a line has some words and a stop."""
    return len(page.words[index]) >= LEAST_IN_SENTENCE and page.line(index)[-1] in '.!?…»"'


def is_told(page: Page, index: int, debris: Collection[int]) -> bool:
    """Whether a longer word of a line stands in other lines that are no debris, whatever its ending."""
    own = {word.fold[:5] for word in page.words[index] if len(word.fold) >= 4}
    others = (words for other, words in enumerate(page.words) if other != index and other not in debris)
    return any(word.fold[:5] in own for words in others for word in words)


def left_at_foot(page: Page, covered: dict[int, str]) -> Iterator[int]:
    """A short line without a verb between the last paragraph and the debris that closes the page: a signature."""
    last = next((index for index in reversed(range(len(page.lines))) if index not in covered), 0)
    below = 2 <= last < len(page.lines) - 1 and (last - 1 in covered or is_sentence(page, last - 1))
    if below and is_bare(page, last, MOST_AT_FOOT):
        yield last


def dates_of_teasers(page: Page, covered: dict[int, str]) -> Iterator[int]:
    """The dates beside headlines of other news at the foot; the page has its own at its head."""
    dated = any(is_date(page, index) and has_digit(page, index) for index in range(min(HEAD_LINES, len(page.lines))))
    for index in range(len(page.lines) - 1, HEAD_LINES, -1) if dated else ():
        if index not in covered and not (is_date(page, index) and has_digit(page, index)):
            return
        beside = {covered.get(index - 1), covered.get(index + 1)}
        if index not in covered and "foot-headlines" in beside:
            yield index


def has_digit(page: Page, index: int) -> bool:
    """Whether a line has a number."""
    return any(char.isdigit() for char in page.line(index))
