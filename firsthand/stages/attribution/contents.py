"""Where a content begins and ends."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma, joins, last_word, relative_end, starts_relative
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.words import Line, Word


def content_end(line: Line, first: int, cue: CueAt, nominal: bool = False) -> int:
    """One past the last word of a content that starts at ``first``: the clause, or the phrase for a nominal content."""
    end = last_word(line)
    depth = 0
    for at in range(first, end):
        word = line.words[at]
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth -= 1
            if depth < 0:
                return at
        if depth == 0 and at > first and ends_here(line, at, first, cue, nominal):
            return at - 1 if nominal and at - 1 > first and joins(line, at - 1) else at
        if line.words[cue.verb].quote >= 0 and word.quote != line.words[cue.verb].quote:
            return at
    return end


def ends_here(line: Line, at: int, first: int, cue: CueAt, nominal: bool) -> bool:
    """Whether the source's words end before word ``at``."""
    word = line.words[at]
    if word.text == ";":
        return True
    if subordinate(line, cue) and is_comma(line, at) and not goes_on(line, at + 1):
        return True
    if returns_to_teller(line, at, cue):
        return True
    if not nominal:
        return False
    if joins(line, at) and acts_on(line, at, cue):
        return True
    if is_comma(line, at):
        return not continues_phrase(line, at, first)
    return word.finite and not inside_relative(line, first, at) and word.mention < 0 and not word.nouns


def goes_on(line: Line, at: int) -> bool:
    """Whether a clause goes on behind a comma: a relative, a conjunction, a complement."""
    low = line.words[at].low if at < len(line.words) else ""
    return (
        starts_relative(line, at) or joins(line, at) or low in line.group("that") or low in line.group("subordinators")
    )


def subordinate(line: Line, cue: CueAt) -> bool:
    """Whether the cue's own clause is a lesser one: ``Хоча X заперечує Y, ...``, ``..., яку просять стратити, ...``."""
    comma = next((i for i in range(cue.first - 1, max(cue.first - 8, -1), -1) if is_comma(line, i)), None)
    if comma is not None and starts_relative(line, comma + 1):
        return not any(w.finite for w in line.between(0, comma))
    return line.words[0].low in line.group("subordinators") and not any(is_comma(line, i) for i in range(cue.first))


def returns_to_teller(line: Line, at: int, cue: CueAt) -> bool:
    """``..., а також дав вказівку``, ``... і запросила``: a joined cue verb of one form goes on with the teller."""
    if not (joins(line, at) or is_comma(line, at)):
        return False
    verb = line.words[cue.verb]
    here = at
    while here < len(line.words) and here - at < 5:
        word = line.words[here]
        if word.finite and "VERB" in verb.pos:
            known = lexicon(line.language).verbs
            return bool(word.lemmas & known.keys()) and same_form(word, verb)
        if not (
            joins(line, here)
            or is_comma(line, here)
            or word.pos & {"ADVB", "PRCL"}
            or word.low in ADDITIVE | line.group("adversatives")
        ):
            return False
        here += 1
    return False


def acts_on(line: Line, at: int, cue: CueAt) -> bool:
    """``погодився накласти заборону та дозволив ...``: a joined verb of the same form is the teller's deed."""
    for word in line.words[at + 1 : at + 4]:
        if word.finite:
            return same_form(word, line.words[cue.verb])
        if not word.pos & {"ADVB", "PRCL"} and word.low not in ADDITIVE:
            return False
    return False


ADDITIVE = frozenset(["також", "также", "теж", "тоже", "не", "ще", "еще", "при", "цьому", "этом", "водночас"])

MARKS = frozenset(("past", "pres", "futr", "masc", "femn", "neut", "plur", "sing"))


def same_form(left: Word, right: Word) -> bool:
    """Whether two finite verbs can be of one tense, number and gender."""
    ours = {r.grammemes & MARKS for r in left.readings if r.pos == "VERB"}
    return any(r.grammemes & MARKS in ours for r in right.readings if r.pos == "VERB")


def continues_phrase(line: Line, comma: int, first: int) -> bool:
    """Whether a phrase goes on behind a comma: a relative clause, a participle, a further member."""
    after = comma + 1
    if after >= len(line.words):
        return False
    word = line.words[after]
    if joins(line, after):
        return not any(w.finite for w in line.words[after : after + 9])
    if starts_relative(line, after) or word.low in (
        "зокрема",
        "включая",
        "включно",
        "щоб",
        "чтобы",
        "аби",
        "що",
        "что",
    ):
        return True
    if (
        (word.adjectives and not word.nouns)
        or word.low in line.group("subordinators")
        or word.low in line.group("that")
    ):
        return True
    rest = line.words[after : after + 12]
    return not any(w.finite for w in rest)


def inside_relative(line: Line, first: int, at: int) -> bool:
    """Whether word ``at`` lies in a clause of its own inside the content: relative, or behind a conjunction."""
    for here in range(first, at):
        if is_comma(line, here):
            end = relative_end(line, here, len(line.words))
            if end is not None and here < at < end:
                return True
            if line.words[here + 1].low in line.group("that") or line.words[here + 1].low in line.group("questions"):
                return True
    return starts_relative(line, first)
