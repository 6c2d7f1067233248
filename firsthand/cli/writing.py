"""``firsthand brief`` and ``firsthand export``: what is written to a file, whole or not at all."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from firsthand.cli.stores import existing
from firsthand.cli.terminal import err, say
from firsthand.errors import UsageError


def write(text: str, output: str) -> None:
    """Writes to a file, or to the terminal for ``-``. Raises UsageError if the file cannot be written."""
    if output == "-":
        sys.stdout.write(text)
        return
    path = Path(output)
    fresh = path.with_name(f".{path.name}.part")
    try:
        fresh.write_text(text, "utf-8")
        os.replace(fresh, path)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    say(f"wrote {output}", to=err())


def write_export(store: str | None, form: str, output: str) -> None:
    """Writes all that is known, in a form for other programs."""
    from firsthand.answer.build import answer_of
    from firsthand.export.bundle import bundle

    with existing(store) as opened:
        answer = answer_of(opened)
    write(json.dumps(bundle(answer), ensure_ascii=False, indent=1) + "\n", output)
