"""Rules for media: ``видання``, ``агентство Bloomberg``."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.names.reference import organisation_id, references
from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.media import (
    MEDIA_KINDS,
    QUOTES,
    bare_name,
    first_noun,
    has_newsroom,
    is_medium,
    known_outlet,
    lemmas,
    may_be_called,
    neuter_forms,
    outlet_form,
    split_name,
)
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, MOST, SAME_SENTENCE, Cast, is_office_agency
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.fullest import fullest_body, is_country, with_capital
from firsthand.stages.speakers.papers import is_page, register_on_page
from firsthand.stages.speakers.sources import (
    SENTENCE_END,
    begins_sentence,
    described_name,
    plain_name,
)
from firsthand.stages.speakers.told import bodies_told, is_within, told_body

NOUN_REACH = 30
BEHIND_REACH = 60  # code points behind a verb in which its subject stands
PAGE_WORDS = 5  # of a phrase that tells of one's own page
# "Telegram-канал Baza": the platform before the noun for a channel.
PLATFORM = re.compile(r"^[A-Za-z]{2,20}-(?=[а-яёіїєґ]{3})")
# A name of few words in quotation marks behind a noun.
QUOTED = re.compile(r"([^\W\d_][\w’'ʼ-]{2,20}) [«“„\"]([А-ЯЁЄІЇҐ][\w’'ʼ-]{1,20}(?: [\w’'ʼ-]{1,20}){0,2})[»”“\"]")
QUOTED_REACH = 2000  # code points before a bare noun in which its medium is named
CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)
CLOSES = ("»", "”", "“", '"')
BRACKETS = re.compile(r"\s*\([^()]{0,80}\)$")


def from_medium(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """A medium by its name: ``агентство Bloomberg`` -> ``Bloomberg``; a bare ``видання`` is the medium named last."""
    text = before_description(BRACKETS.sub("", source.of(cast.report.text)), cast.report.language)
    language = cast.report.language
    if (register := register_on_page(cast, source)) is not None:
        return register
    people = group(language, "reporters|relational|posts")
    if not is_medium(text, language) or ends_in_person(cast, source) or first_noun(text, language) & people:
        return False
    if is_office_agency(cast, source):
        return False
    if press := lemmas(text, language) & group(language, "at_large"):
        return min(press)
    if len(text.split()) == 1 and lemmas(text, language) & group(language, "media") and not text.isupper():
        nouns = lemmas(text, language)
        capital = text[:1].isupper() and not begins_sentence(cast, source.start)
        # "в Агентстві" is no paper
        if capital and (office := told_body(cast, source.start, text)) is not None:
            return office
        last = teller_just_before(cast, source.start, nouns) or nearest_agency(cast, attribution, source.start, nouns)
        last = last or last_medium(cast, source.start, nouns) or latin_teller(cast, source.start)
        other = last or last_medium(cast, source.start)
        last = other if other is not None and may_be_called(other, nouns, language) else None
        last = last or (first_medium(cast, source) if attribution.rule == "headline" else None)
        return longer_name(cast, last) if last else plain_name(cast, attribution, text)
    # "передає Чеське радіо": by the capital inside a sentence a name of its own
    inside = text[:1].isupper() and not begins_sentence(cast, source.start)
    called = inside or known_outlet(text, language) is not None
    if is_described_noun(text, language) and not called and (only := only_medium(cast, source.start)) is not None:
        return longer_name(cast, only)
    text = PLATFORM.sub("", text)
    name = described_name(text, language) or bare_name(text, language, "media")
    marked = text.endswith(CLOSES)  # "видання «Схід»"
    if not marked and any(m.type == "LOC" and m.name == name for m in cast.over(source)):
        name = None  # "спортивні газети Литви"
    return longer_name(cast, name) if name else plain_name(cast, attribution, text)


def from_declined_name(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """``За даними [Громадського]``, ``«Телеграфа»``: a known outlet that is called as a thing is, in the nominative.

    Inside a sentence but a name has a capital or marks; people and places are none.
    """
    text, language = source.of(cast.report.text), cast.report.language
    name = text.strip(QUOTES)
    inside = name != text or not begins_sentence(cast, source.start)
    if attribution.rule != "phrase" or not inside or not name[:1].isupper():
        return False
    if any(m.type in ("PER", "LOC") for m in cast.over(source)) and next(neuter_forms(name, language), None) is None:
        return False
    form = outlet_form(name, language)
    outlet = find_outlet(form) if form is not None else None
    return f"{form[:1].upper()}{form[1:]}" if form and outlet is not None and has_newsroom(outlet) else False


def before_description(text: str, language: str) -> str:
    """``Dawn, найстаріша газета Пакистану``, ``газета Dawn, одна з найбільших``: the name before what it is."""
    name, comma, rest = text.partition(", ")
    if not comma or not rest[:1].islower():
        return text
    nouns = first_noun(name, language) & group(language, "media")
    led = nouns and split_name(name, language).name is not None
    described = name[:1].isupper() and first_noun(rest, language) & group(language, "media")
    return name if led or described else text


def longer_name(cast: Cast, name: str) -> str:
    """``WP`` -> ``Washington Post``, ``Harbor Post`` -> ``The Harbor Post``, where the report has both."""
    with_article = f"The {name}"
    if any(m.name == with_article for m in cast.mentions[:MOST]):
        return with_article
    outlet = known_outlet(name, cast.report.language)
    if not name.isupper() or outlet is None:
        return name
    named = (m.name for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and " " in m.name)
    others = (other for other in named if known_outlet(other, cast.report.language) == outlet)
    return next(others, name)


def is_described_noun(text: str, language: str) -> bool:
    """``печатное издание``: an adjective before a bare noun for one medium, not ``израильские медиа``."""
    words = WORD.findall(text)
    press = group(language, "at_large|media_at_large")
    nouns = lemmas(words[1], language) if len(words) == 2 else frozenset()
    if len(words) != 2 or not words[1].islower() or not nouns & group(language, "media") - press:
        return False
    alike = word_forms(words[0], language).adjectives & word_forms(words[1], language).nouns
    return any(number == "sing" for _, number, _ in alike)


def only_medium(cast: Cast, at: int) -> str | None:
    """The medium that alone is named before a place: what ``американское издание`` means."""
    named = (m for m in cast.before(at) if m.type in ("ORG", "PRO") and m.span.stop <= at and names_medium(cast, m))
    names = {m.name.removeprefix("The ") for m in named if not is_called_agency(m.name, cast.report.language)}
    return names.pop() if len(names) == 1 else None


def ends_in_person(cast: Cast, source: Span) -> bool:
    """``журналістка «Степ-Інформу» Марта Соловій``: no medium, though one is named."""
    return any(m.type == "PER" and source.start < m.span.start < source.stop <= m.span.stop for m in cast.over(source))


def nearest_agency(cast: Cast, attribution: Attribution, at: int, nouns: frozenset[str]) -> str | None:
    """``МАГАТЕ ... В агентстві``: the office so called that was named last, if no news agency was named since.

    No office ``пише``.
    """
    language = cast.report.language
    written = lemmas(attribution.cue.of(cast.report.text), language) & group(language, "press_verbs")
    if not nouns & group(language, "agencies") or written:
        return None
    named = [m for m in cast.before(at) if m.type in ("ORG", "PRO") and m.span.stop <= at]
    offices = [(m.span.start, m.name) for m in named if is_called_agency(m.name, language)]
    told = (body for body in bodies_told(cast) if body.start < at and is_whole_agency(body.name, language))
    offices += [(body.start, body.name) for body in told]
    media = [m for m in named if names_medium(cast, m) and may_be_called(m.name, nouns, language)]
    media = [m for m in media if not is_called_otherwise(cast, m, nouns)]
    # The agency that has spoken since by its bare noun is the same.
    spoken = (place for place, name, _ in cast.spoken[-MOST:] if any(name == m.name for m in media))
    last = max((*spoken, *(m.span.start for m in media)), default=-1)
    place, office = max(offices, default=(-1, ""))
    whole = max((name for _, name in offices if is_within(office, name)), key=len, default="")
    if place <= last:
        return None
    return whole if " " in whole else fullest_body(cast, whole)


def is_whole_agency(name: str, language: str) -> bool:
    """``Ветеринарне агентство Литви``: an agency by words alone, with no name in quotation marks or Latin letters."""
    last = WORD.findall(name)[-1:]
    plain = " " in name and not name.endswith(CLOSING) and not any(word.isascii() for word in last)
    named = plain and known_outlet(name, language) is None
    return named and bool(first_noun(name, language) & group(language, "agencies"))


def teller_just_before(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """``..., сообщает AMNA. Агентство ...``: an unknown name in Latin letters that ends the sentence before."""
    starts = sentences_before(cast, at)
    place, name, kind = cast.spoken[-1] if cast.spoken else (0, "", "")
    told = kind == "body" and len(starts) > 1 and starts[-2] <= place < starts[-1] and is_latin(name)
    if not told or not nouns & group(cast.report.language, "agencies"):
        return None
    words = cast.report.text[place : starts[-1]].strip(' .«»“”"\n')
    return name if words == name else None


def latin_teller(cast: Cast, at: int) -> str | None:
    """``Про це написала De Gazet``: who told the news last under a name in Latin letters."""
    told = (name for place, name, kind in reversed(cast.tellers[-MOST:]) if place < at and kind == "body")
    return next((name for name in told if is_latin(name)), None)


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters, with whatever marks: ``Público``."""
    return not any(CYRILLIC.search(word) for word in WORD.findall(name))


def is_called_agency(name: str, language: str) -> bool:
    """Whether a known organisation, no outlet, bears the noun for an agency in its full name."""
    known = references().get(organisation_id(name) or "")
    words = (word for full in known.names.get(language, ()) for word in WORD.findall(full)) if known else ()
    outlet = known is not None and known.id.startswith("outlet:")
    return not outlet and any(lemmas(word, language) & group(language, "agencies") for word in words)


def first_medium(cast: Cast, source: Span) -> str | None:
    """``Газета: ...`` in a headline: the one medium that the report names below with a noun for one."""
    language = cast.report.language
    if any(number == "plur" for _, number, _ in word_forms(source.of(cast.report.text), language).nouns):
        return None
    named = {m.name for m in cast.mentions[:MOST] if m.type in ("ORG", "PRO") and names_medium(cast, m)}
    return named.pop() if len(named) == 1 else None


def last_medium(cast: Cast, at: int, nouns: frozenset[str] = frozenset()) -> str | None:
    """The medium named last before a place that a noun can mean: what a bare ``видання`` means."""
    language = cast.report.language
    named = (m for m in cast.before(at) if m.type in ("ORG", "PRO") and m.span.stop <= at)
    media = [m for m in named if names_medium(cast, m) and may_be_called(m.name, nouns, language)]
    media = sorted((*media, *quoted_media(cast, at)), key=lambda m: m.span.start)
    media = [m for m in media if not is_called_otherwise(cast, m, nouns)]
    if not media:
        return cast.last_speaker(at, frozenset(("medium",)))
    last = media[-1]
    # "dpa", in small letters, was found as no name.
    spoken = [(place, name) for place, name, kind in cast.spoken[-MOST:] if kind == "medium" and place < at][-1:]
    if spoken and last.span.stop < spoken[0][0] and may_be_called(spoken[0][1], nouns, language):
        noun = WORD.match(cast.report.text, spoken[0][0])
        kind = lemmas(noun.group(), language) & group(language, "media") if noun is not None else frozenset[str]()
        # "телеканал M1" is no agency.
        if not kind or kind & nouns:
            return spoken[0][1]
    # "Про це повідомила газета X, пише Y": the paper is X.
    told = (m for m in media[:-1] if has_noun(cast, m) and not has_noun(cast, last) and one_sentence(cast, m, last))
    referred = (m for m in media[:-1] if is_referred_to(cast, m) and one_sentence(cast, m, last))
    origins = chain(told, () if is_referred_to(cast, last) else referred)
    first = next(origins, media[-2] if len(media) > 1 and passes_on(cast, media[-2], last) else last)
    # "Telegram-канал Baza" that was found as one name.
    return bare_name(PLATFORM.sub("", first.name), language, "media") or first.name


def is_referred_to(cast: Cast, mention: Mention) -> bool:
    """``з посиланням на X``: whether a word of reference and its preposition lead to a name."""
    lead = cast.report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start]
    words, language = [word.lower() for word in WORD.findall(lead)[-3:]], cast.report.language
    reference, prepositions = group(language, "reference"), group(language, "reference_prepositions")
    return any(word in reference and behind in prepositions for word, behind in pairwise(words))


def passes_on(cast: Cast, left: Mention, right: Mention) -> bool:
    """``..., повідомляє X, пише Y``: whether but a verb stands between two media, so that the news is the first's."""
    between, language = cast.report.text[left.span.stop : right.span.start], cast.report.language
    words = WORD.findall(between)
    verb = len(words) == 1 and "VERB" in word_forms(words[0], language).pos
    return verb and between.lstrip('»”"').startswith(", ") and left.name != right.name


def quoted_media(cast: Cast, at: int) -> list[Mention]:
    """``щоденник «Праця»``: media in quotation marks behind their noun before a place that were not found as names."""
    text, language = cast.report.text, cast.report.language
    found = (m for m in QUOTED.finditer(text, max(0, at - QUOTED_REACH), at) if not cast.over(Span(*m.span(2))))
    media = group(language, "media")
    named = [m for m in found if lemmas(m.group(1), language) & media]
    return [Mention(Span(*m.span(2)), "ORG", with_capital(phrase_nominative(m.group(2), language))) for m in named]


def is_called_otherwise(cast: Cast, mention: Mention, nouns: frozenset[str]) -> bool:
    """Whether a medium stands behind a noun of another kind: ``радіо Skyline`` is no ``агентство``."""
    language = cast.report.language
    before = WORD.findall(cast.report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])[-1:]
    own = frozenset(lemma for word in before for lemma in lemmas(word, language))
    kinds = [group(language, f"media_nouns.{kind}") for kind in MEDIA_KINDS]
    meant, told = [kind for kind in kinds if nouns & kind], [kind for kind in kinds if own & kind]
    return bool(meant) and bool(told) and not any(kind in meant for kind in told)


def names_medium(cast: Cast, mention: Mention) -> bool:
    """Whether a name is a medium's: a known one, or one behind a noun for a medium."""
    name, language = mention.span.of(cast.report.text), cast.report.language
    # "Міжнародне енергетичне агентство" writes no news.
    fields = group(language, "agency_fields")
    if any(lemmas(word, language) & fields for word in WORD.findall(name)[:-1]) and first_noun(name, language) & group(
        language, "agencies"
    ):
        return False
    called = bare_name(name, language, "media") if " " in name else None
    if called is not None and is_country(called, language):
        return False  # "Агентство довкілля Литви"
    return is_medium(name, language) or has_noun(cast, mention)


def medium_within(cast: Cast, start: int, stop: int) -> str | None:
    """``В газеті X вийшла стаття, в якій``: the medium named last between two places."""
    media = [
        m for m in cast.before(stop) if start <= m.span.start and m.type in ("ORG", "PRO") and names_medium(cast, m)
    ]
    return longer_name(cast, media[-1].name) if media else None


def has_noun(cast: Cast, mention: Mention) -> bool:
    """Whether a noun for a medium stands right before a name: ``газета``."""
    before = WORD.findall(cast.report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start])
    return bool(before) and bool(lemmas(before[-1], cast.report.language) & group(cast.report.language, "media"))


def one_sentence(cast: Cast, left: Mention, right: Mention) -> bool:
    """Whether no sentence ends between two names."""
    between = cast.report.text[left.span.stop : right.span.start]
    return len(between) < SAME_SENTENCE and not SENTENCE_END.search(between)


def from_name_behind(cast: Cast, attribution: Attribution) -> str | None:
    """``як повідомила на своїй сторінці Dawn``: the name in the nominative right behind a verb, or behind its page."""
    text, at = cast.report.text, attribution.cue.stop
    if attribution.source is not None or attribution.rule != "as":
        return None
    named = next((m for m in cast.over(Span(at, min(len(text), at + BEHIND_REACH))) if m.type in ("ORG", "PRO")), None)
    if named is None or named.span.start <= at or named.span.of(text) != named.name or not is_single(cast, attribution):
        return None
    between = WORD.findall(text[at : named.span.start])
    plain = not text[at : named.span.start].strip(' «“„"') or is_own_page(cast, text[at : named.span.start], between)
    return fullest_body(cast, longer_name(cast, named.name)) if plain else None


def is_single(cast: Cast, attribution: Attribution) -> bool:
    """Whether a cue is a verb in the singular of the past or the third person."""
    words = WORD.findall(attribution.cue.of(cast.report.text))[-1:]
    readings = [r for word in words for r in word_forms(word, cast.report.language).readings if r.pos == "VERB"]
    return any(r.grammemes & {"past", "3per"} and "plur" not in r.grammemes for r in readings)


def is_own_page(cast: Cast, text: str, words: list[str]) -> bool:
    """``на своїй інтернет-сторінці``, ``у себя на сайте``: whether words tell only of one's own page."""
    language = cast.report.language
    own = any(lemmas(word, language) & group(language, "pronouns.reflexive") for word in words)
    return "," not in text and len(words) <= PAGE_WORDS and own and is_page(words[-1], language)
