"""Where contents begin and end in English, and what the frames share: scene, cue in place, spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.records import Span
from firsthand.stages.attribution.english.complements import Complement, complement
from firsthand.stages.attribution.english.left import antecedent, clause_of, split_commas, subject_left
from firsthand.stages.attribution.english.lexicon import Cue, is_cue, is_strong_verb, is_verb, lexicon
from firsthand.stages.attribution.english.verbs import Group, verb_group
from firsthand.stages.attribution.english.words import (
    FINAL,
    Phrase,
    Words,
    group,
    is_adverb,
    is_auxiliary,
    opens_phrase,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its paragraph's quotations, the sentence before it and a quotation that follows whole.

    ``before`` and ``behind`` are the parts of quotations in other paragraphs, by where a part here starts and stops.
    """

    text: str
    words: Words
    quotes: tuple[Span, ...]
    previous: Span | None = None
    following: Span | None = None
    title: bool = False
    before: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    behind: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CueAt:
    """A cue: words ``first`` up to ``last`` (not included); ``verb`` governs, ``tags`` say which form it is."""

    first: int
    last: int
    verb: int
    cue: Cue
    tags: frozenset[str]
    group: Group
    source: Phrase | None = None


def span_of(words: Words, first: int, last: int) -> Span | None:
    """The span of words ``first`` up to ``last`` without commas, dashes and the final stop at its ends."""
    while first < last and words[first].text in ",;:-–—":
        first += 1
    while first < last and (
        words[last - 1].text in ",;:(-–—" or (last == len(words) and words[last - 1].text[0] in FINAL)
    ):
        last -= 1
    return Span(words[first].start, words[last - 1].stop) if first < last else None


def source_span(words: Words, phrase: Phrase | None) -> Span | None:
    """The words of a source, without a possessive ending."""
    if phrase is None:
        return None
    last = words[phrase[1] - 1]
    cut = 0
    if last.possessive and len(last.low) > 2:
        cut = 2 if last.low.endswith("'s") else 1
    return Span(words[phrase[0]].start, last.stop - cut)


def spans(*parts: Span | None) -> tuple[Span, ...]:
    """The parts that are there."""
    return tuple(part for part in parts if part is not None)


def end_of(words: Words) -> int:
    """One past the last word before the final stop."""
    last = len(words)
    while last and words[last - 1].text[0] in FINAL and words[last - 1].quote < 0:
        last -= 1
    return last


def content_end(words: Words, first: int, cue: CueAt, nominal: bool = False) -> int:
    """One past the last word of a content that begins at ``first``."""
    end = end_of(words)
    opened = opens_subordinate(words, cue.first)
    depth = 0
    inside = words[first].quote if first < end else -1
    for at in range(first, end):
        word = words[at]
        depth += (word.text == "(") - (word.text == ")")
        if depth < 0 or (depth == 0 and word.text == ";"):
            return at
        if (
            depth
            or at == first
            or (word.quote >= 0 and (word.quote != inside or word.quote == words[at - 1].quote) and word.text != ",")
        ):
            continue
        if word.text == "," and (opened or turns_away(words, at, end, cue)):
            return at
        if word.low in ("and", "but") and returns_to_teller(words, at, cue):
            return at
        if word.text in "–—-" and at + 1 < end and (is_cue_tail(words, at + 1) or turns_at_dash(words, at, end)):
            return at
        if nominal and nominal_ends(words, at, first, cue):
            return at
    return end


def opens_subordinate(words: Words, cue: int) -> bool:
    """``While the ministry denies it, ...``: the cue's own clause is subordinate and its comma ends the content."""
    return (
        bool(words)
        and words[0].low in group("clause_openers") | {"despite"}
        and not any(w.text == "," for w in words[:cue])
    )


def turns_away(words: Words, comma: int, end: int, cue: CueAt) -> bool:
    """Whether behind a comma the teller goes on: another cue's participle, a contrast, another speaker."""
    at = comma + 1 + (words[comma + 1].text in '”»"' if comma + 1 < end else 0)
    if at >= end:
        return True
    low = words[at].low
    if low in ("according", "citing") or is_cue_tail(words, at):
        return True
    if low in ("but", "yet", "while", "whereas", "though", "although"):
        return contrast(words, at, end, cue)
    if low == "and":
        return speaks_next(words, at + 1, end) or returns_to_teller(words, at, cue)
    return (
        low in ("as", "in")
        and at + 1 < end
        and words[at + 1].low in ("reported", "a", "an")
        and bool({w.low for w in words[at : at + 7]} & group("settings"))
    )


def turns_at_dash(words: Words, dash: int, end: int) -> bool:
    """``said ... — and he noted that ...``, ``to retaliate -- a raid the senator called theft``: another clause."""
    if words[dash].start == words[dash - 1].stop:
        return words[dash - 1].text == "-" and speaks_next(words, dash + 1, end)
    return words[dash + 1].low in ("and", "but") and speaks_next(words, dash + 2, end)


def is_cue_tail(words: Words, at: int) -> bool:
    """``adding that``, ``saying``, ``citing``: a participle of a cue."""
    found = lexicon().verbs.get(words[at].low, ())
    return any("ing" in tags and cue.frames & {"that", "quote", "rest", "ask", "cite"} for cue, tags in found)


def contrast(words: Words, at: int, end: int, cue: CueAt) -> bool:
    """Whether a contrast leaves the source's words: another speaks, or the tense is not that of reported speech."""
    if words[at + 1 : at + 2] and words[at + 1].low == "that":
        return False
    if speaks_next(words, at + 1, end):
        return True
    if words[at].low not in ("but", "yet"):
        return False
    shifted = {"would", "had", "could", "might", "was", "were", "should"}
    return "past" in cue.tags and not any(w.low in shifted for w in words[at + 1 : at + 9])


def speaks_next(words: Words, at: int, end: int) -> bool:
    """Whether a finite cue with its own subject stands in the next words, as in ``and the army denied it``."""
    for here in range(at + 1, min(at + 9, end)):
        if words[here].text in ",;":
            return False
        if words[here].low in group("irregular") or (
            is_auxiliary(words[here]) and words[here].low not in ("has", "have", "did", "does")
        ):
            return False
        plain = {"base"} if words[here - 1].low in ("they", "we", "others", "many", "some") else set()
        if any(
            tags & ({"past", "third"} | plain) for cue, tags in lexicon().verbs.get(words[here].low, ()) if not cue.rest
        ):
            before = words[here - 1]
            return not (before.low in group("determiners") or before.possessive or before.low in group("prepositions"))
    return False


def returns_to_teller(words: Words, at: int, cue: CueAt) -> bool:
    """``said ... and called for ...``: a joined cue verb of the same form goes on with the teller."""
    here = at + 1
    while here < len(words) and here - at < 4 and (is_adverb(words[here]) or words[here].low == "has"):
        here += 1
    if here >= len(words) or words[here].quote >= 0:
        return False
    tags = {tag for _, found in lexicon().verbs.get(words[here].low, ()) for tag in found}
    if cue.cue.kind == "noun":
        return "past" in tags
    if (
        any(w.low in ("had", "has", "have") for w in words[cue.last : at])
        and "part" in tags
        and words[at + 1].low not in ("has", "have", "had")
    ):
        return False
    ours = cue.tags - {"part", "base"} if "third" in cue.tags or "past" in cue.tags else cue.tags
    return bool(tags & ours) and not (here + 1 < len(words) and words[here + 1].low in ("by",))


def nominal_ends(words: Words, at: int, first: int, cue: CueAt) -> bool:
    """Whether a phrase as content ends before word ``at``."""
    word = words[at]
    if word.text == ",":
        return not is_list(words, at, first) and not is_inserted(words, at, cue)
    if word.low in group("phrase_stops") and word.kind == "word":
        return not (word.low == "by" and "rest" not in cue.cue.frames)
    if word.time and word.low in ("yesterday", "today"):
        return True
    if word.low in ("on", "last", "earlier", "early", "late") and any(
        w.time for w in words[at + 1 : at + (3 if word.low != "on" else 2)]
    ):
        return True
    if word.low == "and" and at + 1 < len(words):
        nxt = words[at + 1]
        return is_strong_verb(words, at + 1) or (
            nxt.low.endswith("ed")
            and at + 2 < len(words)
            and (opens_phrase(words[at + 2]) or words[at + 2].low in group("prepositions"))
        )
    return (
        word.low in ("in", "at")
        and any(w.low in group("settings") for w in words[at + 1 : at + 5])
        and "rest" not in cue.cue.frames
    )


def is_inserted(words: Words, comma: int, cue: CueAt) -> bool:
    """``charged two men, Ilves and Amsel, with fraud``: what is said of them stands behind their names."""
    return any(
        words[at - 1].text == "," and words[at].low in cue.cue.needs - {"a", "an", "the", "adj"}
        for at in range(comma + 1, min(comma + 15, len(words)))
    )


def is_list(words: Words, comma: int, first: int) -> bool:
    """Whether the comma stands in a list (``oil, gas and coal``) or before a relative clause."""
    rest = words[comma + 1 : comma + 8]
    if rest and rest[0].low in ("which", "whose"):
        return True
    for at, word in enumerate(rest):
        if word.low in ("and", "or") and at > 0:
            return (
                comma + 2 + at < len(words)
                and not is_verb(words, comma + 2 + at)
                and not opens_phrase(words[comma + 2 + at])
            )
        if word.text in ".;:" or is_verb(words, comma + 1 + at):
            return False
    return False


def with_quote(scene: Scene, span: Span | None) -> tuple[Span, ...]:
    """A content with the rest of a quotation that goes on behind the sentence."""
    if span is None:
        return ()
    for quote in scene.quotes:
        if span.start <= quote.start < span.stop < quote.stop:
            return (Span(span.start, quote.stop),)
    return (span,)


def noun_that(words: Words, first: int) -> bool:
    """``claims that ...``: a noun that takes the clause itself."""
    return any(
        w.low == "that" and words[first + n - 1].low in lexicon().nouns
        for n, w in enumerate(words[first : first + 5])
        if n
    )


def has_verb(words: Words, first: int, loose: bool = False) -> bool:
    """Whether a finite verb stands behind the word ``first`` that no ``and`` joins to the cue."""
    relative = False
    skipped = first
    for at in range(first + (0 if loose else 1), min(first + 40, len(words))):
        word = words[at]
        inserted = word.low == "which" or (word.low == "who" and words[at - 1].text == ",")
        if not loose and inserted and at > first + 1:
            # "assumed a new post, in which she advises ...": the verb of a relative clause is not the clause's.
            skipped = next((i for i in range(at, len(words)) if words[i].text == ","), len(words))
        if at < skipped:
            continue
        if word.text in ";:" or (word.text == "," and not loose and at - first < 2):
            return False
        relative = relative or word.low in ("who", "which", "that")
        if is_verb(words, at):
            return loose or not (
                words[at - 1].low in ("and", "or", "to", "who", "which", "that")
                or (relative and at - first < 6 and at + 3 > len(words))
            )
        if not loose and at > first and third_person(words, at):
            return True
    return loose


def third_person(words: Words, at: int) -> bool:
    """A word that looks like a verb in the present: behind a pronoun, or in -s before a determiner or ``to``."""
    word, before = words[at], words[at - 1]
    if before.low in ("he", "she", "it", "they", "we", "i", "you") and word.kind == "word":
        return True
    nxt = words[at + 1].low if at + 1 < len(words) else ""
    base = any("base" in tags for _, tags in lexicon().verbs.get(word.low, ()))
    if base and before.low.endswith("s") and not before.possessive and nxt in ("to", "that"):
        return True  # "palace aides plan to burn the files"
    ending = word.low.endswith("s") and not word.possessive and not word.capital
    return (
        ending
        and before.low not in group("prepositions")
        and (nxt in group("determiners") or nxt in ("to", "that", "not"))
    )


def clear_clause(words: Words, first: int) -> bool:
    """``denied it had sold arms``: a subject with its auxiliary right behind."""
    for at in range(first + 1, min(first + 7, len(words))):
        if is_auxiliary(words[at]) or words[at].low in group("pasts"):
            return words[at - 1].low not in ("who", "which", "that", "and") and not any(
                w.low in ("who", "which", "that") for w in words[first:at]
            )
        if words[at].kind == "mark" or (words[at].low in group("prepositions") and at == first + 1):
            return False
    return False


def infinitive_end(words: Words, first: int, cue: CueAt) -> int:
    """Where an infinitive ends: also before a clause with a subject of its own (``, and his rival left``)."""
    end = content_end(words, first, cue)
    for at in range(first, end - 2):
        if words[at].text == "," and words[at + 1].low in ("and", "but"):
            nxt = words[at + 2]
            if (opens_phrase(nxt) or nxt.capital) and any(is_verb(words, i) for i in range(at + 3, min(at + 8, end))):
                return at
    return end


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name or a single word."""
    inner = span.of(text)
    return len(inner.split()) >= 4 or inner[-2:-1] in (",", ".", "!", "?")


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame found; ``hole`` is the parenthesis that stands in somebody else's content."""

    cue: CueAt
    content: tuple[Span, ...]
    rule: str
    source: Span | None = None
    act: str | None = None
    hole: Span | None = None
    at: Span | None = None


def subject_of(scene: Scene, cue: CueAt) -> Phrase | None:
    """The subject of a finite cue verb; of a participle the subject of the clause before it."""
    first = cue.group.first
    if "ing" in cue.tags and not cue.group.auxiliaries and first and scene.words[first - 1].kind != "mark":
        if scene.words[first - 1].low in group("beginnings"):
            return subject_left(scene.words, verb_group(scene.words, first - 1).first)  # "have begun urging"
        noun = antecedent(scene.words, first)  # "published reports alleging that ..."
        if noun is not None and noun[0] and is_cue(scene.words, noun[0] - 1):
            return subject_left(scene.words, verb_group(scene.words, noun[0] - 1).first)  # "emailed voters saying"
        return noun
    if first > 1 and scene.words[first].low.endswith("ing") and scene.words[first - 1].text == ",":
        parts = split_commas(scene.words, 0, first - 1)  # "held a rally, refusing to concede"
        return clause_of(scene.words, parts) or subject_left(scene.words, first)
    return subject_left(scene.words, first)


def behind(scene: Scene, cue: CueAt) -> Complement | None:
    """What follows the cue."""
    frames = cue.cue.frames
    addressed = bool(frames & {"tell", "ask"})
    return complement(scene.words, cue.last, addressed, bool(frames & {"inf", "ask"}))


def is_finite(cue: CueAt) -> bool:
    """A form that has a subject: no bare participle, no passive."""
    if cue.group.passive and "ing" not in cue.tags:
        return False
    return bool(cue.tags & {"past", "third", "base"}) or bool(cue.group.auxiliaries)
