"""``заявив, що ...`` and ``закликав припинити ...``: the content is a clause or an infinitive behind the cue."""

from __future__ import annotations

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import (
    clause_start,
    is_comma,
    joins,
    last_word,
    leads_on,
    same_form,
    span_of,
    spans,
    starts_relative,
)
from firsthand.stages.attribution.complements import Complement, complement
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt, is_submitted, lexicon
from firsthand.stages.attribution.frames.apart import apart
from firsthand.stages.attribution.frames.fronted import fronted_object
from firsthand.stages.attribution.frames.nominal import is_not_there
from firsthand.stages.attribution.heads import OPENING
from firsthand.stages.attribution.likewise import is_told_beside
from firsthand.stages.attribution.objects import (
    nominal_start,
    object_start,
    preposition_end,
    prepositional_start,
    prepositions,
)
from firsthand.stages.attribution.phrase_ends import acts_on, tells_too, turns_to
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.planned import planned_before
from firsthand.stages.attribution.said_at import place_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import source_span, subject_of
from firsthand.stages.attribution.subjects import SAYS, agrees
from firsthand.stages.attribution.words import Line, Word, cases_in

NOUN_REACH = 12
INFINITIVE_REACH = 14
CLAUSE_REACH = 3
QUESTION_REACH = 4
DEED_REACH = 7
MISSING_REACH = 4
# What may stand before an infinitive that opens a clause.
LEADING = frozenset(("ADVB", "PRCL", "CONJ"))


def clause_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``заявив, що ...``, ``повідомив, чи ...``, ``заявив про те, що ...``."""
    if cue.cue.kind == "phrase" or not (cue.cue.frames & {"that", "impersonal"} or cue.cue.kind == "noun"):
        return None
    line = scene.line
    put_in = any(w.low in line.group("as_says") for w in line.between(cue.first - 1, cue.first))
    reason = " ".join(w.low for w in line.between(cue.first - 2, cue.first)) in line.group("because")
    if put_in and not reason and is_comma(line, cue.last):
        return None  # "..., як повідомляється, ...": put into its content
    subject = subject_of(line, cue)
    found = complement(line, cue, subject) or bare_clause(line, cue, subject)
    if found is None or found.kind not in ("that", "question"):
        return None
    if cue.cue.kind == "noun" and not (asked(line, cue, found) or noun_takes(line, cue, found.first)):
        return None
    if cue.cue.kind == "noun" and found.kind == "question" and "question" not in cue.cue.frames:
        return None
    if cue.cue.kind == "noun" and is_not_there(line, cue):
        return None
    if found.kind == "question" and (line.words[cue.verb].lemmas & line.group("waiting") or likens(line, found)):
        return None
    if found.kind == "question" and is_of_thing_told(line, cue, found):
        return None
    if cue.cue.kind == "verb" and is_noun_commented(line, cue, found.first):
        return None
    if is_purpose(line, cue, found) or (cue.cue.weak and found.kind == "question" and found.first > cue.last + 1):
        return None
    if cue.cue.weak and tells_of_object(line, cue, subject, found):
        return None
    if line.words[cue.verb].lemmas & line.group("answering") and is_answered_noun(line, cue, found.first):
        return None
    if cue.cue.kind != "noun" and is_told_as_phrase(line, cue, subject, found):
        return None
    content = clause_content(scene, denied(line, cue, subject, found.first), cue)
    return Found(cue, content, "clause", source_span(line, subject), subject) if content else None


def is_noun_commented(line: Line, cue: CueAt, first: int) -> bool:
    """``коментуючи дані про те, що ...``: the clause belongs to the noun for words that is commented on."""
    if not line.words[cue.verb].lemmas & line.group("commenting"):
        return False
    known = lexicon(line.language).nouns.keys()
    return any(w.lemmas & known for w in line.between(cue.last, first))


def is_answered_noun(line: Line, cue: CueAt, first: int) -> bool:
    """``відповідаючи на [повідомлення] про те, що ...``: the clause belongs to the words that are answered."""
    led = any(w.low in line.group("prepositions.on.words") for w in line.between(cue.last, cue.last + 1))
    known = lexicon(line.language).nouns.keys()
    pointed = line.words[first - 3].low in line.group("demonstratives")
    return led and pointed and any(w.lemmas & known for w in line.between(cue.last, first))


def likens(line: Line, found: Complement) -> bool:
    """``вакцини, [як і] антибіотики``, ``[как только] открыли``: behind ``як`` a comparison or a time, no question."""
    behind = line.between(found.first + 1, found.first + 3)
    how = line.words[found.first].low in line.group("as_says")
    end = next((at for at in range(found.first + 1, last_word(line)) if is_comma(line, at)), last_word(line))
    clause = line.between(found.first + 1, end)
    if how and not any(w.finite or w.infinitive or w.dash or w.pos & {"PRTS", "ADJS", "PRED"} for w in clause):
        return True  # "не показали, як ознаку недовіри"
    asks = any(w.low in line.group("questions") for w in (*behind, *line.between(found.first + 3, found.first + 4)))
    return how and not asks and any(w.low in line.group("likening") for w in behind[:1])


def is_of_thing_told(line: Line, cue: CueAt, found: Complement) -> bool:
    """``говорячи про практику, прийняту там, коли ...``: behind what is told of, a time or a place is no question."""
    about = preposition_end(line, cue.last, prepositions(line.language)["about"])
    pointed = line.words[found.first - 2].low in line.group("demonstratives")
    when = line.words[found.first].low in line.group("when_or_where")
    return about is not None and when and not pointed and found.first > about + 1


def asked(line: Line, cue: CueAt, found: Complement) -> bool:
    """``на запитання, чи відкриють міст``; a weak noun ("питання") asks only behind "на"."""
    if "question" not in cue.cue.frames or found.kind != "question" or found.first - cue.last > QUESTION_REACH:
        return False
    return not cue.cue.weak or any(
        w.low in line.group("prepositions.on.words") for w in line.between(cue.first - 1, cue.first)
    )


def is_purpose(line: Line, cue: CueAt, found: Complement) -> bool:
    """``уклало угоду, щоб зупинити ...``: what is told apart from the cue by its object is done to an end."""
    word = line.words[found.first - 1]
    if found.first >= 4 and line.words[found.first - 4].low in line.group("purposes"):
        return True  # "для того, щоб"
    return cue.cue.act == "assert" and word.low in line.group("so_that") and found.first > cue.last + 2


def tells_of_object(line: Line, cue: CueAt, subject: Phrase | None, found: Complement) -> bool:
    """``узгодили план, що передбачає ...``: behind an object of a weak verb a relative clause is likelier."""
    comma = found.first - 2
    relative = line.words[found.first - 1].low in line.group("relative_that")
    if not relative or comma <= cue.last or cue.cue.kind != "verb":
        return False
    before = line.words[comma - 1]
    own = subject is not None and subject.last == comma
    place = place_at(line, cue.last, ("bodies",))
    if place is not None and place.last == comma:
        return False  # "доводив у суді, що"
    return not own and bool(before.nouns) and before.low not in line.group("demonstratives")


def is_told_as_phrase(line: Line, cue: CueAt, subject: Phrase | None, found: Complement) -> bool:
    """``вимагають [гарантій], щоб ...``, ``планує [витрати], що не дасть користі``: what is told is the phrase.

    Not where the clause says what a noun for words is about (``підтвердив слова, що``), or whom one turns to.
    """
    comma = next((at for at in range(found.first - 1, cue.last, -1) if is_comma(line, at)), None)
    first = nominal_start(line, cue, subject) if comma is not None and cue.cue.act != "deny" else None
    if first is not None and line.words[first].low in line.group("comparatives"):
        first += 1
    inner = phrase_at(line, first) if comma is not None and first is not None and first < comma else None
    if inner is None or comma is None or line.words[comma - 1].low in line.group("demonstratives"):
        return False
    asking = line.group("questions") - line.group("subordinators") - line.group("relatives") - line.group("as_says")
    head, opening = line.words[inner.head], line.words[comma + 1]
    # "розповів «Вечірньому порту», що", "розповів Радіо Свобода, що"
    told = head.text in OPENING or means_medium(line, inner)
    named = head.mention >= 0 or head.text.isascii() or told
    somebody = inner.animate or inner.pronoun or named
    bodies = line.group("bodies") - line.group("documents")
    if somebody or head.lemmas & (bodies | lexicon(line.language).nouns.keys()) or opening.low in asking:
        return False
    return inner.last <= comma and not head.lemmas & line.group("documents")


def denied(line: Line, cue: CueAt, subject: Phrase | None, first: int) -> int:
    """``спростував інформацію про те, що ...``: what is denied begins with the noun for words, if there is one."""
    if cue.cue.act != "deny" or "obj" not in cue.cue.frames:
        return first
    at = object_start(line, cue, subject)
    noun = phrase_at(line, at) if at is not None and at < first - 1 else None
    if at is None or noun is None or not line.words[noun.head].lemmas & lexicon(line.language).nouns.keys():
        return first
    return at


def bare_clause(line: Line, cue: CueAt, subject: Phrase | None) -> Complement | None:
    """``Лікарка додала, [ліків вистачить]``: behind the comma a clause that no conjunction opens."""
    if cue.cue.kind != "verb" or not cue.cue.frames >= SAYS or cue.cue.weak or not line.words[cue.verb].finite:
        return None
    if (cue.cue.act == "deny" or cue.negated) and (apart(line, cue, subject) or fronted_object(line, cue, subject)):
        return None  # "провини не визнає, [його захист оскаржить вирок]"
    first = cue.last + 1
    own = is_own_thought(line, cue)
    if cue.negated and not own:
        return None  # "на звонки не ответили, [в порту отказались говорить]"
    if (
        (subject is None and not own)
        or (subject is not None and subject.last > cue.first)
        or not is_comma(line, cue.last)
        or first >= last_word(line)
    ):
        return None
    word = line.words[first]
    if word.pos & {"GRND", "PRTF", "CONJ"} or word.dash or word.text in OPENING or starts_relative(line, first):
        return None
    end = next((at for at in range(first, last_word(line)) if is_comma(line, at)), last_word(line))
    clause = line.between(first, end)
    return Complement("that", first) if any(w.finite or w.dash or "PRTS" in w.pos for w in clause) else None


def is_own_thought(line: Line, cue: CueAt) -> bool:
    """``"Думаю, міст відкриють"``: the first person at the start of what somebody says."""
    before = line.between(cue.first - 1, cue.first)
    return line.words[cue.verb].has("1per") and all(w.text in OPENING or w.dash or w.text == ":" for w in before)


def noun_takes(line: Line, cue: CueAt, first: int) -> bool:
    """Whether the clause at ``first`` says what the noun is about, not which one it is (``дані, що призвели``)."""
    words = line.words
    between = [w for w in line.between(cue.last, first) if w.finite and not w.lemmas & line.group("consisting")]
    if first >= len(words) or first - cue.last > NOUN_REACH or between:
        return False
    if is_of_another(line, cue, first):
        return False
    pointed = first >= 3 and words[first - 3].low in line.group("demonstratives")
    if pointed and any(w.low in line.group("in_connection") for w in line.between(first - 5, first - 4)):
        return False
    if cue.cue.weak and words[first - 1].low in line.group("that") - line.group("plain_that") - line.group("so_that"):
        return first == cue.last + 2 and any(
            w.finite or "PRTS" in w.pos for w in line.between(first, content_end(line, first, cue))
        )
    if cue.cue.weak:
        which = words[first].finite and line.group("relative_that")  # "заяву, що збентежила міністрів"
        answered = words[cue.verb].lemmas & line.group("asked_nouns") and cue.first and not which
        answered = answered and words[cue.first - 1].low in line.group("prepositions.on.words")
        return (
            pointed
            or bool(answered)
            or (words[first - 1].low in line.group("plain_that") and not which and is_submitted(line, cue))
        )
    return pointed or not words[first].finite


def is_of_another(line: Line, cue: CueAt, first: int) -> bool:
    """``частина вимог і умова, що не має ставати``: behind a second noun the clause says which that is."""
    last = line.words[first - 3] if first - 3 > cue.last else None
    if (
        last is None
        or not last.nouns
        or last.low in line.group("demonstratives")
        or cases_in(last.nouns) & {"gent", "datv"}
    ):
        return False
    joined = any(joins(line, w.at) for w in line.between(cue.last, last.at))
    return joined and not cases_in(last.nouns) & cases_in(line.words[cue.verb].nouns)


def clause_content(scene: Scene, first: int, cue: CueAt) -> tuple[Span, ...]:
    """The content from word ``first``, with the rest of a quotation that goes on behind the sentence."""
    line = scene.line
    end = content_end(line, first, cue)
    if "GRND" in line.words[cue.verb].pos and cue.first < NOUN_REACH:
        end = before_leaving(line, first, end, cue)
        end = before_main_clause(line, first, end) if cue.first <= 1 else end
    if cue.cue.kind == "noun":
        if any("GRND" in w.pos for w in line.between(clause_start(line, cue.first), cue.first)):
            end = before_main_clause(line, first, end)  # "відповідаючи на заяви про те, що міст упав, [мер сказав]"
        leaves_noun = goes_on if "question" not in cue.cue.frames else answers
        end = next((at for at in range(first + 1, end) if is_comma(line, at) and leaves_noun(line, at + 1, cue)), end)
        named = cue.first == 0 and "accs" in cases_in(line.words[cue.verb].nouns)
        named = named or (cue.first == 1 and line.words[0].low in line.group("prepositions.on.words"))
        end = before_main_clause(line, first, end) if named else end  # "Чутки, що міст упав, [мер назвав] вигадкою"
    span = span_of(line, first, end)
    if span is None:
        return ()
    for quote in scene.quotes:
        if quote.span.start < span.stop < quote.span.stop and quote.span.start >= span.start:
            return (Span(span.start, quote.span.stop),)
    return (span,)


def before_main_clause(line: Line, first: int, end: int) -> int:
    """``Заявивши, що міст старий, [мер пішов]``: the last comma behind which a subject and its verb begin."""
    for at in range(end - 1, first, -1):
        if is_comma(line, at) and (place := place_at(line, at + 1, ("bodies",))) is not None:
            verbs = line.between(place.last, place.last + CLAUSE_REACH)
            if any(w.finite and w.has("plur") for w in verbs):
                return at  # "Назвавши міст старим, у мерії пообіцяли"
        subject = phrase_at(line, at + 1, coordinate=False) if is_comma(line, at) else None
        if subject is None or "nomn" not in subject.cases() or starts_relative(line, at + 1):
            continue
        verb = next((w for w in line.between(subject.last, subject.last + CLAUSE_REACH) if w.finite), None)
        if verb is not None and agrees(subject.forms, verb, subject.animate):
            return at
    return end


def goes_on(line: Line, at: int, cue: CueAt) -> bool:
    """``Заява, що міст безпечний, [не відповідає] дійсності``: behind the comma the noun's own verb."""
    noun = line.words[cue.verb]
    for word in line.between(at, at + 2):
        if word.finite:
            return any(case == "nomn" for case, _, _ in noun.nouns) and agrees(noun.nouns, word, False)
        if word.low not in line.group("negation"):
            return False
    return False


def answers(line: Line, at: int, _: CueAt) -> bool:
    """``На запитання, чи впаде курс, якщо ..., [він відповів]``: behind the comma the main clause."""
    inside = line.group("subordinators|relatives|that|coordinators")
    return at < len(line.words) and line.words[at].low not in inside


def resumes(line: Line, at: int) -> bool:
    """``Речниця на прохання сказати, чи закриють порт, [у п'ятницю відповіла]``: behind a comma the main verb."""
    verb = next((w.at for w in line.words[at:] if w.finite and w.mention < 0), None)
    told = verb is not None and line.words[verb].lemmas & lexicon(line.language).verbs.keys()
    return verb is not None and bool(told) and leads_on(line, at, verb)


def infinitive_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``закликав припинити ...``, ``обіцяє збудувати ...``."""
    if "inf" not in cue.cue.frames and cue.cue.act not in ("direct", "commit"):
        return None
    line = scene.line
    subject = subject_of(line, cue)
    found = complement(line, cue, subject)
    if (found is None or found.kind == "colon") and cue.cue.kind in ("verb", "predicate"):
        return fronted_infinitive(line, cue, subject)
    if found is None or found.kind != "inf" or found.first - cue.last > INFINITIVE_REACH:
        return None
    if cue.cue.kind == "noun" and not (is_offered(line, cue) or is_wanted(line, cue, subject, found)):
        return None
    phrase = prepositional_start(line, cue, None) if cue.cue.act == "assert" else None
    if phrase is not None and phrase < found.first:
        return None
    end = infinitive_end(line, found.first, cue, subject)
    if cue.cue.kind == "noun":
        end = before_main_verb(line, found.first, end)
        if line.words[cue.first - 1].low in line.group("prepositions.on.words"):
            end = next((at for at in range(found.first + 1, end) if is_comma(line, at) and resumes(line, at + 1)), end)
            end = before_main_clause(line, found.first, end) if cue.first == 1 else end
    content = span_of(line, found.first, end)
    whole = spans(planned_before(line, cue, subject), content)
    return Found(cue, whole, "infinitive", source_span(line, subject), subject) if content else None


def fronted_infinitive(line: Line, cue: CueAt, subject: Phrase | None) -> Found | None:
    """``Назвати їх у відомстві відмовляються``: the infinitive that opens the cue's clause, with its words."""
    start = clause_start(line, cue.first)
    stop = subject.first if subject is not None and start < subject.first < cue.first else cue.first
    if stop < cue.first and line.words[stop - 1].low in line.group("place_prepositions"):
        stop -= 1
    first = next((w for w in line.between(start, stop) if not is_leading(w)), None)
    if first is not None and subject is not None and first.at == subject.first:
        first = next((w for w in line.between(subject.last, stop) if not is_leading(w)), None)
    if first is None or not first.infinitive or first.finite or not (subject or line.words[cue.verb].has("plur")):
        return None
    if any(w.finite or w.kind == "mark" or joins(line, w.at) for w in line.between(first.at, cue.first)):
        return None
    colon = line.words[cue.last].text == ":" if cue.last < len(line.words) else False
    behind = (subject is None or subject.last <= cue.first) and not colon
    rest = span_of(line, cue.last, content_end(line, cue.last, cue, nominal=True)) if behind else None
    content = spans(span_of(line, first.at, stop), rest)
    return Found(cue, content, "infinitive", source_span(line, subject), subject) if content else None


def is_leading(word: Word) -> bool:
    """What may stand before an infinitive that opens a clause."""
    return bool(word.pos & LEADING) or word.text == ","


def before_main_verb(line: Line, first: int, end: int) -> int:
    """``З закликом [помилувати жінку] до влади звернулися ...``: before the sentence's verb and whom it turns to."""
    verb = next((at for at in range(first, end) if line.words[at].finite and line.words[at].mention < 0), None)
    if verb is None or any(is_comma(line, at) for at in range(first, verb)):
        return end
    for at in range(verb - 1, first, -1):
        inner = phrase_at(line, at + 1) if "PREP" in line.words[at].pos else None
        if inner is not None and inner.last == verb and inner.cases() & {"datv", "gent"}:
            return at
    return verb


def infinitive_end(line: Line, first: int, cue: CueAt, subject: Phrase | None) -> int:
    """One past the infinitive's words: before the teller's next deed, or the teller itself."""
    end = content_end(line, first, cue)
    end = next((at for at in range(first + 1, end) if joins(line, at) and acts_on(line, at, cue)), end)
    end = before_leaving(line, first, end, cue)
    return subject.first if subject is not None and first < subject.first < end else end


def is_wanted(line: Line, cue: CueAt, subject: Phrase | None, found: Complement) -> bool:
    """``заклики [сторони] погодити коридори``, ``наказ відступити``: at most whose the noun is stands between."""
    if cue.cue.weak or is_missing(line, cue):
        return False
    return found.first == (subject.last if subject is not None and subject.first == cue.last else cue.last)


def is_missing(line: Line, cue: CueAt) -> bool:
    """``не проявляє намірів досягти угоди``: what is not there nobody has said."""
    before = line.between(cue.first - MISSING_REACH, cue.first)
    return any(w.finite and line.words[w.at - 1].low in line.group("negation") for w in before if w.at)


def before_leaving(line: Line, first: int, end: int, cue: CueAt) -> int:
    """The comma behind which the report goes on; ``end`` where none does."""
    commas = [at for at in range(first + 1, end) if is_comma(line, at)]
    opened = next((at for at in commas if opens_lesser_clause(line, at + 1)), end)
    return next((at for at in commas if leaves(line, at + 1, cue) or (at < opened and is_beside(line, at + 1))), end)


def opens_lesser_clause(line: Line, at: int) -> bool:
    """Whether a clause begins at word ``at`` that may hold another one, joined to it."""
    opening = line.group("that|subordinators|questions|relatives|question_particles")
    word = line.words[at] if at < len(line.words) else None
    return starts_relative(line, at) or (word is not None and word.low in opening)


def is_beside(line: Line, at: int) -> bool:
    """``має намір купити судно[, і лідером вважають] Moriona``: what is joined by its own verb."""
    if at >= len(line.words) or not joins(line, at) or line.words[at].low in line.group("question_particles"):
        return False
    behind = line.between(at + 1, at + DEED_REACH)
    verb = next((w for w in behind if w.infinitive or w.kind == "mark" or (w.finite and w.mention < 0)), None)
    return verb is not None and verb.finite and not verb.infinitive and not verb.nouns


def leaves(line: Line, at: int, cue: CueAt) -> bool:
    """Whether behind a comma the report goes on: ``..., але мешканці ...``, ``..., вона є``, ``..., додавши``."""
    if is_told_beside(line, at) or (at < len(line.words) and turns_to(line, at)):
        return True
    if any(w.low in line.group("despite") for w in line.between(at, at + 1)):
        return True
    if at >= len(line.words) or starts_relative(line, at):
        return False
    first = line.words[at]
    if "GRND" in first.pos:
        return tells_too(line, first)
    against = first.low in line.group("adversatives")
    if against and acts_against(line, at, cue):
        return True
    now = first.low in line.group("by_now")
    joined = against or now or joins(line, at)
    subject = phrase_at(line, at + joined, coordinate=False)
    if subject is None or "nomn" not in subject.cases() or not (against or now or subject.pronoun):
        return False
    return any(w.finite for w in line.between(subject.last, subject.last + CLAUSE_REACH))


def acts_against(line: Line, at: int, cue: CueAt) -> bool:
    """``обіцяв визнати спілки, але з усіх сил уникав угод``: the teller's deed, set against what is said."""
    for word in line.between(at + 1, at + DEED_REACH):
        if word.finite and word.mention < 0:
            return same_form(word, line.words[cue.verb])
        if cue.cue.kind == "predicate" and word.lemmas & lexicon(line.language).predicates.keys():
            return word.has("plur") == line.words[cue.verb].has("plur")  # "готові платити, але не згодні"
        if (
            word.kind == "mark"
            or word.infinitive
            or "nomn" in {case for case, _, _ in word.nouns if not word.has("gent")}
        ):
            return False
    return False


def is_offered(line: Line, cue: CueAt) -> bool:
    """Whether a noun stands as what somebody turns with: ``із проханням``, ``с требованием``."""
    return line.words[cue.verb].has("ablt") and cue.first > 0
