"""Every attribution of every report as a ``Said``: with its speaker's entity, the day of saying and its chain."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from firsthand.names.parties import party
from firsthand.names.transliteration import plain, sound
from firsthand.records import Analysis, Attribution, Chain, Mention, Said, Sentence, Span, TimeExpression

CUE_REACH = 60  # code points between a cue and the day of saying: "заявили 15 вересня", "on Thursday said"
TITLE_REACH = 60  # code points between a country and the name whose title it is in
TITLE_BREAK = re.compile(r"[.,;:!?()«»\"“”–—\n]")
GAP = " … "  # between the parts of a content that the source cuts in two


def collect(analyses: Iterable[Analysis], entity_ids: Mapping[str, Sequence[str]]) -> tuple[Said, ...]:
    """All attributions in order of reports and places; ``entity_ids`` are the entities of each report's mentions."""
    return tuple(said for analysis in analyses for said in of_report(analysis, entity_ids.get(analysis.report.id, ())))


def of_report(analysis: Analysis, entities: Sequence[str]) -> tuple[Said, ...]:
    """One report's attributions."""
    return tuple(_said(number, found, analysis, entities) for number, found in enumerate(analysis.attributions))


def _said(number: int, found: Attribution, analysis: Analysis, entities: Sequence[str]) -> Said:
    report = analysis.report
    return Said(
        id=f"{report.id}:{number}",
        report=report.id,
        number=number,
        language=report.language,
        attribution=found,
        content=content_of(found, report.text),
        speaker=speaker_of(found, analysis, entities),
        said=said_on(found, analysis),
        chain=chain_of(found, analysis),
    )


def content_of(found: Attribution, text: str) -> str:
    """The words of the content; parts that touch are joined by a space, others by dots."""
    parts = [span.of(text).strip() for span in found.content]
    if not parts:
        return ""
    joins = [" " if b.start - a.stop <= 1 else GAP for a, b in pairwise(found.content)]
    return " ".join("".join(x + y for x, y in zip(parts, [*joins, ""], strict=True)).split())


# --- speaker ------------------------------------------------------------------------------------------


def speaker_of(found: Attribution, analysis: Analysis, entities: Sequence[str]) -> str | None:
    """The entity of the speaker: of the mention in the source, else of one with the speaker's name; None for none."""
    pairs = list(zip(analysis.mentions, entities, strict=False))
    if found.speaker is None:
        return None
    for chosen in (_named_in_full, _named_in_source, _named_alike):
        mention = chosen(found, pairs)
        if mention is not None:
            return acting(*mention, analysis.report.language)
    return None


Named = tuple[Mention, str]


def acting(mention: Mention, entity: str, language: str) -> str:
    """The party that speaks under a name: "Кремль", "Пхеньян" are their countries; an entity known otherwise stays."""
    if not entity.startswith(("city:", "org:", "place:")):
        return entity
    stands_for, why = party(mention.name, mention.type, language, "speaker")
    return stands_for if why.startswith("metonym") else entity


def _named_in_full(found: Attribution, pairs: Sequence[Named]) -> Named | None:
    """A mention whose name is the speaker's."""
    name = plain(found.speaker or "")
    return next(((m, e) for m, e in pairs if plain(m.name) == name), None)


def _named_in_source(found: Attribution, pairs: Sequence[Named]) -> Named | None:
    """The mention that heads the source: a person before a body, a body before a place."""
    if found.source is None or not found.speaker:
        return None
    order = {"PER": 0, "ORG": 1, "PRO": 2, "LOC": 3}
    inside = [(m, e) for m, e in pairs if found.source.contains(m.span) and _shares_word(m.name, found.speaker)]
    whole = [(m, e) for m, e in inside if m.type != "LOC" or _is_most_of(m, found.source)]
    return min(whole, key=lambda pair: (order.get(pair[0].type, 9), pair[0].span), default=None)


def _is_most_of(mention: Mention, source: Span) -> bool:
    """A country in "уряд країни" is not the speaker; "у Росії" is."""
    return mention.span.stop - mention.span.start >= 0.6 * (source.stop - source.start)


def _named_alike(found: Attribution, pairs: Sequence[Named]) -> Named | None:
    """A person or body whose name holds all of the speaker's words, or the other way round."""
    spoken = set(sound(found.speaker or "").split())
    for mention, entity in pairs:
        named = set(sound(mention.name).split())
        if mention.type in ("PER", "ORG") and spoken and named and (named >= spoken or spoken >= named):
            return mention, entity
    return None


def _shares_word(left: str, right: str) -> bool:
    return bool({w[:4] for w in sound(left).split()} & {w[:4] for w in sound(right).split()})


# --- date of saying -----------------------------------------------------------------------------------


def said_on(found: Attribution, analysis: Analysis) -> str | None:
    """The day (month, year) of saying: a time beside the cue, in its sentence and outside the content."""
    sentence = sentence_of(found.cue, analysis.sentences)
    if sentence is None:
        return None
    near = [t for t in analysis.times if sentence.span.contains(t.span) and _gap(t.span, found.cue) <= CUE_REACH]
    near = [t for t in near if _is_date(t) and not _in_content(t.span, found)]
    near = [t for t in near if not _cut_off(t.span, found, analysis.report.text)]
    nearest = min(near, key=lambda t: (_gap(t.span, found.cue), t.span), default=None)
    return nearest.value if nearest else None


def _is_date(time: TimeExpression) -> bool:
    return time.value[:1].isdigit() and "X" not in time.value[:4] and len(time.value) >= 4


def _in_content(span: Span, found: Attribution) -> bool:
    return any(content.overlaps(span) for content in found.content)


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.stop, right.start - left.stop, 0)


def _cut_off(span: Span, found: Attribution, text: str) -> bool:
    """Whether another content or clause stands between a time and the cue."""
    between = text[min(span.stop, found.cue.stop) : max(span.start, found.cue.start)]
    return any(mark in between for mark in ".;:")


def sentence_of(span: Span, sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence in which a span begins."""
    return next((s for s in sentences if s.span.start <= span.start < s.span.stop), None)


# --- chain --------------------------------------------------------------------------------------------


def chain_of(found: Attribution, analysis: Analysis) -> tuple[str, ...]:
    """The hops behind an attribution: of the passage, if it states them, else of the report; () where neither does."""
    sentence = sentence_of(found.cue, analysis.sentences)
    passages = [c for c in analysis.chains if c.scope == "passage" and sentence and sentence.span.overlaps(c.evidence)]
    passage = min(passages, key=lambda c: (_gap(c.evidence, found.cue), -len(c.hops), c.evidence), default=None)
    return passage.hops if passage else _of_report(analysis.chains)


def _of_report(chains: Sequence[Chain]) -> tuple[str, ...]:
    whole = [c for c in chains if c.scope == "report"]
    return max(whole, key=lambda c: (len(c.hops), -c.evidence.start), default=Chain((), "", Span(0, 0), "")).hops


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
                counted[entity].update(_titled(analysis, entities, number))
    named = {entity: _own_country(entity) or _commonest(count) for entity, count in counted.items()}
    return {entity: side for entity, side in sorted(named.items()) if side}


def _own_country(entity: str) -> str | None:
    """The country in a body's key: ``name:affairs-foreign-ministry-@RU``."""
    codes = set(re.findall(r"@([A-Z]{2})(?![A-Z@])", entity))
    return f"country:{codes.pop()}" if len(codes) == 1 else None


def _commonest(count: Counter[str]) -> str | None:
    best = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _titled(analysis: Analysis, entities: Sequence[str], number: int) -> list[str]:
    """The country in the title before a name: the last place, with nothing but words of a title between."""
    text, person = analysis.report.text, analysis.mentions[number]
    for at in range(number - 1, max(number - 4, -1), -1):
        place = analysis.mentions[at]
        between = text[place.span.stop : person.span.start]
        if len(between) > TITLE_REACH or TITLE_BREAK.search(between):
            break
        if place.type == "LOC" and (_is_adjectival(place, text) or between.strip() == ""):
            return [acting(place, entities[at], analysis.report.language)]
    return []


def _is_adjectival(place: Mention, text: str) -> bool:
    """Whether a place stands in another case than the nominative, or describes: "президент Росії", "Russian"."""
    return place.span.of(text).lower() != place.name.lower() or text[place.span.stop : place.span.stop + 1] == " "
