"""How fast pages answer and how much they send, over a store of 10,000 generated reports: ``python -m benchmarks.web``.

Reports and what is known of them are made up without reading (reading is measured elsewhere): words of a small
vocabulary, statements, claims, reuse. Each page is asked for many times with different ids; the first request of a
kind, which fills tables of contents, is told apart. Fails if a median is over 200 ms or a page over 500 kB.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from firsthand.records import (
    Analysis,
    Answer,
    Attribution,
    Chain,
    Claim,
    Dating,
    Entity,
    Event,
    Mention,
    Novelty,
    Origins,
    Position,
    Quantity,
    Report,
    Reuse,
    Said,
    Sentence,
    Span,
    Story,
)  # fmt: skip
from firsthand.store import Store
from firsthand.web.app import make_app
from firsthand.web.contents import Contents
from firsthand.web.rendering import path
from firsthand.web.serving import warm

WORDS = [
    "порт", "контейнер", "судно", "міністр", "заявив", "корабль", "груз", "министр", "сообщил", "заперечив",
    "речниця", "поставка", "зброя", "вантаж", "доповідь", "комісія", "президент", "уряд", "документ", "супутник",
    "знімок", "знімки", "рейс", "причал", "митниця", "слідство", "угода", "партнер", "експорт", "санкції",
]  # fmt: skip
SENTENCES, SAYERS, MEDIAN, LARGEST = 14, 400, 0.2, 500_000


def report(number: int, dice: random.Random) -> Analysis:
    """A report of some 2,000 letters, with five statements."""
    sentences, attributions, mentions, parts, at = [], [], [], list[str](), 0
    for index in range(SENTENCES):
        words = [dice.choice(WORDS) for _ in range(18)]
        text = " ".join(words) + f" {number % 97}."
        sentences.append(Sentence(Span(at, at + len(text)), ()))
        if index % 3 == 0:
            source, cue = len(words[0]), len(words[0]) + 1 + len(words[1])
            start = at + cue + 1
            attributions.append(
                Attribution(
                    Span(at, at + source), Span(at + source + 1, at + cue), (Span(start, at + len(text) - 1),),
                    dice.choice(("assert", "assert", "deny", "doubt")), "indirect", "clause", words[0],
                )
            )  # fmt: skip
            mentions.append(Mention(Span(at, at + source), "PER", words[0]))
        parts.append(text)
        at += len(text) + 1
    body = " ".join(parts)
    quantity = Quantity(Span(len(parts[0]) - 3, len(parts[0]) - 1), float(number % 97), None, "контейнер", None)
    chains = (Chain((f"Агенція {number % 7}", f"Видання {number % 60}"), "report", Span(0, 10), "medium"),)
    return Analysis(
        Report(f"r{number:06}", f"/n/{number}.txt", body, "uk" if number % 2 else "ru", f"Заголовок {number}", None,
               f"Видання {number % 60}"),
        sentences=tuple(sentences), mentions=tuple(mentions), quantities=(quantity,),
        attributions=tuple(attributions), chains=chains,
    )  # fmt: skip


def answer(count: int) -> Answer:
    """Reports in stories of fifty, claims of about six statements, reuse between neighbours."""
    dice = random.Random(7)  # noqa: S311 - made the same each time
    analyses = tuple(report(number, dice) for number in range(count))
    day = {a.report.id: (date(2024, 1, 1) + timedelta(n % 700)).isoformat() for n, a in enumerate(analyses)}
    actors = [f"per:actor-{number}" for number in range(SAYERS)]
    said = tuple(
        Said(f"{a.report.id}:{n}", a.report.id, n, a.report.language, found, found.content[0].of(a.report.text),
             actors[dice.randrange(SAYERS)], day[a.report.id], ())
        for a in analyses for n, found in enumerate(a.attributions)
    )  # fmt: skip
    claims = []
    for number in range(0, len(said), 6):
        some = said[number : number + 6]
        positions = tuple(Position(s.speaker or "", s.attribution.act, s.said, s.id) for s in some)
        contested = len({p.act for p in positions}) > 1
        claims.append(
            Claim(
                f"c{number:07}", some[0].content, tuple(s.id for s in some), Origins(1, 3, ("А",)), positions, contested
            )
        )
    pairs = [(one, two) for one, two in zip(analyses[1:], analyses, strict=False) if int(one.report.id[1:]) % 50]
    reuse = tuple(
        Reuse(one.report.id, s.span, two.report.id, two.sentences[n].span, 0.9)
        for one, two in pairs for n, s in enumerate(one.sentences[:6])
    )  # fmt: skip
    novelty = tuple(
        Novelty(a.report.id, s.span, "repeated" if n < 6 else "new")
        for a in analyses
        for n, s in enumerate(a.sentences)
    )
    ids = [a.report.id for a in analyses]
    stories = tuple(Story(f"s{n}", f"Сюжет {n}", tuple(ids[n : n + 50])) for n in range(0, count, 50))
    events = tuple(Event(f"e{n}", "подія", day[ids[n]], "порт", (), (), (ids[n],)) for n in range(0, count, 10))
    return Answer(
        analyses, {id_: Dating(id_, value) for id_, value in day.items()},
        tuple(Entity(id_, "PER", (("uk", f"Особа {n}"), ("ru", f"Лицо {n}")), (id_,)) for n, id_ in enumerate(actors)),
        {a.report.id: tuple(dice.choice(actors) for _ in a.mentions) for a in analyses}, said, tuple(claims), (), reuse,
        novelty, stories, events,
    )  # fmt: skip


def pages(found: Answer, dice: random.Random) -> dict[str, str]:
    """One address of each kind of page, with ids drawn by chance."""
    story, report_ = dice.choice(found.stories).id, dice.choice(found.analyses[1:]).report.id
    parts = ("claims", "matrix", "timeline", "origins", "new", "reports")
    before = f"r{int(report_[1:]) - 1:06}"
    return {
        "stories": f"/?page={dice.randrange(1, 7)}&sort={dice.choice(('newest', 'reports', 'origins', 'repeated'))}",
        "stories with words": f"/?q={dice.choice(WORDS)}+{dice.choice(WORDS)}",
        "story": path("stories", story),
        **{f"story {part}": path("stories", story, part) for part in parts},
        "all": "/stories/all",
        **{f"all {part}": path("stories", "all", part) for part in parts},
        "claim": path("claims", dice.choice(found.claims).id),
        "report": path("reports", report_),
        "beside": path("reports", report_, "beside", before),
        "actors": f"/actors?page={dice.randrange(1, 10)}",
        "actor": path("actors", dice.choice(found.entities).id),
        "search": f"/search?q={dice.choice(WORDS)}+{dice.choice(WORDS)}",
        "api claims": f"/api/v1/claims?page={dice.randrange(1, 100)}",
        "api report": f"/api/v1/reports/{report_}",
    }


def measure(client: TestClient, found: Answer, times: int) -> bool:
    """Prints a line a kind of page; whether all were quick and small enough."""
    dice, good = random.Random(1), True  # noqa: S311 - drawn the same each time
    print(f"{'page':<20} {'first ms':>9} {'median ms':>9} {'worst ms':>9} {'kB':>6}")
    for name in pages(found, dice):
        spent, largest = [], 0
        for _ in range(times):
            start = time.perf_counter()
            response = client.get(pages(found, dice)[name])
            spent.append(time.perf_counter() - start)
            largest = max(largest, len(response.content))
            good &= response.status_code == 200
        middle = median(spent[1:])
        good &= middle < MEDIAN and largest < LARGEST
        print(
            f"{name:<20} {spent[0] * 1e3:>9.0f} {middle * 1e3:>9.0f} {max(spent[1:]) * 1e3:>9.0f} {largest / 1e3:>6.0f}"
        )
    return good


def main() -> None:
    """Makes the store, asks for the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=15)
    arguments = parser.parse_args()
    found = answer(arguments.reports)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        for analysis in found.analyses:
            store.put(analysis, analysis.report.id)
        app = make_app(store)
        app.state.library._contents = Contents(found, store.revision())
        start = time.perf_counter()
        warm(app.state.library.contents())
        print(f"tables of contents of {len(found.analyses)} reports: {time.perf_counter() - start:.1f} s")
        good = measure(TestClient(app, base_url="http://127.0.0.1:8765"), found, arguments.times)
    if not good:
        sys.exit("too slow, too large, or not answered")


if __name__ == "__main__":
    main()
