"""Who issued a document: ``Сейм ухвалив резолюцію. У документі ...`` is of the Сейм."""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.media import bare_name, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, Cast, full_name
from firsthand.stages.speakers.crowds import LONGEST_GROUP, belonging, closed, sentences_before
from firsthand.stages.speakers.firms import noun_before
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.pronouns import stands_as_named
from firsthand.stages.speakers.sources import begins_sentence

# "«Базис» оприлюднив": a subject that is all a name in quotation marks.
QUOTED_AT_END = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,60})[»”“\"]$")
QUOTED_REACH = 64
SENTENCES_BACK = 2
ISSUED_TEXT = 1000  # code points back to the sentence that tells who issued a document
ISSUED_REACH = 6  # words behind the verb: "прийняв спільну з послами резолюцію"


def issued_by(cast: Cast, source: Span) -> str | None:
    """``Сейм ухвалив резолюцію. У документі ...``: whose act one of the two sentences before tells of."""
    meant, language = lemmas(source.of(cast.report.text), cast.report.language), cast.report.language
    kinds = group(language, "documents") if meant & group(language, "any_document") else meant
    starts = sentences_before(cast, source.start, ISSUED_TEXT)
    told = [(start, stop) for start, stop in pairwise(starts) if cast.report.text[start:stop].strip()][-SENTENCES_BACK:]
    issuers = (issuer(cast, start, stop, kinds) for start, stop in reversed(told))
    return next((name for name in issuers if name is not None), None)


def issuer(cast: Cast, start: int, stop: int, kinds: frozenset[str]) -> str | None:
    """Who does to a document of these kinds, between two places, what a body does to its own."""
    text, language = cast.report.text, cast.report.language
    words = list(WORD.finditer(text, start, stop))
    for at, word in enumerate(words):
        issued = lemmas(word.group(), language) & group(language, "issuing")
        behind = words[at + 1 : at + 1 + ISSUED_REACH] if issued else []
        if any(lemmas(other.group(), language) & kinds for other in behind):
            return subject_ending_at(cast, words[:at])
    return None


def subject_ending_at(cast: Cast, words: list[re.Match[str]]) -> str | None:
    """Who the last of these words name as a subject: a noun in the nominative with all that belongs to it."""
    text, language = cast.report.text, cast.report.language
    while words and leads_verb(words[-1].group(), language):
        words = words[:-1]
    stop = words[-1].end() + 1 if words else 0
    quoted = QUOTED_AT_END.search(text[:stop], max(0, stop - QUOTED_REACH))
    if quoted is not None and stands_alone(cast, quoted.start()):
        return fullest_body(cast, quoted.group(1))
    last_word = Span(words[-1].start(), words[-1].end()) if words else Span(0, 0)
    body = next((m for m in cast.over(last_word) if m.type == "ORG" and m.span.stop == last_word.stop), None)
    if body is not None and body.span.start < last_word.start and stands_as_named(cast, body):
        return fullest_body(cast, body.name)
    for head in range(max(0, len(words) - LONGEST_GROUP), len(words)):
        cases = cases_in(word_forms(words[head].group(), language).nouns)
        first, last = belonging(words, head, language)
        if "nomn" not in cases or last != len(words) - 1:
            continue
        subject = Span(words[first].start(), words[last].end())
        named = next((m for m in cast.over(subject) if m.type in ("PER", "ORG") and m.span.stop == subject.stop), None)
        if named is not None and named.type == "PER":
            return full_name(cast, named)
        whole = closed(text, subject.start, subject.stop)
        bare = bare_name(whole, language, "bearers")
        if bare is None and whole.endswith(CLOSING):
            bare = bare_name(whole, language, "makers")  # "підприємство «Базис»"
        name = bare or phrase_nominative(whole, language)
        bearers = group(language, "bearers")
        if named is not None and (named.span.start == subject.start or noun_before(cast, named) & bearers):
            name = named.name
        return fullest_body(cast, name)
    return None


def stands_alone(cast: Cast, at: int) -> bool:
    """``торік «Базис» видав``: whether neither a preposition nor a noun for a body leads a name in quotation marks."""
    language = cast.report.language
    before = WORD.findall(cast.report.text[max(0, at - QUOTED_REACH) : at])[-1:]
    kinds = group(language, "bearers|makers|bodies")
    led = any("PREP" in word_forms(word, language).pos or lemmas(word, language) & kinds for word in before)
    return begins_sentence(cast, at) or not led


def leads_verb(word: str, language: str) -> bool:
    """``вже``, ``накануне``: whether a word between a subject and its verb is no part of the subject."""
    pos = word_forms(word, language).pos
    adverb = bool(pos & {"ADVB", "PRCL"}) or not pos - {""} or word in group(language, "already")
    return word.islower() and adverb
