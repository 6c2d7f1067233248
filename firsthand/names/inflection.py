"""Readings of a word that can be put into another form (pymorphy3), with its Ukrainian and Russian quirks made even."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from firsthand.lang import table
from firsthand.lang.morphology import look_up, with_plain_apostrophe

# Second genitive, locative, accusative of Russian ("в Крыму").
_CASES = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
_COLLOQUIAL = frozenset(("Infr", "Slng", "Erro", "Dist"))
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
        return self.form("nomn", number, gender)

    def form(self, case: str, number: str, gender: str = "") -> str | None:
        """The form in the case and number (and gender, of adjectives); None where there is none."""
        if (self.case, self.number) == (case, number) and gender in ("", self.gender):
            return self.word
        forms = [f for f in self.source.lexeme if _is_form(f.tag.grammemes, case, number, gender)]
        best = max(forms, key=self._likeness, default=None)
        return None if best is None else _as_spelt(self.word, best.word)

    def _likeness(self, form: Any) -> tuple[int, int]:
        """How much a form of the lexeme is like this one: соединённых is not of соединившие, высшего of высочайший."""
        if not self.is_adjective():
            # "инспекторы" before the colloquial "инспектора"
            return len(form.tag.grammemes & self.tags), -len(form.tag.grammemes & _COLLOQUIAL)
        letters = next(
            (i for i, (a, b) in enumerate(zip(form.word, self.word, strict=False)) if a != b), len(form.word)
        )
        return len(form.tag.grammemes & self.tags), letters

    @property
    def lemma(self) -> str:
        """The dictionary form."""
        return str(self.source.normal_form)

    def is_adjective(self) -> bool:
        """Whether it can stand before a noun and agree with it; Ukrainian tags "наш", "цей" as pronouns."""
        if self.pos == "NPRO":
            return self.language == "uk" and self.lemma in table("uk/names")["attributive"]
        return self.pos in ("ADJF", "PRTF")


def _is_form(tags: frozenset[str], case: str, number: str, gender: str) -> bool:
    """Only the plural is marked in Ukrainian tags, so the singular is what carries no ``plur``."""
    return case in tags and ("plur" in tags) == (number == "plur") and (not gender or gender in tags)


def _as_spelt(before: str, after: str) -> str:
    """Undo the г -> ґ that the Ukrainian guesser makes, and the ё that the Russian dictionary puts for a written е."""
    if "ґ" not in before:
        after = after.replace("ґ", "г")
    return after if "ё" in before else after.replace("ё", "е")


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
    plain = with_plain_apostrophe(word.lower())
    return tuple(_reading(plain, language, parse) for parse in look_up(plain, language)[:_MOST])
