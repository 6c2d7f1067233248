"""The stretches before a verb that may hold its subject: what stands between them cut out."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import agree, is_mostly_noun
from firsthand.stages.attribution.clauses import (
    behind_including,
    gerund_close,
    gerund_start,
    inset_start,
    is_comma,
    joins,
    relative_end,
    same_form,
    starts_relative,
    which_end,
)
from firsthand.stages.attribution.heads import is_participle
from firsthand.stages.attribution.words import Line, Word, cases_in

# Words from a comma to the participle that it opens.
PARTICIPLE_REACH = 9
COPULA_REACH = 3
# Words from "на" to the question that somebody is asked.
ASKED_REACH = 4


def including_end(line: Line, comma: int, stop: int) -> int | None:
    """``країни, зокрема Польща та Естонія, закликали``: the comma before the verb; None for no such part."""
    first = behind_including(line, comma + 1)
    if first is None or not is_comma(line, stop - 1) or stop - 1 <= first:
        return None
    return None if any(w.finite and w.mention < 0 for w in line.between(first, stop)) else stop - 1


def clear_parts(line: Line, start: int, stop: int, verb: Word) -> list[tuple[int, int]]:
    """Stretches before the verb that can hold its subject: relative clauses cut out, and what another verb governs."""
    parts: list[tuple[int, int]] = []
    joint = last_joint(line, start, stop)
    insets = (inset_start(line, stop), gerund_start(line, stop))
    begin = at = start
    while at < stop:
        if at in insets:
            return [part for part in (*parts, (begin, at)) if part[0] < part[1]]
        word = line.words[at]
        end = side_clause_end(line, at, stop) if is_comma(line, at) else None
        if end == stop:
            # The verb is the relative clause's own: "листи, в яких [компанія] запропонувала".
            parts, begin, at = [], at + 2, at + 2
            continue
        if end is not None:
            parts.append((begin, at))
            begin = at = min(end + 1, stop)
            continue
        manner = at + 1 == stop and "ADVB" in word.pos  # "делегати [відкрито] визнали"
        other = word.finite and not (word.time or owns(line, word) or manner)
        if other and not (joint > at and same_form(word, verb)) and not is_copula(line, word, stop, verb):
            # Another verb: what stands before it is its own subject; begin anew behind its clause.
            following = next((i for i in range(at, stop) if is_comma(line, i) or joins(line, i)), stop)
            parts, begin, at = [], min(following + 1, stop), following
        at += 1
    parts.append((begin, stop))
    return [part for part in parts if part[0] < part[1]]


def owns(line: Line, word: Word) -> bool:
    """``часть жителей [села]``: behind a noun a word that is a noun more often than a verb says whose it is."""
    genitive = "gent" in cases_in(word.nouns) and is_mostly_noun(word)
    return genitive and any(before.nouns for before in line.between(word.at - 1, word.at))


def side_clause_end(line: Line, comma: int, stop: int) -> int | None:
    """Where a clause that says which one ends: relative, or of a participle (``мер, обраний торік, заявив``)."""
    if (included := including_end(line, comma, stop)) is not None:
        return included
    relative = (
        asked_end(line, comma, stop)
        or told_end(line, comma, stop)
        or which_end(line, comma, stop)
        or relative_end(line, comma, stop)
    )
    if relative is not None or comma + 1 >= stop or not describes(line, comma):
        return relative
    inner = line.between(comma + 1, stop)
    commas = (w.at for w in inner if w.text == ",")
    close = next((at for at in commas if not joins(line, at + 1)), None)  # "обраний у Києві, а потім у Львові"
    return None if close is None or any(w.finite and not w.time for w in line.between(comma + 1, close)) else close


def asked_end(line: Line, comma: int, stop: int) -> int | None:
    """``Речниця на прохання сказати, чи закриють порт, [у середу] відповіла``: the comma behind what was asked."""
    asks = line.group("questions|question_particles")
    close = gerund_close(line, stop) if any(w.low in asks for w in line.between(comma + 1, comma + 2)) else None
    led = any(w.low in line.group("prepositions.on.words") for w in line.between(comma - ASKED_REACH, comma))
    return close if close is not None and close > comma and led else None


def describes(line: Line, comma: int) -> bool:
    """Whether a participle opens what stands behind a comma; times and places may lead it: ``фірма, торік закрита``."""
    for word in line.between(comma + 1, comma + PARTICIPLE_REACH):
        if is_participle(word) and word.mention < 0:
            before = line.words[comma - 1]
            if cases_in(word.adjectives) == {"ablt"} and before.nouns and "ablt" not in cases_in(before.nouns):
                return False  # "Як пише видання, [знеструмленими] залишаються будинки"
            return word.at == comma + 1 or before.text.isascii() or bool(agree(before.nouns, word.adjectives))
        led = "PREP" in line.words[word.at - 1].pos or word.pos & {"PREP", "ADVB", "PRCL", "NUMR"}
        counts = word.kind == "number" or word.low in line.group("quantifiers")
        if not (word.time or led or counts or "gent" in cases_in(word.nouns)):
            return False
    return False


def told_end(line: Line, comma: int, stop: int) -> int | None:
    """``Мер, як кажуть джерела, підтримує``: the comma behind what says who tells it, put between subject and verb."""
    inner = line.between(comma + 1, stop)
    if not inner or not (inner[0].low in line.group("as_says") or (inner[0].finite and inner[0].mention < 0)):
        return None
    close = next((w.at for w in inner if w.text == ","), None)
    verbs = [w for w in line.between(comma + 1, close or 0) if w.finite and w.mention < 0]
    # "Moriona, як і інші перевізники, планує": whom somebody is like
    likened = len(inner) > 1 and inner[1].low in line.group("likening|joining") and not verbs
    return close if (len(verbs) == 1 or likened) and not starts_relative(line, (close or 0) + 1) else None


def is_copula(line: Line, word: Word, stop: int, verb: Word) -> bool:
    """``обидва політики були не згодні``: the verb "to be" of a predicate that is no verb itself."""
    predicate = not verb.finite and not verb.infinitive and "GRND" not in verb.pos
    return predicate and stop - word.at <= COPULA_REACH and bool(word.lemmas & line.group("future_auxiliaries"))


def last_joint(line: Line, start: int, stop: int) -> int:
    """The last word before ``stop`` that joins a verb to one before it (``прибув і заявив``); -1 for none."""
    if is_comma(line, stop - 1):
        return stop
    return next((at for at in range(stop - 1, start - 1, -1) if joins(line, at)), -1)
