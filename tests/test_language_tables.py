"""Every language table parses, is named in docs/languages.md, is composed (NFC), and holds no word twice in a list."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from firsthand.lang import LANGUAGES, load
from firsthand.stages.attribution.words import group

DATA = Path(str(resources.files("firsthand.lang"))) / "data"
DOCS = Path(__file__).parents[1] / "docs" / "languages.md"
TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.toml"))
EACH = pytest.mark.parametrize("table", TABLES)

ACTS = {"assert", "deny", "doubt", "direct", "commit"}
CUE_KEYS = {
    "act",
    "frames",
    "case",
    "negated",
    "weak",
    "object",
    "tense",
    "subject",
    "negated_frames",
    "not",
    "example",
}
# English has no morphology at hand: its rows give the forms that spelling does not.
CUE_KEYS |= {"acts", "alone", "past", "part", "ing", "also", "needs", "only"}


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list):
        if all(isinstance(word, str) for word in value):
            yield path, value
        else:
            for number, inner in enumerate(value):
                yield from lists(inner, f"{path}[{number}]")


def parsed(table: str) -> dict[str, Any]:
    return tomllib.loads((DATA / table).read_text("utf-8"))


@EACH
def test_a_table_is_composed_text(table: str) -> None:
    text = (DATA / table).read_text("utf-8")
    lines = [line for line in text.splitlines() if line != unicodedata.normalize("NFC", line)]
    assert lines == []
    assert "\t" not in text


@EACH
def test_no_list_of_a_table_holds_a_word_twice(table: str) -> None:
    # rows in a list of rows are columns (spellings, endings), where the same may stand twice
    words = {path: Counter(found) for path, found in lists(parsed(table)) if not path.endswith("]")}
    assert {
        path: [w for w, n in found.items() if n > 1]
        for path, found in words.items()
        if max(found.values(), default=0) > 1
    } == {}


@EACH
def test_the_guide_names_every_table(table: str) -> None:
    assert f"`{Path(table).name}`" in DOCS.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_tables(language: str) -> None:
    for name in ("grammar", "times", "quantities", "junk"):
        assert f"{language}/{name}.toml" in TABLES


@pytest.mark.parametrize("table", [table for table in TABLES if table.endswith("/cues.toml")])
def test_cues_have_known_keys_acts_and_frames(table: str) -> None:
    guide = DOCS.read_text("utf-8")
    for section, rows in parsed(table).items():
        assert section in {"verbs", "nouns", "phrases", "predicates", "groups"}
        for word, row in rows.items():
            assert set(row) <= CUE_KEYS, word
            assert row["act"] in ACTS, word
            assert [frame for frame in row.get("frames", []) if f"`{frame}`" not in guide] == [], word


def test_every_group_that_the_code_names_is_in_a_table() -> None:
    stages = Path(str(resources.files("firsthand.stages")))
    code = "".join(p.read_text("utf-8") for p in stages.rglob("*.py"))
    asked = re.findall(r"(?:group|spelled|meaning)\(([^()]*)\)", code)
    named = {name for names in asked for name in re.findall(r"[a-z_.]+", " ".join(re.findall(r'"([a-z_.|]+)"', names)))}
    assert len(named) > 300
    assert [name for name in sorted(named) if not any(group(language, name) for language in LANGUAGES)] == []


def test_ukrainian_and_russian_have_the_same_groups() -> None:
    ukrainian, russian = (set(load(language).table("grammar")) for language in ("uk", "ru"))
    assert ukrainian ^ russian == {"gerunds"}  # pymorphy3 knows the Russian ones
