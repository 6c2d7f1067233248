"""Content words of a statement as terms that meet across Ukrainian, Russian and English.

A term has keys: ``=supply`` for a concept of ``claims.toml``, ``kntnr`` for the consonants of a word that stands in no
list (so that words alike in two languages meet), ``country:KP`` or ``@halmar`` for a name. Two terms are one if they
share a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from snowballstemmer import stemmer

from firsthand.lang import table
from firsthand.lang.morphology import Parse, parses
from firsthand.names.parties import party
from firsthand.names.reference import country_of
from firsthand.names.transliteration import bones, sound
from firsthand.records import Analysis, Mention, Span, Token

NAME, VERB, NOUN, QUALITY, MANNER = "name", "verb", "noun", "quality", "manner"
WEIGHT = {NAME: 1.2, VERB: 1.0, NOUN: 1.0, QUALITY: 0.6, MANNER: 0.4}
KIND_OF_POS = {
    "NOUN": NOUN, "VERB": VERB, "INFN": VERB, "GRND": VERB, "PRTF": VERB, "PRTS": VERB,
    "ADJF": QUALITY, "ADJS": QUALITY, "COMP": QUALITY, "ADVB": MANNER, "PRED": VERB,
}  # fmt: skip
SILENT = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR"})
KNOWN = ("country:", "city:", "org:", "place:", "outlet:")
CASES = frozenset({"nomn", "accs", "datv", "gent", "loct"})
MAX_TERMS = 60
LEAST_BONES = 3
LEAST_BONES_ABROAD = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: the keys by which it meets others, kind, weight, role (from, to, against, agent, "")."""

    keys: frozenset[str]
    kind: str
    weight: float
    role: str
    place: int


def terms_of(analysis: Analysis, entities: Sequence[str], spans: Sequence[Span]) -> tuple[Term, ...]:
    """The terms of a content, in order; times and numbers are no terms."""
    language = analysis.report.language
    reader = _Reader(analysis, entities, language)
    found: list[Term] = []
    for tokens in inside(analysis, spans):
        found.extend(reader.read(tokens))
    return tuple(found[:MAX_TERMS])


def inside(analysis: Analysis, spans: Sequence[Span]) -> Iterator[list[Token]]:
    """The tokens of each span, sentence by sentence."""
    for span in spans:
        for sentence in analysis.sentences:
            if sentence.span.overlaps(span):
                kept = [t for t in sentence.tokens if span.start <= t.start and t.stop <= span.stop]
                if kept:
                    yield kept


def fold(word: str) -> str:
    """Lower case with one apostrophe and without ё."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")


class _Reader:
    """Reads terms off tokens, knowing the names and amounts of the report."""

    def __init__(self, analysis: Analysis, entities: Sequence[str], language: str) -> None:
        self.text, self.language = analysis.report.text, language
        keys = entities or [""] * len(analysis.mentions)
        self.named = sorted(zip(analysis.mentions, keys, strict=True), key=lambda pair: pair[0].span)
        self.skipped = [time.span for time in analysis.times]
        self.amounts = [quantity.span for quantity in analysis.quantities]

    def read(self, tokens: list[Token]) -> Iterator[Term]:
        """The terms of one run of tokens."""
        role, at = "", 0
        while at < len(tokens):
            token = tokens[at]
            word = fold(token.text)
            mention = self.mention_at(token)
            if mention is not None and mention[0].type:
                length = max(1, sum(mention[0].span.contains(Span(t.start, t.stop)) for t in tokens[at:]))
                yield self.of_mention(*mention, role or self.case_role(token), token.start)
                at, role = at + length, ""
                continue
            at += 1
            if token.kind != "word" or self.is_skipped(token):
                role = role if token.kind == "word" else ""
                continue
            led = role_of(word, self.language)
            if led:
                role = led
                continue
            term = self.of_word(token, role)
            if term is not None:
                yield term
                role = "" if term.kind in (VERB, NAME) else role

    def mention_at(self, token: Token) -> tuple[Mention, str] | None:
        """The mention that begins at or covers a token, with its key."""
        for mention, key in self.named:
            if mention.span.start <= token.start and token.stop <= mention.span.stop:
                return (mention, key) if token.kind == "word" else None
            if mention.span.start > token.start:
                return None
        return None

    def is_skipped(self, token: Token) -> bool:
        """Whether a token belongs to a time, or to the number of an amount (its unit, the last word, stays)."""
        span = Span(token.start, token.stop)
        if any(time.overlaps(span) for time in self.skipped):
            return True
        return any(amount.contains(span) and amount.stop != span.stop for amount in self.amounts)

    def of_mention(self, mention: Mention, entity: str, role: str, place: int) -> Term:
        """A name: the known thing that it is, the party it stands for, and the sounds of its words."""
        keys = {entity} if entity.startswith(KNOWN) else set()
        stands_for, _ = party(mention.name, mention.type, self.language, "speaker")
        if stands_for.startswith(("country:", "org:")):
            keys.add(stands_for)
        country = mention.type != "PER" and country_of(fold(mention.name), self.language)
        if country:
            keys.add(f"country:{country}")
        if not keys:
            keys = {name_sound(word, self.language) for word in mention.name.split()[-2:] if word[:1].isupper()} or {
                name_sound(mention.name, self.language)
            }
        return Term(frozenset(keys), NAME, WEIGHT[NAME], role, place)

    def case_role(self, token: Token) -> str:
        """Agent for an unambiguous nominative, to for a dative, "" elsewhere."""
        cases = {case for r in parses(token.text, self.language)[:3] for case in r.grammemes & CASES}
        return "agent" if cases == {"nomn"} else ""

    def of_word(self, token: Token, role: str) -> Term | None:
        """A word as a term; None where it tells nothing."""
        reading = best_reading(token.text, self.language)
        word = fold(token.text)
        if is_light(word, reading, self.language):
            return None
        if token.text[:1].isupper() and self.is_name(token, reading):
            sounds = name_sound(reading.lemma if reading else word, self.language)
            return Term(frozenset({sounds}), NAME, 1.0, role, token.start)
        keys = keys_of(word, reading.lemma if reading else word, self.language)
        kind = KIND_OF_POS.get(reading.pos, NOUN) if reading else NOUN
        named = next((key for key in keys if key.startswith(("country:", "@"))), None)
        if named:
            return Term(keys, QUALITY, 0.8, role, token.start)
        return Term(keys, kind, WEIGHT[kind], role, token.start) if keys else None

    def is_name(self, token: Token, reading: Parse | None) -> bool:
        """Whether a capitalised word is a name: it stands inside a sentence, or no dictionary has it."""
        before = self.text[max(0, token.start - 2) : token.start]
        begins = not before.strip() or before.strip()[-1:] in '.!?«“"„:'
        if self.language == "en":
            return not begins
        keys = keys_of(fold(token.text), reading.lemma if reading else "", self.language)
        return not begins and not keys & _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(f"={concept}" for concept in table("claims")["concepts"])


def best_reading(word: str, language: str) -> Parse | None:
    """The likeliest reading; a listed word's reading goes before others, so that homonyms fall where they are known."""
    readings = parses(word, language)[:4]
    known = _concepts(language)
    return next((r for r in readings if fold(r.lemma) in known), readings[0] if readings else None)


def is_light(word: str, reading: Parse | None, language: str) -> bool:
    """Whether a word ties others together or tells nothing by itself."""
    light = _light(language)
    if word in light or (reading and fold(reading.lemma) in light):
        return True
    if reading and reading.pos in SILENT and fold(reading.lemma) not in _concepts(language):
        return True
    return word in _negative(language)


@lru_cache(maxsize=100_000)
def keys_of(word: str, lemma: str, language: str) -> frozenset[str]:
    """The concepts of a word, else the country it describes, else the consonants of its stem."""
    lemma = fold(lemma)
    known = _concepts(language)
    found = known.get(lemma) or known.get(word)
    if language == "en":
        found = found or _stems().get(_stem(word))
    if found:
        return found
    country = country_of(lemma, language) or country_of(word, language)
    if country:
        return frozenset({f"country:{country}"})
    return _skeleton(lemma, language)


def _skeleton(lemma: str, language: str) -> frozenset[str]:
    """The consonants of a word's stem: in English only of long words, where they can tell a borrowed word."""
    if language == "en":
        stem = _stem(lemma)
        shape = bones(sound(stem))
        return frozenset({f"en:{stem}", *([shape] if len(shape) >= LEAST_BONES_ABROAD else [])})
    stem = strip_endings(lemma, language)
    shape = bones(sound(stem))
    return frozenset({shape if len(shape) >= LEAST_BONES else f"{language}:{stem}"})


@lru_cache(maxsize=50_000)
def strip_endings(lemma: str, language: str) -> str:
    """What is left of a dictionary form without its ending, its prefix written as the two languages share it."""
    stems = table("claims")["stems"]
    for prefix, shared in stems["prefixes"][language]:
        if lemma.startswith(prefix) and len(lemma) > len(prefix) + 3:
            lemma = shared + lemma[len(prefix) :]
            break
    for ending in stems["endings"][language]:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            return lemma[: -len(ending)]
    return lemma


@lru_cache(maxsize=50_000)
def name_sound(name: str, language: str) -> str:
    """A name's word by its sounds without a closing vowel, to meet others: Галмарі, Галмар, Galmar."""
    word = fold(name.strip("«»\"“”„'()., "))
    if language == "en" and word.endswith(("ian", "ians")):
        word = word.rstrip("s")[:-2]
    sounds = sound(word)
    for ending in ("skohoho", "skomu", "skim", "skoi", "skii", "ski", "sk"):
        if sounds.endswith(ending) and len(sounds) - len(ending) >= 4 and language != "en":
            sounds = sounds[: -len(ending)]
            break
    return "@" + (sounds.rstrip("aeiou") or sounds)


def role_of(word: str, language: str) -> str:
    """The role that a preposition gives to what follows; "" for other words."""
    return _roles(language).get(word, "")


@cache
def _roles(language: str) -> Mapping[str, str]:
    return {word: role for role, rows in table("claims")["roles"].items() for word in rows[language]}


@cache
def _concepts(language: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for concept, row in table("claims")["concepts"].items():
        for word in row[language]:
            found.setdefault(fold(word), set()).add(f"={concept}")
    return {word: frozenset(keys) for word, keys in found.items()}


@cache
def _stems() -> Mapping[str, frozenset[str]]:
    """English concepts by the stems of their words."""
    found: dict[str, frozenset[str]] = {}
    for word, keys in _concepts("en").items():
        found[_stem(word)] = found.get(_stem(word), frozenset()) | keys
    return found


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(stemmer("english").stemWord(word))


@cache
def _light(language: str) -> frozenset[str]:
    return frozenset(map(fold, table("claims")["light"]["words"][language]))


@cache
def _negative(language: str) -> frozenset[str]:
    return frozenset(map(fold, table("claims")["negative"]["words"][language]))


@cache
def related(kind: str) -> frozenset[frozenset[str]]:
    """Pairs of concept keys that are opposite, converse or near."""
    return frozenset(frozenset({f"={a}", f"={b}"}) for a, b in table("claims")["relations"][kind])


def are_related(left: frozenset[str], right: frozenset[str], kind: str) -> bool:
    """Whether a concept of the one and a concept of the other are opposite, converse or near."""
    pairs = related(kind)
    return any(frozenset({a, b}) in pairs for a in left for b in right if a.startswith("=") and b.startswith("="))


def kin(term: Term) -> str:
    """One key for a term and those near it, for look-ups: weapon and ammunition, Галмар and Галмарі."""
    return min((_families().get(key, key[:6] if key[0] == "@" else key) for key in term.keys), default="")


@cache
def _families() -> Mapping[str, str]:
    """Concept -> the first of those it is near, converse or opposite to, directly or through others."""
    first: dict[str, str] = {}
    for pair in sorted(sorted(pair) for kind in ("near", "converse", "opposite") for pair in related(kind)):
        roots = sorted({first.get(key, key) for key in pair})
        for key in [*pair, *(k for k, root in first.items() if root in roots)]:
            first[key] = roots[0]
    return first
