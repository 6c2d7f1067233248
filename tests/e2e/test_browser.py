"""The pages in a browser: read the sample, open each page, switch layers, merge and undo, drag a file, keys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web.server import CHROMIUM, FLAGS, Served, pages_of, sample_folder, served

from firsthand.answer.reading import read_and_compare
from firsthand.ingest.run import Options
from firsthand.pipeline import analyse_fast
from firsthand.store import Store

BROWSER = os.environ.get("FIRSTHAND_CHROMIUM") or shutil.which("chromium") or CHROMIUM
pytestmark = pytest.mark.skipif(
    not Path(BROWSER).exists(), reason="no browser: install Debian's chromium, or name one in FIRSTHAND_CHROMIUM"
)
TEXT = "Міністр Олена Марчук заявила, що порт закрили. Директор порту Ігор Бондар це заперечив."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample, served; these tests change it."""
    with Store.open(tmp_path_factory.mktemp("e2e") / "sample.db") as store:
        read_and_compare([sample_folder()], store, analyse_fast, Options())
        with served(store) as found:
            yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium, without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page on which nothing may go wrong: no error in a script, no request elsewhere, nothing that CSP stops."""
    context = browser.new_context(locale="en-GB")
    found = context.new_page()
    wrong: list[str] = []
    found.on("pageerror", lambda error: wrong.append(str(error)))
    found.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    found.on("request", lambda request: wrong.append(request.url) if "127.0.0.1" not in request.url else None)
    yield found
    context.close()
    assert not wrong


def test_each_page_opens_and_fits_a_phone(server: Served, page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for name, address in pages_of(server).items():
        response = page.goto(server.address + address)
        assert response.status == 200, name
        assert page.locator("h1").count() == 1, name
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert too_wide <= 0, (name, too_wide)


def test_layers_are_switched_and_stay_so(server: Served, page: Any) -> None:
    address = server.address + pages_of(server)["report"]
    page.goto(address)
    source = page.locator(".text .source").first
    style = "element => getComputedStyle(element).borderBottomStyle"
    assert source.evaluate(style) == "solid"
    page.get_by_label("who says what").uncheck()
    assert page.locator(".text .source:not(.names, .times, .quantities)").first.evaluate(style) == "none"
    page.reload()
    assert not page.get_by_label("who says what").is_checked()
    page.get_by_label("new and repeated").uncheck()
    assert page.locator(".text .earlier").first.is_hidden()


def test_a_repeated_passage_leads_to_where_it_stood_earlier(server: Served, page: Any) -> None:
    page.goto(server.address + pages_of(server)["report"])
    before = page.url
    page.locator(".text .earlier").first.click()
    assert page.url != before
    assert page.locator("#at").count() == 1


def test_keys_move_open_search_and_leave(server: Served, page: Any) -> None:
    page.goto(server.address + "/stories/all/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("[data-item]").first.evaluate("element => element.classList.contains('chosen')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") != "q"
    page.keyboard.press("Escape")
    page.wait_for_url("**/claims*")


def test_search_by_form(server: Served, page: Any) -> None:
    page.goto(server.address)
    page.locator("#q").fill("контейнери")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("article").count() > 0


def test_two_actors_are_merged_with_a_reason_and_parted_again(server: Served, page: Any) -> None:
    contents = server.library.contents()
    persons = [e.id for e in contents.answer.entities if e.type == "PER" and contents.said_by.get(e.id)]
    left, right = persons[:2]
    page.goto(f"{server.address}/actors/{left}")
    page.get_by_label("Find the other name").fill(contents.name(right))
    page.locator("form[action$='#judge'] button").click()
    page.locator(f"input[name=right][value='{right}']").check()
    page.locator("form.judge").first.get_by_label("Reason").fill("one and the same")
    page.get_by_role("button", name="Merge").click()
    page.wait_for_url("**/judgements?done=*")
    assert "one and the same" in page.locator("main").inner_text()
    assert len(server.library.contents().answer.entities) == len(contents.answer.entities) - 1
    page.get_by_role("button", name="Undo decision").click()
    page.wait_for_url("**/judgements?done=*")
    assert len(server.library.contents().answer.entities) == len(contents.answer.entities)


def test_a_file_is_dragged_and_read(server: Served, page: Any) -> None:
    before = len(server.library.contents().analyses)
    page.goto(server.address + "/read")
    dropped = page.evaluate_handle(
        """(text) => { const d = new DataTransfer();
        d.items.add(new File([text], "порт.txt", { type: "text/plain" }));
        d.items.add(new File([""], "empty.txt", { type: "text/plain" })); return d; }""",
        TEXT,
    )
    page.dispatch_event("#drop", "dragover", {"dataTransfer": dropped})
    page.dispatch_event("#drop", "drop", {"dataTransfer": dropped})
    page.wait_for_url("**/read/*")
    page.wait_for_selector("h1:has-text('Read')")
    page.wait_for_selector(".done", timeout=20_000)
    assert "1 reports read" in page.locator(".done").inner_text()
    assert "empty.txt" in page.locator("main").inner_text()
    assert len(server.library.contents().analyses) == before + 1


def test_the_words_of_the_page_change_language(server: Served, page: Any) -> None:
    page.goto(server.address)
    page.get_by_role("link", name="Українська").click()
    assert page.locator("h1").inner_text() == "Сюжети"
    page.goto(server.address + "/actors")
    assert page.locator("h1").inner_text() == "Дійові особи"
