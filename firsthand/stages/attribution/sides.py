"""Which of two phrases is the subject, where one stands before the cue verb and another behind it."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import behind_prepositional, clause_start, is_comma, joins
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import PASSING, Line


def likelier(line: Line, cue: CueAt, sides: tuple[Phrase, Phrase], right_first: bool) -> Phrase:
    """The phrase on the side where the subject is likelier, if nothing tells that it is the other."""
    left, right = sides
    if right_first and is_set_off(line, left, cue):
        return left
    if right.first == cue.last and (is_of_clause_before(line, left, cue) or is_whose_front(line, left, right)):
        return right
    if not right_first:
        return right if is_object_before(line, left, right, cue) or says_whom(line, cue, right) else left
    if tells_medium(line, left, right, cue):
        return left
    if is_told_first(line, left, right, cue) or left.last != cue.first:
        return right
    # "..., уряд уклав угоду": the thing behind the verb is its object
    return right if right.animate or (right.named and not left.animate) or "accs" not in right.cases() else left


def is_of_clause_before(line: Line, left: Phrase, cue: CueAt) -> bool:
    """``Пішов мер [Ткач], про відставку заявив Коваль``: the subject of a verb of its own, which a comma parts."""
    start = clause_start(line, cue.first)
    done = any(w.finite and w.mention < 0 for w in line.between(start, left.first))
    parted = is_comma(line, left.last) and not is_comma(line, cue.first - 1)
    return done and parted and (left.animate or left.named)


def is_whose_front(line: Line, left: Phrase, right: Phrase) -> bool:
    """``О приезде [Кима] сообщила газета``: a name that may be a genitive, right behind what it is told about."""
    owned = "gent" in left.cases() and line.words[left.head].mention_type == "PER"
    fronts = (phrase_at(line, w.at + 1) for w in line.between(0, left.first) if w.low in line.group("about"))
    sure = "datv" not in right.cases()  # "Про звільнення Коваль розповіла Reuters"
    return owned and sure and any(front is not None and front.last == left.first for front in fronts)


def tells_medium(line: Line, speaker: Phrase, medium: Phrase, cue: CueAt) -> bool:
    """``Про це він розповів [Reuters]``: whether a medium behind the verb is whom the one right before it told."""
    told = means_medium(line, medium)
    if not told or speaker.last != cue.first:
        return False
    if speaker.animate or speaker.pronoun:
        return True
    return can_speak(line, speaker) and not means_medium(line, speaker)


def is_told_first(line: Line, medium: Phrase, speaker: Phrase, cue: CueAt) -> bool:
    """``Про це [Reuters] розповіло джерело``: whether a medium before the verb is whom somebody behind it told."""
    unnamed = line.words[speaker.head].lemmas & line.group("anonymous")
    beside = medium.last == cue.first and speaker.first == cue.last and (speaker.animate or bool(unnamed))
    return beside and means_medium(line, medium)


def says_whom(line: Line, cue: CueAt, right: Phrase) -> bool:
    """``однак її критикує [опозиція]``: a pronoun before the verb says whom, and what follows can only be who."""
    whom = line.words[cue.first - 1] if cue.first else None
    beside = all(w.pos & {"PRCL", "CONJ", "ADVB"} for w in line.between(cue.last, right.first))
    if whom is None or "accs" in right.cases() or not beside:
        return False
    return any(r.pos == "NPRO" and r.has("accs") and not r.has("nomn") for r in whom.readings)


def is_object_before(line: Line, left: Phrase, right: Phrase, cue: CueAt) -> bool:
    """``План прем'єра не підтримує низка депутатів``: before the verb its object, behind it what is only a subject."""
    end = behind_prepositional(line, left.last, cue.first)
    parted = any(not (w.pos & PASSING or w.time) for w in line.between(end, cue.first))
    beside = not parted and all("PRCL" in w.pos or joins(line, w.at) for w in line.between(cue.last, right.first))
    if left.first and left.named and left.cases() >= {"gent", "accs"}:
        left = phrase_at(line, left.first - 1) or left  # "план Мей критикує опозиція"
    medium = line.words[left.head].lemmas & line.group("media")  # "СМИ назвали причины"
    thing = not (left.animate or left.named or left.pronoun or medium) and "accs" in left.cases()
    agent = right.animate or right.named or can_speak(line, right)
    people = right.animate and not right.named and line.words[cue.verb].has("plur")  # "лікарі" is no accusative
    return thing and agent and beside and "nomn" in right.cases() and (people or "accs" not in right.cases())


def is_set_off(line: Line, left: Phrase, cue: CueAt) -> bool:
    """``Коваль, за даними Reuters, не погодився``: only words with a preposition between commas part the two."""
    inner = line.between(left.last + 1, cue.first - 1)
    commas = is_comma(line, left.last) and is_comma(line, cue.first - 1) and left.last < cue.first - 1
    return commas and bool(inner) and "PREP" in inner[0].pos and not any(w.finite or w.text == "," for w in inner)
