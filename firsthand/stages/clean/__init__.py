"""What on the page is no news text: menus, teasers, credits, calls to subscribe, comments, labels, notes.

Rules come in two sorts: phrases, which are data (``lang/data/<code>/junk.toml``, all languages at once, since the
debris of a page often speaks another language than its article), and shapes, the functions in ``shapes.SHAPES``.
What no rule knows a trained model may tell by what stands around it (``lines``).
News text marked as debris is lost for all that follows, so a rule that is not sure leaves the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.records import Region, Report
from firsthand.stages.clean.between import between
from firsthand.stages.clean.edges import edges
from firsthand.stages.clean.learnt import learn_repeated, repeated
from firsthand.stages.clean.lines import unlikely_lines
from firsthand.stages.clean.page import Page, has_letters, read_page, strip
from firsthand.stages.clean.phrases import phrased
from firsthand.stages.clean.shapes import shaped

__all__ = ["KINDS", "find_regions", "learn_repeated"]

KINDS = ("menu", "teaser", "caption", "credit", "promo", "comments", "label", "editor-note", "duplicate-headline")


def find_regions(report: Report, learnt: frozenset[str] = frozenset()) -> tuple[Region, ...]:
    """The parts of the report's page that are no news text, in order, without overlap.

    ``learnt`` holds lines of the report's outlet as ``learn_repeated`` gives them.
    """
    page = read_page(report.text, report.language)
    regions = ruled_regions(page, learnt)
    return settle(page, [*regions, *unlikely_lines(page, regions)])


def ruled_regions(page: Page, learnt: frozenset[str]) -> tuple[Region, ...]:
    """What the rules alone find."""
    regions = settle(page, [*phrased(page), *shaped(page), *repeated(page, learnt)])
    return settle(page, [*regions, *between(page, regions), *edges(page, regions)])


def settle(page: Page, found: Iterable[Region]) -> tuple[Region, ...]:
    """The regions in order, each cut where the one before ends; what is left of a region is kept."""
    settled: list[Region] = []
    for region in sorted(found, key=lambda r: (r.span.start, -r.span.stop)):
        start = max(region.span.start, settled[-1].span.stop) if settled else region.span.start
        if start < region.span.stop:
            span = strip(page.text, start, region.span.stop)
            if has_letters(page.text, span.start, span.stop):
                settled.append(Region(span, region.kind, region.rule))
    return tuple(settled)
