"""Finds attributions in English reports by word order: for each cue the first frame that fits gives content and source.

English tells by position what Ukrainian and Russian tell by case, so it has geometry of its own
(``english_phrases.py``) over words without morphology (``english_words.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from firsthand.records import Attribution, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.english_phrases import (
    OPENING,
    SUBORDINATORS,
    Complement,
    Group,
    Phrase,
    Words,
    addressee_at,
    clause_of,
    complement,
    ends_source,
    is_infinitive,
    is_subject_like,
    leads_to_time,
    over_preposition,
    phrase_right,
    split_commas,
    subject_left,
    verb_group,
)
from firsthand.stages.attribution.english_words import (
    FINAL,
    MAX_CUES,
    Cue,
    find_quotes,
    group,
    is_adverb,
    is_auxiliary,
    is_strong_verb,
    is_verb,
    lexicon,
    make_words,
    opens_phrase,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its paragraph's quotations, the sentence before it, and the whole quotation that may follow it."""

    text: str
    words: Words
    quotes: tuple[Span, ...]
    previous: Span | None = None
    following: Span | None = None
    title: bool = False


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


# --- spans -------------------------------------------------------------------------------------------


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


# --- where a content ends ------------------------------------------------------------------------------


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
        if word.text in "–—" and at + 1 < end and is_cue_tail(words, at + 1):
            return at
        if nominal and nominal_ends(words, at, first, cue):
            return at
    return end


def opens_subordinate(words: Words, cue: int) -> bool:
    """``While the ministry denies it, ...``: the cue's own clause is subordinate and its comma ends the content."""
    return bool(words) and words[0].low in SUBORDINATORS | {"despite"} and not any(w.text == "," for w in words[:cue])


def turns_away(words: Words, comma: int, end: int, cue: CueAt) -> bool:
    """Whether behind a comma the teller goes on: another cue's participle, a contrast, another speaker."""
    at = comma + 1
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


def is_cue_tail(words: Words, at: int) -> bool:
    """``adding that``, ``saying``, ``citing``: a participle of a cue."""
    found = lexicon().verbs.get(words[at].low, ())
    return any("ing" in tags and cue.frames & {"that", "quote", "rest", "ask", "cite"} for cue, tags in found)


def contrast(words: Words, at: int, end: int, cue: CueAt) -> bool:
    """Whether a contrast leaves the source's words: another one speaks, or the tense is no longer that of reported speech."""
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
        if any(tags & {"past", "third"} for cue, tags in lexicon().verbs.get(words[here].low, ()) if not cue.rest):
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


NOMINAL_STOPS = frozenset(
    [
        "after",
        "before",
        "when",
        "while",
        "because",
        "although",
        "though",
        "since",
        "until",
        "if",
        "where",
        "following",
        "amid",
        "despite",
        "during",
        "whereas",
        "unless",
        "by",
    ]
)


def nominal_ends(words: Words, at: int, first: int, cue: CueAt) -> bool:
    """Whether a phrase as content ends before word ``at``."""
    word = words[at]
    if word.text == ",":
        return not is_list(words, at, first)
    if word.low in NOMINAL_STOPS and word.kind == "word":
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
        word.low in ("in", "at", "to")
        and at + 1 < len(words)
        and ends_source(words, at)
        and "rest" not in cue.cue.frames
        and word.low != "to"
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


# --- cues ----------------------------------------------------------------------------------------------


def find_cues(words: Words) -> Iterator[CueAt]:
    """Every cue of the sentence, left to right."""
    known = lexicon()
    kinds = ((known.predicates, predicate_cue), (known.verbs, verb_cue), (known.nouns, noun_cue))
    at = number = 0
    while at < len(words) and number < MAX_CUES:
        low = words[at].low
        found = phrase_cue(words, at) if low in known.phrases else None
        if found is None and words[at].kind == "word":
            found = next(filter(None, (make(words, at) for table, make in kinds if low in table)), None)
        if found is not None:
            number += 1
            yield found
        at = found.last if found is not None else at + 1


def phrase_cue(words: Words, at: int) -> CueAt | None:
    """A word group at ``at``; a possessive may stand for the ``*`` in it, and is the source."""
    for cue in lexicon().phrases[words[at].low]:
        rest = words[at + 1 : at + 1 + len(cue.rest)]
        if len(rest) < len(cue.rest):
            continue
        star = next((at + 1 + n for n, part in enumerate(cue.rest) if part == "*"), None)
        if all(
            part == w.low or (part == "*" and w.low in group("pronouns.possessive"))
            for part, w in zip(cue.rest, rest, strict=True)
        ):
            last = at + 1 + len(cue.rest)
            return CueAt(at, last, at, cue, frozenset(), Group(at, at), (star, star + 1) if star is not None else None)
    return None


def verb_cue(words: Words, at: int) -> CueAt | None:
    """A verb at ``at`` that is no noun and no adjective by its neighbours; the longest phrasal verb wins."""
    if words[at].capital and at > 0 and not words[at].text.isupper():
        return None
    found = verb_group(words, at)
    if not verbal(words, at, found):
        return None
    for cue, tags in lexicon().verbs[words[at].low]:
        last = at + 1 + len(cue.rest)
        if tuple(w.low for w in words[at + 1 : last]) != cue.rest or not counts_here(words, cue, tags, found):
            continue
        if cue.rest and cue.rest[-1] in ("on", "to", "for", "with", "of") and not phrasal(words, last, cue):
            continue
        return CueAt(found.cue, last, at, cue, tags, found)
    return None


def phrasal(words: Words, last: int, cue: Cue) -> bool:
    """Whether a preposition belongs to the verb: no time or place of speaking behind it, no infinitive after ``agree to``."""
    if cue.frames <= {"quote", "that"}:
        return True
    if last >= len(words) or words[last].time or (words[last].kind == "mark" and words[last].text not in OPENING):
        return False
    return cue.rest[-1] != "to" or "ask" in cue.frames or not is_infinitive(words, last - 1)


def verbal(words: Words, at: int, found: Group) -> bool:
    """Whether the word stands where a verb stands."""
    if found.auxiliaries or found.infinitive or at == 0:
        return not found.infinitive or found.first < at
    before = words[at - 1]
    if before.low in group("determiners") and before.low not in (
        "all",
        "both",
        "many",
        "some",
        "several",
        "most",
        "others",
        "this",
        "that",
        "each",
    ):
        return False
    if before.low in group("carriers") or is_past_form(before.low):
        return False
    if before.low == "as":
        return words[at].low.endswith(("ed", "ing")) or words[at].low in ("told", "written", "forecast")
    return not (
        before.possessive or before.low in group("pronouns.possessive") - {"her"} or before.low in group("prepositions")
    )


def is_past_form(low: str) -> bool:
    """``repeated``, ``said``: behind a cue in the past the next word is no verb."""
    return any("past" in tags for _, tags in lexicon().verbs.get(low, ()))


def counts_here(words: Words, cue: Cue, tags: frozenset[str], found: Group) -> bool:
    """Whether the form and its auxiliaries make a statement that somebody made."""
    if (cue.only_negated and not found.negated) or (found.negated and cue.negated == ""):
        return False
    if found.infinitive and not found.negated:
        return False
    if found.modal in group("hypothetical") and not found.negated:
        return False
    if (
        "base" in tags
        and not tags & {"past"}
        and not found.auxiliaries
        and not found.negated
        and found.first == found.cue
        and not after_to(words, found)
    ):
        return plural_before(words, found.first)
    return not ("third" in tags and not tags & {"past", "base"} and found.first > 0 and plural_only(words, found.first))


def after_to(words: Words, found: Group) -> bool:
    """``went on to say``."""
    return words[found.first].low in group("phases") or words[found.first].low in group("refusals")


def plural_before(words: Words, first: int) -> bool:
    """Whether a plural subject can end before word ``first``: a base form needs one."""
    at = first
    while at > 0 and (is_adverb(words[at - 1]) or words[at - 1].time or words[at - 1].text == ","):
        at -= 1
    phrase = subject_left(words, first)
    if phrase is None:
        return False
    return any(is_plural(words, i) for i in range(phrase[0], phrase[1])) and words[at - 1].low not in group(
        "prepositions"
    )


def is_plural(words: Words, at: int) -> bool:
    """A plural noun or pronoun, or two nouns joined."""
    low = words[at].low
    if low in ("they", "we", "i", "you", "and", "others", "some", "many", "most", "several", "both") or low in group(
        "people"
    ):
        return True
    return (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and words[at].kind == "word"
    )


def plural_only(words: Words, first: int) -> bool:
    """Whether the word before is surely a plural, so that a form in -s is a noun: ``police reports``, ``his calls``."""
    before = words[first - 1]
    return before.low in ("police", "media", "news", "they", "we", "i", "these", "those")


def noun_cue(words: Words, at: int) -> CueAt | None:
    """A noun that takes a clause or an infinitive."""
    cue = lexicon().nouns[words[at].low]
    if at and words[at - 1].low in ("no", "in") and cue.lemma in ("doubt", "order"):
        return None
    return CueAt(at, at + 1, at, cue, frozenset(), Group(at, at))


def predicate_cue(words: Words, at: int) -> CueAt | None:
    """``is confident that``: an adjective behind a form of be."""
    found = verb_group(words, at)
    if not found.passive or found.modal in group("hypothetical"):
        return None
    cue = lexicon().predicates[words[at].low]
    return CueAt(found.cue, at + 1, at, cue, frozenset(("past",)), found)


# --- frames --------------------------------------------------------------------------------------------


def subject_of(scene: Scene, cue: CueAt) -> Phrase | None:
    """The subject of a finite cue verb; of a participle the subject of the clause before it."""
    return subject_left(scene.words, cue.group.first)


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


def clause_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``said (on Tuesday) that ...``, ``told reporters ...``, ``did not say whether ...``, ``said the bridge was closed``."""
    if (
        cue.cue.kind not in ("verb", "predicate")
        or not cue.cue.frames & {"that", "clause"}
        or (cue.group.passive and cue.cue.kind == "verb" and "ing" not in cue.tags)
    ):
        return None
    source = subject_of(scene, cue)
    found = behind(scene, cue)
    if source is None or found is None or not clausal(scene.words, found, cue):
        return None
    if (
        found.kind == "that"
        and found.addressee is None
        and "ask" in cue.cue.frames
        and "tell" not in cue.cue.frames
        and cue.cue.lemma == "ask"
    ):
        return None
    content = with_quote(scene, span_of(scene.words, found.first, content_end(scene.words, found.first, cue)))
    return Found(cue, content, "clause", source_span(scene.words, source)) if content else None


def clausal(words: Words, found: Complement, cue: CueAt) -> bool:
    """Whether the complement is a clause; a bare one has a verb of its own behind its subject."""
    if found.kind == "that":
        return end_of(words) - found.first > 1 and has_verb(words, found.first, loose=True)
    if found.kind == "question":
        return (
            words[found.first].low in ("whether", "why", "how", "what", "if")
            or cue.group.negated
            or cue.cue.act == "direct"
            or found.addressee is not None
        )
    if found.kind == "bare" and "that" not in cue.cue.frames:
        return False
    if found.kind == "bare" and words[found.first].low == "that":
        return True
    if (
        found.kind != "bare"
        or found.first + 1 >= len(words)
        or (cue.cue.kind == "predicate" and not opens_phrase(words[found.first]))
    ):
        return False
    if noun_that(words, found.first):
        return False
    if words[found.first].low in group("empty") and words[found.first + 1].low in (
        "and",
        "to",
        "in",
        "of",
        "about",
        ",",
    ):
        return False
    return (
        "obj" not in cue.cue.frames and "rest" not in cue.cue.frames and has_verb(words, found.first)
    ) or clear_clause(words, found.first)


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
    for at in range(first + (0 if loose else 1), min(first + 40, len(words))):
        word = words[at]
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
    """A word that looks like a verb in the present: behind a pronoun, or in -s before a determiner, ``to`` or ``that``."""
    word, before = words[at], words[at - 1]
    if before.low in ("he", "she", "it", "they", "we", "i", "you") and word.kind == "word":
        return True
    nxt = words[at + 1].low if at + 1 < len(words) else ""
    ending = word.low.endswith("s") and not word.possessive and not word.capital
    return (
        ending
        and before.low not in group("prepositions")
        and (nxt in group("determiners") or nxt in ("to", "that", "not"))
    )


def clear_clause(words: Words, first: int) -> bool:
    """``denied it had sold arms``: a subject with its auxiliary right behind."""
    for at in range(first + 1, min(first + 7, len(words))):
        if is_auxiliary(words[at]):
            return words[at - 1].low not in ("who", "which", "that", "and") and not any(
                w.low in ("who", "which", "that") for w in words[first:at]
            )
        if words[at].kind == "mark" or (words[at].low in group("prepositions") and at == first + 1):
            return False
    return False


def infinitive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``promised to resign``, ``urged residents to leave``, ``called on the state to pay``; the addressee stays out."""
    if cue.cue.kind not in ("verb", "predicate") or not cue.cue.frames & {"inf", "ask"}:
        return None
    if cue.group.passive and cue.cue.kind == "verb" and "ing" not in cue.tags:
        return None
    found = behind(scene, cue)
    if found is None or found.kind != "inf" or (found.addressee is None and "inf" not in cue.cue.frames):
        return None
    if cue.cue.lemma == "refuse" and scene.words[found.first + 1].low == "comment":
        return None
    source = subject_of(scene, cue)
    content = span_of(scene.words, found.first, infinitive_end(scene.words, found.first, cue))
    frame = "inf" if found.addressee is None else "ask"
    if source is None or content is None:
        return None
    return Found(cue, (content,), "infinitive", source_span(scene.words, source), cue.cue.acts.get(frame))


def infinitive_end(words: Words, first: int, cue: CueAt) -> int:
    """Where an infinitive ends: also before a clause with a subject of its own (``, and his rival left``)."""
    end = content_end(words, first, cue)
    for at in range(first, end - 2):
        if words[at].text == "," and words[at + 1].low in ("and", "but"):
            nxt = words[at + 2]
            if (opens_phrase(nxt) or nxt.capital) and any(is_verb(words, i) for i in range(at + 3, min(at + 8, end))):
                return at
    return end


def quote_behind_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``said: “...”``, ``told Radio Steppe, “...”``."""
    if cue.cue.kind != "verb" or not cue.cue.frames & {"quote", "that", "tell"} or cue.group.passive:
        return None
    found = behind(scene, cue)
    if found is None or found.kind not in ("colon", "quote"):
        return None
    words = scene.words
    at = words[found.first - 1].stop if found.kind == "colon" else words[found.first].start
    quote = next((q for q in scene.quotes if at <= q.start <= at + 2), None)
    source = subject_of(scene, cue)
    if source is None or (quote is None and found.kind == "quote"):
        return None
    content = quote or span_of(words, found.first, end_of(words))
    if quote is not None and not is_speech(scene.text, quote):
        content = span_of(words, found.first, content_end(words, found.first, cue))
    return (
        Found(cue, spans(content, after_quote(scene, content)), "colon", source_span(words, source))
        if content
        else None
    )


def after_quote(scene: Scene, content: Span | None) -> Span | None:
    """The quotation that makes the whole of the next sentence, where this content ends in a quotation too."""
    if content is None or scene.following is None:
        return None
    return None if any(q.overlaps(scene.following) and q.overlaps(content) for q in scene.quotes) else None


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name or a single word."""
    inner = span.of(text)
    return len(inner.split()) >= 4 or inner[-2:-1] in (",", ".", "!", "?")


def tail_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``“...,” X said``, ``..., said X``, ``..., the report says, ...``: the content stands before the cue."""
    if cue.cue.kind != "verb" or not cue.cue.frames & {"quote", "paren"} or not is_finite(cue) or cue.group.negated:
        return None
    placed = tail_left(scene, cue) or tail_right(scene, cue)
    if placed is None:
        return None
    begin, source, after = placed
    stop = tail_stop(scene.words, after, cue)
    if stop is None:
        return None
    return tail_content(scene, cue, begin, stop, source)


def tail_left(scene: Scene, cue: CueAt) -> tuple[int, Phrase, int] | None:
    """``, X said``: where the tail begins, its source, and the word behind the cue."""
    source = subject_left(scene.words, cue.group.first)
    if source is None or source[0] == 0 or not behind_mark(scene.words, source[0]):
        return None
    return source[0], source, cue.last


def tail_right(scene: Scene, cue: CueAt) -> tuple[int, Phrase, int] | None:
    """``, said X``; the content may go on behind a comma."""
    if (
        cue.group.first == 0
        or not behind_mark(scene.words, cue.group.first)
        or cue.group.auxiliaries
        or cue.cue.rest
        or ("tell" in cue.cue.frames and cue.cue.lemma != "warn")
    ):
        return None
    source = phrase_right(scene.words, cue.last)
    return (cue.group.first, source, source[1]) if source is not None else None


def behind_mark(words: Words, at: int) -> bool:
    """Whether a comma, a dash or the end of a quotation stands before word ``at``."""
    before = words[at - 1]
    return (
        before.text in ",–—?!"
        or (before.text in "-" and before.stop < words[at].start)
        or (before.text in '”»"’' and before.quote >= 0)
    )


def tail_stop(words: Words, at: int, cue: CueAt) -> int | None:
    """One past the tail: a comma or the sentence's end behind adverbs, times, places and an addressee; None where more follows."""
    end = end_of(words)
    if "tell" in cue.cue.frames and at < end and words[at].kind == "word" and not words[at].time:
        phrase = phrase_right(words, at)
        at = phrase[1] if phrase is not None else at
    for _ in range(30):
        if at >= end:
            return end
        word = words[at]
        if word.text in ",–—;-":
            return at
        if word.text in OPENING or word.text in "”»":
            return at
        if word.low in ("when", "after", "as", "while", "before", "because", "since", "until") and word.kind == "word":
            return at
        if word.time or is_adverb(word) or leads_to_time(words, at):
            at += 1
        elif word.low in group("prepositions") and not is_subject_like(words, at):
            at = over_preposition(words, at, len(words))
        else:
            return None
    return None


def tail_content(scene: Scene, cue: CueAt, begin: int, stop: int, source: Phrase) -> Found | None:
    """The content around a tail: a quotation of any length before it, or the clause; with what goes on behind it."""
    words = scene.words
    edge = words[begin].start
    quote = next((q for q in reversed(scene.quotes) if q.stop <= edge), None)
    hole = Span(words[begin - 1].start if words[begin - 1].text == "," else edge, words[min(stop, len(words)) - 1].stop)
    named = source_span(words, source)
    if (
        quote is not None
        and not scene.text[quote.stop : edge].strip(" ,–—-\u00a0")
        and (is_speech(scene.text, quote) or quote.start > words[0].start)
    ):
        left = Span(min(words[0].start, quote.start) if quote.start > words[0].start else quote.start, quote.stop)
        right = quote_goes_on(scene, words[min(stop, len(words)) - 1].stop) or (
            scene.following if stop >= end_of(words) else None
        )
        return Found(cue, spans(left, right), "quote", named, hole=hole)
    first = clause_begin(words, begin)
    body = span_of(words, first, begin)
    if (
        body is None
        or "paren" not in cue.cue.frames
        or not (
            begin - first > 6
            or has_verb(words[:begin], first, loose=False)
            or stop < end_of(words)
            or headline_like(words)
        )
    ):
        return None
    whole = has_verb(words[:begin], first, loose=False)
    right = span_of(words, stop, content_end(words, stop + 1, cue)) if goes_on(words, stop, whole) else None
    return Found(cue, spans(body, right), "parenthesis", named, hole=hole)


def headline_like(words: Words) -> bool:
    """A line without a final stop: a headline."""
    return bool(words) and words[-1].text[0] not in FINAL


def quote_goes_on(scene: Scene, at: int) -> Span | None:
    """The second half of an interrupted quotation."""
    for quote in scene.quotes:
        if quote.start >= at and not scene.text[at : quote.start].strip(" ,.:–—-"):
            return quote
    return None


def clause_begin(words: Words, begin: int) -> int:
    """The first word of the clause before a tail: the sentence's, or behind the last semicolon."""
    return next((at + 1 for at in range(begin - 1, 0, -1) if words[at].text == ";"), 0)


def goes_on(words: Words, stop: int, whole: bool) -> bool:
    """Whether the content goes on behind the tail's comma, rather than the teller; a whole clause does so only joined."""
    if stop + 1 >= end_of(words) or words[stop].text != ",":
        return False
    nxt = words[stop + 1]
    if nxt.low == "including":
        return True
    if whole and nxt.low not in ("and", "or", "because", "if"):
        return False
    if (
        (nxt.low.endswith("ing") and len(nxt.low) > 5)
        or nxt.low in group("relatives")
        or nxt.low in ("but", "while", "whereas", "as", "after", "when", "according", "citing", "although", "though")
    ):
        return False
    return not (nxt.low == "and" and speaks_next(words, stop + 2, len(words)))


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``As the Ledger reported earlier, ...``, ``As reported by X, ...``."""
    words = scene.words
    lead = next((at for at in range(0, min(cue.group.first, 3)) if words[at].low == "as"), None)
    if (
        lead is None
        or cue.cue.kind != "verb"
        or not cue.cue.frames & {"paren", "quote", "that"}
        or cue.first - lead > 14
    ):
        return None
    source, at = as_source(scene, cue, lead)
    comma = next((i for i in range(at, min(at + 20, len(words))) if words[i].text == ","), None)
    if comma is None or any(is_strong_verb(words, i) for i in range(at, comma)):
        return None
    content = span_of(words, comma + 1, content_end(words, comma + 1, cue))
    return Found(cue, (content,), "as", source_span(words, source)) if content else None


def as_source(scene: Scene, cue: CueAt, lead: int) -> tuple[Phrase | None, int]:
    """The source of ``as X said`` or ``as reported by X``, and the word behind it."""
    words = scene.words
    if cue.group.first - lead > 1:
        return ((lead + 1, cue.group.first) if not is_auxiliary(words[lead + 1]) else None), cue.last
    by = next((i for i in range(cue.last, min(cue.last + 5, len(words))) if words[i].low == "by"), None)
    source = phrase_right(words, by + 1, fronted=True) if by is not None else None
    return source, source[1] if source else cue.last


def phrase_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``According to X, ...``, ``..., according to X, ...``, ``In his words, ...``, ``..., citing X``."""
    if cue.cue.kind != "phrase":
        return None
    words = scene.words
    before = words[cue.first - 1] if cue.first else None
    fronted = cue.first == 0 or (not any(is_verb(words, i) for i in range(cue.first)) and cue.first < 4)
    source = cue.source or phrase_right(words, cue.last, fronted)
    if source is None:
        return None
    after = max(cue.last, source[1])
    if fronted and (
        before is None or before.text == "," or before.low in group("adversatives") | group("coordinators")
    ):
        comma = next((i for i in range(after, min(after + 25, len(words))) if words[i].text == ","), None)
        if comma is None:
            return back_reference(scene, cue, source)
        content = with_quote(scene, span_of(words, comma + 1, content_end(words, comma + 1, cue)))
        return (
            Found(
                cue, content, "phrase", source_span(words, source), hole=Span(words[cue.first].start, words[comma].stop)
            )
            if content
            else None
        )
    return inner_phrase(scene, cue, source, after)


def inner_phrase(scene: Scene, cue: CueAt, source: Phrase, after: int) -> Found | None:
    """A word group inside or at the end of the sentence: the content stands around it."""
    words = scene.words
    if cue.first < 3 and words[0].low in ("that's", "this", "that", "it"):
        return back_reference(scene, cue, source)
    first = clause_begin(words, cue.first)
    left = span_of(words, first, cue.first)
    stop = tail_stop(words, after, cue)
    whole = has_verb(words[: cue.first], first, loose=False)
    right = (
        span_of(words, stop, content_end(words, stop + 1, cue))
        if stop is not None and goes_on(words, stop, whole)
        else None
    )
    begin = words[cue.first - 1].start if words[cue.first - 1].text == "," else words[cue.first].start
    hole = Span(begin, words[(after if stop is None else min(stop, len(words))) - 1].stop)
    return Found(cue, spans(left, right), "phrase", source_span(words, source), hole=hole) if left else None


def back_reference(scene: Scene, cue: CueAt, source: Phrase) -> Found | None:
    """``That's according to X.``: the content is the sentence before."""
    if scene.previous is None:
        return None
    return Found(cue, (scene.previous,), "about-this", source_span(scene.words, source))


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``She said this in an interview``, ``This was announced by the mayor``: the content is the sentence before."""
    if cue.cue.kind != "verb" or scene.previous is None or "that" not in cue.cue.frames or cue.group.negated:
        return None
    words = scene.words
    if cue.last < len(words) and words[cue.last].low in ("this", "so") and is_finite(cue):
        nxt = words[cue.last + 1] if cue.last + 1 < len(words) else None
        if nxt is None or nxt.kind == "mark" or nxt.low in group("prepositions") or nxt.time or is_adverb(nxt):
            source = subject_of(scene, cue)
            return Found(cue, (scene.previous,), "about-this", source_span(words, source)) if source else None
    if (
        cue.group.passive
        and cue.group.first == 1
        and words[0].low in ("this", "it")
        and cue.last < len(words)
        and words[cue.last].low == "by"
    ):
        source = phrase_right(words, cue.last + 1)
        return Found(cue, (scene.previous,), "about-this", source_span(words, source)) if source else None
    return None


def passive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``It is reported that``, ``was told that``, ``were ordered to``, ``was denied by X``, ``is said to have fled``."""
    if cue.cue.kind != "verb" or not cue.group.passive or "part" not in cue.tags:
        return None
    words = scene.words
    found = complement(words, cue.last, False, True)
    if found is not None and found.kind == "that" and cue.cue.frames & {"that"} and found.first - cue.last < 12:
        return passive_clause(scene, cue, found)
    if found is not None and found.kind == "inf" and found.first == cue.last:
        return passive_infinitive(scene, cue, found)
    by = cue.last if cue.last < len(words) and words[cue.last].low == "by" else None
    if cue.group.negated and cue.cue.negated == "doubt" and "obj" in cue.cue.frames:
        source = phrase_right(words, by + 1) if by is not None else None
        subject = subject_left(words, cue.group.first)
        return Found(cue, spans(source_span(words, subject)), "passive", source_span(words, source))
    if (by is not None and cue.cue.frames & {"obj"}) or cue.cue.lemma == "accuse":
        return passive_object(scene, cue, by)
    return None


def passive_clause(scene: Scene, cue: CueAt, found: Complement) -> Found | None:
    """``It was announced by the mayor that ...``; without an agent nobody is named."""
    words = scene.words
    agent = next((i for i in range(cue.last, found.first) if words[i].low == "by"), None)
    source = phrase_right(words, agent + 1) if agent is not None else None
    content = with_quote(scene, span_of(words, found.first, content_end(words, found.first, cue)))
    return Found(cue, content, "passive", source_span(words, source)) if content else None


def passive_infinitive(scene: Scene, cue: CueAt, found: Complement) -> Found | None:
    """``Drivers were urged to stay``: only the infinitive; ``is said to have fled``: the subject too."""
    words = scene.words
    content = span_of(words, found.first, content_end(words, found.first, cue))
    if "ask" in cue.cue.frames and content is not None and cue.cue.lemma != "require":
        return Found(cue, (content,), "passive", None, cue.cue.acts.get("ask"))
    raised = words[cue.verb].low in group("raised")
    subject = subject_left(words, cue.group.first) if raised else None
    if subject is None or content is None or words[found.first + 1].low not in ("have", "be"):
        return None
    return Found(cue, spans(source_span(words, subject), content), "raised", None)


def passive_object(scene: Scene, cue: CueAt, by: int | None) -> Found | None:
    """``The report was denied by the ministry``; ``was accused (by X) of fraud``."""
    words = scene.words
    source = phrase_right(words, by + 1) if by is not None else None
    if cue.cue.lemma == "accuse":
        of = next((i for i in range(cue.last, min(cue.last + 15, len(words))) if words[i].low == "of"), None)
        if of is not None and source is not None and source[1] > of:
            source = (source[0], of)
        content = span_of(words, of + 1, content_end(words, of + 1, cue, nominal=True)) if of is not None else None
        return Found(cue, (content,), "passive", source_span(words, source)) if content else None
    subject = subject_left(words, cue.group.first)
    if source is None or subject is None:
        return None
    return Found(cue, spans(source_span(words, subject)), "passive", source_span(words, source))


def nominal_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``denied any role``, ``accused the firm of fraud``, ``called for a strike``: the content is a phrase."""
    if cue.cue.kind != "verb" or not cue.cue.frames & {"obj", "rest"} or not nominal_form(cue):
        return None
    words = scene.words
    first = object_at(words, cue)
    bare = "ing" in cue.tags and not cue.group.auxiliaries
    source = clause_source(scene, cue) if bare else subject_of(scene, cue)
    if first is None or source is None:
        return None
    if cue.cue.frames & {"rest"} and "obj" not in cue.cue.frames and not said_of(words, cue, first):
        return None
    clause = "raise" in cue.cue.frames and any(w.low == "to" for w in words[first : first + 20])
    content = with_quote(scene, span_of(words, first, content_end(words, first, cue, nominal=not clause)))
    return Found(cue, content, "nominal", source_span(words, source)) if content else None


def addressed_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``warned the West against sending missiles``, ``asked them for help``: an addressee, then the content as a phrase."""
    prepositions = {"tell": ("of", "about", "against"), "ask": ("for",)}
    wanted = {p for frame, ps in prepositions.items() if frame in cue.cue.frames for p in ps}
    words = scene.words
    if (
        cue.cue.kind != "verb"
        or not wanted
        or not is_finite(cue)
        or cue.last >= len(words)
        or words[cue.last].kind == "mark"
    ):
        return None
    at = next((i for i in range(cue.last + 1, min(cue.last + 8, len(words) - 1)) if words[i].low in wanted), None)
    if at is None or any(words[i].kind == "mark" or is_verb(words, i) or words[i].time for i in range(cue.last, at)):
        return None
    phrase, source = addressee_at(words, cue.last), subject_of(scene, cue)
    content = span_of(words, at + 1, content_end(words, at + 1, cue, nominal=True))
    if phrase is None or source is None or content is None or words[cue.last].low in group("prepositions"):
        return None
    return Found(
        cue, (content,), "addressed", source_span(words, source), "direct" if words[at].low == "against" else None
    )


def nominal_form(cue: CueAt) -> bool:
    """A finite form, or a participle in -ing behind a comma."""
    return is_finite(cue) or "ing" in cue.tags


def object_at(words: Words, cue: CueAt) -> int | None:
    """The first word of the object, over an adverb; None where a mark, a preposition or a verb follows."""
    at = cue.last
    while at < len(words) and is_adverb(words[at]) and words[at].low not in ("both", "all", "there"):
        at += 1
    if at >= len(words) or at - cue.last > 3:
        return None
    word = words[at]
    if (
        word.time
        or word.low == "to"
        or word.low in SUBORDINATORS
        or (is_strong_verb(words, at) and word.low not in ("having", "being"))
    ):
        return None
    if word.kind == "mark" and word.text not in OPENING and word.text not in "$€£#":
        return None
    if word.low in group("prepositions") and not is_subject_like(words, at):
        return None
    return (
        None
        if word.low in ("itself", "himself", "herself", "themselves", "him", "them", "me")
        and cue.cue.lemma in ("describe", "reject", "dismiss", "order")
        else at
    )


# Verbs that say something of a person or thing only with a further word: "called it a lie", "blamed the floods on the mine".
PREDICATED = {
    "call": ("a", "an", "the", "adj"),
    "accuse": ("of",),
    "blame": ("for", "on"),
    "consider": ("as", "adj"),
    "label": ("as", "a", "an", "adj"),
    "brand": ("as", "a", "adj"),
    "dub": ("a", "the", "adj"),
    "hail": ("as",),
    "suspect": ("of",),
}


def said_of(words: Words, cue: CueAt, first: int) -> bool:
    """Whether what is said of the object stands behind it: ``called the charge absurd``, not ``called the police``."""
    wanted = PREDICATED.get(cue.cue.lemma)
    if wanted is None:
        return True
    end = content_end(words, first, cue, nominal=True)
    rest = words[first + 1 : end]
    if any(w.low in wanted for w in rest[:25]) or any(w.text in OPENING and w.quote >= 0 for w in words[first:end]):
        return True
    return (
        "adj" in wanted
        and bool(rest)
        and (
            predicative(rest[-1].low)
            or (words[first].low in ("it", "this", "him", "her", "them") and cue.cue.lemma != "call")
        )
    )


def predicative(low: str) -> bool:
    """A word that can end in an adjective's ending."""
    return low.endswith(
        ("ous", "ful", "ible", "able", "urd", "ic", "al", "less", "ive", "ent", "ant", "ed", "ors", "ing", "ish", "lse")
    )


def noun_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``the ministry's claim that ...``, ``a statement by X that ...``, ``repeated his promise to ...``."""
    if cue.cue.kind != "noun":
        return None
    words = scene.words
    by, at = agent_of(words, cue)
    if at >= len(words):
        return None
    if words[at].low == "that" and "that" in cue.cue.frames and at + 2 < len(words) and is_clause_noun(words, cue, at):
        first = at + 1
    elif words[at].low == "to" and "inf" in cue.cue.frames and is_infinitive(words, at):
        first = at
    else:
        return None
    if cue.first > 1 and words[cue.first - 1].low in ("a", "an") and words[cue.first - 2].text == ",":
        return None
    end = min(content_end(words, first, cue), subject_end(words, cue, first))
    content = with_quote(scene, span_of(words, first, end))
    source = by or owner(scene, cue)
    if source is None and words[first].low == "to":
        return None
    return Found(cue, content, "noun", source_span(words, source)) if content else None


def subject_end(words: Words, cue: CueAt, first: int) -> int:
    """Where the content of a noun ends that is itself the subject: at the verb of the sentence."""
    if any(is_verb(words, i) for i in range(cue.first)):
        return len(words)
    own = 1 if words[first - 1].low == "that" else 0
    for at in range(first + 1, len(words)):
        if (
            is_verb(words, at)
            and words[at - 1].low not in ("that", "who", "which", "to", "and", "not")
            and not is_auxiliary(words[at - 1])
        ):
            if not own:
                return at - 1 if is_adverb(words[at - 1]) else at
            own -= 1
    return len(words)


def is_clause_noun(words: Words, cue: CueAt, that: int) -> bool:
    """Whether ``that`` opens a clause and is no relative pronoun: a subject stands before the verb."""
    nxt = words[that + 1]
    if is_verb(words, that + 1) or (is_adverb(nxt) and that + 2 < len(words) and is_verb(words, that + 2)):
        return False
    return has_verb(words, that + 1, loose=False) or (
        has_verb(words, that + 1, loose=True)
        and cue.cue.lemma not in ("report", "statement", "plan", "charge", "order")
    )


def agent_of(words: Words, cue: CueAt) -> tuple[Phrase | None, int]:
    """``by X``, ``from X`` behind the noun, and the word behind that."""
    at = cue.last
    if at < len(words) and words[at].low in ("by", "from", "of"):
        phrase = phrase_right(words, at + 1)
        if phrase is not None:
            return phrase, phrase[1]
    return None, at


def owner(scene: Scene, cue: CueAt) -> Phrase | None:
    """A possessive before the noun, or the subject of the verb that carries it."""
    words = scene.words
    at = cue.first
    while (
        at > 0
        and cue.first - at < 4
        and not is_past_form(words[at - 1].low)
        and not is_adverb(words[at - 1])
        and not opens_phrase(words[at - 1])
        and not words[at - 1].possessive
        and words[at - 1].low not in group("carriers")
    ):
        at -= 1
    if at > 0 and words[at - 1].low in group("pronouns.possessive"):
        return at - 1, at
    if at > 0 and words[at - 1].possessive:
        return possessor(words, at)
    if at > 0 and opens_phrase(words[at - 1]):
        at -= 1
    if at > 0 and words[at - 1].low in group("carriers"):
        subject = subject_left(words, verb_group(words, at - 1).first)
        return subject if subject and words[subject[0]].low != "there" else None
    return None


def possessor(words: Words, at: int) -> Phrase | None:
    """``the coach's``, ``the prime minister's``."""
    first = at - 1
    while first > 0 and at - first < 8:
        word = words[first - 1]
        if (
            word.kind != "word"
            or is_verb(words, first - 1)
            or is_adverb(word)
            or word.low in group("prepositions")
            or word.low in lexicon().verbs
            or word.low in ("and", "that")
        ):
            break
        first -= 1
        if opens_phrase(word):
            break
    return first, at


def participle_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``..., adding that ...``, ``..., saying: ...``: the source is the subject of the clause before."""
    if cue.cue.kind != "verb" or "ing" not in cue.tags or cue.group.auxiliaries or cue.first == 0:
        return None
    words = scene.words
    if words[cue.first - 1].text not in ",–—" and words[cue.first - 1].low not in ("and", "before", "by", "while"):
        return None
    found = behind(scene, cue)
    if found is None:
        return None
    content = participle_content(scene, cue, found)
    if not content:
        return None
    return Found(
        cue,
        content,
        "participle",
        source_span(words, clause_source(scene, cue)),
        cue.cue.acts.get("ask") if found.kind == "inf" else None,
    )


def participle_content(scene: Scene, cue: CueAt, found: Complement) -> tuple[Span, ...]:
    """The content behind a participle."""
    words = scene.words
    if found.kind in ("colon", "quote"):
        at = words[found.first - 1].stop if found.kind == "colon" else words[found.first].start
        return spans(next((q for q in scene.quotes if at <= q.start <= at + 2), None))
    if found.kind == "inf" and not (cue.cue.frames & {"inf"} or found.addressee is not None):
        return ()
    if found.kind == "inf" or clausal(words, found, cue):
        return with_quote(scene, span_of(words, found.first, content_end(words, found.first, cue)))
    return ()


def clause_source(scene: Scene, cue: CueAt) -> Phrase | None:
    """The subject of the first finite cue before a participle; else of the clause."""
    earlier = [c for c in find_cues(scene.words[: cue.first]) if c.cue.kind == "verb" and is_finite(c)]
    if earlier:
        last = earlier[0]
        left, right = tail_left(scene, last), tail_right(scene, last)
        return left[1] if left else right[1] if right else subject_of(scene, last)
    return clause_of(scene.words, split_commas(scene.words, 0, cue.first)) or subject_left(scene.words, cue.first)


def quoted_as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``quoted the envoy as saying that ...``: one attribution to who quotes."""
    if cue.cue.lemma != "quote" or cue.group.passive:
        return None
    words = scene.words
    at = next(
        (
            i
            for i in range(cue.last + 1, min(cue.last + 25, len(words) - 1))
            if words[i].low == "as" and words[i + 1].low == "saying"
        ),
        None,
    )
    source = subject_of(scene, cue)
    if at is None or source is None:
        return None
    return Found(cue, as_saying(scene, cue, at) or said_before(scene, source), "quoted", source_span(words, source))


def said_before(scene: Scene, source: Phrase | None) -> tuple[Span, ...]:
    """The quotation before ``, X quoted Y as saying``."""
    if source is None or source[0] == 0:
        return ()
    edge = scene.words[source[0]].start
    quote = next((q for q in reversed(scene.quotes) if q.stop <= edge), None)
    return (quote,) if quote is not None and not scene.text[quote.stop : edge].strip(" ,–—-") else ()


def as_saying(scene: Scene, cue: CueAt, at: int) -> tuple[Span, ...]:
    """What follows ``as saying``."""
    words = scene.words
    first = at + 3 if at + 2 < len(words) and words[at + 2].low in ("that", ":", ",") else at + 2
    return with_quote(scene, span_of(words, first, content_end(words, first, cue)))


def saying_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``quoted the envoy as saying``, ``was quoted by X as saying``: one attribution to who is quoted."""
    words = scene.words
    if cue.cue.lemma != "say" or "ing" not in cue.tags or cue.first < 3 or words[cue.first - 1].low != "as":
        return None
    verb = next(
        (
            i
            for i in range(cue.first - 2, max(cue.first - 25, -1), -1)
            if words[i].low in ("quoted", "cited", "quotes", "quoting")
        ),
        None,
    )
    if verb is None:
        return None
    found = verb_group(words, verb)
    source: Phrase | None = subject_left(words, found.first) if found.passive else phrase_right(words, verb + 1)
    if not found.passive and words[verb + 1].low in ("him", "her", "them"):
        source = verb + 1, verb + 2
    if source is not None and source[1] > cue.first - 1:
        source = source[0], cue.first - 1
    before = subject_left(words, found.first) if not found.passive else source
    return Found(
        cue, as_saying(scene, cue, cue.first - 1) or said_before(scene, before), "quoted", source_span(words, source)
    )


FRAMES: tuple[tuple[str, Callable[[Scene, CueAt], Found | None]], ...] = (
    ("about-this", about_this_frame),
    ("phrase", phrase_frame),
    ("saying", saying_frame),
    ("quoted", quoted_as_frame),
    ("as", as_frame),
    ("passive", passive_frame),
    ("quote and parenthesis", tail_frame),
    ("participle", participle_frame),
    ("infinitive", infinitive_frame),
    ("clause", clause_frame),
    ("colon", quote_behind_frame),
    ("addressed", addressed_frame),
    ("nominal", nominal_frame),
    ("noun", noun_frame),
)


def apply_frames(scene: Scene, cue: CueAt) -> Found | None:
    """The first frame that fits the cue; a form that may be a noun gets a second look as one."""
    for _, frame in FRAMES:
        found = frame(scene, cue)
        if found is not None and found.content:
            return found
    low = scene.words[cue.verb].low
    if cue.cue.kind == "verb" and low in lexicon().nouns:
        again = noun_cue(scene.words, cue.verb)
        return noun_frame(scene, again) if again is not None else None
    return None


# --- headlines -----------------------------------------------------------------------------------------


def headline(scene: Scene) -> Found | None:
    """``Regulator: airline hid failures``, ``Border to reopen – Reuters``."""
    words = scene.words
    if not scene.title or not words or (words[-1].text[0] in FINAL and words[-1].text != "?"):
        return None
    return headline_colon(words) or headline_dash(words)


def headline_colon(words: Words) -> Found | None:
    """A short source before the first colon."""
    at = next((i for i, w in enumerate(words[:7]) if w.text == ":"), None)
    if (
        at is None
        or at == 0
        or len(words) - at < 4
        or not words[0].capital
        or any(w.kind != "word" for w in words[:at])
    ):
        return None
    label = " ".join(w.low for w in words[:at])
    if label in group("labels") or words[0].low in group("labels") or not speaks_in_headline(words[:at]):
        return None
    content = span_of(words, at + 1, len(words))
    return mark_found(words, at, (0, at), content)


def speaks_in_headline(words: Words) -> bool:
    """A name of a few capitalised words, or people and bodies by a common noun: ``Regulator``, ``Two officials``."""
    if len(words) <= 3 and words[-1].low in group("tellers"):
        return True
    return len(words) <= 4 and all(
        w.capital and w.low not in group("prepositions") and not w.low.endswith(("ed", "ing")) for w in words
    )


def headline_dash(words: Words) -> Found | None:
    """A short source of capitalised words, or a medium, behind the last dash."""
    at = next(
        (
            i
            for i in range(len(words) - 2, max(len(words) - 7, 2), -1)
            if words[i].dash and words[i].start > words[i - 1].stop
        ),
        None,
    )
    if at is None or any(w.kind != "word" for w in words[at + 1 :]):
        return None
    named = all(w.capital or w.low in ("the", "of") for w in words[at + 1 :]) or words[-1].low in group("media")
    return mark_found(words, at, (at + 1, len(words)), span_of(words, 0, at)) if named else None


def mark_found(words: Words, at: int, source: Phrase, content: Span | None) -> Found | None:
    """An attribution whose cue is a mark."""
    if content is None:
        return None
    cue = CueAt(at, at + 1, at, Cue(words[at].text, "mark", "assert", frozenset()), frozenset(), Group(at, at))
    return Found(cue, (content,), "headline", source_span(words, source))


# --- the report ----------------------------------------------------------------------------------------


def paragraphs(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """Sentences that stand on one line of the page."""
    together: list[Sentence] = []
    for sentence in sentences:
        if together and "\n" in report.text[together[-1].span.stop : sentence.span.start]:
            yield together
            together = []
        together.append(sentence)
    if together:
        yield together


def scenes(report: Report, sentences: tuple[Sentence, ...], times: tuple[TimeExpression, ...]) -> Iterator[Scene]:
    """Every sentence that may hold a cue, with its paragraph's quotations and its neighbours."""
    previous: Span | None = None
    for number, together in enumerate(paragraphs(report, sentences)):
        quotes = find_quotes(report.text, together[0].span.start, together[-1].span.stop)
        for at, sentence in enumerate(together):
            near = tuple(q for q in quotes if q.overlaps(sentence.span)) if len(quotes) > 20 else quotes
            words = make_words(sentence, near, times)
            following = whole_quote(report.text, quotes, together, at + 1)
            yield Scene(report.text, words, quotes, previous, following, number == 0 and len(together) == 1)
            previous = span_of(words, 0, len(words))


def whole_quote(text: str, quotes: tuple[Span, ...], together: list[Sentence], at: int) -> Span | None:
    """The quotation that opens the next sentence and leaves no room there for a cue of its own."""
    if at >= len(together):
        return None
    start = together[at].span.start
    quote = next((q for q in quotes if q.start == start), None)
    if quote is None:
        return None
    stop = next((s.span.stop for s in together[at:] if s.span.stop >= quote.stop), quote.stop)
    return quote if not text[quote.stop : stop].strip(" .,") else None


def in_speech(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands inside quoted speech, where the speaker's own verbs do not count."""
    at = scene.words[cue.verb].start
    return any(q.start < at < q.stop - 1 and is_speech(scene.text, q) for q in scene.quotes)


def find_english(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> tuple[Attribution, ...]:
    """All attributions of an English report in the order of their cues; the speaker is left to the next stage.

    ``mentions`` are not asked: names are told by their capitals, which hold for English.
    """
    found: list[Attribution] = []
    for scene in scenes(report, sentences, times):
        top = headline(scene)
        cues = (cue for cue in find_cues(scene.words) if not in_speech(scene, cue))
        here = [f for f in (apply_frames(scene, cue) for cue in cues) if f is not None and not stipulates(scene, f)]
        here = with_cited(without_echoes(here))
        found += [to_attribution(scene, f, here) for f in ([top] if top else []) + here]
    return tuple(found)


def without_echoes(found: list[Found]) -> list[Found]:
    """``said in its report that ...``: the noun on the way to a verb's clause is no cue of its own."""
    told = {f.content[0].start for f in found if f.cue.cue.kind == "verb"}
    return [f for f in found if f.rule != "noun" or f.content[0].start not in told]


def stipulates(scene: Scene, found: Found) -> bool:
    """``The law says``: what a law lays down is nobody's word."""
    return found.source is not None and found.source.of(scene.text).lower().rpartition(" ")[2] in group("stipulating")


def with_cited(found: list[Found]) -> list[Found]:
    """``wrote X, citing Y``: what Y is cited for is the content that X tells."""
    told = [f for f in found if f.rule in ("parenthesis", "clause", "quote")]
    return [cited(f, told) if told and f.cue.cue.lemma in CITING else f for f in found]


def cited(found: Found, told: list[Found]) -> Found:
    """``citing Y`` with the content of the nearest telling before it, else behind it."""
    before = [f for f in told if f.cue.first < found.cue.first]
    return Found(found.cue, (before[-1] if before else told[0]).content, "citing", found.source, found.act, found.hole)


CITING = frozenset(("citing", "quoting", "with reference to", "referring to"))


def to_attribution(scene: Scene, found: Found, others: list[Found]) -> Attribution:
    """The record: contents without the parentheses of other cues, act and form decided."""
    content = found.content
    for other in others:
        if other is not found and other.hole is not None and not same_parenthesis(scene, found, other):
            content = cut_out(scene.text, content, other.hole)
    words = scene.words
    cue = Span(words[found.cue.first].start, words[found.cue.last - 1].stop)
    return Attribution(found.source, cue, content, act_of(found), form_of(scene, content), found.rule)


def same_parenthesis(scene: Scene, found: Found, other: Found) -> bool:
    """Whether one tells the other: then the outer content keeps the inner parenthesis."""
    own = scene.words[found.cue.verb].start
    hole = other.hole
    return hole is not None and (
        hole.start <= own < hole.stop
        or (
            found.hole is not None
            and found.hole.start > hole.start
            and found.rule != "citing"
            and other.cue.cue.lemma not in CITING
        )
    )


def cut_out(text: str, content: tuple[Span, ...], hole: Span) -> tuple[Span, ...]:
    """Contents without a parenthesis that tells who reports them."""
    parts: list[Span] = []
    for span in content:
        if not span.overlaps(hole):
            parts.append(span)
            continue
        parts += [trimmed(text, Span(span.start, hole.start))] if hole.start > span.start else []
        parts += [trimmed(text, Span(hole.stop, span.stop))] if hole.stop < span.stop else []
    return tuple(p for p in parts if p.start < p.stop) or content


def trimmed(text: str, span: Span) -> Span:
    """A span without spaces, commas and dashes at its ends."""
    start, stop = span.start, span.stop
    while start < stop and text[start] in " ,;–—-\n\u00a0":
        start += 1
    while stop > start and text[stop - 1] in " ,;–—-\n\u00a0":
        stop -= 1
    return Span(start, stop)


def act_of(found: Found) -> str:
    """The act: the frame's or the cue's own, changed by its negation."""
    cue = found.cue
    act = found.act or cue.cue.act
    if cue.group.negated and cue.first < cue.verb:
        return cue.cue.negated or {"assert": "doubt", "deny": "assert"}.get(act, act)
    return act


def form_of(scene: Scene, content: tuple[Span, ...]) -> str:
    """direct: all of it in quotation marks; mixed: part of it is; indirect: none."""
    if content and all(any(q.start <= c.start and c.stop <= q.stop for q in scene.quotes) for c in content):
        return "direct"
    partly = [q for q in scene.quotes if any(c.contains(q) for c in content) and quotes_words(scene.text, q)]
    return "mixed" if partly else "indirect"


def quotes_words(text: str, quote: Span) -> bool:
    """Whether a quotation inside a content quotes words, rather than setting off a name."""
    inner = quote.of(text).strip('«»“”„"‘’ ')
    return bool(inner) and (inner[0].islower() or len(inner.split()) > 3)
