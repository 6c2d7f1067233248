"""Rules for documents: ``заява компанії``."""

from __future__ import annotations

import re

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import (
    first_noun,
    is_document,
    is_medium,
    is_platform,
    is_release,
    lemmas,
    piece_outlet,
)
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.bare_bodies import agree
from firsthand.stages.speakers.cast import MOST, OPENING, Cast
from firsthand.stages.speakers.crowds import is_adjective, sentences_before
from firsthand.stages.speakers.issuers import issued_by, issuer
from firsthand.stages.speakers.owned import behind_first, latin_owner, owner_by_post, owner_of, owner_within
from firsthand.stages.speakers.owners import owner_by_noun
from firsthand.stages.speakers.papers import (
    behind_paper,
    conducted_by,
    is_register,
    of_court,
    press_office_before,
    quoted_owner,
    register_on_page,
)
from firsthand.stages.speakers.pronouns import body_before, person_before, stands_inside, those_before
from firsthand.stages.speakers.releases import comments, first_author, from_comment, from_domain, without_description
from firsthand.stages.speakers.sources import plain_name, pronoun_gender
from firsthand.stages.speakers.together import meant_together
from firsthand.stages.speakers.told import told_body
from firsthand.stages.speakers.unowned import (
    author_before,
    issued_here,
    last_author,
    owner_at,
    owner_before,
    put_out_by,
    told_on_site,
)

SPREAD = 3  # words: "розповсюдженому міністерством релізі"
# "правила в'їзду до Литви" are not Lithuania's.
NOT_OWNED = re.compile(r",|\s(?:у|в|во|на|до|для|про|по|з|із|с|со|о|об|из|к|за|щодо)\s")
# Words of a document with an owner of more than one; what stands there if there are two of them, or if more is told.
LEAST_OF_OWNER = 3
NOT_WHOLE = re.compile(r"[,(]|\s(?:та|і|й|и|до|для|про|о|об|к|щодо|на|за)\s")
PLATFORM_TAIL = re.compile(r"\s(?:у|в|во|на)\s([^\W\d_][\w-]{2,20})$")
# "звернення до влади": to whom it is written.
ADDRESSED = re.compile(r"\s(?:к|ко|до)\s[^«»“”\"]{1,80}$")
# "цей звіт", "другий звіт" are read elsewhere.
POINTING = frozenset(("Apro", "Anum"))
# Before a relative: ", в якій".
CLAUSE = re.compile(r",\s(?:[^\W\d_]{1,3}\s)?([^\W\d_]{3,12})")


def from_document(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A document speaks for its owner: ``заява НАК``, ``матеріал AP``; alone, for the body that spoke last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    if is_own_view(cast, attribution, source):
        return plain_name(cast, attribution, text)
    whose = of_whom(cast, attribution, source) or spread_by(cast, source) or register_on_page(cast, source)
    whose = whose or from_piece(cast, source) or from_domain(cast, source)
    if whose is not None:
        return whose
    whole, source = text, without_description(cast, source)
    text = source.of(cast.report.text)
    if is_register(text, language):
        return plain_name(cast, attribution, text)
    source = without_adjective(cast, source)
    text = source.of(cast.report.text)
    if not (is_document(text, language) or is_release(text, language) or is_platform(text.split()[0], language)):
        lone = lemmas(text, language) & group(language, "any_document")
        return (
            conducted_by(cast, source)
            or from_work(cast, source)
            or from_commentary(cast, source)
            or (issued_by(cast, source) if lone else None)
            or (last_author(cast, source.start) if is_reply(cast, source) else None)
            or (whose_answer(cast, attribution, source) if is_answer(cast, source) else None)
            or (issued_here(cast, source) if leads_clause(cast, source) else None)
            or from_comment(cast, source)
            or False
        )
    source = without_text_of(cast, without_platform(cast, source))
    addressed = ADDRESSED.search(source.of(cast.report.text))
    source = Span(source.start, source.start + addressed.start()) if addressed is not None else source
    text = source.of(cast.report.text)
    owner = conducted_by(cast, source) or owner_by_noun(cast, source) or owner_within(cast, source)
    owner = owner or owner_by_post(cast, attribution, source)
    owner = owner or owner_of(cast, source) or latin_owner(cast, source) or quoted_owner(cast, source)
    owner = owner or meant_together(cast, behind_first(cast, source))
    owner = owner or (issued_here(cast, source) if leads_clause(cast, source) else None)
    if owner is None and len(WORD.findall(source.of(cast.report.text))) == 1:
        owner = put_out_by(cast, source) or behind_paper(cast, source) or owner_before(cast, source)
        owner = owner or (None if leads_clause(cast, source) else of_court(cast, source)) or issued_by(cast, source)
        owner = owner or author_before(cast, source, is_release(text, language))
        owner = owner or press_office_before(cast, source)
        messages = group(language, "messages|news_items|with_owner")
        if owner is None and lemmas(text, language) & messages:
            owner = told_on_site(cast, source)
        owner = owner or first_author(cast, source)
        # No state that was only quoted has put out what is described as "оприлюднена заява".
        if len(whole) > len(text) and any(m.type == "LOC" and m.name == owner for m in cast.mentions[:MOST]):
            owner = None
    named = whole_owner(cast, source)
    # "звіті профспілки гірників України" is no state's
    place = any(m.type == "LOC" and m.name == owner for m in cast.over(source))
    if named is not None and (owner is None or owner in named or place):
        return named
    return owner or plain_name(cast, attribution, whole)


def from_piece(cast: Cast, source: Span) -> str | None:
    """``матеріалі [Главкома]``: a piece of a known outlet, which may be called as a thing is, but not as a person."""
    people = any(m.type == "PER" for m in cast.over(source))
    return None if people else piece_outlet(source.of(cast.report.text), cast.report.language)


def whole_owner(cast: Cast, source: Span) -> str | None:
    """``повідомленні [Головного управління ДСНС]``: a body's name of several words behind a document, in full."""
    words, language = list(WORD.finditer(source.of(cast.report.text))), cast.report.language
    if len(words) < LEAST_OF_OWNER or not words[1].group()[0].isupper():
        return None
    behind = Span(source.start + words[1].start(), source.stop).of(cast.report.text)
    noun = first_noun(behind, language)
    # "заяві Мерії та порту" is of two, "повідомленні Міністерства для преси" tells to whom
    if not noun & group(language, "bodies") or NOT_WHOLE.search(behind):
        return None
    name = phrase_nominative(behind, language, True)
    return name[:1].upper() + name[1:]


def is_own_view(cast: Cast, attribution: Attribution, source: Span) -> bool:
    """``на думку YouTube``, ``за даними Facebook``: whether a platform is the firm that thinks or counts, no page."""
    text, language = source.of(cast.report.text), cast.report.language
    references = group(language, "reference_prepositions")
    cue = WORD.findall(attribution.cue.of(cast.report.text))
    governed = attribution.rule == "phrase" and cue[-1].lower() not in references
    return governed and WORD.fullmatch(text) is not None and is_platform(text, language)


def without_adjective(cast: Cast, source: Span) -> Span:
    """``свежего обзора совета``: the source without the adjective of a paper behind which its owner stands."""
    words, language = list(WORD.finditer(source.of(cast.report.text))), cast.report.language
    if len(words) <= 2 or not words[0].group().islower() or not is_paper(words[1].group(), language):
        return source
    # "коротку нотатку «Хвиля над мостом»" has its title behind it.
    if not words[2].string[words[1].end() : words[2].start()].isspace():
        return source
    adjective = words[0].group()
    pointing = any(r.grammemes & POINTING for r in word_forms(adjective, language).readings)
    plain = is_adjective(adjective, language) and not pointing
    pronouns = group(language, "pronouns.possessive|joint")
    if not plain or lemmas(adjective, language) & pronouns or not agree(adjective, words[1].group(), language):
        return source
    return Span(source.start + words[1].start(), source.stop)


def is_paper(word: str, language: str) -> bool:
    """Whether a word is a noun for a document, a release or a work."""
    return bool(lemmas(word, language) & group(language, "works|documents|releases"))


def whose_answer(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``відповідь речника``, ``відповіді міністерства``: who is meant by what stands behind an answer."""
    return owner_by_post(cast, attribution, source) or owner_by_noun(cast, source)


def without_text_of(cast: Cast, source: Span) -> Span:
    """``тексті резолюції``: the source without the noun that says only that it is written."""
    words, language = list(WORD.finditer(source.of(cast.report.text))), cast.report.language
    lead = len(words) > 1 and lemmas(words[0].group(), language) & group(language, "any_document")
    if not lead or not lemmas(words[1].group(), language) & group(language, "documents"):
        return source
    return Span(source.start + words[1].start(), source.stop)


def from_inside(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``Компанія подала заяву. У ній зазначено``: a pronoun behind a preposition of place means the document before."""
    del attribution
    words, language = cast.words(source), cast.report.language
    gender = pronoun_gender(words[0], language) if len(words) == 1 else ""
    if not gender or not stands_inside(cast, source.start, words[0]):
        return False
    starts = sentences_before(cast, source.start)[-2:]
    kinds = group(language, "documents|releases")
    for word in reversed(list(WORD.finditer(cast.report.text, starts[0], source.start)) if starts else []):
        nouns = word_forms(word.group(), language).nouns
        # "нём" is of a man's noun and of a neuter one.
        alike = any(
            number == "sing" and (form == gender or (form, gender) == ("neut", "masc")) for _, number, form in nouns
        )
        if alike and lemmas(word.group(), language) & kinds:
            whose = owner_at(cast, word, source.start)
            return whose or issuer(cast, starts[0], word.end(), lemmas(word.group(), language))
    return None


def is_reply(cast: Cast, source: Span) -> bool:
    """Whether a source is a bare ``відповідь``: of the body that spoke last."""
    text, language = source.of(cast.report.text), cast.report.language
    return WORD.fullmatch(text) is not None and bool(lemmas(text, language) & group(language, "replies"))


def is_answer(cast: Cast, source: Span) -> bool:
    """Whether a source is an answer with whose it is: ``відповідь речника``."""
    return bool(first_noun(source.of(cast.report.text), cast.report.language) & group(cast.report.language, "replies"))


def leads_clause(cast: Cast, source: Span) -> bool:
    """``заява, в якій``: whether a relative clause behind a document tells what stands in it."""
    behind = CLAUSE.match(cast.report.text, source.stop)
    return behind is not None and behind.group(1) in group(cast.report.language, "relatives")


def from_work(cast: Cast, source: Span) -> str | None:
    """``план уряду Литви``, ``результати опитування «Базису»``: who stands behind it, named right behind it."""
    text, language = source.of(cast.report.text), cast.report.language
    if not first_noun(text, language) & group(language, "works"):
        return None
    first = WORD.match(text)
    named = next((m for m in cast.over(source) if m.type == "ORG" and m.span.stop == source.stop), None)
    # "Світова дитяча програма ООН" is a body itself.
    if named is not None and named.span.start == source.start:
        return None
    # "огляд Управління з ліків": the preposition is the name's own.
    whole = first is not None and named is not None and named.span.start == source.start + first.end() + 1
    if NOT_OWNED.search(text) and not whole:
        return None
    owner = owner_within(cast, source) or owner_of(cast, source)
    return owner or latin_owner(cast, source) or quoted_owner(cast, source)


def of_whom(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``его письмо``, ``їхня спільна заява``: whom the pronoun before a document means."""
    text, language = source.of(cast.report.text), cast.report.language
    own, _, rest = text.partition(" ")
    kinds = group(language, "documents|releases|works")
    # "у його телеграм-каналі"
    kinds |= group(language, "channels|own_pages")
    if not lemmas(own, language) & group(language, "pronouns.possessive") or not first_noun(rest, language) & kinds:
        return None
    if gender := pronoun_gender(own.lower(), language):
        return person_before(cast, source.start, gender) or body_before(cast, source.start, gender)
    return those_before(cast, attribution, source.start)


def spread_by(cast: Cast, source: Span) -> str | None:
    """``розповсюдженому міністерством релізі``, ``распространенном ею письме``: who put it out, before the paper."""
    language, words = cast.report.language, WORD.findall(source.of(cast.report.text))
    kinds = group(language, "documents|releases")
    if len(words) != SPREAD or not lemmas(words[0], language) & group(language, "put_out"):
        return None
    if not lemmas(words[2], language) & kinds:
        return None
    if gender := pronoun_gender(words[1].lower(), language):
        return person_before(cast, source.start, gender) or body_before(cast, source.start, gender)
    return told_body(cast, source.start, phrase_nominative(words[1], language, True))


def without_platform(cast: Cast, source: Span) -> Span:
    """``сторінка уряду в Twitter``: the source without the platform behind it."""
    tail = PLATFORM_TAIL.search(source.of(cast.report.text))
    language = cast.report.language
    places = group(language, "venues|press_offices")
    if tail is None or not (is_platform(tail.group(1), language) or lemmas(tail.group(1), language) & places):
        return source
    return Span(source.start, source.start + tail.start())


def from_commentary(cast: Cast, source: Span) -> str | bool:
    """``коментар НАК``, ``програма «24 канал»``: what a body comments, or a medium itself says."""
    text, language = source.of(cast.report.text), cast.report.language
    venue = first_noun(text, language) & group(language, "venues")
    owner = (owner_of(cast, source) or quoted_owner(cast, source)) if venue else None
    if owner is None and venue & comments(language):
        owner = owner_by_noun(cast, source)
        return owner if owner is not None else False
    own = venue & group(language, "news_items") and text.split()[-1].lstrip("".join(OPENING))[:1].isupper()
    return owner if owner is not None and (own or is_medium(owner, language)) else False
