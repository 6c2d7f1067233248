"""``Reuters: ...`` and ``... – ЗМІ`` in a title, ``Олена Гай, лікарка: "..."``: the mark is the cue."""

from __future__ import annotations

from firsthand.lang.morphology import is_known
from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import last_word, spaced, span_of
from firsthand.stages.attribution.cues import Cue, CueAt, find_cues
from firsthand.stages.attribution.heads import quoted_name
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.quotes import is_speech
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span
from firsthand.stages.attribution.subjects import SAYS
from firsthand.stages.attribution.words import ANY_FORM, PASSING, Line

# Words ``first`` up to ``last`` (not included) of a title.
Part = tuple[int, int]
SOURCE_BEFORE = 8
SOURCE_BEHIND = 6
# With what it is about: "Коваль про нові рейси до Відня: ...".
TOPIC_REACH = 14
SPEAKER_REACH = 24
# Words of the date and the hour before a title.
CLOCK_REACH = 9


def headline_frame(line: Line) -> Found | None:
    """``Reuters: ...``, ``...: Reuters``, ``... – ЗМІ``."""
    words, end, start = line.words, last_word(line), behind_clock(line)
    colon = next((w.at for w in words[start + 1 : -1] if w.text == ":" and w.quote < 0), None)
    if colon is not None:
        before, after = (start, colon), (colon + 1, end)
        found = headline(line, colon, before, after) or headline(line, colon, after, before)
        if found is not None:
            return found
    dash = next((w.at for w in reversed(words) if w.dash and spaced(line, w.at)), None)
    if (told := told_behind(line, dash if colon is None else colon)) is not None:
        return told
    if dash is None or not 0 < len(words) - dash - 1 <= TOPIC_REACH:
        return None
    return headline(line, dash, (dash + 1, end), (0, dash))


def behind_clock(line: Line) -> int:
    """``09:05 Reuters: ...``, ``12.03, 18:05 Коваль: ...``: the word behind the time with which a title begins."""
    at = 0
    while at < CLOCK_REACH and at < len(line.words) - 1:
        word = line.words[at]
        if not (word.time or word.kind == "number" or word.text in ",.:" or word.text[0].isdigit()):
            break
        at += 1
    return at if at < CLOCK_REACH and line.words[at].capital else 0


def told_behind(line: Line, mark: int | None) -> Found | None:
    """``Чи впаде курс: економіст розповів``: behind the mark of a title who told, and nothing of what."""
    phrase = phrase_at(line, mark + 1) if mark is not None else None
    if mark is None or phrase is None or not speaks_in_headline(line, phrase, last=False):
        return None
    cue = next((c for c in find_cues(line) if c.first >= phrase.last), None)
    if cue is None or not cue.cue.frames >= SAYS or not line.words[cue.verb].finite or "nomn" not in phrase.cases():
        return None
    rest = (*line.between(phrase.last, cue.first), *line.between(cue.last, last_word(line)))
    said = span_of(line, 0, mark)
    clause = any(w.finite or w.infinitive for w in line.between(0, mark))
    if said is None or not clause or any(not (w.pos & PASSING) or w.nouns for w in rest):
        return None
    return Found(cue, (said,), "headline", source_span(line, phrase), phrase)


def headline(line: Line, mark: int, source: Part, content: Part) -> Found | None:
    """A headline attribution if its source can speak in a headline, and its content has a verb."""
    name = lone_name(line, source)
    phrase = name or phrase_at(line, source[0])
    head = line.words[phrase.head] if phrase is not None else None
    undeclined = head is not None and (head.text.isupper() or head.low in line.group("undeclined_bodies"))
    named = phrase is not None and (undeclined or "nomn" in phrase.cases())
    if phrase is None or not named or not fills(line, phrase, source, content):
        return None
    said = span_of(line, *content)
    if said is None or not has_predicate(line, content):
        return None
    if name is None and not speaks_in_headline(line, phrase, last=source > content):
        return None
    cue = CueAt(mark, mark + 1, mark, Cue(line.words[mark].text, "mark", "assert"))
    found = source_span(line, phrase)
    low, high = min(mark, source[0]), max(mark + 1, source[1]) - 1
    return Found(cue, (said,), "headline", found, phrase, Span(line.words[low].start, line.words[high].stop))


def lone_name(line: Line, source: Part) -> Phrase | None:
    """``Стратком``, ``«Схід 13»``, ``Lidové noviny``: a name that is all of its side and shows no case."""
    words = line.between(*source)
    if not words:
        return None
    first, last = words[0], words[-1]
    foreign = first.capital and not any(is_cyrillic(w.text) for w in words) and all(w.kind != "mark" for w in words)
    body = "-" in first.low and first.low.rpartition("-")[2] in line.group("bodies")  # "Форин-офіс"
    alone = len(words) == 1 and first.capital and first.kind == "word" and not is_known(first.text, line.language)
    alone = alone and (first.at > 0 or body)
    quoted = quoted_name(line, source[0]) == source[1] and not is_known(words[1].text, line.language)
    if not (foreign or alone or quoted):
        return None
    return Phrase(first.at, last.at + 1, first.at, ANY_FORM, named=True)


def is_cyrillic(text: str) -> bool:
    """Whether a word has a letter that is not Latin."""
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def has_predicate(line: Line, part: Part) -> bool:
    """Whether words are a clause: with a verb, a short participle or adjective, or a predicate of the lexicon."""
    if any(w.finite or w.pos & {"PRTS", "ADJS"} for w in line.between(*part)):
        return True
    return any(c.cue.kind == "predicate" and part[0] <= c.first < part[1] for c in find_cues(line))


def fills(line: Line, phrase: Phrase, source: Part, content: Part) -> bool:
    """Whether a phrase is all that stands on its side of the mark, but for what it speaks about: ``Коваль про мир``."""
    if phrase.last >= source[1]:
        return source[1] - source[0] <= (SOURCE_BEHIND if source > content else SOURCE_BEFORE)
    return line.words[phrase.last].low in line.group("about") and source[1] - source[0] <= TOPIC_REACH


def speaker_line(scene: Scene) -> Found | None:
    """``Олена Гай, лікарка: "..."``: somebody named, and a quotation behind the colon or in the paragraph below."""
    line = scene.line
    colon = next((w.at for w in line.words[1 : SPEAKER_REACH + 1] if w.text == ":" and w.quote < 0), None)
    person = next((w.at for w in line.between(0, colon or 0) if w.mention_type == "PER"), None)
    phrase = phrase_at(line, person) if person is not None else None
    if colon is None or phrase is None or "nomn" not in phrase.cases():
        return None
    if any(w.finite or w.infinitive or w.text in "();" for w in line.between(0, colon)):
        return None
    if any(cue.first < colon for cue in find_cues(line)):
        return None
    at = line.words[colon].stop
    quote = next((q.span for q in scene.quotes if 0 <= q.span.start - at <= 2 and is_speech(line.text, q.span)), None)
    said, source = quote or scene.below, span_of(line, 0, colon)
    if said is None or source is None:
        return None
    cue = CueAt(colon, colon + 1, colon, Cue(":", "mark", "assert"))
    return Found(cue, (said,), "headline", source, phrase)


def speaks_in_headline(line: Line, phrase: Phrase, last: bool) -> bool:
    """A name, a medium, a body or a person; behind the mark also a document (``... – опитування``)."""
    head = line.words[phrase.head]
    if head.text in '«“„"' and line.words[phrase.head + 1].mention_type in ("PER", "ORG"):
        return True
    if head.mention_type in ("PER", "ORG") or head.has("anim") or (head.text.isascii() and head.capital):
        return True
    if head.lemmas & (line.group("bodies") - line.group("documents")):
        return True
    papers = line.group("documents") if last else line.group("studies")
    return means_medium(line, phrase) or bool(head.lemmas & papers)
