"""``Сам чиновник``, ``сам він``: one set against who has just spoken, so another one."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.names.parties import post
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.callings import titles_of_calling
from firsthand.stages.speakers.cast import CLOSING, MOST, Cast, full_name, surname_of
from firsthand.stages.speakers.crowds import NEAR
from firsthand.stages.speakers.sources import (
    is_in_quotation,
    is_singular_person,
    plain_name,
    pronoun_gender,
    verb_readings,
)
from firsthand.stages.speakers.titles import holds_another, same_post

LEAST = 2  # words of a source that its first word stresses
OPENED = re.compile(r"[«“„\"]\S")
TOLD_BEFORE = frozenset(("parenthesis", "quote"))
OBJECT_REACH = 30  # code points behind a verb in which its object stands
CLAUSE = re.compile(r"[,.;:!?…\n]")


def is_stressed(cast: Cast, attribution: Attribution) -> bool:
    """Whether ``сам`` or ``сама`` leads a source that names nobody."""
    source, language = attribution.source, cast.report.language
    words = cast.words(source) if source is not None else []
    # "Самі перевізники" are no one person; "ж" alone stresses nothing.
    stressed = len(words) >= LEAST and words[0] in group(language, "set_apart")
    return stressed and source is not None and not any(m.type == "PER" for m in cast.over(source))


def with_others_only(cast: Cast, attribution: Attribution) -> Cast:
    """The cast without the person who has just spoken, where the source is set against what they said."""
    source = attribution.source
    if source is None or not is_stressed(cast, attribution):
        return cast
    last = [(at, name, kind) for at, name, kind in cast.spoken[-MOST:] if source.start - NEAR <= at < source.start][-1:]
    if not last or last[0][2] != "person" or is_told_so(cast, attribution, last[0][1]):
        return cast
    name = last[0][1]
    called = {m.name: full_name(cast, m) for m in {m.name: m for m in cast.mentions if m.type == "PER"}.values()}
    rest = tuple(m for m in cast.mentions if m.type != "PER" or called[m.name] != name)
    gender = pronoun_gender(cast.words(source)[-1], cast.report.language)
    others = {called[m.name] for m in rest if m.type == "PER" and m.span.start < source.start}
    if gender and not any(cast.may_be(other, gender) for other in others):
        return cast
    if not others and is_anybodys(cast, source):
        return cast
    people = {key: person for key, person in cast.people.items() if person.name != name}
    others_only = replace(cast, people=people, spoken=[entry for entry in cast.spoken if entry[1] != name])
    others_only.know(rest)
    return others_only


def without_quoted(cast: Cast, attribution: Attribution) -> Cast:
    """The cast without those who speak within the words before a source: ``«Мер обіцяв», – сказала вона``."""
    source, content, language = attribution.source, attribution.content, cast.report.language
    if source is None or not cast.spoken or not content or attribution.rule not in TOLD_BEFORE:
        return cast
    # What a body puts out is often told by its own deeds.
    words = cast.words(source)
    one = (len(words) == 1 and pronoun_gender(words[0], language)) or is_singular_person(words, language)
    if source.start < content[0].stop or not one:
        return cast
    outer = [entry for entry in cast.spoken if not content[0].start <= entry[0] < content[0].stop]
    return cast if len(outer) == len(cast.spoken) else replace(cast, spoken=outer)


def is_anybodys(cast: Cast, source: Span) -> bool:
    """``сам чиновник``: whether the last noun is one by which many are called, whatever their post."""
    noun = lemmas(cast.words(source)[-1], cast.report.language)
    return bool(titles_of_calling(noun, cast.report.language))


def is_told_so(cast: Cast, attribution: Attribution, name: str) -> bool:
    """Whether the report calls a person by the noun that is stressed: ``Сам прем'єр`` after the premier's words."""
    person, source, language = cast.people.get(surname_of(name)), attribution.source, cast.report.language
    if person is None or source is None:
        return False
    text = " ".join(WORD.findall(source.of(cast.report.text))[1:])
    head, posts = first_noun(text, language), group(language, "posts")
    # "Сам глава" may be a president.
    alike = head & posts and person.title.roles & posts and not holds_another(person, text, language)
    return bool(head & person.title.roles or alike) or same_post(person, post(text, language))


def without_speaker(cast: Cast, attribution: Attribution, others: tuple[Attribution, ...]) -> Attribution:
    """``«Директор театру відмовив мені», – каже Олесь Гнатюк``: who is spoken of is not who speaks."""
    source, name = attribution.source, attribution.speaker
    if source is None or name not in cast.persons or any(m.type == "PER" for m in cast.over(source)):
        return attribution
    words, language = cast.words(source), cast.report.language
    if len(words) == 1 and lemmas(words[0], language) & group(language, "pronouns.first"):
        return attribution
    pronoun = len(words) == 1 and bool(pronoun_gender(words[0], language))
    told_me = not pronoun and is_told_me(cast, attribution)
    if not (told_me or is_said_by(cast, attribution, name, others)):
        return attribution
    text = source.of(cast.report.text)
    return replace(attribution, speaker=None if pronoun else plain_name(cast, attribution, text))


def is_said_by(cast: Cast, attribution: Attribution, name: str, others: tuple[Attribution, ...]) -> bool:
    """Whether an attribution stands within words in quotation marks that are a person's."""
    told = (other for other in others if other is not attribution and other.speaker == name)
    # "наголосили в Гнатюка": those of the office.
    theirs = (other for other in told if not are_told_of_several(cast, other))
    spans = (span for other in theirs for span in other.content if span.contains(attribution.cue))
    before = (cast.report.text[span.start : attribution.cue.start] for span in spans)
    return any(OPENED.match(lead) and not any(mark in lead[1:] for mark in CLOSING) for lead in before)


def are_told_of_several(cast: Cast, attribution: Attribution) -> bool:
    """Whether a cue is a verb in the plural."""
    verbs = verb_readings(cast, attribution)
    return bool(verbs) and all("plur" in reading.grammemes for reading in verbs)


def is_told_me(cast: Cast, attribution: Attribution) -> bool:
    """``«... Директор сказав мені, що ...»``: whether a quoted verb has for its object who speaks."""
    text, cue = cast.report.text, attribution.cue
    behind = WORD.findall(CLAUSE.split(text[cue.stop : cue.stop + OBJECT_REACH], maxsplit=1)[0])
    if not any(word.lower() in group(cast.report.language, "pronouns.first") for word in behind):
        return False
    return is_in_quotation(text, cue.start)
