"""Documents to reports: the language, and an identity that outlives changes of the text.

A report is its address (url). One without an address is its file's name, outlet and text as first read: so its id
is the same on every machine and in every folder, and two outlets' files with one text stay two reports. That a
file whose text changed is still the same report is known by its place, which the store remembers.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from dataclasses import replace

from firsthand.lang import LANGUAGES
from firsthand.records import Document, Failure, Report
from firsthand.stages.language import identify

_LINE = re.compile(r"(.+\.jsonl):\d+")


def make_report(document: Document) -> Report | Failure:
    """The report of a document, or why there is none: no words, or a language that is not read."""
    if not document.text.strip():
        return Failure(document.path, "no text")
    language = document.language or identify(document.text)
    if language not in LANGUAGES:
        return Failure(document.path, _unread(language))
    fields = {name: getattr(document, name) for name in ("path", "text", "title", "url", "outlet", "published")}
    return Report(id=report_id(document), language=language, **fields)


def _unread(language: str | None) -> str:
    if language is None:
        return "no words to tell a language by"
    return f"language {language} is not read (only {', '.join(LANGUAGES)})"


def report_id(document: Document) -> str:
    """Twelve letters and digits that stand for the report, whatever version of it this is (for an address)."""
    if document.url:
        return _digest("url", _plain_address(document.url))
    return _digest("file", _file_name(document.path), document.outlet or "", document.text)


def content_digest(document: Document) -> str:
    """Stands for all that the document says: it changes with the text or any of the metadata."""
    fields = {name: getattr(document, name) for name in ("text", "title", "url", "outlet", "published", "language")}
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode("utf-8")).hexdigest()


def place(document: Document) -> str:
    """Where the document stands, for good: its full path; in JSON lines, where lines move, with address or text."""
    match = _LINE.fullmatch(document.path)
    if not match:
        return os.path.abspath(document.path)
    return f"{os.path.abspath(match.group(1))}#{_digest(document.url or '', document.text)}"


def _file_name(path: str) -> str:
    match = _LINE.fullmatch(path)
    return os.path.basename(match.group(1) if match else path)


def _plain_address(url: str) -> str:
    """The address without what does not tell pages apart: protocol, www, fragment, trackers, closing slash."""
    address, _, _ = url.strip().partition("#")
    address = re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE)
    base, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not re.match(r"utm_|fbclid=|gclid=|yclid=", part)]
    return base.rstrip("/") + ("?" + "&".join(kept) if kept else "")


def _digest(*parts: str) -> str:
    raw = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(raw).decode("ascii")[:12].lower()


def overridden(document: Document, published: str | None, outlet: str | None, language: str | None) -> Document:
    """The document with what the caller says of it."""
    stated = {"published": published, "outlet": outlet, "language": language}
    return replace(document, **{name: value for name, value in stated.items() if value is not None})
