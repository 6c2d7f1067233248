"""``Комітет лісового нагляду``, ``Рада з питань виборів``: a body's noun with a capital and what it is in charge of.

Inside a sentence the capital says that a name begins; the genitives and the field behind the noun are the rest of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from firsthand.lang import table
from firsthand.lang.morphology import Parse, parses
from firsthand.names.words import Name, Word, is_one_of, overlapping

BODY, PLACE = "ORG", "LOC"
RULE, SCORE = "names.headed", 0.85
BEGINNING = 3  # letters that no case changes, by which most other words are told apart
LONGEST = 6  # words of a charge
# Behind these a capital may be that of a sentence.
OPENING = frozenset('«“„".!?:;–—-')
# A noun may stand in these cases behind its preposition of a field: "по делам", "у справах", "із захисту".
FIELD_CASES = frozenset(("gent", "datv", "loct"))
GENITIVE = frozenset(("gent",))


def with_headed(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the bodies that such a noun leads; a name that is the noun alone grows."""
    if language not in ("uk", "ru"):
        return list(names)
    over, found = overlapping(names), list(names)
    for start, stop, noun_stop, opens in headed(sentences, language):
        own = over(start, stop)
        # "Раді з питань виборів": the noun behind its preposition was taken for a place.
        alone = len(own) == 1 and (own[0].start, own[0].stop) == (start, noun_stop) and own[0].type in (BODY, PLACE)
        place = len(own) == 1 and noun_stop < own[0].start and own[0].stop == stop
        if alone:
            found[found.index(own[0])] = replace(own[0], stop=stop, type=BODY)
        elif (place or not own) and not opens:
            found = [name for name in found if name not in own]
            found.append(Name(start, stop, BODY, SCORE, RULE))
    return with_charges(sorted(found, key=lambda name: name.start), sentences, language)


def with_charges(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """``Національна комісія`` before ``з мовних стандартів``: bodies that end in such a noun, with their charge."""
    ends = {name.stop: name for name in names if name.type == BODY}
    found: list[Name] = []
    grown = {
        ends[word.stop].start: words[charge_end(words, at, language)].stop
        for words in sentences
        for at, word in enumerate(words)
        if word.stop in ends and word.text.islower() and is_one_of(word, "headed", language)
    }
    for name in names:
        if not found or name.start >= found[-1].stop:
            found.append(replace(name, stop=max(name.stop, grown.get(name.start, 0))))
    return found


def headed(sentences: Sequence[Sequence[Word]], language: str) -> Iterator[tuple[int, int, int, bool]]:
    """Where such bodies start and stop, where their noun stops, and whether the capital may be that of a sentence."""
    begin = beginnings(language)
    for words in sentences:
        opens = True
        for at, word in enumerate(words):
            if word.text[1:].islower() and word.text[0].isupper() and word.text[:BEGINNING].lower() in begin:
                last = charge_end(words, at, language) if is_one_of(word, "headed", language) else at
                if last > at:
                    yield word.start, words[last].stop, word.stop, opens
            opens = word.text in OPENING or (opens and not word.text[0].isalnum())


@cache
def beginnings(language: str) -> frozenset[str]:
    """The first letters of all nouns that lead such names."""
    return frozenset(noun[:BEGINNING] for noun in table(f"{language}/names")["headed"])


def charge_end(words: Sequence[Word], at: int, language: str) -> int:
    """The place of the last word of what a body is in charge of; that of its noun where nothing tells."""
    marks, honoured = table(f"{language}/names"), table("bodies")["named_after"]
    last, cases = led_charge(words, at, language)
    first = last + 1 if cases is not FIELD_CASES else at + 2
    for following in range(first, min(len(words), at + 1 + LONGEST)):
        word = words[following].text
        if not word.islower() or word in honoured or is_one_of(words[following], "charge_times", language):
            break
        readings = parses(word, language)
        if is_sure(readings, "NOUN", cases):
            last, cases = following, GENITIVE
        elif last == following - 1 > at and word in marks["charge_conjunctions"]:
            continue
        elif not is_sure(readings, "ADJF", cases):
            break
    return with_place(words, last, language) if last > at else at


def led_charge(words: Sequence[Word], at: int, language: str) -> tuple[int, frozenset[str]]:
    """The place of the last word that leads to a charge (``у справах``), and the cases of the one behind it."""
    marks, behind = table(f"{language}/names"), [word.text for word in words[at + 1 : at + 3]]
    if " ".join(behind) in marks["charge_leads"]:
        return at + 2, GENITIVE
    led = len(behind) > 1 and behind[0] in marks["charge_prepositions"]
    # "Комісія з метою", "Комитет по итогам": what is done with what aim.
    return at, FIELD_CASES if led and not is_one_of(words[at + 2], "no_charges", language) else GENITIVE


def is_sure(readings: Sequence[Parse], pos: str, cases: frozenset[str]) -> bool:
    """Whether a word is first of all of a part of speech and in one of these cases, and no preposition."""
    if not readings or readings[0].pos != pos or any(found.pos in ("PREP", "CONJ") for found in readings):
        return False
    # An adjective has one form for many cases, a noun tells by its first reading.
    told = readings if pos == "ADJF" else readings[:1]
    return any(cases & found.grammemes for found in told)


def with_place(words: Sequence[Word], last: int, language: str) -> int:
    """``управління освіти міста Дубна``: the last word with the name of the place behind its noun."""
    placed = (
        last + 1 < len(words) and words[last + 1].text[:1].isupper() and is_one_of(words[last], "districts", language)
    )
    return last + 1 if placed else last
