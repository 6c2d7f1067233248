"""Chains of a medium's own sources: ``За даними джерел агентства``."""

from __future__ import annotations

from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Chain
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.chains.scene import Scene, distinct, evidence, is_about_this

MOST_WORDS = 8


def insider_chain(scene: Scene) -> Chain | None:
    """``Джерело телеканалу заявило``: the source, then the medium that the report named before."""
    for reporting in scene.reportings:
        if reporting.source is None or not reporting.speaker:
            continue
        words = WORD.findall(reporting.source.of(scene.line.text))[:MOST_WORDS]
        medium = last_medium(scene, reporting) if is_insider(words, scene.line.language) else None
        if medium is not None:
            spans = [reporting.cue, reporting.source]
            hops = distinct(iter((reporting.speaker, medium)))
            return Chain(hops, "report" if is_about_this(scene) else "passage", evidence(scene, spans), "insider")
    return None


def is_insider(words: list[str], language: str) -> bool:
    """``джерело телеканалу``: a source, then a medium without its name; a ``собеседник`` may be one that was named."""
    if not any(word.islower() and lemmas(word, language) & group(language, "media") for word in words[1:]):
        return False
    return bool(first_noun(" ".join(words), language) & group(language, "credit_sources"))


def last_medium(scene: Scene, reporting: Attribution) -> str | None:
    """The medium that told the news last by its name."""
    assert reporting.source is not None  # noqa: S101 - asked before
    told = scene.cast.media_before(reporting.source.start)
    return next((name for name in told if find_outlet(name) is not None), None)
