"""Text and addresses as other programs can take them: no half characters, no control codes where XML forbids them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

_GONE = "\N{REPLACEMENT CHARACTER}"
_HALVES = dict.fromkeys(range(0xD800, 0xE000), _GONE)
# XML 1.0 has no place for these, not even escaped.
_NOT_XML = {
    **_HALVES,
    **dict.fromkeys([*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF], _GONE),
}


def whole(text: str) -> str:
    """Text of the same length that UTF-8 can hold: halves of pairs become a mark."""
    return text.translate(_HALVES) if not text.isprintable() else text


def for_xml(text: str) -> str:
    """Text of the same length that XML can hold."""
    return text.translate(_NOT_XML) if not text.isprintable() else text


def address(url: str | None) -> str | None:
    """An address of the web, or None: what is no http or https address leads nowhere."""
    if not url or len(url) > 2000 or any(c.isspace() or not c.isprintable() or c in "<>\"'\\`{}|^" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.hostname and "@" not in parts.netloc else None


def urn(kind: str, id_: str) -> str:
    """A name for a thing of ours that is a valid URN whatever the id holds."""
    return f"urn:firsthand:{kind}:{quote(whole(id_), safe='')}"


def neat(row: Mapping[str, object]) -> dict[str, object]:
    """A JSON object without what is empty."""
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}
