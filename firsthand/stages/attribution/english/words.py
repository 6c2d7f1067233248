"""English words and cues as the attribution rules see them: closed classes, capitals and a table of verb forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.records import Sentence, Span, TimeExpression, Token
from firsthand.stages.attribution.words import group as closed_class

Phrase = tuple[int, int]


OPENING = frozenset('“«„"‘')


def short_quote(words: Words, mark: int) -> bool:
    """Whether the quotation mark belongs to a short quotation, that is, a name in quotation marks."""
    number = words[mark].quote
    if number < 0:
        return False
    inside = [w.text for w in words[max(mark - 8, 0) : mark + 8] if w.quote == number]
    return len(inside) <= 6 and not any(t in ",.!?" for t in inside[-2:])


LANGUAGE = "en"


DASHES = frozenset("-–—―‒")


FINAL = frozenset(".!?…")


APOSTROPHES = frozenset("’'ʼ")


MAX_CUES = 60


@dataclass(frozen=True, slots=True)
class Word:
    """A token, abbreviations and possessives put together; ``quote`` is the number of its quotation, -1 for none."""

    start: int
    stop: int
    text: str
    low: str
    kind: str
    quote: int = -1
    time: bool = False

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def possessive(self) -> bool:
        """``ministry's``, ``traders'``; a noun, no contraction of a pronoun with ``is``."""
        return self.low.endswith(("'s", "s'")) and self.low[:-2] not in group("contracted")

    @property
    def dash(self) -> bool:
        """Whether it is a dash."""
        return self.text in DASHES


Words = tuple[Word, ...]


@cache
def group(name: str) -> frozenset[str]:
    """A closed class of English words by its key in grammar.toml."""
    return closed_class(LANGUAGE, name)


def make_words(sentence: Sentence, quotes: tuple[Span, ...], times: tuple[TimeExpression, ...]) -> tuple[Word, ...]:
    """The words of a sentence, with quotations and times marked."""
    spans = [t.span for t in times if t.span.overlaps(sentence.span)]
    around = [(n, q) for n, q in enumerate(quotes) if q.overlaps(sentence.span)]
    merged = merge(sentence.tokens)
    words: list[Word] = []
    for start, stop, text, kind in merged:
        low = text.lower().replace("’", "'").replace("ʼ", "'")
        quote = next((n for n, q in around if q.start <= start < q.stop), -1)
        words.append(Word(start, stop, text, low, kind, quote, is_time(low, text[:1].isupper(), start, spans, words)))
    return tuple(words)


def in_title_case(words: Words) -> bool:
    """``Council Rejects Harbour Deal``: a line whose words nearly all have capitals, so that they tell no name."""
    long = [w for w in words if w.kind == "word" and len(w.text) > 3]
    return len(long) > 3 and sum(w.capital for w in long) >= 0.85 * len(long)


def is_time(low: str, capital: bool, start: int, spans: list[Span], words: list[Word]) -> bool:
    """A word of a date or time; a number right behind one belongs to it (``March 5``)."""
    if any(s.start <= start < s.stop for s in spans) or (low in group("calendar") and capital):
        return True
    if low in group("hours") and not capital:
        return True
    return low[:1].isdigit() and bool(words) and words[-1].time


def merge(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int, str, str]]:
    """Tokens with ``U.S.``, ``Lt.`` and ``traders'`` put together."""
    at = 0
    while at < len(tokens):
        first = tokens[at]
        text, stop = first.text, first.stop
        while first.kind == "word" and joins_next(tokens, at, text):
            at += 1
            text, stop = text + tokens[at].text, tokens[at].stop
        yield first.start, stop, text, first.kind
        at += 1


def joins_next(tokens: tuple[Token, ...], at: int, text: str) -> bool:
    """Whether the next token goes on with the word ``text`` that ends at ``at``."""
    if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].stop:
        return False
    nxt = tokens[at + 1].text
    if nxt in APOSTROPHES:
        return (
            text[-1] in "sS"
            and at + 2 < len(tokens)
            and tokens[at + 2].start > tokens[at + 1].stop
            and tokens[at + 2].kind == "word"
        )
    if nxt == ".":
        return at + 2 < len(tokens) and (short_letters(text) or text.lower() in group("abbreviations"))
    return text.endswith(".") and len(nxt) == 1 and nxt.isupper() and short_letters(text[:-1])


def short_letters(text: str) -> bool:
    """``U``, ``U.S``: single capitals between stops."""
    return len(text) <= 9 and all(len(part) == 1 and part.isupper() for part in text.split("."))


def is_adverb(word: Word) -> bool:
    """An adverb by list or by its ending."""
    return word.low in group("adverbs") or (
        word.low.endswith("ly") and len(word.low) > 4 and not word.capital and word.low not in group("adjectives")
    )


def is_auxiliary(word: Word) -> bool:
    """A form of be, have or do, a modal verb, or a pronoun with one: ``it's``, ``they'll``."""
    return word.low in group("auxiliaries") or word.low in group("modals") or is_contracted(word)


def is_contracted(word: Word) -> bool:
    """``it's``, ``they've``, ``he'd``."""
    head, mark, tail = word.low.partition("'")
    return (
        bool(mark)
        and tail in ("s", "re", "ve", "ll", "d", "m")
        and (head in group("pronouns.subject") or head in group("contracted"))
    )


def opens_phrase(word: Word) -> bool:
    """A determiner, possessive or subject pronoun: a new noun phrase begins here."""
    return (
        word.low in group("determiners")
        or word.low in group("pronouns.possessive")
        or word.low in group("pronouns.subject")
    )
