"""Whose a bare ``документ`` or ``заява`` is, by what the report told before it or tells right behind it."""

from __future__ import annotations

import re
from itertools import islice

from firsthand.records import Span
from firsthand.stages.attribution.media import first_noun, is_medium, is_platform, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, MOST, SAME_SENTENCE, Cast
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.issuers import issuer
from firsthand.stages.speakers.outlets import medium_within
from firsthand.stages.speakers.owned import is_genitive, is_genitive_chain, owner_within
from firsthand.stages.speakers.owners import owner_by_noun
from firsthand.stages.speakers.papers import owner_of_page
from firsthand.stages.speakers.sources import SENTENCE_END
from firsthand.stages.speakers.together import meant_together

NOUN_REACH = 30
OWNER_REACH = 100  # code points behind a document in which its owner stands
PUT_OUT_REACH = 120
PAGE_REACH = 600  # code points before a message in which the page that it stands on is named
DOCUMENT_REACH = 1500
PUNCTUATION = re.compile(r"[^\w\s«“\"-]")


def last_author(cast: Cast, at: int) -> str | None:
    """The body that spoke last and is no teller of others' news: whose statement a bare ``заява`` is."""
    tellers = {name for _, name, _ in cast.tellers}
    return next(
        (n for i, n, kind in reversed(cast.spoken[-MOST:]) if i < at and kind == "body" and n not in tellers), None
    )


def owner_before(cast: Cast, source: Span) -> str | None:
    """``документ Мін'юсту ... У документі``: whose a document was when it was named before."""
    text, language = cast.report.text, cast.report.language
    meant = lemmas(source.of(text), language)
    # The "звітність" named first is the "звіт" later.
    meant |= group(language, "reports") if meant & group(language, "reports") else frozenset()
    for word in reversed(list(WORD.finditer(text, max(0, source.start - DOCUMENT_REACH), source.start))):
        if not lemmas(word.group(), language) & meant:
            continue
        if (author := owner_at(cast, word, source.start)) is not None:
            return author
    return None


def owner_at(cast: Cast, word: re.Match[str], stop: int) -> str | None:
    """Whose a document is that stands at a place: theirs who speak of their own, or of the body or people behind it."""
    if (author := whose_own(cast, word.start())) is not None:
        return author
    behind = Span(word.end(), min(stop, word.end() + OWNER_REACH))
    owner = next((m for m in cast.over(behind) if m.type == "ORG"), None)
    between = cast.report.text[word.end() : owner.span.start] if owner is not None else ""
    if owner is not None and is_genitive_chain(between, cast.report.language):
        # "зведення місії ООН" is the mission's, but what a press office says is its body's.
        press = first_noun(between, cast.report.language) & group(cast.report.language, "announcers")
        stop = owner.span.stop + (cast.report.text[owner.span.stop : owner.span.stop + 1] in tuple(CLOSING))
        whole = None if press else owner_within(cast, Span(word.start(), stop))
        return whole or fullest_body(cast, owner.name)
    if (described := owner_described(cast, word)) is not None:
        return described
    released = lemmas(word.group(), cast.report.language) & group(cast.report.language, "releases")
    if released and (own := named_before(cast, word.start())) is not None:
        return own
    several = WORD.search(cast.report.text, word.end(), behind.stop)
    return meant_together(cast, Span(several.start(), several.end())) if several is not None else None


def named_before(cast: Cast, at: int) -> str | None:
    """``визнає «Базис» у квартальному звіті``: the name in the nominative right before a paper's preposition."""
    text, language = cast.report.text, cast.report.language
    words = list(WORD.finditer(text, max(0, at - NOUN_REACH), at))
    while words and word_forms(words[-1].group(), language).adjectives and words[-1].group().islower():
        words.pop()
    place = words.pop() if words and words[-1].group() in group(language, "inside") else None
    if place is None:
        return None
    stop = place.start() - 1
    named = next((m for m in cast.over(Span(max(0, stop - 2), stop)) if m.type in ("ORG", "PRO")), None)
    if named is None or text[named.span.stop : stop].strip('»”"') or named.span.of(text) != named.name:
        return None
    return fullest_body(cast, named.name)


def owner_described(cast: Cast, word: re.Match[str]) -> str | None:
    """``звіт литовської компанії``: the body meant by a noun with its adjective right behind a document."""
    text, language = cast.report.text, cast.report.language
    behind = list(islice(WORD.finditer(text, word.end(), word.end() + OWNER_REACH), 2))
    adjective = behind[0].group() if behind else ""
    described = word_forms(adjective, language).adjectives and is_genitive(adjective, language)
    last = behind[-1] if described else behind[0] if behind else None
    if last is None or PUNCTUATION.search(text[word.end() : last.end()]):
        return None
    return owner_by_noun(cast, Span(word.start(), last.end()))


def whose_own(cast: Cast, at: int) -> str | None:
    """``Skyline повідомляє у своєму звіті``: who speaks in the sentence in which a document is their own."""
    text, language = cast.report.text, cast.report.language
    before = WORD.findall(text[max(0, at - NOUN_REACH) : at])[-2:]
    if not any(lemmas(word, language) & group(language, "pronouns.reflexive") for word in before):
        return None
    spoken = [(i, name) for i, name, _ in cast.spoken[-MOST:] if at - SAME_SENTENCE <= i < at][-1:]
    return next((name for i, name in spoken if not SENTENCE_END.search(text[i:at])), None)


def issued_here(cast: Cast, source: Span) -> str | None:
    """``Сейм ухвалив резолюцію, в якій ...``: who issued a document of which a relative clause tells, or the medium."""
    head, language = first_noun(source.of(cast.report.text), cast.report.language), cast.report.language
    start = (sentences_before(cast, source.start) or [0])[-1]
    told = medium_within(cast, start, source.start) if head & group(language, "press_items") else None
    return told or issuer(cast, start, source.stop, head)


def told_on_site(cast: Cast, source: Span) -> str | None:
    """``Про це сказано на сайті порту «Базис». ... йдеться у повідомленні``: whose page was named just before."""
    text, language = cast.report.text, cast.report.language
    pages = group(language, "sites|own_pages")
    start = max(0, source.start - PAGE_REACH)
    for word in reversed(list(WORD.finditer(text, start, source.start))):
        if lemmas(word.group(), language) & pages or (
            word.group()[0].isupper() and is_platform(word.group(), language)
        ):
            owner = next((m for m in cast.over(Span(word.end(), word.end() + NOUN_REACH)) if m.type == "ORG"), None)
            if owner is not None and is_genitive_chain(text[word.end() : owner.span.start], language):
                return fullest_body(cast, owner.name)
    return None


def put_out_by(cast: Cast, source: Span) -> str | None:
    """``у повідомленні, розміщеному на сайті МЗС``: the body named behind the participle."""
    text, language = cast.report.text, cast.report.language
    behind = Span(source.stop, min(len(text), source.stop + PUT_OUT_REACH))
    end = SENTENCE_END.search(behind.of(text))
    behind = Span(behind.start, behind.start + end.start()) if end else behind
    words = WORD.findall(behind.of(text))[:2]
    if not any(lemmas(word, language) & group(language, "put_out") for word in words):
        return None
    owner = next((m for m in cast.over(behind) if m.type in ("ORG", "PRO")), None)
    if owner is None:
        return owner_of_page(cast, behind)
    return fullest_body(cast, owner.name) if owner is not None and not is_platform(owner.name, language) else None


def first_to_print(cast: Cast, at: int) -> str | None:
    """``Про це пише X, передає Y``: the medium that told the news last before a place, of several there the first."""
    told = [(place, name) for place, name, kind in cast.tellers[-MOST:] if kind == "medium" and place < at]
    if not told:
        return None
    last, text = told[-1][0], cast.report.text
    together = (name for place, name in told if not SENTENCE_END.search(text[place:last]))
    return next(together, None)


def author_before(cast: Cast, source: Span, release: bool) -> str | None:
    """Whose a bare document is: a release (``заява``) that of a body that spoke, a news item that of who told the news.

    A ``постанова`` or ``документ`` is no medium's.
    """
    at, language = source.start, cast.report.language
    if release:
        return last_author(cast, at)
    items = first_noun(source.of(cast.report.text), language) & group(language, "news_items")
    if items & group(language, "press_items") and (medium := first_to_print(cast, at)) is not None:
        return medium
    if not items and first_noun(source.of(cast.report.text), language) & group(language, "press_items"):
        return next(cast.media_before(at), None)  # a "заметка" is no firm's
    owner = cast.last_teller(at) or cast.last_speaker(at, frozenset(("body", "medium")))
    return owner if items or owner is None or not is_medium(owner, language) else last_author(cast, at)
