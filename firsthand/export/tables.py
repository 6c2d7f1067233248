"""All that is known as flat tables, one row a thing: what the CSV and Parquet exports write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from firsthand.answer.lookup import Lookup
from firsthand.export.texts import whole
from firsthand.records import Answer

Value = str | int | float | bool | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types (str, int, float, bool), and how its rows are made."""

    columns: Mapping[str, type]
    rows: Callable[[Lookup], Iterator[Row]]


def tables(answer: Answer) -> dict[str, list[dict[str, Value]]]:
    """Every table's rows, in a fixed order, each with all of its columns."""
    lookup = Lookup(answer)
    return {
        name: [{column: _clean(row[column]) for column in table.columns} for row in table.rows(lookup)]
        for name, table in TABLES.items()
    }


def _clean(value: Value) -> Value:
    return whole(value) if isinstance(value, str) else value


def _reports(lookup: Lookup) -> Iterator[Row]:
    for analysis in lookup.answer.analyses:
        report, dating = analysis.report, lookup.dating(analysis.report.id)
        story = lookup.story_of.get(report.id)
        yield {
            "report": report.id, "path": report.path, "title": report.title, "url": report.url,
            "outlet": report.outlet, "language": report.language, "published": dating.value,
            "published_why": "; ".join(dating.why) or None, "story": story.id if story else None,
            "characters": len(report.text),
        }  # fmt: skip


def _entities(lookup: Lookup) -> Iterator[Row]:
    for entity in lookup.answer.entities:
        yield {
            "entity": entity.id, "type": entity.type, "name": lookup.name(entity.id),
            "reports": len(lookup.reports_of.get(entity.id, ())), "said": len(lookup.said_by.get(entity.id, ())),
        }  # fmt: skip


def _names(lookup: Lookup) -> Iterator[Row]:
    for entity in lookup.answer.entities:
        yield from ({"entity": entity.id, "language": code, "name": name} for code, name in entity.names)


def _attributions(lookup: Lookup) -> Iterator[Row]:
    for said in lookup.answer.said:
        found, text = said.attribution, lookup.report(said.report).text
        claim = lookup.claim_of.get(said.id)
        yield {
            "attribution": said.id, "report": said.report, "speaker": said.speaker,
            "speaker_name": lookup.who_said(said),
            "source": found.source.of(text) if found.source else None,
            "cue": found.cue.of(text), "content": said.content,
            "start": min(span.start for span in (found.cue, *found.content)),
            "stop": max(span.stop for span in (found.cue, *found.content)), "act": found.act, "form": found.form,
            "date": lookup.date_of(said), "chain": " > ".join(said.chain) or None,
            "claim": claim.id if claim else None, "rule": found.rule, "score": found.score,
        }  # fmt: skip


def _claims(lookup: Lookup) -> Iterator[Row]:
    for claim in lookup.answer.claims:
        yield {
            "claim": claim.id, "gist": claim.gist, "said": len(claim.said),
            "reports": len({lookup.said[id_].report for id_ in claim.said}), "origins_low": claim.origins.low,
            "origins_high": claim.origins.high, "origins": "; ".join(claim.origins.names) or None,
            "origins_why": claim.origins.why or None, "contested": claim.contested,
        }  # fmt: skip


def _positions(lookup: Lookup) -> Iterator[Row]:
    for claim in lookup.answer.claims:
        for one in claim.positions:
            yield {
                "claim": claim.id, "actor": one.actor, "actor_name": lookup.name(one.actor), "act": one.act,
                "date": one.date, "attribution": one.said,
            }  # fmt: skip


def _contradictions(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.answer.contradictions:
        yield {"left": one.left, "right": one.right, "kind": one.kind, "reason": one.reason}


def _reuse(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.answer.reuse:
        yield {
            "report": one.report, "start": one.span.start, "stop": one.span.stop, "from": one.source,
            "from_start": one.source_span.start, "from_stop": one.source_span.stop, "similarity": one.similarity,
            "how": one.how,
        }  # fmt: skip


def _novelty(lookup: Lookup) -> Iterator[Row]:
    for one in lookup.answer.novelty:
        yield {
            "report": one.report, "start": one.sentence.start, "stop": one.sentence.stop, "label": one.label,
            "earlier": one.earlier, "reason": one.reason,
            "text": one.sentence.of(lookup.report(one.report).text),
        }  # fmt: skip


def _quantities(lookup: Lookup) -> Iterator[Row]:
    for analysis in lookup.answer.analyses:
        for one in analysis.quantities:
            yield {
                "report": analysis.report.id, "text": one.span.of(analysis.report.text), "start": one.span.start,
                "stop": one.span.stop, "low": one.low, "high": one.high, "unit": one.unit, "modifier": one.modifier,
            }  # fmt: skip


def _stories(lookup: Lookup) -> Iterator[Row]:
    for story in lookup.answer.stories:
        yield {"story": story.id, "title": story.title, "reports": len(story.reports)}


def _events(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.answer.events:
        yield {
            "event": event.id, "what": event.what, "when": event.when, "where": event.where,
            "who": "; ".join(event.who) or None, "reports": "; ".join(event.reports) or None,
        }  # fmt: skip


def _table(rows: Callable[[Lookup], Iterator[Row]], texts: str, numbers: str = "", **others: type) -> Table:
    """A table with columns of text, then whole numbers, then others."""
    columns: dict[str, type] = {**dict.fromkeys(texts.split(), str), **dict.fromkeys(numbers.split(), int), **others}
    return Table(columns, rows)


TABLES: Mapping[str, Table] = {
    "reports": _table(
        _reports, "report path title url outlet language published published_why story", "characters"
    ),
    "entities": _table(_entities, "entity type name", "reports said"),
    "names": _table(_names, "entity language name"),
    "attributions": _table(
        _attributions, "attribution report speaker speaker_name source cue content act form date chain claim rule",
        "start stop", score=float,
    ),
    "claims": _table(
        _claims, "claim gist origins origins_why", "said reports origins_low origins_high", contested=bool
    ),
    "positions": _table(_positions, "claim actor actor_name act date attribution"),
    "contradictions": _table(_contradictions, "left right kind reason"),
    "reuse": _table(_reuse, "report from how", "start stop from_start from_stop", similarity=float),
    "novelty": _table(_novelty, "report label earlier reason text", "start stop"),
    "quantities": _table(_quantities, "report text unit modifier", "start stop", low=float, high=float),
    "stories": _table(_stories, "story title", "reports"),
    "events": _table(_events, "event what when where who reports"),
}  # fmt: skip
