"""``Причини не називають``, ``У довідці зазначено площу``: what is left unsaid, and what stands in a document."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import chunks, clause_start, is_break, is_comma, span_of, spans
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.frames.fronted import contiguous
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.said_at import place_subject
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.subjects import agrees
from firsthand.stages.attribution.words import PASSING, Line, Word

GAP = 3
# How many words an agent before its verb may have.
AGENT_REACH = 5


def unsaid_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Деталі не повідомляються``, ``Чутки не підтверджено``, ``У довідці зазначено площу``: of its own subject."""
    line, verb = scene.line, scene.line.words[cue.verb]
    if cue.cue.kind != "verb":
        return None
    place = place_subject(line, cue)
    if (done := by_agent(line, cue)) is not None:
        return done
    told = cue.cue.act == "assert" and ("unsaid" in cue.cue.frames or (cue.impersonal and not cue.cue.weak))
    if cue.negated and told and verb.finite:
        content = thing_before(line, cue, place) or thing_behind(line, cue, place)
    elif cue.negated and is_passive(verb) and verb.lemmas & line.group("confirming"):
        content = words_before(line, cue, place)
    elif place is not None and place.last <= cue.first and is_written(line, cue, place):
        content = thing_behind(line, cue, None)
    else:
        return called(line, cue) or valued(line, cue) or charged(line, cue)
    return Found(cue, (content,), "unsaid", source_span(line, place), place) if content is not None else None


def by_agent(line: Line, cue: CueAt) -> Found | None:
    """``Ці дані [поліцією] не підтверджено``, ``Слух опровергнут [мэром]``: by whom words are denied."""
    verb = line.words[cue.verb]
    confirmed = verb.lemmas & line.group("being_confirmed")
    if not confirmed and not (is_passive(verb) and cue.frames & {"obj", "unsaid"}):
        return None
    agent = agent_beside(line, cue)
    copula = line.between(cue.first - 1, cue.first)
    over = any(w.lemmas & line.group("future_auxiliaries") and w.has("past") for w in copula)  # "був спростований"
    thing = (
        (thing_before(line, replace(cue, first=cue.first - over), agent) or thing_behind(line, cue, agent))
        if agent is not None
        else None
    )
    words = lexicon(line.language).nouns.keys() | line.group("told_data|told_things")
    if thing is None or not any(w.lemmas & words for w in line.inside(thing)):
        return None
    return Found(cue, (thing,), "unsaid", source_span(line, agent), agent)


def agent_beside(line: Line, cue: CueAt) -> Phrase | None:
    """Somebody, or a body, in the instrumental right beside a passive verb."""
    before = (phrase_at(line, at) for at in range(max(cue.first - AGENT_REACH, 0), cue.first))
    beside = (*(p for p in before if p is not None and p.last == cue.first), phrase_at(line, cue.last))
    acting = line.group("bodies|acting|states")
    for phrase in beside:
        if phrase is None or "ablt" not in phrase.cases() or "nomn" in phrase.cases():
            continue
        led = phrase.first and "PREP" in line.words[phrase.first - 1].pos
        somebody = phrase.animate or line.words[phrase.head].mention >= 0 or line.words[phrase.head].lemmas & acting
        if somebody and not led:
            return phrase
    return None


def is_written(line: Line, cue: CueAt, place: Phrase) -> bool:
    """Whether a document stands in its place before a passive verb: ``У довідці зазначено``."""
    return is_passive(line.words[cue.verb]) and bool(line.words[place.head].lemmas & line.group("papers"))


def is_passive(verb: Word) -> bool:
    """``зазначено``, ``указаны``."""
    return "PRTS" in verb.pos or verb.has("Impe")


def thing_before(line: Line, cue: CueAt, place: Phrase | None) -> Span | None:
    """What is not told, before its verb: ``[Причини відставки] наразі не повідомляються``."""
    start = clause_start(line, cue.first)
    start = max((at + 1 for at in range(start, cue.first) if is_comma(line, at)), default=start)
    for kind, phrase in chunks(line, start, cue.first):
        if kind != "np" or (place is not None and place.first <= phrase.first < place.last):
            continue
        stop = contiguous(line, phrase.last, cue.first)
        near = not any(w.finite or w.kind == "mark" for w in line.between(stop, cue.first))
        if near and is_its_thing(line, cue, phrase):
            return span_of(line, phrase.first, stop)
    return None


def words_before(line: Line, cue: CueAt, place: Phrase | None) -> Span | None:
    """``[Ця інформація] не підтверджена``: of things only words are told and not confirmed, and no diagnosis."""
    thing = thing_before(line, cue, place)
    known = lexicon(line.language).nouns.keys()
    return thing if thing is not None and any(w.lemmas & known for w in line.inside(thing)) else None


def thing_behind(line: Line, cue: CueAt, place: Phrase | None) -> Span | None:
    """What is not told, or is written, behind its verb: ``У списку вказано [двадцять рейсів]``."""
    at = place.last if place is not None and place.first >= cue.last else cue.last
    for first in range(at, min(at + GAP, len(line.words))):
        if is_break(line.words[first]) or is_comma(line, first) or line.words[first].finite:
            return None
        phrase = phrase_at(line, first)
        if phrase is not None:
            fits = is_its_thing(line, cue, phrase)
            return span_of(line, first, content_end(line, first, cue, nominal=True)) if fits else None
    return None


def is_its_thing(line: Line, cue: CueAt, phrase: Phrase) -> bool:
    """A thing in the nominative that agrees with the verb; with a form in -но also in the accusative or genitive."""
    verb = line.words[cue.verb]
    if phrase.animate or phrase.pronoun or any(w.time for w in line.between(phrase.first, phrase.last)):
        return False
    counted = line.words[phrase.first].kind == "number" and verb.has("neut")
    return counted or agrees(phrase.forms, verb, False) or (verb.has("Impe") and bool({"accs"} & phrase.cases()))


def called(line: Line, cue: CueAt) -> Found | None:
    """``Причиною відставки названо суперечку``, ``Целями назывались мир и труд``: what is called what, by nobody."""
    verb = line.words[cue.verb]
    if cue.negated or not verb.lemmas & line.group("naming") or not (is_passive(verb) or "unsaid" in cue.cue.frames):
        return None
    start = clause_start(line, cue.first)
    names = (p for kind, p in chunks(line, start, cue.first) if kind == "np" and p.cases() == {"ablt"})
    name = next(names, None)
    thing = thing_behind(line, cue, None) if name is not None else None
    if name is None or thing is None or any(w.kind == "mark" or w.finite for w in line.between(name.last, cue.first)):
        return None
    return Found(cue, spans(span_of(line, name.first, cue.first), thing), "unsaid")


def charged(line: Line, cue: CueAt) -> Found | None:
    """``Директорові інкримінується [розтрата]``: what somebody is charged with, by nobody."""
    if cue.negated or not line.words[cue.verb].lemmas & line.group("being_charged"):
        return None
    thing = thing_behind(line, cue, None) or thing_before(line, cue, None)
    return Found(cue, (thing,), "unsaid") if thing is not None else None


def valued(line: Line, cue: CueAt) -> Found | None:
    """``Збитки оцінили у два мільйони``, ``Мост оценивается в миллион``: what is worth how much."""
    verb = line.words[cue.verb]
    worth_at = worth_start(line, cue)
    if cue.negated or worth_at is None or not is_appraised(line, verb):
        return None
    start = clause_start(line, cue.first)
    things = [p for kind, p in chunks(line, start, cue.first) if kind == "np" and not p.animate and not p.pronoun]
    if len(things) != 1 or any(w.kind == "mark" or w.finite for w in line.between(things[0].last, cue.first - 1)):
        return None
    thing = span_of(line, things[0].first, contiguous(line, things[0].last, cue.first))
    worth = span_of(line, worth_at, content_end(line, worth_at, cue, nominal=True))
    subject = verb_subject(line, cue, False)
    whose = subject if subject is not None and subject.animate else None
    return Found(cue, spans(thing, worth), "unsaid", source_span(line, whose), whose)


def is_appraised(line: Line, verb: Word) -> bool:
    """``оцінено``, ``оцінили``, ``оцінюється``: in the passive or by people unnamed."""
    if verb.finite and verb.lemmas & line.group("being_appraised"):
        return True
    passing = is_passive(verb) or (verb.finite and verb.has("plur") and verb.has("past") and not verb.has("1per"))
    return passing and bool(verb.lemmas & line.group("appraising"))


def worth_start(line: Line, cue: CueAt) -> int | None:
    """``оцінюється [приблизно у 9 мільйонів]``: where the sum begins right behind a cue; None where none stands."""
    at = cue.last
    while at < len(line.words) and line.words[at].pos & PASSING and at - cue.last < GAP:
        at += 1
    sums = line.between(at + 1, at + 1 + GAP)
    led = any(w.low in line.group("prepositions.in.words") for w in line.between(at, at + 1))
    number = next((w for w in sums if w.kind == "number" or "NUMR" in w.pos), None)
    between = line.between(at + 1, number.at) if number is not None else ()
    near = all(w.pos & {"ADVB", "PRCL", "PREP"} for w in between)
    return cue.last if led and number is not None and near and not number.time else None
