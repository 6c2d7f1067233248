"""Who speaks, as an entity, and for whom: speakers of attributions, and the country that a title names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.names.keys import name_key
from firsthand.names.parties import party
from firsthand.names.transliteration import plain, sound
from firsthand.records import Analysis, Attribution, Mention, Span

TITLE_REACH = 60  # code points between a country and the name whose title it is in
TITLE_BREAK = re.compile(r"[.,;:!?()«»\"“”–—\n]")
NEAREST = 3  # names back from a person at which its country may stand
MOST = 0.6  # of the letters of a source that a body or place has to be, to be the speaker
WORD = re.compile(r"\w+(?:['’ʼ-]\w+)*")
JOINED = re.compile(r"^\W*(?:і|й|та|и|and|,|так і|як і|как и|as well as)\W*(?:у|в|во|in)?\W*$", re.IGNORECASE)
Named = tuple[Mention, str]


# --- speakers -----------------------------------------------------------------------------------------


def speakers_of(found: Attribution, analysis: Analysis, entities: Sequence[str]) -> tuple[str, ...]:
    """The entities that speak: one as a rule, more where a source joins them ("Пхеньян і Москва"), () where unknown."""
    pairs = list(zip(analysis.mentions, entities, strict=False))
    joint = _joint(found, analysis, pairs)
    if joint:
        return joint
    if found.speaker is None:
        return ()
    for chosen in (_named_in_full, _of_press_office, _person_in_source, _most_of_source, _state_of_body, _named_alike):
        named = chosen(found, analysis, pairs)
        if named is not None:
            return (acting(*named, analysis.report.language),)
    return _known_by_name(found.speaker, analysis.report.language)


def _known_by_name(name: str, language: str) -> tuple[str, ...]:
    """A country or organisation of the reference data that no mention was found for."""
    for kind in ("LOC", "ORG"):
        key = name_key(name, kind, language)
        if key.startswith(("country:", "org:", "outlet:", "city:")):
            return (acting(Mention(Span(0, 0), kind, name), key, language),)
    return ()


def _joint(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> tuple[str, ...]:
    """Two or more names with nothing but "and" between them, from the beginning of a source to its end."""
    inside = sorted((p for p in pairs if found.source and found.source.contains(p[0].span)), key=lambda p: p[0].span)
    if found.source is None or len(inside) < 2:
        return ()
    text = analysis.report.text
    gaps = [text[a.span.stop : b.span.start] for (a, _), (b, _) in pairwise(inside)]
    around = text[found.source.start : inside[0][0].span.start] + text[inside[-1][0].span.stop : found.source.stop]
    if not all(JOINED.match(gap) and gap.strip() for gap in gaps) or len(WORD.findall(around)) > 2:
        return ()
    return tuple(dict.fromkeys(acting(m, e, analysis.report.language) for m, e in inside))


def _of_press_office(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """The one body that a source's press office is of: both are one origin."""
    text, language = analysis.report.text, analysis.report.language
    words = WORD.findall(found.source.of(text)) if found.source is not None else []
    offices = table(f"{language}/grammar").get("press_offices", ())
    if found.source is None or not words or not any(r.lemma in offices for r in parses(words[0].lower(), language)):
        return None
    bodies = [pair for pair in pairs if pair[0].type == "ORG" and found.source.contains(pair[0].span)]
    return bodies[0] if len(bodies) == 1 else None


def _named_in_full(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """A mention whose name is the speaker's."""
    name = plain(found.speaker or "")
    return next((pair for pair in pairs if plain(pair[0].name) == name), None)


def _person_in_source(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """The person in the source that the speaker's name names: of several the one with most of its words."""
    spoken = _sounds(found.speaker or "")
    inside = [p for p in pairs if found.source and p[0].type == "PER" and found.source.contains(p[0].span)]
    shared = [(len(_sounds(p[0].name) & spoken), p) for p in inside]
    best = max(shared, key=lambda s: (s[0], _is_nominative(s[1][0], analysis), s[1][0].span), default=None)
    return best[1] if best and best[0] else None


def _is_nominative(mention: Mention, analysis: Analysis) -> bool:
    return mention.span.of(analysis.report.text).lower() == mention.name.lower()


def _most_of_source(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """A body or place that is nearly all of the source: "у Росії", not "представництво США при ООН"."""
    source = found.source
    inside = [p for p in pairs if source and source.contains(p[0].span) and p[0].type != "PER"]
    whole = [p for p in inside if source and _length(p[0].span) >= MOST * _length(source)]
    return max(whole, key=lambda p: (_length(p[0].span), p[0].span), default=None)


def _state_of_body(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """The state whose own body speaks: "уряд Тескарії", "the Russian authorities", "представництво США при ООН"."""
    if found.source is None:
        return None
    words = WORD.findall(found.source.of(analysis.report.text).lower())[:12]
    if not any(_forms(word, analysis.report.language) & _bodies(analysis.report.language) for word in words):
        return None
    places = [p for p in pairs if p[0].type == "LOC" and found.source.contains(p[0].span)]
    return min(places, key=lambda p: p[0].span, default=None)


def _named_alike(found: Attribution, analysis: Analysis, pairs: Sequence[Named]) -> Named | None:
    """A person or body of the report whose name holds all of the speaker's words, or the other way round."""
    spoken = _sounds(found.speaker or "")
    for mention, entity in pairs:
        named = _sounds(mention.name)
        long = min(len(named), len(spoken)) >= 2 or (len(named) == 1 and named == spoken)
        if mention.type in ("PER", "ORG") and long and (named >= spoken or spoken >= named):
            return mention, entity
    return None


def _sounds(name: str) -> frozenset[str]:
    return frozenset(word.rstrip("aeiou") or word for word in sound(name).split())


def _length(span: Span) -> int:
    return span.stop - span.start


def _forms(word: str, language: str) -> frozenset[str]:
    return frozenset({word, *(reading.lemma for reading in parses(word, language)[:3])})


@cache
def _bodies(language: str) -> frozenset[str]:
    return frozenset(table("claims")["sides"]["bodies"][language])


# --- sides --------------------------------------------------------------------------------------------


def sides(analyses: Iterable[Analysis], entity_ids: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Person or body -> the country (else body) that it is most often named with: "речниця президента Велмарії ...".

    Two countries named equally often make no side. A body whose own key names one country is that country's.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for analysis in analyses:
        entities = entity_ids.get(analysis.report.id, ())
        for number, (mention, entity) in enumerate(zip(analysis.mentions, entities, strict=False)):
            if mention.type in ("PER", "ORG"):
                counted[entity].update(titled(analysis, entities, number))
    named = {entity: own_country(entity) or _commonest(count) for entity, count in counted.items()}
    return {entity: side for entity, side in sorted(named.items()) if side}


def own_country(entity: str) -> str | None:
    """The country in a body's key: ``name:affairs-foreign-ministry-@RU``."""
    codes = set(re.findall(r"(?<!@)@([A-Z]{2})(?![A-Za-z@])", entity))
    return f"country:{codes.pop()}" if len(codes) == 1 else None


def _commonest(count: Counter[str]) -> str | None:
    best = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def titled(analysis: Analysis, entities: Sequence[str], number: int) -> tuple[str, ...]:
    """The country in the title before a name, or (): the last place, with nothing but words of a title between."""
    text, person = analysis.report.text, analysis.mentions[number]
    for at in range(number - 1, max(number - 1 - NEAREST, -1), -1):
        place = analysis.mentions[at]
        between = text[place.span.stop : person.span.start]
        if (
            len(between) > TITLE_REACH
            or TITLE_BREAK.search(between)
            or _does_something(between, analysis.report.language)
        ):
            return ()
        if place.type == "LOC" and not place.span.overlaps(person.span):
            return (acting(place, entities[at], analysis.report.language),)
    return ()


def _does_something(between: str, language: str) -> bool:
    """Whether a verb or preposition stands between, so that the place is no part of the title."""
    readings = (parses(word, language)[:1] for word in WORD.findall(between)[:8])
    return any(found and found[0].pos in ("VERB", "INFN", "GRND", "PREP", "CONJ") for found in readings)


def acting(mention: Mention, entity: str, language: str) -> str:
    """The party that speaks under a name: "Кремль", "Пхеньян" are their countries; an entity known otherwise stays."""
    if not entity.startswith(("city:", "org:", "place:")):
        return entity
    stands_for, why = party(mention.name, mention.type, language, "speaker")
    return stands_for if why.startswith("metonym") else entity
