"""What follows a cue: a clause, a question, a colon, an infinitive."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.attached import listed
from firsthand.stages.attribution.clauses import chunks, is_comma, last_word, relative_end, spaced, starts_relative
from firsthand.stages.attribution.cues import CueAt, is_told_by_another, lexicon
from firsthand.stages.attribution.heads import is_participle, quoted_name
from firsthand.stages.attribution.phrase_ends import EXPLAINED_REACH
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.sources import behind
from firsthand.stages.attribution.words import Line, Word, once

COMPLEMENT_REACH = 60
INSERTION_REACH = 16
WHY_REACH = 5
# Where the word stands behind a comma and "а також".
FURTHER = 3
QUOTES = frozenset("«“„")
OPENING_MARKS = QUOTES | {'"'}
# Frames whose phrase a clause behind a colon may explain.
EXPLAINED = ("about", "on")


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a cue: its kind (that, question, colon, inf) and the first word of the content."""

    kind: str
    first: int


@once
def complement(line: Line, cue: CueAt, subject: Phrase | None) -> Complement | None:
    """The first complement behind the cue, over a subject that stands between."""
    at, end = behind_copula(line, cue), last_word(line)
    skip, bracketed = behind(cue, subject), False
    while at < min(end, cue.last + COMPLEMENT_REACH):
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        if (named := quoted_name(line, at) or bracket_end(line, at)) is not None:
            bracketed = bracketed or line.words[at].text == "("
            at = named
            continue
        found = at_word(line, at, cue)
        if found is not None and found.kind == "colon" and bracketed:
            return None  # "розповіла «Модерна» (Moderna): ...": who is told of may be the one who tells
        if found is not None:
            start = skip.last if skip is not None and skip.first < found.first else cue.last
            return with_circumstances(line, found, cue, start) if found.kind == "inf" else found
        step = over_insertion(line, at, end) if is_comma(line, at) else over_word(line, at)
        if step is not None and is_told_inside(line, at, step):
            return None
        if step is None and cue.cue.kind == "noun" and line.words[at].lemmas & line.group("consisting"):
            step = at + 1  # "вимога полягає в тому, що"
        if (
            step is not None
            and is_comma(line, at)
            and any(w.infinitive and not w.finite for w in line.between(step + 1, step + 2))
        ):
            step += 1  # "домовилася, наприклад, [створити]"
        if step is None:
            return None
        at = step
    return None


def bracket_end(line: Line, at: int) -> int | None:
    """``сказав каналу «Схід» [(ССХ)], що``: one past the bracket that closes what word ``at`` opens."""
    if line.words[at].text != "(":
        return None
    return next((w.at + 1 for w in line.between(at + 1, at + INSERTION_REACH) if w.text == ")"), None)


def is_told_inside(line: Line, at: int, step: int) -> bool:
    """``опублікували статтю[, у якій стверджували], що ...``: the clause belongs to the verb of the relative clause."""
    return is_comma(line, at) and starts_relative(line, at + 1) and step > at + 1 and line.words[step - 1].finite


def behind_copula(line: Line, cue: CueAt) -> int:
    """The word behind a predicate and its verb "to be": ``готов [был бы] уйти``."""
    at = cue.last
    while cue.cue.kind == "predicate" and at < last_word(line):
        word = line.words[at]
        if not (word.lemmas & line.group("future_auxiliaries") or word.low in line.group("would")):
            break
        at += 1
    return at


def with_circumstances(line: Line, found: Complement, cue: CueAt, start: int) -> Complement:
    """``планує [12 вересня у портах провести] страйк``: when and where belongs to what is planned, to whom does not."""
    if cue.cue.act == "direct" and cue.cue.kind == "verb":
        return behind_addressee(line, found, start)
    if (
        (cue.cue.act != "commit" and "inf" not in cue.cue.frames)  # "розраховують до грудня завершити"
        or (line.words[cue.verb].finite and line.words[cue.verb].has("past"))
        or cue.cue.kind == "noun"
    ):
        return found
    if start < cue.last or any(w.kind == "mark" or w.finite for w in line.between(start, found.first)):
        return found
    told = (phrase for kind, phrase in chunks(line, start, found.first) if kind == "np")
    addressed = any("datv" in phrase.cases() and (phrase.animate or phrase.named or phrase.pronoun) for phrase in told)
    return found if addressed else replace(found, first=start)


def behind_addressee(line: Line, found: Complement, start: int) -> Complement:
    """``доручила оператору [до п'ятниці подати] звіт``: behind whom it is told, when and how it is to be done."""
    addressed = phrase_at(line, start) if start < found.first else None
    if addressed is None or not addressed.cases() & {"datv", "accs"} or addressed.last >= found.first:
        return found
    inner = line.between(addressed.last, found.first)
    clear = "PREP" in inner[0].pos and not any(w.kind == "mark" or w.finite for w in inner)
    clear = clear and any(w.time for w in inner)  # "порадила людям [з алергією] відмовитися"
    return replace(found, first=addressed.last) if clear else found


def at_word(line: Line, at: int, cue: CueAt) -> Complement | None:
    """A complement that begins at word ``at``."""
    word = line.words[at]
    if word.text == ":":
        others = at > cue.last and (is_told_by_another(line, at) or explains_phrase(line, at, cue))
        return None if others or (at == cue.last and answers_this(line, cue)) else Complement("colon", at + 1)
    if is_comma(line, at):
        return behind_comma(line, at, cue)
    if word.low in line.group("that") and at == cue.last and at + 1 < len(line.words):
        return Complement("that", at + 1)
    if word.low in line.group("question_particles") and at == cue.last + 1:
        return Complement("question", at - 1)
    if word.infinitive:
        return Complement("inf", infinitive_start(line, at, cue.last))
    return None


def explains_phrase(line: Line, colon: int, cue: CueAt) -> bool:
    """``наполягає на помилці: донька знімала чайок``: a phrase is told, and behind the colon a clause explains it."""
    about = any(
        frame in cue.cue.frames and line.words[cue.last].low in line.group(f"prepositions.{frame}.words")
        for frame in EXPLAINED
    )
    thing = phrase_at(line, cue.last + 1) if about else None
    if thing is None or thing.pronoun or thing.last != colon or colon + 1 >= len(line.words):
        return False
    if line.words[colon + 1].text in OPENING_MARKS or line.words[colon + 1].capital:
        return False
    return any(w.finite and w.mention < 0 for w in line.between(colon + 1, colon + 1 + EXPLAINED_REACH))


def answers_this(line: Line, cue: CueAt) -> bool:
    """``мешканці [цьому] не вірять: ...``: what is believed or denied stands before the cue; the colon explains it."""
    judges = cue.cue.act in ("deny", "doubt") or cue.negated or cue.cue.kind == "predicate"
    before = line.between(cue.first - 2, cue.first)
    with_him = len(before) == 2 and "PREP" in before[0].pos and "NPRO" in before[1].pos
    return judges and (with_him or any(w.low in line.group("answered") for w in before))


def behind_comma(line: Line, comma: int, cue: CueAt) -> Complement | None:
    """A clause or question that begins behind a comma."""
    if (told := behind_as_says(line, comma)) is not None:
        return Complement("that", told)
    for word in line.between(comma + 1, comma + 2):
        if word.low in line.group("that"):
            if is_as_if(line, comma + 1):
                return None
            if (pointed := behind_which(line, comma)) is not None:
                return Complement("that", pointed)
            lesser = says_why(line, comma) and not cue.frames & {"owing", "rest"}
            return None if lesser or tells_about(line, cue, comma) else Complement("that", comma + 2)
        # Behind a noun a relative clause is likelier than a question: "назвав місто, де ...".
        before = line.words[comma - 1]
        noun = comma - 1 >= cue.last and bool(before.nouns or before.mention >= 0 or before.adjectives)
        if joins_clauses(line, comma - 1) or tells_when(line, comma):
            return None
        if word.low in line.group("questions") and not (noun and starts_relative(line, comma + 1)):
            return Complement("question", comma + 1)
        if "PREP" in word.pos and (not noun or "NPRO" in before.pos) and asks_at(line, comma + 2):
            return Complement("question", comma + 1)
    if any(word.low in line.group("question_particles") for word in line.between(comma + 2, comma + 3)):
        return Complement("question", comma + 1)
    return None


def behind_which(line: Line, comma: int) -> int | None:
    """``застеріг банки, що дають кредити, про те, що [ризикують]``: what is told, behind a clause that says which."""
    which, verb = (*line.between(comma + 1, comma + 3), None, None)[:2]
    if which is None or which.low not in line.group("relative_that") or verb is None or not verb.finite:
        return None
    for word in line.between(comma + 3, comma + INSERTION_REACH):
        if is_comma(line, word.at):
            about, this, close, that = (*line.between(word.at + 1, word.at + 5), *[None] * 4)[:4]
            if about is None or this is None or close is None or that is None or about.low not in line.group("about"):
                return None
            points = this.low in line.group("demonstratives") and close.text == ","
            return that.at + 1 if points and that.low in line.group("plain_that") else None
    return None


def is_as_if(line: Line, at: int) -> bool:
    """``поїздки, [нібито] здійснені мером``, ``будто бы предпринятые``: it stands with a participle of the noun."""
    if line.words[at].low in line.group("plain_that|so_that"):
        return False
    noun = line.words[at - 2]
    at += 1 + any(w.low in line.group("would") for w in line.between(at + 1, at + 2))
    return any(is_participle(w) and agree(noun.nouns, w.adjectives) for w in line.between(at, at + 1))


def behind_as_says(line: Line, comma: int) -> int | None:
    """``підкреслила, як передає «Схід», що [король чекає]``: over who passes on that somebody said it."""
    how, verb = (*line.between(comma + 1, comma + 3), None, None)[:2]
    if how is None or verb is None or how.low not in line.group("as_says"):
        return None
    if not verb.finite or not verb.lemmas & lexicon(line.language).verbs.keys():
        return None
    close = next((w.at for w in line.between(comma + 3, comma + INSERTION_REACH) if w.text == ","), None)
    that = line.between(close + 1, close + 2) if close is not None else ()
    return that[0].at + 1 if that and that[0].low in line.group("plain_that") else None


def asks_at(line: Line, at: int) -> bool:
    """``пояснив, для [чого] збудували міст``: a question word in a case that a preposition takes."""
    return any(w.low in line.group("questions") and w.pos & {"NPRO", "ADJF"} for w in line.between(at, at + 1))


def tells_about(line: Line, cue: CueAt, comma: int) -> bool:
    """``повідомив про смерть двох людей, що підсилює страх``: what is told is the phrase, not what the report adds."""
    if "about" not in cue.cue.frames or line.words[cue.last].low not in line.group("about"):
        return False
    first = cue.last + 1 + (line.words[cue.last + 1].low in line.group("besides"))
    inner = phrase_at(line, first)
    pointed = {line.words[cue.last + 1].low, line.words[comma - 1].low} & line.group("demonstratives")
    return inner is not None and inner.last <= comma and not pointed


def says_why(line: Line, comma: int) -> bool:
    """``допускали образи в зв'язку з тим, що ...``: the clause behind the comma is a reason, and no content."""
    words = [w.low for w in line.between(comma - WHY_REACH, comma)]
    return any(" ".join(words[at:]) in line.group("on_grounds") for at in range(len(words)))


def tells_when(line: Line, comma: int) -> bool:
    """``після того, як ...``: the clause says when something was said."""
    before = line.words[comma - 2] if comma >= 2 else None
    pointed = line.words[comma - 1].low in line.group("demonstratives")
    return before is not None and pointed and before.low in line.group("when_prepositions")


def joins_clauses(line: Line, at: int) -> bool:
    """Whether a conjunction at ``at`` sets a new clause against the cue's: ``..., але невідомо, чи``."""
    return line.words[at].low in line.group("adversatives")


def infinitive_start(line: Line, at: int, floor: int) -> int:
    """The infinitive with its negation and adverbs before it, and the mark that opens its quotation."""
    while at - 1 >= floor and stands_with_infinitive(line, line.words[at - 1]):
        at -= 1
    return at - 1 if at - 1 >= floor and line.words[at - 1].text in QUOTES else at


def stands_with_infinitive(line: Line, word: Word) -> bool:
    """A negation or an adverb before an infinitive, ``[будь-що] захопити``."""
    return word.low in line.group("negation|at_any_cost") or is_adverb(word)


def is_adverb(word: Word) -> bool:
    """An adverb that is no noun."""
    return "ADVB" in word.pos and not word.nouns and word.kind == "word"


def over_word(line: Line, at: int) -> int | None:
    """The next word; None where the cue's clause ends here."""
    word = line.words[at]
    verb = (word.finite and word.mention < 0 and not word.nouns) or is_joined_predicate(line, word)
    return None if verb or word.text in ";)" or (word.dash and spaced(line, at)) else at + 1


def is_joined_predicate(line: Line, word: Word) -> bool:
    """``вимагають надбавок і [готові] страйкувати``: behind a conjunction a predicate has its own complement."""
    joined = any(w.low in line.group("coordinators") for w in line.between(word.at - 1, word.at))
    return joined and bool(word.pos & {"ADJS", "ADJF"}) and bool(word.lemmas & lexicon(line.language).predicates.keys())


def behind_further(line: Line, comma: int, end: int) -> int | None:
    """``закликає лікарів[, а також] медсестер долучитися``: the word behind what joins one more."""
    if " ".join(w.low for w in line.between(comma + 1, comma + FURTHER)) not in line.group("further"):
        return None
    behind_it = line.between(comma + FURTHER, min(end, comma + FURTHER + INSERTION_REACH))
    next_one = next((w for w in behind_it if w.infinitive or w.finite or w.kind == "mark"), None)
    return comma + FURTHER if next_one is not None and next_one.infinitive else None


def over_insertion(line: Line, comma: int, end: int) -> int | None:
    """The word behind a relative clause, apposition or insertion that starts at a comma; None where the clause ends."""
    relative = relative_end(line, comma, end)
    if relative is not None:
        return relative if relative < end else None
    if listed(line, comma):
        return comma + 1
    if (further := behind_further(line, comma, end)) is not None:
        return further
    first = line.words[comma + 1] if comma + 1 < end else None
    if first is None or joins_clauses(line, comma + 1) or "GRND" in first.pos:
        return None
    for at in range(comma + 1, min(comma + INSERTION_REACH, end)):
        if is_comma(line, at):
            return at
        if line.words[at].finite and line.words[at].mention < 0:
            return None
    return None
