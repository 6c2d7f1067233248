"""What others say beside what is told: ``40 % вважають, що ..., а 60 %, що ...``."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.words import Line, Word

# How many words behind a comma the verb of the others may stand.
LIKEWISE_REACH = 12
TENSES = frozenset(("past", "pres", "futr"))


def says_likewise(line: Line, comma: int, cue: CueAt) -> bool:
    """``40 % вважають, що ..., а 60 % [вважають], що ...``, ``тоді як мер сказав, що``: what others say beside it."""
    setting = line.group("coordinators") | line.group("adversatives")
    whiles = is_told_beside(line, comma + 1)
    if not whiles and not any(w.low in setting for w in line.between(comma + 1, comma + 2)):
        return False
    if "that" not in cue.cue.frames and not cue.impersonal:
        return False
    for word in line.between(comma + 2, comma + LIKEWISE_REACH):
        if tells_of_own(line, word):
            behind = word.at + 1 + begins_to_tell(line, word)
            told = word.at > comma + 2 and is_comma(line, behind)
            return told and (cue.impersonal or whiles or is_as_told(line, word, line.words[cue.verb]))
        if word.text in ",;:":
            return False
    return False


def begins_to_tell(line: Line, word: Word) -> bool:
    """``ринок [почав сподіватися], що``: a verb of phase, and what is begun is to say or to think."""
    begun = line.between(word.at + 1, word.at + 2) if word.lemmas & line.group("phase_verbs") else ()
    return any(w.infinitive and w.lemmas & lexicon(line.language).verbs.keys() for w in begun)


def tells_of_own(line: Line, word: Word) -> bool:
    """A finite verb, or a predicate that takes a clause: ``впевнений``."""
    known = lexicon(line.language).predicates
    return word.mention < 0 and (word.finite or bool(word.lemmas & known.keys()))


def is_as_told(line: Line, word: Word, verb: Word) -> bool:
    """Whether what others say stands beside a cue: the same verb, or another that takes a clause, in its tense."""
    if word.lemmas == verb.lemmas:
        return True
    found = lexicon(line.language)
    known = found.verbs.keys() | found.predicates.keys()
    tells = word.lemmas & known or begins_to_tell(line, word)
    return bool(tells and tenses(word) & tenses(verb))


def tenses(word: Word) -> frozenset[str]:
    """The tenses of a verb; a predicate without one stands in the present."""
    return (word.grammemes & TENSES if word.finite else frozenset()) or frozenset(("pres",))


def is_told_beside(line: Line, at: int) -> bool:
    """``..., у той час як противники ...``: behind the comma the report tells of somebody else."""
    words = " ".join(w.low for w in line.between(at, at + 5) if w.kind == "word")
    return any(words.startswith(whiles) for whiles in line.group("whiles"))
