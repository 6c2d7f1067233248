"""How good English attributions are, on PolNeAR, the largest annotated corpus of English news attributions.

    python -m eval.polnear POLNEAR/data/test [--errors]

The folder holds ``text/<name>.txt`` and ``attributions/<name>_<annotator>.ann`` (brat standoff), as in
https://github.com/networkdynamics/PolNeAR (Newell, Margolin and Ruths, LREC 2018; "test once on the test set").
Counted as our scorer counts: a cue overlaps, source and content share half of their joined words. PolNeAR also marks
what somebody thinks, wants and does with words, and never one attribution within another; we mark fewer acts of mind
and each nested one, so neither precision nor recall can be full.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.attributions import alike, bag
from firsthand.pipeline import analyse
from firsthand.records import Attribution, Report, Span

LABEL = re.compile(r"(T\d+)\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t")
RELATION = re.compile(r"E\d+\tAttribution[\w-]*:T\d+ (.+)")


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution; a source may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read(file: Path) -> list[Gold]:
    """The attributions of an ``.ann`` file that have a cue and a content."""
    spans: dict[str, tuple[Span, ...]] = {}
    found: list[Gold] = []
    lines = file.read_text("utf-8").splitlines()
    for line in lines:
        if label := LABEL.match(line):
            parts = (part.split() for part in label[3].split(";"))
            spans[label[1]] = tuple(Span(int(start), int(stop)) for start, stop in parts)
    for line in lines:
        if relation := RELATION.match(line):
            roles = [part.split(":") for part in relation[1].split()]
            own = {
                role: tuple(s for name, key in roles if name.rstrip("0123456789") == role for s in spans[key])
                for role in ("Source", "Cue", "Content")
            }
            if own["Cue"] and own["Content"]:
                found.append(Gold(own["Source"], own["Cue"], own["Content"]))
    return found


@dataclass(slots=True)
class Count:
    """Right ones among the annotated and the found."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * self.right / max(self.gold + self.found, 1)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right} of {self.gold}, {self.found} found)"


def pairs(gold: list[Gold], found: tuple[Attribution, ...], text: str) -> list[tuple[Gold, Attribution]]:
    """Each annotated attribution with the finding whose cue overlaps and whose content is nearest, each once."""
    near = [
        (len(bag(text, list(one.content)) & bag(text, list(other.content))), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if any(cue.overlaps(other.cue) for cue in one.cue)
    ]
    matched: dict[int, int] = {}
    for _, i, j in sorted(near, key=lambda row: (-row[0], row[1], row[2])):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return [(gold[i], found[j]) for i, j in sorted(matched.items())]


def right(one: Gold, other: Attribution, text: str) -> dict[str, bool]:
    """What of a matched pair is right."""
    source = alike(bag(text, list(one.source)), bag(text, [other.source]))
    content = alike(bag(text, list(one.content)), bag(text, list(other.content)))
    return {"cue": True, "source": source, "content": content, "attribution": source and content}


def errors(gold: list[Gold], found: tuple[Attribution, ...], text: str) -> Iterator[str]:
    """A line for each attribution that is wrong, missed, or ours alone."""
    matched = pairs(gold, found, text)
    for one, other in matched:
        if not right(one, other, text)["attribution"]:
            yield f"WRONG  {gold_line(one, text)}\n    ours {our_line(other, text)}"
    yield from (f"MISSED {gold_line(one, text)}" for one in gold if all(one is not g for g, _ in matched))
    yield from (f"EXCESS {our_line(other, text)}" for other in found if all(other is not f for _, f in matched))


def gold_line(one: Gold, text: str) -> str:
    """Source, cue and content as annotated."""
    return " | ".join(" … ".join(span.of(text) for span in spans) for spans in (one.source, one.cue, one.content))


def our_line(other: Attribution, text: str) -> str:
    """Rule, source, cue and content as found."""
    source = other.source.of(text) if other.source else ""
    content = " … ".join(span.of(text) for span in other.content)
    return f"{other.rule}: {source} | {other.cue.of(text)} | {content}"


def main() -> None:
    """Prints precision, recall and F1 of cues, sources, contents and whole attributions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was missed, wrong or found in excess")
    given = parser.parse_args()
    counts = {name: Count() for name in ("cue", "source", "content", "attribution")}
    for file in sorted((given.folder / "attributions").glob("*.ann")):
        name = file.stem.rpartition("_")[0]
        text = (given.folder / "text" / f"{name}.txt").read_text("utf-8")
        gold, found = read(file), analyse(Report(name, name, text, "en")).attributions
        if given.errors:
            print(f"== {name}", *errors(gold, found, text), sep="\n")
        for count in counts.values():
            count.gold += len(gold)
            count.found += len(found)
        for one, other in pairs(gold, found, text):
            for key, value in right(one, other, text).items():
                counts[key].right += value
    for name, count in counts.items():
        print(f"{name:12}", count)


if __name__ == "__main__":
    main()
