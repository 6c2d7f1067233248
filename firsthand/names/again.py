"""Names that a tagger misses in one place and the report or the reference data knows: surnames, countries, bodies.

In SlavicNER 83 of 100 unknown words that the fast tagger leaves out and that bear the surname of a person named in full
elsewhere in the report are that person; 81 of 126 countries that it leaves out are places, most others part of a body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.lang import table
from firsthand.lang.morphology import PERSONAL, is_known, parses
from firsthand.names.consistency import stem
from firsthand.names.kinds import networks
from firsthand.names.nominative import nominative
from firsthand.names.reference import organisation_id, place_id, references
from firsthand.names.transliteration import plain
from firsthand.names.whole import WITH_PLACE
from firsthand.names.words import Name, Word, is_one_of

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
RULE, SCORE = "names.again", 0.8
# Shorter words are too often something else.
SHORTEST = 4
# Bodies whose name of one word is nothing else: no party (``Батьківщина``), no company, no seat (``Кремль``).
KINDS = frozenset({"international", "parliament", "ministry", "agency", "army", "court"})
QUOTES = frozenset('«“„"')
OPENING = QUOTES | frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Lone:
    """A word that may be a name, and the one before it in its sentence.

    ``opens``, ``is_second``: its capital, or that of the one before, is the sentence's; ``goes_on``: a capital follows.
    """

    word: Word
    before: Word | None
    opens: bool
    is_second: bool
    goes_on: bool


def with_names_again(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with those that the report names in full or that are well known."""
    if language not in ("uk", "ru"):
        return list(names)
    surnames = surnames_of(names, sentences, language)
    found = {name.start: name for name in names}
    bodies = {name.stop for name in names if name.type == BODY}
    for lone in lone_words(sentences, sorted((name.start, name.stop) for name in names)):
        word, whole = lone.word, found.get(lone.word.start)
        if whole is None and is_part(lone, bodies, language):
            continue
        type_ = ""
        if (whole is None or whole.type in (PLACE, BODY)) and is_surname(word, surnames, language):
            type_ = PERSON
        elif whole is None and not (lone.opens and is_common_word(word, language)):
            # "Sputnik V" is no agency.
            longer = lone.goes_on and word.text.isascii() and not word.text.isupper()
            type_ = "" if longer else known_type(word.text, language)
        if type_:
            found[word.start] = Name(word.start, word.stop, type_, SCORE, RULE)
            bodies |= {word.stop} if type_ == BODY else set()
    return sorted(found.values(), key=lambda name: name.start)


def lone_words(sentences: Sequence[Sequence[Word]], taken: Sequence[tuple[int, int]]) -> Iterator[Lone]:
    """Capitalised words that are a name by themselves or in none."""
    at = 0
    for words in sentences:
        before: Word | None = None
        opens, led = True, False
        for number, word in enumerate(words):
            while at < len(taken) and taken[at][1] <= word.start:
                at += 1
            inside = at < len(taken) and taken[at][0] < word.stop
            if word.text[0].isupper() and (not inside or taken[at] == (word.start, word.stop)):
                behind = words[number + 1].text if number + 1 < len(words) else ""
                yield Lone(word, before, opens, led, behind[:1].isupper())
            led, before = opens and (before is None or before.text not in QUOTES), word
            opens = word.text in OPENING or (opens and not word.text[0].isalnum())


def is_part(lone: Lone, bodies: set[int], language: str) -> bool:
    """Whether the word before belongs to the same name, which a tagger missed: a capital, or ``фон``.

    ``bodies``: where those end that were found; a country behind one is no part of a missed name.
    """
    before = lone.before
    if before is None or before.stop in bodies:
        return False
    # "добавил в Facebook МИД Польши"
    if before.text.isascii() and plain(before.text) in networks():
        return False
    if before.stop == lone.word.start or before.text in table(f"{language}/names")["particles"]:
        return True
    if not before.text[0].isupper() or not before.text.isalpha():
        return False
    if is_one_of(before, "chambers", language) or is_one_of(before, "titles", language):
        return False
    if is_one_of(before, "honouring", language) or may_be_adjective(before.text, language):
        return True
    return not is_common(before.text, language) or (language in WITH_PLACE and not lone.is_second)


def may_be_adjective(word: str, language: str) -> bool:
    """Whether a word may be an adjective."""
    return any(found.pos == "ADJF" for found in parses(word.lower(), language))


def surnames_of(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> frozenset[str]:
    """What the cases of each surname share, of the persons that the report calls by more than one word."""
    words = {word.stop: word for sentence in sentences for word in sentence}
    last = [words[name.stop] for name in names if name.type == PERSON and name.stop in words]
    starts = {name.stop: name.start for name in names}
    return frozenset(
        stem(word.text, language)
        for word in last
        if starts[word.stop] < word.start and may_be_surname(word.text) and not is_common(word.text, language)
    )


def may_be_surname(word: str) -> bool:
    """Whether a word is long enough, in Cyrillic, and no abbreviation."""
    return len(word) >= SHORTEST and not word.isascii() and word[0].isupper() and not word.isupper()


def is_surname(word: Word, surnames: frozenset[str], language: str) -> bool:
    """Whether the word is one of the surnames, and neither a known place nor a common word."""
    if not may_be_surname(word.text) or stem(word.text, language) not in surnames or is_common(word.text, language):
        return False
    return place_id(nominative(word.text, PLACE, language)) is None


@lru_cache(maxsize=100_000)
def is_common(word: str, language: str) -> bool:
    """Whether the dictionary knows the word as no name."""
    readings = parses(word.lower(), language)
    return is_known(word, language) and not any(PERSONAL & found.grammemes for found in readings)


@lru_cache(maxsize=100_000)
def known_type(word: str, language: str) -> str:
    """The type of a country or a body of one word, in any case; nothing for all else."""
    if word.isascii() and not word.isupper():
        return BODY if len(word) >= SHORTEST and is_agency(word) else ""
    if len(word) < SHORTEST and not word.isupper():
        return ""
    form = nominative(word, PLACE, language)
    place = place_id(form) or ""
    if place.startswith("country:") or (place.startswith("place:") and not is_common(form, language)):
        return PLACE
    form = nominative(word, BODY, language)
    body = references().get(organisation_id(form) or "")
    if body is None:
        return BODY if is_short_body(word, language) else ""
    if body.kind not in KINDS:
        return ""
    own = body.id.startswith("org:") or not is_known(form, language)
    # The Ukrainian dictionary has "Укрінформ", and says nothing of it.
    is_name = body.kind == "agency" and all(found.has("inan") for found in parses(form.lower(), language))
    return BODY if own or is_name else ""


def is_short_body(word: str, language: str) -> bool:
    """``Минобороны``: whether a word is the short name of a body that every state has, in any case."""
    return nominative(word, BODY, language).lower() in table("bodies")[language]


def is_ministry(word: str, language: str) -> bool:
    """Whether a word begins as the short names of ministries do."""
    return word.startswith(tuple(table(f"{language}/names")["ministries"]))


def is_agency(word: str) -> bool:
    """``Reuters``: whether Latin letters name a news agency."""
    found = references().get(organisation_id(word) or "")
    return found is not None and found.kind == "agency"


def is_common_word(word: Word, language: str) -> bool:
    """Whether the dictionary knows a word that is no abbreviation, and not as a place or a body."""
    readings = parses(word.text.lower(), language)
    if not is_known(word.text, language) or word.text.isupper():
        return False
    if is_ministry(word.text, language) and all(found.has("Fixd") for found in readings):
        return False
    return not any(found.has("Geox") for found in readings) and not all(found.has("Orgn") for found in readings)
