"""Debris on a page, marked in sentences of our own: ``[[kind: words]]``."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from firsthand.records import Report, Span
from firsthand.stages.clean import find_regions

CASES = Path(__file__).parent.parent / "cases"
MARK = re.compile(r"\[\[([a-z-]+): (.+?)\]\]", re.DOTALL)


def read_cases() -> list[tuple[str, str]]:
    """Each case file's cases: pages between lines of dashes."""
    found = []
    for path in sorted(CASES.glob("junk_*.txt")):
        for number, case in enumerate(re.split(r"\n-{4,}\n", path.read_text("utf-8").strip("\n"))):
            found.append((f"{path.stem}-{number}", case))
    return found


def unmark(case: str) -> tuple[str, list[tuple[str, str]]]:
    """The bare page and its marked spans as kind and words."""
    return MARK.sub(r"\2", case), [(m[1], m[2]) for m in MARK.finditer(case)]


def page(text: str) -> Report:
    return Report(id="x", path="x.txt", text=text, language="uk")


@pytest.mark.parametrize(("name", "case"), read_cases())
def test_debris_is_found_and_named(name: str, case: str) -> None:
    text, expected = unmark(case)
    found = [(region.kind, region.span.of(text)) for region in find_regions(page(text))]
    assert found == expected


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b", "...", "*", "([", "\ufeff"])
def test_nothing_to_clean(text: str) -> None:
    assert find_regions(page(text)) == ()


def test_regions_are_in_order_and_apart() -> None:
    text = "Заголовок про одну річ\nФото: Агенція\nЧитайте також: Фото: Інша річ\nПідписуйтесь на наш канал."
    spans = [region.span for region in find_regions(page(text))]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    assert all(isinstance(span, Span) for span in spans)
