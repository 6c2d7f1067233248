"""A sentence with what is reported in it, and what every chain found there has: scope and evidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from firsthand.lang.outlets import find_outlet
from firsthand.records import Attribution, Chain, Mention, Report, Sentence, Span, TimeExpression
from firsthand.stages.attribution.media import is_platform, lemmas
from firsthand.stages.attribution.places import Places
from firsthand.stages.attribution.scene import paragraphs, quotes_of
from firsthand.stages.attribution.words import WORD, Context, Line, make_line, once
from firsthand.stages.speakers.cast import Cast

# Sentences of the body in which a chain covers the report, and in which a tag ("..., пише X") does where nothing else
# covers it. In 207 reports read by hand 86 % of what the title and three sentences state is of the whole report, and
# 87 % of what stands behind the seventh sentence is of a passage; "Про це" is of the whole report in 64 cases of 65.
LEAD, TAG_LEAD = 3, 7
QUOTES = '«»“”„" '
OPENING, CLOSING = tuple('«"“„'), tuple('»"”“')
# "The Wall Street Journal (WSJ)"
ABBREVIATION = re.compile(r"\s{1,3}\([A-ZА-ЯІЇЄҐ]{2,8}\)$")
# "експерти EBI (Європейського банку інвестицій)", "страница порта (www.port.eu/news)": no part of a name
REMARK = re.compile(r"\s{1,3}\([^()]{1,100}[\s/][^()]{1,100}\)$")
# "ІА «Порт»", "ИА REGNUM": an agency's letters before its name, Cyrillic or Latin
AGENCY = re.compile(r"^[ІИI][АA]\s{1,3}(?=\S)")
# Characters around a place in which a name is looked for.
REACH = 5_000
# Characters of a title that a full stop ends.
LONGEST_TITLE = 110
# The number of what stands beside the body: the title, a line of credit.
OUTSIDE = -1
# Words at the start of a sentence among which "раніше" is of the whole of it.
MOST_OPENING = 3
# Letters of a name that no case changes, and those of an ending.
LEAST_OF_NAME, MOST_OF_ENDING = 3, 2
# Words of a name that are looked for elsewhere.
MOST_OF_NAME = 4
# Words up to a medium whose piece is commented on: "коментуючи недавню публікацію в газеті".
MOST_COMMENTED = 5
# Frames in which a source is named only to say whose news it is: "..., пише X", "Як пише X, ...".
TAGS = ("parenthesis", "quote", "as")
# Frames in which "писав", "повідомляв" recalls, as "Як повідомляв X" does; of 20 read by hand all do.
WROTE = ("parenthesis", "quote", "clause", "fronted")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the reportings whose cue stands in it; ``number`` counts the body's from 0, -1 is the title.

    ``recalled`` says that the sentence before tells what was known earlier; ``read`` keeps what was asked ``once``.
    """

    line: Line
    reportings: tuple[Attribution, ...]
    number: int
    cast: Cast
    recalled: bool = False
    # not of the constructor: with other reportings a copy of the scene is asked anew
    read: dict[tuple[Any, ...], Any] = field(init=False, default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Hop:
    """A name in a chain and the words that state it."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A chain and the sentence where it was found, with its number in the body and what is reported in it.

    ``named`` says whether the last hop stands there by its name, and not as ``видання`` alone; ``refers``, whether the
    sentence says whom somebody has it from; ``writes``, whether a medium adds what it writes itself (``..., пише X``)
    and does not pass on what it was told (``..., передає X``).
    """

    chain: Chain
    number: int
    rules: frozenset[str] = frozenset()
    named: bool = True
    refers: bool = False
    writes: bool = False

    @property
    def firm(self) -> bool:
        """Whether the sentence says itself that it is of all that stands above: ``Про це``."""
        return "about-this" in self.rules

    @property
    def tags(self) -> bool:
        """Whether the sentence only adds who tells it: ``..., пише X``."""
        added = self.chain.rule in ("document", "venue") and "as" in self.rules  # "Як X написав у Facebook"
        if self.chain.rule in ("insider", "published") or added:
            return False
        if self.chain.rule == "document" and len(self.chain.hops) > 1:
            return True
        return not self.rules or bool(self.rules.intersection(TAGS))


def scenes(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    cast: Cast,
    reportings: tuple[Attribution, ...],
) -> Iterator[Scene]:
    """The sentences with what is reported in them; their lines are those in which attributions were found."""
    cast = cast.before_all()
    for reporting in reportings:
        cast.note(reporting)
    context = Context(report, mentions, times)
    cues = Places(reporting.cue for reporting in reportings)
    number, recalled = 0, False
    for at, paragraph in enumerate(paragraphs(report, sentences)):
        quotes = quotes_of(report, paragraph)
        title = at == 0 and is_title(report, paragraph)
        for sentence in paragraph:
            inside = tuple(reportings[i] for i in cues.over(sentence.span) if sentence.span.contains(cues.spans[i]))
            line = make_line(sentence, context, quotes)
            scene = Scene(line, inside, OUTSIDE if title else number, cast, recalled)
            yield scene
            recalled = is_recalling(scene)
            number += not title and any(w.finite for w in line.words)


def is_title(report: Report, paragraph: list[Sentence]) -> bool:
    """Whether the first paragraph is a title: no full stop ends it, or it is short."""
    last = report.text[paragraph[-1].span.start : paragraph[-1].span.stop].rstrip()
    stopped = last.endswith(".") and len(last) > LONGEST_TITLE
    return is_open(report, paragraph[-1]) or (len(paragraph) == 1 and not stopped)


def is_open(report: Report, sentence: Sentence) -> bool:
    """Whether no full stop ends a sentence that ends its paragraph, as it is with titles."""
    return report.text[sentence.span.start : sentence.span.stop].rstrip(QUOTES)[-1:].isalnum()


def scope_of(scene: Scene, reporting: Attribution | None) -> str:
    """report where the evidence stands in the lead or under ``Про це``; passage for background and what comes later.

    Without a reporting the place of the sentence alone tells.
    """
    if reporting is None:
        return "report" if scene.number < LEAD else "passage"
    if is_background(scene, reporting):
        return "passage"
    if scene.number < LEAD:
        if reporting.rule == "phrase" and scene.number > 1:
            return "passage"  # "За даними X, ..." covers its sentence
        return "passage" if scene.number > 0 and (is_one_clause(scene) or is_data(scene, reporting)) else "report"
    return "report" if is_about_this(scene) and not scene.recalled else "passage"


def is_one_clause(scene: Scene) -> bool:
    """``Адвокатка розповіла AFP, що ...`` behind the first sentence: news of its own, and no tag of what stands above.

    Of 14 read by hand 10 are of a passage, those with a word of reference left out, and of 8 that somebody wrote on a
    page or in a paper all are; not so what one by name, or on a page of one's own, said on the air.
    """
    line = scene.line
    if line.spelled("reference") or (is_quoting(scene) and is_in_writing(line)):
        return False
    on_air, own = line.meaning("venues"), line.meaning("pronouns.reflexive")
    people = (m.type == "PER" for r in scene.reportings if r.source for m in scene.cast.over(r.source))
    # "В коментарі X зазначено": it stands there, and nobody told it
    stands = any(w.lemmas & line.group("venues") for r in scene.reportings if r.source for w in line.inside(r.source))
    told = outermost(scene)
    # "В інтерв'ю X глава уряду зазначив": where whoever has spoken before said all of it
    last = scene.cast.last_speaker(line.words[0].start, frozenset(("person",)))
    named = bool(on_air) and (bool(own) or stands or any(people) or any(last and r.speaker == last for r in told))
    clauses = all(r.rule in ("clause", "colon") and leads_content(r) for r in told)
    return bool(told) and clauses and not named


@once
def outermost(scene: Scene) -> list[Attribution]:
    """The reportings that are no part of what somebody else says."""
    contents = sorted((part.start, part.stop) for r in scene.reportings for part in r.content)
    reach = list(accumulate((stop for _, stop in contents), max))  # as far as those that start up to there stop
    at = (bisect_right(contents, r.cue.start, key=lambda part: part[0]) for r in scene.reportings)
    return [r for r, i in zip(scene.reportings, at, strict=True) if not i or reach[i - 1] < r.cue.stop]


def is_quoting(scene: Scene) -> bool:
    """Whether a sentence has words of somebody behind a colon."""
    return any(r.rule == "colon" for r in scene.reportings)


def is_in_writing(line: Line) -> bool:
    """Whether a sentence speaks of a page on a platform, of a document or a piece of news."""
    written = line.group("documents|news_items") - line.group("venues")
    return any(w.lemmas & written or is_platform(w.text, line.language) for w in line.words)


def is_data(scene: Scene, reporting: Attribution) -> bool:
    """``За даними X, ...`` that begins a paragraph behind what somebody has said: news beside it."""
    line = scene.line
    before = scene.cast.report.text[: line.words[0].start].rstrip(" \t")
    opens = reporting.rule == "phrase" and reporting.cue.start == line.words[0].start and before.endswith("\n")
    return opens and scene.cast.last_speaker(line.words[0].start, frozenset(("person", "body"))) is not None


def leads_content(reporting: Attribution) -> bool:
    """Whether what is said stands behind who says it; not so in ``Про рішення суду повідомила X``."""
    start = max(reporting.cue.stop, reporting.source.stop if reporting.source is not None else 0)
    return bool(reporting.content) and all(part.start >= start for part in reporting.content)


def is_recalling(scene: Scene) -> bool:
    """Whether a sentence tells what was known before: ``Раніше міністр пішов``, ``Як повідомляв X, ...``."""
    opening = (word.low for word in scene.line.words[:MOST_OPENING])
    return bool(scene.line.group("earlier").intersection(opening)) or any(
        is_background(scene, reporting) and not is_beside(scene, reporting) for reporting in scene.reportings
    )


def is_beside(scene: Scene, reporting: Attribution) -> bool:
    """``Рада спростувала чутки, про що писав X``: what ends a sentence with its own news by a relative."""
    before = [word.low for word in scene.line.words if word.start < reporting.cue.start][-2:]
    about = len(before) > 1 and before[0] in scene.line.group("about")
    return about and any(not is_background(scene, other) for other in scene.reportings)


def is_about_this(scene: Scene) -> bool:
    """Whether a sentence speaks of all that stands before it: ``Про це повідомляє X``."""
    return any(r.rule == "about-this" for r in scene.reportings)


def is_background(scene: Scene, reporting: Attribution) -> bool:
    """``Як повідомляв X``, ``X писав``, ``раніше X написав``: told before this report."""
    return (
        earlier(scene, reporting)
        or recalls(scene, reporting)
        or (reporting.rule == "as" and is_past(scene, reporting, "impf"))
        or wrote(scene, reporting)
        or is_dated(scene, reporting)
    )


def wrote(scene: Scene, reporting: Attribution) -> bool:
    """``Газета X писала, що``, ``..., сообщал портал X``: what those who tell news did before."""
    words = WORD.findall(reporting.cue.of(scene.line.text))
    verbs = scene.line.group("media_verbs|naming_verbs")
    tells = bool(words) and bool(lemmas(words[-1], scene.line.language) & verbs)
    alone = reporting.rule != "fronted" or len(scene.reportings) == 1
    return tells and alone and reporting.rule in WROTE and is_past(scene, reporting, "impf")


def is_dated(scene: Scene, reporting: Attribution) -> bool:
    """``7 липня газета X писала, що``: told on another day, which opens the sentence."""
    if reporting.rule != "clause" or reporting.source is None or not is_past(scene, reporting):
        return False
    opening = [word for word in scene.line.words if word.start < reporting.source.start]
    return len(opening) <= MOST_OPENING + 1 and any(word.kind == "number" for word in opening)


def recalls(scene: Scene, reporting: Attribution) -> bool:
    """``як нагадує X``."""
    words = WORD.findall(reporting.cue.of(scene.line.text))
    return bool(words) and bool(lemmas(words[-1], scene.line.language) & scene.line.group("recall_verbs"))


def is_past(scene: Scene, reporting: Attribution, aspect: str = "") -> bool:
    """``Як повідомляв X``: told before, so background; ``Як повідомив X`` tells it now."""
    cue = reporting.cue.of(scene.line.text).split()[-1]
    readings = (w.grammemes for word in scene.line.words if word.text == cue for w in word.readings)
    return any("past" in grammemes and (not aspect or aspect in grammemes) for grammemes in readings)


def earlier(scene: Scene, reporting: Attribution) -> bool:
    """Whether it was told earlier: ``раніше`` opens the sentence or stands right before the cue."""
    words = scene.line.group("earlier")
    cue = next((w.at for w in scene.line.words if w.start >= reporting.cue.start), 0)
    before = scene.line.words[:cue]
    opening = [word for word in before if word.kind != "mark"][:2]
    return any(word.low in words for word in (*opening, *before[-MOST_OPENING:]))


def is_commented(line: Line, span: Span) -> bool:
    """``коментуючи дані [Guardian]``, ``публікацію в газеті [X]``: whose words are spoken of."""
    before = [w for w in line.words if w.start < span.start][-MOST_COMMENTED:]
    told = [at for at, w in enumerate(before) if w.lemmas & line.group("news_items|told_data|documents")]
    return any(any(w.lemmas & line.group("commenting") for w in before[:at]) for at in told[-1:])


def ones_own(line: Line) -> frozenset[str]:
    """``свій``, ``власний``: what says that a page is of who speaks."""
    return line.group("pronouns.reflexive|owning")


def is_named_once(scene: Scene, span: Span) -> bool:
    """Whether a report names something only there: then it is a medium that tells, and no firm that the news is of."""
    found = places_of(scene.cast.report.text, unquoted(span.of(scene.line.text)).strip())
    return next(found, None) is not None and next(found, None) is None


def places_of(text: str, name: str) -> Iterator[re.Match[str]]:
    """Where a text has a name, in any of its cases."""
    stems = (re.escape(word[: max(LEAST_OF_NAME, len(word) - MOST_OF_ENDING)]) for word in name.split()[:MOST_OF_NAME])
    inflected = r"\w{0,4}\s{1,3}".join(stems)
    return re.finditer(rf"\b{inflected}", text, re.I)


def is_first_behind(scene: Scene, name: str, place: int) -> bool:
    """Whether a report has a name behind a place, and nowhere in what stands before."""
    start = max(0, place - REACH)
    first = next(places_of(scene.cast.report.text[start : place + REACH], name), None) if name else None
    return first is not None and start + first.start() >= place


def as_phrase(span: Span) -> Attribution:
    """A phrase as a source without a verb, to ask who is meant by it."""
    return Attribution(span, span, (), "assert", "indirect", "phrase")


def evidence(scene: Scene, spans: list[Span]) -> Span:
    """The stretch of the sentence that states the chain."""
    inside = [s for s in spans if s.start >= scene.line.words[0].start]
    return Span(min(s.start for s in inside), max(s.stop for s in inside))


def distinct(names: Iterator[str]) -> tuple[str, ...]:
    """Names in order, each once; without marks around, an article, ``ІА`` before, a medium's letters or a remark."""
    plain = (without_letters(unquoted(AGENCY.sub("", name.strip(", ")))).removeprefix("the ") for name in names)
    return tuple(dict.fromkeys(REMARK.sub("", name) for name in plain))


def without_letters(name: str) -> str:
    """``The Wall Street Journal (WSJ)``: a medium without its letters; other names have them."""
    bare = ABBREVIATION.sub("", name)
    return bare if find_outlet(bare) is not None else name


def unquoted(name: str) -> str:
    """A name without the marks around it; what is quoted inside it keeps its own (``прес-служба “Порту”``)."""
    inside = name.strip(", ")
    bare = inside.strip(QUOTES)
    return bare if inside[:1] in QUOTES or not any(mark in bare for mark in QUOTES) else inside
