"""Analyses in order, here or in several processes; one that fails, or dies, is a Failure and the rest goes on."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context
from typing import Any, Generic, TypeVar

from firsthand.records import Analysis, Failure, Report

Step = TypeVar("Step")
Outcome = Analysis | Failure | None
Analyse = Callable[[Report], Analysis]
Outcomes = Generator[tuple[Step, Outcome], None, None]
# Reports on their way for each process: enough to keep all busy, few enough to lose little when stopped.
_AHEAD = 4
_STOP_SECONDS = 5.0
# Processor time that one report may take, a hundred times what is usual: a loop without end must not stop a run.
_LEAST_SECONDS = 60.0
_SECONDS_A_CHARACTER = 0.02
# Started afresh, not forked: a fork takes over locks and database connections of this process.
_PROCESSES = get_context("spawn")


def attempt(analyse: Analyse, report: Report) -> Analysis | Failure:
    """The analysis of one report, or the Failure that says what went wrong."""
    seconds = _LEAST_SECONDS + _SECONDS_A_CHARACTER * len(report.text)
    try:
        with _no_longer_than(seconds):
            return analyse(report)
    except _TooLongError:
        return Failure(report.path, f"analysis failed: not done after {seconds:.0f} seconds")
    except Exception as error:
        line = " ".join(str(error).split())[:200]
        return Failure(report.path, f"analysis failed: {type(error).__name__}{': ' if line else ''}{line}")


class _TooLongError(BaseException):  # no stage that catches every Exception may catch it
    """An analysis has had the time that it may take."""


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Raises _TooLongError after so much processor time, but in a thread and on Windows, which cannot tell."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def in_order(
    steps: Iterable[Step], report_of: Callable[[Step], Report | None], analyse: Analyse, workers: int
) -> Outcomes[Step]:
    """Each step with the analysis of its report, in the order of the steps; steps without a report pass by."""
    if workers > 1:
        return _Pool[Step](analyse, workers).run(steps, report_of)
    return _one_by_one(steps, report_of, analyse)


def _one_by_one(steps: Iterable[Step], report_of: Callable[[Step], Report | None], analyse: Analyse) -> Outcomes[Step]:
    for step in steps:
        report = report_of(step)
        yield step, attempt(analyse, report) if report else None


@dataclass(slots=True, eq=False)
class _Task(Generic[Step]):
    """A step, its report if it has one, and what came of it."""

    step: Step
    report: Report | None
    outcome: Outcome = None

    @property
    def done(self) -> bool:
        return self.report is None or self.outcome is not None


class _Worker:
    """A process that analyses one report after the other, and the line to it."""

    def __init__(self, analyse: Analyse) -> None:
        self.line, far_end = _PROCESSES.Pipe()
        self._process = _PROCESSES.Process(target=_serve, args=(far_end, analyse), daemon=True)
        self._process.start()
        far_end.close()

    def stop(self) -> None:
        self.line.close()
        self._process.terminate()
        self._process.join(_STOP_SECONDS)
        if self._process.is_alive():
            self._process.kill()


def _serve(line: Any, analyse: Analyse) -> None:
    """What a process does until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the parent ends us when it is ready.
    while True:
        try:
            report = line.recv()
        except EOFError:
            return
        line.send(attempt(analyse, report))


class _Pool(Generic[Step]):
    """Processes started as they are needed, each given one report at a time: if one dies, it is known over which.

    (concurrent.futures has a pool too, but in Python 3.11 one that may wait for ever after a process has died.)
    """

    def __init__(self, analyse: Analyse, workers: int) -> None:
        self._analyse = analyse
        self._workers = workers
        self._idle: list[_Worker] = []
        self._busy: dict[Any, tuple[_Worker, _Task[Step]]] = {}
        self._tasks: deque[_Task[Step]] = deque()

    def run(self, steps: Iterable[Step], report_of: Callable[[Step], Report | None]) -> Outcomes[Step]:
        try:
            for step in steps:
                self._begin(_Task(step, report_of(step)))
                yield from self._finished(_AHEAD * self._workers)
            yield from self._finished(0)
        finally:
            for worker in [*self._idle, *(worker for worker, _ in self._busy.values())]:
                worker.stop()

    def _finished(self, most: int) -> Outcomes[Step]:
        """The tasks that are done, oldest first; waits as long as more than ``most`` are left."""
        while self._tasks and (self._tasks[0].done or len(self._tasks) > most):
            while not self._tasks[0].done:
                self._collect()
            task = self._tasks.popleft()
            yield task.step, task.outcome

    def _begin(self, task: _Task[Step]) -> None:
        self._tasks.append(task)
        if task.report is None:
            return
        worker = self._free()
        self._busy[worker.line] = (worker, task)
        try:
            worker.line.send(task.report)
        except OSError:
            self._died(worker.line)

    def _free(self) -> _Worker:
        """A worker with nothing to do; waits for one if all there may be are busy."""
        while not self._idle and len(self._busy) >= self._workers:
            self._collect()
        return self._idle.pop() if self._idle else _Worker(self._analyse)

    def _collect(self) -> None:
        """Waits until some worker has an outcome, or has died."""
        ready: list[Any] = connection.wait(list(self._busy))
        for line in ready:
            try:
                outcome = line.recv()
            except (EOFError, OSError):
                self._died(line)
            else:
                worker, task = self._busy.pop(line)
                task.outcome = outcome
                self._idle.append(worker)

    def _died(self, line: Any) -> None:
        worker, task = self._busy.pop(line)
        worker.stop()
        path = task.report.path if task.report else ""
        task.outcome = Failure(path, "analysis failed: its process died (out of memory?)")
