"""Rules for documents: ``заява компанії``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.media import (
    bare_name,
    first_noun,
    is_document,
    is_medium,
    is_platform,
    is_release,
    lemmas,
)
from firsthand.stages.attribution.words import WORD, cases_in, group, word_forms
from firsthand.stages.speakers.bare_bodies import only_firm
from firsthand.stages.speakers.cast import MOST, SAME_SENTENCE, Cast, full_name
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.firms import is_short_office
from firsthand.stages.speakers.fullest import fullest_body, with_capital
from firsthand.stages.speakers.issuers import issued_by, issuer
from firsthand.stages.speakers.outlets import medium_within
from firsthand.stages.speakers.owners import owner_by_noun
from firsthand.stages.speakers.papers import (
    behind_paper,
    conducted_by,
    is_register,
    of_court,
    owner_of_page,
    press_office_before,
    quoted_owner,
    register_on_page,
)
from firsthand.stages.speakers.pronouns import body_before, person_before, stands_inside, those_before
from firsthand.stages.speakers.releases import comments, first_author, from_comment, from_domain, without_description
from firsthand.stages.speakers.roles import from_role
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    is_singular_person,
    plain_name,
    pronoun_gender,
)
from firsthand.stages.speakers.together import meant_together
from firsthand.stages.speakers.told import heads_of_bodies, told_body

NOUN_REACH = 30
SPREAD = 3  # words: "розповсюдженому міністерством релізі"
GENITIVES = ("ы", "и", "я", "і", "ї", "о")  # how a word joined with a genitive ends: "Мінекономіки"
LONGEST_LATIN = 3  # words of a name in Latin letters
OWNER_REACH = 100  # code points behind a document in which its owner stands
PUT_OUT_REACH = 120
PAGE_REACH = 600  # code points before a message in which the page that it stands on is named
DOCUMENT_REACH = 1500
PUNCTUATION = re.compile(r"[^\w\s«“\"-]")
# "правила в'їзду до Литви" are not Lithuania's.
NOT_OWNED = re.compile(r",|\s(?:у|в|во|на|до|для|про|по|з|із|с|со|о|об|из|к|за|щодо)\s")
PLACED = re.compile(r"\s(?:у|в|во|на|о|об|про)\s")
BY_RULE = re.compile(r"\s(?:по|про|о|об|за|щодо|против|проти)\s$")
PLATFORM_TAIL = re.compile(r"\s(?:у|в|во|на)\s([^\W\d_][\w-]{2,20})$")
# "звіт компанії за рік": what a report is about or for.
AFTERTHOUGHT = re.compile(r"\s(?:от|від|по|за|про|о|об|щодо|для|на)\s[^«»“”\"]{1,200}$")
# "звернення до влади": to whom it is written.
ADDRESSED = re.compile(r"\s(?:к|ко|до)\s[^«»“”\"]{1,80}$")
# Before a relative: ", в якій".
CLAUSE = re.compile(r",\s(?:[^\W\d_]{1,3}\s)?([^\W\d_]{3,12})")


def last_author(cast: Cast, at: int) -> str | None:
    """The body that spoke last and is no teller of others' news: whose statement a bare ``заява`` is."""
    tellers = {name for _, name, _ in cast.tellers}
    return next(
        (n for i, n, kind in reversed(cast.spoken[-MOST:]) if i < at and kind == "body" and n not in tellers), None
    )


def from_document(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A document speaks for its owner: ``заява НАК``, ``матеріал AP``; alone, for the body that spoke last."""
    text = source.of(cast.report.text)
    language = cast.report.language
    whose = of_whom(cast, attribution, source) or spread_by(cast, source) or register_on_page(cast, source)
    whose = whose or from_domain(cast, source)
    if whose is not None:
        return whose
    whole, source = text, without_description(cast, source)
    text = source.of(cast.report.text)
    if is_register(text, language):
        return plain_name(cast, attribution, text)
    if not (is_document(text, language) or is_release(text, language) or is_platform(text.split()[0], language)):
        lone = lemmas(text, language) & group(language, "any_document")
        return (
            conducted_by(cast, source)
            or from_work(cast, source)
            or from_commentary(cast, source)
            or (issued_by(cast, source) if lone else None)
            or (last_author(cast, source.start) if is_reply(cast, source) else None)
            or (owner_by_post(cast, attribution, source) if is_answer(cast, source) else None)
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
        messages = group(language, "messages") | group(language, "news_items") | group(language, "with_owner")
        if owner is None and lemmas(text, language) & messages:
            owner = told_on_site(cast, source)
        owner = owner or first_author(cast, source)
        # No state that was only quoted has put out what is described as "оприлюднена заява".
        if len(whole) > len(text) and any(m.type == "LOC" and m.name == owner for m in cast.mentions[:MOST]):
            owner = None
    return owner or plain_name(cast, attribution, whole)


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
    kinds = group(language, "documents") | group(language, "releases")
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


def owner_within(cast: Cast, source: Span) -> str | None:
    """``план литовського уряду``, ``опитування агентства «Базис»``: a body by its common noun behind the document's."""
    text, language = source.of(cast.report.text), cast.report.language
    rest = behind_documents(text, language)
    words = WORD.findall(rest)
    if not words or not is_genitive(words[0], language):
        return None
    named = [m for m in cast.over(Span(source.stop - len(rest), source.stop)) if m.type == "ORG"]
    if rest[:1].isupper():
        whole = len(named) == 1 and named[0].span.stop == source.stop and len(words) > 1
        name = phrase_nominative(rest, language, True)
        return fullest_body(cast, name[:1].upper() + name[1:]) if whole else None
    bodies = (group(language, "bodies") | group(language, "bearers") | heads_of_bodies(language)) - group(
        language, "owning_nothing"
    )
    body = first_noun(rest, language) & bodies
    # "сайт аеропорту" tells no more than the site.
    alone = len(words) == 1 and not first_noun(text, language) & group(language, "works")
    if are_authors(rest, language):
        return phrase_nominative(rest, language, True)
    if not body or alone or len(named) > 1:
        return None
    rest = AFTERTHOUGHT.sub("", rest)
    bare = bare_name(rest, language, "bearers") or bare_name(rest, language, "makers")
    bare = bare or only_firm(cast, Span(source.stop - len(rest), source.stop), words)
    return fullest_body(cast, bare or phrase_nominative(rest, language, True))


def owner_by_post(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``заява речника уряду``, ``лист прем'єра``: who is meant by the person behind the document's noun."""
    text, language = source.of(cast.report.text), cast.report.language
    rest = behind_documents(text, language)
    words = WORD.findall(rest)
    if (
        not words
        or not rest.islower()
        or not is_singular_person(words, language, True)
        or not is_genitive(words[0], language)
    ):
        return None
    behind = Span(source.stop - len(rest), source.stop)
    author = from_role(cast, replace(attribution, source=behind, rule="phrase"), behind)
    return author if isinstance(author, str) else None


def are_authors(text: str, language: str) -> bool:
    """``звернення скаржників``, ``заява авіакомпаній``: several people or firms in the genitive, who put it out."""
    words = WORD.findall(text)
    head = next((word for word in words if not word_forms(word, language).adjectives), "")
    if not head.islower() or any(word in group(language, "where_prepositions") for word in words):
        return False
    readings = [r for r in word_forms(head, language).readings if r.pos == "NOUN"]
    several = bool(readings) and all("plur" in r.grammemes for r in readings)
    people = all("anim" in r.grammemes for r in readings)
    return several and (people or bool(lemmas(head, language) & group(language, "firms")))


def behind_documents(text: str, language: str) -> str:
    """What stands behind the noun for a document, or behind several: ``уряду`` of ``результати опитування уряду``."""
    kinds = group(language, "works") | group(language, "documents") | group(language, "replies")
    words = list(WORD.finditer(text))
    found = [bool(lemmas(word.group(), language) & kinds) for word in words]
    found[:1] = [found[0] or is_platform(words[0].group(), language)] if found else []
    if True not in found:
        return ""
    first = found.index(True)
    last = next((at for at in range(first, len(words) - 1) if not found[at + 1]), len(words) - 1)
    return text[words[last].end() :].strip()


def is_genitive(word: str, language: str) -> bool:
    """Whether a word may stand in the genitive; one that the dictionary does not know may."""
    known = word_forms(word, language)
    cases = cases_in(known.nouns | known.adjectives)
    return "gent" in cases if cases else "PREP" not in known.pos


def of_whom(cast: Cast, attribution: Attribution, source: Span) -> str | None:
    """``его письмо``, ``їхня спільна заява``: whom the pronoun before a document means."""
    text, language = source.of(cast.report.text), cast.report.language
    own, _, rest = text.partition(" ")
    kinds = group(language, "documents") | group(language, "releases") | group(language, "works")
    # "у його телеграм-каналі"
    kinds |= group(language, "channels") | group(language, "own_pages")
    if not lemmas(own, language) & group(language, "pronouns.possessive") or not first_noun(rest, language) & kinds:
        return None
    if gender := pronoun_gender(own.lower(), language):
        return person_before(cast, source.start, gender) or body_before(cast, source.start, gender)
    return those_before(cast, attribution, source.start)


def spread_by(cast: Cast, source: Span) -> str | None:
    """``розповсюдженому міністерством релізі``, ``распространенном ею письме``: who put it out, before the paper."""
    language, words = cast.report.language, WORD.findall(source.of(cast.report.text))
    kinds = group(language, "documents") | group(language, "releases")
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
    places = group(language, "venues") | group(language, "press_offices")
    if tail is None or not (is_platform(tail.group(1), language) or lemmas(tail.group(1), language) & places):
        return source
    return Span(source.start, source.start + tail.start())


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
    if owner is not None and is_genitive_chain(cast.report.text[word.end() : owner.span.start], cast.report.language):
        return fullest_body(cast, owner.name)
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


def behind_first(cast: Cast, source: Span) -> Span:
    """A source without its first word: ``дипломатів`` of ``коментар дипломатів``."""
    first = WORD.search(source.of(cast.report.text))
    return Span(source.stop if first is None else min(source.stop, source.start + first.end() + 1), source.stop)


def issued_here(cast: Cast, source: Span) -> str | None:
    """``Сейм ухвалив резолюцію, в якій ...``: who issued a document of which a relative clause tells, or the medium."""
    head, language = first_noun(source.of(cast.report.text), cast.report.language), cast.report.language
    start = (sentences_before(cast, source.start) or [0])[-1]
    told = medium_within(cast, start, source.start) if head & group(language, "press_items") else None
    return told or issuer(cast, start, source.stop, head)


def is_genitive_chain(text: str, language: str) -> bool:
    """Whether only genitives stand between a noun and a name."""
    return not PUNCTUATION.search(text) and all(is_genitive(word, language) for word in WORD.findall(text))


def told_on_site(cast: Cast, source: Span) -> str | None:
    """``Про це сказано на сайті порту «Базис». ... йдеться у повідомленні``: whose page was named just before."""
    text, language = cast.report.text, cast.report.language
    pages = group(language, "sites") | group(language, "own_pages")
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


def from_commentary(cast: Cast, source: Span) -> str | bool:
    """``коментар НАК``, ``програма «24 канал»``: what a body comments, or a medium itself says."""
    text, language = source.of(cast.report.text), cast.report.language
    venue = first_noun(text, language) & group(language, "venues")
    owner = owner_of(cast, source) if venue else None
    if owner is None and venue & comments(language):
        owner = owner_by_noun(cast, source)
        return owner if owner is not None else False
    own = venue & group(language, "news_items") and text.split()[-1][:1].isupper()
    return owner if owner is not None and (own or is_medium(owner, language)) else False


def owner_of(cast: Cast, source: Span) -> str | None:
    """``заява НАК``: whose name stands in the source behind its noun."""
    inside = [m for m in cast.over(source) if source.contains(m.span) and m.span.start > source.start]
    owner = next((m for m in inside if m.type in ("ORG", "PER", "LOC", "PRO")), None)
    if inside and inside[-1].type == "PER" and inside[-1].span.stop == source.stop:
        # "сообщение директора Skyline Олеся Гнатюка"
        owner = inside[-1]
    # "звіт компанії за МСФО" is by no such owner.
    if owner is None or BY_RULE.search(cast.report.text[source.start : owner.span.start]):
        return None
    # "Дослідження в Литві та Естонії"
    if owner.type == "LOC" and PLACED.search(cast.report.text[source.start : owner.span.start]):
        return None
    if owner.type == "LOC" and owner.span.stop == source.stop and (body := body_of_place(cast, source)) is not None:
        return body
    return full_name(cast, owner) if owner.type == "PER" else fullest_body(cast, owner.name)


def body_of_place(cast: Cast, source: Span) -> str | None:
    """``уведомление королевского двора Дании``: what stands in the genitive between a document and a place."""
    rest = behind_documents(source.of(cast.report.text), cast.report.language)
    words = WORD.findall(rest)
    body = bool(first_noun(rest, cast.report.language) & group(cast.report.language, "of_states"))
    lead = [word for at, word in enumerate(words[:-1]) if word.islower() or (at == 0 and body)]
    nouns = any(word_forms(word, cast.report.language).nouns for word in lead)
    if not lead or len(lead) != len(words) - 1 or not nouns or not is_genitive_chain(rest, cast.report.language):
        return None
    name = phrase_nominative(rest, cast.report.language, True)
    return with_capital(name) if rest[:1].isupper() else name


def latin_owner(cast: Cast, source: Span) -> str | None:
    """``сайт Volanta``, ``опитування ЦСМ``, ``лист Мінлісу``: Latin letters, capitals, a joined word, not yet found."""
    rest = behind_documents(source.of(cast.report.text), cast.report.language)
    words = rest.split()
    latin = 1 <= len(words) <= LONGEST_LATIN and all(w[:1].isupper() and w.isascii() and w.isalnum() for w in words)
    latin = latin or (len(words) == 1 and len(rest) > 1 and rest.isalpha() and rest.isupper())
    if latin and not is_platform(rest, cast.report.language):
        return fullest_body(cast, rest)
    if len(words) != 1 or not is_short_office(rest, cast.report.language):
        return None
    # "Мінекономіки" is a genitive already.
    fixed = rest.endswith(GENITIVES)
    return fullest_body(cast, rest if fixed else with_capital(phrase_nominative(rest, cast.report.language, True)))


def author_before(cast: Cast, source: Span, release: bool) -> str | None:
    """Whose a bare document is: a release (``заява``) that of a body that spoke, a news item that of who told the news.

    A ``постанова`` or ``документ`` is no medium's.
    """
    at, language = source.start, cast.report.language
    if release:
        return last_author(cast, at)
    items = first_noun(source.of(cast.report.text), language) & group(language, "news_items")
    if items & group(language, "press_items") and (medium := next(cast.media_before(at), None)) is not None:
        return medium
    if not items and first_noun(source.of(cast.report.text), language) & group(language, "press_items"):
        return next(cast.media_before(at), None)  # a "заметка" is no firm's
    owner = cast.last_teller(at) or cast.last_speaker(at, frozenset(("body", "medium")))
    return owner if items or owner is None or not is_medium(owner, language) else last_author(cast, at)
