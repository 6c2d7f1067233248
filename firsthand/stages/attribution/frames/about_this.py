"""``Про це заявив X``: the content is the sentence before."""

from __future__ import annotations

from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.words import Line


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Про це заявив X``: the content is the sentence before. A medium there makes a chain, no attribution."""
    line = scene.line
    if cue.cue.kind not in ("verb", "predicate") or scene.previous is None or not points_back(line, cue):
        return None
    subject = verb_subject(scene, cue, right_first=True)
    return Found(cue, (scene.previous,), "about-this", source_span(line, subject), subject)


def points_back(line: Line, cue: CueAt) -> bool:
    """``Про це``, ``Об этом``, ``Про таке`` near the start of the sentence and before the cue."""
    for at in range(min(cue.first, 4)):
        word = line.words[at]
        if word.quote >= 0 or word.finite:
            return False
        if (
            word.low in line.group("about")
            and at + 1 < len(line.words)
            and line.words[at + 1].low in line.group("pronouns.told")
        ):
            return True
    return False
