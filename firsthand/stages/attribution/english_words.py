"""English words and cues as the attribution rules see them: closed classes, capitals and a table of verb forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from firsthand.lang import load
from firsthand.records import Sentence, Span, TimeExpression, Token

LANGUAGE = "en"
DASHES = frozenset("-–—―‒")
FINAL = frozenset(".!?…")
APOSTROPHES = frozenset("’'ʼ")
MAX_CUES = 60
MAX_QUOTES = 300
# A quotation in single marks reaches no further, in code points.
MAX_SINGLE = 3_000


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
        return self.low.endswith(("'s", "s'")) and self.low[:-2] not in CONTRACTED

    @property
    def dash(self) -> bool:
        """Whether it is a dash."""
        return self.text in DASHES


CONTRACTED = frozenset(["he", "she", "it", "that", "there", "who", "what", "here", "where", "let", "how"])


@cache
def group(name: str) -> frozenset[str]:
    """A closed class of words by its key in grammar.toml; ``pronouns.subject`` reaches into a table."""
    found: Any = load(LANGUAGE).table("grammar")
    for part in name.split("."):
        found = found[part]
    return frozenset(found)


# --- words ---------------------------------------------------------------------------------------------


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


# --- quotations ----------------------------------------------------------------------------------------

CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’"}


def find_quotes(text: str, start: int, stop: int) -> tuple[Span, ...]:
    """The outermost quotations of a paragraph, with their marks; an opening mark that is never closed is left."""
    found: list[Span] = []
    at = start
    lost: set[str] = set()
    while at < stop and len(found) < MAX_QUOTES:
        end = closing(text, at, start, stop) if text[at] in CLOSING and text[at] not in lost else None
        if end is not None:
            found.append(Span(at, end))
            at = end
            continue
        if text[at] in CLOSING and text[at] != "‘" and opens(text, at, start):
            lost.add(text[at])  # no closing mark to the paragraph's end: no use to look again
        at += 1
    return tuple(found)


def opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at ``at`` opens: only white space or an opening bracket before it, none behind it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return text[at] in "“«„" or ((before.isspace() or before in "([—–-:,") and not after.isspace())


def closing(text: str, at: int, start: int, stop: int) -> int | None:
    """One past the mark that closes the one at ``at``; None where it does not open or is never closed."""
    if not opens(text, at, start):
        return None
    mark = CLOSING[text[at]]
    if mark != "’":
        end = text.find(mark, at + 1, stop)
        return end + 1 if end > at else None
    end = at
    for _ in range(50):  # an apostrophe looks the same: one that closes stands behind a stop or before white space
        end = text.find(mark, end + 1, min(stop, at + MAX_SINGLE))
        if end < 0:
            return None
        if text[end - 1] in ",.!?" or not (text[end + 1 : end + 2].isalpha()):
            return end + 1
    return None


# --- cues ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of the lexicon, with the acts that a frame or a negation makes of it."""

    lemma: str
    kind: str
    act: str
    frames: frozenset[str]
    rest: tuple[str, ...] = ()
    acts: Mapping[str, str] = field(default_factory=dict)
    negated: str | None = None
    only_negated: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs by inflected form, with the tags of the form; nouns by form; word groups by first word; predicates."""

    verbs: Mapping[str, tuple[tuple[Cue, frozenset[str]], ...]]
    nouns: Mapping[str, Cue]
    phrases: Mapping[str, tuple[Cue, ...]]
    predicates: Mapping[str, Cue]

    @property
    def words(self) -> frozenset[str]:
        """Every word that can begin a cue."""
        return frozenset((*self.verbs, *self.nouns, *self.phrases, *self.predicates))


def make_cue(lemma: str, kind: str, row: Mapping[str, Any]) -> Cue:
    """A cue from its row of the table."""
    frames = frozenset(row.get("frames", ("that",)))
    act = row.get("act", "assert")
    return Cue(
        lemma,
        kind,
        act,
        frames,
        tuple(lemma.split()[1:]),
        row.get("acts", {}),
        row.get("negated"),
        row.get("only") == "negated",
    )


@cache
def lexicon() -> Lexicon:
    """The cues of English."""
    table = load(LANGUAGE).table("cues")
    verbs: dict[str, list[tuple[Cue, frozenset[str]]]] = {}
    for lemma, row in table["verbs"].items():
        cue = make_cue(lemma, "verb", row)
        for form, tags in verb_forms(lemma.split()[0], row).items():
            verbs.setdefault(form, []).append((cue, frozenset(tags)))
    nouns = {
        form: make_cue(lemma, "noun", row) for lemma, row in table["nouns"].items() for form in (lemma, plural(lemma))
    }
    phrases: dict[str, list[Cue]] = {}
    for lemma, row in table["phrases"].items():
        phrases.setdefault(lemma.split()[0], []).append(make_cue(lemma, "phrase", row))
    return Lexicon(
        {form: tuple(sorted(found, key=lambda f: -len(f[0].rest))) for form, found in verbs.items()},
        nouns,
        {first: tuple(sorted(found, key=lambda c: -len(c.rest))) for first, found in phrases.items()},
        {lemma: make_cue(lemma, "predicate", row) for lemma, row in table["predicates"].items()},
    )


def verb_forms(base: str, row: Mapping[str, Any]) -> Mapping[str, set[str]]:
    """The inflected forms of a verb with their tags: base, third, past, part, ing."""
    past = row.get("past") or regular_past(base)
    forms: dict[str, set[str]] = {}
    rows = (
        ("base", base),
        ("third", plural(base)),
        ("past", past),
        ("part", row.get("part") or past),
        ("ing", row.get("ing") or ing_form(base)),
    )
    for tag, form in rows:
        forms.setdefault(form, set()).add(tag)
    for form in row.get("also", ()):
        forms.setdefault(form, set()).update(("ing",) if form.endswith("ing") else ("past", "part"))
    return forms


def regular_past(base: str) -> str:
    """``deny`` -> ``denied``, ``promise`` -> ``promised``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def ing_form(base: str) -> str:
    """``promise`` -> ``promising``, ``agree`` -> ``agreeing``."""
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def plural(base: str) -> str:
    """The form in -s of a noun or verb: ``press`` -> ``presses``, ``deny`` -> ``denies``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")


# --- classes of words ----------------------------------------------------------------------------------


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
        and (head in group("pronouns.subject") or head in CONTRACTED)
    )


def is_strong_verb(words: tuple[Word, ...], at: int) -> bool:
    """A word that is a finite verb for certain: an auxiliary, an irregular past, a cue in the past tense."""
    word = words[at]
    if word.kind != "word" or (word.capital and at > 0 and not word.text.isupper() and not is_auxiliary(word)):
        return False
    return is_auxiliary(word) or word.low in group("irregular") or is_past_cue(word.low)


def is_past_cue(low: str) -> bool:
    """``said``, ``wrote``: a cue's past form that is no bare participle by its looks."""
    return any("past" in tags for _, tags in lexicon().verbs.get(low, ())) and not low.endswith("ed")


def is_verb(words: tuple[Word, ...], at: int) -> bool:
    """A word that looks like a finite verb: a strong one, or one in -ed that stands where no adjective stands."""
    if is_strong_verb(words, at):
        return True
    word = words[at]
    if at == 0 or not word.low.endswith("ed") or word.low.endswith("eed") or len(word.low) < 4 or word.capital:
        return False
    if word.low in group("adjectives"):
        return False
    before = words[at - 1]
    return before.low not in group("determiners") and not before.possessive and before.low not in group("prepositions")


def opens_phrase(word: Word) -> bool:
    """A determiner, possessive or subject pronoun: a new noun phrase begins here."""
    return (
        word.low in group("determiners")
        or word.low in group("pronouns.possessive")
        or word.low in group("pronouns.subject")
    )
