"""Files of all kinds become documents; each bad one gives one clear line and leaves the rest alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import ReportError, UsageError
from firsthand.ingest import find_files, read_documents
from firsthand.ingest.files import MAX_REPORT_BYTES
from firsthand.ingest.metadata import language, published
from firsthand.records import Document, Failure

TEXT = "Речниця порту заперечила поставки.\nДалі буде."
PAGE = """<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>Порт закрито — Вісті</title>
<meta property="og:site_name" content="Вісті">
<link rel="canonical" href="https://visti.example/2024/05/06/port?utm_source=feed">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Порт закрито", "datePublished": "2024-05-06T10:20:30+0300",
  "dateModified": "2024-06-01", "publisher": {"@type": "Organization", "name": "Вісті &quot;Пролив&quot;"}}]}</script>
</head><body><nav><a href="/">Головна</a><a href="/w">Світ</a></nav><article><h1>Порт закрито</h1>
<p>Адміністрація порту закрила його до понеділка, повідомила речниця.</p>
<p>За її словами, два судна стоять на рейді й чекають на дозвіл.</p></article>
<footer>Усі права захищено</footer></body></html>"""


def only(path: Path) -> Document | Failure:
    (found,) = read_documents(path)
    return found


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def reason(path: Path) -> str:
    found = only(path)
    assert isinstance(found, Failure)
    assert found.path.startswith(str(path))
    assert "\n" not in found.reason
    return found.reason


# Text files


def test_a_text_file(tmp_path: Path) -> None:
    assert only(written(tmp_path / "a.txt", TEXT)) == Document(str(tmp_path / "a.txt"), TEXT)


@pytest.mark.parametrize("raw", ["\ufeffодин\r\nдва", "один\rдва", "один\ndва".replace("d", "д")])
def test_line_ends_and_marks_are_all_that_changes(tmp_path: Path, raw: str) -> None:
    found = only(written(tmp_path / "a.txt", raw))
    assert isinstance(found, Document)
    assert found.text == "один\nдва"


def test_spaces_soft_hyphens_and_stress_marks_stay(tmp_path: Path) -> None:
    odd = "  за́мок\u00a0пере\u00adговори\t\n\n\n кінець  "
    found = only(written(tmp_path / "a.txt", odd))
    assert isinstance(found, Document)
    assert found.text == odd


# Bad files


def test_an_empty_file(tmp_path: Path) -> None:
    assert reason(written(tmp_path / "a.txt", "")) == "empty file"


def test_a_binary_file(tmp_path: Path) -> None:
    assert reason(written(tmp_path / "a.txt", b"\x7fELF" + bytes(range(256)) * 10)) == "binary file, no text"


def test_fifty_megabytes_of_text_are_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert reason(path) == "too long for one report: 50.0 MB, the limit is 5 MB"


def test_a_file_that_vanished(tmp_path: Path) -> None:
    assert reason(tmp_path / "gone.txt") == "vanished before it was read"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json"])
def test_a_file_without_permission(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / name, TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # The rights themselves do not stop a test that runs as root.
    assert reason(path) == "no permission to read it"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reason(tmp_path / "a.txt") == "no regular file (a device, pipe or socket)"


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(name: str) -> None:
    assert "device" in reason(Path(name))


# Pages


def test_a_page_states_title_date_outlet_and_address(tmp_path: Path) -> None:
    found = only(written(tmp_path / "a.html", PAGE))
    assert isinstance(found, Document)
    assert (found.title, found.published) == ("Порт закрито", "2024-05-06T10:20+03:00")
    assert (found.outlet, found.url) == ('Вісті "Пролив"', "https://visti.example/2024/05/06/port")
    assert "два судна стоять на рейді" in found.text
    assert "Усі права" not in found.text


def test_a_page_in_an_old_encoding(tmp_path: Path) -> None:
    found = only(written(tmp_path / "a.htm", PAGE.replace("utf-8", "windows-1251").encode("cp1251")))
    assert isinstance(found, Document)
    assert found.title == "Порт закрито"


@pytest.mark.parametrize(
    ("statement", "date"),
    [
        ('<meta property="article:published_time" content="2023-10-19T08:00:00Z">', "2023-10-19T08:00Z"),
        ('<meta itemprop="datePublished" content="2023-10-19">', "2023-10-19"),
        ('<meta name="date" content="Thu, 19 Oct 2023 08:00:00 +0300">', "2023-10-19T08:00+03:00"),
        ('<time pubdate datetime="2023-10-19">19 жовтня</time>', "2023-10-19"),
        ('<link rel="canonical" href="https://visti.example/news/2023/10/19/port">', "2023-10-19"),
        ('<link rel="canonical" href="https://visti.example/news/2023/10/port">', None),
        ('<meta name="date" content="завтра">', None),
        ("<p>Опубліковано давно, 5 травня 2020 року.</p>", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": ["x"]}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<script type="application/ld+json">[[[[[[null]]]]]]</script>', None),
    ],
)
def test_the_date_is_the_one_that_the_page_states_or_none(tmp_path: Path, statement: str, date: str | None) -> None:
    body = "<p>Адміністрація порту закрила його до понеділка.</p>"
    found = only(written(tmp_path / "a.html", f"<html><head>{statement}</head><body>{body}</body></html>"))
    assert isinstance(found, Document)
    assert found.published == date


def test_a_front_page_given_as_address_of_every_page_is_none(tmp_path: Path) -> None:
    page = PAGE.replace("/2024/05/06/port?utm_source=feed", "/")
    found = only(written(tmp_path / "a.html", page))
    assert isinstance(found, Document)
    assert found.url is None


LINKS = "".join(f'<li><a href="/n{n}">Заголовок номер {n} про важливі новини дня</a></li>' for n in range(40))


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><h1>Новини</h1><ul>{LINKS}</ul></body></html>",
        "<html><head><title>404</title></head><body><h1>404</h1><p>Не знайдено</p></body></html>",
        "<html><body><form><input name=q></form></body></html>",
        "<html></html>",
        "<div>" * 50_000,
        "<" * 50_000,
    ],
)
def test_a_page_without_an_article(tmp_path: Path, page: str) -> None:
    assert reason(written(tmp_path / "a.html", page)) == "a page without an article"


# JSON and JSON lines


def test_json_lines_with_broken_ones_between(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "title": "Порт", "url": "https://a.example/1", "language": "uk-UA"}),
        '{"text": "обірвано',
        "",
        json.dumps(["a list"]),
        json.dumps({"title": "без тексту"}),
        json.dumps({"html": PAGE, "published": "2023"}),
        "\x00\x01\x02",
    ]
    path = written(tmp_path / "a.jsonl", "\ufeff" + "\r\n".join(lines))
    found = list(read_documents(path))
    assert [item.path for item in found] == [f"{path}:{number}" for number in (1, 2, 4, 5, 6, 7)]
    first, broken, listed, textless, page, binary = found
    assert first == Document(f"{path}:1", TEXT, "Порт", "https://a.example/1", language="uk")
    assert isinstance(page, Document)
    assert (page.title, page.published) == ("Порт закрито", "2023")
    assert isinstance(broken, Failure)
    assert broken.reason.startswith("broken JSON: ")
    assert listed == Failure(f"{path}:4", "no JSON object but list")
    assert textless == Failure(f"{path}:5", "no text: neither a field text nor html")
    assert binary == Failure(f"{path}:7", "binary file, no text")


def test_a_line_that_is_too_long_is_one_failure(tmp_path: Path) -> None:
    long = json.dumps({"text": "a" * (2 * MAX_REPORT_BYTES + 10)})
    path = written(tmp_path / "a.jsonl", f"{long}\n{json.dumps({'text': TEXT})}\n")
    first, second = read_documents(path)
    assert first == Failure(f"{path}:1", "line too long for one report: over 5 MB")
    assert second == Document(f"{path}:2", TEXT)


@pytest.mark.parametrize("content", ["", "\n\n  \n"])
def test_json_lines_without_a_line(tmp_path: Path, content: str) -> None:
    assert reason(written(tmp_path / "a.jsonl", content)) == "empty file"


def test_nesting_without_end_is_broken_json(tmp_path: Path) -> None:
    assert reason(written(tmp_path / "a.jsonl", '{"text":' + "[" * 200_000)).startswith("broken JSON")


def test_halves_of_surrogate_pairs_are_replaced_one_for_one(tmp_path: Path) -> None:
    found = only(written(tmp_path / "a.jsonl", r'{"text": "a\ud800b\ud83d\ude00", "title": "\udfff"}'))
    assert found == Document(f"{tmp_path / 'a.jsonl'}:1", "a\ufffdb😀", "\ufffd")


@pytest.mark.parametrize(
    "fields",
    [
        {"maintext": TEXT, "title": "Порт", "date_publish": "2023-10-19 08:00:00", "source_domain": "visti.example"},
        {"body": TEXT, "headline": "Порт", "publisher": {"name": "visti.example"}, "datePublished": "2023-10-19T08:00"},
        {"content": TEXT, "name": "Порт", "sitename": ["visti.example"], "pubDate": "19.10.2023 08:00"},
    ],
)
def test_json_of_other_tools(tmp_path: Path, fields: dict[str, object]) -> None:
    found = only(written(tmp_path / "a.json", json.dumps(fields)))
    assert found == Document(
        str(tmp_path / "a.json"), TEXT, "Порт", outlet="visti.example", published="2023-10-19T08:00"
    )


def test_json_that_is_no_report(tmp_path: Path) -> None:
    assert reason(written(tmp_path / "a.json", '{"name": "package"}')) == "no text: neither a field text nor html"


@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)),
    st.sampled_from(["txt", "html", "json", "jsonl"]),
)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_gives_documents_or_failures(tmp_path: Path, data: bytes, ending: str) -> None:
    found = list(read_documents(written(tmp_path / f"any.{ending}", data)))
    assert found
    for item in found:
        shown = item.text if isinstance(item, Document) else item.reason
        shown.encode("utf-8")
        assert not set(shown) & {"\x00", "\r"}


# Sidecars


def test_a_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    stated = {
        "title": "Порт",
        "url": "https://a.example/1",
        "outlet": "Вісті",
        "published": "2023-10",
        "language": "uk",
    }
    written(tmp_path / "a.meta.json", json.dumps(stated))
    assert only(path) == Document(str(path), TEXT, "Порт", "https://a.example/1", "Вісті", "2023-10", "uk")


def test_a_sidecar_goes_before_what_the_page_says(tmp_path: Path) -> None:
    path = written(tmp_path / "a.html", PAGE)
    written(tmp_path / "a.meta.json", json.dumps({"published": "2024-05-05"}))
    found = only(path)
    assert isinstance(found, Document)
    assert (found.published, found.title) == ("2024-05-05", "Порт закрито")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("{broken", "a.meta.json left aside: broken JSON"),
        ("[]", "a.meta.json left aside: no JSON object but list"),
        ('{"published": "last week"}', "a.meta.json: published left aside: no date: 'last week'"),
        ('{"language": "Ukrainian"}', "a.meta.json: language left aside: no language code: 'Ukrainian'"),
    ],
)
def test_a_broken_sidecar_is_told_and_the_report_read_all_the_same(tmp_path: Path, content: str, line: str) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "a.meta.json", content)
    failure, document = read_documents(path)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith(line)
    assert document == Document(str(path), TEXT)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2023", "2023"),
        ("2023-10", "2023-10"),
        ("2023-10-19", "2023-10-19"),
        ("XXXX-07-10", "XXXX-07-10"),
        ("2023-10-19T14:05:59.123456+03:00", "2023-10-19T14:05+03:00"),
        ("2023-10-19 14:05:59 UTC", "2023-10-19T14:05Z"),
        ("2023-10-19T00:00:00Z", "2023-10-19"),
        ("2023-10-19T00:00:00+03:00", "2023-10-19T00:00+03:00"),
        ("7.10.2023", "2023-10-07"),
        ("Thu, 19 Oct 2023 08:00:00 GMT", "2023-10-19T08:00Z"),
    ],
)
def test_dates_are_as_precise_as_stated(stated: str, value: str) -> None:
    assert published(stated) == value


@pytest.mark.parametrize(
    "stated", ["2023-13", "2023-02-30", "10/07/2023", "2023-10-19T25:00", "вчора", "", "20231019x"]
)
def test_what_is_no_date_is_refused(stated: str) -> None:
    with pytest.raises(ReportError, match="no date"):
        published(stated)


def test_languages_by_their_codes() -> None:
    assert [language(code) for code in ("uk", "UK-ua", "ru_RU", "ua", "ko")] == ["uk", "uk", "ru", "uk", "ko"]


# Folders


def test_folders_are_walked_in_order_without_what_is_no_report(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.HTML", "a.txt", "c.jsonl", "d.pdf", "a.meta.json", ".hidden.txt", "b/.git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        written(tmp_path / name, TEXT)
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a.txt", "b/1.HTML", "b/2.txt", "c.jsonl"]


def test_a_file_is_given_once_however_it_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    (tmp_path / "link.txt").symlink_to(path)
    assert list(find_files([path, tmp_path, path])) == [path]


def test_links_that_go_round_in_circles_are_left(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    written(tmp_path / "inner" / "a.txt", TEXT)
    (tmp_path / "inner" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert list(find_files([tmp_path])) == [tmp_path / "inner" / "a.txt"]


def test_a_link_that_leads_nowhere_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert [reason(path) for path in find_files([tmp_path])] == ["vanished before it was read"]


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [reason(path) for path in find_files([tmp_path])] == ["folder cannot be listed"]


def test_a_path_that_is_not_there_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        list(find_files([tmp_path / "typo"]))


def test_a_file_of_any_name_is_read_if_it_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "report", TEXT)
    assert [only(found) for found in find_files([path])] == [Document(str(path), TEXT)]
