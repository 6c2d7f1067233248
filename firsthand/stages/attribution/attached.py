"""What belongs to a noun phrase behind its head and is no phrase of its own: names, brackets, numbers, titles."""

from __future__ import annotations

from dataclasses import replace

from firsthand.stages.attribution.agreement import Phrase, agree, agree_apposed, is_name_like, noun_forms
from firsthand.stages.attribution.heads import is_relative, quoted_name
from firsthand.stages.attribution.words import Form, Line, Word, cases_in, is_acronym

MAX_BRACKET = 14
LIST_REACH = 10


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
    if phrase.pronoun or not (is_name_like(word) or is_same_name(line, phrase)) or (word.finite and word.mention < 0):
        return initials(line, phrase)
    if line.words[phrase.first].low in line.group("pronouns.reflexive") and not is_same_name(line, phrase):
        # "на своєму сайті The Times": whose own, stands outside.
        return None
    if is_relative(line, word) or (word.pos & {"PREP", "CONJ"} and word.mention < 0 and not word.text.isupper()):
        return None
    if is_adjective(line, phrase.last):
        return None
    both = name_forms(line, phrase)
    if not both or begins_anew(line, phrase) or is_whose(line, phrase):
        return None
    if line.words[phrase.last - 1].low in line.group("named_after"):
        return replace(phrase, last=phrase.last + 1)
    person = is_person(word)
    if person and line.words[phrase.first].kind == "number":
        return None  # "перед послами 27 держав-членів Барньє заявив"
    if person and not phrase.animate and not is_foreign_part(line, phrase, both):
        return None
    return replace(phrase, last=phrase.last + 1, forms=both, animate=phrase.animate or person, named=True)


def is_adjective(line: Line, at: int) -> bool:
    """``директор [Європейського] бюро``: a capitalised adjective before its noun is no name by itself."""
    word, behind = line.words[at], line.between(at + 1, at + 2)
    if word.nouns or not word.adjectives or word.mention_type == "PER":
        return False
    return any(agree(word.adjectives, w.nouns | w.adjectives) and w.text[0] not in '«“„"' for w in behind)


def name_forms(line: Line, phrase: Phrase) -> frozenset[Form]:
    """The forms that a phrase shares with the name behind it; its own where the name is one with it."""
    word = line.words[phrase.last]
    forms = noun_forms(word, False) or word.adjectives
    if word.mention_type == "PER":
        # Foreign surnames are neuter or unknown to the dictionary; what they share with a title is case and number.
        forms = frozenset((case, number, "") for case, number, _ in forms)
    apposed = word.mention_type == "PER" or word.has("Surn") or word.has("Name")
    both = (agree_apposed if phrase.animate and apposed else agree)(phrase.forms, forms)
    if is_same_name(line, phrase) and is_acronym(line.words[phrase.head].text):
        return phrase.forms  # "МИД Германии": whose it is says nothing of its case
    return both or (phrase.forms if is_same_name(line, phrase) or names_body(line, phrase) else both)


def is_whose(line: Line, phrase: Phrase) -> bool:
    """``мерія Києва``: a place behind a common noun rather says whose it is, if it can stand in the genitive."""
    word, before = line.words[phrase.last], line.words[phrase.last - 1]
    genitive = "gent" in cases_in(noun_forms(word, False))
    return word.mention_type == "LOC" and before.mention < 0 and not before.capital and genitive


def is_same_name(line: Line, phrase: Phrase) -> bool:
    """Whether the word behind a phrase belongs to the name that the phrase ends with."""
    word = line.words[phrase.last]
    return word.mention >= 0 and word.mention == line.words[phrase.last - 1].mention


def is_person(word: Word) -> bool:
    """Whether a word is of a person's name: found as one, or a surname by the dictionary."""
    return word.mention_type == "PER" or (word.mention < 0 and word.has("Surn"))


def begins_anew(line: Line, phrase: Phrase) -> bool:
    """Whether the person behind a body or a place is somebody else: ``розповів Reuters Іван Коваль``."""
    word = line.words[phrase.last]
    if is_same_name(line, phrase):
        return False
    before = line.words[phrase.last - 1]
    latin = before.text.isascii() and not word.text.isascii()
    if latin and is_person(word) and not phrase.animate:
        return True
    other = before.mention >= 0 and word.mention >= 0 and line.words[phrase.head].mention == before.mention
    if other and (before.mention_type, word.mention_type) in (("PER", "PER"), ("ORG", "LOC")):
        return True  # "після відставки Мей Джонсон заявив", "REGNUM Київ готовий"
    if word.mention_type == "PER" and line.words[phrase.head].mention_type in ("ORG", "LOC"):
        return True
    if word.mention_type == "ORG" and before.mention_type == "PRO":
        return True  # "інформує в Твіттер Департамент ..."
    behind_name = before.mention_type in ("ORG", "PRO", "LOC")
    return is_person(word) and not phrase.animate and behind_name


def is_foreign_part(line: Line, phrase: Phrase, both: frozenset[Form]) -> bool:
    """Whether a person's name behind a thing can be a part of it: of its own name, or in the genitive."""
    if not phrase.named and "gent" not in cases_in(both):
        return False
    before = line.words[phrase.last - 1]
    # "перед ЗМІ Гольмен заявила": an abbreviation stands in every case, so behind it a person begins anew.
    return is_same_name(line, phrase) or (is_name_like(before) and not (before.text.isupper() and before.mention < 0))


def with_second_title(line: Line, phrase: Phrase) -> Phrase | None:
    """A further title in the same case before the name: ``глава команды академик Александр Гинцбург``."""
    word = line.words[phrase.last]
    if not phrase.animate or phrase.pronoun or word.capital or not word.has("anim") or "NOUN" not in word.pos:
        return None
    if any(w.mention_type == "PER" for w in line.between(phrase.first, phrase.last)):
        return None
    both = agree_apposed(phrase.forms, word.nouns)
    named = any(w.mention_type == "PER" for w in line.between(phrase.last + 1, phrase.last + 4))
    return replace(phrase, last=phrase.last + 1, forms=both) if both and named else None


def names_body(line: Line, phrase: Phrase) -> bool:
    """``компанії Нафтогаз``: behind a noun for a body its name may stand undeclined."""
    before, word = line.words[phrase.last - 1], line.words[phrase.last]
    return word.mention_type == "ORG" and bool(before.lemmas & (line.group("bearers") | line.group("media")))


def initials(line: Line, phrase: Phrase) -> Phrase | None:
    """``С. Міксер``: the stop after an initial and the surname behind it."""
    words = line.words
    before, behind = words[phrase.last - 1], line.between(phrase.last + 1, phrase.last + 2)
    if words[phrase.last].text != "." or len(before.text) != 1 or not before.capital:
        return None
    if not any(word.capital for word in behind):
        return None
    return replace(phrase, last=phrase.last + 2, animate=True, named=True)


def titled(line: Line, inner: Phrase) -> bool:
    """A post with its field: ``з питань``, ``у справах``, ``по делам``."""
    return any(w.low.replace("’", "'") in line.group("fields") for w in line.between(inner.first, inner.last))


def is_place(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """``оглядачі у Британії``: people of a kind and a place name."""
    head = line.words[phrase.head]
    return head.has("anim") and not phrase.named and line.words[inner.first].mention_type == "LOC"


def listed(line: Line, comma: int) -> bool:
    """Whether a comma stands in a list of names that a conjunction closes soon: ``easyJet, Ryanair і Lufthansa``."""
    words = line.words
    for at in range(comma + 1, min(comma + LIST_REACH, len(words))):
        if words[at].low in line.group("joining"):
            inner = line.between(comma + 1, at)
            countries = line.group("countries") | line.group("bodies")
            return bool(inner) and all(w.text == "," or is_name_like(w) or w.lemmas & countries for w in inner)
        if words[at].finite:
            return False
    return False


def likewise(line: Line, phrase: Phrase, inner: Phrase) -> bool:
    """Only like joins like: names with names, people with people, anybody with what is theirs (``і її родина``)."""
    left, right = line.words[phrase.head], line.words[inner.head]
    # A capital at the sentence's start says nothing, unless it is a name's: "Київ і Варшава", "Міністр і депутати".
    name = left.capital and (left.at > 0 or left.mention >= 0)
    countries = line.group("countries")
    if left.mention_type == "LOC" and right.lemmas & countries:
        return True
    theirs = line.words[inner.first].low in line.group("pronouns.possessive")
    return name == right.capital or (phrase.animate and (inner.animate or theirs))
