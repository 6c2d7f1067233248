"""Speakers: the full name behind a source. Read ``resolve.py`` first."""

from firsthand.stages.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
