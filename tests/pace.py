"""Text that means harm must cost time by its length alone, whatever the pace of the machine."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
SHORT, LONG = 25_000, 100_000
# Four times the text takes four times as long, sixteen times where a loop runs over pairs.
MOST_GROWTH = 9.0
# What loading tables and a pause of the machine may cost, in seconds.
PAUSE = 3.0
TRIES = 3


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """What a call gives and the processor's seconds it took, less the garbage of the tests before it."""
    gc.disable()
    begin = time.process_time()
    try:
        found = run()
        return found, time.process_time() - begin
    finally:
        gc.enable()


def uneven(times: Callable[[int], dict[str, float]]) -> dict[str, tuple[float, float]]:
    """What took more time than its length asks for, for ``SHORT`` and for ``LONG``, at every one of some tries."""
    found: dict[str, tuple[float, float]] = {}
    for _ in range(TRIES):
        short, long = times(SHORT), times(LONG)
        found = {name: (short[name], long[name]) for name in long if long[name] >= MOST_GROWTH * short[name] + PAUSE}
        if not found:
            break
    return found


def grows_evenly(run: Callable[[int], object]) -> bool:
    """Whether a call with ``LONG`` takes no more time, for its length, than one with ``SHORT``."""
    return not uneven(lambda size: {"": timed(lambda: run(size))[1]})


def repeated(piece: str, size: int) -> str:
    """So many characters of a piece over and over."""
    return (piece * (size // len(piece) + 1))[:size]
