"""Which findings of the frames are attributions by the annotation guide."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.quotes import is_speech
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.words import Line


def counts(scene: Scene, found: Found) -> bool:
    """Whether what a frame found is an attribution by the guide."""
    if found.cue.negated and found.cue.cue.negated == "":
        return False
    if in_speech(scene, found.cue) and not speaks_of_others(scene, found):
        return False
    if is_bare_infinitive(scene.line, found.cue) or is_editors(scene.line, found):
        return False
    if found.nominal and (
        (found.source is None and not accuses(scene.line, found.cue)) or "GRND" in scene.line.words[found.cue.verb].pos
    ):
        return False
    if found.cue.cue.kind == "noun" and scene.line.words[found.cue.verb].has("anim"):
        return False
    return not (found.cue.cue.kind == "noun" and found.rule not in ("clause", "infinitive", "colon"))


def in_speech(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands inside quoted speech."""
    number = scene.line.words[cue.verb].quote
    return number >= 0 and is_speech(scene.line.text, scene.quotes[number].span)


def speaks_of_others(scene: Scene, found: Found) -> bool:
    """Inside quoted speech only what the speaker says of others counts: a clause with a source of its own."""
    if found.source is None or found.rule != "clause":
        return False
    first = scene.line.group("pronouns.first")
    return found.source.of(scene.line.text).lower() not in first


def accuses(line: Line, cue: CueAt) -> bool:
    """``її звинуватили в ...``: an accusation without a subject, in the plural, is somebody's all the same."""
    word = line.words[cue.verb]
    return "in" in cue.cue.frames and not cue.cue.weak and word.has("plur") and word.has("past")


def is_bare_infinitive(line: Line, cue: CueAt) -> bool:
    """An infinitive is what may be said, not what was; but ``продовжують вимагати`` counts, its phase verb governs."""
    word = line.words[cue.verb]
    return word.infinitive and not word.finite


def is_editors(line: Line, found: Found) -> bool:
    """``Нагадаємо, що ...``: the first person without a subject is the report's own voice."""
    word = line.words[found.cue.verb]
    verbs = [r for r in word.readings if r.pos == "VERB"]
    return found.source is None and bool(verbs) and all(r.grammemes & {"1per", "impr"} for r in verbs)


def without_weak_inside(line: Line, found: list[Found]) -> list[Found]:
    """Without weak cues inside others' words: ``заявила, що міністри підтримали угоду`` is one attribution."""
    strong = [f for f in found if not f.cue.cue.weak]
    return [
        f
        for f in found
        if not (
            f.cue.cue.weak
            and f.rule == "nominal"
            and any(c.start <= line.words[f.cue.first].start < c.stop for s in strong for c in s.content)
        )
    ]


def without_nested_nouns(found: list[Found]) -> list[Found]:
    """Without nouns that a verb's content begins with: ``заявив про готовність ...`` is one attribution."""
    starts = [f.content[0] for f in found if f.cue.cue.kind != "noun" and f.content]
    return [f for f in found if f.cue.cue.kind != "noun" or not any(begins(f, s) for s in starts)]


def begins(found: Found, content: Span) -> bool:
    """Whether a noun cue stands at the head of another cue's content."""
    return (
        content.start <= found.content[0].start
        and 0 < found.content[0].start - content.start < 40
        and found.rule == "infinitive"
    )
