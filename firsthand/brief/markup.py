"""HTML that cannot be broken by what it shows: text is always escaped, only what is built here is markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from firsthand.answer.wording import plain


class Html(str):
    """Markup made here; any other string is text."""

    __slots__ = ()


Child = str | None
VOID = frozenset({"meta", "br", "hr", "rect", "path", "circle", "line", "use"})


def el(name: str, /, *children: Child | Iterable[Child], **attributes: str | int | float | None) -> Html:
    """An element; ``class_`` stands for class, ``aria_label`` for aria-label, and what is None is left out."""
    shown = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    if name in VOID and not children:
        return Html(f"<{name}{shown}/>")
    return Html(f"<{name}{shown}>{join(*children)}</{name}>")


def join(*children: Child | Iterable[Child]) -> Html:
    """Several pieces of markup and text in a row."""
    return Html("".join(_child(one) for child in children for one in _flat(child)))


def _flat(child: Child | Iterable[Child]) -> Iterable[Child]:
    return (child,) if child is None or isinstance(child, str) else child


def _child(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Html) else text(child)


def text(words: str) -> Html:
    """Text, escaped, without control and bidirectional marks; outer spaces stay."""
    before = " " if words[:1] == " " else ""
    after = " " if words[-1:] == " " and words.strip() else ""
    return Html(before + escape(plain(words), quote=True) + after)


def _name(key: str) -> str:
    """Python's way of writing an attribute turned back; those of SVG in mixed case stay as they are."""
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return escape(plain(str(value)), quote=True)
