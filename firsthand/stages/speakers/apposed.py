"""Names in apposition to what a source says of somebody, which is its end or stands right behind it."""

from __future__ import annotations

import re

from firsthand.names.nominative import nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import Cast, full_name
from firsthand.stages.speakers.pronouns import stands_as_named
from firsthand.stages.speakers.sources import is_governed, is_nominative, is_singular_person

NOUN_REACH = 30
APPOSED_REACH = 80
COMMA = 2  # with its space
BEYOND_REACH = 120  # code points behind a source cut short in which the name stands
BROKEN = re.compile(r"[!?:;\n]|[\w»”\"]{4}\.\s|\s[-–—]\s")
APPOSED = re.compile(r",\s\W?[^\W\d_][\w\s’'ʼ-]{2,70}\s")
# A name in Cyrillic behind a word in small letters.
NAME_AT_END = re.compile(r"(?<=[а-яіїєґё]\s)((?:[А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20}\s){1,2}[А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20})$")


def named_behind(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``каже кандидат наук, імунолог Олесь Гнатюк``: the person whose second title follows the source."""
    text, language = cast.report.text, cast.report.language
    if is_told_next(attribution, source):
        return None
    after = cast.over(Span(source.stop, min(len(text), source.stop + APPOSED_REACH)))
    person = next((m for m in after if m.type == "PER" and m.span.start > source.stop), None)
    between = text[source.stop : person.span.start] if person is not None else ""
    words = WORD.findall(between)
    if person is None or not APPOSED.fullmatch(between) or not stands_as_named(cast, person):
        return None
    plain = not any("VERB" in word_forms(word, language).pos for word in words)
    return full_name(cast, person) if plain and is_singular_person(words, language) else None


def is_told_next(attribution: Attribution, source: Span) -> bool:
    """``як сказав дипломат, [мер Гнатюк візьме паузу]``: whether what is told begins right behind it."""
    return any(part.start - source.stop == COMMA for part in attribution.content)


def name_beyond(cast: Cast, attribution: Attribution) -> str | None:
    """``сказав директор центру ім. Коваля Олесь Гнатюк`` of which the source has but ``директор центру``."""
    source, text, language = attribution.source, cast.report.text, cast.report.language
    if source is None or text[source.stop : source.stop + 1] not in (" ", ",") or is_told_next(attribution, source):
        return None
    stop = min(len(text), source.stop + BEYOND_REACH)
    if source.start < attribution.cue.start:
        # "президент Литви Олесь Гнатюк заявив" of which the source has but "президент".
        stop = attribution.cue.start if attribution.cue.start < stop else source.stop
    after = [m for m in cast.over(Span(source.stop, stop)) if m.span.stop <= stop]
    person = next((m for m in after if m.type == "PER" and " " in m.name and m.span.start > source.stop), None)
    between = text[source.stop : person.span.start] if person is not None else ""
    words = WORD.findall(between)
    if person is None or BROKEN.search(between):
        return None
    # "за словами мера" of "за словами мера Олеся Гнатюка"
    governed = not words and is_governed(cast, attribution)
    if not governed and not stands_as_named(cast, person):
        return None
    behind = WORD.findall(text[person.span.stop : person.span.stop + NOUN_REACH])[:1]
    behind = behind if source.start > attribution.cue.start else []
    acts = any("VERB" in word_forms(word, language).pos for word in (*words, *behind))
    others = group(language, "that|relatives|adversatives")
    return None if acts or any(word.lower() in others for word in words) else full_name(cast, person)


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
