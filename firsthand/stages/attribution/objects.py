"""Phrases that a cue takes behind it: an object, or a phrase behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from firsthand.lang import load
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import is_break, is_comma, joins, last_word
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.heads import is_participle, quoted_name
from firsthand.stages.attribution.modifiers import is_when
from firsthand.stages.attribution.phrases import MAX_DEPTH, phrase_at
from firsthand.stages.attribution.sources import behind
from firsthand.stages.attribution.words import Line, Word, cases_in, group

NOMINAL_REACH = 25
# Words of a preposition: "у зв'язку з".
MAX_PREPOSITION = 3
# Words from a participle to the noun behind its place and time.
DESCRIBED_REACH = 9
# Words of a medium's name before one of it.
NAME_WORDS = 2
# Words of a term of years with what it is of: "11 років колонії".
TERM_WORDS = 3


@cache
def prepositions(language: str) -> Mapping[str, frozenset[str]]:
    """By frame, the prepositions behind which its content stands."""
    return {
        frame: group(language, f"prepositions.{frame}.words")
        for frame in load(language).table("grammar")["prepositions"]
    }


def nominal_start(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """The first word of a nominal content behind the cue, by the frames that the cue takes."""
    if "rest" in cue.cue.frames:
        clause = accused_of(line, cue, subject) if "in" in cue.cue.frames else None
        if clause is not None:
            return clause
        charge = prepositional_start(line, cue, subject) if "in" in cue.cue.frames else None
        called = quoted_start(line, cue, subject) or called_start(line, cue, subject)
        this = charge is not None and line.words[charge].low in line.group("pronouns.this")
        if called is None or (charge is not None and charge < called and not this):
            return charge if charge is not None else prepositional_start(line, cue, subject)
        return called
    return prepositional_start(line, cue, subject) or object_start(line, cue, subject)


def quoted_start(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """``назвав [«головним лобістом Ладонії»]``: a quotation right behind the cue that begins in the instrumental."""
    skip = behind(cue, subject)
    at = skip.last if skip is not None else cue.last
    inner = line.between(at + 1, at + 2) if opens_quote(line, at) else ()
    return at if any("ablt" in cases_in(w.adjectives | w.nouns) for w in inner) else None


def called_start(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """``назвав [неприйнятним запровадження санкцій]``, ``[брехнею чутки]``: the object, with what it is called."""
    first = object_start(line, cue, subject)
    skip = behind(cue, subject)
    start = skip.last if skip is not None else cue.last
    called = line.between(start, first) if first is not None else ()
    return (
        start
        if called and all("ablt" in cases_in(w.adjectives | w.nouns) and cases_in(w.nouns) <= {"ablt"} for w in called)
        else first
    )


def accused_of(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """``звинуватили її в тому, що [вона ...]``: the clause alone."""
    known = prepositions(line.language)["in"]
    for word in steps(line, cue, subject):
        inner = phrase_at(line, word.at + 1) if word.low in known and word.mention < 0 else None
        if inner is not None and behind_demonstrative(line, inner) != inner.first:
            return behind_demonstrative(line, inner)
    return None


def steps(line: Line, cue: CueAt, subject: Phrase | None) -> Iterator[Word]:
    """The words that may begin a nominal content: over the subject and prepositional phrases, to the clause's end."""
    at, stop = cue.last, min(last_word(line), cue.last + NOMINAL_REACH)
    skip = behind(cue, subject)
    while at < stop:
        if skip is not None and skip.first <= at < skip.last:
            at = skip.last
            continue
        word = line.words[at]
        if is_comma(line, at) and (named := told_by_name(line, at)) is not None:
            at = named
            continue
        if (is_break(word) and word.text not in "«“„") or is_comma(line, at) or (word.finite and not word.nouns):
            return
        yield word
        at = behind_preposition(line, word) if "PREP" in word.pos and word.mention < 0 else at + 1


def told_by_name(line: Line, comma: int) -> int | None:
    """``сповістив президента клубу[, підприємця Івана Коваля] про намір``: one past the name of whom it is told."""
    person = phrase_at(line, comma + 1, coordinate=False)
    if person is None or not (person.animate and person.named) or "accs" not in person.cases():
        return None
    about = preposition_end(line, person.last, prepositions(line.language)["about"])
    told = "accs" in cases_in(line.words[comma - 1].nouns) or "gent" in cases_in(line.words[comma - 1].nouns)
    return person.last if about is not None and told else None


def behind_preposition(line: Line, word: Word) -> int:
    """The word behind a prepositional phrase; whom a demand is made of takes no genitive: ``від фірми [платні]``."""
    asked = word.low in line.group("addressee_prepositions")
    inner = phrase_at(line, word.at + 1, depth=MAX_DEPTH if asked else 0)
    return inner.last if inner is not None else word.at + 1


def prepositional_start(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """The content behind a preposition that the cue takes: ``закликав до [миру]``; ``проти`` is in it."""
    for word in steps(line, cue, subject):
        for frame, words in prepositions(line.language).items():
            first = preposition_end(line, word.at, words) if frame in cue.frames else None
            if first is None:
                continue
            inner = governed(line, first, frame)
            if inner is not None:
                start = behind_demonstrative(line, inner)
                pointed = frame == "for" and start != inner.first  # "ратує за те, щоб [збудувати міст]"
                return word.at if is_for_or_against(cue, frame) and not pointed else start
            if opens_quote(line, first):
                return word.at if is_for_or_against(cue, frame) else first
            if frame == "against" and (first >= last_word(line) or is_comma(line, first)):
                return word.at  # "44 % опитаних висловилися проти"
    return None


def is_for_or_against(cue: CueAt, frame: str) -> bool:
    """``висловилися [проти угоди]``, ``виступив [за мир]``: on which side somebody stands, the preposition says."""
    return frame == "against" or (frame == "for" and "against" in cue.frames)


def preposition_end(line: Line, at: int, words: frozenset[str]) -> int | None:
    """One past the preposition at word ``at``, of several words even (``з приводу``); None where none of them is."""
    if at >= len(line.words) or line.words[at].mention >= 0:
        return None
    for length in range(MAX_PREPOSITION, 0, -1):
        if " ".join(w.low for w in line.between(at, at + length)) in words:
            return at + length
    return None


def opens_quote(line: Line, at: int) -> bool:
    """Whether quoted words stand for the phrase behind a preposition: ``заявив про "дуже добрий поступ"``."""
    return at + 1 < len(line.words) and line.words[at].text in '«“„"' and line.words[at].quote >= 0


def governed(line: Line, at: int, frame: str) -> Phrase | None:
    """The phrase at ``at`` in a case that the prepositions of a frame take; none of time."""
    skipped = at < len(line.words) and line.words[at].low in line.group("besides")
    inner = phrase_at(line, at + skipped) or described(line, at + skipped)
    if inner is None or not inner.cases() & line.group(f"prepositions.{frame}.cases"):
        return None
    timed = any(
        w.time for w in line.between(inner.first, inner.head + 1)
    )  # "на спад ожилої торік торгівлі" is of no time
    return None if frame != "about" and timed else replace(inner, first=at)


def described(line: Line, at: int) -> Phrase | None:
    """``про [поширені в Одесі торік] схеми``: a noun behind a participle with its own place and time."""
    if at >= len(line.words) or not is_participle(line.words[at]) or line.words[at].mention >= 0:
        return None
    for word in line.between(at + 1, at + DESCRIBED_REACH):
        if word.finite or (word.kind == "mark" and word.text not in "-–"):
            return None
        free = "PREP" in line.words[word.at - 1].pos or "PREP" in word.pos or word.time
        noun = None if free else phrase_at(line, word.at, coordinate=False)
        if noun is not None and agree(line.words[at].adjectives, noun.forms):
            return replace(noun, first=at)
    return None


def behind_demonstrative(line: Line, phrase: Phrase) -> int:
    """The content of ``у тому, що ...`` begins behind the conjunction."""
    pointed = line.words[phrase.first].low in line.group("demonstratives") and is_comma(line, phrase.last)
    return phrase.last + 2 if pointed and phrase.last + 2 < len(line.words) else phrase.first


def object_start(line: Line, cue: CueAt, subject: Phrase | None) -> int | None:
    """The content as an object: ``заперечують [угоду]``, with a negation before it."""
    if not cue.frames & {"obj", "rest", "ins"} or (cue.cue.weak and not cue.negated and not is_stance(line, cue)):
        return None
    for word in steps(line, cue, subject):
        if cue.cue.done and joins(line, word.at):
            return None  # "Прокурор клопотання підтримав, і суд ..."
        if is_term(line, cue, word.at):
            return word.at
        if is_when(line, word.at) or ("PREP" in word.pos and word.mention < 0):
            continue
        phrase = phrase_at(line, word.at)
        if is_whom(line, word) and (phrase is None or not is_object(cue, phrase)):
            return word.at
        if phrase is None and is_what_happens(word):
            return word.at
        if phrase is not None and is_condemned(line, cue, subject, phrase):
            return phrase.first
        if phrase is None or not is_object(cue, phrase) or names_addressee(line, word.at):
            continue
        if "rest" in cue.frames and (called := called_before(line, cue, subject, phrase.first)) is not None:
            return called
        return compared_start(line, phrase.first)
    return None


def is_condemned(line: Line, cue: CueAt, subject: Phrase | None, phrase: Phrase) -> bool:
    """``засудив [прем'єра за слова про мову]``: whom somebody, no court, condemns, with what for."""
    behind_it = line.between(phrase.last, phrase.last + 1)
    led = any(w.low in prepositions(line.language)["for"] for w in behind_it)
    if not led or "rest" not in cue.cue.frames or not cue.cue.inanimate_object or "accs" not in phrase.cases():
        return False
    court = subject is not None and line.words[subject.head].lemmas & line.group("courts")
    return phrase.animate and subject is not None and not court


def is_term(line: Line, cue: CueAt, at: int) -> bool:
    """``просив [11 років колонії]``: how long of it is demanded."""
    words = line.between(at, at + TERM_WORDS)
    led = any("PREP" in w.pos for w in line.between(at - 1, at))  # "просив у 2019 році свободи"
    counts = not led and (words[0].kind == "number" or "NUMR" in words[0].pos)
    if cue.cue.act != "direct" or len(words) < TERM_WORDS or not counts or not (words[0].time and words[1].time):
        return False
    what = phrase_at(line, at + 2)
    return what is not None and not (what.animate or what.named) and cases_in(words[2].nouns) <= {"gent"} | what.cases()


def names_addressee(line: Line, at: int) -> bool:
    """``розповів газеті [«Схід»], що``, ``журналістам Української [правди]``: the name of whom it is told."""
    if quoted_name(line, at) is not None:
        return bool(line.words[at - 1].nouns)
    for first in range(max(at - NAME_WORDS, 1), at + 1):
        name = phrase_at(line, first) if line.words[first].capital and line.words[first - 1].nouns else None
        if name is not None and at < name.last and means_medium(line, name):
            return True
    return False


def is_stance(line: Line, cue: CueAt) -> bool:
    """``підтримує угоду``, ``підтримали угоду``: a weak verb that counts with a phrase in its present or its past."""
    verb = line.words[cue.verb]
    return (cue.cue.now and verb.has("pres")) or (cue.cue.done and verb.finite and verb.has("past"))


def called_before(line: Line, cue: CueAt, subject: Phrase | None, first: int) -> int | None:
    """``вважає [непотрібним] ремонт``: the adjective right before the object that says what it is called."""
    skip = behind(cue, subject)
    floor = skip.last if skip is not None and skip.first < first else cue.last
    at = first - 1
    word = line.words[at]
    if at < floor or word.nouns or word.time or cases_in(word.adjectives) - {"loct", "datv", "gent"} != {"ablt"}:
        return None
    while at > floor and "ADVB" in line.words[at - 1].pos and not line.words[at - 1].nouns:
        at -= 1
    return at


def compared_start(line: Line, first: int) -> int:
    """``вимагають [не менш високих зарплат]``: where an object begins with its negation, if it compares."""
    comparing = line.group("comparatives")
    first -= line.words[first - 1].low in comparing
    negated = line.words[first - 1].low in line.group("negation") and line.words[first].low in comparing
    return first - 1 if negated else first


def is_whom(line: Line, word: Word) -> bool:
    """``вважають [його] причетним``, ``назвав [її] героїнею``: a pronoun that here says whom, not whose."""
    personal = any(r.pos == "NPRO" and r.has("accs") for r in word.readings)
    return personal and word.low in line.group("pronouns.possessive")


def is_what_happens(word: Word) -> bool:
    """``назвал [происходящее] войной``, ``считает [сказанное] шуткой``: a participle that is a thing by itself."""
    return any(r.pos == "PRTF" and {"neut", "accs"} <= r.grammemes for r in word.readings) and not word.nouns


def is_object(cue: CueAt, phrase: Phrase) -> bool:
    """Whether a phrase can be the object: in the cue's own case, the accusative, or the instrumental."""
    if cue.cue.inanimate_object and phrase.animate:
        return False
    wanted = {"ablt"} if "ins" in cue.frames else set()
    if cue.frames & {"obj", "rest"}:
        wanted |= object_cases(cue)
        # "очікує постачання", but "очікує поставку" too
        wanted |= {"accs"} if cue.cue.case == "gent" and not phrase.animate else set()
    return bool(wanted & phrase.cases())


def object_cases(cue: CueAt) -> set[str]:
    """The cases of a cue's object: behind a negation or a demand the genitive beside the accusative."""
    if cue.cue.case:
        return {cue.cue.case} | ({"accs"} if cue.cue.lemma.startswith("не ") else set())
    return {"accs", "gent"} if cue.negated or cue.cue.act in ("direct", "deny") else {"accs"}
