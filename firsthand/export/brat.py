"""brat standoff: for each report its text and an .ann file; offsets are code points, lines are kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.answer.lookup import Lookup
from firsthand.export.texts import whole
from firsthand.records import Analysis, Answer, Said, Span

_TYPES = {"PER": "Person", "ORG": "Organisation", "LOC": "Place", "PRO": "Work", "EVT": "Event"}
_FORBIDDEN = re.compile(r"[^\w.-]+")
_LINE_END = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

CONFIGURATION = """[entities]
Source
Cue
Content
Person
Organisation
Place
Work
Event

[relations]
Said_By\tArg1:Content, Arg2:Source
Cued_By\tArg1:Content, Arg2:Cue

[events]

[attributes]
Act\tArg:Cue, Value:assert|deny|doubt|direct|commit
Form\tArg:Cue, Value:direct|indirect|mixed
"""


def write_brat(answer: Answer) -> dict[str, bytes]:
    """A folder that brat opens: configuration, texts and annotations."""
    lookup = Lookup(answer)
    files = {"annotation.conf": CONFIGURATION.encode("utf-8")}
    for analysis in answer.analyses:
        name = _FORBIDDEN.sub("-", analysis.report.id)[:100]
        files[f"{name}.txt"] = whole(analysis.report.text).encode("utf-8")
        files[f"{name}.ann"] = "".join(f"{line}\n" for line in _lines(lookup, analysis)).encode("utf-8")
    return files


def _lines(lookup: Lookup, analysis: Analysis) -> Iterator[str]:
    numbers = _Numbers()
    for said in lookup.said_in.get(analysis.report.id, ()):
        yield from _said(analysis, said, numbers)
    for mention in analysis.mentions:
        line = numbers.text_bound(analysis.report.text, _TYPES.get(mention.type, "Work"), (mention.span,))
        if line:
            yield line


class _Numbers:
    """Ids within one file."""

    def __init__(self) -> None:
        self.t = self.r = self.a = 0

    def text_bound(self, text: str, type_: str, spans: tuple[Span, ...]) -> str | None:
        """A T line; a span over line ends is cut at them. None for spans without words."""
        pieces = sorted({piece for span in spans for piece in _pieces(text, span)})
        if not pieces:
            return None
        self.t += 1
        places = ";".join(f"{piece.start} {piece.stop}" for piece in pieces)
        words = " ".join(whole(piece.of(text)) for piece in pieces)
        return f"T{self.t}\t{type_} {places}\t{words}"


def _pieces(text: str, span: Span) -> Iterator[Span]:
    for match in _LINE_END.finditer(text, span.start, span.stop):
        if match.group().strip():
            yield Span(match.start(), match.end())


def _said(analysis: Analysis, said: Said, numbers: _Numbers) -> Iterator[str]:
    text, found = analysis.report.text, said.attribution
    ids: dict[str, str] = {}
    rows = (("Source", (found.source,) if found.source else ()), ("Cue", (found.cue,)), ("Content", found.content))
    for type_, spans in rows:
        line = numbers.text_bound(text, type_, spans)
        if line:
            ids[type_] = f"T{numbers.t}"
            yield line
    for name, target in (("Said_By", "Source"), ("Cued_By", "Cue")):
        if "Content" in ids and target in ids:
            numbers.r += 1
            yield f"R{numbers.r}\t{name} Arg1:{ids['Content']} Arg2:{ids[target]}"
    if "Cue" in ids:
        for name, value in (("Act", found.act), ("Form", found.form)):
            numbers.a += 1
            yield f"A{numbers.a}\t{name} {ids['Cue']} {value}"
