"""``"...", – заявив він`` and ``заявив: "..."``: the content is a quotation, before or behind the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, last_word, span_of, spans
from firsthand.stages.attribution.complements import complement
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.fronted import fronted, fronted_object
from firsthand.stages.attribution.frames.parenthesis import is_asked, parenthetical_start
from firsthand.stages.attribution.objects import nominal_start
from firsthand.stages.attribution.phrase_ends import behind_circumstances
from firsthand.stages.attribution.quotes import Quote, is_speech
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, subject_of, verb_subject
from firsthand.stages.attribution.words import DASHES, Line

# Frames of words behind whose colon also words without marks are said: "пояснив: міст старий".
SPOKEN = frozenset(("that", "quote", "paren", "impersonal", "about"))
MARKS = frozenset('«“„"')


def quote_before_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``"...", – заявив він``; the quotation may hold several sentences and go on behind."""
    if not cue.cue.frames & {"quote", "paren", "impersonal"}:
        return None
    line = scene.line
    begin = parenthetical_start(line, cue)
    if begin is None:
        return None
    at = line.words[begin].start
    quote = next((q for q in reversed(scene.quotes) if q.span.stop <= at), None)
    if quote is None or not leads_over(line.text, quote.span, at):
        return None
    if is_asked(line, begin):
        return None  # "На запитання, чи правда, що «міст упав», мер відповів"
    if has_its_own(line, cue) and not has_dash(line.text[quote.span.stop : at]):
        return None
    subject = verb_subject(line, cue, right_first=True)
    content = spans(with_lead(line, quote.span), quote_after(scene, cue, subject))
    return Found(cue, content, "quote", source_span(line, subject), subject, Span(at, line.words[-1].stop))


def has_its_own(line: Line, cue: CueAt) -> bool:
    """``Назвавши план «добрим», мер заявив [про мир]``, ``..., додавши, [що] ...``: what is told stands behind."""
    about = any(w.low in line.group("about") for w in line.between(cue.last, cue.last + 1))
    clause = any(w.low in line.group("plain_that") for w in line.between(cue.last + 1, cue.last + 2))
    this = any(w.low in line.group("pronouns.told") for w in line.between(cue.last + 1, cue.last + 2))
    return (about and not this) or (clause and is_comma(line, cue.last))


def with_lead(line: Line, quote: Span) -> Span:
    """The quotation, with the words before it in the sentence that belong to the content (``X "...", заявив Y``)."""
    before = line.text[line.words[0].start : quote.start]
    glued = before.endswith((".", "!", "?"))  # "... заявив мер.«Міст збудують», – сказав він": a space was lost
    return Span(quote.start if glued else min(line.words[0].start, quote.start), quote.stop)


def quote_after(scene: Scene, cue: CueAt, subject: Phrase | None) -> Span | None:
    """A quotation that goes on behind the cue: ``"...", – сказав він. – "..."``."""
    line = scene.line
    last = max(cue.last, subject.last if subject else 0)
    last = behind_circumstances(line, last)
    at = line.words[last - 1].stop
    for quote in scene.quotes:
        gap = line.text[at : quote.span.start]
        if quote.span.start >= at and is_one_speech(line.text, quote, at):
            return quote.span
        if quote.span.start >= at and not gap.strip(" ,.:–—-\x96\x97") and ("." not in gap or has_dash(gap)):
            goes_on = line.text[quote.span.start] not in MARKS
            return quote.span if goes_on or is_speech(line.text, quote.span) else None
    return None


def is_one_speech(text: str, quote: Quote, at: int) -> bool:
    """``«Ні, – каже мер міста, яке росте. – Грошей немає»``: the rest of a quotation around its speaker."""
    gap = text[at : quote.span.start]
    unmarked = text[quote.span.start] not in MARKS
    return unmarked and gap.count(".") == 1 and has_dash(gap[gap.find(".") :]) and not any(m in MARKS for m in gap)


def leads_over(text: str, quote: Span, at: int) -> bool:
    """Whether a quotation leads over to the clause at ``at``: speech by one mark, a name by comma and dash."""
    gap = text[quote.stop : at]
    if gap.strip(" ,.–—-\x96\x97\u00a0*") or "." in gap:
        return False
    dash, comma = has_dash(gap), "," in gap
    if is_speech(text, quote):
        return dash or comma or ends_speech(text, quote)
    return dash and comma


def has_dash(gap: str) -> bool:
    """Whether a dash stands between two quotations, or between one and the cue."""
    return any(mark in DASHES for mark in gap)


def ends_speech(text: str, span: Span) -> bool:
    """Whether a quotation ends like a sentence, so that no comma need follow it."""
    return span.of(text).rstrip('»”"').endswith((".", "!", "?", "…", ","))


def quote_behind_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заявив: "..."``, ``сказав він: ...``."""
    line = scene.line
    if cue.cue.kind == "phrase" or (scene.below is None and ":" not in line.lows):
        return None
    subject = subject_of(line, cue)
    if is_said_below(scene, cue, subject):
        return Found(cue, spans(scene.below), "colon", source_span(line, subject), subject)
    found = complement(line, cue, subject)
    if found is None or found.kind != "colon":
        return None
    at = line.words[found.first - 1].stop
    quote = next((q for q in scene.quotes if at <= q.span.start <= at + 3), None)
    if quote is None and not may_introduce(line, cue, subject, found.first):
        return None
    if "inf" in cue.frames and any(w.infinitive and not w.finite for w in line.between(cue.first - 1, cue.first)):
        return None  # "Уряд відступати не збирається: «...», – сказав міністр"
    if quote is None and cue.cue.act == "deny" and fronted_object(line, cue, subject) is not None:
        return None  # "У відомстві це заперечують: скарг не було"
    if quote is not None and cue.cue.kind == "noun" and cue.cue.weak and "quote" not in cue.cue.frames:
        return None
    own = told_before(line, cue, subject, found.first - 1)
    if own is not None and quote is None:
        return None  # "мер відкидає провину: гроші виділили торік"
    content = quote.span if quote else span_of(line, found.first, last_word(line))
    return Found(cue, spans(own, content), "colon", source_span(line, subject), subject) if content else None


def told_before(line: Line, cue: CueAt, subject: Phrase | None, colon: int) -> Span | None:
    """``сумнівається в [розрахунках]: «...»``: the phrase that a verb denies, doubts or judges, before a colon."""
    judges = cue.negated or cue.cue.act in ("deny", "doubt", "commit") or not cue.cue.frames & {"that", "paren"}
    if cue.cue.kind not in ("verb", "predicate") or not judges:
        return None
    first = nominal_start(line, cue, subject)
    if first is not None and first < colon:
        return span_of(line, first, content_end(line, first, cue, nominal=True))
    if colon != cue.last:
        return None
    front = fronted(line, cue, subject)
    return front.content[0] if front is not None else fronted_object(line, cue, subject)


def may_introduce(line: Line, cue: CueAt, subject: Phrase | None, first: int) -> bool:
    """Whether behind the colon words without marks are said: ``пояснив: міст старий``, ``Його прогноз: міст упаде``.

    Behind a noun it has to be somebody's and a clause, behind a weak verb a clause with what tells it before.
    """
    clause = any(w.finite and w.mention < 0 for w in line.between(first, last_word(line)))
    if cue.cue.kind == "noun":
        own = subject is not None and (subject.last == cue.first or subject.first == cue.last)
        last = subject.last if own and subject is not None and subject.first == cue.last else cue.last
        leads = subject is not None and min(cue.first, subject.first) <= 1 and cue.cue.act == "assert"
        return own and clause and leads and not cue.cue.weak and first == last + 1
    if cue.cue.weak:
        return clause and subject is not None and "that" in cue.frames and first == cue.last + 1
    return bool(cue.frames & SPOKEN)


def is_said_below(scene: Scene, cue: CueAt, subject: Phrase | None) -> bool:
    """``Міністр заявив:`` at the end of a paragraph, with the quotation in the next."""
    if scene.below is None or not cue.cue.frames & {"quote", "paren", "impersonal"} or cue.cue.kind == "noun":
        return False
    behind = scene.line.words[max(cue.last, subject.last if subject is not None else 0) :]
    return not any(w.finite or w.quote >= 0 for w in behind)
