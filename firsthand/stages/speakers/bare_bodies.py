"""What a noun for a body without a name means: a bare ``компанія``, ``суд``, ``країна``."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from firsthand.names.keys import notions
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, small_first, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, written_out
from firsthand.stages.speakers.described import described_before
from firsthand.stages.speakers.firms import (
    called_firm,
    firm_before,
    frequent_body,
    from_several,
    is_firm,
    is_office,
    is_other_than_firm,
    is_public,
    last_firm,
    leading,
    may_be_called,
    noun_before,
    rivalled,
)
from firsthand.stages.speakers.fullest import MOST_TEXT, fullest_body, is_country
from firsthand.stages.speakers.sole import business_nouns, from_listed, sole_firm, sole_or_quoted
from firsthand.stages.speakers.sources import (
    has_plural_noun,
    plain_name,
)
from firsthand.stages.speakers.told import fit_alike, is_local, is_one, named_for_short, told_body

NOUN_REACH = 40  # code points before a name in which its noun stands
IN_REACH = 4  # code points before a country in which its preposition stands
LOCAL_FIRM = 2  # words: an adjective of a place and the noun
LEAST_DESCRIBED = 2  # words of a body before its country
NAME_HEAD = 3  # words in which the noun of a name stands
# ", знайомого".
APART = re.compile(r", ([^\W\d_]{4,20})\b")
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
        alone = len(words) == 1 and not is_told_apart(cast, source)
        again = told_of_again(cast, source.start, words[0], several) if alone else None
        return again or plain_name(cast, attribution, text)
    if lemmas(words[0], language) & group(language, "posts"):
        return False  # "глава держави" is a person
    if len(words) == 2 and lemmas(words[1], language) & group(language, "states") and words[1].islower():
        return of_named_state(cast, words[0]) or with_country(cast, source) or plain_name(cast, attribution, text)
    if (named := with_country(cast, source)) is not None:
        return named
    if has_name(cast, source):
        return of_that_country(cast, source) or named_for_short(cast, source.start, text) or False
    if several:
        return from_several(cast, source) or from_listed(cast, source) or False
    if len(words) == 1 and lemmas(words[0], language) & group(language, "bidders"):
        return last_firm(cast, source.start) or plain_name(cast, attribution, text)
    if fit_alike(cast, source.start, text):
        return plain_name(cast, attribution, text)
    words = [before_hyphen(word, language) for word in words]
    firm = lemmas(words[-1], language) & group(language, "firms|makers")
    body = None if firm else told_body(cast, source.start, text)
    if body is None and len(words) == 1:
        body = body_by_head(cast, source.start, words[0]) or of_one_state(cast, words[0])
    if body is None and is_bare_body(words, language):
        nouns = lemmas(words[-1], language)
        body = described_alike(cast, words[0], nouns) if len(words) > 1 else None
        body = body or body_by_noun(cast, source.start, nouns)
        body = body or told_or_only(cast, source, words) or plain_name(cast, attribution, text)
    body = body or told_or_only(cast, source, words)
    return body or False


def is_told_apart(cast: Cast, source: Span) -> bool:
    """``джерела, знайомого з угодою``: whether an adjective behind a comma tells of another one."""
    behind = APART.match(cast.report.text, source.stop)
    return behind is not None and bool(word_forms(behind.group(1), cast.report.language).pos & {"ADJF", "PRTF"})


def told_of_again(cast: Cast, at: int, noun: str, several: bool) -> str | None:
    """``повідомило джерело`` after ``джерело в порту``: the last of that noun who has spoken, one or several alike."""
    language = cast.report.language
    for start, name, kind in reversed(cast.spoken[-MOST:]):
        same = kind == "group" and start < at and first_noun(name, language) & lemmas(noun, language)
        if same and not name[:1].isdigit():
            one = WORD.findall(name)[0].lower() if " " in name else ""
            nouns = word_forms(one, language).nouns if lemmas(one, language) & lemmas(noun, language) else frozenset()
            number = "plur" if several else "sing"
            return name if (("nomn", number) in {form[:2] for form in nouns}) else None
    return None


def told_or_only(cast: Cast, source: Span, words: list[str]) -> str | None:
    """The body told of before, the only firm, or the one description with which a bare noun stood before."""
    text = source.of(cast.report.text)
    body = told_body(cast, source.start, text) or only_firm(cast, source, words)
    return body or (described_before(cast, source.start, text) if len(words) == 1 else None)


def only_firm(cast: Cast, source: Span, words: list[str]) -> str | None:
    """A bare ``компанія`` or ``підприємство``: the only firm of the report."""
    language = cast.report.language
    nouns = group(language, "firms|enterprises")
    if len(words) == 1:
        return sole_or_quoted(cast, source.start) if lemmas(words[0], language) & nouns else None
    # "рівненське підприємство", "петербургская группа"
    kinds = business_nouns(language) | nouns | group(language, "concerns")
    placed = len(words) == LOCAL_FIRM and words[1].islower() and is_local(words[0], language)
    one = placed and agree(words[0], words[1], language) and is_one(words[1], language)
    return sole_firm(cast, source.start) if one and lemmas(words[1], language) & kinds else None


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


def with_country(cast: Cast, source: Span) -> str | None:
    """``Верховний суд країни``: the body of the one country that the report names before."""
    text, language = source.of(cast.report.text), cast.report.language
    head, _, last = text.rpartition(" ")
    one = last.islower() and ("gent", "sing") in {(case, n) for case, n, _ in word_forms(last, language).nouns}
    nouns = lemmas(last, language) & group(language, "states") if one else None
    if (
        not nouns
        or (len(WORD.findall(head)) < LEAST_DESCRIBED and not lemmas(head, language) & group(language, "of_states"))
        or not first_noun(head, language) & group(language, "bodies")
    ):
        return None
    places = [m for m in cast.before(source.start) if m.type == "LOC" and is_country(m.name, language)]
    spans = [m.span.of(cast.report.text) for m in cast.mentions[:MOST] if places and m.name == places[0].name]
    behind = next((name for name in spans if "gent" in cases_in(word_forms(name, language).nouns)), None)
    one = len({m.name for m in places}) == 1 and not any(m.type == "PER" for m in cast.over(source))
    if not one or behind is None:
        return None
    name = phrase_nominative(f"{head} {behind}", language)
    named = any(m.type == "ORG" and m.span.start == source.start for m in cast.over(source))
    return name[:1].upper() + name[1:] if named else name


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
    bodies = group(language, "bearers|firms")
    joined = hyphen and lemmas(noun, language) & bodies and lemmas(what, language) & group(language, "makers")
    return noun if joined else word


def is_bare_body(words: list[str], language: str) -> bool:
    """``компанія``, ``ірландська авіакомпанія``: a noun for a body, alone or with an adjective."""
    kinds = group(language, "bearers|makers")
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


def is_speaking_body(name: str, language: str) -> bool:
    """Whether a phrase is led by a noun for a body, and not for papers or for a number of people."""
    bodies = group(language, "bodies") - group(language, "documents") - group(language, "collectives")
    return bool(first_noun(name, language) & bodies)


def body_by_noun(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """The one organisation that stood behind its noun (``авіакомпанія Ryanair``); of several, the one named most."""
    if (acting := firm_before(cast, at, nouns)) is not None:
        return acting
    strict = bool(nouns & group(cast.report.language, "own_kinds"))
    bodies = [m for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and noun_before(cast, m) & nouns]
    if strict:
        bodies = [m for m in bodies if not is_firm(cast, m.name)]  # "профспілка екіпажів Skyline" has another name
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
    if last is not None and last.islower() and not is_speaking_body(last, cast.report.language):
        # "частина країн" is no "міністерство"; a "компанія" may be who was named before its "монополіст"
        last = last_named(cast, at) if nouns & group(cast.report.language, "firms") else None
    if last is not None and first_noun(last, cast.report.language) & group(cast.report.language, "press_offices"):
        last = None  # "пресслужба «Базису»" is no "компанія"
    tellers = {name for _, name, _ in cast.tellers}
    if strict and last is not None and (last.islower() or last in tellers or is_firm(cast, last)):
        last = None  # neither "грецька влада" nor "авіакомпанія Skyline" is a "профспілка"
    office = last is not None and (is_office(last, cast.report.language) or is_public(last))
    if last is not None and nouns & group(cast.report.language, "firms") and (office or is_other_than_firm(cast, last)):
        last = None
    company = bool(nouns & group(cast.report.language, "bearers"))
    firms = group(cast.report.language, "firms")
    frequent = frequent_body(cast, at, bool(nouns & firms))
    if strict:
        # Whom the report names most may be the firm whose "профспілка" it is.
        last = last if frequent in (None, last) else None
        frequent = None
    body = (frequent or last) if company else (last or frequent)
    if body is None:
        return (last_firm(cast, at) or called_firm(cast, at)) if nouns & firms else None
    # "Профспілка вимагає ...": where only a firm was named, nobody tells which union it is.
    return fullest_body(cast, body) if may_be_called(cast, body, nouns) else None


def last_named(cast: Cast, at: int) -> str | None:
    """The body with a name that spoke last before a place."""
    spoken = ((name, kind) for i, name, kind in reversed(cast.spoken[-MOST:]) if i < at and name[:1].isupper())
    return next((name for name, kind in spoken if kind == "body"), None)


def frequent_place(cast: Cast, at: int) -> str | None:
    """The place named most often before, if one leads: what a bare ``країна`` means."""
    return leading([m.name for m in cast.before(at) if m.type == "LOC"])
