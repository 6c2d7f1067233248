"""Content words of a statement as terms that meet across Ukrainian, Russian and English.

A term has keys: ``=supply`` for a concept of ``claims.toml``, ``kntnr`` for the consonants of a word that stands in no
list (so that words alike in two languages meet), ``country:KP`` or ``@halmar`` for a name. Two terms are one if they
share a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from snowballstemmer import stemmer

from firsthand.lang import LANGUAGES, table
from firsthand.lang.morphology import Parse, parses
from firsthand.names.parties import party
from firsthand.names.reference import country_of
from firsthand.names.transliteration import bones, sound
from firsthand.records import Analysis, Mention, Span, Token
from firsthand.stages.claims.actors import sides

NAME, VERB, NOUN, QUALITY, MANNER = "name", "verb", "noun", "quality", "manner"
WEIGHT = {NAME: 1.2, VERB: 1.0, NOUN: 1.0, QUALITY: 0.6, MANNER: 0.4}
KIND_OF_POS = {
    "NOUN": NOUN, "VERB": VERB, "INFN": VERB, "GRND": VERB, "PRTF": VERB, "PRTS": VERB,
    "ADJF": QUALITY, "ADJS": QUALITY, "COMP": QUALITY, "ADVB": MANNER, "PRED": VERB,
}  # fmt: skip
SILENT = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR"})
KNOWN = ("country:", "city:", "org:", "place:", "outlet:")
COUNTRY = 0.9  # weight of a country: reports on one matter all name it
ASIDE = 0.4  # share of its weight that a word in a relative clause keeps
BEGINS = frozenset('.!?«“"„:')  # behind which a capital tells nothing ...
CLOSES = frozenset('»”"“')  # ... but of a lone word in quotation marks: судно «Аврора»
LEAST_SCORE = 0.1  # of a reading that is thought of
MAX_TERMS = 60
LONGEST = 300  # tokens of a sentence that are read: more is no statement but debris
LEAST_BONES = 3
LEAST_BONES_ABROAD = 4


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: the keys by which it meets others, kind, weight, role (from, to, against, agent, object, "").

    ``aside``: it stands in a relative clause, beside the matter. ``side``: the country that a person speaks for.
    """

    keys: frozenset[str]
    kind: str
    weight: float
    role: str
    place: int
    aside: bool = False
    side: str | None = None


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


class Reader:
    """Reads terms off the passages of a report, knowing its names (``entities``: their keys), times and amounts."""

    def __init__(self, analysis: Analysis, entities: Sequence[str]) -> None:
        self.analysis, self.language = analysis, analysis.report.language
        self.entities = entities or [""] * len(analysis.mentions)
        self.skipped = [time.span for time in analysis.times]
        self.amounts = [quantity.span for quantity in analysis.quantities]
        self.sides = sides([analysis], {analysis.report.id: self.entities})

    def terms(self, spans: Sequence[Span]) -> tuple[Term, ...]:
        """The terms of a content, in order; times and numbers are no terms."""
        found: list[Term] = []
        for tokens in inside(self.analysis, spans):
            found.extend(self.read(tokens[:LONGEST]))
            if len(found) >= MAX_TERMS:
                break
        return tuple(found[:MAX_TERMS])

    def read(self, tokens: list[Token]) -> list[Term]:
        """The terms of one run of tokens."""
        out: list[Term] = []
        lead, aside, at = "", False, 0
        while at < len(tokens):
            token = tokens[at]
            number = self.mention_at(token)
            length = 1 if number is None else self.length(number, tokens[at:])
            aside = self.is_aside(tokens, at, aside, bool(out))
            term = None if number is None else self.of_mention(number, token)
            led = role_of(fold(token.text), self.language) if term is None else ""
            if term is None and not led and token.kind == "word" and not self.is_skipped(token):
                term = self.of_word(token)
            at += length
            if term is not None:
                role = self.role(term, token, lead, out)
                out.append(replace(term, role=role, aside=aside, weight=term.weight * (ASIDE if aside else 1)))
            lead = led or ("" if token.kind == "mark" or (term and term.kind in (VERB, NAME)) else lead)
        return out

    def role(self, term: Term, token: Token, lead: str, before: Sequence[Term]) -> str:
        """What a preposition says; without one, a name before the verb acts and one behind it is acted on."""
        if lead or term.kind != NAME:
            return lead
        if not any(t.kind == VERB for t in before):
            return "agent" if self.may_be_subject(token) else ""
        return "object"

    def may_be_subject(self, token: Token) -> bool:
        """Whether a word may stand in the nominative."""
        readings = parses(token.text, self.language)[:4]
        return not readings or any("nomn" in r.grammemes for r in readings)

    def is_aside(self, tokens: Sequence[Token], at: int, aside: bool, begun: bool) -> bool:
        """Whether a relative clause runs: from its pronoun, behind a comma (not in English), to the next comma."""
        token = tokens[at]
        if token.kind == "mark":
            return aside and token.text not in ",;–—)"
        if fold(token.text) not in _relatives(self.language) or not begun:
            return aside
        before = tokens[max(0, at - 3) : at]
        return aside or self.language == "en" or any(t.text == "," for t in before)

    def mention_at(self, token: Token) -> int | None:
        """The number of the mention whose first word a token is."""
        if token.kind != "word":
            return None
        for number, mention in enumerate(self.analysis.mentions):
            if mention.span.start <= token.start < mention.span.stop and token.stop <= mention.span.stop:
                return number
        return None

    def length(self, number: int, tokens: Sequence[Token]) -> int:
        """How many of the tokens the mention covers."""
        span = self.analysis.mentions[number].span
        return max(1, sum(span.contains(Span(t.start, t.stop)) for t in tokens))

    def is_skipped(self, token: Token) -> bool:
        """Whether a token belongs to a time, or to the number of an amount (its unit, the last word, stays)."""
        span = Span(token.start, token.stop)
        if any(time.overlaps(span) for time in self.skipped):
            return True
        return any(amount.contains(span) and amount.stop != span.stop for amount in self.amounts)

    def of_mention(self, number: int, token: Token) -> Term:
        """A name: the known thing that it is, the party it stands for, or the sounds of its words."""
        mention, entity = self.analysis.mentions[number], self.entities[number]
        keys = name_keys(mention, entity, self.language)
        weight = COUNTRY if any(key.startswith("country:") for key in keys) else WEIGHT[NAME]
        side = self.sides.get(entity) if mention.type == "PER" else None
        return Term(keys, NAME, weight, "", token.start, side=side)

    def of_word(self, token: Token) -> Term | None:
        """A word as a term; None where it tells nothing."""
        reading = best_reading(token.text, self.language)
        word = fold(token.text)
        if is_light(word, reading, self.language):
            return None
        if token.text[:1].isupper() and self.is_name(token, reading):
            sounds = name_sound(reading.lemma if reading else word, self.language)
            return Term(frozenset({sounds}), NAME, WEIGHT[NAME], "", token.start)
        keys = keys_of(word, reading.lemma if reading else word, self.language) | also_known(word, self.language)
        if any(key.startswith("country:") for key in keys):
            return Term(keys, QUALITY, COUNTRY, "", token.start)
        if keys & _verbal():
            return Term(keys, VERB, WEIGHT[VERB], "", token.start)
        kind = KIND_OF_POS.get(reading.pos, NOUN) if reading else NOUN
        return Term(keys, kind, WEIGHT[kind], "", token.start) if keys else None

    def is_name(self, token: Token, reading: Parse | None) -> bool:
        """Whether a capitalised word is a name: it stands inside a sentence, and is no listed word."""
        text = self.analysis.report.text
        before, after = text[max(0, token.start - 2) : token.start].strip(), text[token.stop : token.stop + 1]
        begins = not before or (before[-1] in BEGINS and after not in CLOSES)
        keys = keys_of(fold(token.text), reading.lemma if reading else "", self.language)
        return not begins and not keys & _listed() and not any(key.startswith("country:") for key in keys)


def name_keys(mention: Mention, entity: str, language: str) -> frozenset[str]:
    """The keys of a name: known things by their ids, others by the sounds of their last two words."""
    keys = {entity} if entity.startswith(KNOWN) else set()
    stands_for, _ = party(mention.name, mention.type, language, "speaker")
    if stands_for.startswith(("country:", "org:")):
        keys.add(stands_for)
    code = mention.type != "PER" and country_of(fold(mention.name), language)
    if code:
        keys.add(f"country:{code}")
    if keys:
        return frozenset(keys)
    if entity.startswith(("per:", "bare:")):
        return frozenset({closed(entity.split(":")[1].split("@@")[0].split(" ")[-1])})
    words = [word for word in mention.name.split()[-2:] if word[:1].isupper()] or [mention.name]
    return frozenset(name_sound(word, language) for word in words)


@cache
def _verbal() -> frozenset[str]:
    """Concepts of doing: those whose first Ukrainian word is a verb."""
    rows = table("claims")["concepts"].items()
    return frozenset(f"={concept}" for concept, row in rows if row["uk"][0].endswith(("ти", "тися")))


def is_done(term: Term) -> bool:
    """Whether a term tells what is done, not only that it can, should or is wanted to be."""
    return term.kind == VERB and not term.aside and not term.keys & _modal()


@cache
def _modal() -> frozenset[str]:
    return frozenset(f"={concept}" for concept in table("claims")["modal"]["concepts"])


@cache
def _relatives(language: str) -> frozenset[str]:
    return frozenset(table("claims")["clauses"]["relative"][language])


@cache
def _listed() -> frozenset[str]:
    return frozenset(f"={concept}" for concept in table("claims")["concepts"])


def best_reading(word: str, language: str) -> Parse | None:
    """The likeliest reading; a listed word's reading goes before others, so that homonyms fall where they are known."""
    readings = parses(word, language)[:4]
    known = _concepts(language)
    return next((r for r in readings if fold(r.lemma) in known), readings[0] if readings else None)


@lru_cache(maxsize=100_000)
def also_known(word: str, language: str) -> frozenset[str]:
    """Concepts of a word's other readings: "міст" is a bridge, and of cities."""
    known = _concepts(language)
    lemmas = {fold(r.lemma) for r in parses(word, language)[:4] if r.score >= LEAST_SCORE}
    return frozenset(key for lemma in lemmas for key in known.get(lemma, ()))


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
        found = found or _stems().get(english_stem(word))
    if found:
        return found
    country = country_of(lemma, language) or country_of(word, language)
    if country:
        return frozenset({f"country:{country}"})
    return _skeleton(lemma, language)


def _skeleton(lemma: str, language: str) -> frozenset[str]:
    """The consonants of a word's stem: in English only of long words, where they can tell a borrowed word."""
    if language == "en":
        stem = english_stem(lemma)
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
    return closed(sounds)


def closed(sounds: str) -> str:
    """The key of a name's sounds: without the vowels of its ending."""
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
    for word, notion in translations(language):
        found.setdefault(word, set()).add(f"=~{notion}")
    return {word: frozenset(keys) for word, keys in found.items()}


@cache
def _stems() -> Mapping[str, frozenset[str]]:
    """English concepts by the stems of their words."""
    found: dict[str, frozenset[str]] = {}
    for word, keys in _concepts("en").items():
        found[english_stem(word)] = found.get(english_stem(word), frozenset()) | keys
    return found


def translations(language: str) -> Iterator[tuple[str, str]]:
    """Each word of equivalents.toml in a language, with the notion that translates it."""
    for row in table("equivalents")["words"]:
        notion = row[-1].split(",")[0].strip()
        for word in row[LANGUAGES.index(language)].split(","):
            if word.strip():
                yield fold(word.strip()), notion


@lru_cache(maxsize=100_000)
def english_stem(word: str) -> str:
    """A word's stem by Snowball."""
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


@lru_cache(maxsize=10_000)
def opposite_of(key: str) -> tuple[str, ...]:
    """The concepts that are the opposite of one."""
    return tuple(sorted(other for pair in related("opposite") if key in pair for other in pair if other != key))


def is_known(term: Term) -> bool:
    """Whether a term is a listed concept, which every language has words for."""
    return any(key.startswith("=") for key in term.keys)


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
