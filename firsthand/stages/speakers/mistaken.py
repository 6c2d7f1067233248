"""What was taken for a name and is none, or for one and is two: ``Литовці``, ``Голова Спілки``."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.lang import table
from firsthand.names.inflection import readings
from firsthand.names.keys import notions
from firsthand.names.nominative import nominative
from firsthand.names.person import known_names
from firsthand.names.reference import organisation_id
from firsthand.records import Mention, Report, Span
from firsthand.stages.attribution.media import lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import OPENING
from firsthand.stages.speakers.sources import ENDED

# Words in Latin letters, also "Süddeutsche" and "de", before two with capitals in others, at most a particle between.
FIRM = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ0-9&.'’-]{1,20} (?:[a-z]{1,3} )?){1,4}"
    r"(?=[А-ЯЁЄІЇҐ][^\W\d_a-zA-Z]{1,20} (?:[а-яёєіїґ]{2,4} ){0,2}[А-ЯЁЄІЇҐ])"
)

# Letters of an office before a name with a particle: "ВВС Марлус ван Дейк".
LETTERS = re.compile(
    r"[А-ЯЁЄІЇҐ]{2,6} (?=[А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20}((?: [а-яёєіїґ]{2,4}){1,2}) [А-ЯЁЄІЇҐ][а-яёєіїґ’'ʼ-]{1,20}$)"
)
CYRILLIC = re.compile(r"[а-яёєіїґ]", re.IGNORECASE)


def are_common(report: Report, mention: Mention) -> bool:
    """``Литовці``, ``Литовський`` that opens a sentence and was taken for a name: people, or what is of a country."""
    text, language = mention.span.of(report.text), report.language
    if mention.type == "PER" and ENDED.match(text) and language != "en" and " " not in ENDED.sub("", text).strip():
        return True
    found = word_forms(text, language).readings if WORD.fullmatch(text) else ()
    if mention.type != "PER" or any(r.grammemes & {"Name", "Surn", "Patr"} for r in found):
        return False
    people = bool(found) and all(r.pos == "NOUN" and {"plur", "anim"} <= r.grammemes for r in found)
    adjective = bool(found) and all(r.pos == "ADJF" for r in found)
    return people or (adjective and any(notion.startswith("@") for notion in notions(text, language)))


def as_person(report: Report, mention: Mention) -> Mention:
    """``Станіслав Желєв`` that was found as a work: two words, a known given name and no common word behind it."""
    text, language = mention.span.of(report.text), report.language
    given, _, surname = text.partition(" ")
    if mention.type != "PRO" or not surname.istitle() or not WORD.fullmatch(surname) or language == "en":
        return mention
    quoted = report.text[max(0, mention.span.start - 1) : mention.span.start] in OPENING
    common = any(r.pos == "NOUN" and "Surn" not in r.tags for r in readings(surname, language) if r.known)
    named = given.lower() in known_names(language) and not quoted and not common
    return replace(mention, type="PER", name=text) if named else mention


def without_post(report: Report, mention: Mention) -> Mention | None:
    """``Голова Наглядової ради`` that was found as a body's name: the body behind the post; None for a post alone."""
    text, language = mention.span.of(report.text), report.language
    head, _, rest = text.partition(" ")
    if language == "en" or not is_post(head, language):
        return mention
    if not rest or (WORD.fullmatch(rest) and is_post(rest, language)):
        return mention if not rest and mention.type != "PER" else None
    if mention.type not in ("ORG", "PRO") or organisation_id(mention.name) is not None:
        return mention
    start = mention.span.start + len(head) + 1
    return replace(mention, name=nominative(rest, "ORG", language), span=Span(start, mention.span.stop))


def is_post(word: str, language: str) -> bool:
    """``Радниця``, ``Віцепрем'єрка``: whether a word is only a noun for who holds a post or stands for others."""
    nouns = word_forms(word, language).readings
    official = group(language, "posts|relational|state_posts")
    official -= group(language, "kin")
    posts = bool(lemmas(word, language) & official)
    # "віцепрем'єрка"
    leads = group(language, "deputy_prefixes")
    deputy = any(word.lower().startswith(lead) and word.lower().removeprefix(lead) in official for lead in leads)
    return (posts or deputy) and not any(r.grammemes & {"Name", "Surn", "Patr"} for r in nouns)


def is_given_behind(text: str, language: str) -> bool:
    """``ING Маргіт ван Дейк``: whether a known given name stands behind Latin letters, and a surname ends the name."""
    words = text.split(" ") if language != "en" else []
    first = next((at for at, word in enumerate(words) if CYRILLIC.match(word)), 0)
    small = words[first + 1 : -1]
    given = 0 < first < len(words) - 1 and words[first].lower() in known_names(language)
    return given and are_particles(small, language)


def are_particles(words: list[str], language: str) -> bool:
    """Whether all words can stand within a person's name: ``ван дер``."""
    return all(word in table(f"{language}/names").get("particles", ()) for word in words)


def with_firm_apart(report: Report, mention: Mention) -> tuple[Mention, ...]:
    """``Kita Power Олесь Гнатюк`` that was found as one name: the firm's, and the person's in other letters."""
    text, start = mention.span.of(report.text), mention.span.start
    firm = FIRM.match(text) if mention.type == "PER" or is_given_behind(text, report.language) else None
    letters = LETTERS.match(text) if firm is None and report.language != "en" else None
    if letters is not None and are_particles(letters.group(1).split(), report.language):
        firm, mention = letters, replace(mention, name=text)
    if firm is None:
        return (mention,)
    if mention.type != "PER":
        mention = replace(mention, type="PER", name=text)
    name, body = mention.name.removeprefix(firm.group()), firm.group().rstrip()
    person = replace(mention, name=name, span=Span(start + firm.end(), mention.span.stop))
    return replace(mention, name=body, type="ORG", span=Span(start, start + len(body))), person
