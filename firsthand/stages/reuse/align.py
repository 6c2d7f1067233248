"""Which passages of two reports say the same in the same words, and how nearly: spans on both sides.

Sentences meet by the weight of the words they share; in a pair that may be one, words are matched in order first, then
moved words, then words of one root; the stretch where matches outweigh the rest is the passage.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import LCSseq

from firsthand.lang import table
from firsthand.records import Span
from firsthand.stages.reuse.words import NUMBER, PLAIN, SAYING_WEIGHT, TAG, Line, Prepared, Word, weight_of

MEETING = 2.4  # weight of shared words from which two sentences are looked at more closely
MEETING_SHARE = 0.3  # of the lighter sentence
EVERYWHERE = 25  # sentences: a word of more of them leads nowhere
CHOICES = 4  # sentences of the other report that one is held against
ROOT = 5  # letters that words of one root share at least
LEAST_ROOT = {True: 5, False: 4}
ROOT_SHARE = 0.6
ROOT_WORTH = 0.75
SYNONYM_WORTH = 0.5
STRAY = {False: 0.7, True: 0.45}  # what an unmatched word costs, by whether the languages differ


@dataclass(frozen=True, slots=True)
class Pairing:
    """Words of two sentences that match: (left, right, worth) by place in the sentence."""

    left: Line
    right: Line
    pairs: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words ``[first, last)`` of a sentence."""

    first: int
    last: int

    def of(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words of the stretch."""
        return words[self.first : self.last]

    def holds(self, at: int) -> bool:
        """Whether a word lies in the stretch."""
        return self.first <= at < self.last


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage found in both reports, with what speaks for it; ``weight`` counts content words that match."""

    left: Span
    right: Span
    left_lines: tuple[int, int]
    right_lines: tuple[int, int]
    similarity: float
    order: float
    weight: float
    facts: float
    cover: float
    changed: bool


# --- sentences that may be one ------------------------------------------------------------------------


def meetings(left: Prepared, right: Prepared) -> list[tuple[int, int]]:
    """Pairs of sentences that share enough to be held against each other."""
    return best_choices(
        {
            (i, j): weight
            for i, line in enumerate(left.lines)
            for j, weight in shared_weights(line, right.where).items()
            if weight >= MEETING and meets(weight, line, right.lines[j])  # Asked first: most need not be read.
        }
    )


def meets(weight: float, left: Line, right: Line) -> bool:
    """Whether the weight of the shared words is worth a closer look."""
    return weight >= MEETING and weight >= MEETING_SHARE * min(left.weight, right.weight)


def shared_weights(line: Line, where: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """Sentence of the other report -> weight of this one's words that it has."""
    found: dict[int, float] = defaultdict(float)
    seen: set[str] = set()
    for word in line.words:
        if not word.content or word.keys[0] in seen:
            continue
        seen.add(word.keys[0])
        for j in places_of(word.keys, where):
            found[j] += word.weight
    return found


def places_of(keys: Sequence[str], where: Mapping[str, Sequence[int]]) -> Iterable[int]:
    """The sentences that have a word, unless it is everywhere."""
    places = [where[key] for key in keys if key in where and len(where[key]) <= EVERYWHERE]
    if len(places) <= 1:
        return places[0] if places else ()
    return set().union(*places)


def best_choices(shared: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that are among the best few of either of their sentences."""
    rows: dict[tuple[int, int], list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for (i, j), weight in shared.items():
        rows[0, i].append((-weight, (i, j)))
        rows[1, j].append((-weight, (i, j)))
    return sorted({pair for row in rows.values() for _, pair in sorted(row)[:CHOICES]})


# --- words that match ---------------------------------------------------------------------------------


def paired(left: Line, right: Line, same_language: bool) -> Pairing:
    """The words of two sentences that match: in order, then moved, then by root, then by what they mean."""
    ids: dict[str, int] = {}
    a, b = identified(left, ids, same_language), identified(right, ids, same_language)
    pairs = [(i, j, 1.0) for i, j in in_order(a, b)]
    open_left, open_right = free(left.words, pairs, 0), free(right.words, pairs, 1)
    for worth, found in (
        (1.0, moved(a, b, open_left, open_right)),
        (ROOT_WORTH, by_root(left.words, right.words, open_left, open_right, same_language)),
        (SYNONYM_WORTH, by_notion(left.words, right.words, open_left, open_right) if same_language else ()),
    ):
        for i, j in found:
            open_left.remove(i)
            open_right.remove(j)
            pairs.append((i, j, worth))
    return Pairing(left, right, tuple(sorted(pairs)))


def identified(line: Line, ids: dict[str, int], same_language: bool) -> list[int]:
    """Numbers for a sentence's words, the same for words that share a key."""
    found = []
    for word in line.words:
        known = ids.get(word.own) if same_language else None
        if known is None:
            keys = (word.own, *word.also, *[k for k in word.keys if k[0] in "@#"]) if same_language else word.keys
            known = next(filter(None, map(ids.get, keys)), 0) or len(ids) + 1  # Numbers begin with 1.
            for key in keys:
                ids.setdefault(key, known)
        found.append(known)
    return found


def in_order(a: list[int], b: list[int]) -> Iterator[tuple[int, int]]:
    """The longest common run of words, gaps allowed."""
    for code in LCSseq.opcodes(a, b):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def free(words: Sequence[Word], pairs: Sequence[tuple[int, int, float]], side: int) -> list[int]:
    """Content words without a match."""
    taken = {pair[side] for pair in pairs}
    return [i for i, word in enumerate(words) if i not in taken and word.content]


def moved(a: list[int], b: list[int], left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    """Equal words that stand elsewhere."""
    places: dict[int, list[int]] = defaultdict(list)
    for j in reversed(right):
        places[b[j]].append(j)
    for i in tuple(left):
        if places[a[i]]:
            yield i, places[a[i]].pop()


def by_root(
    left: Sequence[Word], right: Sequence[Word], open_left: list[int], open_right: list[int], same_language: bool
) -> Iterator[tuple[int, int]]:
    """Words that begin alike: "відправила" and "відправлено", and across languages by what they sound like."""
    roots = [(j, root) for j in open_right if (root := root_of(right[j], same_language))]
    for i in tuple(open_left):
        root = root_of(left[i], same_language)
        found = next((pair for pair in roots if are_of_one_root(root, pair[1])), None) if root else None
        if found is not None:
            roots.remove(found)
            yield i, found[0]


def by_notion(
    left: Sequence[Word], right: Sequence[Word], open_left: list[int], open_right: list[int]
) -> Iterator[tuple[int, int]]:
    """Other words for the same: "угода", "домовленість"."""
    for i in tuple(open_left):
        j = next((j for j in open_right if not set(left[i].keys).isdisjoint(right[j].keys)), None)
        if j is not None:
            yield i, j


def root_of(word: Word, same_language: bool) -> str:
    """What is compared of a word: its dictionary form, or across languages its sounds; nothing where that can't be."""
    if word.kind == NUMBER:
        return ""
    root = word.own if same_language else word.keys[-1]
    return "" if len(root) < LEAST_ROOT[same_language] or root[0] in "=#" or ":" in root else root


def are_of_one_root(a: str, b: str) -> bool:
    """Whether two words share their beginning, which is most of the longer one."""
    if a[:4] != b[:4]:
        return False
    shared = common_prefix(a, b)
    return shared >= min(ROOT, len(a), len(b)) and shared >= ROOT_SHARE * max(len(a), len(b))


def common_prefix(a: str, b: str) -> int:
    """How many letters two words share from the beginning."""
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length


# --- the stretch that is shared -----------------------------------------------------------------------


def stretches(pairing: Pairing, abroad: bool) -> tuple[Stretch, Stretch] | None:
    """The part of each sentence where matches outweigh the rest; None where there is none."""
    left = Stretch(0, len(pairing.left.words))
    right = Stretch(0, len(pairing.right.words))
    for _ in range(3):
        found_left = heaviest(pairing.left.words, worth(pairing, 0, left, right), abroad)
        if found_left is None:
            return None
        found_right = heaviest(pairing.right.words, worth(pairing, 1, found_left, right), abroad)
        if found_right is None:
            return None
        if (found_left, found_right) == (left, right):
            break
        left, right = found_left, found_right
    return left, right


def worth(pairing: Pairing, side: int, left: Stretch, right: Stretch) -> dict[int, float]:
    """Matched words of one side whose partner lies in the other side's stretch -> worth of the match."""
    if side == 0:
        return {i: share for i, j, share in pairing.pairs if right.holds(j)}
    return {j: share for i, j, share in pairing.pairs if left.holds(i)}


def heaviest(words: Sequence[Word], matched: dict[int, float], abroad: bool) -> Stretch | None:
    """The stretch of most weight, matched words counting for and others against it (Kadane)."""
    best, best_at, total, first = 0.0, None, 0.0, 0
    for at, word in enumerate(words):
        gain = word.weight * (matched[at] if at in matched else -STRAY[abroad])
        if total <= 0:
            total, first = 0.0, at
        total += gain
        if total > best and at in matched:
            best, best_at = total, Stretch(first, at + 1)
    return best_at


# --- what a stretch is worth --------------------------------------------------------------------------


def passage(pairing: Pairing, left: Stretch, right: Stretch, reports: tuple[Prepared, Prepared]) -> Passage | None:
    """The passage with its figures."""
    inside = [p for p in pairing.pairs if left.holds(p[0]) and right.holds(p[1])]
    if not inside:
        return None
    words = pairing.left.words
    matched = sum(words[i].weight * share for i, _, share in inside)
    both = weight_of(left.of(words)) + weight_of(right.of(pairing.right.words))
    content = [(words[i].weight * share, words[i], j) for i, j, share in inside if words[i].content]
    weight = sum(worth for worth, _, _ in content)
    return Passage(
        span_of(pairing.left, left),
        span_of(pairing.right, right),
        (pairing.left.number, pairing.left.number),
        (pairing.right.number, pairing.right.number),
        similarity=min(1.0, 2 * matched / both) if both else 0.0,
        order=ordered_share([j for _, _, j in content]),
        weight=weight,
        facts=sum(
            worth / commonness(word, pairing.right.words[j], reports) for worth, word, j in content if is_fact(word)
        ),
        cover=min(covered_unit(pairing.left, left), covered_unit(pairing.right, right)),
        changed=numbers(pairing, left, 0) != numbers(pairing, right, 1),
    )


def covered_unit(line: Line, stretch: Stretch) -> float:
    """How nearly a stretch is a whole sentence or a whole statement, 0 to 1."""
    inside = weight_of(stretch.of(line.words))
    best = 0.0
    for first, last in line.units:
        shared = weight_of(line.words[max(first, stretch.first) : min(last, stretch.last)])
        best = max(best, 2 * shared / max(0.1, inside + weight_of(line.words[first:last])))
    return best


def is_fact(word: Word) -> bool:
    """Whether a word tells more than who speaks: no name, no title, no verb of saying."""
    if word.kind not in (PLAIN, NUMBER) or word.weight <= SAYING_WEIGHT:
        return False
    return titles().isdisjoint(word.keys) and not any(key.startswith("country:") for key in word.keys)


def commonness(left: Word, right: Word, reports: tuple[Prepared, Prepared]) -> float:
    """What a word loses for standing in many sentences of both reports."""
    return math.sqrt(max(1, min(reports[0].spread(left.keys[0]), reports[1].spread(right.keys[0]))))


@cache
def titles() -> frozenset[str]:
    """Notions out of which posts are made."""
    return frozenset(f"={notion}" for notion in table("equivalents")["titles"])


def ordered_share(places: list[int]) -> float:
    """The share of matched content words that stand in the same order on both sides."""
    if not places:
        return 0.0
    longest = LCSseq.similarity(places, sorted(places))
    return longest / len(places)


def numbers(pairing: Pairing, stretch: Stretch, side: int) -> frozenset[str]:
    """The amounts and numbers of a stretch."""
    line = pairing.right if side else pairing.left
    return frozenset(w.keys[0] for w in stretch.of(line.words) if w.kind == NUMBER)


def span_of(line: Line, stretch: Stretch) -> Span:
    """The code points of a stretch; from and to the edge of the sentence where only marks are left out."""
    first, last = stretch.first, stretch.last
    while first and line.words[first - 1].kind == TAG:
        first -= 1
    start = line.span.start if first == 0 else line.words[stretch.first].start
    stop = line.span.stop if last == len(line.words) else line.words[last - 1].stop
    return Span(start, stop)
