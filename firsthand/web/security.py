"""What stands between the outside and the pages: who may ask, from where, how much, and what a browser may run."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.errors import UsageError
from firsthand.web.failing import failure_response

LOOPBACK = ("127.0.0.1", "localhost", "::1")
COOKIE = "firsthand_token"
MAX_UPLOAD = 50_000_000
MAX_FORM = 100_000
_SAFE = ("GET", "HEAD", "OPTIONS")
_OPEN = ("/static/", "/login")

# Nothing from the network, no inline script or style, no framing; forms lead back to us.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Where the server listens, and the token that others than this machine need."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None

    def checked(self) -> Access:
        """This, if it is safe. Raises UsageError for another host than loopback without a token."""
        if self.host not in LOOPBACK and not self.token:
            raise UsageError(f"--host {self.host} lets others in: give --token too, which they will need")
        if self.token is not None and len(self.token) < 8:
            raise UsageError("--token is too short; take at least 8 letters and digits")
        return self


class Guard:
    """Lets a request through or answers it with why not; puts the headers on every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI entry."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = refused(scope, self.access)
        app = self.app if refusal is None else refusal
        body = Body(receive, limit_for(scope["path"]))
        await app(scope, body.receive, body.answering(scope, _with_headers(send)))


def refused(scope: Scope, access: Access) -> Response | None:
    """Why a request is not let through, if so."""
    headers, path = Headers(scope=scope), scope["path"]
    if access.token is None and not _known_host(headers.get("host", ""), access.host):
        return failure_response(path, 421, "host_unknown", "this server answers only under the name of this machine")
    if scope["method"] not in _SAFE and not same_origin(headers):
        return failure_response(path, 403, "other_origin", "what changes something must come from these pages")
    if int_of(headers.get("content-length")) > limit_for(path):
        return failure_response(path, 413, "too_large", "more was sent than is taken")
    if access.token is not None and not path.startswith(_OPEN) and not has_token(headers, access.token):
        return failure_response(path, 401, "token_needed", "a token is needed")
    return None


def _known_host(host: str, bound: str) -> bool:
    """Whether a Host header names this machine: a page elsewhere whose name was turned to 127.0.0.1 does not."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return name in (*LOOPBACK, bound)


def same_origin(headers: Headers) -> bool:
    """Whether a request comes from our own pages, or from no page at all (a program)."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    if origin is None:
        return True
    return origin != "null" and urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def has_token(headers: Headers, token: str) -> bool:
    """Whether the request carries the token, in its header or cookie."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and equal(given.strip(), token):
        return True
    try:
        cookie = SimpleCookie(headers.get("cookie", "")[:8000]).get(COOKIE)
    except CookieError:
        return False
    return cookie is not None and equal(cookie.value, token)


def equal(given: str, token: str) -> bool:
    """Compares in the same time wherever they differ."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode("utf-8"))


def limit_for(path: str) -> int:
    """How many bytes a request may send."""
    return MAX_UPLOAD if path in ("/read", "/api/v1/read") else MAX_FORM


def int_of(value: str | None) -> int:
    """A number from a header; 0 for none."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else 0


class TooLargeError(Exception):
    """More was sent than is taken."""


class Body:
    """What a request sends, up to a limit, whatever its header said; past it the answer is that it is too much."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    async def receive(self) -> Message:
        """The next piece. Raises TooLargeError beyond the limit."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLargeError
        return message

    def answering(self, scope: Scope, send: Send) -> Send:
        """Sends the answer, or once too much was sent that one in its place."""
        answered = False

        async def sending(message: Message) -> None:
            nonlocal answered
            if self._left >= 0:
                await send(message)
            elif not answered:
                answered = True
                failed = failure_response(scope["path"], 413, "too_large", "more was sent than is taken")
                await failed(scope, self._receive, send)

        return sending


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
