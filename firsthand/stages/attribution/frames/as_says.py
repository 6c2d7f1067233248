"""``Як повідомляє X, ...``: the cue leads the sentence that is its content."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma, joins, last_word, relative_end, span_of
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line, cases_in

LEAD_REACH = 10


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Як повідомляє X, ...``, ``Как сообщила X, ...`` at the start of a sentence or clause."""
    line = scene.line
    if cue.cue.kind == "noun" or not cue.cue.frames & {"paren", "quote", "that", "impersonal"}:
        return None
    if not leads(line, cue):
        return None
    subject = verb_subject(line, cue, right_first=True)
    comma = closing_comma(line, max(cue.last, subject.last if subject else 0))
    if comma is None or points_back(line, comma + 1):
        return None
    content = span_of(line, comma + 1, last_word(line))
    return Found(cue, (content,), "as", source_span(line, subject), subject) if content else None


def points_back(line: Line, at: int) -> bool:
    """``Як передає X, [про це] заявив Y``: what X passes on stands in the sentence before."""
    told = any(w.low in line.group("pronouns.told") for w in line.between(at + 1, at + 2))
    return told and line.words[at].low in line.group("about")


def leads(line: Line, cue: CueAt) -> bool:
    """Whether ``як`` at the start of the sentence leads to the cue."""
    before = reversed(line.between(cue.first - LEAD_REACH, cue.first))
    lead = next((w.at for w in before if w.low in line.group("as_says")), None)
    if lead is None or lead > 2 or any(w.finite for w in line.between(lead, cue.first)):
        return False
    thing = any("nomn" in cases_in(w.nouns) and not w.pos & {"ADVB", "CONJ"} for w in line.between(0, lead))
    put_in = thing and " ".join(w.low for w in line.between(0, lead - 1)) not in line.group("connectors")
    if is_comma(line, lead - 1) and put_in:
        return False  # "Порт, як повідомив мер, закриють"
    return lead == 0 or is_comma(line, lead - 1) or joins(line, lead - 1)


def inside_time(line: Line, comma: int) -> bool:
    """``від вівторка, 11 вересня``: a comma within a date."""
    return all(w.time for w in (*line.between(comma - 1, comma), *line.between(comma + 1, comma + 2)))


def closing_comma(line: Line, at: int) -> int | None:
    """The first comma from ``at`` on that opens no relative clause."""
    commas = (i for i in range(at, last_word(line)) if is_comma(line, i) and not inside_time(line, i))
    return next((i for i in commas if relative_end(line, i, len(line.words)) is None), None)
