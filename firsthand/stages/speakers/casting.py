"""Gathers the cast of a report: people with their full names, gender and titles, and bodies."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.attribution.media import bare_name, is_document
from firsthand.stages.attribution.words import WORD, word_forms
from firsthand.stages.speakers.cast import Cast, Person, given_alike, in_brackets, surname_of, without_brackets
from firsthand.stages.speakers.sources import is_official, is_subject, plain_name
from firsthand.stages.speakers.titles import title_words


def make_cast(report: Report, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]) -> Cast:
    """The people of a report by surname, with gender and titles."""
    cast = Cast(report, mentions)
    subjects = [a.source for a in attributions if a.source is not None and is_subject(cast, a)]
    cast.mentions = mentions = tuple(as_spelled(report, without_brackets(m), subjects) for m in mentions)
    rivals: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.type != "PER" or len(mention.name.split()) < 2 or in_brackets(report.text, mention):
            continue
        key = surname_of(mention.name)
        rivals.setdefault(key, set()).add(mention.name.lower())
        known = cast.people.get(key)
        titles = title_words(report, mention, mentions)
        if known is None:
            cast.people[key] = Person(
                mention.name, gender_of(mention.name, report.language), titles, mention.span.start
            )
        elif given_alike(known.name, mention.name):
            longer = max(known.name, mention.name, key=lambda n: (is_spelled(n), len(n.split())))
            cast.people[key] = replace(known, name=longer, titles=known.titles | titles)
    for attribution in attributions:
        learn_gender(cast, attribution)
        learn_body(cast, attribution)
    return cast


def as_spelled(report: Report, mention: Mention, subjects: list[Span]) -> Mention:
    """A person who ends a verb's subject stands in the nominative as written, whatever the name guesser says."""
    text = mention.span.of(report.text)
    ends = any(s.stop == mention.span.stop or s.start == mention.span.start for s in subjects)
    return (
        replace(mention, name=text)
        if mention.type == "PER" and ends and "(" not in text and "\n" not in text
        else mention
    )


def is_spelled(name: str) -> bool:
    """Whether a name has no initials."""
    return all(len(part.strip(".")) > 1 for part in name.split())


def gender_of(name: str, language: str) -> str:
    """Gender by the given name: as the dictionary has it, else by its ending; "" where neither tells."""
    for word in name.split()[:-1] or [name]:
        marks = {
            g
            for r in word_forms(word, language).readings
            if r.grammemes & {"Name", "Patr"} and "nomn" in r.grammemes
            for g in r.grammemes & {"masc", "femn"}
        }
        if len(marks) == 1:
            return marks.pop()
    given = name.split()[0].lower()
    if len(name.split()) < 2 or len(given.strip(".")) < 2 or given.isascii():
        return ""
    return "femn" if given[-1] in "ая" else "masc" if given[-1] not in "аеиіоуяюєїыэё" else ""


def learn_gender(cast: Cast, attribution: Attribution) -> None:
    """A past-tense cue tells the gender of the person who is its subject: ``заявила Пелосі``."""
    if attribution.source is None:
        return
    named = [m for m in cast.mentions if m.type == "PER" and attribution.source.contains(m.span)]
    if len(named) != 1:
        return
    key = surname_of(named[0].name)
    person = cast.people.get(key)
    cue = attribution.cue.of(cast.report.text).split()[-1]
    marks = {
        g
        for r in word_forms(cue, cast.report.language).readings
        if r.pos == "VERB" and "past" in r.grammemes
        for g in r.grammemes & {"masc", "femn"}
    }
    if person and not person.gender and len(marks) == 1:
        cast.people[key] = replace(person, gender=marks.pop())


def learn_body(cast: Cast, attribution: Attribution) -> None:
    """A source that names an organisation in full: ``НАК “Нафтогаз України”``."""
    source = attribution.source
    if source is None or not any(m.type == "ORG" and source.overlaps(m.span) for m in cast.mentions):
        return
    text = source.of(cast.report.text)
    words = WORD.findall(text)
    animate = any("anim" in r.grammemes for w in words[:1] for r in word_forms(w, cast.report.language).readings)
    if not animate and not is_document(text, cast.report.language) and len(words) <= 8:
        name = None if is_official(cast, source) else bare_name(text, cast.report.language, "bearers")
        cast.bodies.append(name or plain_name(cast, attribution, text))
