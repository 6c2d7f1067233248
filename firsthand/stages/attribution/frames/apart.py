"""``Підсудний провини не визнає``: what looks like a part of the subject before the cue is what the cue takes."""

from __future__ import annotations

from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import clause_start, is_break, is_comma, last_word
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.frames.fronted import FRONTED, contiguous, stands_between
from firsthand.stages.attribution.objects import governed, object_start, opens_quote, preposition_end, prepositions
from firsthand.stages.attribution.phrases import fixed_end, phrase_at
from firsthand.stages.attribution.words import Line, cases_in


def apart(line: Line, cue: CueAt, subject: Phrase | None) -> tuple[Phrase, Phrase] | None:
    """A subject that ends at its cue, and the object or phrase that was taken for its end; None if all is its own.

    Only where nothing that the cue takes stands behind it: what follows is the clause's end, or what a thing is called.
    """
    if subject is None or subject.last - subject.first < 2 or subject.last > cue.first:
        return None
    end = contiguous(line, subject.last, cue.first)  # "обвинувачення [в підкупі] відкинули"
    between = line.between(end, cue.first)
    if not all(stands_between(line, w) for w in between) or not lacks_content(line, cue):
        return None
    if (phrase := with_preposition(line, cue, subject)) is not None:
        return subject.up_to(phrase.first - 1), phrase
    thing = as_object(line, cue, subject)
    return (subject.up_to(thing.first), thing.up_to(end)) if thing is not None else None


def lacks_content(line: Line, cue: CueAt) -> bool:
    """Whether nothing stands behind the cue that it may take."""
    at, joining = cue.last, line.group("coordinators")
    while at < last_word(line) and line.words[at].low not in joining:
        if (end := fixed_end(line, at)) is not None:
            at = end  # "не розкривав [жодного разу]"
        elif stands_between(line, line.words[at]) and not line.words[at].nouns:
            at += 1
        else:
            break
    if at >= last_word(line) or is_comma(line, at) or line.words[at].low in joining:
        return True
    if "rest" in cue.cue.frames:
        word = line.words[at]
        return opens_quote(line, at) or "ablt" in cases_in(word.adjectives | word.nouns)
    return is_break(line.words[at])


def with_preposition(line: Line, cue: CueAt, subject: Phrase) -> Phrase | None:
    """``Екологи [з версією] не згодні``: the phrase behind a preposition that the cue takes."""
    known = prepositions(line.language)
    for at in range(subject.head + 1, subject.last):
        for frame in (*FRONTED, "in"):
            first = preposition_end(line, at, known[frame]) if frame in cue.frames else None
            inner = governed(line, first, frame) if first is not None else None
            if inner is not None and inner.last == subject.last and inner.first == at + 1:
                return inner
    return None


def as_object(line: Line, cue: CueAt, subject: Phrase) -> Phrase | None:
    """``Підсудний [провини] не визнає``: the object, rather a noun for words than another."""
    takes = bool(cue.frames & {"obj", "rest"})
    if not (takes or cue.negated) or (cue.cue.weak and not cue.negated):
        return None
    cases = {cue.cue.case} if cue.cue.case else ({"accs", "gent"} if cue.negated else {"accs"})
    fitting = [p for at in range(subject.head + 1, subject.last) if (p := thing_at(line, at, subject)) is not None]
    things = [p for p in fitting if cases & p.cases()]
    told = lexicon(line.language).nouns.keys() | line.group("denied_things")
    # "міністр [охорони здоров'я] пояснив": what may be a genitive is one, but for words
    pointing = line.group("such|pointing_back")
    sure = [
        p
        for p in things
        if line.words[p.head].lemmas & told
        or (takes and ("gent" not in p.cases() or line.words[p.first].low in pointing))
    ]
    if not sure and "rest" in cue.cue.frames and stands_first(line, subject) and object_start(line, cue, None) is None:
        sure = things  # "У Кремлі [санкції] назвали незаконними": nothing else can be what is called so
    return next((p for p in sure if line.words[p.head].lemmas & told), next(iter(sure), None))


def stands_first(line: Line, subject: Phrase) -> bool:
    """Whether a subject opens its clause, with its preposition or without."""
    start = clause_start(line, subject.first)
    return start >= subject.first - 1 and all("PREP" in w.pos for w in line.between(start, subject.first))


def thing_at(line: Line, at: int, subject: Phrase) -> Phrase | None:
    """A thing at a word that ends where the subject does."""
    phrase = phrase_at(line, at)
    if phrase is None or phrase.animate or phrase.pronoun:
        return None
    if phrase.last != subject.last:  # "Анкара [підозри у демпінгу] заперечує"
        if contiguous(line, phrase.last, subject.last) != subject.last:
            return None
        phrase = phrase.up_to(subject.last)
    head = line.words[phrase.head]
    acting = line.group("bodies|acting|media")
    body = head.lemmas & acting and not head.lemmas & lexicon(line.language).nouns.keys()
    return None if body or head.capital else phrase
