"""Whose a bare message is before anybody has spoken: of the one body of which the report tells what it does.

``Порт закриє причал. У повідомленні сказано ...``: the port put it out.
"""

from __future__ import annotations

import re

from firsthand.records import Mention, Span
from firsthand.stages.attribution.media import is_medium, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.cast import OPENING, Cast
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.told import bodies_told, distinct

KINDS = ("releases", "messages", "notes", "reviews")
SENTENCE_END = re.compile(r"[.!?…\n]")
LEADING, REACH = 2, 100  # words before a name that begins a sentence, code points in which they stand


def acting_body(cast: Cast, source: Span) -> str | None:
    """The one body told of before a bare message, no outlet; of several the one with which the report begins."""
    at, language = source.start, cast.report.language
    if not is_message(source.of(cast.report.text), language) or any(start < at for start, _, _ in cast.spoken):
        return None
    named = [m for m in cast.before(at) if m.type == "ORG" and known_outlet(m.name, language) is None]
    names = {m.name for m in named}
    if len(names) == 1 and any(acts(cast, mention) for mention in named):
        return fullest_body(cast, names.pop())
    told = [body for body in bodies_told(cast) if body.start < at and not is_medium(body.name, language)]
    alone = distinct(told)
    if len(alone) == 1 and not named:
        return alone[0]
    begin = cast.report.text
    return next((body.name for body in told if not begin[: body.start].strip(f"{OPENING}\n")), None)


def is_message(word: str, language: str) -> bool:
    """Whether a word is a noun for what a body puts out, and no piece of a medium."""
    noun = lemmas(word, language)
    return any(noun & group(language, kind) for kind in KINDS) and not noun & group(language, "press_items")


def acts(cast: Cast, mention: Mention) -> bool:
    """``Авіакомпанія «Хвиля» закриє``: whether a name begins a sentence in the nominative, at most behind its noun."""
    text, start = cast.report.text, mention.span.start
    before = SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    return mention.span.of(text).lower() == mention.name.lower() and len(WORD.findall(before)) <= LEADING
