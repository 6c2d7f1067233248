"""What tells a speaker once all others are known: a post before its holder is named, words within a quotation."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from firsthand.names.keys import notions
from firsthand.names.parties import post
from firsthand.names.person import known_names
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.acting import acting_body, is_message
from firsthand.stages.speakers.callings import titles_of_calling
from firsthand.stages.speakers.cast import OPENING, Cast, Person, full_name, surname_of
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.pronouns import stands_as_named
from firsthand.stages.speakers.roles import is_of_body, is_of_other_office
from firsthand.stages.speakers.selves import is_stressed, without_speaker
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    has_plural_verb,
    is_singular_person,
    pronoun_gender,
    verb_gender,
)
from firsthand.stages.speakers.titles import MAX_TITLE, holds_another, is_called_otherwise, same_post, without_former
from firsthand.stages.speakers.unfit import is_told_apart, is_unfit

# Of these a headline names none: "Регулятор: ..." is no person.
NAMELESS = "anonymous|relational|reporters|offices|bearers|makers|parts|parties"
MOST_DESCRIBED = 20  # of those named below that a shorter description may mean
IN_REACH = 4  # code points before a country in which its preposition stands
NEXT_REACH = 600  # code points behind a post in which its holder is named
LEAD_REACH = 400  # code points behind a pronoun in which whoever it means speaks first
VERB_REACH = 40  # code points around a name in which its verb stands
VERB_WORDS = 4
AROUND = 50  # attributions before and after that may hold one within their words


def in_hindsight(cast: Cast, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with the speakers that only the whole report tells."""
    people = [(at, name) for at, name, kind in sorted(cast.spoken) if kind == "person"]
    # A lone given name ("патріарх Кирило") is introduced by what stands before it, not by a post far above.
    if people and people[0][1].lower() not in known_names(cast.report.language):
        alone = len({name for _, name in people}) == 1
        introduced = [introduced_later(cast, a, people[0], alone) for a in attributions]
        pairs = zip(attributions, introduced, strict=True)
        renamed = {a.speaker: b.speaker for a, b in pairs if a.speaker and b.speaker and a.speaker != b.speaker}
        # What is somebody's at one place is at another the body of that name.
        renamed = {described: name for described, name in renamed.items() if described not in cast.body_names()}
        attributions = tuple(replace(a, speaker=again(cast, a.speaker, renamed)) for a in introduced)
    attributions = tuple(told_below(cast, a) for a in with_named_next(cast, attributions))
    windows = [attributions[max(0, i - AROUND) : i + AROUND] for i in range(len(attributions))]
    others_only = (without_speaker(cast, a, near) for a, near in zip(attributions, windows, strict=True))
    media = frozenset(name for _, name, kind in cast.spoken if kind == "medium")
    return tuple(in_own_words(cast, a, near, media) for a, near in zip(others_only, windows, strict=True))


def told_below(cast: Cast, attribution: Attribution) -> Attribution:
    """``..., йдеться у повідомленні. Про це пише X``: a lone noun for a message before anybody told it."""
    source, language = attribution.source, cast.report.language
    words = WORD.findall(source.of(cast.report.text)) if source is not None else []
    alone = len(words) == 1 and words[0].islower()
    item = alone and lemmas(words[0], language) & group(language, "news_items")
    if source is None or not (item or (alone and is_message(words[0], language))):
        return attribution
    if attribution.speaker is None or not lemmas(attribution.speaker, language) & lemmas(words[0], language):
        return attribution
    spoken = sorted(cast.spoken)
    if any(at < source.start for at, _, _ in spoken):
        return attribution
    tellers = [
        (at, name) for at, name, kind in sorted(cast.tellers) if kind == "medium" and name != attribution.speaker
    ]
    told = next(((at, name) for at, name in tellers if source.start < at), None) if item else None
    near = told is not None and told[0] - source.start <= NEXT_REACH
    teller = told[1] if told is not None and near else of_headline(cast, source)
    return replace(attribution, speaker=teller or acting_body(cast, source) or attribution.speaker)


def of_headline(cast: Cast, source: Span) -> str | None:
    """``Skyline закриє рейси\n\nУ повідомленні ...``: the body with which the headline begins, before anybody spoke."""
    text, language = cast.report.text, cast.report.language
    first = next(
        (m for m in cast.over(Span(0, 2)) if m.type == "ORG" and not text[: m.span.start].strip(OPENING)), None
    )
    if first is None or "\n" not in text[: source.start] or any(at < source.start for at, _, _ in cast.spoken):
        return None
    named = stands_as_named(cast, first) and known_outlet(first.name, language) is None
    return fullest_body(cast, first.name) if named else None


def with_named_next(cast: Cast, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """``Сказав глава МЗС Литви. ..., вважає Олесь Гнатюк``: a post is whose who is named next, if without one."""
    posts = [post_of(cast, a) for a in attributions]
    held = {title for person in cast.people.values() for title in person.title.posts}
    found: dict[str, str] = {}
    for attribution, meant in zip(attributions, posts, strict=True):
        if meant is None or meant in found or meant in held or attribution.source is None:
            continue
        name = named_next(cast, attribution.source.start)
        if name is not None and name not in found.values():
            found[meant] = name
    named = [found.get(meant) if meant is not None else None for meant in posts]
    return tuple(
        replace(a, speaker=name) if name is not None and cast.may_be(name, verb_gender(cast, a)) else a
        for a, name in zip(attributions, named, strict=True)
    )


def post_of(cast: Cast, attribution: Attribution) -> str | None:
    """The post with its country that a source names, where nobody is known to hold it."""
    source, language = attribution.source, cast.report.language
    if source is None or attribution.speaker is None or attribution.speaker in cast.persons:
        return None
    text = source.of(cast.report.text)
    several = has_plural_verb(cast, attribution) or not is_singular_person(WORD.findall(text), language, True)
    if several or without_former(text, language) != text:
        return None
    meant = post(text, language)
    return meant if meant is not None and "@" in meant else office_of(text, language)


def office_of(text: str, language: str) -> str | None:
    """``глава Минторга Литвы``: a post with its country that no table has, by its noun and what is behind it."""
    head = first_noun(text, language) & group(language, "posts")
    countries = sorted(notion for notion in notions(text, language) if notion.startswith("@"))
    return (
        f"{min(head)} {text.split()[-2]}{countries[0]}"
        if head and len(countries) == 1 and len(text.split()) > 2
        else None
    )


def named_next(cast: Cast, at: int) -> str | None:
    """The first person new to the report behind a place, if near, the subject of a verb and named without a title."""
    new = [person for person in cast.people.values() if at < person.first]
    person = min(new, key=lambda p: p.first, default=None)
    if person is None or person.title.roles or person.first - at > NEXT_REACH:
        return None
    mention = next((m for m in cast.over(Span(person.first, person.first + 1)) if m.type == "PER"), None)
    if mention is None or not stands_as_named(cast, mention):
        return None
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, mention.span.start - VERB_REACH) : mention.span.start])[-1:]
    behind = WORD.findall(text[mention.span.stop : mention.span.stop + VERB_REACH])[:VERB_WORDS]
    told = any("VERB" in word_forms(word, language).pos for word in (*before, *behind))
    return person.name if told else None


def again(cast: Cast, speaker: str | None, renamed: dict[str, str]) -> str | None:
    """Who is meant by a description that was found to be somebody's, or by a shorter one: ``директор департаменту``."""
    if speaker is None or speaker in renamed or " " not in speaker:
        return renamed.get(speaker or "", speaker)
    words = [lemmas(word, cast.report.language) for word in WORD.findall(speaker)]
    for described, person in islice(renamed.items(), MOST_DESCRIBED):
        longer = [lemmas(word, cast.report.language) for word in WORD.findall(described)]
        if words[0] & longer[0] and all(any(word & other for other in longer) for word in words):
            return person
    return speaker


def introduced_later(cast: Cast, attribution: Attribution, first: tuple[int, str], alone: bool) -> Attribution:
    """A post before its holder is named (``Експерт: ...``, ``Глава МЗС``): the person who speaks first below.

    ``alone``: nobody else speaks; where others do, only the headline is about the first.
    """
    source, (at, person) = attribution.source, first
    if is_of_country(cast, attribution, first, alone):
        return replace(attribution, speaker=person)
    if attribution.speaker is None:
        return replace(attribution, speaker=person) if is_lead(cast, attribution, first) else attribution
    if source is None or attribution.speaker is None or has_plural_verb(cast, attribution):
        return attribution
    language = cast.report.language
    words = WORD.findall(source.of(cast.report.text))
    if source.start >= at or not words or not is_singular_person(words, language) or is_stressed(cast, attribution):
        return attribution
    if not alone and cast.report.text.find("\n", 0, source.start) >= 0 and not is_named_next(cast, source, first):
        return attribution
    known = attribution.speaker in cast.persons or attribution.speaker in cast.body_names()
    if known or not cast.may_be(person, verb_gender(cast, attribution)):
        return attribution
    holder = cast.people.get(surname_of(person))
    if holder is not None and (cannot_mean(cast, source, holder) or is_of_other_body(cast, source, holder)):
        return attribution
    if is_another_named(cast, attribution, source, person):
        return attribution
    if any(full_name(cast, m) == person or m.span.start <= source.start for m in cast.over(source)):
        return attribution
    nameless = group(language, NAMELESS)
    kin = group(language, "kin")
    # "Чоловік християнки": of whom no other title is known.
    blocked = nameless | kin if holder is not None and holder.title.roles - kin else nameless - kin
    # "У компанії-розробнику": a body, though the noun behind the hyphen is a person.
    heads = lemmas(words[0], language) | lemmas(words[0].partition("-")[0], language)
    heads |= first_noun(source.of(cast.report.text), language)
    if holder is not None and speaks_for(source.of(cast.report.text), holder, language):
        return attribution
    if lemmas(words[0], language) & group(language, "official"):
        # "Официальный представитель министерства" is one person, whoever "представитель" may be.
        blocked -= group(language, "relational")
    lawyers = group(language, "lawyers")
    if heads & lawyers and holder is not None and holder.title.roles & lawyers:
        # "Захисниця обвинуваченого" before "юристка Марта Соловій".
        blocked -= group(language, "relational")
    return attribution if heads & blocked else replace(attribution, speaker=person)


def cannot_mean(cast: Cast, source: Span, holder: Person) -> bool:
    """Whether a description is of another than a person whose title is told below."""
    text, language = source.of(cast.report.text), cast.report.language
    noun = first_noun(text, language)
    otherwise = is_called_otherwise(holder, noun, language) or is_unfit(cast, source, holder)
    otherwise = otherwise or heads_another(cast, source, holder) or is_of_other_kind(text, holder, language)
    return otherwise or holds_another(holder, text, language) or is_told_apart(cast, source, holder)


def is_of_other_body(cast: Cast, source: Span, holder: Person) -> bool:
    """``посадовець Мінфіну США`` and ``голова асоціації банків``: an office, none of it in the other's title."""
    text, language = source.of(cast.report.text), cast.report.language
    offices = group(language, "offices|lesser_offices|departments")
    bodies = [m for m in cast.over(source) if m.type == "ORG" and m.span.start > source.start]
    rest = [lemmas(word, language) for word in WORD.findall(text)[1:]]
    own = holder.title.words & (offices | group(language, "firms"))
    if not holder.title.roles or not own or not (bodies or any(options & offices for options in rest)):
        return False
    known = any(options & holder.title.words for options in rest)
    return not known and not any(is_of_body(cast, holder, body.name) for body in bodies)


def is_another_named(cast: Cast, attribution: Attribution, source: Span, person: str) -> bool:
    """``Про це розпитали Марту Соловій. «...», – відповіла посадовиця``: whether another who fits is named before."""
    gender, start = verb_gender(cast, attribution), max(0, cast.report.text.find("\n"))
    others = (full_name(cast, m) for m in cast.before(source.start) if m.type == "PER" and m.span.start >= start)
    return any(name != person and cast.may_be(name, gender) and " " in name for name in others)


def is_of_other_kind(text: str, holder: Person, language: str) -> bool:
    """``сотрудник министерства`` and ``водитель Иван Буряк``: an official, and one called what no official is."""
    noun, roles = first_noun(text, language), holder.title.roles
    officials = titles_of_calling(noun, language)
    offices = group(language, "offices|departments")
    official = bool(officials) or any(lemmas(word, language) & offices for word in WORD.findall(text))
    if not noun & group(language, "staff") or not official or not roles:
        return False
    return not roles & (officials | group(language, "staff|posts"))


def heads_another(cast: Cast, source: Span, holder: Person) -> bool:
    """``Глава Пентагону`` and ``міністр оборони Литви``: whether a post is of a body or country the title lacks."""
    text, language = source.of(cast.report.text), cast.report.language
    if not first_noun(text, language) & group(language, "posts") or same_post(holder, post(text, language)):
        return False
    owners = [m.name for m in cast.over(source) if m.type in ("ORG", "LOC")]
    return is_of_other_office(cast, source, holder) and not any(is_of_body(cast, holder, name) for name in owners)


def speaks_for(text: str, holder: Person, language: str) -> bool:
    """``офіційний представник прем'єра``: whether a description is of one who speaks for the holder of a post."""
    first = first_noun(text, language)
    if not first & group(language, "relational"):
        return False
    rest = (lemmas(word, language) for word in WORD.findall(text))
    return any(noun & holder.title.roles & group(language, "posts") and not noun & first for noun in rest)


def is_of_country(cast: Cast, attribution: Attribution, first: tuple[int, str], alone: bool) -> bool:
    """``В Польше заявили`` in a headline: whether the first to speak below is of that country, or ``alone`` speaks."""
    source, (at, person), language = attribution.source, first, cast.report.language
    if source is None or attribution.rule == "headline" or "\n" in cast.report.text[: source.stop]:
        return False
    # "У Литві протестують": a convict who speaks below is nobody's official.
    holder = cast.people.get(surname_of(person))
    official = group(language, "posts|relational|undeclined_posts")
    if holder is not None and holder.title.roles and not holder.title.roles & official:
        return False
    before = WORD.findall(cast.report.text[max(0, source.start - IN_REACH) : source.start])[-1:]
    if not any(word.lower() in group(language, "inside") for word in before):
        return False
    meant = notions(source.of(cast.report.text), language)
    if len(meant) != 1 or not next(iter(meant)).startswith("@") or holder is None or at < source.stop:
        return False
    lead = cast.report.text[max(0, holder.first - MAX_TITLE) : holder.first]
    return alone or bool(meant & notions(SENTENCE_END.split(lead)[-1], language))


def is_named_next(cast: Cast, source: Span, first: tuple[int, str]) -> bool:
    """``Муж учительницы уехал. Иван Буряк говорит ...``: whether a relative's name opens the next sentence."""
    text, (at, person) = cast.report.text, first
    ends = [end.end() for end in SENTENCE_END.finditer(text, source.stop, at)]
    kin = first_noun(source.of(text), cast.report.language) & group(cast.report.language, "kin")
    named = any(m.span.start == at and full_name(cast, m) == person for m in cast.over(Span(at, at + 1)))
    return bool(kin) and named and bool(ends) and ends[-1] == at and len(ends) == 1


def is_lead(cast: Cast, attribution: Attribution, first: tuple[int, str]) -> bool:
    """``Він заявив`` under a headline, before anybody is named: whoever speaks first below, if of that gender."""
    source, (at, person) = attribution.source, first
    words = cast.words(source) if source is not None else []
    if source is None or len(words) != 1 or not source.start < at <= source.stop + LEAD_REACH:
        return False
    if any(m.type == "PER" and full_name(cast, m) != person for m in cast.before(source.start)):
        return False
    gender = pronoun_gender(words[0], cast.report.language)
    return bool(gender) and cast.may_be(person, gender)


def in_own_words(
    cast: Cast, attribution: Attribution, others: tuple[Attribution, ...], media: frozenset[str]
) -> Attribution:
    """``«Ми вважаємо, що ...», – сказав він``: who says ``я`` or ``ми`` within somebody's words is that somebody."""
    if not speaks_of_self(cast, attribution):
        return attribution
    cue = attribution.cue
    quoting = (a for a in others if a is not attribution)
    # "«Ми ...», – наводить газета заяву порту": whose words they are, and not who prints them
    around = [(c.stop - c.start, a.speaker in media, a.speaker) for a in quoting for c in a.content if c.contains(cue)]
    speaker = min(around, key=lambda found: found[:2])[2] if around else None
    return attribution if speaker is None else replace(attribution, speaker=speaker)


def speaks_of_self(cast: Cast, attribution: Attribution) -> bool:
    """Whether the source is ``я`` or ``ми``, or there is none and the cue is a verb in the first person."""
    language = cast.report.language
    if attribution.source is not None:
        words = cast.words(attribution.source)
        return len(words) == 1 and bool(lemmas(words[0], language) & group(language, "pronouns.first"))
    cue = WORD.findall(attribution.cue.of(cast.report.text))
    readings = word_forms(cue[-1], language).readings if cue else ()
    return any("1per" in r.grammemes for r in readings)
