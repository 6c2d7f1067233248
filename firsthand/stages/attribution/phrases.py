"""Noun phrases by agreement: no parser, but case, number and gender of every word."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed, noun_forms
from firsthand.stages.attribution.attached import (
    is_place,
    likewise,
    listed,
    titled,
    with_bracket,
    with_name,
    with_number,
    with_quoted,
    with_second_title,
)
from firsthand.stages.attribution.heads import (
    after_participle,
    counted,
    head_phrase,
    is_initial,
    is_numeral,
    is_relative,
    modifies,
    quoted_forms,
    quoted_modifier,
    quoted_name,
    substantive,
)
from firsthand.stages.attribution.words import ANY_FORM, Form, Line

MAX_PHRASE = 45


def phrase_at(line: Line, at: int, coordinate: bool = True, depth: int = 0) -> Phrase | None:
    """The longest noun phrase that starts at word ``at``; None if none does."""
    if depth > 6:
        return None
    words = line.words
    modifiers: frozenset[Form] | None = None
    here = at
    while here < len(words) and here - at < 12:
        word = words[here]
        if word.time:
            return None
        if here == at and is_initial(line, here):
            return extend(line, Phrase(at, here + 1, here, ANY_FORM, True, True), coordinate, depth)
        if scare := quoted_modifier(line, here):
            here = scare
            continue
        if quoted := quoted_name(line, here):
            return extend(
                line,
                Phrase(at, quoted, here, modifiers or quoted_forms(line, here, quoted), named=True),
                coordinate,
                depth,
            )
        if word.kind == "number" or is_numeral(line, word) or (word.text == "%" and here > at):
            modifiers, here = None, here + 1
            continue
        head = noun_forms(word, word.at == 0)
        fitting = head if modifiers is None else agree(modifiers, head)
        following = words[here + 1] if here + 1 < len(words) else None
        if word.adjectives and modifies(line, here, fitting):
            narrowed = word.adjectives if modifiers is None else agree(modifiers, word.adjectives)
            if narrowed:
                modifiers, here = narrowed, after_participle(line, here, narrowed)
                if (
                    following is not None
                    and following.low in line.group("coordinators")
                    and here + 1 < len(words)
                    and words[here + 1].adjectives
                ):
                    here += 1
                continue
        if one_of := one_of_many(line, at, here):
            return extend(line, one_of, coordinate, depth)
        if fitting and not is_relative(line, word):
            return extend(line, counted(line, head_phrase(word, at, fitting)), coordinate, depth)
        return substantive(line, at, here)
    return None


def one_of_many(line: Line, at: int, here: int) -> Phrase | None:
    """``один із депутатів``, ``одного из источников``: the one stands in the case, the many in the genitive."""
    word = line.words[at]
    if not word.lemmas & {"один"} or here + 1 >= len(line.words) or line.words[here].low not in ("з", "із", "зі", "из"):
        return None
    many = phrase_at(line, here + 1, coordinate=False, depth=5)
    if many is None or "gent" not in many.cases():
        return None
    return Phrase(at, many.last, many.head, word.adjectives | word.nouns, many.animate, many.named)


def extend(line: Line, phrase: Phrase, coordinate: bool, depth: int) -> Phrase:
    """Attach what belongs to the head behind it: names, genitives, brackets, titles' prepositions, coordination."""
    while (
        phrase.last < len(line.words) and phrase.last - phrase.first < MAX_PHRASE and not line.words[phrase.last].time
    ):
        longer = (
            with_bracket(line, phrase)
            or with_number(line, phrase)
            or with_quoted(line, phrase)
            or with_name(line, phrase)
            or with_second_title(line, phrase)
            or with_genitive(line, phrase, depth)
            or with_title_preposition(line, phrase, depth)
            or with_holder(line, phrase, depth)
            or (with_coordinate(line, phrase, depth) if coordinate else None)
        )
        if longer is None or longer.last <= phrase.last:
            return phrase
        phrase = longer
    return phrase


def with_genitive(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``голова Європейської Ради``; a person's name of unclear case joins only people, not things."""
    if phrase.pronoun:
        return None
    inner = phrase_at(line, phrase.last, coordinate=False, depth=depth + 1)
    if inner is None or inner.pronoun or "gent" not in inner.cases():
        return None
    inner = with_name_list(line, with_plain_genitives(line, inner, depth), depth)
    first, head = line.words[inner.first], line.words[phrase.head]
    if head.text.isascii() and not first.capital:
        return None
    if first.mention_type == "PER" and "nomn" in inner.cases() and not phrase.animate:
        return None
    if first.capital and line.words[phrase.last - 1].mention_type == "PER":
        return None
    return replace(phrase, last=inner.last, named=phrase.named)


def with_name_list(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``Мінторгу, Мінагро і митниці``: a list of names in the genitive that a comma opens and a conjunction closes."""
    while (
        inner.last < len(line.words)
        and line.words[inner.head].capital
        and line.words[inner.last].text == ","
        and listed(line, inner.last)
    ):
        longer = with_coordinate(line, inner, depth + 1)
        if longer is None:
            return inner
        closing = with_coordinate(line, longer, depth + 1) if longer.last < len(line.words) else None
        inner = replace(closing or longer, forms=inner.forms)
    return inner


def with_plain_genitives(line: Line, inner: Phrase, depth: int) -> Phrase:
    """``розвитку і торгівлі``: common nouns of one case joined inside a name; the second must be unmistakably genitive."""
    words = line.words
    at = inner.last
    if at + 1 >= len(words) or words[at].low not in ("і", "й", "та", "и") or words[inner.head].capital:
        return inner
    nxt = phrase_at(line, at + 1, coordinate=False, depth=depth + 2)
    if nxt is None or words[nxt.head].capital or words[nxt.head].has("anim") or "gent" not in nxt.cases():
        return inner
    # A genitive plural of both, or a singular that another genitive follows: "розвитку і торгівлі України".
    both_plural = ("gent", "plur", "") in inner.forms & nxt.forms
    return (
        replace(inner, last=nxt.last) if both_plural or "nomn" not in nxt.cases() or nxt.last > nxt.head + 1 else inner
    )


# Prepositions that lead on inside a title or an organisation's name.
TITLE_PREPOSITIONS = frozenset(
    ["при", "по", "з", "із", "зі", "с", "со", "по", "у", "в", "во", "на", "для", "від", "от", "из"]
)


def with_title_preposition(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``міністр з питань Brexit Іван Коваль``, ``представництво при ООН``, ``оглядачі у Британії``."""
    words = line.words
    word = words[phrase.last]
    if phrase.pronoun or word.low not in TITLE_PREPOSITIONS or words[phrase.last - 1].mention_type == "PER":
        return None
    inner = phrase_at(line, phrase.last + 1, coordinate=False, depth=depth + 1)
    if inner is None:
        return None
    anonymous = bool(line.words[phrase.head].lemmas & line.group("anonymous"))
    if anonymous or word.low in ("при", "по") or titled(line, phrase, inner) or is_place(line, phrase, inner):
        return replace(phrase, last=inner.last)
    if inner.last < len(words) and phrase.animate and words[inner.last].mention_type == "PER":
        return replace(phrase, last=inner.last)
    return None


HOLDER_REACH = 16


def with_holder(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """A long title up to the name of who holds it: ``координатор Союзу на переговорах щодо миру Мішель Барньє``."""
    words = line.words
    if (
        depth
        or not phrase.animate
        or phrase.pronoun
        or any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last))
    ):
        return None
    for at in range(phrase.last, min(phrase.last + HOLDER_REACH, len(words))):
        word = words[at]
        if word.mention_type == "PER":
            person = phrase_at(line, at, coordinate=False, depth=depth + 1)
            both = agree_apposed(phrase.forms, person.forms) if person is not None and at > phrase.last else frozenset()
            return replace(phrase, last=person.last, forms=both, named=True) if person is not None and both else None
        if (
            (word.kind == "mark" and word.text not in '«»“”„"()')
            or word.finite
            or word.time
            or (at == phrase.last and "PREP" not in word.pos)
        ):
            return None
    return None


def with_coordinate(line: Line, phrase: Phrase, depth: int) -> Phrase | None:
    """``Пхеньян і Москва``, ``Рааб, а також Вара``: the same case, plural together."""
    words = line.words
    here = phrase.last
    if (
        words[here].text == ","
        and here + 2 < len(words)
        and words[here + 1].low == "а"
        and words[here + 2].low in ("також", "также")
    ):
        here += 2
    elif words[here].text == "," and listed(line, here):
        pass
    elif words[here].low not in ("і", "й", "та", "и"):
        return None
    inner = phrase_at(line, here + 1, coordinate=False, depth=depth + 1)
    if inner is None or (inner.pronoun and not phrase.pronoun):
        return None
    shared = phrase.cases() & inner.cases()
    if not shared or not likewise(line, phrase, inner):
        return None
    forms = frozenset((case, "plur", "") for case in shared)
    return replace(phrase, last=inner.last, forms=forms, animate=phrase.animate or inner.animate)
