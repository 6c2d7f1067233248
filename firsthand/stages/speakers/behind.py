"""What stands right behind a source that was cut short of it: a name, or the noun for the owner of a document."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, OPENING, Cast
from firsthand.stages.speakers.firms import firm_nouns
from firsthand.stages.speakers.sources import is_subject

OWNER_REACH = 60  # code points behind a document in which its owner stands
NAME_REACH = 160  # code points behind a body's noun in which its name ends


def with_name_behind(cast: Cast, attribution: Attribution) -> Attribution:
    """The source with the name of its medium, the owner of its document or the name of its body."""
    source = attribution.source
    if source is None or not source.of(cast.report.text):
        return attribution
    stop = name_of_medium(cast, source) or owner_of_document(cast, source) or name_of_body(cast, attribution)
    return attribution if stop is None else replace(attribution, source=Span(source.start, stop))


def name_of_medium(cast: Cast, source: Span) -> int | None:
    """``портал`` before ``Порт.ua``: where the name right behind a lone noun for a medium ends."""
    text, language = cast.report.text, cast.report.language
    noun = source.of(text)
    if WORD.fullmatch(noun) is None or noun.isupper() or not lemmas(noun, language) & group(language, "media"):
        return None
    named = (m for m in cast.over(Span(source.stop, source.stop + 3)) if m.type in ("ORG", "PRO"))
    name = next((m for m in named if text[source.stop : m.span.start].strip(OPENING) == " "), None)
    return closed_at(text, name) if name is not None else None


def closed_at(text: str, name: Mention) -> int:
    """Where a name ends, with the quotation mark that closes behind it if one opens before it."""
    quoted = text[max(0, name.span.start - 1) : name.span.start] in tuple(OPENING)
    return name.span.stop + (quoted and text[name.span.stop : name.span.stop + 1] in CLOSING)


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


def name_of_body(cast: Cast, attribution: Attribution) -> int | None:
    """``профспілка пілотів`` before ``в Європі Anchor United заявила``: where the name right before the verb ends."""
    source, cue, text, language = attribution.source, attribution.cue, cast.report.text, cast.report.language
    if source is None or not source.stop < cue.start <= source.stop + NAME_REACH or not is_subject(cast, attribution):
        return None
    if cast.over(source) or not first_noun(source.of(text), language) & group(language, "bearers"):
        return None
    name = next((m for m in cast.over(Span(cue.start - 3, cue.start)) if m.type == "ORG"), None)
    if name is None or name.span.start <= source.stop or text[closed_at(text, name) : cue.start].strip():
        return None
    between = text[source.stop : name.span.start]
    return closed_at(text, name) if is_where(between, language) and is_latin(name.span.of(text)) else None


def is_where(between: str, language: str) -> bool:
    """Whether words tell where and nothing more: a preposition, nouns and adjectives, no comma and no verb."""
    words = WORD.findall(between)
    plain = all(not word_forms(word, language).pos & {"VERB", "CONJ"} for word in words[1:])
    where = len(words) > 1 and words[0] in group(language, "where_prepositions")
    return where and plain and not any(mark in between for mark in ",;:()—–")


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, so that no case tells it from what stands before."""
    return name.isascii()
