"""Whom a relative clause or a participle is about: the noun before its comma."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.appositions import phrase_ending
from firsthand.stages.attribution.clauses import chunks, is_comma
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.subjects import NOUN_REACH, RELATIVE_REACH, agrees, can_speak
from firsthand.stages.attribution.words import GENDERS, Line, Word

ANTECEDENT_REACH = 6


def antecedent(line: Line, cue: CueAt) -> Phrase | None:
    """``експерт, який заявив``: the relative pronoun is the subject, so the noun before its comma is the source."""
    if any(r.pos == "PRTF" for r in line.words[cue.verb].readings) and is_comma(line, cue.first - 1):
        named = named_by_relative(line, cue, cue.first - 1)
        return described_by(line, named, line.words[cue.verb]) if named is not None else None
    for word in reversed(line.between(max(1, cue.first - RELATIVE_REACH), cue.first)):
        if word.text == "," or word.finite:
            return None
        if (
            word.low in line.group("relatives")
            and is_comma(line, word.at - 1)
            and agrees(word.adjectives | word.nouns, line.words[cue.verb], True)
        ):
            return agreeing_before(line, word) or speaker_in(line, word, named_by_relative(line, cue, word.at - 1))
    return None


def speaker_in(line: Line, pronoun: Word, whole: Phrase | None) -> Phrase | None:
    """``позиція [Румунії], яка попередила``: of a thing and whose it is, both of one gender, who can speak."""
    if whole is None or can_speak(line, whole):
        return whole
    wanted = {form[1:] for form in pronoun.adjectives if form[0] == "nomn"}
    inner = (phrase_at(line, at, False) for at in range(whole.head + 1, whole.last))
    ending = (p for p in inner if p is not None and p.last == whole.last)
    fitting = (p for p in ending if {form[1:] for form in p.forms if form[0] == "gent"} & wanted)
    return next((p for p in fitting if can_speak(line, p)), whole)


def described_by(line: Line, phrase: Phrase, participle: Word) -> Phrase:
    """``забастовки [персонала], требующего прибавки``: of the nouns before a participle the one it agrees with."""
    if agree(phrase.forms, participle.adjectives):
        return phrase
    inner = (phrase_at(line, at, coordinate=False) for at in range(phrase.last - 1, phrase.first, -1))
    whole = (p for p in inner if p is not None and p.last == phrase.last and agree(p.forms, participle.adjectives))
    found = next(whole, phrase)
    first = found.first
    while first > phrase.first and is_one_name(line, first):
        first -= 1
    named = phrase_at(line, first, coordinate=False)
    return named if named is not None and named.last == phrase.last else phrase


def is_one_name(line: Line, at: int) -> bool:
    """``[Бориса] Гая, обраного``: whether the word before belongs to the name of the word at ``at``."""
    return line.words[at].mention >= 0 and line.words[at - 1].mention == line.words[at].mention


def agreeing_before(line: Line, pronoun: Word) -> Phrase | None:
    """``[група] під керівництвом мера, яка каже``: what agrees with the pronoun, where the nearest noun does not."""
    wanted = {form[1:] for form in pronoun.adjectives if form[0] == "nomn"}
    before = [p for _, p in chunks(line, max(0, pronoun.at - 1 - NOUN_REACH), pronoun.at - 1)]
    if not wanted or not before or any(number_of(p) & wanted for p in before[-1:]):
        return None
    comma = pronoun.at - 1 if is_comma(line, pronoun.at - 1) else pronoun.at - 2
    if (named := named_before(line, before[-1].first, comma, wanted)) is not None:
        return named
    for at in range(before[-1].first + 1, comma):
        inner = phrase_at(line, at, False)
        known = {form[1:] for form in inner.forms} if inner is not None else set()
        if inner is not None and inner.last == comma and known & wanted and can_speak(line, inner):
            return inner  # "адвокат [жінки], яка каже"
    found = next((p for p in reversed(before[:-1]) if number_of(p) & wanted), None)
    followed = found is not None and all("PREP" in line.words[p.first].pos for p in before if p.first > found.first)
    return found if found is not None and followed and "PREP" not in line.words[found.first].pos else None


def named_before(line: Line, first: int, comma: int, wanted: set[tuple[str, str]]) -> Phrase | None:
    """``слова [міністра Олени Верес], яка``: a name of the pronoun's gender before the comma, with its post."""
    name = comma - 1
    while name > first and is_one_name(line, name):
        name -= 1
    given = {form[1:] for form in line.words[name].nouns}
    if line.words[comma - 1].mention_type != "PER" or not line.words[name].has("Name") or not given & wanted:
        return None
    found, post = phrase_at(line, name, False), -1
    for at in range(name - 1, first - 1, -1):
        phrase = phrase_at(line, at, False)
        if phrase is None or phrase.last != comma or not phrase.animate or not can_speak(line, phrase):
            continue
        # "адвокат Марти Соловій, яка": hers; "противники міністра Олени Верес, яка": the minister.
        others = line.group("relational|kin")
        if line.words[phrase.head].lemmas & others or phrase.head >= name or post not in (-1, phrase.head):
            break
        found, post = phrase, phrase.head
    return found if found is not None and found.last == comma else None


def number_of(phrase: Phrase) -> set[tuple[str, str]]:
    """The numbers and genders that a phrase may stand in; an open gender is any."""
    known = {(number, gender) for _, number, gender in phrase.forms}
    return known | ({("sing", gender) for gender in GENDERS} if ("sing", "") in known else set())


def named_by_relative(line: Line, cue: CueAt, stop: int) -> Phrase | None:
    """Whom a relative clause is about: of ``протести колег, які`` the people, else the whole phrase before it."""
    verb = line.words[cue.verb]
    for at in range(stop - 1, max(stop - ANTECEDENT_REACH, -1), -1):
        phrase = phrase_at(line, at)
        if phrase is None or phrase.last != stop or not phrase.animate or phrase.named:
            continue
        numbers = {number for _, number, _ in phrase.forms}
        before = phrase_at(line, at - 1) if at else None
        longer = before is not None and before.last == stop and before.head == phrase.head
        if ("plur" in numbers) == verb.has("plur") and not longer:
            return phrase
    return phrase_ending(line, stop)
