"""``firsthand annotate``: every report of files and folders to a JSON file of its own, sub-folders kept.

What one report says is written as soon as it is known; entity ids, which hold across all reports of the call, are
filled in at the end, so that no more than names has to be remembered.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from firsthand.export.annotate import annotation
from firsthand.ingest.documents import read_documents
from firsthand.ingest.files import find_files
from firsthand.ingest.reports import make_report
from firsthand.ingest.run import Options, Progress, Summary
from firsthand.ingest.work import Analyse, in_order
from firsthand.names.linking import Row, resolve
from firsthand.records import Analysis, Document, Failure, Report
from firsthand.stages.entities import rows

_LINE = re.compile(r"\.jsonl:(\d+)$")


@dataclass(frozen=True, slots=True)
class _Item:
    """A report on its way, or what failed; None at the end of its file."""

    file: Path
    found: Report | Failure | None
    line: str | None = None


def annotate(
    paths: Sequence[Path], folder: Path, analyse: Analyse, options: Options, progress: Progress | None = None
) -> Summary:
    """Annotates files and folders into a folder. Raises UsageError as ``read`` does, OSError if it cannot write."""
    understood = options.understood()
    files = [file for file in find_files(paths) if not _inside(file, folder)]
    run = _Run(folder, targets(files, paths), progress or (lambda done, total, path: None))
    outcomes = in_order(_items(files, understood), _report_of, analyse, understood.workers)
    try:
        with closing(outcomes):
            for item, outcome in outcomes:
                run.take(item, outcome)
    except KeyboardInterrupt:
        run.interrupted = True
    run.fill_in_entities()
    return Summary(read=len(run.written), failed=tuple(run.failed), interrupted=run.interrupted)


def _inside(file: Path, folder: Path) -> bool:
    """Whether a file is one of those written by an earlier call."""
    return folder.resolve() in file.resolve().parents


def _items(files: Sequence[Path], options: Options) -> Iterator[_Item]:
    for file in files:
        for document in read_documents(file):
            yield _item(file, document, options)
        yield _Item(file, None)


def _item(file: Path, found: Document | Failure, options: Options) -> _Item:
    if isinstance(found, Failure):
        return _Item(file, found)
    line = _LINE.search(found.path)
    return _Item(file, make_report(options.of(found)), line.group(1) if line else None)


def _report_of(item: _Item) -> Report | None:
    return item.found if isinstance(item.found, Report) else None


def targets(files: Sequence[Path], paths: Sequence[Path]) -> dict[Path, Path]:
    """Where each file's annotation goes, without ending: its way below the folder named, longer where two clash."""
    given = [Path(os.path.abspath(path)) for path in paths]
    common = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in given]))
    short = {file: _below(file, given) for file in files}
    return _told_apart(short, lambda file: _relative(file, common)) if len(given) > 1 else _told_apart(short, None)


def _told_apart(short: dict[Path, Path], longer: Callable[[Path], Path] | None) -> dict[Path, Path]:
    """The targets, those that more than one file has made longer, then told apart by the ending, then by number."""
    found = _replaced(short, longer) if longer else short
    found = _replaced(found, lambda file: found[file].with_name(file.name))
    taken: Counter[Path] = Counter()
    out = {}
    for file, target in found.items():
        taken[target] += 1
        out[file] = target if taken[target] == 1 else target.with_name(f"{target.name}~{taken[target]}")
    return out


def _replaced(targets: dict[Path, Path], better: Callable[[Path], Path]) -> dict[Path, Path]:
    """Another target for each file that has to share its own."""
    taken = Counter(targets.values())
    return {file: better(file) if taken[target] > 1 else target for file, target in targets.items()}


def _below(file: Path, given: Sequence[Path]) -> Path:
    full = Path(os.path.abspath(file))
    root = next((path for path in given if path in full.parents), full.parent)
    return _relative(file, root)


def _relative(file: Path, root: Path) -> Path:
    return Path(os.path.relpath(os.path.abspath(file), root)).with_suffix("")


@dataclass(slots=True)
class _Run:
    """One run: what was written, and the names in it."""

    folder: Path
    targets: dict[Path, Path]
    progress: Progress
    written: dict[Path, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    alone: tuple[_Item, Analysis] | None = None
    several: bool = False
    done: int = 0
    interrupted: bool = False

    def take(self, item: _Item, outcome: Analysis | Failure | None) -> None:
        """Writes what came of an item; the first of a file waits, since alone it needs no number."""
        if isinstance(item.found, Failure):
            self.failed.append(item.found)
        elif isinstance(outcome, Failure):
            self.failed.append(outcome)
        elif isinstance(outcome, Analysis):
            self._keep(item, outcome)
        else:
            self._end(item)

    def _keep(self, item: _Item, analysis: Analysis) -> None:
        if not self.several and self.alone is None:
            self.alone = item, analysis
            return
        if self.alone is not None:
            self._write(*self.alone, numbered=True)
        self.alone, self.several = None, True
        self._write(item, analysis, numbered=True)

    def _end(self, item: _Item) -> None:
        if self.alone is not None:
            self._write(*self.alone, numbered=False)
        self.alone, self.several = None, False
        self.done += 1
        self.progress(self.done, len(self.targets), str(item.file))

    def _write(self, item: _Item, analysis: Analysis, numbered: bool) -> None:
        base = self.targets[item.file]
        name = f"{base.name}-{item.line}.json" if numbered else f"{base.name}.json"
        path = self.folder / base.with_name(name)
        _write_json(path, annotation(analysis, name=path.stem))
        self.written[path] = analysis.report.id
        self.rows += (replace(row, report=str(path)) for row in rows(analysis))

    def fill_in_entities(self) -> None:
        """Puts the entity ids, which only all reports together give, into what was written."""
        found = resolve(self.rows)
        for path in self.written:
            body = json.loads(path.read_text("utf-8"))
            for index, mention in enumerate(body["mentions"]):
                mention["entity"] = found[str(path), index]
            _write_json(path, body)


def _write_json(path: Path, body: object) -> None:
    """Whole or not at all, so that a kill leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".part")
    fresh.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", "utf-8")
    os.replace(fresh, path)
