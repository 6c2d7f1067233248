"""``firsthand brief``: what is written to a file, whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from firsthand.answer.lookup import Lookup
from firsthand.answer.wording import counted
from firsthand.cli.stores import existing
from firsthand.cli.terminal import err, say
from firsthand.errors import NotFoundError, UsageError
from firsthand.records import Story


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


def write_brief(store: str | None, form: str, output: str | None, story: str | None, since: str | None) -> None:
    """Writes the brief of a story: of the one asked for, or of that with most reports."""
    from firsthand.answer.build import answer_of

    with existing(store) as opened:
        lookup = Lookup(answer_of(opened))
    chosen = lookup.find_story(story) if story else next(iter(by_size(lookup)), None)
    if chosen is None:
        raise NotFoundError("no reports to write a brief of; first: firsthand read FOLDER")
    write(brief_text(lookup, chosen, form, since), output or f"brief.{form}")
    others = len(lookup.answer.stories) - 1
    if others and not story:
        say(f"of the story with most reports; {counted(others, 'other')}: firsthand stories, then --story", to=err())


def by_size(lookup: Lookup) -> list[Story]:
    """Stories, those with most reports first."""
    return sorted(lookup.answer.stories, key=lambda story: (-len(story.reports), story.id))


def brief_text(lookup: Lookup, story: Story, form: str, since: str | None) -> str:
    """The page of a story, as html or md."""
    from firsthand.brief.content import make_brief
    from firsthand.brief.html import page
    from firsthand.brief.markdown import markdown

    brief = make_brief(lookup, story.reports, story.title, since)
    return page(brief) if form == "html" else markdown(brief)
