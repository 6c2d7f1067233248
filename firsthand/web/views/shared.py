"""Records that several pages show: dates, reports, passages, and lists a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from firsthand.answer.dates import reach
from firsthand.records import Claim, Said, Span
from firsthand.stages.scores import UNSURE
from firsthand.web.contents import Contents, shown

_PASSAGE = 1200  # code points of a passage shown with what was said; the report page gives all of it
_GIST = 300

Item = TypeVar("Item")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the days it may mean; ``certain`` if it is one day that nothing contradicts."""

    value: str | None
    first: str | None
    last: str | None
    certain: bool
    why: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list."""

    id: str
    title: str
    outlet: str | None
    language: str
    published: Dated
    url: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a report and where they stand."""

    text: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage; ``mark`` is source, cue, content or empty."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list: what is said, by how many, and how many independent origins stand behind it."""

    id: str
    gist: str
    language: str
    said: int
    reports: int
    contested: bool
    origins_low: int
    origins_high: int
    origins: tuple[str, ...]
    why: str
    stances: dict[str, int]
    newest: Dated


@dataclass(frozen=True, slots=True)
class Passage:
    """Something said, with the passage that shows it; ``start`` leads to it in the report."""

    id: str
    report: ReportLine
    speaker: str
    actor: str | None
    act: str
    stance: str
    form: str
    date: Dated
    chain: tuple[str, ...]
    source: Piece | None
    cue: Piece
    content: tuple[Piece, ...]
    context: tuple[Part, ...]
    start: int
    claim: str | None
    rule: str
    score: float
    unsure: bool


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """One page of a list."""

    items: tuple[Item, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which page of a list is asked for."""

    page: int = 1
    per_page: int = 50


def listed(rows: Sequence[Other], wanted: Wanted, make: Callable[[Other], Item]) -> Listed[Item]:
    """The page asked for (the last one if there are fewer); only its rows are made."""
    pages = max(1, -(-len(rows) // wanted.per_page))
    page = min(max(1, wanted.page), pages)
    some = rows[(page - 1) * wanted.per_page : page * wanted.per_page]
    return Listed(tuple(make(row) for row in some), page, pages, len(rows))


def dated(value: str | None, why: Sequence[str] = (), conflicts: Sequence[str] = ()) -> Dated:
    """A date, with the first and last day it may mean."""
    found = reach(value)
    reasons = tuple(shown(one) for one in why[:10]), tuple(shown(one) for one in conflicts[:10])
    if found is None:
        return Dated(shown(value, 40) or None, None, None, False, *reasons)
    first = None if found.first == date.min else found.first.isoformat()
    last = None if found.last == date.max else found.last.isoformat()
    return Dated(shown(value, 40), first, last, found.first == found.last and not conflicts, *reasons)


def report_line(contents: Contents, id_: str) -> ReportLine:
    """A report in a list."""
    report, dating = contents.report(id_), contents.dating(id_)
    return ReportLine(
        id_, contents.titles[id_], shown(report.outlet, 80) or None, report.language,
        dated(dating.value, dating.why, dating.conflicts), web_address(report.url),
    )  # fmt: skip


def web_address(url: str | None) -> str | None:
    """An address that may be linked to: http or https, without credentials, spaces or control characters."""
    if not url or len(url) > 2000 or any(c.isspace() or not c.isprintable() or c in "\"'<>\\`" for c in url):
        return None
    try:
        parts = urlsplit(url)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return None
    return url if good else None


def claim_line(contents: Contents, claim: Claim) -> ClaimLine:
    """A claim in a list."""
    said = [contents.said[id_] for id_ in claim.said]
    counts: dict[str, int] = {}
    for one in said:
        stance = stance_of(contents, one)
        counts[stance] = counts.get(stance, 0) + 1
    origins = claim.origins
    return ClaimLine(
        claim.id, shown(claim.gist, _GIST), gist_language(contents, claim), len(said), len({s.report for s in said}),
        claim.contested, origins.low, origins.high, tuple(shown(name, 80) for name in origins.names[:20]),
        shown(origins.why), dict(sorted(counts.items())), dated(contents.newest_of_claim[claim.id]),
    )  # fmt: skip


def gist_language(contents: Contents, claim: Claim) -> str:
    """The language that a claim's gist is in."""
    said = [contents.said[id_] for id_ in claim.said]
    return next((s.language for s in said if s.content == claim.gist), said[0].language if said else "en")


def stance_of(contents: Contents, said: Said) -> str:
    """The position that something said takes on its claim; where none is known, its act."""
    position = contents.stances.get(said.id)
    return position.act if position else said.attribution.act


def passage(contents: Contents, said: Said) -> Passage:
    """Something said, with the passage that shows it."""
    found, text = said.attribution, contents.report(said.report).text
    spans = [found.cue, *found.content, *([found.source] if found.source else [])]
    return Passage(
        said.id, report_line(contents, said.report), shown(contents.who_said(said), 120), said.speaker, found.act,
        stance_of(contents, said), found.form, dated(contents.date_of(said)),
        tuple(shown(hop, 80) for hop in said.chain[:10]), piece(text, found.source) if found.source else None,
        piece(text, found.cue), tuple(piece(text, span) for span in found.content[:20]),
        context(contents, said), min(span.start for span in spans), claim_id(contents, said), shown(found.rule, 60),
        found.score, found.score < UNSURE,
    )  # fmt: skip


def claim_id(contents: Contents, said: Said) -> str | None:
    """The claim that something said belongs to."""
    claim = contents.claim_of.get(said.id)
    return claim.id if claim else None


def piece(text: str, span: Span) -> Piece:
    """The words of a span; a very long one is cut, its offsets stay."""
    return Piece(mended(text[span.start : min(span.stop, span.start + _PASSAGE)]), span.start, span.stop)


def context(contents: Contents, said: Said) -> tuple[Part, ...]:
    """The sentences that source, cue and content stand in, in parts by what they are."""
    found, text = said.attribution, contents.report(said.report).text
    marks = [(found.cue, "cue"), *((span, "content") for span in found.content)]
    marks += [(found.source, "source")] if found.source else []
    start, stop = min(span.start for span, _ in marks), max(span.stop for span, _ in marks)
    first, last = contents.sentence_at(said.report, start), contents.sentence_at(said.report, max(start, stop - 1))
    start = min(start, first.span.start) if first and first.span.stop > start else start
    stop = max(stop, last.span.stop) if last else stop
    return parts(text, Span(start, min(stop, start + _PASSAGE)), marks)


def parts(text: str, whole: Span, marks: Sequence[tuple[Span, str]]) -> tuple[Part, ...]:
    """A stretch of text in parts; where marks overlap, the first one holds."""
    cuts = {whole.start, whole.stop}
    cuts |= {place for span, _ in marks for place in (span.start, span.stop) if whole.start < place < whole.stop}
    places = sorted(cuts)
    found = []
    for start, stop in pairwise(places):
        mark = next((name for span, name in marks if span.start <= start and stop <= span.stop), "")
        found.append(Part(mended(text[start:stop]), mark))
    return tuple(found)


def mended(text: str) -> str:
    """Text of the same length in which a mark stands for what is no character: halves of pairs, unprintable codes."""
    return text.translate(_UNSEEN) if not text.isprintable() else text


# Control characters, marks that turn the writing direction, and lone surrogates; line ends and tabs stay.
_UNSEEN = dict.fromkeys(
    [*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F,
     *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000), 0xFEFF, 0xFFFE, 0xFFFF],
    "\N{REPLACEMENT CHARACTER}",
)  # fmt: skip
