"""Names and bodies that show no case, beside their verb: ``У разі страйку ЄС планує``, ``На запит «Схід» пояснив``."""

from __future__ import annotations

from firsthand.lang.morphology import is_known
from firsthand.stages.attribution.agreement import Phrase, noun_forms
from firsthand.stages.attribution.heads import CLOSING, OPENING, is_domain
from firsthand.stages.attribution.words import ANY_FORM, PASSING, Line, Word, cases_in, is_undeclined

NAME_REACH = 9


def name_beside(line: Line, stop: int) -> Phrase | None:
    """The name before word ``stop``, over adverbs: an acronym, a foreign name, one in quotation marks; else None."""
    at = next((w.at for w in reversed(line.between(0, stop)) if not w.pos & PASSING or w.mention >= 0), -1)
    if at < 0 or line.words[at].time:
        return None
    word = line.words[at]
    if word.text in CLOSING:
        return quoted_beside(line, at)
    acronym = word.text.isupper() and len(word.text) > 1 and word.kind == "word" and bool(word.nouns)
    if not (acronym or is_foreign(line, word)):
        return None
    first = at
    while first and not acronym and is_one_name(line.words[first - 1], word):
        first -= 1
    if is_domain(line, first - 1):
        first -= 2
    if first and "PREP" in line.words[first - 1].pos and not acronym:
        return None
    if first and is_told_medium(line, line.words[first - 1]):
        return None  # "ці дані агентству EFE підтвердив речник"
    person = not acronym and not word.text.isascii()
    return Phrase(first, at + 1, at, ANY_FORM, animate=person, named=True)


def unlisted_beside(line: Line, stop: int) -> Phrase | None:
    """``[Вонгса] заявила``: before word ``stop`` a name that no dictionary has, with nothing else in its clause."""
    word, before = line.words[stop - 1] if stop else None, line.between(stop - 2, stop - 1)
    if word is None or word.kind != "word" or word.mention_type not in ("", "PER") or not word.capital:
        return None
    opens = all(w.kind == "mark" or w.time or w.low in line.group("coordinators") for w in before)
    if not opens or word.text.isupper() or is_known(word.text, line.language) or not word.text.isalpha():
        return None
    return Phrase(word.at, word.at + 1, word.at, ANY_FORM, animate=True, named=True)


def cited_by(line: Line, cited: Phrase) -> int | None:
    """``"...", – цитує Таруа [RFI]``, ``наводить текст вироку [«Схід»]``: where who cites begins, or None.

    A name in Latin letters or quotation marks, up to a mark, that belongs to no noun for a body, behind an object.
    """
    ends = all(w.kind == "mark" for w in line.between(cited.last, cited.last + 1))
    if not ends or "accs" not in cases_in(noun_forms(line.words[cited.head], False)):
        return None
    kinds = ("media", "bearers", "makers", "bodies", "sites", "channels")
    for word in line.between(cited.head + 1, cited.last):
        before = line.words[word.at - 1]
        foreign = word.text.isascii() and word.capital and not before.text.isascii()
        if (word.text in OPENING and line.words[cited.last - 1].text in CLOSING) or foreign:
            return None if any(before.lemmas & line.group(kind) for kind in kinds) else word.at
    return None


def is_told_medium(line: Line, word: Word) -> bool:
    """Whether a noun for a medium or a firm stands before its name in no nominative, so that it is told or asked."""
    return bool(word.lemmas & line.group("media|bearers")) and "nomn" not in cases_in(word.nouns)


def is_foreign(line: Line, word: Word) -> bool:
    """A person's name that stands in the nominative and the genitive alike, or a name in Latin letters."""
    if word.kind != "word" or not word.capital or word.mention_type == "LOC":
        return False
    if word.text.isascii():
        return word.mention_type in ("", "ORG", "PER")
    unlisted = is_undeclined(word.text, line.language) and word.mention_type in ("", "PER") and word.at > 0
    return unlisted or (word.mention_type == "PER" and {"nomn", "gent"} <= cases_in(noun_forms(word, False)))


def is_one_name(before: Word, word: Word) -> bool:
    """Whether two words that stand side by side are of one name."""
    if word.mention >= 0 or before.mention >= 0:
        return before.mention == word.mention
    return before.text.isascii() and word.text.isascii() and before.capital


def quoted_beside(line: Line, close: int) -> Phrase | None:
    """The name in quotation marks that ends at word ``close``; None where a preposition or other words lead it."""
    for at in range(close - 1, max(close - NAME_REACH, -1), -1):
        word = line.words[at]
        if word.text in OPENING and at + 1 < close:
            first = line.words[at + 1]
            led = at > 0 and "PREP" in line.words[at - 1].pos
            return Phrase(at, close + 1, at, ANY_FORM, named=True) if first.capital and not led else None
        if word.finite or word.text in ",.;:!?":
            return None
    return None
