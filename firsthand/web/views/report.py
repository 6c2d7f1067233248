"""One report: its text in segments, each with the layers that it stands in; and two reports side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.records import Analysis, Chain, Reuse, Span
from firsthand.web.contents import Contents, known, shown
from firsthand.web.views.shared import (
    Listed,
    Passage,
    ReportLine,
    Wanted,
    listed,
    mended,
    passage,
    report_line,
)  # fmt: skip

# Code points of text on one page: with the marks of every layer it stays under 500 kB.
WINDOW = 15_000
_NAMES, _OTHERS = 200, 40
LAYERS = ("source", "cue", "content", "novelty", "names", "times", "quantities", "junk")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that stands in the same layers throughout.

    ``layers`` are names of layers and of what holds in them (``novelty-repeated``); ``title`` says what they mean;
    ``earlier`` and ``earlier_start`` lead to the earlier passage; ``sentence`` is its number where one begins.
    """

    start: int
    text: str
    layers: tuple[str, ...]
    title: str
    sentence: int | None = None
    earlier: str | None = None
    earlier_start: int | None = None


@dataclass(frozen=True, slots=True)
class Hops:
    """How the news came, origin first, and the words that say so."""

    hops: tuple[str, ...]
    scope: str
    evidence: str
    start: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the report and the actor that it stands for."""

    name: str
    type: str
    actor: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Another report that shares passages with this one: how many, and how many of our code points."""

    report: ReportLine
    passages: int
    length: int
    earlier: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of a report's text with all that is known of it."""

    report: ReportLine
    path: str
    story: str | None
    story_title: str
    text: tuple[Segment, ...]
    window: int
    windows: int
    start: int
    stop: int
    length: int
    chains: tuple[Hops, ...]
    labels: dict[str, int]
    statements: Listed[Passage]
    names: tuple[Named, ...]
    others: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class BesidePage:
    """Two reports with the passages that they share; segments of a shared passage have its number in ``title``."""

    left: ReportLine
    right: ReportLine
    left_text: tuple[Segment, ...]
    right_text: tuple[Segment, ...]
    shared: int
    cut: bool


Layer = tuple[int, int, str, str]


def report_page(contents: Contents, id_: str, at: int | None, window: int, wanted: Wanted) -> ReportPage:
    """One report; ``at`` chooses the page of the text that holds a place. Raises NotFoundError."""
    analysis = known(contents.analyses, id_, "report")
    cuts = windows(analysis.report.text)
    number = window_of(cuts, at) if at is not None else min(max(1, window), len(cuts) - 1)
    whole = Span(cuts[number - 1], cuts[number])
    story = contents.story_of.get(id_)
    labels: dict[str, int] = {}
    for one in contents.novelty_of.get(id_, ()):
        labels[one.label] = labels.get(one.label, 0) + 1
    return ReportPage(
        report_line(contents, id_), shown(analysis.report.path, 200), story.id if story else None,
        shown(story.title, 200) if story else "", segments(contents, analysis, whole), number, len(cuts) - 1,
        whole.start, whole.stop, len(analysis.report.text), chains(analysis), labels,
        listed(contents.said_in.get(id_, ()), wanted, lambda one: passage(contents, one)), names(contents, analysis),
        others(contents, id_),
    )  # fmt: skip


def windows(text: str) -> list[int]:
    """Where the pages of a text begin and end: at line ends, else at spaces, else anywhere."""
    cuts = [0]
    while len(text) - cuts[-1] > WINDOW:
        start = cuts[-1]
        half, limit = start + WINDOW // 2, start + WINDOW
        at = max(text.rfind("\n", half, limit), -1)
        at = at if at > 0 else text.rfind(" ", half, limit)
        cuts.append(at + 1 if at > 0 else limit)
    return [*cuts, len(text)] if len(text) > cuts[-1] or len(cuts) == 1 else cuts


def window_of(cuts: Sequence[int], place: int) -> int:
    """The number of the page that holds a place, from 1."""
    return min(max(1, bisect_left(cuts, place + 1)), len(cuts) - 1)


# --- text in layers -------------------------------------------------------------------------------------


def segments(contents: Contents, analysis: Analysis, whole: Span) -> tuple[Segment, ...]:
    """The text of one page in segments, in order and without gaps."""
    layers = [layer for layer in layers_of(contents, analysis) if layer[0] < whole.stop and whole.start < layer[1]]
    earlier = {reuse.span: reuse for reuse in contents.reuse_of.get(analysis.report.id, ())}
    numbers = {start: number for number, start in enumerate(contents.starts[analysis.report.id])}
    return swept(analysis.report.text, whole, layers, Anchors(numbers, tuple(earlier.values())))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where sentences begin, and what stands in earlier reports."""

    sentences: dict[int, int]
    reuse: tuple[Reuse, ...] = ()


def swept(text: str, whole: Span, layers: Sequence[Layer], anchors: Anchors) -> tuple[Segment, ...]:
    """A stretch of text cut wherever a layer or sentence begins or ends."""
    edges = {whole.start, whole.stop, *anchors.sentences}
    edges |= {place for layer in layers for place in layer[:2]}
    places = sorted(place for place in edges if whole.start <= place <= whole.stop)
    last = {span.stop: reuse for reuse in anchors.reuse for span in (_inner(reuse.span, whole),) if span}
    opening = sorted(layers)
    found, active, following = [], list[Layer](), 0
    for start, stop in pairwise(places):
        while following < len(opening) and opening[following][0] <= start:
            active.append(opening[following])
            following += 1
        active = [layer for layer in active if layer[1] > start]
        found.append(_segment(text, Span(start, stop), active, last.get(stop), anchors))
    return tuple(found)


def _inner(span: Span, whole: Span) -> Span | None:
    """The part of a span on this page."""
    start, stop = max(span.start, whole.start), min(span.stop, whole.stop)
    return Span(start, stop) if start < stop else None


def _segment(text: str, span: Span, active: Sequence[Layer], reuse: Reuse | None, anchors: Anchors) -> Segment:
    names = tuple(dict.fromkeys(name for layer in active for name in layer[2].split()))
    title = "; ".join(dict.fromkeys(layer[3] for layer in active if layer[3]))
    return Segment(
        span.start, mended(text[span.start : span.stop]), names, shown(title, 200), anchors.sentences.get(span.start),
        reuse.source if reuse else None, reuse.source_span.start if reuse else None,
    )  # fmt: skip


def layers_of(contents: Contents, analysis: Analysis) -> Iterator[Layer]:
    """All layers: start, stop, names, and what to say of it."""
    for one in contents.said_in.get(analysis.report.id, ()):
        found, who = one.attribution, shown(contents.who_said(one), 80)
        if found.source:
            yield found.source.start, found.source.stop, "source", ""
        yield found.cue.start, found.cue.stop, f"cue act-{_plain(found.act)}", ""
        yield from ((span.start, span.stop, f"content act-{_plain(found.act)}", who) for span in found.content)
    for novelty in contents.novelty_of.get(analysis.report.id, ()):
        yield novelty.sentence.start, novelty.sentence.stop, f"novelty novelty-{_plain(novelty.label)}", ""
    yield from _small_layers(analysis)


def _small_layers(analysis: Analysis) -> Iterator[Layer]:
    for mention in analysis.mentions:
        yield mention.span.start, mention.span.stop, f"names names-{_plain(mention.type)}", shown(mention.name, 80)
    for time in analysis.times:
        yield time.span.start, time.span.stop, "times", shown(time.value, 40)
    for quantity in analysis.quantities:
        yield quantity.span.start, quantity.span.stop, "quantities", ""
    for region in analysis.regions:
        yield region.span.start, region.span.stop, "junk", shown(region.kind, 40)


def _plain(word: str) -> str:
    """A word that may be part of a class name."""
    return "".join(c for c in word.lower() if c.isascii() and (c.isalnum() or c == "-"))[:20]


# --- beside the text ------------------------------------------------------------------------------------


def chains(analysis: Analysis) -> tuple[Hops, ...]:
    """How the news came, as the report states it."""
    text = analysis.report.text
    found = analysis.chains[:20]
    return tuple(Hops(_names(c), c.scope, shown(c.evidence.of(text)), c.evidence.start) for c in found)


def _names(chain: Chain) -> tuple[str, ...]:
    return tuple(shown(hop, 80) for hop in chain.hops[:10])


def names(contents: Contents, analysis: Analysis) -> tuple[Named, ...]:
    """The names of the report, each once, in order."""
    ids = contents.answer.mentions.get(analysis.report.id, ())
    found: dict[tuple[str, str], Named] = {}
    for mention, entity in zip(analysis.mentions, ids, strict=False):
        name = shown(mention.name, 80)
        actor = entity if entity in contents.entities else None
        found.setdefault((name, entity), Named(name, mention.type, actor, mention.span.start))
    return tuple(found.values())[:_NAMES]


def others(contents: Contents, id_: str) -> tuple[Shared, ...]:
    """The reports that share passages with one, those that share most first."""
    lengths: dict[tuple[str, bool], list[int]] = {}
    for one in contents.reuse_of.get(id_, ()):
        lengths.setdefault((one.source, True), []).append(one.span.stop - one.span.start)
    for one in contents.reused_from.get(id_, ()):
        lengths.setdefault((one.report, False), []).append(one.source_span.stop - one.source_span.start)
    ranked = sorted(lengths.items(), key=lambda item: (-sum(item[1]), item[0]))[:_OTHERS]
    return tuple(
        Shared(report_line(contents, other), len(some), sum(some), earlier) for (other, earlier), some in ranked
    )


def beside(contents: Contents, left: str, right: str) -> BesidePage:
    """Two reports with the passages that they share. Raises NotFoundError."""
    one, two = known(contents.analyses, left, "report"), known(contents.analyses, right, "report")
    pairs = [(r.span, r.source_span) for r in contents.reuse_of.get(left, ()) if r.source == right]
    pairs += [(r.source_span, r.span) for r in contents.reuse_of.get(right, ()) if r.source == left]
    return BesidePage(
        report_line(contents, left), report_line(contents, right), _column(one, [pair[0] for pair in pairs]),
        _column(two, [pair[1] for pair in pairs]), len(pairs),
        max(len(one.report.text), len(two.report.text)) > WINDOW,
    )  # fmt: skip


def _column(analysis: Analysis, spans: Iterable[Span]) -> tuple[Segment, ...]:
    layers = [(span.start, span.stop, "shared", str(number)) for number, span in enumerate(spans, start=1)]
    whole = Span(0, windows(analysis.report.text)[1])
    return swept(analysis.report.text, whole, [layer for layer in layers if layer[0] < whole.stop], Anchors({}))
