"""Whose words they are: the subject of the cue verb, a body as a place, who owns the noun."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.antecedents import antecedent
from firsthand.stages.attribution.appositions import means_medium, text_of
from firsthand.stages.attribution.attached import with_opening
from firsthand.stages.attribution.belongings import MEDIUM_WORDS
from firsthand.stages.attribution.clauses import (
    chunks,
    clause_start,
    gerund_start,
    is_break,
    is_comma,
    joins,
    may_stand_between,
    phrase_span,
    same_form,
    spaced,
)
from firsthand.stages.attribution.cues import CueAt, find_cues, lexicon
from firsthand.stages.attribution.media import known_outlet, outlet_in_any_case
from firsthand.stages.attribution.occasions import is_occasion
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.said_at import (
    behind_time,
    has_no_subject,
    is_body,
    is_country_place,
    past_date,
    place_at,
    place_before,
    place_subject,
    says_when,
)
from firsthand.stages.attribution.sides import likelier
from firsthand.stages.attribution.subjects import (
    SAYS,
    body_beside,
    can_speak,
    is_judged,
    is_latin_name,
    is_subject,
    medium_beside,
    opens_clause,
    subject_left,
    subject_right,
    undeclined_beside,
)
from firsthand.stages.attribution.words import Line, Word, cases_in, once

# How many words before the cue: the verb whose noun it is, a gathering, a relative pronoun.
NOUN_REACH = 13
GATHERING_REACH = 6
RELATIVE_REACH = 4
# From what and from whom something becomes known.
KNOWN_FROM = ("documents", "releases", "venues", "media", "anonymous", "told_by")
BODIES = ("bodies", "documents", "venues")
JOINT_REACH = 5
# How infinitives end that take no object.
REFLEXIVE = ("ся", "сь")
CONNECTOR_WORDS = 4
INFINITIVE_REACH = 3
# How far before the verb its conjunction stands: "хоча публічно це [заперечує]".
LESSER_REACH = 4
QUOTES = frozenset('«»“”„"()')
# Sentences have few verbs; where one has more, the subject of none is looked for far away.
VERBS_TRIED = 12


def source_span(line: Line, phrase: Phrase | None) -> Span | None:
    """The words of a source phrase."""
    return None if phrase is None else phrase_span(line, with_opening(line, phrase))


def behind(cue: CueAt, subject: Phrase | None) -> Phrase | None:
    """A subject if it stands behind its cue, so that what follows has to be looked for over it."""
    return subject if subject is not None and subject.first >= cue.last else None


def subject_of(line: Line, cue: CueAt) -> Phrase | None:
    """The source of a cue: a verb's subject; for a noun whose it is, or who uses it."""
    return noun_source(line, cue) if cue.cue.kind == "noun" else verb_subject(line, cue, False)


def verb_subject(line: Line, cue: CueAt, right_first: bool) -> Phrase | None:
    """The subject of a cue verb on the side where it is likelier, else on the other; else a body as a place."""
    left, right, other = subjects(line, cue)
    if left is not None and right is not None:
        return likelier(line, cue, (left, right), right_first)
    return left or right or other


def told_in(line: Line, right: Phrase, cue: CueAt) -> Phrase | None:
    """``сообщили РБК [в пресс-службе]``: behind whom something was told, and a verb in the plural, who told it."""
    medium = means_medium(line, right)
    short = right.last - right.first <= (MEDIUM_WORDS if medium else 1)
    told = medium or line.words[right.head].text.isupper() or is_latin_name(line.words[right.head])
    if right.animate or not (told and short) or not line.words[cue.verb].has("plur"):
        return None
    return place_at(line, right.last, ("bodies",))


def teller_there(line: Line, left: Phrase, cue: CueAt) -> Phrase | None:
    """``[У фірмі] УНІАН повідомили``: whoever told it, before whom it was told right beside a verb in the plural."""
    told = means_medium(line, left) or line.words[left.head].text.isupper() or is_latin_name(line.words[left.head])
    beside = left.last == cue.first and left.last - left.first <= MEDIUM_WORDS and line.words[cue.verb].has("plur")
    found = place_before(line, left.first, ("bodies",)) if told and beside else None
    return None if found is None or is_country_place(line, found) else found


@once
def subjects(line: Line, cue: CueAt) -> tuple[Phrase | None, Phrase | None, Phrase | None]:
    """What may be the subject: on the left, on the right, and what is taken where neither side has one."""
    verb = line.words[cue.verb]
    if "GRND" in verb.pos and not verb.finite:
        return None, None, main_subject(line, cue)
    place = place_subject(line, cue)
    # "..., передано «Схід», сказано у звіті": a passive has no teller but where it is said
    if cue.impersonal or (place is not None and cue.cue.frames >= SAYS and has_no_subject(line, cue)):
        return None, None, place
    if place is not None and is_charge(line, cue, place):
        place = None
    occasion = place is not None and place.first > 0 and is_occasion(line, place.first - 1)
    body = place if place is not None and not occasion and is_body(line, place, BODIES) else None
    left = antecedent(line, cue) or joined_subject(line, cue) or subject_left(line, cue)
    if left is not None and place is not None and place.first >= cue.last and leads_to_teller(line, cue.first):
        left = None  # "..., медики й лікарі, – пояснили у відомстві"
    if left is not None and body is not None and (gives_way(line, cue, left, body) or is_tag_of_body(line, cue, body)):
        left = None
    if left is not None and body is not None and is_denied_there(line, cue, body, left):
        return None, None, place
    right = subject_right(line, cue)
    if right is not None and (place_told := told_in(line, right, cue)) is not None:
        right, place = None, place_told
    if line.words[cue.verb].lemmas & line.group("media_verbs"):
        left = medium_beside(line, cue, left)
    told = place is not None and not occasion and is_told_there(line, cue, place)
    if told and left is not None and is_outlet_beside(line, cue, left):
        left = None
    if left is not None and (teller := teller_there(line, left, cue)) is not None:
        left, place = None, teller
    if not (left or right):
        left = undeclined_beside(line, cue, sure=False) or (None if place else body_beside(line, cue))
    if right is not None and body is not None and is_of_body(line, cue, right, body):
        right = None
    if left is not None and right is not None and right.first == cue.last and is_in_place(line, left, cue):
        left = None
    relative = is_in_relative(line, cue)
    if not (left or right):
        right = behind_infinitive(line, cue)
    if right is not None and left is None and (relative or body is not None) and is_rather_whom(line, right, cue):
        right = None
    if left or right:
        return left, right, place
    return None, None, (relative_subject(line, cue) if relative else shared_subject(line, cue)) or place


def is_told_there(line: Line, cue: CueAt, place: Phrase) -> bool:
    """``Про це Reuters [повідомили у Пентагоні]``: whether a body stands behind a verb in the plural."""
    beside = place.first == cue.last + 1 and line.words[place.head].lemmas & line.group("serving")
    told = place.first > cue.last and (bool(beside) or is_body(line, place, BODIES))
    return told and line.words[cue.verb].has("plur")


def is_outlet_beside(line: Line, cue: CueAt, left: Phrase) -> bool:
    """``Про це [Reuters] повідомили``, ``Про це [Суспільному] повідомили``: whether a known medium stands beside a cue.

    One that is called as a thing is by the capital inside the sentence.
    """
    text = text_of(line, left)
    known = known_outlet(text, line.language)
    if known is None and left.first and line.words[left.first].capital and left.last == left.first + 1:
        known = outlet_in_any_case(text, line.language)
    return known is not None and known.kind != "platform" and left.last == cue.first


def is_charge(line: Line, cue: CueAt, place: Phrase) -> bool:
    """``його звинувачують у [передачі даних]``: behind a verb that accuses of what, unless a body is named there."""
    accuses = {"in", "rest"} <= cue.cue.frames and place.first >= cue.last
    return accuses and not is_body(line, place, ("bodies",))


def is_tag_of_body(line: Line, cue: CueAt, body: Phrase) -> bool:
    """``Фірми збудували міст, [повідомили в порту]``: at the end a body as a place tells, and not who did it."""
    verb, before = line.words[cue.verb], line.words[cue.first - 1] if cue.first else None
    leads = before is not None and (before.text == "," or before.dash)
    between = line.between(past_date(line, cue.last), body.first)  # "рассказали «Волне» в"
    behind = body.first > cue.last and not any(w.finite or w.text == "," for w in between)
    ends = all(w.text in ".!?…" for w in line.words[behind_time(line, body.last) :][:1])
    return leads and behind and ends and verb.has("plur") and cue.cue.frames >= SAYS


def is_of_body(line: Line, cue: CueAt, right: Phrase, body: Phrase) -> bool:
    """Whether a thing behind the cue is no subject, since a body as a place before it tells."""
    if right.animate or body.last > cue.first or line.words[right.head].lemmas & line.group("anonymous"):
        return False
    return not is_own_neuter(line, right, cue)


def gives_way(line: Line, cue: CueAt, left: Phrase, body: Phrase) -> bool:
    """Whether a phrase before the cue is no subject, but an object or of the verb before, where a body tells."""
    told = not body.pronoun and not opens_clause(line, cue)
    if told and "accs" in left.cases() and (is_denied(line, cue, left) or not can_speak(line, left)):
        return True  # "У компанії такі кроки пояснили необхідністю ..."
    if body.last == cue.first and is_undeclined_body(line, left, cue):
        return True  # "Причиною збитків Moriona в Galtex назвали ціни"
    # "..., виписали дванадцять людей, пояснили у лікарні"
    return body.first >= cue.last and is_told_before(line, left, cue)


def is_in_place(line: Line, left: Phrase, cue: CueAt) -> bool:
    """``На засіданні [ООН] нагадав посол``: part of a phrase behind a preposition, where the subject is behind."""
    before = [inner for kind, inner in chunks(line, clause_start(line, cue.first), cue.first) if kind == "pp"]
    joined = not left.animate and joins(line, left.first - 1)
    return any(p.first < left.first < p.last or (joined and p.last == left.first - 1) for p in before)


def is_own_neuter(line: Line, right: Phrase, cue: CueAt) -> bool:
    """``У Twitter пояснило [міністерство]``: beside a neuter verb of saying what can speak says it, not the place."""
    verb = line.words[cue.verb]
    active = cue.cue.frames >= SAYS and verb.has("past") and verb.has("neut") and not verb.has("Refl")
    beside = right.first in (cue.last, behind_time(line, cue.last))  # "сообщило в пятницу агентство"
    return active and beside and can_speak(line, right) and "PRTS" not in verb.pos


def is_undeclined_body(line: Line, phrase: Phrase, cue: CueAt) -> bool:
    """One body by a name in Latin letters, beside a verb in the plural."""
    alone = phrase.last == phrase.first + 1 and line.words[phrase.head].text.isascii()
    return alone and line.words[cue.verb].has("plur")


def is_told_before(line: Line, left: Phrase, cue: CueAt) -> bool:
    """Whether a phrase right before the comma of a cue belongs to the verb before it."""
    start = clause_start(line, cue.first)
    verb = any(w.finite and w.mention < 0 for w in line.between(start, left.first))
    return verb and left.last == cue.first - 1 and is_comma(line, left.last)


def leads_to_teller(line: Line, first: int) -> bool:
    """Whether a comma and a dash stand before word ``first``, between what is said and who says it."""
    return is_comma(line, first - 2) and line.words[first - 1].dash


def is_rather_whom(line: Line, phrase: Phrase, cue: CueAt) -> bool:
    """``листа, у якому закликали [країни]``: behind a verb that turns to somebody, it rather says to whom."""
    either = not (phrase.animate or phrase.pronoun) and {"nomn", "accs"} <= phrase.cases()
    turns = line.words[cue.verb].lemmas & line.group("turning_to")
    return either and bool(turns) and line.words[cue.verb].has("plur")


def is_denied(line: Line, cue: CueAt, phrase: Phrase) -> bool:
    """``У мерії [ці звинувачення] відкинули``: what is denied is words, and says nothing itself."""
    return is_judged(line, phrase, cue) and not phrase.animate and line.words[cue.verb].has("plur")


def is_denied_there(line: Line, cue: CueAt, body: Phrase, phrase: Phrase) -> bool:
    """``У відомстві [ці повідомлення] спростували і наголосили``: the object of the verb before, behind who tells."""
    thing = not (phrase.animate or phrase.named or phrase.pronoun) and {"nomn", "accs"} <= phrase.cases()
    return thing and body.last <= phrase.first and is_joined(line, cue.first) and line.words[cue.verb].has("plur")


def behind_infinitive(line: Line, cue: CueAt) -> Phrase | None:
    """``страйк, який планують провести [пілоти]``: the subject behind the infinitive."""
    near = line.between(cue.last, cue.last + INFINITIVE_REACH)
    verb = next((w for w in near if w.infinitive or w.kind == "mark"), None)
    verb = verb if verb is not None and verb.infinitive else None
    found = subject_right(line, replace(cue, last=verb.at + 1)) if verb is not None else None
    # "Міст готові збудувати підприємці": elsewhere what can be no object of the infinitive
    sure = found is None or line.words[found.head].has("anim") or "accs" not in found.cases()
    sure = sure or (verb is not None and verb.low.endswith(REFLEXIVE))  # "мають намір повернутися дві авіалінії"
    return found if sure or is_in_relative(line, cue) else None


def shared_subject(line: Line, cue: CueAt) -> Phrase | None:
    """The subject of the verb that this one is joined to (``заявив ..., але додав``) or stands under, bare."""
    verb, joined = line.words[cue.verb], is_joined(line, cue.first)
    # "сказав, що [впевнений] у перемозі", "не хочуть газу й [готові] збудувати"
    sure = cue.cue.kind == "predicate" and (cue.cue.act == "assert" or joined)
    if not (sure or (cue.cue.kind in ("verb", "predicate", "noun") and verb.finite)):
        return None  # of a noun the verb that carries it: "заявив, що [направив] прохання"
    lesser = not joined and opens_lesser(line, cue.first)
    if cue.cue.kind == "noun" and not (joined or is_told_clause(line, cue.first)):
        return None  # "кількість хворих зросла, що посилює [побоювання]"
    if not (joined or lesser or is_bare_clause(line, cue.first)):
        return None
    before = reversed(line.between(0, cue.first))
    told = joined and closes_clause(line, cue.first)
    verbs = [w for w in before if (w.finite or (told and is_sure(line, w))) and w.mention < 0 and w.quote == verb.quote]
    if told:
        verbs = [w for w in verbs if not is_led(line, w)] or verbs
    for word in verbs[: VERBS_TRIED if joined else 1]:
        found = verb_subject(line, as_cue(word, cue), False)
        if lesser and found is not None and not is_subject(line, found, verb):
            return None
        if found is None or is_country_place(line, found) or (joined and is_its_object(line, word, found)):
            continue
        if not joined or same_form(word, verb) or is_subject(line, found, verb):
            return without_denied(line, found, word)
    return None


def without_denied(line: Line, subject: Phrase, verb: Word) -> Phrase:
    """``Обвинувачений [провини] не визнає і стверджує``: what the verb before denies is no part of its subject."""
    negated = any(w.low in line.group("negation") for w in line.between(verb.at - 1, verb.at))
    last = line.words[subject.last - 1]
    denied = negated and subject.last <= verb.at and subject.last > subject.head + 1
    return subject.up_to(last.at) if denied and last.lemmas & line.group("denied_things") else subject


def is_sure(line: Line, word: Word) -> bool:
    """``[переконаний], що ціни зростуть, і обіцяє``: a predicate that tells, with its clause behind it."""
    predicate = bool(word.pos & {"ADJS", "ADJF", "PRTS"}) and is_comma(line, word.at + 1)
    return predicate and bool(word.lemmas & lexicon(line.language).predicates.keys())


def closes_clause(line: Line, first: int) -> bool:
    """``сказали, що план слабкий[, і] пообіцяли``: a comma before the conjunction closes the clause that was told."""
    joint = next((w.at for w in reversed(line.between(first - JOINT_REACH, first)) if joins(line, w.at)), 0)
    return is_comma(line, joint - 1)


def is_led(line: Line, verb: Word) -> bool:
    """Whether a verb stands in a clause that a conjunction or a relative pronoun opens behind a comma."""
    comma = next((at for at in range(verb.at - 1, -1, -1) if line.words[at].text == ","), None)
    if comma is None or comma + 1 >= verb.at:
        return False
    opening = line.words[comma + 1].low
    return opening in line.group("that|relatives|subordinators|questions")


def is_its_object(line: Line, verb: Word, phrase: Phrase) -> bool:
    """``провели кілька опитувань і з'ясували``: a thing behind a verb that may be what it acts on, or whose it is."""
    thing = phrase_at(line, phrase.first - 1) if phrase.first - 1 > verb.at and "gent" in phrase.cases() else None
    if thing is not None and thing.last == phrase.first and "accs" in thing.cases() and not thing.animate:
        return True  # "обмежив шлях [Коваля] і попередив"
    return phrase.first > verb.at and not (phrase.animate or phrase.named) and "accs" in phrase.cases()


def joined_subject(line: Line, cue: CueAt) -> Phrase | None:
    """The subject of the verb of one form that a conjunction joins this one to: ``підтримує ... і чекає``."""
    verb = line.words[cue.verb]
    if not verb.finite or not is_joined(line, cue.first):
        return None
    before = (w for w in reversed(line.between(0, cue.first)) if w.finite and w.mention < 0 and w.quote == verb.quote)
    twin = next((w for w in before if same_form(w, verb)), None)
    found = place_of(line, twin) or subject_left(line, as_cue(twin, cue)) if twin is not None else None
    return without_denied(line, found, twin) if found is not None and twin is not None else None


def place_of(line: Line, verb: Word) -> Phrase | None:
    """``[У партії] вирок назвали помилкою і закликали``: the body as a place that tells, where a verb tells."""
    told = next((c for c in find_cues(line) if c.verb == verb.at), None) if verb.has("plur") else None
    found = verb_subject(line, told, False) if told is not None else None
    led = found is not None and line.words[found.first - 1].low in line.group("place_prepositions") and found.first > 0
    return found if led else None


def is_joined(line: Line, first: int) -> bool:
    """Whether a conjunction joins word ``first`` to a verb before: nothing but adverbs stands in between."""
    inset = gerund_start(line, first)
    first = first if inset is None else inset  # "і, запросивши пасажирів, також закликала"
    first = before_connector(line, first)
    for word in reversed(line.between(first - JOINT_REACH, first)):
        if word.low in line.group("coordinators|adversatives"):
            return True
        if word.dash and spaced(line, word.at):
            return is_done_too(line, word.at)
        if not (may_stand_between(line, word) or says_when(line, word) or is_only_whom(word)):
            return False
    return False


def is_only_whom(word: Word) -> bool:
    """``а [туристам] порадив``: people in the plural, whom somebody tells it."""
    told = word.has("anim") and cases_in(word.nouns) == {"datv"} and {form[1] for form in word.nouns} == {"plur"}
    return told and word.mention < 0 and not word.adjectives


def is_done_too(line: Line, dash: int) -> bool:
    """``прокурор прибув на місце — [пообіцяв] розібратися``: behind the dash the next deed, not who said the words."""
    words, behind = line.words, line.between(dash + 1, dash + 2)
    return words[dash - 1].kind == "word" and any(w.finite for w in behind)


def before_connector(line: Line, first: int) -> int:
    """``а [крім того] запропонувала``: the first word of what only leads on to the verb at ``first``."""
    known = line.group("connectors|set_phrases")
    lengths = range(min(CONNECTOR_WORDS, first), 1, -1)
    return next((first - n for n in lengths if low_words(line, first - n, first) in known), first)


def low_words(line: Line, first: int, last: int) -> str:
    """The words from ``first`` up to ``last`` in small letters."""
    return " ".join(w.low for w in line.between(first, last))


def opens_lesser(line: Line, first: int) -> bool:
    """``вона перебільшує, коли [каже], що ...``, ``хоча публічно це [заперечує]``: a conjunction leads to the verb."""
    for word in reversed(line.between(first - LESSER_REACH, first)):
        if word.low in line.group("subordinators"):
            return is_comma(line, word.at - 1)
        if not (may_stand_between(line, word) or word.low in line.group("pronouns.this")):
            return False
    return False


def is_bare_clause(line: Line, first: int) -> bool:
    """Whether a clause begins with its verb: ``вона заявила, що [планує] ...``."""
    for word in reversed(line.between(first - JOINT_REACH, first)):
        if word.low in line.group("plain_that|since") and is_comma(line, word.at - 1):
            return True
        reason = " ".join(w.low for w in line.between(word.at - 1, word.at + 1))
        if reason in line.group("because") and is_comma(line, word.at - 2):
            return True
        if not (may_stand_between(line, word) or says_when(line, word)):
            return False
    return False


def is_told_clause(line: Line, first: int) -> bool:
    """``заявив, що [направив]``: the comma of the clause that word ``first`` begins stands behind a verb that tells."""
    comma = next((w.at for w in reversed(line.between(0, first)) if w.text == ","), 0)
    tells = lexicon(line.language).verbs.keys()
    return any(w.finite and w.lemmas & tells for w in line.between(comma - 1, comma))


def is_in_relative(line: Line, cue: CueAt) -> bool:
    """Whether a relative pronoun stands close before a cue."""
    return any(w.low in line.group("relatives") for w in line.between(cue.first - RELATIVE_REACH, cue.first))


def relative_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``схвалила резолюцію, в якій висловила протест``: without a subject of its own, the main verb's subject."""
    comma = next((i for i in range(cue.first - 1, -1, -1) if is_comma(line, i)), None)
    main = next((w for w in line.between(0, comma or 0) if w.finite), None)
    return subject_left(line, replace(cue, first=main.at, last=main.at + 1)) if main is not None else None


def main_subject(line: Line, cue: CueAt) -> Phrase | None:
    """``..., додавши, що``: the subject of the clause's main verb, the nearest before, else the next behind."""
    quote = line.words[cue.verb].quote
    verbs = [w for w in line.words if w.finite and w.mention < 0 and w.quote == quote]
    before = [w for w in reversed(verbs) if w.at < cue.first]
    # "Активісти, заявивши, що він програв, розійшлися": the verb behind the gerund's own clause
    after = [w for w in verbs if w.at > cue.first and not is_told(line, w)]
    after.sort(key=lambda w: gerund_start(line, w.at) != cue.first - 1)
    teller = teller_before(line, cue, before)
    for word in (*((teller,) if teller else ()), *before[:VERBS_TRIED], *after[:VERBS_TRIED]):
        told = as_cue(word, cue)
        # "..., написали вони, запитавши": the subject between the verb and the gerund's comma
        nearest = subject_right(line, told) if is_comma(line, word.at - 1) and word.at < cue.first else None
        found = nearest if nearest is not None and is_comma(line, nearest.last) else verb_subject(line, told, False)
        if found is not None:
            return found
    return None


def teller_before(line: Line, cue: CueAt, before: list[Word]) -> Word | None:
    """``[повідомив] газеті, що клієнтка їде, додавши, що ...``: whoever told a clause goes on with a gerund."""
    known, that = lexicon(line.language).verbs, line.group("plain_that")
    verb, nearest = line.words[cue.verb].lemmas, None
    if not verb & line.group("adding|telling_on"):
        return None
    for word in before:
        if nearest is None and verb & line.group("telling_on") and word.lemmas & known.keys():
            return None  # "сказав, що Лондон попередив Мінськ, наголосивши, що"
        told = any("paren" in known[lemma].frames for lemma in word.lemmas & known.keys())
        opened = (w for w in line.between(word.at, nearest.at if nearest else cue.first) if is_comma(line, w.at))
        if told and any(w.low in that for comma in opened for w in line.between(comma.at + 1, comma.at + 2)):
            return word
        nearest = word
    return None


def is_told(line: Line, verb: Word) -> bool:
    """``Протестуючи проти того, що в статуті [забули згадати] ...``: a verb of the clause that is told."""
    start = clause_start(line, verb.at)
    led = start > 0 and line.words[start - 1].low in line.group("that")
    return led and not any(is_comma(line, w.at) for w in line.between(start, verb.at))


def as_cue(word: Word, cue: CueAt) -> CueAt:
    """Another verb in a cue's stead."""
    return CueAt(word.at, word.at + 1, word.at, cue.cue)


def gathering_before(line: Line, cue: CueAt) -> Phrase | None:
    """``[масові протести] із закликами до страти``: people who gather with the demand, where nobody is named."""
    led = cue.cue.act == "direct" and line.words[cue.verb].has("ablt")
    if not led or cue.first < 2 or "PREP" not in line.words[cue.first - 1].pos:
        return None
    for at in range(max(cue.first - GATHERING_REACH, 0), cue.first - 1):
        phrase = phrase_at(line, at)
        if phrase is not None and line.words[phrase.head].lemmas & line.group("gatherings"):
            return phrase if phrase.last == cue.first - 1 else None
    return None


def known_from(line: Line, cue: CueAt) -> Phrase | None:
    """``З [матеріалів справи] відомо``: the document or the people from whom something became known."""
    for word in reversed(line.between(cue.first - NOUN_REACH, cue.first)):
        if word.kind == "mark" and word.text not in QUOTES:
            return None
        if word.low not in line.group("origin_prepositions"):
            continue
        phrase = phrase_at(line, word.at + 1)
        told = phrase is not None and any(line.words[phrase.head].lemmas & line.group(k) for k in KNOWN_FROM)
        if phrase is not None and told and phrase.last == cue.first and "gent" in phrase.cases():
            return phrase
    return None


@once
def noun_source(line: Line, cue: CueAt) -> Phrase | None:
    """``заява міністра про те, що``: the genitive behind; else the subject before: ``X звернувся з проханням``."""
    owner = phrase_at(line, cue.last)
    if owner is not None and line.words[owner.first].low in line.group("demonstratives"):
        owner = None  # "сигнали [того], що"
    if is_answered(line, cue) and (owner is None or "gent" not in owner.cases()):
        return None
    if owner is not None and "gent" in owner.cases() and not owner.pronoun and not line.words[cue.last].infinitive:
        return owner
    if (sender := sender_beside(line, cue)) is not None:
        return sender
    for before in line.between(cue.first - 1, cue.first):
        if before.low in line.group("pronouns.possessive"):
            return Phrase(before.at, before.at + 1, before.at, before.adjectives, pronoun=True)
    found = asker(line, cue)
    return None if found is not None and line.words[found.head].low in line.group("demonstratives") else found


def is_answered(line: Line, cue: CueAt) -> bool:
    """``відповів на повторне [запитання], чи відкриють міст``: who answers a question has not asked it."""
    before = (w for w in reversed(line.between(cue.first - CONNECTOR_WORDS, cue.first)) if not w.adjectives)
    word = next(before, None)
    return "question" in cue.cue.frames and word is not None and word.low in line.group("prepositions.on.words")


def asker(line: Line, cue: CueAt) -> Phrase | None:
    """Who comes with a noun for words: the sender, the subject of the verb before, those who gather with it."""
    if (sender := sender_before(line, cue)) is not None:
        return sender
    gathering = gathering_before(line, cue)
    for word in reversed(line.between(cue.first - NOUN_REACH, cue.first)):
        if is_comma(line, word.at) or is_break(word):
            break
        if word.finite or ("ADJS" in word.pos and word.lemmas & lexicon(line.language).predicates.keys()):
            if is_denied_by(line, word, cue):
                return None
            found = verb_subject(line, as_cue(word, cue), False)
            does = found is not None and (found.animate or found.named or found.pronoun)
            return found if does or gathering is None else gathering
    if gathering is not None:
        return gathering
    # "звернувся до прем'єрки, президента й короля із проханням ..."
    turned = "PREP" in line.words[cue.first - 1].pos and line.words[cue.verb].has("ablt") if cue.first else False
    found = main_subject(line, cue) if turned else None
    return found if found is not None and "nomn" in found.cases() else None


def is_denied_by(line: Line, verb: Word, cue: CueAt) -> bool:
    """``мер спростував [інформацію] про те, що ...``: who denies words, or does not confirm them, has not said them."""
    if "PREP" in line.words[cue.first - 1].pos or line.words[cue.verb].has("ablt"):
        return False
    known = lexicon(line.language).verbs
    acts = {known[lemma].act for lemma in verb.lemmas & known.keys()}
    negated = any(w.low in line.group("negation") for w in line.between(verb.at - 1, verb.at))
    called = any("rest" in known[lemma].frames for lemma in verb.lemmas & known.keys())  # "назвав чутки вигадкою"
    return "deny" in acts or called or (negated and bool(acts))


def sender_beside(line: Line, cue: CueAt) -> Phrase | None:
    """``отримали припис від [інспекції] про закриття``: who sent what somebody got."""
    near = (*line.between(cue.last, cue.last + 1), *reversed(line.between(cue.first - NOUN_REACH, cue.first)))
    led = (w.at for w in near if w.low in line.group("party_prepositions"))
    found = (phrase_at(line, at + 1) for at in led)
    # "отримали від [інспекції] припис" too
    sender = next((p for p in found if p is not None and (p.first > cue.first or p.last == cue.first)), None)
    if sender is None or sender.pronoun or "gent" not in sender.cases() or not can_speak(line, sender):
        return None
    return None if any(w.time for w in line.between(sender.first, sender.head + 1)) else sender


def sender_before(line: Line, cue: CueAt) -> Phrase | None:
    """``отримали листа від [альянсу] з проханням``: who sent that with which the demand comes."""
    if cue.cue.act != "direct" or not cue.first or "PREP" not in line.words[cue.first - 1].pos:
        return None
    for word in reversed(line.between(cue.first - NOUN_REACH, cue.first - 1)):
        if word.finite or (word.kind == "mark" and word.text not in QUOTES):
            return None
        sender = phrase_at(line, word.at + 1) if word.low in line.group("party_prepositions") else None
        if sender is not None:
            return sender if sender.last == cue.first - 1 and "gent" in sender.cases() else None
    return None
