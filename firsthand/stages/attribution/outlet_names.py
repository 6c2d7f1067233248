"""Outlets by names that the table has and no agreement shows: ``[Слово і Діло] пише``, ``статті [Цензор.НЕТ]``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.lang.outlets import find_outlet, may_begin_name
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.media import has_newsroom, outlet_in_any_case
from firsthand.stages.attribution.words import ANY_FORM, Form, Line, Word, cases_in, once

# Words of a name, with the stops inside it.
MOST_WORDS = 7
# Nouns behind which the name of a medium stands as it is.
LEADING = "media|reporters|anonymous|press_items|venues|newsrooms|sites"


def instead_of(line: Line, at: int, read: Phrase | None) -> Phrase | None:
    """The outlet whose name begins at a word, where another reading found no such whole: ``[Радіо Свобода]``."""
    name = outlet_at(line, at)
    if name is None or (read is not None and read.last > name.last):
        return None
    whole = read is not None and read.last == name.last and stands_for(line, read, name)
    return None if whole else name


def stands_for(line: Line, read: Phrase, name: Phrase) -> bool:
    """Whether a reading of the same words says as much of their case.

    ``Слово і діло`` could be two, ``Цензор.НЕТ`` is not declined, and of ``Суспільного Харків`` only the first word.
    """
    if any(w.text == "." for w in line.between(read.first, read.last)):
        return False
    return ("nomn", "sing") in {form[:2] for form in read.forms} or name.cases() <= read.cases()


@once
def outlet_at(line: Line, at: int) -> Phrase | None:
    """The outlet whose name begins at a word: of several words, or of one that is no noun (``пише [Вчасно]``)."""
    first = line.words[at] if at < len(line.words) else None
    if first is None or not (first.capital or first.kind == "number"):
        return None
    cases = cases_in(first.nouns | first.adjectives)
    declined = bool(cases) and "nomn" not in cases
    may_be = declined or may_begin_name(line.text[first.start : first.stop])
    for last in range(min(at + MOST_WORDS, len(line.words)), at + 1, -1) if may_be else ():
        end = line.words[last - 1]
        if end.kind != "word":
            continue
        if (forms := name_forms(line, at, last)) is not None:
            return Phrase(at, last, at, forms, named=True)
    return Phrase(at, at + 1, at, ANY_FORM, named=True) if is_odd_name(line, first) else None


def name_forms(line: Line, first: int, last: int) -> frozenset[Form] | None:
    """The forms in which words can be an outlet's name: any as the table has it, else those of the first word."""
    text = line.text[line.words[first].start : line.words[last - 1].stop]
    outlet = find_outlet(text)
    if outlet is not None:
        return ANY_FORM if has_newsroom(outlet) else None
    cases = cases_in(line.words[first].nouns | line.words[first].adjectives)
    outlet = outlet_in_any_case(text, line.language) if cases and "nomn" not in cases else None
    declined = frozenset((case, "sing", "") for case in cases)
    return declined if outlet is not None and has_newsroom(outlet) else None


def is_odd_name(line: Line, word: Word) -> bool:
    """``пише [Вчасно]``: a word with a capital inside a sentence that is no noun and that an outlet is called by."""
    if not word.at or not word.capital or word.nouns or word.adjectives or word.mention >= 0:
        return False
    before = line.words[word.at - 1]
    inside = before.kind == "word" or before.text == ","
    outlet = find_outlet(word.text) if inside and word.readings and not word.text.isascii() else None
    return outlet is not None and has_newsroom(outlet)


def with_outlet(line: Line, phrase: Phrase) -> Phrase | None:
    """``журналісти [Радіо Свобода]``, ``статті [Цензор.НЕТ]``: the name behind a noun for a medium or its people."""
    last = line.words[phrase.last - 1]
    if phrase.pronoun or last.mention >= 0 or last.lemmas.isdisjoint(line.group(LEADING)):
        return None
    name = outlet_at(line, phrase.last)
    return None if name is None else replace(phrase, last=name.last, named=True)
