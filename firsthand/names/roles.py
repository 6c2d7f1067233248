"""``директор порта Ламберт Десмет``: two words with capitals behind what somebody is are a person.

The noun of a person says it, and its case, which the name shares; ``Жак Дюбуа`` says it by the given name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from firsthand.lang import table
from firsthand.lang.morphology import CASES, PERSONAL, is_known, parses
from firsthand.names.again import is_common
from firsthand.names.nominative import nominative
from firsthand.names.person import known_names, ranked
from firsthand.names.reference import organisation_id, place_id
from firsthand.names.words import HYPHENS, Name, Word, overlapping, replaced

PERSON, PLACE, BODY = "PER", "LOC", "ORG"
RULE, SCORE = "names.roles", 0.85
# What may stand between the noun of a person and the name: "представитель Канады в ООН", "директор завода «Маяк»".
BETWEEN = frozenset({"NOUN", "ADJF", "PRTF", "PREP", "NUMR"})
QUOTES = frozenset('«»“”„"')
NOMINAL = frozenset({"NOUN", "ADJF", "NPRO", "PREP", "CONJ", "PRCL", "ADVB", "NUMR"})
BODIES = ("institutions", "honouring", "chambers", "courts", "districts", "lands", "quoted_bodies", "quoted_places")
FARTHEST = 7
# Words with capitals before a name: "Жогорку Кенеша Ламберт Десмет".
LONGEST_LEAD = 3
SHORTEST = 3
# A case is taken for the name's where its reading is no worse than the best one by more than this.
CLOSE = 1.0
# Last letters of genitives.
GENITIVE = {"ru": "аяуюы", "uk": "аяуюи"}
HARD = frozenset("бвгґджзйклмнпрстфхцчшщь")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words that may be a person's name, where they stand, and whether the first is a known given name."""

    words: Sequence[Word]
    at: int
    is_given: bool

    @property
    def given(self) -> Word:
        """The first word."""
        return self.words[self.at]

    @property
    def surname(self) -> Word:
        """The second word."""
        return self.words[self.at + 1]


def with_people(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, with the people whom a noun before or behind, or a given name, says to be some."""
    if language not in ("uk", "ru"):
        return list(names)
    over, gone, new = overlapping(names), list[Name](), list[Name]()
    for words in sentences:
        for pair in pairs(words, language):
            touched = over(pair.given.start, pair.surname.stop)
            if is_settled(touched, pair, language) or not is_person(pair, touched, language):
                continue
            gone += touched
            new += [lead for name in touched if (lead := left_before(name, pair, language)) is not None]
            new.append(Name(pair.given.start, pair.surname.stop, PERSON, SCORE, RULE))
    return replaced(names, gone, new)


def pairs(words: Sequence[Word], language: str) -> Iterator[Pair]:
    """The last two of words with capitals in a row, where both may be a person's."""
    for at in range(len(words) - 1):
        given, surname = words[at], words[at + 1]
        behind = words[at + 2] if at + 2 < len(words) else None
        if not (is_shaped(given) and is_shaped(surname)) or (behind is not None and goes_on(behind, language)):
            continue
        if given.text.lower() in table(f"{language}/names")["particles"] or is_adjective(given.text, language):
            continue
        is_given = may_be_given(given.text, language)
        if (is_given or is_unknown(given.text, language)) and may_be_surname(surname.text, language):
            yield Pair(words, at, is_given)
        elif is_thing(given.text, language) and is_none_else(surname.text, language):
            yield Pair(words, at, False)


def is_shaped(word: Word) -> bool:
    """Whether a word is Cyrillic, no abbreviation, and has a capital."""
    text = word.text
    return len(text) >= SHORTEST and text[0].isupper() and text[-1].islower() and not text.isascii()


def goes_on(word: Word, language: str) -> bool:
    """Whether the name goes on: another capital, a hyphen, ``уль-Малук``."""
    particles = table(f"{language}/names")["joining"]
    if word.text in particles or HYPHENS.split(word.text)[0] in particles:
        return True
    return word.text[0].isupper() or (word.glued and word.text[0] in "-‑–")


def is_none_else(word: str, language: str) -> bool:
    """Whether a word is unknown to the dictionary, or known as a surname."""
    return not is_known(word, language) or any("Surn" in found.grammemes for found in parses(word.lower(), language))


@lru_cache(maxsize=100_000)
def is_thing(word: str, language: str) -> bool:
    """Whether a word is that of a thing, as ``Ламберт`` is, and begins no body's name (``Центр``)."""
    found = parses(word.lower(), language)
    if not found or found[0].pos != "NOUN" or found[0].has("anim") or word.lower() in firm_words(language):
        return False
    nouns = {noun for key in BODIES for noun in table(f"{language}/names")[key]}
    return not any(one.lemma in nouns or one.has("Geox") for one in found)


@lru_cache(maxsize=100_000)
def is_adjective(word: str, language: str) -> bool:
    """Whether the dictionary has a word as an adjective: ``Римским``."""
    return is_known(word, language) and any(found.pos == "ADJF" for found in parses(word.lower(), language))


@lru_cache(maxsize=100_000)
def may_be_given(word: str, language: str) -> bool:
    """Whether a word may be a form of a given name that people bear."""
    return any(found.lemma in known_names(language) for found in parses(word.lower(), language))


@lru_cache(maxsize=100_000)
def is_unknown(word: str, language: str) -> bool:
    """Whether no dictionary knows the word, neither as a place."""
    if is_known(word, language) and is_common(word, language):
        return all(found.pos not in NOMINAL for found in parses(word.lower(), language))  # "Надери" is a verb too.
    return place_id(nominative(word, PLACE, language)) is None and word.lower() not in firm_words(language)


@lru_cache(maxsize=100_000)
def may_be_surname(word: str, language: str) -> bool:
    """Whether a word may be a surname: no common word, no place, no adjective of a country."""
    return is_unknown(word, language) and organisation_id(word) is None


def firm_words(language: str) -> frozenset[str]:
    """Words of the names of firms, clubs and media: ``Энерджи``, ``Юнайтед``."""
    return frozenset(table(f"{language}/names")["firm_words"])


def is_settled(touched: Sequence[Name], pair: Pair, language: str) -> bool:
    """Whether a name is there that is the person already, or takes in more that is none of another name's."""
    for name in touched:
        if name.stop > pair.surname.stop or (name.type == PERSON and name.start == pair.given.start):
            return name.stop >= pair.surname.stop
        if name.start < pair.given.start and not is_another(lead_of(name, pair), language):
            return True
    return False


def lead_of(name: Name, pair: Pair) -> Sequence[Word]:
    """The words of a name in front of the person."""
    return [word for word in pair.words if name.start <= word.start and word.stop <= pair.given.start]


def is_another(lead: Sequence[Word], language: str) -> bool:
    """Whether the words are no part of a person's name: an abbreviation, Latin letters, a place, a body, a post."""
    if lead[0].text.islower():  # "университета Ламберт Десмет"
        return True
    text = " ".join(word.text for word in lead)
    if (text.isupper() and len(text) > 1) or (text.isascii() and len(text) >= SHORTEST) or is_role(lead[0], language):
        return True
    return place_id(nominative(text, PLACE, language)) is not None or is_body(text, language)


def is_body(text: str, language: str) -> bool:
    """Whether a name is that of a known body, in any case."""
    return organisation_id(nominative(text, BODY, language)) is not None


def is_role(word: Word, language: str) -> bool:
    """Whether a word says what somebody is and is neither a given name nor a surname (``Коваль``)."""
    if may_be_given(word.text, language) or not role_cases(word, language):
        return False
    return not any(PERSONAL & found.grammemes for found in parses(word.text.lower(), language))


def is_person(pair: Pair, touched: Sequence[Name], language: str) -> bool:
    """Whether what stands around says that the two words are somebody."""
    texts = (pair.given.text, pair.surname.text)
    if organisation_id(" ".join(texts)) is not None or place_id(" ".join(texts)) is not None:
        return False
    cases = name_cases(texts, language)
    if not cases or in_marks(pair):
        return False
    roles = roles_before(pair.words, pair.at, language)
    if any(cases & role for role in roles) or (is_apposed(pair, language) and "nomn" in cases):
        return not is_owner(pair, roles, language)
    if pair.at and tells(pair, cases, language):
        return True
    return pair.is_given and is_sure(pair, touched, language)


def is_sure(pair: Pair, touched: Sequence[Name], language: str) -> bool:
    """Whether a given name alone is enough: nothing else was found there, and no noun of a thing is before it."""
    span = (pair.given.start, pair.surname.stop)
    if any(name.start < span[0] for name in touched):
        return False
    if any(name.type != PERSON and (name.type != PLACE or (name.start, name.stop) != span) for name in touched):
        return False
    if pair.at == 0:
        return True
    last = pair.words[pair.at - 1]
    if touched and touched[0].type == PLACE and any(p.pos == "PREP" for p in parses(last.text.lower(), language)):
        return False
    if last.text[0].isupper() or last.text in QUOTES or (last.glued and not last.text[0].isalnum()):
        return False
    readings = parses(last.text.lower(), language)
    return not readings or readings[0].pos != "NOUN" or "anim" in readings[0].grammemes


def tells(pair: Pair, cases: frozenset[str], language: str) -> bool:
    """``сообщил Ламберт Десмет``: whether a verb of telling right before agrees with a man of that name."""
    verbs = table(f"{language}/names")["telling"]
    found = parses(pair.words[pair.at - 1].text, language)
    if not found or found[0].lemma not in verbs or not found[0].has("past", "masc"):
        return False
    return "nomn" in cases and pair.given.text[-1] in HARD


@lru_cache(maxsize=50_000)
def name_cases(texts: tuple[str, str], language: str) -> frozenset[str]:
    """The cases that both words may stand in together."""
    found = ranked(texts, language)
    return frozenset(one.case for one in found if one.score > max(0.0, found[0].score - CLOSE))


def in_marks(pair: Pair) -> bool:
    """Whether a quotation mark stands right before or right behind, as around the name of a thing."""
    behind = pair.words[pair.at + 2 : pair.at + 3]
    first = pair.words[pair.at - 1].text if pair.at else ""
    return bool(behind) and behind[0].text in QUOTES and first in QUOTES


def is_owner(pair: Pair, roles: Sequence[frozenset[str]], language: str) -> bool:
    """``депутат Жогорку Кенеша``: right behind its noun stands whose somebody is, unless that is no genitive."""
    if pair.is_given or not roles or "nomn" not in roles[0] or not role_cases(pair.words[pair.at - 1], language):
        return False
    return pair.given.text[-1] not in HARD and pair.surname.text[-1] in GENITIVE[language]


def roles_before(words: Sequence[Word], at: int, language: str, last: int | None = None) -> list[frozenset[str]]:
    """The cases of each noun of a person that leads to a name, the nearest first; ``last``: the name's last word."""
    end = at + 1 if last is None else last
    found: list[frozenset[str]] = []
    capitals, behind = 0, words[at]
    # "Мэр, Рута Ткач, уехала": between commas stands who it is.
    if at > 1 and words[at - 1].text == "," and end + 1 < len(words) and words[end + 1].text == ",":
        at -= 1
    for word in reversed(words[max(0, at - FARTHEST) : at]):
        if word.text in QUOTES:
            continue
        cases = role_cases(word, language)
        described, behind = is_described_by(behind, word, language), word
        if cases and not described:
            found.append(cases)
            if "gent" not in cases:
                break
            continue
        if word.text[0].isupper():
            capitals += 1
            if capitals > LONGEST_LEAD:
                break
            continue
        readings = parses(word.text, language) if word.text.isalpha() else ()
        # "с Ламбертом Десметом": a preposition right before a name governs it.
        if not readings or readings[0].pos not in BETWEEN or (word is words[at - 1] and readings[0].pos == "PREP"):
            break
    return found


def is_described_by(noun: Word, word: Word, language: str) -> bool:
    """``смертного приговора``: whether a word that may be somebody is but the adjective of the noun behind it."""
    if not noun.text.islower():
        return False
    adjectives = [p for p in parses(word.text.lower(), language) if p.pos == "ADJF"]
    nouns = [p for p in parses(noun.text, language) if p.pos == "NOUN"]
    return any(CASES & one.grammemes & other.grammemes for one in adjectives for other in nouns)


def role_cases(word: Word, language: str) -> frozenset[str]:
    """The cases of a noun that says who somebody is, in the singular; none for any other word."""
    return cases_of_role(word.text.lower(), language) if word.text[1:].islower() else frozenset()


@lru_cache(maxsize=100_000)
def cases_of_role(word: str, language: str) -> frozenset[str]:
    """The same of a word in small letters."""
    others = table(f"{language}/names")["firm_roles"]
    found = [p for p in parses(word, language) if p.pos == "NOUN" and "plur" not in p.grammemes]
    people = [p for p in found if "anim" in p.grammemes and not PERSONAL & p.grammemes and p.lemma not in others]
    # "статистика" is a genitive of "статистик" too.
    thing = any("inan" in p.grammemes and p.lemma == word for p in found)
    if thing and not any(p.lemma == word for p in people):
        return frozenset()
    # The Ukrainian dictionary has "директор" without a case.
    return frozenset(case for p in people for case in (p.grammemes & CASES or ({"nomn"} if p.lemma == word else ())))


def is_apposed(pair: Pair, language: str) -> bool:
    """``Ламберт Десмет, эколог, заявил``: what somebody is stands behind the comma that follows the name."""
    behind = pair.words[pair.at + 2 : pair.at + 5]
    if len(behind) < 2 or behind[0].text != "," or (pair.at and pair.words[pair.at - 1].text[0].isalnum()):
        return False
    noun = behind[1]
    readings = parses(noun.text, language)
    if readings and readings[0].pos == "ADJF" and len(behind) > 2:
        noun = behind[2]
    return noun.text.islower() and "nomn" in role_cases(noun, language)


def left_before(name: Name, pair: Pair, language: str) -> Name | None:
    """What is left of a name in front of the person, if it is a name: ``ЕК`` of ``ЕК Ламберт Десмет``."""
    lead = lead_of(name, pair)
    if lead and is_role(lead[0], language):
        lead = lead[1:]
    if not lead or lead[0].text.islower():
        return None
    text = " ".join(word.text for word in lead)
    type_ = PLACE if place_id(nominative(text, PLACE, language)) is not None and not is_body(text, language) else BODY
    return replace(name, start=lead[0].start, stop=lead[-1].stop, type=type_)
