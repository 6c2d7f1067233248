"""The subject of a verb: the nominative that agrees with it and can speak."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.clauses import (
    FINAL,
    chunks,
    clause_start,
    clear_parts,
    insertion_end,
    is_break,
    is_comma,
    spaced,
    starts_relative,
)
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.words import Form, Line, Word

REACH = 40


def subject_left(line: Line, cue: CueAt) -> Phrase | None:
    """The nearest nominative before the verb that agrees with it, over relative clauses and insertions."""
    end = min(cue.first, cue.verb)
    start = clause_start(line, end)
    verb = line.words[cue.verb]
    best = None
    for at, stop in clear_parts(line, start, end, verb):
        for kind, phrase in chunks(line, at, stop):
            if kind == "np" and is_subject(line, phrase, verb):
                best = phrase
    return with_apposition(line, best, cue.first) if best else None


def subject_right(line: Line, cue: CueAt) -> Phrase | None:
    """The first nominative behind the verb that agrees with it, before any complement."""
    verb = line.words[cue.verb]
    at = cue.last
    while at < min(len(line.words), cue.last + REACH):
        word = line.words[at]
        if (
            word.finite
            or "INFN" in word.pos
            or is_break(word)
            or (word.dash and spaced(line, at))
            or word.text[0] in FINAL
        ):
            return None
        if is_comma(line, at):
            after = insertion_end(line, at)
            if after is None:
                return None
            at = after
            continue
        step = next(iter(chunks(line, at, min(len(line.words), at + REACH))), None)
        if step is None or step[1].first > at:
            at += 1
            continue
        kind, phrase = step
        if kind == "np" and is_subject(line, phrase, verb):
            return with_trailing_apposition(line, person_behind(line, phrase, verb) or phrase)
        at = max(phrase.last, at + 1)
    return None


def antecedent(line: Line, cue: CueAt) -> Phrase | None:
    """``експерт, який заявив``: the relative pronoun is the subject, so the noun before its comma is the source."""
    if any(r.pos == "PRTF" for r in line.words[cue.verb].readings) and is_comma(line, cue.first - 1):
        return phrase_ending(line, cue.first - 1)
    for at in range(cue.first - 1, max(cue.first - 6, 0), -1):
        word = line.words[at]
        if word.text == "," or word.finite:
            return None
        if (
            word.low in line.group("relatives")
            and "nomn" in {f[0] for f in word.adjectives | word.nouns}
            and is_comma(line, at - 1)
        ):
            return phrase_ending(line, at - 1)
    return None


def agrees(form: frozenset[Form], verb: Word, person: bool) -> bool:
    """Whether a nominative fits the verb; a post of masculine gender takes a feminine verb when a woman holds it."""
    numbers = {n for c, n, _ in form if c == "nomn"}
    if not numbers:
        return False
    for reading in verb.readings:
        if reading.pos not in ("VERB", "PRTS", "ADJS", "ADJF"):
            continue
        g = reading.grammemes
        if g & {"1per", "2per", "impr", "Impe"}:
            continue
        if "plur" in g:
            if "plur" in numbers:
                return True
            continue
        gender = next((x for x in ("masc", "femn", "neut") if x in g), "")
        for case, number, own in form:
            if case != "nomn" or number != "sing":
                continue
            if not gender or not own or own == gender or (person and {own, gender} <= {"masc", "femn"}):
                return True
    return False


def is_subject(line: Line, phrase: Phrase, verb: Word) -> bool:
    """A nominative that agrees and can speak: no time, no ``це``."""
    head = line.words[phrase.head]
    if head.lemmas & line.group("collectives") and verb.has("plur") and "nomn" in phrase.cases():
        return True
    if (
        head.time
        or head.low in line.group("pronouns.this")
        or head.low in line.group("pronouns.possessive")
        or not agrees(phrase.forms, verb, phrase.animate)
    ):
        return False
    if head.mention_type == "PRO" and verb.lemmas & line.group("media_verbs"):
        return True
    return can_speak(line, phrase)


def text_of(line: Line, phrase: Phrase) -> str:
    """The words of a phrase."""
    return line.text[line.words[phrase.first].start : line.words[phrase.last - 1].stop]


def can_speak(line: Line, phrase: Phrase) -> bool:
    """People, names, bodies and documents can; a plain thing (``квитки``, ``локдаун``) cannot."""
    head = line.words[phrase.head]
    if head.mention_type in ("PRO", "EVT") and not is_medium(text_of(line, phrase), line.language):
        return False
    if phrase.animate or phrase.pronoun or head.mention >= 0 or head.has("anim"):
        return True
    if head.lemmas & (line.group("bodies") | line.group("documents") | line.group("media")):
        return True
    if head.text.isupper() or head.text.isascii() or not head.nouns or head.text in '«“„"':
        return True
    if head.capital and head.at:
        return True
    return any(
        w.mention_type in ("ORG", "PER") and w.at <= phrase.head + 1 for w in line.between(phrase.first, phrase.last)
    )


def phrase_ending(line: Line, stop: int) -> Phrase | None:
    """The longest noun phrase that ends right before word ``stop``."""
    for kind, phrase in chunks(line, max(0, stop - 25), stop):
        if phrase.last == stop:
            return (
                phrase
                if kind == "np"
                else Phrase(phrase.first + 1, phrase.last, phrase.head, phrase.forms, phrase.animate, phrase.named)
            )
    return None


def with_apposition(line: Line, phrase: Phrase, verb: int) -> Phrase:
    """Take in what stands between the head noun and the verb in commas, and the noun before an apposition."""
    words = line.words
    if phrase.first >= 2 and is_comma(line, phrase.first - 1) and is_comma(line, phrase.last):
        for back in range(max(0, phrase.first - 10), phrase.first - 1):
            before = phrase_at(line, back)
            if before is not None and before.last == phrase.first - 1 and "nomn" in before.cases() and before.named:
                return Phrase(back, phrase.last, before.head, before.forms, before.animate, True)
    if is_comma(line, phrase.last) and phrase.last + 1 < verb and not starts_relative(line, phrase.last + 1):
        nxt = words[phrase.last + 1]
        close = next((i for i in range(phrase.last + 1, verb) if is_comma(line, i)), None)
        if close is not None and close == verb - 1 and nxt.adjectives and agree(phrase.forms, nxt.adjectives):
            return Phrase(phrase.first, close, phrase.head, phrase.forms, phrase.animate, phrase.named)
    return phrase


def person_behind(line: Line, phrase: Phrase, verb: Word) -> Phrase | None:
    """``розповів РИА "Новости" директор департаменту``: behind an undeclined medium the person is the subject."""
    if phrase.animate or phrase.last >= len(line.words) or line.words[phrase.head].mention_type == "PER":
        return None
    after = phrase_at(line, phrase.last)
    if after is None or not after.animate or after.pronoun or not is_subject(line, after, verb):
        return None
    return after


def with_trailing_apposition(line: Line, phrase: Phrase) -> Phrase:
    """``Зіта Сонді, директор лікарні``: a title behind the name, closed by a comma, a dash or the sentence."""
    if not is_comma(line, phrase.last):
        return phrase
    if line.words[phrase.head].lemmas & line.group("anonymous"):
        return with_described(line, phrase)
    if not phrase.named:
        return phrase
    title = phrase_at(line, phrase.last + 1)
    if (
        title is None
        or not title.animate
        or "nomn" not in title.cases()
        or line.words[title.head].capital
        or title.pronoun
    ):
        return phrase
    end = line.words[title.last] if title.last < len(line.words) else None
    if end is None or end.kind == "mark":
        return Phrase(phrase.first, title.last, phrase.head, phrase.forms, phrase.animate, phrase.named)
    return phrase


def with_described(line: Line, phrase: Phrase) -> Phrase:
    """``джерело, близьке до відомства``: what an anonymous source is said to be, up to the next mark."""
    nxt = line.words[phrase.last + 1] if phrase.last + 1 < len(line.words) else None
    if nxt is None or not agree(phrase.forms, nxt.adjectives):
        return phrase
    stop = next((i for i in range(phrase.last + 1, len(line.words)) if line.words[i].kind == "mark"), len(line.words))
    if any(w.finite for w in line.between(phrase.last + 1, stop)):
        return phrase
    return Phrase(phrase.first, stop, phrase.head, phrase.forms, phrase.animate, phrase.named)
