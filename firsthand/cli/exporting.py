"""``firsthand export``: one file to where it is wanted, several into a folder, each whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from firsthand.cli.stores import existing
from firsthand.cli.terminal import err, say
from firsthand.errors import UsageError


def write_export(store: str | None, form: str, output: str) -> None:
    """Writes all that is known in a format. Raises UsageError if it cannot be written there."""
    from firsthand.answer.build import answer_of
    from firsthand.export.formats import FORMATS

    with existing(store) as opened:
        files = FORMATS[form].files(answer_of(opened))
    if output == "-":
        _to_terminal(form, files)
    elif len(files) == 1:
        _write(Path(output), next(iter(files.values())))
    else:
        _to_folder(Path(output), files)
    if output != "-":
        say(f"wrote {output}", to=err())


def _to_terminal(form: str, files: Mapping[str, bytes]) -> None:
    if len(files) != 1:
        raise UsageError(f"--format {form} makes {len(files)} files: name a folder with --output")
    sys.stdout.write(next(iter(files.values())).decode("utf-8"))


def _to_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror}") from error
    for name, content in files.items():
        _write(folder / name, content)


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_bytes(content)
        os.replace(fresh, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
