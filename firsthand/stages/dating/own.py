"""What a report's own words say of when it was published, without other reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from firsthand.lang import table
from firsthand.lang.morphology import parses
from firsthand.records import Analysis, Sentence, Span
from firsthand.stages.claims.words import best_reading, fold
from firsthand.stages.dating.bounds import ANY, Bounds, bounds_of
from firsthand.stages.dating.relations import Told, in_order, placed, recurring, variable
from firsthand.stages.dating.solve import Constraint, Lies
from firsthand.stages.happenings import MOST_SENTENCES, MOST_TOKENS, Happening, drafts_of
from firsthand.stages.times.meaning import Draft, Moment

# What states a report's date; what else published.py finds, it gathers from the news that is told.
STATED = (
    "given with",
    "date line",
    "date at",
    "dateline",
    "the report names today",
    "the news was published",
    "counted from",
)
GATHERED = 4  # tier of a date that the report does not state: what others surely tell goes before
QUOTED = 140  # code points of a passage that a reason quotes
MOST_TIMES = 80
MOST_COUNTS = 3  # of a sentence
ORDINAL_REACH = 4  # words between "fourth" and "year"
BACKWARDS = 25  # code points before a time, in which "since" and "until" stand
NUMBER = re.compile(r"(\d{1,4})(?:-?[^\W\d_]{1,3})?")


def quote(text: str, span: Span, around: Span | None = None) -> str:
    """A passage in quotation marks, with as much around it as is short."""
    whole = around if around and around.stop - around.start <= QUOTED else span
    start, stop = whole.start, min(whole.stop, whole.start + QUOTED)
    return f'"{" ".join(text[start:stop].split())}"'


def sentence_of(analysis: Analysis, span: Span) -> Span | None:
    """The sentence around a span."""
    return next((s.span for s in analysis.sentences if s.span.contains(span)), None)


def own_words(analysis: Analysis, told: Iterable[Happening] = ()) -> Iterator[Constraint]:
    """All constraints that the report's own words give; ``told`` are its happenings."""
    yield from _partly_stated(analysis)
    yield from _dates(analysis, {number: h for h in told for number in h.times})
    yield from _lasting(analysis)
    yield from _gatherings(analysis)


def is_stated(analysis: Analysis) -> bool:
    """Whether a report's date is stated, with its day, and not gathered from what it tells."""
    bounds = bounds_of(analysis.published.value)
    return bounds is not None and bounds.first == bounds.last and _is_own(analysis)


def _is_own(analysis: Analysis) -> bool:
    return analysis.report.published is not None or (analysis.published.why or "").startswith(STATED)


def is_trusted(analysis: Analysis) -> bool:
    """Whether the date is stated, or gathered from a day that is told as one: not from "since 1 November"."""
    value, why = analysis.published.value, analysis.published.why or ""
    if _is_own(analysis) or not value:
        return True
    named = (t.span for t in analysis.times if t.value == value and t.span.of(analysis.report.text) in why)
    return not any(is_open(span, analysis) for span in named)


def _partly_stated(analysis: Analysis) -> Iterator[Constraint]:
    """ "XXXX-07", "2023-10", and days that are only gathered from what the report tells."""
    published = analysis.published
    bounds = bounds_of(published.value)
    options = (bounds,) if bounds else recurring(published.value or "")
    if options and is_trusted(analysis):
        id_, why = analysis.report.id, published.why or ""
        tier = 0 if _is_own(analysis) else GATHERED
        yield Lies(tier, variable(id_), options, why or "as the report states", id_, endless=bounds is None)


# --- dates -------------------------------------------------------------------------------------------


def _dates(analysis: Analysis, told: Mapping[int, Happening]) -> Iterator[Constraint]:
    drafts = drafts_of(analysis)
    for number in sorted(drafts)[:MOST_TIMES]:
        draft = drafts[number]
        if draft.bound or is_open(analysis.times[number].span, analysis) or not isinstance(draft.meaning, Moment):
            continue
        if draft.meaning.month or draft.meaning.year or draft.meaning.period:
            yield from _date(analysis, number, draft, tense_of(draft, analysis, told.get(number)))


def _date(analysis: Analysis, number: int, draft: Draft, tense: int) -> Iterator[Constraint]:
    span, text = analysis.times[number].span, analysis.report.text
    side = {-1: "tells as past", 1: "speaks of what is to come"}.get(tense, "speaks of")
    reason = f"it {side}: {quote(text, span, sentence_of(analysis, span))}"
    told = Told(f"time:{analysis.report.id}:{number}", analysis.report.id, tense, reason)
    if tense or not _has_year(draft):
        yield from placed(told, draft)
        yield from in_order(told)


def _has_year(draft: Draft) -> bool:
    return isinstance(draft.meaning, Moment) and draft.meaning.year is not None


def is_open(span: Span, analysis: Analysis) -> bool:
    """Whether a time is only an end of a stretch: "since August", "by 2030"."""
    words = analysis.report.text[max(0, span.start - BACKWARDS) : span.start].split()
    before = [fold(word) for word in words if fold(word) != "the"][-1:]
    return bool(set(before) & _open_words(analysis.report.language))


@cache
def _open_words(language: str) -> frozenset[str]:
    return frozenset(map(fold, table("datable")["open"]["words"][language]))


def tense_of(draft: Draft, analysis: Analysis, happening: Happening | None = None) -> int:
    """The tense of the verb that a time stands by, else of its clause; to come where that waits, promises or plans."""
    if happening is not None and happening.verb and happening.tense:
        return happening.tense
    if draft.tense:
        return draft.tense
    span = sentence_of(analysis, Span(draft.start, draft.stop))
    if span is None:
        return 0
    near = Span(max(span.start, draft.start - 40), min(span.stop, draft.stop + 40))
    words = (best_reading(w, analysis.report.language) for w in near.of(analysis.report.text).split()[:20])
    ahead = _ahead(analysis.report.language)
    bare = {fold(w.strip(".,;:")) for w in near.of(analysis.report.text).split()}
    return int(bool(bare & ahead) or any(reading and fold(reading.lemma) in ahead for reading in words))


@cache
def _ahead(language: str) -> frozenset[str]:
    return frozenset(map(fold, table("datable")["ahead"]["words"][language]))


# --- what lasts --------------------------------------------------------------------------------------


def _lasting(analysis: Analysis) -> Iterator[Constraint]:
    """ "the war is in its fourth year", "on the 600th day of the war"."""
    language = analysis.report.language
    lemmas = [(sentence, _lemmas(sentence, language)) for sentence in analysis.sentences[:MOST_SENTENCES]]
    everywhere = {lemma for _, found in lemmas for _, lemma in found}
    for sentence, found in lemmas:
        words = {lemma for _, lemma in found}
        for count in islice(counted(found, language), MOST_COUNTS):
            yield from _since(analysis, sentence, count, (words, everywhere))


Word = tuple[Span, str]
Counting = tuple[int, str, Span]


def _lemmas(sentence: Sentence, language: str) -> list[Word]:
    found = []
    for token in sentence.tokens[:MOST_TOKENS]:
        if token.kind == "mark":
            continue
        found.append((Span(token.start, token.stop), lemma_of(token.text, language)))
    return found


@lru_cache(maxsize=50_000)
def lemma_of(text: str, language: str) -> str:
    """The dictionary form; of several that of a unit or ordinal, since "рік" is also "of rivers"."""
    known = {**_forms("units", language), **_forms("ordinals", language)}
    lemmas = [fold(reading.lemma) for reading in parses(text, language)[:5]]
    return next((lemma for lemma in lemmas if lemma in known), lemmas[0] if lemmas else fold(text))


def counted(words: Sequence[Word], language: str) -> Iterator[Counting]:
    """Ordinals before a year or a day: (4, "year", span)."""
    units = _forms("units", language)
    for at, (span, lemma) in enumerate(words):
        number = ordinal(lemma, language)
        if number is None:
            continue
        after = next(((s, units[w]) for s, w in words[at + 1 : at + 1 + ORDINAL_REACH] if w in units), None)
        if after and (at + 1 == len(words) or after[0].start - span.stop <= 25):
            yield number, after[1], Span(span.start, after[0].stop)


def ordinal(lemma: str, language: str) -> int | None:
    """The number of an ordinal in words or digits."""
    known = _forms("ordinals", language).get(lemma)
    if known is not None:
        return int(known)
    match = NUMBER.fullmatch(lemma)
    return int(match[1]) if match and not lemma.isdigit() else None


@cache
def _forms(name: str, language: str) -> Mapping[str, str]:
    rows: Mapping[str, Any] = table("datable")[name]
    return {fold(word): value for value, forms in rows.items() for word in forms[language]}


def _since(
    analysis: Analysis, sentence: Sentence, count: Counting, told: tuple[set[str], set[str]]
) -> Iterator[Constraint]:
    """The days that a count means; ``told`` are the words of the sentence and of the whole report."""
    amount, unit, span = count
    words, everywhere = told
    fitting = [row for row in table("datable")["lasting"].values() if _fits(row, words, everywhere, analysis)]
    surely = [row for row in fitting if _surely(row, words, analysis.report.language)]
    options = [(bounds, row) for row in surely or fitting if (bounds := _nth(row["start"], amount, unit))]
    if options:
        whys = "; ".join(str(row["why"]) for _, row in options)
        reason = f"{quote(analysis.report.text, span, sentence.span)}: {whys}"
        id_ = analysis.report.id
        yield Lies(1, variable(id_), tuple(sorted(bounds for bounds, _ in options)), reason, id_)


def _fits(row: Mapping[str, Any], words: set[str], everywhere: set[str], analysis: Analysis) -> bool:
    language = analysis.report.language
    about = set(map(fold, row["words"][language]))
    places = set(map(fold, row["names"][language]))
    return bool(words & about) and any(any(w.startswith(p) for p in places) for w in words | everywhere)


def _surely(row: Mapping[str, Any], words: set[str], language: str) -> bool:
    return any(w.startswith(fold(s)) for s in row["sure"][language] for w in words)


def _nth(start: date, amount: int, unit: str) -> Bounds | None:
    """The n-th year or day since a start, a day more or less."""
    first = start.toordinal()
    if unit == "day":
        return Bounds(first + amount - 2, first + amount) if 30 <= amount < 10_000 else None
    if not 1 <= amount <= 30:
        return None
    return Bounds(_years_on(start, amount - 1) - 3, _years_on(start, amount) + 2)


def _years_on(start: date, years: int) -> int:
    return date(start.year + years, start.month, min(start.day, 28)).toordinal()


# --- gatherings --------------------------------------------------------------------------------------


def _gatherings(analysis: Analysis) -> Iterator[Constraint]:
    """A numbered forum or summit told as past."""
    language, id_ = analysis.report.language, analysis.report.id
    for sentence in analysis.sentences[:MOST_SENTENCES]:
        words = _lemmas(sentence, language)
        for row in table("datable")["gathering"]:
            for span, first in _numbered(words, row, language):
                if _is_past(sentence, span, language):
                    reason = f"{quote(analysis.report.text, span, sentence.span)}: {row['why']} began on {first}"
                    yield Lies(1, variable(id_), (Bounds(first.toordinal(), ANY.last),), reason, id_)


def _numbered(words: Sequence[Word], row: Mapping[str, Any], language: str) -> Iterator[tuple[Span, date]]:
    what, of = set(row["what"][language]), tuple(row["of"][language])
    for at, (span, lemma) in enumerate(words):
        number = ordinal(lemma, language)
        after = words[at + 1 : at + 8]
        if number is not None and what & {w for _, w in after[:3]} and any(w.startswith(of) for _, w in after):
            first = row["dates"].get(str(number))
            if first:
                yield Span(span.start, after[-1][0].stop), first


def _is_past(sentence: Sentence, span: Span, language: str) -> bool:
    """Whether "after" stands just before."""
    before = [fold(t.text) for t in sentence.tokens if t.stop <= span.start and t.kind == "word"][-2:]
    return bool(set(before) & set(table("datable")["after"]["words"][language]))
