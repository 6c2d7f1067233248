"""One claim: its wordings in each language, stances over time, quantities, origins, contradictions, passages."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.answer.dates import sort_key
from firsthand.records import Claim, Contradiction, Quantity, Said
from firsthand.web.contents import Contents, shown
from firsthand.web.views.shared import (
    ClaimLine,
    Dated,
    Listed,
    Passage,
    Piece,
    ReportLine,
    Wanted,
    claim_line,
    dated,
    listed,
    passage,
    piece,
    report_line,
)  # fmt: skip
from firsthand.web.views.story import Actor, Cell, actor_of, cell, in_order

_WORDINGS, _STANCES, _QUANTITIES, _PAIRS = 30, 100, 60, 40


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in which the claim is made, and in how many reports."""

    language: str
    text: str
    times: int
    said: str
    report: str
    start: int


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One actor's stances, oldest first."""

    actor: Actor
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in the words of one who makes the claim; a missing bound is open."""

    words: Piece
    low: float | None
    high: float | None
    unit: str | None
    modifier: str | None
    speaker: str
    date: Dated
    report: ReportLine


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that do not go together; ``kind`` is contradiction, update, narrower or figure."""

    kind: str
    reason: str
    left: Passage
    right: Passage


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """All that is known of a claim; ``left_out`` says how many of each list are not shown."""

    claim: ClaimLine
    stories: tuple[str, ...]
    wordings: tuple[Wording, ...]
    stances: tuple[StanceRow, ...]
    amounts: tuple[Amount, ...]
    pairs: tuple[Pair, ...]
    pairs_in_all: int
    passages: Listed[Passage]


def claim_page(contents: Contents, id_: str, wanted: Wanted) -> ClaimPage:
    """One claim. Raises NotFoundError."""
    claim = contents.claim(id_)
    said = said_of(contents, claim)
    stories = {contents.story_of[s.report].id: None for s in said if s.report in contents.story_of}
    pairs = pairs_of(contents, claim)
    return ClaimPage(
        claim_line(contents, claim), tuple(stories), wordings(said), stances(contents, claim), amounts(contents, said),
        tuple(pair(contents, one) for one in pairs[:_PAIRS]), len(pairs),
        listed(said, wanted, lambda one: passage(contents, one)),
    )  # fmt: skip


def said_of(contents: Contents, claim: Claim) -> list[Said]:
    """What was said, oldest first."""
    said = [contents.said[id_] for id_ in claim.said]
    return sorted(said, key=lambda one: (*sort_key(contents.date_of(one)), one.id))


def wordings(said: list[Said]) -> tuple[Wording, ...]:
    """Each wording once, by language, the most frequent first."""
    counted: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        counted.setdefault((one.language, shown(one.content, 500)), []).append(one)
    ranked = sorted(counted.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return tuple(
        Wording(language, text, len(rows), rows[0].id, rows[0].report, rows[0].attribution.cue.start)
        for (language, text), rows in ranked[:_WORDINGS]
    )


def stances(contents: Contents, claim: Claim) -> tuple[StanceRow, ...]:
    """Each actor's stances over time, those who speak most often first."""
    actors: dict[str, list[Cell]] = {}
    for position in in_order(claim.positions):
        actors.setdefault(position.actor, []).append(cell(contents, position))
    ranked = sorted(actors.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(StanceRow(actor_of(contents, actor), tuple(cells[:30])) for actor, cells in ranked[:_STANCES])


def amounts(contents: Contents, said: list[Said]) -> tuple[Amount, ...]:
    """The quantities inside what was said, side by side by unit and date."""
    found = [(one, quantity) for one in said for quantity in _inside(contents, one)]
    ranked = sorted(found, key=lambda pair: (pair[1].unit or "", *sort_key(contents.date_of(pair[0])), pair[0].id))
    return tuple(_amount(contents, one, quantity) for one, quantity in ranked[:_QUANTITIES])


def _inside(contents: Contents, said: Said) -> list[Quantity]:
    quantities = contents.analyses[said.report].quantities
    return [q for q in quantities if any(span.contains(q.span) for span in said.attribution.content)]


def _amount(contents: Contents, said: Said, found: Quantity) -> Amount:
    text = contents.report(said.report).text
    return Amount(
        piece(text, found.span), found.low, found.high, shown(found.unit, 60) or None,
        shown(found.modifier, 60) or None, shown(contents.who_said(said), 120), dated(contents.date_of(said)),
        report_line(contents, said.report),
    )  # fmt: skip


def pairs_of(contents: Contents, claim: Claim) -> list[Contradiction]:
    """The contradictions that statements of this claim stand in."""
    own = set(claim.said)
    by_said = contradictions_by_said(contents)
    return list(dict.fromkeys(one for id_ in claim.said for one in by_said.get(id_, ()) if own & {one.left, one.right}))


def contradictions_by_said(contents: Contents) -> dict[str, list[Contradiction]]:
    """Contradictions by either of the two things said."""
    cache: dict[str, list[Contradiction]] = contents.__dict__.setdefault("_contradictions", {})
    if not cache:
        for one in contents.answer.contradictions:
            cache.setdefault(one.left, []).append(one)
            cache.setdefault(one.right, []).append(one)
    return cache


def pair(contents: Contents, found: Contradiction) -> Pair:
    """Two passages, the earlier one on the left."""
    left, right = contents.said[found.left], contents.said[found.right]
    return Pair(found.kind, shown(found.reason), passage(contents, left), passage(contents, right))
