"""Figures side by side: what different speakers say of how many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.answer.lookup import Lookup
from firsthand.answer.wording import plain
from firsthand.brief.passages import passage_of
from firsthand.brief.records import Figure, Figures
from firsthand.records import Quantity, Said
from firsthand.stages.claims.words import fold, keys_of

MOST_GROUPS = 6
# Two people of whom each counts two of something are no news; a figure worth a comparison is said by two at least.
LEAST_FIGURES = 2
# "Several dozen" is 20 to 90 in one language and 24 to 108 in another.
_BLUR = 1.25


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount inside what somebody said."""

    quantity: Quantity
    said: Said
    keys: frozenset[str]


def figures(lookup: Lookup, reports: Sequence[str], language: str) -> tuple[Figures, ...]:
    """Amounts of one thing that differ, those that most is said of first; names in the language if they have one."""
    groups: dict[frozenset[str], list[_Found]] = defaultdict(list)
    for report in reports:
        for found in _amounts(lookup, report):
            groups[_group(groups, found.keys)].append(found)
    made = [_figures(lookup, some, language) for some in groups.values()]
    kept = [one for one in made if len(one.figures) >= LEAST_FIGURES and _said_by(one) > 1]
    return tuple(sorted(kept, key=lambda one: (-sum(len(f.passages) for f in one.figures), one.unit))[:MOST_GROUPS])


def _amounts(lookup: Lookup, report: str) -> Iterator[_Found]:
    analysis = lookup.analyses[report]
    for said in lookup.said_in.get(report, ()):
        for quantity in analysis.quantities:
            if quantity.unit and any(span.contains(quantity.span) for span in said.attribution.content):
                unit = fold(quantity.unit)
                yield _Found(quantity, said, keys_of(unit, unit, said.language))


def _group(groups: dict[frozenset[str], list[_Found]], keys: frozenset[str]) -> frozenset[str]:
    """The unit that shares a key, so that a container is one in three languages."""
    return next((known for known in groups if known & keys), keys)


def _figures(lookup: Lookup, some: Sequence[_Found], language: str) -> Figures:
    by_value: list[list[_Found]] = []
    for found in some:
        same = next((group for group in by_value if _equal(group[0].quantity, found.quantity)), None)
        if same is None:
            by_value.append([found])
        else:
            same.append(found)
    made = [_figure(lookup, same, language) for same in by_value]
    first = min(some, key=lambda found: found.said.language != language)
    return Figures(first.quantity.unit or "", first.said.language, tuple(sorted(made, key=_size)))


def _equal(left: Quantity, right: Quantity) -> bool:
    """The same bounds; of vague amounts ("several dozen" in two languages) nearly the same."""
    if (left.low, left.high) == (right.low, right.high):
        return True
    if None in (left.low, left.high, right.low, right.high) or left.low == left.high or right.low == right.high:
        return False
    return _near(left.low, right.low) and _near(left.high, right.high)


def _near(left: float | None, right: float | None) -> bool:
    return left is not None and right is not None and max(left, right) <= _BLUR * min(left, right)


def _figure(lookup: Lookup, same: Sequence[_Found], language: str) -> Figure:
    first = min(same, key=lambda found: found.said.language != language)
    words = plain(first.quantity.span.of(lookup.report(first.said.report).text))
    passages = tuple(passage_of(lookup, said) for said in {found.said.id: found.said for found in same}.values())
    names = tuple(dict.fromkeys(_name(lookup, found.said, language) for found in same))
    return Figure(words, first.said.language, first.quantity.low, first.quantity.high, names, passages)


def _name(lookup: Lookup, said: Said, language: str) -> str:
    return plain(lookup.name(said.speaker, language) if said.speaker in lookup.entities else lookup.who_said(said))


def _size(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else (figure.high or 0.0)
    return low, figure.high if figure.high is not None else float("inf")


def _said_by(one: Figures) -> int:
    return len({name for figure in one.figures for name in figure.names})
