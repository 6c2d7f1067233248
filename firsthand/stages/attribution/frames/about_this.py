"""``Про це заявив X``: the content is the sentence before."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.clauses import is_comma, spaced, span_of
from firsthand.stages.attribution.cues import CueAt, find_cues
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line

POINTER_REACH = 7
# As far behind the start it may stand where it says first who passes it on.
PASSED_REACH = 16
SUCH_REACH = 2
SAID_REACH = 8


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Про це заявив X``: the content is the sentence before. A medium there makes a chain, no attribution."""
    line = scene.line
    if (put_in := such_put_in(scene, cue)) is not None:
        return put_in
    if cue.cue.kind == "noun":
        return such_noun(scene, cue)
    if cue.cue.kind not in ("verb", "predicate") or scene.previous is None or not points_back(line, cue):
        return None
    if "GRND" in line.words[cue.verb].pos and not line.words[cue.verb].finite:
        return None
    if any(w.low in line.group("relatives") and is_comma(line, w.at - 1) for w in line.between(1, cue.first)):
        return None  # "Про це заявив мер, який виступав на форумі"
    subject = verb_subject(line, cue, right_first=True)
    return Found(cue, (scene.previous,), "about-this", source_span(line, subject), subject)


def such_noun(scene: Scene, cue: CueAt) -> Found | None:
    """``К такому выводу пришли X``, ``С данным заявлением выступил X``: whoever does so said the sentence before."""
    line = scene.line
    such = any(w.low in line.group("such") for w in line.between(cue.first - 1, cue.first))
    verb = next((w for w in line.between(cue.last, cue.last + SAID_REACH) if w.finite), None)
    if scene.previous is None or not such or cue.first > SUCH_REACH or verb is None or takes_side(line, verb.at):
        return None
    if is_comma(line, cue.last) and any("GRND" in w.pos for w in line.between(0, cue.first)):
        return None  # "Винісши такий вирок, суд заборонив ...": what it did before
    subject = verb_subject(line, CueAt(verb.at, verb.at + 1, verb.at, cue.cue), right_first=True)
    if subject is None:
        return None
    return Found(replace(cue, last=verb.at + 1), (scene.previous,), "about-this", source_span(line, subject), subject)


def takes_side(line: Line, verb: int) -> bool:
    """``З таким рішенням [не погодився] мер``, ``такі заяви [вважає] хибними``: what others said he judges himself."""
    own = (c for c in find_cues(line) if c.verb == verb and c.cue.kind in ("verb", "predicate"))
    return any(c.negated or c.cue.act in ("deny", "doubt") or c.frames & {"rest", "with"} for c in own)


def such_put_in(scene: Scene, cue: CueAt) -> Found | None:
    """``Ціни впадуть – такий прогноз дав X``: behind a comma or a dash, what was said stands before."""
    line, mark = scene.line, cue.first - 2
    if mark < 1 or line.words[mark + 1].low not in line.group("such") or cue.cue.kind not in ("noun", "verb"):
        return None
    if not (is_comma(line, mark) or (line.words[mark].dash and spaced(line, mark))):
        return None
    verb = next((w for w in line.between(cue.first, cue.last + SAID_REACH) if w.finite), None)
    content = span_of(line, 0, mark)
    if verb is None or content is None or not any(w.finite for w in line.between(0, mark)):
        return None
    last = max(verb.at + 1, cue.last)
    subject = verb_subject(line, CueAt(verb.at, last, verb.at, cue.cue), right_first=True)
    if subject is None:
        return None
    own = Span(line.words[mark].start, line.words[-1].stop)
    return Found(cue, (content,), "about-this", source_span(line, subject), subject, own)


def points_back(line: Line, cue: CueAt) -> bool:
    """``Про це``, ``Об этом``, ``Таку [заяву зробив]``, ``Так`` near the start of the sentence and before the cue."""
    if line.words[0].low in line.group("so") and cue.first == 1:
        return True
    if any(w.low in line.group("such") for w in line.between(cue.first - SUCH_REACH, cue.first)):
        return cue.first <= SUCH_REACH
    passed = line.words[0].low in line.group("as_says")
    for word in line.between(0, min(cue.first, PASSED_REACH if passed else POINTER_REACH)):
        if (word.quote >= 0 and not passed) or (word.finite and not passed):
            return False
        told = any(w.low in line.group("pronouns.told") for w in line.between(word.at + 1, word.at + 2))
        if told and word.low in line.group("about"):
            return True
    return False
