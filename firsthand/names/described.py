"""``Стокгольмский арбитраж``, ``Ліберальна партія``: an adjective with a capital and the noun of a body are its name.

In SlavicNER 78 of 89 such pairs inside a sentence that taggers leave out are bodies or the beginning of a body's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.morphology import CASES, PERSONAL, Parse, parses
from firsthand.names.nominative import nominative
from firsthand.names.reference import place_id
from firsthand.names.whole import WITH_PLACE
from firsthand.names.words import Name, Word, is_one_of

PLACE, BODY = "LOC", "ORG"
RULE, SCORE = "names.described", 0.85
NOUNS = ("institutions", "courts", "honouring")
# "Центр санитарного просвещения".
LONGEST_TAIL = 3
# Behind these a capital may be that of a sentence.
OPENING = frozenset('«“„".!?:')


def with_described(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, a lone adjective with its noun, and pairs of both that are in no name."""
    if language not in ("uk", "ru"):
        return list(names)
    found = {name.start: name for name in names}
    taken = sorted((name.start, name.stop) for name in names)
    for word, noun, behind, opens in pairs(sentences, taken):
        name = found.get(word.start)
        if name is not None and name.type not in (PLACE, BODY):
            continue
        if not are_one_phrase(word.text, noun.text, language):
            continue
        if any(is_one_of(noun, key, language) for key in NOUNS):
            if name is not None or not opens:
                found[word.start] = Name(word.start, tail(behind, noun, language).stop, BODY, SCORE, RULE)
        elif name is not None and is_one_of(noun, "districts", language):
            found[word.start] = replace(name, stop=noun.stop, type=PLACE)
        elif name is not None:
            del found[word.start]  # "Ограничительные меры" is no name.
    return sorted(found.values(), key=lambda name: name.start)


def pairs(
    sentences: Sequence[Sequence[Word]], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Word, Word, Sequence[Word], bool]]:
    """A word with a capital and one in small letters behind it, in no name or the first one all of it, what follows
    them, and whether the capital may be that of a sentence.
    """
    at = 0
    for words in sentences:
        opens = True
        for number, (word, noun) in enumerate(pairwise(words)):
            while at < len(taken) and taken[at][1] <= word.start:
                at += 1
            inside = at < len(taken) and taken[at][0] < noun.stop
            if word.text[0].isupper() and noun.text.islower() and (not inside or taken[at] == (word.start, word.stop)):
                yield word, noun, words[number + 2 : number + 2 + LONGEST_TAIL], opens
            opens = word.text in OPENING or (opens and not word.text[0].isalnum())


def are_one_phrase(adjective: str, noun: str, language: str) -> bool:
    """Whether the first can only be an adjective, and agrees with the second, which is first of all a noun."""
    described, head = parses(adjective.lower(), language), parses(noun, language)
    if not described or not head or head[0].pos != "NOUN":
        return False
    if any(found.pos != "ADJF" or PERSONAL & found.grammemes for found in described):
        return False
    return any(agree(one, other) for one in described for other in head if other.pos == "NOUN")


def agree(adjective: Parse, noun: Parse) -> bool:
    """Whether both share a case."""
    return bool(CASES & adjective.grammemes & noun.grammemes)


def tail(words: Sequence[Word], noun: Word, language: str) -> Word:
    """The last word of the body's name: ``комитета немецкой экономики``, ``совет по этике``, ``суд Лахора``."""
    if not words:
        return noun
    last = genitive_end(words, language)
    leads = words[0].text in table(f"{language}/names")["field_prepositions"]
    if last is None and leads and not is_one_of(noun, "courts", language):
        last = next((word for word in words[1:] if is_noun(word, language)), None)
    if last is None and language in WITH_PLACE and words[0].text[0].isupper():
        form = nominative(words[0].text, PLACE, language)
        last = words[0] if form != words[0].text and place_id(form) is not None else None
    return last or noun


def genitive_end(words: Sequence[Word], language: str) -> Word | None:
    """The first noun of words in the genitive, adjectives before it; a sure genitive behind it: ``контролю хвороб``."""
    for at, word in enumerate(words[:LONGEST_TAIL]):
        readings = parses(word.text, language) if word.text.islower() else ()
        if not readings or not readings[0].has("gent") or is_one_of(word, "lands", language):
            return None
        if readings[0].pos != "ADJF":
            behind = words[at + 1 : at + 2]
            last = behind[0] if behind and is_only_genitive(behind[0], language) else word
            return last if readings[0].pos == "NOUN" else None
    return None


def is_only_genitive(word: Word, language: str) -> bool:
    """``хвороб``: whether a word in small letters can only be a noun in the genitive."""
    readings = parses(word.text, language) if word.text.islower() else ()
    return bool(readings) and all(found.pos == "NOUN" and found.has("gent") for found in readings)


def is_noun(word: Word, language: str) -> bool:
    """Whether a word in small letters is first of all a noun."""
    readings = parses(word.text, language) if word.text.islower() else ()
    return bool(readings) and readings[0].pos == "NOUN"
