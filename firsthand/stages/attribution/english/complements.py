"""What follows a cue: a clause, an infinitive, a quotation, over adverbs, times, places and an addressee."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.stages.attribution.english.lexicon import is_strong_verb
from firsthand.stages.attribution.english.right import simple_right
from firsthand.stages.attribution.english.words import (
    OPENING,
    Phrase,
    Words,
    group,
    is_adverb,
    is_auxiliary,
    opens_phrase,
    short_quote,
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its kind (that, question, bare, inf, colon, quote), its first word, the addressee between."""

    kind: str
    first: int
    addressee: Phrase | None = None


def complement(words: Words, at: int, addressed: bool, infinitive: bool) -> Complement | None:
    """The first complement from word ``at``, over adverbs, times, places and an addressee."""
    addressee: Phrase | None = None
    stop = min(len(words), at + REACH)
    while at < stop:
        kind = opened_by(words, at)
        if kind is not None:
            found = Complement(kind, at + (kind in ("colon", "that")), addressee)
            return found if kind != "inf" or infinitive else None
        onward = over_adjunct(words, at, stop)
        if onward is not None:
            at = onward
            continue
        if blocks(words, at):
            return None
        phrase = addressee_at(words, at) if addressed and addressee is None and not is_auxiliary(words[at]) else None
        if phrase is None or is_subject(words, phrase):
            return Complement("bare", at, addressee)
        addressee, at = phrase, phrase[1]
    return None


# How many words may stand between a cue and the start of its complement.
REACH = 45


def opened_by(words: Words, at: int) -> str | None:
    """The kind of complement that word ``at`` opens by its form; None where it opens none."""
    word = words[at]
    nxt = words[at + 1] if at + 1 < len(words) else None
    if word.text == ":":
        return "colon"
    if word.quote >= 0 and word.text in OPENING and not short_quote(words, at):
        return "quote"
    if nxt is None or word.kind != "word":
        return None
    if word.low == "that" and at + 2 < len(words):
        return "bare" if is_auxiliary(nxt) else "that"
    if word.low in group("questions") and nxt.kind != "mark":
        return "question"
    if (word.low == "to" and is_infinitive(words, at)) or (word.low == "not" and nxt.low == "to"):
        return "inf"
    return None


def over_adjunct(words: Words, at: int, stop: int) -> int | None:
    """The word behind an insertion, adverb, time or place at ``at``; None where none stands there."""
    word = words[at]
    if word.text == ",":
        return over_insertion(words, at, stop)
    if word.time or leads_to_time(words, at) or (is_adverb(word) and word.low not in ("there", "all", "both", "so")):
        return at + 1
    if word.low in group("clause_openers") - group("prepositions"):
        return None
    if word.low in group("prepositions") and not is_subject_like(words, at):
        return over_preposition(words, at, stop)
    return None


def blocks(words: Words, at: int) -> bool:
    """A mark or a conjunction that no complement follows."""
    word = words[at]
    if word.kind == "mark":
        return word.text not in OPENING and word.text not in "$€£#@("
    return word.low in group("clause_openers") - group("prepositions") or (word.low == "that" and at + 2 >= len(words))


def is_subject(words: Words, phrase: Phrase) -> bool:
    """Whether what could be an addressee is the subject of a clause: a verb stands right behind it."""
    first, last = phrase
    return last < len(words) and (is_strong_verb(words, last) or words[first].low in group("pronouns.subject"))


def leads_to_time(words: Words, at: int) -> bool:
    """``last week``, ``the same day``."""
    low = words[at].low
    return (low in group("calendar_leads") and any(w.time for w in words[at + 1 : at + 2])) or (
        low == "the" and at + 2 < len(words) and words[at + 2].time and words[at + 1].low in group("calendar_leads")
    )


def is_subject_like(words: Words, at: int) -> bool:
    """``over 400 people``, ``like``: a preposition that opens a noun phrase."""
    if at + 1 >= len(words):
        return False
    if words[at].low == "at":
        return words[at + 1].low in ("least", "most")
    return words[at].low in ("over", "around", "under", "between", "about", "near") and words[at + 1].text[:1].isdigit()


def is_infinitive(words: Words, to: int) -> bool:
    """Whether ``to`` leads to a verb: no determiner, name, number, possessive or plural noun behind it."""
    if to + 1 >= len(words):
        return False
    nxt = words[to + 1]
    if nxt.text in OPENING and to + 2 < len(words) and words[to + 2].text.islower():
        return is_infinitive(words, to + 1)
    if nxt.kind != "word" or nxt.capital or opens_phrase(nxt) or nxt.possessive:
        return False
    if is_adverb(nxt) and to + 2 < len(words):
        return True
    return nxt.low not in group("after_to") and not nxt.low.endswith(tuple(group("after_to_endings")))


def over_insertion(words: Words, comma: int, stop: int) -> int | None:
    """The word behind an insertion (``said, however, that``), or behind a comma before a quotation."""
    if comma + 1 >= len(words):
        return None
    nxt = words[comma + 1]
    if (nxt.quote >= 0 and nxt.text in OPENING) or nxt.low == "that":
        return comma + 1
    for at in range(comma + 1, min(comma + 18, stop)):
        if words[at].text == "," and at + 1 < len(words):
            after = words[at + 1]
            return (
                at + 1
                if after.low == "that"
                or (after.text in OPENING and after.quote >= 0)
                or (at - comma <= 4 and is_adverb(nxt))
                else None
            )
        if is_strong_verb(words, at) and nxt.low not in group("relatives"):
            return None
    return None


def over_preposition(words: Words, at: int, stop: int) -> int:
    """The word behind the prepositional phrase at ``at``: ``in a statement``, ``on condition of anonymity``."""
    here = at + 1
    if here < stop and opens_phrase(words[here]):
        here += 1
    taken = 0
    while here < stop and taken < 7:
        word = words[here]
        if taken and (ends_adjunct(words, here) or (word.kind == "mark" and word.text not in "&/-")):
            return here
        if word.kind == "mark" and word.text not in "&/-":
            return here
        here, taken = here + 1, taken + 1
        if word.low in group("settings") and here < stop and not (here + 1 < stop and words[here + 1].low == "that"):
            if words[here].low.endswith("ed") or words[here].low in ("sent", "given", "made"):
                return here + 1
            if words[here].low not in ("of", "with", "to", "on", "by"):
                return here
    return here


def ends_adjunct(words: Words, at: int) -> bool:
    """Whether the prepositional phrase ends before word ``at``."""
    word = words[at]
    if (
        word.low in group("prepositions")
        or word.low in group("that")
        or word.low in group("clause_openers")
        or word.time
    ):
        return True
    return (
        (opens_phrase(word) and words[at - 1].low not in ("and", "of"))
        or is_strong_verb(words, at)
        or word.low in group("questions")
    )


def addressee_at(words: Words, at: int) -> Phrase | None:
    """Whom the cue addresses: ``told reporters that``, ``urged the ministry to``."""
    last = simple_right(words, at)
    for here in range(at + 1, last):
        if words[here].low == "to" and is_infinitive(words, here):
            last = here
            break
        if words[here].low in ("in", "on", "at", "during") and here > at + 1 and words[at].low not in ("both",):
            last = here
            break
    return (at, last) if last > at else None
