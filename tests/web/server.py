"""A server of the pages for tests, on a port of its own, and the addresses of every page over a store."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from firsthand import pipeline
from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.contents import ALL, Contents, Library
from firsthand.web.rendering import path
from firsthand.web.security import Access

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(frozen=True)
class Served:
    """A server under way."""

    address: str
    library: Library


@contextmanager
def served(store: Store) -> Iterator[Served]:
    """Serves a store until the end of the block."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    app = make_app(store, Access(port=port), pipeline.analyse_fast)
    app.state.library.contents()
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Served(f"http://127.0.0.1:{port}", app.state.library)
    server.should_exit = True
    thread.join(5)


def pages_of(server: Served) -> dict[str, str]:
    """A name and address for every kind of page."""
    contents: Contents = server.library.contents()
    story = max(contents.stories.values(), key=lambda s: (s.id != ALL, len(s.reports))).id
    claim = max(contents.answer.claims, key=lambda c: (c.contested, len(c.said)))
    report = max(contents.reuse_of, key=lambda id_: len(contents.reuse_of[id_]))
    other = contents.reuse_of[report][0].source
    actor = max(contents.said_by, key=lambda id_: len(contents.said_by[id_]))
    parts = ("claims", "matrix", "timeline", "origins", "new", "reports")
    return {
        "stories": "/",
        "story": path("stories", story),
        **{f"story-{part}": path("stories", story, part) for part in parts},
        "claim": path("claims", claim.id),
        "report": path("reports", report),
        "beside": path("reports", report, "beside", other),
        "actors": "/actors",
        "actor": path("actors", actor),
        "search": "/search?q=" + path(contents.name(actor).split()[-1])[1:],
        "judgements": "/judgements",
        "read": "/read",
    }


def sample_folder() -> Path:
    """The bundled sample."""
    from importlib import resources

    return Path(str(resources.files("firsthand.sample"))) / "reports"
