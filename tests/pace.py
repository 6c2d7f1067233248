"""Text that means harm must cost time by its length alone, whatever the pace of the machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
SHORT, LONG = 25_000, 100_000
# Four times the text takes four times as long, sixteen times where a loop runs over pairs.
MOST_GROWTH = 9.0
# What loading tables, collecting garbage and a pause of the machine may cost, in seconds.
PAUSE = 3.0


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """What a call gives and the processor's seconds it took."""
    begin = time.process_time()
    found = run()
    return found, time.process_time() - begin


def grew_evenly(short: float, long: float) -> bool:
    """Whether the time for ``LONG`` characters grew with the length from that for ``SHORT`` ones."""
    return long < MOST_GROWTH * short + PAUSE
