"""One shape for every error: JSON for programs, a short page for people."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi.responses import HTMLResponse, JSONResponse
from starlette.responses import Response

from firsthand.web.contents import shown


@dataclass(frozen=True, slots=True)
class ErrorBody:
    """What went wrong: HTTP status, a word for programs, a line for people."""

    status: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """The one shape of errors."""

    error: ErrorBody


def failure_response(path: str, status: int, code: str, message: str) -> Response:
    """The answer to a request that failed."""
    message = shown(message, 300)
    if path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "code": code, "message": message}}, status)
    from firsthand.web.rendering import render

    return HTMLResponse(render("error.html", {"status": status, "message": message, "code": code}), status)
