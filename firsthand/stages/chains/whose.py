"""Whose a document is that names its owner by a noun alone: ``звіт російської компанії``, ``звіт компанії``."""

from __future__ import annotations

import re
from itertools import takewhile

from firsthand.names.reference import country_of, organisation_id, references
from firsthand.records import Mention, Span
from firsthand.stages.attribution.media import known_outlet, lemmas
from firsthand.stages.attribution.words import WORD, Line, Word
from firsthand.stages.chains.scene import QUOTES, Scene
from firsthand.stages.speakers.firms import frequent_body, is_public, leading

# Characters before a name in which the report says of which country it is: "ирландская авиакомпания Skyline".
NATION_REACH = 40
# Words between "виробник" and the name of the firm: "виробник мінеральної води".
MOST_BEFORE = 3
# Characters of a report in which a firm in quotation marks is looked for.
MOST_READ = 3_000
QUOTED_NAME = re.compile(r"[«“„\"]([А-ЯІЇЄҐЁA-Z][^«»“”„\"\n]{1,40})[»”“\"]")


def firm_meant(scene: Scene, owner: Span) -> str | None:
    """``російської компанії``: the firm of that country which the report names most often; None where none is."""
    line = scene.line
    country = country_told(line, describing(line, owner))
    if country is None:
        return None
    named = [m for m in scene.cast.before(owner.start) if m.type == "ORG" and is_firm(m, line.language)]
    return leading([m.name for m in named if is_of_country(scene, m, country)])


def firm_of_report(scene: Scene, owner: Span) -> str | None:
    """``компанії``, where nothing near says which: the firm that the report has named most often, or begins with."""
    words = describing(scene.line, owner)
    if len(words) != 1 or is_several(words[0]):
        return None
    return frequent_body(scene.cast, owner.start, firm=True) or opening_firm(scene) or marked_firm(scene, owner.start)


def marked_firm(scene: Scene, place: int) -> str | None:
    """``виробник води «Хвиля»``, ``«Хвиля» закриє``: the one name in quotation marks that a firm has before a place."""
    line = scene.line
    text = scene.cast.report.text[: min(place, MOST_READ)]
    nouns = line.group("firms|makers")
    found = set()
    for match in QUOTED_NAME.finditer(text):
        before = WORD.findall(text[max(0, match.start() - NATION_REACH) : match.start()])[-MOST_BEFORE:]
        called = any(lemmas(word, line.language) & nouns for word in before)
        if called or not match.start():
            found.add(match.group(1))
    return found.pop() if len(found) == 1 else None


def is_several(noun: Word) -> bool:
    """``компаній``: whether a noun stands in the plural."""
    return all(number == "plur" for _, number, _ in noun.nouns)


def opening_firm(scene: Scene) -> str | None:
    """The firm by whose name a report begins, as the one that its title tells of."""
    first = next(iter(scene.cast.mentions), None)
    text = scene.cast.report.text
    opens = first is not None and first.type == "ORG" and not text[: first.span.start].strip(QUOTES + "\n")
    return first.name if first is not None and opens and is_firm(first, scene.line.language) else None


def describing(line: Line, owner: Span) -> list[Word]:
    """The words of an owner up to a preposition, if they call a firm by a noun and name nobody; else none."""
    words = [*takewhile(lambda word: "PREP" not in word.pos, line.inside(owner))]
    nouns = line.group("firms|makers")
    described = bool(words) and words[-1].lemmas & nouns and all(w.mention < 0 or not w.capital for w in words)
    return words if described else []


def country_told(line: Line, words: list[Word]) -> str | None:
    """The code of the country that an adjective among words says."""
    said = (country_of(lemma, line.language) for word in words if word.adjectives for lemma in word.lemmas)
    return next(filter(None, said), None)


def is_firm(mention: Mention, language: str) -> bool:
    """Whether a name can be of a firm: no outlet, and no body of a state."""
    return known_outlet(mention.name, language) is None and not is_public(mention.name)


def is_of_country(scene: Scene, mention: Mention, country: str) -> bool:
    """Whether a firm is known to be of a country, or the report says so right before its name."""
    known = references().get(organisation_id(mention.name) or "")
    if known is not None:
        return known.country == country
    language = scene.line.language
    start = mention.span.start
    before = WORD.findall(scene.cast.report.text[max(0, start - NATION_REACH) : start])[-2:]
    return any(country_of(lemma, language) == country for word in before for lemma in lemmas(word, language))
