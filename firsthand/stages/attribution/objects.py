"""Phrases that a cue takes behind it: an object, or a phrase behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_break, is_comma, last_word
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Line, Word

NOMINAL_REACH = 25


def nominal_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The first word of a nominal content behind the cue, by the frames that the cue takes."""
    if "rest" in cue.cue.frames:
        return object_start(line, cue, skip) or prepositional_start(line, cue, skip)
    return prepositional_start(line, cue, skip) or object_start(line, cue, skip)


def steps(line: Line, cue: CueAt, skip: Phrase | None) -> Iterator[Word]:
    """The words that may begin a nominal content: over the subject and prepositional phrases, to the clause's end."""
    at = cue.last
    while at < min(last_word(line), cue.last + NOMINAL_REACH):
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        word = line.words[at]
        if (is_break(word) and word.text not in "«“„") or is_comma(line, at) or (word.finite and not word.nouns):
            return
        yield word
        inner = (
            phrase_at(line, at + 1) if "PREP" in word.pos and word.mention < 0 and at + 1 < len(line.words) else None
        )
        at = inner.last if inner is not None else at + 1


PREPOSITIONS = {
    "about": frozenset(["про", "щодо", "о", "об", "обо"]),
    "on": frozenset(("на",)),
    "to": frozenset(["до", "к", "ко"]),
    "in": frozenset(["у", "в", "во"]),
    "with": frozenset(["з", "із", "зі", "с", "со"]),
    "for": frozenset(["за"]),
    "against": frozenset(["проти", "против"]),
    "from": frozenset(["від", "від", "от"]),
}

CASE_AFTER = {"about": {"accs", "loct", "gent"}, "on": {"loct", "accs"}, "to": {"gent", "datv"}, "in": {"loct", "accs"}, "with": {"ablt"},
              "for": {"accs", "ablt"}, "against": {"gent"}, "from": {"gent"}}  # fmt: skip


def prepositional_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The content behind a preposition that the cue takes: ``закликав до [миру]``; ``проти`` and ``за`` are part of it."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    for word in steps(line, cue, skip):
        for frame, prepositions in PREPOSITIONS.items():
            if frame in frames and word.low in prepositions and word.mention < 0:
                inner = phrase_at(line, word.at + 1)
                if (
                    inner is not None
                    and inner.cases() & CASE_AFTER[frame]
                    and not any(w.time for w in line.between(inner.first, inner.last))
                ):
                    return word.at if frame in ("for", "against") else behind_demonstrative(line, inner)
    return None


def behind_demonstrative(line: Line, phrase: Phrase) -> int:
    """The content of ``у тому, що ...`` begins behind the conjunction."""
    words = line.words
    if (
        words[phrase.first].low in line.group("demonstratives")
        and is_comma(line, phrase.last)
        and phrase.last + 2 < len(words)
    ):
        return phrase.last + 2
    return phrase.first


def object_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The content as an object: ``заперечують [угоду]``, with a negation before it."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if not frames & {"obj", "rest", "ins"} or (cue.cue.weak and not cue.negated):
        return None
    for word in steps(line, cue, skip):
        if word.time or ("PREP" in word.pos and word.mention < 0):
            continue
        phrase = phrase_at(line, word.at)
        if phrase is not None and is_object(cue, phrase, frames):
            before = line.words[phrase.first - 1]
            compared = line.words[phrase.first].low in COMPARED and before.low in line.group("negation")
            return phrase.first - 1 if compared else phrase.first
    return None


COMPARED = frozenset(["менее", "менш", "меньше", "більше", "более"])


def is_object(cue: CueAt, phrase: Phrase, frames: frozenset[str]) -> bool:
    """Whether a phrase can be the object: accusative (genitive behind a negation or a demand), or instrumental."""
    wanted: set[str] = set()
    if cue.cue.inanimate_object and phrase.animate:
        return False
    if frames & {"obj", "rest"} and cue.cue.case:
        wanted |= {cue.cue.case} | ({"accs"} if cue.cue.lemma.startswith("не ") else set())
    elif frames & {"obj", "rest"}:
        wanted |= {"accs"} | ({"gent"} if cue.negated or cue.cue.act in ("direct", "deny") else set())
    if "ins" in frames:
        wanted |= {"ablt"}
    return bool(wanted & phrase.cases())
