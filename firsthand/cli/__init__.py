"""The command ``firsthand``: parse, call, print. Nothing here knows how an answer comes about."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends with its exit code (see ``firsthand.errors``)."""
    from firsthand.cli.commands import app
    from firsthand.errors import FirsthandError

    _never_fail_to_print()
    try:
        app(args=None if arguments is None else list(arguments))
    except FirsthandError as error:
        sys.stderr.write(f"firsthand: {error}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:  # Whoever reads (head, less) has enough.
        sys.stderr.close()
        sys.exit(0)


def _never_fail_to_print() -> None:
    """A terminal that cannot show a letter shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
