"""What a lone English noun means: ``the president``, ``the institute`` after the one who was named with it."""

from __future__ import annotations

from firsthand.records import Attribution, Mention, Span
from firsthand.stages.attribution.words import WORD
from firsthand.stages.speakers.cast import MOST, Cast, full_name

TITLE_REACH = 40  # code points before a person's name in which the post stands


def from_lone_noun(cast: Cast, attribution: Attribution, source: Span) -> str | bool | None:
    """The one body whose name holds the noun, or the one person whom the report names with it; else not known here."""
    noun = source.of(cast.report.text).lower()
    if cast.report.language != "en" or WORD.fullmatch(noun) is None or cast.over(source):
        return False
    before = cast.before(source.start)[-MOST:]
    bodies = {m.name for m in before if m.type == "ORG" and noun in m.name.lower().split()}
    people = {full_name(cast, m) for m in before if m.type == "PER" and is_called(cast, m, noun)}
    found = bodies | people
    return found.pop() if len(found) == 1 else False


def is_called(cast: Cast, mention: Mention, noun: str) -> bool:
    """``Velmarian President Raul Kesten``: whether the noun stands right before a name, with no stop between."""
    text = cast.report.text[max(0, mention.span.start - TITLE_REACH) : mention.span.start]
    words = text.replace("\n", ".").rsplit(".", 1)[-1].lower().split()
    return noun in words[-3:]
