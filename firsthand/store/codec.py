"""Records as JSON and back, exactly; nothing is ever unpickled.

A record is written as the list of its fields' values, and ``fields`` at the head names them. So the JSON is
short (a report has a thousand tokens) and stays readable after a record has got another field: what was not
written takes its default, what is no longer known is left aside.

Fields hold plain values, records, tuples, frozensets and mappings by a text. The record itself may also hold sequences:
their elements stand one a line below it, and each is read when somebody asks for it.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints, overload

_Layout = tuple[tuple[str, tuple[str, ...]], ...]
_Coder = Callable[[Any], Any]
Element = TypeVar("Element")
Made = TypeVar("Made")


def to_json(record: Any) -> str:
    """The record as one JSON object ``{"fields": {record: [names]}, "analysis": [values]}``, and lines of elements."""
    kind: Any = type(record)
    layout = {part.__name__: [f.name for f in fields(part)] for part in _records(kind)}
    values, lines = _encoder(kind)(record), []
    for at in range(len(values)):
        if isinstance(values[at], _Lines):
            lines += values[at]
            values[at] = len(values[at])
    return "\n".join(map(_dump, [{"fields": layout, _name(kind): values}, *lines]))


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(source: str, kind: type[Made]) -> Made:
    """The record of that kind written by ``to_json``; raises ValueError if it is none."""
    try:
        head, *lines = source.split("\n")
        body = json.loads(head)
        layout = tuple((name, tuple(names)) for name, names in sorted(body["fields"].items()))
        values, end = body[_name(kind)], 0
        for at, name in enumerate(dict(layout)[kind.__name__]):
            if get_origin(_hints(kind).get(name)) is Sequence:  # type: ignore[arg-type]
                start, end = end, end + values[at]
                values[at] = lines[start:end]
        made: Made = _decoder(kind, layout)(values)  # type: ignore[arg-type]
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"no {_name(kind)}: {error}") from error
    return made


def _name(kind: type) -> str:
    return kind.__name__.lower()


class Later(Sequence[Element]):
    """Elements that are read when they are asked for, each once; equal to a tuple of the same."""

    __slots__ = ("_known", "_lines", "_read")

    def __init__(self, read: Callable[[str], Element], lines: Sequence[str]) -> None:
        self._read, self._lines = read, lines
        self._known: dict[int, Element] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Element: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Element, ...]: ...

    def __getitem__(self, at: int | slice) -> Element | tuple[Element, ...]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        if at not in self._known:
            self._known[at] = self._read(self._lines[at])
        return self._known[at]

    def __iter__(self) -> Iterator[Element]:
        return (self[at] for at in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class _Lines(list[Any]):
    """Elements that are written one a line."""


@cache
def _hints(record: Any) -> Mapping[str, Any]:
    return get_type_hints(record)


@cache
def _records(record: type) -> tuple[type, ...]:
    """The record and all records within it, each once."""
    found: dict[type, None] = {record: None}
    for hint in _hints(record).values():
        for part in _parts(hint):
            if isinstance(part, type) and is_dataclass(part) and part not in found:
                found.update(dict.fromkeys(_records(part)))
    return tuple(found)


def _parts(hint: Any) -> list[Any]:
    """All types that a type hint is made of."""
    return [hint, *(part for argument in get_args(hint) for part in _parts(argument))]


@cache
def _encoder(hint: Any) -> _Coder:
    """Turns a value of the hinted type into JSON values."""
    if is_dataclass(hint):
        steps = tuple((name, _encoder(kind)) for name, kind in _hints(hint).items())  # type: ignore[arg-type]
        return lambda value: [step(getattr(value, name)) for name, step in steps]
    if (inner := _inner(hint)) is not None:
        return _optional(_encoder(inner))
    kind, arguments = _shape(hint)
    if kind is Mapping:
        return _values(_encoder(arguments[1]))
    if kind is tuple and Ellipsis not in arguments:
        return _in_turn(tuple(map(_encoder, arguments)), list)
    if kind is frozenset:
        return sorted
    if kind is Sequence:
        return _each(_encoder(arguments[0]), _Lines)
    return _each(_encoder(arguments[0]), list) if kind else _same


@cache
def _decoder(hint: Any, layout: _Layout) -> _Coder:
    """Turns JSON values into a value of the hinted type, with the field names as they were when it was written."""
    if is_dataclass(hint):
        return _record_decoder(hint, layout)  # type: ignore[arg-type]
    if (inner := _inner(hint)) is not None:
        return _optional(_decoder(inner, layout))
    kind, arguments = _shape(hint)
    if kind is Mapping:
        return _values(_decoder(arguments[1], layout))
    if kind is tuple and Ellipsis not in arguments:
        return _in_turn(tuple(_decoder(argument, layout) for argument in arguments), tuple)
    if kind is Sequence:
        step = _decoder(arguments[0], layout)
        return lambda lines: Later(lambda line: step(json.loads(line)), lines)
    return _each(_decoder(arguments[0], layout), kind) if kind else _same


def _record_decoder(record: type, layout: _Layout) -> _Coder:
    hints = _hints(record)
    written = dict(layout)[record.__name__]
    if written != tuple(hints):
        return _of_other_layout(record, written, layout)
    count = len(hints)
    steps = tuple((at, step) for at, name in enumerate(written) if (step := _decoder(hints[name], layout)) is not _same)

    def decode(values: list[Any]) -> Any:
        if len(values) != count:
            raise ValueError(f"{record.__name__} has {count} fields, not {len(values)}")
        made = list(values)  # What JSON holds as it is, a token's fields say, costs nothing further.
        for at, step in steps:
            made[at] = step(values[at])
        return record(*made)

    return decode


def _of_other_layout(record: type, written: tuple[str, ...], layout: _Layout) -> _Coder:
    """For records that had other fields when they were written."""
    hints = _hints(record)
    steps = tuple((name, _decoder(hints[name], layout) if name in hints else None) for name in written)
    return lambda values: record(
        **{name: step(value) for (name, step), value in zip(steps, values, strict=True) if step}
    )


def _each(step: _Coder, gather: type) -> _Coder:
    return gather if step is _same else lambda values: gather(map(step, values))


def _in_turn(steps: tuple[_Coder, ...], gather: type) -> _Coder:
    if all(step is _same for step in steps):
        return gather
    return lambda values: gather(step(value) for step, value in zip(steps, values, strict=True))


def _values(step: _Coder) -> _Coder:
    return dict if step is _same else lambda values: {key: step(value) for key, value in values.items()}


def _optional(step: _Coder) -> _Coder:
    return _same if step is _same else lambda value: None if value is None else step(value)


def _same(value: Any) -> Any:
    return value


def _shape(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """What a field holds elements in, and their types; None for a plain value, which JSON holds as it is."""
    kind, arguments = get_origin(hint), get_args(hint)
    if kind in (tuple, Sequence) or (kind is frozenset and arguments == (str,)):
        return kind, arguments
    if kind is Mapping and arguments[0] is str:
        return kind, arguments
    if kind in (Union, types.UnionType) or hint in (str, int, float, bool):
        return None, ()
    raise TypeError(f"records hold no {hint}")


def _inner(hint: Any) -> Any:
    """X of ``X | None`` where X is no plain value."""
    if get_origin(hint) not in (Union, types.UnionType):
        return None
    inner = [part for part in get_args(hint) if part is not type(None)]
    return inner[0] if len(inner) == 1 and (is_dataclass(inner[0]) or _shape(inner[0])[0]) else None
