"""What an editor does with the pages, and programs with REST, over the sample."""

from __future__ import annotations

import time

import pytest
from lxml import html
from starlette.testclient import TestClient
from web.server import Served, pages_of

from firsthand.web.messages import catalogues, chosen, form_of

NAMES = (
    "stories", "story", "story-claims", "story-matrix", "story-timeline", "story-origins", "story-new", "story-reports",
    "claim", "report", "beside", "actors", "actor", "search", "judgements", "read",
)  # fmt: skip


def addresses(client: TestClient) -> dict[str, str]:
    return pages_of(Served("", client.app.state.library))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_answers_and_is_labelled_for_screen_readers(name: str, client: TestClient) -> None:
    response = client.get(addresses(client)[name])
    assert response.status_code == 200
    tree = html.fromstring(response.text)
    assert tree.get("lang") == "en"
    assert len(tree.findall(".//h1")) == 1
    assert tree.find(".//main") is not None
    for field in tree.xpath("//input[not(@type='hidden')] | //select"):
        assert field.xpath("ancestor::label") or tree.xpath(f"//label[@for='{field.get('id')}']"), html.tostring(field)
    for drawing in tree.iter("svg"):
        assert drawing.get("role") == "img"
        assert drawing.get("aria-label")
    ids = [element.get("id") for element in tree.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_page_leads_somewhere(name: str, client: TestClient) -> None:
    page = addresses(client)[name]
    tree = html.fromstring(client.get(page).text, base_url=page)
    links = {link for link in tree.xpath("//main//a/@href") if link.startswith("/")}
    for link in sorted(links)[:12]:
        assert client.get(link).status_code == 200, link


def test_no_word_of_a_page_is_missing_from_a_catalogue(client: TestClient) -> None:
    english, *others = (set(words.words) for words in catalogues().values())
    for other in others:
        assert {key.rsplit(".few", 1)[0] for key in other if not key.endswith(".few")} == english
    for name, address in addresses(client).items():
        for code in catalogues():
            text = html.fromstring(client.get(address, headers={"accept-language": code}).text).text_content()
            assert not [key for key in english if "." in key and f" {key} " in f" {text} "], name


def test_the_page_is_in_the_language_asked_for_and_stays_so(fresh: TestClient) -> None:
    assert 'lang="uk"' in fresh.get("/", headers={"accept-language": "uk-UA,uk;q=0.9"}).text
    asked = fresh.get("/?lang=uk", headers={"accept-language": "en"})
    assert "Сюжети" in asked.text
    assert "Сюжети" in fresh.get("/", headers={"accept-language": "en"}).text


@pytest.mark.parametrize(
    ("number", "form"), [(1, "one"), (2, "few"), (5, "other"), (11, "other"), (12, "other"), (21, "one"), (104, "few")]
)
def test_ukrainian_numbers_take_their_forms(number: int, form: str) -> None:
    assert form_of("slavic", number) == form


def test_a_language_that_nobody_wrote_is_english() -> None:
    assert chosen("xx", None, "fr,de;q=0.5").code == "en"


def test_the_words_searched_for_stay_in_the_address(client: TestClient) -> None:
    tree = html.fromstring(client.get("/?q=контейнери&language=uk").text)
    assert tree.xpath("//form[@class='filters']//input[@name='q']/@value") == ["контейнери"]
    assert tree.xpath("//select[@name='language']/option[@selected]/@value") == ["uk"]
    assert client.get("/api/v1/search?q=контейнери").json()["reports"]["total"] > 0


def test_an_attribution_is_marked_by_source_cue_and_content(client: TestClient) -> None:
    tree = html.fromstring(client.get(addresses(client)["report"]).text)
    text = tree.find_class("text")[0]
    assert {"source", "cue", "content"} <= {name for e in text.iter("span") for name in (e.get("class") or "").split()}
    assert text.find_class("earlier")


def test_the_text_of_a_report_is_shown_whole(client: TestClient) -> None:
    contents = client.app.state.library.contents()  # type: ignore[attr-defined]
    for report, analysis in contents.analyses.items():
        body = client.get(f"/api/v1/reports/{report}").json()
        assert "".join(segment["text"] for segment in body["text"]) == analysis.report.text


def test_every_passage_stands_in_its_report(client: TestClient) -> None:
    contents = client.app.state.library.contents()  # type: ignore[attr-defined]
    for claim in client.get("/api/v1/claims?per_page=200").json()["items"]:
        for passage in client.get(f"/api/v1/claims/{claim['id']}").json()["passages"]["items"]:
            text = contents.report(passage["report"]["id"]).text
            assert text[passage["cue"]["start"] : passage["cue"]["stop"]] == passage["cue"]["text"]
            assert "".join(part["text"] for part in passage["context"]) in text


def test_lists_come_a_page_at_a_time(client: TestClient) -> None:
    first = client.get("/api/v1/claims?per_page=5").json()
    second = client.get("/api/v1/claims?per_page=5&page=2").json()
    assert len(first["items"]) == 5
    assert first["pages"] == -(-first["total"] // 5)
    assert not {claim["id"] for claim in first["items"]} & {claim["id"] for claim in second["items"]}


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/claims/none", 404, "not_found"),
        ("/api/v1/nowhere", 404, "not_found"),
        ("/api/v1/claims?per_page=0", 422, "invalid"),
        ("/api/v1/stories?since=yesterday", 422, "invalid"),
        ("/api/v1/read/none", 404, "not_found"),
    ],
)
def test_errors_have_one_shape(address: str, status: int, code: str, client: TestClient) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert set(response.json()) == {"error"}
    assert response.json()["error"]["code"] == code
    assert response.json()["error"]["status"] == status


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    for address in ("/", "/api/v1/claims"):
        tag = client.get(address).headers["etag"]
        again = client.get(address, headers={"if-none-match": tag})
        assert again.status_code == 304
        assert not again.content


# --- what changes something -----------------------------------------------------------------------------

TEXT = "Речниця порту Олена Марчук заявила, що контейнери вивезли. Директор порту Ігор Бондар це заперечив."


def sent(client: TestClient, *files: tuple[str, bytes]) -> dict[str, object]:
    """Sends files and waits until they are read."""
    response = client.post("/api/v1/read", files=[("files", file) for file in files])
    assert response.status_code == 202, response.text
    for _ in range(600):
        job: dict[str, object] = client.get(f"/api/v1/read/{response.json()['id']}").json()
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
    raise AssertionError("not read in time")


def test_sent_files_are_read_and_those_that_fail_are_named(fresh: TestClient) -> None:
    job = sent(fresh, ("порт.txt", TEXT.encode()), ("empty.txt", b""), ("../../virus.exe", b"MZ"))
    assert job["state"] == "done"
    assert job["read"] == 1
    assert {failure["path"]: bool(failure["reason"]) for failure in job["failures"]} == {  # type: ignore[attr-defined]
        "empty.txt": True,
        "virus.exe": True,
    }
    report = fresh.get("/api/v1/reports").json()["items"][0]
    assert fresh.get(f"/reports/{report['id']}").status_code == 200
    assert "uploaded/порт.txt" in fresh.get(f"/reports/{report['id']}").text
    assert sent(fresh, ("порт.txt", TEXT.encode()))["same"] == 1


def test_what_is_sent_without_a_file_is_refused(fresh: TestClient) -> None:
    assert fresh.post("/api/v1/read", data={"x": "y"}).status_code == 422
    assert fresh.post("/read", data={}).status_code == 422


def test_two_actors_are_merged_with_a_reason_and_parted_again(fresh: TestClient) -> None:
    sent(fresh, ("порт.txt", TEXT.encode()))
    actors = [one["id"] for one in fresh.get("/api/v1/actors").json()["items"] if one["type"] == "PER"]
    assert len(actors) == 2
    form = {"subject": "entity", "left": actors[0], "right": actors[1], "verdict": "same"}
    assert fresh.post("/judgements", data={**form, "reason": " "}).status_code == 400
    assert fresh.post("/judgements", data={**form, "reason": "одна особа"}).status_code == 303
    assert len([one for one in fresh.get("/api/v1/actors").json()["items"] if one["type"] == "PER"]) == 1
    listed = fresh.get("/api/v1/judgements").json()["items"][0]
    assert listed["reason"] == "одна особа"
    assert fresh.post(f"/judgements/{listed['id']}/undo").status_code == 303
    assert [one["id"] for one in fresh.get("/api/v1/actors").json()["items"] if one["type"] == "PER"] == actors
    assert "одна особа" in fresh.get("/judgements").text


def test_a_decision_on_what_is_not_there_is_refused(fresh: TestClient) -> None:
    body = {"subject": "entity", "left": "x", "right": "y", "verdict": "same", "reason": "r"}
    assert fresh.post("/api/v1/judgements", json=body).status_code == 404
    assert fresh.post("/api/v1/judgements", json={**body, "subject": "report"}).status_code == 400
    assert fresh.post("/api/v1/judgements", json={**body, "verdict": "perhaps"}).status_code == 400
    assert fresh.post("/api/v1/judgements/1/undo").status_code == 404


def test_letters_without_a_name_are_searched_for_like_any_other(client: TestClient) -> None:
    assert client.get("/search?q=𗧒").status_code == 200
