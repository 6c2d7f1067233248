"""Events: what happened, with time, place and participants, joined from the reports that tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.records import Analysis, Claim, Dating, Event, Said


def find(
    analyses: Iterable[Analysis],
    said: Sequence[Said],
    claims: Sequence[Claim],
    datings: Mapping[str, Dating],
    entities: Mapping[str, Sequence[str]],
) -> tuple[Event, ...]:
    """The events that the reports tell, earliest first."""
    return ()
