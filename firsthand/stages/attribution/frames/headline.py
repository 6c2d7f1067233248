"""``Reuters: ...`` and ``... – ЗМІ`` in a title: the mark is the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import last_word, spaced, span_of
from firsthand.stages.attribution.cues import Cue, CueAt
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.subjects import text_of
from firsthand.stages.attribution.words import Line

# Words ``first`` up to ``last`` (not included) of a title.
Part = tuple[int, int]
SOURCE_BEFORE = 8
SOURCE_BEHIND = 6


def headline_frame(line: Line) -> Found | None:
    """``Reuters: ...``, ``...: Reuters``, ``... – ЗМІ``."""
    words, end = line.words, last_word(line)
    colon = next((w.at for w in words[1:-1] if w.text == ":" and w.quote < 0), None)
    if colon is not None:
        before, after = (0, colon), (colon + 1, end)
        found = headline(line, colon, before, after) or headline(line, colon, after, before)
        if found is not None:
            return found
    dash = next((w.at for w in reversed(words) if w.dash and spaced(line, w.at)), None)
    if dash is None or not 0 < len(words) - dash - 1 <= SOURCE_BEHIND:
        return None
    return headline(line, dash, (dash + 1, end), (0, dash))


def headline(line: Line, mark: int, source: Part, content: Part) -> Found | None:
    """A headline attribution if its source can speak in a headline, and its content has a verb."""
    phrase = phrase_at(line, source[0]) if 0 < source[1] - source[0] <= SOURCE_BEFORE else None
    if phrase is None or phrase.last < source[1] or "nomn" not in phrase.cases():
        return None
    said = span_of(line, *content)
    if said is None or not any(w.finite for w in line.between(*content)):
        return None
    if not speaks_in_headline(line, phrase, last=source > content):
        return None
    cue = CueAt(mark, mark + 1, mark, Cue(line.words[mark].text, "mark", "assert"))
    found = source_span(line, phrase)
    low, high = min(mark, source[0]), max(mark + 1, source[1]) - 1
    return Found(cue, (said,), "headline", found, phrase, Span(line.words[low].start, line.words[high].stop))


def speaks_in_headline(line: Line, phrase: Phrase, last: bool) -> bool:
    """A name, a medium or a person; behind the mark also a document (``... – опитування``)."""
    head = line.words[phrase.head]
    if head.text in '«“„"' and line.words[phrase.head + 1].mention_type in ("PER", "ORG"):
        return True
    if head.mention_type in ("PER", "ORG") or head.has("anim") or (head.text.isascii() and head.capital):
        return True
    return is_medium(text_of(line, phrase), line.language) or (last and bool(head.lemmas & line.group("documents")))
