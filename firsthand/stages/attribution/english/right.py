"""The noun phrase to the right: ``said Omar Belhadj, head of the commission``."""

from __future__ import annotations

from firsthand.stages.attribution.english.lexicon import is_cue, is_strong_verb, is_verb
from firsthand.stages.attribution.english.nouns import LONGEST, is_apposition, tidy
from firsthand.stages.attribution.english.words import (
    FINAL,
    OPENING,
    Phrase,
    Words,
    group,
    is_adverb,
    is_auxiliary,
    opens_phrase,
    short_quote,
)


def phrase_right(words: Words, first: int, fronted: bool = False) -> Phrase | None:
    """The noun phrase at ``first``: ``said Omar Belhadj, head of the fund``; ``fronted``: a comma ends it."""
    last = simple_right(words, first)
    if last == first:
        return None
    for _ in range(3):
        appositive = apposition_right(words, first, last, fronted)
        if appositive is None:
            break
        last = appositive
    return tidy(words, (first, last))


def simple_right(words: Words, first: int) -> int:
    """One past the noun phrase without appositions."""
    at = first
    while at < len(words) and at - first < LONGEST:
        word = words[at]
        if word.text == "(" and at > first:
            end = next((i for i in range(at, min(at + 12, len(words))) if words[i].text == ")"), None)
            if end is None:
                return at
            at = end + 1
            continue
        if word.text in OPENING or word.text in '”»"’':
            if not short_quote(words, at):
                return at
        elif (word.kind == "mark" and word.text not in "&%$€£-/.'#@") or word.text in FINAL:
            return at
        if at > first and ends_phrase(words, first, at):
            return at
        at += 1
    return at


def ends_phrase(words: Words, first: int, at: int) -> bool:
    """Whether the phrase that began at ``first`` ends before word ``at``."""
    word, before = words[at], words[at - 1]
    if (
        word.low in group("pronouns.subject")
        or is_auxiliary(word)
        or word.low in group("relatives")
        or word.low in group("clause_openers")
    ):
        return True
    if words[first].low in group("pronouns.subject") or (
        words[first].low in ("him", "them", "us", "me") and at == first + 1
    ):
        return True
    if words[first].low == "her" and at == first + 1 and (word.capital or word.low in ("that", "to")):
        return True  # "told her Kovach had left", unlike "by her staff"
    if word.time or (is_adverb(word) and word.low not in ("and", "first", "all", "both")):
        return word.low != "also" or True
    if word.low in group("negation"):
        return True
    if opens_phrase(word):
        return (
            before.low not in group("prepositions")
            and before.low not in ("and", "or", "all", "both", "to", "&", "than")
            and before.text not in ("$",)
        )
    if word.low == "by" and before.low.endswith(("ed", "seen", "written", "made")):
        return False
    if word.low in group("prepositions"):
        return word.low not in group("inner_prepositions") or ends_source(words, at)
    if word.low in ("and", "or"):
        return (
            at + 1 >= len(words)
            or is_verb(words, at + 1)
            or is_cue(words, at + 1)
            or words[at + 1].low in group("pronouns.subject")
        )
    return is_strong_verb(words, at) and before.low not in group("determiners")


def ends_source(words: Words, at: int) -> bool:
    """A preposition that leads from the source to when or where it spoke: ``on Tuesday``, ``in an interview``."""
    near = words[at + 1 : at + 5]
    if not near:
        return True
    if near[0].time or (near[0].low in group("calendar_leads") and len(near) > 1 and near[1].time):
        return True
    if words[at].low == "to":
        return not words[at - 1].low.startswith(
            ("close", "envoy", "ambassador", "adviser", "advisor", "representative", "aide")
        )
    return words[at].low in ("in", "on", "at", "to", "with") and any(w.low in group("settings") for w in near)


def apposition_right(words: Words, first: int, last: int, fronted: bool) -> int | None:
    """One past an apposition in commas behind the phrase; None where there is none."""
    if last + 1 >= len(words) or words[last].text != ",":
        return None
    start = last + 1
    end = next(
        (
            i
            for i in range(start, min(start + 22, len(words)))
            if words[i].text in ",;:)" or words[i].text in FINAL or words[i].text in DASHED
        ),
        None,
    )
    if end is None or not is_apposition(words, start, end) or (is_cue(words, start) and not opens_phrase(words[start])):
        return None
    if any(is_verb(words, i) for i in range(start, end)) or words[end - 1].low in group("coordinators"):
        return None
    names = [w for w in words[first:last] if w.capital]
    if fronted and (words[end].text != "," or end - start > 9 or not titled(words, start, end)):
        return None
    named_after = words[start].capital and words[end - 1].capital and end - start <= 4 and not fronted
    told = inside_titled(words, start, end, len(names))
    return end if told or (named_after and not names) else None


DASHED = frozenset("—–")


def inside_titled(words: Words, first: int, last: int, names: int) -> bool:
    """An apposition behind so many capitalised words: one alone takes only an age or an article."""
    if names == 1:
        return words[first].low in ("a", "an", "the") or words[first].low.isdigit()
    return names >= 2 and titled(words, first, last)


def titled(words: Words, first: int, last: int) -> bool:
    """An apposition that says who somebody is: ``head of the fund``, ``a teacher``, ``45``."""
    inside = words[first:last]
    return (
        inside[0].low in ("a", "an", "the", "its", "his", "her", "their")
        or inside[0].low.isdigit()
        or any(w.low in ("of", "at", "for", "in") for w in inside[:6])
    )
