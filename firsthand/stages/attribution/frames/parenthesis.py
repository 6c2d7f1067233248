"""``..., заявив X``: the cue is put into the sentence that is its content."""

from __future__ import annotations

from itertools import takewhile

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.appositions import text_of
from firsthand.stages.attribution.clauses import (
    chunks,
    inserted_start,
    is_comma,
    joins,
    last_word,
    relative_end,
    spaced,
    span_of,
    spans,
    starts_relative,
)
from firsthand.stages.attribution.complements import tells_when
from firsthand.stages.attribution.cues import CueAt, find_cues, lexicon
from firsthand.stages.attribution.frames.as_says import points_back
from firsthand.stages.attribution.frames.fronted import is_put_in_front
from firsthand.stages.attribution.heads import CLOSING, OPENING, is_domain, is_participle, quoted_name
from firsthand.stages.attribution.likewise import sets_apart
from firsthand.stages.attribution.media import is_document, is_medium
from firsthand.stages.attribution.objects import prepositional_start
from firsthand.stages.attribution.opening import opening
from firsthand.stages.attribution.phrase_ends import acts_on
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import behind, source_span, verb_subject
from firsthand.stages.attribution.subjects import agrees
from firsthand.stages.attribution.words import Line, Word, cases_in

LEAD_REACH = 9
# How many words behind the first of a sentence the noun for a question may stand.
ASKED_REACH = 4
# How many words before a colon may be no more than the name of who speaks.
SHORT_LABEL = 3


def parenthesis_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``..., заявив X``, ``..., зазначають журналісти, ...``: the clause around it is the content."""
    if not cue.frames & {"paren", "impersonal"} or cue.cue.kind == "noun":
        return None
    line = scene.line
    if cue.negated and line.words[cue.verb].lemmas & line.group("commenting"):
        return None  # "відставку не коментують": what they leave without a word stands before
    begin = parenthetical_start(line, cue)
    if not begin or any(w.low in line.group("relatives") for w in line.between(begin, cue.first)):
        return None
    subject = verb_subject(line, cue, right_first=True)
    clause = any(w.finite and w.mention < 0 for w in line.between(0, begin))
    media = line.words[cue.verb].lemmas & line.group("media_verbs")
    if subject is not None and subject.first < begin and media and clause:
        subject = None  # "..., сообщает пресс-служба, передает": who passes it on was lost
    if subject is not None and is_quoted_speech(line, subject):
        subject = None  # "..., передає "Ми раді", – сказав він": so it was here
    if (
        is_asked(line, begin)
        or follows_lead(line, begin)
        or denies_this(line, cue, begin)
        or only_reminds(line, begin)
        or tells_itself(line, cue, subject, begin)
        or has_its_thing(line, cue, begin)
        or hands_over(line, cue, subject, begin)
        or is_put_in_front(line, cue, begin)
    ):
        return None
    stop = parenthetical_stop(line, cue, subject)
    if stop is None or (subject is not None and subject.first < begin) or not whole_clause(line, begin, stop):
        return None
    asked = question_start(line, begin) if cue.impersonal or cue.cue.weak or cue.negated else None
    if asked == 0 and cue.cue.weak and not cue.negated:
        return None  # "Чим завдали удару, з'ясовується"
    content = from_speech_start(scene, cue, subject, around(scene, cue, subject, (begin, stop)), begin)
    if not content and begin == 1 and line.words[0].dash and scene.above is not None:
        content = (scene.above,)  # "– сказав мер" on a line of its own
    if content and scene.goes_on is not None and stop >= last_word(line) and line.words[begin - 1].dash:
        content = (*content, scene.goes_on)
    if content and asked and cue.negated:
        content = spans(span_of(line, asked, begin))
    own = Span(line.words[begin - 1].start, line.words[min(stop, len(line.words)) - 1].stop)
    return Found(cue, content, "parenthesis", source_span(line, subject), subject, own) if content else None


def is_asked(line: Line, begin: int) -> bool:
    """``На запитання, чи відкриють міст, [мер відповів]``: before the comma stands what was asked or remarked."""
    start = opening(line)
    led = any(w.low in line.group("prepositions.on.words") for w in line.between(start, start + 1))
    remark = line.between(start + 1, start + 1 + ASKED_REACH) if led and is_comma(line, begin - 1) else ()
    asks = {lemma for lemma, cue in lexicon(line.language).nouns.items() if "question" in cue.frames}
    return any(w.lemmas & (asks | line.group("asked_nouns")) for w in takewhile(lambda w: w.text != ",", remark))


def question_start(line: Line, begin: int) -> int | None:
    """``Школу закрили, але [на який час] – не вказано``: where the question begins that nobody answers."""
    comma = next((w.at for w in reversed(line.between(0, begin - 1)) if w.text == ","), -1)
    first = comma + 1 + (line.words[comma + 1].low in line.group("adversatives"))
    asks = line.group("questions")
    asked = [w for w in line.between(first, first + 2) if w.low in asks or w.lemmas & asks]
    opened = bool(asked) and (asked[0].at == first or "PREP" in line.words[first].pos)
    return first if opened and not any(w.text == "?" for w in line.between(first, begin)) else None


def follows_lead(line: Line, begin: int) -> bool:
    """``Як пише «Схід», [мер обіцяє] ремонт``, ``Відомо, що, за чутками, [мер просив]``: the clause led to."""
    if begin < 2 or not is_comma(line, begin - 1) or points_back(line, begin):
        return False
    comma = next((w.at for w in reversed(line.between(0, begin - 1)) if w.text == ","), -1)
    first = line.words[comma + 1]
    told = any(w.finite for w in line.between(comma + 1, begin - 1)) and first.low in line.group("as_says")
    if not told and not any(c.cue.kind == "phrase" and c.first == comma + 1 for c in find_cues(line)):
        return False
    before = line.between(0, comma)
    led = " ".join(w.low for w in before) in line.group("connectors")
    return not before or led or before[-1].low in line.group("plain_that")


def denies_this(line: Line, cue: CueAt, begin: int) -> bool:
    """``..., у дирекції [це] заперечують``: what is denied stands in the clause of the cue."""
    denied = cue.cue.act == "deny" or cue.negated
    return denied and any(w.low in line.group("answered") for w in line.between(begin, cue.first))


def only_reminds(line: Line, begin: int) -> bool:
    """``Нагадаємо, мер попереджав про це``: before the comma the report only speaks to its readers."""
    first = line.words[0]
    return begin == 2 and first.finite and bool(first.lemmas & line.group("own_voice")) and first.has("1per")


def tells_itself(line: Line, cue: CueAt, subject: Phrase | None, begin: int) -> bool:
    """Whether the clause has what it tells inside: ``представники підтвердили дату``, ``закликали до страйку``."""
    if subject is None:
        return prepositional_start(line, cue, None) is not None or (
            line.words[cue.verb].has("futr") and not line.words[cue.verb].has("pres")
        )
    if behind(cue, subject) is not None:
        called = cue.cue.act == "direct" and prepositional_start(line, cue, None) is not None
        return called or tells_about(line, cue, begin)
    at = prepositional_start(line, cue, subject)
    return at is not None or takes_object(line, cue.last) or is_demanded(line, cue)


def tells_about(line: Line, cue: CueAt, begin: int) -> bool:
    """``згодом [про відставку] заявив мер``: of what it is told stands between the comma and the cue."""
    about = (w for w in line.between(begin, cue.first - 1) if w.low in line.group("about"))
    this = line.group("pronouns.this|about_which|relatives")
    behind = (line.words[w.at + 1] for w in about)
    return any(w.low not in this and not w.time for w in behind)


def is_demanded(line: Line, cue: CueAt) -> bool:
    """``люди вимагали [негайної відставки]``: what is demanded stands in the genitive right behind the verb."""
    phrase = phrase_at(line, cue.last) if cue.cue.act == "direct" else None
    return phrase is not None and not (phrase.animate or phrase.named) and phrase.cases() >= {"gent"}


def has_its_thing(line: Line, cue: CueAt, begin: int) -> bool:
    """``За його словами, [постачання] очікується в січні``: a passive with what it tells of before it."""
    verb = line.words[cue.verb]
    if not (cue.impersonal or "PRTS" in verb.pos) or verb.has("Impe"):
        return False
    things = (phrase for kind, phrase in chunks(line, begin, cue.first) if kind == "np")
    return any(agrees(thing.forms, verb, False) for thing in things)


def hands_over(line: Line, cue: CueAt, subject: Phrase | None, begin: int) -> bool:
    """``Як випливає з підозри, [гроші] передавали``: a weak verb with a thing before it and nobody who tells."""
    if subject is not None or not cue.cue.weak or cue.impersonal:
        return False
    things = (p for kind, p in chunks(line, begin, cue.first) if kind == "np" and p.last == cue.first)
    return any("accs" in p.cases() and not (p.animate or p.named or p.pronoun) for p in things)


def is_quoted_speech(line: Line, phrase: Phrase) -> bool:
    """Whether what looks like a quoted name has a verb inside."""
    inside = line.between(phrase.first, phrase.last)
    return inside[0].text in OPENING and any(w.finite and w.mention < 0 and not w.nouns for w in inside)


def around(scene: Scene, cue: CueAt, subject: Phrase | None, inside: tuple[int, int]) -> tuple[Span, ...]:
    """The content before and behind a parenthesis; () where nothing stands before it."""
    line = scene.line
    goes_on = any(w.finite for w in line.between(inside[1], last_word(line)))
    inserted = inserted_start(line, inside[0]) if goes_on else None
    led = any(w.low in line.group("as_says") for w in line.between(*inside)[:1])
    if inserted is None and led and inside[1] < last_word(line):
        inserted = told_start(line, inside[0])
    behind = line.between(inside[1], last_word(line))
    opened = behind_colon(line, inside[0]) if goes_on or any("PRTS" in w.pos for w in behind) else None
    left = span_of(line, relative_start(line, inside[0]) or inserted or opened or 0, inside[0])
    lost = any(is_lost_name(line, word, subject) for word in line.between(cue.last, cue.last + 1))
    commas = (at for at in range(inside[1], last_word(line)) if is_comma(line, at))
    end = next((at for at in commas if sets_apart(line, at, inside[1], cue)), last_word(line))
    right = span_of(line, inside[1], end) if inside[1] < end and not lost else None
    if left is None:
        return ()
    if right is not None and (is_no_content(line, line.inside(right)) or is_its_date(line, inside[1], right)):
        right = None
    if right is not None and (is_connector(line, inside[0]) or ends_open(line, inside[0] - 2)):
        return (from_quote_start(scene, right),)
    return spans(from_quote_start(scene, left), right)


def is_its_date(line: Line, comma: int, right: Span) -> bool:
    """``..., передала служба у четвер[, 21 січня]``: the date of the day on which it was told."""
    return comma > 0 and line.words[comma - 1].time and all(w.time for w in line.inside(right))


def behind_colon(line: Line, begin: int) -> int | None:
    """``Новини добрі: [колонії], каже вона, повернулися``: behind a colon the clause that is cut in two."""
    colon = next((w.at for w in reversed(line.between(1, begin)) if w.text == ":" and w.quote < 0), None)
    if colon is None or any(w.finite and w.mention < 0 for w in line.between(colon + 1, begin)):
        return None
    return colon + 1 if SHORT_LABEL < colon < begin - 2 else None


def told_start(line: Line, begin: int) -> int | None:
    """``Вона сказала, що [міст], як пропонував мер, [закриють]``: the clause that is interrupted is told itself."""
    that = (w.at for w in reversed(line.between(1, begin)) if w.low in line.group("plain_that"))
    at = next(that, None)
    return at + 1 if at is not None and is_comma(line, at - 1) and line.words[at - 2].finite else None


def relative_start(line: Line, begin: int) -> int | None:
    """``уклав угоду, [яку], як пише X, [розірвуть]``: a relative clause whose pronoun stands right before the cue."""
    comma = next((w.at for w in reversed(line.between(begin - LEAD_REACH, begin - 1)) if w.text == ","), None)
    if comma is None or not starts_relative(line, comma + 1):
        return None
    inner = line.between(comma + 1, begin - 1)
    return comma + 1 if inner and inner[-1].low in line.group("relatives") else None


def is_no_content(line: Line, words: list[Word]) -> bool:
    """``..., зазначив він, [стоячи на мосту]``: what the teller does; ``..., [передає]``: who passes it on."""
    told = len(words) <= 2 and any(w.lemmas & line.group("media_verbs") for w in words)
    return "GRND" in words[0].pos or told


def ends_open(line: Line, at: int) -> bool:
    """``..., але, як передала фірма, ...``: behind a conjunction a clause begins, and the cue is put into that."""
    word = line.words[at] if at > 0 else None
    return word is not None and word.low in line.group("adversatives|coordinators|that|since")


def parenthetical_start(line: Line, cue: CueAt) -> int | None:
    """The first word of the clause ``, заявив X`` around the cue, behind a comma or dash; None where there is none."""
    at = min(cue.first, cue.verb)  # "..., [продовжує] наполягати мер"
    while at > 0:
        before = line.words[at - 1]
        if before.text == "," or (before.dash and spaced(line, at - 1)):
            return at
        if (name := name_start(line, at)) is not None:
            at = name
            continue
        if before.text in '»”"' or before.text[0] in "?!…":
            return at
        if not (may_lead(line, at - 1, cue) or is_put_behind(line, at - 1, cue)):
            return None
        at -= 1
    return at if at == 0 else None


def name_start(line: Line, stop: int) -> int | None:
    """``..., в інтерв'ю [«Новому часу»] пояснює X``, ``в коментарі [24.kg]``: where a medium's name begins."""
    if is_domain(line, stop - 2):
        return stop - 3
    closes = line.words[stop - 1].text in CLOSING
    for at in range(stop - 2, max(stop - LEAD_REACH, 0), -1) if closes else ():
        if line.words[at].text in OPENING:
            before = line.words[at - 1]
            venue = before.lemmas & line.group("spoken_at|venues|media")
            return at if quoted_name(line, at) == stop and ("PREP" in before.pos or venue) else None
    return None


def is_put_behind(line: Line, stop: int, cue: CueAt) -> bool:
    """``..., Independent[.] сообщает``: a page set the verb behind the full stop of its sentence."""
    told = line.words[cue.verb].lemmas & line.group("media_verbs")
    return line.words[stop].text == "." and stop == cue.first - 1 and cue.last == len(line.words) and bool(told)


def may_lead(line: Line, at: int, cue: CueAt) -> bool:
    """What may stand between comma and cue: an adverb, ``як``, a time, a place, a short subject; no conjunction."""
    word = line.words[at]
    if at and word.low in line.group("about_which") and line.words[at - 1].low in line.group("about"):
        return cue.first - at <= LEAD_REACH  # "..., про що раніше повідомляв X"
    if cue.first - at > LEAD_REACH or word.finite or word.kind == "mark" or word.low in line.group("that"):
        return False
    if word.low in line.group("as_says|so_far|sameness"):
        return True
    if at and word.low in line.group("joining") and line.words[at - 1].low in line.group("as_says"):
        return True  # "..., як і очікувалося, ..."
    return ("CONJ" not in word.pos or "PREP" in word.pos or bool(word.nouns)) and word.low not in line.group(
        "comparing"
    )


def parenthetical_stop(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """One past the parenthesis: the sentence's end, or a mark behind cue and subject; None where more follows."""
    end = last_word(line)
    for at in range(max(cue.last, subject.last if subject else 0), end):
        word = line.words[at]
        if is_comma(line, at):
            if tells_when(line, at):
                return end  # "..., повідомили в службі після того, як ...": when it was told
            if opens_content(line, at + 1):
                return None
            return end if is_described(line, at, end) else relative_end(line, at, end) or at
        if word.dash and spaced(line, at):
            return at
        if joins(line, at) and acts_on(line, at, cue):
            return end  # "..., повідомило міністерство й оголосило ...": the teller's next deed
        if word.text in ":;" or (word.finite and word.mention < 0) or word.infinitive:
            return None
        if at == cue.last and is_lost_name(line, word, subject):
            return end
        if subject is not None and at == subject.last and subject.first >= cue.last and begins_quote(line, at):
            return end  # "..., повідомив порт "Уранці судно ...": a page lost the stop
        if at == cue.last and subject is None and takes_object(line, at):
            return None
    return end


def is_described(line: Line, comma: int, end: int) -> bool:
    """``..., йдеться в заяві[, оприлюдненій у середу]``: up to the end only what is said of the noun before."""
    told, noun = line.between(comma + 1, comma + 2), line.words[comma - 1]
    behind = line.between(comma + 1, end)
    if not told or not is_participle(told[0]) or any(w.finite and w.mention < 0 for w in behind):
        return False
    before = [noun.nouns, *(p.forms for kind, p in chunks(line, max(comma - LEAD_REACH, 0), comma) if p.last == comma)]
    return any(agree(forms, told[0].adjectives) for forms in before)


def opens_content(line: Line, at: int) -> bool:
    """Whether a clause or question that is a content begins at word ``at``."""
    low = line.words[at].low if at < len(line.words) else ""
    return low in line.group("that") or (low in line.group("questions") and not starts_relative(line, at))


def is_lost_name(line: Line, word: Word, subject: Phrase | None) -> bool:
    """``..., передає Цим пасажирам ...``, ``..., передає "Ми раді"``: the name was lost and a new sentence begins."""
    if subject is not None or (not word.capital and word.text not in OPENING) or word.mention >= 0:
        return False
    if word.text in OPENING:
        return any(w.capital for w in line.between(word.at + 1, word.at + 2))
    oblique = cases_in(word.nouns) and "nomn" not in cases_in(word.nouns)  # "передає Пасажирам, чиї рейси ..."
    return bool(oblique or word.pos & {"NPRO", "ADJF", "PREP", "CONJ", "PRCL", "ADVB"})


def begins_quote(line: Line, at: int) -> bool:
    """Whether speech in quotation marks begins at word ``at`` with a capital letter."""
    opening = line.words[at].text in OPENING and any(w.capital for w in line.between(at + 1, at + 2))
    return opening and quoted_name(line, at) is None


def takes_object(line: Line, at: int) -> bool:
    """Whether an object stands right behind the cue, so that the cue's clause is one of its own."""
    phrase = phrase_at(line, at)
    named = phrase is not None and phrase.named and line.words[at].kind != "number"  # "передав 100 % акцій Moriona"
    return phrase is not None and not named and "accs" in phrase.cases() and not phrase.animate


def whole_clause(line: Line, begin: int, stop: int) -> bool:
    """Whether what stands around the parenthesis is a clause: it has a predicate."""
    rest = (*line.between(0, begin), *line.between(stop, len(line.words)))
    stated = any(w.finite or w.infinitive or w.dash or w.has("pssv") or is_predicate(line, w) for w in rest)
    return stated or is_equated(line, begin)


def is_equated(line: Line, begin: int) -> bool:
    """``Він найкращий свідок, вважає мер``: a pronoun and what it is, without a verb."""
    first = line.words[0].low in line.group("pronouns.personal|pronouns.this")
    phrase = phrase_at(line, 1) if first and begin > 2 else None
    return phrase is not None and "nomn" in phrase.cases()


def is_predicate(line: Line, word: Word) -> bool:
    """``угода неприпустима``, ``вони згодні``: an adjective with no noun behind it that it describes."""
    if word.pos & {"PRTS", "PRED", "ADJS"}:
        return True
    nominative = any(case == "nomn" for case, _, _ in word.adjectives)
    if word.nouns or word.capital or not nominative or "ADJF" not in word.pos:
        return False
    return not any(w.nouns | w.adjectives for w in line.between(word.at + 1, word.at + 2))


def from_speech_start(
    scene: Scene, cue: CueAt, subject: Phrase | None, content: tuple[Span, ...], begin: int
) -> tuple[Span, ...]:
    """``Ми чекали. Я втомився, - сказала вона``: speech that lost its marks, from its first sentence on."""
    line = scene.line
    whole = span_of(line, 0, begin)
    starts = {line.words[0].start, whole.start if whole is not None else line.words[0].start}
    if not content or content[0].start not in starts or any(w.quote >= 0 for w in line.between(0, begin)):
        return content
    start = scene.speech
    if start is None and line.words[begin - 1].dash and is_spoken(line, cue, subject):
        start = scene.untold
    return content if start is None else (Span(start, content[0].stop), *content[1:])


def is_spoken(line: Line, cue: CueAt, subject: Phrase | None) -> bool:
    """Whether a person or a body spoke, where a medium or a document would be written."""
    if subject is None or cue.impersonal or not line.words[cue.verb].has("past"):
        return False
    text = text_of(line, subject)
    return not is_medium(text, line.language) and not is_document(text, line.language)


def from_quote_start(scene: Scene, left: Span) -> Span:
    """A content whose sentence begins inside a quotation, from where that quotation begins."""
    quote = next((q.span for q in scene.quotes if q.span.start < left.start < q.span.stop <= left.stop + 1), None)
    return left if quote is None else Span(quote.start, left.stop)


def is_connector(line: Line, stop: int) -> bool:
    """Whether only a connecting phrase stands before word ``stop``: ``Тим не менш``, ``Кроме того``."""
    words = [w.low for w in line.between(0, stop) if w.kind == "word"]
    return " ".join(words) in line.group("connectors")
