"""Rules for people: pronouns, names, posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.names.keys import notions
from firsthand.names.nominative import nominative
from firsthand.names.reference import organisation_id
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.bodies import are_joined, body_by_head, body_by_noun, fullest_body, is_firm
from firsthand.stages.speakers.cast import (
    MOST,
    MOST_PEOPLE,
    SAME_SENTENCE,
    Cast,
    Person,
    full_name,
    in_brackets,
    surname_of,
)
from firsthand.stages.speakers.casting import is_undeclined
from firsthand.stages.speakers.crowds import (
    NEAR,
    acting_people,
    crowd,
    crowd_before,
    pair_before,
    people_before,
    place_before,
    sentences_before,
)
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    begins_sentence,
    coordinated,
    has_plural_verb,
    is_governed,
    is_nominative,
    is_singular_person,
    is_subject,
    plain_name,
    verb_gender,
)
from firsthand.stages.speakers.titles import (
    MAX_TITLE,
    bears,
    conflicting,
    holds_another,
    is_of_another,
    title_of,
    was_former,
    without_former,
)

# Code points back to whom a pronoun means: a speaker, anybody named.
FAR = 1500
APPOSED_REACH = 80
NOUN_REACH = 40  # code points before a name in which its noun stands
APPOSED = re.compile(r",\s\W?[^\W\d_][\w\s’'ʼ-]{2,70}\s")
MORE_NAME = re.compile(r"(?: [A-ZА-ЯЁЄІЇҐ][a-zа-яёєіїґ’'ʼ-]{1,20}){1,2}")
# A name in Cyrillic behind a word in small letters.
NAME_AT_END = re.compile(r"(?<=[а-яіїєґё]\s)((?:[А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20}\s){1,2}[А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20})$")
TITLE_WORDS = 5  # before the name of whom a sentence is about


def from_pronoun(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``він``, ``её``, ``они``: the nearest speaker that fits, else the nearest person; False for no pronoun."""
    language = cast.report.language
    words = cast.words(source)
    if len(words) != 1:
        return False
    for gender, name in (("masc", "masculine"), ("femn", "feminine")):
        if words[0] in group(language, f"pronouns.{name}"):
            person = person_before(cast, source.start, gender) or nameless_before(cast, source.start, gender)
            return person or body_before(cast, source.start, gender)
    if words[0] in group(language, "pronouns.latter"):
        return latter(cast, source.start)
    if lemmas(words[0], language) & group(language, "pronouns.last"):
        return last_named(cast, source.start, words[0]) or False
    if words[0] in group(language, "pronouns.plural"):
        return those_before(cast, attribution, source.start)
    if words[0] in group(language, "pronouns.latter_plural"):
        return crowd_before(cast, attribution, source.start) or False
    if words[0] in group(language, "pronouns.there"):
        return place_before(cast, source.start) or cast.last_speaker(source.start, frozenset(("body",)))
    if words[0] in group(language, "pronouns.first"):
        speaker = cast.last_speaker(source.start, frozenset(("person", "body", "group")))
        return introduced_by_colon(cast, source.start) or speaker
    if words[0] in group(language, "pronouns.neuter"):
        return body_before(cast, source.start, "neut") or cast.last_speaker(source.start, frozenset(("body",)))
    return False


def those_before(cast: Cast, attribution: Attribution, at: int) -> str | None:
    """Whom ``вони`` means: the people or bodies named together before, else the group or body that spoke last."""
    found = (
        people_before(cast, at)
        or pair_before(cast, at)
        or several_before(cast, at)
        or crowd_before(cast, attribution, at)
    )
    if found is not None:
        return found
    last = cast.last_speaker(at, frozenset(("group", "body")))
    # "Пілоти Skyline страйкують. Компанія скасувала рейси. Вони вимагають ...": a firm is no "вони" where people act.
    firm = last is not None and is_firm(cast, last)
    return (acting_people(cast, max(0, at - FAR), at) if firm else None) or last


def latter(cast: Cast, at: int) -> str | None:
    """``листи від посла Олеся Гнатюка, в яких той ...``: the man named last in the sentence."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - SAME_SENTENCE <= m.span.start]
    if not near or SENTENCE_END.search(cast.report.text[near[-1].span.stop : at]):
        return None
    name = full_name(cast, near[-1])
    return name if cast.may_be(name, "masc") else None


def last_named(cast: Cast, at: int, word: str) -> str | None:
    """``Кошти винна фірма «Базис». Остання ...``: of those the sentence before names, the last of that gender."""
    starts = sentences_before(cast, at)
    forms = word_forms(word, cast.report.language).adjectives
    genders = {gender for case, number, gender in forms if (case, number) == ("nomn", "sing")}
    if forms and not genders:
        return None
    near = [m for m in cast.before(at) if starts and starts[-2:][0] <= m.span.start]
    named = next((m for m in reversed(near) if not genders or may_be_called(cast, m, genders)), None)
    if named is None or named.type == "PER":
        return full_name(cast, named) if named is not None else None
    return named.name if named.type == "LOC" else fullest_body(cast, named.name)


def may_be_called(cast: Cast, mention: Mention, genders: set[str]) -> bool:
    """Whether a name, or the noun right before it, can be of one of these genders; an unknown word can."""
    if mention.type == "PER":
        return any(cast.may_be(full_name(cast, mention), gender) for gender in genders)
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    words = (*before, *WORD.findall(mention.name)[:1])
    known = next((forms.nouns for w in words if w[0].isalpha() and (forms := word_forms(w, language)).nouns), None)
    return known is None or any(gender in genders for _, number, gender in known if number == "sing")


def nameless_before(cast: Cast, at: int, gender: str) -> str | None:
    """``собеседник издания ... Он``: the last speaker without a person's name, if near and its noun of that gender."""
    spoke = next(((i, n) for i, n, k in reversed(cast.spoken[-MOST:]) if i < at and k != "person"), None)
    if spoke is None or at - spoke[0] > NEAR:
        return None
    woman = (
        gender == "femn" and spoke[1] in cast.women and is_singular_person(WORD.findall(spoke[1]), cast.report.language)
    )
    return spoke[1] if woman or may_be_of(spoke[1], gender, cast.report.language) else None


def several_before(cast: Cast, at: int) -> str | None:
    """``Скаргу подали Skyline, Anchor і Базис. Вони ...``: the names joined that end the sentence before."""
    starts = sentences_before(cast, at)
    if len(starts) < 2 or cast.report.text[starts[-1] : at].strip():
        return None
    named = [m for m in cast.before(at) if starts[-2] <= m.span.start]
    first = len(named) - 1
    while first > 0 and named[first].type == "ORG" and are_joined(cast, named[first - 1 : first + 1]):
        first -= 1
    ends = bool(named) and not cast.report.text[named[-1].span.stop : starts[-1]].strip(' .!?…\n»”"')
    joined = named[first:] if ends else []
    if len(joined) < 2 or any(m.type != "ORG" for m in joined):
        return None
    return cast.report.text[joined[0].span.start : joined[-1].span.stop]


def body_before(cast: Cast, at: int, gender: str) -> str | None:
    """``Компанія отримала кошти. Вона ...``: the body of that gender the sentence before tells of, if nobody fits."""
    language, text = cast.report.language, cast.report.text
    starts = sentences_before(cast, at)
    # "Профспілки вимагають від керівництва, щоб воно ..." stands in one sentence.
    stop = at if gender == "neut" else starts[-1] if starts else 0
    words = list(WORD.finditer(text, starts[-2], stop)) if len(starts) > 1 else []
    order = range(len(words)) if gender != "neut" else range(len(words) - 1, -1, -1)
    noun = next((n for n in order if is_body_of(words[n].group(), gender, language)), None)
    if noun is None:
        return None
    named = next((m for m in cast.over(Span(words[noun].start(), words[noun].end() + 2)) if m.type == "ORG"), None)
    firm = lemmas(words[noun].group(), language) & group(language, "firms")
    if named is not None and (firm or named.span.start <= words[noun].start()):
        return named.name
    if firm:
        return body_by_noun(cast, words[noun].start(), lemmas(words[noun].group(), language))
    name = crowd(text, words, noun, language)
    return name if " " in name else body_by_head(cast, words[noun].start(), name) or name


def is_body_of(word: str, gender: str, language: str) -> bool:
    """Whether a word is a noun for a body, no document and no place, in the singular and of that gender."""
    kinds = group(language, "firms") | group(language, "offices") | group(language, "serving")
    genders = {other for _, number, other in word_forms(word, language).nouns if number == "sing"}
    return gender in genders and bool(lemmas(word, language) & kinds)


def introduced_by_colon(cast: Cast, at: int) -> str | None:
    """``Лікарка Марта Соловій: «Я думаю ...»``: the person named before the colon that leads to the words."""
    near = [m for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start]
    colon = near and re.match(r":\s{0,3}[«“„\"]?", cast.report.text[near[-1].span.stop : at])
    return full_name(cast, near[-1]) if colon else None


def may_be_of(name: str, gender: str, language: str) -> bool:
    """Whether the first noun of a name is a singular of that gender."""
    known = (word_forms(word, language) for word in WORD.findall(name)[:3])
    nouns = next((forms.nouns for forms in known if forms.nouns and not forms.adjectives), frozenset())
    return any((case, number) == ("nomn", "sing") and other in ("", gender) for case, number, other in nouns)


def from_no_subject(cast: Cast, attribution: Attribution) -> str | None:
    """``Також додав, що ...``: a past tense without a subject goes on with who spoke last, if of its gender."""
    language, at = cast.report.language, attribution.cue.start
    last = WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    past = [r.grammemes for w in last for r in word_forms(w, language).readings if "past" in r.grammemes]
    gender = next((g for g in ("masc", "femn", "neut") if past and all(g in marks for marks in past)), "")
    behind = cast.report.text[attribution.cue.stop : attribution.cue.stop + 1]
    if attribution.rule != "infinitive" and behind not in (",", ":"):
        # A subject may stand behind the verb.
        return None
    before = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < at]
    if not gender or not before or at - before[-1][0] > NEAR:
        return None
    _, name, kind = before[-1]
    if kind == "person":
        return name if cast.gender(name) == gender else None
    return name if may_be_of(name, gender, language) else None


def person_before(cast: Cast, at: int, gender: str) -> str | None:
    """Whom a singular pronoun means: the last speaker of that gender if near, else the last person named."""
    near = [
        m
        for m in cast.before(at)
        if m.type == "PER" and at - FAR <= m.span.start and not in_brackets(cast.report.text, m)
    ]
    speaker = next(
        ((i, n) for i, n, k in reversed(cast.spoken[-MOST:]) if k == "person" and i < at and cast.may_be(n, gender)),
        None,
    )
    subject = subject_before(cast, at, near)
    if subject is not None and (not speaker or speaker[0] < subject.span.start):
        name = full_name(cast, subject)
        if cast.may_be(name, gender):
            return name
    if speaker and at - speaker[0] <= NEAR:
        return speaker[1]
    for mention in subjects_first(cast, near):
        name = full_name(cast, mention)
        if cast.may_be(name, gender):
            return name
    return speaker[1] if speaker else None


def subject_before(cast: Cast, at: int, people: list[Mention]) -> Mention | None:
    """``Міністр Олесь Гнатюк подав у відставку. Він ...``: the one person that the sentence before is about."""
    ends = sentences_before(cast, at)
    # "По его словам" opens its sentence too.
    opens = len(ends) > 1 and len(WORD.findall(cast.report.text[ends[-1] : at])) <= 1
    start = ends[-2] if opens else None
    inside = [m for m in people if start is not None and start <= m.span.start]
    first = inside[0] if len(inside) == 1 else None
    if first is None or start is None or not stands_as_named(cast, first):
        return None
    if ends_sentence(cast, first, ends[-1]):
        return first
    lead = WORD.findall(cast.report.text[start : first.span.start])
    behind = WORD.match(cast.report.text, first.span.stop + 1)
    # No dictionary tells an English verb; behind a subject's name small letters begin one.
    told = behind is not None and (
        behind.group().islower()
        if cast.report.language == "en"
        else "VERB" in word_forms(behind.group(), cast.report.language).pos
    )
    return first if told and len(lead) <= TITLE_WORDS else None


def ends_sentence(cast: Cast, mention: Mention, stop: int) -> bool:
    """``Позицію розкритикував і голова комітету Олесь Гнатюк.``: a verb before the name that ends the sentence."""
    behind = cast.report.text[mention.span.stop : stop]
    rest = re.sub(r"\([^()]{0,60}\)", "", behind).strip(" .!?…\n")
    before = cast.report.text[max(0, mention.span.start - MAX_TITLE) : mention.span.start]
    words = [word for word in WORD.findall(before) if word.islower()]
    return not rest and any(word_forms(word, cast.report.language).pos == {"VERB"} for word in words)


def subjects_first(cast: Cast, mentions: list[Mention]) -> Iterator[Mention]:
    """People in the nominative first, the nearest first; then the others."""
    nominative = [m for m in mentions if stands_as_named(cast, m)]
    yield from reversed(nominative)
    yield from reversed([m for m in mentions if m not in nominative])


def stands_as_named(cast: Cast, mention: Mention) -> bool:
    """Whether a name stands in the text as in the nominative; its spelling in brackets does not count."""
    return mention.span.of(cast.report.text).partition(" (")[0].lower() == mention.name.lower()


def from_person(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A source that names one or more people: their full names; not a name that only says whose (``офіс Соловій``)."""
    named = [m for m in cast.over(source) if m.type == "PER" and not in_brackets(cast.report.text, m)]
    if not named:
        return bare_surname(cast, source) or False
    if is_counted(cast, source, named[0]):
        return False
    if ends_in_apposition(cast, source, named[-1]):
        return full_name(cast, named[-1])
    lead = cast.report.text[source.start : named[0].span.start].strip()
    ends = cast.report.text[named[-1].span.stop : source.stop][:1] in ("", ",")
    owned = len(named) > 1 and ends and follows_whose(cast, lead, named)
    if owned or has_whose(cast, source, named):
        named = named[-1:]
        lead = cast.report.text[source.start : named[0].span.start].strip()
    if lead and belongs(cast, attribution, lead, named[0]):
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
        return names[-1] if follows_whose(cast, lead, named) else names[0]
    return ", ".join(names)


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


def rest_of_name(cast: Cast, attribution: Attribution, mention: Mention) -> str:
    """``Лі Чен`` of ``Лі Чен Ін``: the words in capitals that end the subject behind a name taken too short."""
    source = attribution.source
    if source is None or not is_nominative(cast, attribution) or not stands_as_named(cast, mention):
        return ""
    behind = cast.report.text[mention.span.stop : source.stop]
    return behind if MORE_NAME.fullmatch(behind) else ""


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
    known = cast.people.get(surname_of(text)) if text and text.split()[-1][:1].isupper() else None
    return known.name if known is not None and known.name.lower().endswith(f" {text.lower()}") else None


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
    relational = bool(lemmas(head, language) & (group(language, "relational") | group(language, "kin")))
    if lemmas(head, language) & group(language, "kin") and len(mention.name.split()) == 1 and len(nouns) == 1:
        return True  # "Чоловік Лапіної", "Муж Морено": one surname is the other's
    if relational and (is_anothers(cast, mention, head) or holds_behind(cast, mention, nouns)):
        return True
    if is_nominative(cast, attribution):
        return not nominative and (relational or lemmas(nouns[-1], language) != lemmas(head, language))
    return relational and not nominative and len(nouns) == 1


def is_anothers(cast: Cast, mention: Mention, noun: str) -> bool:
    """``Адвокат Бальбі``: a lone surname without cases whose bearer the report names in full and never calls so."""
    person = cast.people.get(surname_of(mention.name))
    if person is None or " " in mention.name or not is_undeclined(cast, mention.name):
        return False
    return person.name != mention.name and not lemmas(noun, cast.report.language) & person.title.roles


def nouns_of(text: str, language: str) -> list[str]:
    """The nouns of a phrase, without pronouns that say whose."""
    own = group(language, "pronouns.possessive")
    return [w for w in WORD.findall(text) if word_forms(w, language).nouns and w.lower() not in own]


def holds_behind(cast: Cast, mention: Mention, nouns: list[str]) -> bool:
    """``представителя премьера Марты Соловей``: whom the report elsewhere calls by the second noun."""
    language, surname = cast.report.language, surname_of(mention.name)
    first, posts = lemmas(nouns[0], language), group(language, "posts")
    if not first & (group(language, "relational") | group(language, "kin")):
        return False
    last = next((found for noun in reversed(nouns[1:]) if (found := lemmas(noun, language)) & posts), frozenset[str]())
    if not last or first == last or stands_as_named(cast, mention):
        return False
    others = (m for m in cast.mentions[:MOST] if m.type == "PER" and m != mention and surname_of(m.name) == surname)
    titles = [title_of(cast, m).roles for m in others]
    return any(roles & last for roles in titles) and not any(roles & first for roles in titles)


def is_animate(noun: str, language: str) -> bool:
    """Whether a noun can be a person; one that the dictionary does not know may be, a post (``віце-голова``) is."""
    readings = word_forms(noun, language).readings
    post = lemmas(noun.split("-")[-1], language) & group(language, "posts")
    return bool(post) or not readings or any("anim" in r.grammemes for r in readings)


def stands_for_noun(first: str, noun: str, language: str) -> bool:
    """Whether an adjective is used as a noun: ``уполномоченный кабмина``, with which what follows does not agree."""
    adjectives = word_forms(first, language).adjectives
    return bool(adjectives) and first != noun and not adjectives & word_forms(noun, language).nouns


def from_role(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``міністр``, ``глава МИД ФРГ``: the person whose title holds these words; for a bare noun, the last speaker."""
    text = source.of(cast.report.text)
    language = cast.report.language
    words = WORD.findall(text)
    named = any(m.span.start == source.start for m in cast.over(source))
    person = is_singular_person(words, language, is_governed(cast, attribution))
    if len(words) == 2 and words[0][0].isdigit():
        # "54-річна жителька"
        words = words[1:]
    if not words or named or not person or has_plural_verb(cast, attribution):
        return False
    if first_noun(text, language) & group(language, "reporters"):
        return only_reporter(cast, attribution, source) or plain_name(cast, attribution, text)
    if (apposed := named_behind(cast, source) or name_at_end(cast, attribution, source)) is not None:
        return apposed
    held = without_former(text, language)
    post_held = [lemmas(w, language) for w in WORD.findall(held)]
    meant = [lemmas(w, language) for w in words]
    people = may_be_meant(cast, attribution, source)
    bearers = [p for p in people if bears(p, held, post_held, language)]
    # "Екс-прем'єр" is the former one where the report names both, "прем'єр" the other.
    of_then = [p for p in bearers if was_former(p, language) == (held != text)]
    holder = holder_of(cast, source, of_then or bearers)
    if holder is not None:
        return holder
    heads = [p for p in people if meant[0] & p.title.roles or is_lawyer(meant[0], language) & p.title.roles]
    nameless = nameless_again(cast, attribution, source) if len(words) == 1 and not heads else None
    if nameless is not None:
        return nameless
    if meant[0] & group(language, "kin"):
        untitled = [p for p in people if not p.title.roles]
        known = heads[0].name if len(heads) == 1 else just_spoke(cast, attribution, source, untitled)
        return known or plain_name(cast, attribution, text)
    if meant[0] & group(language, "relational"):
        if is_lawyer(meant[0], language) and len(heads) == 1:
            return heads[0].name
        known = just_spoke(cast, attribution, source, people) or goes_on(cast, attribution, source, people)
        known = known or only_woman(cast, attribution, source) or still_speaking(cast, source, heads)
        return known or plain_name(cast, attribution, text)
    if len(words) == 1 and meant[0] & group(language, "bodies"):
        # "производитель"
        return False
    if len(words) == 1 and (text.islower() or begins_sentence(cast, source.start)):
        if meant[0] & group(language, "parts"):
            return plain_name(cast, attribution, text)
        gender = verb_gender(cast, attribution) or noun_gender(cast, source)
        if gender == "femn" and meant[0] & group(language, "posts") and (woman := woman_before(cast, source.start)):
            return woman
        return person_before(cast, source.start, gender) or plain_name(cast, attribution, text)
    if len(heads) == 1 and not conflicting(meant, heads[0]):
        return heads[0].name
    others = [p for p in people if not holds_another(p, text, language) and not is_of_another(p, text, language)]
    known = only_holder(cast, source, others) or goes_on(cast, attribution, source, others)
    known = known or only_woman(cast, attribution, source)
    return known or called_by_country(cast, attribution, source, others) or plain_name(cast, attribution, text)


def only_reporter(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``журналіст`` alone: who has just spoken, if the report calls them one by whatever word."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    reporters = group(language, "reporters")
    people = [p for p in may_be_meant(cast, attribution, source) if p.title.roles & reporters]
    last = last_of(cast, source, people) if len(words) == 1 and len(people) == 1 else None
    return last.name if last is not None else None


def named_behind(cast: Cast, source: Span) -> str | None:
    """``каже кандидат наук, імунолог Олесь Гнатюк``: the person whose second title follows the source."""
    text, language = cast.report.text, cast.report.language
    after = cast.over(Span(source.stop, min(len(text), source.stop + APPOSED_REACH)))
    person = next((m for m in after if m.type == "PER" and m.span.start > source.stop), None)
    between = text[source.stop : person.span.start] if person is not None else ""
    words = WORD.findall(between)
    if person is None or not APPOSED.fullmatch(between) or not stands_as_named(cast, person):
        return None
    plain = not any("VERB" in word_forms(word, language).pos for word in words)
    return full_name(cast, person) if plain and is_singular_person(words, language) else None


def name_at_end(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``директор фірми Тал Бекс``: two words in capitals that end the source and were not found as a name."""
    text, language = source.of(cast.report.text), cast.report.language
    name = NAME_AT_END.search(text)
    if name is None or cast.over(Span(source.start + name.start(1), source.stop)):
        return None
    known = (word_forms(word, language).grammemes for word in WORD.findall(name.group(1)))
    if any("Geox" in grammemes or "Orgn" in grammemes for grammemes in known):
        return None
    return name.group(1) if is_nominative(cast, attribution) else nominative(name.group(1), "PER", language)


def is_lawyer(meant: frozenset[str], language: str) -> frozenset[str]:
    """The words for who speaks for somebody in court, where one of them is meant."""
    lawyers = group(language, "lawyers")
    return lawyers if meant & lawyers else frozenset()


def woman_before(cast: Cast, at: int) -> str | None:
    """``Після розмови з Мартою Соловій ... прем'єр додала``: the woman named last, if near."""
    near = [full_name(cast, m) for m in cast.before(at) if m.type == "PER" and at - NEAR <= m.span.start]
    return next((name for name in reversed(near) if cast.gender(name) == "femn"), None)


def only_woman(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``Представник управління розповіла``: the one woman who has been named, if the noun itself is a man's."""
    language = cast.report.language
    if verb_gender(cast, attribution) != "femn" or any(m.type == "PER" for m in cast.over(source)):
        return None
    words = WORD.findall(source.of(cast.report.text))
    known = (word_forms(word, language) for word in words)
    nouns = next((forms.nouns for forms in known if forms.nouns and not forms.adjectives), frozenset())
    if "femn" in {gender for _, _, gender in nouns}:
        return None
    spoke = {name for at, name, kind in cast.spoken[-MOST:] if kind == "person" and at < source.start}
    named = {full_name(cast, m) for m in cast.before(source.start)[-MOST_PEOPLE:] if m.type == "PER"}
    women = [{name for name in found if cast.gender(name) == "femn"} for found in (spoke, named)]
    found = next((names for names in women if names), set())
    return next(iter(found)) if len(found) == 1 else None


def nameless_again(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``представник порту ... сказав чиновник``: a lone noun for the person without a name who has just spoken."""
    before = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < source.start and spoken[2] != "medium"]
    at, name, kind = before[-1] if before else (0, "", "")
    if kind != "group" or source.start - at > NEAR or " " not in name:
        return None
    gender = "masc" if is_governed(cast, attribution) else verb_gender(cast, attribution)
    return name if gender and may_be_of(name, gender, cast.report.language) else None


def just_spoke(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """``Юрист додав`` opens a sentence, or ``представник МОЗ`` names their body: the person who has just spoken."""
    words = WORD.findall(source.of(cast.report.text))
    if len(words) > 2 or not is_subject(cast, attribution):
        return None
    before = [(at, name, kind) for at, name, kind in cast.spoken[-MOST:] if at < source.start]
    at, name, kind = before[-1] if before else (0, "", "")
    person = next((p for p in people if p.name == name), None)
    if kind != "person" or source.start - at > NEAR or person is None:
        return None
    told = is_of_body(cast, person, words[1]) if len(words) == 2 else begins_sentence(cast, source.start)
    return name if told else None


def still_speaking(cast: Cast, source: Span, heads: list[Person]) -> str | None:
    """``радник голови уряду``: who has just spoken, if nobody else in the report is called by that noun."""
    # "радник Коваля" may be another one.
    named = any(m.type == "PER" for m in cast.over(source))
    last = last_of(cast, source, heads) if len(heads) == 1 and not named else None
    return last.name if last is not None else None


def last_of(cast: Cast, source: Span, people: list[Person]) -> Person | None:
    """Who spoke last before a place, if near and one of these people."""
    before = [(at, name, kind) for at, name, kind in cast.spoken[-MOST:] if at < source.start]
    at, name, kind = before[-1] if before else (0, "", "")
    near = kind == "person" and source.start - at <= NEAR
    return next((p for p in people if p.name == name), None) if near else None


def goes_on(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """``Глава уряду також закликав``, ``додав політик``: who adds something is who has just spoken."""
    language, cue = cast.report.language, attribution.cue
    words = WORD.findall(cast.report.text[min(source.stop, cue.stop) : max(source.start, cue.start)])
    also = any(word.lower() in group(language, "additives") for word in words)
    verb = WORD.findall(cue.of(cast.report.text))[-1:]
    if not also and not any(lemmas(word, language) & group(language, "adding") for word in verb):
        return None
    last = last_of(cast, source, people) if is_subject(cast, attribution) else None
    return last.name if last is not None else None


def called_by_country(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """``Литовський учений``: who has just spoken, if the report has not placed them elsewhere."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    told = is_subject(cast, attribution) or is_governed(cast, attribution)
    if len(words) != 2 or not told or not word_forms(words[0], language).adjectives:
        return None
    countries = {notion for notion in notions(words[0], language) if notion.startswith("@")}
    last = last_of(cast, source, people) if countries else None
    if last is None:
        return None
    around = notions(cast.report.text[max(0, last.first - MAX_TITLE) : last.first], language)
    theirs = {notion for notion in around if notion.startswith("@")}
    return last.name if not theirs or theirs & countries else None


def is_of_body(cast: Cast, person: Person, body: str) -> bool:
    """Whether a body is named where the report introduces a person: ``директор програми ВООЗ Олесь Гнатюк``."""
    language = cast.report.language
    meant, known = notions(body, language), organisation_id(body)
    lead = Span(max(0, person.first - MAX_TITLE), person.first)
    # "представник ЄК" of whom the report introduced as "представник Єврокомісії".
    named = known is not None and any(organisation_id(m.name) == known for m in cast.over(lead))
    return named or bool(meant & notions(lead.of(cast.report.text), language))


def may_be_meant(cast: Cast, attribution: Attribution, source: Span) -> list[Person]:
    """The people whom a description can mean: of the verb's gender, not named in it (``адвокат Марти Соловій``)."""
    gender = verb_gender(cast, attribution) or noun_gender(cast, source)
    inside = {full_name(cast, m) for m in cast.over(source) if m.type == "PER"}
    return [p for p in cast.people.values() if p.name not in inside and (not gender or p.gender in ("", gender))]


def noun_gender(cast: Cast, source: Span) -> str:
    """The gender of a noun that names only women (``жителька``), or of a relative; "" for one that names anybody."""
    language = cast.report.language
    words = WORD.findall(source.of(cast.report.text))
    noun = next((w for w in words if word_forms(w, language).nouns and not word_forms(w, language).adjectives), "")
    # "Голова" and "глава" are feminine nouns of either sex.
    if not noun or lemmas(noun, language) & group(language, "posts"):
        return ""
    genders = {gender for _, _, gender in word_forms(noun, language).nouns if gender}
    only = genders.pop() if len(genders) == 1 else ""
    return only if only == "femn" or lemmas(noun, language) & group(language, "kin") else ""


def holder_of(cast: Cast, source: Span, people: list[Person]) -> str | None:
    """The one of these people; of several the one who spoke last before a place."""
    names = {p.name for p in people}
    if len(names) < 2:
        return next(iter(names), None)
    return next((n for at, n, _ in reversed(cast.spoken[-MOST:]) if at < source.start and n in names), None)


def only_holder(cast: Cast, source: Span, people: list[Person]) -> str | None:
    """The holder of a post (``глава``, ``президент``) where only one person has spoken or been named so far."""
    # "представник прем'єра" is no prime minister.
    if not first_noun(source.of(cast.report.text), cast.report.language) & group(cast.report.language, "posts"):
        return None
    may = {p.name for p in people}
    names = {n for at, n, k in cast.spoken if k == "person" and at < source.start}
    if not names:
        names = {full_name(cast, m) for m in cast.before(source.start) if m.type == "PER"}
    names &= may
    return names.pop() if len(names) == 1 else None
