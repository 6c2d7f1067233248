"""REST under /api/v1: all that the pages show, as JSON; every list a page at a time, every error in one shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, File, Path, Query, Request, UploadFile

from firsthand import __version__
from firsthand.answer.judging import decision
from firsthand.errors import NotFoundError
from firsthand.records import Judgement
from firsthand.web.contents import ALL, Contents, Library
from firsthand.web.failing import Problem
from firsthand.web.uploads import FailureLine, JobLine, Uploads
from firsthand.web.views import actor as actors
from firsthand.web.views import claim as claims
from firsthand.web.views import report as reports
from firsthand.web.views import search as searching
from firsthand.web.views import stories as stories_
from firsthand.web.views import story as story_
from firsthand.web.views.shared import ClaimLine, Listed, Passage, ReportLine, Wanted, listed, passage, report_line

MOST_SENT = 300  # files in one request, more than are taken at once, so that the rest can be named

Id = Annotated[str, Path(min_length=1, max_length=200)]
Long = Annotated[str, Path(min_length=1, max_length=1000)]
Words = Annotated[str, Query(max_length=searching.LONGEST, description="Words in whatever form, uk, ru or en.")]
Short = Annotated[str, Query(max_length=100)]
Day = Annotated[str, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$", description="As 2025, 2025-03 or 2025-03-04.")]
Number = Annotated[int, Path(ge=1, le=2**53)]

ERRORS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "description": words}
    for code, words in (
        (400, "The request cannot be read."), (401, "A token is needed."), (403, "It came from another origin."),
        (404, "There is no such thing."), (413, "Too much was sent."), (422, "A value is out of bounds."),
        (503, "The store cannot be used."),
    )
}  # fmt: skip
router = APIRouter(prefix="/api/v1", responses=ERRORS)


def wanted(
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1, per_page: Annotated[int, Query(ge=1, le=200)] = 50
) -> Wanted:
    """Which page of a list is asked for."""
    return Wanted(page, per_page)


def contents_of(request: Request) -> Contents:
    """What the store says now."""
    library: Library = request.app.state.library
    return library.contents()


def library_of(request: Request) -> Library:
    """The store and its contents."""
    library: Library = request.app.state.library
    return library


def uploads_of(request: Request) -> Uploads:
    """The readings of this server."""
    uploads: Uploads = request.app.state.uploads
    return uploads


Known = Annotated[Contents, Depends(contents_of)]
Lib = Annotated[Library, Depends(library_of)]
Ups = Annotated[Uploads, Depends(uploads_of)]
Which = Annotated[Wanted, Depends(wanted)]


@dataclass(frozen=True, slots=True)
class About:
    """What is in the store."""

    version: str
    revision: int
    reports: int
    stories: int
    claims: int
    actors: int


@router.get("/about", tags=["about"])
def about(contents: Known) -> About:
    """What is in the store, and which state of it this is."""
    answer = contents.answer
    return About(
        __version__, contents.revision, len(answer.analyses), len(answer.stories), len(answer.claims),
        len(answer.entities),
    )  # fmt: skip


# --- stories --------------------------------------------------------------------------------------------


def story_filter(
    q: Words = "",
    language: Annotated[str, Query(pattern="^(uk|ru|en)?$")] = "",
    outlet: Short = "",
    since: Day = "",
    contested: bool = False,
    sort: Annotated[str, Query(pattern="^(newest|reports|origins|repeated)$")] = "newest",
) -> stories_.StoryFilter:
    """What stories are asked for."""
    return stories_.StoryFilter(q, language, outlet, since, contested, sort)


@router.get("/stories", tags=["stories"])
def stories(
    library: Lib, contents: Known, asked: Annotated[stories_.StoryFilter, Depends(story_filter)], which: Which
) -> Listed[stories_.StoryLine]:
    """Stories, filtered and sorted. The story `all`, of every report, is not in the list."""
    return stories_.story_lines(contents, asked, which, searching.reports_with(library.store, asked.q))


@router.get("/stories/{id}", tags=["stories"])
def story(contents: Known, id: Id) -> stories_.StoryLine:
    """One story; `all` is that of every report."""
    return stories_.story_line(contents, contents.story(id))


@router.get("/stories/{id}/reports", tags=["stories"])
def story_reports(contents: Known, id: Id, which: Which) -> Listed[ReportLine]:
    """The reports of a story, earliest first."""
    return story_.report_lines(contents, id, which)


@router.get("/stories/{id}/claims", tags=["stories"])
def story_claims(
    contents: Known,
    id: Id,
    which: Which,
    sort: Annotated[str, Query(pattern="^(contested|newest|repeated)$")] = "contested",
    contested: bool = False,
) -> Listed[ClaimLine]:
    """The claims of a story."""
    return story_.claim_lines(contents, id, sort, which, contested)


@router.get("/stories/{id}/timeline", tags=["stories"])
def story_timeline(
    contents: Known, id: Id, which: Which, since: Day = "", until: Day = ""
) -> Listed[story_.MomentLine]:
    """What happened and what was reported, in order of time."""
    return story_.moment_lines(contents, story_.moments(contents, id, since, until), which)


@router.get("/stories/{id}/matrix", tags=["stories"])
def story_matrix(contents: Known, id: Id) -> story_.Matrix:
    """Who says what."""
    return story_.matrix(contents, id)


@router.get("/stories/{id}/origins", tags=["stories"])
def story_origins(contents: Known, id: Id) -> story_.OriginTree:
    """Who had it first and who carried it on."""
    return story_.origin_tree(contents, id)


@router.get("/stories/{id}/changes", tags=["stories"])
def story_changes(contents: Known, id: Id) -> tuple[story_.Change, ...]:
    """Where an actor's stance changed."""
    return story_.changes(contents, id)


@router.get("/stories/{id}/new", tags=["stories"])
def story_new(contents: Known, id: Id, which: Which, since: Day = "") -> Listed[story_.NewIn]:
    """What the reports since a date bring that no earlier one had, latest first."""
    return story_.new_since(contents, id, since, which)


# --- claims, reports, actors ----------------------------------------------------------------------------


@router.get("/claims", tags=["claims"])
def all_claims(
    contents: Known,
    which: Which,
    sort: Annotated[str, Query(pattern="^(contested|newest|repeated)$")] = "contested",
    contested: bool = False,
) -> Listed[ClaimLine]:
    """All claims."""
    return story_.claim_lines(contents, ALL, sort, which, contested)


@router.get("/claims/{id}", tags=["claims"])
def claim(contents: Known, id: Id, which: Which) -> claims.ClaimPage:
    """One claim; the paging is that of its passages."""
    return claims.claim_page(contents, id, which)


@router.get("/reports", tags=["reports"])
def all_reports(contents: Known, which: Which) -> Listed[ReportLine]:
    """All reports, earliest first."""
    return story_.report_lines(contents, ALL, which)


@router.get("/reports/{id}", tags=["reports"])
def report(
    contents: Known,
    id: Id,
    which: Which,
    at: Annotated[int | None, Query(ge=0, le=10**9, description="Choose the page of the text with this place.")] = None,
    window: Annotated[int, Query(ge=1, le=10**6, description="Page of the text.")] = 1,
) -> reports.ReportPage:
    """One report, its text in segments with the layers they stand in; the paging is that of its statements."""
    return reports.report_page(contents, id, at, window, which)


@router.get("/reports/{id}/beside/{other}", tags=["reports"])
def beside(contents: Known, id: Id, other: Id) -> reports.BesidePage:
    """Two reports with the passages that they share."""
    return reports.beside(contents, id, other)


@router.get("/passages/{id}", tags=["reports"])
def one_passage(contents: Known, id: Id) -> Passage:
    """Something said, by its id, with the passage that shows it."""
    said = contents.said.get(id)
    if said is None:
        raise NotFoundError(f"no passage {id[:40]!r}")
    return passage(contents, said)


@router.get("/actors", tags=["actors"])
def all_actors(contents: Known, which: Which, q: Words = "") -> Listed[actors.ActorLine]:
    """The actors of that name, or all; those that say most first."""
    return actors.actor_lines(contents, q, which)


@router.get("/actors/{id:path}", tags=["actors"])
def actor(
    contents: Known, id: Long, which: Which, show: Annotated[str, Query(pattern="^(by|about)$")] = "by"
) -> actors.ActorPage:
    """One actor; the paging is that of what it said, or of what was said of it."""
    return actors.actor_page(contents, id, show, which)


@router.get("/search", tags=["search"])
def search(library: Lib, contents: Known, which: Which, q: Words = "") -> searching.SearchPage:
    """Reports, actors and claims by words."""
    return searching.search(contents, library.store, q, which)


# --- judgements -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides of two things, and why."""

    subject: str
    left: str
    right: str
    verdict: str
    reason: str


Decided = Annotated[Decision, Body(examples=[{
    "subject": "entity", "left": "per:a", "right": "per:b", "verdict": "same", "reason": "one person, two spellings",
}])]  # fmt: skip


@router.get("/judgements", tags=["judgements"])
def judgements(library: Lib, which: Which, undone: bool = False) -> Listed[actors.JudgementLine]:
    """What was decided, latest first."""
    return listed(library.store.judgements(undone=undone)[::-1], which, actors.judgement_line)


@router.post("/judgements", tags=["judgements"], status_code=201)
def judge(library: Lib, contents: Known, decided: Decided) -> actors.JudgementLine:
    """Decide that two entities, claims or stories are the same, or are not."""
    return actors.judgement_line(library.store.add_judgement(judgement_of(contents, decided)))


@router.post("/judgements/{id}/undo", tags=["judgements"])
def undo(library: Lib, id: Number) -> actors.JudgementLine:
    """Take a decision back; it stays in the list."""
    return actors.judgement_line(library.store.undo(id))


def judgement_of(contents: Contents, decided: Decision) -> Judgement:
    """The judgement that a decision is. Raises UsageError if it is none."""
    from firsthand.web.judging import checked

    checked(decided.subject, decided.verdict, decided.reason)
    pair = (decided.left[:1000], decided.right[:1000])
    return decision(contents, decided.subject, pair, decided.verdict, decided.reason.strip()[:1000])


# --- reading --------------------------------------------------------------------------------------------


@router.post("/read", tags=["reading"], status_code=202)
def read(uploads: Ups, files: Annotated[list[UploadFile], File(max_length=MOST_SENT)]) -> JobLine:
    """Read reports that are sent: .txt, .html, .json, .jsonl, each with its .meta.json if there is one."""
    return uploads.start((file.filename or "report.txt", file.file) for file in files)


@router.get("/read/{id}", tags=["reading"])
def reading(uploads: Ups, id: Id) -> JobLine:
    """How far a reading has come, and what failed."""
    return uploads.line(id)


@router.get("/failures", tags=["reading"])
def failures(library: Lib, which: Which) -> Listed[FailureLine]:
    """The files that could not be read when last tried."""
    from firsthand.web.contents import shown

    rows = library.store.failures()
    return listed(rows, which, lambda one: FailureLine(shown(one.path, 200), shown(one.reason)))


__all__ = ["contents_of", "report_line", "router"]
