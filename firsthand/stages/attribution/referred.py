"""``"...", сообщает «Схід» со ссылкой на источник``: on whom somebody who tells something relies."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import behind_prepositional, is_comma
from firsthand.stages.attribution.cues import Cue, CueAt
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line, Word

# Rules whose teller may rely on somebody; "Про це пише «Схід» із посиланням на ..." is a link of the chain alone.
TOLD = frozenset(("as", "clause", "parenthesis", "phrase", "quote", "colon", "words", "nominal"))
# How many words may stand between who tells it and the reference: "сообщил в пятницу утром".
GAP = 4


def with_referred(line: Line, found: list[Found]) -> list[Found]:
    """With the people, bodies and papers on whom the tellers rely; a medium behind the words is a link of the chain."""
    if not (line.spelled("by_reference") or line.meaning("referring")):
        return found
    for word in line.words:
        more = referred(line, word, found) if word.low in line.group("by_reference") else None
        if more is None and word.lemmas & line.group("referring") and word.finite:
            more = referring(line, word, found)
        found = sorted((*found, more), key=lambda f: f.cue.first) if more is not None else found
    return found


def referring(line: Line, word: Word, found: list[Found]) -> Found | None:
    """``За оцінкою знавців, на яких [посилається газета], ...``: who relies in a clause on those before its comma."""
    comma, on, which = (*line.between(word.at - 3, word.at), None, None, None)[:3]
    if comma is None or on is None or which is None or not is_comma(line, comma.at):
        return None
    if on.low not in line.group("reference_prepositions") or which.low not in line.group("relatives"):
        return None
    teller = next((f for f in found if f.rule == "phrase" and ends_at(line, f, comma.at)), None)
    cue = CueAt(word.at, word.at + 1, word.at, Cue(word.low, "verb", "assert"))
    subject = verb_subject(line, cue, right_first=True) if teller is not None else None
    if teller is None or subject is None or subject.first < cue.last:
        return None
    others = [f for f in found if f.cue.verb == word.at]
    return None if others else Found(cue, teller.content, "phrase", source_span(line, subject), subject)


def ends_at(line: Line, found: Found, comma: int) -> bool:
    """Whether the source that a group names ends right before the comma."""
    return found.source is not None and bool(found.content) and found.source.stop == line.words[comma - 1].stop


def referred(line: Line, word: Word, found: list[Found]) -> Found | None:
    """Who is referred to with the noun ``word``; the content is the teller's."""
    first = word.at if "GRND" in word.pos else word.at - 1
    leads = first == word.at or any("PREP" in w.pos for w in line.between(first, word.at))
    on = any(w.low in line.group("reference_prepositions") for w in line.between(word.at + 1, word.at + 2))
    source = phrase_at(line, word.at + 2) if leads and on else None
    if source is None or source.pronoun or "accs" not in source.cases() or means_medium(line, source):
        return None
    for whole in (source, with_where(line, source)):
        teller = next((f for f in found if f.rule in TOLD and f.content and tells_by(line, f, first, whole)), None)
        if teller is not None:
            source = whole
            break
    if teller is None or any(first <= f.cue.verb <= word.at for f in found):
        return None
    cue = CueAt(first, word.at + 2, word.at, Cue(word.low, "phrase", "assert"))
    return Found(cue, teller.content, "phrase", source_span(line, source), source)


def with_where(line: Line, source: Phrase) -> Phrase:
    """``Із посиланням на чутки [у кулуарах] він пише``: what stands behind prepositions up to who tells it."""
    last = behind_prepositional(line, source.last, len(line.words))
    return source.up_to(last)


def tells_by(line: Line, found: Found, first: int, source: Phrase) -> bool:
    """Whether who tells it stands right before the reference at ``first``, or right behind whom it is to."""
    if any(span.start <= line.words[first].start < span.stop for span in found.content):
        return False
    if found.rule == "phrase" and found.parenthetical is not None:
        return found.parenthetical.start < line.words[first].start < found.parenthetical.stop
    own = line.inside(found.source) if found.source is not None else []
    last = max([w.at + 1 for w in own if w.at < first] + [found.cue.last] * (found.cue.last <= first), default=-1)
    if last >= 0:
        between = line.between(last, first - is_comma(line, first - 1))
        return len(between) <= GAP and not any(w.kind == "mark" or w.finite for w in between)
    return bool(own) and own[0].at == source.last
