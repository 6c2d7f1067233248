"""What stands in a brief: words of reports with their places, and nothing that anybody made up."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.answer.timeline import Moment
from firsthand.records import Origins
from firsthand.stages.origins import Tree


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; ``role`` is source, cue, content, sentence or nothing."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The exact words of a report, with where they stand and how they came there."""

    report: str
    outlet: str
    title: str
    date: str
    language: str
    pieces: tuple[Piece, ...]
    chain: tuple[str, ...] = ()
    act: str = ""
    who: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """One actor's act towards a claim, on one date or on several in a row, however many reports tell it."""

    actor: str
    name: str
    act: str
    dates: tuple[str | None, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A claim: the words of one who says it, who stands where on it, and all passages."""

    id: str
    gist: str
    language: str
    contested: bool
    origins: Origins
    stances: tuple[Stance, ...]
    others: tuple[Passage, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Actors across, claims down; a cell holds the acts of an actor towards a claim, in order of time."""

    actors: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Card, tuple[tuple[Stance, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """An actor who takes another stance on a claim than before."""

    name: str
    card: Card
    before: Stance
    after: Stance


@dataclass(frozen=True, slots=True)
class Clash:
    """Passages and those that do not go with them, one a claim or speaker; ``pairs`` counts all that say so."""

    kind: str
    reason: str
    ones: tuple[Passage, ...]
    others: tuple[Passage, ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted amount as somebody gives it; a missing bound is open."""

    words: str
    language: str
    low: float | None
    high: float | None
    names: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """What different people say of how many there are."""

    unit: str
    language: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """A moment of the timeline with its passages."""

    moment: Moment
    language: str
    names: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a report brings, sentence by sentence: (label, passage)."""

    report: str
    outlet: str
    title: str
    language: str
    date: str
    lines: tuple[tuple[str, Passage], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A report: who published it, when and why we think so, through whom its news came, how much of it was new."""

    id: str
    outlet: str
    title: str
    language: str
    date: str | None
    why: tuple[str, ...]
    conflicts: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, int], ...]
    path: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it, in the order in which it is read."""

    title: str
    language: str
    period: str
    since: str | None
    languages: tuple[str, ...]
    outlets: int
    cards: tuple[Card, ...]
    matrix: Matrix
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...]
    figures: tuple[Figures, ...]
    tree: Tree
    happened: tuple[Happened, ...]
    news: tuple[News, ...]
    rows: tuple[Row, ...]
