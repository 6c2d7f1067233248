"""The nominative of a person's name: one case and one gender for all its words, whichever agree best."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from firsthand.lang import table
from firsthand.lang.morphology import PERSONAL
from firsthand.names.inflection import Reading, readings

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
GENDERS = ("masc", "femn")
_VOWELS = frozenset("аеёиоуыэюяіїєь")
_CYRILLIC = re.compile(r"[а-яёіїєґў]", re.IGNORECASE)

# Weights of evidence, fitted by hand on SlavicNER's Asia Bibi, Covid, Nord Stream and Ryanair topics.
_NAME_TAG = 1.2
_ANIMATE = 0.5
_ADJECTIVE = 0.45
_KNOWN = 0.3
_NOBODYS = 0.3
_GUESSED = 0.5  # pymorphy3 guesses unknown words by their endings and is too sure of it
_ENDING = 0.55
_LOOSE = 0.3
_LOOSE_VOWEL = 0.22
_BARE_CONSONANT = 0.6
_BARE_VOWEL = 0.35
_BARE_FOREIGN = 0.1
_OBLIQUE = -0.45
_BARE_IYA = 0.7  # names in -ий are in the dictionary, those in -ия often not
_FROZEN = 0.05
_DECLINED = -1.2
_GUESSED_FIXED = 0.3
_IYA = ("ии", "ию", "ії", "ію")
_KNOWN_GIVEN = 0.8  # "Анни" is of Анна, whatever name could be like it
_FROZEN_MASCULINE_CONSONANT = -0.6
_NOMINATIVE = 0.25
_VOCATIVE = -1.0
_MASCULINE = 0.1
_LONE_MAN = 0.2  # "Степашина" alone is more often of Степашин than the woman herself
_LOCATIVE = 1.0
_LONE_LOCATIVE = 1.5  # "Мелоні", "Конті" alone are seldom "на Мелоні" of Мелон
_SUPPORT = 0.4
_UNCHANGED = 3.0  # more than any reading: the forms of the report prove it
_STEM = 3  # letters by which two forms of a first name are told to be one


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a word's nominative would be if it stood in this case and gender."""

    case: str
    gender: str
    nominative: str
    score: float


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """The words of a name in the nominative, lower case, with the case and gender found and how well it agrees."""

    words: tuple[str, ...]
    case: str
    gender: str
    score: float


def reconstruct(words: tuple[str, ...], language: str) -> Reconstruction | None:
    """The likeliest nominative of a name's words; None where no case and gender fit all of them."""
    found = ranked(words, language)
    return found[0] if found else None


@lru_cache(maxsize=50_000)
def ranked(words: tuple[str, ...], language: str) -> tuple[Reconstruction, ...]:
    """All nominatives that a name's words may have, likeliest first."""
    korean = _korean(words, language)
    return (korean,) if korean is not None else ranked_with(words, language, {})


def _korean(words: tuple[str, ...], language: str) -> Reconstruction | None:
    """ "Ким Чен Ыном", "Си Цзиньпина": after a Korean or Chinese family name only the last word declines."""
    if len(words) not in (2, 3) or words[0].lower() not in family_names():
        return None
    if len(words) == 2 and words[1].lower() in known_names(language):
        return None
    most = 1 if len(words) == 3 else 2  # syllables of the last word
    first, last = tuple(word.lower() for word in words[:-1]), words[-1].lower()
    if _beats(last) <= most and last[-1] not in _VOWELS:
        return Reconstruction((*first, last), "nomn", "masc", 1.0)
    for ending, case, gender, base, _ in table(f"{language}/names")["person"]["loose"]:
        stem = last[: -len(ending)]
        if last.endswith(ending) and gender == "masc" and base in ("", "й", "ь") and _is_closed(stem, most):
            return Reconstruction((*first, stem + base), case, "masc", 1.0)
    return Reconstruction((*first, last), "nomn", "femn", 1.0) if len(words) == 3 and _beats(last) == 1 else None


def _is_closed(stem: str, most: int) -> bool:
    return 1 <= _beats(stem) <= most and stem[-1] not in _VOWELS


def _beats(word: str) -> int:
    return sum(letter in _VOWELS and letter != "ь" for letter in word.lower())


@cache
def family_names() -> frozenset[str]:
    """Korean and Chinese family names in all spellings."""
    return frozenset(name for row in table("east_asian")["families"] for name in row)


def ranked_with(words: tuple[str, ...], language: str, support: Mapping[str, float]) -> tuple[Reconstruction, ...]:
    """The same with a bonus for the nominatives of ``support``: what other names of the report speak for."""
    options = [_options(word, i == len(words) - 1, language) for i, word in enumerate(words)]
    fits = [_fit(words, options, (case, gender), support) for case in CASES for gender in GENDERS]
    found = [fit for fit in fits if fit is not None]
    if language == "uk":  # "Фаучі": people seldom stand in the locative, and foreign names often end like it
        cost = _LOCATIVE if len(words) > 1 else _LONE_LOCATIVE
        found = [replace(fit, score=fit.score - cost) if fit.case == "loct" else fit for fit in found]
    return tuple(sorted(found, key=lambda r: -r.score))


def support(names: Iterable[tuple[str, ...]], language: str) -> dict[str, float]:
    """For each nominative that two or more distinct forms of a report can have, a bonus that grows with the forms."""
    names = list(names)
    forms: dict[str, set[str]] = defaultdict(set)
    for words in names:
        for i, word in enumerate(words):
            for candidate in _options(word, i == len(words) - 1, language) or ():
                if candidate.score > _FROZEN:
                    forms[candidate.nominative].add(word.lower())
    found = {form: _SUPPORT * min(len(seen) - 1, 3) for form, seen in forms.items() if len(seen) > 1}
    return found | dict.fromkeys(_indeclinable(names), _UNCHANGED)


def _indeclinable(names: list[tuple[str, ...]]) -> list[str]:
    """Last names that stay the same while the first name changes its case: "Марії Пелосі", "Марію Пелосі"."""
    firsts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for words in names:
        if len(words) > 1 and len(words[0]) > _STEM:
            firsts[words[-1].lower(), words[0][:_STEM].lower()].add(words[0].lower())
    return [last for (last, _), seen in firsts.items() if len(seen) > 1]


def _fit(
    words: tuple[str, ...],
    options: list[tuple[Candidate, ...] | None],
    agreement: tuple[str, str],
    support: Mapping[str, float],
) -> Reconstruction | None:
    case, gender = agreement
    out, total = [], _prior(case, gender)
    if len(words) == 1 and gender == "masc" and case in ("gent", "accs"):
        total += _LONE_MAN
    for word, candidates in zip(words, options, strict=True):
        if candidates is None:
            out.append(word.lower())
            continue
        fitting = [c for c in candidates if (c.case, c.gender) == agreement]
        if not fitting:
            return None
        best = max(fitting, key=lambda c: c.score + support.get(c.nominative, 0.0))
        out.append(best.nominative)
        total += best.score + support.get(best.nominative, 0.0)
    return Reconstruction(tuple(out), case, gender, total)


def _prior(case: str, gender: str) -> float:
    prior = _MASCULINE if gender == "masc" else 0.0
    if case == "nomn":
        prior += _NOMINATIVE
    if case == "voct":
        prior += _VOCATIVE
    if case == "accs":
        prior -= 0.01  # genitive and accusative of men are one; keep the choice stable
    return prior


def _options(word: str, last: bool, language: str) -> tuple[Candidate, ...] | None:
    """The candidates of a word; None for what never declines (initial, Latin letters, particle)."""
    lower = word.lower()
    if len(word) == 1 or not _CYRILLIC.search(word) or (word.isupper() and len(word) <= 3):
        return None
    if not last and lower in table(f"{language}/names")["particles"]:
        return None
    return candidates(lower, last, language)


@lru_cache(maxsize=100_000)
def candidates(word: str, last: bool, language: str) -> tuple[Candidate, ...]:
    """All that a word in lower case may be as part of a name; ``last``: no other word of the name follows."""
    found = [c for r in _likely(readings(word, language), last) for c in _from_reading(r)]
    found += _from_endings(word, language)
    found += _from_loose_endings(word, language)
    found += _unchanged(word, last, language)
    return tuple(found)


def _likely(found: tuple[Reading, ...], last: bool) -> tuple[Reading, ...]:
    """Before another word a given name ("Марту" of Марта) rather than a surname that never changes ("Марту")."""
    if last or not any(_is_given(r) for r in found):
        return tuple(found)
    # "Анне" of Анна rather than a name that never changes.
    declined = any(_is_given(r) and "Fixd" not in r.tags and r.case != "voct" for r in found)
    fixed = ({"Surn", "Fixd"}, {"Name", "Fixd"} if declined else {"Surn", "Fixd"})
    return tuple(r for r in found if not any(tags <= r.tags for tags in fixed))


def _from_reading(reading: Reading) -> list[Candidate]:
    if reading.pos not in ("NOUN", "ADJF") or reading.number == "plur" or reading.gender == "neut":
        return []
    if reading.case == "nomn" and not reading.known:
        return []  # a guess that adds nothing to what the ending says (see _unchanged)
    nominative = reading.nominative("sing", reading.gender if reading.pos == "ADJF" else "")
    if nominative is None:  # The dictionary has no nominative of "Жак", only the word.
        nominative = reading.lemma if reading.pos == "NOUN" else reading.word
    if not reading.known and nominative == reading.word and reading.word[-1] in "ая":
        return []  # "Десмета" declines, whatever the guess
    guessed_fixed = "Fixd" in reading.tags and not reading.known  # its gender is a guess too: "Биби"
    genders = GENDERS if not reading.gender or "GNdr" in reading.tags or guessed_fixed else (reading.gender,)
    score = _GUESSED_FIXED if guessed_fixed else _reading_score(reading)
    if not reading.known and not reading.word.startswith(nominative[:-1]):
        score *= _GUESSED  # "Шольца" of "Шолец": a vowel that comes and goes is rare in names that no dictionary has
    return [Candidate(reading.case, gender, nominative, score) for gender in genders]


def _reading_score(reading: Reading) -> float:
    score = reading.score
    if _is_nobodys(reading):
        return score * _NOBODYS
    if reading.tags & PERSONAL:
        score += _NAME_TAG
    elif reading.pos == "NOUN" and "anim" in reading.tags:
        score += _ANIMATE
    elif reading.pos == "ADJF":
        score += _ADJECTIVE
    return score + _KNOWN if reading.known else score * _GUESSED


def _is_given(reading: Reading) -> bool:
    """Whether the dictionary has it as a given name that people bear."""
    return "Name" in reading.tags and reading.known and not _is_nobodys(reading)


def _is_nobodys(reading: Reading) -> bool:
    """Whether the dictionary has it as a given name that nobody bears."""
    return reading.known and "Name" in reading.tags and reading.source.normal_form not in known_names(reading.language)


@cache
def known_names(language: str) -> frozenset[str]:
    """Given names that people bear; the dictionaries hold many more ("Асий")."""
    lines = resources.files("firsthand.lang").joinpath("data", "known_names.txt").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset(name for code, names in rows if code == language for name in names.split(" "))


def _from_endings(word: str, language: str) -> list[Candidate]:
    out = []
    for ending, case, gender, base, stems in table(f"{language}/names")["person"]["endings"]:
        stem = word[: -len(ending)]
        if len(stem) >= 2 and word.endswith(ending) and (not stems or stem.endswith(tuple(stems))):
            out.append(Candidate(case, gender, stem + base, _ENDING))
    return out


def _from_loose_endings(word: str, language: str) -> list[Candidate]:
    out = []
    for ending, case, gender, base, letters in table(f"{language}/names")["person"]["loose"]:
        stem = word[: -len(ending)]
        if len(stem) >= 2 and word.endswith(ending) and _stem_allows(stem[-1], letters):
            out.append(Candidate(case, gender, stem + base, _LOOSE if gender == "masc" and not base else _LOOSE_VOWEL))
    return out


def _stem_allows(letter: str, letters: str) -> bool:
    """Whether a stem may end so: ``letters`` lists them, "" stands for any consonant, "V" for any vowel."""
    if letters == "V":
        return letter in _VOWELS
    return letter in letters if letters else letter not in _VOWELS and letter != "й"


def _unchanged(word: str, last: bool, language: str) -> list[Candidate]:
    """The word as it is: a nominative, or a name that does not decline."""
    rules = table(f"{language}/names")["person"]
    if last and word.endswith(tuple(rules["undeclined_women"])):
        return [Candidate(case, "femn", word, _ENDING) for case in CASES[:-1]]
    if last and word.endswith(tuple(rules["undeclined"])):
        return [Candidate(case, gender, word, _ENDING) for case in CASES[:-1] for gender in ("masc", "femn")]
    weak = _OBLIQUE if word.endswith(tuple(rules["oblique"])) else 0.0
    if not last and _is_form_of_given(word, language):
        weak -= _KNOWN_GIVEN
    elif not last and word.endswith(tuple(rules["oblique_given"])):
        weak += _OBLIQUE
    out = []
    if word[-1] not in _VOWELS:
        out.append(Candidate("nomn", "masc", word, _BARE_CONSONANT + weak))
    if word[-1] in "ая":
        out.append(Candidate("nomn", "femn", word, _bare_vowel(word, rules["foreign_stems"])))
        out.append(Candidate("nomn", "masc", word, _FROZEN))
    declined = _looks_declined(word, language)
    for case in CASES[:-1]:
        out.append(Candidate(case, "femn", word, _DECLINED if declined else _FROZEN + weak))
        out.append(Candidate(case, "masc", word, _DECLINED if declined else _frozen_man(word, last) + weak))
    return out


def _is_form_of_given(word: str, language: str) -> bool:
    """Whether the dictionary has the word as a form of a given name that people bear, and as none by itself."""
    found = [r for r in readings(word, language) if _is_given(r)]
    return (
        bool(found)
        and word not in known_names(language)
        and not any(r.case == "nomn" and r.number == "sing" for r in found)
    )


def _bare_vowel(word: str, foreign_stems: str) -> float:
    """A woman's name or one like Кулеба; "Шредера", "Кароблиса" are more often a man's genitive."""
    if word[-2:] in ("ия", "ія"):
        return _BARE_IYA
    return _BARE_FOREIGN if word[-1] == "а" and word[-2:-1] in tuple(foreign_stems) else _BARE_VOWEL


def _looks_declined(word: str, language: str) -> bool:
    """Names in -а and -я decline, and some endings are never those of a name that does not (Асии, Петровой)."""
    endings = table(f"{language}/names")["person"]["endings"]
    return word[-1] in "ая" or any(len(row[0]) > 2 and word.endswith(row[0]) for row in endings) or word[-2:] in _IYA


def _frozen_man(word: str, last: bool) -> float:
    """A man's name that ends in a consonant declines, save the first syllables of an East Asian one (Ким Чен Ына)."""
    if word[-1] in "оиіуюеэєы":
        return _FROZEN
    syllables = sum(letter in _VOWELS and letter != "ь" for letter in word)
    if not last and syllables == 1:
        return _FROZEN
    return _FROZEN_MASCULINE_CONSONANT
