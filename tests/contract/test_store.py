"""What every store does, whichever database it stands on.

PostgreSQL is tried where FIRSTHAND_TEST_POSTGRES holds the address of an empty database for tests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from firsthand.errors import NotFoundError
from firsthand.records import Analysis, Attribution, Failure, Judgement, Link, Mention, Posting, Report, Span
from firsthand.store import CHANGED, NEW, SAME, Known, Store
from firsthand.store.rows import unpacked

POSTGRES = os.environ.get("FIRSTHAND_TEST_POSTGRES")
BACKENDS = ["file", "memory", *(["postgres"] if POSTGRES else [])]

HARBOUR = Report("harbour", "a/harbour.txt", "Речниця порту заперечила поставки контейнерів.", "uk", outlet="Вісті")
STRAIT = Report(
    "strait", "a/strait.txt", "Представитель порта подтвердил: контейнеры ушли.", "ru", title="Пролив закрыт"
)
VESSEL = Report("vessel", "b/vessel.txt", "The ministry denied that two ships had left the strait.", "en")


def analysis_of(report: Report) -> Analysis:
    """An analysis with something in it."""
    said = Attribution(Span(0, 7), Span(8, 12), (Span(13, 20),), "asserts", "direct", "says", "Речниця", 0.9)
    return Analysis(report, mentions=(Mention(Span(0, 7), "PER", "Речниця", 0.5, "crf"),), attributions=(said,))


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = {"file": str(tmp_path / "firsthand.db"), "memory": ":memory:", "postgres": POSTGRES}[request.param]
    with Store.open(url, made_by="test") as opened:
        yield opened
        if request.param == "postgres":
            _empty(opened)


def _empty(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def test_a_report_is_read_back_as_it_was_put(store: Store) -> None:
    assert store.put(analysis_of(HARBOUR), "d1") == NEW
    assert store.report("harbour") == HARBOUR
    assert store.analysis("harbour") == analysis_of(HARBOUR)
    assert list(store.reports()) == [HARBOUR]
    assert list(store.analyses()) == [analysis_of(HARBOUR)]
    assert store.count() == 1


def test_putting_the_same_again_changes_nothing(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    before = store.revision()
    assert store.put(analysis_of(HARBOUR), "d1") == SAME
    assert store.revision() == before
    assert len(store.versions("harbour")) == 1


def test_a_changed_report_becomes_a_version_and_the_old_one_stays(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    later = replace(HARBOUR, text="Речниця порту підтвердила поставки.")
    assert store.put(analysis_of(later), "d2") == CHANGED
    assert store.report("harbour") == later
    assert [version.report for version in store.versions("harbour")] == [HARBOUR, later]
    assert [version.number for version in store.versions("harbour")] == [1, 2]
    assert store.versions("harbour")[0].id == "harbour.d1"


def test_a_report_that_goes_back_to_what_it_said_is_a_third_version(store: Store) -> None:
    for digest, said in (("d1", "Так."), ("d2", "Ні."), ("d1", "Так.")):
        store.put(analysis_of(replace(HARBOUR, text=said)), digest)
    assert [version.report.text for version in store.versions("harbour")] == ["Так.", "Ні.", "Так."]
    assert store.report("harbour").text == "Так."


def test_a_better_analysis_of_the_same_text_is_no_new_version(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    assert store.put(Analysis(HARBOUR), "d1") == CHANGED
    assert store.analysis("harbour") == Analysis(HARBOUR)
    assert len(store.versions("harbour")) == 1


def test_a_place_stands_for_its_report_whatever_it_says_now(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1", place="/news/harbour.txt")
    assert store.known("other id", "d2", "/news/harbour.txt") == Known("harbour", same=False)
    assert store.known("harbour", "d1", "/moved/harbour.txt") == Known("harbour", same=True)
    assert store.known("other id", "d2", "/elsewhere.txt") is None


def test_what_another_maker_analysed_is_not_the_same(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1", place="/news/harbour.txt")
    store.made_by = "a later version"
    assert store.known("harbour", "d1", "/news/harbour.txt") == Known("harbour", same=False)


def test_a_report_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    for report in (HARBOUR, STRAIT, replace(STRAIT, id="stray")):
        store.put(analysis_of(report), "d")
    assert store.report("har") == HARBOUR
    assert store.report("strait") == STRAIT
    for wrong in ("stra", "x", "", "%", "_arbour"):
        with pytest.raises(NotFoundError):
            store.report(wrong)


def test_reports_come_in_pages_without_losing_any(store: Store) -> None:
    for number in range(405):
        store.put(Analysis(replace(VESSEL, id=f"r{number:03}", text="Ship.")), f"d{number}")
    assert [report.id for report in store.reports()] == [f"r{number:03}" for number in range(405)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("поставка контейнера", ["harbour"]),
        ("КОНТЕЙНЕР", ["harbour", "strait"]),
        ("порт", ["harbour", "strait"]),
        ("deny ship", ["vessel"]),
        ("denies shipping", ["vessel"]),
        ("закрыть", ["strait"]),
        ("вісті", ["harbour"]),
        ("контейнер ships", []),
        ("", []),
        ("\" OR ' & | ! ( ) * : \\ \x00", []),
    ],
)
def test_search_finds_every_form_of_a_word(store: Store, query: str, found: list[str]) -> None:
    for report in (HARBOUR, STRAIT, VESSEL):
        store.put(analysis_of(report), "d")
    assert sorted(hit.report.id for hit in store.search(query)) == found


def test_search_forgets_what_an_older_version_said(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    store.put(analysis_of(replace(HARBOUR, text="Тиша.")), "d2")
    assert store.search("контейнери") == []
    assert [hit.report.id for hit in store.search("тиші")] == ["harbour"]


def test_a_hit_shows_the_passage(store: Store) -> None:
    filler = "Далі йдеться про інше, і це речення нічого не додає. " * 40
    store.put(Analysis(replace(HARBOUR, text=f"{filler}\n{HARBOUR.text}\n{filler}")), "d")
    (hit,) = store.search("контейнер поставки")
    assert hit.snippet.of(hit.report.text) == HARBOUR.text


def test_a_hit_in_the_title_alone_has_an_empty_passage(store: Store) -> None:
    store.put(analysis_of(STRAIT), "d")
    assert store.search("закрытый")[0].snippet == Span(0, 0)


def test_postings_lead_from_keys_to_reports(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d", [Posting("word", "порт", "harbour", 1), Posting("word", "порт", "harbour", 3)])
    store.put(analysis_of(STRAIT), "d", [Posting("word", "порт", "strait", 0), Posting("name", "порт", "strait", 0)])
    assert store.find_postings("word", ["порт", "нема"]) == [
        Posting("word", "порт", "harbour", 1),
        Posting("word", "порт", "harbour", 3),
        Posting("word", "порт", "strait", 0),
    ]
    assert store.count_postings("word", ["порт", "нема"]) == {"порт": 3}
    assert store.find_postings("word", [f"key {number}" for number in range(3000)]) == []


def test_a_new_version_takes_the_postings_and_links_of_the_old_one_away(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1", [Posting("word", "старе", "harbour")])
    store.put(analysis_of(STRAIT), "d1", [Posting("word", "старе", "strait")])
    store.put_links([Link("reuse", "harbour", 0, "strait", 0, 0.9, "same words")])
    store.put(analysis_of(replace(HARBOUR, text="Інше.")), "d2", [Posting("word", "нове", "harbour")])
    assert store.find_postings("word", ["старе", "нове"]) == [
        Posting("word", "нове", "harbour"),
        Posting("word", "старе", "strait"),
    ]
    assert store.links("reuse") == []


def test_what_was_prepared_of_a_report_goes_with_its_version_and_its_maker(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1", prepared={"words": '["порт"]', "names": "[]"})
    store.put(analysis_of(STRAIT), "d1")
    assert {
        report: unpacked(body) for report, body in store.prepared("words", ["harbour", "strait", "none"]).items()
    } == {"harbour": '["порт"]'}
    store.put(analysis_of(HARBOUR), "d1", prepared={"words": "[]"})
    assert unpacked(store.prepared("words", ["harbour"])["harbour"]) == '["порт"]'
    store.put(analysis_of(replace(HARBOUR, text="Інше.")), "d2", prepared={"words": '["інше"]'})
    assert unpacked(store.prepared("words", ["harbour"])["harbour"]) == '["інше"]'
    assert store.prepared("names", ["harbour"]) == {}
    store.made_by = "a later version"
    assert store.prepared("words", ["harbour"]) == {}


def test_texts_are_those_of_the_current_versions(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    store.put(analysis_of(replace(HARBOUR, text="Інше.")), "d2")
    store.put(analysis_of(STRAIT), "d1")
    assert store.texts(["harbour", "strait", "none"]) == {"harbour": "Інше.", "strait": STRAIT.text}


def test_postings_of_some_reports_alone(store: Store) -> None:
    for report in (HARBOUR, STRAIT, VESSEL):
        store.put(analysis_of(report), "d", [Posting("word", "порт", report.id)])
    assert [found.report for found in store.find_postings("word", ["порт"], ["vessel", "harbour"])] == [
        "harbour",
        "vessel",
    ]


def test_links_are_found_from_either_side_and_replaced_not_doubled(store: Store) -> None:
    for report in (HARBOUR, STRAIT, VESSEL):
        store.put(analysis_of(report), "d")
    first = Link("reuse", "harbour", 0, "strait", 2, 0.9, "same words", {"spans": [[0, 7], [3, 9]]})
    other = Link("reuse", "strait", 1, "vessel", 0, 0.8, "translated")
    store.put_links([first, other])
    store.put_links([replace(first, score=0.7)])
    assert store.links("reuse", "harbour") == [replace(first, score=0.7)]
    assert store.links("reuse", "strait") == [replace(first, score=0.7), other]
    assert store.links("claim") == []
    store.drop_links("reuse", "harbour")
    assert store.links("reuse") == [other]


def test_judgements_are_dated_rows_that_can_be_undone(store: Store) -> None:
    same = Judgement(
        "entity", "КНДР", "Північна Корея", "same", "one country", "rule:territory", "2026-11-23T10:00:00Z"
    )
    added = store.add_judgement(same)
    assert added == replace(same, id=added.id)
    assert store.add_judgement(replace(same, at="2026-11-24T10:00:00Z")) == added
    human = store.add_judgement(replace(same, verdict="different", by="editor"))
    assert store.judgements("entity") == [added, human]
    assert store.judgements("claim") == []
    undone = store.undo(added.id or 0, "2026-11-25T10:00:00Z")
    assert undone.undone_at == "2026-11-25T10:00:00Z"
    assert store.undo(added.id or 0) == undone
    assert store.judgements() == [human]
    assert store.judgements(undone=True) == [undone, human]
    with pytest.raises(NotFoundError, match="no judgement 99"):
        store.undo(99)


def test_a_decision_without_a_time_is_dated_now_and_added_once(store: Store) -> None:
    pairs = [Judgement("entity", "a", str(n), "same", "one name", "rule:name", "", score=0.5) for n in range(3)]
    added = store.add_judgements(pairs)
    assert [judgement.score for judgement in added] == [0.5] * 3
    assert all(judgement.at.startswith("20") for judgement in added)
    before = store.revision()
    assert store.add_judgements(pairs) == added
    assert store.revision() == before


def test_judgements_outlive_the_versions_of_a_report(store: Store) -> None:
    store.put(analysis_of(HARBOUR), "d1")
    human = store.add_judgement(Judgement("claim", "harbour:0", "strait:0", "same", "read both", "editor", "2026"))
    store.put(analysis_of(replace(HARBOUR, text="Інше.")), "d2")
    assert store.judgements() == [human]


def test_failures_are_those_of_the_last_try(store: Store) -> None:
    store.set_failures("a.jsonl", [Failure("a.jsonl:3", "broken"), Failure("a.jsonl", "cut off")])
    store.set_failures("a.jsonl2", [Failure("a.jsonl2", "empty")])
    assert store.failures() == [
        Failure("a.jsonl", "cut off"),
        Failure("a.jsonl2", "empty"),
        Failure("a.jsonl:3", "broken"),
    ]
    store.set_failures("a.jsonl", [])
    assert store.failures() == [Failure("a.jsonl2", "empty")]


def test_the_revision_grows_with_what_changes_and_only_then(store: Store) -> None:
    seen = [store.revision()]

    def grew() -> bool:
        seen.append(store.revision())
        return seen[-1] > seen[-2]

    store.put(analysis_of(HARBOUR), "d1")
    assert grew()
    store.put_links([Link("reuse", "harbour", 0, "harbour", 1, 1.0, "same")])
    assert grew()
    judgement = store.add_judgement(Judgement("story", "a", "b", "same", "", "editor", "2026"))
    assert grew()
    store.undo(judgement.id or 0)
    assert grew()
    store.end_run(store.start_run(), {"read": 1, "same": 1, "changed": 0, "failed": 0})
    store.note_file("/a", "stamp", 1)
    store.put_links([])
    store.drop_links("none")
    assert not grew()


def test_a_file_read_to_its_end_is_remembered_until_it_changes(store: Store) -> None:
    assert store.read_before({"/a.txt": "10:20"}) == {}
    store.note_file("/a.txt", "10:20", 3)
    store.note_file("/b.txt", "1:2", 1)
    assert store.read_before({"/a.txt": "10:20", "/b.txt": "1:3", "/c.txt": "1:1"}) == {"/a.txt": 3}


def test_runs_are_listed_latest_first(store: Store) -> None:
    store.start_run()
    second = store.start_run()
    store.end_run(second, {"read": 2, "same": 1, "changed": 0, "failed": 1})
    latest, killed = store.runs()
    assert (latest["read"], latest["failed"]) == (2, 1)
    assert killed["ended"] is None


def test_what_fails_midway_leaves_nothing_behind(store: Store) -> None:
    def postings() -> Iterator[Posting]:
        yield Posting("word", "порт", "harbour")
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        store.put(analysis_of(HARBOUR), "d1", postings())
    assert store.count() == 0
    assert store.find_postings("word", ["порт"]) == []
    assert store.revision() == 0
