"""The head of a noun phrase and what stands before it: adjectives, numbers, quoted names, initials."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.words import ANY_FORM, Form, Line, Word

OPENING = frozenset('«“„"')

CLOSING = frozenset('»”“"')


def is_initial(line: Line, at: int) -> bool:
    """``С.`` before a capitalised word."""
    words = line.words
    return (
        len(words[at].text) == 1 and words[at].capital and at + 2 < len(words) and words[at + 1].text == "." and words[at + 2].capital
        and words[at + 1].start == words[at].stop
    )  # fmt: skip


def quoted_modifier(line: Line, at: int) -> int | None:
    """One past an adjective in quotation marks inside a phrase: ``прибічники "жорсткого" виходу``."""
    words = line.words
    if at + 2 < len(words) and words[at].text in OPENING and words[at + 1].adjectives and words[at + 2].text in CLOSING:
        return at + 3
    return None


def quoted_name(line: Line, at: int) -> int | None:
    """One past the closing mark of a short quoted name that opens at ``at``; None where there is none."""
    words = line.words
    if (
        words[at].text not in OPENING
        or at + 1 >= len(words)
        or not (words[at + 1].capital or words[at + 1].kind == "number")
    ):
        return None
    for here in range(at + 2, min(at + 9, len(words))):
        if words[here].text in CLOSING and words[here].start == words[here - 1].stop:
            return here + 1
        if words[here].text in ",.;:!?" or words[here].finite:
            return None
    return None


def quoted_forms(line: Line, first: int, last: int) -> frozenset[Form]:
    """The cases of a quoted name: those of its one declined word (``"Известиям"``), any for a longer or foreign one."""
    words = line.between(first + 1, last - 1)
    if len(words) != 1 or not words[0].nouns:
        return ANY_FORM
    return frozenset((case, number, "") for case, _, _ in words[0].nouns for number in ("sing", "plur"))


def modifies(line: Line, at: int, fitting: frozenset[Form]) -> bool:
    """Whether an adjective reading stands before its noun here, rather than being the noun itself."""
    word = line.words[at]
    if not fitting:
        return True
    if at + 1 >= len(line.words) or (word.mention >= 0 and word.mention_type == "PER"):
        return False
    nxt = line.words[at + 1]
    target = nxt.nouns | nxt.adjectives
    return bool(target and agree(word.adjectives, target))


def head_phrase(word: Word, first: int, fitting: frozenset[Form]) -> Phrase:
    """The phrase that ends with its head, before anything is attached behind."""
    animate = word.has("anim") or word.mention_type == "PER"
    pronoun = ("NPRO" in word.pos and not word.capital) or word.low in PERSONAL
    return Phrase(
        first, word.at + 1, word.at, fitting, animate, word.mention >= 0 or (word.capital and word.at > 0), pronoun
    )


PERSONAL = frozenset(["він", "вона", "вони", "воно", "он", "она", "они", "оно", "я", "ми", "мы"])


def is_numeral(line: Line, word: Word) -> bool:
    """A numeral or quantity word that stands before the counted noun."""
    return "NUMR" in word.pos or word.low in line.group("quantifiers")


def counted(line: Line, phrase: Phrase) -> Phrase:
    """``16% респондентів``, ``20 членів партії``: behind a number the genitive plural stands as a subject."""
    first = line.words[phrase.first]
    if (first.kind != "number" and not is_numeral(line, first)) or phrase.first == phrase.head:
        return phrase
    if ("gent", "plur", "") not in phrase.forms:
        return phrase
    forms = phrase.forms | {("nomn", "plur", ""), ("nomn", "sing", ""), ("accs", "plur", "")}
    return replace(phrase, forms=forms)


def is_relative(line: Line, word: Word) -> bool:
    """A relative or interrogative pronoun is no head."""
    return word.low in line.group("relatives") or word.low in line.group("that")


PARTICIPLE_REACH = 7


def after_participle(line: Line, at: int, forms: frozenset[Form]) -> int:
    """The word behind an adjective; behind a participle with its own words, the noun it belongs to (``виробленого із Союзом проекту``)."""
    words = line.words
    if not any(r.grammemes & {"pssv", "actv"} for r in words[at].readings if r.pos in ("ADJF", "PRTF")):
        return at + 1
    nxt = words[at + 1] if at + 1 < len(words) else None
    if nxt is None or agree(forms, nxt.nouns | nxt.adjectives):
        return at + 1
    for here in range(at + 2, min(at + PARTICIPLE_REACH, len(words))):
        word = words[here]
        if word.kind == "mark" or word.finite or word.infinitive:
            return at + 1
        if (
            word.mention < 0
            and not word.capital
            and agree(forms, word.nouns | word.adjectives)
            and "PREP" not in words[here - 1].pos
        ):
            return here
    return at + 1


def substantive(line: Line, at: int, here: int) -> Phrase | None:
    """A participle or ordinal without a noun that stands for people: ``Бастующие требуют``, ``Останній не визнав``."""
    word = line.words[at]
    if here != at + 1 or word.kind != "word":
        return None
    participle = any(r.pos == "PRTF" and "actv" in r.grammemes and "plur" in r.grammemes for r in word.readings)
    if not participle and not word.lemmas & line.group("stand_ins"):
        return None
    return Phrase(at, at + 1, at, word.adjectives, True)
