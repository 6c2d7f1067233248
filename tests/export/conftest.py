"""What exports are tried on: the bundled sample, and an answer in which every text is hostile."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import hostile_answer
from web.server import sample_folder

from firsthand.answer.build import answer_of
from firsthand.answer.reading import read_and_compare
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse_fast
from firsthand.records import Answer
from firsthand.store import Store


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    """The answer over the sample."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.db"
    with Store.open(path) as store:
        read_and_compare([sample_folder()], store, analyse_fast, Options())
        return answer_of(store)


@pytest.fixture(scope="session", params=["sample", "hostile"])
def answer(request: pytest.FixtureRequest) -> Answer:
    """Both in turn."""
    if request.param == "hostile":
        return hostile_answer()
    found: Answer = request.getfixturevalue("sample")
    return found
