"""What says who a subject is beside its name: titles between commas, descriptions, wide adjectives."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed
from firsthand.stages.attribution.clauses import (
    behind_including,
    behind_prepositional,
    chunks,
    clause_start,
    inset_start,
    is_comma,
    leads_on,
    phrase_span,
    prepositional,
    spaced,
    starts_relative,
)
from firsthand.stages.attribution.heads import is_participle
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.stretches import including_end
from firsthand.stages.attribution.words import Line

# How many words back: the start of a name before an apposition, the noun before a clause of its own.
APPOSITION_REACH = 10
CLAUSE_REACH = 25
# How many words a phrase before a comma may have.
NOUN_REACH = 25
# How many titles may stand before a name, each behind a comma.
MAX_TITLES = 3
# How many words an adjective and what it takes may have before its noun.
MODIFIER_REACH = 6
PREPOSED = frozenset(("PREP", "CONJ", "NPRO"))


def text_of(line: Line, phrase: Phrase) -> str:
    """The words of a phrase."""
    return phrase_span(line, phrase).of(line.text)


def means_medium(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is a medium: a known outlet, or a noun that means one."""
    return is_medium(text_of(line, phrase), line.language)


def phrase_ending(line: Line, stop: int) -> Phrase | None:
    """The longest noun phrase that ends right before word ``stop``."""
    for kind, phrase in chunks(line, max(0, stop - NOUN_REACH), stop):
        if phrase.last == stop:
            return phrase if kind == "np" else replace(phrase, first=phrase.first + 1)
    return None


def with_apposition(line: Line, phrase: Phrase, verb: int) -> Phrase:
    """Take in what stands between the head noun and the verb in commas, and the noun before an apposition."""
    if phrase.last == inset_start(line, verb):
        return phrase.up_to(verb - 1)
    if not is_comma(line, phrase.last):
        return holder(line, phrase, verb) or described_before(line, phrase) or two_titles(line, phrase) or phrase
    if including_end(line, phrase.last, verb) is not None:
        return phrase.up_to(verb - 1)
    if phrase.first >= 2 and is_comma(line, phrase.first - 1):
        for back in range(max(0, phrase.first - APPOSITION_REACH), phrase.first - 1):
            before = phrase_at(line, back)
            if before is not None and before.last == phrase.first - 1 and "nomn" in before.cases() and before.named:
                return before.up_to(phrase.last)
    if (before := one_who(line, phrase, verb) or body_that(line, phrase, verb)) is not None:
        return before.up_to(phrase.last)
    close = next((i for i in range(phrase.last + 1, verb) if is_comma(line, i)), None)
    if close is not None and is_name_of(line, phrase, close, verb):
        return phrase.up_to(close)
    if close is None or not leads_on(line, close + 1, verb) or starts_relative(line, phrase.last + 1):
        return phrase
    first = line.words[phrase.last + 1]
    if is_participle(first):
        return phrase  # "компанія, розташована в Лужанах, заявила": as a relative clause it stays out
    return phrase.up_to(close) if agree(phrase.forms, first.adjectives) else phrase


def one_who(line: Line, phrase: Phrase, verb: int) -> Phrase | None:
    """``[Один із лідерів], 30-річний Петро Коваль, пообіцяв``: who somebody is, before the name between commas."""
    closed = leads_on(line, phrase.last + 1, verb)
    if not (phrase.named and phrase.animate and closed and is_comma(line, phrase.first - 1)):
        return None
    before = phrase_ending(line, phrase.first - 1)
    if before is None or before.named or before.pronoun or not before.animate or "nomn" not in before.cases():
        return None
    return before if agree_apposed(before.forms, phrase.forms) else None


def body_that(line: Line, phrase: Phrase, verb: int) -> Phrase | None:
    """``[Виробник], компанія «Схід», обіцяє``: what a body is, at the start of its clause before the name."""
    inner = line.between(phrase.last + 1, verb)
    closed = not any(w.kind == "mark" or w.finite for w in inner)  # "Виробник, компанія «Схід», ці дані спростував"
    if not is_comma(line, phrase.first - 1) or not (closed or leads_on(line, phrase.last + 1, verb)):
        return None
    before = phrase_at(line, clause_start(line, verb), coordinate=False)
    if before is None or before.last != phrase.first - 1 or before.pronoun or before.named:
        return None
    both = {form[:2] for form in before.forms} & {form[:2] for form in phrase.forms}
    return before if any(case == "nomn" for case, _ in both) else None


def is_name_of(line: Line, phrase: Phrase, close: int, verb: int) -> bool:
    """``Її суперник, [колишній прем'єр Іван Коваль], поразку не визнав``: a name up to the comma says who it is."""
    name = phrase_at(line, phrase.last + 1, coordinate=False)
    if phrase.named or phrase.pronoun or name is None or not name.named or name.last != close:
        return False
    both = {form[:2] for form in name.forms} & {form[:2] for form in phrase.forms}
    rest = line.between(close + 1, verb)
    clear = not any(w.kind == "mark" or w.finite or w.low in line.group("that") for w in rest)
    return (clear or leads_on(line, close + 1, verb)) and ("nomn", "sing") in both


def holder(line: Line, phrase: Phrase, verb: int) -> Phrase | None:
    """``Олена Коваль, глава відділу в Міністерстві, заявила``: a name, and a long title up to the comma of its verb."""
    if phrase.first < 2 or not is_comma(line, phrase.first - 1) or not is_comma(line, verb - 1) or phrase.named:
        return None
    before = phrase_ending(line, phrase.first - 1)
    if before is None or not before.named or not before.animate or "nomn" not in before.cases():
        return None
    inner = line.between(phrase.last, verb - 1)
    return None if any(w.finite or w.kind == "mark" for w in inner) else before.up_to(verb - 1)


def two_titles(line: Line, phrase: Phrase) -> Phrase | None:
    """``[професор інституту,] кандидат наук Іван Коваль``: a title before that of the name, and a comma or dash."""
    titled = phrase.named and phrase.animate and line.words[phrase.first].mention < 0
    mark = line.words[phrase.first - 1] if phrase.first else None
    if not titled or mark is None or not line.words[phrase.head].nouns:
        return None
    if mark.text != "," and not (mark.dash and spaced(line, mark.at)):
        return None
    ending = (phrase_ending(line, phrase.first - 1), title_of(line, phrase.first - 1))
    before = next((title for title in ending if title is not None and title.animate), None)
    if before is None or before.pronoun or line.words[before.head].mention >= 0:
        return None
    person = any(w.mention_type == "PER" for w in line.between(before.first, before.last))
    both = {form for form in agree_apposed(before.forms, phrase.forms) if form[:2] == ("nomn", "sing")}
    return replace(phrase, first=before.first) if both and not person else None


def title_of(line: Line, stop: int) -> Phrase | None:
    """``[Фахівчиня з водопостачання], професорка ...``: a title with its field or place up to word ``stop``."""
    start = clause_start(line, stop)
    for kind, phrase in chunks(line, start, stop):
        if kind == "np" and behind_prepositional(line, phrase.last, stop) == stop:
            return phrase.up_to(stop)
    return None


def described_before(line: Line, phrase: Phrase) -> Phrase | None:
    """``Чоловік жінки, яку засудили, Іван Коваль``: a name with the noun for it before a clause between commas."""
    if not (phrase.named and phrase.animate and is_comma(line, phrase.first - 1)):
        return None
    for at in range(phrase.first - 2, max(phrase.first - CLAUSE_REACH, 0), -1):
        if is_comma(line, at) and (starts_relative(line, at + 1) or is_participle(line.words[at + 1])):
            before = phrase_ending(line, at)
            if before is None or not before.animate or line.words[before.head].mention >= 0:
                return None
            return replace(phrase, first=before.first) if agree_apposed(before.forms, phrase.forms) else None
    return None


def with_wide_modifier(line: Line, phrase: Phrase, start: int) -> Phrase:
    """``заявив [широко відомий у країні] політик``: an adjective with its own place or field before the noun."""
    for at in range(phrase.first - 2, max(phrase.first - MODIFIER_REACH, start) - 1, -1):
        inner = prepositional(line, at + 1, phrase.first)
        word = line.words[at]
        if inner is None or inner.last != phrase.first or word.nouns or word.pos & PREPOSED:
            continue
        if not agree(frozenset(f for f in phrase.forms if f[0] == "nomn"), word.adjectives):
            return phrase
        led = at > start and "ADVB" in line.words[at - 1].pos and not line.words[at - 1].time
        return replace(phrase, first=at - led)
    return phrase


def with_trailing_apposition(line: Line, phrase: Phrase, led: bool = False) -> Phrase:
    """``Зіта Сонді, директор лікарні``: a title behind the name, closed by a comma, a dash or the sentence.

    Where ``як`` led to the verb, the comma closes its clause, and a bare noun behind it begins the main one.
    """
    if not is_comma(line, phrase.last):
        return phrase
    if (first := behind_including(line, phrase.last + 1)) is not None:
        part = phrase_at(line, first)
        return phrase.up_to(part.last) if part is not None and phrase.cases() & part.cases() else phrase
    if line.words[phrase.head].lemmas & line.group("anonymous"):
        return with_described(line, phrase)
    title = phrase_at(line, phrase.last + 1) if phrase.named and not means_medium(line, phrase) else None
    if title is None and phrase.animate and not phrase.pronoun:
        person = behind_titles(line, phrase.last + 1)
        if person is not None:
            return replace(phrase, last=person.last, named=True)
    if title is None or title.pronoun or not title.animate or "nomn" not in title.cases():
        return phrase
    if {number for _, number, _ in title.forms} == {"plur"} and ("nomn", "plur") not in {f[:2] for f in phrase.forms}:
        return phrase  # "сказала Гай, громадяни чекають"
    bare = title.last == title.first + 1 and not line.words[title.head].lemmas & line.group("callings")
    if led and bare:
        return phrase  # "Як написала Гай, ворог, за її даними, відступив"
    last = behind_prepositional(line, title.last, len(line.words))
    closed = all(word.kind == "mark" for word in line.between(last, last + 1))
    return phrase.up_to(last) if closed and not line.words[title.head].capital else phrase


def behind_titles(line: Line, at: int) -> Phrase | None:
    """``головний терапевт, [доктор наук, професор Іван Коваль]``: the name behind a title and further ones."""
    for _ in range(MAX_TITLES):
        person = phrase_at(line, at)
        if person is None or not person.animate or person.pronoun or "nomn" not in person.cases():
            return None
        if person.named:
            return person
        if not is_comma(line, person.last):
            return None
        at = person.last + 1
    return None


def with_described(line: Line, phrase: Phrase) -> Phrase:
    """``джерело, близьке до відомства``: what an anonymous source is said to be, up to the next mark."""
    nxt = line.words[phrase.last + 1] if phrase.last + 1 < len(line.words) else None
    if nxt is None or not agree(phrase.forms, nxt.adjectives):
        return phrase
    stop = next((i for i in range(phrase.last + 1, len(line.words)) if line.words[i].kind == "mark"), len(line.words))
    if any(w.finite for w in line.between(phrase.last + 1, stop)):
        return phrase
    return phrase.up_to(stop)
