"""What a report tells as having happened: a verb or noun of happening, the names beside it, and when.

A happening is made of one report alone. Two of them are held against each other in whatever language (``alike``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from firsthand.lang import table
from firsthand.lang.morphology import Parse, parses
from firsthand.records import Analysis, Sentence, Span, TimeExpression, Token
from firsthand.stages.claims.words import best_reading, fold, is_light, keys_of
from firsthand.stages.times.meaning import Draft
from firsthand.stages.times.reader import read
from firsthand.stages.times.tense import word_tense

VERBS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS", "PRED"})
NO_HAPPENING = frozenset({"part", "dateline", "published_date"})
MOST_SENTENCES = 120  # of a report; what stands later tells little news
NEAR_HEAD = 60  # code points from a time to the word that it dates
CLAUSE_MARKS = frozenset(",;:–—")
TELLING = {"country": 0.3, "city": 0.5, "place": 0.7, "outlet": 0.2}
ENOUGH, UNTIMED = 1.75, 2.3  # weight of the names that two happenings share, with a time in both and without
MOST_NAMES, MOST_TIMES = 60, 20  # of a sentence
MOST_TOKENS = 300  # of a sentence; a longer one is a list or a page gone wrong
TENSE_REACH = 5  # words on either side of a noun in which its verb is looked for
PLACE = 0.7  # worth of a place; persons and bodies tell more
LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells something: the keys by which it meets those of other languages, and its place."""

    place: int
    keys: frozenset[str]
    verb: bool


@dataclass(frozen=True, slots=True)
class Head:
    """A verb or noun of happening (its keys) at its place, before the names beside it are known.

    ``times`` are the numbers of its times among the report's; ``told`` is the number of the attribution that it is.
    """

    place: int
    keys: frozenset[str]
    verb: bool
    tense: int
    times: tuple[int, ...] = ()
    told: int | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of a report (its number and span) with its clauses and the heads of what it tells.

    ``enough`` says that it tells enough whomever its names stand for; ``words``, of a sentence with a time, are all its
    words, each by one key that it shares with other languages.
    """

    number: int
    span: Span
    clauses: tuple[Span, ...]
    heads: tuple[Head, ...]
    enough: bool
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tellings:
    """The sentences of a report that may tell a happening: all that is read off its words, and costs most."""

    sentences: Sequence[Telling]


# What a report tells as having happened, by its id.
HappeningsOf = Callable[[str], tuple["Happening", ...]]


class Name(NamedTuple):
    """A name beside a happening: its entity and what it tells that two happenings share it."""

    place: int
    stop: int
    entity: str
    worth: float


@dataclass(frozen=True, slots=True)
class Happening:
    """A verb or noun of happening (``head``, its keys) in its sentence (``span``) and the ``clause`` that tells it.

    ``times`` are the numbers of its times among the report's, ``tense`` -1 for past, 1 for what is to come; ``told`` is
    the number of the attribution that it is, where it is a saying; ``names`` stand beside it, ``around`` in the
    clauses next to it too; ``lead`` tells whether it stands in the first sentences; ``words`` are those of a sentence
    with a time.
    """

    report: str
    place: int
    span: Span
    clause: Span
    head: frozenset[str]
    verb: bool
    names: tuple[Name, ...]
    around: tuple[Name, ...]
    tense: int
    times: tuple[int, ...] = ()
    told: int | None = None
    lead: bool = False
    words: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The report and the place of the head in it."""
        return f"{self.report}:{self.place}"

    @property
    def saying(self) -> bool:
        """Whether it is a saying, which is the same only with the same content."""
        return not self.head & _keys("done") and (self.told is not None or bool(self.head & _keys("saying")))

    @property
    def lasting(self) -> bool:
        """Whether it may last for days."""
        return bool(self.head & _keys("lasting"))


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(f"={concept}" for concept in table("datable")["happening"][name])


@cache
def _alike_heads() -> frozenset[frozenset[str]]:
    return frozenset(frozenset({f"={a}", f"={b}"}) for a, b in table("datable")["happening"]["alike"])


def happenings(analysis: Analysis, entities: Sequence[str] = (), told: Tellings | None = None) -> tuple[Happening, ...]:
    """The happenings of a report's news text, in order; ``entities`` are the ids of its mentions.

    ``told`` is what ``tellings`` gives, where it is known.
    """
    named = zip(analysis.mentions, entities, strict=False)
    names = sorted(Name(m.span.start, m.span.stop, e, worth(e)) for m, e in named)
    found = told or tellings(analysis)
    return tuple(h for telling in found.sentences for h in _happenings(telling, names, analysis.report.id))


def _happenings(telling: Telling, names: Sequence[Name], report: str) -> Iterator[Happening]:
    """The happenings of a sentence: one for each head, with the names beside it."""
    inside = _inside(names, telling.span)
    if not telling.enough and not tells_enough(inside):
        return
    inside, clauses = inside[:MOST_NAMES], telling.clauses
    for head in telling.heads:
        clause = clause_at(head.place, clauses)
        yield Happening(
            report=report,
            place=head.place,
            span=telling.span,
            clause=clause,
            head=head.keys,
            verb=head.verb,
            names=tuple(_widened(clause, clauses, inside)),
            around=tuple(beside(clause, clauses, inside)),
            tense=head.tense,
            times=head.times,
            told=head.told,
            lead=telling.number < LEAD_SENTENCES,
            words=telling.words,
        )


def tellings(analysis: Analysis) -> Tellings:
    """What a report's sentences tell, whomever its names stand for: made of the report alone."""
    reader = _Reader(analysis)
    found = (reader.read(at, s) for at, s in enumerate(analysis.sentences[:MOST_SENTENCES]))
    return Tellings(tuple(telling for telling in found if telling is not None))


def drafts_of(analysis: Analysis) -> Mapping[int, Draft]:
    """The times of a report as they were read, before they were placed; by their number."""
    drafts = {(draft.start, draft.stop): draft for draft in read(analysis.report.text, analysis.report.language)}
    return {
        number: drafts[time.span.start, time.span.stop]
        for number, time in enumerate(analysis.times)
        if (time.span.start, time.span.stop) in drafts
    }


class _Reader:
    """Reads what one report tells, sentence by sentence; what lies in a sentence is found by its place."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis, self.language = analysis, analysis.report.language
        self.names = sorted((mention.span.start, mention.span.stop) for mention in analysis.mentions)
        self.times = sorted((t.span.start, t.span.stop, n) for n, t in enumerate(analysis.times))
        self.cues = sorted((a.cue.start, a.cue.stop, n) for n, a in enumerate(analysis.attributions))
        self.tags = [chain.evidence for chain in analysis.chains]

    def read(self, at: int, sentence: Sentence) -> Telling | None:
        """A sentence with its heads, one for each verb and each noun of happening; None where it tells too little."""
        names, times = _inside(self.names, sentence.span), _inside(self.times, sentence.span)
        cues = _inside(self.cues, sentence.span)
        if not (times or cues or len(names) >= UNTIMED):
            return None
        tokens, names, times = sentence.tokens[:MOST_TOKENS], names[:MOST_NAMES], times[:MOST_TIMES]
        words = words_of(tokens, self.language, [*names, *((start, stop) for start, stop, _ in times)])
        heads = [word for word in words if is_head(word) and not self.is_tag(word.place)]
        if not heads:
            return None
        clauses = clauses_of(sentence.span, tokens, self.language)
        dated = self.dated([n for _, _, n in times], heads, clauses)
        read = (self.head(head, tokens, dated.get(head.place, ()), cues) for head in heads)
        whole = frozenset(min(word.keys) for word in words_of(tokens, self.language)) if times else frozenset[str]()
        return Telling(at, sentence.span, tuple(clauses), tuple(read), bool(times or cues), whole)

    def head(
        self, word: Word, tokens: Sequence[Token], times: Iterable[int], cues: Iterable[tuple[int, int, int]]
    ) -> Head:
        """A verb or noun of happening with its tense, its times, and the attribution that it is."""
        told = next((n for start, stop, n in cues if start <= word.place < stop), None)
        return Head(word.place, word.keys, word.verb, _tense(word, tokens, self.language), tuple(times), told)

    def is_tag(self, place: int) -> bool:
        """Whether a word only tells through whom the news came."""
        return any(tag.start <= place < tag.stop for tag in self.tags)

    def is_of_noun(self, time: TimeExpression, heads: Sequence[Word]) -> bool:
        """Whether a year only tells which noun is meant: "після повені 1931 року"."""
        before = self.analysis.report.text[max(0, time.span.start - 40) : time.span.start].split()
        if time.relative:
            return self.is_adjective(time)
        if len(time.value) != 4 or not before or any(h.place == time.span.start - len(before[-1]) - 1 for h in heads):
            return False
        reading = best_reading(before[-1], self.language)
        return reading is not None and reading.pos == "NOUN"

    def is_adjective(self, time: TimeExpression) -> bool:
        """Whether a time is an adjective: "прошлогодний плацдарм"."""
        reading = best_reading(time.span.of(self.analysis.report.text), self.language)
        return reading is not None and reading.pos == "ADJF"

    def dated(self, times: Iterable[int], heads: Sequence[Word], clauses: Sequence[Span]) -> dict[int, list[int]]:
        """The numbers of the times that stand by each head, by the head's place."""
        found: dict[int, list[int]] = {}
        for number in times:
            time = self.analysis.times[number]
            if is_date(time) and not self.is_of_noun(time, heads):
                head = _head_of(time.span, heads, clauses)
                if head is not None:
                    found.setdefault(head.place, []).append(number)
        return found


Placed = TypeVar("Placed", bound=tuple[Any, ...])


def _inside(found: Sequence[Placed], span: Span) -> list[Placed]:
    """What begins in a span, of what is sorted by its place."""
    first = bisect_left(found, span.start, key=lambda one: one[0])
    last = bisect_left(found, span.stop, key=lambda one: one[0])
    return list(found[first:last])


def tells_enough(names: Sequence[Name]) -> bool:
    """Whether a sentence without a date or a saying tells a happening that is worth knowing: of names to be met by."""
    return sum({n.entity: n.worth for n in names}.values()) >= UNTIMED


def is_date(time: TimeExpression) -> bool:
    """Whether a time is a date, known or not, of a happening: no duration, "now", bare "at night" or dateline."""
    return time.rule not in NO_HAPPENING and (time.value[:1].isdigit() or time.value.startswith("XXXX"))


def is_head(word: Word) -> bool:
    """Whether a word tells a happening: a verb, or a noun of a listed concept."""
    return not word.keys & _keys("dull") and (word.verb or bool(word.keys & _keys("concepts")))


def words_of(tokens: Sequence[Token], language: str, without: Iterable[tuple[int, int]] = ()) -> list[Word]:
    """The words that tell something; those that lie in ``without`` (names, times) are left out."""
    silent = {place for start, stop in without for place in range(start, stop)}
    found = []
    for token in tokens:
        told = read_word(token.text, language) if token.kind == "word" and token.start not in silent else None
        if told is not None:
            found.append(Word(token.start, *told))
    return found


@lru_cache(maxsize=200_000)
def read_word(text: str, language: str) -> tuple[frozenset[str], bool] | None:
    """The keys of a word and whether it is a verb; None for one that tells nothing."""
    reading, form = best_reading(text, language), fold(text)
    if is_light(form, reading, language):
        return None
    return keys_of(form, reading.lemma if reading else form, language), _is_verb(form, reading, language)


def _is_verb(form: str, reading: Parse | None, language: str) -> bool:
    """English has no dictionary here: its past forms alone are known."""
    return reading.pos in VERBS if reading is not None else language == "en" and is_past_form(form)


def is_past_form(form: str) -> bool:
    """Whether an English word looks like a past."""
    return (form.endswith("ed") and len(form) > 4) or form in table("datable")["past"]["words"]["en"]


def clauses_of(span: Span, tokens: Sequence[Token], language: str) -> list[Span]:
    """The stretches of a sentence between marks and conjunctions."""
    cuts = [span.start]
    for token in tokens[1:]:
        if token.kind == "mark" and token.text in CLAUSE_MARKS:
            cuts.append(token.stop)
        elif token.kind == "word" and subordinates(token.text, language):
            cuts.append(token.start)
    return [Span(a, b) for a, b in pairwise([*cuts, span.stop]) if b - a > 1] or [span]


@lru_cache(maxsize=100_000)
def subordinates(text: str, language: str) -> bool:
    """Whether a word begins a clause."""
    words = table("datable")["subordinate"]["words"][language]
    reading = best_reading(text, language)
    return fold(text) in words or (reading is not None and fold(reading.lemma) in words)


def clause_at(place: int, clauses: Sequence[Span]) -> Span:
    """The clause around a place."""
    return next((c for c in clauses if c.start <= place < c.stop), clauses[0])


def _widened(clause: Span, clauses: Sequence[Span], names: Sequence[Name]) -> list[Name]:
    """The names of a clause, and of those around it until two that are no places are among them."""
    at = clauses.index(clause)
    first, last = at, at
    while True:
        inside = [n for n in names if clauses[first].start <= n.place < clauses[last].stop]
        if len({n.entity for n in inside if n.worth > PLACE}) >= 2 or (first == 0 and last == len(clauses) - 1):
            return inside
        first, last = max(0, first - 1), min(len(clauses) - 1, last + 1)


def beside(clause: Span, clauses: Sequence[Span], names: Sequence[Name]) -> list[Name]:
    """The names of a clause and of those next to it."""
    at = clauses.index(clause)
    first, last = clauses[max(0, at - 1)].start, clauses[min(len(clauses) - 1, at + 1)].stop
    near = [n for n in names if first <= n.place < last]
    return near + [n for n in _widened(clause, clauses, names) if n not in near]


def _head_of(time: Span, heads: Sequence[Word], clauses: Sequence[Span]) -> Word | None:
    """The word that a time dates: the nearest in its clause, a verb sooner than a noun, else the nearest of all."""
    clause = clause_at(time.start, clauses)
    inside = [h for h in heads if clause.start <= h.place < clause.stop]
    beside = [h for h in inside or heads if _gap(time, h.place) <= NEAR_HEAD or h in inside]
    return min(beside, key=lambda h: (_gap(time, h.place) + (0 if h.verb else 5), h.place), default=None)


def _gap(time: Span, place: int) -> int:
    return max(time.start - place - 8, place - time.stop, 0)


def _tense(head: Word, tokens: Sequence[Token], language: str) -> int:
    """The tense of the head, or of the verb nearest to a noun."""
    if language == "en" and head.verb:
        return _english_tense(head, tokens)
    at = bisect_left(tokens, head.place, key=lambda token: token.start)
    near = sorted(tokens[max(0, at - TENSE_REACH) : at + TENSE_REACH], key=lambda t: abs(t.start - head.place))
    found = (verb_tense(token.text, language) for token in near if token.kind == "word")
    return next((tense for tense in found if tense is not None), 0)


def _english_tense(head: Word, tokens: Sequence[Token]) -> int:
    at = bisect_left(tokens, head.place, key=lambda token: token.start)
    before = {fold(t.text) for t in tokens[max(0, at - 2) : at]}
    if "will" in before:
        return 1
    return 0 if before & set(table("datable")["unpast"]["words"]["en"]) else -1


@lru_cache(maxsize=100_000)
def verb_tense(text: str, language: str) -> int | None:
    """-1, 0 or 1 for a verb, None for other words."""
    tense = word_tense(fold(text), language)
    if tense:
        return tense
    readings = parses(text, language)
    return 0 if readings and readings[0].pos == "VERB" else None


# --- likeness ------------------------------------------------------------------------------------------


def alike(left: Happening, right: Happening) -> float:
    """The weight of the names that two tellings share, where they may tell one happening; else 0."""
    if not heads_meet(left.head, right.head):
        return 0.0
    core, shared = shared_names(left.names, right.names), shared_names(left.around, right.around)
    if not any(weight > PLACE for weight in core.values()) or not _company(left, right, core, shared):
        return 0.0
    weight = sum(shared.values())
    return weight if weight >= ENOUGH else 0.0


def _company(left: Happening, right: Happening, core: Mapping[str, float], shared: Mapping[str, float]) -> bool:
    """Whether the two that it takes are the same; a visit and a meeting are one only in one place."""
    if not left.head & right.head:
        return any(name.startswith(("city:", "place:", "name:")) for name in shared)
    return not left.head & right.head & _keys("mutual") or sum(name.startswith("per:") for name in core) >= 2


def heads_meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two verbs or nouns may tell the same."""
    if left & right:
        return True
    return any(frozenset({a, b}) in _alike_heads() for a in left for b in right)


def shared_names(left: Iterable[Name], right: Iterable[Name]) -> dict[str, float]:
    """The entities beside both, with what each tells."""
    theirs = {name.entity for name in right}
    return {name.entity: name.worth for name in left if name.entity in theirs}


def worth(entity: str) -> float:
    """What it tells that two happenings share an entity."""
    return TELLING.get(entity.partition(":")[0], 1.0)
