"""Clients of the pages: over the sample, and over an answer in which every text is hostile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile import hostile_answer
from starlette.testclient import TestClient
from web.server import sample_folder

from firsthand.answer.reading import read_and_compare
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse_fast
from firsthand.records import Answer
from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.contents import Contents
from firsthand.web.security import Access

LOCAL = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, read once; whoever changes it puts it back."""
    with Store.open(tmp_path_factory.mktemp("web") / "sample.db") as store:
        read_and_compare([sample_folder()], store, analyse_fast, Options())
        yield store


@pytest.fixture(scope="session")
def client(sample_store: Store) -> Iterator[TestClient]:
    """A browser of the sample."""
    with TestClient(make_app(sample_store, analyse=analyse_fast), base_url=LOCAL, follow_redirects=False) as found:
        yield found


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[TestClient]:
    """A browser of an empty store, to be changed at will."""
    with (
        Store.open(tmp_path / "fresh.db") as store,
        TestClient(make_app(store, analyse=analyse_fast), base_url=LOCAL, follow_redirects=False) as found,
    ):
        yield found


@pytest.fixture(scope="session")
def showing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Answer], TestClient]]:
    """Makes a browser of any answer."""
    with Store.open(tmp_path_factory.mktemp("shown") / "shown.db") as store:

        def show(answer: Answer) -> TestClient:
            app = make_app(store, Access(), analyse_fast)
            app.state.library._contents = Contents(answer, 10**9)
            return TestClient(app, base_url=LOCAL, follow_redirects=False, raise_server_exceptions=True)

        yield show


@pytest.fixture(scope="session")
def hostile(showing: Callable[[Answer], TestClient]) -> TestClient:
    """A browser of hostile texts."""
    return showing(hostile_answer())
