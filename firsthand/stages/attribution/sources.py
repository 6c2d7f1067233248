"""Whose words they are: the subject of the cue verb, a body as a place, who owns the noun."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_break, is_comma
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Scene
from firsthand.stages.attribution.subjects import antecedent, subject_left, subject_right
from firsthand.stages.attribution.words import Line


def verb_subject(scene: Scene, cue: CueAt, right_first: bool) -> Phrase | None:
    """The subject of a cue verb on the side where it is likelier, else on the other."""
    if "GRND" in scene.line.words[cue.verb].pos and not scene.line.words[cue.verb].finite:
        return main_subject(scene, cue)
    sides = (subject_right, antecedent, subject_left) if right_first else (antecedent, subject_left, subject_right)
    place = place_subject(scene.line, cue)
    if any(w.low in scene.line.group("relatives") for w in scene.line.between(cue.first - 4, cue.first)):
        sides = (*sides, relative_subject)
    for side in sides:
        phrase = side(scene.line, cue)
        if phrase is not None and not (
            side is subject_right and place is not None and place.last <= cue.first and not phrase.animate
        ):
            return phrase
    return place


def relative_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``схвалила резолюцію, в якій висловила протест``: without a subject of its own, the main verb's subject."""
    comma = next((i for i in range(cue.first - 1, -1, -1) if is_comma(line, i)), None)
    main = next((w for w in line.between(0, comma or 0) if w.finite), None)
    return subject_left(line, replace(cue, first=main.at, last=main.at + 1)) if main is not None else None


def main_subject(scene: Scene, cue: CueAt) -> Phrase | None:
    """``..., додавши, що``: the subject of the clause's main verb."""
    verbs = [w for w in scene.line.words if w.finite and w.mention < 0 and w.quote == scene.line.words[cue.verb].quote]
    before = [w for w in verbs if w.at < cue.first]
    for word in (*reversed(before), *(w for w in verbs if w.at > cue.first)):
        found = verb_subject(scene, CueAt(word.at, word.at + 1, word.at, cue.cue), False)
        if found is not None:
            return found
    return None


def place_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``У Кремлі заявили``, ``додали в бюро``: a body as a place, with a verb in the plural or an impersonal one."""
    verb = line.words[cue.verb]
    if not (verb.has("plur") or verb.has("Refl") or verb.has("Impe") or verb.has("neut") or impersonal(cue)):
        return None
    for at in range(cue.first - 1, max(cue.first - 4, -1), -1):
        if line.words[at].low in line.group("pronouns.there"):
            return Phrase(at, at + 1, at, frozenset(), pronoun=True)
    behind = behind_addressee(line, cue.last)
    order = (
        list(range(cue.first - 1, max(cue.first - 25, -1), -1)),
        list(range(behind, min(behind + 1, len(line.words)))),
    )
    for positions in order:
        for at in positions:
            word = line.words[at]
            if word.text in ";:()" or (word.text == "," and positions is order[1]):
                break
            if word.text == "," and positions is order[0]:
                break
            if word.low in PLACE_PREPOSITIONS and at + 1 < len(line.words):
                phrase = phrase_at(line, at + 1)
                if phrase is not None and "loct" in phrase.cases() and is_body(line, phrase):
                    return phrase
    return None


def subject_of(scene: Scene, cue: CueAt) -> Phrase | None:
    """The source of a cue: a verb's subject; for a noun whose it is, or who uses it."""
    return noun_source(scene, cue) if cue.cue.kind == "noun" else verb_subject(scene, cue, False)


def noun_source(scene: Scene, cue: CueAt) -> Phrase | None:
    """``заява міністра про те, що``: the genitive behind; else the subject before: ``X звернувся з проханням``."""
    line = scene.line
    owner = phrase_at(line, cue.last) if cue.last < len(line.words) else None
    if owner is not None and "gent" in owner.cases() and not owner.pronoun and not line.words[cue.last].infinitive:
        return owner
    before = line.words[cue.first - 1] if cue.first else None
    if before is not None and before.low in line.group("pronouns.possessive"):
        return Phrase(before.at, before.at + 1, before.at, before.adjectives, pronoun=True)
    for at in range(cue.first - 1, max(cue.first - 14, -1), -1):
        word = line.words[at]
        if is_comma(line, at) or is_break(word):
            return None
        if word.finite:
            return verb_subject(scene, CueAt(at, at + 1, at, cue.cue), False)
    return None


def behind_addressee(line: Line, at: int) -> int:
    """The word behind whom a cue addresses: ``рассказали "Известиям" в ведомстве``."""
    phrase = phrase_at(line, at) if at < len(line.words) and line.words[at].low not in PLACE_PREPOSITIONS else None
    return phrase.last if phrase is not None and "datv" in phrase.cases() and "nomn" not in phrase.cases() else at


PLACE_PREPOSITIONS = frozenset(["у", "в", "на", "во"])


def is_body(line: Line, phrase: Phrase) -> bool:
    """Something that can speak: a named place or organisation, or a body, no time and no plain place of meeting."""
    head = line.words[phrase.head]
    if any(w.time for w in line.between(phrase.first, phrase.last)):
        return False
    return phrase.named or bool(head.lemmas & bodies(line)) or head.mention >= 0 or head.capital


def bodies(line: Line) -> frozenset[str]:
    """Nouns of bodies and documents that speak, by lemma."""
    return line.group("bodies")


def impersonal(cue: CueAt) -> bool:
    """A reflexive or impersonal cue, which has no subject."""
    return "impersonal" in cue.cue.frames


def source_span(line: Line, phrase: Phrase | None) -> Span | None:
    """The words of a source phrase."""
    return None if phrase is None else Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop)
