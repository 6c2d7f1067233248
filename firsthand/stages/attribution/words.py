"""The words of a sentence with their morphology, as the attribution rules see them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from firsthand.lang import load
from firsthand.lang.morphology import Parse, parses
from firsthand.records import Mention, Sentence, TimeExpression
from firsthand.stages.attribution.quotes import Quote, quote_at

# A word in a stretch of text that is looked at without its sentence.
WORD = re.compile(r"[\w’'ʼ-]+")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn", "neut")
# A form: case, number, gender; "" stands for any gender (plural, or a word the dictionary does not know).
Form = tuple[str, str, str]
ANY_FORM: frozenset[Form] = frozenset((case, number, "") for case in CASES for number in ("sing", "plur"))
DASHES = frozenset("-–—―‒")
LEAST_VERBAL = 0.2
# Second genitive and locative of Russian count as the cases they stand for.
CASE_OF = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its readings, its place in the sentence and the name it belongs to (-1: none)."""

    at: int
    start: int
    stop: int
    text: str
    low: str
    kind: str
    readings: tuple[Parse, ...]
    nouns: frozenset[Form]
    adjectives: frozenset[Form]
    lemmas: frozenset[str]
    pos: frozenset[str]
    mention: int = -1
    mention_type: str = ""
    quote: int = -1
    time: bool = False

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def finite(self) -> bool:
        """Whether it can be a finite verb and is not rather a name."""
        if (self.capital and self.mention >= 0) or self.pos & {"PREP", "CONJ"}:
            return False
        verbal = sum(
            r.score
            for r in self.readings
            if r.pos == "VERB" and not r.grammemes & {"infn", "impr"} and not self.is_form_of(r)
        )
        # Scores tell readings apart in Russian ("дел" is no verb); Ukrainian's dictionary gives every reading 1.
        return verbal > LEAST_VERBAL

    def is_form_of(self, reading: Parse) -> bool:
        """Whether a verb reading is its dictionary form: Ukrainian's dictionary leaves the mark off verbs of two aspects."""
        return reading.lemma == self.low and not reading.grammemes & {"past", "pres", "futr", "impr"}

    @property
    def infinitive(self) -> bool:
        """Whether it can be an infinitive."""
        return "INFN" in self.pos or any(
            r.pos == "VERB" and ("infn" in r.grammemes or self.is_form_of(r)) for r in self.readings
        )

    @property
    def dash(self) -> bool:
        """Whether it is a dash."""
        return self.text in DASHES

    def has(self, grammeme: str) -> bool:
        """Whether some reading carries the grammeme."""
        return any(grammeme in reading.grammemes for reading in self.readings)


def forms(reading: Parse) -> frozenset[Form]:
    """The case, number and gender of one reading."""
    grammemes = reading.grammemes
    number = "plur" if "plur" in grammemes else "sing"
    gender = "" if number == "plur" else next((g for g in GENDERS if g in grammemes), "")
    if "ms-f" in grammemes or "GNdr" in grammemes:
        gender = ""
    cases = [CASE_OF.get(c, c) for c in (*CASES, *CASE_OF) if c in grammemes]
    # The Ukrainian dictionary leaves the case out of some base forms ("глава").
    return frozenset((case, number, gender) for case in cases or ("nomn",))


@lru_cache(maxsize=100_000)
def word_forms(
    text: str, language: str
) -> tuple[tuple[Parse, ...], frozenset[Form], frozenset[Form], frozenset[str], frozenset[str]]:
    """Readings, noun forms, adjective forms, lemmas and parts of speech of a word."""
    readings = tuple(r for r in parses(text, language) if "alt" not in r.grammemes) or parses(text, language)
    possessive = load(language).table("grammar")["pronouns"]["possessive"] if text.lower() else ()
    nouns: set[Form] = set()
    adjectives: set[Form] = set()
    for reading in readings:
        if reading.pos == "NOUN" and not (len(text) <= 3 and "Abbr" in reading.grammemes and text.islower()):
            nouns |= forms(reading)
        elif reading.pos in ("ADJF", "PRTF"):
            adjectives |= forms(reading)
        elif reading.pos == "NPRO":
            (adjectives if reading.lemma in ADJECTIVAL else nouns).update(forms(reading))
    if text.lower() in possessive:
        adjectives |= ANY_FORM
    if is_acronym(text):
        nouns |= ANY_FORM
    lemmas = frozenset(base_form(reading, language).replace("ё", "е") for reading in readings)
    return readings, frozenset(nouns), frozenset(adjectives), lemmas, frozenset(r.pos for r in readings)


def base_form(reading: Parse, language: str) -> str:
    """The lemma; a Ukrainian gerund, which the dictionary calls a word of its own, under its verb (``додавши`` -> ``додати``)."""
    if reading.pos != "GRND" or language != "uk":
        return reading.lemma
    for ending, verb in load(language).table("grammar")["gerunds"]:
        if reading.lemma.endswith(ending):
            return reading.lemma[: -len(ending)] + str(verb)
    return reading.lemma


def is_acronym(text: str) -> bool:
    """``УНН``, ``МЗС``: capitals stand in any case, whatever the dictionary guesses."""
    return 2 <= len(text) <= 8 and text.isupper() and text.isalpha()


# Pronouns that Ukrainian's dictionary calls NPRO though they stand before a noun.
ADJECTIVAL = frozenset(
    (
        "цей",
        "той",
        "такий",
        "весь",
        "увесь",
        "інший",
        "кожний",
        "кожен",
        "самий",
        "сам",
        "свій",
        "наш",
        "мій",
        "їхній",
        "який",
        "жодний",
        "жоден",
        "деякий",
        "усякий",
    )
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules know of the report around a sentence."""

    language: str
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words, with the report's text and the closed classes of its language."""

    text: str
    language: str
    words: tuple[Word, ...]
    grammar: Mapping[str, Any] = field(repr=False)

    def group(self, name: str) -> frozenset[str]:
        """A closed class of the language, by its key in grammar.toml."""
        return group(self.language, name)

    def between(self, first: int, last: int) -> tuple[Word, ...]:
        """Words ``first`` up to but not including ``last``."""
        return self.words[max(first, 0) : max(last, 0)]


@lru_cache(maxsize=500)
def group(language: str, name: str) -> frozenset[str]:
    """A closed class of words; ``pronouns.plural`` reaches into the table ``pronouns``."""
    found: Any = load(language).table("grammar")
    for part in name.split("."):
        found = found[part]
    return frozenset(found)


def make_line(text: str, sentence: Sentence, context: Context) -> Line:
    """The sentence's words with readings, names, times and quotations."""
    language = context.language
    inside = [(i, m) for i, m in enumerate(context.mentions) if sentence.span.overlaps(m.span)]
    times = [t.span for t in context.times if sentence.span.overlaps(t.span)]
    words = []
    for at, token in enumerate(sentence.tokens):
        readings, nouns, adjectives, lemmas, pos = word_forms(token.text, language)
        number, kind = next(((i, m.type) for i, m in inside if m.span.start <= token.start < m.span.stop), (-1, ""))
        words.append(
            Word(at, token.start, token.stop, token.text, token.text.lower().replace("ё", "е"), token.kind,
                 readings, nouns, adjectives, lemmas, pos, number, kind, quote_at(context.quotes, token.start),
                 any(s.start <= token.start < s.stop for s in times))
        )  # fmt: skip
    return Line(text, language, tuple(words), load(language).table("grammar"))
