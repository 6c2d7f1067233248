"""``О необходимости ... заявил X``: the content is a phrase before the cue."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.clauses import (
    chunks,
    clause_start,
    is_break,
    is_comma,
    joins,
    last_word,
    spaced,
    span_of,
)
from firsthand.stages.attribution.cues import CueAt, find_cues
from firsthand.stages.attribution.heads import CLOSING, OPENING
from firsthand.stages.attribution.objects import (
    is_stance,
    is_what_happens,
    object_cases,
    opens_quote,
    preposition_end,
    prepositions,
)
from firsthand.stages.attribution.occasions import is_talk_there
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found
from firsthand.stages.attribution.sources import behind, source_span
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import PASSING, Line, Word

FRONT_REACH = 20
GAP = 4
# What may stand before a fronted phrase, with times: "Але ще торік проти угоди виступили ...".
LEADING = frozenset(("CONJ", "ADVB", "PRCL", "PREP"))
# Frames whose phrase may stand before the cue; of "against" the preposition is a part of what is said.
FRONTED = ("about", "with", "to", "against", "for", "on", "from")


def fronted(line: Line, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``О необходимости ... заявил X``: a phrase with its preposition at the start of the cue's clause."""
    if (told := asked_for(line, cue, subject) or which_is_denied(line, cue, subject)) is not None:
        return told
    start = fronted_start(line, cue, subject)
    phrase = fronted_phrase(line, start) if start is not None else None
    if start is None or phrase is None or phrase.last > cue.first or not (subject or needs_nobody(line, cue)):
        return None
    if subject is not None and any(w.low in line.group("relatives") for w in line.between(start, cue.first)):
        return None  # "каналу, на повідомлення якого посилається"
    stop = cue.first if subject is None or behind(cue, subject) or subject.last < start else subject.first
    if phrase.last > stop:
        return None
    first = start - 1 if line.words[start - 1].low in prepositions(line.language)["against"] else start
    owned = subject is not None and behind(cue, subject) is not None
    end = contiguous(line, phrase.last, stop, owned) if subject is not None else before_passing(line, phrase.last, stop)
    content = span_of(line, first, end)
    charged = line.words[start - 1].low in prepositions(line.language)["in"]
    timed = any(w.time or w.kind == "number" for w in line.between(start, stop))
    if charged and (timed or not is_near(line, end, stop)):
        return None  # "в период с мая обвинили многих"
    if content is None or (line.words[start].low in line.group("pronouns.this") and not contradicts(line, cue, start)):
        return None
    return Found(cue, (content,), "fronted", source_span(line, subject), subject, nominal=True)


def fronted_phrase(line: Line, start: int) -> Phrase | None:
    """The phrase behind the preposition, also one that a quotation begins: ``про [«майже готовий» міст]``."""
    phrase = phrase_at(line, start)
    if phrase is not None or not opens_quote(line, start):
        return phrase
    close, first = quote_end(line, start), line.words[start + 1]
    noun = phrase_at(line, close) if close < len(line.words) else None
    if noun is not None and agree(line.words[close - 2].adjectives or first.adjectives, noun.forms):
        return replace(noun, first=start)
    inner = phrase_at(line, start + 1)
    return replace(inner, first=start, last=close) if inner is not None else None


def quote_end(line: Line, at: int) -> int:
    """One past the quotation whose mark stands at word ``at``."""
    number = line.words[at].quote
    return next((w.at for w in line.words[at:] if w.quote != number), len(line.words))


def contradicts(line: Line, cue: CueAt, start: int) -> bool:
    """``З цим не згодні в мерії``, ``у це не вірять``: what the sentence before told, and somebody denies or doubts."""
    told = line.words[start - 1].low in line.group("about")
    return not told and (cue.cue.act in ("deny", "doubt") or cue.negated)


def before_passing(line: Line, last: int, stop: int) -> int:
    """Up to ``stop``, without the verb "to be", adverbs and times that stand there; no further than a mark."""
    stop = next((at for at in range(last, stop) if line.words[at].kind == "mark"), stop)
    while stop > last and (line.words[stop - 1].finite or says_when_or_how(line, stop - 1)):
        stop -= 1
    return stop


def says_when_or_how(line: Line, at: int) -> bool:
    """An adverb, a particle or a time."""
    word = line.words[at]
    return word.time or (stands_between(line, word) and not word.nouns)


def stands_between(line: Line, word: Word) -> bool:
    """An adverb, a particle, ``поки``, ``досі``."""
    return bool(word.pos & PASSING) or word.low in line.group("so_far")


def needs_nobody(line: Line, cue: CueAt) -> bool:
    """``Про аварію не повідомляється``, ``Про аварію було оголошено``, ``Про від'їзд не заявляв``."""
    verb = line.words[cue.verb]
    if any(w.low in line.group("as_says") for w in line.between(cue.first - 1, cue.first)):
        return False
    passive = ("PRTS" in verb.pos and verb.has("neut")) or verb.has("Impe")
    unsaid = verb.finite and (cue.impersonal or (cue.negated and verb.has("past")))
    return cue.cue.kind == "verb" and (passive or unsaid or is_people_talk(line, cue))


def is_people_talk(line: Line, cue: CueAt) -> bool:
    """``Про закриття порту заговорили торік``: in the plural without a subject it is people in general."""
    verb = line.words[cue.verb]
    if "about" not in cue.frames or not verb.finite or not verb.has("plur"):
        return False
    joined = any(w.finite and w.has("plur") for w in line.between(0, cue.first))  # its subject is the other verb's
    return not joined and not verb.grammemes & {"1per", "2per", "impr"}


def asked_for(line: Line, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``референдум, до якого закликають прихильники``: what the relative pronoun before the cue stands for."""
    comma = cue.first - 3
    if subject is None or behind(cue, subject) is None or not is_comma(line, comma):
        return None
    preposition, which = line.words[comma + 1 : cue.first]
    known = prepositions(line.language)
    frames = {frame for frame in FRONTED if frame in cue.frames and preposition.low in known[frame]}
    if not frames or which.low not in line.group("relatives"):
        return None
    things = [p for kind, p in chunks(line, max(0, comma - FRONT_REACH), comma) if kind == "np"]
    if things and (things[-1].animate or line.words[things[-1].head].mention_type == "PER"):
        return None  # "мер, на якого посилаються автори"
    content = span_of(line, things[-1].first, comma) if things and not is_verbal(line, things[-1], comma) else None
    return Found(cue, (content,), "fronted", source_span(line, subject), subject, nominal=True) if content else None


def which_is_denied(line: Line, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``їм закидали недбалість, що фірма заперечує``: what the clause before told of, behind its verb."""
    start = clause_start(line, cue.first)
    comma = start - 2 if line.words[start - 1].low in line.group("plain_that") else start - 1
    which = line.between(comma + 1, comma + 2)
    known = line.group("plain_that|relative_that")
    if subject is None or cue.cue.act != "deny" or not (is_comma(line, comma) and which and which[0].low in known):
        return None
    if subject.first != comma + 2 or subject.last != cue.first or not ends_clause(line, cue.last):
        return None
    verb = next((w for w in reversed(line.between(0, comma)) if w.finite), None)
    told = next((c.last for c in find_cues(line) if verb is not None and c.first <= verb.at < c.last), 0)
    content = span_of(line, max(verb.at + 1, told), comma) if verb is not None else None
    if content is None or not any(w.nouns for w in line.inside(content)):
        return None  # "може говорити, що вона заперечує"
    return Found(cue, (content,), "fronted", source_span(line, subject), subject, nominal=True) if content else None


def question_before(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """``[Скільки коштував ремонт], у мерії не уточнили``: the question that opens the sentence is left open."""
    opening = line.between(0, 1) if "PREP" not in line.words[0].pos else line.between(1, 2)
    asks = line.group("questions") - line.group("conditions") - line.group("as_says") | line.group("plain_that")
    negated = cue.negated or line.words[cue.first].low in line.group("negation")  # "не беруться прогнозувати"
    whether = (w.low in line.group("asking") for w in line.between(1, 2))  # "Сохранится ли это, ученые не знают"
    if not negated or not (any(whether) or any(w.low in asks for w in opening)):
        return None
    if any(w.lemmas & line.group("concerning") for w in line.between(1, 2)):
        return None  # "Що стосується угоди, він не сказав"
    stop = min(subject.first, cue.first) if subject is not None else cue.first
    while stop > 1 and line.words[stop - 1].low in line.group("place_prepositions"):
        stop -= 1
    comma = next((at for at in range(stop - 1, 0, -1) if is_comma(line, at)), None)
    between = line.between(comma + 1, stop) if comma is not None else ()
    stop = comma if comma is not None and not any(w.finite or w.nouns for w in between) else stop
    asked = any(w.finite for w in line.between(0, stop))
    near = ends_clause(line, cue.last) or (subject is not None and ends_clause(line, subject.last))
    return span_of(line, 0, stop) if asked and near else None


def ends_clause(line: Line, at: int) -> bool:
    """Whether nothing follows in the clause."""
    return at >= last_word(line) or is_comma(line, at) or is_break(line.words[at])


def is_verbal(line: Line, thing: Phrase, comma: int) -> bool:
    """Whether a verb stands between a thing and the comma behind it."""
    return any(w.finite and w.mention < 0 for w in line.between(thing.last, comma))


def fronted_start(line: Line, cue: CueAt, subject: Phrase | None = None) -> int | None:
    """The word behind a preposition that the cue takes, near the start of its clause, or between subject and cue."""
    known = prepositions(line.language)
    # "У підробці її звинуватили колеги"
    charging = {"rest", "in"} <= cue.frames and cue.cue.kind == "verb"
    taken = (*FRONTED, "in") if charging else FRONTED
    words = frozenset(word for frame in taken if frame in cue.frames for word in known[frame])
    inside = known["in"] if "in" in cue.frames and not charging else frozenset()
    for word in line.between(cue.first - FRONT_REACH, cue.first - 1):
        end = preposition_end(line, word.at, words)
        if end is None and word.low in inside and fills_gap(line, word.at + 1, subject, cue):
            # "Експерт [у цьому] сумнівається"; of a place it may be said where
            end = word.at + 1 if line.words[word.at + 1].low in line.group("pronouns.this") else None
        if end is not None and (word.at <= 2 or opens_clause(line, word.at) or fills_gap(line, end, subject, cue)):
            return end
    return None


def is_put_in_front(line: Line, cue: CueAt, begin: int) -> bool:
    """``Про [«негайний» ремонт] заявив мер``: of a quotation right before word ``begin`` it is told, by no comma."""
    start = fronted_start(line, cue) if line.words[begin - 1].text in CLOSING else None
    return start is not None and start < begin and not any(is_comma(line, w.at) for w in line.between(start, begin))


def fills_gap(line: Line, end: int, subject: Phrase | None, cue: CueAt) -> bool:
    """``У компанії [з висновками] не погодилися``: a thing is all that stands between subject and cue."""
    thing = phrase_at(line, end) if subject is not None and subject.last < end <= cue.first else None
    goes_on = cue.last < last_word(line) and line.words[cue.last].low in line.group("coordinators")
    if subject is None or thing is None or thing.last > cue.first or not (goes_on or ends_clause(line, cue.last)):
        return False
    if thing.animate or (thing.pronoun and line.words[end].low not in line.group("pronouns.this")):
        return False
    beside = (*line.between(subject.last, end - 1), *line.between(thing.last, cue.first))
    return all(stands_between(line, w) for w in beside)


def opens_clause(line: Line, at: int) -> bool:
    """Whether nothing but conjunctions, adverbs, times and places stands between a comma or the start and ``at``."""
    for word in reversed(line.between(at - FRONT_REACH, at)):
        if word.mention_type == "LOC" or word.low in line.group("spans_of_time"):
            continue
        if word.text == "," or (word.dash and spaced(line, word.at)):
            return True
        if not (word.time or word.pos & LEADING) or word.finite:
            return False
    return True


def fronted_object(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """An object before the cue: ``КНДР [це] заперечує``, ``[Сам візит] X назвав "успішним"``."""
    stance = is_stance(line, cue)
    if not cue.frames & {"obj", "rest", "ins"} or (cue.cue.weak and not cue.negated and not stance):
        return None
    if cue.cue.done and (subject is None or not can_speak(line, subject)):
        return None
    if subject is not None and behind(cue, subject) and line.words[cue.verb].lemmas & line.group("in_passing"):
        return None  # "публікацію прокоментував мер": what he said of it follows
    start = max((i + 1 for i in range(cue.first) if is_comma(line, i) or is_break(line.words[i])), default=0)
    happening = line.between(cue.first - 1, cue.first)  # "Сам мер [сказане] називає жартом"
    if "rest" in cue.frames and subject is not None and any(is_what_happens(w) for w in happening):
        return Span(happening[0].start, happening[0].stop)
    for kind, phrase in chunks(line, start, cue.first):
        stop = min(subject.first, cue.first) if subject is not None and subject.first > phrase.first else cue.first
        which = stance and any(w.low in line.group("relatives") for w in line.between(phrase.last, phrase.last + 1))
        near = kind == "np" and not which and is_near(line, phrase.last, stop)
        if near and may_be_fronted(line, phrase, subject, cue):
            end = contiguous(line, phrase.last, stop)
            return Span(line.words[with_described(line, start, phrase)].start, line.words[end - 1].stop)
    return None


def with_described(line: Line, start: int, phrase: Phrase) -> int:
    """``[Такої ж] заборони``: the first word of what describes a phrase up to the clause's start."""
    before = line.between(start, phrase.first)
    described = before and all("PRCL" in w.pos or agree(w.adjectives, phrase.forms) for w in before)
    return start if described and before[0].adjectives else phrase.first


def may_be_fronted(line: Line, phrase: Phrase, subject: Phrase | None, cue: CueAt) -> bool:
    """Whether a phrase can be an object before its verb: an accusative that is neither subject nor time.

    Of some verbs it is what somebody shares or threatens with: ``Планами мер поділився``.
    """
    if subject is not None and subject.first <= phrase.first < subject.last:
        return False
    cases = phrase.cases()
    if "ins" in cue.frames and subject is not None and not phrase.animate and not line.words[phrase.head].time:
        return bool(cases) and cases <= {"ablt", "datv"} and "ablt" in cases
    if not cue.frames & {"obj", "rest"}:
        return False
    if cue.cue.case == "datv" and subject is not None and "datv" in cases:
        return not (phrase.animate or "nomn" in cases)  # "Депутат [цим запевненням] не довіряє"
    owned = "gent" in cases & object_cases(cue) and "nomn" not in cases
    if subject is not None and owned and (behind(cue, subject) or (cue.negated and subject.last == phrase.first)):
        return not (phrase.animate or line.words[phrase.head].time)  # "Заборони вимагає прокуратура"
    return "accs" in cases and not (subject is None and "nomn" in cases) and not line.words[phrase.head].time


def is_near(line: Line, first: int, stop: int) -> bool:
    """Whether nothing but a few words of one clause stands between an object and what follows it."""
    between = line.between(first, stop)
    return len(between) <= GAP and not any(w.kind == "mark" or w.finite or joins(line, w.at) for w in between)


def contiguous(line: Line, at: int, stop: int, owned: bool = False) -> int:
    """One past the infinitive, objects and prepositional phrases that follow a phrase without a gap.

    ``owned``: the subject stands behind the verb, so that a name right behind the phrase says whose it is.
    """
    while at < stop:
        word = line.words[at]
        if (infinitive := infinitive_end(line, at, stop)) > at:
            at = infinitive
            continue
        if (lasting := behind_lasting(line, at)) > at:
            return min(lasting, stop)  # "плани на 2020 рік"
        if joins(line, at) and (joined := phrase_at(line, at + 1)) is not None and is_joined_thing(line, joined):
            at = min(joined.last, stop)
            continue
        kind, phrase = next(chunks(line, at, stop), ("", None))
        if phrase is None or phrase.first != at or word.time or (kind == "pp" and is_talk_there(line, at)):
            break
        whose = owned and "gent" in phrase.cases() and line.words[phrase.head].mention_type == "PER"
        led = line.words[at - 1 - (line.words[at - 1].text in CLOSING)].infinitive
        if kind == "np" and (is_nominative(phrase) or not (led or whose)):
            break
        at = phrase.last
    return at


def infinitive_end(line: Line, at: int, stop: int) -> int:
    """``неможливість [швидко доїхати]``, ``готовність [«негайно почати»]``: one past an infinitive and its adverbs."""
    last = at
    while last < stop and "ADVB" in line.words[last].pos and not line.words[last].nouns:
        last += 1
    if last < stop and line.words[last].infinitive and not line.words[last].finite:
        return last + 1
    quoted = line.words[at].quote >= 0 and line.words[at].text in OPENING
    inner = line.between(at + 1, min(quote_end(line, at), stop) - 1) if quoted else ()
    return inner[-1].at + 2 if inner and infinitive_end(line, at + 1, stop) > at + 1 else at


def behind_lasting(line: Line, at: int) -> int:
    """One past a time for which something is: ``на 2020 рік``; the word itself where none stands."""
    stop = at + 1
    while line.words[at].low in line.group("onto") and stop < len(line.words) and line.words[stop].time:
        stop += 1
    return stop if stop > at + 1 else at


def is_joined_thing(line: Line, phrase: Phrase) -> bool:
    """``ремонт мосту [і двох доріг]``: no person, nothing with a name."""
    return not (phrase.animate or phrase.named or phrase.pronoun) and "gent" in phrase.cases()


def is_nominative(phrase: Phrase) -> bool:
    """Whether a phrase is likelier a subject than an object."""
    cases = phrase.cases()
    return "nomn" in cases and not cases & {"accs", "gent"}
