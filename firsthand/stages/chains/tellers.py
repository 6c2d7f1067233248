"""Whether a source passes on news."""

from __future__ import annotations

import re

from firsthand.records import Attribution
from firsthand.stages.attribution.media import is_medium, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.chains.references import references
from firsthand.stages.chains.scene import Scene

DOMAIN = re.compile(r"[\w-]{1,40}\.[A-Za-z]{2,6}$")


def tells(scene: Scene, reporting: Attribution) -> bool:
    """Whether a source passes on news: a medium, an address, an unknown name with a reference or a medium's verb."""
    if reporting.source is None or reporting.act == "doubt":
        return False
    text = reporting.source.of(scene.line.text)
    if is_medium(text, scene.line.language) or DOMAIN.search(text):
        return True
    kinds = {m.type for m in scene.cast.over(reporting.source)}
    if "PER" in kinds or not kinds & {"ORG", "PRO"} or has_animate_head(scene, text):
        return False
    words = WORD.findall(reporting.cue.of(scene.line.text))
    verb = lemmas(words[-1], scene.line.language) if words else frozenset()
    if "PRO" in kinds and verb & group(scene.line.language, "media_verbs"):
        return True
    return reporting.rule == "about-this" and next(references(scene), None) is not None


def has_animate_head(scene: Scene, text: str) -> bool:
    """Whether a phrase begins with a noun for people: ``представники Ryanair``."""
    words = WORD.findall(text)
    return (
        bool(words)
        and any("anim" in r.grammemes and r.pos == "NOUN" for r in word_forms(words[0], scene.line.language).readings)
        and words[0].islower()
    )
