"""What stands before the cue of a plan and belongs to it: when, on what condition, the thing that is planned."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import behind_prepositional, clause_start, is_comma, span_of, starts_relative
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.phrase_ends import begins_with
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import PASSING, Line, Word

# A condition of fewer words before an undertaking rather says when it is told: "У разі відмови ...".
PROVIDED_LEAST = 5


def planned_before(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """What is planned, or when, before the verb: ``[Міст] планують збудувати``, ``[У травні] фірма планує ...``."""
    if (provided := provided_before(line, cue, subject)) is not None:
        return provided
    verb = line.words[cue.verb]
    if (thing := thing_before(line, cue, subject)) is not None:
        return thing
    turned = is_turned(line, cue, subject)
    nobody = subject is None and cue.cue.act == "commit" and verb.has("plur") and verb.has("pres")
    planned = verb.finite and cue.cue.kind == "verb" and (nobody or verb.lemmas & line.group("planning"))
    if not turned and not planned:
        return None
    if subject is None and not (cue.impersonal or verb.has("plur")):
        return None  # the subject was not found, and might stand there
    comma = next((at for at in range(cue.first - 1, -1, -1) if is_comma(line, at)), -1)
    first = max(clause_start(line, cue.first), comma + 1)
    before = [w for w in line.between(first, cue.first) if subject is None or not subject.first <= w.at < subject.last]
    if any(w.finite or w.kind == "mark" for w in before) or is_in_relative(line, first):
        return None
    if subject is None or turned:
        while before and is_leading(line, before[0]):
            before.pop(0)
        while before and before[-1].low in line.group("additives"):
            before.pop()
        opening = line.group("relatives|conditions")
        before = [] if any(w.low in opening for w in before) else before
    else:
        before = [] if verb.has("past") else timed(line, before)
    return span_of(line, before[0].at, before[-1].at + 1) if before else None


def thing_before(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """``[Ящики] радять вистеляти``, ``[Ці гроші] мерія обіцяє повернути``: what stands alone before who says it."""
    if cue.cue.act not in ("commit", "direct") or cue.cue.kind not in ("verb", "predicate") or cue.impersonal:
        return None
    people = subject is None and line.words[cue.verb].has("plur")
    stop = cue.first if people else subject.first if subject is not None and subject.last <= cue.first else 0
    start = clause_start(line, cue.first)
    while start < stop and is_leading(line, line.words[start]):
        start += 1
    phrase = phrase_at(line, start) if start < stop else None
    if (
        phrase is None
        or behind_prepositional(line, phrase.last, stop) != stop
        or phrase.animate
        or phrase.named
        or phrase.pronoun
        or line.words[phrase.head].low in line.group("pronouns.possessive")
    ):
        return None
    timed = any(w.time for w in line.between(phrase.first, phrase.last))
    return span_of(line, start, stop) if "accs" in phrase.cases() and not timed else None


def provided_before(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """``[У разі, якщо платні не піднімуть,] профспілка погрожує страйкувати``: the condition of what is undertaken."""
    verb = line.words[cue.verb]
    undertaken = cue.cue.act == "commit" and cue.cue.kind in ("verb", "predicate") and "GRND" not in verb.pos
    this = line.group("pronouns.this|pronouns.told")
    if not undertaken or not begins_with(line, 0, "provided") or any(w.low in this for w in line.between(1, 2)):
        return None
    stop = subject.first if subject is not None and subject.first < cue.first else cue.first
    if subject is None and (place := place_in(line, cue.first)) is not None:
        stop = place
    while stop and (line.words[stop - 1].pos & PASSING or line.words[stop - 1].low in line.group("place_prepositions")):
        stop -= 1
    told = any(w.lemmas & lexicon(line.language).verbs.keys() and w.finite for w in line.between(0, stop))
    return span_of(line, 0, stop) if stop >= PROVIDED_LEAST and not told else None


def place_in(line: Line, stop: int) -> int | None:
    """The preposition of a place up to word ``stop`` behind a comma: ``..., [у «Сході»] готові``."""
    comma = next((w.at for w in reversed(line.between(0, stop)) if w.text == ","), None)
    led = comma is not None and line.words[comma + 1].low in line.group("place_prepositions")
    return comma if led else None


def is_turned(line: Line, cue: CueAt, subject: Phrase | None) -> bool:
    """``Міст готові збудувати підприємці``: who does it stands last, so that what is done stands first."""
    behind = subject is not None and subject.first > cue.last and cue.cue.kind in ("verb", "predicate")
    return behind and any(w.infinitive for w in line.between(cue.last, subject.first if subject is not None else 0))


def is_in_relative(line: Line, first: int) -> bool:
    """Whether a clause opens with a relative pronoun, which stands for what is planned."""
    return starts_relative(line, first) and line.words[first].low in line.group("relatives")


def is_leading(line: Line, word: Word) -> bool:
    """A word that only leads on to a sentence: ``Однак``, ``також``, ``і``."""
    leading = line.group("coordinators|adversatives|additives")
    return word.low in leading or word.low in line.group("connectors")


def timed(line: Line, words: list[Word]) -> list[Word]:
    """The words that say when, with the preposition before them."""
    first = next((n for n, word in enumerate(words) if word.time), None)
    if first is None:
        return []
    last = first
    while last + 1 < len(words) and words[last + 1].time and words[last + 1].at == words[last].at + 1:
        last += 1
    led = line.group("already|besides")
    while (
        first
        and words[first - 1].at == words[first].at - 1
        and ("PREP" in words[first - 1].pos or words[first - 1].low in led)
    ):
        first -= 1
    return words[first : last + 1]
