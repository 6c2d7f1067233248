"""One actor: its names, what it said, what was said of it, and the decisions that made it one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.answer.dates import sort_key
from firsthand.records import Entity, Judgement, Said
from firsthand.web.contents import Contents, known, shown
from firsthand.web.views.shared import Listed, Passage, Wanted, listed, passage


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in a list."""

    id: str
    name: str
    type: str
    names: dict[str, tuple[str, ...]]
    reports: int
    said: int
    about: int


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """A decision, by a rule or a person, that two things are the same or not."""

    id: int
    subject: str
    left: str
    right: str
    verdict: str
    reason: str
    by: str
    at: str
    undone_at: str | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that is known of an actor; ``show`` is by or about."""

    actor: ActorLine
    show: str
    statements: Listed[Passage]
    judgements: tuple[JudgementLine, ...]


def actor_lines(contents: Contents, q: str, wanted: Wanted) -> Listed[ActorLine]:
    """The actors that bear a name (all, if none is asked for), those that say most first."""
    found = _matching(contents, q.strip()[:200]) if q.strip() else contents.answer.entities
    ranked = sorted(found, key=lambda e: (-len(contents.said_by.get(e.id, ())), -_named(contents, e), e.id))
    return listed(ranked, wanted, lambda entity: actor_line(contents, entity))


def _matching(contents: Contents, q: str) -> Iterable[Entity]:
    """Entities of that name in any language, and those whose name begins so or holds it."""
    plain = q.casefold()
    held = [e for e in contents.answer.entities if any(plain in name.casefold() for _, name in e.names)]
    return dict.fromkeys([*contents.find_entities(q), *held])


def _named(contents: Contents, entity: Entity) -> int:
    return len(contents.reports_of.get(entity.id, ()))


def actor_line(contents: Contents, entity: Entity) -> ActorLine:
    """An actor in a list."""
    names: dict[str, list[str]] = {}
    for code, name in entity.names[:60]:
        names.setdefault(code, []).append(shown(name, 120))
    return ActorLine(
        entity.id, shown(contents.name(entity.id), 120), entity.type,
        {code: tuple(dict.fromkeys(some)) for code, some in sorted(names.items())}, _named(contents, entity),
        len(contents.said_by.get(entity.id, ())), len(contents.about.get(entity.id, ())),
    )  # fmt: skip


def actor_page(contents: Contents, id_: str, show: str, wanted: Wanted) -> ActorPage:
    """One actor. Raises NotFoundError."""
    entity = known(contents.entities, id_, "actor")
    table = contents.about if show == "about" else contents.said_by
    said = sorted(table.get(id_, ()), key=lambda one: (*sort_key(contents.date_of(one)), one.id))
    return ActorPage(
        actor_line(contents, entity), "about" if show == "about" else "by",
        listed(said, wanted, lambda one: _passage(contents, one)), judgements_on(contents, entity),
    )  # fmt: skip


def _passage(contents: Contents, said: Said) -> Passage:
    return passage(contents, said)


def judgements_on(contents: Contents, entity: Entity) -> tuple[JudgementLine, ...]:
    """The decisions on this entity's names."""
    keys = set(entity.keys) | {entity.id}
    found = [j for j in contents.answer.judgements if j.subject == "entity" and {j.left, j.right} & keys]
    return tuple(judgement_line(one) for one in found[:100])


def judgement_line(found: Judgement) -> JudgementLine:
    """A decision in a list."""
    return JudgementLine(
        found.id or 0, found.subject, shown(found.left, 120), shown(found.right, 120), found.verdict,
        shown(found.reason, 300), shown(found.by, 60), found.at, found.undone_at,
    )  # fmt: skip
