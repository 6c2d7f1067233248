"""Who is a medium, and what a source is called: ``агентство Bloomberg`` is ``Bloomberg``."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.lang.outlets import Outlet, find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.stages.attribution.words import group, word_forms

# A name at the end of a phrase: in quotation marks, or a run of capitalised or Latin words.
QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]\s*$")
NAME_RUN = re.compile(r"(?:(?:^|\s)(?:[A-ZА-ЯЇІЄҐЁ0-9][\w.’'&-]{0,40}|[a-z0-9-]{2,30}\.[a-z]{2,6}|of|the|la|le|am|der|di))+\s*$")
MAX_NAME = 160


@lru_cache(maxsize=20_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """All lemmas of a word; the word itself for a language without a dictionary."""
    return word_forms(word, language)[3] or frozenset((word.lower(),))


def head_lemmas(phrase: str, language: str) -> frozenset[str]:
    """Lemmas of the words of a phrase that stand before its name."""
    found: set[str] = set()
    for word in re.findall(r"[\w’'ʼ-]+", phrase[:MAX_NAME])[:12]:
        if word[0].isupper() and found and len(word) > 1:
            break
        found |= lemmas(word, language)
    return frozenset(found)


def trailing_name(phrase: str) -> str | None:
    """The name at the end of ``газета The Times``, ``телеканал "Схід"``; None where there is none."""
    phrase = phrase[-MAX_NAME:]
    if match := QUOTED.search(phrase):
        return match.group(1)
    if match := NAME_RUN.search(phrase):
        return match.group().strip()
    return None


@lru_cache(maxsize=20_000)
def known_outlet(phrase: str, language: str) -> Outlet | None:
    """The outlet that a phrase names, with or without ``агентство`` before it, in any case."""
    name = trailing_name(phrase)
    for candidate in (phrase, phrase_nominative(phrase, language), name or ""):
        outlet = find_outlet(candidate) if candidate else None
        if outlet is not None and (not outlet.ambiguous or candidate != name or name_is_safe(phrase, outlet, language)):
            return outlet
    if name:
        outlet = find_outlet(phrase_nominative(name, language))
        return outlet if outlet is not None and name_is_safe(phrase, outlet, language) else None
    return None


def name_is_safe(phrase: str, outlet: Outlet, language: str) -> bool:
    """An ambiguous name counts with a noun for a medium before it, or in quotation marks."""
    return not outlet.ambiguous or bool(head_lemmas(phrase, language) & group(language, "media")) or bool(QUOTED.search(phrase))


@lru_cache(maxsize=20_000)
def is_medium(phrase: str, language: str) -> bool:
    """Whether a source is a medium: a known outlet, or a noun that means one."""
    outlet = known_outlet(phrase, language)
    if outlet is not None:
        return outlet.kind != "official" and not head_lemmas(phrase, language) & group(language, "documents")
    heads = head_lemmas(phrase, language)
    return bool(heads & group(language, "media")) and not heads & group(language, "documents")


def is_document(phrase: str, language: str) -> bool:
    """Whether a source is a document, a site or a post."""
    return bool(head_lemmas(phrase, language) & group(language, "documents")) and not is_medium(phrase, language)


def is_platform(phrase: str, language: str) -> bool:
    """Whether a phrase names a platform (Telegram, Facebook, X)."""
    outlet = known_outlet(phrase, language)
    return outlet is not None and outlet.kind == "platform"


@lru_cache(maxsize=20_000)
def medium_name(phrase: str, language: str) -> str:
    """What a medium is called: its name alone where a noun for a medium stands before it, else the phrase in the nominative."""
    name = trailing_name(phrase)
    heads = head_lemmas(phrase, language)
    if name and name != phrase and not name.isdigit() and (heads & group(language, "media") or known_outlet(name, language)):
        return name if QUOTED.search(phrase) or name.isascii() else phrase_nominative(name, language)
    return phrase_nominative(phrase, language)
