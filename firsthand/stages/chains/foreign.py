"""Names of media that no table has, in Latin letters or quotation marks: ``Le Temps``, ``«Зоря Полісся»``."""

from __future__ import annotations

import re
from itertools import takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import is_place
from firsthand.records import Span
from firsthand.stages.attribution.media import has_newsroom, neuter_forms, outlet_form
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, word_forms
from firsthand.stages.chains.scene import OPENING

QUOTED_NAME = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,50})[»”“\"]")
ADDRESS_END = re.compile(r"[.-]?\w")
# Words of a name in Latin letters, and the adjectives before it.
MOST_OF_LATIN, MOST_DESCRIBING = 5, 2
# Characters of a report in which a name is looked for.
MOST_READ = 3_000
# The last letter of the Latin alphabets: "Le Dauphiné libéré".
LAST_LATIN = "\u024f"


def foreign_name_at(line: Line, at: int) -> Span | None:
    """A name in Latin letters or quotation marks that begins at a word, past the adjectives before it."""
    for word in line.between(at, at + MOST_DESCRIBING + 1):
        if is_latin(word) and word.capital:
            run = latin_run(line, word.at)
            return None if any(w.mention_type == "PER" for w in run) else Span(run[0].start, run[-1].stop)
        if word.text in OPENING:
            match = QUOTED_NAME.match(line.text, word.start)
            inside = line.inside(Span(match.start(1), match.end(1))) if match is not None else []
            named = match is not None and match.group(1)[0].isupper() and not any(w.finite for w in inside)
            person = any(w.mention_type == "PER" for w in inside)
            return Span(match.start(), match.end()) if match is not None and named and not person else None
        if not word.adjectives or word.capital or "NPRO" in word.pos:
            return None
    return None


def latin_run(line: Line, at: int) -> list[Word]:
    """The words in Latin letters from one on: ``Le Dauphiné libéré``."""
    return list(takewhile(is_latin, line.between(at, at + MOST_OF_LATIN)))


def is_latin(word: Word) -> bool:
    """Whether a word is written in Latin letters, with marks above them too."""
    return word.kind == "word" and is_latin_text(word.text)


def is_latin_text(text: str) -> bool:
    """Whether all letters of a text are Latin."""
    return all(letter <= LAST_LATIN for letter in text if letter.isalpha())


def foreign_name(line: Line, span: Span) -> str:
    """What such a name is in the nominative: ``«Вістям Полісся»`` is that of ``Вісті Полісся``."""
    name = line.text[span.start : span.stop].strip('«»“”„" ')
    words = WORD.findall(name)
    known = word_forms(words[0], line.language) if words else None
    if known is None or name.isascii() or "nomn" in cases_in(known.nouns | known.adjectives):
        return name
    nominative = neuter_outlet(name, line.language) or phrase_nominative(name, line.language)
    named = find_outlet(nominative) is not None or bool(known.nouns | known.adjectives)
    return as_elsewhere(line, name, nominative[:1].upper() + nominative[1:]) if named else name


def as_elsewhere(line: Line, written: str, nominative: str) -> str:
    """``Новости`` or ``Новость`` for ``Новостям``: the plural where the report has that between marks elsewhere."""
    if " " in written or not written.isalpha() or written == nominative:
        return nominative
    stem = re.escape(nominative[:-1])
    match = re.search(rf"[«“„\"]({stem}\w{{0,2}})[»”“\"]", line.text[:MOST_READ].replace(written, ""))
    forms = word_forms(match.group(1), line.language).nouns if match is not None else frozenset()
    return match.group(1) if match is not None and ("nomn", "plur") in {form[:2] for form in forms} else nominative


def neuter_outlet(name: str, language: str) -> str | None:
    """``Суспільному`` as an outlet is ``Суспільне``, which as a word could be of any gender."""
    return next((form for form in neuter_forms(name, language) if find_outlet(form) is not None), None)


def capital_outlet(line: Line, span: Span) -> str | None:
    """``Про це повідомляє Суспільне``, ``в ефірі Суспільного``: an outlet called as something else is, in capitals.

    Inside a sentence but a name is written so; what it may describe stands not behind it.
    """
    words = line.inside(span)
    if len(words) != 1 or not words[0].at or not words[0].capital:
        return None
    word = words[0]
    neuter = neuter_outlet(word.text, line.language)
    name = neuter or outlet_form(word.text, line.language)
    place = word.mention_type == "LOC" and neuter is None and is_place(name or word.text, line.language)
    if word.mention_type == "PER" or place:
        return None
    behind = line.words[word.at + 1] if word.at + 1 < len(line.words) else None
    if line.words[word.at - 1].kind == "mark" and line.words[word.at - 1].text not in ",-–—":
        return None
    if behind is not None and word.adjectives & behind.nouns:
        return None
    goes_on = behind is not None and neuter is None and (behind.capital or is_latin(behind))
    if goes_on or ADDRESS_END.match(line.text, word.stop):
        return None  # "ТСН.ua", "Welt am Sonntag"
    outlet = find_outlet(name) if name is not None else None
    called = outlet is not None and outlet.ambiguous and has_newsroom(outlet)
    return name[:1].upper() + name[1:] if name is not None and called else None
