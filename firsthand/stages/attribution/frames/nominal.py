"""``заперечують угоду``, ``закликав до миру``: the content is a phrase behind the cue."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.clauses import chunks, clause_start, is_comma, joins, last_word, span_of, spans
from firsthand.stages.attribution.complements import is_adverb
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt, is_submitted
from firsthand.stages.attribution.frames.apart import apart
from firsthand.stages.attribution.frames.carried import carried
from firsthand.stages.attribution.frames.fronted import fronted, fronted_object, question_before
from firsthand.stages.attribution.heads import OPENING, is_participle
from firsthand.stages.attribution.objects import governed, nominal_start, opens_quote, preposition_end, prepositions
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import asker, behind, noun_source, shared_subject, source_span, verb_subject
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import Line, Word, cases_in

CLOSING = frozenset('»”“"')
# Frames of words that may leave a question open: "скільки це коштує, не уточнили".
LEFT_OPEN = frozenset(("that", "unsaid"))
# Frames whose content is a phrase behind a preposition.
# Words behind a noun in which the verb stands that says there is none: "заяв про мир сьогодні не надходило".
MISSING_REACH = 8
PHRASES = frozenset(("about", "in", "with", "to", "against"))


def nominal_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заперечують угоду``, ``закликав до миру``, ``назвав це помилкою``: the content is a phrase."""
    if cue.cue.kind == "noun":
        return noun_frame(scene.line, cue)
    if cue.cue.kind == "accused":
        return accused(scene.line, cue)
    if cue.cue.kind not in ("verb", "predicate"):
        return None
    line = scene.line
    subject = without_object(line, cue, verb_subject(line, cue, False))
    if (parted := parted_frame(line, cue, subject)) is not None:
        return parted
    if subject is not None and shows(line, cue, subject):
        cue = replace(cue, cue=replace(cue.cue, weak=False))
    if "carried" in cue.frames:
        content = carried(line, cue, subject)
        return Found(cue, content, "nominal", source_span(line, subject), subject, nominal=True) if content else None
    if (inside := between_noun_and_verb(line, cue)) is not None:
        return Found(cue, (inside,), "nominal", source_span(line, subject), subject, nominal=True)
    if cue.cue.frames & LEFT_OPEN and (question := question_before(line, cue, subject)) is not None:
        return Found(cue, (question,), "clause", source_span(line, subject), subject)
    first = nominal_start(line, cue, subject)
    if first is not None and scene.previous is not None and is_back_reference(line, first):
        if "GRND" in line.words[cue.verb].pos and not line.words[cue.verb].finite:
            return None  # "мер подякував колегам, написавши про це в X"
        return Found(cue, (scene.previous,), "about-this", source_span(line, subject), subject)
    return phrase_content(line, cue, subject, first)


def parted_frame(line: Line, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``Підсудний [провини] не визнає``: what was taken for the end of the subject is what the cue takes."""
    parted = apart(line, cue, subject)
    if parted is None:
        return None
    whose, thing = parted
    called = named_rest(line, cue, None) if "rest" in cue.cue.frames else None  # "мерія обвинувачення назвала наклепом"
    content = spans(span_of(line, thing.first, thing.last), called)
    return Found(cue, content, "nominal", source_span(line, whose), whose, nominal=True)


def phrase_content(line: Line, cue: CueAt, subject: Phrase | None, first: int | None) -> Found | None:
    """The phrase before the cue or from word ``first`` on, with what it is called."""
    content = with_front(line, cue, subject, first)
    front = fronted(line, cue, subject) if first is None else None
    if front is not None and (not content or front.content[0].start < content[0].start):
        return front  # "Про намір провести страйк оголосили пілоти"
    if not content and first is None:
        return None
    if not content and first is not None:
        clause = line.words[first - 1].low in line.group("that")
        end = content_end(line, first, cue, nominal=not clause)
        content = spans(span_of(line, first, subject.first if subject and first < subject.first < end else end))
    if "rest" in cue.cue.frames and len(content) == 1:
        content = spans(called_in_front(line, cue, subject), *content)
    if not content or (cue.cue.compares and not is_compared(line, content)):
        return None
    return Found(cue, content, "nominal", source_span(line, subject), subject, nominal=True)


def without_object(line: Line, cue: CueAt, subject: Phrase | None) -> Phrase | None:
    """``ушел, потому что считает [план] слабым``: what looks like a subject there is whom or what it is said of."""
    led = line.words[cue.first - 1].low in line.group("that") if cue.first else False
    if subject is None or not led or "rest" not in cue.cue.frames or subject.first < cue.last:
        return subject
    acting = line.group("bodies|media|acting")
    agent = subject.animate or subject.named or subject.pronoun or line.words[subject.head].lemmas & acting
    return subject if agent or "accs" not in subject.cases() else shared_subject(line, cue)


def shows(line: Line, cue: CueAt, subject: Phrase) -> bool:
    """``опитування показало зростання довіри``: of a study also a weak verb takes a phrase."""
    return bool({"that", "obj"} <= cue.cue.frames and line.words[subject.head].lemmas & line.group("studies"))


def is_compared(line: Line, content: tuple[Span, ...]) -> bool:
    """Whether a content says as what something is taken: ``угоду як поступку``."""
    known = line.group("as_says")
    return any(w.low in known and any(part.start < w.start < part.stop for part in content) for w in line.words)


def noun_frame(line: Line, cue: CueAt) -> Found | None:
    """``за звинуваченням у крадіжці``, of whomsoever it be; ``вимога про оплату``, ``заява міністра про міст``."""
    if is_not_there(line, cue):
        return None
    owner = noun_source(line, cue)
    after = behind(cue, owner)
    if after is not None and any(w.finite and w.mention < 0 for w in line.between(cue.last, after.first)):
        after = None  # "із проханням про захист звернувся [посол]"
    first = after.last if after is not None else cue.last
    if "obj" in cue.cue.frames and after is not None and is_turned_with(line, cue) and not can_speak(line, after):
        return asked_for(line, cue, after)
    if first + 1 >= last_word(line):
        return None
    known = prepositions(line.language)
    ends = ((f, preposition_end(line, first, known[f])) for f in noun_frames(line, cue, after))
    frame, begin = next(((f, end) for f, end in ends if end is not None), ("", first))
    own = owner is not None and owner.pronoun and owner.last == cue.first
    if own and frame == "about" and line.words[first].low not in line.group("about_itself"):
        return None  # "через його слова щодо мови": on what he spoke
    inner = (governed(line, begin, frame) or quoted_charge(line, begin, frame)) if frame else None
    if inner is None or (frame == "to" and inner.animate) or is_whose(line, inner, frame):
        return None  # "заклику до пілотів": whom it is addressed to
    if frame == "in" and line.words[inner.head].lemmas & (line.group("bodies") - line.group("documents")):
        return None  # "звинувачення в мерії відкинули": where
    beside = owner is not None and (after is not None or owner.last == cue.first)
    submitted = cue.cue.act == "direct" and is_submitted(line, cue)
    whose = owner if beside or submitted or is_turned_with(line, cue) or cue.cue.act == "deny" else None
    end = before_participle(line, inner, content_end(line, begin, cue, nominal=True), line.words[cue.verb])
    if is_turned_with(line, cue):
        end = next((w.at for w in line.between(begin, end) if w.finite and w.mention < 0), end)
    end = behind_quoted(line, inner, end)
    content = spans(span_of(line, begin, end))
    return Found(cue, content, "noun", source_span(line, whose), whose, nominal=True) if content else None


def is_not_there(line: Line, cue: CueAt) -> bool:
    """``немає [повідомлень] про напад``, ``заяв про мир не надходило``: words that nobody has said."""
    noun = line.words[cue.verb]
    if "gent" not in cases_in(noun.nouns) or cue.cue.act in ("deny", "doubt"):
        return False
    before = next((w for w in reversed(line.between(0, cue.first)) if not w.adjectives or w.nouns), None)
    if before is not None and (before.low in line.group("without") or before.low in line.group("absent")):
        return True
    if before is not None and before.lemmas & line.group("getting"):
        return line.words[before.at - 1].low in line.group("negation")  # "не отримували розпоряджень про закриття"
    verb = next((w for w in line.between(cue.last, cue.last + MISSING_REACH) if w.finite or w.text in ",;:"), None)
    denied = verb is not None and line.words[verb.at - 1].low in line.group("negation")
    return denied and verb is not None and verb.has("neut") and verb.has("past")


def before_participle(line: Line, inner: Phrase, end: int, noun: Word) -> int:
    """``звинувачення у крадіжці[, висунуті торік]``: the comma before what is told of the noun itself."""
    for at in range(inner.first, end - 1):
        told = line.words[at + 1]
        if is_comma(line, at) and is_participle(told) and agree(noun.nouns, told.adjectives):
            return end if agree(inner.forms, told.adjectives) else at
    return end - 1 if line.words[end - 1].low in line.group("negation") else end


def is_whose(line: Line, inner: Phrase, frame: str) -> bool:
    """``звинувачення на [свою адресу]``, ``обвинения в [его адрес]``: against whom it is, not of what."""
    return frame == "in" and bool(line.words[inner.head].lemmas & line.group("addresses"))


def asked_for(line: Line, cue: CueAt, thing: Phrase) -> Found | None:
    """``петиція з вимогою [відставки директора]``: what is asked for stands in the genitive."""
    content = spans(nominal_content(line, thing.first, cue))
    whose = asker(line, cue)
    return Found(cue, content, "noun", source_span(line, whose), whose, nominal=True) if content else None


def noun_frames(line: Line, cue: CueAt, owner: Phrase | None) -> frozenset[str]:
    """The frames that a noun takes where it stands: of demands any, of words "about" only with whose they are."""
    if cue.cue.act in ("direct", "deny"):
        # "відповідає вимогам щодо безпеки": what is met is a norm
        met = cases_in(line.words[cue.verb].nouns) == {"datv"}
        return cue.cue.frames & {"about", "to", "with", "on", "per"} if not (cue.cue.weak or met) else frozenset()
    owned = owner is not None and can_speak(line, owner) and not owner.pronoun
    # "[його] слова про мову"; "[свої] слова" are whose the sentence is
    whose = line.between(cue.first - 1, cue.first)
    owned = owned or any(w.low in line.group("pronouns.possessive") for w in whose)
    led = any("PREP" in w.pos for w in line.between(cue.first - 2, cue.first))
    bare = line.words[cue.verb].lemmas & line.group("bare_messages")
    found = {"about"} if owned or bare else set()
    if not cue.cue.weak and (led or line.words[cue.verb].lemmas & line.group("accusations")):
        found.add("in")
    return cue.cue.frames & found


def accused(line: Line, cue: CueAt) -> Found | None:
    """``жінку, звинувачену в крадіжці``: what somebody is accused of stands behind the participle, but for a time."""
    at = cue.last
    while at < len(line.words) - 1 and (line.words[at].time or is_adverb(line.words[at])):
        at += 1
    known = at < len(line.words) and line.words[at].low in prepositions(line.language)["in"]
    inner = (governed(line, at + 1, "in") or quoted_charge(line, at + 1, "in")) if known else None
    if inner is None:
        return None
    led = is_comma(line, cue.first - 1)
    stop = charge_end(line, cue, inner, led)
    if stop is None and not led and not line.words[cue.verb].finite:
        return None  # "звинувачені в крадіжці часто тікають": people of a kind
    content = spans(nominal_content(line, at + 1, cue) if stop is None else span_of(line, at + 1, stop))
    return Found(cue, content, "noun", nominal=True) if content else None


def quoted_charge(line: Line, at: int, frame: str) -> Phrase | None:
    """``обвинения в [«богохульстве»]``, ``звинувачена у ["зраді"]``: the words between the marks."""
    if frame != "in" or not opens_quote(line, at):
        return None
    inner = phrase_at(line, at + 1)
    cased = inner is not None and inner.cases() & line.group("prepositions.in.cases")
    return replace(inner, first=at) if inner is not None and cased else None


def behind_quoted(line: Line, charge: Phrase, end: int) -> int:
    """``обвинения в [«подлоге»] возникли``: where a charge in quotation marks ends, unless another joins it."""
    if line.words[charge.first].text not in OPENING:
        return end
    closing = (w.at + 1 for w in line.between(charge.first + 1, end) if w.text in CLOSING)
    close = next(closing, end)
    return end if close < end and joins(line, close) else close


def charge_end(line: Line, cue: CueAt, charge: Phrase, led: bool) -> int | None:
    """``звинуваченої в крадіжці [жінки]``, ``... [і засудженої]``: where what agrees with the participle begins."""
    forms = line.words[cue.verb].adjectives
    for at in range(charge.head + 1, charge.last + 1 + (line.words[charge.first].text in OPENING)):
        person = phrase_at(line, at, coordinate=False) if not led else None
        if person is not None and person.animate and person.last >= charge.last and agree(forms, person.forms):
            return at
        joined = line.between(at + 1, at + 2) if joins(line, at) else ()
        if any(is_participle(w) and agree(forms, w.adjectives) for w in joined):
            return at
    return None


def between_noun_and_verb(line: Line, cue: CueAt) -> Span | None:
    """``незгоду [з угодою] висловили``: the phrase inside a group that is turned round."""
    for word in line.between(cue.first + 1, cue.last - 2):
        for frame, words in prepositions(line.language).items():
            if frame in PHRASES & cue.cue.frames and word.low in words:
                inner = governed(line, word.at + 1, frame)
                return span_of(line, inner.first, cue.last - 1) if inner is not None else None
    return None


def is_turned_with(line: Line, cue: CueAt) -> bool:
    """Whether a noun for a demand stands as what somebody turns with: ``із проханням``, ``с просьбой``."""
    led = any("PREP" in w.pos for w in line.between(cue.first - 1, cue.first))
    return cue.cue.act == "direct" and led and line.words[cue.verb].has("ablt")


def is_back_reference(line: Line, first: int) -> bool:
    """``повідомили про це``: the content is the sentence before."""
    told = line.words[first].low in line.group("pronouns.told")
    return told and line.words[first - 1].low in line.group("about")


def nominal_content(line: Line, first: int, cue: CueAt) -> Span | None:
    """The phrase from word ``first`` with all that belongs to it."""
    return span_of(line, first, content_end(line, first, cue, nominal=True))


def with_front(line: Line, cue: CueAt, subject: Phrase | None, first: int | None) -> tuple[Span, ...]:
    """An object before the cue, with what it is called behind the cue if the cue wants that; () where there is none."""
    front = fronted_object(line, cue, subject)
    if front is None or (subject is None and first is not None and "in" in cue.cue.frames):
        return ()  # "Жінку звинуватили в [крадіжці]"
    if "rest" not in cue.cue.frames:
        return (front,) if first is None else ()
    rest = named_rest(line, cue, subject) or (nominal_content(line, first, cue) if first is not None else None)
    if rest is None and first is None and (whole := called_beside(line, cue, front)) is not None:
        return (whole,)
    return spans(front, rest) if rest is not None or "obj" in cue.frames else ()


def called_beside(line: Line, cue: CueAt, front: Span) -> Span | None:
    """``Лікар [винним себе] не вважає``: an object before the cue, with what it is called beside it."""
    inside = line.inside(front)
    for at, span in (
        (inside[0].at - 1, (inside[0].at - 1, inside[-1].at + 1)),
        (inside[-1].at + 1, (inside[0].at, inside[-1].at + 2)),
    ):
        word = line.words[at] if 0 <= at < cue.first else None
        called = phrase_at(line, at) if at > inside[-1].at and at < cue.first else None
        if called is not None and called.cases() == {"ablt"} and called.last <= cue.first:
            return span_of(line, inside[0].at, called.last)  # "зарплату [головним мотивом] назвали"
        if word is not None and word.kind == "word" and cases_in(word.adjectives or word.nouns) - {"datv"} == {"ablt"}:
            return span_of(line, *span)
    return None


def called_in_front(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """``[Помилкою] мер назвав рішення``: what something is called, in the instrumental at the start of the clause."""
    if not line.words[cue.verb].lemmas & line.group("naming|opinions"):
        return None
    start = clause_start(line, cue.first)
    stop = subject.first if subject is not None and start < subject.first < cue.first else cue.first
    kind, phrase = next(chunks(line, start, stop), ("", None))
    if phrase is None or kind != "np" or phrase.first != start or phrase.cases() != {"ablt"}:
        return None
    near = not any(w.kind == "mark" or w.finite for w in line.between(phrase.last, stop))
    return span_of(line, phrase.first, stop) if near else None


def named_rest(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """What a fronted object is called: ``назвав "успішним"``, an instrumental or a quotation behind the cue."""
    skip = behind(cue, subject)
    at = skip.last if skip is not None else cue.last
    if at >= last_word(line):
        return None
    phrase, word = phrase_at(line, at), line.words[at]
    cases = phrase.cases() if phrase is not None else cases_in(word.adjectives)
    linked = "with" in cue.cue.frames and preposition_end(line, at, prepositions(line.language)["with"]) is not None
    if word.quote < 0 and "ablt" not in cases and word.low not in line.group("as_says") and not linked:
        return None
    return nominal_content(line, at, cue)
