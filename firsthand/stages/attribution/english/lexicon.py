"""The cue lexicon of English, from ``cues.toml``, by inflected form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from firsthand.lang import load
from firsthand.stages.attribution.english.words import LANGUAGE, Word, Words, group, is_auxiliary


def is_past(low: str) -> bool:
    """The past form of a cue."""
    return any("past" in tags for _, tags in lexicon().verbs.get(low, ()))


def is_cue(words: Words, at: int) -> bool:
    """Whether the word can be a cue verb."""
    return words[at].low in lexicon().verbs


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
    needs: frozenset[str] = frozenset()
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
    return Cue(
        lemma,
        kind,
        row.get("act", "assert"),
        frozenset(row.get("frames", ("that",))),
        rest=tuple(lemma.split()[1:]),
        acts=row.get("acts", {}),
        negated=row.get("negated"),
        needs=frozenset(row.get("needs", ())),
        only_negated=row.get("only") == "negated",
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
    if at > 1 and before.low.endswith("ly") and words[at - 2].low in group("determiners"):
        return False  # "a newly created post"
    if at > 1 and before.low in group("alone") and words[at - 2].low == "the":
        return True  # "the two raised": a number that stands for people
    return before.low not in group("determiners") and not before.possessive and before.low not in group("prepositions")
