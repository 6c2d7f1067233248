"""Which of the bodies named can be a firm: ``компанія`` is none of ``уряд``, ``ЄС``, ``профспілка``."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from firsthand.lang import table
from firsthand.names.keys import notions
from firsthand.names.reference import organisation_id, references
from firsthand.records import Mention, Span
from firsthand.stages.attribution.media import first_noun, known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, group, word_forms
from firsthand.stages.speakers.cast import CLOSING, LEGAL_REACH, MOST, OPENING, Cast
from firsthand.stages.speakers.crowds import sentences_before
from firsthand.stages.speakers.fullest import fullest_body
from firsthand.stages.speakers.sources import SENTENCE_END
from firsthand.stages.speakers.told import HEAD_WORDS, bodies_told, heads_of_bodies

NOUN_REACH = 40  # code points before a name in which its noun stands
FIRM_REACH = 300  # code points before a bare "фірма" in which the one meant is named
SHORT_WORD = 5  # letters: "Минск" is joined of nothing
LEADING = 3  # words before a noun that goes on with the sentence before: "Крім того, у компанії"
JOINED_REACH = 600  # code points before a bare "фірми" in which those meant are named
# Between names that are told together: "Skyline, Anchor та Базис".
JOINT = re.compile(r"(?:\s\([^()]{1,12}\))?\s?,?\s?(?:(?:і|й|та|и|and|а також|а также)\s|(?<=,)\s?)")
OFFICES = frozenset(("ministry", "government", "parliament", "court", "police", "prosecutor", "council", "commission"))
PUBLIC = frozenset(("international", "government", "ministry", "parliament", "army", "party", "court"))


def firm_nouns(word: str, language: str) -> frozenset[str]:
    """The nouns for a firm that a word can be, also one with a hyphen that the dictionary lacks: ``лоу-коста``."""
    firms, low = group(language, "firms"), word.lower()
    return (lemmas(word, language) & firms) or frozenset(f for f in firms if "-" in f and low.startswith(f))


def firm_before(cast: Cast, at: int, nouns: frozenset[str]) -> str | None:
    """``Skyline відмовилася від коментарів. Раніше компанія ...``: the firm that begins the sentence before."""
    language, text = cast.report.language, cast.report.text
    firms, makers = group(language, "firms"), group(language, "makers")
    starts = sentences_before(cast, at)
    if not nouns & (firms | makers) or len(starts) < 2 or len(WORD.findall(text[starts[-1] : at])) > LEADING:
        return None
    first = next((m for m in cast.over(Span(starts[-2], starts[-2] + 2)) if m.type == "ORG"), None)
    if first is None or text[starts[-2] : first.span.start].strip(OPENING):
        return None
    known = known_outlet(first.name, language) is not None or is_office(first.name, language)
    others = group(language, "bearers|offices") - firms
    union = any(m.name == first.name and noun_before(cast, m) & others for m in cast.mentions[:MOST])
    return None if known or union else fullest_body(cast, first.name)


def last_firm(cast: Cast, at: int) -> str | None:
    """``ТОВ «Базис» ... фірма``: the body named last, if near and with its legal form."""
    named = [m for m in cast.before(at) if m.type == "ORG" and at - FIRM_REACH <= m.span.start][-1:]
    return next((name for m in named if (name := with_form(cast, m)) is not None), None)


def with_form(cast: Cast, mention: Mention) -> str | None:
    """A firm's name with its legal form, which may stand before what was found as the name; None without one."""
    text, start, forms = cast.report.text, mention.span.start, table("bodies")["legal_forms"]
    if any(word.lower() in forms for word in WORD.findall(mention.name)):
        return mention.name
    lead = text[max(0, start - LEGAL_REACH) : start].rstrip(OPENING).rstrip()
    form = WORD.findall(lead)[-1:]
    if not form or form[0].lower() not in forms or not lead.endswith(form[0]):
        return None
    stop = mention.span.stop + (text[mention.span.stop : mention.span.stop + 1] in CLOSING)
    return f"{form[0]} {text[start - 1] if text[start - 1] in OPENING else ''}{text[start:stop]}"


def rivalled(cast: Cast, at: int, nouns: frozenset[str]) -> bool:
    """Whether more than one firm was named before, each behind a noun for a firm: ``компанія`` may be any of them."""
    firms = group(cast.report.language, "firms")
    if not nouns & firms:
        return False
    return len({m.name for m in cast.before(at) if m.type in ("ORG", "PRO") and noun_before(cast, m) & firms}) > 1


def frequent_body(cast: Cast, at: int, firm: bool) -> str | None:
    """The organisation, no outlet, that is named most often before a place; None where two tie.

    ``firm``: only one that can be a firm, so none behind ``профспілка``.
    """
    language = cast.report.language
    bodies = [m for m in cast.before(at) if m.type == "ORG" and known_outlet(m.name, language) is None]
    others = group(language, "bearers|offices") - group(language, "firms")
    unlike = {m.name for m in bodies if noun_before(cast, m) & others or is_public(m.name)} if firm else set()
    return leading([m.name for m in bodies if m.name not in unlike])


def called_firm(cast: Cast, at: int) -> str | None:
    """The body named most often before a place of those that stand behind a noun for a firm: ``лоукостер Skyline``."""
    return leading([m.name for m in cast.before(at) if m.type == "ORG" and is_firm(cast, m.name)])


def is_firm(cast: Cast, name: str) -> bool:
    """Whether a name stands behind a noun for a firm anywhere in the report: ``авіакомпанія Ryanair``."""
    firms = group(cast.report.language, "firms")
    return any(m.name == name and noun_before(cast, m) & firms for m in cast.mentions[:MOST] if m.type == "ORG")


def is_office(name: str, language: str) -> bool:
    """Whether a name is a state's body, so that no ``компанія`` means it."""
    return bool(notions(name, language) & OFFICES) or any(
        is_short_office(word, language) for word in WORD.findall(name)
    )


def is_short_office(word: str, language: str) -> bool:
    """``Мінприроди``: a word joined of the first syllable of ministry and a field, which no concept tells."""
    stems = table("bodies")["syllables"].get(language, {})
    offices = (syllable for syllable, stem in stems.items() if notions(stem, language) & OFFICES)
    joined = word[:1].isupper() and len(word) > SHORT_WORD and word.lower().startswith(tuple(offices))
    known = word_forms(word, language)
    return joined and not known.grammemes & {"Geox", "Name", "Surn"} and "ADJF" not in known.pos


def may_be_called(cast: Cast, body: str, nouns: frozenset[str]) -> bool:
    """Whether a body can be what such a noun means: a firm is no ministry, a ministry no firm, neither is a party."""
    language = cast.report.language
    if nouns & group(language, "firms"):
        return not is_office(body, language)
    # "сообщает The Edition": a name in Latin letters that nobody knows is no "комиссия".
    foreign = body.isascii() and not body.isupper() and organisation_id(body) is None
    if foreign and nouns & group(language, "offices") and nouns.isdisjoint(kinds_of(cast, body)):
        return False
    others = group(language, "firms|makers|media")
    before = (noun for m in cast.mentions[:MOST] if m.name == body for noun in noun_before(cast, m))
    if not others.isdisjoint(before) and not nouns & group(language, "media"):
        return False
    if nouns & group(language, "departments|makers"):
        return True
    own = kinds_of(cast, body)
    if own:
        return bool(own & nouns)
    meant = frozenset(notion for noun in nouns for notion in notions(noun, language))
    return not is_office(body, language) or bool(meant & (notions(body, language) | {"ministry"}))


def is_other_than_firm(cast: Cast, body: str) -> bool:
    """Whether a body is called a union or the like, or is a common noun for no firm: ``порт`` is no ``компанія``."""
    language = cast.report.language
    others = group(language, "bearers|offices") - group(language, "firms")
    if body[:1].islower():
        business = group(language, "firms|makers|enterprises")
        return not first_noun(body, language) & business
    return any(m.name == body and noun_before(cast, m) & others for m in cast.mentions[:MOST])


def kinds_of(cast: Cast, body: str) -> frozenset[str]:
    """The nouns for a body that its name begins with or that the report puts before it: ``аеропорт`` of Kaunas."""
    heads = heads_of_bodies(cast.report.language)
    told = frozenset(head for told in bodies_told(cast) if told.name.lower() == body.lower() for head in told.heads)
    words = (lemma for word in WORD.findall(body)[:HEAD_WORDS] for lemma in lemmas(word, cast.report.language))
    return (told | frozenset(words)) & heads


def is_public(name: str) -> bool:
    """Whether a name is known to be of a body that is no firm: ``ЄС``, ``НАТО``."""
    known = references().get(organisation_id(name) or "")
    return known is not None and known.kind in PUBLIC


def noun_before(cast: Cast, mention: Mention) -> frozenset[str]:
    """Lemmas of the noun right before a name, or before those who are its members."""
    language = cast.report.language
    lead = cast.report.text[max(0, mention.span.start - NOUN_REACH) : mention.span.start]
    before = WORD.findall(SENTENCE_END.split(lead)[-1])
    # "група експертів Міністерства" is no body of that name.
    while len(before) > 1 and mention.type != "LOC" and are_members(before[-1], language):
        if is_of_members(" ".join(before[-2:]), language):
            break
        before.pop()
    # "лоукост-перевізник Skyline" is a carrier
    return lemmas(before[-1], language) | lemmas(before[-1].rpartition("-")[2], language) if before else frozenset()


def is_of_members(text: str, language: str) -> bool:
    """``група експертів Міністерства``: people of a body, not a body of that name."""
    words = WORD.findall(text)[:2]
    collective = len(words) > 1 and lemmas(words[0], language) & group(language, "collectives")
    return bool(collective) and are_members(words[1], language)


def are_members(word: str, language: str) -> bool:
    """``профспілка пілотів Verum``: people in the genitive plural between a noun and the name."""
    readings = word_forms(word, language).readings
    return word.islower() and bool(readings) and all({"plur", "anim"} <= r.grammemes for r in readings)


def leading(names: list[str]) -> str | None:
    """The name that stands there most often, as it is written first; None where two tie. ``RyanAir`` is ``Ryanair``."""
    ranked = Counter(name.lower() for name in names).most_common(2)
    leads = bool(ranked) and (len(ranked) == 1 or ranked[1][1] < ranked[0][1])
    return next(name for name in names if name.lower() == ranked[0][0]) if leads else None


def are_joined(cast: Cast, named: list[Mention]) -> bool:
    """Whether nothing but commas and conjunctions stands between names."""
    between = (cast.report.text[a.span.stop : b.span.start] for a, b in pairwise(named))
    return all(JOINT.fullmatch(words) is not None for words in between)


def from_several(cast: Cast, source: Span) -> str | None:
    """A bare ``компанії``: the firms named together last, as they stand."""
    words, language = WORD.findall(source.of(cast.report.text)), cast.report.language
    kinds = group(language, "firms|makers")
    if len(words) != 1 or not lemmas(words[0], language) & kinds:
        return None
    near = [m for m in cast.before(source.start) if m.type == "ORG" and source.start - JOINED_REACH < m.span.start]
    for last in range(len(near) - 1, 0, -1):
        first = last
        while first and are_joined(cast, near[first - 1 : first + 1]):
            first -= 1
        before = cast.report.text[max(0, near[first].span.start - JOINED_REACH) : near[first].span.start]
        inset = before.rfind("(") > before.rfind(")")  # "(до неї входять Альфа й Бета)"
        if first < last and not inset:
            return cast.report.text[near[first].span.start : near[last].span.stop]
    return None
