"""What shows that a line or a sentence is news although it looks like debris."""

from __future__ import annotations

from firsthand.lang import load
from firsthand.lang.morphology import parses
from firsthand.records import Span
from firsthand.stages.clean.page import Page, read_words


def tells(page: Page, span: Span) -> bool:
    """Whether a verb of speech in the past or present stands in a stretch; a call to the reader is no such verb."""
    verbs = load(page.language).table("cues").get("verbs", {})
    readings = (parses(word.fold, page.language)[:1] for word in read_words(page.text, span))
    return any(
        first[0].pos == "VERB" and first[0].lemma in verbs and (first[0].has("past") or first[0].has("pres", "3per"))
        for first in readings
        if first
    )


def acts(page: Page, span: Span) -> bool:
    """Whether a verb in the past stands in a stretch: "поддержать проект мэр попросил"."""
    readings = (parses(word.fold, page.language)[:1] for word in read_words(page.text, span))
    return any(first[0].has("VERB", "past") for first in readings if first)


def is_infinitive(word: str, language: str) -> bool:
    """Whether a word is a verb in the infinitive."""
    return any(reading.pos == "INFN" or reading.has("infn") for reading in parses(word, language)[:1])
