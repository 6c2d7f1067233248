"""Every record that flows through firsthand: frozen, no input or output in them.

Offsets are code points into ``Report.text``, which never changes after reading (``\\r\\n`` is ``\\n``, no byte
order mark). What is shown of a report is always ``text[start:stop]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch ``[start, stop)`` of a report's text, in code points."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.stop]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.stop <= self.stop


@dataclass(frozen=True, slots=True)
class Document:
    """A report as found on disk, before anything is known about it: text and what its metadata state."""

    path: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article of one outlet. ``language`` is ISO 639-1; ``published`` a TIMEX3 date as the metadata state it."""

    id: str
    path: str
    text: str
    language: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the page that is no news text; ``kind`` as in the annotation guide (menu, teaser, caption, ...)."""

    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark; ``kind`` is ``word``, ``number`` or ``mark``."""

    start: int
    stop: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of news text: its span and its tokens, in order."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``type`` is PER, LOC, ORG, PRO or EVT; ``name`` the nominative in the report's language."""

    span: Span
    type: str
    name: str
    score: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression that can be placed on a calendar or clock; ``value`` is TIMEX3."""

    span: Span
    value: str
    relative: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Published:
    """The date that a report states or implies, of honest precision (``2023-10``, ``XXXX-07-10``), and why."""

    value: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured amount; a missing bound is open. ``unit`` is in the nominative singular."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None
    modifier: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words: source, cue and content (PARC 3, PolNeAR), with act and form (see the annotation guide).

    ``speaker`` is the source's full name as the report gives it, nominative; None where the report does not tell.
    ``rule`` names the frame that found it; ``score`` is the probability that cue, source and content are right.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    act: str
    form: str
    rule: str
    speaker: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Chain:
    """How the news reached the report: names of the hops, origin first; ``scope`` is ``report`` or ``passage``."""

    hops: tuple[str, ...]
    scope: str
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of one report taken on its own: the outcome of the per-report stages."""

    report: Report
    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    published: Published = field(default=Published(None, None))
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    chains: tuple[Chain, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Posting:
    """An entry of the inverted index: ``key`` (a word, an entity, a fingerprint) stands in ``item`` of a report."""

    kind: str
    key: str
    report: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """The outcome of comparing an item of one report with an item of another, with score and reason.

    ``data`` holds what else the kind of link needs (spans, say), as JSON values.
    """

    kind: str
    left_report: str
    left_item: int
    right_report: str
    right_item: int
    score: float
    reason: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A dated decision on two things: ``subject`` is entity, claim or story, ``verdict`` same, different or unsure.

    ``by`` is ``rule:<name>`` or a person; ``undone_at`` is set once it no longer holds, nothing is deleted.
    """

    subject: str
    left: str
    right: str
    verdict: str
    reason: str
    by: str
    at: str
    id: int | None = None
    undone_at: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions stand for, across reports and languages; ``names`` are (language, name), the commonest first."""

    id: str
    type: str
    names: tuple[tuple[str, str], ...]
    keys: tuple[str, ...] = ()


# --- across reports ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in its place among all reports: what the stages across reports work on.

    ``id`` is ``<report>:<number>``; ``speaker`` is an entity id; ``said`` a TIMEX3 date of the saying where the text
    tells it; ``chain`` the hops behind it, origin first, () where the report states none; ``also`` those who say it
    together with the speaker ("Пхеньян і Москва").
    """

    id: str
    report: str
    number: int
    language: str
    attribution: Attribution
    content: str
    speaker: str | None = None
    said: str | None = None
    chain: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage of ``report`` that stands, literally or nearly, in the earlier report ``source``; similarity 0 to 1."""

    report: str
    span: Span
    source: str
    source_span: Span
    similarity: float
    how: str = "literal"


@dataclass(frozen=True, slots=True)
class Dating:
    """When a report was published: a TIMEX3 value or interval of the precision that is earned, with every reason."""

    report: str
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    why: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Novelty:
    """What one sentence of a report brings: new, update, repeated or background; ``earlier`` is where it stood."""

    report: str
    sentence: Span
    label: str
    earlier: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand behind a claim: a lower and an upper bound, and their names."""

    low: int
    high: int
    names: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """An actor's stance on a claim at a date, with the ``Said`` that shows it."""

    actor: str
    act: str
    date: str | None
    said: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said, one for all attributions with the same content; ``gist`` is the words of one of them."""

    id: str
    gist: str
    said: tuple[str, ...]
    origins: Origins
    positions: tuple[Position, ...] = ()
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two ``Said`` that do not go together; ``kind`` is contradiction, update, narrower or figure."""

    left: str
    right: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one running matter; the title is a title or first sentence of one of them."""

    id: str
    title: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: the words that tell it, time (TIMEX3), place and participants (entity ids)."""

    id: str
    what: str
    when: str | None
    where: str | None
    who: tuple[str, ...]
    said: tuple[str, ...]
    reports: tuple[str, ...]
    passages: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is known across the reports of a store: what every command, page and export shows."""

    analyses: tuple[Analysis, ...]
    datings: Mapping[str, Dating]
    entities: tuple[Entity, ...]
    mentions: Mapping[str, tuple[str, ...]]
    said: tuple[Said, ...]
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    reuse: tuple[Reuse, ...]
    novelty: tuple[Novelty, ...]
    stories: tuple[Story, ...]
    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...] = ()
