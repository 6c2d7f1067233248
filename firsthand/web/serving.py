"""``firsthand serve``: the pages of a store, until Ctrl-C."""

from __future__ import annotations

from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.contents import ALL, Contents
from firsthand.web.security import Access
from firsthand.web.views.shared import Wanted
from firsthand.web.views.stories import StoryFilter, story_lines
from firsthand.web.views.story import changes, matrix, moments, origin_tree


def serve(store: Store, access: Access) -> None:
    """Listens where the access says; comes back when stopped."""
    import uvicorn

    app = make_app(store, access)
    warm(app.state.library.contents())
    uvicorn.run(
        app, host=access.host, port=access.port, log_level="warning", server_header=False, proxy_headers=False,
        timeout_keep_alive=10, limit_concurrency=100,
    )  # fmt: skip


def warm(contents: Contents) -> None:
    """Makes the tables of contents that the first reader would wait for."""
    story_lines(contents, StoryFilter(), Wanted())
    matrix(contents, ALL)
    changes(contents, ALL)
    origin_tree(contents, ALL)
    moments(contents, ALL)
