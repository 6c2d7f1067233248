"""What options before the command say; apart, so that asking for help loads nothing else."""

from __future__ import annotations


class Chosen:
    """The store named before the command, if any."""

    store: str | None = None
