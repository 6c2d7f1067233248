"""``Институт имени Иванова`` is one organisation: in all 57 such names of SlavicNER the person is a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.lang import table
from firsthand.names.words import Word

if TYPE_CHECKING:
    from firsthand.names.tagger import Name

BODY, HONOURED = "ORG", ("PER", "ORG", "LOC")


def with_honoured(names: Sequence[Name], sentences: Iterable[Sequence[Word]]) -> list[Name]:
    """The names, in order, each body in one with whom it is named after; the score is the lesser."""
    after = set(named_after(sentences))
    found: list[Name] = []
    for name in names:
        body = found[-1] if found else None
        if body is not None and body.type == BODY and name.type in HONOURED and (body.stop, name.start) in after:
            found[-1] = replace(body, stop=name.stop, score=min(body.score, name.score))
        else:
            found.append(name)
    return found


def named_after(sentences: Iterable[Sequence[Word]]) -> Iterable[tuple[int, int]]:
    """Where a body's name may stop and that of the person begin: around ``имени`` or behind it."""
    marks = table("bodies")["named_after"]
    for words in sentences:
        for at, word in enumerate(words):
            if at and word.text.lower().rstrip(".") in marks:
                behind = next((w for w in words[at + 1 : at + 3] if w.text != "."), None)
                if behind is not None:
                    yield words[at - 1].stop, behind.start
                    yield word.stop, behind.start
