"""The words of the pages, by language: one catalogue file each, so that a language is added without Python."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue of one language: ``code`` as in BCP 47, ``name`` in that language itself."""

    code: str
    name: str
    plural: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words under a key, with values put in; the key itself where a word is missing."""
        return self.words.get(key, key).format(**values) if values else self.words.get(key, key)

    def count(self, key: str, number: int) -> str:
        """``3 reports`` in the form that the number asks for."""
        form = self.words.get(f"{key}.{form_of(self.plural, number)}") or self.words.get(f"{key}.other", key)
        return form.format(n=number)


def form_of(rule: str, number: int) -> str:
    """The plural form (one, few, other) by the rule named in a catalogue."""
    if rule == "slavic":
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "other"
    return "one" if number == 1 else "other"


@cache
def catalogues() -> Mapping[str, Messages]:
    """All languages of the pages, by code."""
    folder = resources.files("firsthand.web").joinpath("catalogue")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): _catalogue(file.name, file.read_text("utf-8")) for file in files}


def _catalogue(file: str, text: str) -> Messages:
    table = tomllib.loads(text)
    own = table.pop("language")
    return Messages(file.removesuffix(".toml"), own["name"], own["plural"], dict(_flat(table, "")))


def _flat(table: Mapping[str, object], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        name = f"{prefix}{key}"
        found += _flat(value, f"{name}.") if isinstance(value, dict) else [(name, str(value))]
    return found


def chosen(asked: str | None, kept: str | None, accepted: str | None) -> Messages:
    """The catalogue that a reader asks for, asked for before, or whose browser prefers it."""
    known = catalogues()
    wishes = [asked, kept, *(part.split(";")[0].strip()[:2].lower() for part in (accepted or "")[:200].split(","))]
    return next((known[wish] for wish in wishes if wish and wish in known), known[DEFAULT])
