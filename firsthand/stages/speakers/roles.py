"""Rules for people by what they are: posts, kin, parts in what happened."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from firsthand.lang.morphology import is_known
from firsthand.names.keys import notions
from firsthand.names.parties import post
from firsthand.names.reference import organisation_id
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.alone import only_man, only_person, only_woman, woman_before
from firsthand.stages.speakers.apposed import name_at_end, name_beyond, named_behind
from firsthand.stages.speakers.callings import called_by_calling, of_calling
from firsthand.stages.speakers.cast import MOST, Cast, Person, full_name, surname_of
from firsthand.stages.speakers.crowds import NEAR
from firsthand.stages.speakers.either import is_either
from firsthand.stages.speakers.heads import head_of_office
from firsthand.stages.speakers.kinship import relative_of
from firsthand.stages.speakers.pronouns import FAR, may_be_of, person_before, stands_as_named
from firsthand.stages.speakers.referred import is_same_nameless
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    begins_sentence,
    has_plural_verb,
    heads_relative_clause,
    is_governed,
    is_singular_person,
    is_subject,
    plain_name,
    verb_gender,
)
from firsthand.stages.speakers.staff import from_staff
from firsthand.stages.speakers.titles import (
    MAX_TITLE,
    bears,
    conflicting,
    holds_another,
    is_called_otherwise,
    is_of_another,
    same_noun,
    same_post,
    was_former,
    without_former,
)
from firsthand.stages.speakers.unfit import is_no_holder, is_unfit

NOUN_REACH = 30
CLIPPED = 3  # letters that a clipped word keeps: "зампред"
# Nouns for whoever they may be, whatever their calling is.
ANYBODY = ("anybodys_titles", "staff", "interlocutors", "anonymous", "relational", "men", "women")
POSTS = ("posts", "state_posts")  # of which other rules tell whose they are
MET_WORDS = 2  # "собеседник агентства"
STEM = 5  # letters of a name that no case changes


def from_role(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """Whom a noun for a person means; of two people joined before whom it fits alike, neither."""
    name = meant_by_role(cast, attribution, source)
    text = source.of(cast.report.text)
    if isinstance(name, str) and is_either(cast, source.start, name, verb_gender(cast, attribution), text):
        return plain_name(cast, attribution, text)
    return name


def meant_by_role(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
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
    if lemmas(words[0], language) & group(language, "another") or is_one_more(words, language):
        # "інший менеджер" is none of those named.
        return plain_name(cast, attribution, text)
    if first_noun(text, language) & group(language, "reporters"):
        return only_reporter(cast, attribution, source) or plain_name(cast, attribution, text)
    if joins_posts(text, language) and not verb_gender(cast, attribution):
        return plain_name(cast, attribution, text)
    # "На думку позивача, директор Олесь Гнатюк ...": the director is told of.
    behind = None if is_governed(cast, attribution) else named_behind(cast, attribution, source)
    apposed = behind or name_at_end(cast, attribution, source) or name_beyond(cast, attribution)
    if apposed is not None:
        return apposed
    held = without_former(text, language)
    post_held = [lemmas(w, language) for w in WORD.findall(held)]
    meant = [lemmas(w, language) for w in words]
    people = may_be_meant(cast, attribution, source)
    bearers = [p for p in people if bears(p, held, post_held, language)]
    # "Екс-прем'єр" is the former one where the report names both, "прем'єр" the other.
    of_then = [p for p in bearers if was_former(p, language) == (held != text)]
    # "Прем'єр" is not the former one where somebody is named of whom no post is told.
    gone = held == text and not of_then and any(not p.title.posts and p.first < source.start for p in people)
    holder = holder_of(cast, source, of_then or ([] if gone else bearers))
    if holder is not None:
        return holder
    alone = len(words) == 1 and (text.islower() or begins_sentence(cast, source.start))
    if alone and (meant[0] & group(language, "parts") or is_somebody_new(cast, attribution, source)):
        return plain_name(cast, attribution, text)
    alike = is_lawyer(meant[0], language) | (speaks_for(meant[0], language) if alone else frozenset())
    heads = [p for p in people if (meant[0] | alike) & p.title.roles]
    nameless = nameless_again(cast, attribution, source) if not heads else None
    if nameless is not None:
        return nameless
    if (one_of_staff := from_staff(cast, attribution, source, people)) is not None:
        return one_of_staff
    if meant[0] & group(language, "kin"):
        if not alone and (relative := relative_of(cast, source, meant[0])) is not None:
            return relative
        man = only_man(cast, source, meant[0]) if alone else None
        untitled = [p for p in people if not p.title.roles]
        known = heads[0].name if len(heads) == 1 else just_spoke(cast, attribution, source, untitled)
        return man or known or plain_name(cast, attribution, text)
    if meant[0] & group(language, "relational"):
        if is_lawyer(meant[0], language) and len(heads) == 1:
            return heads[0].name
        return whose_aide(cast, attribution, source, people, heads) or plain_name(cast, attribution, text)
    if len(words) == 1 and meant[0] & group(language, "bodies"):
        # "производитель"
        return False
    if alone:
        return by_lone_noun(cast, attribution, source, meant[0], people) or plain_name(cast, attribution, text)
    if len(heads) == 1 and not conflicting(meant, heads[0]) and not is_unfit(cast, source, heads[0]):
        return heads[0].name
    if (head := head_of_office(cast, source, people)) is not None:
        return head
    others = [p for p in people if not holds_another(p, text, language) and not is_of_another(p, text, language)]
    others = [p for p in others if not is_called_otherwise(p, meant[0], language) and not is_unfit(cast, source, p)]
    known = only_holder(cast, attribution, source, others) or goes_on(cast, attribution, source, others)
    known = known or only_woman(cast, attribution, source) or only_person(cast, attribution, source)
    known = known or (was_holder(cast, source, others) if held != text else None)
    return known or called_by_country(cast, attribution, source, others) or plain_name(cast, attribution, text)


def whose_aide(
    cast: Cast, attribution: Attribution, source: Span, people: list[Person], heads: list[Person]
) -> str | None:
    """``речниця``, ``адвокат``: who has just spoken, still speaks or is of the body that the noun leads to."""
    language = cast.report.language
    if is_lawyer(first_noun(source.of(cast.report.text), language), language):
        # A prosecutor or judge who has just spoken defends nobody.
        people = [p for p in people if not p.title.roles & group(language, "state_posts")]
    # "Представник порту" is not who speaks for a ministry.
    heads = [p for p in heads if not is_elsewhere(cast, source, p) and not is_of_other_noun(cast, source, p)]
    people = [p for p in people if not is_elsewhere(cast, source, p) and not is_of_other_noun(cast, source, p)]
    known = just_spoke(cast, attribution, source, people) or goes_on(cast, attribution, source, people)
    known = known or only_woman(cast, attribution, source) or still_speaking(cast, source, heads)
    known = known or of_same_body(cast, source) or only_person(cast, attribution, source)
    return known or only_one_of_body(cast, source, people)


def only_one_of_body(cast: Cast, source: Span, people: list[Person]) -> str | None:
    """``представник «Базису»``: the one person whom the report names, if they are of that body and have spoken."""
    language = cast.report.language
    kinds = speaks_for(first_noun(source.of(cast.report.text), language), language)
    _, _, body = source.of(cast.report.text).partition(" ")
    if len(cast.people) != 1:
        # "представник Єврокомісії" where others are named too: the one who speaks for that very body.
        such = [person for person in people if person.title.roles & kinds]
        people = such if all(is_of_whole_body(cast, person, body) for person in such) else []
    if not kinds or len(people) != 1:
        return None
    spoke = any(name == people[0].name and at < source.start for at, name, _ in cast.spoken[-MOST:])
    return people[0].name if spoke and body and is_of_body(cast, people[0], body) else None


def is_of_whole_body(cast: Cast, person: Person, body: str) -> bool:
    """Whether all that the name of a body stands for is told where the report introduces a person."""
    meant = notions(body, cast.report.language)
    lead = Span(max(0, person.first - MAX_TITLE), person.first).of(cast.report.text)
    known = not any(notion.startswith("~") for notion in meant)
    return bool(meant) and known and meant <= notions(SENTENCE_END.split(lead)[-1], cast.report.language)


def by_lone_noun(
    cast: Cast, attribution: Attribution, source: Span, noun: frozenset[str], people: list[Person]
) -> str | None:
    """``чиновник``, ``міністр`` without more: the person before whom the noun can mean."""
    text, language = source.of(cast.report.text), cast.report.language
    gender = verb_gender(cast, attribution) or noun_gender(cast, source)
    if gender == "femn" and noun & group(language, "posts") and (woman := woman_before(cast, source.start)):
        return woman
    before = person_before(cast, source.start, gender)
    if (called := of_calling(cast, noun, source.start, before, people)) is not None:
        return called
    bearer = cast.people.get(surname_of(before)) if before is not None else None
    if bearer is None or bearer.name != before:
        return before
    if is_called_otherwise(bearer, noun, language):
        return None
    anybody = noun & group(language, "men|women")
    officials = group(language, "posts|relational") - group(language, "callings")
    if anybody and bearer.title.roles & officials:
        # "Чоловік" is not the police chief who has told of him.
        return None
    last = [name for at, name, kind in cast.spoken[-MOST:] if at < source.start and kind != "medium"][-1:]
    if bearer.title.roles and last != [before] and is_of_another_calling(noun, bearer.title.words, language):
        return None
    # "спікер" is not the prime minister whom the report has just named.
    another = holds_another(bearer, text, language)
    return holder_of(cast, source, [p for p in people if same_post(p, post(text, language))]) if another else before


def is_one_more(words: list[str], language: str) -> bool:
    """``ще один пасажир``: whether one is told from those named by ``один``, which is no part of a name."""
    first = words[1:2] if words[0].lower() in group(language, "still") else words[:1]
    return len(words) > 1 and any("один" in lemmas(word, language) for word in first)


def is_somebody_new(cast: Cast, attribution: Attribution, source: Span) -> bool:
    """``жінку, яка поскаржилася``: one whom a relative clause tells from others, so nobody named; a post is no such."""
    language = cast.report.language
    posts = group(language, "posts|relational")
    head = first_noun(source.of(cast.report.text), language)
    return heads_relative_clause(cast, attribution, source) and not head & posts


def joins_posts(text: str, language: str) -> bool:
    """``міністр оборони і глава МЗС``: whether a conjunction joins two posts, which are seldom one person's."""
    words = WORD.findall(text)
    joined = [b for a, b in pairwise(words) if a in group(language, "together")]
    first = first_noun(text, language)
    return any((lemmas(word, language) & group(language, "posts")) - first for word in joined)


def from_met(cast: Cast, attribution: Attribution, source: Span) -> str | bool:
    """``Собеседница агентства``: the person of that gender who has just spoken, where no source without a name has."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    if not words or not lemmas(words[0], language) & group(language, "interlocutors"):
        return False
    # "собеседник в полиции" tells who it is, "собеседник The Times" does not.
    if len(words) > MET_WORDS and not all(word[0].isupper() for word in words[1:]):
        return False
    # Neither a medium nor any other body has been talked to.
    before = [entry for entry in cast.spoken[-MOST:] if source.start - NEAR <= entry[0] < source.start]
    met = [entry for entry in before if entry[2] in ("person", "group")][-1:]
    # "повідомило джерело в уряді. За словами співрозмовника видання ..."
    name = met[0][1] if met else ""
    one = any(number == "sing" for _, number, _ in word_forms(words[0], language).nouns)
    nameless = (
        bool(met)
        and met[0][2] == "group"
        and (
            bool(first_noun(name, language) & group(language, "anonymous"))
            or is_singular_person(WORD.findall(name), language)
        )
    )
    if " " in name and nameless and is_of_one(name, language) == one:
        return name
    last = last_of(cast, source, may_be_meant(cast, attribution, source))
    return last.name if last is not None and may_have_met(cast, source, last) else False


def may_have_met(cast: Cast, source: Span, person: Person) -> bool:
    """``Собеседник «Вестника»``: no holder of a post who has spoken before the report names that medium at all."""
    language, text = cast.report.language, cast.report.text
    medium = WORD.findall(source.of(text))[1:]
    if not medium or medium[0].islower() or not person.title.roles & group(language, "posts"):
        return True
    near = text[max(0, source.start - NEAR) : source.start]
    return medium[0][:STEM].lower() in near.lower()


def is_of_one(name: str, language: str) -> bool:
    """Whether the noun of a description stands in the singular: ``неназване джерело в уряді``."""
    known = (word_forms(word, language) for word in WORD.findall(name))
    nouns = next((forms.nouns for forms in known if forms.nouns and not forms.adjectives), frozenset())
    return any((case, number) == ("nomn", "sing") for case, number, _ in nouns)


def only_reporter(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``журналіст`` alone: who has just spoken, if the report calls them one by whatever word."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    reporters = group(language, "reporters")
    people = [p for p in may_be_meant(cast, attribution, source) if p.title.roles & reporters]
    if len(words) != 1 or len(people) != 1:
        return None
    last = last_of(cast, source, people)
    # "інтерв'ю журналісту Олесю Гнатюку ... зауваження журналіста"
    met = people[0].first < source.start
    return people[0].name if last is not None or met else None


def is_lawyer(meant: frozenset[str], language: str) -> frozenset[str]:
    """The words for who speaks for somebody in court, where one of them is meant."""
    lawyers = group(language, "lawyers")
    return lawyers if meant & lawyers else frozenset()


def speaks_for(meant: frozenset[str], language: str) -> frozenset[str]:
    """``речник`` and ``представник``: the words for who speaks for a body, where one of them is meant."""
    words = group(language, "spokespeople|representatives")
    return words if meant & words else frozenset()


def of_same_body(cast: Cast, source: Span) -> str | None:
    """``представник німецького відомства`` after ``представник міністерства оборони Німеччини``: the same person."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    before = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < source.start and spoken[2] != "medium"]
    at, name, kind = before[-1] if before else (0, "", "")
    if kind != "group" or source.start - at > FAR or not 1 < len(words) < len(WORD.findall(name)) or cast.over(source):
        return None
    body = lemmas(words[-1], language)
    known = frozenset(lemma for word in WORD.findall(name) for lemma in lemmas(word, language))
    head = first_noun(text, language)
    told = all(word_forms(word, language).adjectives for word in words[1:-1])
    countries = {notion for notion in notions(" ".join(words[1:-1]), language) if notion.startswith("@")}
    same = body & known or (body & group(language, "departments") and known & group(language, "offices"))
    if not told or not same or not head & group(language, "relational") or head != first_noun(name, language):
        return None
    return name if countries <= notions(name, language) else None


def nameless_again(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``представник порту ... сказав чиновник``: a lone noun for the person without a name who has just spoken."""
    before = [spoken for spoken in cast.spoken[-MOST:] if spoken[0] < source.start and spoken[2] != "medium"]
    at, name, kind = before[-1] if before else (0, "", "")
    if kind != "group" or source.start - at > NEAR or " " not in name:
        return None
    text, language = source.of(cast.report.text), cast.report.language
    if len(WORD.findall(text)) > 1:
        # "Прем'єр Литви" may be told below, as who holds a post.
        held = first_noun(text, language) & group(language, "posts|state_posts")
        plain = text[:1].islower() or begins_sentence(cast, source.start)
        return name if plain and not held and is_same_nameless(text, name, language) else None
    known = frozenset(lemma for word in WORD.findall(name) for lemma in lemmas(word, language))
    if is_of_another_calling(lemmas(text, language), known, language):
        return None
    gender = "masc" if is_governed(cast, attribution) else verb_gender(cast, attribution)
    # "Як стверджує посадовиця": a woman's noun shows what the verb does not.
    gender = gender or noun_gender(cast, source)
    return name if gender and may_be_of(name, gender, cast.report.language) else None


def is_of_another_calling(noun: frozenset[str], known: frozenset[str], language: str) -> bool:
    """``економіст`` after ``військовий оглядач``: whether a noun tells a calling of its own, that one lacks."""
    # "єврочиновник" is a "чиновник".
    general = any(lemma.endswith(nouns_for_anybody(language)) for lemma in noun)
    # "Крайдеп": nobody knows what the word tells.
    return not general and not noun & known and any(is_known(lemma, language) for lemma in noun)


@cache
def nouns_for_anybody(language: str) -> tuple[str, ...]:
    """The nouns that may be for one of any calling, or of many: ``чиновник``, ``жінка``, ``дипломат``."""
    kinds = (group(language, kind) for kind in (*ANYBODY, *POSTS))
    return tuple(called_by_calling(language) | (frozenset[str]().union(*kinds) - group(language, "callings")))


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


def was_holder(cast: Cast, source: Span, people: list[Person]) -> str | None:
    """``Колишній прем'єр Литви``: who has just spoken, if the report tells of no post that they hold."""
    last = last_of(cast, source, [person for person in people if not holds_office(cast, person)])
    return last.name if last is not None else None


def holds_office(cast: Cast, person: Person) -> bool:
    """Whether the report calls a person by a post of the state."""
    return bool(person.title.posts or person.title.roles & group(cast.report.language, "state_posts"))


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


def holds_no_post(cast: Cast, source: Span, person: Person) -> bool:
    """Whether a post names its place and the person is only ever called by what is no post: ``християнка``."""
    posts = group(cast.report.language, "posts")
    return bool(cast.over(source) and person.title.roles) and not person.title.roles & posts


def is_elsewhere(cast: Cast, source: Span, person: Person) -> bool:
    """Whether a description names a body in full and the report introduces the person as of another."""
    known = [m for m in cast.over(source) if m.type == "ORG"]
    named = [m for m in known if " " in m.name or organisation_id(m.name) is not None]
    lead = Span(max(0, person.first - MAX_TITLE), person.first)
    others = any(m.type == "ORG" for m in cast.over(lead)) and bool(person.title.roles)
    return others and bool(named) and not any(is_of_body(cast, person, m.name) for m in named)


def is_of_other_noun(cast: Cast, source: Span, person: Person) -> bool:
    """``представник порту`` and ``представник МЗС Олесь Гнатюк``: of a body by a noun that the title lacks."""
    language, (_, *rest) = cast.report.language, WORD.findall(source.of(cast.report.text))
    bodies = group(language, "bodies")
    nouns = [lemmas(word, language) for word in rest if word.islower() and lemmas(word, language) & bodies]
    lead = Span(max(0, person.first - MAX_TITLE), person.first)
    placed = any(m.type == "ORG" for m in cast.over(lead)) or bool(person.title.words & bodies)
    departments = group(language, "departments")
    told = any(noun & (person.title.words | departments) for noun in nouns)
    return bool(nouns) and bool(person.title.roles) and placed and not told


def is_of_other_office(cast: Cast, source: Span, person: Person) -> bool:
    """``Президент Європейської ради`` is not the ``лідер опозиції``: an office of what the title lacks."""
    text, language, title = cast.report.text, cast.report.language, person.title
    owners = [m for m in cast.over(source) if m.type in ("ORG", "LOC") and m.span.start > source.start]
    head = first_noun(source.of(text), language)
    # "зампред" is short for "заместитель председателя"
    alike = any(role[:CLIPPED] == noun[:CLIPPED] for role in title.roles for noun in head)
    if not owners or not title.roles or alike or same_noun(head, title.roles):
        return False
    words = (word for owner in owners for word in WORD.findall(owner.span.of(text)))
    return not any(lemmas(word, language) & title.words for word in words)


def only_holder(cast: Cast, attribution: Attribution, source: Span, people: list[Person]) -> str | None:
    """The holder of a post (``глава``, ``президент``) where only one person has spoken or been named so far."""
    text, language = source.of(cast.report.text), cast.report.language
    head = first_noun(text, language)
    owner = head & group(language, "owners")
    # "представник прем'єра" is no prime minister.
    if not head & group(language, "posts") and not owner:
        return None
    woman = verb_gender(cast, attribution) == "femn"
    others = {p.name for p in people if woman and holds_no_post(cast, source, p)}
    others |= {p.name for p in people if is_no_holder(cast, source, p)}
    # "Речник президента Олесь Гнатюк" is not the president.
    aides = {p.name for p in people if head & p.title.words and p.title.roles and not head & p.title.roles}
    may = {
        p.name for p in people if not is_elsewhere(cast, source, p) and not is_of_other_office(cast, source, p)
    } - others
    former = without_former(text, language) != text
    # "бывший начальник порта" is not the mayor.
    may -= {p.name for p in people if former and holds_office(cast, p) and not head & p.title.roles}
    names = {n for at, n, k in cast.spoken if k == "person" and at < source.start}
    if not names:
        named = [m for m in cast.before(source.start) if m.type == "PER"]
        names = {full_name(cast, m) for m in named}
        acting = {full_name(cast, m) for m in named if stands_as_named(cast, m)}
        # "санкції проти Олеся Гнатюка": who is only spoken of holds no post for that, but may have held one.
        may &= names if woman or former or owner else acting
    left = names & may
    name = left.pop() if len(left) == 1 and not left & aides else None
    if name is not None and len(names) > 1 and is_left_over(cast, source, name, woman):
        return None
    return name


def is_left_over(cast: Cast, source: Span, name: str, woman: bool) -> bool:
    """``очільник МАГАТЕ`` where two have spoken: one of whom no title is told is not meant for the other's title.

    ``woman``: the verb shows a woman, who may be the only one; not where the post is of a body or place with a name.
    """
    person = cast.person(name)
    untold = person is None or not person.title.roles
    owned = any(word[:1].isupper() for word in WORD.findall(source.of(cast.report.text))[1:])
    return untold and (owned or not woman)
