"""The words of a sentence with their morphology, as the attribution rules see them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple, Protocol, TypeVar, TypeVarTuple

from firsthand.lang import load
from firsthand.lang.morphology import Parse, is_known, parses
from firsthand.names.nominative import nominative
from firsthand.records import Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.places import Places
from firsthand.stages.attribution.quotes import Quote, quote_at

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
# What stands for a reading of a line that was not done yet.
UNREAD: Any = object()
# The names with their numbers, the times and the quotations of a sentence, and the surnames of the report.
Marked = tuple[tuple[tuple[int, Mention], ...], tuple[Span, ...], tuple[Quote, ...], frozenset[str]]

# A word in a stretch of text that is looked at without its sentence.
WORD = re.compile(r"[\w’'ʼ′-]+")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
GENDERS = ("masc", "femn", "neut")
# A form: case, number, gender; "" stands for any gender (plural, or a word the dictionary does not know).
Form = tuple[str, str, str]
ANY_FORM: frozenset[Form] = frozenset((case, number, "") for case in CASES for number in ("sing", "plur"))
# The last two are dashes of Windows-1252 in a page that took them for Latin-1.
DASHES = frozenset("-–—―‒\x96\x97")
LEAST_VERBAL = 0.2
# Adverbs and particles: parts of speech that may stand between any two words of a clause.
PASSING = frozenset(("ADVB", "PRCL"))
# Spellings of old and readings that nobody means: Russian "те" is no dative of "ты".
RARE = frozenset(("alt", "Arch"))
# Vowels in which foreign names end that stay as they are.
UNDECLINED = frozenset("іїиеєоэ")
# How names of bodies end in the genitive.
GENITIVE = frozenset("уюая")
# How the genitives of countries end that look like plurals.
COUNTRIES = ("ии", "ії")
VOWELS = frozenset("аеєиіїоуюяёыэ")
# How Ukrainian genitives of many people end, that are also adjectives of one.
POSSESSIVE = ("ів", "їв")
PERSONAL = frozenset(("Name", "Surn", "Patr"))
# Second genitive and locative of Russian count as the cases they stand for.
CASE_OF = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}


class Forms(NamedTuple):
    """What the dictionary knows of a word, whatever sentence it stands in."""

    readings: tuple[Parse, ...]
    nouns: frozenset[Form]
    adjectives: frozenset[Form]
    lemmas: frozenset[str]
    pos: frozenset[str]
    grammemes: frozenset[str]
    verbal: bool
    infinitive: bool
    low: str
    capital: bool


# A name of which the dictionary knows nothing.
NAMED = Forms((), ANY_FORM, frozenset(), frozenset(), frozenset(("NOUN",)), frozenset(), False, False, "", True)


# Not frozen, though nothing changes one: a frozen one takes eight times as long to make, and every token is one.
@dataclass(eq=False, slots=True)
class Word:
    """A token with its readings, its place in the sentence and the name it belongs to (-1: none).

    ``finite`` says whether it can be a finite verb and is not rather a name.
    """

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
    grammemes: frozenset[str]
    finite: bool
    infinitive: bool
    capital: bool
    mention: int = -1
    mention_type: str = ""
    quote: int = -1
    time: bool = False

    @property
    def dash(self) -> bool:
        """Whether it is a dash."""
        return self.text in DASHES

    def has(self, grammeme: str) -> bool:
        """Whether some reading carries the grammeme."""
        return grammeme in self.grammemes


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


def small_first(text: str) -> str:
    """A phrase that begins with a common noun, in lower case there."""
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=20_000)
def cases_in(known: frozenset[Form]) -> frozenset[str]:
    """The cases among forms."""
    return frozenset(case for case, _, _ in known)


@lru_cache(maxsize=100_000)
def word_forms(text: str, language: str) -> Forms:
    """What the dictionary knows of a word."""
    readings = tuple(r for r in parses(text, language) if not r.grammemes & RARE) or parses(text, language)
    if text.islower():
        # "стан" in small letters is a state, not Mr Stan.
        readings = tuple(r for r in readings if not r.grammemes & PERSONAL) or readings
    low = text.lower().replace("ё", "е")
    if language == "uk" and low.endswith(POSSESSIVE) and any(r.has("gent") and r.has("plur") for r in readings):
        # "суддів" are rather many judges than what belongs to one.
        readings = tuple(r for r in readings if r.pos != "ADJF")
    if any(r.lemma in group(language, "rare_lemmas") for r in readings):
        readings = tuple(r for r in readings if r.lemma not in group(language, "rare_lemmas")) or readings
    if low in group(language, "only_nouns"):
        readings = tuple(r for r in readings if r.pos == "NOUN")
    elif low in group(language, "unlisted_adverbs"):
        readings = (Parse(low, "ADVB", frozenset(("ADVB",)), 1.0),)
    elif low in group(language, "no_nouns"):
        readings = tuple(r for r in readings if r.pos != "NOUN")
    return Forms(
        readings,
        nouns_of(text, readings, language),
        adjectives_of(text, readings, language),
        frozenset(base_form(reading, language).replace("ё", "е") for reading in readings),
        frozenset(reading.pos for reading in readings),
        frozenset(grammeme for reading in readings for grammeme in reading.grammemes),
        # Scores tell readings apart in Russian ("дел" is no verb); Ukrainian's dictionary gives every reading 1.
        sum(r.score for r in readings if is_finite(r, low)) > LEAST_VERBAL,
        any(r.pos == "INFN" or (r.pos == "VERB" and ("infn" in r.grammemes or is_base(r, low))) for r in readings),
        low,
        text[:1].isupper(),
    )


def nouns_of(text: str, readings: tuple[Parse, ...], language: str) -> frozenset[Form]:
    """The forms in which a word can be a noun; an acronym stands in any."""
    attributive = group(language, "attributive")
    nouns: set[Form] = set(ANY_FORM) if is_acronym(text) else set()
    if is_undeclined(text, language) or text.lower() in group(language, "undeclined_bodies"):
        nouns |= {(case, "sing", "") for case in CASES}
    for reading in readings:
        # Short words in small letters are prepositions and particles, not the abbreviations of the dictionary.
        abbreviation = len(text) <= 3 and "Abbr" in reading.grammemes and text.islower()
        pronoun = reading.pos == "NPRO" and reading.lemma not in attributive
        if (reading.pos == "NOUN" and not abbreviation) or pronoun:
            nouns |= forms(reading)
    return frozenset(nouns)


def adjectives_of(text: str, readings: tuple[Parse, ...], language: str) -> frozenset[Form]:
    """The forms in which a word can agree with a noun; a possessive like ``його`` never changes."""
    attributive = group(language, "attributive")
    possessive = text.lower() in group(language, "pronouns.possessive")
    adjectives: set[Form] = set(ANY_FORM) if possessive else set()
    for reading in readings:
        if reading.pos in ("ADJF", "PRTF") or (reading.pos == "NPRO" and reading.lemma in attributive):
            adjectives |= forms(reading)
    return frozenset(adjectives)


def is_joint(known: Forms) -> bool:
    """Whether a word is rather a preposition or a conjunction than a verb ("говорят" is both, and mostly a verb)."""
    joint = sum(r.score for r in known.readings if r.pos in ("PREP", "CONJ"))
    return joint > 0 and joint >= sum(r.score for r in known.readings if r.pos == "VERB")


def is_finite(reading: Parse, low: str) -> bool:
    """Whether a reading is a finite verb: no infinitive, no command."""
    return reading.pos == "VERB" and not reading.grammemes & {"infn", "impr"} and not is_base(reading, low)


def is_base(reading: Parse, low: str) -> bool:
    """Whether a verb reading is its dictionary form; Ukrainian's leaves the mark off verbs of two aspects."""
    return reading.lemma == low and not reading.grammemes & {"past", "pres", "futr", "impr"}


def base_form(reading: Parse, language: str) -> str:
    """The lemma; a Ukrainian gerund, to the dictionary a word of its own, under its verb (``додавши``: ``додати``)."""
    if reading.pos != "GRND" or language != "uk":
        return reading.lemma
    for ending, verb in load(language).table("grammar")["gerunds"]:
        if reading.lemma.endswith(ending):
            return reading.lemma[: -len(ending)] + str(verb)
    return reading.lemma


def is_acronym(text: str) -> bool:
    """``УНН``, ``МЗС``: capitals stand in any case, whatever the dictionary guesses."""
    return 2 <= len(text) <= 8 and text.isupper() and text.isalpha()


def is_undeclined(text: str, language: str) -> bool:
    """``Фаучі``, ``Фаучи``: a name that the dictionary lacks and guesses at; such endings stay as they are."""
    if not text[:1].isupper() or not text.isalpha() or text[-1] not in UNDECLINED or language not in ("uk", "ru"):
        return False
    return not is_known(text, language) and text.lower() not in group(language, "unlisted_adverbs")


class Context:
    """What the rules know of the report around a sentence: names and times, by place."""

    def __init__(
        self, report: Report, mentions: tuple[Mention, ...] = (), times: tuple[TimeExpression, ...] = ()
    ) -> None:
        self.text = report.text
        self.language = report.language
        self.mentions = mentions
        self.names = Places(mention.span for mention in mentions)
        self.times = Places(time.span for time in times)
        self.surnames = surnames(report.text, report.language, mentions)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words, with the report's text and the closed classes of its language.

    ``read`` keeps what has been read of it so far: frames ask the same again, and lists would be read over and over.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    # a closed class of the language, by its key in grammar.toml; asked for more often than anything else
    group: Callable[[str], frozenset[str]] = field(repr=False, compare=False)
    # where each word begins, all that stands there in small letters, and all lemmas: most rules ask for what it has not
    starts: tuple[int, ...] = field(repr=False, compare=False)
    lows: frozenset[str] = field(repr=False, compare=False)
    lemmas: frozenset[str] = field(repr=False, compare=False)
    read: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def spelled(self, kind: str) -> tuple[Word, ...]:
        """The words that are, as they stand there, of a closed class, in order."""
        known = self.group(kind)
        return () if self.lows.isdisjoint(known) else tuple([word for word in self.words if word.low in known])

    def meaning(self, kind: str) -> tuple[Word, ...]:
        """The words of which a lemma is of a closed class, in order."""
        known = self.group(kind)
        if self.lemmas.isdisjoint(known):
            return ()
        return tuple([word for word in self.words if not word.lemmas.isdisjoint(known)])

    def between(self, first: int, last: int) -> tuple[Word, ...]:
        """Words ``first`` up to but not including ``last``."""
        return self.words[first if first > 0 else 0 : last if last > 0 else 0]

    def inside(self, span: Span) -> list[Word]:
        """The words that begin in a stretch of the text."""
        return list(self.words[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.stop)])

    def from_place(self, place: int) -> int:
        """The number of the first word that begins at a place of the text or behind it; how many there are for none."""
        return bisect_left(self.starts, place)


class Reading(Protocol):
    """What keeps what has been read of it: a line, or a scene."""

    @property
    def read(self) -> dict[tuple[Any, ...], Any]:
        """Findings by the function that found them and its arguments."""


R = TypeVar("R", bound=Reading)


def once(find: Callable[[R, *Arguments], T]) -> Callable[[R, *Arguments], T]:
    """A reading of a line or a scene that is done once for the same arguments, none of which is named or left out."""

    def kept(of: R, *args: *Arguments) -> T:
        key = (find, args)
        found: T = of.read.get(key, UNREAD)
        if found is UNREAD:
            found = of.read[key] = find(of, *args)
        return found

    return kept


@lru_cache(maxsize=2_000)
def group(language: str, name: str) -> frozenset[str]:
    """A closed class of words, empty where a language has none; ``pronouns.plural`` reaches into ``pronouns``.

    ``bodies|media`` is either: what is asked of word after word is not put together each time.
    """
    if "|" in name:
        return frozenset().union(*(group(language, part) for part in name.split("|")))
    found: Any = load(language).table("grammar")
    for part in name.split("."):
        found = found.get(part, {})
    return frozenset(found)


@cache
def first_words(language: str, name: str) -> frozenset[str]:
    """How the phrases of a closed class begin: where no such word stands, no phrase has to be put together."""
    return frozenset(phrase.split()[0] for phrase in group(language, name))


class Classes(dict[str, frozenset[str]]):
    """The closed classes of a language by their keys, each made when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, name: str) -> frozenset[str]:
        return self.setdefault(name, group(self.language, name))


@cache
def classes(language: str) -> Classes:
    """The closed classes of a language, one object for all its lines."""
    return Classes(language)


def make_line(sentence: Sentence, context: Context, quotes: tuple[Quote, ...]) -> Line:
    """The sentence's words with readings, names, times and quotations."""
    names = tuple((number, context.mentions[number]) for number in context.names.over(sentence.span))
    times = tuple(context.times.spans[number] for number in context.times.over(sentence.span))
    marked = (names, times, quotes, context.surnames)
    known = lines_of(context.text, context.language)
    made = known.get(sentence.span)
    if made is None or made[0] != sentence or made[1] != marked:
        made = known[sentence.span] = sentence, marked, line_of(context.text, context.language, sentence, marked)
    return made[2]


@lru_cache(maxsize=1)
def lines_of(text: str, language: str) -> dict[Span, tuple[Sentence, Marked, Line]]:
    """The lines of the report at hand by their sentences: attributions and chains have the same, and read them once."""
    return {}


@lru_cache(maxsize=2_000)
def unlisted(text: str, language: str, person: bool) -> Forms:
    """``голова [Держмайну]``, ``сказав [Гольмен]``: with the case that the end of an unlisted name shows."""
    known = word_forms(text, language)
    if not known.nouns or not text.isalpha() or text.isascii() or is_known(text, language):
        return known
    if text[-1] in GENITIVE:
        return known if person else known._replace(nouns=known.nouns | {("gent", "sing", "masc")})
    if text[-1] in VOWELS or "PREP" in known.pos:
        return known
    return known._replace(nouns=known.nouns | {("nomn", "sing", "")})


def surnames(text: str, language: str, mentions: tuple[Mention, ...]) -> frozenset[str]:
    """``Майя [Санду]``, ``Анджей [Дуда]``: surnames beside a given name in the nominative, in which they stand so too.

    To the dictionary they may be another case of another name, or a common noun of another gender.
    """
    people = (mention.span.of(text).split() for mention in mentions if mention.type == "PER")
    named = [words[-2:] for words in people if len(words) > 1]
    found = [nominative(" ".join(words), "PER", language).split() for words in named]
    known = [(is_in_nominative(given, language), surname) for given, surname in named]
    standing = {surname for stands, surname in known if stands}
    # "слова Яноша Боки", and then "Бока"; where the name stands as it is, it is no other
    made = {words[-1] for (stands, _), words in zip(known, found, strict=True) if not stands and len(words) > 1}
    return frozenset(standing | made)


def is_in_nominative(given: str, language: str) -> bool:
    """Whether a given name stands in the nominative and in no case that looks so but for the vocative."""
    readings = word_forms(given, language).readings
    named = [r for r in readings if r.has("Name")] or readings
    cases = cases_in(frozenset(form for r in named if r.pos == "NOUN" for form in forms(r)))
    return "nomn" in cases and not cases & {"datv", "accs"}


@lru_cache(maxsize=2_000)
def of_one(text: str, language: str) -> Forms:
    """``лідери Франції та [Німеччини]``, ``лидеры Франции и [Германии]``: a country is one, and stands in no plural."""
    known = word_forms(text, language)
    one = frozenset(form for form in known.nouns if form[1] == "sing")
    return known._replace(nouns=one or known.nouns)


def is_guessed(text: str, language: str) -> bool:
    """``заявив [Мавріс]``: a capitalised word that no dictionary has and that is only guessed to be a verb."""
    return text.isalpha() and not is_known(text, language) and "NOUN" not in word_forms(text, language).pos


def is_of_noun(before: Word, known: Forms) -> bool:
    """``очевидці [нападу]``: what may be a genitive right behind a noun, and else a verb in the first person only."""
    if "NOUN" not in before.pos or before.kind != "word" or before.finite or "gent" not in cases_in(known.nouns):
        return False
    return all({"1per", "sing"} <= r.grammemes for r in known.readings if r.pos == "VERB")


def line_of(text: str, language: str, sentence: Sentence, marked: Marked) -> Line:
    """The line of a sentence with the numbered names, the times and the quotations in it."""
    names, times, quotes, borne = marked
    dated = {t.start for span in times for t in sentence.tokens if span.start <= t.start < span.stop}
    quoted = any(quote.span.overlaps(sentence.span) for quote in quotes)
    words: list[Word] = []
    for at, token in enumerate(sentence.tokens):
        known = word_forms(token.text, language)
        number, kind = named_at(names, token.start) if names else (-1, "")
        low, capital = known.low, known.capital
        # "Жаклін [де] Роше": in a person's name it is no word of its own
        if kind == "PER" and words and number == words[-1].mention and low in group(language, "mixed_particles"):
            known, low = NAMED, token.text.capitalize()
        if capital and known.verbal and at and words[-1].kind == "word" and is_guessed(token.text, language):
            known = NAMED
        elif capital and kind == "LOC" and token.text.endswith(COUNTRIES):
            known = of_one(token.text, language)
        elif capital and kind in ("", "PER") and token.text in borne:
            more = CASES if token.text.endswith("у") else ("nomn",)
            known = known._replace(nouns=known.nouns | {(case, "sing", "") for case in more})
            kind = "PER"
        elif capital:
            known = unlisted(token.text, language, kind == "PER")
        named = number >= 0 and (capital or kind == "PER")
        finite = known.verbal and not named and not is_joint(known) and not (at and is_of_noun(words[-1], known))
        timed = token.start in dated
        quote = quote_at(quotes, token.start) if quoted else -1
        words.append(
            Word(at, token.start, token.stop, token.text, low, token.kind, *known[:6],
                 finite, known.infinitive, capital, number, kind, quote, timed)
        )  # fmt: skip
    starts, lows = tuple([word.start for word in words]), frozenset([word.low for word in words])
    lemmas = frozenset[str]().union(*[word.lemmas for word in words])
    return Line(text, language, tuple(words), classes(language).__getitem__, starts, lows, lemmas)


def named_at(names: tuple[tuple[int, Mention], ...], place: int) -> tuple[int, str]:
    """The number and type of the name at a place of the text."""
    return next(((i, m.type) for i, m in names if m.span.start <= place < m.span.stop), (-1, ""))
