"""Media by plain names that no table has: ``передають Новини Полісся``, ``Степовому віснику повідомили``."""

from __future__ import annotations

from itertools import takewhile

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.words import PERSONAL, Line, Word, cases_in, once

# Words of such a name.
LEAST_OF_NAME, MOST_OF_NAME = 2, 4
# The cases in which a name may look as in the dative, and in no other.
DATIVE = frozenset(("datv", "loct"))


def plain_name_behind(line: Line, verb: Word) -> Span | None:
    """``..., передають [Новини Полісся]``: what fills a tag from its verb to its end, or up to whom it refers to.

    No person, body or office is called so, and whoever is no medium passes on nothing: ``пише``, ``передає``; what has
    a paper's name (``Степовий вісник``) may ``повідомляти`` too.
    """
    before = line.words[verb.at - 1] if verb.at else None
    if before is None or not (before.text == "," or before.dash) or not verb.lemmas & line.group("media_verbs"):
        return None
    refers_to = line.group("reference")  # "передає Рання хвиля посилаючись на X"
    words = line.between(verb.at + 1, verb.at + 2 + MOST_OF_NAME)
    run = tuple(takewhile(lambda w: is_of_name(w) and w.low not in refers_to, words))
    behind = line.between(verb.at + 1 + len(run), verb.at + 4 + len(run))
    refers = any(w.low in line.group("reference") for w in behind)
    ends = refers or not behind or behind[0].text in ".!?…()"
    if not ends or not 0 < len(run) <= MOST_OF_NAME:
        return None
    about = line.words[0].low in line.group("about") and line.words[1].low in line.group("pronouns.this")
    many = bool(run) and are_many(line, verb, run)
    if not (is_paper(line, run) or refers or about or many or verb.lemmas & line.group("press_verbs")):
        return None
    span = Span(run[0].start, run[-1].stop)
    known = len(run) == 1 and find_outlet(span.of(line.text)) is not None
    named = len(run) >= LEAST_OF_NAME and (can_be_medium(line, run) or are_many(line, verb, run))
    return span if known or named else None


def are_many(line: Line, verb: Word, run: tuple[Word, ...]) -> bool:
    """``передають Друзі Півночі``: what is called as people are, by the verb in the plural and the capital."""
    first = run[0]
    people = any("anim" in r.grammemes and "plur" in r.grammemes and not r.grammemes & PERSONAL for r in first.readings)
    several = verb.has("plur") and first.capital and len(run) == LEAST_OF_NAME and run[1].capital
    kinds = ("reporters", "anonymous", "bodies")
    return several and people and not any(first.lemmas & line.group(kind) for kind in kinds)


def is_of_name(word: Word) -> bool:
    """Whether a word may stand in such a name: ``Спортивні``, ``вісті``; ``Притисся`` is no verb."""
    return word.kind == "word" and (word.capital or not (word.finite or "PREP" in word.pos))


def can_be_medium(line: Line, run: tuple[Word, ...]) -> bool:
    """Whether words can name a medium: they begin in capitals, and name no person, no body and no document."""
    first = run[0]
    forms = first.nouns | first.adjectives
    kinds = ("bodies", "announcers", "reporters", "anonymous", "pronouns.possessive")
    called = first.lemmas & line.group("medium_beginnings|paper_names")
    if not first.capital or (first.lemmas & line.group("media|documents") and not called):
        return False
    if (forms and "nomn" not in cases_in(forms)) or all(w.mention_type == "PER" for w in run):
        return False
    words = run[bool(called) : len(run) - is_paper(line, run)]  # "Степовий оглядач" is nobody
    return not any(is_person(w) or any(w.lemmas & line.group(kind) for kind in kinds) for w in words)


def is_paper(line: Line, run: tuple[Word, ...]) -> bool:
    """``Степовий вісник``: whether words end with what papers are called by, behind an adjective."""
    return bool(run[0].adjectives and run[-1].lemmas & line.group("paper_names"))


def is_person(word: Word) -> bool:
    """Whether a word is somebody's name or a noun for people alone; ``вісник``, ``Волинська варта`` may be papers."""
    named = word.mention_type == "PER" and not word.adjectives
    return named or (word.has("anim") and not word.adjectives and not word.has("inan"))


def paper_at(line: Line, at: int) -> tuple[str, Span] | None:
    """``Степовому віснику``, ``Вістям Полісся``: a paper by its name in the dative, and that name in the nominative."""
    if at not in papers(line):
        return None
    last = papers(line)[at]
    span = Span(line.words[at].start, line.words[last].stop)
    name = phrase_nominative(span.of(line.text), line.language)
    return name[:1].upper() + name[1:], span


@once
def papers(line: Line) -> dict[int, int]:
    """Where names of papers in the dative begin and end: a noun for a paper behind an adjective, both in one case."""
    nouns = line.group("paper_names")
    found = {}
    for word in line.words[1:]:
        before = line.words[word.at - 1]
        cases = cases_in(before.adjectives & word.nouns) if before.capital and word.lemmas & nouns else frozenset()
        if "datv" in cases and cases <= DATIVE:
            found[before.at] = word.at
    return found
