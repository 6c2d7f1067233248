"""``firsthand demo``: the bundled sample, read, answered and written as a page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from firsthand.answer.build import answer_of
from firsthand.answer.lookup import Lookup
from firsthand.answer.reading import read_and_compare
from firsthand.cli.progress import progress
from firsthand.cli.terminal import heading, say
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse
from firsthand.records import Answer
from firsthand.store import Store


def sample_answer() -> Answer:
    """The answer over the bundled sample reports; nothing is written."""
    folder = Path(str(resources.files("firsthand.sample"))) / "reports"
    with Store.open(":memory:") as store, progress() as report:
        read_and_compare([folder], store, analyse, Options(), report)
        return answer_of(store)


def run_demo(output: str) -> None:
    """Prints what the sample says and writes it as a page."""
    lookup = Lookup(sample_answer())
    say(f"{len(lookup.analyses)} invented reports in Ukrainian, Russian and English")
    heading("Reports")
    for report in lookup.by_date(lookup.analyses):
        say(lookup.title(report))
