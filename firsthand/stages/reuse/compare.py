"""Two reports held against each other: links of kind ``reuse``, one a passage, the same from either side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from firsthand.records import Link, Span
from firsthand.stages.reuse.align import Passage, meetings, paired, passage, stretches
from firsthand.stages.reuse.fingerprints import Printed
from firsthand.stages.reuse.words import Prepared

KIND = "reuse"
LEAST_WEIGHT = 3.0  # content words that match, in weight: below it sentences are alike by chance
LEAST_SHARED = 3  # words
# What makes two stretches one passage: facts in common, likeness, how nearly they are whole sentences or statements.
# Any row will do. Read off the matches in 847 reports on six topics (SlavicNER), where pieces of sentences on one event
# ("условия труда и зарплаты") are alike without being copied; few facts have to be whole sentences.
ENOUGH = (
    (8.0, 0.62, 0.0),
    (6.0, 0.66, 0.3),
    (5.0, 0.9, 0.0),
    (5.0, 0.72, 0.5),
    (4.0, 0.76, 0.7),
    (3.0, 0.85, 0.75),
    (1.5, 0.95, 0.85),
)
ABROAD = {frozenset(("uk", "ru")): 0.03, frozenset(("uk", "en")): 0.22, frozenset(("ru", "en")): 0.22}
FEW = 4.0  # facts: a translation of fewer keeps their order
MOVED = 0.06  # more where words stand in another order
REORDERED = 0.7  # share of words in the same order below which a passage is called reordered
# What two sentences of two reports share, or that it is nothing: of the report with the lesser id first.
Seen = dict[tuple[int, int], Passage | None]


def compare_prepared(left: Printed, right: Printed) -> tuple[Link, ...]:
    """The passages that stand in both reports; none for a report and itself."""
    shared = left.prints.keys() & right.prints.keys()
    pairs = {(i, j) for key in shared for i in left.prints[key] for j in right.prints[key]}
    seen: Seen = {}
    return links_between(left.words, right.words, seen) if is_worth_it(left.words, right.words, pairs, seen) else ()


def is_worth_it(left: Prepared, right: Prepared, pairs: Iterable[tuple[int, int]], seen: Seen | None = None) -> bool:
    """Whether sentences that share a fingerprint hold a passage: most reports on one topic share no more than words.

    ``seen`` keeps what was looked at, for ``links_between`` of the same reports.
    """
    if left.report == right.report:
        return False
    if left.report > right.report:
        left, right, pairs = right, left, [(j, i) for i, j in pairs]
    return any(True for _ in passages(left, right, sorted(pairs), {} if seen is None else seen))


def links_between(left: Prepared, right: Prepared, seen: Seen | None = None) -> tuple[Link, ...]:
    """The passages that stand in two reports of which ``is_worth_it`` holds."""
    if left.report > right.report:
        return tuple(mirrored(link) for link in links_between(right, left, seen))
    found = list(passages(left, right, meetings(left, right), {} if seen is None else seen))
    return tuple(link_of(left, right, one) for one in joined(chosen(found)))


def passages(left: Prepared, right: Prepared, pairs: Iterable[tuple[int, int]], seen: Seen) -> Iterator[Passage]:
    """The passages of pairs of sentences, of those that pass."""
    for i, j in pairs:
        if (i, j) not in seen:
            seen[i, j] = shared_passage(left, right, i, j)
        found = seen[i, j]
        if found is not None:
            yield found


def shared_passage(left: Prepared, right: Prepared, i: int, j: int) -> Passage | None:
    """The passage that two sentences share, if any."""
    languages = frozenset((left.language, right.language))
    if len(left.lines[i].keys & right.lines[j].keys) < LEAST_SHARED:
        return None
    pairing = paired(left.lines[i], right.lines[j], len(languages) == 1)
    found = stretches(pairing, len(languages) > 1)
    made = passage(pairing, *found, (left, right)) if found is not None else None
    return made if made is not None and is_reuse(made, languages) else None


def is_reuse(found: Passage, languages: frozenset[str]) -> bool:
    """Whether what two sentences share is one's words in the other."""
    if found.weight < LEAST_WEIGHT:
        return False
    alike = found.similarity + ABROAD.get(languages, 0.0) - (MOVED if found.order < REORDERED else 0.0)
    if found.facts < FEW and found.order < REORDERED and len(languages) > 1:
        return False
    return any(found.facts >= facts and alike >= least and found.cover >= cover for facts, least, cover in ENOUGH)


def chosen(found: list[Passage]) -> list[Passage]:
    """Without the weaker of two passages that claim the same words on both sides or on one."""
    kept: list[Passage] = []
    for one in sorted(found, key=lambda p: (-p.weight * p.similarity, p.left, p.right)):
        if not any(covers(one.left, k.left) or covers(one.right, k.right) for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda p: (p.left, p.right))


def covers(span: Span, by: Span) -> bool:
    """Whether more than half of a span lies in another."""
    shared = min(span.stop, by.stop) - max(span.start, by.start)
    return shared > 0.5 * (span.stop - span.start)


def joined(found: Sequence[Passage]) -> list[Passage]:
    """Passages of sentences that follow each other on both sides as one."""
    whole: list[Passage] = []
    for one in found:
        if whole and follows(whole[-1], one):
            whole[-1] = together(whole[-1], one)
        else:
            whole.append(one)
    return whole


def follows(first: Passage, second: Passage) -> bool:
    """Whether the second goes on where the first ends, in both reports."""
    return (
        0 <= second.left.start - first.left.stop <= 2
        and 0 <= second.right.start - first.right.stop <= 2
        and abs(first.similarity - second.similarity) < 0.1
    )


def together(first: Passage, second: Passage) -> Passage:
    """Two passages as one; the figures by their weight."""
    weight = first.weight + second.weight
    share = first.weight / weight
    return replace(
        first,
        left=Span(first.left.start, second.left.stop),
        right=Span(first.right.start, second.right.stop),
        left_lines=(first.left_lines[0], second.left_lines[1]),
        right_lines=(first.right_lines[0], second.right_lines[1]),
        similarity=share * first.similarity + (1 - share) * second.similarity,
        order=share * first.order + (1 - share) * second.order,
        weight=weight,
        facts=first.facts + second.facts,
        changed=first.changed or second.changed,
    )


def how_of(found: Passage, left: Prepared, right: Prepared) -> str:
    """literal, edited, reordered or translated."""
    if left.language != right.language:
        return "translated"
    if plain(found.left.of(left.text)) == plain(found.right.of(right.text)):
        return "literal"
    if found.order < REORDERED:
        return "reordered"
    return "edited"


def plain(text: str) -> str:
    """A text without case, marks and spaces."""
    return "".join(c for c in text.lower() if c.isalnum())


def link_of(left: Prepared, right: Prepared, found: Passage) -> Link:
    """The link for a passage; items are the sentences where it begins."""
    how = how_of(found, left, right)
    data = {
        "left": [found.left.start, found.left.stop],
        "right": [found.right.start, found.right.stop],
        "how": how,
        "changed": found.changed,
    }
    score = 1.0 if how == "literal" else min(found.similarity, 0.99)
    reason = f"{how}: {found.weight:.1f} of content in common"
    first, second = found.left_lines[0], found.right_lines[0]
    return Link(KIND, left.report, first, right.report, second, round(score, 3), reason, data)


def mirrored(link: Link) -> Link:
    """The same link from the other side."""
    data = dict(link.data)
    data["left"], data["right"] = data["right"], data["left"]
    return replace(
        link,
        left_report=link.right_report,
        left_item=link.right_item,
        right_report=link.left_report,
        right_item=link.left_item,
        data=data,
    )
