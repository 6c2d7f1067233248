"""In which case and of which gender a person's name stands by what is beside it: ``эколог Арбана Красничи заявила``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from firsthand.lang import table
from firsthand.lang.morphology import CASES, parses
from firsthand.names.person import GENDERS
from firsthand.names.roles import role_cases, roles_before
from firsthand.names.standing import Standing
from firsthand.names.words import Name, Word

PERSON = "PER"
NOMINATIVE = frozenset({"nomn"})
OPENING = frozenset('.!?,:«“„"–—-')


def standings(names: Sequence[Name], sentences: Iterable[Sequence[Word]], language: str) -> tuple[Standing | None, ...]:
    """For each name what is beside it says of it; None of what is no person's and where nothing does."""
    if language not in ("uk", "ru"):
        return (None,) * len(names)
    places = {word.start: (words, at) for words in sentences for at, word in enumerate(words)}
    return tuple(
        standing(*places[name.start], name.stop, language) if name.type == PERSON and name.start in places else None
        for name in names
    )


def standing(words: Sequence[Word], first: int, stop: int, language: str) -> Standing | None:
    """What is beside the name that begins at a word and stops at an offset says of it."""
    last = next((at for at in range(first, len(words)) if words[at].stop >= stop), len(words) - 1)
    behind, before = words[last + 1 : last + 2], words[first - 1 : first] if first else []
    roles = roles_before(words, first, language, last)
    is_subject = bool(roles) and "nomn" in roles[-1]
    gender = past_gender(behind[0].text, language) if behind else ""
    if gender and (first == 0 or is_subject or words[first - 1].text in OPENING):
        return Standing(NOMINATIVE, gender)
    gender = past_gender(before[0].text, language) if before and last > first else ""
    if gender:
        return Standing(NOMINATIVE, gender)
    if last + 2 < len(words) and words[last + 1].text == "," and "nomn" in role_cases(words[last + 2], language):
        return Standing(NOMINATIVE)
    governed = governed_cases(words[max(0, first - 2) : first], language)
    if governed:
        return Standing(governed)
    # "адвокат С. Дорофеева": behind such a noun may stand whose somebody is.
    if not roles or (before and is_relational(before[0].text, language)):
        return None
    return Standing(frozenset(case for cases in roles for case in cases))


def governed_cases(before: Sequence[Word], language: str) -> frozenset[str]:
    """The cases that a preposition asks for (``с Анной``), or the noun of a thing behind one (``по словам Анны``)."""
    if not before:
        return frozenset()
    cases = table(f"{language}/names")["governing"].get(before[-1].text.lower())
    if cases:
        return frozenset(cases)
    if len(before) < 2 or not before[-1].text.islower() or not is_preposition(before[-2].text, language):
        return frozenset()
    found = parses(before[-1].text, language)
    is_thing = bool(found) and found[0].pos == "NOUN" and not any("anim" in one.grammemes for one in found)
    return frozenset({"gent"}) if is_thing else frozenset()


def is_preposition(word: str, language: str) -> bool:
    """Whether a word may be a preposition."""
    return any(found.pos == "PREP" for found in parses(word.lower(), language))


@lru_cache(maxsize=100_000)
def past_gender(word: str, language: str) -> str:
    """The gender that a verb of the past shows in the singular, if the word is nothing else."""
    found = parses(word, language) if word.islower() else ()
    if not found or found[0].pos != "VERB" or any(CASES & one.grammemes for one in found):
        return ""
    return next((gender for gender in GENDERS if gender in found[0].grammemes), "")


@lru_cache(maxsize=10_000)
def is_relational(word: str, language: str) -> bool:
    """Whether a noun says whose somebody is: ``адвокат``."""
    nouns = table(f"{language}/grammar")["relational"]
    return any(found.lemma in nouns for found in parses(word.lower(), language))
