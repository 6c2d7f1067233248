"""What is made of each report when it is read serves comparisons and answers as if it were made anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import delete, update

from firsthand.answer import reading
from firsthand.answer.build import answer_of
from firsthand.answer.prepared import LEAD, NAMES, STATEMENTS, TELLINGS, WORDS, Kind, Shelf, decoded, kept_in
from firsthand.answer.reading import Comparer
from firsthand.export.bundle import bundle
from firsthand.pipeline import analyse_fast
from firsthand.records import Analysis, Link, Report
from firsthand.stages import reuse
from firsthand.store import Store
from firsthand.store.rows import compressed
from firsthand.store.tables import PREPARED

KINDS: tuple[Kind[Any], ...] = (LEAD, NAMES, STATEMENTS, TELLINGS, WORDS)
TEXTS = {
    "uk": (
        "Порт Вербовий закрили 12 березня через ремонт кранів. Начальниця порту Олена Верес заявила, що роботи "
        "почнуться у вівторок. «Перевірять чотирнадцять кранів», – сказала вона."
    ),
    "ru": (
        "Порт Вербовый закрыли на неделю из-за ремонта кранов. Начальница порта Елена Верес заявила, что работы "
        "начнутся во вторник. Директор завода Пётр Лан отрицает, что краны неисправны."
    ),
    "en": (
        "The port of Verbovyi was closed on 12 March for repairs. Olena Veres, head of the port, said that work would "
        "begin on Tuesday. Petro Lan denied that the cranes were broken."
    ),
}
LATER = (
    "Начальниця порту Олена Верес заявила, що роботи почнуться у вівторок. Порт Вербовий закрили 12 березня через "
    "ремонт кранів, повідомили «Портові вісті»."
)


def analysis(id_: str, text: str, language: str = "uk") -> Analysis:
    return analyse_fast(Report(id_, f"{id_}.txt", text, language))


def take_in(store: Store, comparer: Comparer, taken: Analysis) -> tuple[Link, ...]:
    postings = comparer.postings(taken)
    links = comparer.links(taken, postings)
    store.put(taken, taken.report.id, postings, None, links, comparer.prepared(taken))
    return links


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        comparer = Comparer(opened)
        for language, text in TEXTS.items():
            take_in(opened, comparer, analysis(f"report-{language}", text, language))
        yield opened


def damage(store: Store, how: Any) -> None:
    with store._engine.begin() as connection:
        connection.execute(how)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_the_store_keeps_is_what_would_be_made_anew(store: Store, kind: Kind[Any]) -> None:
    reports = [found.report.id for found in store.analyses()]
    assert set(store.prepared(kind.name, reports)) == set(reports)
    find = kept_in(store)(kind, store.analyses())
    for known in store.analyses():
        assert find(known.report.id) == kind.make(known)


WAYS = {
    "nothing is kept": delete(PREPARED),
    "another version made it": update(PREPARED).values(made_by="another"),
    "it is damaged": update(PREPARED).values(body=b"damaged"),
    "it is something else": update(PREPARED).values(body=compressed("{}")),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_answers_and_comparisons_are_the_same_without_it(store: Store, way: Any) -> None:
    before = bundle(answer_of(store))
    later = analysis("later", LATER)
    links = Comparer(store).links(later, Comparer(store).postings(later))
    assert {link.kind for link in links} == {"claim", "reuse"}
    damage(store, way)
    store.put_links([Link("none", "report-uk", 0, "report-ru", 0, 1.0, "so that the answer is built anew")])
    assert bundle(answer_of(store)) == before
    assert Comparer(store).links(later, Comparer(store).postings(later)) == links


def test_a_report_that_changed_is_compared_as_it_is_now(store: Store) -> None:
    comparer, later = Comparer(store), analysis("later", LATER)
    assert comparer.links(later, comparer.postings(later))
    for language in TEXTS:
        take_in(store, comparer, analysis(f"report-{language}", "У місті йде дощ. Музей працює.", "uk"))
    assert comparer.links(later, comparer.postings(later)) == ()


def test_keys_that_lead_nowhere_still_count_for_reports_met_by_others(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    museum = "Музей міста Тесмар відкриє нову виставку старих мап узбережжя."
    other = analysis("other", f"{LATER} {museum}")
    take_in(store, Comparer(store), other)
    later = analysis("later", f"{museum} {LATER}")
    asked = {}

    def is_worth_it(left: reuse.Prepared, right: reuse.Prepared, pairs: set[tuple[int, int]], seen: reuse.Seen) -> bool:
        asked[right.report] = pairs
        return False

    monkeypatch.setattr(reuse, "is_worth_it", is_worth_it)
    monkeypatch.setitem(reading.CROWD, reading.REUSE, 1)  # Only the museum is told by one report alone.
    Comparer(store).links(later, Comparer(store).postings(later))
    ours, theirs = reuse.prepare(later).prints, reuse.prepare(other).prints
    assert asked == {"other": {(i, j) for key in ours.keys() & theirs.keys() for i in ours[key] for j in theirs[key]}}
    assert len(asked["other"]) > 1


def test_a_shelf_gives_what_it_was_asked_for_in_order(store: Store) -> None:
    shelf = Shelf(NAMES, store)
    reports = ["report-uk", "report-en"]
    assert list(shelf.load(reports)) == reports
    assert shelf.load(["report-en"])["report-en"] is shelf.load(reports)["report-en"]


def test_nothing_kept_is_made_from_the_analysis() -> None:
    taken = analysis("one", TEXTS["uk"])
    assert decoded(NAMES, None, lambda: taken) == NAMES.make(taken)
