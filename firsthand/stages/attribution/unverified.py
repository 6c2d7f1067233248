"""``Перевірити цю інформацію не вдалося``: what the report or somebody in it could not check or confirm."""

from __future__ import annotations

from itertools import takewhile

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import chunks, clause_start, last_word, span_of, spans
from firsthand.stages.attribution.cues import Cue, CueAt
from firsthand.stages.attribution.frames.fronted import contiguous
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.subjects import can_speak, is_subject
from firsthand.stages.attribution.words import PASSING, Line, Word

# How far from the infinitive stands what fails, and over how many words it is one cue: "не вдалося одразу перевірити".
REACH = 12
ADVERBS = 3


def unverified(line: Line) -> Found | None:
    """``Перевірити ці дані не вдалося``, ``Справжність відео підтвердити неможливо``: the verb that fails."""
    for check in line.words:
        if not (check.infinitive and check.lemmas & line.group("verifying")):
            continue
        failing = next((w for w in around(line, check) if fails(line, w)), None)
        if failing is not None and (found := unchecked(line, check, failing)) is not None:
            return found
    return None


def around(line: Line, check: Word) -> list[Word]:
    """The words of the clause behind an infinitive, and before it up to the clause's start."""
    before = line.between(max(clause_start(line, check.at), check.at - REACH), check.at)
    behind = line.between(check.at + 1, min(last_word(line), check.at + REACH))
    return [*takewhile(lambda word: word.kind != "mark", behind), *before]


def fails(line: Line, word: Word) -> bool:
    """``не вдалося``, ``не може``, ``неможливо``."""
    negated = any(w.low in line.group("negation") for w in line.between(word.at - 1, word.at))
    able = word.finite and not word.has("1per") and word.lemmas & line.group("succeeding|being_able")
    return bool(negated and able) or word.low in line.group("impossible")


def unchecked(line: Line, check: Word, failing: Word) -> Found | None:
    """The finding: what stands in the clause as the object, and who could not, if it says so."""
    negated = failing.low not in line.group("impossible")
    near = 0 <= check.at - failing.at - 1 <= ADVERBS
    first, last = failing.at - negated, (check.at if near else failing.at) + 1
    source = who_failed(line, check, failing)
    content = what_is_unchecked(line, check, (first, last), source)
    if content is None:
        return None
    cue = CueAt(first, last, failing.at, Cue(failing.low, "unverified", "doubt"), negated=False)
    return Found(cue, spans(content), "unsaid", source_span(line, source), source, nominal=True)


def who_failed(line: Line, check: Word, failing: Word) -> Phrase | None:
    """``редакція не змогла``, ``агентству не вдалося``: the subject, or in the dative whom it did not succeed."""
    start = clause_start(line, min(check.at, failing.at))
    dative = failing.low in line.group("impossible") or bool(failing.lemmas & line.group("succeeding"))
    for kind, phrase in chunks(line, start, min(last_word(line), failing.at + REACH)):
        if kind != "np" or phrase.first <= failing.at < phrase.last:
            continue
        speaks = can_speak(line, phrase) or phrase.pronoun
        if dative and speaks and "datv" in phrase.cases() and not phrase.cases() & {"accs", "nomn"}:
            return phrase
        if not dative and is_subject(line, phrase, failing):
            return phrase
    return None


def what_is_unchecked(line: Line, check: Word, cue: tuple[int, int], source: Phrase | None) -> Span | None:
    """The object behind the infinitive, or before it."""
    at = max(check.at + 1, cue[1] if cue[0] < check.at else 0)
    while at < last_word(line) and line.words[at].pos & PASSING and not line.words[at].nouns:
        at += 1
    phrase = phrase_at(line, at)
    if phrase is not None and is_thing(phrase, source):
        stop = contiguous(line, phrase.last, last_word(line)) if cue[0] < at else phrase.last
        return span_of(line, phrase.first, stop)
    start = clause_start(line, min(check.at, cue[0]))
    for kind, before in chunks(line, start, min(check.at, cue[0])):
        if kind == "np" and is_thing(before, source):
            return span_of(line, before.first, before.last)
    return None


def is_thing(phrase: Phrase, source: Phrase | None) -> bool:
    """Whether a phrase may be what is checked: no person, in the accusative or genitive, not who checks."""
    own = source is not None and source.first <= phrase.first < source.last
    return not own and not phrase.animate and bool(phrase.cases() & {"accs", "gent"})
