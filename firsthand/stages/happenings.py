"""What a report tells as having happened: a verb or noun of happening, the names beside it, and when.

A happening is made of one report alone. Two of them are held against each other in whatever language (``alike``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

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
ENOUGH = 1.75  # weight of the names that two happenings share
PLACE = 0.7  # worth of a place; persons and bodies tell more
LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells something: the keys by which it meets those of other languages, and its place."""

    place: int
    keys: frozenset[str]
    verb: bool


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name beside a happening: its entity and what it tells that two happenings share it."""

    entity: str
    place: int
    worth: float


@dataclass(frozen=True, slots=True)
class Happening:
    """A verb or noun of happening (``head``, its keys) in its sentence (``span``) and the ``clause`` that tells it.

    ``times`` are the numbers of its times among the report's, ``tense`` -1 for past, 1 for what is to come; ``told`` is
    the number of the attribution that it is, where it is a saying; ``names`` stand beside it, ``around`` in its
    sentence; ``lead`` tells whether it stands in the first sentences.
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


def happenings(analysis: Analysis, entities: Sequence[str] = ()) -> tuple[Happening, ...]:
    """The happenings of a report's news text, in order; ``entities`` are the ids of its mentions."""
    reader = _Reader(analysis, entities)
    found = (h for at, s in enumerate(analysis.sentences[:MOST_SENTENCES]) for h in reader.read(at, s))
    return tuple(found)


def drafts_of(analysis: Analysis) -> Mapping[int, Draft]:
    """The times of a report as they were read, before they were placed; by their number."""
    drafts = {(draft.start, draft.stop): draft for draft in read(analysis.report.text, analysis.report.language)}
    return {
        number: drafts[time.span.start, time.span.stop]
        for number, time in enumerate(analysis.times)
        if (time.span.start, time.span.stop) in drafts
    }


class _Reader:
    """Reads the happenings of one report, sentence by sentence."""

    def __init__(self, analysis: Analysis, entities: Sequence[str]) -> None:
        self.analysis, self.language = analysis, analysis.report.language
        self.entities = entities
        named = zip(analysis.mentions, entities, strict=False)
        self.names = [Name(e, m.span.start, worth(e)) for m, e in named]
        self.tags = [chain.evidence for chain in analysis.chains]

    def read(self, at: int, sentence: Sentence) -> Iterator[Happening]:
        """The happenings of a sentence: one for each verb and each noun of happening."""
        heads = [word for word in self.words(sentence) if is_head(word) and not self.is_tag(word.place)]
        if not heads:
            return
        clauses = clauses_of(sentence, self.language)
        dated = self.dated(sentence, heads, clauses)
        inside = [n for n in self.names if sentence.span.start <= n.place < sentence.span.stop]
        for head in heads:
            clause = clause_at(head.place, clauses)
            yield Happening(
                report=self.analysis.report.id,
                place=head.place,
                span=sentence.span,
                clause=clause,
                head=head.keys,
                verb=head.verb,
                names=tuple(_widened(clause, clauses, inside)),
                around=tuple(inside),
                tense=_tense(head, sentence, self.language),
                times=tuple(dated.get(head.place, ())),
                told=_attribution_at(head.place, self.analysis),
                lead=at < LEAD_SENTENCES,
            )

    def words(self, sentence: Sentence) -> list[Word]:
        """The words of a sentence that are neither names nor times."""
        without = [m.span for m in self.analysis.mentions if sentence.span.overlaps(m.span)]
        without += [t.span for t in self.analysis.times if sentence.span.overlaps(t.span)]
        return list(words_of(sentence, self.language, without))

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

    def dated(self, sentence: Sentence, heads: Sequence[Word], clauses: Sequence[Span]) -> dict[int, list[int]]:
        """The numbers of the times that stand by each head, by the head's place."""
        found: dict[int, list[int]] = {}
        for number, time in enumerate(self.analysis.times):
            if sentence.span.contains(time.span) and is_date(time):
                head = None if self.is_of_noun(time, heads) else _head_of(time.span, heads, clauses)
                if head is not None:
                    found.setdefault(head.place, []).append(number)
        return found


def is_date(time: TimeExpression) -> bool:
    """Whether a time is a date, known or not, of a happening: no duration, "now", bare "at night" or dateline."""
    return time.rule not in NO_HAPPENING and (time.value[:1].isdigit() or time.value.startswith("XXXX"))


def is_head(word: Word) -> bool:
    """Whether a word tells a happening: a verb, or a noun of a listed concept."""
    return not word.keys & _keys("dull") and (word.verb or bool(word.keys & _keys("concepts")))


def words_of(sentence: Sentence, language: str, without: Sequence[Span] = ()) -> Iterator[Word]:
    """The words of a sentence that tell something; those that lie in ``without`` (names, times) are left out."""
    for token in sentence.tokens:
        if token.kind == "word" and not any(span.start <= token.start < span.stop for span in without):
            reading = best_reading(token.text, language)
            form = fold(token.text)
            if not is_light(form, reading, language):
                keys = keys_of(form, reading.lemma if reading else form, language)
                yield Word(token.start, keys, _is_verb(form, reading, language))


def _is_verb(form: str, reading: Parse | None, language: str) -> bool:
    """English has no dictionary here: its past forms alone are known."""
    return reading.pos in VERBS if reading is not None else language == "en" and is_past_form(form)


def is_past_form(form: str) -> bool:
    """Whether an English word looks like a past."""
    return (form.endswith("ed") and len(form) > 4) or form in table("datable")["past"]["words"]["en"]


def clauses_of(sentence: Sentence, language: str) -> list[Span]:
    """The stretches between marks and conjunctions."""
    cuts = [sentence.span.start]
    for before, token in zip([None, *sentence.tokens], sentence.tokens, strict=False):
        if token.kind == "mark" and token.text in CLAUSE_MARKS:
            cuts.append(token.stop)
        elif before is not None and _subordinates(token, language):
            cuts.append(token.start)
    cuts.append(sentence.span.stop)
    return [Span(a, b) for a, b in pairwise(cuts) if b - a > 1]


def _subordinates(token: Token, language: str) -> bool:
    words = table("datable")["subordinate"]["words"][language]
    if token.kind != "word":
        return False
    reading = best_reading(token.text, language)
    return fold(token.text) in words or (reading is not None and fold(reading.lemma) in words)


def clause_at(place: int, clauses: Sequence[Span]) -> Span:
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


def _head_of(time: Span, heads: Sequence[Word], clauses: Sequence[Span]) -> Word | None:
    """The word that a time dates: the nearest in its clause, a verb sooner than a noun, else the nearest of all."""
    clause = clause_at(time.start, clauses)
    inside = [h for h in heads if clause.start <= h.place < clause.stop]
    beside = [h for h in inside or heads if _gap(time, h.place) <= NEAR_HEAD or h in inside]
    return min(beside, key=lambda h: (_gap(time, h.place) + (0 if h.verb else 5), h.place), default=None)


def _gap(time: Span, place: int) -> int:
    return max(time.start - place - 8, place - time.stop, 0)


def _tense(head: Word, sentence: Sentence, language: str) -> int:
    """The tense of the head, or of the verb nearest to a noun."""
    if language == "en" and head.verb:
        return _english_tense(head, sentence)
    tokens = [t for t in sentence.tokens if t.kind == "word"]
    near = sorted(tokens, key=lambda t: abs(t.start - head.place))[:8]
    found = (_word_tense(token, language) for token in near)
    return next((tense for tense in found if tense is not None), 0)


def _english_tense(head: Word, sentence: Sentence) -> int:
    before = [fold(t.text) for t in sentence.tokens if t.stop <= head.place and t.kind == "word"][-2:]
    if "will" in before:
        return 1
    return 0 if set(before) & set(table("datable")["unpast"]["words"]["en"]) else -1


def _word_tense(token: Token, language: str) -> int | None:
    tense = word_tense(fold(token.text), language)
    if tense:
        return tense
    readings = parses(token.text, language)
    return 0 if readings and readings[0].pos == "VERB" else None


def _attribution_at(place: int, analysis: Analysis) -> int | None:
    cues = ((n, a.cue) for n, a in enumerate(analysis.attributions))
    return next((n for n, cue in cues if cue.start <= place < cue.stop), None)


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
