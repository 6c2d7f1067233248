"""Noun phrases by agreement: no parser, but case, number and gender of every word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed
from firsthand.stages.attribution.attached import (
    is_adjective,
    is_body_name,
    is_given,
    is_one_person,
    is_only_animate,
    is_person_name,
    is_place,
    is_same_name,
    joins_fields,
    joint_at,
    likewise,
    listed,
    numbered,
    paired_at,
    quotes_words,
    titled,
    with_bracket,
    with_byname,
    with_called,
    with_domain,
    with_name,
    with_namesake,
    with_number,
    with_quoted,
    with_second_title,
    with_see,
)
from firsthand.stages.attribution.belongings import (
    begins_with_amount,
    is_accused,
    is_act_about,
    is_cited,
    is_field,
    is_held,
    is_in_sphere,
    is_mission,
    is_of_party,
    is_overseen,
    is_regional,
    may_be_subject,
    names_office,
    was_told,
)
from firsthand.stages.attribution.heads import (
    COUNTED,
    OPENING,
    counted,
    fitting_forms,
    head_phrase,
    is_domain,
    is_initial,
    is_participle,
    is_relative,
    quoted_forms,
    quoted_name,
    quoted_noun,
    share,
    substantive,
)
from firsthand.stages.attribution.modifiers import few_forms, is_when, modifiers_from
from firsthand.stages.attribution.occasions import is_occasion
from firsthand.stages.attribution.outlet_names import instead_of, outlet_at, with_outlet
from firsthand.stages.attribution.words import (
    ANY_FORM,
    CASES,
    Form,
    Line,
    cases_in,
    first_words,
    forms,
    is_acronym,
    once,
)

MAX_PHRASE = 45
FIXED_REACH = 4
# How many words a shortened post has, with its stops: "т. в. о.", and its forms.
SHORT_REACH = 6
# How adverbs of manner end.
MANNER = "о"
ACTING: frozenset[Form] = frozenset((case, "sing", "") for case in CASES)
MAX_DEPTH = 6
# Marks with which no phrase begins: no quotation mark that opens, no sign before a number.
NEVER_FIRST = frozenset((*",.;:!?…()»-–—",))
HOLDER_REACH = 16
# Words from a comma to the conjunction that closes a list of what a post is for.
FIELDS_REACH = 7
# What leads from a title to its field or place: "міністр [у] справах", "комітет [з] нагляду [за] ринком".
TITLE_PREPOSITIONS = "title_prepositions|over|about"
# Marks that may stand inside a long title: quoted names and brackets.
INNER_MARKS = '«»“”„"()№'


def phrases_up_to(line: Line, stop: int, reach: int) -> Iterator[Phrase]:
    """The noun phrases that end right before word ``stop``, the longest first, begun at most ``reach`` words before."""
    for first in range(max(0, stop - reach), stop):
        phrase = phrase_at(line, first, coordinate=False)
        if phrase is not None and phrase.last == stop:
            yield phrase


class Beginning(NamedTuple):
    """A phrase up to its head, whether more may be attached, and whether its first word says how the next is."""

    phrase: Phrase | None
    grows: bool = False
    manner: bool = False


def phrase_at(line: Line, at: int, coordinate: bool = True, depth: int = 0) -> Phrase | None:
    """The longest noun phrase that starts at word ``at``; None if none does.

    ``coordinate`` lets another phrase join it (``Пхеньян і Москва``); ``depth`` is that of phrases within phrases.
    """
    if depth > MAX_DEPTH or at >= len(line.words) or line.words[at].text in NEVER_FIRST:
        return None
    return read_phrase(line, at, coordinate, depth)


@once
def read_phrase(line: Line, at: int, coordinate: bool, depth: int) -> Phrase | None:
    """``phrase_at`` a word with which a phrase may begin."""
    if coordinate and not beginning(line, at).manner and outlet_at(line, at) is None:
        alone = phrase_at(line, at, False, depth)
        return alone if alone is None or ends_alone(line, at, alone) else extend(line, alone, coordinate, depth)
    phrase = declined_at(line, at, coordinate, depth)
    outlet = instead_of(line, at, phrase)
    return phrase if outlet is None else extend(line, outlet, coordinate, depth)


def ends_alone(line: Line, at: int, phrase: Phrase) -> bool:
    """Whether nothing can be joined to a phrase: behind it no comma and no conjunction stands."""
    behind = line.words[phrase.last] if is_open(line, phrase) and beginning(line, at).grows else None
    return behind is None or (behind.text != "," and behind.low not in line.group("joining"))


def declined_at(line: Line, at: int, coordinate: bool, depth: int) -> Phrase | None:
    """The longest noun phrase by the forms of its words."""
    begun = beginning(line, at)
    described = phrase_at(line, at + 1, coordinate, depth) if begun.manner else None
    if described is not None:
        return replace(described, first=at) if described.head > at + 1 else None
    return extend(line, begun.phrase, coordinate, depth) if begun.phrase is not None and begun.grows else begun.phrase


@once
def beginning(line: Line, at: int) -> Beginning:
    """How the phrase at a word begins, whatever may join it and whichever phrase it is in."""
    if is_when(line, at):
        return Beginning(None)
    if is_initial(line, at):
        return Beginning(Phrase(at, at + 1, at, ANY_FORM, True, True), grows=True)
    if line.words[at].low in line.group("quantifiers") and any(
        w.low in line.group("negation") for w in line.between(at - 1, at)
    ):
        return Beginning(None)  # "тем не менее многие"
    if (name := particled(line, at) or site_at(line, at) or many_who(line, at) or acting_as(line, at)) is not None:
        return Beginning(name, grows=True)
    manner, before = is_manner(line, at), modifiers_from(line, at)
    if before is None:
        return Beginning(
            substantive(line, at, at + 1), manner=manner
        )  # "бастующие месяцами требуют": behind it stands a time
    modifiers, head = before
    phrase = None if is_whose_own(line, at, head) else headed(line, at, head, modifiers)
    last = line.words[head - 1]
    if phrase is None and head > at and last.lemmas & line.group("substantives"):
        # "уповноважений уряду Іван Коваль", "55 % опитаних"
        phrase = counted(line, Phrase(at, head, head - 1, last.adjectives, True))
    if phrase is not None:
        return Beginning(phrase, grows=True, manner=manner)
    return Beginning(substantive(line, at, head) or share(line, at, head), manner=manner)


def is_manner(line: Line, at: int) -> bool:
    """``[радикально] налаштовані мешканці``: an adverb that says how, before a participle."""
    word = line.words[at]
    if "ADVB" not in word.pos or word.nouns or not word.text.isalpha() or not word.low.endswith(MANNER):
        return False
    return any(is_participle(w) and w.mention < 0 and not w.finite for w in line.between(at + 1, at + 2))


def many_who(line: Line, at: int) -> Phrase | None:
    """``багато хто``, ``мало кто``, with those of whom it is: ``багато хто з її колег``."""
    if line.words[at].low not in line.group("quantifiers") or not any(
        w.low in line.group("pronouns.whoever") for w in line.between(at + 1, at + 2)
    ):
        return None
    many = phrase_at(line, at + 3, False, MAX_DEPTH - 1) if at + 2 < len(line.words) else None
    of = many is not None and line.words[at + 2].low in line.group("one_of") and "gent" in many.cases()
    forms: frozenset[Form] = frozenset((("nomn", "sing", ""), ("nomn", "plur", "")))
    return Phrase(at, many.last if many is not None and of else at + 2, at + 1, forms, animate=True)


def acting_as(line: Line, at: int) -> Phrase | None:
    """``(тимчасово) виконуючий обов'язки``, ``и.о.``: who holds a post for now; whose it is stands behind."""
    if (end := short_end(line, at)) is not None:
        return Phrase(at, end, at, ACTING, animate=True)
    here = at + (line.words[at].low in line.group("for_now"))
    word = line.words[min(here, len(line.words) - 1)]
    if not word.adjectives or not word.lemmas & line.group("performing"):
        return None
    if not any(w.low in line.group("duties") for w in line.between(here + 1, here + 2)):
        return None
    return Phrase(at, here + 2, here, word.adjectives, animate=True)


def short_end(line: Line, at: int) -> int | None:
    """``в.о.``, ``т. в. о.``, ``врио``: one past who holds a post for now, shortened; None where none stands."""
    if line.words[at].low not in first_words(line.language, "acting_short"):
        return None
    words = [w.low for w in line.between(at, at + SHORT_REACH)]
    known = line.group("acting_short")
    return next((at + n for n in range(len(words), 0, -1) if " ".join(words[:n]) in known), None)


def is_whose_own(line: Line, at: int, head: int) -> bool:
    """``уповноважений [Moriona] Іван Коваль``: behind an adjective that stands for people, whose they are."""
    if head != at + 1 or head + 1 >= len(line.words) or not line.words[at].lemmas & line.group("substantives"):
        return False
    name, behind = line.words[head], line.words[head + 1]
    foreign = name.mention_type in ("", "ORG") and name.capital and not name.nouns and not name.adjectives
    return foreign and behind.mention_type == "PER" and behind.mention != name.mention


def particled(line: Line, at: int) -> Phrase | None:
    """``фон дер Моріо``: a surname with its particles, where the name was not found as one."""
    end = at
    while end < len(line.words) and line.words[end].low in line.group("name_particles") and line.words[end].mention < 0:
        end += 1
    if end == at or line.words[at].capital or end >= len(line.words):
        return None
    surname = line.words[end]
    named = surname.kind == "word" and surname.capital and surname.mention_type in ("", "PER")
    return Phrase(at, end + 1, end, ANY_FORM, True, True) if named else None


def site_at(line: Line, at: int) -> Phrase | None:
    """``24.kg``, ``Port.Today``: the address of a site, of a number or in Latin letters, as a name."""
    first = line.words[at]
    own = first.text.isascii() and first.kind != "mark" and is_domain(line, at + 1)
    return Phrase(at, at + 3, at + 2, ANY_FORM, named=True) if own else None


def headed(line: Line, at: int, here: int, modifiers: frozenset[Form] | None) -> Phrase | None:
    """The phrase from ``at`` up to its head at ``here``: a quoted name, ``один із``, a noun or name."""
    opens = line.words[here].text in OPENING
    if opens and (quoted := quoted_name(line, here)):
        return Phrase(at, quoted, here, modifiers or quoted_forms(line, here, quoted), named=True)
    if one_of := one_of_many(line, at, here):
        return one_of
    if opens and (close := quoted_noun(line, here, modifiers)):
        noun = line.words[here + 1]
        return replace(head_phrase(line, noun, at, fitting_forms(noun, modifiers)), last=close)
    word = line.words[here]
    fitting = fitting_forms(word, modifiers) or few_forms(line, at, word, modifiers)
    if not fitting or is_relative(line, word) or (here > at and is_adjective(line, here)):
        return None  # "уполномоченный [Белого] дома": what agrees with the noun behind it is no head
    return counted(line, head_phrase(line, word, at, fitting))


def one_of_many(line: Line, at: int, here: int) -> Phrase | None:
    """``один із депутатів``, ``деякі з них``, ``11 з 25``: the one stands in the case, the many in the genitive."""
    word = line.words[at]
    counts = word.lemmas & line.group("one|stand_ins") or word.kind == "number"
    if not counts or line.words[here].low not in line.group("one_of"):
        return None
    many = phrase_at(line, here + 1, coordinate=False, depth=MAX_DEPTH - 1)
    if many is None or "gent" not in many.cases():
        return None
    number = word.kind == "number" or "NUMR" in word.pos
    if word.lemmas & line.group("one") and not word.adjectives:
        declined = frozenset(form for reading in word.readings for form in forms(reading))
        return Phrase(at, many.last, many.head, declined, many.animate, many.named)
    cases = COUNTED if number else word.adjectives | word.nouns or COUNTED
    return Phrase(at, many.last, many.head, cases, many.animate, many.named)


def extend(line: Line, phrase: Phrase, coordinate: bool, depth: int) -> Phrase:
    """Attach what belongs to the head behind it: names, genitives, brackets, titles' prepositions, coordination."""
    while is_open(line, phrase) and not was_told(line, phrase):
        at_mark = line.words[phrase.last].text in NEVER_FIRST
        longer = (before_mark if at_mark else before_word)(line, phrase, depth)
        longer = longer or (with_coordinate(line, phrase, depth) if coordinate else None)
        if longer is None or longer.last <= phrase.last:
            return phrase
        phrase = longer
    return phrase


def before_mark(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """What may be attached before a mark with which no phrase begins: most of what may be attached begins with one."""
    return (
        with_bracket(line, phrase)
        or with_rest_of_name(line, phrase)
        or with_domain(line, phrase)
        or (with_name(line, phrase) if takes_name(line, phrase) else None)
        or with_holder(line, phrase, depth)
        or with_second_body(line, phrase, depth)
    )


def before_word(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """What may be attached before a word, a number or a quotation mark that opens."""
    word = line.words[phrase.last]
    # no name, no number and no mark, as most words are
    common = word.kind == "word" and not word.capital and word.mention < 0 and not word.text.isascii()
    named = with_namesake(line, phrase) if common else before_name(line, phrase, depth)
    return named or before_common(line, phrase, depth)


def before_name(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """What may be attached before what can be a name or a part of one, a number or a quotation mark that opens."""
    return (
        with_number(line, phrase)
        or numbered(line, phrase)
        or with_namesake(line, phrase)
        or with_rest_of_name(line, phrase)
        or with_outlet(line, phrase)
        or with_quoted(line, phrase)
        or with_see(line, phrase)
        or with_called(line, phrase)
        or with_name_pair(line, phrase, depth)
        or (with_name(line, phrase) if takes_name(line, phrase) else None)
    )


def before_common(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """What may be attached before any word, a common one too."""
    return (
        with_byname(line, phrase)
        or with_second_title(line, phrase)
        or with_genitive(line, phrase, depth)
        or with_managed(line, phrase, depth)
        or with_title_preposition(line, phrase, depth)
        or with_holder(line, phrase, depth)
        or with_origin(line, phrase, depth)
        or with_second_body(line, phrase, depth)
    )


def with_rest_of_name(line: Line, phrase: Phrase) -> Phrase | None:
    """``управління поліції в [Івано-Франківській області]``: a name that was cut behind a preposition inside it."""
    last, behind = line.words[phrase.last - 1], line.words[phrase.last]
    if "PREP" not in last.pos or not 0 <= last.mention == behind.mention or last.text.isupper():
        return None
    rest = [w.at for w in line.between(phrase.last, phrase.last + MAX_PHRASE) if w.mention == last.mention]
    return phrase.up_to(rest[-1] + 1)


def with_name_pair(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``міністри [Іван Коваль і Олена Гай]``: behind people in the plural the names of each."""
    word = line.words[phrase.last]
    if depth or not phrase.animate or phrase.named or phrase.pronoun or not word.capital:
        return None
    several = frozenset(form for form in phrase.forms if form[1] == "plur")
    if not several:
        return None
    known = word.mention_type == "PER" or (word.mention < 0 and word.has("Name"))
    names = phrase_at(line, phrase.last, depth=depth + 1) if known else None
    alone = phrase_at(line, phrase.last, coordinate=False, depth=depth + 1) if known else None
    if names is None or alone is None or names.last <= alone.last:
        return None
    both = agree(several, names.forms)
    return replace(phrase, last=names.last, forms=both, named=True) if both else None


def takes_name(line: Line, phrase: Phrase) -> bool:
    """Whether a name may stand in one case with a phrase: not a body behind people, nor a place behind a genitive."""
    word, head = line.words[phrase.last], line.words[phrase.head]
    if word.mention_type not in ("ORG", "LOC"):
        return True
    genitive = any(case == "gent" for case, _, _ in word.nouns)
    if word.mention_type == "ORG" and genitive and not word.text.isupper():
        # "експертів [Управління з нагляду]" has the genitive; so has "речник [Міністерства]".
        return not (phrase.animate and head.mention < 0 and "NOUN" in word.pos and not is_same_name(line, phrase))
    if word.mention_type != "LOC" or is_same_name(line, phrase):
        return True
    # "влада [Ірану]" has the genitive; in "під час переговорів [Київ] заявив" a subject begins
    return not genitive if phrase.animate else phrase.last - 1 == phrase.head


def is_open(line: Line, phrase: Phrase) -> bool:
    """Whether more may be attached: there are words left, none of time, and the phrase is no endless list."""
    if phrase.last >= len(line.words) or phrase.last - phrase.first >= MAX_PHRASE:
        return False
    return not line.words[phrase.last].time


def with_genitive(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``голова Європейської Ради``; a person's name of unclear case joins only people, not things."""
    if phrase.pronoun:
        return None
    inner = phrase_at(line, phrase.last, coordinate=False, depth=depth + 1)
    if inner is None or inner.pronoun or "gent" not in inner.cases():
        return None
    inner = with_name_list(line, with_plain_genitives(line, inner, depth), depth)
    if begins_with_amount(line, inner) or ("nomn" in inner.cases() and may_be_subject(line, phrase, inner)):
        return None
    first, head, last = line.words[inner.first], line.words[phrase.head], line.words[phrase.last - 1]
    if (head.text.isascii() and not first.capital) or quotes_words(line, phrase, inner):
        return None
    if is_cited(line, phrase, inner):
        return None
    own = last.mention_type == "ORG" and not names_office(line, replace(phrase, head=phrase.last - 1))
    if own and inner.animate and not first.capital and not is_same_name(line, phrase):
        return None  # "цитує агентство Reuters речника": a person behind a body's own name is somebody else
    if phrase.first == phrase.head and head.text in OPENING and inner.animate and not first.capital:
        return None  # "цитує «Схід» речника"
    if last.mention_type == "PER":
        return None  # "вимагали для Коваля довічного ув'язнення": a person's name takes none
    return phrase.up_to(inner.last)


def with_second_body(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``представники компаній Moriona [і Galtex]``: a second body whose people they are, or that is one of several."""
    if depth >= MAX_DEPTH - 1:
        return None  # what is itself looked at as a second one
    words, head = line.words, line.words[phrase.head]
    comma = words[phrase.last].text == "," and phrase.animate and listed(line, phrase.last)
    if phrase.last < phrase.head + 2 or not (comma or words[phrase.last].low in line.group("joining")):
        return None
    after = phrase_at(line, phrase.last + 1, coordinate=False, depth=MAX_DEPTH - 1)
    if after is None:
        return None
    several = any(number == "plur" for _, number, _ in head.nouns)
    last, behind = words[phrase.last - 1], words[after.first]
    if behind.mention_type == "LOC" and last.mention_type in ("LOC", "ORG") and several and phrase.animate:
        # "посли [Японії та Норвегії]", "глави МЗС [Японії та Кореї]"
        whose = "gent" in cases_in(last.nouns) & after.cases() and "nomn" not in cases_in(last.nouns) | after.cases()
        return phrase.up_to(after.last) if whose else None
    if not (is_body_name(line, phrase.last - 1) and is_body_name(line, after.first)):
        return None
    people = head.has("anim") and head.mention < 0
    held = people and is_person_name(line, after.last)
    fits = several and (people or head.lemmas & line.group("bodies|media"))
    return phrase.up_to(after.last) if fits or held else None


def with_managed(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``заведующая поликлиникой``: what somebody is in charge of stands in the instrumental."""
    if not line.words[phrase.head].lemmas & line.group("managers") or phrase.last != phrase.head + 1:
        return None
    inner = phrase_at(line, phrase.last, coordinate=False, depth=depth + 1)
    return phrase.up_to(inner.last) if inner is not None and "ablt" in inner.cases() else None


def with_name_list(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``Мінторгу, Мінагро і митниці``: a list of names in the genitive that a comma opens and a conjunction closes."""
    words, opened = line.words, False
    while is_open(line, inner) and words[inner.head].capital:
        comma = words[inner.last].text == "," and listed(line, inner.last)
        if not comma and not (opened and words[inner.last].low in line.group("joining")):
            return inner
        longer = with_coordinate(line, inner, depth + 1)
        if longer is None:
            return inner
        inner, opened = replace(longer, forms=inner.forms), True
    return inner


def with_plain_genitives(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``розвитку і торгівлі``: common nouns joined inside a name; the second must be unmistakably genitive."""
    words = line.words
    inner = over_listed_genitives(line, inner, depth)
    at = inner.last
    if at + 1 >= len(words) or words[at].low not in line.group("joining") or words[inner.head].capital:
        return inner
    nxt = phrase_at(line, at + 1, coordinate=False, depth=depth + 2)
    if nxt is None or words[nxt.head].capital or "gent" not in nxt.cases():
        return inner
    # A genitive plural of both, or a singular that another genitive follows: "розвитку і торгівлі України".
    both_plural = ("gent", "plur", "") in inner.forms & nxt.forms
    people = is_only_animate(words[nxt.head])
    if people and not (both_plural and is_only_animate(words[inner.head]) and "nomn" not in nxt.cases()):
        return inner  # "спілка водіїв і машиністів", but "речник порту і мера"
    unmistakable = both_plural or "nomn" not in nxt.cases() or nxt.last > nxt.head + 1
    return inner.up_to(nxt.last) if unmistakable or joins_field(line, inner, nxt) else inner


def joins_field(line: Line, inner: Phrase, nxt: Phrase) -> bool:
    """``Міністерство освіти [і науки] заявило``: a thing that is nominative in the plural only, which no verb is."""
    one = ("gent", "sing") in {(case, number) for case, number, _ in nxt.forms}
    many = all(number == "plur" for case, number, _ in nxt.forms if case == "nomn")
    beside = (*line.between(inner.first - 2, inner.first), *line.between(nxt.last, nxt.last + 1))
    return one and many and not any(w.finite and w.has("plur") for w in beside)


def over_listed_genitives(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``закупівлі [товарів, робіт] і послуг``: plain genitives behind commas, in a list that a conjunction closes."""
    words = line.words
    while inner.last + 2 < len(words) and words[inner.last].text == "," and not words[inner.head].capital:
        nxt = phrase_at(line, inner.last + 1, coordinate=False, depth=depth + 2)
        plain = nxt is not None and not words[nxt.head].capital and not is_only_animate(words[nxt.head])
        if nxt is None or not plain or "gent" not in nxt.cases() or nxt.last >= len(words):
            return inner
        if "nomn" in nxt.cases() and words[inner.first - 1].low not in line.group("fields"):
            return inner
        if words[nxt.last].text != "," and words[nxt.last].low not in line.group("joining"):
            return inner
        inner = inner.up_to(nxt.last)
    return inner


def fixed_end(line: Line, at: int) -> int | None:
    """``В ответ [власти заявили]``: one past a set phrase that takes no genitive; None where none starts."""
    if at >= len(line.words) or line.words[at].low not in first_words(line.language, "set_phrases"):
        return None
    words = [w.low for w in line.between(at, at + FIXED_REACH)]
    known = line.group("set_phrases")
    return next((at + n for n in range(len(words), 1, -1) if " ".join(words[:n]) in known), None)


def with_title_preposition(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``міністр з питань Brexit Іван Коваль``, ``представництво при ООН``, ``оглядачі у Британії``."""
    words = line.words
    word = words[phrase.last]
    if phrase.pronoun or word.low not in line.group(TITLE_PREPOSITIONS):
        return None
    if fixed_end(line, phrase.last) is not None:
        return None  # "Представники компанії у свою чергу заявили"
    inner = phrase_at(line, phrase.last + 1, coordinate=False, depth=depth + 1)
    if inner is None or words[phrase.last - 1].mention_type == "PER":
        return None
    both = phrase_at(line, phrase.last + 1, depth=depth + 1)
    pair = is_place(line, phrase, inner) or (
        both is not None and (is_held(line, both) or joins_fields(line, inner, both))
    )
    if both is not None and both.last > inner.last and pair:
        return phrase.up_to(both.last)
    belongs = not is_occasion(line, phrase.last) and (
        words[phrase.head].lemmas & line.group("anonymous")
        or word.low in line.group("office_prepositions")
        or (titled(line, inner) and (words[phrase.head].mention_type != "LOC" or names_office(line, phrase)))
        or is_place(line, phrase, inner)
        or is_of_party(line, phrase, inner)
        or is_overseen(line, phrase, inner)
        or is_field(line, phrase, inner)
        or is_regional(line, phrase, inner)
        or is_in_sphere(line, inner)
        or is_mission(line, phrase, inner)
        or is_accused(line, phrase, inner)
        or is_act_about(line, phrase, inner)
    )
    held_there = inner.last < len(words) and phrase.animate and words[inner.last].mention_type == "PER"
    return phrase.up_to(inner.last) if belongs or held_there else None


def with_holder(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """A long title up to the name of who holds it: ``координатор Союзу на переговорах щодо миру Мішель Барньє``."""
    words = line.words
    if depth or not phrase.animate or phrase.pronoun:
        return None
    if any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last)):
        return None
    joined = phrase.last + 1 < len(words) and words[phrase.last].low in line.group("joining")
    first = words[phrase.last + joined]  # "міністр праці та у справах сім'ї"
    field = words[phrase.last].text == "," and lists_fields(line, phrase.last)
    if words[phrase.last].mention_type not in ("PER", "ORG") and "PREP" not in first.pos and not field:
        return None
    for at in range(phrase.last, min(phrase.last + HOLDER_REACH, len(words))):
        word = words[at]
        if word.mention_type == "PER" or is_given(line, at):
            return held(line, phrase, at, depth) if at > phrase.last else None
        listing = word.text == "," and lists_fields(line, at)
        if (word.kind == "mark" and word.text not in INNER_MARKS and not listing) or word.finite or word.time:
            return None
    return None


def lists_fields(line: Line, comma: int) -> bool:
    """``міністр у справах ЄС[,] медіа, культури і мистецтва``: a comma in a list of what a post is for."""
    for word in line.between(comma + 1, comma + 1 + FIELDS_REACH):
        if word.low in line.group("joining"):
            return word.at > comma + 1
        if word.text != "," and not cases_in(word.nouns | word.adjectives) & {"gent"}:
            return False
    return False


def with_origin(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``Кім Детлоф з об'єднання Nabu``, ``група експертів з Інституту миру``: people and the body they come from."""
    words = line.words
    if depth or phrase.pronoun or words[phrase.last].low not in line.group("origin_prepositions"):
        return None
    within = line.between(phrase.head + 1, phrase.last)
    if not phrase.animate and not any(w.has("anim") and not w.capital for w in within):
        return None
    inner = phrase_at(line, phrase.last + 1, coordinate=False, depth=depth + 1)
    if inner is None or "gent" not in inner.cases() or inner.animate:
        return None
    head = words[inner.head]
    body = head.lemmas & line.group("bodies") or head.mention_type == "ORG" or is_acronym(head.text)
    return phrase.up_to(inner.last) if body else None


def held(line: Line, phrase: Phrase, at: int, depth: int) -> Phrase | None:
    """A title up to and with the name at ``at``, if both can stand in one case."""
    person = phrase_at(line, at, coordinate=False, depth=depth + 1)
    both = agree_apposed(phrase.forms, person.forms) if person is not None else frozenset()
    return replace(phrase, last=person.last, forms=both, named=True) if person is not None and both else None


def with_coordinate(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``Пхеньян і Москва``, ``Рааб, а також Вара``: the same case, plural together."""
    joint = joint_at(line, phrase.last)
    paired = paired_at(line, phrase) if joint is None or line.words[joint].text == "," else None
    joint = paired if paired is not None else joint
    if joint is None:
        return with_listed_people(line, phrase, depth)
    inner = phrase_at(line, joint + 1, coordinate=False, depth=depth + 1)
    if inner is None or (inner.pronoun and not phrase.pronoun):
        return None
    shared = phrase.cases() & inner.cases()
    if not shared or not (paired is not None or likewise(line, phrase, inner)):
        return None
    joint_forms = frozenset((case, "plur", "") for case in shared)
    if paired is not None or is_one_person(line, phrase, inner):
        joint_forms |= frozenset((case, "sing", gender) for case, number, gender in inner.forms if number == "sing")
    return replace(phrase, last=inner.last, forms=joint_forms, animate=phrase.animate or inner.animate)


def with_listed_people(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``родичі, друзі та колеги``: people behind a comma, in a list that a conjunction closes."""
    if line.words[phrase.last].text != "," or not phrase.animate or phrase.named or phrase.pronoun or depth:
        return None
    more = phrase_at(line, phrase.last + 1, depth=depth + 1)
    alone = phrase_at(line, phrase.last + 1, coordinate=False, depth=depth + 1)
    if more is None or alone is None or more.last <= alone.last or not alone.animate or alone.named:
        return None
    if line.words[alone.last].low not in line.group("joining"):
        return None
    shared = phrase.cases() & more.cases()
    together = frozenset((case, "plur", "") for case in shared)
    return replace(phrase, last=more.last, forms=together) if shared else None
