"""Web pages to documents: trafilatura finds the article, JSON-LD and meta elements say what it is."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from firsthand.errors import ReportError
from firsthand.ingest.encoding import normal
from firsthand.ingest.metadata import published, scrub
from firsthand.records import Document

# Where pages state their date of publication, surest first; never guessed from other dates on the page.
_DATE_FIELDS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "date",
)
_OUTLET_FIELDS = ("og:site_name", "application-name")
_ARTICLE_TYPE = re.compile(r"(\w{0,40}Article|BlogPosting|LiveBlogPosting|Report|Posting)$")
_SENTENCE = re.compile(r"[.!?…][»”\"')]?\s*$")
_DATED_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=\D|$)")
_MIN_WORDS = 5
# Far more than any page has; a hostile one may be nested without end.
_MAX_NODES = 2_000
_MAX_DEPTH = 256


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page states of itself: JSON-LD of its article and meta elements by lower-case name."""

    article: Mapping[str, Any]
    meta: Mapping[str, str]
    times: tuple[str, ...]


def article(path: str, html: str) -> Document:
    """The article of a page, with title, date, outlet and address as stated. Raises ReportError if there is none."""
    if not html.strip():
        raise ReportError("empty page")
    try:
        found, head = _extracted(html)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        raise ReportError(f"page cannot be parsed: {type(error).__name__}") from error
    text = scrub(found.text or "") if found is not None else ""
    if not _has_sentence(text):
        raise ReportError("a page without an article")
    url = _address(found.url or _stated_address(head.article))
    return Document(
        path,
        normal(text),
        title=_line(found.title or head.article.get("headline")),
        url=url,
        outlet=_outlet(head, found),
        published=_date(head, url),
    )


def _extracted(html: str) -> tuple[Any, _Head]:
    """What trafilatura finds, and the head; it is loaded only for pages, as that takes a third of a second."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        raise ReportError("a page without an article")
    if _depth(tree) > _MAX_DEPTH:
        raise ReportError("page cannot be parsed: nested too deeply")
    return bare_extraction(html, include_comments=False, with_metadata=True), _head(tree)


def _depth(tree: Any) -> int:
    """How deeply a page is nested."""
    deepest, level = 0, [tree]
    while level and deepest <= _MAX_DEPTH:
        level = [child for node in level for child in node]
        deepest += 1
    return deepest


def _head(tree: Any) -> _Head:
    meta: dict[str, str] = {}
    for node in tree.iterfind(".//meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if name and node.get("content"):
            meta.setdefault(name.strip().lower(), node.get("content"))
    times = tuple(node.get("datetime") for node in tree.iterfind(".//time") if _dates_the_page(node))
    return _Head(next(_articles(tree), {}), meta, times)


def _dates_the_page(node: Any) -> bool:
    """Whether a time element says that it is the date of publication."""
    named = f"{node.get('itemprop') or ''} {node.get('class') or ''}".lower()
    return bool(node.get("datetime")) and (node.get("pubdate") is not None or "publish" in named)


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The articles among the JSON-LD objects of a page."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            yield from _articles_within(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue


def _articles_within(found: Any) -> Iterator[Mapping[str, Any]]:
    waiting = [found]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            if any(_ARTICLE_TYPE.match(kind) for kind in _types(node)):
                yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _has_sentence(text: str) -> bool:
    """Whether there is running text; menus, lists of headlines and error pages have none."""
    return any(len(line.split()) >= _MIN_WORDS and _SENTENCE.search(line[-5:]) for line in text.splitlines())


def _date(head: _Head, url: str | None) -> str | None:
    stated = [head.article.get("datePublished"), *(head.meta.get(name) for name in _DATE_FIELDS), *head.times]
    return next((value for value in map(_understood, stated) if value), _date_in_address(url))


def _understood(stated: Any) -> str | None:
    try:
        return published(stated) if isinstance(stated, str) else None
    except ReportError:
        return None


def _date_in_address(url: str | None) -> str | None:
    match = _DATED_ADDRESS.search(url or "")
    return _understood("-".join(match.groups())) if match else None


def _outlet(head: _Head, found: Any) -> str | None:
    publisher = head.article.get("publisher")
    named = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = named.get("name") if isinstance(named, dict) else named
    return _line(name) or next(
        filter(None, (_line(head.meta.get(key)) for key in _OUTLET_FIELDS)), _line(found.sitename)
    )


def _line(value: Any) -> str | None:
    """One line of plain text; JSON-LD often holds ``&quot;``."""
    return " ".join(entities.unescape(scrub(value)).split()) or None if isinstance(value, str) else None


def _stated_address(stated: Mapping[str, Any]) -> str | None:
    page = stated.get("mainEntityOfPage")
    found = page.get("@id") if isinstance(page, dict) else page
    return next((value for value in (found, stated.get("url")) if isinstance(value, str)), None)


def _address(url: Any) -> str | None:
    """An address that stands for one page: some sites name their front page on every page."""
    match = re.match(r"https?://[^/?#\s]+([/?][^#\s]*)?", url) if isinstance(url, str) else None
    return url if match and (match.group(1) or "/").strip("/?") else None
