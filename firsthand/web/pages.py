"""The pages: each asks a view and renders a template; what changes something comes as a form and leads back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Query, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from firsthand.web import api
from firsthand.web.api import Day, Id, Known, Lib, Long, Short, Ups, Words
from firsthand.web.contents import ALL, shown
from firsthand.web.drawing import draw_timeline, draw_tree
from firsthand.web.messages import Messages, chosen
from firsthand.web.rendering import path, render
from firsthand.web.security import COOKIE, equal
from firsthand.web.views import actor as actors
from firsthand.web.views import claim as claims
from firsthand.web.views import report as reports
from firsthand.web.views import search as searching
from firsthand.web.views import stories as stories_
from firsthand.web.views import story as story_
from firsthand.web.views.shared import Wanted, listed

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LANGUAGE_COOKIE = "firsthand_lang"
_FEW = Wanted(1, 8)

Number = Annotated[int, Query(ge=1, le=1_000_000)]


def wanted(page: Number = 1) -> Wanted:
    """Which page of a list is asked for; 30 rows keep a page small."""
    return Wanted(page, 30)


Which = Annotated[Wanted, Depends(wanted)]


def words_of(request: Request) -> Messages:
    """The language of the page."""
    asked, kept = request.query_params.get("lang"), request.cookies.get(LANGUAGE_COOKIE)
    return chosen(asked, kept, request.headers.get("accept-language"))


def page(request: Request, template: str, **values: Any) -> HTMLResponse:
    """A page in the reader's language."""
    params = {key: value[:500] for key, value in request.query_params.items() if key != "lang"}
    own = {"here": request.url.path, "params": params, "signed": COOKIE in request.cookies}
    return HTMLResponse(render(template, {**own, **values}, words_of(request)))


def to(address: str) -> RedirectResponse:
    """On to another page, after something was changed."""
    return RedirectResponse(address, 303)


# --- stories --------------------------------------------------------------------------------------------


@router.get("/")
def home(
    request: Request, library: Lib, contents: Known,
    asked: Annotated[stories_.StoryFilter, Depends(api.story_filter)], which: Which,
) -> HTMLResponse:  # fmt: skip
    """The list of stories."""
    lines = stories_.story_lines(contents, asked, which, searching.reports_with(library.store, asked.q))
    return page(
        request, "stories.html", lines=lines, asked=asked, outlets=stories_.outlet_names(contents),
        everything=stories_.story_line(contents, contents.story(ALL)), sorts=stories_.SORTS, q=asked.q,
    )  # fmt: skip


def story_page(request: Request, contents: Known, id_: str, tab: str, **values: Any) -> HTMLResponse:
    """One of the pages of a story."""
    line = stories_.story_line(contents, contents.story(id_))
    return page(request, f"story_{tab}.html", story=line, tab=tab, **values)


@router.get("/stories/{id}")
def story(request: Request, contents: Known, id: Id) -> HTMLResponse:
    """A story in brief."""
    return story_page(
        request, contents, id, "overview", reports=story_.report_lines(contents, id, _FEW),
        claims=story_.claim_lines(contents, id, "contested", Wanted(1, 6)), changes=story_.changes(contents, id, 6),
        drawing=draw_tree(story_.origin_tree(contents, id, 16)), strip=draw_timeline(story_.moments(contents, id)),
    )  # fmt: skip


@router.get("/stories/{id}/claims")
def story_claims(
    request: Request, contents: Known, id: Id, which: Which,
    sort: Annotated[str, Query(pattern="^(contested|newest|repeated)$")] = "contested",
) -> HTMLResponse:  # fmt: skip
    """The claims of a story."""
    lines = story_.claim_lines(contents, id, sort, which)
    return story_page(request, contents, id, "claims", lines=lines, sort=sort, sorts=story_.CLAIM_SORTS)


@router.get("/stories/{id}/matrix")
def story_matrix(request: Request, contents: Known, id: Id) -> HTMLResponse:
    """Who says what."""
    return story_page(
        request, contents, id, "matrix", matrix=story_.matrix(contents, id), changes=story_.changes(contents, id, 30)
    )


@router.get("/stories/{id}/timeline")
def story_timeline(
    request: Request, contents: Known, id: Id, which: Which, since: Day = "", until: Day = ""
) -> HTMLResponse:
    """The timeline; since and until zoom in."""
    found = story_.moments(contents, id, since, until)
    lines = story_.moment_lines(contents, found, which)
    return story_page(
        request, contents, id, "timeline", lines=lines, strip=draw_timeline(found), since=since, until=until
    )


@router.get("/stories/{id}/origins")
def story_origins(request: Request, contents: Known, id: Id) -> HTMLResponse:
    """The origin tree."""
    tree = story_.origin_tree(contents, id)
    names = {node.id: node.name for node in tree.nodes}
    return story_page(request, contents, id, "origins", tree=tree, names=names, drawing=draw_tree(tree))


@router.get("/stories/{id}/new")
def story_new(request: Request, contents: Known, id: Id, which: Which, since: Day = "") -> HTMLResponse:
    """What is new since a date."""
    lines = story_.new_since(contents, id, since, Wanted(which.page, 10))
    return story_page(request, contents, id, "new", lines=lines, since=since)


@router.get("/stories/{id}/reports")
def story_reports(request: Request, contents: Known, id: Id, which: Which) -> HTMLResponse:
    """The reports of a story."""
    return story_page(request, contents, id, "reports", lines=story_.report_lines(contents, id, which))


# --- claims, reports, actors, search --------------------------------------------------------------------


@router.get("/claims/{id}")
def claim(request: Request, contents: Known, id: Id, which: Which) -> HTMLResponse:
    """One claim."""
    return page(request, "claim.html", found=claims.claim_page(contents, id, Wanted(which.page, 20)))


@router.get("/reports/{id}")
def report(
    request: Request, contents: Known, id: Id, which: Which,
    at: Annotated[int | None, Query(ge=0, le=10**9)] = None,
    window: Annotated[int, Query(ge=1, le=10**6)] = 1,
) -> HTMLResponse:  # fmt: skip
    """One report with its layers."""
    found = reports.report_page(contents, id, at, window, which)
    return page(request, "report.html", found=found, at=at, layers=reports.LAYERS)


@router.get("/reports/{id}/beside/{other}")
def beside(request: Request, contents: Known, id: Id, other: Id) -> HTMLResponse:
    """Two reports side by side."""
    return page(request, "beside.html", found=reports.beside(contents, id, other))


@router.get("/actors")
def all_actors(request: Request, contents: Known, which: Which, q: Words = "") -> HTMLResponse:
    """The list of actors."""
    return page(request, "actors.html", lines=actors.actor_lines(contents, q, which), asked=q)


@router.get("/actors/{id:path}")
def actor(
    request: Request, contents: Known, id: Long, which: Which,
    show: Annotated[str, Query(pattern="^(by|about)$")] = "by", near: Short = "",
) -> HTMLResponse:  # fmt: skip
    """One actor."""
    found = actors.actor_page(contents, id, show, Wanted(which.page, 20))
    others = actors.actor_lines(contents, near, Wanted(1, 10)).items if near.strip() else ()
    return page(request, "actor.html", found=found, near=near, others=[one for one in others if one.id != id])


@router.get("/search")
def search(request: Request, library: Lib, contents: Known, which: Which, q: Words = "") -> HTMLResponse:
    """Search over all."""
    found = searching.search(contents, library.store, q, Wanted(which.page, 20))
    return page(request, "search.html", found=found, q=q)


# --- judgements -----------------------------------------------------------------------------------------


@router.get("/judgements")
def judgements(request: Request, library: Lib, which: Which) -> HTMLResponse:
    """What was decided, and undo."""
    rows = library.store.judgements(undone=True)[::-1]
    return page(request, "judgements.html", lines=listed(rows, which, actors.judgement_line))


@router.post("/judgements")
def judge(
    library: Lib, contents: Known,
    subject: Annotated[str, Form(max_length=20)], left: Annotated[str, Form(max_length=1000)],
    right: Annotated[str, Form(max_length=1000)], verdict: Annotated[str, Form(max_length=20)],
    reason: Annotated[str, Form(max_length=1000)] = "",
) -> RedirectResponse:  # fmt: skip
    """Decides, and shows the list."""
    decided = api.Decision(subject, left, right, verdict, reason)
    added = library.store.add_judgement(api.judgement_of(contents, decided))
    return to(f"/judgements?done={added.id}")


@router.post("/judgements/{id}/undo")
def undo(library: Lib, id: api.Number) -> RedirectResponse:
    """Takes a decision back, and shows the list."""
    return to(f"/judgements?done={library.store.undo(id).id}")


# --- reading, signing in --------------------------------------------------------------------------------


@router.get("/read")
def reading_form(request: Request, library: Lib, which: Which) -> HTMLResponse:
    """Where files are dropped, and what failed before."""
    rows = [(shown(one.path, 120), shown(one.reason)) for one in library.store.failures()]
    return page(request, "read.html", failed=listed(rows, which, lambda row: row), job=None)


@router.post("/read")
def read(uploads: Ups, files: Annotated[list[UploadFile], File(max_length=api.MOST_SENT)]) -> RedirectResponse:
    """Takes files in and shows how far their reading has come."""
    job = uploads.start((file.filename or "report.txt", file.file) for file in files)
    return to(path("read", job.id))


@router.get("/read/{id}")
def reading(request: Request, uploads: Ups, id: Id) -> HTMLResponse:
    """How far a reading has come."""
    return page(request, "reading.html", job=uploads.line(id))


@router.get("/login")
def login_form(request: Request) -> HTMLResponse:
    """Where the token is given."""
    return page(request, "login.html", wrong=False)


@router.post("/login")
def login(request: Request, token: Annotated[str, Form(max_length=1000)]) -> Any:
    """Keeps the token in a cookie that no script can read and no other site can send."""
    expected = request.app.state.access.token
    if expected is None or not equal(token.strip(), expected):
        answer = page(request, "login.html", wrong=True)
        answer.status_code = 401
        return answer
    response = to("/")
    response.set_cookie(COOKIE, expected, httponly=True, samesite="strict", max_age=30 * 24 * 3600)
    return response
