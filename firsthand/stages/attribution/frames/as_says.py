"""``Як повідомляє X, ...``: the cue leads the sentence that is its content."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import chunks, is_comma, joins, last_word, relative_end, span_of, spans
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.heads import OPENING
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, verb_subject
from firsthand.stages.attribution.stretches import describes
from firsthand.stages.attribution.subjects import agrees
from firsthand.stages.attribution.words import Line, cases_in

LEAD_REACH = 10


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Як повідомляє X, ...``, ``Как сообщила X, ...`` at the start of a sentence or clause."""
    line = scene.line
    if cue.cue.kind == "noun" or not cue.cue.frames & {"paren", "quote", "that", "impersonal"}:
        return None
    if not leads(line, cue):
        return None
    if (medium := without_comma(line, cue)) is not None:
        content = span_of(line, medium, last_word(line))
        return Found(cue, spans(content), "as", span_of(line, cue.last, medium)) if content else None
    subject = without_clause(line, verb_subject(line, cue, right_first=True))
    comma = closing_comma(line, max(cue.last, subject.last if subject else 0))
    if comma is None or points_back(line, comma + 1):
        return None
    content = span_of(line, comma + 1, last_word(line))
    whole = spans(put_in_behind(line, cue), content)
    return Found(cue, whole, "as", source_span(line, subject), subject) if content else None


def without_comma(line: Line, cue: CueAt) -> int | None:
    """``Як уже писав «Схід» [мер Бондар попередив], що``: one past a name whose comma a page lost before a teller."""
    words, first = line.words, cue.last
    if first >= len(words) or (words[first].quote < 0 and words[first].mention < 0):
        return None
    name = words[first]
    outside = [w.at for w in words[first:] if (w.quote != name.quote if name.quote >= 0 else w.mention != name.mention)]
    stop = next(iter(outside), len(words))
    person = phrase_at(line, stop, False) if stop < len(words) else None
    if name.mention_type == "PER" or person is None or not is_person(line, person):
        return None
    forms = person.forms | words[person.last - 1].nouns
    verb = next((w for w in words[stop:] if w.text == "," or (w.finite and w.mention < 0)), None)
    return stop if verb is not None and verb.finite and agrees(forms, verb, False) else None


def without_clause(line: Line, subject: Phrase | None) -> Phrase | None:
    """``Як сказав [дипломат], мер Бондар візьме паузу``: behind the comma who acts, not who the teller is."""
    comma = next((w.at for w in line.between(subject.first, subject.last) if w.text == ","), None) if subject else None
    if subject is None or comma is None or comma <= subject.head:
        return subject
    teller, actor = phrase_at(line, subject.first, False), phrase_at(line, comma + 1, False)
    verb = next((w for w in line.words[subject.last :] if w.finite and w.mention < 0), None)
    if teller is None or actor is None or verb is None or teller.last != comma:
        return subject
    quoted = line.words[teller.first].text in OPENING or means_medium(line, teller)
    if teller.named and not (actor.animate and quoted):
        return subject  # "Як сказав Гай, [мер Сокола], ..."; of a medium nobody is a description
    others = (p for kind, p in chunks(line, subject.last, verb.at) if kind == "np" and "nomn" in p.cases())
    forms = actor.forms | line.words[subject.last - 1].nouns
    return teller if agrees(forms, verb, False) and next(others, None) is None else subject


def is_person(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is somebody in the nominative, or a post and a name: ``замглавы порта Алла Гай``."""
    named = line.words[phrase.last - 1].mention_type == "PER" and "nomn" in cases_in(line.words[phrase.last - 1].nouns)
    return named or (phrase.animate and "nomn" in phrase.cases())


def put_in_behind(line: Line, cue: CueAt) -> Span | None:
    """``[Порт], як повідомив мер, закриють``: the short subject into whose clause the cue is put; None for a lead."""
    lead = lead_of(line, cue)
    if lead is None or not is_comma(line, lead - 1):
        return None
    thing = any("nomn" in cases_in(w.nouns) and not w.pos & {"ADVB", "CONJ"} for w in line.between(0, lead))
    led = " ".join(w.low for w in line.between(0, lead - 1)) in line.group("connectors")
    return span_of(line, 0, lead - 1) if thing and not led else None


def points_back(line: Line, at: int) -> bool:
    """``Як передає X, [про це] заявив Y``: what X passes on stands in the sentence before."""
    told = any(w.low in line.group("pronouns.told") for w in line.between(at + 1, at + 2))
    return told and line.words[at].low in line.group("about")


def leads(line: Line, cue: CueAt) -> bool:
    """Whether ``як`` at the start of the sentence leads to the cue."""
    lead = lead_of(line, cue)
    anew = lead is not None and lead > 0 and (line.words[lead - 1].text in ";:" or turns(line, lead))
    if lead is None or (lead > 2 and not anew) or any(w.finite for w in line.between(lead, cue.first)):
        return False
    if line.words[lead + 1].low in line.group("joining") and any(w.text == "," for w in line.between(lead, cue.first)):
        return False  # "Мер, як і раніше, каже, що ..."
    if is_comma(line, lead - 1) and lead > 1 and line.words[lead - 2].low in line.group("demonstratives"):
        return False  # "Те, як ми реагуємо, ..."
    opens = line.words[lead - 1].text in ";:" if lead else True
    return opens or is_comma(line, lead - 1) or joins(line, lead - 1) or turns(line, lead)


def turns(line: Line, lead: int) -> bool:
    """``..., але [як] зазначив мер, міст закриють``: a clause set against the one before, without its second comma."""
    against = lead > 1 and line.words[lead - 1].low in line.group("adversatives") and is_comma(line, lead - 2)
    return against and f"{line.words[lead - 1].low} {line.words[lead].low}" not in line.group("whiles")


def lead_of(line: Line, cue: CueAt) -> int | None:
    """Where ``як`` stands close before the cue."""
    before = reversed(line.between(cue.first - LEAD_REACH, cue.first))
    return next((w.at for w in before if w.low in line.group("as_says")), None)


def inside_time(line: Line, comma: int) -> bool:
    """``від вівторка, 11 вересня``: a comma within a date."""
    return all(w.time for w in (*line.between(comma - 1, comma), *line.between(comma + 1, comma + 2)))


def closing_comma(line: Line, at: int) -> int | None:
    """The first comma from ``at`` on that opens no relative clause, and no participle's if there is another."""
    commas = (i for i in range(at, last_word(line)) if is_comma(line, i) and not inside_time(line, i))
    first = None
    for comma in commas:
        if relative_end(line, comma, len(line.words)) is None:
            if not tells_which(line, comma):
                return comma
            first = comma if first is None else first
    return first


def tells_which(line: Line, comma: int) -> bool:
    """``у звіті[, оприлюдненому у вівторок], ...``, ``[, посилаючись на X], ...``: a clause that a comma closes."""
    relies = any(w.low in line.group("by_reference") for w in line.between(comma + 1, comma + 2))
    return (relies or describes(line, comma)) and any(is_comma(line, w.at) for w in line.words[comma + 1 :])
