"""Analyses in order, here or in several processes; one that fails, or dies, is a Failure and the rest goes on."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Generic, TypeVar

from firsthand.records import Analysis, Failure, Report

Step = TypeVar("Step")
Outcome = Analysis | Failure | None
Analyse = Callable[[Report], Analysis]
# Reports on their way for each process: enough to keep all busy, few enough to lose little when stopped.
_AHEAD = 4


def attempt(analyse: Analyse, report: Report) -> Analysis | Failure:
    """The analysis of one report, or the Failure that says what went wrong."""
    try:
        return analyse(report)
    except Exception as error:
        line = " ".join(str(error).split())[:200]
        return Failure(report.path, f"analysis failed: {type(error).__name__}{': ' if line else ''}{line}")


def in_order(
    steps: Iterable[Step], report_of: Callable[[Step], Report | None], analyse: Analyse, workers: int
) -> Generator[tuple[Step, Outcome], None, None]:
    """Each step with the analysis of its report, in the order of the steps; steps without a report pass by."""
    if workers > 1:
        return _Pool(report_of, analyse, workers).run(steps)
    return _one_by_one(steps, report_of, analyse)


def _one_by_one(
    steps: Iterable[Step], report_of: Callable[[Step], Report | None], analyse: Analyse
) -> Generator[tuple[Step, Outcome], None, None]:
    for step in steps:
        report = report_of(step)
        yield step, attempt(analyse, report) if report else None


class _Pool(Generic[Step]):
    """Processes that analyse, and the steps under way, oldest first."""

    def __init__(self, report_of: Callable[[Step], Report | None], analyse: Analyse, workers: int) -> None:
        self._report_of = report_of
        self._analyse = analyse
        self._workers = workers
        self._processes = self._start()
        self._under_way: deque[tuple[Step, Future[Analysis | Failure] | None]] = deque()

    def run(self, steps: Iterable[Step]) -> Generator[tuple[Step, Outcome], None, None]:
        try:
            for step in steps:
                self._under_way.append((step, self._submit(step)))
                while len(self._under_way) > _AHEAD * self._workers:
                    yield self._oldest()
            while self._under_way:
                yield self._oldest()
        finally:
            self._processes.shutdown(cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Started afresh, not forked: a fork takes over locks and database connections of this process.
        return ProcessPoolExecutor(self._workers, get_context("spawn"), _leave_interrupts_to_the_parent)

    def _submit(self, step: Step) -> Future[Analysis | Failure] | None:
        report = self._report_of(step)
        if report is None:
            return None
        try:
            return self._processes.submit(attempt, self._analyse, report)
        except BrokenProcessPool as error:  # Some process died: whoever waits for this one starts anew.
            broken: Future[Analysis | Failure] = Future()
            broken.set_exception(error)
            return broken

    def _oldest(self) -> tuple[Step, Outcome]:
        step, future = self._under_way.popleft()
        try:
            return step, future.result() if future else None
        except BrokenProcessPool:
            return step, self._alone(step)

    def _alone(self, step: Step) -> Analysis | Failure:
        """Tries a report again by itself after a process died, so that only the one to blame fails."""
        report = self._report_of(step)
        assert report is not None  # noqa: S101 - only steps with a report are submitted
        self._processes = self._start()
        try:
            outcome = self._processes.submit(attempt, self._analyse, report).result()
        except BrokenProcessPool:
            outcome = Failure(report.path, "analysis failed: its process died (out of memory?)")
            self._processes = self._start()
        self._resubmit()
        return outcome

    def _resubmit(self) -> None:
        """Sends what was under way with the process that died, but keeps what is done."""
        waiting = list(self._under_way)
        self._under_way.clear()
        for step, future in waiting:
            lost = future is not None and future.done() and future.exception() is not None
            self._under_way.append((step, self._submit(step) if lost else future))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
