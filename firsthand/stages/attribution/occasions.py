"""On what occasion something is said: in an interview, at a meeting, on a platform, with reference to others."""

from __future__ import annotations

from firsthand.stages.attribution.media import is_platform
from firsthand.stages.attribution.words import Line

# How many words from the preposition to its noun.
OCCASION_REACH = 4


def is_occasion(line: Line, at: int) -> bool:
    """``експерти [у Facebook]``, ``джерела [в інтерв'ю Reuters]``: the preposition at ``at`` says not where from."""
    return leads_to(line, at, line.group("occasions|venues"))


def is_talk_there(line: Line, at: int) -> bool:
    """``про міст [у Twitter]``, ``[на брифінгу]``: the preposition at ``at`` can only say where somebody spoke."""
    return leads_to(line, at, line.group("spoken_at"))


def leads_to(line: Line, at: int, nouns: frozenset[str]) -> bool:
    """Whether behind the preposition at ``at`` one of the nouns stands, or a platform."""
    for word in line.between(at + 1, at + 1 + OCCASION_REACH):
        if word.lemmas & nouns or is_platform(word.text, line.language):
            return True
        if word.nouns or not word.adjectives:
            return False
    return False
