"""Who is a medium, and what a source is called: ``агентство Bloomberg`` is ``Bloomberg``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from firsthand.lang.outlets import Outlet, find_outlet, may_name_platform
from firsthand.names.nominative import nominative, phrase_nominative
from firsthand.stages.attribution.words import WORD, group, word_forms

QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]\s*$")
# "«Telegram»-канал": the marks round a word that a hyphen joins to its noun.
JOINED = re.compile(r"[«“„\"]([\w-]{2,30})[»”“\"](?=-\w)")
# "«Базис» (БС)": letters behind a name in marks
LETTERS_BEHIND = re.compile(r"([»”“\"])\s\([^()\s]{1,10}\)$")
QUOTES = '«»“”„"'
MAX_NAME = 160
# The kinds of outlets that nouns of the table tell apart: "видання" and "портал" may be any.
MEDIA_KINDS = ("agency", "newspaper", "magazine", "broadcaster")
# Letters of the shortest name that is tried without an ending of its case.
LEAST_DECLINED = 5


@lru_cache(maxsize=20_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """All lemmas of a word; the word itself for a language without a dictionary."""
    return word_forms(word, language).lemmas or frozenset((word.lower(),))


@dataclass(frozen=True, slots=True)
class Named:
    """A phrase split into its common words and the name behind them (``газета`` + ``The Times``)."""

    common: str
    name: str | None


@lru_cache(maxsize=20_000)
def split_name(phrase: str, language: str) -> Named:
    """The common words that lead a phrase and the name that ends it; a capital at the phrase's start says nothing."""
    phrase = LETTERS_BEHIND.sub(r"\1", JOINED.sub(r"\1", phrase.strip()[:MAX_NAME]))
    if match := QUOTED.search(phrase):
        return Named(phrase[: match.start()].strip(), match.group(1))
    words = phrase.split()
    at = len(words)
    while at > 0 and is_name_word(words[at - 1], first=at == 1, language=language):
        at -= 1
    while at < len(words) and words[at] in group(language, "name_links"):
        at += 1
    return Named(" ".join(words[:at]), " ".join(words[at:]) or None)


def is_name_word(word: str, first: bool, language: str) -> bool:
    """A capitalised or Latin word, or a link in a Latin name; the first word counts only if it is no common noun."""
    bare = word.strip("«»“”\"'()")
    if not bare:
        return False
    if first and word_forms(bare, language).nouns and lemmas(bare, language) & common_nouns(language):
        return False
    return bare[0].isupper() or bare[0].isdigit() or bare.isascii()


def common_nouns(language: str) -> frozenset[str]:
    """Nouns for media, bodies and documents: no part of a name."""
    return group(language, "media|documents|bodies|channels")


def head_lemmas(phrase: str, language: str) -> frozenset[str]:
    """Lemmas of the common words of a phrase."""
    found: set[str] = set()
    for word in WORD.findall(split_name(phrase, language).common)[:12]:
        found |= lemmas(word, language)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def known_outlet(phrase: str, language: str) -> Outlet | None:
    """The outlet that a phrase names, with or without ``агентство`` before it, in any case."""
    parts = split_name(phrase, language)
    heads = head_lemmas(phrase, language)
    form = outlet_form(phrase, language)
    whole = find_outlet(form) if form is not None else None
    if form is not None and whole is not None and (whole.stands_alone(form, language) or QUOTED.search(phrase)):
        return whole
    # "російський «Порт»": where it is from
    leading = [word_forms(word, language) for word in WORD.findall(parts.common)]
    described = bool(leading) and all(forms.adjectives for forms in leading)
    if not parts.name or (parts.common and not described and not heads & group(language, "media")):
        return None
    outlet = outlet_in_any_case(parts.name, language)
    return outlet if outlet is not None and (not outlet.ambiguous or heads & group(language, "media")) else None


def outlet_in_any_case(name: str, language: str) -> Outlet | None:
    """The outlet of that name, as it stands or in the nominative."""
    form = outlet_form(name, language)
    return find_outlet(form) if form is not None else None


def outlet_form(name: str, language: str) -> str | None:
    """An outlet's name in the nominative; a name that no dictionary has without its ending (``Белсата``)."""
    declined = len(name) > LEAST_DECLINED and name.isalpha() and not name.isascii()
    endings = group(language, "masculine_endings") if declined else ()
    bare = (name.removesuffix(ending) for ending in endings if name.endswith(ending))
    shapes = (name, phrase_nominative(name, language), *bare, *neuter_forms(name, language))
    return next((form for form in shapes if find_outlet(form)), None)


def neuter_forms(name: str, language: str) -> Iterator[str]:
    """``Суспільному Харків``: what a name may be whose first word is a neuter adjective that stands for a noun."""
    first, blank, rest = name.partition(" ")
    stems = (first.removesuffix(end) for end in group(language, "neuter_endings") if first.endswith(end))
    return (f"{stem}{base}{blank}{rest}" for stem in stems for base in sorted(group(language, "neuter_bases")))


def piece_outlet(text: str, language: str) -> str | None:
    """``матеріалі [Главкома]``, ``статті [zaxid.net]``: the known outlet, in the nominative, behind its piece."""
    noun, _, rest = text.partition(" ")
    pieces = group(language, "press_items") - group(language, "venues")
    form = outlet_form(rest.strip(QUOTES), language) if rest and lemmas(noun, language) & pieces else None
    outlet = find_outlet(form) if form is not None and (rest.isascii() or not rest.islower()) else None
    if outlet is None or form is None or not has_newsroom(outlet):
        return None
    return form if rest.isascii() else form[:1].upper() + form[1:]


def has_newsroom(outlet: Outlet) -> bool:
    """Whether an outlet tells news of its own: no platform, no page of an office."""
    return outlet.kind not in ("official", "platform")


def may_be_called(name: str, noun: frozenset[str], language: str) -> bool:
    """Whether a medium may be meant by a noun: a known agency by no ``газета``, a known paper by no ``телеканал``."""
    outlet = find_outlet(name)
    if outlet is None:
        return True
    kinds = [kind for kind in MEDIA_KINDS if noun & group(language, f"media_nouns.{kind}")]
    return not kinds or outlet.kind in kinds


@lru_cache(maxsize=20_000)
def is_medium(phrase: str, language: str) -> bool:
    """Whether a source is a medium: a known outlet, or a noun that means one."""
    outlet = known_outlet(phrase, language)
    if outlet is not None:
        return has_newsroom(outlet) and not head_lemmas(phrase, language) & group(language, "documents")
    if is_named_channel(phrase, language):
        return True
    heads = first_noun(split_name(phrase, language).common, language) or lemmas(phrase.lower(), language)
    return bool(heads & group(language, "media")) and not heads & group(language, "documents")


def is_named_channel(phrase: str, language: str) -> bool:
    """``Telegram-канал Baza``, ``телеграм-канал «Маяк»``: by a name of its own; ``Telegram-канал мера`` is his page."""
    parts = split_name(phrase, language)
    own = parts.name is not None and (parts.name.isascii() or QUOTED.search(phrase) is not None)
    words = WORD.findall(parts.common)
    return own and bool(words) and bool(lemmas(words[-1], language) & group(language, "channels"))


@lru_cache(maxsize=20_000)
def is_document(phrase: str, language: str) -> bool:
    """Whether a source is a document, a site or a post."""
    head = first_noun(split_name(phrase, language).common, language)
    return bool(head & group(language, "documents")) and not is_medium(phrase, language)


def is_release(phrase: str, language: str) -> bool:
    """Whether a document is one that its author puts out: a statement, a press release, a letter; no law, no book."""
    return bool(first_noun(phrase, language) & group(language, "releases"))


@lru_cache(maxsize=20_000)
def is_platform(phrase: str, language: str) -> bool:
    """Whether a phrase names a platform (Telegram, Facebook, X)."""
    outlet = known_outlet(phrase, language) if may_name_platform(phrase) else None
    return outlet is not None and outlet.kind == "platform"


@lru_cache(maxsize=20_000)
def medium_name(phrase: str, language: str) -> str:
    """What a medium is called: its name alone behind a noun for a medium, else the phrase in the nominative."""
    name = bare_name(phrase, language, "media") or phrase_nominative(phrase, language)
    if find_outlet(name) is not None:
        return name
    # "По данным Укринформа": the dictionary takes a name that it does not know for a nominative
    called = outlet_form(name if name == phrase else phrase.strip(QUOTES), language)
    return called or name


@lru_cache(maxsize=20_000)
def first_noun(text: str, language: str) -> frozenset[str]:
    """Lemmas of the first noun of a phrase, which is its head; an adjective before a noun (``німецька``) is none."""
    words = WORD.findall(text)
    for at, word in enumerate(words):
        known = word_forms(word, language)
        if known.nouns and not (known.adjectives and at + 1 < len(words)):
            return lemmas(word, language)
    return frozenset()


def is_described_outlet(common: str, name: str, language: str) -> bool:
    """``українському [Liga.net]``: nothing but adjectives in small letters before a known outlet in Latin letters."""
    words = WORD.findall(common)
    plain = bool(words) and all(w.islower() and word_forms(w, language).adjectives for w in words)
    return plain and name.isascii() and find_outlet(name) is not None


def bare_name(phrase: str, language: str, kind: str) -> str | None:
    """The name behind a noun of a kind: ``агентство Bloomberg`` -> ``Bloomberg``; ``канал 360`` has no other."""
    parts = split_name(phrase, language)
    if parts.name is None or parts.name.isdigit():
        return None
    if parts.name.startswith("(") and parts.name.endswith(")"):
        # "агенції (АБВ)" by its letters; "фонду допомоги (ФД)" is called so in full
        letters = parts.name[1:-1]
        alone = kind == "media" and first_noun(parts.common, language) & group(language, kind)
        return letters if alone and letters.isupper() else None
    if kind == "media" and is_described_outlet(parts.common, parts.name, language):
        return parts.name
    named = kind == "media" and is_named_channel(phrase, language)
    if parts.common and not named and not first_noun(parts.common, language) & group(language, kind):
        return None
    whole = nominative(phrase, "ORG", language)
    marked = QUOTED.search(phrase) is not None and outlet_in_any_case(parts.name, language) is not None
    if parts.common and find_outlet(whole) is not None and not marked:
        # "Радіо Свобода": the noun is a part of the name; of "телеканал «Схід»" it is not.
        return whole
    if parts.name.isascii() or parts.name.isupper():
        return parts.name
    if QUOTED.search(LETTERS_BEHIND.sub(r"\1", phrase)):
        base = nominative(parts.name, "ORG", language)
        return base if find_outlet(base) else outlet_form(parts.name, language) or parts.name
    if kind != "media" and parts.common[:1].isupper() and " " in parts.common:
        return None  # "Національний банк України" is called so in full
    name = nominative(parts.name, "ORG", language)
    return name if kind != "media" or find_outlet(name) else outlet_form(parts.name, language) or name
