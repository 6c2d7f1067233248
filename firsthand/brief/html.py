"""A brief as one HTML page: nothing is loaded from anywhere, nothing runs, every line opens its passages."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources

from firsthand.answer.dates import spoken
from firsthand.answer.wording import LANGUAGE_NAMES, counted, mark_of, origins_in_words
from firsthand.brief.drawing import draw_bar, draw_strip, draw_tree, most_of
from firsthand.brief.markup import Html, el, join
from firsthand.brief.records import Brief, Card, Change, Clash, Figure, Figures, Happened, News, Passage, Row, Stance
from firsthand.stages.origins import Edge

# Claims shown at once; the others are behind one line.
OPEN_CARDS = 10
QUOTES = '«»“”„"‘’'
# Letters of a content that tells something by itself; of "this" the whole sentence is shown.
TELLING = 15
# Events shown before anything else; the timeline has the others.
OPEN_EVENTS = 8
# Sentences of a report shown at once under what is new.
OPEN_NEWS = 8
# Dates named on a line; the rest is in the passages.
MOST_DATES = 3
KINDS = {
    "contradiction": "Contradiction",
    "update": "Said otherwise later",
    "figure": "Different figures",
    "narrower": "Of a part only",
}


def page(brief: Brief) -> str:
    """The whole page."""
    style = resources.files("firsthand.brief").joinpath("brief.css").read_text("utf-8")
    parts = [(id_, name, section) for id_, name, make in SECTIONS if (section := make(brief)) is not None]
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"{brief.title} · firsthand brief"),
        Html(f"<style>{style}</style>"),
    )
    nav = el(
        "nav", el("ul", [el("li", el("a", name, href=f"#{id_}")) for id_, name, _ in parts]), aria_label="Sections"
    )
    main = el("main", _header(brief), nav, [section for _, _, section in parts], id="top")
    body = el("body", el("a", "Skip to who says what", class_="skip", href="#who"), main, _footer())
    return "<!doctype html>\n" + el("html", head, body, lang="en") + "\n"


def _policy(style: str) -> str:
    """Nothing may be loaded or run; the one style is allowed by its digest."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


# --- head and foot ----------------------------------------------------------------------------------


def _header(brief: Brief) -> Html:
    languages = _listed([LANGUAGE_NAMES.get(code, code) for code in brief.languages])
    outlets = f" by {counted(brief.outlets, 'outlet')}" if brief.outlets else ""
    facts = f"{counted(len(brief.rows), 'report')}{outlets} in {languages}, {brief.period}."
    undated = sum(1 for row in brief.rows if row.date is None)
    rest = f" {counted(undated, 'report')} of unknown date." if undated else ""
    tiles = [el("li", el("a", el("b", number), " ", words, href=f"#{id_}")) for number, words, id_ in _tiles(brief)]
    note = "What stands in quotation marks is a report's own words. Every line opens the passages it rests on."
    return el(
        "header",
        el("p", "firsthand brief", class_="brand"),
        el("h1", brief.title, lang=brief.rows[0].language if brief.rows else None),
        el("p", facts + rest, class_="facts"),
        el("ul", tiles, class_="tiles") if tiles else None,
        el("p", note, class_="note"),
    )


def _tiles(brief: Brief) -> list[tuple[str, str, str]]:
    contested = sum(card.contested for card in brief.cards)
    found = [
        (contested, "contested claim", "claims"),
        (len(brief.changes), "change of position", "changes"),
        (len(brief.clashes), "clash of statements", "clashes"),
        (len(brief.figures), "thing counted differently", "figures"),
    ]
    return [(str(number), _plural(number, words), id_) for number, words, id_ in found if number]


def _plural(number: int, words: str) -> str:
    if number == 1:
        return words
    first, _, rest = words.partition(" ")
    if first in ("change", "thing"):
        return f"{first}s {rest}"
    return f"{first}es {rest}" if first == "clash" else f"{words}s"


def _footer() -> Html:
    return el(
        "footer",
        el("p", "Made by firsthand, which says who said what and according to whom, and never who is right."),
        el("p", el("a", "Back to the top", href="#top")),
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "no language"


def _section(id_: str, title: str, lead: str | None, *children: str | Iterable[str | None] | None) -> Html:
    return el("section", el("h2", title), el("p", lead, class_="lead") if lead else None, *children, id=id_)


# --- passages ---------------------------------------------------------------------------------------


def _quoted(words: str, language: str) -> Html:
    """Words of a report, marked as such, with their language; words that are quoted there get no second marks."""
    opening, closing = ("“", "”") if language == "en" else ("«", "»")
    marked = words[:1] in QUOTES or words.rstrip(".")[-1:] in QUOTES
    return el("q", words if marked else f"{opening}{words}{closing}", lang=language)


def _dates(dates: Sequence[str | None]) -> str:
    told = [spoken(date) for date in dates]
    more = f" and {len(told) - MOST_DATES} more dates" if len(told) > MOST_DATES else ""
    return ", ".join(told[:MOST_DATES]) + more


def _mark(act: str, date: str | None = None, after: str = "") -> Html:
    """The mark of an act; its word is there for whoever does not see the mark."""
    sign, word = mark_of(act)
    told = f" {word}{f', {date}' if date else ''}{after}"
    return el(
        "span",
        el("span", sign, aria_hidden="true"),
        el("span", told, class_="hidden"),
        class_=f"mark {act}",
        title=told.strip(),
    )


def _act(act: str) -> Html:
    sign, word = mark_of(act)
    return el("span", el("span", f"{sign} ", aria_hidden="true"), word, class_=f"act {act}")


def _passage(passage: Passage) -> Html:
    words = [el("mark", piece.text, class_=piece.role) if piece.role else join(piece.text) for piece in passage.pieces]
    chain = el("span", " · ", el("span", _arrows(passage.chain), class_="chain")) if passage.chain else None
    where = el("a", f"{passage.outlet}, {passage.date}", href=f"#r-{passage.report}")
    title = el("cite", passage.title, lang=passage.language)
    return el(
        "figure",
        el("blockquote", words, lang=passage.language),
        el("figcaption", where, " · ", title, chain),
        class_="passage",
    )


def _arrows(chain: Sequence[str]) -> str:
    return " → ".join(chain)


def _opens(summary: Sequence[str | None], passages: Sequence[Passage], class_: str = "line") -> Html:
    """A line that opens its passages."""
    return el("details", el("summary", summary), [_passage(passage) for passage in passages], class_=class_)


# --- who says what ----------------------------------------------------------------------------------


def who_says_what(brief: Brief) -> Html | None:
    """The matrix of claims and actors."""
    if not brief.matrix.rows:
        return None
    names = [name for _, name in brief.matrix.actors]
    corner = el("th", "Claim", scope="col", class_="claim")
    head = el("tr", corner, [el("th", name, scope="col") for name in names])
    rows = [_matrix_row(card, cells, names) for card, cells in brief.matrix.rows]
    table = el("table", el("thead", head), el("tbody", rows), class_="matrix")
    legend = el("p", [join(_act(act), " ") for act in ("assert", "deny", "doubt", "direct", "commit")], class_="legend")
    return _section("who", "Who says what", None, legend, _scroll(table, "Matrix of claims and actors"))


def _scroll(wide: Html, label: str) -> Html:
    """What may be wider than the page scrolls by itself, by keyboard too."""
    return el("div", wide, class_="scroll", tabindex="0", role="region", aria_label=label)


def _matrix_row(card: Card, cells: Sequence[Sequence[Stance]], names: Sequence[str]) -> Html:
    claim = el("a", _quoted(card.gist, card.language), href=f"#{card.id}")
    flag = join(" ", el("span", "contested", class_="flag")) if card.contested else None
    meta = el("span", f"{counted(card.reports, 'report')}, {_origins(card)}", flag, class_="meta")
    told = [_cell(card, cell, name) for cell, name in zip(cells, names, strict=True)]
    return el("tr", el("th", claim, meta, scope="row", class_="claim"), told)


def _origins(card: Card) -> str:
    return origins_in_words(card.origins) if card.origins.high else "origin not stated"


def _cell(card: Card, stances: Sequence[Stance], name: str) -> Html:
    if not stances:
        return el("td", el("span", "says nothing", class_="hidden"), class_="empty")
    marks = [
        join(
            el("span", " › " if stance.actor else " ", class_="then") if at else None,
            _mark(stance.act, _dates(stance.dates)),
        )
        for at, stance in enumerate(stances)
    ]
    return el("td", el("a", marks, href=f"#{card.id}", data_actor=name))


def claims(brief: Brief) -> Html | None:
    """Every claim with its origins and stances."""
    if not brief.cards:
        return None
    shown, rest = brief.cards[:OPEN_CARDS], brief.cards[OPEN_CARDS:]
    more = (
        el("details", el("summary", f"{counted(len(rest), 'more claim')}"), [_card(c) for c in rest], class_="more")
        if rest
        else None
    )
    lead = "A claim is one content, in whatever words and language. Open a line for the words themselves."
    return _section("claims", "Claims", lead, [_card(card) for card in shown], more)


def _card(card: Card) -> Html:
    flag = el("span", "contested", class_="flag") if card.contested else None
    names = f": {', '.join(card.origins.names)}" if card.origins.names else ""
    told = _origins(card) + names
    why = f" ({card.origins.why})" if card.origins.why else ""
    meta = el("p", f"In {counted(card.reports, 'report')} · {told}{why} ", flag, class_="meta")
    stances = [_opens(_stance(stance), stance.passages) for stance in card.stances]
    others = _opens([f"Also told in {counted(len(card.others), 'passage')}"], card.others) if card.others else None
    return el("article", el("h3", _quoted(card.gist, card.language)), meta, stances, others, class_="card", id=card.id)


def _stance(stance: Stance) -> list[str | None]:
    many = f" · {counted(len(stance.passages), 'passage')}" if len(stance.passages) > 1 else ""
    told = el("span", f" {_dates(stance.dates)}{many}", class_="when")
    return [_act(stance.act), " ", el("b", stance.name), told]


# --- what changed, what clashes, figures ------------------------------------------------------------


def what_changed(brief: Brief) -> Html | None:
    """Where somebody takes another stance than before."""
    if not brief.changes:
        return None
    return _section("changes", "What changed in positions", None, [_change(change) for change in brief.changes])


def _change(change: Change) -> Html:
    steps = [
        join(_act(stance.act), el("span", f" {_dates(stance.dates)}", class_="when"))
        for stance in (change.before, change.after)
    ]
    line = el("p", el("b", change.name), " ", steps[0], el("span", " › ", class_="then"), steps[1], class_="step")
    gist = el("p", el("a", _quoted(change.card.gist, change.card.language), href=f"#{change.card.id}"))
    passages = [*change.before.passages[:1], *change.after.passages[:1]]
    return el("article", line, gist, _opens(["The words"], passages), class_="card")


def clashes(brief: Brief) -> Html | None:
    """Passages that do not go together."""
    if not brief.clashes:
        return None
    lead = "Passages that cannot both hold as they stand, or that differ. Which of them holds is not said here."
    return _section("clashes", "What does not go together", lead, [_clash(clash) for clash in brief.clashes])


def _clash(clash: Clash) -> Html:
    many = f" · {counted(clash.pairs, 'pair')} of passages" if clash.pairs > 1 else ""
    kind = el(
        "p", el("span", KINDS.get(clash.kind, clash.kind), class_="kind"), f" {clash.reason}{many}", class_="meta"
    )
    sides = [el("div", [_side(passage) for passage in side], class_="side") for side in (clash.ones, clash.others)]
    against = el("p", "against", class_="against")
    return el("article", kind, el("div", sides[0], against, sides[1], class_="sides"), class_="card clash")


def _side(passage: Passage) -> Html:
    whole = "".join(piece.text for piece in passage.pieces).strip()
    words = passage.words if len(passage.words) >= TELLING else whole
    line = [_act(passage.act), " ", el("b", passage.who), " ", _quoted(words, passage.language), " "]
    return _opens([*line, el("span", passage.date, class_="when")], [passage])


def figures(brief: Brief) -> Html | None:
    """Amounts of one thing as different people give them."""
    if not brief.figures:
        return None
    lead = "What different speakers say of how many. An open end fades out: “more than” has no upper bound."
    return _section("figures", "Figures side by side", lead, [_figures(one) for one in brief.figures])


def _figures(one: Figures) -> Html:
    most = most_of(one.figures)
    return el(
        "article", el("h3", one.unit, lang=one.language), [_figure(f, most) for f in one.figures], class_="card figures"
    )


def _figure(figure: Figure, most: float) -> Html:
    who = ", ".join(figure.names[:3]) + (f" and {len(figure.names) - 3} more" if len(figure.names) > 3 else "")
    line = [
        el("span", _quoted(figure.words, figure.language), class_="words"),
        draw_bar(figure, most),
        el("span", who, class_="when"),
    ]
    return _opens(line, figure.passages, "line figure")


# --- origins, news, time, reports -------------------------------------------------------------------


def origins(brief: Brief) -> Html | None:
    """The tree of origins, drawn and as a list."""
    if not brief.tree.edges:
        return None
    names = {node.id: node.name for node in brief.tree.nodes}
    lead = (
        "Who had it first on the left, who carried it on to the right. A full line is stated by a report; "
        "a broken one is a passage taken without credit."
    )
    lines = [_edge(edge, names) for edge in brief.tree.edges]
    listed = el("details", el("summary", "The same as a list, with the reports"), el("ul", lines), class_="more")
    drawing = _scroll(draw_tree(brief.tree), "Drawing of the tree of origins")
    return _section("origins", "Where it comes from", lead, drawing, listed)


def _edge(edge: Edge, names: Mapping[str, str]) -> Html:
    how = "stated" if edge.how == "chain" else "not credited"
    links = [join(el("a", report, href=f"#r-{report}"), " ") for report in edge.reports]
    return el("li", f"{names[edge.source]} → {names[edge.target]} · {how} · ", links)


def what_is_new(brief: Brief) -> Html | None:
    """What the latest reports bring that no earlier one had."""
    if not brief.news and brief.since is None:
        return None
    title = f"New since {spoken(brief.since)}" if brief.since else "New in the latest report"
    empty = (
        el("p", "No report since then brings anything that an earlier one did not have.") if not brief.news else None
    )
    return _section(
        "new",
        title,
        "Sentences that stand in no earlier report of this collection.",
        empty,
        [_news(one) for one in brief.news],
    )


def _news(news: News) -> Html:
    head = el("h3", el("a", news.title, href=f"#r-{news.report}", lang=news.language))
    meta = el("p", f"{news.outlet}, {news.date}", class_="meta")
    lines = [
        el("li", el("span", label, class_=f"label {label}"), " ", _quoted(p.words, p.language))
        for label, p in news.lines
    ]
    shown, rest = lines[:OPEN_NEWS], lines[OPEN_NEWS:]
    more = el(
        "details", el("summary", counted(len(rest), "more sentence")), el("ul", rest, class_="lines"), class_="line"
    )
    return el("article", head, meta, el("ul", shown, class_="lines"), more if rest else None, class_="card")


def time(brief: Brief) -> Html | None:
    """Reports and events in order of time, each as exact as is known."""
    strip = draw_strip(brief.rows)
    drawn = _scroll(strip, "Drawing of the dates of the reports") if strip else None
    lead = "A full dot is a day, a hollow one a stretch of time or a date that is not known."
    return _section(
        "time", "Timeline", lead, drawn, el("ol", [_happened(one) for one in brief.happened], class_="time")
    )


def _happened(one: Happened) -> Html:
    moment = one.moment
    exact = (
        "day"
        if moment.when and len(moment.when) >= 10 and "/" not in moment.when and "X" not in moment.when
        else "stretch"
    )
    when = el("span", spoken(moment.when), class_="date")
    if moment.kind == "report":
        words = el("a", moment.what, href=f"#r-{moment.id}", lang=one.language)
        return el("li", when, el("span", "reported ", class_="when"), words, class_=f"report {exact}")
    line = [
        when,
        _quoted(moment.what, one.language),
        el("span", f" {', '.join((*one.names, moment.where or ''))}".rstrip(", "), class_="when"),
    ]
    return el("li", _opens(line, one.passages), class_=f"event {exact}")


def reports(brief: Brief) -> Html | None:
    """All reports with date, reason, chain and how much of each was new."""
    lead = "Every report that this page rests on, with the reason for its date and the way its news came."
    return _section("reports", "Reports", lead, el("ol", [_row(row) for row in brief.rows], class_="reports"))


def _row(row: Row) -> Html:
    chains = [el("p", _arrows(chain), class_="chain") for chain in row.chains]
    why = f" ({'; '.join(row.why)})" if row.why else ""
    conflicts = [el("p", f"But: {conflict}", class_="conflict") for conflict in row.conflicts]
    labels = ", ".join(f"{number} {label}" for label, number in row.labels)
    told = el("p", f"Sentences: {labels}", class_="when") if labels else None
    meta = el("p", f"{row.outlet} · {spoken(row.date)}{why} · {row.language} · {row.path}", class_="meta")
    return el("li", el("h3", row.title, lang=row.language), meta, chains, conflicts, told, id=f"r-{row.id}")


def what_happened(brief: Brief) -> Html | None:
    """The events that most reports tell, in order of time."""
    events = [one for one in brief.happened if one.moment.kind == "event"]
    if not events:
        return None
    told_by_several = [one for one in events if len(one.moment.reports) > 1] or events
    most = sorted(told_by_several, key=lambda one: -len(one.moment.reports))[:OPEN_EVENTS]
    shown = [_event(one) for one in events if one in most]
    return _section("happened", "What happened", "As the reports tell it, in their words.", shown)


def _event(one: Happened) -> Html:
    when = el("span", spoken(one.moment.when), class_="date")
    where = ", ".join(dict.fromkeys(filter(None, (*one.names, one.moment.where))))
    told = el("span", f" {counted(len(one.moment.reports), 'report')}{': ' if where else ''}{where}", class_="when")
    return _opens([when, el("span", _quoted(one.moment.what, one.language), told)], one.passages, "line event")


SECTIONS: tuple[tuple[str, str, Callable[[Brief], Html | None]], ...] = (
    ("happened", "What happened", what_happened),
    ("who", "Who says what", who_says_what),
    ("changes", "What changed", what_changed),
    ("clashes", "Clashes", clashes),
    ("figures", "Figures", figures),
    ("origins", "Origins", origins),
    ("new", "New", what_is_new),
    ("claims", "Claims", claims),
    ("time", "Timeline", time),
    ("reports", "Reports", reports),
)
