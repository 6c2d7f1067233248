"""Gold mentions of SlavicNER as laid out in its folder: ``{uk,ru}/<topic>__<file>.txt.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gold:
    """A mention as annotated: offsets into the report, words, nominative, type and the id it has in all languages."""

    report: str
    topic: str
    language: str
    start: int
    stop: int
    text: str
    name: str
    type: str
    id: str


def mentions(root: Path, languages: tuple[str, ...] = ("uk", "ru")) -> Iterator[Gold]:
    """Capitalised mentions of people, places and organisations."""
    for language in languages:
        for path in sorted((root / language).glob("*.tsv")):
            yield from (gold for gold in _read(path, language) if _counts(gold))


def _counts(gold: Gold) -> bool:
    return gold.type in ("PER", "LOC", "ORG") and gold.text.lstrip("\"«“„'")[:1].isupper()


def _read(path: Path, language: str) -> Iterator[Gold]:
    topic = path.name.split("__")[0]
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 6:
            start, stop, text, name, type_, id_ = fields[:6]
            yield Gold(f"{language}/{path.name}", topic, language, int(start), int(stop), text, name, type_, id_)
