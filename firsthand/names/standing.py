"""What is said of a name by what is beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The cases that a name may stand in, and its gender or "" where nothing says it."""

    cases: frozenset[str]
    gender: str = ""
