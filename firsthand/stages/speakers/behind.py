"""What stands behind a source that was cut short of it: the firm whose document it is, the place of a group."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from firsthand.names.inflection import readings
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.firms import firm_nouns
from firsthand.stages.speakers.sources import is_singular_person

NOT = re.compile(r"\b(?:не|ні|ни)\s$")
# "Посольство Литви в Осло".
SEAT = re.compile(r" ([^\W\d_]{1,3}) (?=[^\W\d_a-zа-яіїєґё])")
LONGEST_PLACE = 4  # words behind a source that tell where or whose it is
OWNER_REACH = 60  # code points behind a document in which its owner stands


def with_owner_behind(cast: Cast, attribution: Attribution) -> Attribution:
    """The source with the owner of its document."""
    source = attribution.source
    stop = owner_of_document(cast, source) if source is not None and source.of(cast.report.text) else None
    return attribution if source is None or stop is None else replace(attribution, source=Span(source.start, stop))


def owner_of_document(cast: Cast, source: Span) -> int | None:
    """``оголошенні`` before ``ірландського лоу-косту``: where the noun for a firm behind a lone document ends."""
    text, language = cast.report.text, cast.report.language
    noun = source.of(text)
    kinds = group(language, "documents|releases")
    if WORD.fullmatch(noun) is None or not lemmas(noun, language) & kinds:
        return None
    words = list(WORD.finditer(text, source.stop, min(len(text), source.stop + OWNER_REACH)))[:2]
    joined = [
        text[a:b] for a, b in zip((source.stop, *(w.end() for w in words)), (w.start() for w in words), strict=False)
    ]
    for at, word in enumerate(words):
        if joined[at] != " " or not word.group().islower():
            return None
        if firm_nouns(word.group(), language):
            cases = cases_in(word_forms(word.group(), language).nouns)
            unknown = not lemmas(word.group(), language) & group(language, "firms")
            return word.end() if "gent" in cases or unknown else None
        if not any(case == "gent" for case, _, _ in word_forms(word.group(), language).adjectives):
            return None
    return None


def with_place_behind(cast: Cast, attribution: Attribution) -> Attribution:
    """``Ресторатори Пльзеня не виключають``, ``Опозиція в Софії вважає``: a source cut short of where they are."""
    source, text, language = attribution.source, cast.report.text, cast.report.language
    words = WORD.findall(source.of(text)) if source is not None else []
    if source is None or not words or is_singular_person(words, language):
        return attribution
    if any(m.type == "PER" for m in cast.over(source)):
        return attribution
    if (stop := where_seated(cast, source) or whose_office(cast, attribution, source)) is not None:
        return replace(attribution, source=Span(source.start, stop))
    if attribution.cue.start <= source.stop or attribution.cue.start - source.stop > OWNER_REACH:
        return attribution
    gap = NOT.sub("", text[source.stop : attribution.cue.start])
    behind = tells_where(cast, Span(source.stop, source.stop + len(gap)), gap.split())
    return replace(attribution, source=Span(source.start, source.stop + len(gap.rstrip()))) if behind else attribution


def where_seated(cast: Cast, source: Span) -> int | None:
    """``Посольство Литви`` before ``в Осло``: where the place ends in which an embassy or a branch has its seat."""
    text, language = cast.report.text, cast.report.language
    if not first_noun(source.of(text), language) & group(language, "seated"):
        return None
    if group(language, "inside").intersection(source.of(text).lower().split()):
        return None  # "посольство Литви в Осло [у Facebook]": its place is known
    behind = SEAT.match(text, source.stop)
    if behind is None or behind.group(1) not in group(language, "inside|office_prepositions"):
        return None
    named = cast.over(Span(behind.end(), behind.end() + 1))
    return next((m.span.stop for m in named if m.type != "PER" and m.span.start == behind.end()), None)


def whose_office(cast: Cast, attribution: Attribution, source: Span) -> int | None:
    """``пресслужбі`` before ``міської лікарні``, ``уряді`` before ``Фарер``: where the genitives of an office end."""
    text, language = cast.report.text, cast.report.language
    words = list(WORD.finditer(source.of(text)))
    if first_noun(source.of(text), language) != lemmas(words[-1].group(), language):
        return None
    press = lemmas(words[-1].group(), language) & group(language, "announcers") & group(language, "press_offices")
    office = lemmas(words[-1].group(), language) & group(language, "of_places|offices")
    limit = attribution.cue.start if attribution.cue.start > source.stop else source.stop + OWNER_REACH
    found = list(islice(WORD.finditer(text, source.start + words[-1].start(), limit), LONGEST_PLACE + 1))
    if not (press or office) or not found or found[0].end() != source.stop:
        return None
    last = 0
    while last + 1 < len(found) and text[found[last].end() : found[last + 1].start()] == " ":
        if not is_of_office(found[last + 1].group(), bool(press), language):
            break
        last += 1
    # "пресслужбі міської" is cut short.
    ends = last > 0 and not (found[last].group().islower() and not word_forms(found[last].group(), language).nouns)
    person = any(m.type == "PER" and " " in m.name for m in cast.over(Span(source.stop, found[last].end())))
    return found[last].end() if ends and not person else None


def is_of_office(word: str, press: bool, language: str) -> bool:
    """Whether a word in the genitive tells whose an office is: a place, of a press office also a body.

    A name in Latin letters shows no case: ``цитує заяву порту Reuters``.
    """
    if word.isascii():
        return False
    known = word_forms(word, language)
    if word[:1].isupper():
        return is_genitive(word, language) and "PREP" not in known.pos
    own = known.nouns | known.adjectives
    things = bool(own) and not any("anim" in r.grammemes for r in known.readings if r.pos == "NOUN")
    things = things and not any("Apro" in r.grammemes for r in known.readings)
    return press and things and "gent" in cases_in(own) and not known.pos & {"VERB", "PREP", "CONJ"}


def tells_where(cast: Cast, gap: Span, words: list[str]) -> bool:
    """Whether all that stands behind a source tells of which body or place it is, or where."""
    language, named = cast.report.language, cast.over(gap)
    if not 1 <= len(words) <= LONGEST_PLACE or gap.of(cast.report.text) != f" {' '.join(words)} ":
        return False
    if any(m.type == "PER" for m in named) or not words[-1][:1].isupper():
        return False
    if words[0] in group(language, "inside"):
        return len(named) == 1 and named[0].type == "LOC" and named[0].span.of(cast.report.text) == " ".join(words[1:])
    return all(is_genitive(word, language) for word in words)


def is_genitive(word: str, language: str) -> bool:
    """Whether a word can stand in the genitive; a name that no dictionary has can."""
    known = word_forms(word, language)
    unknown = word[:1].isupper() and not any(reading.known for reading in readings(word, language))
    return unknown or word.isupper() or "gent" in cases_in(known.nouns | known.adjectives)
