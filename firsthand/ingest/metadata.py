"""What is said about a report beside its text: sidecar files, fields of JSON, dates in the forms that they come in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from firsthand.errors import ReportError
from firsthand.ingest.encoding import decode
from firsthand.ingest.files import read_bytes
from firsthand.records import Document

# Our own names first, then those of news-please, articledata, feeds and other scrapers.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "url": ("url", "link", "source_url", "canonical_url"),
    "outlet": ("outlet", "publisher", "sitename", "site_name", "source", "source_domain", "domain"),
    "published": ("published", "date_publish", "published_at", "publication_date", "date", "datePublished", "pubDate"),
    "language": ("language", "lang", "inLanguage"),
}
MAX_FIELD = 2_000
_MAX_SIDECAR_BYTES = 100_000
_ISO = re.compile(
    r"(?P<day>\d{4}(?:-\d\d(?:-\d\d)?)?|XXXX-\d\d(?:-\d\d)?)"
    r"(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)?\s?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
# Not 10/07/2023, which is July in Kyiv and October in New York.
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?:,?\s(\d\d:\d\d)(?::\d\d)?)?")


def with_fields(document: Document, fields: Mapping[str, Any]) -> tuple[Document, list[str]]:
    """The document with what the fields say, and a line for each field that cannot be understood and is left aside."""
    stated: dict[str, str] = {}
    complaints = []
    for ours, names in FIELDS.items():
        value = _first(fields, names)
        try:
            if value:
                stated[ours] = _UNDERSTAND[ours](value) if ours in _UNDERSTAND else value
        except ReportError as error:
            complaints.append(f"{ours} left aside: {error}")
    return replace(document, **stated), complaints


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := _plain(fields.get(name)))), None)


def _plain(value: Any) -> str | None:
    """A field's text in one line; of an object its name, of a list its first entry."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
    if not isinstance(value, str | int):
        return None
    return " ".join(scrub(str(value)).replace("\x00", " ").split())[:MAX_FIELD] or None


def scrub(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can hold and no file can; one for one, offsets stay."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def published(stated: str) -> str:
    """A date as TIMEX3, as precise as stated: ``2023``, ``2023-10``, ``2023-10-19``, ``2023-10-19T14:05+03:00``.

    Reads ISO 8601, day.month.year and the dates of feeds (RFC 2822). Raises ReportError for anything else.
    """
    stated = stated.strip()
    value = _iso(stated) or _dotted(stated) or _feed_date(stated)
    if value is None or not _exists(value):
        raise ReportError(f"no date: {stated[:40]!r}; write 2023, 2023-10, 2023-10-19 or 2023-10-19T14:05+03:00")
    return value


def _iso(stated: str) -> str | None:
    match = _ISO.fullmatch(stated)
    if not match:
        return None
    day, clock, zone = match.group("day", "clock", "zone")
    if clock is None or len(day) < 10:
        return day
    return day if _no_clock(stated) else f"{day}T{clock}{_zone(zone)}"


def _no_clock(stated: str) -> bool:
    """Midnight to the second is what systems write that know the day only."""
    return re.search(r"[T ]00:00(:00([.,]0+)?)?\s?(Z|UTC|GMT|[+-]00:?00)?$", stated) is not None


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in ("Z", "UTC", "GMT", "+00:00", "+0000"):
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _dotted(stated: str) -> str | None:
    match = _DOTTED.fullmatch(stated)
    if not match:
        return None
    day, month, year, clock = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}" + (f"T{clock}" if clock else "")


def _feed_date(stated: str) -> str | None:
    try:
        return _iso(parsedate_to_datetime(stated).isoformat(timespec="minutes"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _exists(value: str) -> bool:
    """Whether the calendar and the clock have it; 2024 stands in for a year that is not told, as it has 29 February."""
    day, _, clock = value.replace("XXXX", "2024").partition("T")
    try:
        date.fromisoformat((day + "-01-01")[:10])
        return not clock or bool(datetime.fromisoformat(f"{day}T{clock}"))
    except ValueError:
        return False


def language(stated: str) -> str:
    """An ISO 639-1 code from ``uk``, ``uk-UA``, ``uk_UA``. Raises ReportError for anything else."""
    match = re.fullmatch(r"([A-Za-z]{2})(?:[-_]\w{2,8}){0,3}", stated.strip())
    if not match:
        raise ReportError(f"no language code: {stated[:40]!r}; write uk, ru or en")
    code = match.group(1).lower()
    return "uk" if code == "ua" else code  # The country's code is often written for the language.


def sidecar_fields(path: Path) -> Mapping[str, Any]:
    """The fields of a sidecar file. Raises ReportError if it is no JSON object."""
    return json_object(decode(read_bytes(path, _MAX_SIDECAR_BYTES)))


def json_object(source: str) -> Mapping[str, Any]:
    """The object that a JSON text holds. Raises ReportError if it holds none."""
    try:
        found = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise ReportError(f"broken JSON: {error}"[:200]) from error
    if not isinstance(found, dict):
        raise ReportError(f"no JSON object but {type(found).__name__}")
    return found


_UNDERSTAND: Mapping[str, Callable[[str], str]] = {"published": published, "language": language}
