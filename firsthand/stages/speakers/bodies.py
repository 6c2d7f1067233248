"""Rules for organisations that are named: by the fullest name, without the noun that bears it."""

from __future__ import annotations

import re

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import bare_name, first_noun, lemmas, split_name
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, Cast
from firsthand.stages.speakers.crowds import are_people
from firsthand.stages.speakers.firms import (
    are_joined,
    are_members,
    is_firm,
    is_of_members,
    noun_before,
)
from firsthand.stages.speakers.fullest import fullest_body, is_country, spelled_out, with_capital
from firsthand.stages.speakers.owners import named_owner, owner_by_noun
from firsthand.stages.speakers.papers import of_press_office
from firsthand.stages.speakers.releases import from_unit
from firsthand.stages.speakers.sources import (
    begins_sentence,
    described_name,
    is_free_adjective,
    is_nominative,
    is_official,
    is_singular_person,
    opens_with_noun,
    plain_name,
    verb_readings,
)

LEAST_MEMBERS = 3  # words of an association with its people
LEAST_NAME = 4  # letters of a name to which an ending is added
ENDINGS = frozenset(("у", "ю", "а", "я", "і", "е", "ом", "ем", "ові"))
PREPOSITION_REACH = 4  # code points before a source in which its preposition stands
LOCATIVES = {"uk": "у", "ru": "е"}
VOWELS = frozenset("аеиоуыэюяёіїє")
SOFT = "ь"  # with which a nominative ends whose stem is soft: "Базель", "у Базелі"
CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
# What may stand behind the name that ends a source.
REMAINDER = re.compile(r"[»”“\"]?(?:\s\([^()]{1,20}\))?")
# "БелНА": joined of beginnings, as no common word is.
JOINED = re.compile(r"[А-ЯЁЄІЇҐ][а-яёєіїґ]{1,10}[А-ЯЁЄІЇҐ]{1,5}")
LETTERS_AT_END = re.compile(r"[»”\"]\s(\([А-ЯЁЄІЇҐ]{2,8}\))$")
QUOTED_AT_END = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]$")


def from_body(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """An organisation by its fullest name."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    if not words:
        return False
    if (state := neighbour(cast, source)) is not None:
        return state
    press = bool(lemmas(words[0], language) & group(language, "press_offices"))
    if press and owner_by_noun(cast, source) is None and named_owner(cast, source) is not None:
        return plain_name(cast, attribution, text)  # "прес-служба МЗС": it speaks, and is named so
    if (quoted := QUOTED_AT_END.fullmatch(text)) is not None and is_named_subject(cast, attribution, words):
        return fullest_body(cast, quoted.group(1))
    name = joined_names(cast, source) or name_in_apposition(cast, source) or name_of_bearer(cast, source)
    name = name or behind_where(cast, source)
    # Behind one word they are of its kind: "держкорпорація «Базис» (ДК)".
    letters = LETTERS_AT_END.search(text) if name is not None and " " in name else None
    if name is not None and letters is not None and letters.group(1) not in name:
        return f"{name} {letters.group(1)}"
    if press and name is None:
        name = owner_by_noun(cast, source) or of_press_office(cast, source)
    name = name or from_unit(cast, source)
    if name is not None:
        return uninflected(cast, name)
    if is_singular_person(words, language) and not lemmas(words[0], language) & group(language, "bearers"):
        # "голова Cockpit"
        return False
    full = spelled_out(cast, source)
    if full is not None:
        return full
    named = [m for m in cast.over(source) if m.type in ("ORG", "PRO")]
    if len(named) == 1 and len(words) <= len(WORD.findall(named[0].span.of(cast.report.text))) + 1:
        return fullest_body(cast, plain_name(cast, attribution, text))
    return False


def from_quoted_name(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``«Кур'єр» повідомив``, ``за даними «Оглядача»``: a name, though its noun may be for a person or a body."""
    text, language = cast.report.text, cast.report.language
    marked = Span(source.start - 1, source.stop + 1) if source.start else source
    quoted = QUOTED_AT_END.fullmatch(source.of(text)) or QUOTED_AT_END.fullmatch(marked.of(text))
    name = quoted.group(1) if quoted is not None else ""
    if WORD.fullmatch(name) is None or not name[:1].isupper() or not name[1:].islower() or language == "en":
        return False
    # "«Маляр»" may be what somebody is called.
    if any(m.type == "PER" for m in cast.over(source)):
        return False
    nouns = lemmas(name, language)
    common = nouns & group(language, "firms|makers|bodies")
    if not common and not is_singular_person([name], language):
        return False
    if is_nominative(cast, attribution):
        return name
    return from_locative(cast, source, name) or with_capital(phrase_nominative(name, language, True))


def is_named_subject(cast: Cast, attribution: Attribution, words: list[str]) -> bool:
    """``«Імеді» повідомляє``: whether a name in quotation marks is a verb's subject, so that it is no genitive."""
    told = is_nominative(cast, attribution) and bool(verb_readings(cast, attribution))
    return told and not is_singular_person(words, cast.report.language)


def neighbour(cast: Cast, source: Span) -> str | None:
    """``сусідня Латвія``: a country without the adjective that only says where it lies."""
    first, _, rest = source.of(cast.report.text).partition(" ")
    lying = lemmas(first, cast.report.language) & group(cast.report.language, "neighbouring")
    place = next((m for m in cast.over(source) if m.type == "LOC" and m.span.stop == source.stop), None)
    return place.name if lying and place is not None and place.span.of(cast.report.text) == rest else None


def name_of_bearer(cast: Cast, source: Span) -> str | None:
    """``компанія «Гранітбуд»``, ``«Гранітбуд»``: the name alone, if the noun is no part of it."""
    text, language = source.of(cast.report.text), cast.report.language
    if is_official(cast, source) or is_of_members(text, language) or are_a_firms(cast, source):
        return None
    if opens_with_noun(cast, source) or lemmas(text.split()[0], language) & group(language, "associations"):
        text = text[0].lower() + text[1:]
    name = behind_place(cast, source) or behind_maker(cast, source) or behind_participle(cast, source)
    name = name or bare_name(text, language, "bearers") or behind_union(text, language)
    if name is not None and has_named_among(text, language):
        return None
    if name is not None and split_name(text, language).common and not is_place(cast, source, name):
        return fullest_body(cast, name)
    quoted = QUOTED_AT_END.search(text)
    if quoted is not None and leads_with_people(text[: quoted.start()], language):
        return None
    if quoted is not None and (plain := uninflected(cast, quoted.group(1))) != quoted.group(1):
        return fullest_body(cast, plain)
    if quoted is not None and (bare := from_locative(cast, source, quoted.group(1))) is not None:
        return fullest_body(cast, bare)
    if quoted is None or any(word_forms(w, language).nouns for w in WORD.findall(text[: quoted.start()])):
        return None
    name = phrase_nominative(quoted.group(1), language)
    # "«Кремлівський лікар»" may be a person.
    named = quoted.group(1)[:1].isupper() and not is_singular_person(WORD.findall(name), language)
    return fullest_body(cast, with_capital(name) if named else name)


def leads_with_people(text: str, language: str) -> bool:
    """``директор «Базису»``: whether the words before a name are people of what it names, no kind of firm."""
    firms = group(language, "bearers|makers|firms")
    nouns = (word for word in WORD.findall(text) if word_forms(word, language).nouns)
    return any(
        (is_singular_person([noun], language) or are_people(noun.lower(), language) or are_members(noun, language))
        and not lemmas(noun, language) & firms
        for noun in nouns
    )


def from_locative(cast: Cast, source: Span, name: str) -> str | None:
    """``у «Лінтеку»``: a name that no dictionary has without its locative ending, as most such firms are masculine."""
    language = cast.report.language
    lead = WORD.findall(cast.report.text[max(0, source.start - PREPOSITION_REACH) : source.start])[-1:]
    inside = any(word.lower() in group(language, "inside") for word in lead) and WORD.fullmatch(name) is not None
    if not inside or len(name) <= LEAST_NAME or any(reading.known for reading in readings(name, language)):
        return None
    stem = name.removesuffix(LOCATIVES.get(language, ""))
    named = next((body for body in cast.body_names() if body[:-1] == stem and body[-1] == SOFT), stem)
    return named if stem != name and stem[-1] not in VOWELS else None


def behind_union(text: str, language: str) -> str | None:
    """``асоціація «Базис»``: a name in quotation marks or Latin letters behind a noun that others may be a part of."""
    name = bare_name(text, language, "associations")
    if name is None or name.startswith("("):
        return None
    return name if (text[-1:] in CLOSING or name.isascii() or JOINED.fullmatch(name)) else None


def has_named_among(text: str, language: str) -> bool:
    """``угруповання на чолі з «Базисом»``: several, of whom the source names some."""
    return any(f" {words} " in text for words in group(language, "named_among"))


def are_a_firms(cast: Cast, source: Span) -> bool:
    """``профспілки пілотів Skyline``: unions of a firm's people, which do not bear its name."""
    language = cast.report.language
    named = [m for m in cast.over(source) if m.type in ("ORG", "PRO")]
    before = WORD.findall(cast.report.text[source.start : named[0].span.start]) if len(named) == 1 else []
    nouns = group(language, "makers|firms|bearers")
    if len(before) > 2 and lemmas(before[-1], language) & nouns:
        before = before[:-1]  # "профспілки пілотів ірландської авіакомпанії Skyline"
        while len(before) > 2 and word_forms(before[-1], language).adjectives:
            before = before[:-1]
    if len(before) < 2 or not are_members(before[-1], language):
        return False
    several = all(number == "plur" for case, number, _ in word_forms(before[0], language).nouns if case == "nomn")
    return several or is_firm(cast, named[0].name)


def behind_participle(cast: Cast, source: Span) -> str | None:
    """``діюча в країні партія «Базис» (ПБ)``: the name behind its noun, where a participle with its words leads."""
    text, language = source.of(cast.report.text), cast.report.language
    first = WORD.match(text)
    pos = word_forms(first.group(), language).pos if first is not None else frozenset[str]()
    named = [m for m in cast.over(source) if m.type == "ORG"]
    if (
        not pos & {"PRTF"}
        or len(named) != 1
        or REMAINDER.fullmatch(cast.report.text[named[0].span.stop : source.stop]) is None
    ):
        return None
    kinds = group(language, "bearers|makers")
    return named[0].name if noun_before(cast, named[0]) & kinds else None


def behind_maker(cast: Cast, source: Span) -> str | None:
    """``газовий монополіст «Базис»``, ``лоукост-авіакомпанія Skyline``: the name right behind such a noun."""
    text, language = source.of(cast.report.text), cast.report.language
    if opens_with_noun(cast, source):
        text = text[0].lower() + text[1:]
    parts = split_name(text, language)
    words = WORD.findall(parts.common)
    if parts.name is None or not words:
        return None
    # "компанія-розробник COVID-вакцини" ends in no name.
    latin = parts.name.isascii() and parts.name[:1].isupper()
    if not latin and not any(m.type in ("ORG", "PRO") for m in cast.over(source)) and text[-1] not in '»”"':
        return None
    if (firm := behind_object(cast, source, words)) is not None:
        return firm
    words = without_field(words, language)
    joined, _, noun = words[-1].rpartition("-")
    kinds = group(language, "makers") | (group(language, "bearers") if joined else frozenset())
    singular = any(number == "sing" for _, number, _ in word_forms(noun, language).nouns)
    if not singular or not lemmas(noun, language) & kinds or not are_adjectives(words[:-1], language):
        return None
    return bare_name(text[len(parts.common) :].strip(), language, "bearers") or parts.name


def without_field(words: list[str], language: str) -> list[str]:
    """``мережа аптек``, ``сервіс прокату``: the noun for a firm without the genitives that are its field."""
    last = len(words)
    kinds = group(language, "makers|bearers")
    while last > 1 and words[last - 1].islower() and not lemmas(words[last - 1], language) & kinds:
        readings = [r for r in word_forms(words[last - 1], language).readings if r.pos in ("NOUN", "ADJF")]
        if not any("gent" in r.grammemes and "anim" not in r.grammemes for r in readings):
            return words
        last -= 1
    return words[:last] if lemmas(words[last - 1], language) & kinds else words


def behind_object(cast: Cast, source: Span, words: list[str]) -> str | None:
    """``оператор газогону Skyline AG``: a firm by its legal form, with what it runs between it and its noun."""
    language = cast.report.language
    named = [m for m in cast.over(source) if m.type in ("ORG", "PRO") and m.span.stop == source.stop]
    forms = table("bodies")["legal_forms"]
    if not named or WORD.findall(named[0].name)[-1].lower() not in forms or len(words) < 2:
        return None
    return named[0].name if lemmas(words[0], language) & group(language, "makers") else None


def are_adjectives(words: list[str], language: str) -> bool:
    """Whether all words can be adjectives."""
    return all(word_forms(word, language).adjectives for word in words)


def joined_names(cast: Cast, source: Span) -> str | None:
    """``великі компанії Skyline та Anchor``: the names alone behind their noun, as they stand."""
    text, language = source.of(cast.report.text), cast.report.language
    named = [m for m in cast.over(source) if m.type == "ORG"]
    lead = WORD.findall(cast.report.text[source.start : named[0].span.start]) if len(named) > 1 else []
    if not lead or named[-1].span.stop != source.stop or not are_joined(cast, named):
        return None
    kinds = group(language, "bearers|makers")
    if not lemmas(lead[-1], language) & kinds or not are_adjectives(lead[:-1], language):
        return None
    return text[named[0].span.start - source.start :]


def is_place(cast: Cast, source: Span, name: str) -> bool:
    """``авіакомпанія Європи``: what stands behind the noun for a body is where it is."""
    return any(m.type == "LOC" and m.name == name for m in cast.over(source))


def behind_place(cast: Cast, source: Span) -> str | None:
    """``авіаперевізник Литви Skyline``: the name that ends the source, where the one before it is a place."""
    named = cast.over(source)
    if len(named) < 2 or (named[-2].type, named[-1].type) != ("LOC", "ORG") or named[-1].span.stop != source.stop:
        return None
    return named[-1].name if named[-1].span.start == named[-2].span.stop + 1 else None


def behind_where(cast: Cast, source: Span) -> str | None:
    """``профспілка пілотів у європейських країнах Anchor United``: the Latin name behind where the body is."""
    language = cast.report.language
    named = [m for m in cast.over(source) if m.type == "ORG"][-1:]
    before = WORD.findall(cast.report.text[source.start : named[0].span.start]) if named else []
    if not named or named[0].span.stop != source.stop or not named[0].name.isascii():
        return None
    head = first_noun(" ".join(before), language) & group(language, "bearers")
    placed = any(word in group(language, "where_prepositions") for word in before[:-1])
    if head and placed and not is_firm(cast, named[0].name):
        return named[0].name
    return behind_members(before, named[0].name, language)


def behind_members(before: list[str], name: str, language: str) -> str | None:
    """``незалежна спілка машиністів литовської залізниці SMLZ``: the letters behind an association of people."""
    while before and word_forms(before[0], language).adjectives:
        before = before[1:]
    joined = group(language, "associations|own_kinds")
    if len(before) < LEAST_MEMBERS or not name.isupper() or not lemmas(before[0], language) & joined:
        return None
    genitives = all(
        "gent" in cases_in(word_forms(word, language).nouns | word_forms(word, language).adjectives)
        for word in before[1:]
    )
    return name if are_members(before[1], language) and genitives else None


def uninflected(cast: Cast, name: str) -> str:
    """``Лиман-Трансі`` that no dictionary has: the same name as the report has it without the ending."""
    ending = (name.removeprefix(other) for other in cast.body_names() if len(other) >= LEAST_NAME and other != name)
    found = [end for end in ending if end in ENDINGS]
    return name.removesuffix(found[0]) if len(found) == 1 else name


def name_in_apposition(cast: Cast, source: Span) -> str | None:
    """``конкурент Ryanair, авіакомпанія Norwegian``, ``бельгійська L'Echo``: the name that ends the source."""
    text, language = source.of(cast.report.text), cast.report.language
    last = text.rsplit(", ", 1)[-1]
    name = bare_name(last, language, "bearers") if ", " in text else None
    if name is not None and split_name(last, language).common and is_common_lead(cast, source):
        return fullest_body(cast, name)
    # "виробник, чеська Škoda"
    called = described_name(last, language) if ", " in text and is_common_lead(cast, source) else None
    if called is not None and (called.isascii() or last.endswith(CLOSING) or not CYRILLIC.search(called)):
        return fullest_body(cast, called)
    if (foreign := behind_country(cast, source)) is not None:
        return foreign
    inside = (m for m in cast.over(source) if m.type in ("ORG", "PRO") and m.span.start > source.start)
    mention = next((m for m in inside if REMAINDER.fullmatch(cast.report.text, m.span.stop, source.stop)), None)
    before = WORD.findall(cast.report.text[source.start : mention.span.start]) if mention is not None else []
    if mention is None:
        # "литовська Žinios" that was not found as a name
        described = described_name(text, language) if is_free_adjective(cast, source, text) else None
        return described if described is not None and not CYRILLIC.search(described) else None
    plain = before and is_free_adjective(cast, source, before[0]) and all(word.islower() for word in before[1:])
    if not plain or not are_adjectives(before, language):
        return None
    if is_named_after(mention.name):
        return mention.name + cast.report.text[mention.span.stop : source.stop]
    latin = not CYRILLIC.search(mention.span.of(cast.report.text))
    return fullest_body(cast, mention.name) if latin and mention.span.stop == source.stop else None


def behind_country(cast: Cast, source: Span) -> str | None:
    """``Угорська Volanta`` that opens a sentence: a name in Latin letters behind the adjective of a country."""
    first, _, rest = source.of(cast.report.text).partition(" ")
    adjective = word_forms(first, cast.report.language).adjectives and is_country(first, cast.report.language)
    latin = rest[:1].isupper() and rest.isascii() and len(rest.split()) <= LEAST_MEMBERS
    if not adjective or not latin or not begins_sentence(cast, source.start):
        return None
    full = fullest_body(cast, rest)
    return rest if full.startswith(first) else full


def is_common_lead(cast: Cast, source: Span) -> bool:
    """Whether a source begins with a small letter, or opens its sentence with no name."""
    named = any(mention.span.start <= source.start for mention in cast.over(source))
    opening = begins_sentence(cast, source.start) and not named
    return source.of(cast.report.text)[:1].islower() or opening


def is_named_after(name: str) -> bool:
    """``Інститут імені Марти Соловій``: a name to which no country before it belongs, as it does to a ministry's."""
    return any(word.lower() in table("bodies")["named_after"] for word in WORD.findall(name))
