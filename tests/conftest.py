"""The bundled sample, read once for all tests that ask what is known across its reports."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from firsthand.answer.build import answer_of
from firsthand.answer.lookup import Lookup
from firsthand.answer.reading import read_and_compare
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse
from firsthand.records import Answer
from firsthand.store import Store

SAMPLE = Path(str(resources.files("firsthand.sample"))) / "reports"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("sample") / "sample.db") as store:
        assert not read_and_compare([SAMPLE], store, analyse, Options()).failed
        yield store


@pytest.fixture(scope="session")
def sample_answer(sample_store: Store) -> Answer:
    return answer_of(sample_store)


@pytest.fixture(scope="session")
def sample_lookup(sample_answer: Answer) -> Lookup:
    return Lookup(sample_answer)
