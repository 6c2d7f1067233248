"""Files to documents: text files, web pages, JSON and JSON lines. What cannot be read is a Failure in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from firsthand.errors import ReportError
from firsthand.ingest.encoding import decode, decode_page, normal
from firsthand.ingest.files import MAX_REPORT_BYTES, explain, read_bytes, regular_size, sidecar
from firsthand.ingest.metadata import json_object, scrub, sidecar_fields, with_fields
from firsthand.ingest.pages import article
from firsthand.records import Document, Failure

Found = Document | Failure
_TEXT_FIELDS = ("text", "maintext", "cleaned_text", "body", "content", "articleBody")
_HTML_FIELDS = ("html", "raw_html", "content_html")


def read_documents(path: Path) -> Iterator[Found]:
    """The reports of a file, in order; a JSON lines file may hold many, any other file one."""
    reader = _reader(path)
    try:
        extra, trouble = _sidecar(path)
        yield from trouble
        for found in reader(path):
            yield replace_stated(found, extra) if isinstance(found, Document) else found
    except ReportError as error:
        yield Failure(str(path), str(error))
    except OSError as error:
        yield Failure(str(path), explain(error))


def _reader(path: Path) -> Callable[[Path], Iterator[Found]]:
    ending = path.suffix.lower()
    return _READERS.get(ending, _text_file)


def _text_file(path: Path) -> Iterator[Found]:
    yield Document(str(path), normal(decode(read_bytes(path))))


def _page_file(path: Path) -> Iterator[Found]:
    yield article(str(path), decode_page(read_bytes(path)))


def _json_file(path: Path) -> Iterator[Found]:
    yield from from_fields(str(path), json_object(decode(read_bytes(path))))


def _lines_file(path: Path) -> Iterator[Found]:
    """One report a line, read line by line, so that a file may be larger than memory."""
    regular_size(path)
    empty = True
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), start=1):
            if line.strip(b" \t\r\n\xef\xbb\xbf\x00") or b"\x00" in line:
                empty = False
                yield from _line(f"{path}:{number}", line)
    if empty:
        yield Failure(str(path), "empty file")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines, one that is too long cut there; the rest of it is passed over."""
    while line := file.readline(MAX_REPORT_BYTES + 1):
        yield line
        rest = line
        while len(rest) > MAX_REPORT_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(MAX_REPORT_BYTES + 1)


def _line(path: str, line: bytes) -> Iterator[Found]:
    try:
        if len(line) > MAX_REPORT_BYTES:
            raise ReportError(f"line too long for one report: over {MAX_REPORT_BYTES / 1e6:.0f} MB")
        yield from from_fields(path, json_object(decode(line)))
    except ReportError as error:
        yield Failure(path, str(error))


def from_fields(path: str, fields: Mapping[str, Any]) -> Iterator[Found]:
    """The report of a JSON object: ours, or one of news-please, articledata and their like. Raises ReportError."""
    text = _field(fields, _TEXT_FIELDS)
    page = None if text else _field(fields, _HTML_FIELDS)
    if not text and not page:
        raise ReportError("no text: neither a field text nor html")
    found = Document(path, normal(scrub(text))) if text else article(path, scrub(page or ""))
    if "\x00" in found.text:
        raise ReportError("binary data, no text")
    document, complaints = with_fields(found, fields)
    yield from (Failure(path, line) for line in complaints)
    yield document


def _field(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := fields.get(name), str) and value.strip()), None)


def _sidecar(path: Path) -> tuple[Document | None, list[Failure]]:
    """What a sidecar states, if there is one; what is wrong with it is a failure of its own, the report is read."""
    beside = sidecar(path)
    if not beside.is_file():
        return None, []
    try:
        stated, complaints = with_fields(Document(str(path), ""), sidecar_fields(beside))
    except ReportError as error:
        return None, [Failure(str(path), f"{beside.name} left aside: {error}")]
    return stated, [Failure(str(path), f"{beside.name}: {line}") for line in complaints]


def replace_stated(document: Document, stated: Document | None) -> Document:
    """The document with what is stated elsewhere in the place of what it says itself."""
    if stated is None:
        return document
    names = ("title", "url", "outlet", "published", "language")
    return replace(document, **{name: value for name in names if (value := getattr(stated, name))})


_READERS: Mapping[str, Callable[[Path], Iterator[Found]]] = {
    ".txt": _text_file,
    ".html": _page_file,
    ".htm": _page_file,
    ".jsonl": _lines_file,
    ".json": _json_file,
}
