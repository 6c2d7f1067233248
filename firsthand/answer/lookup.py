"""Finding one's way in an answer: by id, by name, by report. What commands, pages and exports show is asked here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from firsthand.answer.dates import sort_key
from firsthand.answer.wording import shortened
from firsthand.errors import NotFoundError
from firsthand.records import Analysis, Answer, Claim, Dating, Entity, Report, Said, Story

SHORTEST_ID = 3


class Lookup:
    """An answer with its tables of contents, each made when first asked for."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    @cached_property
    def analyses(self) -> Mapping[str, Analysis]:
        """Analyses by report."""
        return {analysis.report.id: analysis for analysis in self.answer.analyses}

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """What was said, by id."""
        return {said.id: said for said in self.answer.said}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.answer.entities}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.answer.claims}

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        """The claim that something said belongs to, by the id of what was said."""
        return {said: claim for claim in self.answer.claims for said in claim.said}

    @cached_property
    def said_in(self) -> Mapping[str, tuple[Said, ...]]:
        """What was said, by report."""
        return _grouped((said.report, said) for said in self.answer.said)

    @cached_property
    def said_by(self) -> Mapping[str, tuple[Said, ...]]:
        """What was said, by the entity that said it."""
        return _grouped((said.speaker, said) for said in self.answer.said if said.speaker)

    @cached_property
    def story_of(self) -> Mapping[str, Story]:
        """The story of a report."""
        return {report: story for story in self.answer.stories for report in story.reports}

    @cached_property
    def reports_of(self) -> Mapping[str, tuple[str, ...]]:
        """The reports that mention an entity, earliest first."""
        found: dict[str, set[str]] = defaultdict(set)
        for report, ids in self.answer.mentions.items():
            for entity in ids:
                found[entity].add(report)
        return {entity: tuple(self.by_date(reports)) for entity, reports in found.items()}

    def report(self, id_: str) -> Report:
        """The report of that id."""
        return self.analyses[id_].report

    def dating(self, report: str) -> Dating:
        """When a report was published, as far as anybody can tell."""
        return self.answer.datings.get(report) or Dating(report, None)

    def date_of(self, said: Said) -> str | None:
        """When something was said; where nothing tells, when it was published."""
        return said.said or self.dating(said.report).value

    def by_date(self, reports: Iterable[str]) -> list[str]:
        """Reports in the order in which they were published, those of unknown date last."""
        return sorted(reports, key=lambda report: (*sort_key(self.dating(report).value), report))

    def name(self, entity: str | None, language: str | None = None) -> str:
        """The name of an entity that is the most frequent in the language, or else in any; a person's in full."""
        found = self.entities.get(entity or "")
        if found is None:
            return "unknown"
        names = [name for code, name in found.names if code == language] or [name for _, name in found.names]
        full = [name for name in names if " " in name] if found.type == "PER" else []
        return (full or names)[0]

    def outlet(self, report: str) -> str:
        """Who published a report."""
        return self.report(report).outlet or "outlet unknown"

    def title(self, report: str) -> str:
        """The title of a report, or the first words of its news text."""
        analysis = self.analyses[report]
        if analysis.report.title:
            return " ".join(analysis.report.title.split())
        first = analysis.sentences[0].span.of(analysis.report.text) if analysis.sentences else analysis.report.text
        return shortened(" ".join(first.split()), 120)

    def who_said(self, said: Said) -> str:
        """The speaker by name, or by the words that name the source."""
        if said.speaker in self.entities:
            return self.name(said.speaker, said.language)
        attribution = said.attribution
        if attribution.speaker:
            return attribution.speaker
        return attribution.source.of(self.report(said.report).text) if attribution.source else "source not named"

    def find_report(self, words: str) -> str:
        """A report by the beginning of its id, or by a part of its path or title. Raises NotFoundError."""
        return only_one(self.analyses, words, "report", lambda id_: f"{self.report(id_).path}\n{self.title(id_)}")

    def find_claim(self, words: str) -> Claim:
        """A claim by the beginning of its id, or by words of its gist. Raises NotFoundError."""
        return self.claims[only_one(self.claims, words, "claim", lambda id_: self.claims[id_].gist)]

    def find_story(self, words: str) -> Story:
        """A story by the beginning of its id, or by words of its title. Raises NotFoundError."""
        stories = {story.id: story for story in self.answer.stories}
        return stories[only_one(stories, words, "story", lambda id_: stories[id_].title)]

    def find_entities(self, name: str) -> list[Entity]:
        """Entities of that name, in any of the languages, the most mentioned first."""
        from firsthand.names.linking import lookup_keys

        keys, plain = lookup_keys(name), name.casefold().strip()
        found = [e for e in self.answer.entities if e.id == name or _is_named(e, plain) or keys & set(_bare(e.keys))]
        return sorted(found, key=lambda e: (-len(self.reports_of.get(e.id, ())), e.id))


def only_one(ids: Iterable[str], words: str, what: str, text_of: Callable[[str], str]) -> str:
    """The one id that words stand for: its beginning, or a part of its text. Raises NotFoundError."""
    ids = list(ids)
    wanted = " ".join(words.casefold().split())
    found = [id_ for id_ in ids if id_ == words]
    if not found and len(words) >= SHORTEST_ID:
        found = [id_ for id_ in ids if id_.startswith(words)]
    if not found and wanted:
        found = [id_ for id_ in ids if wanted in text_of(id_).casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no {what} {words!r}")
    some = ", ".join(sorted(found)[:5])
    raise NotFoundError(f"{words!r} may be {len(found)} {what}s: {some}{' ...' if len(found) > 5 else ''}")


def _bare(keys: Iterable[str]) -> Iterable[str]:
    """Keys without the report that some are confined to."""
    return (key.split("@@", 1)[0] for key in keys)


def _is_named(entity: Entity, plain: str) -> bool:
    """Whether the words are one of the names, or (a surname) whole words of one."""
    return any(f" {plain} " in f" {name.casefold()} " for _, name in entity.names)


def _grouped(pairs: Iterable[tuple[str, Said]]) -> dict[str, tuple[Said, ...]]:
    found: dict[str, list[Said]] = defaultdict(list)
    for key, said in pairs:
        found[key].append(said)
    return {key: tuple(values) for key, values in found.items()}
