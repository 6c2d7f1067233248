"""Rules for people by their names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from firsthand.names.inflection import readings
from firsthand.names.reference import place_id
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import MOST, Cast, Person, full_name, in_brackets, spelled_otherwise, surname_of
from firsthand.stages.speakers.casting import has_one_form
from firsthand.stages.speakers.mistaken import are_particles
from firsthand.stages.speakers.pronouns import stands_as_named
from firsthand.stages.speakers.sources import (
    begins_sentence,
    coordinated,
    has_plural_verb,
    is_nominative,
    is_singular_person,
    is_subject,
    plain_name,
    verb_gender,
)
from firsthand.stages.speakers.titles import title_of

OBLIQUE = ("gent", "datv", "accs", "ablt", "loct")
TITLE_REACH = 40  # code points before a name in which its post stands
ACTING = re.compile(r"(?:[^\W\d_]{1,2}\.\s{0,2}){2,3}|[^\W\d_]{3,4}(?=\s)")  # "т. в. о.", "врио"
MORE_NAME = re.compile(r"(?: [A-ZА-ЯЁЄІЇҐ][a-zа-яёєіїґ’'ʼ-]{1,20}){1,2}")


def from_person(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A source that names one or more people: their full names; not a name that only says whose (``офіс Соловій``)."""
    named = [m for m in cast.over(source) if m.type == "PER" and not in_brackets(cast.report.text, m)]
    named = [m for m in named if not is_where_from(cast, source, m)]
    if not named:
        return bare_surname(cast, source) or False
    if is_one_of(cast, source, named[-1]):
        return full_name(cast, named[-1])
    if is_counted(cast, source, named[0]):
        return False
    if ends_in_apposition(cast, source, named[-1]) or is_set_off(cast, source, named[-1]):
        return full_name(cast, named[-1])
    if len(named) > 1 and not stands_as_named(cast, named[-2]) and ends_behind_another(cast, source, named):
        return full_name(cast, named[-1])
    if ends_in_group(cast, source, named[-1]):
        return plain_name(cast, attribution, source.of(cast.report.text))
    lead = cast.report.text[source.start : named[0].span.start].strip()
    ends = cast.report.text[named[-1].span.stop : source.stop][:1] in ("", ",")
    owned = len(named) > 1 and ends and follows_whose(cast, lead, named)
    if owned or has_whose(cast, source, named):
        named = named[-1:]
        lead = cast.report.text[source.start : named[0].span.start].strip()
    if lead and are_particles(lead.lower().split(), cast.report.language):
        # "ван Дален"
        lead = ""
    lead = without_acting(lead, cast.report.language)
    if lead and is_place_before(cast, source, named[0]):
        # "Британии Марты Соловей" was cut off its "премьер-министра".
        lead = ""
    alone = len(named) == 1 and named[0].span.stop == source.stop
    if lead and (belongs(cast, attribution, lead, named[0]) or (alone and are_several(cast, attribution, lead))):
        if len(named) == 1 and holds_behind(cast, named[0], nouns_of(lead, cast.report.language)):
            # The name stays in the genitive: it is the second one's.
            return f"{plain_name(cast, attribution, lead)} {cast.report.text[named[0].span.start : source.stop]}"
        return False
    rest = rest_of_name(cast, attribution, named[-1])
    other = cast.people.get(surname_of(rest)) if rest else None
    if other is not None:
        # "У листі до Мері Коваль попередив": the second is another one.
        return other.name
    names = list(dict.fromkeys([*(full_name(cast, m) for m in named[:-1]), full_name(cast, named[-1]) + rest]))
    if len(names) > 1 and not coordinated(
        cast.report.text[named[0].span.stop : named[-1].span.start], cast.report.language
    ):
        last = follows_whose(cast, lead, named) or ends_behind_another(cast, source, named)
        return names[-1] if last else names[0]
    return ", ".join(names)


def without_acting(lead: str, language: str) -> str:
    """``и. о. губернатора``, ``тимчасово виконуючого обов'язки мера``: the post alone, whoever holds it for now."""
    words = WORD.findall(lead)
    duties = next((at for at, word in enumerate(words[:4]) if word.lower() in group(language, "duties")), -1)
    short = ACTING.match(lead)
    if duties >= 0:
        return " ".join(words[duties + 1 :])
    marks = short.group().lower().replace(".", " . ").split() if short is not None else []
    known = " ".join(marks) in group(language, "acting_short")
    return lead[short.end() :].strip() if short is not None and known else lead


def is_where_from(cast: Cast, source: Span, mention: Mention) -> bool:
    """``рибалка із Самбалеса``: whether one word that was taken for a person's is the place that somebody is from."""
    before = WORD.findall(cast.report.text[source.start : mention.span.start])[-1:]
    return " " not in mention.name and any(
        word in group(cast.report.language, "origin_prepositions") for word in before
    )


def ends_behind_another(cast: Cast, source: Span, named: list[Mention]) -> bool:
    """``депутат Жогорку Кенешу Олесь Гнатюк``: a full name that ends the source right behind what was taken for one."""
    before, last = named[-2:]
    beside = cast.report.text[before.span.stop : last.span.start] == " "
    ends = last.span.stop == source.stop and before.span.start > source.start
    return beside and ends and " " in last.name and stands_as_named(cast, last)


def ends_in_group(cast: Cast, source: Span, last: Mention) -> bool:
    """``мер Олесь Гнатюк і багато правозахисників``: whether a group is joined to the names, and ends the source."""
    behind, language = cast.report.text[last.span.stop : source.stop], cast.report.language
    words = WORD.findall(behind)
    joined = bool(words) and behind[:1] == " " and words[0] in group(language, "together") and words[-1].islower()
    if not joined:
        return False
    numbers = {number for _, number, _ in word_forms(words[-1], language).nouns}
    # "організації" are one's in the genitive too, "багато організацій" are many.
    described = {number for _, number, _ in word_forms(words[-2], language).adjectives} if len(words) > 2 else set()
    return "plur" in numbers and "plur" in (described or numbers) and (numbers == {"plur"} or described == {"plur"})


def is_place_before(cast: Cast, source: Span, person: Mention) -> bool:
    """Whether nothing but the name of a place stands before a person's full name."""
    places = [m for m in cast.over(source) if m.type == "LOC" and m.span.start == source.start]
    return bool(places) and places[0].span.stop + 1 == person.span.start and " " in person.name


def ends_in_apposition(cast: Cast, source: Span, last: Mention) -> bool:
    """``Муж учительницы, которая вышла на свободу, Иван Буряк``: the name behind the clause that tells of another."""
    text, language = cast.report.text[source.start : last.span.start], cast.report.language
    head, comma, rest = text.partition(",")
    if last.span.stop != source.stop or not rest.rstrip().endswith(",") or not stands_as_named(cast, last):
        return False
    first = WORD.search(rest) if comma else None
    clause = first is not None and (
        first.group() in group(language, "relatives") or "PRTF" in word_forms(first.group(), language).pos
    )
    return clause and is_singular_person(WORD.findall(head), language)


def is_set_off(cast: Cast, source: Span, last: Mention) -> bool:
    """``Адвокат Соловій, Іван Буряк``: a full name behind a comma that ends what tells of one person."""
    text, language = cast.report.text[source.start : last.span.start], cast.report.language
    head, comma, rest = text.rpartition(",")
    called = WORD.findall(rest)
    # "представник лісгоспу, інженерка Марта Соловій" is one person too.
    if called and not (rest.strip().islower() and is_singular_person(called, language)):
        return False
    if last.span.stop != source.stop or not comma or " " not in last.name:
        return False
    told = first_noun(head, language) & group(language, "relational|kin")
    return bool(told) and is_singular_person(WORD.findall(head), language) and stands_as_named(cast, last)


def rest_of_name(cast: Cast, attribution: Attribution, mention: Mention) -> str:
    """``Лі Чен`` of ``Лі Чен Ін``: the words in capitals that end the subject behind a name taken too short."""
    source = attribution.source
    if source is None or not is_nominative(cast, attribution) or not stands_as_named(cast, mention):
        return ""
    behind = cast.report.text[mention.span.stop : source.stop]
    return behind if MORE_NAME.fullmatch(behind) else ""


def is_one_of(cast: Cast, source: Span, last: Mention) -> bool:
    """``один із лідерів руху Олесь Гнатюк``: whether a name in the nominative tells who the one is."""
    first = WORD.match(source.of(cast.report.text))
    one = first is not None and "один" in lemmas(first.group(), cast.report.language)
    return one and last.span.stop == source.stop and last.span.start > source.start and stands_as_named(cast, last)


def is_counted(cast: Cast, source: Span, first: Mention) -> bool:
    """``11 із 25 міністрів уряду Коваля``: a number or a word of quantity leads, so the name only says whose."""
    lead = cast.report.text[source.start : first.span.start].split()
    return bool(lead) and (lead[0].isdigit() or lead[0].lower() in group(cast.report.language, "quantifiers"))


def has_whose(cast: Cast, source: Span, named: list[Mention]) -> bool:
    """``речниця президента Олеся Гнатюка Марта Соловій``: of several names behind a noun, one that ends the source."""
    text = cast.report.text[source.start : named[-1].span.start]
    before = cast.report.text[source.start : named[0].span.start]
    plain = not re.search(r"[,;:()«»“”\"]", text) and not coordinated(f" {text} ", cast.report.language)
    inflected = before.strip() and not stands_as_named(cast, named[0]) and stands_as_named(cast, named[-1])
    # In English nothing is inflected, and a name before a title says whose: "Norvian Prime Minister Olga Stern".
    owned = cast.report.language == "en" or bool(inflected)
    return len(named) > 1 and named[-1].span.stop == source.stop and plain and owned


def bare_surname(cast: Cast, source: Span) -> str | None:
    """``Гнатюк`` where the name was not found as one: the person of that surname, named in full elsewhere."""
    text = source.of(cast.report.text)
    # "аль-Хамад"
    surname = text.split()[-1].rpartition("-")[2] if text.strip() else ""
    known = cast.people.get(surname_of(text)) if surname[:1].isupper() else None
    if known is None and WORD.fullmatch(text):
        known = by_inflected_surname(cast, source) or spelled_otherwise(cast, surname_of(text))
        return known.name if known is not None else None
    return known.name if known is not None and known.name.lower().endswith(f" {text.lower()}") else None


def by_inflected_surname(cast: Cast, source: Span) -> Person | None:
    """``Карклине`` that was taken for a place: the one person whose surname has that form."""
    text, language = source.of(cast.report.text), cast.report.language
    if not text[:1].isupper() or begins_sentence(cast, source.start) or place_id(text) is not None:
        return None
    found = [p for p in cast.people.values() if is_form_of(text.lower(), p.name.split()[-1].lower(), language)]
    return found[0] if len(found) == 1 and found[0].first < source.start else None


def is_form_of(form: str, surname: str, language: str) -> bool:
    """Whether the paradigm of a surname in the singular has a form."""
    return form in oblique_forms(surname, language)


@lru_cache(maxsize=20_000)
def oblique_forms(surname: str, language: str) -> frozenset[str | None]:
    """A surname in the singular, in all cases but the nominative."""
    known = (r for r in readings(surname, language) if (r.case, r.number) == ("nomn", "sing") and r.pos == "NOUN")
    return frozenset(r.form(case, "sing") for r in known for case in OBLIQUE)


def from_companions(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``Марта Соловій та її родина``: all of them, as the source says it."""
    words, language = cast.words(source), cast.report.language
    joint = next((n for n, word in enumerate(words) if n and word in group(language, "together")), len(words))
    if joint + 2 >= len(words) or words[joint + 1] not in group(language, "pronouns.possessive"):
        return False
    named = [m for m in cast.over(source) if m.type == "PER" and not in_brackets(cast.report.text, m)]
    if len(named) > 1 and " " in named[-1].name:
        # "глава уряду та її радник Олесь Гнатюк" names both.
        return False
    return plain_name(cast, attribution, source.of(cast.report.text))


def follows_whose(cast: Cast, lead: str, named: list[Mention]) -> bool:
    """``адвокат Соловій Іван Буряк``: the first name says whose, the second who; nothing stands between them."""
    between = cast.report.text[named[0].span.stop : named[1].span.start]
    return not between.strip() and bool(
        first_noun(lead, cast.report.language) & group(cast.report.language, "relational")
    )


def belongs(cast: Cast, attribution: Attribution, lead: str, mention: Mention) -> bool:
    """Whether a name after a noun only says whose it is: the noun is no person, or one who acts for another."""
    language = cast.report.language
    heads = [w for w in WORD.findall(lead) if word_forms(w, language).nouns or word_forms(w, language).adjectives]
    nouns = nouns_of(lead, language)
    if not nouns:
        return False
    head = nouns[0]
    animate = is_animate(head, language) or stands_for_noun(heads[0], head, language)
    plural = all("plur" in f for f in {n for _, n, _ in word_forms(head, language).nouns})
    nominative = stands_as_named(cast, mention)
    if not animate:
        return True
    if plural and (not nominative or not is_subject(cast, attribution)):
        return True
    relational = bool(lemmas(head, language) & group(language, "relational|kin"))
    anothers = group(language, "kin|others_of")
    if lemmas(head, language) & anothers and len(mention.name.split()) == 1 and len(nouns) == 1:
        return True  # "Чоловік Лапіної", "Муж Морено": one surname is the other's
    if relational and (is_anothers(cast, mention, head) or holds_behind(cast, mention, nouns)):
        return True
    if is_nominative(cast, attribution):
        if is_genitive_of(cast, attribution, mention):
            return True
        return not nominative and (relational or lemmas(nouns[-1], language) != lemmas(head, language))
    # "речника ФІФА Олеся Гнатюка": between them stands whose he is
    alone = len(nouns) == 1 and lead.split()[-1] == head
    return relational and not nominative and alone and not is_new_lawyer(cast, mention, head)


def are_several(cast: Cast, attribution: Attribution, lead: str) -> bool:
    """``радники уряду Інес Карбальйо``: whether the noun before one name is of several, whose name it cannot be."""
    nouns = nouns_of(lead, cast.report.language)
    forms = {form[:2] for form in word_forms(nouns[0], cast.report.language).nouns} if nouns else set()
    # "голови" is a genitive too.
    plural = bool(forms) and all(number == "plur" for _, number in forms)
    return plural or (("nomn", "plur") in forms and has_plural_verb(cast, attribution))


def is_genitive_of(cast: Cast, attribution: Attribution, mention: Mention) -> bool:
    """``Тренер Соловейової підтвердив``: a surname of one named in full, in a form that is no subject's."""
    text, gender = mention.span.of(cast.report.text), verb_gender(cast, attribution)
    if " " in text or text.lower() == surname_of(full_name(cast, mention)):
        return False
    marks = [r.grammemes for r in word_forms(text, cast.report.language).readings if "plur" not in r.grammemes]
    own = any("nomn" in found and (not gender or gender in found) for found in marks)
    return not own and any("gent" in found for found in marks)


def is_new_lawyer(cast: Cast, mention: Mention, noun: str) -> bool:
    """``за словами адвоката Марти Соловій``: a full name that is new, in a report that named others."""
    if " " not in mention.name or not lemmas(noun, cast.report.language) & group(cast.report.language, "lawyers"):
        return False
    before = {full_name(cast, m) for m in cast.before(mention.span.start) if m.type == "PER"}
    return bool(before) and not any(surname_of(name) == surname_of(mention.name) for name in before)


def is_anothers(cast: Cast, mention: Mention, noun: str) -> bool:
    """``Адвокат Бальбі``: a lone surname without cases whose bearer the report names in full and never calls so."""
    person = cast.people.get(surname_of(mention.name))
    if person is None or " " in mention.name or not has_one_form(cast, mention.name):
        return False
    return person.name != mention.name and not lemmas(noun, cast.report.language) & person.title.roles


def nouns_of(text: str, language: str) -> list[str]:
    """The nouns of a phrase, without pronouns and adjectives that are nouns elsewhere: ``Білоруська``."""
    own, words = group(language, "pronouns.possessive"), WORD.findall(text)
    described = {
        at for at, (left, right) in enumerate(pairwise(words)) if at == 0 and is_adjective_of(left, right, language)
    }
    return [w for at, w in enumerate(words) if is_noun(w, language) and w.lower() not in own and at not in described]


def is_adjective_of(word: str, noun: str, language: str) -> bool:
    """Whether a word can be the adjective of the person behind it, and is no person itself."""
    known = word_forms(word, language)
    person = any("anim" in r.grammemes for r in known.readings)
    return not person and bool(known.adjectives & word_forms(noun, language).nouns)


def is_noun(word: str, language: str) -> bool:
    """Whether a word can be a noun, no adjective that is but a surname too: ``Турецький``."""
    nouns = [reading for reading in word_forms(word, language).readings if reading.pos == "NOUN"]
    surname = all("Surn" in reading.grammemes for reading in nouns)
    return bool(nouns) and not (surname and word_forms(word, language).adjectives)


def holds_behind(cast: Cast, mention: Mention, nouns: list[str]) -> bool:
    """``представителя премьера Марты Соловей``: whom the report elsewhere calls by the second noun."""
    language, surname = cast.report.language, surname_of(mention.name)
    first, posts = lemmas(nouns[0], language), group(language, "posts")
    if not first & group(language, "relational|kin"):
        return False
    last = next((found for noun in reversed(nouns[1:]) if (found := lemmas(noun, language)) & posts), frozenset[str]())
    if not last or first == last or stands_as_named(cast, mention):
        return False
    # "заступника міністра Олеся Гнатюка": a deputy's title is whole with the post that it is of.
    deputy = bool(first & group(language, "deputies"))
    others = (m for m in cast.mentions[:MOST] if m.type == "PER" and m != mention and surname_of(m.name) == surname)
    titles = [title_of(cast, m).roles for m in others]
    known = any(roles & last for roles in titles)
    near = not deputy and is_right_before(cast, mention, last)
    return (known or near) and not any(roles & first for roles in titles)


def is_right_before(cast: Cast, mention: Mention, noun: frozenset[str]) -> bool:
    """Whether a post stands right before a name, at most with its country between: ``прем'єра Литви Марти Соловій``."""
    text, language = cast.report.text, cast.report.language
    words = ["", *WORD.findall(text[max(0, mention.span.start - TITLE_REACH) : mention.span.start])][-3:]
    # "речниці [Офісу президента] Марти Соловій": a body is called by the post
    bodies = group(language, "bodies|serving")
    held = (lemmas(word, language) & noun and not lemmas(first, language) & bodies for first, word in pairwise(words))
    return " " in mention.name and any(held)


def is_animate(noun: str, language: str) -> bool:
    """Whether a noun can be a person; one that the dictionary does not know may be, a post (``віце-голова``) is."""
    readings = word_forms(noun, language).readings
    post = lemmas(noun.split("-")[-1], language) & group(language, "posts")
    return bool(post) or not readings or any("anim" in r.grammemes for r in readings)


def stands_for_noun(first: str, noun: str, language: str) -> bool:
    """Whether an adjective is used as a noun: ``уполномоченный кабмина``, with which what follows does not agree."""
    adjectives = word_forms(first, language).adjectives
    return bool(adjectives) and first != noun and not adjectives & word_forms(noun, language).nouns
