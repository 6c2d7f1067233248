"""Organisations cut short by the tagger, whole: ``НАК «Альфа``, ``Beta Stream`` before ``2 AG``, ``суд`` of a district.

In SlavicNER 59 of 62 names with an opening quotation mark inside have the closing one, 147 of 148 names that end in a
legal form are organisations, and in all 28 places where a court is said to be of a district both are one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lang import table
from firsthand.lang.morphology import is_known, parses
from firsthand.names.words import Name, Word, is_one_of

BODY, PLACE = "ORG", "LOC"
CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "(": ")"}
# "швейцарського кантону Цуг": words between a court and the name of what it is the court of.
FARTHEST = 2
# "МИД Германии": in SlavicNER one name in 327 of 333 places in Russian, in Ukrainian as often two.
WITH_PLACE = frozenset({"ru"})


def with_ends(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, each organisation with what belongs to it behind; what it takes in is no name of its own."""
    words = [word for sentence in sentences for word in sentence]
    places = {word.start: at for at, word in enumerate(words)}
    found: list[Name] = []
    for at, name in enumerate(names):
        if found and name.start < found[-1].stop:
            continue
        first = places[name.start]
        last = next(i for i in range(first, len(words)) if words[i].stop >= name.stop)
        found.append(whole(name, words[first : last + 1], words[last + 1 : last + 5], names[at + 1 : at + 2], language))
    return found


def whole(name: Name, inside: Sequence[Word], behind: Sequence[Word], following: Sequence[Name], language: str) -> Name:
    """The name with its closing mark, its legal form or its district, whichever it lacks."""
    if (stop := closing(inside, behind)) is not None:
        return replace(name, stop=stop)
    if (stop := legal_form(inside, behind)) is not None:
        return replace(name, stop=stop, type=BODY) if name.type != "EVT" else name
    if name.type == BODY and (stop := district(inside, behind, following, language)) is not None:
        return replace(name, stop=stop)
    if name.type == BODY and (stop := place_of(inside, behind, following, language)) is not None:
        return replace(name, stop=stop)
    if name.type == BODY and (stop := second_field(inside, behind, language)) is not None:
        return replace(name, stop=stop)
    return name


def second_field(inside: Sequence[Word], behind: Sequence[Word], language: str) -> int | None:
    """Where the second thing stops that a body is of: ``Міністерство освіти [і науки]``; none who act beside it."""
    joins = behind and behind[0].text in table(f"{language}/names")["conjunctions"]
    if not joins or len(inside) < 2 or not is_field(inside[-1].text, language):
        return None
    described = len(behind) > 2 and is_of_such(behind[1].text, language)
    at = 2 if described else 1
    if len(behind) <= at or not is_field(behind[at].text, language):
        return None
    after = parses(behind[at + 1].text.lower(), language) if len(behind) > at + 1 else ()
    return None if any(found.pos == "VERB" and found.has("plur") for found in after) else behind[at].stop


def is_field(word: str, language: str) -> bool:
    """Whether a small word is a thing in the genitive, and in no nominative singular."""
    found = [reading for reading in parses(word, language) if reading.pos == "NOUN"] if word.islower() else []
    things = [reading for reading in found if not reading.has("anim")]
    genitive = any(reading.has("gent") for reading in things) and len(things) == len(found)
    return genitive and not any(reading.has("nomn") and reading.has("sing") for reading in things)


def is_of_such(word: str, language: str) -> bool:
    """Whether a small word is an adjective in the genitive: ``вищої``."""
    return word.islower() and any(found.pos == "ADJF" and found.has("gent") for found in parses(word, language))


def closing(inside: Sequence[Word], behind: Sequence[Word]) -> int | None:
    """Where the closing mark stops that a mark inside the name asks for, if it stands right behind."""
    opened = next((word.text for word in inside[1:] if word.text in CLOSING), None)
    if opened is None or not behind or behind[0].text != CLOSING[opened]:
        return None
    marks = sum(word.text in (opened, CLOSING[opened]) for word in inside)
    return behind[0].stop if marks % 2 else None


def legal_form(inside: Sequence[Word], behind: Sequence[Word]) -> int | None:
    """Where the legal form behind a Latin name stops, its number before it; a name that ends in one stops there."""
    forms = table("bodies")["latin_legal_forms"]
    if len(inside) > 1 and inside[-1].text in forms:
        return inside[-1].stop
    if not inside[-1].text.isascii() or not inside[-1].text[-1:].isalnum():
        return None
    numbered = next((at for at, word in enumerate(behind) if not word.text.isdigit()), len(behind))
    return behind[numbered].stop if numbered < min(2, len(behind)) and behind[numbered].text in forms else None


def district(inside: Sequence[Word], behind: Sequence[Word], following: Sequence[Name], language: str) -> int | None:
    """Where the name of the place stops that a court is said to be of: a district's noun in the genitive before it."""
    if not following or following[0].type != PLACE:
        return None
    court = next((at for at, word in enumerate(inside) if is_one_of(word, "courts", language)), len(inside))
    between = [*inside[court + 1 :], *(word for word in behind if word.start < following[0].start)]
    if court == len(inside) or not 1 <= len(between) <= FARTHEST or not is_of_a_district(between, language):
        return None
    return following[0].stop


def place_of(inside: Sequence[Word], behind: Sequence[Word], following: Sequence[Name], language: str) -> int | None:
    """Where the place in the genitive stops that stands right behind a body."""
    if language not in WITH_PLACE or not following or following[0].type != PLACE:
        return None
    if not behind or following[0].start != inside[-1].stop + 1:
        return None
    place = [word for word in behind if word.stop <= following[0].stop]
    if following[0].start != behind[0].start or not is_institution(inside, language):
        return None
    return following[0].stop if all(is_genitive(word.text, language) for word in place) else None


def is_genitive(word: str, language: str) -> bool:
    """Whether a word can stand in the genitive, and in no nominative unless it never declines."""
    cases = {case for found in parses(word.lower(), language) for case in found.grammemes}
    return "gent" in cases and ("nomn" not in cases or "Fixd" in cases)


def is_institution(words: Sequence[Word], language: str) -> bool:
    """Whether a body is more than a common word (``Правительство``) or the abbreviation of a network (``ГТС``)."""
    last = words[-1].text
    if len(words) == 1 and last in table(f"{language}/names")["no_bodies"]:
        return False
    if len(words) == 1 and last[1:].islower():
        of_state = last.startswith(tuple(table(f"{language}/names")["of_state"]))
        return last.isascii() or of_state or not is_known(last, language)
    return last[0].isalpha() and not any(found.pos == "PREP" for found in parses(last.lower(), language))


def is_of_a_district(words: Sequence[Word], language: str) -> bool:
    """``швейцарского кантона``: the noun of a district, it and what describes it in the genitive."""
    genitive = all(any(found.has("gent") for found in parses(word.text.lower(), language)) for word in words)
    return genitive and is_one_of(words[-1], "districts", language)
