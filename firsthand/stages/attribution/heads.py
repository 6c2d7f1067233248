"""The head of a noun phrase and what stands before it: adjectives, numbers, quoted names, initials."""

from __future__ import annotations

from dataclasses import replace

from firsthand.lang.morphology import Parse
from firsthand.lang.outlets import find_outlet
from firsthand.names.reference import names_branch
from firsthand.stages.attribution.agreement import Phrase, agree, noun_forms
from firsthand.stages.attribution.words import ANY_FORM, Form, Line, Word, cases_in, word_forms

OPENING = frozenset('«“„"')
CLOSING = frozenset('»”“"')
PARTICIPLE_REACH = 7
NAME_REACH = 14
# What a number of things can stand in: "11 з 25 міністрів виступили", "виступило".
COUNTED: frozenset[Form] = frozenset((("nomn", "plur", ""), ("nomn", "sing", ""), ("accs", "plur", "")))


def is_initial(line: Line, at: int) -> bool:
    """``С.`` before a capitalised word."""
    letter = line.words[at]
    if len(letter.text) != 1 or not letter.capital or at + 2 >= len(line.words):
        return False
    stop, surname = line.words[at + 1 : at + 3]
    return stop.text == "." and stop.start == letter.stop and surname.capital


def quoted_modifier(line: Line, at: int) -> int | None:
    """One past an adjective in quotation marks inside a phrase: ``прибічники "жорсткого" виходу``, ``"Х"-канал``."""
    words = line.words
    if joined_noun(line, at) is not None:
        return at + 4
    if at + 2 >= len(words) or words[at].text not in OPENING or words[at + 2].text not in CLOSING:
        return None
    word = words[at + 1]
    behind = line.between(at + 3, at + 4)
    alone = not any(agree(word.adjectives, w.nouns | w.adjectives) for w in behind)  # "писала «Думська»"
    named = word.capital and (bool(word.nouns) or alone)  # "у «Моріотеплі»", which only looks like an adjective
    return at + 3 if word.adjectives and not named else None


def joined_noun(line: Line, at: int) -> Word | None:
    """``«Telegram»-[канал]``: the noun that a hyphen joins to the word in quotation marks that opens at ``at``."""
    if at + 5 > len(line.words) or line.words[at].text not in OPENING:
        return None
    closing, hyphen, noun = line.words[at + 2 : at + 5]
    touching = closing.stop == hyphen.start and hyphen.stop == noun.start and hyphen.dash
    return noun if closing.text in CLOSING and touching and noun.nouns and noun.text.islower() else None


def quoted_name(line: Line, at: int) -> int | None:
    """One past the closing mark of a short quoted name that opens at ``at``; None where there is none."""
    words = line.words
    if words[at].text not in OPENING or at + 1 >= len(words) or joined_noun(line, at) is not None:
        return None
    if not words[at + 1].capital and words[at + 1].kind != "number":
        return None
    inner = False
    for here in range(at + 2, min(at + NAME_REACH, len(words))):
        if words[here].text == "„" and words[at].text == "«":
            inner = True  # "«Ладонська група „Вугілля“»"
            continue
        if words[here].text in CLOSING and words[here].start == words[here - 1].stop:
            if inner and words[here].text != "»":
                continue
            return here + 1
        initial = words[here].text == "." and len(words[here - 1].text) == 1 and words[here - 1].capital
        if (words[here].text in ",.;:!?" and not (initial or is_domain(line, here))) or (
            words[here].finite and not words[here].capital and not is_in_outlet(line, at, here)
        ):
            return None
    return None


def is_in_outlet(line: Line, at: int, here: int) -> bool:
    """``«Слово і [діло]»``: whether what looks like a verb ends an outlet's name in the marks that open at ``at``."""
    close = line.between(here + 1, here + 2)
    marked = any(w.text in CLOSING for w in close)
    return marked and find_outlet(line.text[line.words[at].stop : line.words[here].stop]) is not None


def quoted_noun(line: Line, at: int, modifiers: frozenset[Form] | None) -> int | None:
    """``російська ["адміністрація"]``: one past a noun in quotation marks that an adjective before it describes."""
    if modifiers is None or at + 3 > len(line.words) or line.words[at].text not in OPENING:
        return None
    noun, closing = line.words[at + 1 : at + 3]
    return at + 3 if closing.text in CLOSING and noun.text.islower() and agree(modifiers, noun.nouns) else None


def is_domain(line: Line, at: int) -> bool:
    """``Ранок[.]ру``, ``24[.]kg``, ``Port[.]Today``: whether the stop at word ``at`` parts the address of a site."""
    if at < 1 or at + 2 > len(line.words) or line.words[at].text != ".":
        return False
    before, stop, end = line.words[at - 1 : at + 2]
    foreign = before.text.isascii() and end.text.isascii() and end.kind == "word" and before.kind != "mark"
    joined = before.stop == stop.start and stop.stop == end.start
    return joined and (
        end.low in line.group("domains") or foreign or names_branch(before.text, end.text, line.language)
    )


def quoted_forms(line: Line, first: int, last: int) -> frozenset[Form]:
    """The cases of a quoted name: those of its one declined word (``"Известиям"``), any for a longer or foreign one."""
    words = line.between(first + 1, last - 1)
    if len(words) != 1 or not words[0].nouns:
        return ANY_FORM
    return frozenset((case, number, "") for case, _, _ in words[0].nouns for number in ("sing", "plur"))


def modifies(line: Line, at: int, fitting: frozenset[Form]) -> bool:
    """Whether an adjective reading stands before its noun here, rather than being the noun itself."""
    word = line.words[at]
    if not fitting:
        return True
    if at + 1 >= len(line.words) or (word.mention >= 0 and word.mention_type == "PER"):
        return False
    nxt = line.words[at + 1]
    target = nxt.nouns | nxt.adjectives
    shared = agree(word.adjectives, target)
    bare = not (at and line.words[at - 1].adjectives)
    cases = cases_in(shared)
    if bare and word.nouns and cases == {"accs"} and "gent" in cases_in(target):
        return False  # "свідчать дані соціологів": a noun and whose it is
    return bool(target and shared)


def head_phrase(line: Line, word: Word, first: int, fitting: frozenset[Form]) -> Phrase:
    """The phrase that ends with its head, before anything is attached behind."""
    living = word.has("anim") or is_person_compound(line, word)
    animate = (living and not is_body_compound(line, word)) or word.mention_type == "PER"
    named = word.mention >= 0 or (word.capital and word.at > 0)
    stands = word.at == 0 and bool(word.lemmas & line.group("stand_ins"))
    pronoun = ("NPRO" in word.pos and (not word.capital or stands)) or word.low in line.group("pronouns.personal")
    return Phrase(first, word.at + 1, word.at, fitting, animate, named, pronoun)


def is_body_compound(line: Line, word: Word) -> bool:
    """``держави-члени``: states, not people."""
    first, hyphen, _ = word.low.partition("-")
    return bool(hyphen) and bool(word_forms(first, line.language).lemmas & line.group("states"))


def is_person_compound(line: Line, word: Word) -> bool:
    """``віце-голова``: a post with something before its hyphen that the dictionary lacks."""
    last = word.low.rpartition("-")[2]
    return (
        last != word.low
        and word.text.islower()
        and word.mention < 0
        and "anim" in word_forms(last, line.language).grammemes
    )


def is_participle(word: Word) -> bool:
    """``засуджений``, ``прибывший``."""
    return any(r.grammemes & {"actv", "pssv"} and r.pos in ("ADJF", "PRTF") for r in word.readings)


def is_numeral(line: Line, word: Word) -> bool:
    """A numeral or quantity word that stands before the counted noun."""
    return "NUMR" in word.pos or word.low in line.group("quantifiers")


def counted(line: Line, phrase: Phrase) -> Phrase:
    """``16% респондентів``, ``20 членів партії``: behind a number the genitive plural stands as a subject."""
    first = line.words[phrase.first]
    if (first.kind != "number" and not is_numeral(line, first)) or phrase.first == phrase.head:
        return phrase
    if ("gent", "plur", "") not in phrase.forms and not is_paucal(line, first, phrase):
        return phrase
    return replace(phrase, forms=phrase.forms | COUNTED)


def is_paucal(line: Line, number: Word, phrase: Phrase) -> bool:
    """``два депутата``, ``оба рыбака``: behind a small number Russian has the genitive singular."""
    small = number.lemmas & line.group("paucal")
    return bool(small) and ("gent", "sing") in {form[:2] for form in phrase.forms}


def is_relative(line: Line, word: Word) -> bool:
    """A relative or interrogative pronoun is no head."""
    return word.low in line.group("relatives|that")


def fitting_forms(word: Word, modifiers: frozenset[Form] | None) -> frozenset[Form]:
    """The forms in which a word can be the head behind such modifiers (None: behind none)."""
    head = noun_forms(word, word.at == 0)
    return head if modifiers is None else agree(modifiers, head)


def behind_adjective(line: Line, at: int, forms: frozenset[Form]) -> int:
    """The word behind an adjective; of two joined ones the second (``пасажирські та вантажні судна``)."""
    here = after_participle(line, at, forms)
    following = line.between(at + 1, at + 2)
    joined = bool(following) and following[0].low in line.group("coordinators")
    return here + 1 if joined and any(w.adjectives for w in line.between(here + 1, here + 2)) else here


def after_participle(line: Line, at: int, forms: frozenset[Form]) -> int:
    """The word behind an adjective; behind a participle with its own words, its noun (``взятого з порту вантажу``)."""
    words = line.words
    nxt = words[at + 1] if at + 1 < len(words) else None
    if nxt is None or (agree(forms, nxt.nouns | nxt.adjectives) and "PREP" not in nxt.pos):
        return at + 1
    if words[at].low in line.group("stress") and nxt.low in line.group("stress"):
        return at + 2  # "у самому ж міністерстві"
    if nxt.low in line.group("sameness") and words[at].low in line.group("same_ones"):
        return at + 2  # "та же газета"
    if nxt.pos == {"ADVB"} and any(agree(forms, w.nouns) for w in line.between(at + 2, at + 3)):
        return at + 2  # "доступні наразі дані"
    known = words[at].lemmas & line.group("close_to")  # "близьке до уряду джерело"
    if not known and not any(r.grammemes & {"pssv", "actv"} for r in words[at].readings if r.pos in ("ADJF", "PRTF")):
        return at + 1
    for here in range(at + 1, min(at + PARTICIPLE_REACH, len(words))):
        word = words[here]
        if word.kind == "mark" or word.finite or word.infinitive:
            return at + 1
        if word.mention >= 0 or word.capital or "PREP" in word.pos or "PREP" in words[here - 1].pos:
            continue
        shared = agree(forms, word.nouns | word.adjectives)
        # "уполномоченный по правам человека": the accusative of a thing, and of somebody
        if shared and not (cases_in(shared) == {"accs"} and are_of_other_kinds(words[at], word)):
            return here
    return at + 1


def are_of_other_kinds(left: Word, right: Word) -> bool:
    """Whether one of two words in the accusative goes with living beings only, the other only with things."""
    kinds = [{m for r in w.readings if r.has("accs") for m in r.grammemes & {"anim", "inan"}} for w in (left, right)]
    return bool(kinds[0] and kinds[1]) and not kinds[0] & kinds[1]


def substantive(line: Line, at: int, here: int) -> Phrase | None:
    """A participle, ordinal or numeral that stands for people without a noun: ``Бастующие требуют``, ``Обидва``."""
    words = line.between(at, here)
    # "Обидва переконані": what agrees behind it is the predicate.
    word = next((w for w in reversed(words) if w.lemmas & line.group("stand_ins")), None)
    acting = len(words) == 1 and any(is_acting_people(r) for r in words[0].readings)
    if word is None and (acting or is_crowd(line, at, here)):
        word = words[0]
    if word is None or word.kind != "word":
        return None
    return Phrase(at, word.at + 1, word.at, word.adjectives or COUNTED, True)


def is_acting_people(reading: Parse) -> bool:
    """``бастующие``: an active participle in the plural."""
    return reading.pos == "PRTF" and reading.has("actv", "plur")


def is_crowd(line: Line, at: int, here: int) -> bool:
    """``Недовольные [обещают] ...``: an adjective in the plural at a clause's start, with its verb right behind."""
    word = line.words[at]
    if here != at + 1 or not word.lemmas & line.group("crowd") or ("nomn", "plur", "") not in word.adjectives:
        return False
    begins = at == 0 or line.words[at - 1].text == "," or line.words[at - 1].low in line.group("that")
    return begins and any(w.finite and w.has("plur") for w in line.between(at + 1, at + 2))


def share(line: Line, at: int, here: int) -> Phrase | None:
    """A share that stands for people: ``Лише 22% готові``, ``44% опитаних готові``."""
    sign = next((w.at for w in line.between(at + 1, here) if w.text == "%"), None) if "%" in line.lows else None
    if sign is None or line.words[sign - 1].kind != "number":
        return None
    if at and line.words[at - 1].nouns:
        return None  # "про купівлю 100% у фірмі"
    people = line.between(sign + 1, sign + 2)
    asked = any(w.lemmas & line.group("substantives") and "gent" in cases_in(w.adjectives) for w in people)
    return Phrase(at, sign + 1 + asked, sign, ANY_FORM, True)
