"""``Як повідомляє X, ...``: the cue leads the sentence that is its content."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma, joins, last_word, relative_end, span_of
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Як повідомляє X, ...``, ``Как сообщила X, ...`` at the start of a sentence or clause."""
    line = scene.line
    if not cue.cue.frames & {"paren", "quote", "that", "impersonal"} or cue.cue.kind == "noun":
        return None
    lead = next((i for i in range(cue.first - 1, max(cue.first - 7, -1), -1) if line.words[i].low in AS), None)
    if lead is None or (lead > 0 and line.words[lead - 1].text != "," and not joins(line, lead - 1)):
        return None
    if any(w.finite for w in line.between(lead, cue.first)) or lead > 2:
        return None
    subject = verb_subject(scene, cue, right_first=True)
    at = max(cue.last, subject.last if subject else 0)
    comma = next(
        (i for i in range(at, last_word(line)) if is_comma(line, i) and relative_end(line, i, len(line.words)) is None),
        None,
    )
    if comma is None:
        return None
    content = span_of(line, comma + 1, last_word(line))
    return Found(cue, (content,), "as", source_span(line, subject), subject) if content else None


AS = frozenset(("як", "как"))
