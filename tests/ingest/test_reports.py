"""Documents become reports with a language and an identity; a language that is not read is a failure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.ingest import make_report
from firsthand.ingest.reports import content_digest, place
from firsthand.records import Document, Failure, Report

TEXT = "Речниця порту заперечила поставки контейнерів і сказала, що судна стоять на рейді."
PORT = Document("news/port.txt", TEXT, outlet="Вісті")


def report(document: Document) -> Report:
    made = make_report(document)
    assert isinstance(made, Report)
    return made


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "uk"),
        ("Представитель порта подтвердил: два судна вышли в море.", "ru"),
        ("The ministry denied that two ships had left the strait.", "en"),
        ("ПРЕДСТАВИТЕЛЬ ПОРТА ПОДТВЕРДИЛ УХОД СУДОВ", "ru"),
        ("$39.60 €42.44\nmenu closed\nweather +11\n\n" + TEXT, "uk"),
        ("Лавров прибув до Пхеньяна", "uk"),
        ("Путин прибыл в Пхеньян", "ru"),
    ],
)
def test_the_language_is_told_by_the_text(text: str, language: str) -> None:
    assert report(Document("a.txt", text)).language == language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("외무상은 방문을 위해 도착해 상대측과 만났다. 대통령은 회담이 열릴 것이라고 밝혔다.", "ko"),
        ("Прадстаўнік урада абвергнуў паведамленні пра пастаўкі зброі.", "be"),
        ("Говорителят на правителството отрече съобщенията за доставки на оръжие.", "bg"),
        ("Rzecznik rządu zaprzeczył doniesieniom o dostawach broni.", "pl"),
        ("Ein Sprecher der Regierung dementierte Berichte über Waffenlieferungen.", "de"),
        ("政府发言人否认了有关武器供应的报道。", "zh"),
    ],
)
def test_another_language_is_a_failure_that_names_it(text: str, code: str) -> None:
    assert make_report(Document("a.txt", text)) == Failure("a.txt", f"language {code} is not read (only uk, ru, en)")


@pytest.mark.parametrize("text", ["12 345", "—", "👍👍👍", "$39.60 €42.44"])
def test_without_words_there_is_no_report(text: str) -> None:
    assert make_report(Document("a.txt", text)) == Failure("a.txt", "no words to tell a language by")


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_without_text_there_is_no_report(text: str) -> None:
    assert make_report(Document("a.txt", text)) == Failure("a.txt", "no text")


def test_a_language_that_is_stated_is_believed() -> None:
    assert report(Document("a.txt", "Порт", language="ru")).language == "ru"
    assert isinstance(make_report(replace(PORT, language="ko")), Failure)


def test_metadata_are_carried_over() -> None:
    made = report(replace(PORT, title="Порт", url="https://a.example/1", published="2023-10"))
    assert (made.title, made.outlet, made.url, made.published) == ("Порт", "Вісті", "https://a.example/1", "2023-10")


def test_an_address_is_an_identity_whatever_the_text_and_the_file() -> None:
    first = replace(PORT, url="https://www.visti.example/port/?utm_source=feed#top")
    later = Document("other.txt", TEXT + " Доповнено.", url="http://visti.example/port")
    assert report(first).id == report(later).id
    assert report(first).id != report(replace(first, url="https://visti.example/port?id=2")).id


def test_without_address_name_outlet_and_text_are_the_identity() -> None:
    assert report(PORT).id == report(replace(PORT, path="/elsewhere/port.txt")).id
    assert report(PORT).id != report(replace(PORT, path="news/strait.txt")).id
    assert report(PORT).id != report(replace(PORT, outlet="Пролив")).id
    assert report(PORT).id != report(replace(PORT, text=TEXT + " Доповнено.")).id


def test_ids_are_short_and_plain() -> None:
    assert report(PORT).id.isalnum()
    assert len(report(PORT).id) == 12


def test_the_digest_changes_with_text_or_metadata_and_nothing_else() -> None:
    assert content_digest(PORT) == content_digest(replace(PORT, path="elsewhere.txt"))
    for change in ({"text": "Інше."}, {"published": "2023"}, {"title": "Порт"}, {"outlet": "Пролив"}):
        assert content_digest(PORT) != content_digest(replace(PORT, **change))


def test_lines_of_json_may_move_within_their_file() -> None:
    line = Document("a.jsonl:12", TEXT)
    assert place(line) == place(replace(line, path="a.jsonl:13"))
    assert place(line) != place(replace(line, text="Інше."))
    assert report(line).id == report(replace(line, path="a.jsonl:13")).id
    assert place(PORT) == str(Path("news/port.txt").absolute())
