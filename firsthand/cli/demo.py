"""``firsthand demo``: the bundled sample, read, answered and written as a page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from firsthand.answer.build import answer_of
from firsthand.answer.lookup import Lookup
from firsthand.answer.reading import read_and_compare
from firsthand.answer.timeline import timeline
from firsthand.cli.progress import progress
from firsthand.cli.terminal import heading, say
from firsthand.cli.views import claims_in, say_claim, say_moments
from firsthand.cli.writing import brief_text, by_size, write
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse
from firsthand.records import Answer
from firsthand.store import Store

_SHOWN = 4  # claims of a kind on the terminal; the page has all


def sample_answer() -> Answer:
    """The answer over the bundled sample reports; nothing is written."""
    folder = Path(str(resources.files("firsthand.sample"))) / "reports"
    with Store.open(":memory:") as store, progress() as report:
        read_and_compare([folder], store, analyse, Options(), report)
        return answer_of(store)


def run_demo(output: str) -> None:
    """Prints what the sample says and writes it as a page."""
    lookup = Lookup(sample_answer())
    story = by_size(lookup)[0]
    reports = lookup.by_date(story.reports)
    languages = len({lookup.report(report).language for report in reports})
    say(f"{len(lookup.analyses)} invented reports; the largest story has {len(reports)}, in {languages} languages")
    heading("Contested claims")
    for claim in [claim for claim in claims_in(lookup, reports) if claim.contested][:_SHOWN]:
        say_claim(lookup, claim)
    heading("Repeated most, and by how many origins")
    for claim in sorted(lookup.answer.claims, key=lambda claim: -len(claim.said))[:_SHOWN]:
        say_claim(lookup, claim)
    heading("Timeline")
    say_moments(lookup, timeline(lookup, reports))
    say()
    write(brief_text(lookup, story, "html", None), output)
    say(f"Open {output} in a browser: every line there opens the passages it rests on.")
