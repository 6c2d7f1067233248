"""Finds attributions: for each cue the first frame that fits gives content and source.

A frame is a small function ``(Scene, CueAt) -> Found | None``. ``FRAMES`` is the ordered list; the name of the frame is
the rule that ``show --why`` prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from firsthand.records import Attribution, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.clauses import (
    FINAL,
    antecedent,
    chunks,
    is_break,
    is_comma,
    joins,
    last_word,
    relative_end,
    spaced,
    starts_relative,
    subject_left,
    subject_right,
)
from firsthand.stages.attribution.cues import Cue, CueAt, find_cues, lexicon
from firsthand.stages.attribution.english import find_english
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import Phrase, phrase_at, quoted_name
from firsthand.stages.attribution.quotes import Quote, find_quotes
from firsthand.stages.attribution.words import Context, Line, Word, make_line

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what stands around it in its paragraph."""

    line: Line
    quotes: tuple[Quote, ...]
    previous: Span | None
    title: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame found: the source's words, the content as spans, the rule."""

    cue: CueAt
    content: tuple[Span, ...]
    rule: str
    source: Span | None = None
    subject: Phrase | None = None
    parenthetical: Span | None = None
    nominal: bool = False


# --- geometry of contents -------------------------------------------------------------------------


def span_of(line: Line, first: int, last: int) -> Span | None:
    """The span of words ``first`` up to ``last``, without commas, dashes and stops at its ends."""
    words = line.words
    while first < last and (words[first].text in ",;:" or (words[first].dash and spaced(line, first))):
        first += 1
    while first < last and (words[last - 1].text in ",;:(" or words[last - 1].dash or is_final(line, last - 1, first)):
        last -= 1
    return Span(words[first].start, words[last - 1].stop) if first < last else None


def is_final(line: Line, at: int, first: int) -> bool:
    """A stop that ends the sentence, not one inside a quotation or behind an abbreviation."""
    word = line.words[at]
    return word.text[0] in FINAL and at == len(line.words) - 1 and at > first


def spans(*parts: Span | None) -> tuple[Span, ...]:
    """The parts that are there."""
    return tuple(part for part in parts if part is not None)


def content_end(line: Line, first: int, cue: CueAt, nominal: bool = False) -> int:
    """One past the last word of a content that starts at ``first``: the clause, or the phrase for a nominal content."""
    end = last_word(line)
    depth = 0
    for at in range(first, end):
        word = line.words[at]
        if word.text == "(":
            depth += 1
        elif word.text == ")":
            depth -= 1
            if depth < 0:
                return at
        if depth == 0 and at > first and ends_here(line, at, first, cue, nominal):
            return at - 1 if nominal and at - 1 > first and joins(line, at - 1) else at
        if line.words[cue.verb].quote >= 0 and word.quote != line.words[cue.verb].quote:
            return at
    return end


def ends_here(line: Line, at: int, first: int, cue: CueAt, nominal: bool) -> bool:
    """Whether the source's words end before word ``at``."""
    word = line.words[at]
    if word.text == ";":
        return True
    if subordinate(line, cue) and is_comma(line, at) and not goes_on(line, at + 1):
        return True
    if returns_to_teller(line, at, cue):
        return True
    if not nominal:
        return False
    if joins(line, at) and acts_on(line, at, cue):
        return True
    if is_comma(line, at):
        return not continues_phrase(line, at, first)
    return word.finite and not inside_relative(line, first, at) and word.mention < 0 and not word.nouns


def goes_on(line: Line, at: int) -> bool:
    """Whether a clause goes on behind a comma: a relative, a conjunction, a complement."""
    low = line.words[at].low if at < len(line.words) else ""
    return (
        starts_relative(line, at) or joins(line, at) or low in line.group("that") or low in line.group("subordinators")
    )


def subordinate(line: Line, cue: CueAt) -> bool:
    """Whether the cue's own clause is a lesser one: ``Хоча X заперечує Y, ...``, ``..., яку закликають стратити, ...``."""
    comma = next((i for i in range(cue.first - 1, max(cue.first - 8, -1), -1) if is_comma(line, i)), None)
    if comma is not None and starts_relative(line, comma + 1):
        return not any(w.finite for w in line.between(0, comma))
    return line.words[0].low in line.group("subordinators") and not any(is_comma(line, i) for i in range(cue.first))


def returns_to_teller(line: Line, at: int, cue: CueAt) -> bool:
    """``..., а також дав вказівку``, ``... і запросила``: a joined cue verb of the same form goes on with the teller."""
    if not (joins(line, at) or is_comma(line, at)):
        return False
    verb = line.words[cue.verb]
    here = at
    while here < len(line.words) and here - at < 5:
        word = line.words[here]
        if word.finite and "VERB" in verb.pos:
            known = lexicon(line.language).verbs
            return bool(word.lemmas & known.keys()) and same_form(word, verb)
        if not (
            joins(line, here)
            or is_comma(line, here)
            or word.pos & {"ADVB", "PRCL"}
            or word.low in ADDITIVE | line.group("adversatives")
        ):
            return False
        here += 1
    return False


def acts_on(line: Line, at: int, cue: CueAt) -> bool:
    """``погодився накласти заборону та дозволив ...``: behind a phrase a joined verb of the same form is the teller's deed."""
    for word in line.words[at + 1 : at + 4]:
        if word.finite:
            return same_form(word, line.words[cue.verb])
        if not word.pos & {"ADVB", "PRCL"} and word.low not in ADDITIVE:
            return False
    return False


ADDITIVE = frozenset(["також", "также", "теж", "тоже", "не", "ще", "еще", "при", "цьому", "этом", "водночас"])
MARKS = frozenset(("past", "pres", "futr", "masc", "femn", "neut", "plur", "sing"))


def same_form(left: Word, right: Word) -> bool:
    """Whether two finite verbs can be of one tense, number and gender."""
    ours = {r.grammemes & MARKS for r in left.readings if r.pos == "VERB"}
    return any(r.grammemes & MARKS in ours for r in right.readings if r.pos == "VERB")


def continues_phrase(line: Line, comma: int, first: int) -> bool:
    """Whether a phrase goes on behind a comma: a relative clause, a participle, a further member."""
    after = comma + 1
    if after >= len(line.words):
        return False
    word = line.words[after]
    if joins(line, after):
        return not any(w.finite for w in line.words[after : after + 9])
    if starts_relative(line, after) or word.low in (
        "зокрема",
        "включая",
        "включно",
        "щоб",
        "чтобы",
        "аби",
        "що",
        "что",
    ):
        return True
    if (
        (word.adjectives and not word.nouns)
        or word.low in line.group("subordinators")
        or word.low in line.group("that")
    ):
        return True
    rest = line.words[after : after + 12]
    return not any(w.finite for w in rest)


def inside_relative(line: Line, first: int, at: int) -> bool:
    """Whether word ``at`` lies in a clause of its own inside the content: relative, or behind a conjunction."""
    for here in range(first, at):
        if is_comma(line, here):
            end = relative_end(line, here, len(line.words))
            if end is not None and here < at < end:
                return True
            if line.words[here + 1].low in line.group("that") or line.words[here + 1].low in line.group("questions"):
                return True
    return starts_relative(line, first)


# --- sources ----------------------------------------------------------------------------------------


def verb_subject(scene: Scene, cue: CueAt, right_first: bool) -> Phrase | None:
    """The subject of a cue verb on the side where it is likelier, else on the other."""
    if "GRND" in scene.line.words[cue.verb].pos and not scene.line.words[cue.verb].finite:
        return main_subject(scene, cue)
    sides = (subject_right, antecedent, subject_left) if right_first else (antecedent, subject_left, subject_right)
    place = place_subject(scene.line, cue)
    if any(w.low in scene.line.group("relatives") for w in scene.line.between(cue.first - 4, cue.first)):
        sides = (*sides, relative_subject)
    for side in sides:
        phrase = side(scene.line, cue)
        if phrase is not None and not (
            side is subject_right and place is not None and place.last <= cue.first and not phrase.animate
        ):
            return phrase
    return place


def relative_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``схвалила резолюцію, в якій висловила протест``: without a subject of its own, the main verb's subject."""
    comma = next((i for i in range(cue.first - 1, -1, -1) if is_comma(line, i)), None)
    main = next((w for w in line.between(0, comma or 0) if w.finite), None)
    return subject_left(line, replace(cue, first=main.at, last=main.at + 1)) if main is not None else None


def main_subject(scene: Scene, cue: CueAt) -> Phrase | None:
    """``..., додавши, що``: the subject of the clause's main verb."""
    verbs = [w for w in scene.line.words if w.finite and w.mention < 0 and w.quote == scene.line.words[cue.verb].quote]
    before = [w for w in verbs if w.at < cue.first]
    for word in (*reversed(before), *(w for w in verbs if w.at > cue.first)):
        found = verb_subject(scene, CueAt(word.at, word.at + 1, word.at, cue.cue), False)
        if found is not None:
            return found
    return None


def place_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``У Кремлі заявили``, ``додали в бюро``: a body as a place, with a verb in the plural or an impersonal one."""
    verb = line.words[cue.verb]
    if not (verb.has("plur") or verb.has("Refl") or verb.has("Impe") or verb.has("neut") or impersonal(cue)):
        return None
    for at in range(cue.first - 1, max(cue.first - 4, -1), -1):
        if line.words[at].low in line.group("pronouns.there"):
            return Phrase(at, at + 1, at, frozenset(), pronoun=True)
    behind = behind_addressee(line, cue.last)
    order = (
        list(range(cue.first - 1, max(cue.first - 25, -1), -1)),
        list(range(behind, min(behind + 1, len(line.words)))),
    )
    for positions in order:
        for at in positions:
            word = line.words[at]
            if word.text in ";:()" or (word.text == "," and positions is order[1]):
                break
            if word.text == "," and positions is order[0]:
                break
            if word.low in PLACE_PREPOSITIONS and at + 1 < len(line.words):
                phrase = phrase_at(line, at + 1)
                if phrase is not None and "loct" in phrase.cases() and is_body(line, phrase):
                    return phrase
    return None


def subject_of(scene: Scene, cue: CueAt) -> Phrase | None:
    """The source of a cue: a verb's subject; for a noun whose it is, or who uses it."""
    return noun_source(scene, cue) if cue.cue.kind == "noun" else verb_subject(scene, cue, False)


def noun_source(scene: Scene, cue: CueAt) -> Phrase | None:
    """``заява міністра про те, що``: the genitive behind; else the subject of the verb before: ``звернувся з проханням``."""
    line = scene.line
    owner = phrase_at(line, cue.last) if cue.last < len(line.words) else None
    if owner is not None and "gent" in owner.cases() and not owner.pronoun and not line.words[cue.last].infinitive:
        return owner
    before = line.words[cue.first - 1] if cue.first else None
    if before is not None and before.low in line.group("pronouns.possessive"):
        return Phrase(before.at, before.at + 1, before.at, before.adjectives, pronoun=True)
    for at in range(cue.first - 1, max(cue.first - 14, -1), -1):
        word = line.words[at]
        if is_comma(line, at) or is_break(word):
            return None
        if word.finite:
            return verb_subject(scene, CueAt(at, at + 1, at, cue.cue), False)
    return None


def behind_addressee(line: Line, at: int) -> int:
    """The word behind whom a cue addresses: ``рассказали "Известиям" в ведомстве``."""
    phrase = phrase_at(line, at) if at < len(line.words) and line.words[at].low not in PLACE_PREPOSITIONS else None
    return phrase.last if phrase is not None and "datv" in phrase.cases() and "nomn" not in phrase.cases() else at


PLACE_PREPOSITIONS = frozenset(["у", "в", "на", "во"])


def is_body(line: Line, phrase: Phrase) -> bool:
    """Something that can speak: a named place or organisation, or a body, no time and no plain place of meeting."""
    head = line.words[phrase.head]
    if any(w.time for w in line.between(phrase.first, phrase.last)):
        return False
    return phrase.named or bool(head.lemmas & bodies(line)) or head.mention >= 0 or head.capital


def bodies(line: Line) -> frozenset[str]:
    """Nouns of bodies and documents that speak, by lemma."""
    return line.group("bodies")


def impersonal(cue: CueAt) -> bool:
    """A reflexive or impersonal cue, which has no subject."""
    return "impersonal" in cue.cue.frames


def source_span(line: Line, phrase: Phrase | None) -> Span | None:
    """The words of a source phrase."""
    return None if phrase is None else Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop)


# --- complements behind the cue ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its kind (that, question, colon, inf, about, obj, ...) and the first word of the content."""

    kind: str
    first: int


def complement(line: Line, cue: CueAt, skip: Phrase | None) -> Complement | None:
    """The first complement behind the cue; ``skip`` is the subject that may stand between."""
    at = cue.last
    end = last_word(line)
    while at < min(end, cue.last + 60):
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        word = line.words[at]
        if (named := quoted_name(line, at)) is not None:
            at = named
            continue
        found = at_word(line, at, cue)
        if found is not None:
            return found
        if is_comma(line, at):
            nxt = over_insertion(line, at, end)
            if nxt is None:
                return None
            at = nxt
            continue
        if (word.finite and word.mention < 0 and not word.nouns) or word.text in ";)" or (word.dash and spaced(line, at)):
            return None
        at += 1
    return None


def at_word(line: Line, at: int, cue: CueAt) -> Complement | None:
    """A complement that begins at word ``at``."""
    words = line.words
    word = words[at]
    if word.text == ":":
        return Complement("colon", at + 1)
    if is_comma(line, at) and at + 1 < len(words):
        nxt = words[at + 1]
        if nxt.low in line.group("that"):
            return Complement("that", at + 2)
        if nxt.low in line.group("questions") and not (starts_relative(line, at + 1) and nominal_before(line, at, cue)):
            return Complement("question", at + 1)
        if at + 2 < len(words) and words[at + 2].low == "ли":
            return Complement("question", at + 1)
    if word.low in line.group("that") and at == cue.last and at + 1 < len(words):
        return Complement("that", at + 1)
    if word.low == "ли" and at == cue.last + 1:
        return Complement("question", at - 1)
    if word.infinitive:
        return Complement("inf", infinitive_start(line, at, cue.last))
    return None


def infinitive_start(line: Line, at: int, floor: int) -> int:
    """The infinitive with its negation and adverbs before it."""
    while at - 1 >= floor and (line.words[at - 1].low in line.group("negation") or is_adverb(line.words[at - 1])):
        at -= 1
    return at


def is_adverb(word: Word) -> bool:
    """An adverb that is no noun."""
    return "ADVB" in word.pos and not word.nouns and word.kind == "word"


def nominal_before(line: Line, comma: int, cue: CueAt) -> bool:
    """Whether a noun stands right before the comma, so that a relative clause is likelier than a question."""
    return comma - 1 >= cue.last and bool(line.words[comma - 1].nouns)


def over_insertion(line: Line, comma: int, end: int) -> int | None:
    """The word behind a relative clause, apposition or insertion that starts at a comma; None where the clause ends."""
    relative = relative_end(line, comma, end)
    if relative is not None:
        return relative if relative < end else None
    for at in range(comma + 1, min(comma + 16, end)):
        if is_comma(line, at):
            return at
        if line.words[at].finite and line.words[at].mention < 0:
            return None
    return None


# --- frames -----------------------------------------------------------------------------------------


def clause_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заявив, що ...``, ``повідомив, чи ...``, ``заявив про те, що ...``."""
    if cue.cue.kind == "phrase" or not (cue.cue.frames & {"that", "impersonal"} or cue.cue.kind == "noun"):
        return None
    line = scene.line
    subject = subject_of(scene, cue)
    found = complement(line, cue, subject if subject and subject.first >= cue.last else None)
    if found is None or found.kind not in ("that", "question"):
        return None
    if cue.cue.kind == "noun" and (found.kind == "question" or not noun_takes(line, cue, found.first)):
        return None
    content = clause_content(scene, found.first, cue)
    return Found(cue, content, "clause", source_span(line, subject), subject) if content else None


def noun_takes(line: Line, cue: CueAt, first: int) -> bool:
    """Whether the clause at ``first`` says what the noun is about, not which one it is (``дані, що призвели``)."""
    words = line.words
    if first >= len(words) or first - cue.last > 12 or any(w.finite for w in line.between(cue.last, first)):
        return False
    pointed = words[first - 3].low in line.group("demonstratives") if first >= 3 else False
    return pointed or (not words[first].finite and not cue.cue.weak)


def noun_offers(line: Line, cue: CueAt) -> bool:
    """Whether a noun stands as what somebody turns with: ``із проханням``, ``с требованием``."""
    return line.words[cue.verb].has("ablt") and cue.first > 0


def clause_content(scene: Scene, first: int, cue: CueAt) -> tuple[Span, ...]:
    """The content from word ``first``, with the rest of a quotation that goes on behind the sentence."""
    line = scene.line
    span = span_of(line, first, content_end(line, first, cue))
    if span is None:
        return ()
    for quote in scene.quotes:
        if quote.span.start < span.stop < quote.span.stop and quote.span.start >= span.start:
            return (Span(span.start, quote.span.stop),)
    return (span,)


def infinitive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``закликав припинити ...``, ``обіцяє збудувати ...``."""
    if "inf" not in cue.cue.frames and cue.cue.act not in ("direct", "commit"):
        return None
    line = scene.line
    subject = subject_of(scene, cue)
    found = complement(line, cue, subject if subject and subject.first >= cue.last else None)
    if found is None or found.kind != "inf" or found.first - cue.last > 14:
        return None
    if cue.cue.kind == "noun" and not noun_offers(line, cue):
        return None
    if (
        cue.cue.act == "assert"
        and (behind := prepositional_start(line, cue, None)) is not None
        and behind < found.first
    ):
        return None
    end = content_end(line, found.first, cue)
    end = next((i for i in range(found.first + 1, end) if joins(line, i) and acts_on(line, i, cue)), end)
    if subject is not None and found.first < subject.first < end:
        end = subject.first
    content = span_of(line, found.first, end)
    return Found(cue, (content,), "infinitive", source_span(line, subject), subject) if content else None


def quote_behind_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заявив: "..."``, ``сказав він: ...``."""
    if cue.cue.kind == "phrase":
        return None
    line = scene.line
    subject = subject_of(scene, cue)
    found = complement(line, cue, subject if subject and subject.first >= cue.last else None)
    if found is None or found.kind != "colon":
        return None
    at = line.words[found.first - 1].stop
    quote = next((q for q in scene.quotes if at <= q.span.start <= at + 3), None)
    if quote is None and cue.cue.kind == "noun":
        return None
    content = quote.span if quote else span_of(line, found.first, last_word(line))
    return Found(cue, (content,), "colon", source_span(line, subject), subject) if content else None


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
    subject = verb_subject(scene, cue, right_first=True)
    start = sentence_before(scene, quote, line)
    after = quote_after(scene, cue, subject)
    content = spans(start, after)
    return Found(cue, content, "quote", source_span(line, subject), subject, Span(at, line.words[-1].stop))


def sentence_before(scene: Scene, quote: Quote, line: Line) -> Span:
    """The quotation, with the words before it in the sentence that belong to the content (``X "...", заявив Y``)."""
    first = line.words[0].start
    lead = line.text[first : quote.span.start].strip()
    if quote.span.start <= first or not lead:
        return quote.span
    return Span(first, quote.span.stop)


def quote_after(scene: Scene, cue: CueAt, subject: Phrase | None) -> Span | None:
    """A quotation that goes on behind the cue: ``"...", – сказав він. – "..."``."""
    line = scene.line
    last = max(cue.last, subject.last if subject else 0)
    at = line.words[last - 1].stop
    for quote in scene.quotes:
        if quote.span.start >= at and not line.text[at : quote.span.start].strip(" ,.:–—-"):
            return quote.span if is_speech(line.text, quote.span) else None
    return None


def leads_over(text: str, quote: Span, at: int) -> bool:
    """Whether a quotation leads over to the clause at ``at``: by a comma or dash, or its own closing mark; a name by a dash alone."""
    gap = text[quote.stop : at]
    if gap.strip(" ,.–—-\u00a0*") or "." in gap:
        return False
    dash, comma = any(d in gap for d in "–—-"), "," in gap
    if is_speech(text, quote):
        return dash or comma or ends_speech(text, quote)
    return dash and comma


def ends_speech(text: str, span: Span) -> bool:
    """Whether a quotation ends like a sentence, so that no comma need follow it."""
    return span.of(text).rstrip('»”"').endswith((".", "!", "?", "…", ","))


def is_speech(text: str, span: Span) -> bool:
    """Whether a quotation is speech rather than a name: several words, or a mark that ends a sentence."""
    inner = span.of(text).strip('«»“”„" ')
    if inner.endswith(("!", "?", ".", ",")):
        return True
    return len(inner.split()) >= (3 if inner[:1].islower() or "," in inner else 4)


def parenthetical_start(line: Line, cue: CueAt) -> int | None:
    """The first word of the clause ``, заявив X`` that the cue stands in: behind a comma or dash; None where there is none."""
    at = cue.first
    while at > 0:
        before = line.words[at - 1]
        if before.text == "," or (before.dash and spaced(line, at - 1)):
            return at
        if before.text in '»”"':
            return at
        if not may_lead(line, at - 1, cue):
            return None
        at -= 1
    return at if at == 0 else None


def may_lead(line: Line, at: int, cue: CueAt) -> bool:
    """What may stand between the comma and the cue: an adverb, ``як``, a time, a place or a short subject, no conjunction."""
    word = line.words[at]
    if cue.first - at > 9 or word.finite or word.kind == "mark" or word.low in line.group("that"):
        return False
    return word.low in AS or not word.pos & {"CONJ"} or bool(word.nouns)


def parenthesis_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``..., заявив X``, ``..., зазначають журналісти, ...``: the clause around it is the content."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if not frames & {"paren", "impersonal"} or cue.cue.kind == "noun":
        return None
    line = scene.line
    begin = parenthetical_start(line, cue)
    if begin is None or begin == 0:
        return None
    subject = verb_subject(scene, cue, right_first=True)
    if subject is not None and subject.first < begin:
        return None
    stop = parenthetical_stop(line, cue, subject)
    if stop is None:
        return None
    left = span_of(line, clause_begin(line, begin), begin)
    lost = cue.last < len(line.words) and is_lost_name(line, cue.last, subject)
    right = span_of(line, stop, last_word(line)) if stop < last_word(line) and not lost else None
    if left is None or not whole_clause(line, begin, stop):
        return None
    if right is not None and is_connector(line, begin):
        left, right = right, None
    left = from_quote_start(scene, left)
    own = Span(line.words[begin - 1].start, line.words[min(stop, len(line.words)) - 1].stop)
    return Found(cue, spans(left, right), "parenthesis", source_span(line, subject), subject, own)


def from_quote_start(scene: Scene, left: Span) -> Span:
    """A content whose sentence begins inside a quotation, from where that quotation begins."""
    quote = next((q.span for q in scene.quotes if q.span.start < left.start < q.span.stop <= left.stop + 1), None)
    return left if quote is None else Span(quote.start, left.stop)


def is_connector(line: Line, stop: int) -> bool:
    """Whether only a connecting phrase stands before word ``stop``: ``Тим не менш``, ``Кроме того``."""
    words = [w.low for w in line.between(0, stop) if w.kind == "word"]
    return " ".join(words) in line.group("connectors")


def clause_begin(line: Line, begin: int) -> int:
    """The first word of the clause that holds a parenthesis at ``begin``: behind a conjunction ``що``, or the sentence's start."""
    return 0


def whole_clause(line: Line, begin: int, stop: int) -> bool:
    """Whether what stands around the parenthesis is a clause: it has a predicate."""
    rest = (*line.between(0, begin), *line.between(stop, len(line.words)))
    return any(w.finite or w.infinitive or w.pos & {"PRTS", "PRED", "ADJS"} or w.dash for w in rest)


def parenthetical_stop(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """One past the parenthesis: the sentence's end, or a comma behind the cue and its subject; None where more follows."""
    at = max(cue.last, subject.last if subject else 0)
    end = last_word(line)
    while at < end:
        word = line.words[at]
        if is_comma(line, at):
            nxt = line.words[at + 1] if at + 1 < end else None
            if nxt is not None and (
                nxt.low in line.group("that")
                or (nxt.low in line.group("questions")
                and not starts_relative(line, at + 1))
            ):
                return None
            relative = relative_end(line, at, end)
            return relative if relative is not None else at
        if word.dash and spaced(line, at):
            return at
        if word.text in ":;" or (word.finite and word.mention < 0) or word.infinitive:
            return None
        if at == cue.last and is_lost_name(line, at, subject):
            return end
        if at == cue.last and subject is None and takes_object(line, at):
            return None
        at += 1
    return end


def is_lost_name(line: Line, at: int, subject: Phrase | None) -> bool:
    """``..., передає Цим пасажирам ...``: the name behind the cue was lost and a new sentence begins."""
    word = line.words[at]
    return (
        subject is None
        and word.capital
        and word.mention < 0
        and bool(word.pos & {"NPRO", "ADJF", "PREP", "CONJ", "PRCL", "ADVB"})
    )


def takes_object(line: Line, at: int) -> bool:
    """Whether an object stands right behind the cue, so that the cue's clause is one of its own."""
    phrase = phrase_at(line, at)
    return phrase is not None and not phrase.named and "accs" in phrase.cases() and not phrase.animate


def as_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Як повідомляє X, ...``, ``Как сообщила X, ...`` at the start of a sentence or clause."""
    line = scene.line
    if not cue.cue.frames & {"paren", "quote", "that", "impersonal"} or cue.cue.kind == "noun":
        return None
    lead = next((i for i in range(cue.first - 1, max(cue.first - 7, -1), -1) if line.words[i].low in AS), None)
    if lead is None or (lead > 0 and line.words[lead - 1].text != "," and not joins(line, lead - 1)):
        return None
    if any(w.finite for w in line.between(lead, cue.first)) or lead > 2:
        return None
    subject = verb_subject(scene, cue, right_first=True)
    at = max(cue.last, subject.last if subject else 0)
    comma = next(
        (i for i in range(at, last_word(line)) if is_comma(line, i) and relative_end(line, i, len(line.words)) is None),
        None,
    )
    if comma is None:
        return None
    content = span_of(line, comma + 1, last_word(line))
    return Found(cue, (content,), "as", source_span(line, subject), subject) if content else None


AS = frozenset(("як", "как"))


def about_this_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``Про це заявив X``: the content is the sentence before. A medium there makes a chain, no attribution."""
    line = scene.line
    if cue.cue.kind not in ("verb", "predicate") or scene.previous is None or not points_back(line, cue):
        return None
    subject = verb_subject(scene, cue, right_first=True)
    return Found(cue, (scene.previous,), "about-this", source_span(line, subject), subject)


def points_back(line: Line, cue: CueAt) -> bool:
    """``Про це``, ``Об этом``, ``Про таке`` near the start of the sentence and before the cue."""
    for at in range(min(cue.first, 4)):
        word = line.words[at]
        if word.quote >= 0 or word.finite:
            return False
        if (
            word.low in line.group("about")
            and at + 1 < len(line.words)
            and line.words[at + 1].low in line.group("pronouns.told")
        ):
            return True
    return False


def phrase_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``За словами X, ...``, ``..., по данным X, ...``."""
    if cue.cue.kind != "phrase" or cue.cue.case in ("clause", "inf"):
        return None
    line = scene.line
    source, after = phrase_source(line, cue)
    if source is None and not (
        cue.last - cue.first > len(cue.cue.lemma.split()) and after < len(line.words) and is_comma(line, after)
    ):
        return None
    begin, end, phrase_stop = cue.first, last_word(line), after
    while after < end and line.words[after].text not in ",)" and not (line.words[after].dash and spaced(line, after)):
        if (
            line.words[after].finite
            or after - cue.last > 25
            or (begin == 0 and not line.words[after].lemmas & PREPOSITION_LEMMAS and after == phrase_stop)
        ):
            break
        after += 1
    if begin == 0 or only_adverbs(line, begin) or is_connector(line, begin):
        first = after + 1 if after < end and line.words[after].text in ",-–—" else after
        content: tuple[Span, ...] = spans(span_of(line, first, content_end(line, first, cue)))
    else:
        start = inner_start(line, begin)
        if (
            start == 0
            and any(w.finite for w in line.between(0, begin))
            and any(w.finite for w in line.between(after, end))
        ):
            start = max((i + 1 for i in range(begin - 1) if is_comma(line, i)), default=0)
        content = spans(
            span_of(line, start, begin), span_of(line, after, content_end(line, after, cue)) if after < end else None
        )
    return (
        Found(cue, content, "phrase", source, None, Span(line.words[begin].start, line.words[after - 1].stop))
        if content
        else None
    )


PREPOSITION_LEMMAS = frozenset(["зі", "із", "з", "со", "с", "у", "в", "на", "від", "от"])


def only_adverbs(line: Line, stop: int) -> bool:
    """Whether only particles, adverbs or conjunctions stand before word ``stop``: ``При этом, по словам``."""
    return stop <= 4 and not any(w.finite or (w.nouns and not w.time) for w in line.between(0, stop))


def inner_start(line: Line, begin: int) -> int:
    """The start of the clause that a phrase interrupts: behind ``що`` if the phrase stands in such a clause."""
    for at in range(begin - 1, 0, -1):
        if line.words[at].low in line.group("that") and is_comma(line, at - 1):
            return at + 1
    return 0


def phrase_source(line: Line, cue: CueAt) -> tuple[Span | None, int]:
    """The source behind a word group and the word after it; a possessive inside the group is the source itself."""
    for word in line.between(cue.first, cue.last):
        if word.low in line.group("pronouns.possessive"):
            return Span(word.start, word.stop), cue.last
    phrase = phrase_at(line, cue.last)
    if phrase is None or cue.cue.case not in phrase.cases():
        return None, cue.last
    return source_span(line, phrase), phrase.last


def known_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``стало відомо, що ...``: a word group that takes a clause and has no source."""
    if cue.cue.kind != "phrase" or cue.cue.case not in ("clause", "inf"):
        return None
    line = scene.line
    found = complement(line, cue, None)
    wanted = ("that", "question") if cue.cue.case == "clause" else ("inf",)
    if found is None or found.kind not in wanted:
        return None
    subject = verb_subject(scene, replace(cue, verb=cue.first), False) if cue.cue.case == "inf" else None
    content = spans(span_of(line, found.first, content_end(line, found.first, cue)))
    return Found(cue, content, "known", source_span(line, subject), subject) if content else None


PREPOSITIONS = {
    "about": frozenset(["про", "щодо", "о", "об", "обо"]),
    "on": frozenset(("на",)),
    "to": frozenset(["до", "к", "ко"]),
    "in": frozenset(["у", "в", "во"]),
    "with": frozenset(["з", "із", "зі", "с", "со"]),
    "for": frozenset(["за"]),
    "against": frozenset(["проти", "против"]),
    "from": frozenset(["від", "від", "от"]),
}
CASE_AFTER = {"about": {"accs", "loct", "gent"}, "on": {"loct", "accs"}, "to": {"gent", "datv"}, "in": {"loct", "accs"}, "with": {"ablt"},
              "for": {"accs", "ablt"}, "against": {"gent"}, "from": {"gent"}}  # fmt: skip


def nominal_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заперечують угоду``, ``закликав до миру``, ``назвав це помилкою``: the content is a phrase."""
    if cue.cue.kind not in ("verb", "predicate"):
        return None
    line = scene.line
    subject = verb_subject(scene, cue, False)
    skip = subject if subject and subject.first >= cue.last else None
    first = nominal_start(line, cue, skip)
    front = fronted_object(line, cue, subject)
    if front is not None:
        rest = (
            span_of(line, first, content_end(line, first, cue, nominal=True))
            if first is not None
            else named_rest(line, cue, skip)
        )
        if "rest" not in cue.cue.frames and first is None:
            return Found(cue, (front,), "nominal", source_span(line, subject), subject, nominal=True)
        if rest is not None and "rest" in cue.cue.frames:
            content = spans(front, rest)
            return Found(cue, content, "nominal", source_span(line, subject), subject, nominal=True)
    if first is None:
        return fronted(scene, cue, subject)
    content = span_of(line, first, content_end(line, first, cue, nominal=True))
    return Found(cue, (content,), "nominal", source_span(line, subject), subject, nominal=True) if content else None


def fronted_object(line: Line, cue: CueAt, subject: Phrase | None) -> Span | None:
    """An object before the cue: ``КНДР [це] заперечує``, ``[Сам візит] X назвав "успішним"``."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if not frames & {"obj", "rest"} or (cue.cue.weak and not cue.negated):
        return None
    start = max((i + 1 for i in range(cue.first) if is_comma(line, i) or is_break(line.words[i])), default=0)
    for kind, phrase in chunks(line, start, cue.first):
        if (
            kind != "np"
            or (subject is not None and subject.first <= phrase.first < subject.last)
            or "accs" not in phrase.cases()
        ):
            continue
        stop = subject.first if subject is not None and subject.first > phrase.first else cue.first
        between = line.between(phrase.last, stop)
        if len(between) > 4 or any(w.kind == "mark" or w.finite or joins(line, w.at) for w in between):
            continue
        head = line.words[phrase.head]
        if (phrase.cases() >= {"nomn"} and subject is None) or head.time:
            continue
        end = contiguous(line, phrase.last, stop)
        return Span(line.words[phrase.first].start, line.words[end - 1].stop)
    return None


def named_rest(line: Line, cue: CueAt, skip: Phrase | None) -> Span | None:
    """What a fronted object is called: ``назвав "успішним"``, an instrumental or a quotation behind the cue."""
    if "rest" not in cue.cue.frames:
        return None
    at = skip.last if skip is not None and skip.first >= cue.last else cue.last
    if at >= last_word(line):
        return None
    phrase = phrase_at(line, at)
    if line.words[at].quote < 0 and (phrase is None or "ablt" not in phrase.cases()):
        return None
    return span_of(line, at, content_end(line, at, cue, nominal=True))


def nominal_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The first word of a nominal content behind the cue, by the frames that the cue takes."""
    if "rest" in cue.cue.frames:
        return object_start(line, cue, skip) or prepositional_start(line, cue, skip)
    return prepositional_start(line, cue, skip) or object_start(line, cue, skip)


NOMINAL_REACH = 25


def steps(line: Line, cue: CueAt, skip: Phrase | None) -> Iterator[Word]:
    """The words behind a cue that may begin a nominal content: over the subject and prepositional phrases, to the clause's end."""
    at = cue.last
    while at < min(last_word(line), cue.last + NOMINAL_REACH):
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        word = line.words[at]
        if (is_break(word) and word.text not in "«“„") or is_comma(line, at) or (word.finite and not word.nouns):
            return
        yield word
        inner = (
            phrase_at(line, at + 1) if "PREP" in word.pos and word.mention < 0 and at + 1 < len(line.words) else None
        )
        at = inner.last if inner is not None else at + 1


def prepositional_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The content behind a preposition that the cue takes: ``закликав до [миру]``; ``проти`` and ``за`` belong to the content."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    for word in steps(line, cue, skip):
        for frame, prepositions in PREPOSITIONS.items():
            if frame in frames and word.low in prepositions and word.mention < 0:
                inner = phrase_at(line, word.at + 1)
                if (
                    inner is not None
                    and inner.cases() & CASE_AFTER[frame]
                    and not any(w.time for w in line.between(inner.first, inner.last))
                ):
                    return word.at if frame in ("for", "against") else behind_demonstrative(line, inner)
    return None


def behind_demonstrative(line: Line, phrase: Phrase) -> int:
    """The content of ``у тому, що ...`` begins behind the conjunction."""
    words = line.words
    if (
        words[phrase.first].low in line.group("demonstratives")
        and is_comma(line, phrase.last)
        and phrase.last + 2 < len(words)
    ):
        return phrase.last + 2
    return phrase.first


def object_start(line: Line, cue: CueAt, skip: Phrase | None) -> int | None:
    """The content as an object: ``заперечують [угоду]``, with a negation before it."""
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if not frames & {"obj", "rest", "ins"} or (cue.cue.weak and not cue.negated):
        return None
    for word in steps(line, cue, skip):
        if word.time or ("PREP" in word.pos and word.mention < 0):
            continue
        phrase = phrase_at(line, word.at)
        if phrase is not None and is_object(cue, phrase, frames):
            before = line.words[phrase.first - 1]
            compared = line.words[phrase.first].low in COMPARED and before.low in line.group("negation")
            return phrase.first - 1 if compared else phrase.first
    return None


COMPARED = frozenset(["менее", "менш", "меньше", "більше", "более"])


def is_object(cue: CueAt, phrase: Phrase, frames: frozenset[str]) -> bool:
    """Whether a phrase can be the object: accusative (genitive behind a negation or a demand), or instrumental."""
    wanted: set[str] = set()
    if cue.cue.inanimate_object and phrase.animate:
        return False
    if frames & {"obj", "rest"} and cue.cue.case:
        wanted |= {cue.cue.case} | ({"accs"} if cue.cue.lemma.startswith("не ") else set())
    elif frames & {"obj", "rest"}:
        wanted |= {"accs"} | ({"gent"} if cue.negated or cue.cue.act in ("direct", "deny") else set())
    if "ins" in frames:
        wanted |= {"ablt"}
    return bool(wanted & phrase.cases())


def fronted(scene: Scene, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``О необходимости ... заявил X``: the phrase stands before the cue."""
    line = scene.line
    frames = cue.cue.frames | (cue.cue.negated_frames if cue.negated else frozenset())
    if subject is None or subject.first < cue.last:
        return None
    start = fronted_start(line, cue, frames)
    phrase = phrase_at(line, start) if start is not None else None
    if (
        start is None
        or phrase is None
        or phrase.last > cue.first
        or line.words[start].low in line.group("pronouns.this")
    ):
        return None
    content = span_of(line, start, contiguous(line, phrase.last, cue.first))
    return Found(cue, (content,), "fronted", source_span(line, subject), subject, nominal=True) if content else None


def fronted_start(line: Line, cue: CueAt, frames: frozenset[str]) -> int | None:
    """The word behind a preposition that the cue takes, near the start of its clause."""
    for at in range(max(0, cue.first - 20), cue.first - 1):
        word = line.words[at]
        if any(f in frames and word.low in PREPOSITIONS[f] for f in ("about", "with", "to")) and (
            at == 0 or line.words[at - 1].text == "," or at <= 2
        ):
            return at + 1
    return None


def contiguous(line: Line, at: int, stop: int) -> int:
    """One past the infinitive, objects and prepositional phrases that follow a phrase without a gap."""
    while at < stop:
        word = line.words[at]
        if word.infinitive and not word.finite:
            at += 1
            continue
        step = next(chunks(line, at, stop), None)
        if (
            step is None
            or step[1].first != at
            or word.time
            or (step[0] == "np" and "nomn" in step[1].cases() and not step[1].cases() & {"accs", "gent"})
        ):
            break
        if step[0] == "np" and not line.words[at - 1].infinitive:
            break
        at = step[1].last
    return at


def headline_frame(line: Line) -> Found | None:
    """``Reuters: ...`` and ``... – ЗМІ`` in a title: the mark is the cue."""
    words = line.words
    for at, word in enumerate(words):
        if word.text == ":" and at and at + 1 < len(words) and word.quote < 0:
            parts = (0, at), (at + 1, last_word(line))
            return (headline(line, at, *parts) if at <= 8 else None) or headline(line, at, parts[1], parts[0])
    dashes = [w.at for w in words if w.dash and spaced(line, w.at)]
    if dashes and 0 < len(words) - dashes[-1] - 1 <= 6:
        return headline(line, dashes[-1], (dashes[-1] + 1, last_word(line)), (0, dashes[-1]))
    return None


def headline(line: Line, mark: int, source: Part, content: Part) -> Found | None:
    """A headline attribution if its source is a name, a medium or a person, and its content has a verb."""
    phrase = phrase_at(line, source[0]) if 0 < source[1] - source[0] <= 8 else None
    if (
        phrase is None
        or phrase.last < source[1]
        or "nomn" not in phrase.cases()
        or not any(w.finite for w in line.between(*content))
    ):
        return None
    head = line.words[phrase.head]
    text = Span(line.words[phrase.first].start, line.words[phrase.last - 1].stop).of(line.text)
    survey = bool(head.lemmas & line.group("documents")) and source[0] > content[0]
    if (
        head.mention_type not in ("PER", "ORG")
        and not is_medium(text, line.language)
        and not head.has("anim")
        and not survey
    ):
        return None
    said = span_of(line, *content)
    cue = CueAt(mark, mark + 1, mark, Cue(line.words[mark].text, "mark", "assert"))
    return Found(cue, (said,), "headline", source_span(line, phrase), phrase) if said else None


FRAMES: tuple[tuple[str, Callable[[Scene, CueAt], Found | None]], ...] = (
    ("about-this", about_this_frame),
    ("phrase", phrase_frame),
    ("known", known_frame),
    ("as", as_frame),
    ("quote", quote_before_frame),
    ("clause", clause_frame),
    ("colon", quote_behind_frame),
    ("infinitive", infinitive_frame),
    ("parenthesis", parenthesis_frame),
    ("nominal", nominal_frame),
)


def apply_frames(scene: Scene, cue: CueAt) -> Found | None:
    """The first frame that fits the cue."""
    for _, frame in FRAMES:
        found = frame(scene, cue)
        if found is not None:
            return found
    return None


# --- the report ---------------------------------------------------------------------------------------


def paragraphs(report: Report, sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    """Sentences that stand on one line of the page."""
    group: list[Sentence] = []
    for sentence in sentences:
        if group and "\n" in report.text[group[-1].span.stop : sentence.span.start]:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def scenes(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> Iterator[Scene]:
    """Every sentence with its paragraph's quotations and the sentence before it."""
    previous = None
    for number, group in enumerate(paragraphs(report, sentences)):
        quotes = find_quotes(report.text, group[0].span.start, group[-1].span.stop)
        context = Context(report.language, mentions, times, quotes)
        for sentence in group:
            line = make_line(report.text, sentence, context)
            title = number == 0 and len(group) == 1
            yield Scene(line, quotes, previous, title)
            previous = span_of(line, 0, last_word(line))


def in_speech(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands inside quoted speech."""
    number = scene.line.words[cue.verb].quote
    return number >= 0 and is_speech(scene.line.text, scene.quotes[number].span)


def speaks_of_others(scene: Scene, found: Found) -> bool:
    """Inside quoted speech only what the speaker says of others counts: a clause with a source of its own."""
    if found.source is None or found.rule != "clause":
        return False
    first = scene.line.group("pronouns.first")
    return found.source.of(scene.line.text).lower() not in first


def find_attributions(
    report: Report, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], times: tuple[TimeExpression, ...]
) -> tuple[Attribution, ...]:
    """All attributions of a report in the order of their cues; the speaker is left to the next stage."""
    if report.language == "en":
        return find_english(report, sentences, mentions, times)
    found: list[Attribution] = []
    for scene in scenes(report, sentences, mentions, times):
        here = [
            f
            for cue in find_cues(scene.line)
            for f in (apply_frames(scene, cue),)
            if f is not None and counts(scene, f)
        ]
        here = without_weak_inside(scene.line, without_nested_nouns(here))
        title = headline_frame(scene.line) if scene.title else None
        here = [title, *here] if title else here
        found += [to_attribution(scene, f, here) for f in here]
    return tuple(found)


def counts(scene: Scene, found: Found) -> bool:
    """Whether what a frame found is an attribution by the guide."""
    if found.cue.negated and found.cue.cue.negated == "":
        return False
    if in_speech(scene, found.cue) and not speaks_of_others(scene, found):
        return False
    if is_bare_infinitive(scene.line, found.cue) or is_editors(scene.line, found):
        return False
    if found.nominal and (
        (found.source is None and not accuses(scene.line, found.cue)) or "GRND" in scene.line.words[found.cue.verb].pos
    ):
        return False
    if found.cue.cue.kind == "noun" and scene.line.words[found.cue.verb].has("anim"):
        return False
    return not (found.cue.cue.kind == "noun" and found.rule not in ("clause", "infinitive", "colon"))


def accuses(line: Line, cue: CueAt) -> bool:
    """``її звинуватили в ...``: an accusation without a subject, in the plural, is somebody's all the same."""
    word = line.words[cue.verb]
    return "in" in cue.cue.frames and not cue.cue.weak and word.has("plur") and word.has("past")


def is_bare_infinitive(line: Line, cue: CueAt) -> bool:
    """An infinitive is what may be said, not what was; but ``продовжують вимагати`` counts, its phase verb governs."""
    word = line.words[cue.verb]
    return word.infinitive and not word.finite


def is_editors(line: Line, found: Found) -> bool:
    """``Нагадаємо, що ...``: the first person without a subject is the report's own voice."""
    word = line.words[found.cue.verb]
    verbs = [r for r in word.readings if r.pos == "VERB"]
    return found.source is None and bool(verbs) and all(r.grammemes & {"1per", "impr"} for r in verbs)


def without_weak_inside(line: Line, found: list[Found]) -> list[Found]:
    """Without weak cues inside what somebody else says: ``заявила, що міністри підтримали угоду`` is one attribution."""
    strong = [f for f in found if not f.cue.cue.weak]
    return [
        f
        for f in found
        if not (
            f.cue.cue.weak
            and f.rule == "nominal"
            and any(c.start <= line.words[f.cue.first].start < c.stop for s in strong for c in s.content)
        )
    ]


def without_nested_nouns(found: list[Found]) -> list[Found]:
    """Without nouns that a verb's content begins with: ``заявив про готовність ...`` is one attribution."""
    starts = [f.content[0] for f in found if f.cue.cue.kind != "noun" and f.content]
    return [f for f in found if f.cue.cue.kind != "noun" or not any(begins(f, s) for s in starts)]


def begins(found: Found, content: Span) -> bool:
    """Whether a noun cue stands at the head of another cue's content."""
    return (
        content.start <= found.content[0].start
        and 0 < found.content[0].start - content.start < 40
        and found.rule == "infinitive"
    )


def to_attribution(scene: Scene, found: Found, others: list[Found]) -> Attribution:
    """The record: contents without the parentheses of other cues, act and form decided."""
    line = scene.line
    content = found.content
    for other in others:
        if other is not found and other.parenthetical is not None and other.rule != "phrase":
            content = cut_out(line, content, found, other.parenthetical)
    cue = found.cue
    span = Span(line.words[cue.first].start, line.words[cue.last - 1].stop)
    return Attribution(found.source, span, content, act_of(scene, found), form_of(scene, content), found.rule)


def cut_out(line: Line, content: tuple[Span, ...], found: Found, hole: Span) -> tuple[Span, ...]:
    """Contents without a parenthesis that tells who reports them; a parenthesis' own content keeps what lies before it."""
    own = line.words[found.cue.first].start
    if hole.start <= own < hole.stop or (found.parenthetical is not None and found.parenthetical.start > hole.start):
        return content
    parts: list[Span] = []
    for span in content:
        if not span.overlaps(hole):
            parts.append(span)
            continue
        if hole.start > span.start:
            parts.append(trimmed(line.text, Span(span.start, hole.start)))
        if hole.stop < span.stop:
            parts.append(trimmed(line.text, Span(hole.stop, span.stop)))
    return tuple(p for p in parts if p.start < p.stop) or content


def trimmed(text: str, span: Span) -> Span:
    """A span without spaces, commas and dashes at its ends."""
    start, stop = span.start, span.stop
    while start < stop and text[start] in " ,;–—-\n\u00a0":
        start += 1
    while stop > start and text[stop - 1] in " ,;–—-\n\u00a0":
        stop -= 1
    return Span(start, stop)


def act_of(scene: Scene, found: Found) -> str:
    """The act: the cue's own, changed by its negation."""
    cue = found.cue
    if cue.cue.act == "assert" and not cue.negated and commits(scene.line, found):
        return "commit"
    if cue.negated:
        return cue.cue.negated or {"assert": "doubt", "deny": "assert"}.get(cue.cue.act, cue.cue.act)
    return cue.cue.act


def commits(line: Line, found: Found) -> bool:
    """``заявив про готовність``, ``сообщил, что уйдет``: readiness, or one's own future without a subject of its own."""
    inside = [w for w in line.words if found.content and found.content[0].start <= w.start < found.content[0].stop]
    if found.nominal:
        return bool(inside) and bool(inside[0].lemmas & line.group("readiness"))
    if found.rule != "clause" or not inside:
        return False
    verb = next((w for w in inside if w.finite), None)
    if (
        verb is None
        or not verb.has("futr")
        or not verb.has("3per")
        or any(w.text == "," for w in line.between(inside[0].at, verb.at))
    ):
        return False
    phrases = chunks(line, inside[0].at, verb.at)
    own = any(kind == "np" and "nomn" in phrase.cases() for kind, phrase in phrases)
    after = phrase_at(line, verb.at + 1) if verb.at + 1 < len(line.words) else None
    return not own and not (after is not None and after.cases() == {"nomn"})


def form_of(scene: Scene, content: tuple[Span, ...]) -> str:
    """direct: all of it in quotation marks; mixed: part of it is; indirect: none."""
    quotes = [q.span for q in scene.quotes]
    if content and all(any(q.start <= c.start and c.stop <= q.stop for q in quotes) for c in content):
        return "direct"
    partly = [q for q in quotes if any(c.contains(q) for c in content) and quotes_words(scene.line.text, q)]
    return "mixed" if partly else "indirect"


def quotes_words(text: str, quote: Span) -> bool:
    """Whether a quotation inside a content quotes words, rather than setting off a name."""
    inner = quote.of(text).strip('«»“”„" ')
    return bool(inner) and (inner[0].islower() or len(inner.split()) > 5)
