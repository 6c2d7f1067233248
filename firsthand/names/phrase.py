"""The nominative of a noun phrase: its head and the adjectives that agree with it change, the rest stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.lang import table
from firsthand.names.inflection import Reading, readings

_CYRILLIC = re.compile(r"[а-яёіїєґў]", re.IGNORECASE)
_FURTHEST_HEAD = 6  # words

_KNOWN = 0.3
_NAMES_PLACE = 0.25
_PERSON_NAME = -0.4
_ADJECTIVE = 0.35
_NOMINATIVE = 0.22
_INSTITUTION = 0.1
_PLURAL = -0.12
_BARE_PLURAL_NOMINATIVE = -0.45
_AFTER_ADJECTIVE = 0.3


@dataclass(frozen=True, slots=True)
class Head:
    """The agreeing part of a phrase, put into the nominative: ``words`` replaces the first words of the phrase."""

    words: tuple[str, ...]
    case: str
    number: str
    gender: str
    score: float


def find_head(
    words: tuple[str, ...], language: str, place: bool = False, case: str = "", oblique: bool = False
) -> Head | None:
    """The head noun with the adjectives before it (of a ``case``, if one is given); None where no noun agrees.

    ``oblique``: it stands in no nominative, if it can ("премьера" is of премьер).
    """
    found = [head for head in heads(words, language, place) if case in ("", head.case)]
    if oblique:
        found = [head for head in found if head.case != "nomn"] or found
    return max(found, key=lambda head: head.score, default=None)


def heads(words: tuple[str, ...], language: str, place: bool = False) -> list[Head]:
    """All that the head of a phrase may be with the adjectives before it, in the order of the words."""
    found = []
    for at in range(min(len(words), _FURTHEST_HEAD)):
        if _ends_search(words, at, language):
            break
        agreeing = (_agreeing(words, at, reading, place) for reading in readings(words[at], language))
        found += [head for head in agreeing if head is not None]
        if not _may_precede_head(words[at], language):
            break
    return found


def _ends_search(words: tuple[str, ...], at: int, language: str) -> bool:
    word = words[at]
    if word.lower() in table(f"{language}/names")["breaks"] or not _CYRILLIC.search(word):
        return True
    return at == 0 and len(words) > 1 and word.isupper() and len(word) > 1 and not words[1].isupper()


def _may_precede_head(word: str, language: str) -> bool:
    if word.lower() in table(f"{language}/names")["conjunctions"]:
        return True
    known = readings(word, language)
    if word[:1].isupper() and any(r.lemma in table(f"{language}/names")["institutions"] for r in known):
        return False  # "Раді міністрів" are no glad ministers
    return any(r.is_adjective() or r.pos == "NUMR" for r in known)


def _agreeing(words: tuple[str, ...], at: int, noun: Reading, place: bool) -> Head | None:
    if noun.pos != "NOUN":
        return None
    before = _adjectives(words[:at], noun)
    if before is None:
        return None
    form = noun.nominative(noun.number) or _uninflected(noun)
    score = _noun_score(noun, place) + _ADJECTIVE * at + (_AFTER_ADJECTIVE if at else 0.0)
    if at == 0 and noun.number == "plur" and noun.case == "nomn":
        score += _BARE_PLURAL_NOMINATIVE
    return Head((*before, form), noun.case, noun.number, noun.gender, score)


def _uninflected(noun: Reading) -> str:
    return noun.word if noun.case == "nomn" or "Fixd" in noun.tags else str(noun.source.normal_form)


def _noun_score(noun: Reading, place: bool) -> float:
    score = noun.score + (_KNOWN if noun.known else 0.0)
    if place and "Geox" in noun.tags:
        score += _NAMES_PLACE
    if noun.tags & {"Name", "Patr", "Surn"}:
        score += _PERSON_NAME - (0.6 if noun.language == "uk" else 0.0)
    if noun.lemma in table(f"{noun.language}/names")["institutions"] and "Name" not in noun.tags:
        score += _INSTITUTION  # "Раді" is of рада, not of рад
    if noun.case == "nomn":
        score += _NOMINATIVE
    return score + (_PLURAL if noun.number == "plur" else 0.0)


def _adjectives(words: tuple[str, ...], noun: Reading) -> tuple[str, ...] | None:
    """The words before a noun in the nominative; None if one of them does not agree with it."""
    out = []
    conjunctions = table(f"{noun.language}/names")["conjunctions"]
    for word in words:
        if word.lower() in conjunctions:
            out.append(word.lower())
            continue
        form = next((f for r in readings(word, noun.language) if (f := _agreed(r, noun))), None)
        if form is None:
            return None
        out.append(form)
    return tuple(out)


def _agreed(adjective: Reading, noun: Reading) -> str | None:
    if not adjective.is_adjective() or adjective.case != noun.case or adjective.number != noun.number:
        return None
    if noun.number == "plur":
        return adjective.nominative("plur")
    if noun.gender and adjective.gender and adjective.gender != noun.gender:
        return None
    return adjective.nominative("sing", noun.gender or adjective.gender)


def lone_adjective(word: str, language: str) -> str | None:
    """The nominative of an adjective or participle that stands alone (Грозного, Рівному, протестующими)."""
    for reading in readings(word, language):
        if reading.pos in ("ADJF", "PRTF"):
            gender = "" if reading.number == "plur" else reading.gender
            return reading.nominative(reading.number, gender)
    return None


def described_letters(words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """ "Львівській ОВА": letters with adjectives that can only be a woman's or a feminine noun's; None for others."""
    if len(words) < 2 or not words[-1].isupper() or len(words[-1]) < 2:
        return None
    found = [[r for r in readings(word, language) if r.is_adjective()] for word in words[:-1]]
    if not all(forms and all((r.number, r.gender) == ("sing", "femn") for r in forms) for forms in found):
        return None
    adjectives = [forms[0].nominative("sing", "femn") for forms in found]
    return (*(form for form in adjectives if form), words[-1]) if all(adjectives) else None


def counted(words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """ "двумя осведомлёнными источниками": the counting word and what it counts, nominative; None without one."""
    rules = table(f"{language}/names")
    number = next((r for r in readings(words[0], language) if r.lemma in (*rules["few"], *rules["many"])), None)
    if number is None or len(words) < 2:
        return None
    at = next((i for i, w in enumerate(words[1:], 1) if _is_plural_noun(w, language)), None)
    if at is None or not all(any(r.is_adjective() for r in readings(w, language)) for w in words[1:at]):
        return None
    few = number.lemma in rules["few"]
    noun = next(r for r in readings(words[at], language) if r.pos == "NOUN" and r.number == "plur")
    form = noun.form(*rules["few_noun"]) if few else noun.form("gent", "plur")
    described = [_described(w, rules["few_adjective"] if few else ["gent", "plur"], language) for w in words[1:at]]
    return (_count_word(number, noun, rules["feminine_two"]), *described, form or words[at], *words[at + 1 :])


def _is_plural_noun(word: str, language: str) -> bool:
    return any(r.pos == "NOUN" and r.number == "plur" for r in readings(word, language))


def _described(word: str, form: list[str], language: str) -> str:
    found = next((r for r in readings(word, language) if r.is_adjective() and r.number == "plur"), None)
    return (found.form(*form) if found else None) or word


def _count_word(number: Reading, noun: Reading, feminine: str) -> str:
    is_feminine = any("femn" in f.tag.grammemes for f in noun.source.lexeme)
    return feminine if number.lemma == "два" and is_feminine else number.lemma


def one_of(words: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """ "одного из чиновников": the first word alone in the nominative; None where nothing follows that it is one of."""
    if len(words) < 3 or words[1].lower() not in table(f"{language}/names")["partitive"]:
        return None
    known = readings(words[0], language)
    found = next((r for r in known if r.is_adjective() or r.pos == "NUMR"), None)
    # "Раді з питань виборів" are not the glad ones of them.
    if found is None or any(r.lemma in table(f"{language}/names")["institutions"] for r in known):
        return None
    gender = _gender_of_many(words[2:], found.gender, language)
    form = found.nominative(found.number, "" if found.number == "plur" else gender)
    return None if form is None else (form, *words[1:])


def _gender_of_many(words: tuple[str, ...], gender: str, language: str) -> str:
    """ "одного из источников": what stands there tells the masculine from the neuter, which "одного" does not."""
    if gender == "femn":
        return gender
    nouns = (r for word in words[:3] for r in readings(word, language) if r.pos == "NOUN" and r.number == "plur")
    genders = (str(form.tag.gender) for noun in nouns for form in noun.source.lexeme if form.tag.gender is not None)
    return next((found for found in genders if found in ("masc", "neut")), gender)
