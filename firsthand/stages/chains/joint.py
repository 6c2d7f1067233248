"""Media side by side, who tell the news together: ``Reuters та AFP``, one hop as the report writes it."""

from __future__ import annotations

from firsthand.lang.outlets import find_outlet
from firsthand.records import Span
from firsthand.stages.attribution.media import has_newsroom, known_outlet, medium_name, split_name
from firsthand.stages.attribution.words import Line
from firsthand.stages.chains.foreign import foreign_name, foreign_name_at, is_latin_text, neuter_outlet
from firsthand.stages.chains.scene import CLOSING, OPENING, Hop, unquoted

# Words of one name with the noun and the marks around it, and the names of one list.
MOST_OF_NAME, MOST_JOINED = 7, 5
# Words before a list among which its verb stands; the names of the shortest list.
NEAR, TWO = 2, 2


def joint_media(line: Line, span: Span) -> Hop | None:
    """``передають [Укрінформ] і УНІАН``: the media that are named beside each other there; None where one is alone."""
    inside = line.inside(span)
    first = inside[0].at if inside else 0
    if first and line.words[first - 1].text in OPENING:
        first -= 1
    for _ in range(MOST_JOINED):
        before = name_before(line, first)
        if before is None:
            break
        first = before
    listed, stop = names_from(line, first)
    whole = Span(line.words[first].start, line.words[stop - 1].stop)
    known = any(known_outlet(name, line.language) is not None for name in listed)
    if len(listed) < TWO or not known or not whole.contains(span) or begins_clause(line, first, stop):
        return None
    return Hop("".join(listed), whole)


def begins_clause(line: Line, first: int, stop: int) -> bool:
    """``пише BBC і Reuters додає``: whether a verb stands before a list and its last name goes on behind it."""
    told = any(word.finite for word in line.between(first - NEAR, first))
    behind = line.words[stop] if stop < len(line.words) else None
    return told and behind is not None and behind.kind != "mark" and "PREP" not in behind.pos


def names_from(line: Line, first: int) -> tuple[list[str], int]:
    """The names of a list that begins at a word, with what joins them, and the word behind it."""
    joining = line.group("joining")
    listed: list[str] = []
    at, stop, ends = first, first, False
    while len(listed) < MOST_JOINED * 2 and (size := name_size(line, at)):
        listed.append(named(line, at, size))
        stop = at + size
        joint = line.words[stop] if stop < len(line.words) else None
        if ends or joint is None or (joint.text != "," and joint.low not in joining):
            break
        ends = joint.low in joining
        if not name_size(line, stop + 1):
            break
        listed.append(", " if joint.text == "," else f" {joint.text} ")
        at = stop + 1
    # "Reuters, AFP": but names with a comma may be apart
    return (listed, stop) if ends and len(listed) >= TWO else ([], first + 1)


def name_before(line: Line, at: int) -> int | None:
    """Where the name begins that stands before ``і`` or a comma before a word; None where none does."""
    joint = line.words[at - 1] if at > 1 else None
    if joint is None or (joint.text != "," and joint.low not in line.group("joining")):
        return None
    starts = range(max(0, joint.at - MOST_OF_NAME), joint.at)
    return next((first for first in starts if name_size(line, first) == joint.at - first), None)


def name_size(line: Line, at: int) -> int:
    """How many words a medium's name takes at a word, with the noun for it; 0 where none begins there."""
    if at >= len(line.words):
        return 0
    for size in range(min(MOST_OF_NAME, len(line.words) - at), 0, -1):
        words = line.words[at : at + size]
        text = line.text[words[0].start : words[-1].stop]
        if words[-1].text in (*OPENING, ",", ".") and words[-1].text not in CLOSING:
            continue
        outlet = known_outlet(text, line.language)
        if outlet is None or not has_newsroom(outlet):
            continue
        several = any(word.low in line.group("joining") for word in words) and find_outlet(unquoted(text)) is None
        lead = split_name(text, line.language).common  # not "Порт.ua кореспондент [Bild]"
        if not several and (not at or not lead or lead.islower()):
            return size
    if line.words[at].capital and neuter_outlet(line.words[at].text, line.language) is not None:
        return 1
    if all(is_latin_text(word) for word in line.group("joining")):
        return 0  # in English any words are in Latin letters
    span = foreign_name_at(line, at)
    if span is None or span.start != line.words[at].start:
        return 0
    return line.from_place(span.stop) - at


def named(line: Line, at: int, size: int) -> str:
    """A medium of a list in the nominative, without its noun and its marks."""
    span = Span(line.words[at].start, line.words[at + size - 1].stop)
    text = span.of(line.text)
    if known_outlet(text, line.language) is None:
        return neuter_outlet(text, line.language) or foreign_name(line, span)
    return unquoted(medium_name(text, line.language))
