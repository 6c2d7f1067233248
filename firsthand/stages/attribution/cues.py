"""The cue lexicon of a language, from ``cues.toml``, and where its cues stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any

from firsthand.lang import load
from firsthand.lang.morphology import Parse
from firsthand.stages.attribution.words import Line, Word, base_form, cases_in, group, once, word_forms

GROUP_GAP = 3
SUBMIT_REACH = 4
# Sentences hold a few cues; one with hundreds is a list of words, and reading it takes the time of a book.
MAX_CUES = 40
# Parts of speech of the kinds of cues; participles count as verbs only where they are predicates.
PREDICATIVE = frozenset(("ADJF", "ADJS", "PRED", "PRTS", "ADVB", "VERB", "NOUN"))
VERBAL = frozenset(("VERB", "INFN", "GRND", "PRTS"))
NOMINAL = frozenset(("NOUN",))


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its act, the frames that may follow, and what a negation makes of it ("" : it counts no more)."""

    lemma: str
    kind: str
    act: str
    frames: frozenset[str] = frozenset()
    case: str = ""
    negated: str | None = None
    weak: bool = False
    negated_frames: frozenset[str] = frozenset()
    inanimate_object: bool = False
    now: bool = False  # with a phrase as content it counts in the present only: "підтримує угоду" is a stance
    done: bool = False  # as "now", of the past: "підтримали угоду", but no more inside what others tell
    people: bool = False  # only people and bodies by name do it: a law "передбачає, що" and foresees nothing
    alone: bool = False  # a phrase that needs no source: "за чутками, міст закриють"
    compares: bool = False  # its object counts with "as" behind it: "сприйняв угоду як поступку"

    def __hash__(self) -> int:
        """By what tells most cues apart: what is read of a line is kept by its cues, and hashed each time."""
        return hash((self.lemma, self.kind))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and predicatives by lemma; word groups by their first word, and turned round by their noun."""

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    predicates: Mapping[str, Cue]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    groups: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    turned: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue in a line: words ``first`` up to ``last`` (not included); ``verb`` is the word that governs."""

    first: int
    last: int
    verb: int
    cue: Cue
    negated: bool = False

    @property
    def frames(self) -> frozenset[str]:
        """What may be the content, also what only a negation allows (``не виключає санкцій``)."""
        return self.cue.frames | self.cue.negated_frames if self.negated else self.cue.frames

    @property
    def impersonal(self) -> bool:
        """Whether it needs no subject (``зазначається``)."""
        return "impersonal" in self.cue.frames


def make_cue(lemma: str, kind: str, row: Mapping[str, Any]) -> Cue:
    """A cue from its row in the table."""
    return Cue(
        lemma,
        kind,
        row.get("act", "assert"),
        frozenset(row.get("frames", ())),
        row.get("case", ""),
        row.get("negated"),
        row.get("weak", False),
        frozenset(row.get("negated_frames", ())),
        row.get("object") == "inan",
        row.get("tense") == "pres",
        row.get("tense") == "past",
        row.get("subject") == "anim",
        row.get("alone", False),
        row.get("needs") == "as",
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The cues of a language."""
    table = load(language).table("cues")
    kinds = (
        (name, {k.replace("ё", "е"): make_cue(k, name[:-1], v) for k, v in table.get(name, {}).items()})
        for name in ("verbs", "nouns", "predicates")
    )
    groups = by_first_word(table.get("groups", {}), "verb", language)
    return Lexicon(
        **dict(kinds),
        phrases=by_first_word(table.get("phrases", {}), "phrase", language),
        groups=groups,
        turned=turned(groups),
    )


def turned(groups: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Groups of a verb and its noun the other way round: ``незгоду висловили``, ``таку заяву зробив``."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for pattern, cue in (pair for rows in groups.values() for pair in rows):
        if len(pattern) == 2 and all(part.startswith("=") for part in pattern):
            found.setdefault(pattern[1], []).append((pattern[::-1], cue))
    return {key: tuple(rows) for key, rows in found.items()}


def by_first_word(
    rows: Mapping[str, Any], kind: str, language: str
) -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Word groups by their first word, longest first; a part with ``=`` stands for all forms of a lemma.

    A preposition stands for all its spellings, unless another has a row of its own: ``випливає з`` for ``випливає зі``.
    """
    cues = {tuple(text.replace("ё", "е").split()): make_cue(text, kind, row) for text, row in rows.items()}
    for words, cue in tuple(cues.items()):
        for spelt in product(*(spellings(language).get(word, (word,)) for word in words)):
            cues.setdefault(spelt, cue)
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words, cue in cues.items():
        found.setdefault(words[0], []).append((words, cue))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}


@cache
def spellings(language: str) -> dict[str, tuple[str, ...]]:
    """The spellings of each preposition that changes with the sounds beside it: ``з``, ``із``, ``зі``."""
    rows = load(language).table("grammar").get("spellings", [])
    return {word: tuple(row) for row in rows for word in row}


@once
def find_cues(line: Line) -> tuple[CueAt, ...]:
    """The cue words of the line, left to right; word groups win over single words."""
    return tuple(islice(all_cues(line, lexicon(line.language)), MAX_CUES))


def all_cues(line: Line, known: Lexicon) -> Iterator[CueAt]:
    """Every cue word of the line."""
    after = 0
    for at in [word.at for word in line.words if may_begin(word.text, line.language)]:
        if at < after:
            continue
        found = group_cue(line, at) or phrase_cue(line, at, known) or word_cue(line, at)
        if found is not None:
            yield found
            after = found.last


@lru_cache(maxsize=100_000)
def may_begin(text: str, language: str) -> bool:
    """Whether a cue of the lexicon can begin with a word: with most none can."""
    phrases = lexicon(language).phrases.get(text.lower().replace("ё", "е"))
    return bool(phrases or groups_from(text, language) or cues_of(text, language))


def group_cue(line: Line, at: int) -> CueAt | None:
    """A verb with its noun, or a negated verb with its infinitive: ``виступив на захист``, ``не смогло проверить``."""
    word = line.words[at]
    for pattern, cue, backwards in groups_from(word.text, line.language) if word.kind == "word" else ():
        if len(pattern) > 1 and not is_there(line, pattern[-1]):
            continue
        places = group_places(line, at, pattern)
        if places is None or (backwards and not line.words[places[-1]].finite):
            continue
        if backwards:
            return CueAt(at, places[-1] + 1, places[-1], cue)
        verb = next((p for p, part in zip(places, pattern, strict=True) if part.startswith("=")), places[-1])
        return with_negation(line, CueAt(at, places[-1] + 1, verb, cue))
    return None


@lru_cache(maxsize=100_000)
def groups_from(text: str, language: str) -> tuple[tuple[tuple[str, ...], Cue, bool], ...]:
    """The groups that a word can begin; True for those the other way round, which end with their verb."""
    known = lexicon(language)
    keys = (text.lower().replace("ё", "е"), *(f"={lemma}" for lemma in sorted(word_forms(text, language).lemmas)))
    found = []
    for key in keys:
        back = known.turned.get(key, ())
        found += [(pattern, cue, pattern in dict(back)) for pattern, cue in (*known.groups.get(key, ()), *back)]
    return tuple(found)


def group_places(line: Line, at: int, pattern: tuple[str, ...]) -> list[int] | None:
    """Where the parts of a group stand, with a few words between them at most; None if one is missing."""
    places = [at]
    for part in pattern[1:]:
        reach = range(places[-1] + 1, min(places[-1] + 2 + GROUP_GAP, len(line.words)))
        here = next((i for i in reach if matches(line.words[i], part)), None)
        if here is None or any(w.kind == "mark" for w in line.between(places[-1] + 1, here)):
            return None
        places.append(here)
    return places


def is_there(line: Line, part: str) -> bool:
    """Whether a line has the last part of a group anywhere; of most groups it has not."""
    return part[1:] in line.lemmas if part.startswith("=") else part in line.lows


def matches(word: Word, part: str) -> bool:
    """Whether a word is a part of a group: the form itself, or any form of ``=lemma``."""
    return part[1:] in word.lemmas if part.startswith("=") else word.low == part


def phrase_cue(line: Line, at: int, known: Lexicon) -> CueAt | None:
    """A word group of the lexicon at ``at``; a possessive or an adjective may stand inside: ``за її словами``."""
    for pattern, cue in known.phrases.get(line.words[at].low, ()):
        last = match_group(line, at, pattern) if line.lows.issuperset(pattern) else None
        if last is not None:
            return CueAt(at, last, last - 1, cue)
    return None


def match_group(line: Line, at: int, pattern: tuple[str, ...]) -> int | None:
    """One past the last word of the group, or None; up to three modifiers may stand before its last word.

    A possessive may stand before any but the first: ``с моей точки зрения``.
    """
    here = at
    for number, part in enumerate(pattern):
        if number:
            here += 1
        last = number == len(pattern) - 1
        slack = 3 if number and last else int(bool(number))
        while slack and here < len(line.words) and line.words[here].low != part:
            if not (is_modifier(line, line.words[here]) if last else is_possessive(line, line.words[here])):
                break
            here, slack = here + 1, slack - 1
        if here >= len(line.words) or line.words[here].low != part:
            return None
    return here + 1


def is_modifier(line: Line, word: Word) -> bool:
    """A possessive or adjective: ``за його словами``, ``по предварительным данным``."""
    return word.low in line.group("pronouns.possessive") or bool(word.adjectives)


def is_possessive(line: Line, word: Word) -> bool:
    """``его``, ``моей``: whose the noun is."""
    return word.low in line.group("pronouns.possessive") or bool(word.lemmas & line.group("own_possessives"))


def word_cue(line: Line, at: int) -> CueAt | None:
    """A verb, noun or predicative of the lexicon at ``at``, with its negation."""
    word = line.words[at]
    known = cues_of(word.text, line.language) if word.kind == "word" else ()
    if not known or (word.mention >= 0 and word.capital and at > 0) or in_quoted_name(line, at):
        return None
    participle = at > 1 and line.words[at - 1].text == ","
    for cue, acting in known:
        if participle or not acting:
            return with_negation(line, CueAt(at, at + 1, governing(line, at), cue))
    return None


@lru_cache(maxsize=100_000)
def cues_of(text: str, language: str) -> tuple[tuple[Cue, bool], ...]:
    """The cues that a word can be, likeliest first; True for a participle, which counts behind a comma only."""
    known = lexicon(language)
    found: list[tuple[Cue, bool]] = []
    for table, parts in ((known.predicates, PREDICATIVE), (known.verbs, VERBAL), (known.nouns, NOMINAL)):
        for reading in word_forms(text, language).readings:
            cue = table.get(base_form(reading, language).replace("ё", "е"))
            acting = is_acting_participle(reading) and table is known.verbs
            if cue is None or not (reading.pos in parts or acting) or "impr" in reading.grammemes:
                continue  # "на підставі заяви": of a statement, not an order to state
            if table is known.predicates and reading.pos == "ADJF" and "nomn" not in reading.grammemes:
                continue  # "стран, готовых закупать": of what kind, not who is ready
            if reading.pos != "PRTF" or acting or cue.act != "assert":
                found.append((cue, acting))
    return tuple(found) or accused(text, language)


def accused(text: str, language: str) -> tuple[tuple[Cue, bool], ...]:
    """``жінку, звинувачену в крадіжці``, ``її звинувачували в``: in the passive, by whomsoever."""
    known, reflexive = group(language, "accused"), group(language, "accused_verbs")
    lemmas = (
        r.lemma
        for r in word_forms(text, language).readings
        if ("pssv" in r.grammemes and r.pos in ("PRTF", "ADJF") and r.lemma in known)
        or (r.pos in ("VERB", "PRTF") and r.lemma in reflexive)
    )
    lemma = next(lemmas, None)
    return ((Cue(lemma, "accused", "assert", frozenset(("in",)), weak=True), False),) if lemma is not None else ()


def governing(line: Line, at: int) -> int:
    """The verb that agrees with the subject: an infinitive's is the phase verb before it (``продовжують вимагати``)."""
    word = line.words[at]
    if at and word.infinitive and not word.finite:
        for back in range(at - 1, max(at - 3, -1), -1):
            before = line.words[back]
            coming = before.lemmas & line.group("future_auxiliaries") and before.has("futr")
            if coming or before.lemmas & line.group("phase_verbs"):
                return back
    return at


def is_acting_participle(reading: Parse) -> bool:
    """``ісламістів, що вимагали`` said with a participle: ``исламистов, требовавших казни``."""
    return reading.pos == "PRTF" and "actv" in reading.grammemes


def is_told_by_another(line: Line, colon: int) -> bool:
    """``допомога запізнилася[:] на думку фермерки, ...``: behind a colon whose words the next ones are."""
    return any(cue.first == colon + 1 and cue.cue.kind == "phrase" for cue in find_cues(line))


def is_submitted(line: Line, cue: CueAt) -> bool:
    """``подав партії пропозицію``, ``з'явилися повідомлення``: whether a verb before it hands it in or lets it out."""
    cases = cases_in(line.words[cue.verb].nouns)
    verb = next((w for w in reversed(line.between(cue.first - SUBMIT_REACH, cue.first)) if w.finite), None)
    if verb is None:
        return False
    out = "nomn" in cases and verb.lemmas & line.group("coming_out")
    return bool(out) or ("accs" in cases and bool(verb.lemmas & line.group("submitting")))


def in_quoted_name(line: Line, at: int) -> bool:
    """``«Говорит Москва»``: a verb inside a short capitalised quotation is part of a name."""
    begin = next((i for i in range(at, max(at - 4, -1), -1) if line.words[i].text in '«“„"»”'), None)
    if begin is None or line.words[begin].text in "»”":
        return False
    if begin + 1 >= len(line.words) or not line.words[begin + 1].capital:
        return False
    close = next((w.at for w in line.between(at + 1, at + 5) if w.text in '»”“"'), None)
    if close is None or line.words[close].start > line.words[close - 1].stop:
        return False  # "Інформація "Сходу" про те": the second mark opens a name
    return not any(w.text in ",.;:!?" for w in line.between(begin + 1, close))


def with_negation(line: Line, found: CueAt) -> CueAt:
    """The cue with ``не`` before it taken in."""
    verb = line.words[found.verb]
    passive = found.cue.kind == "verb" and ("PRTS" in verb.pos or verb.has("Impe"))
    copula = line.between(found.first - 1, found.first) if passive else ()
    over = any(w.lemmas & line.group("future_auxiliaries") and w.has("past") for w in copula)
    first = found.first - over  # "не було підтверджено"
    before = line.words[first - 1] if first else None
    if before is not None and before.low in line.group("negation"):
        return replace(found, first=first - 1, negated=True)
    return found
