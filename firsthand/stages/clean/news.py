"""What shows that a line or a sentence is news although it looks like debris."""

from __future__ import annotations

from functools import lru_cache

from firsthand.lang import load
from firsthand.lang.morphology import parses
from firsthand.records import Span
from firsthand.stages.clean.page import Page, Word, read_words


def tells(page: Page, span: Span) -> bool:
    """Whether a verb of speech in the past or present stands in a stretch; a call to the reader is no such verb."""
    return any(is_teller(word.fold, page.language) for word in read_words(page.text, span))


def tells_at_once(page: Page, span: Span) -> bool:
    """Whether a stretch opens with a verb of speech or in the past: ", советует критик", ", попросил мэр"."""
    first = next(iter(read_words(page.text, span)), None)
    reading = next(iter(parses(first.fold, page.language)), None) if first is not None else None
    past = reading is not None and reading.has("VERB", "past")
    return first is not None and (past or is_teller(first.fold, page.language))


@lru_cache(maxsize=50_000)
def is_teller(word: str, language: str) -> bool:
    """Whether a word is a verb of speech in the past or in the third person of the present."""
    verbs = load(language).table("cues").get("verbs", {})
    first = parses(word, language)[:1]
    return any(r.pos == "VERB" and r.lemma in verbs and (r.has("past") or r.has("pres", "3per")) for r in first)


def acts(page: Page, span: Span) -> bool:
    """Whether a verb in the past stands in a stretch: "поддержать проект мэр попросил"."""
    readings = (parses(word.fold, page.language)[:1] for word in read_words(page.text, span))
    return any(first[0].has("VERB", "past") for first in readings if first)


def has_finite_verb(page: Page, words: tuple[Word, ...]) -> bool:
    """Whether one of the words reads as a verb of the indicative first of all."""
    readings = (parses(word.fold, page.language)[:1] for word in words)
    return any(first[0].pos in ("VERB", "PRED") and not first[0].has("impr") for first in readings if first)


def is_infinitive(word: str, language: str) -> bool:
    """Whether a word is a verb in the infinitive."""
    return any(reading.pos == "INFN" or reading.has("infn") for reading in parses(word, language)[:1])
