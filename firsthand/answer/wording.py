"""Words and marks that every way of showing an answer shares."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from firsthand.records import Origins

# How each act is marked, and the word that stands beside the mark.
ACTS: Mapping[str, tuple[str, str]] = {
    "assert": ("✓", "asserts"),
    "deny": ("✗", "denies"),
    "doubt": ("?", "doubts"),
    "direct": ("→", "directs"),
    "commit": ("⊕", "commits"),
}
LANGUAGE_NAMES: Mapping[str, str] = {"uk": "Ukrainian", "ru": "Russian", "en": "English"}


def mark_of(act: str) -> tuple[str, str]:
    """Mark and word of an act."""
    return ACTS.get(act, ("·", act))


def plain(text: str) -> str:
    """Text in one line without what could move the cursor, hide or turn letters round (control, bidi, format)."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else _in_place_of(c) for c in text)
    return " ".join("".join(kept).split())


def _in_place_of(character: str) -> str:
    return " " if character in "\n\t\r\v\f\x85" else ""


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its words as fit with a mark that there is more."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"


def counted(number: int, what: str) -> str:
    """``1 report``, ``2 reports``, ``2 stories``."""
    if number == 1:
        return f"1 {what}"
    return f"{number} {what[:-1]}ies" if what.endswith("y") else f"{number} {what}s"


def origins_in_words(origins: Origins) -> str:
    """How many origins: ``1 origin``, ``2 to 3 origins``."""
    if origins.low == origins.high:
        return counted(origins.low, "origin")
    return f"{origins.low} to {origins.high} origins"
