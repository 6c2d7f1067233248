"""An Analysis as JSON and back, exactly; nothing is ever unpickled.

A record is written as the list of its fields' values, and ``fields`` at the head names them. So the JSON is
short (a report has a thousand tokens) and stays readable after a record has got another field: what was not
written takes its default, what is no longer known is left aside.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from firsthand.records import Analysis

Layout = Mapping[str, tuple[str, ...]]
_Coder = Callable[[Any], Any]


def to_json(analysis: Analysis) -> str:
    """The analysis as one JSON object ``{"fields": {record: [names]}, "analysis": [values]}``."""
    layout = {record.__name__: [f.name for f in fields(record)] for record in _records(Analysis)}
    body = {"fields": layout, "analysis": _encoder(Analysis)(analysis)}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def from_json(source: str) -> Analysis:
    """The analysis written by ``to_json``; raises ValueError if it is none."""
    try:
        body = json.loads(source)
        layout = {name: tuple(names) for name, names in sorted(body["fields"].items())}
        analysis: Analysis = _decoder(Analysis, tuple(layout.items()))(body["analysis"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"no analysis: {error}") from error
    return analysis


@cache
def _records(record: type) -> tuple[type, ...]:
    """The record and all records within it, each once."""
    found: dict[type, None] = {record: None}
    for hint in get_type_hints(record).values():
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
        steps = tuple((name, _encoder(kind)) for name, kind in get_type_hints(hint).items())
        return lambda value: [step(getattr(value, name)) for name, step in steps]
    if get_origin(hint) is tuple:
        return _each(_encoder(_element(hint)), list)
    return _optional(_encoder(inner)) if (inner := _inner(hint)) else _same


@cache
def _decoder(hint: Any, layout: tuple[tuple[str, tuple[str, ...]], ...]) -> _Coder:
    """Turns JSON values into a value of the hinted type, with the field names as they were when it was written."""
    if is_dataclass(hint):
        return _record_decoder(hint, layout)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return _each(_decoder(_element(hint), layout), tuple)
    return _optional(_decoder(inner, layout)) if (inner := _inner(hint)) else _same


def _record_decoder(record: type, layout: tuple[tuple[str, tuple[str, ...]], ...]) -> _Coder:
    hints = get_type_hints(record)
    written = dict(layout)[record.__name__]
    steps = tuple((name, _decoder(hints[name], layout) if name in hints else None) for name in written)
    if written == tuple(hints):
        known = tuple(step for _, step in steps if step)
        return lambda values: record(*(step(value) for step, value in zip(known, values, strict=True)))
    return lambda values: record(
        **{name: step(value) for (name, step), value in zip(steps, values, strict=True) if step}
    )


def _each(step: _Coder, gather: type) -> _Coder:
    return gather if step is _same else lambda values: gather(map(step, values))


def _optional(step: _Coder) -> _Coder:
    return _same if step is _same else lambda value: None if value is None else step(value)


def _same(value: Any) -> Any:
    return value


def _element(hint: Any) -> Any:
    """X of ``tuple[X, ...]``, the only tuples that records hold."""
    arguments = get_args(hint)
    if len(arguments) != 2 or arguments[1] is not Ellipsis:
        raise TypeError(f"records hold tuples of one kind only, not {hint}")
    return arguments[0]


def _inner(hint: Any) -> Any:
    """X of ``X | None`` where X is a record or a tuple; None for plain values, which JSON holds as they are."""
    if get_origin(hint) not in (Union, types.UnionType):
        if hint not in (str, int, float, bool):
            raise TypeError(f"records hold no {hint}")
        return None
    inner = [part for part in get_args(hint) if part is not type(None)]
    if len(inner) == 1 and (is_dataclass(inner[0]) or get_origin(inner[0]) is tuple):
        return inner[0]
    return None
