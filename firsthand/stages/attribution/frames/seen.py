"""``Бачить у цьому загрозу``, ``порівняв виставку з ярмарком``: one thing is taken for another, or set beside it."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import clause_start, span_of, spans
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.fronted import fronted_object, stands_between
from firsthand.stages.attribution.objects import governed, opens_quote
from firsthand.stages.attribution.phrases import MAX_DEPTH, phrase_at
from firsthand.stages.attribution.sources import behind
from firsthand.stages.attribution.words import Line


def seen_in(line: Line, cue: CueAt, subject: Phrase | None) -> tuple[Span, ...]:
    """What somebody sees in something or compares with it, with both of them; () where a cue says neither."""
    verb = line.words[cue.verb]
    skip = behind(cue, subject)
    at = skip.last if skip is not None and skip.first == cue.last else cue.last
    while at < len(line.words) - 1 and stands_between(line, line.words[at]) and not line.words[at].nouns:
        at += 1
    if verb.lemmas & line.group("comparing_verbs"):
        return spans(whole(line, at, cue)) if is_beside(line, at, cue, subject) else ()
    if not verb.lemmas & line.group("seeing"):
        return ()
    inner = place_at(line, at)
    if inner is not None:
        near = phrase_at(line, at + 1, depth=MAX_DEPTH)  # "в угоді [ознаки змови]": no deal of a sign
        if is_seen(line, inner.last, cue) or (near is not None and is_seen(line, near.last, cue)):
            return spans(whole(line, at, cue))  # "вбачає [у цьому спробу тиску]"
        front = fronted_object(line, cue, subject)
        seen = front is not None and is_seen(line, line.inside(front)[0].at, cue)
        return spans(front, whole(line, at, cue)) if seen else ()
    if not is_seen(line, at, cue):
        front = fronted_object(line, cue, subject) if cue.negated else None
        return spans(front) if front is not None and is_seen(line, line.inside(front)[0].at, cue) else ()
    thing = phrase_at(line, at)
    if cue.negated or (thing is not None and place_at(line, thing.last) is not None):
        return spans(whole(line, at, cue))  # "бачить [вихід у перемовинах]", "не бачить [підстав для тривоги]"
    place = place_before(line, cue, subject)
    return spans(place, whole(line, at, cue)) if place is not None else ()


def whole(line: Line, first: int, cue: CueAt) -> Span | None:
    """From word ``first`` on with all that belongs to it."""
    return span_of(line, first, content_end(line, first, cue, nominal=True))


def place_at(line: Line, at: int) -> Phrase | None:
    """The thing in which something is seen, behind its preposition at word ``at``."""
    if at + 1 >= len(line.words) or line.words[at].low not in line.group("place_prepositions"):
        return None
    inner = governed(line, at + 1, "in")
    return inner if inner is not None and "loct" in inner.cases() else None


def place_before(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """``[У цьому] мер бачить загрозу``: the thing at the start of the clause, right before subject and cue."""
    start = clause_start(line, cue.first)
    inner = place_at(line, start)
    stop = subject.first if subject is not None and subject.first < cue.first else cue.first
    if inner is None or subject is None or subject.first < inner.last:
        return None
    near = all(stands_between(line, w) for w in line.between(inner.last, stop))
    return span_of(line, start, inner.last) if near else None


def is_seen(line: Line, at: int, cue: CueAt) -> bool:
    """Whether at word ``at`` stands what is seen in something, rather than with the eyes."""
    if opens_quote(line, at):
        return True
    thing = phrase_at(line, at)
    if thing is None or thing.animate or not thing.cases() & ({"accs", "gent"} if cue.negated else {"accs"}):
        return False
    return not cue.cue.compares or bool(line.words[thing.head].lemmas & line.group("seen_things"))


def is_beside(line: Line, at: int, cue: CueAt, subject: Phrase | None) -> bool:
    """Whether at word ``at`` stands what is compared, and behind it with what."""
    thing = phrase_at(line, at)
    if thing is None or "accs" not in thing.cases() or subject is None:
        return False
    verb = line.words[cue.verb]
    if not subject.animate or (verb.has("plur") and not verb.has("pres")):
        return False  # "дослідники порівняли ціни з торішніми": what they did
    end = content_end(line, at, cue, nominal=True)
    return any(w.low in line.group("comparing_with") for w in line.between(thing.head + 1, end))
