"""Reads the case files of marked sentences: ``<s>``ource, ``<c>``ue, ``<q>`` content, the speakers and the chains."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from firsthand.records import Span

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"</?([scq])>")


@dataclass(frozen=True)
class Said:
    """A sentence without its marks, and what is marked in it; ``act`` is "none" where nothing is attributed."""

    text: str
    act: str
    form: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Told:
    """A passage and the chain it states; no hops where it states none."""

    text: str
    hops: tuple[str, ...]
    scope: str


@dataclass(frozen=True)
class Spoken:
    """A passage, a source in it, and whom it means; None where the passage does not tell."""

    text: str
    source: Span
    speaker: str | None


def attributions(language: str) -> list[Said]:
    """The cases of ``attributions_<language>.txt``."""
    return [said(line) for line in _lines(f"attributions_{language}.txt")]


def chains(language: str) -> list[Told]:
    """The cases of ``chains_<language>.txt``."""
    return [_told(line) for line in _lines(f"chains_{language}.txt")]


def speakers(language: str) -> list[Spoken]:
    """The cases of ``speakers_<language>.txt``."""
    return [_spoken(line) for line in _lines(f"speakers_{language}.txt")]


def failing(kind: str) -> list[tuple[str, Said | Spoken | Told]]:
    """The cases of ``<kind>_known_failures.txt`` with their language: what is still read wrongly."""
    read = {"attributions": said, "speakers": _spoken, "chains": _told}[kind]
    rows = (line.split(" | ", 1) for line in _lines(f"{kind}_known_failures.txt"))
    return [(language, read(rest)) for language, rest in rows]


def _lines(name: str) -> list[str]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def said(line: str) -> Said:
    """One marked sentence with its act and form."""
    label, marked = line.split(" | ", 1)
    act, _, form = label.partition(" ")
    text, spans = unmark(marked)
    first = {kind: found[0] if found else None for kind, found in spans.items()}
    return Said(text, act, form, first["s"], first["c"], tuple(spans["q"]))


def _spoken(line: str) -> Spoken:
    name, marked = line.split(" | ", 1)
    text, spans = unmark(marked)
    return Spoken(text, spans["s"][0], None if name == "-" else name)


def _told(line: str) -> Told:
    *label, text = line.split(" | ")
    if label == ["none"]:
        return Told(text, (), "")
    hops, scope = label
    return Told(text, tuple(hops.split(" > ")), scope)


def unmark(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the marked spans in it by the letter of the mark."""
    spans: dict[str, list[Span]] = {"s": [], "c": [], "q": []}
    opened: dict[str, int] = {}
    text, at = "", 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group().startswith("</"):
            spans[mark[1]].append(Span(opened.pop(mark[1]), len(text)))
        else:
            opened[mark[1]] = len(text)
    return text + marked[at:], spans
