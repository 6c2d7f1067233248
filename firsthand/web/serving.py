"""``firsthand serve``: the pages of a store, until Ctrl-C."""

from __future__ import annotations

from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.security import Access


def serve(store: Store, access: Access) -> None:
    """Listens where the access says; comes back when stopped."""
    import uvicorn

    app = make_app(store, access)
    app.state.library.contents()
    uvicorn.run(
        app, host=access.host, port=access.port, log_level="warning", server_header=False, proxy_headers=False,
        timeout_keep_alive=10, limit_concurrency=100,
    )  # fmt: skip
