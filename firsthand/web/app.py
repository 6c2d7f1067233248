"""The web application: REST, pages and static files over one store."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Awaitable, Callable
from importlib import resources

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from firsthand import __version__, pipeline
from firsthand.errors import FirsthandError
from firsthand.ingest.work import Analyse
from firsthand.store import Store
from firsthand.web import api, pages
from firsthand.web.contents import Library
from firsthand.web.failing import failure_response
from firsthand.web.messages import catalogues
from firsthand.web.security import Access, Guard
from firsthand.web.uploads import Uploads

_CODES = {404: "not_found", 405: "not_allowed", 413: "too_large", 400: "bad_request"}
Next = Callable[[Request], Awaitable[Response]]


def make_app(store: Store, access: Access | None = None, analyse: Analyse = pipeline.analyse) -> FastAPI:
    """The application over a store that is open. Raises UsageError for an access that is not safe."""
    access = (access or Access()).checked()
    app = FastAPI(
        title="firsthand", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
        description="What the news says, traced back to who said it first. Every answer carries its passages.",
    )  # fmt: skip
    app.state.library, app.state.uploads, app.state.access = Library(store), Uploads(store, analyse), access
    app.include_router(api.router)
    app.include_router(pages.router)
    folder = resources.files("firsthand.web").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(folder)), name="static")
    app.middleware("http")(_tagged)
    app.add_middleware(Guard, access=access)
    _add_handlers(app)
    return app


def _add_handlers(app: FastAPI) -> None:
    @app.exception_handler(FirsthandError)
    async def _own(request: Request, error: FirsthandError) -> Response:
        return failure_response(request.url.path, error.http_status, _code(error), str(error))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "failed")
        response = failure_response(request.url.path, error.status_code, code, str(error.detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        lines = [f"{'.'.join(str(part) for part in one['loc'][1:])}: {one['msg']}" for one in error.errors()[:3]]
        return failure_response(request.url.path, 422, "invalid", "; ".join(lines))

    @app.exception_handler(Exception)
    async def _any(request: Request, error: Exception) -> Response:
        return failure_response(request.url.path, 500, "failed", "something went wrong here")


def _code(error: FirsthandError) -> str:
    """``NotFoundError`` as ``not_found``."""
    name = type(error).__name__.removesuffix("Error")
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


# --- ETag -----------------------------------------------------------------------------------------------

_STARTED = str(time.time_ns())
_CHANGING = ("/read", "/api/v1/read", "/login")


async def _tagged(request: Request, call_next: Next) -> Response:
    """Answers 304 where the reader already has this state of the store, and keeps the language asked for."""
    tag = None if request.method != "GET" or request.url.path.startswith(_CHANGING) else _tag(request)
    if tag is not None and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    response = await call_next(request)
    if request.url.path.startswith("/static/"):
        return response
    response.headers["Cache-Control"] = "no-cache" if tag and response.status_code == 200 else "no-store"
    response.headers["Vary"] = "Accept-Language, Cookie"
    if tag is not None and response.status_code == 200:
        response.headers["ETag"] = tag
    lang = request.query_params.get("lang")
    if lang in catalogues():
        response.set_cookie(pages.LANGUAGE_COOKIE, str(lang), samesite="lax", httponly=True, max_age=365 * 24 * 3600)
    return response


def _tag(request: Request) -> str | None:
    """Stands for this state of the store under this address, in this language."""
    if request.url.path.startswith("/static/"):
        return None
    revision = request.app.state.library.store.revision()
    words = pages.words_of(request).code
    parts = (_STARTED, __version__, str(revision), words, request.url.path, request.url.query)
    return f'"{hashlib.sha256("|".join(parts).encode("utf-8", "replace")).hexdigest()[:32]}"'
