"""``firsthand serve`` and ``firsthand mcp``: what needs further packages says which, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from firsthand.cli.stores import place
from firsthand.cli.terminal import err, say
from firsthand.errors import UsageError
from firsthand.store import Store


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Turns a package that is not there into the line that says how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is not installed; get it with: pip install 'firsthand[{extra}]'") from error


def run_server(store: str | None, host: str, port: int, token: str | None) -> None:
    """Serves a store until Ctrl-C; one that is not there is made, for files can be read from the pages."""
    with needing("web"):
        from firsthand.web.security import Access
        from firsthand.web.serving import serve
    access = Access(host, port, token).checked()
    with Store.open(place(store)) as opened:
        say(f"http://{f'[{host}]' if ':' in host else host}:{port}  (Ctrl-C ends)", to=err())
        serve(opened, access)


def run_mcp(store: str | None) -> None:
    """Answers on standard input and output until it is closed."""
    from firsthand.cli.stores import existing

    with needing("mcp"):
        from firsthand.mcp import serve
    with existing(store) as opened:
        serve(opened)
