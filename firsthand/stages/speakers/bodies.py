"""Rules for organisations and countries: what a bare ``компанія`` means, and the fullest name."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from firsthand.lang import table
from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import bare_name, first_noun, lemmas, split_name
from firsthand.stages.attribution.words import WORD, group, small_first, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, written_out
from firsthand.stages.speakers.firms import (
    are_members,
    called_firm,
    firm_before,
    firm_nouns,
    frequent_body,
    is_firm,
    is_of_members,
    is_office,
    is_public,
    last_firm,
    leading,
    may_be,
    noun_before,
    rivalled,
)
from firsthand.stages.speakers.fullest import MOST_TEXT, fullest_body, spelled_out
from firsthand.stages.speakers.sources import (
    described_name,
    has_plural_noun,
    is_free_adjective,
    is_official,
    is_singular_person,
    opens_with_noun,
    plain_name,
)
from firsthand.stages.speakers.told import fit_alike, named_for_short, told_body

NOUN_REACH = 40  # code points before a name in which its noun stands
IN_REACH = 4  # code points before a country in which its preposition stands
NAME_HEAD = 3  # words in which the noun of a name stands
MOST_WORDS = 20_000  # of a report that are looked through for a body's country


def from_bare_body(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``країна``, ``суд``, ``компанія`` without a name: the body named with that noun, or named most."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    if not words:
        return False
    several = has_plural_noun(cast, attribution)
    if len(words) == 1 and not several and lemmas(words[0], language) & group(language, "countries"):
        return frequent_place(cast, source.start) or plain_name(cast, attribution, text)
    if lemmas(words[0], language) & group(language, "anonymous"):
        return plain_name(cast, attribution, text)
    if lemmas(words[0], language) & group(language, "posts"):
        return False  # "глава держави" is a person
    if len(words) == 2 and lemmas(words[1], language) & group(language, "states") and words[1].islower():
        return of_named_state(cast, words[0]) or plain_name(cast, attribution, text)
    if has_name(cast, source):
        return of_that_country(cast, source) or named_for_short(cast, source.start, text) or False
    if several:
        return from_several(cast, source) or False
    if len(words) == 1 and lemmas(words[0], language) & group(language, "bidders"):
        return last_firm(cast, source.start) or plain_name(cast, attribution, text)
    if fit_alike(cast, source.start, text):
        return plain_name(cast, attribution, text)
    words = [before_hyphen(word, language) for word in words]
    firm = lemmas(words[-1], language) & (group(language, "firms") | group(language, "makers"))
    body = None if firm else told_body(cast, source.start, text)
    if body is None and len(words) == 1:
        body = body_by_head(cast, source.start, words[0]) or of_one_state(cast, words[0])
    if body is None and is_bare_body(words, language):
        nouns = lemmas(words[-1], language)
        body = described_alike(cast, words[0], nouns) if len(words) > 1 else None
        body = body or body_by_noun(cast, source.start, nouns)
        body = body or told_body(cast, source.start, text) or plain_name(cast, attribution, text)
    return body or told_body(cast, source.start, text) or False


def described_alike(cast: Cast, adjective: str, nouns: frozenset[str]) -> str | None:
    """``литовська фірма`` after ``литовська фірма «Базис»`` or ``литовська «Базис»``: the one body so described."""
    language, found = cast.report.language, set[str]()
    firms = group(language, "firms")
    nouns |= firms if nouns & firms else frozenset()
    for mention in cast.mentions[:MOST]:
        if mention.type != "ORG":
            continue
        before = WORD.findall(cast.report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-2:]
        if before and lemmas(before[-1], language) & nouns:
            before.pop()
        if before and lemmas(before[-1], language) & lemmas(adjective, language):
            found.add(mention.name)
    return fullest_body(cast, found.pop()) if len(found) == 1 else None


def of_named_state(cast: Cast, noun: str) -> str | None:
    """``уряд країни``: the body of that noun with the country behind it, as the report has it elsewhere."""
    text, language = cast.report.text, cast.report.language
    nouns = lemmas(noun, language)
    places = (m for m in cast.mentions[:MOST] if m.type == "LOC" and noun_before(cast, m) & nouns)
    place = next((m for m in places if text[m.span.start - 1 : m.span.start] == " "), None)
    if place is None:
        return None
    if any((case, number) == ("nomn", "plur") for case, number, _ in word_forms(noun, language).nouns):
        return small_first(f"{noun} {place.span.of(text)}")  # "влади" and "власти" are no genitive here
    return phrase_nominative(f"{noun} {place.span.of(text)}", language)


def of_that_country(cast: Cast, source: Span) -> str | None:
    """``У Литві додали`` after ``інститут здоров'я Литви``: the body of that country that has just spoken."""
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, source.start - IN_REACH) : source.start])[-1:]
    meant = notions(source.of(text), language)
    spoken = [entry for entry in cast.spoken[-MOST:] if entry[0] < source.start and entry[2] != "medium"][-1:]
    if len(meant) != 1 or not any(word.lower() in group(language, "inside") for word in before):
        return None
    return next(
        (name for _, name, kind in spoken if kind == "body" and " " in name and is_of(name, meant, language)), None
    )


def is_of(name: str, country: frozenset[str], language: str) -> bool:
    """Whether a name holds a country and more than that."""
    found = notions(name, language)
    return country < found and all(notion.startswith("@") for notion in country)


def of_one_state(cast: Cast, noun: str) -> str | None:
    """A bare ``уряд``: what the report calls ``британський уряд`` or ``уряд Британії``, if it names one country so."""
    text, language = cast.report.text[:MOST_TEXT], cast.report.language
    nouns = lemmas(noun, language)
    if not nouns & group(language, "of_states"):
        return None
    found: dict[frozenset[str], str] = {}
    for before, word in pairwise(islice(WORD.finditer(text), MOST_WORDS)):
        joined = text[before.end() : word.start()] == " "
        if not joined or (not lemmas(word.group(), language) & nouns and not lemmas(before.group(), language) & nouns):
            continue
        by_adjective = lemmas(word.group(), language) & nouns and word_forms(before.group(), language).adjectives
        place = word.group() if lemmas(before.group(), language) & nouns else before.group() if by_adjective else ""
        country = frozenset(n for n in notions(place, language) if n.startswith("@")) if place else frozenset()
        if country and place[:1].isupper() != bool(by_adjective):
            found.setdefault(country, phrase_nominative(text[before.start() : word.end()], language))
    return next(iter(found.values())) if len(found) == 1 else None


def before_hyphen(word: str, language: str) -> str:
    """``компанія-розробник``: the noun for a body with what it does behind the hyphen, without that."""
    noun, hyphen, what = word.rpartition("-")
    bodies = group(language, "bearers") | group(language, "firms")
    joined = hyphen and lemmas(noun, language) & bodies and lemmas(what, language) & group(language, "makers")
    return noun if joined else word


def from_body(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """An organisation by its fullest name."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    if not words:
        return False
    name = joined_names(cast, source) or name_in_apposition(cast, source) or name_of_bearer(cast, source)
    name = name or behind_where(cast, source)
    if name is None and lemmas(words[0], language) & group(language, "press_offices"):
        name = owner_by_noun(cast, source) or named_owner(cast, source)
    if name is not None:
        return name
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


def name_of_bearer(cast: Cast, source: Span) -> str | None:
    """``компанія «Гранітбуд»``, ``«Гранітбуд»``: the name alone, if the noun is no part of it."""
    text, language = source.of(cast.report.text), cast.report.language
    if is_official(cast, source) or is_of_members(text, language) or are_a_firms(cast, source):
        return None
    if opens_with_noun(cast, source):
        text = text[0].lower() + text[1:]
    name = behind_place(cast, source) or behind_maker(cast, source) or behind_participle(cast, source)
    name = name or bare_name(text, language, "bearers")
    if name is not None and has_named_among(text, language):
        return None
    if name is not None and split_name(text, language).common and not is_place(cast, source, name):
        return fullest_body(cast, name)
    quoted = re.search(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]$", text)
    if quoted is None or any(word_forms(w, language).nouns for w in WORD.findall(text[: quoted.start()])):
        return None
    return fullest_body(cast, phrase_nominative(quoted.group(1), language))


def has_named_among(text: str, language: str) -> bool:
    """``угруповання на чолі з «Базисом»``: several, of whom the source names some."""
    return any(f" {words} " in text for words in group(language, "named_among"))


def are_a_firms(cast: Cast, source: Span) -> bool:
    """``профспілки пілотів Skyline``: unions of a firm's people, which do not bear its name."""
    language = cast.report.language
    named = [m for m in cast.over(source) if m.type in ("ORG", "PRO")]
    before = WORD.findall(cast.report.text[source.start : named[0].span.start]) if len(named) == 1 else []
    nouns = group(language, "makers") | group(language, "firms") | group(language, "bearers")
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
    kinds = group(language, "bearers") | group(language, "makers")
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
    kinds = group(language, "makers") | group(language, "bearers")
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


CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
# What may stand behind the name that ends a source.
REMAINDER = re.compile(r"[»”“\"]?(?:\s\([^()]{1,20}\))?")
# Between names that are told together: "Skyline, Anchor та Базис".
JOINT = re.compile(r"(?:\s\([^()]{1,12}\))?\s?,?\s?(?:(?:і|й|та|и|and|а також|а также)\s|(?<=,)\s?)")
JOINED_REACH = 600
# When a document was put out, behind whose it is.
WHEN = re.compile(r"\s(?:от|від|за)\s\d{1,2}\s[^\W\d_]{3,10}(?:\s\d{4}(?:\s[^\W\d_]{1,5})?)?$")


def joined_names(cast: Cast, source: Span) -> str | None:
    """``великі компанії Skyline та Anchor``: the names alone behind their noun, as they stand."""
    text, language = source.of(cast.report.text), cast.report.language
    named = [m for m in cast.over(source) if m.type == "ORG"]
    lead = WORD.findall(cast.report.text[source.start : named[0].span.start]) if len(named) > 1 else []
    if not lead or named[-1].span.stop != source.stop or not are_joined(cast, named):
        return None
    kinds = group(language, "bearers") | group(language, "makers")
    if not lemmas(lead[-1], language) & kinds or not are_adjectives(lead[:-1], language):
        return None
    return text[named[0].span.start - source.start :]


def are_joined(cast: Cast, named: list[Mention]) -> bool:
    """Whether nothing but commas and conjunctions stands between names."""
    between = (cast.report.text[a.span.stop : b.span.start] for a, b in pairwise(named))
    return all(JOINT.fullmatch(words) is not None for words in between)


def from_several(cast: Cast, source: Span) -> str | None:
    """A bare ``компанії``: the firms named together last, as they stand."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    kinds = group(language, "firms") | group(language, "makers")
    if len(words) != 1 or not lemmas(words[0], language) & kinds:
        return None
    near = [m for m in cast.before(source.start) if m.type == "ORG" and source.start - JOINED_REACH < m.span.start]
    for last in range(len(near) - 1, 0, -1):
        first = last
        while first and are_joined(cast, near[first - 1 : first + 1]):
            first -= 1
        if first < last:
            return cast.report.text[near[first].span.start : near[last].span.stop]
    return None


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
    return named[0].name if head and placed and not is_firm(cast, named[0].name) else None


def name_in_apposition(cast: Cast, source: Span) -> str | None:
    """``конкурент Ryanair, авіакомпанія Norwegian``, ``бельгійська L'Echo``: the name that ends the source."""
    text, language = source.of(cast.report.text), cast.report.language
    last = text.rsplit(", ", 1)[-1]
    name = bare_name(last, language, "bearers") if ", " in text else None
    if name is not None and split_name(last, language).common and text[:1].islower():
        return fullest_body(cast, name)
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


def is_named_after(name: str) -> bool:
    """``Інститут імені Марти Соловій``: a name to which no country before it belongs, as it does to a ministry's."""
    return any(word.lower() in table("bodies")["named_after"] for word in WORD.findall(name))


def is_bare_body(words: list[str], language: str) -> bool:
    """``компанія``, ``ірландська авіакомпанія``: a noun for a body, alone or with an adjective."""
    kinds = group(language, "bearers") | group(language, "makers")
    if not 1 <= len(words) <= 2 or not lemmas(words[-1], language) & (kinds | group(language, "offices")):
        return False
    return len(words) == 1 or bool(agree(words[0], words[1], language) and lemmas(words[-1], language) & kinds)


def agree(adjective: str, noun: str, language: str) -> bool:
    """Whether an adjective can belong to a noun: not ``уповноважений авіакомпанії``."""
    return bool(word_forms(adjective, language).adjectives & word_forms(noun, language).nouns)


def has_name(cast: Cast, source: Span) -> bool:
    """Whether a name stands in the source."""
    return bool(cast.over(source))


def body_by_head(cast: Cast, at: int, noun: str) -> str | None:
    """The body named last whose name begins with that noun: ``суд`` after ``Верховний суд Литви``."""
    language = cast.report.language
    if not any(number == "sing" for _, number, _ in word_forms(noun, language).nouns):
        return None
    nouns = lemmas(noun, language) - group(language, "media") - group(language, "documents")
    for mention in reversed(cast.before(at)):
        words = WORD.findall(mention.name) if nouns and mention.type == "ORG" else []
        heads = (word for word in words[:NAME_HEAD] if word_forms(word, language).nouns)
        if len(words) > 1 and any(lemmas(word, language) & nouns for word in heads):
            return fullest_body(cast, written_out(cast, mention))
    spoken = (name for i, name, kind in reversed(cast.spoken[-MOST:]) if nouns and kind == "body" and i < at)
    return next((name for name in spoken if " " in name and is_headed(name, nouns, language)), None)


def is_headed(name: str, nouns: frozenset[str], language: str) -> bool:
    """Whether the first noun of a name is one of these, in the nominative singular: not ``голова суду`` for ``суд``."""
    words = (word for word in WORD.findall(name) if word_forms(word, language).nouns)
    head = next(words, "")
    cases = {(case, number) for case, number, _ in word_forms(head, language).nouns}
    return ("nomn", "sing") in cases and bool(lemmas(head, language) & nouns)


def offices(cast: Cast) -> frozenset[str]:
    """Nouns for bodies, and not for papers or for a number of people."""
    language = cast.report.language
    return group(language, "bodies") - group(language, "documents") - group(language, "collectives")


def body_by_noun(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """The one organisation that stood behind its noun (``авіакомпанія Ryanair``); of several, the one named most."""
    if (acting := firm_before(cast, at, nouns)) is not None:
        return acting
    bodies = [m for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and noun_before(cast, m) & nouns]
    found = {m.name for m in bodies if m.span.start <= at}
    # "Профспілка закликала ..." in a headline: the union named below, while a firm is the one the report is about.
    if not found and not nouns & group(cast.report.language, "firms"):
        found = {m.name for m in bodies}
    if len(found) == 1 and not rivalled(cast, at, nouns):
        return fullest_body(cast, found.pop())
    if nouns & group(cast.report.language, "makers"):
        return None
    last = cast.last_speaker(at, frozenset(("body",)))
    if last is not None and {m.type for m in cast.mentions[:MOST] if m.name == last} == {"LOC"}:
        last = None  # "Москва" that said something is no "відомство"
    if last is not None and last.islower() and not first_noun(last, cast.report.language) & offices(cast):
        last = None  # "частина країн" is no "міністерство"
    office = last is not None and (is_office(last, cast.report.language) or is_public(last))
    if office and nouns & group(cast.report.language, "firms"):
        last = None
    company = bool(nouns & group(cast.report.language, "bearers"))
    firms = group(cast.report.language, "firms")
    frequent = frequent_body(cast, at, bool(nouns & firms))
    body = (frequent or last) if company else (last or frequent)
    if body is None:
        return (last_firm(cast, at) or called_firm(cast, at)) if nouns & firms else None
    # "Профспілка вимагає ...": where only a firm was named, nobody tells which union it is.
    return fullest_body(cast, body) if may_be(cast, body, nouns) else None


def owner_by_noun(cast: Cast, source: Span) -> str | None:
    """``пресреліз компанії``, ``Twitter авіаперевізника``: the body meant by a common noun that owns a document."""
    language = cast.report.language
    # "заява компанії від 5 травня"
    words = WORD.findall(WHEN.sub("", source.of(cast.report.text)))
    owners = group(language, "bearers") | group(language, "offices")
    if len(words) < 2:
        return None
    genitives = {number for case, number, _ in word_forms(words[-1], language).nouns if case == "gent"}
    nouns = firm_nouns(words[-1], language)
    if "sing" not in genitives and not nouns - lemmas(words[-1], language):
        return None
    if not lemmas(words[-1], language) & owners and not nouns:
        bodies = group(language, "bodies") - group(language, "owning_nothing") - group(language, "documents")
        alone = len(words) == 2 or (len(words) == 3 and agree(words[0], words[1], language))
        body = alone and words[-1].islower() and lemmas(words[-1], language) & bodies
        return (body_by_head(cast, source.start, words[-1]) if body else None) or told_owner(cast, source)
    kinds = nouns or lemmas(words[-1], language)
    described = len(words) > 2 and agree(words[-2], words[-1], language)
    owner = described_alike(cast, words[-2], kinds) if described else None
    owner = owner or body_by_noun(cast, source.start, kinds)
    return owner if owner in cast.body_names() else told_owner(cast, source)


def told_owner(cast: Cast, source: Span) -> str | None:
    """``пресслужба оборонного відомства``: the body told of before that the words behind a document's noun mean."""
    head, _, rest = WHEN.sub("", source.of(cast.report.text)).partition(" ")
    owner = told_body(cast, source.start, rest) if rest.islower() else None
    # "пресслужба аеропорту" is more than an airport that has no name but its place.
    press = lemmas(head, cast.report.language) & group(cast.report.language, "announcers")
    return None if owner is not None and owner[:1].islower() and press else owner


def named_owner(cast: Cast, source: Span) -> str | None:
    """``прес-служба компанії «Гранітбуд»``: the named body that a press office speaks for."""
    language = cast.report.language
    head, _, rest = source.of(cast.report.text).partition(" ")
    named = [m for m in cast.over(source) if m.type == "ORG" and m.span.start > source.start + len(head)]
    if not named or not lemmas(head, language) & group(language, "announcers"):
        return None
    short = len(named) == 1 and len(WORD.findall(rest)) <= len(WORD.findall(named[0].name)) + 1
    # "прес-служба обласного Мінздраву" is that of the ministry so described.
    described = rest[:1].islower() and agree(WORD.findall(rest)[0], named[0].span.of(cast.report.text), language)
    short = short and not described
    return fullest_body(cast, named[0].name if short else phrase_nominative(rest, language))


def frequent_place(cast: Cast, at: int) -> str | None:
    """The place named most often before, if one leads: what a bare ``країна`` means."""
    return leading([m.name for m in cast.before(at) if m.type == "LOC"])
