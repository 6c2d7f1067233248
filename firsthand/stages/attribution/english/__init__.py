"""Attributions of English reports, by word order. Read ``find.py`` first."""

from firsthand.stages.attribution.english.find import find_english

__all__ = ["find_english"]
