"""The subject of a verb: the nominative that agrees with it and can speak."""

from __future__ import annotations

from dataclasses import replace

from firsthand.names.reference import organisation_id, place_id
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.appositions import (
    means_medium,
    text_of,
    with_apposition,
    with_trailing_apposition,
    with_wide_modifier,
)
from firsthand.stages.attribution.attached import likewise
from firsthand.stages.attribution.clauses import (
    FINAL,
    behind_including,
    behind_prepositional,
    chunks,
    clause_start,
    insertion_end,
    is_break,
    is_comma,
    joins,
    prepositional,
    spaced,
)
from firsthand.stages.attribution.cues import CueAt, lexicon
from firsthand.stages.attribution.heads import is_body_compound, is_domain, quoted_name
from firsthand.stages.attribution.media import is_medium, is_platform, known_outlet
from firsthand.stages.attribution.occasions import is_occasion
from firsthand.stages.attribution.phrases import fixed_end, phrase_at
from firsthand.stages.attribution.stretches import clear_parts
from firsthand.stages.attribution.undeclined import cited_by, name_beside, unlisted_beside
from firsthand.stages.attribution.words import GENDERS, PASSING, Form, Line, Word, cases_in

REACH = 40
FIRST_REACH = 4
# Words of what joins a second subject: "а також".
FURTHER_WORDS = 2
# Words of a name of one word with its quotation marks.
ONE_WORD = 3
# How many words: from a relative pronoun to its verb, in the phrases before one.
RELATIVE_REACH = 9
NOUN_REACH = 25
# How many words a body's name before its verb may have.
BODY_REACH = 8
PREDICATES = frozenset(("VERB", "PRTS", "ADJS", "ADJF"))
# What verbs of saying and thinking take, and what may stand between one and its subject.
SAYS = frozenset(("that", "paren"))
# How the name of a medium ends that stands in the plural.
PLURAL_ENDS = frozenset("иыї")


def subject_left(line: Line, cue: CueAt) -> Phrase | None:
    """The nearest nominative before the verb that agrees with it, over relative clauses and insertions."""
    end = min(cue.first, cue.verb)
    start = clause_start(line, end)
    verb = line.words[cue.verb]
    if (own := first_person(line, start, end, verb)) is not None:
        return own
    best = told = taken = None
    for at, stop in clear_parts(line, start, end, verb):
        for kind, phrase in chunks(line, at, stop):
            whose = taken is not None and taken.last == phrase.first and "gent" in phrase.cases()
            taken = phrase if kind == "np" and (whose or is_taken(line, at, phrase)) else None
            if kind != "np" or taken is not None or is_page(line, phrase):
                continue
            if is_subject(line, phrase, verb):
                kept = best is not None and (is_acted_on(best, phrase) or is_what_he_judges(line, phrase, best, cue))
                best = best if kept else phrase
            elif must_speak(line, phrase, cue):
                told = phrase
    best = best or told or undeclined_beside(line, cue, sure=True)
    if best is None:
        return None
    whole = with_relative(line, with_apposition(line, with_place(line, best, cue), cue.first))
    return with_first_of_two(line, whole, start) if verb.has("plur") else whole


def with_first_of_two(line: Line, phrase: Phrase, start: int) -> Phrase:
    """``[лікарі в цих країнах, а також] медсестри в Одесі вимагають``: with the first of two and where that is."""
    comma = phrase.first - FURTHER_WORDS - 1
    joint = " ".join(w.low for w in line.between(comma + 1, phrase.first))
    if comma <= start or not is_comma(line, comma) or joint not in line.group("further"):
        return phrase
    if any(w.finite and w.mention < 0 for w in line.between(start, comma)):
        return phrase
    for kind, before in chunks(line, start, comma):
        if kind == "np" and "nomn" in before.cases() and behind_prepositional(line, before.last, comma) == comma:
            return replace(phrase, first=before.first) if likewise(line, before, phrase) else phrase
    return phrase


def is_page(line: Line, phrase: Phrase) -> bool:
    """``у соціальній мережі [Інстаграм] написав``: a platform behind the word for it is where somebody wrote."""
    before = line.words[phrase.first - 1] if phrase.first else None
    kinds = line.group("networks|venues")
    return before is not None and bool(before.lemmas & kinds) and is_platform(text_of(line, phrase), line.language)


def is_judged(line: Line, phrase: Phrase, cue: CueAt) -> bool:
    """``[ці звинувачення] вважають вигадкою``: words that a cue denies or says something of."""
    judges = cue.cue.act == "deny" or cue.negated or "rest" in cue.cue.frames
    return judges and bool(line.words[phrase.head].lemmas & lexicon(line.language).nouns.keys())


def is_what_he_judges(line: Line, phrase: Phrase, teller: Phrase, cue: CueAt) -> bool:
    """``Джерела [ці звинувачення] вважають вигадкою``: right behind a speaker the words that he judges."""
    return teller.last == phrase.first and is_plain_object(phrase) and is_judged(line, phrase, cue)


def with_relative(line: Line, phrase: Phrase) -> Phrase:
    """``протести, [учасники яких] вимагають``: whose they are, where a relative pronoun says it."""
    behind = line.between(phrase.last, phrase.last + 1)
    whose = any(w.low in line.group("relatives") and "gent" in cases_in(w.adjectives | w.nouns) for w in behind)
    return phrase.up_to(phrase.last + 1) if whose and is_comma(line, phrase.first - 1) else phrase


def is_acted_on(person: Phrase, thing: Phrase) -> bool:
    """``Експертка [новий закон] критикує``: what stands between somebody and the verb, and may be its object."""
    somebody = person.animate or person.named or person.pronoun
    return is_plain_object(thing) and somebody and "accs" not in person.cases()


def is_plain_object(phrase: Phrase) -> bool:
    """A thing without a name that may be an object."""
    return not (phrase.animate or phrase.named or phrase.pronoun) and "accs" in phrase.cases()


def is_taken(line: Line, start: int, phrase: Phrase) -> bool:
    """``провели кілька опитувань і з'ясували``: a thing behind the verb that the cue is joined to is that verb's."""
    if phrase.animate or phrase.named or "accs" not in phrase.cases():
        return False
    for word in reversed(line.between(start, phrase.first)):
        if word.text == "," or joins(line, word.at):
            return False
        if word.finite and word.mention < 0:
            return True
    return False


def undeclined_beside(line: Line, cue: CueAt, sure: bool) -> Phrase | None:
    """``У разі страйку ЄС планує``, ``У промовах Фаучі сказав``: undeclined, beside the verb it is no genitive.

    One that is ``sure`` is the name of a person or an acronym; quoted or foreign names are rather parts of a phrase.
    """
    verb = line.words[cue.verb]
    done = verb.has("plur") or verb.pos <= {"PRTS"} or verb.has("Impe")  # "щеплення «Схід» не рекомендовано"
    at = min(cue.first, cue.verb)
    phrase = None if done else name_beside(line, at) or (None if sure else unlisted_beside(line, at))
    if phrase is None or (sure and not (phrase.animate or line.words[phrase.head].text.isupper())):
        return None
    return phrase if is_subject(line, phrase, verb) else None


def body_beside(line: Line, cue: CueAt) -> Phrase | None:
    """``У відповідь на запит управління поліції повідомило``: without another subject it is no genitive."""
    verb = line.words[cue.verb]
    if verb.has("plur") or not verb.finite:
        return None
    for at in range(max(clause_start(line, cue.first), cue.first - BODY_REACH), cue.first):
        phrase = phrase_at(line, at)
        if phrase is None or phrase.last != cue.first or "PREP" in line.words[at - 1].pos or phrase.pronoun:
            continue
        body = line.words[phrase.head].lemmas & line.group("bodies") - line.group("documents")
        if (body or line.words[phrase.head].low in line.group("undeclined_posts")) and is_subject(line, phrase, verb):
            return phrase
    return None


def medium_beside(line: Line, cue: CueAt, left: Phrase | None) -> Phrase | None:
    """``З посиланням на міністра [радіо «Схід»] повідомляє``: the medium right before the verb, as a whole."""
    if left is not None and left.last != cue.first:
        return left
    stop = left.first if left is not None else cue.first
    for at in range(max(clause_start(line, cue.first), cue.first - BODY_REACH), stop):
        if "PREP" in line.words[at - 1].pos and at:
            continue
        phrase = phrase_at(line, at)
        medium = phrase is not None and phrase.last == cue.first and means_medium(line, phrase)
        if phrase is not None and medium and is_subject(line, phrase, line.words[cue.verb]):
            return phrase
    return left


def with_place(line: Line, phrase: Phrase, cue: CueAt) -> Phrase:
    """``профспілки у цих країнах стверджують``, ``випробування на людях показали``: what stands with it up to the verb.

    Of people without a name it says where they are; of a plain thing it may say anything but when.
    """
    last = behind_foreign_name(line, phrase, cue.first)
    while last < cue.first and (inner := prepositional(line, behind_at_once(line, last), cue.first)) is not None:
        if fixed_end(line, last) == cue.first:
            return phrase.up_to(last)  # "... у свою чергу стверджують"
        if is_occasion_of(line, phrase, last):
            return phrase
        if not may_stand_with(line, phrase, behind_at_once(line, last)) or any(
            w.time for w in line.between(last, inner.last)
        ):
            return phrase
        last = inner.last
    adverbs = all(w.pos & PASSING and not w.nouns for w in line.between(last, cue.first))
    return phrase.up_to(last) if adverbs else phrase


def is_occasion_of(line: Line, phrase: Phrase, at: int) -> bool:
    """``експерти [у розмові з Reuters]``: on what occasion somebody speaks; a document may belong to one."""
    written = is_thing(line, phrase) and not means_medium(line, phrase)
    return not written and is_occasion(line, at)


def behind_foreign_name(line: Line, phrase: Phrase, stop: int) -> int:
    """``профспілка екіпажів у Європі [Cabin Union]``: one past a body's name in Latin letters up to its verb."""
    first = next((w.at + 1 for w in reversed(line.between(phrase.last, stop)) if not is_latin_name(w)), stop)
    body = line.words[phrase.head].lemmas & line.group("bodies|bearers") and not phrase.named
    inner = prepositional(line, phrase.last, first) if body and phrase.last < first < stop else None
    name = inner is not None and inner.last == first and not is_occasion(line, phrase.last)
    return stop if name else phrase.last


def is_latin_name(word: Word) -> bool:
    """A capitalised word in Latin letters."""
    return word.capital and word.text.isascii() and word.text.isalpha()


def behind_at_once(line: Line, at: int) -> int:
    """``профспілки [одразу] з кількох країн``: the word behind an adverb that only stresses how many they are."""
    return at + any(w.low in line.group("at_once") for w in line.between(at, at + 1))


def may_stand_with(line: Line, phrase: Phrase, at: int) -> bool:
    """Whether the phrase behind the preposition at ``at`` belongs to the noun before it."""
    head = line.words[phrase.head]
    if phrase.pronoun or head.text == "%":
        return False
    if is_thing(line, phrase):
        return True
    alone = phrase.last == phrase.head + 1  # "опозиція [у Лозані]", but "опозиція звинувачення в підкупі заперечує"
    crowds = line.group("collectives") | (line.group("publics") if alone else frozenset())
    many = any(number == "plur" for _, number, _ in phrase.forms) or head.lemmas & crowds
    person = any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
    if head.lemmas & (line.group("bodies") - line.group("documents")) and is_kind_of_place(line, at + 1):
        return True
    common = head.mention < 0 and not (head.capital and head.at and not opens_speech(line, head))
    return common and not person and bool(many) and line.words[at].low in line.group("where_prepositions")


def is_kind_of_place(line: Line, at: int) -> bool:
    """``відділення банку в [місті Лужани]``: a place with its name."""
    kind, name = (*line.between(at, at + 2), None, None)[:2]
    return kind is not None and name is not None and bool(kind.lemmas & line.group("place_kinds")) and name.capital


def opens_speech(line: Line, word: Word) -> bool:
    """``"[Відповіді] на запитання показують"``: the capital of a sentence's first word behind a quotation mark."""
    return word.at == 1 and line.words[0].text in '«“„"'


def is_thing(line: Line, phrase: Phrase) -> bool:
    """A common noun for neither people nor a body: ``випробування``, ``опитування``."""
    head = line.words[phrase.head]
    named = phrase.named and not opens_speech(line, head)
    if named or phrase.animate or head.mention >= 0 or head.has("anim") or head.text.isupper():
        return False
    return not head.lemmas & (line.group("bodies") - line.group("documents"))


def first_person(line: Line, start: int, stop: int, verb: Word) -> Phrase | None:
    """``Я прошу``, ``ми сподіваємося``: the pronoun close before a verb in the first person."""
    if verb.has("1per"):
        for word in reversed(line.between(max(start, stop - FIRST_REACH), stop)):
            if word.low in line.group("pronouns.speaking"):
                return Phrase(word.at, word.at + 1, word.at, word.nouns, animate=True, pronoun=True)
    return None


def must_speak(line: Line, phrase: Phrase, cue: CueAt) -> bool:
    """``німецький бізнес попереджає``, ``аналіз показує, що``: right beside the verb what is no speaker says it too."""
    verb, head = line.words[cue.verb], line.words[phrase.head]
    says = cue.cue.frames >= SAYS and not cue.cue.weak
    if not (says or opens_clause(line, cue)) or cue.cue.act == "direct" or not verb.finite:
        return False
    phase = verb.lemmas & line.group("phase_verbs") and cue.verb < cue.first
    if cue.cue.kind == "verb" and " " not in cue.cue.lemma and cue.cue.lemma not in verb.lemmas and not phase:
        return False  # another verb that the cue is joined to need not be one of saying
    timed = head.time or head.lemmas & line.group("times_over")
    if timed or phrase.pronoun or not head.nouns or head.low in line.group("pronouns.possessive"):
        return False
    if "accs" in phrase.cases() and any(w.infinitive for w in line.between(cue.last, cue.last + 1)):
        return False  # "перші щеплення планують зробити": what is planned
    phrase = with_place(line, phrase, cue)
    between = line.between(phrase.last, min(cue.first, cue.verb)) or line.between(cue.last, phrase.first)
    if any(w.finite or not w.pos & PASSING for w in between):
        return False
    return "nomn" in phrase.cases() and agrees(phrase.forms, verb, phrase.animate)


def opens_clause(line: Line, cue: CueAt) -> bool:
    """``показує, що``: a clause that can only be what is told stands right behind the verb."""
    behind = line.between(cue.last + 1, cue.last + 2)
    told = is_comma(line, cue.last) and any(w.low in line.group("plain_that") for w in behind)
    return told and "that" in cue.cue.frames


def subject_right(line: Line, cue: CueAt) -> Phrase | None:
    """The first nominative behind the verb that agrees with it, before any complement."""
    verb = line.words[cue.verb]
    at: int | None = cue.last
    while at is not None and at < min(len(line.words), cue.last + REACH) and not stops_search(line, at, cue):
        if is_comma(line, at):
            part = behind_including(line, at + 1)
            at = insertion_end(line, at) if part is None else part
            continue
        if (told := told_to(line, at)) is not None:
            at = told
            continue
        kind, phrase = next(chunks(line, at, min(len(line.words), at + REACH)), ("", None))
        if phrase is None or phrase.first > at:
            at += 1
            continue
        tag = kind == "np" and at == cue.last and verb.lemmas & line.group("cite_verbs")
        if tag and (is_comma(line, cue.first - 1) or line.words[cue.first - 1].dash):
            own = cited_by(line, phrase)
            if own is not None and (medium := phrase_at(line, own)) is not None and medium.last == phrase.last:
                return medium
        if kind == "np" and (
            is_subject(line, phrase, verb) or must_speak(line, phrase, cue) or is_plural_name(line, phrase, cue)
        ):
            found = person_behind(line, phrase, verb) or citing(line, phrase, verb) or phrase
            led = any(w.low in line.group("as_says") for w in line.between(cue.first - FIRST_REACH, cue.first))
            return with_trailing_apposition(line, with_wide_modifier(line, found, cue.last), led)
        if (medium := citing_at_end(line, phrase, verb)) is not None:
            return medium
        at = max(phrase.last, at + 1)
    return None


def is_plural_name(line: Line, phrase: Phrase, cue: CueAt) -> bool:
    """``..., передають [Степові вісті Надмор'я].``: who passes it on, by a name in the plural up to a mark."""
    passes = line.words[cue.verb].lemmas & line.group("media_verbs") and is_comma(line, cue.first - 1)
    beside = phrase.first == cue.last and line.words[phrase.first].capital
    closed = all(w.kind == "mark" for w in line.between(phrase.last, phrase.last + 1))
    verb, head = line.words[cue.verb], line.words[phrase.head]
    person = any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
    plural = any(form[:2] == ("nomn", "plur") for form in head.nouns) and verb.has("plur") and verb.has("pres")
    return bool(passes) and beside and closed and plural and not person


def citing_at_end(line: Line, phrase: Phrase, verb: Word) -> Phrase | None:
    """``цитує речника фірми [Укрінформ]``, ``приводит ответ завода [ТАСС]``: the medium that a phrase took in."""
    if not verb.lemmas & line.group("cite_verbs") or not all(
        w.kind == "mark" for w in line.between(phrase.last, phrase.last + 1)
    ):
        return None
    for at in range(phrase.first + 1, phrase.last):
        after = phrase_at(line, at)
        if after is not None and after.last == phrase.last and means_medium(line, after):
            return after if is_subject(line, after, verb) else None
    return None


def stops_search(line: Line, at: int, cue: CueAt) -> bool:
    """Whether no subject is looked for beyond word ``at``: another verb, a break, the sentence's end."""
    word = line.words[at]
    if (
        word.finite
        or (word.infinitive and not word.nouns)
        or word.low in line.group("since")
        or (is_break(word) and not (starts_medium(line, at) or closes_with_name(line, at, cue) or told_to(line, at)))
    ):
        return True
    return (word.dash and spaced(line, at)) or word.text[0] in FINAL


def told_to(line: Line, at: int) -> int | None:
    """``заявив [«Укрінформу»] мер``, ``рассказала [«Степной правде»] врач``: one past a name in the dative, or None."""
    end = quoted_name(line, at)
    if end is None or end - at not in (ONE_WORD, ONE_WORD + 1) or end >= len(line.words):
        return None
    first, last = line.words[at + 1], line.words[end - 2]
    cases = cases_in(last.nouns if first is last else agree(first.adjectives, last.nouns))
    somebody = phrase_at(line, end) if "datv" in cases and "nomn" not in cases else None
    return end if somebody is not None and (somebody.animate or "nomn" in somebody.cases()) else None


def starts_medium(line: Line, at: int) -> bool:
    """``пише «Дзеркало тижня»``: the mark opens the name of a medium or an organisation, no quotation."""
    phrase = phrase_at(line, at) if line.words[at].text in "«“„" else None
    if phrase is None:
        return False
    site = is_domain(line, phrase.last - 3)  # "«Ранок.ру»"
    return site or means_medium(line, phrase) or line.words[at + 1].mention_type == "ORG"


def closes_with_name(line: Line, at: int, cue: CueAt) -> bool:
    """``..., сообщил «Водоканал».``: behind a verb of saying a quoted name up to the next mark, in the nominative."""
    # "..., передает «Степной маяк»": behind a comma even a verb that also means something else
    passed = is_comma(line, cue.first - 1) and line.words[cue.verb].lemmas & line.group("media_verbs")
    if (cue.cue.weak and not passed) or not cue.cue.frames >= SAYS or (end := quoted_name(line, at)) is None:
        return False
    # "Об этом сообщает «Восток»": what tells of the report as a whole is a medium
    this = any(w.low in line.group("pronouns.told") for w in line.between(cue.first - FIRST_REACH, cue.first))
    closed = all(w.kind == "mark" for w in line.between(end, end + 1))
    closed = closed or any(w.low in line.group("by_reference") for w in line.between(end, end + 2))
    name = phrase_at(line, at) if closed and not this else None
    return name is not None and name.last == end and "nomn" in name.cases()


def agrees(forms: frozenset[Form], verb: Word, person: bool) -> bool:
    """Whether a nominative fits the verb; a post of masculine gender takes a feminine verb when a woman holds it."""
    nominatives = [(number, gender) for case, number, gender in forms if case == "nomn"]
    return bool(nominatives) and any(
        fits(reading.grammemes, number, gender, person)
        for reading in verb.readings
        if reading.pos in PREDICATES and not reading.grammemes & {"1per", "2per", "impr", "Impe"}
        for number, gender in nominatives
    )


def fits(grammemes: frozenset[str], number: str, gender: str, person: bool) -> bool:
    """Whether one reading of a verb goes with a nominative of such number and gender; "" is any gender."""
    if "plur" in grammemes or number == "plur":
        return "plur" in grammemes and number == "plur"
    own = next((mark for mark in GENDERS if mark in grammemes), "")
    return not own or not gender or own == gender or (person and {own, gender} <= {"masc", "femn"})


def is_subject(line: Line, phrase: Phrase, verb: Word) -> bool:
    """A nominative that agrees and can speak: no time, no ``це``."""
    head = line.words[phrase.head]
    if head.lemmas & line.group("collectives") and verb.has("plur") and "nomn" in phrase.cases():
        return True
    if head.time or head.lemmas & line.group("times_over"):
        return False  # "тричі", "три раза"
    if head.low in line.group("pronouns.this|pronouns.possessive"):
        return False
    if not agrees(phrase.forms, verb, phrase.animate) and not is_agency(line, phrase, verb):
        return False
    if head.mention_type == "PER" and (is_only_neuter(verb) or is_several(line, phrase, verb)):
        return False
    if head.mention_type == "PRO" and verb.lemmas & line.group("media_verbs"):
        return True
    return can_speak(line, phrase)


def is_only_neuter(verb: Word) -> bool:
    """``обязалось``: what no person does."""
    return verb.has("past") and verb.has("neut") and not any(verb.has(mark) for mark in ("masc", "femn", "plur"))


def is_several(line: Line, phrase: Phrase, verb: Word) -> bool:
    """``не згодні з планом [Мей]``: one person beside a verb in the plural."""
    alone = len({w.mention for w in line.between(phrase.first, phrase.last)}) == 1
    one = alone and any(form[:2] == ("nomn", "sing") for form in line.words[phrase.head].nouns)
    return one and verb.has("plur") and not verb.has("sing")


def is_agency(line: Line, phrase: Phrase, verb: Word) -> bool:
    """``сообщает РИА Новости``: the agency is one, whatever number its name has."""
    text = text_of(line, phrase)
    # "пишут Українські Новини": a name in the plural
    fits = (
        not any("plur" in r.grammemes for r in verb.readings if r.pos in PREDICATES)
        or text.rstrip('»”"')[-1:] in PLURAL_ENDS
    )
    first = phrase_at(line, phrase.first, coordinate=False)
    pair = first is not None and first.last < phrase.last and means_medium(line, first) and verb.has("pres")
    known = is_medium(text, line.language) or pair or is_plural_body(line, phrase)
    return fits and known and "nomn" in phrase.cases()


def is_plural_body(line: Line, phrase: Phrase) -> bool:
    """``Держгеонадра зазначила``: one body by a name of one word that has a plural only."""
    head = line.words[phrase.head]
    alone = phrase.last == phrase.first + 1 and head.mention_type == "ORG" and head.capital
    return alone and {number for _, number, _ in head.nouns} == {"plur"}


def can_speak(line: Line, phrase: Phrase) -> bool:
    """People, names, bodies and documents can; a plain thing (``квитки``, ``локдаун``) cannot."""
    head = line.words[phrase.head]
    thing = head.mention_type in ("PRO", "EVT") and not means_medium(line, phrase)
    if thing and not (phrase.first < phrase.head and head.text.isalpha() and head.text.isupper()):
        return False  # but "французька CNIL"
    if phrase.animate or phrase.pronoun or head.mention >= 0 or head.has("anim"):
        return True
    if head.lemmas & line.group("bodies|documents|media|acting"):
        return True
    if (
        is_body_compound(line, head)
        or head.text.isupper()
        or head.text.isascii()
        or not head.nouns
        or head.text in '«“„"'
    ):
        return True
    if head.low in line.group("undeclined_bodies") or is_shortened_body(line, head):
        return True
    if head.capital and organisation_id(head.text) is not None:
        return True  # at the start of a sentence, where any word has a capital
    if head.capital and (head.at or head.has("Geox") or place_id(head.text) is not None):
        return True  # "Москва закиди заперечує"
    if line.words[phrase.head].lemmas & line.group("firms|makers"):
        return True
    if head.lemmas & line.group("percent"):
        bare = phrase.last == phrase.head + 1 and line.words[phrase.first].kind == "number"
        return bare or any(w.has("anim") for w in line.between(phrase.head, phrase.last))
    if head.lemmas & line.group("collectives") or head.low in line.group("quantifiers"):
        kinds = line.group("bodies|states")
        return any(w.has("anim") or w.lemmas & kinds for w in line.between(phrase.head + 1, phrase.last))
    near = line.between(phrase.first, min(phrase.last, phrase.head + 2))
    if any(word.mention_type in ("ORG", "PER") for word in near):
        return True
    return head.capital and means_medium(line, phrase)


def is_shortened_body(line: Line, word: Word) -> bool:
    """``нацкомісія``, ``держслужба``: a word for a body with a shortened one before it."""
    front = next((f for f in line.group("shortened") if word.low.startswith(f) and len(word.low) > len(f)), None)
    return front is not None and bool({lemma.removeprefix(front) for lemma in word.lemmas} & line.group("bodies"))


def citing(line: Line, phrase: Phrase, verb: Word) -> Phrase | None:
    """``цитує Коваля [Reuters]``, ``цитує Гай [портал «Схід»]``: behind whom it quotes stands the medium."""
    cited = phrase.animate or is_plain_object(phrase)  # "цитує дослідження [агентство «Схід»]"
    if not (verb.lemmas & line.group("cite_verbs") and cited and phrase.last < len(line.words)):
        return None
    after = phrase_at(line, phrase.last)
    medium = after is not None and (
        means_medium(line, after) or bool(line.words[after.head].lemmas & line.group("sites"))
    )
    return after if after is not None and medium and is_subject(line, after, verb) else None


def person_behind(line: Line, phrase: Phrase, verb: Word) -> Phrase | None:
    """``розповів РИА "Новости" директор``, ``сказав ТСН в інтерв'ю мер``: behind a medium the person is the subject."""
    known = known_outlet(text_of(line, phrase), line.language) is not None
    person = phrase.animate or line.words[phrase.head].mention_type == "PER"
    if (person and not known) or phrase.last >= len(line.words):
        return None
    if verb.lemmas & line.group("cite_verbs") and means_medium(line, phrase):
        return None  # "цитує Reuters міністра"
    told = means_medium(line, phrase) and not line.words[phrase.last].capital
    after = phrase_at(line, behind_prepositional(line, phrase.last, len(line.words)) if told else phrase.last)
    if after is None or after.pronoun or not is_subject(line, after, verb):
        return None
    # "розповіла Reuters [компанія «Схід»]"
    body = told and after.first == phrase.last and bool(line.words[after.head].lemmas & line.group("bodies"))
    return after if after.animate or body else None
