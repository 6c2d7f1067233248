"""Language knowledge: TOML tables under ``data/<code>/``, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("uk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Language:
    """One language that firsthand reads; ``table(name)`` is ``data/<code>/<name>.toml``."""

    code: str

    def table(self, name: str) -> Mapping[str, Any]:
        """The parsed table; raises FileNotFoundError if the language has none of that name."""
        return table(f"{self.code}/{name}")


@cache
def table(name: str) -> Mapping[str, Any]:
    """A data table by its path under ``lang/data`` without the ending; cached, treat as read-only."""
    file = resources.files(__package__).joinpath("data", f"{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def load(code: str) -> Language:
    """The language of an ISO 639-1 code; raises KeyError for one that is not read."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return Language(code)


@cache
def month_forms() -> frozenset[str]:
    """The forms of the names of months, short ones too, in all languages."""
    tables = [load(code).table("times")["month"] for code in LANGUAGES]
    return frozenset(form for forms in tables for words in forms.values() for form in words)
