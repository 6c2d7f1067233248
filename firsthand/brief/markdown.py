"""A brief as Markdown: the same parts in the same order, passages as quotations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from firsthand.answer.dates import spoken
from firsthand.answer.wording import LANGUAGE_NAMES, counted, mark_of, origins_in_words, plain
from firsthand.brief.records import Brief, Card, Figures, Passage, Row, Stance

# Signs that mean something to Markdown or to the HTML that it becomes.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LINE_STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def text(words: str) -> str:
    """Text that stays text: no sign of it is read as markup."""
    return _LINE_STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", plain(words)))


def markdown(brief: Brief) -> str:
    """The whole brief."""
    parts = [list(part(brief)) for part in PARTS]
    return "\n".join(line for part in parts if part for line in (*part, "")).rstrip() + "\n"


def _head(brief: Brief) -> Iterator[str]:
    languages = ", ".join(LANGUAGE_NAMES.get(code, code) for code in brief.languages)
    yield f"# {text(brief.title)}"
    yield ""
    yield f"{counted(len(brief.rows), 'report')} ({languages}), {brief.period}. Quotations are the reports' own words."


def _happened(brief: Brief) -> Iterator[str]:
    events = [one for one in brief.happened if one.moment.kind == "event"]
    if events:
        yield from ("## What happened", "")
    for one in events:
        yield f"- {spoken(one.moment.when)}: {text(one.moment.what)} ({_reports(one.moment.reports)})"


def _matrix(brief: Brief) -> Iterator[str]:
    if not brief.matrix.rows:
        return
    names = [text(name) for _, name in brief.matrix.actors]
    yield from ("## Who says what", "", "✓ asserts, ✗ denies, ? doubts, → directs, ⊕ commits", "")
    yield f"| Claim | Origins | {' | '.join(names)} |"
    yield f"|---|---|{'---|' * len(names)}"
    for card, cells in brief.matrix.rows:
        marks = ((" › " if cell and cell[0].actor else " ").join(mark_of(s.act)[0] for s in cell) for cell in cells)
        yield f"| {text(card.gist)} | {origins_in_words(card.origins)} | {' | '.join(marks)} |"


def _changes(brief: Brief) -> Iterator[str]:
    if brief.changes:
        yield from ("## What changed in positions", "")
    for change in brief.changes:
        yield f"- **{text(change.name)}** {_step(change.before)}, then {_step(change.after)}: {text(change.card.gist)}"
        yield from _quotations([*change.before.passages[:1], *change.after.passages[:1]])


def _clashes(brief: Brief) -> Iterator[str]:
    if brief.clashes:
        yield from ("## What does not go together", "")
    for clash in brief.clashes:
        yield f"- {clash.kind}: {text(clash.reason)}"
        yield from _quotations([*clash.ones, *clash.others])


def _figures(brief: Brief) -> Iterator[str]:
    if brief.figures:
        yield from ("## Figures side by side", "")
    for one in brief.figures:
        yield from _unit(one)


def _unit(one: Figures) -> Iterator[str]:
    yield f"- {text(one.unit)}"
    for figure in one.figures:
        yield f"  - “{text(figure.words)}”: {text(', '.join(figure.names))}"


def _origins(brief: Brief) -> Iterator[str]:
    if brief.tree.edges:
        yield from ("## Where it comes from", "")
    names = {node.id: text(node.name) for node in brief.tree.nodes}
    for edge in brief.tree.edges:
        how = "stated" if edge.how == "chain" else "not credited"
        yield f"- {names[edge.source]} → {names[edge.target]} ({how}; {_reports(edge.reports)})"


def _news(brief: Brief) -> Iterator[str]:
    if brief.news:
        yield from (f"## New since {spoken(brief.since)}" if brief.since else "## New in the latest report", "")
    for news in brief.news:
        yield f"- {text(news.title)} ({text(news.outlet)}, {news.date})"
        for label, passage in news.lines:
            yield f"  - {label}: “{text(passage.words)}”"


def _claims(brief: Brief) -> Iterator[str]:
    if brief.cards:
        yield "## Claims"
    for card in brief.cards:
        yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    contested = " · contested" if card.contested else ""
    names = f": {text(', '.join(card.origins.names))}" if card.origins.names else ""
    yield from ("", f"### {text(card.gist)}", "")
    yield f"{counted(card.reports, 'report')} · {origins_in_words(card.origins)}{names}{contested}"
    yield ""
    for stance in card.stances:
        yield f"- {text(stance.name)} {_step(stance)}"
        yield from _quotations(stance.passages)
    if card.others:
        yield "- also told"
        yield from _quotations(card.others)


def _timeline(brief: Brief) -> Iterator[str]:
    yield from ("## Timeline", "")
    for one in brief.happened:
        what = "reported: " if one.moment.kind == "report" else ""
        yield f"- {spoken(one.moment.when)}: {what}{text(one.moment.what)}"


def _rows(brief: Brief) -> Iterator[str]:
    yield from ("## Reports", "")
    for row in brief.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    why = f" ({text('; '.join(row.why))})" if row.why else ""
    yield f"- {text(row.title)}: {text(row.outlet)}, {spoken(row.date)}{why}, {row.language}, {row.id}"
    for chain in row.chains:
        yield f"  - {text(' → '.join(chain))}"


def _step(stance: Stance) -> str:
    sign, word = mark_of(stance.act)
    return f"{sign} {word} ({'; '.join(spoken(date) for date in stance.dates)})"


def _quotations(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        who = f"{text(passage.who)}: " if passage.who else ""
        chain = f"; {text(' → '.join(passage.chain))}" if passage.chain else ""
        words = text("".join(piece.text for piece in passage.pieces))
        yield f"  > {who}“{words}” ({text(passage.outlet)}, {passage.date}, {passage.report}{chain})"
        yield "  >"


def _reports(ids: Sequence[str]) -> str:
    return ", ".join(ids)


PARTS: tuple[Callable[[Brief], Iterator[str]], ...] = (
    _head, _happened, _matrix, _changes, _clashes, _figures, _origins, _news, _claims, _timeline, _rows,
)  # fmt: skip
