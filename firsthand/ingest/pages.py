"""Web pages to documents: trafilatura finds the article, JSON-LD and meta elements say what it is."""

from __future__ import annotations

from firsthand.errors import ReportError
from firsthand.records import Document


def article(path: str, html: str) -> Document:
    """The article of a page. Raises ReportError if there is none."""
    raise ReportError("a page without an article")
