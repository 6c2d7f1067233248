"""Who quotes another: ``цитує Гнатюка «Степова правда»``, where both stand behind the verb and the medium last."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.fullest import fullest_body

REACH = 120  # code points behind a verb in which the medium stands
CLAUSE_END = re.compile(r"[.!?…](?=\s|$)|[,;:\n]")
# A name in quotation marks that ends the words behind a verb.
LAST_QUOTED = re.compile(r"\s[«“„\"]([А-ЯЁЄІЇҐA-Z][^«»“”„\"\n]{1,40})[»”“\"]$")


def from_quoting(cast: Cast, attribution: Attribution) -> str | None:
    """The medium in quotation marks, or a known one, that ends the clause behind a verb of quoting another."""
    text, cue, language = cast.report.text, attribution.cue, cast.report.language
    verb = WORD.search(cue.of(text))
    if verb is None or not lemmas(verb.group(), language) & group(language, "cite_verbs"):
        return None
    if attribution.source is not None and attribution.source.start < cue.start:
        return None
    end = CLAUSE_END.search(text, cue.stop, min(len(text), cue.stop + REACH))
    stop = end.start() if end is not None else min(len(text), cue.stop + REACH)
    quoted = LAST_QUOTED.search(text, cue.stop, stop)
    if quoted is not None and stop == quoted.end():
        # "цитує «Базис» у «Степовій правді»": a locative is nobody's name.
        name = quoted.group(1)
        return fullest_body(cast, name) if phrase_nominative(name, language) == name or name.isascii() else None
    named = [m for m in cast.over(Span(cue.stop, stop)) if m.type in ("ORG", "PRO") and m.span.stop == stop]
    outlet = named and named[-1].span.of(text) == named[-1].name and known_outlet(named[-1].name, language)
    return named[-1].name if outlet else None
