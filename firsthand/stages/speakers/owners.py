"""Whose a document or a press office is: ``пресреліз компанії``, ``прес-служба компанії «Гранітбуд»``."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.bare_bodies import agree, body_by_head, body_by_noun, described_alike
from firsthand.stages.speakers.cast import CLOSING, Cast
from firsthand.stages.speakers.firms import (
    firm_nouns,
)
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.parties import named_with
from firsthand.stages.speakers.sole import sole_firm
from firsthand.stages.speakers.told import told_body

# When a document was put out, behind whose it is.
WHEN = re.compile(r"\s(?:от|від|за)\s\d{1,2}\s[^\W\d_]{3,10}(?:\s\d{4}(?:\s[^\W\d_]{1,5})?)?$")


def owner_by_noun(cast: Cast, source: Span) -> str | None:
    """``пресреліз компанії``, ``Twitter авіаперевізника``: the body meant by a common noun that owns a document."""
    language = cast.report.language
    # "заява компанії від 5 травня"
    words = WORD.findall(WHEN.sub("", source.of(cast.report.text)))
    owners = group(language, "bearers|offices")
    if len(words) < 2:
        return None
    genitives = {number for case, number, _ in word_forms(words[-1], language).nouns if case == "gent"}
    nouns = firm_nouns(words[-1], language)
    if "sing" not in genitives and not nouns - lemmas(words[-1], language):
        return None
    if not lemmas(words[-1], language) & owners and not nouns:
        bodies = group(language, "bodies") - group(language, "owning_nothing") - group(language, "documents")
        alone = len(words) == 2 or (len(words) == 3 and agree(words[0], words[1], language))
        body = alone and words[-1].islower() and lemmas(words[-1], language) & bodies
        told = (body_by_head(cast, source.start, words[-1]) if body else None) or told_owner(cast, source)
        business = group(language, "makers|parties|enterprises")
        firm = words[-1].islower() and lemmas(words[-1], language) & (business - group(language, "offices"))
        return told or (named_with(cast, frozenset(firm)) or sole_firm(cast, source.start) if firm else None)
    kinds = nouns or lemmas(words[-1], language)
    described = len(words) > 2 and agree(words[-2], words[-1], language)
    owner = described_alike(cast, words[-2], kinds) if described else None
    owner = owner or body_by_noun(cast, source.start, kinds)
    if owner in cast.body_names():
        return owner
    return told_owner(cast, source) or (sole_firm(cast, source.start) if nouns else None)


def told_owner(cast: Cast, source: Span) -> str | None:
    """``пресслужба оборонного відомства``: the body told of before that the words behind a document's noun mean."""
    head, _, rest = WHEN.sub("", source.of(cast.report.text)).partition(" ")
    # "пресовому повідомленні підприємства"
    if word_forms(head, cast.report.language).adjectives and " " in rest:
        head, _, rest = rest.partition(" ")
    owner = told_body(cast, source.start, rest) if rest.islower() else None
    # "пресслужба аеропорту" is more than an airport that has no name but its place.
    press = lemmas(head, cast.report.language) & group(cast.report.language, "announcers")
    if owner is None or not owner[:1].islower() or not press:
        return owner
    return owner if owner.endswith(CLOSING) else None


def named_owner(cast: Cast, source: Span) -> str | None:
    """``прес-служба компанії «Гранітбуд»``: the named body that a press office speaks for."""
    language = cast.report.language
    head, _, rest = source.of(cast.report.text).partition(" ")
    named = [m for m in cast.over(source) if m.type == "ORG" and m.span.start > source.start + len(head)]
    if not named or not lemmas(head, language) & group(language, "announcers"):
        return None
    short = len(named) == 1 and len(WORD.findall(rest)) <= len(WORD.findall(named[0].name)) + 1
    # "прес-служба обласного Мінздраву" is that of the ministry so described.
    described = rest[:1].islower() and agree(WORD.findall(rest)[0], named[0].span.of(cast.report.text), language)
    short = short and not described
    return fullest_body(cast, named[0].name if short else phrase_nominative(rest, language))
