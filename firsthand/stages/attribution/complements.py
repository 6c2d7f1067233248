"""What follows a cue: a clause, a question, a colon, an infinitive."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, last_word, relative_end, spaced, starts_relative
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.heads import quoted_name
from firsthand.stages.attribution.words import Line, Word


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its kind (that, question, colon, inf, about, obj, ...) and the first word of the content."""

    kind: str
    first: int


def complement(line: Line, cue: CueAt, skip: Phrase | None) -> Complement | None:
    """The first complement behind the cue; ``skip`` is the subject that may stand between."""
    at = cue.last
    end = last_word(line)
    while at < min(end, cue.last + 60):
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        word = line.words[at]
        if (named := quoted_name(line, at)) is not None:
            at = named
            continue
        found = at_word(line, at, cue)
        if found is not None:
            return found
        if is_comma(line, at):
            nxt = over_insertion(line, at, end)
            if nxt is None:
                return None
            at = nxt
            continue
        if (
            (word.finite and word.mention < 0 and not word.nouns)
            or word.text in ";)"
            or (word.dash and spaced(line, at))
        ):
            return None
        at += 1
    return None


def at_word(line: Line, at: int, cue: CueAt) -> Complement | None:
    """A complement that begins at word ``at``."""
    words = line.words
    word = words[at]
    if word.text == ":":
        return Complement("colon", at + 1)
    if is_comma(line, at) and at + 1 < len(words):
        nxt = words[at + 1]
        if nxt.low in line.group("that"):
            return Complement("that", at + 2)
        if nxt.low in line.group("questions") and not (starts_relative(line, at + 1) and nominal_before(line, at, cue)):
            return Complement("question", at + 1)
        if at + 2 < len(words) and words[at + 2].low == "ли":
            return Complement("question", at + 1)
    if word.low in line.group("that") and at == cue.last and at + 1 < len(words):
        return Complement("that", at + 1)
    if word.low == "ли" and at == cue.last + 1:
        return Complement("question", at - 1)
    if word.infinitive:
        return Complement("inf", infinitive_start(line, at, cue.last))
    return None


def infinitive_start(line: Line, at: int, floor: int) -> int:
    """The infinitive with its negation and adverbs before it."""
    while at - 1 >= floor and (line.words[at - 1].low in line.group("negation") or is_adverb(line.words[at - 1])):
        at -= 1
    return at


def is_adverb(word: Word) -> bool:
    """An adverb that is no noun."""
    return "ADVB" in word.pos and not word.nouns and word.kind == "word"


def nominal_before(line: Line, comma: int, cue: CueAt) -> bool:
    """Whether a noun stands right before the comma, so that a relative clause is likelier than a question."""
    return comma - 1 >= cue.last and bool(line.words[comma - 1].nouns)


def over_insertion(line: Line, comma: int, end: int) -> int | None:
    """The word behind a relative clause, apposition or insertion that starts at a comma; None where the clause ends."""
    relative = relative_end(line, comma, end)
    if relative is not None:
        return relative if relative < end else None
    for at in range(comma + 1, min(comma + 16, end)):
        if is_comma(line, at):
            return at
        if line.words[at].finite and line.words[at].mention < 0:
            return None
    return None
