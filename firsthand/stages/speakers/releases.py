"""Whose a release or comment is that no name stands behind: ``оприлюднена заява``, ``письмовий коментар``."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from firsthand.records import Span
from firsthand.stages.attribution.media import is_release, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.bare_bodies import agree
from firsthand.stages.speakers.cast import MOST, Cast
from firsthand.stages.speakers.fullest import MOST_TEXT
from firsthand.stages.speakers.papers import is_page
from firsthand.stages.speakers.sole import key_of, sole_firm
from firsthand.stages.speakers.sources import is_singular_person

DOMAIN = re.compile(r"([^\W\d_][\w-]{2,20}) ((?:[a-z0-9-]{2,30}\.){1,3}[a-z]{2,6})")
# A name of few words in quotation marks.
QUOTED = re.compile(r"[«“„\"]([A-ZА-ЯЁЄІЇҐ][\w’'ʼ-]{1,20}(?: [\w’'ʼ-]{1,20}){0,2})[»”“\"]")
# Who can put out a statement of their own.
AUTHORS = frozenset(("body", "person", "group"))


def without_description(cast: Cast, source: Span) -> Span:
    """``распространенном после встречи заявлении``: the noun that ends a source, if all before it describes it."""
    language = cast.report.language
    words = list(WORD.finditer(source.of(cast.report.text)))
    last = words[-1].group() if len(words) > 1 else ""
    kinds = group(language, "releases") | comments(language)
    if not last or not lemmas(last, language) & kinds or cast.over(source):
        return source
    pronouns = group(language, "pronouns.possessive|pronouns.reflexive|joint")
    lead = [word.group() for word in words[:-1]]
    if any(lemmas(word, language) & pronouns for word in lead) or not describes(lead, last, language):
        return source
    return Span(source.start + words[-1].start(), source.stop)


def describes(lead: list[str], noun: str, language: str) -> bool:
    """Whether a participle or such a word as ``письмовий`` leads to a noun, with adverbs and what prepositions lead."""
    # "ответное письмо" is another's.
    put_out = "PRTF" in word_forms(lead[0], language).pos or lemmas(lead[0], language) & group(language, "put_out")
    plain = lemmas(lead[0], language) & group(language, "describing_papers")
    if not agree(lead[0], noun, language) or not (put_out or plain):
        return False
    led = False
    for word in lead[1:]:
        known = word_forms(word, language)
        if "PREP" in known.pos:
            led = True
        elif led and known.nouns and not known.adjectives:
            led = False
        elif not led and not (agree(word, noun, language) or known.pos & {"ADVB", "CONJ"}):
            return False
    return not led


def comments(language: str) -> frozenset[str]:
    """The nouns for a comment, which is both where somebody speaks and what is told."""
    return group(language, "venues") & group(language, "news_items")


def from_comment(cast: Cast, source: Span) -> str | None:
    """``у коментарі «Базису» ... у коментарі``: whose comment was quoted before, else the only one who has spoken."""
    bare = WORD.fullmatch(source.of(cast.report.text)) is not None
    known = bare and lemmas(source.of(cast.report.text), cast.report.language) & comments(cast.report.language)
    return (quoted_before(cast, source.start, known) or only_author(cast, source.start)) if known else None


def quoted_before(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """Whose the paper with such a noun was that was quoted last before a place."""
    for start, name, _ in reversed(cast.spoken[-MOST:]):
        word = WORD.match(cast.report.text, start) if start < at else None
        if word is not None and lemmas(word.group(), cast.report.language) & nouns:
            return name if name[:1].isupper() else None
    return None


def first_author(cast: Cast, source: Span) -> str | None:
    """Whose a bare release is where no body has spoken: the only speaker's; where nobody has, the only firm's."""
    if not is_release(source.of(cast.report.text), cast.report.language):
        return None
    if any(kind != "medium" for at, _, kind in cast.spoken[-MOST:] if at < source.start):
        return only_author(cast, source.start)
    firm = sole_firm(cast, source.start)
    return firm if firm is not None and is_alone(cast, source.start, firm) else None


def is_alone(cast: Cast, at: int, firm: str) -> bool:
    """Whether no other name stands in quotation marks before a place."""
    quoted = quoted_in(cast.report.text[:MOST_TEXT])
    return all(key == key_of(firm) for stop, key in quoted if stop <= at)


@lru_cache(maxsize=4)
def quoted_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where names in quotation marks end, and by what they are told to be one; of very many the first."""
    return tuple((m.end(), key_of(m.group(1))) for m in islice(QUOTED.finditer(text), MOST))


def only_author(cast: Cast, at: int, kinds: frozenset[str] = AUTHORS) -> str | None:
    """The one who alone has spoken before a place; no group of people."""
    names = {(name, kind) for start, name, kind in cast.spoken[-MOST:] if start < at and kind in kinds}
    name, kind = names.pop() if len(names) == 1 else ("", "")
    one = kind != "group" or is_singular_person(WORD.findall(name), cast.report.language)
    return name if name and one else None


def from_unit(cast: Cast, source: Span) -> str | None:
    """``у комерційному відділі``, ``в пресслужбі``: the one body that has spoken, whose part it is."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    kinds = group(language, "units") | (group(language, "press_offices") & group(language, "announcers"))
    if not words or not source.of(cast.report.text).islower() or not lemmas(words[-1], language) & kinds:
        return None
    if len(words) > 2 or (len(words) > 1 and not agree(words[0], words[1], language)):
        return None
    whose = only_author(cast, source.start, frozenset(("body",)))
    return whose if whose is not None and whose != whose.lower() else None


def from_domain(cast: Cast, source: Span) -> str | None:
    """``сайті dnipro-visti.ua``: a site by its address."""
    site = DOMAIN.fullmatch(source.of(cast.report.text))
    return site.group(2) if site is not None and is_page(site.group(1), cast.report.language) else None
