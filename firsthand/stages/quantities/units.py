"""What is counted: a unit of the table, or the noun after the number, in the nominative singular."""

from __future__ import annotations

from firsthand.lang.morphology import Parse, parses
from firsthand.stages.quantities.amounts import Amount
from firsthand.stages.quantities.words import Line

MAX_ADJECTIVES = 3


def read_unit(line: Line, amount: Amount) -> tuple[str | None, int]:
    """The unit after an amount and the token after it; (None, the amount's end) if there is none."""
    at = amount.after
    named = line.phrase(at, line.words.unit) if at < len(line.tokens) else None
    if named:
        return line.words.unit[named[0]], named[1]
    found = _english_noun(line, at) if line.language == "en" else _noun(line, at, amount)
    return found or (None, amount.after)


def _noun(line: Line, at: int, amount: Amount) -> tuple[str, int] | None:
    """The counted noun after up to three adjectives; an adjective alone may stand for a noun ("поранених")."""
    adjective = None
    for here in range(at, min(at + MAX_ADJECTIVES + 1, len(line.tokens))):
        token = line.tokens[here]
        if token.kind != "word":
            break
        named = line.phrase(here, line.words.unit)
        if named and here > at:
            return line.words.unit[named[0]], named[1]
        readings = parses(line.forms[here], line.language)
        noun = next((reading for reading in readings[:4] if _is_counted(reading, amount)), None)
        adjectival = next((r for r in readings[:3] if r.pos in ("ADJF", "PRTF") and r.has("plur")), None)
        if noun and noun.lemma in line.words.fraction:
            return None
        leads = readings and readings[0].pos in ("ADJF", "PRTF") and adjectival
        if leads and adjectival and adjectival.lemma not in line.words.substantive:
            continue
        if noun and not token.text[:1].isupper() and not (adjectival and _noun_follows(line, here + 1, amount)):
            return noun.lemma, here + 1
        if adjectival is None:
            break
        if adjective is None and adjectival.lemma in line.words.substantive:
            adjective = adjectival.lemma, here + 1
    return adjective


def _noun_follows(line: Line, at: int, amount: Amount) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind != "word" or line.tokens[at].text[:1].isupper():
        return False
    return any(_is_counted(reading, amount) for reading in parses(line.forms[at], line.language)[:2])


def _is_counted(reading: Parse, amount: Amount) -> bool:
    """Whether a noun can stand after the number: plural, or the genitive singular of two to four and of parts."""
    if reading.pos != "NOUN" or reading.has("Abbr") or reading.has("Name") or reading.has("Surn"):
        return False
    return reading.has("plur") or reading.has("gent") or amount.high % 10 == 1


def _english_noun(line: Line, at: int) -> tuple[str, int] | None:
    """The first plural among the next words of the phrase."""
    for here in range(at, min(at + MAX_ADJECTIVES + 1, len(line.tokens))):
        form = line.forms[here]
        named = line.phrase(here, line.words.unit)
        if named:
            return line.words.unit[named[0]], named[1]
        if line.tokens[here].kind != "word" or form in line.words.stop:
            return None
        if len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is", "'s")):
            return singular(form), here + 1
    return None


def singular(noun: str) -> str:
    """The singular of an English plural in -s."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zes")) else noun[:-1]
