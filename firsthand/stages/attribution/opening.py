"""Where a sentence's own words begin: past a dateline and the report's ``Отметим, что``."""

from __future__ import annotations

from firsthand.stages.attribution.media import known_outlet
from firsthand.stages.attribution.words import Line, once

# How many words the name of an agency may have.
AGENCY_REACH = 3
REMINDER_REACH = 4
# A page may leave marks before a dateline.
MARKS_REACH = 3
STOPS = frozenset((",", "."))


@once
def opening(line: Line) -> int:
    """The first word behind a dateline and what the report itself puts before what it tells."""
    first = dateline_end(line)
    return behind_own_voice(line, first)


@once
def dateline_end(line: Line) -> int:
    """``15:08 REGNUM [Влада ...]``, ``КИЇВ, 30 травня УНН [Завод ...]``: one past the agency; 0 where there is none."""
    words = line.words
    at = next((w.at for w in words[:MARKS_REACH] if w.kind != "mark"), 0)
    place = words[at].text.isupper() and words[at].mention_type == "LOC"
    if place:
        at += 1 + any(w.text in STOPS for w in line.between(at + 1, at + 2))
    timed = at
    while at < len(words) and (words[at].time or (words[at].dash and at > timed)):
        at += 1
    return (agency_end(line, at, place) or behind_clock(line, at)) if at > timed else bare_agency_end(line, at)


def behind_clock(line: Line, at: int) -> int:
    """``14:10 [Завод ...]``: one past a clock that stands alone before a sentence; 0 where it is a part of one."""
    first = line.words[0]
    clock = at == 1 and first.text[0].isdigit() and ":" in first.text
    return 1 if clock and any(w.capital for w in line.between(1, 2)) else 0


def bare_agency_end(line: Line, first: int) -> int:
    """``INTERFAX.RU - [Пілоти ...]``: one past the dash behind an agency alone; 0 where none stands there."""
    for last in range(first + 1, min(first + AGENCY_REACH, len(line.words) - 2) + 1):
        dash, behind = line.words[last], line.words[last + 1]
        if dash.dash and dash.start > line.words[last - 1].stop:
            name = line.text[line.words[first].start : line.words[last - 1].stop]
            known = name.isupper() and known_outlet(name, line.language) is not None
            return last + 1 if known and (behind.capital or behind.text in '«“„"') else 0
    return 0


def agency_end(line: Line, at: int, place: bool) -> int:
    """One past the agency at word ``at`` that a new sentence follows; 0 where none stands there."""
    for last in range(min(at + AGENCY_REACH, len(line.words) - 1), at, -1):
        names = line.between(at, last)
        behind = line.words[last + (line.words[last].text in STOPS or line.words[last].dash) :]
        capitals = any(w.text.isupper() and len(w.text) > 1 for w in names)
        # behind a place and a date a name in capitals is an agency's, known or not
        known = known_outlet(line.text[names[0].start : names[-1].stop], line.language) is not None
        known = known or (place and all(w.mention_type == "ORG" for w in names))
        if capitals and known and behind and (behind[0].capital or behind[0].text in '«“„"'):
            return behind[0].at
    return 0


def behind_own_voice(line: Line, first: int) -> int:
    """``Зазначимо, що [міст ...]``, ``К слову, [мост ...]``: one past what the report says in its own voice."""
    words = line.words
    comma = next((w.at for w in line.between(first, first + REMINDER_REACH) if w.text == ","), None)
    if comma is None or comma + 2 >= len(words):
        return first
    own = any(r.has("1per", "plur") for r in words[first].readings) and words[first].lemmas & line.group("reminding")
    said = " ".join(w.low for w in line.between(first, comma))
    if not (own and comma == first + 1) and said not in line.group("reminders"):
        return first
    return comma + 1 + (words[comma + 1].low in line.group("plain_that"))
