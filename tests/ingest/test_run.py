"""Reading folders: only what is new or changed, stoppable, repeatable, and a bad report never stops the good ones."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.errors import UsageError
from firsthand.ingest import Options, Summary, read, read_reports, work
from firsthand.records import Analysis, Failure, Mention, Posting, Report, Span
from firsthand.store import Store

WORDS = ("порт", "склад", "причал", "канал", "маяк", "рейд", "берег", "острів")


def text_of(number: int) -> str:
    return f"Речниця порту заперечила повідомлення про {WORDS[number % 8]} номер {number} і поїхала до столиці."


def analyse(report: Report) -> Analysis:
    """Stands in for the stages; some words make it fail."""
    if "збій" in report.text:
        raise ValueError("a word\nthat it cannot bear")
    if "смерть" in report.text:
        os.kill(os.getpid(), signal.SIGKILL)
    while "вічність" in report.text:
        pass
    return Analysis(report, mentions=(Mention(Span(0, 7), "PER", report.text[:7]),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "firsthand.db") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six reports, old enough to be trusted not to change under our hands."""
    made = tmp_path / "news"
    made.mkdir()
    for number in range(6):
        put(made / f"{number}.txt", text_of(number))
    return made


def put(path: Path, text: str, age: float = 100.0) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (time.time() - age,) * 2)


def state(store: Store) -> tuple[object, ...]:
    return (list(store.analyses()), store.failures(), store.revision())


def test_a_folder_is_read_once(store: Store, folder: Path) -> None:
    summary = read([folder], store, analyse)
    assert summary == Summary(read=6)
    assert summary.new == 6
    assert sorted(report.text for report in store.reports()) == sorted(map(text_of, range(6)))
    before = state(store)
    assert read([folder], store, analyse) == Summary(read=6, same=6)
    assert state(store) == before


@pytest.mark.parametrize("age", [0.0, 100.0])
def test_reading_again_does_not_analyse_again(store: Store, folder: Path, age: float) -> None:
    put(folder / "0.txt", text_of(0), age)
    read([folder], store, analyse)

    def never(report: Report) -> Analysis:
        raise AssertionError(report.path)

    assert read([folder], store, never) == Summary(read=6, same=6)


def test_another_way_to_the_same_folder_is_the_same(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read([folder], store, analyse)
    monkeypatch.chdir(folder)
    assert read([Path("."), Path("1.txt"), Path("../news")], store, analyse) == Summary(read=6, same=6)


def test_a_changed_file_is_a_new_version_of_its_report(store: Store, folder: Path) -> None:
    read([folder], store, analyse)
    (before,) = (report for report in store.reports() if report.path.endswith("3.txt"))
    put(folder / "3.txt", text_of(33))
    assert read([folder], store, analyse) == Summary(read=6, same=5, changed=1)
    assert [version.report.text for version in store.versions(before.id)] == [text_of(3), text_of(33)]
    assert store.count() == 6


def test_a_moved_folder_is_the_same_and_what_changes_there_is_known(store: Store, folder: Path, tmp_path: Path) -> None:
    read([folder], store, analyse)
    moved = folder.rename(tmp_path / "archive")
    assert read([moved], store, analyse) == Summary(read=6, same=6)
    put(moved / "0.txt", text_of(10))
    assert read([moved], store, analyse) == Summary(read=6, same=5, changed=1)
    assert store.count() == 6


def test_changed_metadata_are_a_new_version(store: Store, folder: Path) -> None:
    read([folder], store, analyse)
    (folder / "0.meta.json").write_text('{"published": "2023-10", "outlet": "Вісті"}', "utf-8")
    assert read([folder], store, analyse) == Summary(read=6, same=5, changed=1)
    assert [report.published for report in store.reports() if report.outlet == "Вісті"] == ["2023-10"]


def test_options_are_stated_for_all(store: Store, folder: Path) -> None:
    read([folder], store, analyse, Options(published="19.10.2023", outlet="Вісті", language="ru"))
    stated = {(report.published, report.outlet, report.language) for report in store.reports()}
    assert stated == {("2023-10-19", "Вісті", "ru")}


@pytest.mark.parametrize("options", [Options(published="вчора"), Options(language="ko")])
def test_options_that_cannot_be_are_refused_before_anything_is_read(
    store: Store, folder: Path, options: Options
) -> None:
    with pytest.raises(UsageError):
        read([folder], store, analyse, options)
    assert store.runs() == []


def test_a_new_analyser_reads_all_again_without_new_versions(store: Store, folder: Path) -> None:
    read([folder], store, analyse)
    store.made_by = "the next release"
    assert read([folder], store, Analysis) == Summary(read=6, changed=6)
    assert {len(store.versions(report.id)) for report in store.reports()} == {1}
    assert read([folder], store, Analysis) == Summary(read=6, same=6)


def bad_files(folder: Path) -> dict[str, str]:
    """One of each kind of bad input, and the line that it gives."""
    put(folder / "broken.jsonl", json.dumps({"text": text_of(7)}) + "\n{half")
    put(folder / "crash.txt", text_of(8) + " Стався збій.")
    put(folder / "empty.txt", "")
    put(folder / "korean.txt", "외무상은 방문을 위해 도착해 상대측과 만났다.")
    put(folder / "menu.html", "<html><body><a href='/'>Головна</a></body></html>")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    return {
        "binary.txt": "binary file, no text",
        "broken.jsonl:2": "broken JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "crash.txt": "analysis failed: ValueError: a word that it cannot bear",
        "empty.txt": "empty file",
        "gone.txt": "vanished before it was read",
        "huge.txt": "too long for one report: 50.0 MB, the limit is 5 MB",
        "korean.txt": "language ko is not read (only uk, ru, en)",
        "menu.html": "a page without an article",
    }


@pytest.mark.parametrize("workers", [1, 2])
def test_each_bad_report_is_one_line_and_the_rest_is_read(store: Store, folder: Path, workers: int) -> None:
    lines = bad_files(folder)
    expected = tuple(Failure(str(folder / name), line) for name, line in lines.items())
    assert read([folder], store, analyse, Options(workers=workers)) == Summary(read=7, failed=expected)
    assert store.failures() == list(expected)
    before = store.revision()
    assert read([folder], store, analyse) == Summary(read=7, same=7, failed=expected)
    assert store.revision() == before


def test_a_file_that_was_mended_is_no_failure_any_more(store: Store, folder: Path) -> None:
    put(folder / "empty.txt", "")
    read([folder], store, analyse)
    put(folder / "empty.txt", text_of(9))
    assert read([folder], store, analyse) == Summary(read=7, same=6)
    assert store.failures() == []


def test_several_processes_give_the_same_store_in_the_same_order(folder: Path, tmp_path: Path) -> None:
    for number in range(6, 40):
        put(folder / f"{number:02}.txt", text_of(number))
    found = []
    for workers in (1, 3):
        with Store.open(tmp_path / f"{workers}.db") as store:
            seen: list[str] = []
            summary = read(
                [folder], store, analyse, Options(workers=workers), lambda _, __, path, seen=seen: seen.append(path)
            )
            found.append((summary, list(store.analyses()), seen))
    assert found[0] == found[1]
    assert found[0][0] == Summary(read=40)


def test_a_process_that_dies_takes_only_its_own_report_with_it(store: Store, folder: Path) -> None:
    put(folder / "2a.txt", text_of(11) + " Це смерть.")
    line = "analysis failed: its process died (out of memory?)"
    summary = read([folder], store, analyse, Options(workers=2))
    assert summary == Summary(read=6, failed=(Failure(str(folder / "2a.txt"), line),))


def test_a_report_that_is_never_done_does_not_stop_the_others(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_LEAST_SECONDS", 0.2)
    monkeypatch.setattr(work, "_SECONDS_A_CHARACTER", 0.0)
    put(folder / "2a.txt", text_of(11) + " Це вічність.")
    failure = Failure(str(folder / "2a.txt"), "analysis failed: not done after 0 seconds")
    assert read([folder], store, analyse) == Summary(read=6, failed=(failure,))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupt_leaves_what_is_done_and_the_next_run_goes_on(store: Store, folder: Path, workers: int) -> None:
    def interrupt(done: int, total: int, path: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    stopped = read([folder], store, analyse, Options(workers=workers), interrupt)
    assert stopped == Summary(read=3, interrupted=True)
    assert store.count() == 3
    assert read([folder], store, analyse) == Summary(read=6, same=3)
    assert [run["read"] for run in store.runs()] == [6, 3]


def test_progress_tells_files_done_and_to_do(store: Store, folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    read([folder], store, analyse, progress=lambda *told: seen.append(told))
    assert seen[0] == (0, 6, str(folder / "0.txt"))
    assert seen[-1] == (6, 6, str(folder / "5.txt"))
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)


def test_the_inverted_index_is_filled_on_the_way(store: Store, folder: Path) -> None:
    def names(analysis: Analysis) -> list[Posting]:
        return [Posting("name", mention.name, analysis.report.id) for mention in analysis.mentions]

    read([folder], store, analyse, Options(postings=names))
    assert store.count_postings("name", ["Речниця"]) == {"Речниця": 6}


def test_two_copies_in_two_folders_are_one_report(store: Store, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    put(copy / "1.txt", text_of(1))
    assert read([folder, copy], store, analyse) == Summary(read=7, same=1)


def test_one_address_in_two_files_is_one_report_and_settles(store: Store, tmp_path: Path) -> None:
    lines = [{"url": "https://visti.example/port", "text": text_of(number)} for number in (1, 2)]
    put(tmp_path / "a.jsonl", json.dumps(lines[0]))
    put(tmp_path / "b.jsonl", json.dumps(lines[1]))
    assert read([tmp_path], store, analyse) == Summary(read=2, changed=1)
    before = state(store)
    for path in tmp_path.glob("*.jsonl"):
        os.utime(path, (time.time() - 50,) * 2)
    assert read([tmp_path], store, analyse) == Summary(read=2, same=2)
    assert state(store) == before


def test_a_line_put_in_the_middle_is_one_new_report(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"text": text_of(number)}) for number in range(4)]
    put(tmp_path / "a.jsonl", "\n".join(lines))
    read([tmp_path], store, analyse)
    lines.insert(1, json.dumps({"text": text_of(20)}))
    put(tmp_path / "a.jsonl", "\n".join(lines))
    assert read([tmp_path], store, analyse) == Summary(read=5, same=4)


def test_reports_are_had_without_a_store(folder: Path) -> None:
    put(folder / "empty.txt", "")
    *reports, failure = read_reports([folder], Options(outlet="Вісті"))
    assert [report.text for report in reports if isinstance(report, Report)] == [text_of(n) for n in range(6)]
    assert failure == Failure(str(folder / "empty.txt"), "empty file")


READER = """
import sys, time
from pathlib import Path
from firsthand.ingest import read
from firsthand.records import Analysis
from firsthand.store import Store

def slowly(report):
    time.sleep(0.05)
    return Analysis(report)

with Store.open(sys.argv[1]) as store:
    read([Path(sys.argv[2])], store, slowly, progress=lambda done, total, path: print(done, flush=True))
"""


def test_a_kill_midway_leaves_what_is_done_and_the_next_run_goes_on(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    reader = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", READER, str(path), str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout
    while reader.stdout.readline().strip() != "2":
        assert reader.poll() is None
    os.kill(reader.pid, signal.SIGKILL)
    reader.communicate()
    with Store.open(path) as store:
        assert 2 <= store.count() < 6
        summary = read([folder], store, analyse)
        assert (summary.read, summary.changed, store.count()) == (6, 0, 6)
        assert summary.same >= 2
