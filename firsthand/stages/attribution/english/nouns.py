"""What can be a noun phrase.

Positions are indexes into the words of a sentence; a phrase is a pair ``(first, last)``, last not included."""

from __future__ import annotations

from firsthand.stages.attribution.english.lexicon import is_strong_verb
from firsthand.stages.attribution.english.words import Phrase, Words, group, is_adverb, is_auxiliary

LONGEST = 30


def leads_in(words: Words, first: int) -> bool:
    """A part that leads in or is inserted: ``In a statement``, ``Speaking in Kyiv``, ``However``, ``who ...``."""
    word = words[first]
    return (
        word.low in group("prepositions")
        or word.low in group("relatives")
        or word.low in group("clause_openers")
        or word.low in group("adversatives")
        or word.low in ("according", "but", "and", "citing")
        or is_adverb(word)
        or word.time
        or (word.low.endswith("ing") and len(word.low) > 5)
        or (word.low.endswith("ed") and not word.capital)
    )


def is_apposition(words: Words, first: int, last: int) -> bool:
    """``head of the fund``, ``a teacher``, ``45``, ``Anna Kovach``: a phrase, no clause and no lead-in."""
    if first >= last or last - first > 20:
        return False
    if leads_in(words, first) and not words[first].low.isdigit():
        return False
    return not any(is_strong_verb(words, at) for at in range(first, last) if words[at].low not in group("relatives"))


def tidy(words: Words, phrase: Phrase | None) -> Phrase | None:
    """A phrase without marks at its ends; None where what is left is no noun phrase."""
    if phrase is None:
        return None
    first, last = phrase
    while first < last and ((words[first].text in ',“"' and words[first].quote < 0) or words[first].text in ",-–—"):
        first += 1
    while first + 1 < last and words[first].low in ("said", "says", "say"):
        first += 1  # "a council of elders, said they were worried"
    while first < last and (words[last - 1].text in ",-–—" or words[last - 1].low == "and"):
        last -= 1
    if last - first > 1 and words[last - 1].low in ("he", "she", "they") and words[last - 2].low not in ("and", "or"):
        first = last - 1  # behind an opening without its comma: "in the yard he"
    return (first, last) if is_noun_phrase(words, first, last) else None


def is_noun_phrase(words: Words, first: int, last: int) -> bool:
    """A stretch that can be a noun phrase: no lead-in, no verb for certain, not too long."""
    if not 0 < last - first <= LONGEST:
        return False
    one, end = words[first], words[last - 1]
    if last - first == 1 and (
        one.low in group("no_sources")
        or one.kind != "word"
        or one.time
        or (is_adverb(one) and not one.capital)
        or one.possessive
    ):
        return False
    if (one.low in group("prepositions") and one.low not in ("over", "around", "under", "near")) or one.low in group(
        "clause_openers"
    ):
        return False
    if (
        end.low in group("prepositions")
        or (end.low in group("determiners") and last - first == 1 and end.low not in group("alone"))
        or is_auxiliary(one)
    ):
        return False
    if first == 0 and one.low.endswith("ed") and last > 1 and words[1].low in group("prepositions"):
        return False  # "Courted by many and expected to win"
    return all(words[at].low not in group("no_heads") for at in range(first, min(first + 1, last)))
