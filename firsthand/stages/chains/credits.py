"""Where a page says at its head or foot whose news it is: ``Джерело: УНІАН``, ``Источник - newsru.co.il``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang.outlets import find_outlet
from firsthand.records import Chain, Report, Span
from firsthand.stages.attribution.words import group
from firsthand.stages.chains.names import hop_name
from firsthand.stages.chains.scene import OUTSIDE, Scene, Stated
from firsthand.stages.chains.tellers import DOMAIN
from firsthand.stages.chains.venues import platform_at

MOST_WORDS = 4
MARKS = (":", "-", "–", "—")
NAME = re.compile(r"[ \t]{0,3}[:–—-][ \t]{0,3}©?[ \t]{0,3}([^\n]{2,80})")


def credited(report: Report) -> Iterator[Stated]:
    """The outlet that a line of credit names as the source; a name that is no known outlet or address is passed by."""
    for word in group(report.language, "credit_sources"):
        for match in re.finditer(rf"\b{re.escape(word)}\b", report.text, re.I):
            named = NAME.match(report.text, match.end())
            size = outlet_size(named.group(1)) if named is not None else 0
            if named is not None and size:
                stop = named.start(1) + size
                name = report.text[named.start(1) : stop].strip('«»“”„" ')
                yield Stated(Chain((name,), "report", Span(match.start(), stop), "credit"), OUTSIDE)


def credited_page(scene: Scene) -> Chain | None:
    """``Джерело: X в Twitter``: whose page a line of credit names."""
    line = scene.line
    if len(line.words) <= MOST_WORDS or line.words[0].low not in line.group("credit_sources"):
        return None
    platform = platform_at(line, len(line.words) - 2)
    if platform is None or line.words[1].text not in MARKS:
        return None
    owner = Span(line.words[2].start, line.words[-3].stop)
    return Chain(
        (hop_name(scene, owner), platform.name), "report", Span(line.words[0].start, platform.span.stop), "credit"
    )


def outlet_size(text: str) -> int:
    """How many characters the name of an outlet takes at the start of a text; 0 where none stands there."""
    ends = [match.end() for match in re.finditer(r"\S+", text)][:MOST_WORDS]
    for end in reversed(ends):
        name = text[:end].rstrip(".,;")
        if find_outlet(name.strip('«»“”„" ')) is not None or (" " not in name and DOMAIN.search(name)):
            return len(name)
    return 0
