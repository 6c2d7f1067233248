"""Whom a description cannot mean: ``президент Чили`` is no ``глава порту``, ``засновник майстерні`` no ``музикант``."""

from __future__ import annotations

from firsthand.names.parties import post
from firsthand.records import Span
from firsthand.stages.attribution.media import first_noun, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import Cast, Person
from firsthand.stages.speakers.titles import same_noun, same_post

LEAST_TOLD = 2  # words of a description that tells more than its noun


def is_unfit(cast: Cast, source: Span, person: Person) -> bool:
    """Whether the report calls a person by what the holder of a described post is not called."""
    text, language = source.of(cast.report.text), cast.report.language
    meant = post(text, language) or post(without_country(text, language), language)
    if meant is None or same_post(person, meant):
        return False
    # A deputy may hold another post beside.
    told = person.title.roles - group(language, "anybodys_titles")
    told -= group(language, "relational") - group(language, "kin")
    told = frozenset(role for role in told if is_noun_of_one(role, language))
    head = first_noun(text, language)
    # "Лікар" is a post only beside a clinic.
    held = told & group(language, "posts") - group(language, "callings")
    if told and not held and not same_noun(head, told):
        return True
    return heads_less(person, text, language)


def is_noun_of_one(role: str, language: str) -> bool:
    """Whether a lemma can be what one person is: no ``торі``, of whom a party is made."""
    return any(
        {"NOUN", "anim"} <= r.grammemes and "Fixd" not in r.grammemes for r in word_forms(role, language).readings
    )


def heads_less(person: Person, text: str, language: str) -> bool:
    """``президент країни`` and ``глава комітету``: whether a title is of an office that the description lacks."""
    offices = group(language, "offices|firms|lesser_offices")
    described = {lemma for word in WORD.findall(text) for lemma in lemmas(word, language)}
    heads = person.title.roles & group(language, "posts|anybodys_titles")
    return bool(heads) and bool(person.title.words & offices) and not described & offices


def without_country(text: str, language: str) -> str:
    """``президент країни`` without the noun for a country, which tells nothing."""
    words = WORD.findall(text)
    return " ".join(word for word in words if not lemmas(word, language) & group(language, "countries"))


def is_no_holder(cast: Cast, source: Span, person: Person) -> bool:
    """Whether a person's title shows that a description by a post, a calling or as an owner is not of them."""
    head, language = first_noun(source.of(cast.report.text), cast.report.language), cast.report.language
    officials = group(language, "posts|relational")
    # "Лікар" is no "тренер" of whom nobody else is told.
    called = head & group(language, "callings") and person.title.roles and not person.title.roles & officials
    # "один із вождів руху Олесь Гнатюк" is no minister.
    one_of_many = not person.title.roles and "один" in person.title.words
    return bool(called) or one_of_many or is_told_apart(cast, source, person)


def is_told_apart(cast: Cast, source: Span, person: Person) -> bool:
    """``Засновник майстерні`` and ``музикант Олесь Гнатюк``: who owns or founded what a person's title lacks."""
    text, language = source.of(cast.report.text), cast.report.language
    words = WORD.findall(text)
    owners = first_noun(text, language) & group(language, "owners")
    if not owners or len(words) < LEAST_TOLD or not person.title.roles:
        return False
    return not any(lemmas(word, language) & person.title.words for word in words)
