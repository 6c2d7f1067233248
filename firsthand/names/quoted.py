"""Names in quotation marks: ``партія «Чесний вибір»`` is a body as far as its marks go, and what is quoted is no place.

In SlavicNER 113 of 117 quoted names behind the noun of a body are bodies, and of 19 that a tagger takes for places one
is a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.lang.morphology import parses
from firsthand.names.reference import country_of
from firsthand.names.words import Name, Word, is_one_of, overlapping, replaced

BODY, PLACE, THING, HAPPENING = "ORG", "LOC", "PRO", "EVT"
RULE, SCORE = "names.quoted", 0.85
CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
# What looks like a place and stands in marks (a pipeline, a club, a title): annotators of a language mostly call it so.
NO_PLACE = {"uk": BODY, "ru": THING}
# A quoted medium is a body in 14 of 18 places in Ukrainian, a product in 24 of 31 in Russian.
MEDIUM = {"uk": BODY, "ru": THING}
# "Рух за збереження річок і лісів області": a name in quotation marks has so many words at most.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between two quotation marks, and the word before them."""

    words: Sequence[Word]
    noun: Word | None

    @property
    def span(self) -> tuple[int, int]:
        """Where the first word starts and the last one stops."""
        return self.words[0].start, self.words[-1].stop

    def holds(self, name: Name) -> bool:
        """Whether the name lies between the marks."""
        return self.span[0] <= name.start and name.stop <= self.span[1]

    def is_behind(self, key: str, language: str) -> bool:
        """Whether a noun that ``names.toml`` lists under the key stands before the marks."""
        return self.noun is not None and is_one_of(self.noun, key, language)


def with_quoted(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, quoted ones whole behind the noun of a body, and none of them a place."""
    if language not in MEDIUM:
        return list(names)
    over, gone, new = overlapping(names), list[Name](), list[Name]()
    for words in sentences:
        for quoted in quotations(words):
            touched = over(*quoted.span)
            settled = named(quoted, touched, language)
            if settled != touched and all(quoted.holds(name) for name in touched):
                gone += touched
                new += settled
    return replaced(names, gone, new)


def named(quoted: Quoted, touched: list[Name], language: str) -> list[Name]:
    """The names between the marks as they should be: ``touched`` are those that a tagger found there."""
    whole = [name for name in touched if (name.start, name.stop) == quoted.span]
    type_ = whole[0].type if whole else ""
    if quoted.is_behind("quoted_media", language):
        return whole if type_ in (BODY, MEDIUM[language]) else [Name(*quoted.span, MEDIUM[language], SCORE, RULE)]
    if quoted.is_behind("quoted_bodies", language):
        return whole if type_ in (BODY, HAPPENING) else [Name(*quoted.span, BODY, SCORE, RULE)]
    if type_ == PLACE and not may_be_a_place(quoted, language):
        return [replace(whole[0], type=NO_PLACE[language], rule=RULE)]
    return touched


def may_be_a_place(quoted: Quoted, language: str) -> bool:
    """Whether it is a country, or a district, an airport or the like of that name."""
    if quoted.is_behind("districts", language) or quoted.is_behind("quoted_places", language):
        return True
    lemmas = {found.lemma for found in parses(quoted.words[0].text.lower(), language)}
    return len(quoted.words) == 1 and any(country_of(lemma, language) for lemma in lemmas)


def quotations(words: Sequence[Word]) -> Iterator[Quoted]:
    """What stands between quotation marks with a capital in front, and is no longer than a name."""
    at = 0
    while at + 2 < len(words):
        if inside := quotation(words, at):
            yield Quoted(inside, words[at - 1] if at else None)
            at += len(inside) + 1
        at += 1


def quotation(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words up to the closing mark, if one opens here and a name may stand inside."""
    closing = CLOSING.get(words[at].text)
    if not closing or not words[at + 1].text[0].isupper() or (closing == '"' and words[at].glued):
        return ()
    inside = words[at + 1 : at + 2 + LONGEST]
    stop = next((number for number, word in enumerate(inside) if word.text in closing), 0)
    return () if any(word.text in ".!?:;" for word in inside[:stop]) else inside[:stop]
