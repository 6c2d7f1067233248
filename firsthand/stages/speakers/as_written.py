"""Names that stay as they are written: ``Дору Станчу`` is no accusative of ``Дора Станча`` where it is a subject."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.names.inflection import readings
from firsthand.names.person import ranked
from firsthand.records import Mention, Report
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, Forms, forms, group, word_forms

TITLE_REACH = 100  # code points before a name in which the noun of its title stands
TITLE_WORDS = 8
FULL = 2  # words of a given name and a surname
# What breaks a title off: a mark, a new sentence.
BROKEN = re.compile(r"[,.;:!?()\n–—]")


def with_undeclined(
    report: Report, mentions: tuple[Mention, ...], subjects: frozenset[int], governed: frozenset[int]
) -> tuple[Mention, ...]:
    """The names as written where their place allows no case that they were taken for, there and elsewhere.

    ``subjects``: where the subjects of verbs begin and end; ``governed``: where phrases in the genitive end.
    """
    titled = (as_titled(report, mention) for mention in mentions)
    written = tuple(as_written(report, mention, subjects, governed) for mention in titled)
    pairs = zip(mentions, written, strict=True)
    proven = {new.name for old, new in pairs if old.name != new.name}
    return tuple(as_proven(report, mention, proven) for mention in written) if proven else written


def as_written(report: Report, mention: Mention, subjects: frozenset[int], governed: frozenset[int]) -> Mention:
    """A full name as it stands, if it is a subject, follows its title or ends a phrase in the genitive."""
    text, language = mention.span.of(report.text), report.language
    changed = mention.type == "PER" and text != mention.name and len(text.split()) == len(mention.name.split())
    if not changed or len(text.split()) < FULL or language == "en" or not WORD.search(text):
        return mention
    if is_womans_title(report, mention):
        return replace(mention, name=text)
    if may_be_genitive(text, mention.name, language) or is_dative_surname(text.split()[-1], language):
        return mention
    placed = mention.span.start in subjects or mention.span.stop in subjects or mention.span.stop in governed
    return replace(mention, name=text) if placed or title_noun(report, mention) is not None else mention


def as_titled(report: Report, mention: Mention) -> Mention:
    """``журналістку Халіму Довгу``: the woman's name where a woman's noun in its case leads it, no man's."""
    text, language = mention.span.of(report.text), report.language
    noun = noun_before(report, mention) if mention.type == "PER" and len(text.split()) == FULL else None
    if noun is None or language == "en" or not is_woman(noun):
        return mention
    cases = {case for case, number, _ in noun.nouns if number == "sing"}
    found = (r for r in ranked(tuple(text.split()), language) if r.gender == "femn" and r.case in cases)
    name = next((found.words for found in found), None)
    if name is None or " ".join(name) == text.lower() or " ".join(name) == mention.name.lower():
        return mention
    return replace(mention, name=" ".join(map(with_capitals, name)))


def with_capitals(word: str) -> str:
    """A word of a name with its capitals: ``Кирі-Акідес``."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def as_proven(report: Report, mention: Mention, proven: set[str]) -> Mention:
    """A name, or a surname alone, that another place of the report shows to have but one form."""
    text = mention.span.of(report.text)
    if mention.type != "PER" or text == mention.name:
        return mention
    alike = text in proven or (" " not in text and any(name.endswith(f" {text}") for name in proven))
    return replace(mention, name=text) if alike else mention


def may_be_genitive(text: str, name: str, language: str) -> bool:
    """Whether a name is the nominative of what is written if that is a genitive: ``Майкла Бонда`` of ``Майкл Бонд``."""
    words = tuple(name.lower().split())
    found = [reading.case for reading in ranked(tuple(text.split()), language) if reading.words == words]
    return not found or "gent" in found


def is_dative_surname(word: str, language: str) -> bool:
    """``Петренку``: a dative of a surname on a vowel; no foreign name is like it, as ``Мунтяну`` is like ``Мунтян``."""
    found = (r for r in readings(word.lower(), language) if r.known and "Surn" in r.tags and r.case == "datv")
    return any((r.nominative("sing") or "").endswith("о") for r in found)


def is_womans_title(report: Report, mention: Mention) -> bool:
    """``міністерка довкілля Івана Довга``: a woman's noun in the nominative shows the name to be hers."""
    noun, language = title_noun(report, mention), report.language
    given = mention.span.of(report.text).split()[0]
    # "Дослідниця Івана Довга" may be one who studies him.
    posts = group(language, "posts|state_posts")
    if noun is None or not noun.lemmas & posts or given[-1:] not in group(language, "given_names.feminine_endings"):
        return False
    return is_woman(noun)


def is_woman(noun: Forms) -> bool:
    """Whether a noun for a person is a woman's only; "глава", "голова" are of either sex."""
    return {gender for _, number, gender in noun.nouns if number == "sing"} == {"femn"}


def title_noun(report: Report, mention: Mention) -> Forms | None:
    """The noun in the nominative of the title right before a name, which no name in another case can follow."""
    noun = noun_before(report, mention)
    people = {form for r in noun.readings if {"NOUN", "anim"} <= r.grammemes for form in forms(r)} if noun else set()
    return noun if {form[:2] for form in people if form[1] == "sing"} == {("nomn", "sing")} else None


def noun_before(report: Report, mention: Mention) -> Forms | None:
    """The noun of the title right before a name, if it is no one's who acts for another: ``адвокат Майкла Бонда``."""
    language = report.language
    reach = report.text[max(0, mention.span.start - TITLE_REACH) : mention.span.start]
    words = WORD.findall(BROKEN.split(reach)[-1])[-TITLE_WORDS:]
    others = group(language, "relational|kin")
    for word in reversed(words):
        known = word_forms(word.lower(), language)
        people = {form for r in known.readings if {"NOUN", "anim"} <= r.grammemes for form in forms(r)}
        alone = any(number == "sing" for _, number, _ in people)
        if word[:1].isupper() and not alone:
            continue
        if people:
            return known if alone and not lemmas(word, language) & others else None
        if known.pos & {"VERB", "CONJ", "INFN", "GRND"} and not known.nouns:
            return None
    return None
