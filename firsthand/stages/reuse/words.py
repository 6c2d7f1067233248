"""A report as words that can be met in another report, in the same language or another.

Every word has an own key (its dictionary form) and neutral keys, the same in Ukrainian, Russian and English: a notion
(``=supply``), a country (``country:KP``), the sound of a name (``@lavrov``), a number (``#240``, in words or digits)
or the consonants of a word of one root (``kntnr``). Made of one report alone, so nothing read later changes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from firsthand.lang.morphology import Parse, parses
from firsthand.names.keys import name_key
from firsthand.records import Analysis, Mention, Sentence, Span, Token
from firsthand.stages.claims.words import english_stem, fold, is_light, keys_of, name_sound, translations
from firsthand.stages.quantities.amounts import read_amount
from firsthand.stages.quantities.words import Line as AmountLine
from firsthand.stages.quantities.words import vocabulary

LIGHT, TAG, NAME, NUMBER, PLAIN = "light", "tag", "name", "number", "plain"
WEIGHT = {LIGHT: 0.12, TAG: 0.05, NAME: 0.8, NUMBER: 1.0, PLAIN: 1.0}
SAYING, SAYING_WEIGHT = "=say", 0.4  # "заявив", "повідомила" stand in every report
KNOWN = ("country:", "city:", "org:", "place:", "outlet:")
MAX_LINES = 3_000
MAX_WORDS = 300  # of a sentence; a longer one is a list or a page gone wrong
MAX_WORD = 60  # code points
READINGS = 4
MAX_CONTENTS = 300  # of a report
LEAST_UNIT = 4  # words
BEGINNINGS = frozenset('«“„"(:—–-')  # what follows may be a beginning, where a capital tells nothing


@dataclass(frozen=True, slots=True)
class Word:
    """A word or amount at its place; ``weight`` is what meeting it tells, ``also`` are further forms it may be of."""

    start: int
    stop: int
    own: str
    also: tuple[str, ...]
    keys: tuple[str, ...]
    kind: str
    weight: float
    content: bool  # whether it tells what is said


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words; ``weight`` is of all words, ``content`` and ``keys`` are of those that tell something."""

    number: int
    span: Span
    words: tuple[Word, ...]
    weight: float
    content: float
    keys: frozenset[str]
    units: tuple[
        tuple[int, int], ...
    ]  # words [first, last) that are a whole: the sentence, and what somebody says in it


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report made ready for comparison; ``where``: key of a content word -> the sentences that have it, in order."""

    report: str
    language: str
    text: str
    lines: Sequence[Line]
    where: Mapping[str, tuple[int, ...]]

    def spread(self, key: str) -> int:
        """In how many sentences a word stands: a report's own topic tells little."""
        return len(self.where.get(key, ()))


def prepare(analysis: Analysis) -> Prepared:
    """The words of a report's news text."""
    reader = Reader(analysis)
    lines = tuple(reader.line(i, sentence) for i, sentence in enumerate(analysis.sentences[:MAX_LINES]))
    return Prepared(analysis.report.id, analysis.report.language, analysis.report.text, lines, where_words_stand(lines))


def weight_of(words: Iterable[Word]) -> float:
    """What meeting all of the words tells."""
    return sum(word.weight for word in words)


def where_words_stand(lines: Sequence[Line]) -> dict[str, tuple[int, ...]]:
    """Key of a content word -> its sentences."""
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for line in lines:
        for word in line.words:
            if word.content:
                for key in word.keys:
                    found[key][line.number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}


class Reader:
    """Reads words off sentences, knowing the report's names and chains."""

    def __init__(self, analysis: Analysis) -> None:
        self.text, self.language = analysis.report.text, analysis.report.language
        self.mentions = sorted(analysis.mentions, key=lambda m: m.span)
        self.tags = sorted(chain.evidence for chain in analysis.chains)
        self.contents = [span for found in analysis.attributions for span in found.content][:MAX_CONTENTS]
        self.at = 0

    def line(self, number: int, sentence: Sentence) -> Line:
        """A sentence as words."""
        tokens = sentence.tokens[:MAX_WORDS]
        words = tuple(self.words(tokens))
        telling = [word for word in words if word.content]
        keys = frozenset(key for word in telling for key in word.keys)
        units = tuple(self.units(sentence.span, words))
        return Line(number, sentence.span, words, weight_of(words), weight_of(telling), keys, units)

    def units(self, span: Span, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """The sentence and the contents of its attributions, as words."""
        yield 0, len(words)
        for content in self.contents:
            if content.overlaps(span):
                inside = [i for i, word in enumerate(words) if content.start <= word.start < content.stop]
                if len(inside) >= LEAST_UNIT:
                    yield inside[0], inside[-1] + 1

    def words(self, tokens: Sequence[Token]) -> Iterator[Word]:
        """Words and amounts in order, marks left out."""
        amounts = amounts_of(tokens, self.language)
        at, inside = 0, False  # inside: a capital letter means a name, no beginning
        while at < len(tokens):
            token = tokens[at]
            if at in amounts:
                key, after = amounts[at]
                yield self.weighed(token.start, tokens[after - 1].stop, Meaning(key, (), (key,), NUMBER))
                at, inside = after, True
                continue
            if token.kind != "mark":
                yield self.word(token, inside)
            inside = token.kind != "mark" or (inside and token.text not in BEGINNINGS)
            at += 1

    def word(self, token: Token, inside: bool) -> Word:
        """One word; ``inside`` tells that others stand before it in the sentence."""
        mention = self.mention_at(token)
        if mention is not None and token.text[:1].isupper():
            meaning = read_word(token.text, self.language)
            meaning = replace(meaning, keys=name_keys(mention, token, self.language), kind=NAME)
        elif inside and token.text[:1].isupper():
            meaning = read_name(token.text, self.language)
        else:
            meaning = read_word(token.text, self.language)
        return self.weighed(token.start, token.stop, meaning)

    def weighed(self, start: int, stop: int, meaning: Meaning) -> Word:
        """A word with its weight, which is next to nothing where it only says through whom the news came."""
        kind = TAG if self.is_tag(start, stop) else meaning.kind
        weight = SAYING_WEIGHT if kind == PLAIN and SAYING in meaning.keys else WEIGHT[kind]
        return Word(start, stop, meaning.own, meaning.also, meaning.keys, kind, weight, weight >= SAYING_WEIGHT)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention that covers a token; tokens have to be asked for in order."""
        while self.at < len(self.mentions) and self.mentions[self.at].span.stop <= token.start:
            self.at += 1
        if self.at < len(self.mentions) and self.mentions[self.at].span.start <= token.start:
            return self.mentions[self.at]
        return None

    def is_tag(self, start: int, stop: int) -> bool:
        """Whether a word stands where the report tells through whom the news came."""
        return any(tag.start <= start and stop <= tag.stop for tag in self.tags)


# --- amounts ------------------------------------------------------------------------------------------


def amounts_of(tokens: Sequence[Token], language: str) -> dict[int, tuple[str, int]]:
    """Token number -> the key of the amount that begins there, and the token after it."""
    first = amount_words(language)
    if not any(t.kind == "number" or t.text[0].isdigit() or t.text.lower() in first for t in tokens):
        return {}
    forms = [fold(token.text) for token in tokens]
    line = AmountLine(tokens, forms, vocabulary(language), language)
    found: dict[int, tuple[str, int]] = {}
    at = 0
    while at < len(tokens):
        starts = tokens[at].text[0].isdigit() or forms[at] in first
        amount = read_amount(line, at, exact=True) if starts else None
        if amount is None or amount.after <= at:
            at += 1
            continue
        found[at] = (amount_key(amount.low, amount.high), amount.after)
        at = amount.after
    return found


def amount_key(low: float, high: float) -> str:
    """``#240`` for a number, ``#20-90`` for a blurred one or a range."""
    return f"#{low:g}" if low == high else f"#{low:g}-{high:g}"


@cache
def amount_words(language: str) -> frozenset[str]:
    """First words of amounts in words."""
    words = vocabulary(language)
    tables = (words.numeral, words.some, words.multiplier, words.many, words.amount)
    return frozenset(form.split(" ")[0] for forms in tables for form in forms)


# --- single words -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word is by itself: dictionary form, further ones, neutral keys and kind."""

    own: str
    also: tuple[str, ...]
    keys: tuple[str, ...]
    kind: str


@lru_cache(maxsize=300_000)
def read_word(text: str, language: str) -> Meaning:
    """A word that is no name."""
    word = fold(text[:MAX_WORD])
    readings = parses(word, language)[:READINGS]
    reading = listed_reading(readings, language)
    lemma = fold(reading.lemma) if reading else word
    if is_light(word, reading, language):
        return Meaning(lemma, (), (f"{language}:{lemma}",), LIGHT)
    own = lemma if reading else english_stem(word)
    also = tuple(dict.fromkeys(form for r in readings if (form := fold(r.lemma)) != own))
    return Meaning(own, also, neutral_keys(word, lemma, own, language) or (f"{language}:{own}",), PLAIN)


def neutral_keys(word: str, lemma: str, own: str, language: str) -> tuple[str, ...]:
    """The notions of a word; the consonants of its root where no table has it."""
    listed = equivalents(language).get(lemma) or equivalents(language).get(own) or ()
    known = sorted(
        key for key in keys_of(word, lemma, language) if not key.startswith("=~")
    )  # ~ is of equivalents.toml
    return tuple(dict.fromkeys((*listed, *(key for key in known if not listed or key.startswith("=")))))


@lru_cache(maxsize=100_000)
def read_name(text: str, language: str) -> Meaning:
    """A capitalised word inside a sentence that no tagger marked: a name, or a word of one that keys know."""
    meaning = read_word(text, language)
    if meaning.kind == LIGHT:
        return meaning
    sound = name_sound(meaning.own if language != "en" else text, language)
    known = meaning.keys[0].startswith("country:")
    return replace(meaning, keys=(*meaning.keys, sound) if known else (sound, *meaning.keys), kind=NAME)


def listed_reading(readings: Sequence[Parse], language: str) -> Parse | None:
    """The likeliest reading, a listed one before others ("року" is of "рік"); None in English."""
    listed = equivalents(language)
    return next((r for r in readings if fold(r.lemma) in listed), readings[0] if readings else None)


def name_keys(mention: Mention, token: Token, language: str) -> tuple[str, ...]:
    """The keys of a word inside a name: its sound, and with the last word what the whole name stands for."""
    keys = read_word(token.text, language).keys
    words = mention.name.split()
    number = mention_word(mention, token)
    name = words[number] if number is not None and number < len(words) else token.text
    sound = name_sound(name, language)
    whole = name_key(mention.name, mention.type, language) if mention.span.stop == token.stop else ""
    return (*((whole,) if whole.startswith(KNOWN) else ()), sound, *keys)


def mention_word(mention: Mention, token: Token) -> int | None:
    """Which word of a mention of one or two words a token is; None where counting may go wrong."""
    if mention.span.start == token.start:
        return 0
    return 1 if mention.span.stop == token.stop and len(mention.name.split()) == 2 else None


@cache
def equivalents(language: str) -> Mapping[str, tuple[str, ...]]:
    """Words of a language -> the notions that translate them, beyond those of claims.toml."""
    found: dict[str, list[str]] = {}
    for word, notion in translations(language):
        found.setdefault(word if language != "en" else english_stem(word), []).append(f"={notion}")
    return {word: tuple(dict.fromkeys(keys)) for word, keys in found.items()}
