"""What belongs to a noun phrase behind its head and is no phrase of its own: names, brackets, numbers, titles."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed, is_name_like, noun_forms
from firsthand.stages.attribution.heads import is_relative, quoted_name
from firsthand.stages.attribution.words import Line

MAX_BRACKET = 14


def with_bracket(line: Line, phrase: Phrase) -> Phrase | None:
    """``(RUSI)``, ``(Heiko Maas)``."""
    words = line.words
    if words[phrase.last].text != "(":
        return None
    for here in range(phrase.last + 1, min(phrase.last + MAX_BRACKET, len(words))):
        if words[here].text == ")":
            return replace(phrase, last=here + 1)
        if words[here].finite:
            return None
    return None


def with_number(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал 360``: a medium whose name is a number."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    numbered = before.text.isascii() and before.capital and len(word.text) == 1
    if word.kind != "number" or not (numbered or before.lemmas & line.group("media")):
        return None
    return replace(phrase, last=phrase.last + 1, named=True)


def with_quoted(line: Line, phrase: Phrase) -> Phrase | None:
    """``телеканал "Схід"``."""
    stop = quoted_name(line, phrase.last)
    return None if stop is None or phrase.pronoun else replace(phrase, last=stop, named=True)


def with_name(line: Line, phrase: Phrase) -> Phrase | None:
    """A name in the same case: ``глава відомства Іван Коваль``, ``агентство Bloomberg``, ``Кім Чен Ин``."""
    word = line.words[phrase.last]
    if phrase.pronoun or not is_name_like(word) or (word.finite and word.mention < 0):
        return initials(line, phrase)
    if is_relative(line, word) or (word.pos & {"PREP", "CONJ"} and word.mention < 0 and not word.text.isupper()):
        return None
    forms = noun_forms(word, False) or word.adjectives
    if word.mention_type == "PER":
        # Foreign surnames are neuter or unknown to the dictionary; what they share with a title is case and number.
        forms = frozenset((case, number, "") for case, number, _ in forms)
    apposed = word.mention_type == "PER" or word.has("Surn") or word.has("Name")
    both = (agree_apposed if phrase.animate and apposed else agree)(phrase.forms, forms)
    same_name = word.mention >= 0 and word.mention == line.words[phrase.last - 1].mention
    if not both and (same_name or names_body(line, phrase)):
        both = phrase.forms
    if word.mention_type == "PER" and line.words[phrase.head].mention_type in ("ORG", "LOC") and not same_name:
        return None
    if not both:
        return None
    person = word.mention_type == "PER" or (word.mention < 0 and word.has("Surn"))
    if (
        person
        and not phrase.animate
        and line.words[phrase.last - 1].mention_type in ("ORG", "PRO", "LOC")
        and not same_name
    ):
        return None
    if line.words[phrase.last - 1].low in ("имени", "імені", "им", "ім"):
        return replace(phrase, last=phrase.last + 1)
    if person and not (phrase.animate or phrase.named) and "gent" not in {f[0] for f in both}:
        return None
    if person and not phrase.animate and not same_name and not is_org(line, phrase):
        return None
    return replace(phrase, last=phrase.last + 1, forms=both, animate=phrase.animate or person, named=True)


def with_second_title(line: Line, phrase: Phrase) -> Phrase | None:
    """A further title in the same case before the name: ``глава команды академик Александр Гинцбург``."""
    word = line.words[phrase.last]
    if not phrase.animate or phrase.pronoun or word.capital or not word.has("anim") or "NOUN" not in word.pos:
        return None
    if any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last)):
        return None
    both = agree_apposed(phrase.forms, word.nouns)
    ahead = line.between(phrase.last + 1, phrase.last + 4)
    return (
        replace(phrase, last=phrase.last + 1, forms=both)
        if both and any(w.mention_type == "PER" for w in ahead)
        else None
    )


def names_body(line: Line, phrase: Phrase) -> bool:
    """``компанії Нафтогаз``: behind a noun for a body its name may stand undeclined."""
    before, word = line.words[phrase.last - 1], line.words[phrase.last]
    return word.mention_type == "ORG" and bool(before.lemmas & (line.group("bearers") | line.group("media")))


def is_org(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase ends in a capitalised foreign word, of which the next may be a part."""
    return is_name_like(line.words[phrase.last - 1])


def initials(line: Line, phrase: Phrase) -> Phrase | None:
    """``С. Міксер``: the stop after an initial and the surname behind it."""
    words = line.words
    before = words[phrase.last - 1]
    if words[phrase.last].text == "." and len(before.text) == 1 and before.capital and phrase.last + 1 < len(words):
        if words[phrase.last + 1].capital:
            return replace(phrase, last=phrase.last + 2, animate=True, named=True)
    return None


SUBJECT_WORDS = frozenset(
    [
        "питань",
        "питаннях",
        "справах",
        "справ",
        "вопросам",
        "вопросах",
        "делам",
        "зв'язків",
        "звязків",
        "связям",
        "комунікацій",
        "безпеки",
        "безопасности",
        "прав",
        "переговорах",
        "прессы",
        "преси",
    ]
)


def titled(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """A post with its field: ``з питань``, ``у справах``, ``по делам``."""
    return any(w.low.replace("’", "'") in SUBJECT_WORDS for w in line.between(inner.first, inner.last))


def is_place(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``оглядачі у Британії``: people of a kind and a place name."""
    head = line.words[phrase.head]
    return head.has("anim") and not phrase.named and line.words[inner.first].mention_type == "LOC"


def listed(line: Line, comma: int) -> bool:
    """Whether a comma stands in a list of names that a conjunction closes soon: ``easyJet, Ryanair і Lufthansa``."""
    words = line.words
    for at in range(comma + 1, min(comma + 10, len(words))):
        if words[at].low in ("і", "й", "та", "и"):
            return at > comma + 1 and all(w.text == "," or is_name_like(w) for w in line.between(comma + 1, at))
        if words[at].finite:
            return False
    return False


def likewise(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """Only like joins like: names with names, people with people."""
    left, right = line.words[phrase.head], line.words[inner.head]
    return left.capital == right.capital or (phrase.animate and inner.animate)
