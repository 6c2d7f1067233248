"""Programmes and pieces in which something was told, whoever told it: ``Про це йшлося у програмі «Ранок»``."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Chain, Span
from firsthand.stages.attribution.clauses import phrase_span
from firsthand.stages.attribution.media import is_medium, is_platform
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.scene import OPENING, Hop, Scene, distinct, evidence, scope_of
from firsthand.stages.chains.unread import ABOUT_WORDS, opens_about_this
from firsthand.stages.chains.venues import MARKED, written_for
from firsthand.stages.speakers.cast import full_name

# Words from "Про це" to the verb, and from there to the programme.
MOST_TO_VERB, MOST_TO_PROGRAMME = 4, 10


def programme_chain(scene: Scene) -> Chain | None:
    """``Про це йдеться в сюжеті X у програмі «Y»``: whose piece it is, where that is told, then where it was."""
    line = scene.line
    verb = telling_verb(line) if opens_about_this(line) else None
    if verb is None:
        return None
    for word in takewhile(lambda w: w.kind != "mark", line.words[verb.at + 1 : verb.at + 1 + MOST_TO_PROGRAMME]):
        by_author = author(scene, verb, word)
        programme = programme_at(line, word, by_author is not None)
        if programme is not None:
            hops = (by_author, programme) if by_author is not None else (programme,)
            stated = evidence(scene, [Span(verb.start, verb.stop), programme.span])
            return Chain(distinct(hop.name for hop in hops), scope_of(scene, None), stated, "document")
    return None


def telling_verb(line: Line) -> Word | None:
    """``йшлося``, ``розповіли``, ``розповідається``: a verb of telling shortly behind ``Про це``."""
    verbs = line.group("media_verbs|speaking_verbs|told_of_verbs")
    near = line.words[ABOUT_WORDS : ABOUT_WORDS + MOST_TO_VERB]
    return next((word for word in near if word.finite and word.lemmas & verbs), None)


def author(scene: Scene, verb: Word, before: Word) -> Hop | None:
    """``в сюжеті [Олени Коваль] у програмі``: the person behind a piece of a reporter's work."""
    between = Span(verb.stop, before.start)
    items = scene.line.group("press_items")
    piece = next((w for w in scene.line.inside(between) if w.lemmas & items), None)
    person = next((m for m in scene.cast.over(between) if m.type == "PER"), None)
    return Hop(full_name(scene.cast, person), person.span) if piece is not None and person is not None else None


def programme_at(line: Line, word: Word, by_author: bool) -> Hop | None:
    """The programme or medium behind a preposition of place, or ``для`` whom a piece was made, by its own name."""
    at = word.at + 1
    if at >= len(line.words):
        return None
    if word.low in line.group("for_whom"):
        return written_for(line, at) if by_author else None
    if word.low not in line.group("place_prepositions"):
        return None
    if line.words[at].text in OPENING:
        hop = marked(line, at)
        known = hop is None or is_medium(hop.name, line.language)
        return hop if hop is None or known else replace(hop, name=declined(hop.name, line.language))
    phrase = phrase_at(line, at, coordinate=False)
    if phrase is None or not is_shown_in(line, line.words[phrase.head], by_author):
        return None
    span = phrase_span(line, phrase)
    quoted = MARKED.search(span.of(line.text))
    if quoted is not None:
        return Hop(quoted.group(1), span)
    behind = phrase.last < len(line.words) and line.words[phrase.last].text in OPENING
    return marked(line, phrase.last) if behind else None


def is_shown_in(line: Line, head: Word, by_author: bool) -> bool:
    """Whether a noun is of what is broadcast or printed; a ``проєкт`` only where somebody's piece is in it."""
    kinds = ("venues", "press_items", "media", "channels")
    return any(head.lemmas & line.group(kind) for kind in kinds) or (
        by_author and bool(head.lemmas & line.group("drafts"))
    )


def marked(line: Line, at: int) -> Hop | None:
    """The name in the quotation marks that open at a word; no platform."""
    match = MARKED.match(line.text, line.words[at].start)
    name = match.group(1) if match is not None else ""
    if match is None or is_platform(name, line.language):
        return None
    return Hop(name, Span(match.start(), match.end()))


def declined(name: str, language: str) -> str:
    """``у «Сніданку з містом»``: a name in the nominative, where no noun before it bears the case."""
    return cased(phrase_nominative(name, language), name)
