"""Where the lines and boxes of drawings go; templates draw them, so that every name in them is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from firsthand.answer.dates import reach
from firsthand.answer.timeline import Moment
from firsthand.answer.wording import shortened
from firsthand.web.views.story import OriginTree, TreeNode

WIDTH = 960
_BUCKETS, _LANES, _BAR = 64, 10, 90
_COLUMNS = (8, 340, 672)
_BOX, _ROW, _HEIGHT = 280, 40, 30
_LETTERS = 31


@dataclass(frozen=True, slots=True)
class Bar:
    """What happened or was reported in a stretch of certain days."""

    x: float
    y: float
    width: float
    height: float
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something of uncertain date, from the first to the last day that it may be of."""

    x: float
    y: float
    width: float
    first: str
    last: str
    what: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named below the line."""

    x: float
    day: str


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """A strip of time; ``left_out`` uncertain dates have no lane."""

    bars: tuple[Bar, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[Tick, ...]
    base: int
    height: int
    left_out: int


def draw_timeline(moments: Sequence[Moment]) -> TimelineDrawing | None:
    """Certain dates as bars, uncertain ones as open stretches below; None where nothing is dated."""
    dates = [(found, moment) for moment in moments if (found := reach(moment.when))]
    dates = [(found, moment) for found, moment in dates if found.first > date.min and found.last < date.max]
    if not dates:
        return None
    first, last = min(found.first for found, _ in dates), max(found.last for found, _ in dates)
    scale = _Scale(first, max(1, (last - first).days + 1))
    bars = scale.bars([found.first for found, _ in dates if found.first == found.last])
    open_ = [(found.first, found.last, moment.what) for found, moment in dates if found.first != found.last]
    stretches = tuple(scale.stretch(number, *one) for number, one in enumerate(open_[:_LANES]))
    height = _BAR + 34 + 14 * len(stretches)
    return TimelineDrawing(bars, stretches, scale.ticks(), _BAR + 10, height, len(open_) - len(stretches))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def x(self, day: date) -> float:
        return round(10 + (WIDTH - 20) * (day - self.first).days / self.days, 1)

    def bars(self, days: Sequence[date]) -> tuple[Bar, ...]:
        size = max(1, -(-self.days // _BUCKETS))
        counts: dict[int, int] = {}
        for day in days:
            bucket = (day - self.first).days // size
            counts[bucket] = counts.get(bucket, 0) + 1
        most = max(counts.values(), default=1)
        return tuple(self._bar(bucket * size, size, count, most) for bucket, count in sorted(counts.items()))

    def _bar(self, offset: int, size: int, count: int, most: int) -> Bar:
        first = self.first + timedelta(offset)
        last = min(first + timedelta(size - 1), self.first + timedelta(self.days - 1))
        height = round(max(6.0, _BAR * count / most), 1)
        width = max(3.0, min(28.0, round(self.x(last + timedelta(1)) - self.x(first) - 1, 1)))
        return Bar(self.x(first), 10 + _BAR - height, width, height, first.isoformat(), last.isoformat(), count)

    def stretch(self, lane: int, first: date, last: date, what: str) -> Stretch:
        x = self.x(first)
        width = max(6.0, round(self.x(last + timedelta(1)) - x, 1))
        return Stretch(x, _BAR + 32 + 14 * lane, width, first.isoformat(), last.isoformat(), shortened(what[:400], 120))

    def ticks(self) -> tuple[Tick, ...]:
        steps = min(5, self.days)
        offsets = sorted({round(number * (self.days - 1) / max(1, steps - 1)) for number in range(steps)})
        return tuple(Tick(self.x(self.first + timedelta(o)), (self.first + timedelta(o)).isoformat()) for o in offsets)


@dataclass(frozen=True, slots=True)
class Box:
    """A hop in its place."""

    id: str
    name: str
    full: str
    kind: str
    reports: int
    x: int
    y: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """The way from one hop to another; ``width`` grows with the number of reports."""

    d: str
    width: float
    how: str
    source: str
    target: str
    reports: int


@dataclass(frozen=True, slots=True)
class TreeDrawing:
    """The origin tree: who said it on the left, agencies in the middle, who published it on the right."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: int
    box_width: int = _BOX
    box_height: int = _HEIGHT


def draw_tree(tree: OriginTree) -> TreeDrawing | None:
    """Boxes in three columns, ordered so that lines cross little; None for no hops."""
    if not tree.nodes:
        return None
    rows = _rows(tree)
    boxes = {node.id: _box(node, row) for node, row in rows.items()}
    lines = tuple(
        Line(_curve(boxes[e.source], boxes[e.target]), round(1 + 1.6 * sqrt(len(e.reports)), 1), e.how,
             boxes[e.source].full, boxes[e.target].full, len(e.reports))
        for e in tree.edges
    )  # fmt: skip
    height = max(box.y for box in boxes.values()) + _ROW
    return TreeDrawing(tuple(boxes.values()), lines, height)


def _rows(tree: OriginTree) -> dict[TreeNode, float]:
    """The row of each hop: near the middle of the hops that it is linked to, columns filled one after another."""
    near: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    for edge in tree.edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    placed: dict[str, float] = {}
    rows: dict[TreeNode, float] = {}
    columns = [[node for node in tree.nodes if node.column == column] for column in range(3)]
    tallest = max(len(column) for column in columns)
    for column in (columns[1], columns[0], columns[2]):
        ordered = sorted(column, key=lambda node: (_middle(near[node.id], placed), -node.reports, node.id))
        step = max(1.0, tallest / max(1, len(ordered)))
        for number, node in enumerate(ordered):
            rows[node] = placed[node.id] = number * step + (step - 1) / 2
    return rows


def _middle(near: Sequence[str], placed: dict[str, float]) -> float:
    rows = [placed[id_] for id_ in near if id_ in placed]
    return sum(rows) / len(rows) if rows else 1e9


def _box(node: TreeNode, row: float) -> Box:
    name = shortened(node.name, _LETTERS)
    return Box(
        node.id, name, node.name, node.kind, node.reports, _COLUMNS[node.column], round(24 + row * _ROW), node.column
    )


def _curve(source: Box, target: Box) -> str:
    """A curve between two boxes: side to side, or around within a column."""
    y1, y2 = source.y + _HEIGHT / 2, target.y + _HEIGHT / 2
    if source.column == target.column:
        x, bend = (source.x, -44) if source.column else (source.x + _BOX, 44)
        return f"M{x} {y1} C{x + bend} {y1} {x + bend} {y2} {x} {y2}"
    if source.column < target.column:
        x1, x2 = source.x + _BOX, target.x
    else:
        x1, x2 = source.x, target.x + _BOX
    middle = (x1 + x2) / 2
    return f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"
