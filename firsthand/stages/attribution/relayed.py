"""``"...", – сказав мер, слова якого наводить УНІАН``: who passes on what somebody right before the comma said."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma, spaced
from firsthand.stages.attribution.cues import CueAt, find_cues
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import PASSING, Line

# How far before the verb the mark stands that opens "слова якого наводить".
REACH = 5


def with_relayed(scene: Scene, found: list[Found]) -> list[Found]:
    """With whoever quotes the teller before; the content is the teller's."""
    for cue in find_cues(scene.line):
        passed = relayed(scene.line, cue, found)
        if passed is not None:
            others = (f for f in found if f.cue.verb != cue.verb)
            kept = (f for f in others if f.rule != "words" or f.cue.cue.kind != "noun")
            found = sorted((*kept, passed), key=lambda f: f.cue.first)
    return found


def relayed(line: Line, cue: CueAt, found: list[Found]) -> Found | None:
    """What a medium behind the cue passes on, in a clause that opens with whose words it quotes."""
    mark = quoting_clause(line, cue)
    teller = next((f for f in found if mark is not None and tells_at(line, f, mark)), None)
    subject = verb_subject(line, cue, right_first=True) if teller is not None else None
    if teller is None or subject is None or subject.first < cue.last:
        return None
    return Found(cue, teller.content, "words", source_span(line, subject), subject)


def quoting_clause(line: Line, cue: CueAt) -> int | None:
    """The mark before ``слова якого наводить``, ``якого цитує``, ``його слова наводить``; None without one."""
    verb = line.words[cue.verb]
    if not verb.finite or not verb.lemmas & line.group("cite_verbs"):
        return None
    mark = next((w.at for w in reversed(line.between(cue.first - REACH, cue.first)) if w.kind == "mark"), None)
    if mark is None or not (is_comma(line, mark) or (line.words[mark].dash and spaced(line, mark))):
        return None
    whose = line.group("relatives|pronouns.possessive|pronouns.personal")
    inside = [w for w in line.between(mark + 1, cue.first) if not (w.pos & PASSING and not w.nouns)]
    known = whose | line.group("quoted_words|quoted_opinions")
    quoted = bool(inside) and all(w.low in known for w in inside) and any(w.low in whose for w in inside)
    return mark if quoted else None


def tells_at(line: Line, found: Found, mark: int) -> bool:
    """Whether somebody whose name ends right before the mark tells something before it."""
    if found.source is None or not found.content or found.cue.first >= mark:
        return False
    if found.rule == "about-this" or found.cue.cue.kind == "noun":
        return False
    return line.words[mark - 1].stop == found.source.stop and found.content[0].stop <= line.words[mark].start
