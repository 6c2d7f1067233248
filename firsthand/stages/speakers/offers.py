"""Offers to clients that no subject makes: ``Пасажирам пропонують обміняти квитки`` is the firm's."""

from __future__ import annotations

from firsthand.records import Attribution
from firsthand.stages.attribution.media import is_medium, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.firms import frequent_body

CLIENTS_BEFORE = 200  # code points in which those are named to whom something is offered
CLIENTS_BEHIND = 40


def from_offer(cast: Cast, attribution: Attribution) -> str | None:
    """The firm the report names most, where clients are offered something and nobody is said to offer it."""
    language, cue = cast.report.language, attribution.cue
    offers = group(language, "offers")
    if not any(lemmas(word, language) & offers for word in WORD.findall(cue.of(cast.report.text))):
        return None
    near = cast.report.text[max(0, cue.start - CLIENTS_BEFORE) : cue.stop + CLIENTS_BEHIND]
    if not any(is_client(word, language) for word in WORD.findall(near)):
        return None
    firm = frequent_body(cast, cue.start, firm=True)
    return None if firm is None or is_medium(firm, language) else firm


def is_client(word: str, language: str) -> bool:
    """Whether a word can only be a noun for those whom a firm serves."""
    nouns = word_forms(word, language).nouns
    return bool(nouns) and bool(lemmas(word, language) & group(language, "clients"))
