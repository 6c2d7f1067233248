"""What stands behind a source that was cut short of it: the firm whose document it is, the place of a group."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.names.inflection import readings
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.firms import firm_nouns
from firsthand.stages.speakers.sources import is_singular_person

NOT = re.compile(r"(?:не|ні|ни)\s$")
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
    kinds = group(language, "documents") | group(language, "releases")
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
    if source is None or attribution.cue.start <= source.stop or attribution.cue.start - source.stop > OWNER_REACH:
        return attribution
    words = WORD.findall(source.of(text))
    if not words or is_singular_person(words, language) or any(m.type == "PER" for m in cast.over(source)):
        return attribution
    gap = NOT.sub("", text[source.stop : attribution.cue.start])
    behind = tells_where(cast, Span(source.stop, source.stop + len(gap)), gap.split())
    return replace(attribution, source=Span(source.start, source.stop + len(gap.rstrip()))) if behind else attribution


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
