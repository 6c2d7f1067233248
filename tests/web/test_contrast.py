"""WCAG AA: every colour of text on every ground it stands on, light and dark."""

from __future__ import annotations

import re
from importlib import resources

import pytest

CSS = resources.files("firsthand.web").joinpath("static", "style.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", CSS)
)
GROUNDS = ("ground", "raised")
TEXTS = (
    "text", "quiet", "link", "assert", "deny", "doubt", "direct", "commit", "source", "cue", "names", "times",
    "quantities",
)  # fmt: skip
SHADES = ("content", "new", "update", "repeated", "mark")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(colours: dict[str, str]) -> None:
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for shade in SHADES:
        for text in ("text", "source"):
            assert contrast(colours[text], colours[shade]) >= 4.5, (text, shade)
    assert contrast(colours["ground"], colours["link"]) >= 4.5
    assert contrast(colours["warning"], colours["warning-ground"]) >= 4.5


def test_dark_has_every_colour_of_light() -> None:
    assert set(DARK) == set(LIGHT)
