"""Writes docs/commands.md and docs/stages.md from the commands and the pipelines: ``make docs``; a test compares.

With ``--picture`` also docs/brief.png, the head of the sample's brief (needs chromium).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import typer

from firsthand.answer.build import GIVEN, STEPS
from firsthand.cli.commands import app
from firsthand.pipeline import STAGES

DOCS = Path(__file__).resolve().parents[1] / "docs"


def commands() -> str:
    """Every command's help."""
    root = typer.main.get_command(app)
    parts = ["# Commands\n\nMade by `make docs`.\n"]
    for name, command in sorted(root.commands.items()):  # type: ignore[attr-defined]
        for label, one in _leaves(f"firsthand {name}", command):
            parts.append(f"## {label}\n\n```\n{_help(label, one)}\n```\n")
    return "\n".join(parts)


def _leaves(label: str, command: object) -> list[tuple[str, object]]:
    inner = getattr(command, "commands", None)
    if not inner:
        return [(label, command)]
    return [leaf for name, one in sorted(inner.items()) for leaf in _leaves(f"{label} {name}", one)]


def _help(label: str, command: object) -> str:
    context = command.make_context(label, [], resilient_parsing=True, terminal_width=100, max_content_width=100)  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())  # type: ignore[attr-defined]


def stages() -> str:
    """Both pipelines as tables: what each step needs and makes, and the function that does it."""
    head = "| makes | needs | by |\n|---|---|---|\n"
    one = "".join(_row(stage.makes, stage.needs, stage.run) for stage in STAGES)
    across = "".join(_row(step.makes, step.needs, step.run) for step in STEPS)
    given = ", ".join(f"`{name}`" for name in GIVEN)
    return (
        "# Stages\n\nMade by `make docs`. What the records hold: [records.md](records.md).\n\n"
        f"## One report (`firsthand/pipeline.py`)\n\nGiven: `report`.\n\n{head}{one}\n"
        f"## Across reports (`firsthand/answer/build.py`)\n\nGiven: {given}.\n\n{head}{across}"
    )


def _row(makes: str, needs: tuple[str, ...], run: object) -> str:
    name = f"{run.__module__}.{run.__name__}"  # type: ignore[attr-defined]
    return f"| {makes} | {', '.join(needs)} | `{name}` |\n"


def picture() -> None:
    """The head of the sample's brief."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium to take the picture with")
    from firsthand.cli.demo import sample_answer
    from firsthand.cli.writing import brief_text, by_size

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "brief.html"
        from firsthand.answer.lookup import Lookup

        lookup = Lookup(sample_answer())
        page.write_text(brief_text(lookup, by_size(lookup)[0], "html", None), "utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        size = ["--window-size=1180,1500", f"--screenshot={DOCS / 'brief.png'}"]
        subprocess.run([chromium, *flags, *size, f"file://{page}"], check=True, capture_output=True)


def main() -> None:
    """Writes all."""
    for name, text in PAGES.items():
        (DOCS / name).write_text(text(), "utf-8")
    if "--picture" in sys.argv:
        picture()


PAGES = {"commands.md": commands, "stages.md": stages}

if __name__ == "__main__":
    main()
