"""What kind of saying it is: the act by the cue, its negation and the content; the form by the quotation marks."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.clauses import chunks
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.words import Line


def act_of(scene: Scene, found: Found) -> str:
    """The act: the cue's own, changed by its negation."""
    cue = found.cue
    if cue.cue.act == "assert" and not cue.negated and commits(scene.line, found):
        return "commit"
    if cue.negated:
        return cue.cue.negated or {"assert": "doubt", "deny": "assert"}.get(cue.cue.act, cue.cue.act)
    return cue.cue.act


def commits(line: Line, found: Found) -> bool:
    """``заявив про готовність``, ``сообщил, что уйдет``: readiness, or a future whose subject is the source."""
    inside = [w for w in line.words if found.content and found.content[0].start <= w.start < found.content[0].stop]
    if found.nominal:
        return bool(inside) and bool(inside[0].lemmas & line.group("readiness"))
    if found.rule != "clause" or not inside:
        return False
    verb = next((w for w in inside if w.finite), None)
    if (
        verb is None
        or not verb.has("futr")
        or not verb.has("3per")
        or any(w.text == "," for w in line.between(inside[0].at, verb.at))
    ):
        return False
    phrases = chunks(line, inside[0].at, verb.at)
    own = any(kind == "np" and "nomn" in phrase.cases() for kind, phrase in phrases)
    after = phrase_at(line, verb.at + 1) if verb.at + 1 < len(line.words) else None
    return not own and not (after is not None and after.cases() == {"nomn"})


def form_of(scene: Scene, content: tuple[Span, ...]) -> str:
    """direct: all of it in quotation marks; mixed: part of it is; indirect: none."""
    quotes = [q.span for q in scene.quotes]
    if content and all(any(q.start <= c.start and c.stop <= q.stop for q in quotes) for c in content):
        return "direct"
    partly = [q for q in quotes if any(c.contains(q) for c in content) and quotes_words(scene.line.text, q)]
    return "mixed" if partly else "indirect"


def quotes_words(text: str, quote: Span) -> bool:
    """Whether a quotation inside a content quotes words, rather than setting off a name."""
    inner = quote.of(text).strip('«»“”„" ')
    return bool(inner) and (inner[0].islower() or len(inner.split()) > 5)
