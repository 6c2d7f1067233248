"""Where a content begins and ends."""

from __future__ import annotations

from itertools import islice, takewhile

from firsthand.stages.attribution.clauses import (
    chunks,
    gerund_close,
    gerund_start,
    is_comma,
    joins,
    last_word,
    may_stand_between,
    same_form,
    starts_relative,
)
from firsthand.stages.attribution.cues import CueAt, is_told_by_another, lexicon
from firsthand.stages.attribution.heads import OPENING, is_participle
from firsthand.stages.attribution.likewise import says_likewise, sets_apart
from firsthand.stages.attribution.phrase_ends import MEMBER_REACH, begins_with, ends_phrase
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import PASSING, Line, Word, cases_in

# Parts of speech of words that are in no name.
BEGINNERS = frozenset(("PREP", "CONJ", "PRCL", "ADVB", "NPRO"))
# How many words away a joined verb, a further member or the verb of another clause may stand.
DEED_REACH = 8
# Words from a comma to the verb of a comment on what stands before it, and of what leads to one: "у зв'язку з чим".
COMMENT_REACH = 6
# Words from what is set against a silence to its verb.
SILENCE_REACH = 16


def content_end(line: Line, first: int, cue: CueAt, nominal: bool = False) -> int:
    """One past the last word of a content that starts at ``first``: the clause, or the phrase for a nominal content."""
    end = last_word(line)
    end = gerund_end(line, cue) or end
    lesser, quote = subordinate(line, cue), line.words[cue.verb].quote
    depth = 0
    for at in range(first, end):
        word = line.words[at]
        if depth == 0 and at > first and word.quote < 0 and is_aside(line, at, end):
            return at
        depth += (word.text == "(") - (word.text == ")")
        if depth < 0:
            return at
        if depth == 0 and at > first and (ends_clause(line, at, first, cue, lesser) or comments(line, at, first, cue)):
            return at - 1 if nominal and at - 1 > first and joins(line, at - 1) else at
        if depth == 0 and at > first and nominal and ends_phrase(line, at, first, cue):
            return at - 1 if at - 1 > first and joins(line, at - 1) else at
        if 0 <= quote != word.quote:
            return at
    return end


def is_aside(line: Line, at: int, end: int) -> bool:
    """``покидає пост (згодом він повернувся)``: a sentence of its own in brackets, at the end, is the report's."""
    if line.words[at].text != "(" or line.words[end - 1].text != ")":
        return False
    inner = line.between(at + 1, end - 1)
    return any(w.finite and w.mention < 0 for w in inner) and all(w.text not in "()" for w in inner)


def gerund_end(line: Line, cue: CueAt) -> int | None:
    """``..., заявивши, що [він програв], розійшлися``: a gerund's clause ends before the verb that it stands under."""
    if "GRND" not in line.words[cue.verb].pos or not is_comma(line, cue.first - 1):
        return None
    verbs = (w.at for w in line.words[cue.last :] if w.finite and w.mention < 0)
    return next((gerund_close(line, verb) for verb in verbs if gerund_start(line, verb) == cue.first - 1), None)


def ends_clause(line: Line, at: int, first: int, cue: CueAt, lesser: bool) -> bool:
    """Whether the clause that is the source's ends before word ``at``; ``lesser``: the cue's own is subordinate."""
    inside = 0 <= line.words[at].quote != line.words[cue.verb].quote
    comma = is_comma(line, at)
    if (line.words[at].text == ";" and not inside) or begins_anew(line, at):
        return True
    if comma and answers_condition(line, at, cue):
        return True
    if line.words[at].text == ":" and not inside and is_told_by_another(line, at):
        return True
    if comma and ((lesser and not goes_on(line, at + 1)) or sets_against_silence(line, at, first, cue)):
        return True
    if inside and joins(line, at + 1):
        return False  # "депутати "і в кулуарах[,] і вголос" кажуть"
    if comma and (says_likewise(line, at, cue) or tells_on(line, at, first) or judges_it(line, at)):
        return True
    if comma and sets_apart(line, at, first, cue):
        return True
    return returns_to_teller(line, at, first, cue)


def sets_against_silence(line: Line, comma: int, first: int, cue: CueAt) -> bool:
    """``не сказав, яку вакцину ввели[, однак] у місті щеплюють``: against what was not said the report sets what is."""
    if not cue.negated or line.words[first].low not in line.group("questions|question_particles"):
        return False
    if not any(w.low in line.group("adversatives") for w in line.between(comma + 1, comma + 2)):
        return False
    clause = takewhile(lambda w: w.text not in ",;", line.words[comma + 2 :])
    return any(w.finite and w.mention < 0 for w in islice(clause, SILENCE_REACH))


def begins_anew(line: Line, at: int) -> bool:
    """``... обох сторін Раніше фірма ...``: a page lost a stop, and a word that is in no name begins anew."""
    word, before = line.words[at], line.words[at - 1]
    if not word.capital or word.mention >= 0 or word.text.isupper() or before.dash:
        return False
    if before.text in ":/(" or word.low in line.group("pronouns.polite") or word.quote >= 0:
        return False
    own = any(r.pos == "VERB" and r.has("1per", "plur") for r in word.readings)
    return own or (bool(word.pos & BEGINNERS) and not word.pos & {"NOUN", "", "UNKN"})


def comments(line: Line, comma: int, first: int, cue: CueAt) -> bool:
    """``пообіцяв збудувати міст, що привернуло увагу``: what the report says of it; in a clause the source might."""
    if not is_comma(line, comma) or line.words[first - 1].low in line.group("that"):
        return False
    if line.words[first].low in line.group("questions|relatives"):
        return False  # a question is a clause as well
    told = cue.cue.kind != "phrase"
    if begins_with(line, comma + 1, "whereupon"):
        return told
    if not any(w.low in line.group("plain_that") for w in line.between(comma + 1, comma + 2)):
        return False
    known = lexicon(line.language)
    before = line.words[comma - 1]
    if before.infinitive or before.lemmas & (known.verbs.keys() | known.nouns.keys()):
        return False
    verb = next((w for w in line.between(comma + 2, comma + COMMENT_REACH) if not may_precede(line, w)), None)
    if verb is None or not verb.finite or verb.lemmas & line.group("amounting"):
        return False
    if verb.has("past"):
        return verb.has("neut") and "neut" not in genders(before)
    # "міст, що з'єднає береги", but "нові рейси, що збільшить видатки"
    which = bool(line.group("relative_that"))
    return told and verb.has("sing") and verb.has("3per") and not (which and "sing" in numbers(line, comma, first))


def may_precede(line: Line, word: Word) -> bool:
    """What stands before the verb of a comment: an adverb, a negation, the mark of a quotation."""
    return bool(word.pos & PASSING) or word.low in line.group("negation") or word.text in '«“„"'


def numbers(line: Line, comma: int, first: int) -> set[str]:
    """The numbers of the nouns before a comma that a relative pronoun might stand for."""
    before = line.between(max(first, comma - MEMBER_REACH), comma)
    near = (w for w in before if w.at == comma - 1 or cases_in(w.nouns) != {"gent"})
    return {number for w in near for _, number, _ in w.nouns}


def genders(word: Word) -> set[str]:
    """The genders in which a word can be a noun."""
    return {gender for _, _, gender in word.nouns}


def answers_condition(line: Line, at: int, cue: CueAt) -> bool:
    """``Якщо підтвердиться припущення, що ..., [то] ...``: the clause that a condition before the cue leads to."""
    if not any(w.low in line.group("then") for w in line.between(at + 1, at + 2)):
        return False
    first, behind = line.between(0, cue.first), line.between(cue.last, at)
    return any(w.low in line.group("conditions") for w in first) and not any(
        w.low in line.group("conditions") for w in behind
    )


def goes_on(line: Line, at: int) -> bool:
    """Whether a clause goes on behind a comma: a relative, a conjunction, a complement."""
    low = line.words[at].low if at < len(line.words) else ""
    if starts_relative(line, at) or joins(line, at):
        return True
    return low in line.group("that") or low in line.group("subordinators")


def subordinate(line: Line, cue: CueAt) -> bool:
    """Whether the cue's own clause is a lesser one: ``Хоча X заперечує Y, ...``, ``..., яку просять стратити, ...``."""
    if is_participle(line.words[cue.verb]) and is_comma(line, cue.first - 1) and cue.cue.kind == "verb":
        return True  # "двое чиновников, просивших их не называть, подтвердили"
    comma = next((i for i in range(cue.first - 1, max(cue.first - 8, -1), -1) if is_comma(line, i)), None)
    if comma is not None and starts_relative(line, comma + 1):
        that = (w.at for w in reversed(line.between(0, comma)) if w.low in line.group("plain_that"))
        return not any(w.finite and w.mention < 0 for w in line.between(next(that, 0), comma))
    first = line.words[len(line.words) > 1 and line.words[0].text in OPENING]
    between = line.between(first.at, cue.first)
    return first.low in line.group("subordinators") and not any(w.text in ",:" for w in between)


def returns_to_teller(line: Line, at: int, first: int, cue: CueAt) -> bool:
    """``..., а також дав вказівку``, ``... і запросила``: a joined verb of the cue's form goes on with the teller."""
    verb = line.words[cue.verb]
    if cue.cue.kind == "predicate" and is_comma(line, at) and joins(line, at + 1):
        return goes_on_telling(line, at, first, cue)
    if "VERB" not in verb.pos or cue.impersonal or not (joins(line, at) or is_comma(line, at)):
        return False
    if is_comma(line, at) and any(w.low in line.group("as_says") for w in line.between(at + 1, at + 2)):
        return False  # "..., як пропонував мер, ..."
    deed = joined_deed(line, at)
    if deed is None or not same_form(deed, verb):
        return False
    own = has_told_subject(line, first, at, verb)
    between = line.between(at, deed.at)
    plain = all(joins(line, w.at) or is_comma(line, w.at) or may_stand_between(line, w) for w in between)
    if plain and deed.lemmas & lexicon(line.language).verbs.keys():
        told = own and not only_things_do(line, first, at, deed)
        return is_comma(line, at) or not told or bool(deed.lemmas & line.group("adding"))
    set_on = is_comma(line, at) and is_joint(line, at + 1)
    return set_on and verb.has("past") and not own and not has_own_subject(line, deed, at)


def goes_on_telling(line: Line, comma: int, first: int, cue: CueAt) -> bool:
    """``переконана, що план слабкий[, і обіцяє] оскаржити його``: behind a told clause the teller's next verb."""
    deed = joined_deed(line, comma)
    if deed is None or not deed.lemmas & lexicon(line.language).verbs.keys() or line.words[cue.last].text != ",":
        return False
    own = next((w for w in line.between(first, comma) if agrees_with(w, deed)), None)
    return (
        own is None and deed.has("pres") and deed.has("3per") and deed.has("plur") == line.words[cue.verb].has("plur")
    )


def is_joint(line: Line, at: int) -> bool:
    """Whether a conjunction that joins or sets against stands at word ``at``."""
    return joins(line, at) or any(w.low in line.group("adversatives") for w in line.between(at, at + 1))


def tells_on(line: Line, comma: int, first: int) -> bool:
    """``пояснив, чому пішов[, додавши, що] втомився``: the teller's gerund, where nobody in the content tells."""
    known = lexicon(line.language).verbs
    gerund = next((w for w in behind_additives(line, comma + 1) if "GRND" in w.pos), None)
    if gerund is None or not is_comma(line, gerund.at + 1):
        return False  # "..., погодившись підняти ціни" may be of whom the content tells
    said = any("paren" in known[lemma].frames for lemma in gerund.lemmas & known.keys())
    return said and not any(w.lemmas & known.keys() and "VERB" in w.pos for w in line.between(first, comma))


def judges_it(line: Line, comma: int) -> bool:
    """``йдеться про ремонт[, однак ця інформація] не підтверджена``: what the report says of what it passed on."""
    turn, this, noun = (*line.between(comma + 1, comma + 4), None, None, None)[:3]
    if turn is None or this is None or noun is None or turn.low not in line.group("adversatives"):
        return False
    words = noun.lemmas & lexicon(line.language).nouns.keys() and "nomn" in cases_in(noun.nouns)
    return bool(words and this.lemmas & line.group("pointing"))


def behind_additives(line: Line, at: int) -> tuple[Word, ...]:
    """The word behind ``також`` at word ``at``, as one; none at the line's end."""
    at += any(w.low in line.group("additives") for w in line.between(at, at + 1))
    return tuple(line.between(at, at + 1))


def has_told_subject(line: Line, first: int, stop: int, verb: Word) -> bool:
    """``що [дипломат назвав] план і сказав``: somebody in the content does what the joined verb may go on with."""
    own = next((word for word in line.between(first, stop) if agrees_with(word, verb)), None)
    return own is not None and any("nomn" in cases_in(w.nouns) for w in line.between(first, own.at))


def only_things_do(line: Line, first: int, stop: int, deed: Word) -> bool:
    """``що угода підписана і [закликала]``: whatever a told clause is about cannot do what only who speaks does."""
    known = lexicon(line.language).verbs
    speaks = any(not known[lemma].weak and known[lemma].act != "deny" for lemma in deed.lemmas & known.keys())
    named = (phrase for kind, phrase in chunks(line, first, stop) if kind == "np" and "nomn" in phrase.cases())
    return speaks and not any(can_speak(line, phrase) for phrase in named)


def has_own_subject(line: Line, deed: Word, first: int) -> bool:
    """``..., а дорогу построил город``: behind an object before the verb, what follows it is rather its subject."""
    objects = {form[0] for w in line.between(first, deed.at) for form in w.nouns}
    behind = line.between(deed.at + 1, deed.at + 2)
    return "accs" in objects and any("nomn" in cases_in(w.nouns | w.adjectives) for w in behind)


def joined_deed(line: Line, at: int) -> Word | None:
    """The verb of a clause without its own subject that a conjunction joins at ``at``; None where there is none."""
    joined = is_joint(line, at + is_comma(line, at))
    for word in line.between(at, at + DEED_REACH):
        if word.finite and word.mention < 0:
            return word
        subject = cases_in(word.nouns) if word.mention < 0 else frozenset(("nomn",))
        led = word.at > 0 and "PREP" in line.words[word.at - 1].pos
        if (
            (word.kind == "mark" and word.at != at)
            or word.infinitive
            or ("nomn" in subject and not led and "accs" not in subject)
        ):
            return None
        if not joined and not may_stand_between(line, word) and not is_comma(line, word.at):
            return None
    return None


def agrees_with(word: Word, verb: Word) -> bool:
    """Whether a word of the content can be a predicate of the verb's form, so that the next may be joined to it."""
    if word.finite:
        return same_form(word, verb)
    if not word.pos & {"ADJS", "PRTS"}:
        return False
    marks = ("masc", "femn", "neut", "plur") if verb.has("past") else ("sing", "plur")
    return any(word.has(mark) and verb.has(mark) for mark in marks)
