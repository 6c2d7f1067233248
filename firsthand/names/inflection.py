"""Readings of a word that can be put into another form (pymorphy3), with its Ukrainian and Russian quirks made even."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from firsthand.lang.morphology import analyzer

# Second genitive, locative, accusative of Russian ("в Крыму").
_CASES = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
_LONGEST = 60  # code points; pymorphy3 is slow on longer "words", and no word of a name is longer
_MOST = 16  # readings a word


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a form. ``number`` is ``sing`` or ``plur``; ``gender`` masc, femn, neut or ""."""

    word: str
    language: str
    pos: str
    case: str
    number: str
    gender: str
    tags: frozenset[str]
    score: float
    known: bool
    source: Any

    def nominative(self, number: str, gender: str = "") -> str | None:
        """The nominative in the number (and gender, of adjectives); None where there is none."""
        wanted = {"nomn"}
        if number == "plur":
            wanted.add("plur")
        elif self.language == "ru":  # Ukrainian tags carry only "plur"
            wanted.add("sing")
        if number == "sing" and gender:
            wanted.add(gender)
        form = self.source.inflect(wanted)
        return None if form is None else _soften(self.word, form.word)

    def is_adjective(self) -> bool:
        """Whether it can stand before a noun and agree with it."""
        return self.pos in ("ADJF", "PRTF") or (self.pos == "NPRO" and "Apro" in self.tags)


def _soften(before: str, after: str) -> str:
    """Undo the г -> ґ that pymorphy3's Ukrainian guesser makes of any г."""
    return after if "ґ" in before else after.replace("ґ", "г")


def _reading(word: str, language: str, parse: Any) -> Reading:
    tag = parse.tag
    tags = frozenset(tag.grammemes)
    case = str(tag.case or "")
    return Reading(
        word=word,
        language=language,
        pos=str(tag.POS or ""),
        case=_CASES.get(case, case),
        number="plur" if "plur" in tags else "sing",
        gender="" if tag.gender is None or "ms-f" in tags else str(tag.gender),
        tags=tags,
        score=float(parse.score),
        known=len(parse.methods_stack) == 1 and type(parse.methods_stack[0][0]).__name__ == "DictionaryAnalyzer",
        source=parse,
    )


@lru_cache(maxsize=100_000)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """All readings of a word in lower case, likeliest first; none for English and for what is no word."""
    if language not in ("uk", "ru") or len(word) > _LONGEST:
        return ()
    plain = word.lower().replace("’", "'").replace("ʼ", "'")
    found = analyzer(language).parse(plain)[:_MOST]
    return tuple(_reading(plain, language, parse) for parse in found)
