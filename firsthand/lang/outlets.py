"""Who publishes: the table of outlets, agencies and platforms, looked up by any of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from firsthand.lang import LANGUAGES, table

# Letters at the start of a name that no case changes.
START = 3
SILENT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet, agency or platform; ``owner`` groups newsrooms that count as one origin."""

    id: str
    kind: str
    country: str
    state: bool
    owner: str
    domain: str
    names: tuple[tuple[str, str], ...]
    ambiguous: bool = False
    clear: tuple[tuple[str, str], ...] = ()

    def stands_alone(self, name: str, language: str) -> bool:
        """Whether the name needs no quotation marks and no noun such as "газета" beside it in that language.

        "соцмережах" is no "соцмережа Х".
        """
        blanks = name.count(" ")
        clear = (clear for code, clear in self.clear if code == language and clear.count(" ") == blanks)
        return not self.ambiguous or any(fold(known) == fold(name) for known in clear)


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name without case, quotation marks, hyphens and spaces, for look-ups."""
    return SILENT.sub("", name.lower().replace("ё", "е"))


@cache
def outlets() -> Mapping[str, Outlet]:
    """All outlets by id: the real ones, and the invented ones of the bundled sample."""
    rows = list(table("outlets")["outlet"]) + list(sample_rows())
    return {row["id"]: make(row) for row in rows}


def sample_rows() -> list[dict[str, object]]:
    """The invented outlets that the sample reports cite."""
    import tomllib

    file = resources.files("firsthand").joinpath("sample", "outlets.toml")
    return list(tomllib.loads(file.read_text("utf-8"))["outlet"]) if file.is_file() else []


def make(row: Mapping[str, object]) -> Outlet:
    """An outlet from its row."""
    names, clear = row.get("names"), row.get("clear", {})
    assert isinstance(names, Mapping)  # noqa: S101 - the table is ours and tested
    assert isinstance(clear, Mapping)  # noqa: S101
    return Outlet(
        str(row["id"]), str(row["kind"]), str(row.get("country", "")), bool(row.get("state")),
        str(row.get("owner", "")),
        str(row.get("domain", "")), tuple((code, name) for code in LANGUAGES for name in names.get(code, ())),
        bool(row.get("ambiguous")), tuple((code, name) for code in LANGUAGES for name in clear.get(code, ())),
    )  # fmt: skip


@cache
def by_name() -> Mapping[str, Outlet]:
    """Outlets by name or domain, as written and folded; "1+1" and "n-tv" only as written ("11", and NTV is another)."""
    found: dict[str, Outlet] = {}
    for outlet in outlets().values():
        for name in (*(name for _, name in outlet.names), outlet.domain):
            if name:
                found.setdefault(name, outlet)
            if any(letter.isalpha() for letter in name):
                found.setdefault(fold(name), outlet)
    return found


@cache
def platform_starts() -> frozenset[str]:
    """How the folded names of platforms begin."""
    return frozenset(fold(name)[:START] for name, outlet in by_name().items() if outlet.kind == "platform")


def may_name_platform(words: str) -> bool:
    """Whether a word begins as some platform's name does, which no case changes: a quick look before it is declined."""
    return any(fold(word)[:START] in platform_starts() for word in words.split())


@cache
def name_starts() -> frozenset[str]:
    """All that a folded name begins with."""
    folded = {fold(name) for name in by_name()}
    return frozenset(name[:size] for name in folded for size in range(1, len(name) + 1))


def may_begin_name(word: str) -> bool:
    """Whether some outlet's name begins with a word: a quick look before the words behind it are looked up with it."""
    return fold(word) in name_starts()


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that name, in any language and spelling the table has; None if it is not there."""
    return by_name().get(name) or by_name().get(fold(name))
