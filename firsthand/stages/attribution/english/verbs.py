"""The verb group: auxiliaries, negation, voice."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.stages.attribution.english.words import Words, group, is_adverb, is_auxiliary, is_contracted


@dataclass(frozen=True, slots=True)
class Group:
    """A cue verb with its auxiliaries: where the group begins, where the cue begins, what it is."""

    first: int
    cue: int
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    modal: str = ""
    auxiliaries: tuple[str, ...] = ()


def verb_group(words: Words, verb: int) -> Group:
    """The auxiliaries, negations and adverbs before a verb."""
    first = at = verb
    negation = -1
    auxiliaries: list[str] = []
    infinitive = False
    while at > 0 and verb - at < 9:
        before = words[at - 1]
        if before.low in group("negation") or before.low.endswith("n't") or before.low == "cannot":
            negation = first = at = at - 1
            if before.low not in group("negation"):
                auxiliaries.append(before.low)
        elif (is_auxiliary(before) and not before.capital) or (before.capital and at == 1 and is_auxiliary(before)):
            auxiliaries.append(before.low)
            first = at = at - 1
            if is_contracted(before):
                break
        elif before.low == "to" and at > 1 and words[at - 2].low in group("refusals"):
            negation = first = at = at - 2
            auxiliaries.append("to")
        elif before.low == "to" and at > 1 and after_phase(words, at - 1):
            first = at = at - 2 if words[at - 2].low != "on" else at - 3
            auxiliaries.append("to")
        elif before.low == "to":
            infinitive = True
            break
        elif is_adverb(before) and before.low != "and":
            at -= 1
        elif before.text == "," and at > 3 and words[at - 3].text == "," and is_adverb(words[at - 2]):
            at -= 3  # "has, however, shown"
        else:
            break
    negated = negation >= 0
    passive = bool(auxiliaries) and (
        auxiliaries[0] in group("be") or auxiliaries[0] in ("wasn't", "weren't", "isn't", "aren't")
    )
    modal = next((a for a in auxiliaries if a in group("modals")), "")
    return Group(first, first if negated else verb, negated, passive, infinitive, modal, tuple(auxiliaries))


def after_phase(words: Words, to: int) -> bool:
    """``went on to say``, ``continued to deny``."""
    before = words[to - 1].low
    return before in group("phases") or (before == "on" and to > 1 and words[to - 2].low in group("phases"))
