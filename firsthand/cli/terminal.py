"""Printing on a terminal: whatever a report holds comes out as plain words, at any width, with colour or without."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from firsthand.answer.wording import mark_of, plain

if TYPE_CHECKING:
    from rich.console import Console

_COLOURS = {"assert": "green", "deny": "red", "doubt": "yellow", "direct": "blue", "commit": "magenta"}
Part = str | tuple[str, str]


@cache
def out() -> Console:
    """Where answers go."""
    return _console(False)


@cache
def err() -> Console:
    """Where progress and failures go."""
    return _console(True)


def _console(stderr: bool) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def say(*parts: Part, indent: int = 0, to: Console | None = None) -> None:
    """One line of parts (text, or text and style); on a terminal it is wrapped under its own beginning."""
    from rich.padding import Padding
    from rich.text import Text

    console = to or out()
    line = Text.assemble(*(_clean(part) for part in parts))
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent) + line, soft_wrap=True)


def _clean(part: Part) -> Part:
    """Outer spaces are ours and stay."""
    text, style = (part, "") if isinstance(part, str) else part
    before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return (before + plain(text) + after if text.strip() else text, style)


def heading(text: str) -> None:
    """A line that begins a part, with an empty line above."""
    say()
    say((text, "bold underline"))


def act(name: str) -> tuple[str, str]:
    """Mark and word of an act, with its colour."""
    mark, word = mark_of(name)
    return f"{mark} {word}", _COLOURS.get(name, "")


def nothing(text: str) -> None:
    """That there is nothing to show is said, not left to be guessed."""
    say((text, "dim"))


def failures(lines: Iterable[tuple[str, str]]) -> None:
    """A line for each file that could not be read, and why."""
    for path, reason in lines:
        say(("failed ", "red"), f"{path}: {reason}", to=err())


def interactive() -> bool:
    """Whether somebody watches the progress."""
    return sys.stderr.isatty()
