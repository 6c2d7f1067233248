"""The noun for a firm behind a document, where a source was cut short of it: ``оголошенні`` of ``лоу-косту``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.firms import firm_nouns

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
