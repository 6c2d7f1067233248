"""How far reading has come: a bar for who watches, a line now and then for a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from firsthand.answer.wording import plain
from firsthand.cli.terminal import err, interactive, say

Report = Callable[[int, int, str], None]
_EVERY_SECONDS = 10.0


@contextmanager
def progress(quiet: bool = False) -> Iterator[Report]:
    """Gives a function to be called with files done, files in all and the path under way."""
    if quiet:
        yield lambda done, total, path: None
    elif interactive():
        with _bar() as report:
            yield report
    else:
        yield _Log().report


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TextColumn("files  {task.fields[left]}  {task.fields[file]}", markup=False),
    )
    started = time.monotonic()
    with Progress(*columns, console=err(), transient=True) as bar:
        task = bar.add_task("", total=None, left="", file="")

        def report(done: int, total: int, path: str) -> None:
            left = seconds_left(done, total, time.monotonic() - started)
            bar.update(task, completed=done, total=total, left=left, file=plain(path)[-40:])

        yield report


class _Log:
    """Lines for who reads the progress later."""

    def __init__(self) -> None:
        self._started = self._last = time.monotonic()

    def report(self, done: int, total: int, path: str) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY_SECONDS and done < total:
            self._last = now
            say(f"{done} of {total} files, {seconds_left(done, total, now - self._started)}", to=err())


def seconds_left(done: int, total: int, spent: float) -> str:
    """An estimate from the pace so far."""
    if not done:
        return ""
    left = round(spent / done * (total - done))
    return f"{left} s left" if left < 120 else f"{left // 60} min left"
