"""What a person decides about two things, put into the terms in which the stages decide.

Entities are judged by the keys of their names (``firsthand.names.keys``), claims by what was said (``Said`` ids),
stories by reports: these stay what they are when groups change, so a decision outlives them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from firsthand.answer.lookup import Lookup
from firsthand.errors import NotFoundError, UsageError
from firsthand.records import Entity, Judgement


def decision(lookup: Lookup, subject: str, pair: tuple[str, str], verdict: str, reason: str) -> Judgement:
    """A person's judgement on two things by id or name. Raises UsageError if they are one and the same, or unknown."""
    if subject not in TERMS:
        raise UsageError(f"{subject!r} cannot be judged; choose one of {', '.join(TERMS)}")
    left, right = (TERMS[subject](lookup, one, verdict) for one in pair)
    if left == right:
        raise UsageError(f"{pair[0]!r} and {pair[1]!r} are the same {subject} by name; nothing to judge")
    left, right = sorted((left, right))
    return Judgement(subject, left, right, verdict, reason or "decided by hand", "person", "")


def entity_key(lookup: Lookup, name: str, verdict: str) -> str:
    """The key that stands for an entity; to tell two apart, the key of that very name."""
    entity = _entity(lookup, name)
    if verdict == "same" or name == entity.id:
        return entity.keys[0]
    from firsthand.names.linking import lookup_keys

    wanted = lookup_keys(name)
    return next((key for key in entity.keys if key.split("@@", 1)[0] in wanted), entity.keys[0])


def _entity(lookup: Lookup, name: str) -> Entity:
    found = lookup.find_entities(name)
    if not found:
        raise NotFoundError(f"no entity {name!r}")
    if len(found) > 1:
        some = ", ".join(f"{entity.id} ({lookup.name(entity.id)})" for entity in found[:5])
        raise NotFoundError(f"{name!r} may be {len(found)} entities: {some}")
    return found[0]


def claim_member(lookup: Lookup, words: str, verdict: str) -> str:
    """What was said: by its own id, or the first thing said of a claim."""
    return words if words in lookup.said else lookup.find_claim(words).said[0]


def story_member(lookup: Lookup, words: str, verdict: str) -> str:
    """A report: by its own id, or the first report of a story."""
    return words if words in lookup.analyses else lookup.find_story(words).reports[0]


TERMS: Mapping[str, Callable[[Lookup, str, str], str]] = {
    "entity": entity_key,
    "claim": claim_member,
    "story": story_member,
}
