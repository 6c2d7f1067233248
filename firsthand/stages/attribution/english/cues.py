"""Where the cues of English stand: a form counts as a verb or noun by its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.stages.attribution.english.complements import is_infinitive
from firsthand.stages.attribution.english.contents import CueAt
from firsthand.stages.attribution.english.left import subject_left
from firsthand.stages.attribution.english.lexicon import Cue, is_past, lexicon
from firsthand.stages.attribution.english.verbs import Group, verb_group
from firsthand.stages.attribution.english.words import (
    MAX_CUES,
    OPENING,
    Words,
    group,
    is_adverb,
    is_auxiliary,
    is_contracted,
)


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
    """Whether a preposition belongs to the verb: no time behind it, no infinitive after ``agree to``."""
    if cue.frames <= {"quote", "that"}:
        return True
    if last >= len(words) or words[last].time or (words[last].kind == "mark" and words[last].text not in OPENING):
        return False
    if cue.rest[-1] == "with" and any(w.low == "that" for w in words[last : last + 6]):
        return False  # "agreed with the premier that ..."
    return cue.rest[-1] != "to" or "ask" in cue.frames or not is_infinitive(words, last - 1)


def verbal(words: Words, at: int, found: Group) -> bool:
    """Whether the word stands where a verb stands."""
    if found.auxiliaries or found.infinitive or at == 0:
        return not found.infinitive or found.first < at
    before = words[at - 1]
    counted = before.text[:1].isdigit() and not before.time and words[at].low.endswith("ed")
    if counted or is_noun_form(words, at):
        return False  # "271 pledged votes"
    if at > 1 and before.low in group("alone") and words[at - 2].low == "the":
        return True  # "the two suggested"
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
    if before.low in group("carriers") or is_past(before.low):
        return False
    if before.low in ("by", "before", "after") and words[at].low.endswith("ing"):
        return opens_reported(words, at)
    if before.low == "as":
        return words[at].low.endswith(("ed", "ing")) or words[at].low in ("told", "written", "forecast")
    return not (
        before.possessive or before.low in group("pronouns.possessive") - {"her"} or before.low in group("prepositions")
    )


def is_noun_form(words: Words, at: int) -> bool:
    """``Most states have``, ``his latest remarks will``: a form in -s or bare that its neighbours make a noun."""
    if words[at].low not in group("noun_forms") or at + 1 >= len(words):
        return False
    nxt = words[at + 1]
    counted = words[at - 1].low in group("alone") or words[at - 1].low.partition("-")[0] in group("numerals")
    return (is_auxiliary(nxt) and not is_contracted(nxt)) or (counted and nxt.low.endswith("ed"))


def opens_reported(words: Words, at: int) -> bool:
    """``by saying he``, ``after adding that``: a clause or quotation for certain, not as in ``by adding salt``."""
    near = words[at + 1 : at + 4]
    opener = any(w.low in group("pronouns.subject") or w.low in ("that", ":") for w in near)
    return opener or bool(near and near[0].text in OPENING)


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
    if words[phrase[0]].low in ("a", "an", "every", "each") and all(w.low != "of" for w in words[slice(*phrase)]):
        return False  # "A news report": no plural, unlike "a number of members"
    return any(is_plural(words, i) for i in range(phrase[0], phrase[1])) and words[at - 1].low not in group(
        "prepositions"
    )


def is_plural(words: Words, at: int) -> bool:
    """A plural noun or pronoun, or two nouns joined."""
    low = words[at].low
    if low in ("news", "politics"):
        return False
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
