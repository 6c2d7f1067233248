"""Search by words in whatever form: dictionary forms are indexed, so each database needs only plain matching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from firsthand.lang import LANGUAGES
from firsthand.lang.morphology import parses
from firsthand.records import Report, Span

# Stress marks and soft hyphens stand within words.
_WORD = re.compile("[\\w\u00ad\u0301]+(?:['’ʼ\\-‑][\\w\u00ad\u0301]+)*")
# Apostrophes are typed in many ways and hyphens come and go: neither is part of what is compared.
_JOINTS = re.compile(r"['’ʼ\-‑]")
_INVISIBLE = re.compile("[\u00ad\u0301\u200b-\u200f\ufeff]")
_SNIPPET = 160
_MAX_QUERY_WORDS = 32

Terms = frozenset[str]


def index_terms(report: Report) -> list[str]:
    """Everything a report is found by: the terms of each word of title, outlet and text, in order."""
    whole = " ".join(filter(None, (report.title, report.outlet, report.text)))
    return [term for _, word in words(whole) for term in sorted(terms(word, report.language))]


def query_terms(query: str) -> list[Terms]:
    """For each word of a query the terms that it may stand for, in whichever language it is written."""
    asked = islice(words(query), _MAX_QUERY_WORDS)
    found = (frozenset().union(*(terms(word, code) for code in LANGUAGES)) for _, word in asked)
    return [alternatives for alternatives in found if alternatives]


def words(source: str) -> Iterator[tuple[Span, str]]:
    """The words of a text, hyphenated ones whole."""
    for match in _WORD.finditer(source):
        yield Span(match.start(), match.end()), match.group()


def terms(word: str, language: str) -> Terms:
    """The dictionary forms of a word, the word itself, and those of its hyphenated parts."""
    return _terms(word[:64], language)


@lru_cache(maxsize=200_000)
def _terms(word: str, language: str) -> Terms:
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", word)).casefold()
    forms = {plain, *re.split(r"[\-‑]", plain)}
    return frozenset(key for form in forms for key in map(_key, (form, *_lemmas(form, language))) if key)


def _lemmas(form: str, language: str) -> tuple[str, ...]:
    if language == "en":
        return (_english().stemWord(re.sub(r"['’]s?$", "", form)),)
    return tuple(parse.lemma for parse in parses(form, language))


@cache
def _english() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def _key(form: str) -> str:
    return _JOINTS.sub("", form).replace("ё", "е").replace("_", "")


def snippet(report: Report, wanted: list[Terms]) -> Span:
    """The stretch of about 160 characters that holds most of the words asked for, cut at words; empty if none does."""
    spans = list(words(report.text))
    hits = [(span, index) for span, word in spans for index in _asked(terms(word, report.language), wanted)]
    if not hits:
        return Span(0, 0)
    best = max(range(len(hits)), key=lambda first: (len(_within(hits, first)), -first))
    start = hits[best][0].start
    stop = max(span.stop for span, _ in hits[best:] if span.stop <= max(start + _SNIPPET, hits[best][0].stop))
    return _widened(report.text, Span(start, stop))


def _asked(present: Terms, wanted: list[Terms]) -> Iterator[int]:
    return (index for index, alternatives in enumerate(wanted) if present & alternatives)


def _within(hits: list[tuple[Span, int]], first: int) -> set[int]:
    """The words asked for that stand within a snippet's length of a hit."""
    limit = hits[first][0].start + _SNIPPET
    found = set()
    for span, index in hits[first:]:
        if span.stop > limit:
            break
        found.add(index)
    return found


def _widened(source: str, span: Span) -> Span:
    """The span with words of the same line on both sides, as far as the length allows."""
    room = max(0, _SNIPPET - (span.stop - span.start)) // 2
    start = max(span.start - room, source.rfind("\n", 0, span.start) + 1, 0)
    line_end = source.find("\n", span.stop)
    stop = min(span.stop + room, line_end if line_end >= 0 else len(source))
    return Span(_next_word(source, start, span.start), _word_end(source, stop, span.stop))


def _next_word(source: str, start: int, limit: int) -> int:
    """The first place from ``start`` on that does not cut a word."""
    while 0 < start < limit and not source[start - 1].isspace():
        start += 1
    while start < limit and source[start].isspace():
        start += 1
    return start


def _word_end(source: str, stop: int, limit: int) -> int:
    while limit < stop < len(source) and not source[stop].isspace():
        stop -= 1
    while stop > limit and source[stop - 1].isspace():
        stop -= 1
    return stop


def index(connection: Connection, serial: int, report: Report) -> None:
    """Makes a report findable, in place of what was found for it before."""
    connection.execute(text("DELETE FROM words WHERE rowid = :row"), {"row": serial})
    if connection.dialect.name == "sqlite":
        body: Any = " ".join(index_terms(report))
        insert = "INSERT INTO words (rowid, terms) VALUES (:row, :terms)"
    else:
        body = sorted(set(index_terms(report)))
        insert = "INSERT INTO words (rowid, terms) VALUES (:row, array_to_tsvector(CAST(:terms AS text[])))"
    connection.execute(text(insert), {"row": serial, "terms": body})


def find(connection: Connection, wanted: list[Terms], limit: int) -> list[int]:
    """The serials of the reports that hold all of the words, best first."""
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        query = "SELECT rowid FROM words WHERE words MATCH :query ORDER BY rank, rowid LIMIT :limit"
        asked = _all_of(wanted, '"', " OR ", " AND ")
    else:
        query = "SELECT rowid FROM words WHERE terms @@ CAST(:query AS tsquery) ORDER BY rowid LIMIT :limit"
        asked = _all_of(wanted, "'", " | ", " & ")
    return [row[0] for row in connection.execute(text(query), {"query": asked, "limit": limit})]


def _all_of(wanted: Iterable[Terms], quote: str, either: str, both: str) -> str:
    """A query in the database's language; terms hold letters and digits only, so nothing needs escaping."""
    groups = (either.join(f"{quote}{term}{quote}" for term in sorted(terms)) for terms in wanted)
    return both.join(f"({group})" for group in groups)
