"""``Reuters: ...`` and ``... – ЗМІ`` in a title: the mark is the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.clauses import last_word, spaced, span_of
from firsthand.stages.attribution.cues import Cue, CueAt
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.words import Line


def headline_frame(line: Line) -> Found | None:
    """``Reuters: ...`` and ``... – ЗМІ`` in a title: the mark is the cue."""
    words = line.words
    for at, word in enumerate(words):
        if word.text == ":" and at and at + 1 < len(words) and word.quote < 0:
            parts = (0, at), (at + 1, last_word(line))
            return (headline(line, at, *parts) if at <= 8 else None) or headline(line, at, parts[1], parts[0])
    dashes = [w.at for w in words if w.dash and spaced(line, w.at)]
    if dashes and 0 < len(words) - dashes[-1] - 1 <= 6:
        return headline(line, dashes[-1], (dashes[-1] + 1, last_word(line)), (0, dashes[-1]))
    return None


def headline(line: Line, mark: int, source: Part, content: Part) -> Found | None:
    """A headline attribution if its source is a name, a medium or a person, and its content has a verb."""
    phrase = phrase_at(line, source[0]) if 0 < source[1] - source[0] <= 8 else None
    if (
        phrase is None
        or phrase.last < source[1]
        or "nomn" not in phrase.cases()
        or not any(w.finite for w in line.between(*content))
    ):
        return None
    head = line.words[phrase.head]
    text = Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop).of(line.text)
    survey = bool(head.lemmas & line.group("documents")) and source[0] > content[0]
    if (
        head.mention_type not in ("PER", "ORG")
        and not is_medium(text, line.language)
        and not head.has("anim")
        and not survey
    ):
        return None
    said = span_of(line, *content)
    cue = CueAt(mark, mark + 1, mark, Cue(line.words[mark].text, "mark", "assert"))
    return Found(cue, (said,), "headline", source_span(line, phrase), phrase) if said else None


Part = tuple[int, int]
