"""An answer with the further tables of contents that pages need; made once for each state of the store."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from firsthand.answer.build import answer_of
from firsthand.answer.dates import sort_key
from firsthand.answer.lookup import Lookup
from firsthand.answer.wording import plain, shortened
from firsthand.errors import NotFoundError
from firsthand.records import Answer, Claim, Novelty, Position, Reuse, Said, Sentence, Span, Story
from firsthand.store import Store

# The story that holds every report, so that nothing is out of reach of the pages.
ALL = "all"
_TITLE = 200
_KEPT = 500  # results kept: of a story, some kB each

Key = TypeVar("Key")
Value = TypeVar("Value")


def shown(text: str | None, limit: int = 300) -> str:
    """Text of a report in one line of at most ``limit`` code points, without control, bidi or broken characters."""
    return shortened(plain((text or "")[: limit * 4]), limit)


class Contents(Lookup):
    """An answer, found one's way in by pages."""

    def __init__(self, answer: Answer, revision: int = 0) -> None:
        super().__init__(answer)
        self.revision = revision
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._keeping = threading.Lock()

    def kept(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What is made under a key, made once while it is asked for now and then."""
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]  # type: ignore[no-any-return]
        made = make()
        with self._keeping:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """A title for every report: its own, or the first words of its news text."""
        return {id_: self._title(id_) for id_ in self.analyses}

    def _title(self, report: str) -> str:
        analysis = self.analyses[report]
        if title := shown(analysis.report.title, _TITLE):
            return title
        first = analysis.sentences[0].span if analysis.sentences else Span(0, _TITLE)
        return shown(analysis.report.text[first.start : min(first.stop, first.start + 4 * _TITLE)], _TITLE) or report

    @cached_property
    def stories(self) -> Mapping[str, Story]:
        """Stories by id, and the one of all reports."""
        everything = Story(ALL, "", tuple(self.by_date(self.analyses)))
        return {**{story.id: story for story in self.answer.stories}, ALL: everything}

    @cached_property
    def claims_of(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims that a report takes part in."""
        pairs = ((self.said[id_].report, claim) for claim in self.answer.claims for id_ in claim.said)
        return {report: tuple(dict.fromkeys(found)) for report, found in grouped(pairs).items()}

    @cached_property
    def stances(self) -> Mapping[str, Position]:
        """The position that something said takes, by the id of what was said."""
        return {position.said: position for claim in self.answer.claims for position in claim.positions}

    @cached_property
    def novelty_of(self) -> Mapping[str, tuple[Novelty, ...]]:
        """What each sentence of a report brings."""
        return grouped((one.report, one) for one in self.answer.novelty)

    @cached_property
    def reuse_of(self) -> Mapping[str, tuple[Reuse, ...]]:
        """The passages of a report that stand in earlier ones."""
        return grouped((one.report, one) for one in self.answer.reuse)

    @cached_property
    def reused_from(self) -> Mapping[str, tuple[Reuse, ...]]:
        """The passages of later reports that stand in a report."""
        return grouped((one.source, one) for one in self.answer.reuse)

    @cached_property
    def about(self) -> Mapping[str, tuple[Said, ...]]:
        """What was said in whose content an entity is named."""
        return {entity: tuple(dict.fromkeys(found)) for entity, found in grouped(self._about()).items()}

    def _about(self) -> Iterator[tuple[str, Said]]:
        for report, said in self.said_in.items():
            entities = self.answer.mentions.get(report, ())
            named = list(zip(self.analyses[report].mentions, entities, strict=False))
            for one in said:
                yield from (
                    (entity, one)
                    for mention, entity in named
                    if entity and any(span.contains(mention.span) for span in one.attribution.content)
                )

    @cached_property
    def starts(self) -> Mapping[str, list[int]]:
        """Where the sentences of a report begin."""
        return {id_: [s.span.start for s in analysis.sentences] for id_, analysis in self.analyses.items()}

    def sentence_at(self, report: str, place: int) -> Sentence | None:
        """The sentence that holds a place, or else the one before it."""
        at = bisect_right(self.starts[report], place) - 1
        return self.analyses[report].sentences[at] if at >= 0 else None

    @cached_property
    def claims_by_story(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of each story, in a fixed order."""
        found = grouped(
            (story, claim) for report, claims in sorted(self.claims_of.items()) for claim in claims
            for story in (self.story_of[report].id if report in self.story_of else None,) if story
        )  # fmt: skip
        return {**{story: tuple(dict.fromkeys(claims)) for story, claims in found.items()}, ALL: self.answer.claims}

    @cached_property
    def newest_of_claim(self) -> Mapping[str, str | None]:
        """The latest date on which a claim was made."""
        return {claim.id: self._newest(claim) for claim in self.answer.claims}

    def _newest(self, claim: Claim) -> str | None:
        dates = [date for id_ in claim.said if (date := self.date_of(self.said[id_]))]
        return max((d for d in dates if sort_key(d)[0].year < 9999), key=sort_key, default=None)

    def story(self, id_: str) -> Story:
        """The story of that id. Raises NotFoundError."""
        return known(self.stories, id_, "story")

    def claim(self, id_: str) -> Claim:
        """The claim of that id. Raises NotFoundError."""
        return known(self.claims, id_, "claim")


def known(table: Mapping[str, Value], id_: str, what: str) -> Value:
    """What stands under an id. Raises NotFoundError."""
    if id_ not in table:
        raise NotFoundError(f"no {what} {shown(id_, 80)!r}")
    return table[id_]


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """The second of each pair, under the first."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


class Library:
    """The contents of a store as it stands now; built anew only when the store has changed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = threading.Lock()
        self._contents: Contents | None = None

    def contents(self) -> Contents:
        """The contents of this moment; whoever asks while they are being built waits."""
        revision = self.store.revision()
        with self._lock:
            if self._contents is None or self._contents.revision < revision:
                revision = self.store.revision()
                self._contents = Contents(answer_of(self.store), revision)
            return self._contents
