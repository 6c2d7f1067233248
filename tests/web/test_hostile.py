"""All report text is hostile: no page runs it, links to it, is turned round by it, or grows with it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from hostile import hostile_answer
from lxml import html
from starlette.testclient import TestClient

from firsthand.records import Answer
from firsthand.web.rendering import path

ANSWER = hostile_answer()
REPORT, OTHER = (analysis.report.id for analysis in ANSWER.analyses)
STORY, CLAIM, ACTOR = ANSWER.stories[0].id, ANSWER.claims[0].id, ANSWER.entities[0].id
PARTS = ("claims", "matrix", "timeline", "origins", "new", "reports")
PAGES = {
    "stories": "/",
    "story": path("stories", STORY),
    **{part: path("stories", STORY, part) for part in PARTS},
    "all": "/stories/all",
    "claim": path("claims", CLAIM),
    "report": path("reports", REPORT),
    "report with a wrong date": path("reports", OTHER),
    "beside": path("reports", REPORT, "beside", OTHER),
    "actors": "/actors",
    "actor": path("actors", ACTOR),
    "about the actor": path("actors", ACTOR) + "?show=about&near=x",
    "search": "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22'",
    "query kept": "/?q=%22%3E%3Cimg+src=x+onerror=alert(1)%3E&outlet=%3Cb%3E",
    "not there": "/claims/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "nowhere": "/<script>alert(1)</script>",
}
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_in_a_page_can_run(name: str, hostile: TestClient) -> None:
    response = hostile.get(PAGES[name])
    assert response.status_code == (404 if name in ("not there", "nowhere") else 200)
    tree = html.fromstring(response.text)
    assert [script.get("src") for script in tree.iter("script")] == ["/static/app.js"]
    assert not list(tree.iter("style", "iframe", "object", "embed", "base", "img", "foreignObject"))
    for element in tree.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on"), (element.tag, attribute)
            assert attribute.lower() not in ("style", "srcdoc", "formaction")
            if attribute in ("href", "src", "action"):
                assert_leads_home_or_to_the_web(value, element.get("rel"))


def assert_leads_home_or_to_the_web(address: str, rel: str | None) -> None:
    parts = urlsplit(address)
    assert parts.scheme in ("", "http", "https"), address
    assert not address.startswith("//")
    if parts.scheme:
        assert "noopener" in (rel or "")


@pytest.mark.parametrize("name", PAGES)
def test_what_is_shown_is_whole_and_runs_the_way_it_is_written(name: str, hostile: TestClient) -> None:
    text = hostile.get(PAGES[name]).content.decode("utf-8")
    assert not [c for c in TURNING if c in text]
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "1337" not in text


def test_the_words_are_there_all_the_same(hostile: TestClient) -> None:
    tree = html.fromstring(hostile.get(path("reports", REPORT)).text)
    shown = tree.find_class("text")[0].text_content()
    assert "<script>alert(1)</script>" in shown
    assert "{{ 191 * 7 }}" in shown


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_forbids_scripts_of_others_and_inline(name: str, hostile: TestClient) -> None:
    response = hostile.get(PAGES[name])
    policy = dict(part.strip().partition(" ")[::2] for part in response.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert "unsafe" not in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "same-origin"


API = {
    **{part: f"/api/v1{path('stories', STORY, part)}" for part in (*PARTS, "changes")},
    "stories": "/api/v1/stories",
    "claim": "/api/v1" + path("claims", CLAIM),
    "report": "/api/v1" + path("reports", OTHER),
    "beside": "/api/v1" + path("reports", REPORT, "beside", OTHER),
    "actor": "/api/v1" + path("actors", ACTOR),
    "search": "/api/v1/search?q=x",
    "passage": "/api/v1" + path("passages", ANSWER.said[0].id),
}


@pytest.mark.parametrize("name", API)
def test_rest_gives_json_whatever_the_texts_hold(name: str, hostile: TestClient) -> None:
    response = hostile.get(API[name])
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    body = response.content.decode("utf-8")
    assert json.loads(body) is not None
    assert '"url":"javascript:' not in body.lower().replace(" ", "")


def test_lines_of_ten_megabytes_leave_pages_small_and_quick(showing: Callable[[Answer], TestClient]) -> None:
    client = showing(hostile_answer(10_000_000))
    slowest = {}
    for name, address in {**PAGES, **{f"api {key}": value for key, value in API.items()}}.items():
        start = time.perf_counter()
        response = client.get(address)
        slowest[name] = time.perf_counter() - start
        assert len(response.content) < 500_000, (name, len(response.content))
    # What is worked out once for a state of the store is part of the first pages.
    assert sum(slowest.values()) < 60, slowest
