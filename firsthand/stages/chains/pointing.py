"""Documents that a pronoun points back to: ``Порт надіслав міністрові лист. У ньому йдеться``."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution
from firsthand.stages.attribution.words import WORD, Line, word_forms
from firsthand.stages.chains.scene import Hop, Scene

# Characters before a sentence in which the one before it stands, and where that begins.
REACH = 400
PREVIOUS = re.compile(r"[.!?…][»”\")]?\s{1,5}")
GENDERS = frozenset(("masc", "femn", "neut", "plur"))


def by_pronoun(scene: Scene, reporting: Attribution) -> list[Hop]:
    """Who put it out, then the document of the sentence before that ``у ньому`` means."""
    line, owner, source = scene.line, reporting.speaker, reporting.source
    words = line.inside(source) if source is not None else []
    if source is None or len(words) != 1 or words[0].low not in line.group("pronouns.inside"):
        return []
    leads = words[0].at > 0 and line.words[words[0].at - 1].low in line.group("inside")
    if owner is None or owner.islower() or not leads:
        return []
    document = put_out_before(scene, words[0].low)
    return [] if document is None else [Hop(owner, source), Hop(document, source)]


def put_out_before(scene: Scene, pronoun: str) -> str | None:
    """What somebody put out or handed in in the sentence before, if the pronoun has its number and gender."""
    line = scene.line
    start = line.words[0].start
    told = PREVIOUS.split(scene.cast.report.text[max(0, start - REACH) : start].strip())[-1]
    words = [(word, word_forms(word, line.language)) for word in WORD.findall(told)]
    sent = line.group("put_out_verbs|making_verbs|handing_verbs")
    if not any(known.lemmas & sent for _, known in words):
        return None
    for word, known in reversed(words):
        if is_sent(line, known.lemmas):
            kinds = {gender or number for _, number, gender in known.nouns}
            return phrase_nominative(word, line.language).lower() if kinds & genders(pronoun, line.language) else None
    return None


def is_sent(line: Line, nouns: frozenset[str]) -> bool:
    """Whether a noun is of what people put out or hand in; no site."""
    kinds = ("releases", "messages", "court_papers")
    return any(nouns & line.group(kind) for kind in kinds) and not nouns & line.group("sites")


def genders(pronoun: str, language: str) -> frozenset[str]:
    """The genders of a pronoun, or that it means several."""
    return frozenset().union(*(r.grammemes & GENDERS for r in word_forms(pronoun, language).readings))
