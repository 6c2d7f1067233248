"""What stands between two pieces of debris and is debris too: the middle of a menu, of the calls at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.records import Region, Span
from firsthand.stages.clean.page import Page, has_letters, strip

LONGEST_CALL = 90
LONGEST_ITEM = 5
STOPS = ".!?…:;"


def between(page: Page, regions: Sequence[Region]) -> Iterator[Region]:
    """The gaps between neighbouring regions that are debris as these are."""
    lines, tail = frozenset(page.lines), debris_from(page, regions)
    for before, after in pairwise(regions):
        gap = strip(page.text, before.span.stop, after.span.start)
        if gap.start < gap.stop and has_letters(page.text, gap.start, gap.stop):
            if is_menu_item(page, lines, before, gap, after):
                yield Region(gap, "menu", "between-menu")
            elif is_call(before, gap, after) and after.span.start >= tail:
                yield Region(gap, "promo", "between-promo")


def is_menu_item(page: Page, lines: frozenset[Span], before: Region, gap: Span, after: Region) -> bool:
    """Whether it is a line of a few words between two lines of a menu; a number would make it a date line."""
    item = gap.of(page.text)
    short = len(item.split()) <= LONGEST_ITEM and item[-1] not in STOPS and not any(char.isdigit() for char in item)
    return short and before.kind == after.kind == "menu" and {before.span, gap, after.span} <= lines


def is_call(before: Region, gap: Span, after: Region) -> bool:
    """Whether it is short and stands between two calls of the page itself."""
    return before.kind == after.kind == "promo" and gap.stop - gap.start <= LONGEST_CALL


def debris_from(page: Page, regions: Sequence[Region]) -> int:
    """Where the debris begins behind which nothing else stands; the end of the page where it does not end in any."""
    at = page.lines[-1].stop if page.lines else len(page.text)
    for region in reversed(regions):
        if has_letters(page.text, min(region.span.stop, at), at):
            return at
        at = min(region.span.start, at)
    return at
