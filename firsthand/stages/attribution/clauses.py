"""Where clauses begin and end: geometry over the words of a line."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word

FINAL = frozenset(".!?…")


def last_word(line: Line) -> int:
    """One past the last word that belongs to the sentence's content: final stops stay out."""
    last = len(line.words)
    while last and (line.words[last - 1].text[0] in FINAL or line.words[last - 1].text in "*"):
        last -= 1
    return last


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The span of words ``first`` up to ``last``, without commas, dashes and stops at its ends."""
    words = line.words
    while first < last and (words[first].text in ",;:" or (words[first].dash and spaced(line, first))):
        first += 1
    while first < last and (words[last - 1].text in ",;:(" or words[last - 1].dash or is_final(line, last - 1, first)):
        last -= 1
    return Span(words[first].start, words[last - 1].stop) if first < last else None


def is_final(line: Line, at: int, first: int) -> bool:
    """A stop that ends the sentence, not one inside a quotation or behind an abbreviation."""
    word = line.words[at]
    return word.text[0] in FINAL and at == len(line.words) - 1 and at > first


def spans(*parts: Span | None) -> tuple[Span, ...]:
    """The parts that are there."""
    return tuple(part for part in parts if part is not None)


def is_comma(line: Line, at: int) -> bool:
    """Whether word ``at`` is a comma."""
    return 0 <= at < len(line.words) and line.words[at].text == ","


def is_break(word: Word) -> bool:
    """A mark that no subject or complement reaches over."""
    return word.text in ";:()" or word.text in "«“„"


def relative_end(line: Line, comma: int, limit: int) -> int | None:
    """Where the relative clause that starts behind ``comma`` ends (its comma or ``limit``); None if none starts."""
    if not starts_relative(line, comma + 1):
        return None
    seen = False
    for at in range(comma + 1, limit):
        word = line.words[at]
        seen = seen or word.finite or "PRTS" in word.pos
        if seen and word.text == "," and not starts_relative(line, at + 1) and not joins(line, at + 1):
            return at
    return limit


def starts_relative(line: Line, at: int) -> bool:
    """``який``, ``у якому``, ``серед яких``."""
    words = line.words[at : at + 3]
    return any(w.low in line.group("relatives") for w in words[:1]) or (
        len(words) > 1 and "PREP" in words[0].pos and words[1].low in line.group("relatives")
    )


def joins(line: Line, at: int) -> bool:
    """Whether a coordinating word stands at ``at``."""
    return at < len(line.words) and line.words[at].low in line.group("coordinators")


def chunks(line: Line, first: int, last: int) -> Iterator[tuple[str, Phrase]]:
    """Noun phrases (``np``) and prepositional phrases (``pp``) between two words, left to right."""
    at = first
    while at < last:
        word = line.words[at]
        if word.time:
            at += 1
            continue
        if "PREP" in word.pos and word.mention < 0 and at + 1 < last:
            inner = phrase_at(line, at + 1, coordinate=True)
            if inner is not None and not inner.cases() <= {"nomn"}:
                inner = governed(line, inner, last)
                yield "pp", Phrase(at, inner.last, inner.head, inner.forms, inner.animate, inner.named, inner.pronoun)
                at = inner.last
                continue
        phrase = phrase_at(line, at)
        if phrase is None:
            at += 1
            continue
        yield "np", phrase
        at = max(phrase.last, at + 1)


def governed(line: Line, phrase: Phrase, last: int) -> Phrase:
    """A phrase cut at ``last``."""
    if phrase.last <= last:
        return phrase
    return Phrase(
        phrase.first, last, min(phrase.head, last - 1), phrase.forms, phrase.animate, phrase.named, phrase.pronoun
    )


def clause_start(line: Line, verb: int) -> int:
    """The first word of the stretch that may hold the subject of the verb at ``verb``."""
    depth = 0
    for at in range(verb - 1, -1, -1):
        word = line.words[at]
        depth += (word.text == ")") - (word.text == "(" and depth > 0)
        if depth or (word.text == "(" and closes_before(line, at, verb)):
            continue
        if word.text in ";:(" or (word.dash and spaced(line, at)) or word.text in "«“„":
            return at + 1
        if is_comma(line, at) and at + 1 < len(line.words):
            nxt = line.words[at + 1]
            if nxt.low in line.group("that"):
                return at + 2
    return 0


def closes_before(line: Line, at: int, stop: int) -> bool:
    """Whether the bracket that opens at ``at`` closes before ``stop``."""
    return any(w.text == ")" for w in line.between(at, stop))


def spaced(line: Line, at: int) -> bool:
    """Whether a dash stands between spaces: a break, not a hyphen."""
    word = line.words[at]
    before = line.words[at - 1].stop if at else word.start
    after = line.words[at + 1].start if at + 1 < len(line.words) else word.stop
    return before < word.start or after > word.stop


def clear_parts(line: Line, start: int, stop: int, verb: Word) -> list[tuple[int, int]]:
    """Stretches before the verb that can hold its subject: relative clauses cut out, and what another verb governs."""
    parts: list[tuple[int, int]] = []
    begin = at = start
    while at < stop:
        if is_comma(line, at):
            end = relative_end(line, at, stop)
            if end is not None:
                parts.append((begin, at))
                begin = at = end + 1 if end < stop else stop
                continue
        elif line.words[at].finite and not shares_subject(line, at, stop, verb):
            # Another verb: what stands before it is its own subject; begin anew behind its clause.
            following = next((i for i in range(at, stop) if is_comma(line, i) or joins(line, i)), stop)
            parts, begin, at = [], min(following + 1, stop), following
        at += 1
    parts.append((begin, stop))
    return [p for p in parts if p[0] < p[1]]


def shares_subject(line: Line, other: int, stop: int, verb: Word) -> bool:
    """``прибув і заявив``: two verbs of one form, joined; the second takes the subject of the first."""
    joint = any(joins(line, i) for i in range(other + 1, stop)) or line.words[stop - 1].text == ","
    if not joint:
        return False
    left = {(r.grammemes & FORM_MARKS) for r in line.words[other].readings if r.pos == "VERB"}
    right = {(r.grammemes & FORM_MARKS) for r in verb.readings if r.pos == "VERB"}
    return bool(left & right)


FORM_MARKS = frozenset(("past", "pres", "futr", "masc", "femn", "neut", "plur", "3per"))


def insertion_end(line: Line, comma: int) -> int | None:
    """One past the comma that closes a short insertion of time behind a verb (``заявив у четвер, 10 січня, глава``)."""
    for at in range(comma + 1, min(comma + 8, len(line.words))):
        if is_comma(line, at):
            return at + 1 if any(w.time for w in line.between(comma + 1, at)) else None
        if line.words[at].finite:
            return None
    return None
