"""Who quotes another (``цитує Гнатюка «Степова правда»``) and who is only told (``сказали в поліції УНІАН``)."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import first_noun, has_newsroom, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.outlets import is_single

REACH = 120  # code points behind a verb in which the medium stands
CLAUSE_END = re.compile(r"[.!?…](?=\s|$)|[,;:\n]")
QUOTED = r"\s[«“„\"]([А-ЯЁЄІЇҐA-Z][^«»“”„\"\n]{1,40})[»”“\"]"
# A name in quotation marks that ends the words behind a verb, and one that is all behind it.
LAST_QUOTED = re.compile(QUOTED + "$")
ALONE_QUOTED = re.compile(QUOTED + r"(?=[.,;\n]|$)")
# A name that ends a source in quotation marks, or as letters or a Latin word that no case changes.
TOLD_QUOTED = re.compile(r"\s[«“„\"]([^\W\d_][\w’'ʼ-]{2,20})[^«»“”„\"\n]{0,30}[»”“\"]$")
TOLD_NAME = re.compile(r"([^\W\d_][\w’'ʼ-]{1,30})\s([A-ZА-ЯЁЄІЇҐ]{2,8}|[A-Z][A-Za-z]{2,20})$")
BEFORE_NAME = frozenset(("parenthesis", "quote"))


def from_quoting(cast: Cast, attribution: Attribution) -> str | None:
    """The medium in quotation marks, or a known one, that ends the clause behind a verb of quoting another."""
    text, cue, language = cast.report.text, attribution.cue, cast.report.language
    source = attribution.source
    verb = WORD.search(cue.of(text))
    if verb is None or not lemmas(verb.group(), language) & group(language, "cite_verbs"):
        return None
    # "наводить газета слова директора «Базису»": who quotes is told
    if source is not None and (
        source.start < cue.start or first_noun(source.of(text), language) & group(language, "media")
    ):
        return None
    end = CLAUSE_END.search(text, cue.stop, min(len(text), cue.stop + REACH))
    stop = end.start() if end is not None else min(len(text), cue.stop + REACH)
    quoted = LAST_QUOTED.search(text, cue.stop, stop)
    if quoted is not None and stop == quoted.end():
        # "цитує «Базис» у «Степовій правді»": a locative is nobody's name.
        return fullest_body(cast, quoted.group(1)) if is_nominative_name(quoted.group(1), language) else None
    named = [m for m in cast.over(Span(cue.stop, stop)) if m.type in ("ORG", "PRO") and m.span.stop == stop]
    outlet = named and named[-1].span.of(text) == named[-1].name and known_outlet(named[-1].name, language)
    return named[-1].name if outlet else None


def from_quoted_behind(cast: Cast, attribution: Attribution) -> str | None:
    """``передає «Степова правда».``: a name in quotation marks right behind a verb that ends its clause, as written."""
    if attribution.source is not None or attribution.rule not in BEFORE_NAME or not is_single(cast, attribution):
        return None
    quoted = ALONE_QUOTED.match(cast.report.text, attribution.cue.stop)
    known = quoted is not None and is_nominative_name(quoted.group(1), cast.report.language)
    return fullest_body(cast, quoted.group(1)) if quoted is not None and known else None


def is_nominative_name(name: str, language: str) -> bool:
    """Whether a name stands in the nominative, as far as the dictionary tells."""
    return name.isascii() or phrase_nominative(name, language).lower() == name.lower()


def without_addressee(cast: Cast, attribution: Attribution) -> Attribution:
    """``в акиматі «Курсиву»``, ``в поліції УНІАН``: the source without the medium that it told."""
    source = attribution.source
    text = source.of(cast.report.text) if source is not None else ""
    quoted, named = TOLD_QUOTED.search(text), TOLD_NAME.search(text)
    if source is None or not text:
        return attribution
    if quoted is not None and is_told(text[: quoted.start()], quoted.group(1), cast.report.language):
        return replace(attribution, source=Span(source.start, source.start + quoted.start()))
    language = cast.report.language
    # "в пресслужбі УНІАН": nearly all but an office of the state may be the medium's own.
    offices = group(language, "of_states|of_places")
    if named is None or not lemmas(named.group(1), language) & offices:
        return attribution
    outlet = known_outlet(named.group(2), language)
    told = outlet is not None and has_newsroom(outlet)
    return replace(attribution, source=Span(source.start, source.start + named.end(1))) if told else attribution


def is_told(before: str, first: str, language: str) -> bool:
    """Whether a name in quotation marks stands in the dative, and behind no noun with which it could be declined."""
    word = WORD.findall(before)[-1:]
    bearing = group(language, "media|bearers|makers")
    known = word_forms(first, language)
    cases = cases_in(known.nouns | known.adjectives)
    return "datv" in cases and not cases & {"nomn", "gent"} and not any(lemmas(w, language) & bearing for w in word)
