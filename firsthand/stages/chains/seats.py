"""Missions abroad with where they are: ``посольство Грузії [в Ісландії]``, also behind their press service."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, Line

# Words up to the noun for a mission: "прес-служба посольства".
MOST_TO_MISSION = 3


def with_seat(line: Line, source: Span, name: str) -> str:
    """The name of a mission with the country or town in which it is, where that stands right behind it."""
    first = WORD.findall(name)[:MOST_TO_MISSION]
    announces = bool(first) and bool(lemmas(first[0], line.language) & line.group("announcers"))
    named = first if announces else first[:1]
    seated = any(word.low in line.group("place_prepositions") for word in line.inside(source))
    if seated or not any(lemmas(word, line.language) & line.group("missions") for word in named):
        return name
    at = line.from_place(source.stop)
    leads = at + 1 < len(line.words) and line.words[at].low in line.group("place_prepositions")
    place = line.words[at + 1] if leads else None
    if place is None or place.mention_type != "LOC" or place.text in name:
        return name
    stop = max(w.stop for w in line.words if w.mention == place.mention)
    return name + line.text[source.stop : stop]
