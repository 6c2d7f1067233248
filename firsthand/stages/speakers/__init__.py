"""Speakers: the full name behind a source. Read ``resolve.py`` first."""

from firsthand.stages.speakers.casting import make_cast
from firsthand.stages.speakers.resolve import resolve_speakers

__all__ = ["make_cast", "resolve_speakers"]
