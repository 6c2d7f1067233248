"""Whose a source is that begins with a pronoun: ``її батько`` is ``батько Марти Соловій``."""

from __future__ import annotations

from firsthand.names.inflection import readings
from firsthand.names.nominative import UNDECLINED
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, SAME_SENTENCE, Cast, full_name
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.pronouns import person_before, stands_as_named
from firsthand.stages.speakers.sources import SENTENCE_END, pronoun_gender
from firsthand.stages.speakers.told import heads_of_bodies, told_body

LAWYER_REACH = 20  # code points before a name in which the noun stands
ANTECEDENT_REACH = 40  # code points before a relative clause in which the noun that it means stands
LEADING = 3  # words before a body that its sentence is about: "Тим часом німецький регулятор BfDI"
LEAST_NAME = 3  # letters of a surname
VOWELS = frozenset("аеиоуяюєїіыэё")
HARD = frozenset("бвгґджзклмнпрстфхцчшщ")


def with_owner(cast: Cast, attribution: Attribution, name: str) -> str:
    """The name with its owner behind it for ``його`` before it; alone for ``свій``, or where no owner is known."""
    language = cast.report.language
    pronoun, _, rest = name.partition(" ")
    pronoun = pronoun.lower()
    if not rest or attribution.source is None:
        return name
    if (whole := with_whole_name(cast, name) or with_antecedent(cast, attribution.source, name)) is not None:
        return whole
    if (whole := with_person(cast, attribution.source.start, name)) is not None:
        return whole
    if pronoun in group(language, "pronouns.reflexive") or is_own_source(pronoun, rest, language):
        return rest
    if pronoun not in group(language, "pronouns.possessive"):
        return name
    client = defended(cast, attribution.source.start, rest)
    if client is not None:
        return client
    gender, at = pronoun_gender(pronoun, language), attribution.source.start
    if (office := own_office(cast, at, rest)) is not None:
        return office
    if gender and (body := own_body(cast, at, rest)) is not None:
        return f"{rest} {body}" if body.isascii() or body.isupper() else rest
    owner = person_before(cast, at, gender) if gender and not is_told_by_body(cast, at) else None
    if owner is not None and is_rather_a_bodys(cast, at, rest, owner, gender):
        return rest
    genitive = in_genitive(cast, owner) if owner is not None else None
    return rest if genitive is None else f"{rest} {genitive}"


def is_told_by_body(cast: Cast, at: int) -> bool:
    """``Концерн повідомив, що його фахівці``: whether no person, but a body speaks in the same sentence before."""
    last = [(start, kind) for start, _, kind in cast.spoken[-MOST:] if at - SAME_SENTENCE <= start < at][-1:]
    return any(kind == "body" and not SENTENCE_END.search(cast.report.text[start:at]) for start, kind in last)


def is_own_source(own: str, rest: str, language: str) -> bool:
    """``власні джерела``: whether those who tell, no people by their noun, are called one's own."""
    nameless = WORD.fullmatch(rest) is not None and bool(lemmas(rest, language) & group(language, "anonymous"))
    # "наш співрозмовник" is the medium's.
    if nameless and lemmas(own, language) & group(language, "pronouns.first"):
        return True
    people = any("anim" in reading.tags for reading in readings(rest, language))
    return nameless and not people and bool(lemmas(own, language) & group(language, "ones_own"))


def with_person(cast: Cast, at: int, name: str) -> str | None:
    """``чоловік жінки``, ``адвокат жінки``: of the one person of that gender whom the report has told of last."""
    language, words = cast.report.language, name.split(" ")
    relatives = group(language, "kin|lawyers")
    if len(words) != 2 or not lemmas(words[0], language) & relatives or not words[1].islower():
        return None
    marks = {"masc": group(language, "lads"), "femn": group(language, "women")}
    genitives = [r for r in readings(words[1], language) if (r.case, r.number) == ("gent", "sing")]
    gender = next((g for g, nouns in marks.items() if any(r.lemma in nouns for r in genitives)), "")
    owner = person_before(cast, at, gender) if gender else None
    known = cast.person(owner) if owner is not None else None
    # "Адвокат женщины" behind what that advocate has said is of whoever else.
    if known is None or known.title.roles & lemmas(words[0], language) or known.gender != gender:
        return None
    genitive = in_genitive(cast, known.name)
    return f"{words[0]} {genitive}" if genitive is not None else None


def is_rather_a_bodys(cast: Cast, at: int, noun: str, owner: str, gender: str) -> bool:
    """``Партія росте. Її прихильники``: whether the sentence before tells of a body of that gender and of no owner."""
    language, starts = cast.report.language, sentences_before(cast, at)
    if first_noun(noun, language) & group(language, "kin") or len(starts) < 2:
        return False
    if any(m.type == "PER" and full_name(cast, m) == owner for m in cast.over(Span(starts[-2], at))):
        return False
    bodies = heads_of_bodies(language)
    words = (word for word in WORD.findall(cast.report.text[starts[-2] : at]) if lemmas(word, language) & bodies)
    forms = (form for word in words for form in word_forms(word, language).nouns)
    return any((number, kind) == ("sing", gender) for _, number, kind in forms)


def own_office(cast: Cast, at: int, noun: str) -> str | None:
    """``Міністр ... За даними його відомства``: the body told of that is meant by a noun for an office."""
    language = cast.report.language
    offices = group(language, "departments|offices")
    return told_body(cast, at, noun) if WORD.fullmatch(noun) and lemmas(noun, language) & offices else None


def own_body(cast: Cast, at: int, noun: str) -> str | None:
    """``Регулятор BfDI почав перевірку. Його речниця``: the body that alone acts in the sentence before."""
    language, starts = cast.report.language, sentences_before(cast, at)
    official = group(language, "posts|relational")
    if len(starts) < 2 or not first_noun(noun, language) & official - group(language, "kin"):
        return None
    named = [m for m in cast.over(Span(starts[-2], starts[-1])) if m.span.start >= starts[-2]]
    if any(m.type == "PER" for m in named):
        return None
    body = next((m for m in named if m.type == "ORG" and stands_as_named(cast, m)), None)
    lead = cast.report.text[starts[-2] : body.span.start] if body is not None else ""
    return body.name if body is not None and len(WORD.findall(lead)) <= LEADING else None


def with_whole_name(cast: Cast, name: str) -> str | None:
    """``чоловік Марти`` -> ``чоловік Марти Соловій``: a relative of one whom the report names in full elsewhere."""
    language = cast.report.language
    noun, _, given = name.rpartition(" ")
    kin = group(language, "kin|kindred")
    if not noun or not given[:1].isupper() or WORD.fullmatch(noun) is None or not lemmas(noun, language) & kin:
        return None
    called = {m.name for m in cast.mentions[:MOST] if m.type == "PER" and m.span.of(cast.report.text) == given}
    known = {p.name for p in cast.people.values() if p.name.split()[0] in called}
    whole = known.pop().split() if len(known) == 1 else []
    surname = surname_declined(whole[1], cast.gender(" ".join(whole)), language) if len(whole) == 2 else None
    return f"{noun} {given} {surname}" if surname is not None else None


def with_antecedent(cast: Cast, source: Span, name: str) -> str | None:
    """``протести, учасники яких``: people with the noun that the relative behind them means, in the genitive."""
    language, words = cast.report.language, WORD.findall(name)
    if len(words) != 2 or words[1].lower() not in group(language, "relatives"):
        return None
    before = cast.report.text[max(0, source.start - ANTECEDENT_REACH) : source.start]
    last = WORD.findall(before)[-1:] if before.endswith(", ") else []
    found = [r for word in last if word.islower() for r in readings(word, language) if r.pos == "NOUN"]
    # "яких" stands for several, so that "протесты" are no one's genitive.
    several = next((r for r in found if r.number == "plur" and r.case in ("nomn", "accs", "gent")), None)
    genitive = several.form("gent", "plur", "") if several is not None else None
    return f"{words[0]} {genitive}" if genitive and words[1].lower() in group(language, "of_which") else None


def defended(cast: Cast, at: int, noun: str) -> str | None:
    """``Адвокат Марти Соловій заявив, що його підзахисна ...``: whom the advocate named last defends."""
    language, text = cast.report.language, cast.report.text
    if not lemmas(noun, language) & group(language, "defended"):
        return None
    for mention in reversed(cast.before(at)):
        before = WORD.findall(text[max(0, mention.span.start - LAWYER_REACH) : mention.span.start])[-1:]
        if mention.type == "PER" and any(lemmas(word, language) & group(language, "lawyers") for word in before):
            name = full_name(cast, mention)
            if name != mention.span.of(text) or " " not in name:
                return name
    return None


def in_genitive(cast: Cast, owner: str) -> str | None:
    """A person's full name in the genitive, as the report writes it or by the dictionary; None where neither tells."""
    language, text = cast.report.language, cast.report.text
    people = [m for m in cast.mentions[:MOST] if m.type == "PER" and len(WORD.findall(m.name)) > 1]
    for mention in people:
        written = WORD.findall(mention.span.of(text))
        alike = bool(written) and len(written) == len(owner.split()) and full_name(cast, mention) == owner
        if alike and " ".join(written) != owner and "gent" in {r.case for r in readings(written[0], language)}:
            return mention.span.of(text)
    words, gender = WORD.findall(owner), cast.gender(owner)
    given = [
        womans_name(word, gender, language)
        or declined(word, gender, language)
        or surname_declined(word, gender, language)
        for word in words[:-1]
    ]
    whole = [*given, *(surname_declined(word, gender, language) for word in words[-1:])]
    return " ".join(word for word in whole if word) if whole and all(whole) else None


def surname_declined(word: str, gender: str, language: str) -> str | None:
    """A surname in the genitive: a woman's on a consonant and any on such a vowel stay; a man's is ``Брандта``."""
    ending = word[-1].lower()
    if gender == "femn" and ending not in VOWELS:
        return word
    found = declined(word, gender, language)
    if found is None and ending in UNDECLINED:
        return word
    if found is None and (by_rule := genitive_on_vowel(word, language)) is not None:
        return by_rule
    return f"{word}а" if found is None and gender == "masc" and ending in HARD else found


def womans_name(word: str, gender: str, language: str) -> str | None:
    """``Асія`` -> ``Асії``: a woman's given name on а or я, of which the dictionary knows few."""
    if gender != "femn" or word[-1:] not in ("а", "я") or len(word) < LEAST_NAME:
        return None
    before = word[-2].lower()
    if language == "uk":
        return word[:-1] + ("и" if word[-1] == "а" else "ї" if before in VOWELS else "і")
    return word[:-1] + ("ы" if word[-1] == "а" and before not in "гкхжчшщ" else "и")


def genitive_on_vowel(word: str, language: str) -> str | None:
    """``Фуенсаліда`` -> ``Фуенсаліди``, ``Асель-Асія`` -> ``...-Асії``: a name on а or ія that no dictionary knows.

    No woman's surname as ``Коваленкова``.
    """
    if word.endswith(("ия", "ія")):
        return word[:-1] + ("и" if language == "ru" else "ї")
    if word[-1:] != "а" or word.lower().endswith(tuple(group(language, "feminine_surnames"))) or len(word) < LEAST_NAME:
        return None
    before = word[-2].lower()
    if before in VOWELS:
        return None
    soft = language == "ru" and before in "гкхжчшщ"
    return word[:-1] + ("и" if soft or language == "uk" else "ы")


def declined(word: str, gender: str, language: str) -> str | None:
    """A word of a person's name in the genitive; None for one that the dictionary does not know as such."""
    found = (r for r in readings(word, language) if r.known and r.case == "nomn" and r.number == "sing")
    named = (r for r in found if r.tags & {"Name", "Patr", "Surn"} and r.gender in ("", gender))
    form = next((f for r in named if (f := r.form("gent", "sing", gender if r.is_adjective() else ""))), None)
    return form[:1].upper() + form[1:] if form else None
