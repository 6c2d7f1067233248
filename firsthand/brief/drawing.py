"""Drawings of a brief: the tree of origins, the strip of time, the bars of figures; SVG that is coloured by class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.answer.dates import Reach, reach, spoken
from firsthand.answer.wording import counted
from firsthand.brief.markup import Html, el, join
from firsthand.brief.records import Figure, Row
from firsthand.stages.origins import Edge, Node, Tree

# Sizes in units of the drawing, which is scaled to the page.
NODE_WIDTH, NODE_HEIGHT, ROW, COLUMN, MARGIN = 214, 38, 46, 310, 6
LABEL = 23  # letters of a name that fit into a box


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    y: float


# --- the tree of origins ----------------------------------------------------------------------------


def draw_tree(tree: Tree) -> Html:
    """Who had it first on the left, whose reports we have on the right."""
    columns = _ordered(_columns(tree), tree.edges)
    tallest = max((len(column) for column in columns), default=0)
    places = {
        node.id: _Place(MARGIN + COLUMN * at, MARGIN + ROW * (row + (tallest - len(column)) / 2))
        for at, column in enumerate(columns)
        for row, node in enumerate(column)
    }
    width, height = 2 * MARGIN + COLUMN * (len(columns) - 1) + NODE_WIDTH + 30, 2 * MARGIN + ROW * tallest
    edges = sorted(tree.edges, key=lambda edge: (edge.how != "reuse", edge.source, edge.target))
    drawn = [_edge(edge, places) for edge in edges]
    boxes = [_box(node, places[node.id]) for column in columns for node in column]
    label = "Tree of origins: who had the news first on the left, who carried it on to the right. A list follows."
    return el("svg", drawn, boxes, viewBox=f"0 0 {width} {height}", class_="tree", role="img", aria_label=label)


def _columns(tree: Tree) -> list[list[Node]]:
    """Origins first, each hop as far right as the longest chain to it, and last the outlets that nobody cites."""
    chains = [edge for edge in tree.edges if edge.how == "chain"]
    depth = _depths([node.id for node in tree.nodes], chains)
    cited, last = {edge.source for edge in chains}, max(1, *depth.values())
    columns: dict[int, list[Node]] = defaultdict(list)
    for node in tree.nodes:
        ends = node.id not in cited and node.kind not in ("origin", "hop")
        columns[last if ends else depth[node.id]].append(node)
    return [columns[at] for at in sorted(columns)]


def _depths(ids: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The longest way to each node; ways that lead back (two agencies that cite each other) are followed once."""
    into: dict[str, list[str]] = defaultdict(list)
    for edge in sorted(edges, key=lambda edge: (edge.source, edge.target)):
        if not _leads(edge.target, edge.source, into):
            into[edge.target].append(edge.source)
    depth: dict[str, int] = {}
    for id_ in ids:
        _settle(id_, into, depth)
    return depth


def _leads(start: str, goal: str, into: Mapping[str, Sequence[str]]) -> bool:
    """Whether the way already leads from start to goal, so that another edge would close a circle."""
    waiting, seen = [goal], set()
    while waiting:
        here = waiting.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            waiting += into.get(here, ())
    return False


def _settle(id_: str, into: Mapping[str, Sequence[str]], depth: dict[str, int]) -> None:
    """Depths without recursion: chains may be made long on purpose."""
    waiting = [id_]
    while waiting:
        here = waiting[-1]
        open_ = [source for source in into.get(here, ()) if source not in depth]
        if open_:
            waiting += open_
        else:
            depth[here] = max((depth[source] + 1 for source in into.get(here, ())), default=0)
            waiting.pop()


def _ordered(columns: list[list[Node]], edges: Sequence[Edge]) -> list[list[Node]]:
    """Nodes near those they are joined with, so that few lines cross."""
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    for _ in range(6):
        row = {node.id: at / max(1, len(column)) for column in columns for at, node in enumerate(column)}
        columns = [
            sorted(column, key=lambda node: (_mean(row, beside[node.id], node.id), node.id)) for column in columns
        ]
    return columns


def _mean(row: Mapping[str, float], others: Sequence[str], own: str) -> float:
    return sum(row[other] for other in others) / len(others) if others else row[own]


def _box(node: Node, place: _Place) -> Html:
    kind = "origin" if node.kind == "origin" else "agency" if node.kind == "agency" else "outlet"
    name = el("text", _label(node.name), x=place.x + 10, y=place.y + 16, class_="name")
    told = el("text", _kind(node.kind), x=place.x + 10, y=place.y + 30, class_="kind")
    frame = el("rect", x=place.x, y=place.y, width=NODE_WIDTH, height=NODE_HEIGHT, rx=6)
    return el("g", el("title", f"{node.name}, {_kind(node.kind)}"), frame, name, told, class_=f"node {kind}")


def _label(name: str) -> str:
    return name if len(name) <= LABEL else name[: LABEL - 1].rstrip() + "…"


def _kind(kind: str) -> str:
    return {"origin": "first hand", "hop": "passed it on"}.get(kind, kind)


def _edge(edge: Edge, places: Mapping[str, _Place]) -> Html:
    start, end = places[edge.source], places[edge.target]
    told = el("title", f"{counted(len(edge.reports), 'report')}, {'stated' if edge.how == 'chain' else 'not credited'}")
    width = min(5.0, 1.2 + 0.6 * len(edge.reports))
    return el("path", told, d=_way(start, end), class_=f"edge {edge.how}", stroke_width=width)


def _way(start: _Place, end: _Place) -> str:
    """From the right side of one box to the left side of a box further right, else round to its right side."""
    x1, y1, y2 = start.x + NODE_WIDTH, start.y + NODE_HEIGHT / 2, end.y + NODE_HEIGHT / 2
    forth = end.x > start.x
    x2 = end.x if forth else end.x + NODE_WIDTH
    bend = max(50.0, (x2 - x1) / 2) if forth else 34.0
    turn = x2 - bend if forth else x2 + bend
    return f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {turn:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"


# --- the strip of time ------------------------------------------------------------------------------

STRIP_WIDTH, LANE, LEFT = 1000, 26, 44


def draw_strip(rows: Sequence[Row]) -> Html | None:
    """When the reports were published, a lane a language: a dot for a day, a bar for what is less exact."""
    known = [(row, found) for row in rows if (found := _near(reach(row.date)))]
    if not known:
        return None
    first, last = min(found.first for _, found in known), max(found.last for _, found in known)
    if first == last:
        return None
    scale = _Scale(first, last)
    lanes = sorted({row.language for row, _ in known})
    drawn = [
        _lane(code, at, [(row, found) for row, found in known if row.language == code], scale)
        for at, code in enumerate(lanes)
    ]
    height = LANE * len(lanes) + 24
    label = f"When the reports were published: {spoken(str(first))} to {spoken(str(last))}. A list follows."
    box = f"0 0 {STRIP_WIDTH} {height}"
    return el("svg", list(_ticks(scale, height)), drawn, viewBox=box, class_="strip", role="img", aria_label=label)


def _near(found: Reach | None) -> Reach | None:
    """Only what has both ends: "not before May" has no place to be drawn."""
    return None if found is None or found.first == date.min or found.last == date.max else found


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to places."""

    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return LEFT + 8 + share * (STRIP_WIDTH - LEFT - 16)


def _lane(code: str, at: int, rows: Sequence[tuple[Row, Reach]], scale: _Scale) -> Html:
    y = LANE * at + LANE / 2
    line = el("line", x1=LEFT, x2=STRIP_WIDTH, y1=y, y2=y, class_="lane")
    name = el("text", code, x=4, y=y + 4, class_="code")
    return join(line, name, [_point(row, found, scale, y) for row, found in rows])


def _point(row: Row, found: Reach, scale: _Scale, y: float) -> Html:
    told = el("title", f"{row.outlet}, {spoken(row.date)}: {row.title}")
    if found.first == found.last:
        return el("circle", told, cx=scale.x(found.first), cy=y, r=6, class_="day")
    start = scale.x(found.first)
    width = max(8.0, scale.x(found.last) - start)
    return el("rect", told, x=start, y=y - 5, width=width, height=10, rx=5, class_="between")


def _ticks(scale: _Scale, height: float) -> Iterator[Html]:
    """The beginnings of months (of years, over more than three)."""
    yearly = (scale.last - scale.first).days > 3 * 366
    monthly = (scale.last - scale.first).days > 20
    day, shown = scale.first, 0
    step = max(1, (scale.last - scale.first).days // 420)
    while day <= scale.last and monthly:
        if day.day == 1 and (day.month == 1 if yearly else (day.month - 1) % step == 0):
            shown += 1
            x = scale.x(day)
            words = str(day.year) if yearly else f"{day:%b}{day.year if shown == 1 or day.month == 1 else '': >5}"
            yield el("line", x1=x, x2=x, y1=0, y2=height - 18, class_="tick")
            if x < STRIP_WIDTH - 50:
                yield el("text", words, x=x + 3, y=height - 5, class_="month")
        day += timedelta(1)


# --- the bars of figures ----------------------------------------------------------------------------


def draw_bar(figure: Figure, most: float) -> Html:
    """From the lower to the upper bound; what is open fades out at the end."""
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else most
    start, stop = 100 * low / most, 100 * high / most
    open_end = "open" if figure.high is None else "closed"
    bar = el("rect", x=start, y=1, width=max(1.2, stop - start), height=8, class_=f"range {open_end}")
    line = el("rect", x=0, y=4, width=100, height=2, class_="ground")
    return el("svg", line, bar, viewBox="0 0 100 10", preserveAspectRatio="none", class_="bar", aria_hidden="true")


def most_of(figures: Sequence[Figure]) -> float:
    """The end of the scale: beyond the greatest bound, so that open ends have room."""
    return 1.25 * max((figure.high or figure.low or 1.0) for figure in figures)
