"""Whether the clause around an expression of time speaks of the past or of what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from firsthand.lang import load
from firsthand.lang.morphology import Parse, parses
from firsthand.stages.times.lexicon import fold
from firsthand.stages.times.words import Word

REACH = 14
YEAR_LETTERS = 2


@cache
def _listed(language: str) -> dict[str, int]:
    table = load(language).table("times")["tense"]
    signs = {"past": -1, "future": 1, "aside": 0}
    return {fold(form): sign for name, sign in signs.items() for form in table.get(name, ())}


@cache
def _planned(language: str) -> frozenset[str]:
    return frozenset(load(language).table("times")["tense"]["future_lemma"])


@lru_cache(maxsize=50_000)
def word_tense(form: str, language: str) -> int:
    """-1 for a past verb, 1 for a future one or a word of plans, 0 for the rest."""
    if form in _listed(language):
        return _listed(language)[form]
    readings = _verbs_first(parses(form, language), language)
    if readings and readings[0].lemma in _planned(language):
        return 1
    if not readings or readings[0].pos not in ("VERB", "INFN", "PRTS", "PRTF", "GRND"):
        return 0
    if readings[0].has("past"):
        return -1
    return 1 if readings[0].has("futr") else 0


def _verbs_first(readings: tuple[Parse, ...], language: str) -> tuple[Parse, ...]:
    """The readings; in Ukrainian, whose dictionary ranks none, a past verb ("стала") before an adjective.

    A future ("завершиться") comes before an infinitive of the same form.
    """
    if language != "uk":
        return readings
    return tuple(sorted(readings, key=lambda r: (not r.has("VERB", "past"), r.has("infn"))))


def tense_at(found: Sequence[Word], first: int, after: int, language: str, *, onto: bool = False) -> int:
    """The tense of the nearest verb of the sentence, before or after the words ``first`` to ``after``.

    What was set for a day is to come: "the exit is set for 29 March"; ``onto`` says that the words are such a day.
    """
    near = _nearest(found, first, after, ahead=not _next_predicate(found, after, language))
    return _first_tense(near, found, language, onto=onto) or _after_full_stop(found, after, language)


def _first_tense(near: Iterator[Word], found: Sequence[Word], language: str, *, onto: bool) -> int:
    for word in near:
        if onto and _is_set(word.form, language):
            return 1
        if tense := word_tense(word.form, language):
            return 1 if tense < 0 and _will_be(found, word, language) else tense
    return 0


def _after_full_stop(found: Sequence[Word], after: int, language: str) -> int:
    """The tense of what follows the full stop of a short word for "year": "У травні 2014 р. він балотувався"."""
    short = len(found[after - 1].form) <= YEAR_LETTERS and "year_word" in found[after - 1].entry.values
    if not short or after >= len(found) or found[after].form != ".":
        return 0
    return _first_tense(_nearest(found, after, after + 1), found, language, onto=False)


def _will_be(found: Sequence[Word], word: Word, language: str) -> bool:
    """Whether a passive is one of the future: "будет объявлено"."""
    at = next(i for i, other in enumerate(found) if other is word)
    passive = any(r.pos == "PRTS" for r in parses(word.form, language)[:1])
    return passive and at > 0 and word_tense(found[at - 1].form, language) > 0


@lru_cache(maxsize=50_000)
def _is_set(form: str, language: str) -> bool:
    """Whether a word says that something has been set for a day: "назначен", "призначено", "перенесена"."""
    lemmas = load(language).table("times")["tense"].get("set_lemma", ())
    readings = parses(form, language)[:1]
    return any(r.pos in ("PRTS", "PRTF", "VERB") and r.lemma in lemmas for r in readings)


def is_all_past(found: Sequence[Word], first: int, after: int, language: str) -> bool:
    """Whether the sentence around some words speaks of the past and of nothing to come."""
    tenses = {word_tense(word.form, language) for word in _nearest(found, first, after)}
    return -1 in tenses and 1 not in tenses


def _next_predicate(found: Sequence[Word], after: int, language: str) -> bool:
    """Whether "and" with a verb of its own follows: "began on Friday and will last a day"."""
    joined = after + 1 < len(found) and "and" in found[after].entry.values
    return joined and word_tense(found[after + 1].form, language) != 0


def speaks_of_present(found: Sequence[Word], first: int, after: int, language: str, *, opens: bool = False) -> bool:
    """Whether the nearest verb of the sentence stands in the present: "today Europe needs" is no date.

    ``opens`` says that the words begin a sentence, so that what stands before them is another.
    """
    for word in _nearest(found, first, after, back=not opens):
        readings = parses(word.form, language)
        if word_tense(word.form, language):
            return False
        if readings and readings[0].has("VERB", "pres"):
            return True
    return False


def _nearest(found: Sequence[Word], first: int, after: int, *, ahead: bool = True, back: bool = True) -> Iterator[Word]:
    """The words of the sentence around some of it, the nearest first, of two as near the later first."""
    for distance in range(1, REACH):
        at, before = after - 1 + distance, first - distance
        ahead, back = ahead and at < len(found), back and before >= 0
        if ahead:
            yield found[at]
            ahead = not _ends(found[at])
        if back:
            yield found[before]
            back = not _ends(found[before])


def _ends(word: Word) -> bool:
    return "end" in word.entry.values or "newline" in word.entry.values


def lasts(found: Sequence[Word], first: int, after: int, language: str) -> bool:
    """Whether something that goes on stands in the present in its sentence: "they have been talking since January"."""
    return any(_goes_on(word.form, language) for word in _nearest(found, first, after))


def holds_office(found: Sequence[Word], first: int, after: int, language: str) -> bool:
    """Whether its sentence tells what somebody is or was by office: "he has headed the board since March 2017"."""
    return any(_is_office(word.form, language) for word in _nearest(found, first, after))


def is_background(found: Sequence[Word], first: int, after: int, language: str) -> bool:
    """Whether its sentence tells of a birth, a founding, an earlier case: "the previous crash was in August 2007"."""
    return any(_is_of_old(word.form, language) for word in _nearest(found, first, after))


@lru_cache(maxsize=50_000)
def _is_of_old(form: str, language: str) -> bool:
    lemmas = load(language).table("times")["tense"].get("background_lemma", ())
    return any(r.lemma in lemmas for r in parses(form, language)[:2])


@lru_cache(maxsize=50_000)
def _goes_on(form: str, language: str) -> bool:
    lasting = load(language).table("times")["tense"].get("lasting_lemma", ())
    return any(r.has("VERB", "pres") and r.lemma in lasting for r in parses(form, language))


@lru_cache(maxsize=50_000)
def _is_office(form: str, language: str) -> bool:
    offices = load(language).table("times")["tense"].get("office_lemma", ())
    return any((r.has("VERB") or r.pos in ("PRTF", "GRND")) and r.lemma in offices for r in parses(form, language))
