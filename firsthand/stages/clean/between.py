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
    for before, after in pairwise(regions):
        gap = strip(page.text, before.span.stop, after.span.start)
        if gap.start < gap.stop and has_letters(page.text, gap.start, gap.stop):
            if is_menu_item(page, before, gap, after):
                yield Region(gap, "menu", "between-menu")
            elif is_call(before, gap, after) and closes_page(page, regions, after):
                yield Region(gap, "promo", "between-promo")


def is_menu_item(page: Page, before: Region, gap: Span, after: Region) -> bool:
    """Whether it is a line of a few words between two lines of a menu; a number would make it a date line."""
    item, lines = gap.of(page.text), set(page.lines)
    short = len(item.split()) <= LONGEST_ITEM and item[-1] not in STOPS and not any(char.isdigit() for char in item)
    return short and before.kind == after.kind == "menu" and {before.span, gap, after.span} <= lines


def is_call(before: Region, gap: Span, after: Region) -> bool:
    """Whether it is short and stands between two calls of the page itself."""
    return before.kind == after.kind == "promo" and gap.stop - gap.start <= LONGEST_CALL


def closes_page(page: Page, regions: Sequence[Region], after: Region) -> bool:
    """Whether nothing but debris stands after a region."""
    at = after.span.stop
    for region in regions:
        if region.span.start >= at and not has_letters(page.text, at, region.span.start):
            at = region.span.stop
    return not has_letters(page.text, at, page.lines[-1].stop)
