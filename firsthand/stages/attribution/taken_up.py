"""``У фонді вважають, що ціни впадуть. Такий прогноз озвучив X``: what the second tells is the first's content."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.scene import Found, Scene

# The share of a sentence that its content has to fill for the next one to take that up alone.
MOST = 0.6
# Rules whose content is what somebody says as a clause.
CLAUSES = ("clause", "as")


def taking_up(scene: Scene, found: list[Found], before: list[Found]) -> list[Found]:
    """What is said of the sentence before, with the clause that was told there instead of the whole sentence."""
    told = told_clause(scene.previous, before)
    if told is None or scene.previous is None:
        return found
    whole = ((scene.previous,), (scene.lead,))
    return [replace(one, content=told) if one.content in whole and one.rule == "about-this" else one for one in found]


def told_clause(sentence: Span | None, found: list[Found]) -> tuple[Span, ...] | None:
    """The content that fills most of a sentence up to its end; None where there is none."""
    fitting = (f.content for f in found if f.rule in CLAUSES and len(f.content) == 1)
    if sentence is None:
        return None
    if (passed := next((f.content for f in found if f.rule == "about-this"), None)) is not None:
        return passed  # "Про це повідомив мер. Про це сказала й речниця"
    last = (content for content in fitting if content[0].stop == sentence.stop)
    return next((c for c in last if length(c[0]) >= MOST * length(sentence)), None)


def length(span: Span) -> int:
    """How many characters a span has."""
    return span.stop - span.start
